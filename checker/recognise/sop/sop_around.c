/* What stands around the identity block and the step tables: the agency and the unit, titles, the signature, other text. */
#include <string.h>

#include "recognise/sop/making.h"

enum { TITLE_BYTES = 220, TITLES_MAX = 50, TITLE_LINES = 4, SIGNATURE_LINES = 10, SIGNATURE_BYTES = 100, FULL_LINE = 45 };

static const struct vocabulary *words(const struct making *m) { return m->t.v; }

bool title_of(const struct making *m, struct str line, size_t *rest)
{
    size_t end;
    if (line.n > TITLE_BYTES || !wordset_prefix(&words(m)->title_starts, line, &end)) return false;
    for (;;) { /* "STANDAR OPERASIONAL PROSEDUR (SOP) ADMINISTRASI PEMERINTAHAN": no title yet */
        while (end < line.n && (is_space(line.p[end]) || strchr("():-./", line.p[end]))) end++;
        size_t more;
        struct str tail = str_slice(line, end, line.n);
        if (!tail.n || !wordset_prefix(&words(m)->title_fillers, tail, &more)) break;
        end += more;
    }
    *rest = end;
    return true;
}

static bool begins(const struct wordset *f, struct str s)
{
    size_t end;
    return wordset_prefix(f, s, &end) != NULL;
}

static bool is_heading(const struct making *m, struct str s)
{
    return begins(&words(m)->unit_starts, s) || begins(&words(m)->agency_starts, s) || begins(&words(m)->region_starts, s) || begins(&words(m)->address, s);
}

static bool prominent(const struct line *l) { return l->heading || l->bold || all_upper(l->text.text); }

bool heads_block(const struct making *m, const struct line *line)
{
    size_t rest;
    return prominent(line) || is_heading(m, line->text.text) || title_of(m, line->text.text, &rest);
}

bool begins_as_sop(const struct making *m, uint32_t page)
{
    for (size_t i = 0; i < m->loose.n; i++) {
        const struct line *l = &m->loose.v[i].line;
        if (l->page != page || m->loose.v[i].tables || m->loose.v[i].entries || !heads_block(m, l)) return false;
        if (prominent(l) && begins(&words(m)->procedure_starts, l->text.text)) return true;
    }
    return false;
}

/* ---- titles --------------------------------------------------------------------------------------------------- */

void add_other_title(struct making *m, const struct item *title)
{
    struct items *titles = &m->sop->identity.other_titles;
    struct key wanted = key_of(title->text);
    struct item bare = *title;
    while (bare.text.n && (bare.text.p[0] == ':' || is_space(bare.text.p[0]))) bare.text = str_slice(bare.text, 1, bare.text.n);
    if (titles->n >= TITLES_MAX) return;
    for (size_t i = 0; i < titles->n; i++) {
        struct key k = key_of(titles->v[i].text);
        if (k.n && k.n == wanted.n && memcmp(k.text, wanted.text, k.n) == 0) return;
    }
    *ARENA_PUSH(m->t.a, titles) = bare;
}

/* "SOP Nomor 045/01": the number once more, no title. */
static bool number_line(struct making *m, struct piece line, size_t rest)
{
    size_t end;
    struct piece tail = piece_part(line, rest, line.text.n);
    const struct listed *f = wordset_prefix(&m->t.v->label_forms, tail.text, &end);
    if (!f || (f->use & FORM_TARGET) != LABEL_NUMBER || end >= tail.text.n) return false;
    struct piece number = piece_part(tail, end, tail.text.n);
    if (number.text.p[0] == ':') number = piece_part(number, 1, number.text.n);
    if (number.text.n == 0 || number.text.n > 60 || !memchr("0123456789", number.text.p[0], 10)) return false;
    *ARENA_PUSH(m->t.a, &m->sop->identity.other_numbers) = item_of(&m->t, number);
    return true;
}

/* A title that begins at loose line i: on that line, or, behind words like "STANDAR OPERASIONAL PROSEDUR", on those below it.
 * Gives how many lines it takes, 0 when there is none. */
static size_t read_title(struct making *m, size_t i, struct item *out)
{
    struct loose_line *v = m->loose.v;
    struct str s = v[i].line.text.text;
    struct pieces pieces = {0};
    size_t rest = 0, n = 1;
    if (v[i].line.kind == LINE_GLUED || !title_of(m, s, &rest) || number_line(m, v[i].line.text, rest)) return 0;
    if (rest < s.n) {
        if (!prominent(&v[i].line) && (s.n > 140 || s.p[s.n - 1] == '.' || v[i].line.kind == LINE_ITEM)) return 0;
        *ARENA_PUSH(m->t.a, &pieces) = v[i].line.text;
    }
    while (i + n < m->loose.n && n < TITLE_LINES && v[i + n].entries == v[i].entries && v[i + n].tables == v[i].tables && !v[i + n].used) {
        const struct line *l = &v[i + n].line;
        size_t unused;
        bool joined = rest < s.n && l->first; /* the title was on its own line and ended with its block */
        if (joined || !prominent(l) || is_heading(m, l->text.text) || title_of(m, l->text.text, &unused)) break;
        *ARENA_PUSH(m->t.a, &pieces) = l->text;
        n++;
    }
    if (!pieces.n) return 0;
    *out = item_of_pieces(&m->t, &pieces, v[i].line.text);
    return n;
}

