/* SOPs of other templates than that of Permenpan-RB 35/2012: document heads (No. Dok., No. Rev., Tanggal Terbit, Diperiksa oleh), chapters
 * instead of a block and a table, a decree that lays the SOP down. What shows such a template is looked for in every line and cell. */
#include <string.h>

#include "recognise/sop/making.h"

enum {
    SURE = 3,
    LINES_MAX = 4000,        /* looked at from the beginning of the text */
    HEAD_LINES = 40,         /* where the title of a decree stands */
    CHAPTER_BYTES = 60,
    TRAITS_NAMED = 6,
    MOST_STANDARD = 2, MOST_WITH_CHAPTERS = 5, LEAST_CHAPTERS = 4, LEAST_HEADED = 3, LEAST_TRAITS = 3
};

/* Behind a line break inside an item: the heading of a chapter that was taken for the rest of the item. */
static size_t chapter_inside(const struct making *m, struct str s)
{
    size_t end;
    for (size_t i = 1; i < s.n; i++) {
        if (s.p[i - 1] != '\n') continue;
        struct str line = str_slice(s, i, s.n);
        size_t n = marker_at(line);
        if (n && !is_lower(line.p[0]) && wordset_prefix(&m->t.v->template_chapters, str_slice(line, n, line.n), &end)) return i;
    }
    return SIZE_MAX;
}

static void part_items(struct making *m, struct lines *out, size_t from)
{
    for (size_t i = from; i < out->n && out->n < LINES_MAX; i++) {
        size_t cut = chapter_inside(m, out->v[i].text.text);
        if (cut == SIZE_MAX) continue;
        struct line rest = out->v[i];
        rest.kind = LINE_TEXT;
        rest.marker = (struct piece){0};
        rest.first = true;
        rest.text = piece_part(out->v[i].text, cut, out->v[i].text.text.n);
        out->v[i].text = piece_part(out->v[i].text, 0, cut);
        ARENA_PUSH(m->t.a, out);
        memmove(&out->v[i + 2], &out->v[i + 1], (out->n - i - 2) * sizeof *out->v);
        out->v[i + 1] = rest;
    }
}

/* Lines of the whole text in their order, those of cells included. */
static void all_lines(struct making *m, struct lines *out)
{
    const struct blocks *b = &m->t.layout->blocks;
    for (size_t i = 0; i < b->n && out->n < LINES_MAX; i++) {
        size_t begin = out->n;
        lines_of_block(m->t.a, &b->v[i], out, NULL);
        if (b->v[i].kind == BLOCK_LIST) part_items(m, out, begin);
        for (size_t k = 0; b->v[i].kind == BLOCK_TABLE && k < b->v[i].table->cells.n && out->n < LINES_MAX; k++) {
            size_t from = out->n;
            lines_of_cell(m->t.a, &b->v[i].table->cells.v[k], out, NULL);
            if (out->n > from) out->v[from].first = true;
        }
    }
}

static struct piece body_of(const struct line *l)
{
    size_t n = l->marker.text.n ? 0 : marker_at(l->text.text);
    return piece_part(l->text, n, l->text.text.n);
}

/* ---- traits ------------------------------------------------------------------------------------------------------- */

struct seen {
    struct making *m;
    struct str named[TRAITS_NAMED]; /* as printed, the first of each kind */
    struct piece first;      /* of the first trait */
    uint32_t traits, chapters, headed; /* bits: different ones; headed: those that the source marks as headings */
    bool title, decree_title, coded; /* coded: "SPO" stands in the head, as in a document's number */
};

static size_t bits(uint32_t v)
{
    size_t n = 0;
    for (; v; v &= v - 1) n++;
    return n;
}

static void name_trait(struct seen *s, struct piece p)
{
    size_t k = 0;
    while (k < TRAITS_NAMED && s->named[k].p) k++;
    if (!k) s->first = p;
    if (k < TRAITS_NAMED) s->named[k] = p.text;
}

