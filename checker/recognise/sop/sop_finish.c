/* What the labels hold, as the identity block and the sections of the SOP. */
#include <string.h>

#include "recognise/sop/making.h"

enum {
    LABELS_MAX = 100,    /* different ones that are kept: far more than a block has */
    SENTENCE = 40,
    BLOCK_BYTES = 12000  /* an identity block with its lists is no longer; labels further apart do not speak for one together */
};

static uint32_t target(const struct entry *e) { return e->use & FORM_TARGET; }

/* How many right labels there are: of each target, and in tables and running text. */
struct right_labels {
    size_t of[LABEL_TARGETS], place[2];
    bool firm[LABEL_TARGETS]; /* there is one that is no loose form */
};

static struct right_labels right_labels(const struct making *m)
{
    struct right_labels r = {.place = {0}};
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        if (e->use & FORM_WRONG) continue;
        r.of[target(e)]++;
        r.firm[target(e)] = r.firm[target(e)] || !(e->use & FORM_LOOSE);
        if (!(e->use & FORM_LOOSE) && target(e) < LABEL_OTHER) r.place[e->in_table]++;
    }
    return r;
}

/* A form that is a mistake counts only where the right label is missing and the block's other labels are there. */
static bool counts(const struct right_labels *right, const struct entry *e)
{
    return !(e->use & FORM_WRONG) || (!right->of[target(e)] && right->place[e->in_table] >= 2);
}

static bool neighbours(const struct entry *e, const struct entry *other)
{
    return other->in_table == e->in_table && other->page == e->page && target(other) != target(e) && target(other) != LABEL_OTHER;
}

/* Another label stands right before or behind: the block itself, not a cover or a running header. */
static bool in_block(const struct making *m, size_t i)
{
    const struct entry *e = &m->entries.v[i];
    return (i > 0 && neighbours(e, e - 1)) || (i + 1 < m->entries.n && neighbours(e, e + 1));
}

/* "Nomor : 480/12/2013" of the decree that an SOP is annexed to; "No. Dokumen" says that it is of this one. */
static bool bare_word(const struct entry *e) { return (e->use & FORM_LOOSE) && !memchr(e->label.text.p, ' ', e->label.text.n); }

/* The entry of a target: one that holds something before a blank one, one of the block before others; NULL: none. */
static const struct entry *entry_for(const struct making *m, const uint8_t *valid, uint32_t wanted)
{
    const struct entry *best = NULL;
    int most = -1;
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        if (target(e) != wanted || !valid[i]) continue;
        if (wanted == LABEL_NAME && (e->use & FORM_LOOSE) && e->content.n && names_person(m->t.v, e->content.v[0].text.text)) continue;
        int v = 4 * (e->content.n > 0) + 2 * !(e->use & FORM_LOOSE) + in_block(m, i);
        if (v > most) best = e, most = v;
    }
    return best;
}

static struct item value(const struct making *m, const struct entry *e)
{
    struct pieces pieces = {0};
    for (size_t i = 0; i < e->content.n; i++) *ARENA_PUSH(m->t.a, &pieces) = e->content.v[i].text;
    struct item item = item_of_pieces(&m->t, &pieces, e->label);
    if (is_filler(item.text)) item.text = STR("");
    return item;
}

static void record_label(struct making *m, const struct entry *e)
{
    const struct label_kind *kind = &m->t.v->labels[target(e)];
    struct labels *labels = &m->sop->labels;
    struct key wanted = key_of(e->label.text);
    if (labels->n >= LABELS_MAX) return;
    for (size_t i = 0; i < labels->n; i++) {
        struct key k = key_of(labels->v[i].item.text);
        if (labels->v[i].meant == kind->meant && k.n == wanted.n && memcmp(k.text, wanted.text, k.n) == 0) return;
    }
    struct label *l = ARENA_PUSH(m->t.a, labels);
    *l = (struct label){.item = item_of(&m->t, e->label), .meant = kind->meant, .standard = kind->standard};
    l->accepted = (e->use & FORM_INSTEAD) || !(e->use & (FORM_NEAR | FORM_WRONG));
}

