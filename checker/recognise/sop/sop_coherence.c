/* Whether the identity block and the step table were read as they were printed: converters part labels from their values and cells from
 * their rows, and then nothing can be said to be missing. */
#include "recognise/sop/making.h"

enum { LEAST_HEADINGS = 4, LEAST_BLANK = 3, LEAST_STACKED = 2, LEAST_OTHER = 3, MOST_STANDARD = 2 };

static uint32_t target(const struct entry *e) { return e->use & FORM_TARGET; }

void join_labels(const struct making *m, struct lines *lines)
{
    size_t n = 0;
    for (size_t i = 0; i < lines->n; i++, n++) {
        lines->v[n] = lines->v[i];
        if (i + 1 == lines->n || lines->v[i].kind != LINE_TEXT || lines->v[i + 1].kind != LINE_TEXT || lines->v[i + 1].first) continue;
        struct str a = lines->v[i].text.text, b = lines->v[i + 1].text.text;
        if (a.n + b.n > KEY_MAX || b.p < a.p + a.n || wordset_find(&m->t.v->label_forms, a) || wordset_find(&m->t.v->label_forms, b)) continue;
        struct str both = {a.p, (size_t)(b.p - a.p) + b.n};
        const struct listed *f = wordset_find(&m->t.v->label_forms, both);
        if (!f || (f->use & (FORM_LOOSE | FORM_WRONG)) || (f->use & FORM_TARGET) >= LABEL_SECTION) continue;
        lines->v[n].text.text = both;
        i++;
    }
    lines->n = n;
}

/* Headings of step tables that stand in a line among other words. */
static uint32_t headings_in(const struct making *m, struct str s)
{
    enum { LINE_BYTES = 240 };
    uint32_t bits = 0;
    size_t at = 0, begin, end;
    if (s.n > LINE_BYTES) return 0;
    while (next_word(s, &at, &begin)) {
        const struct listed *f = is_upper(s.p[begin]) ? wordset_prefix(&m->t.v->headings, str_slice(s, begin, s.n), &end) : NULL;
        if (f) bits |= 1u << f->use;
    }
    return bits;
}

static size_t count_bits(uint32_t bits)
{
    size_t n = 0;
    for (; bits; bits &= bits - 1) n++;
    return n;
}

/* A head that a scanner left as lines of words: three headings in one line, or with "Mutu Baku", or four, in lines that follow one another. */
static void note_spread(struct making *m, const struct line *line)
{
    uint32_t bits = headings_in(m, line->text.text);
    if (!bits) {
        if (m->spread_gap++ > 1) m->spread = 0;
        return;
    }
    m->spread |= bits;
    m->spread_gap = 0;
    if (count_bits(bits) >= 3 || (count_bits(m->spread) >= (m->spread & 1u << HEADING_QUALITY ? 3 : 4))) m->head_spread = true;
}

/* Of the line of a cell that has most of them. */
static uint32_t headings_in_lines(const struct making *m, struct str s)
{
    uint32_t best = 0;
    for (size_t at = 0, end; at < s.n; at = end + 1) {
        end = str_find(s, STR("\n"), at);
        if (end == SIZE_MAX) end = s.n;
        uint32_t bits = headings_in(m, str_slice(s, at, end));
        if (count_bits(bits) > count_bits(best)) best = bits;
    }
    return best;
}

/* The head of a step table that became a row of another table: in one region of columns of blanks with the block above it. */
static bool head_row(const struct making *m, const struct table *t, uint32_t row)
{
    uint32_t bits = 0;
    for (uint32_t col = 0; col < t->cols; col++) {
        const struct cell *c = table_cell(t, row, col);
        if (c && c->row == row && c->col == col) bits |= headings_in_lines(m, c->text);
    }
    return count_bits(bits) >= (bits & 1u << HEADING_QUALITY ? 3 : 4);
}

/* What stood below it came to the sections in its columns. */
static void drop_below_head(struct making *m)
{
    for (size_t i = 0; i < m->entries.n; i++) {
        struct lines *content = &m->entries.v[i].content;
        size_t n = 0;
        while (n < content->n && !wordset_find(&m->t.v->headings, content->v[n].text.text) && count_bits(headings_in(m, content->v[n].text.text)) < 2) n++;
        if (m->entries.v[i].in_table) content->n = n;
    }
}