/* "No. Dok. : …", "Dibuat oleh  Diperiksa oleh  Disetujui oleh": several may stand on a line. */
static void traits_in(struct seen *s, const struct line *l)
{
    enum { LINE_BYTES = 200 };
    struct str text = l->text.text;
    size_t at = 0, begin, end;
    if (text.n > LINE_BYTES) return;
    while (next_word(text, &at, &begin)) {
        if (!is_upper(text.p[begin])) continue;
        const struct listed *f = wordset_prefix(&s->m->t.v->template_traits, str_slice(text, begin, text.n), &end);
        if (!f || s->traits & 1u << f->use) continue;
        s->traits |= 1u << f->use;
        struct piece p = piece_part(l->text, begin, begin + end);
        while (p.text.n && (p.text.p[p.text.n - 1] == ':' || is_space(p.text.p[p.text.n - 1]))) p = piece_part(p, 0, p.text.n - 1);
        name_trait(s, p);
    }
}

/* "3. Kebijakan", "D. Dasar Hukum", "TUJUAN": a chapter's heading alone in its line or cell, or numbered with its text behind it. *end is
 * where that text begins. */
static const struct listed *chapter_at(const struct making *m, const struct line *l, size_t *end)
{
    struct piece body = body_of(l);
    struct str s = body.text;
    size_t behind;
    bool numbered = l->marker.text.n > 1 || body.text.p > l->text.text.p;
    const struct listed *f = s.n && is_upper(s.p[0]) ? wordset_prefix(&m->t.v->template_chapters, s, &behind) : NULL;
    if (!f) return NULL;
    struct str rest = str_trim(str_slice(s, behind, s.n));
    bool colon = rest.n && rest.p[0] == ':';
    *end = (size_t)(s.p - l->text.text.p) + behind;
    if (!str_trim(str_slice(rest, colon, rest.n)).n) return l->first || numbered || l->bold || l->heading || all_upper(s) || colon ? f : NULL;
    return (numbered || l->first) && (colon || is_upper(rest.p[0]) || is_digit(rest.p[0])) && behind < CHAPTER_BYTES ? f : NULL;
}

/* "045/SPO/2021" */
static bool has_code(struct str s)
{
    static const char *const codes[] = {"SOP", "SPO", "POS"};
    for (size_t i = 0; i + 3 <= s.n; i++) {
        bool word = (!i || !is_letter(s.p[i - 1])) && (i + 3 == s.n || !is_letter(s.p[i + 3]));
        for (size_t k = 0; word && k < COUNT(codes); k++)
            if (str_starts(str_slice(s, i, s.n), str_of(codes[k]))) return true;
    }
    return false;
}

static void look(struct seen *s, const struct lines *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        const struct line *l = &lines->v[i];
        size_t end, rest;
        traits_in(s, l);
        s->coded |= i < HEAD_LINES && has_code(l->text.text);
        const struct listed *f = chapter_at(s->m, l, &end);
        if (f) s->chapters |= 1u << f->use;
        if (f && l->heading) s->headed |= 1u << f->use;
        if (!title_of(s->m, l->text.text, &rest) || l->text.text.n > 120) continue;
        bool large = l->heading || l->bold || all_upper(l->text.text);
        s->title |= i < HEAD_LINES && (large || rest >= l->text.text.n || l->first);
        s->decree_title |= i < HEAD_LINES;
    }
}

/* ---- what it is ------------------------------------------------------------------------------------------------------ */

/* Different labels of 35/2012's block that hardly any other document has. */
static size_t standard_labels(const struct making *m)
{
    bool seen[LABEL_TARGETS] = {false};
    size_t n = 0;
    for (size_t i = 0; i < m->entries.n; i++) {
        uint32_t use = m->entries.v[i].use, t = use & FORM_TARGET;
        if (t >= LABEL_OTHER || use & (FORM_LOOSE | FORM_WRONG | FORM_FOREIGN) || seen[t] || m->t.v->labels[t].weight < 2) continue;
        seen[t] = true;
        n += t != LABEL_APPROVAL; /* "Disetujui oleh" stands in every template */
    }
    return n;
}

static bool has(uint32_t set, enum template_part part) { return (set >> part & 1u) != 0; }

/* A table, not a chart that stands for one. */
static bool has_table(const struct making *m)
{
    for (size_t i = 0; i < m->sop->tables.n; i++)
        if (!m->sop->tables.v[i].chart) return true;
    return false;
}