/* Not so "Nomor SOP Kinerja sesuai Tugas": words that begin like the label. */
static bool has_figure(struct str s)
{
    size_t i = 0;
    while (i < s.n && (!is_digit(s.p[i]))) i++;
    return i < s.n;
}

static void other_numbers(struct making *m, const uint8_t *valid, const struct entry *chosen)
{
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        if (!valid[i] || e == chosen || target(e) != LABEL_NUMBER || !e->content.n) continue;
        struct item item = value(m, e);
        bool of_regulation = str_ifind(item.text, STR("tentang"), 0) != SIZE_MAX || str_ifind(item.text, STR("tahun"), 0) != SIZE_MAX;
        if (has_figure(item.text) && !of_regulation && !str_starts(item.text, STR("...")) && !str_starts(item.text, STR("___"))) *ARENA_PUSH(m->t.a, &m->sop->identity.other_numbers) = item;
    }
}

/* Where the labels of two sections were printed in a row and their lists below, each list that begins again at 1 is the next
 * label's. */
static void share_lists(struct making *m)
{
    for (size_t i = 1; i < m->entries.n; i++) {
        struct entry *e = &m->entries.v[i];
        size_t blank = 0, lists = 0, at[SECTION_COUNT];
        if (e->in_table || target(e) < LABEL_SECTION || target(e) >= LABEL_OTHER) continue;
        while (blank < i && blank < SECTION_COUNT && m->entries.v[i - 1 - blank].content.n == 0 && !m->entries.v[i - 1 - blank].in_table &&
               target(&m->entries.v[i - 1 - blank]) >= LABEL_SECTION && target(&m->entries.v[i - 1 - blank]) < LABEL_OTHER)
            blank++;
        for (size_t k = 0; blank && k < e->content.n; k++) {
            struct str marker = e->content.v[k].marker.text;
            bool one = marker.n == 2 && marker.p[0] == '1' && e->content.v[k].kind == LINE_ITEM;
            if (one && lists < SECTION_COUNT) at[lists++] = k;
        }
        if (!blank || lists != blank + 1 || at[0] != 0) continue;
        for (size_t k = 0; k <= blank; k++) {
            size_t end = k < blank ? at[k + 1] : e->content.n;
            struct entry *to = &m->entries.v[i - blank + k];
            if (to != e) to->content = (struct lines){e->content.v + at[k], end - at[k], end - at[k]};
        }
        e->content = (struct lines){e->content.v + at[blank], e->content.n - at[blank], e->content.n - at[blank]};
    }
}

static bool stacked(const struct making *m, size_t i, uint32_t from, uint32_t to)
{
    const struct entry *e = &m->entries.v[i];
    if (e->in_table || e->content.n || target(e) < from || target(e) >= to || i + 1 == m->entries.n) return false;
    return !e[1].in_table && target(&e[1]) >= from && target(&e[1]) < to;
}

/* Columns that a converter wrote one after another, line by line: more than once a label stands right over that of the other column, and
 * the lists of both follow among one another. Once alone the upper one is blank. */
static void mixed_lists(struct making *m)
{
    size_t times = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < m->entries.n; i++) {
            struct entry *e = &m->entries.v[i];
            if (e->colon || !stacked(m, i, LABEL_SECTION, LABEL_OTHER) || !e[1].content.n) continue;
            if (pass == 0) times++;
            else if (times > 1) e->unread = e[1].mixed = true;
        }
}

/* "2 Januari 2025", "-": what may stand behind a date's label. */
static bool dated(struct str s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.n; i++) {
        digits = is_digit(s.p[i]) ? digits + 1 : 0;
        if (digits == 4 && s.n <= 30) return true;
    }
    return str_eq(s, STR("-"));
}