/* The heading right over a step table: the last title since the step table before, or else the last prominent line. */
void headings_before_steps(struct making *m)
{
    struct item title = {.text = STR_ABSENT};
    struct step_table *t = &m->sop->tables.v[m->sop->tables.n - 1];
    size_t from = m->loose.n, tables = m->sop->tables.n - 1;
    while (from > 0 && m->loose.v[from - 1].tables == tables && m->loose.n - from < 12) from--;
    for (size_t i = from; i < m->loose.n;) {
        struct loose_line *l = &m->loose.v[i];
        size_t n = l->used ? 0 : read_title(m, i, &title);
        for (size_t k = 0; k < n; k++) m->loose.v[i + k].used = true;
        if (n) {
            t->title = title;
            add_other_title(m, &title);
        }
        i += n ? n : 1;
    }
    struct loose_line *last = m->loose.n > from ? &m->loose.v[m->loose.n - 1] : NULL;
    bool over = last && !last->used && !last->beside && last->entries == m->entries.n && prominent(&last->line) && !is_heading(m, last->line.text.text);
    if (!t->title.text.n && over && last->line.text.text.n > 8 && last->line.text.text.n < TITLE_BYTES && m->entries.n) {
        t->title = item_of(&m->t, last->line.text);
        last->used = true;
        add_other_title(m, &t->title);
    }
}

static void remaining_titles(struct making *m)
{
    struct item title;
    for (size_t i = 0; i < m->loose.n;) {
        size_t n = m->loose.v[i].used || m->loose.v[i].tables ? 0 : read_title(m, i, &title);
        for (size_t k = 0; k < n; k++) m->loose.v[i + k].used = true;
        if (n) add_other_title(m, &title);
        i += n ? n : 1;
    }
}

/* ---- unit and agency ------------------------------------------------------------------------------------------ */

/* Where the unit's name begins behind the agency's on one line; SIZE_MAX: it does not. */
static size_t unit_inside(const struct making *m, struct str s)
{
    size_t at = 0, begin, words_seen = 0;
    while (next_word(s, &at, &begin))
        if (words_seen++ >= 2 && is_upper(s.p[begin]) && begins(&words(m)->unit_starts, str_slice(s, begin, s.n))) return begin;
    return SIZE_MAX;
}

static void read_heading(struct making *m, struct loose_line *l, struct item *region_name)
{
    struct identity *id = &m->sop->identity;
    struct piece p = l->line.text;
    if (p.text.n > 160 || l->line.kind == LINE_GLUED) return;
    bool agency = begins(&words(m)->agency_starts, p.text), region = begins(&words(m)->region_starts, p.text);
    if (agency) {
        size_t cut = unit_inside(m, p.text);
        if (!id->agency.text.n) id->agency = item_of(&m->t, piece_part(p, 0, cut));
        if (cut != SIZE_MAX && !id->unit.text.n) id->unit = item_of(&m->t, piece_part(p, cut, p.text.n));
    } else if (begins(&words(m)->unit_starts, p.text)) {
        if (!id->unit.text.n) id->unit = item_of(&m->t, p);
    } else if (region) {
        if (!region_name->text.n) *region_name = item_of(&m->t, p);
    } else if (!begins(&words(m)->address, p.text)) {
        return;
    }
    l->used = true;
}

/* A unit whose kind is not known: the line under the agency's, or the one beside the labels. */
static void unknown_unit(struct making *m)
{
    for (size_t i = 0; i < m->loose.n; i++) {
        struct loose_line *l = &m->loose.v[i];
        bool under = i > 0 && m->loose.v[i - 1].used && begins(&words(m)->agency_starts, m->loose.v[i - 1].line.text.text) && !l->tables && prominent(&l->line);
        struct str s = l->line.text.text;
        if (l->used || !(under || l->beside) || s.n < 4 || s.n > 100 || l->line.kind != LINE_TEXT || !is_upper(s.p[0])) continue;
        m->sop->identity.unit = item_of(&m->t, l->line.text);
        l->used = true;
        return;
    }
}

/* Beside the labels first, then over them. A region's bare name stands for its government only where nothing else does. */
static void unit_and_agency(struct making *m)
{
    struct item region = {.text = STR_ABSENT};
    for (size_t i = 0; i < m->loose.n; i++)
        if (m->loose.v[i].beside) read_heading(m, &m->loose.v[i], &region);
    for (size_t i = 0; i < m->loose.n; i++) {
        struct loose_line *l = &m->loose.v[i];
        size_t end;
        bool body = l->tables || (l->entries && m->entries.n && l->entries == m->entries.n);
        bool short_line = l->line.text.text.n <= 90 && l->line.kind == LINE_TEXT && !wordset_prefix(&words(m)->title_starts, l->line.text.text, &end);
        if (!l->used && !l->beside && !body && short_line) read_heading(m, l, &region);
    }
    if (!m->sop->identity.agency.text.n && region.text.n) m->sop->identity.agency = region;
    if (!m->sop->identity.unit.text.n) unknown_unit(m);
}