static enum sop_template kind_of(const struct making *m, const struct seen *s)
{
    size_t standard = standard_labels(m), traits = bits(s->traits), chapters = bits(s->chapters & ~(1u << CHAPTER_CONSIDERS | 1u << CHAPTER_DECIDES));
    bool document = has(s->traits, TRAIT_DOCUMENT) || has(s->traits, TRAIT_REVISION) || has(s->traits, TRAIT_ISSUED);
    if (s->decree_title && has(s->chapters, CHAPTER_CONSIDERS) && has(s->chapters, CHAPTER_BASES) && has(s->chapters, CHAPTER_DECIDES)) return TEMPLATE_DECREE;
    bool certified = s->coded && traits >= LEAST_TRAITS && chapters >= LEAST_CHAPTERS;
    if ((!s->title && !certified) || m->sop->steps_unread) return TEMPLATE_STANDARD;
    if (document && traits >= 2 && chapters && standard <= MOST_STANDARD) return TEMPLATE_DOCUMENT;
    bool acts = has(s->chapters, CHAPTER_STEPS), many = chapters >= LEAST_CHAPTERS || bits(s->headed) >= LEAST_HEADED;
    if (acts && many && standard <= MOST_WITH_CHAPTERS && !has_table(m)) return TEMPLATE_CHAPTERS;
    return TEMPLATE_STANDARD;
}

/* ---- what it says ------------------------------------------------------------------------------------------------------ */

/* What stands behind the heading and its colon, perhaps the first item of a list. */
static struct line first_line(const struct line *l, size_t from)
{
    struct line out = *l;
    out.text = piece_part(l->text, from, l->text.text.n);
    bool colon = out.text.text.n && out.text.text.p[0] == ':';
    if (colon) out.text = piece_part(out.text, 1, out.text.text.n);
    size_t marker = colon || from ? marker_at(out.text.text) : 0;
    if (!marker && (colon || from)) out.kind = LINE_TEXT, out.marker = (struct piece){0};
    if (!marker) return out;
    out.kind = LINE_ITEM;
    out.marker = piece_part(out.text, 0, marker);
    out.text = piece_part(out.text, marker, out.text.text.n);
    return out;
}

/* "E. GARIS BESAR": numbered and in capitals, a chapter whatever it is called. */
static bool heads_next(const struct line *l)
{
    struct piece body = body_of(l);
    return (l->marker.text.n || body.text.p > l->text.text.p) && body.text.n > 3 && all_upper(body.text);
}

/* Lines from the heading of the first chapter of that kind with something behind it to the next chapter. */
static void chapter_lines(const struct making *m, const struct lines *lines, enum template_part part, struct piece *head, struct lines *out)
{
    size_t end;
    for (size_t i = 0; i < lines->n && !out->n; i++) {
        const struct listed *f = chapter_at(m, &lines->v[i], &end);
        if (!f || f->use != part) continue;
        *head = piece_part(lines->v[i].text, 0, end);
        struct line first = first_line(&lines->v[i], end);
        while (!first.text.text.n && i + 1 < lines->n && !chapter_at(m, &lines->v[i + 1], &end)) first = first_line(&lines->v[++i], 0);
        if (first.text.text.n) *ARENA_PUSH(m->t.a, out) = first;
        bool large = all_upper(head->text);
        while (++i < lines->n && !chapter_at(m, &lines->v[i], &end) && !(large && heads_next(&lines->v[i]))) *ARENA_PUSH(m->t.a, out) = lines->v[i];
    }
}

static void legal_bases(struct making *m, const struct lines *lines)
{
    struct section *s = &m->sop->sections[SECTION_DASAR_HUKUM];
    struct lines content = {0};
    struct piece head = {0};
    if (s->items.n && m->sop->template_kind != TEMPLATE_CHAPTERS) return;
    chapter_lines(m, lines, CHAPTER_BASES, &head, &content);
    if (!content.n) return;
    s->items = s->markers = (struct items){0};
    if (!s->head.text.p) s->head.place = piece_place(m->t.layout, head);
    list_items(m, &content, true, s);
}