/* Labels of dates one below another and, under them all and the approval's label, the dates: one for each, or nobody knows whose. */
static void share_dates(struct making *m)
{
    for (size_t i = 0, first; i < m->entries.n; i++) {
        first = i;
        while (stacked(m, i, LABEL_CREATED, LABEL_APPROVAL + 1) && !m->entries.v[i].colon) i++;
        struct entry *below = &m->entries.v[i];
        size_t labels = i - first, dates = 0;
        if (!labels || target(below) != LABEL_APPROVAL) continue;
        while (dates < below->content.n && dated(below->content.v[dates].text.text)) dates++;
        for (size_t k = 0; dates && k < labels; k++) {
            if (dates == labels) m->entries.v[first + k].content = (struct lines){below->content.v + k, 1, 1};
            else m->entries.v[first + k].unread = true;
        }
        below->content = (struct lines){below->content.v + dates, below->content.n - dates, below->content.n - dates};
    }
}

static void sections(struct making *m, const uint8_t *valid)
{
    for (unsigned i = 0; i < SECTION_COUNT; i++) {
        struct section *s = &m->sop->sections[i];
        const struct entry *e = entry_for(m, valid, LABEL_SECTION + i);
        s->head.place = m->sop->identity.head.place;
        if (!e || e->unread) continue;
        s->head = item_of(&m->t, e->label);
        list_items(m, &e->content, i == SECTION_DASAR_HUKUM, s);
        for (size_t k = 0; e->mixed && k < s->markers.n; k++) s->markers.v[k].text = STR("");
    }
}

/* "SOP : PENGELOLAAN SURAT" over the steps, where the block has the name: the title once more. */
static void other_titles(struct making *m, const struct entry *chosen)
{
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        if (target(e) != LABEL_NAME || e == chosen || !e->content.n || !str_ieq(e->label.text, STR("SOP"))) continue;
        struct item item = value(m, e);
        if (item.text.n) add_other_title(m, &item);
    }
}

static void fields(struct making *m, const uint8_t *valid)
{
    struct identity *id = &m->sop->identity;
    struct item *const places[LABEL_SECTION] = {
        [LABEL_NUMBER] = &id->number,       [LABEL_CREATED] = &id->created, [LABEL_REVISED] = &id->revised, [LABEL_EFFECTIVE] = &id->effective,
        [LABEL_NAME] = &id->name,           [LABEL_AGENCY] = &id->agency,   [LABEL_UNIT] = &id->unit,
    };
    size_t end;
    for (uint32_t t = 0; t < LABEL_SECTION; t++) {
        const struct entry *e = entry_for(m, valid, t);
        if (e && places[t]) *places[t] = value(m, e);
        id->dates_unread = id->dates_unread || (e && e->unread);
        if (t == LABEL_NUMBER) other_numbers(m, valid, e);
        if (t == LABEL_NAME) other_titles(m, e);
        if (e && t == LABEL_TOTAL && e->content.n && !m->sop->stated_total.text.n) m->sop->stated_total = value(m, e);
        if (e && t == LABEL_APPROVAL) {
            id->approval.head = (struct item){.text = STR_ABSENT, .place = piece_place(m->t.layout, e->label)};
            approval_read(m, e);
        }
    }
    const struct entry *unit = entry_for(m, valid, LABEL_UNIT);
    for (size_t i = 1; unit && i < unit->content.n && !id->agency.text.p; i++) /* "Dinas Kearsipan" and below it "Kabupaten Contoh" */
        if (wordset_prefix(&m->t.v->region_starts, unit->content.v[i].text.text, &end)) id->agency = item_of(&m->t, unit->content.v[i].text);
    if (id->name.text.p || !m->untitled.text.n) return;
    id->name = item_of(&m->t, m->untitled);
    for (size_t i = 0; i < m->loose.n; i++)
        m->loose.v[i].used = m->loose.v[i].used || m->loose.v[i].line.text.text.p == m->untitled.text.p;
}

/* The block as a whole, from its first label to the end of its last value. */
static struct place block_place(const struct making *m)
{
    struct place out = {SPAN_NONE, NULL};
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        struct place first = piece_place(m->t.layout, e->label);
        struct place last = e->content.n ? piece_place(m->t.layout, e->content.v[e->content.n - 1].text) : first;
        if (!out.at.set) out = first;
        if (out.at.set && first.at.set && first.at.begin < out.at.begin) out.at.begin = first.at.begin;
        if (out.at.set && last.at.set && last.at.end > out.at.end) out.at.end = last.at.end;
    }
    return out;
}