void note_head_rows(struct making *m)
{
    bool found = false;
    for (size_t i = 0; i < m->t.layout->blocks.n && !m->sop->tables.n && !found; i++) {
        const struct block *b = &m->t.layout->blocks.v[i];
        for (uint32_t row = 0; b->kind == BLOCK_TABLE && row < b->table->rows && !found; row++) found = head_row(m, b->table, row);
    }
    if (!found) return;
    m->head_spread = true;
    drop_below_head(m);
}

void note_heading(struct making *m, const struct line *line)
{
    if (!m->sop->tables.n && line->kind == LINE_TEXT) note_spread(m, line);
    const struct listed *f = m->sop->tables.n || line->kind != LINE_TEXT ? NULL : wordset_find(&m->t.v->headings, line->text.text);
    if (!f) return;
    if (!m->lone_headings) m->dissolved = m->loose.n;
    m->lone_headings |= 1u << f->use;
}

bool steps_dissolved(const struct making *m)
{
    size_t n = 0;
    for (uint32_t bits = m->lone_headings; bits; bits &= bits - 1) n++;
    return n >= LEAST_HEADINGS && !m->sop->tables.n;
}

bool steps_torn(const struct making *m)
{
    size_t blank = 0;
    for (size_t i = 0; i < m->sop->steps.n; i++) {
        const struct step *s = &m->sop->steps.v[i];
        blank += str_blank(s->activity.text) && !s->merged[COLUMN_KEGIATAN];
    }
    return m->columns_unread || (blank >= LEAST_BLANK && blank * 3 >= m->sop->steps.n);
}

void drop_dissolved(struct making *m)
{
    for (size_t i = 0; i < m->entries.n; i++) {
        struct lines *content = &m->entries.v[i].content;
        size_t n = 0;
        while (n < content->n && !wordset_find(&m->t.v->headings, content->v[n].text.text)) n++;
        content->n = n;
    }
    for (size_t i = m->dissolved; i < m->loose.n; i++) m->loose.v[i].used = true;
}

/* Labels in running text, without a colon, one right below another: in how many places. */
static size_t stacked(const struct making *m)
{
    size_t n = 0;
    for (size_t i = 0; i + 1 < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        n += !e->in_table && !e->colon && !e->content.n && target(e) < LABEL_OTHER && !e[1].in_table && target(&e[1]) < LABEL_OTHER;
    }
    return n;
}

/* The chapters and the title block of other templates ("No. Rev.", "Ruang Lingkup") stand there, and hardly a label of this one. */
static bool other_template(const struct making *m, const uint8_t *valid)
{
    struct key others[LEAST_OTHER];
    bool seen[LABEL_TARGETS] = {false};
    size_t n = 0, standard = 0;
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        if (target(e) == LABEL_OTHER && n < LEAST_OTHER) {
            struct key k = key_of(e->label.text);
            size_t j = 0;
            while (j < n && !str_eq((struct str){others[j].text, others[j].n}, (struct str){k.text, k.n})) j++;
            if (j == n) others[n++] = k;
        } else if (valid[i] && target(e) < LABEL_OTHER && !(e->use & FORM_LOOSE) && !seen[target(e)]) {
            seen[target(e)] = true;
            standard += m->t.v->labels[target(e)].weight > 1;
        }
    }
    return n == LEAST_OTHER && standard <= MOST_STANDARD;
}

enum block_reading block_reading(const struct making *m, const uint8_t *valid)
{
    bool unread = false, in_table = false;
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        if (!valid[i] || target(e) >= LABEL_OTHER) continue;
        unread |= e->unread && target(e) <= LABEL_NAME;
        in_table |= e->in_table;
    }
    if (other_template(m, valid)) return BLOCK_OTHER;
    if (unread || (!in_table && (steps_dissolved(m) || stacked(m) >= LEAST_STACKED))) return BLOCK_TORN;
    return BLOCK_READ;
}