/* "Tanggal 4 Maret 2022" of a document's head. */
static void date_of(struct making *m, const struct lines *lines)
{
    struct identity *id = &m->sop->identity;
    for (size_t i = 0; i < lines->n && i < HEAD_LINES && !id->created.text.p && !id->effective.text.p; i++) {
        struct piece p = lines->v[i].text;
        size_t at = str_find(p.text, STR("Tanggal "), 0), n = at;
        if (at == SIZE_MAX || (at && !is_space(p.text.p[at - 1]))) continue;
        for (n += STR("Tanggal ").n; n < p.text.n && (is_space(p.text.p[n]) || p.text.p[n] == ':'); n++) continue;
        struct str rest = str_slice(p.text, n, p.text.n);
        size_t digits = 0;
        while (digits < rest.n && is_digit(rest.p[digits])) digits++;
        if (digits >= 1 && digits <= 2 && rest.n >= 8 && rest.n < 24) id->created = item_of(&m->t, piece_part(p, n, p.text.n));
    }
}

/* The title of a document whose head says only "SOP": the first line printed large that names nobody. */
static void name_of(struct making *m, const struct lines *lines)
{
    struct identity *id = &m->sop->identity;
    size_t rest, end;
    if (id->name.text.n) return;
    if (id->other_titles.n) {
        id->name = id->other_titles.v[0];
        if (title_of(m, id->name.text, &rest) && rest < id->name.text.n) id->name.text = str_slice(id->name.text, rest, id->name.text.n);
        return;
    }
    for (size_t i = 0; i < lines->n && i < 6; i++) {
        const struct line *l = &lines->v[i];
        struct str s = l->text.text;
        bool large = l->heading || l->bold || all_upper(s);
        if (!large || s.n < 9 || s.n > 160 || title_of(m, s, &rest) || chapter_at(m, l, &end) || wordset_prefix(&m->t.v->label_forms, s, &end)) continue;
        if (wordset_prefix(&m->t.v->unit_starts, s, &end) || wordset_prefix(&m->t.v->agency_starts, s, &end) || wordset_prefix(&m->t.v->region_starts, s, &end) ||
            wordset_prefix(&m->t.v->address, s, &end) || names_person(m->t.v, s)) continue;
        id->name = item_of(&m->t, l->text);
        return;
    }
}

/* What a decree lays down is the title once more. */
static void decided_title(struct making *m, const struct lines *lines)
{
    struct lines content = {0};
    struct piece head;
    size_t rest;
    chapter_lines(m, lines, CHAPTER_DECIDES, &head, &content);
    for (size_t i = 0; i < content.n && i < 4; i++) {
        struct piece p = content.v[i].text;
        size_t at = str_ifind(p.text, STR("standar operasional prosedur"), 0);
        if (at == SIZE_MAX) continue;
        p = piece_part(p, at, p.text.n);
        if (!title_of(m, p.text, &rest) || rest >= p.text.n) continue;
        struct item title = item_of(&m->t, piece_part(p, rest, p.text.n));
        while (title.text.n && strchr(".,;", title.text.p[title.text.n - 1])) title.text.n--;
        add_other_title(m, &title);
        return;
    }
}

/* The labels of 35/2012's block that stand nowhere. */
static struct str lacking(const struct making *m)
{
    static const uint32_t wanted[] = {LABEL_NUMBER, LABEL_CREATED, LABEL_REVISED, LABEL_EFFECTIVE, LABEL_APPROVAL, LABEL_NAME,
        LABEL_SECTION + SECTION_DASAR_HUKUM, LABEL_SECTION + SECTION_KUALIFIKASI, LABEL_SECTION + SECTION_KETERKAITAN, LABEL_SECTION + SECTION_PERALATAN,
        LABEL_SECTION + SECTION_PERINGATAN, LABEL_SECTION + SECTION_PENCATATAN};
    struct buf b = BUF_INIT;
    for (size_t k = 0; k < COUNT(wanted); k++) {
        bool there = wanted[k] == LABEL_SECTION + SECTION_DASAR_HUKUM && m->sop->sections[SECTION_DASAR_HUKUM].items.n;
        for (size_t i = 0; i < m->entries.n && !there; i++) {
            uint32_t use = m->entries.v[i].use;
            there = (use & FORM_TARGET) == wanted[k] && !(use & (FORM_LOOSE | FORM_WRONG));
        }
        if (there) continue;
        if (b.n) buf_z(&b, ", ");
        buf_str(&b, m->t.v->labels[wanted[k]].standard);
    }
    struct str out = arena_str(m->t.a, buf_view(&b));
    buf_free(&b);
    return out;
}