/* The weight of the labels that stand together where most do; one that is only like a label says less, and labels of other kinds of
 * document among them speak against it. */
struct label_mark {
    uint32_t at, use;
};

/* Labels within the window: how often each was met, plain or nearly so. */
struct window {
    size_t of[LABEL_TARGETS][2], foreign;
};

static void count_mark(struct window *w, const struct label_mark *k, bool in)
{
    size_t *n = k->use & FORM_FOREIGN ? &w->foreign : &w->of[k->use & FORM_TARGET][k->use & (FORM_NEAR | FORM_WRONG) ? 1 : 0];
    if (in) ++*n;
    else --*n;
}

/* What the labels within weigh; nothing where none of them is telling, that is, found in hardly any other document. */
static size_t weight_of(const struct making *m, const struct window *w)
{
    size_t weight = 0;
    bool telling = false;
    for (size_t t = 0; t < LABEL_OTHER; t++) {
        if (w->of[t][0] || w->of[t][1]) weight += m->t.v->labels[t].weight - !w->of[t][0];
        telling |= w->of[t][0] && m->t.v->labels[t].weight > 1;
    }
    return telling && !w->foreign ? weight : 0;
}

static size_t evidence(const struct making *m, const uint8_t *valid)
{
    struct label_mark *marks = arena_alloc(m->t.a, (m->entries.n + 1) * sizeof *marks);
    struct window w = {0};
    size_t n = 0, best = 0;
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        struct place p = piece_place(m->t.layout, e->label);
        bool counted = valid[i] && target(e) < LABEL_OTHER && !(e->use & FORM_LOOSE);
        if (p.at.set && (counted || e->use & FORM_FOREIGN)) marks[n++] = (struct label_mark){p.at.begin, e->use};
    }
    for (size_t from = 0, to = 0, behind = 0; from < n; from++) {
        for (; marks[behind].at + BLOCK_BYTES < marks[from].at; behind++)
            if (marks[behind].use & FORM_FOREIGN) count_mark(&w, &marks[behind], false);
        for (; to < n && marks[to].at <= marks[from].at + BLOCK_BYTES; to++) count_mark(&w, &marks[to], true);
        size_t weight = weight_of(m, &w);
        if (weight > best) best = weight;
        if (!(marks[from].use & FORM_FOREIGN)) count_mark(&w, &marks[from], false);
    }
    return best;
}

/* Sentences below the label of something else. */
static void other_text(struct making *m, const struct lines *content)
{
    struct pieces lines = {0};
    for (size_t i = 0, next; i < content->n; i = next) {
        lines.n = 0;
        *ARENA_PUSH(m->t.a, &lines) = content->v[i].text;
        for (next = i + 1; next < content->n && line_goes_on(&content->v[next - 1], &content->v[next]); next++) *ARENA_PUSH(m->t.a, &lines) = content->v[next].text;
        if (lines.n > 1 || lines.v[0].text.n > SENTENCE) push_paragraph(m, &lines);
    }
}

void identity_finish(struct making *m)
{
    uint8_t *valid = arena_alloc(m->t.a, m->entries.n + 1);
    struct right_labels right = right_labels(m);
    m->sop->steps_unread = steps_dissolved(m);
    if (m->sop->steps_unread) drop_dissolved(m);
    m->sop->steps_unread |= m->head_spread && !m->sop->tables.n;
    share_lists(m);
    mixed_lists(m);
    share_dates(m);
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        bool alone = bare_word(e) && !in_block(m, i); /* "Nama | Email": the heading of a table */
        valid[i] = counts(&right, e) && !(alone && (right.firm[target(e)] || target(e) == LABEL_NAME));
        if (valid[i] && target(e) != LABEL_OTHER && target(e) != LABEL_TOTAL) record_label(m, e);
        if (valid[i] && target(e) != LABEL_OTHER) continue;
        other_text(m, &e->content);
    }
    m->evidence = evidence(m, valid);
    m->sop->identity.head = (struct item){.text = STR_ABSENT, .place = block_place(m)};
    m->sop->identity.reading = block_reading(m, valid);
    fields(m, valid);
    sections(m, valid);
}