/* ---- signature and paragraphs --------------------------------------------------------------------------------- */

static bool same_text(struct str a, struct str b)
{
    struct key x = key_of(a), y = key_of(b);
    return x.n && x.n == y.n && memcmp(x.text, y.text, x.n) == 0;
}

/* Whether a signature is the approving official's. */
static bool approves(const struct making *m, const struct signature *s)
{
    const struct signature *by = &m->sop->identity.approval;
    return same_text(s->name.text, by->name.text) || same_text(s->nip.text, by->nip.text);
}

/* The lines below the last step table. */
static size_t below_steps(const struct making *m)
{
    size_t from = m->loose.n;
    while (from > 0 && m->sop->tables.n && m->loose.v[from - 1].tables == m->sop->tables.n && m->loose.v[from - 1].entries == m->entries.n) from--;
    return from;
}

/* One block of lines from `at` on; gives the line behind it. */
static size_t one_signature(struct making *m, const struct lines *lines, size_t at, struct signature *s)
{
    size_t n = official_of(&m->t, lines->v + at, lines->n - at, s);
    bool office = s->office.text.n && begins(&words(m)->office_starts, s->office.text);
    if (!s->nip.text.p && !(office && s->name.text.n && lines->n <= SIGNATURE_LINES)) *s = (struct signature){0};
    if (!n) return at + 1;
    s->head = (struct item){.text = STR_ABSENT, .place = piece_place(m->t.layout, lines->v[at].text)};
    struct place last = piece_place(m->t.layout, lines->v[at + n - 1].text);
    if (last.at.set && s->head.place.at.set && last.at.end > s->head.place.at.end) s->head.place.at.end = last.at.end;
    return at + n;
}

/* Of several signatures the approving official's, else the first; a date that stands over another block is the document's too. */
bool signature_among(struct making *m, const struct lines *lines)
{
    struct signature chosen = {0}, dated = {0};
    bool found = false, approved = false;
    for (size_t at = 0; at < lines->n;) {
        struct signature s = {0};
        at = one_signature(m, lines, at, &s);
        if (!s.head.place.at.set || (!s.name.text.n && !s.nip.text.p)) continue;
        if (s.date.text.n && !dated.date.text.n) dated = s;
        if (!found || (!approved && approves(m, &s))) chosen = s;
        approved = approved || approves(m, &s);
        found = true;
    }
    if (!found) return false;
    if (!chosen.date.text.n) chosen.date = dated.date;
    if (!chosen.place_name.text.n) chosen.place_name = dated.place_name;
    m->sop->signature = chosen;
    return true;
}

static void signature(struct making *m)
{
    struct lines lines = {0};
    size_t from = below_steps(m);
    for (size_t i = from; i < m->loose.n && lines.n < 6 * SIGNATURE_LINES; i++)
        if (!m->loose.v[i].used && m->loose.v[i].line.text.text.n <= SIGNATURE_BYTES) *ARENA_PUSH(m->t.a, &lines) = m->loose.v[i].line;
    if (!signature_among(m, &lines)) return;
    for (size_t i = from; i < m->loose.n; i++) m->loose.v[i].used = m->loose.v[i].used || m->loose.v[i].line.text.text.n <= SIGNATURE_BYTES;
}

bool line_goes_on(const struct line *last, const struct line *line)
{
    struct str s = line->text.text, before = last->text.text;
    if (line->first || line->kind != LINE_TEXT || last->kind == LINE_GLUED || prominent(last) || !s.n || !before.n) return false;
    return is_lower(s.p[0]) || ends_open(before) || (before.n >= FULL_LINE && !prominent(line) && !strchr(".;:?!", before.p[before.n - 1]));
}

void push_paragraph(struct making *m, const struct pieces *lines)
{
    *ARENA_PUSH(m->t.a, &m->sop->paragraphs) = item_of_pieces(&m->t, lines, lines->v[0]);
}

static void paragraphs(struct making *m)
{
    struct pieces lines = {0};
    for (size_t i = 0, next; i < m->loose.n; i = next) {
        const struct loose_line *l = &m->loose.v[i];
        lines.n = 0;
        for (next = i; next < m->loose.n; next++) {
            const struct loose_line *k = &m->loose.v[next];
            bool same = next == i || (!k->used && !k->beside && k->tables == l->tables && k->entries == l->entries && line_goes_on(&k[-1].line, &k->line));
            if (!same) break;
            *ARENA_PUSH(m->t.a, &lines) = k->line.text;
        }
        struct str s = m->loose.v[next - 1].line.text.text;
        bool over = !l->tables && l->entries < m->entries.n; /* on the cover or between the parts of the block: sentences only */
        if (l->used || l->beside || l->line.heading || s.n < 3 || (over && s.p[s.n - 1] != '.')) continue;
        push_paragraph(m, &lines);
    }
}

void surroundings_finish(struct making *m)
{
    remaining_titles(m);
    unit_and_agency(m);
    signature(m);
    paragraphs(m);
}