static struct str shown_by(struct making *m, const struct seen *s)
{
    struct buf b = BUF_INIT;
    for (size_t k = 0; k < TRAITS_NAMED && s->named[k].p; k++) {
        if (b.n) buf_z(&b, ", ");
        buf_str(&b, s->named[k]);
    }
    struct str out = b.n ? arena_str(m->t.a, buf_view(&b)) : STR("");
    buf_free(&b);
    return out;
}

/* The last printed lines of the text, wherever the reader put them. */
static void last_lines(struct making *m, const struct lines *lines, struct lines *out)
{
    enum { LAST = 14, SHORT = 100 };
    struct lines all = {0};
    for (size_t i = lines->n > LAST ? lines->n - LAST : 0; i < lines->n; i++) {
        struct str s = lines->v[i].text.text;
        for (size_t at = 0, end; at <= s.n && s.n; at = end + 1) {
            struct line *l = ARENA_PUSH(m->t.a, &all);
            end = str_find(s, STR("\n"), at);
            if (end == SIZE_MAX) end = s.n;
            *l = lines->v[i];
            l->kind = LINE_TEXT;
            l->text = piece_part(lines->v[i].text, at, end);
        }
    }
    size_t office = all.n, end;
    for (size_t i = all.n > LAST ? all.n - LAST : 0; i < all.n; i++) /* the last office, with place and date over it */
        if (all.v[i].text.text.n <= SHORT && wordset_prefix(&m->t.v->office_starts, all.v[i].text.text, &end)) office = i;
    for (size_t i = office > 2 ? office - 2 : 0; i < all.n && office < all.n; i++)
        if (all.v[i].text.text.n && all.v[i].text.text.n <= SHORT && !str_ends(all.v[i].text.text, STR("."))) *ARENA_PUSH(m->t.a, out) = all.v[i];
}

/* "Tanggal Terbit" is the date from which the document holds. */
static void issued(struct making *m)
{
    struct identity *id = &m->sop->identity;
    for (size_t i = 0; i < m->entries.n && !id->effective.text.p; i++) {
        const struct entry *e = &m->entries.v[i];
        if ((e->use & FORM_TARGET) == LABEL_EFFECTIVE && e->use & FORM_INSTEAD && e->content.n) id->effective = item_of(&m->t, e->content.v[0].text);
    }
}

void template_find(struct making *m)
{
    struct seen s = {.m = m};
    struct lines lines = {0};
    all_lines(m, &lines);
    look(&s, &lines);
    enum sop_template kind = kind_of(m, &s);
    m->sop->template_kind = kind;
    if (kind == TEMPLATE_STANDARD) return;
    struct sop *sop = m->sop;
    if (m->evidence < SURE) m->evidence = SURE;
    sop->identity.reading = BLOCK_OTHER;
    sop->template_traits = (struct item){.text = kind == TEMPLATE_DOCUMENT ? shown_by(m, &s) : STR(""),
                                         .place = s.first.text.p ? piece_place(m->t.layout, s.first) : sop->identity.head.place};
    legal_bases(m, &lines);
    sop->template_lacks = lacking(m);
    if (kind == TEMPLATE_DOCUMENT) issued(m), date_of(m, &lines);
}

void template_finish(struct making *m)
{
    struct lines lines = {0}, last = {0};
    if (m->sop->template_kind == TEMPLATE_STANDARD) return;
    all_lines(m, &lines);
    last_lines(m, &lines, &last);
    if (!has_table(m) && m->sop->template_kind != TEMPLATE_DOCUMENT) signature_among(m, &last);
    if (m->sop->template_kind == TEMPLATE_DECREE) {
        decided_title(m, &lines);
        if (!m->sop->identity.created.text.p) m->sop->identity.created = m->sop->signature.date;
    }
    name_of(m, &lines);
}
