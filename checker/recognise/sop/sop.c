/* One walk over a layout: step tables are read as such, everything else goes to the identity block or what stands around it. */
#include "recognise/sop/making.h"
#include "recognise/sop/phases.h"

/* Whether a table holds labels of another identity block. */
static bool has_labels(struct making *m, const struct table *t)
{
    size_t labels = 0;
    for (size_t i = 0; i < t->cells.n && labels < 3; i++) {
        struct lines lines = {0};
        struct label_hit hit;
        lines_of_cell(m->t.a, &t->cells.v[i], &lines, NULL);
        labels += lines.n && label_at(m, &lines.v[0], true, &hit) && (hit.use & FORM_TARGET) <= LABEL_NAME;
    }
    return labels == 3;
}

/* A table of signatures below the last step. */
static bool is_signature(struct making *m, const struct table *t)
{
    size_t from, begin, end;
    for (size_t i = 0; i < t->cells.n; i++)
        if (nip_find(t->cells.v[i].text, &from, &begin, &end)) return !has_labels(m, t);
    return false;
}

/* Each column of it is a block of its own. */
static void signature_table(struct making *m, const struct table *t)
{
    for (uint32_t col = 0; col < t->cols; col++)
        for (uint32_t row = 0; row < t->rows; row++) {
            const struct cell *c = table_cell(t, row, col);
            struct lines lines = {0};
            if (!c || c->row != row || c->col != col) continue;
            lines_of_cell(m->t.a, c, &lines, NULL);
            for (size_t i = 0; i < lines.n; i++) identity_line(m, &lines.v[i]);
        }
}

static void one_table(struct making *m, const struct table *t, struct nested *nested)
{
    bool steps = columns_in(m, t);
    if (!steps && steps_continue(m, t)) return;
    if (!steps && m->sop->tables.n && is_signature(m, t)) {
        signature_table(m, t);
        return;
    }
    identity_table_begin(m, t);
    for (uint32_t row = 0; row < t->rows;) {
        uint32_t next = steps_read(m, t, row);
        if (next > row) {
            m->column_count = 0;
            identity_table_begin(m, t);
            row = next;
        } else {
            identity_row(m, t, row++, nested);
        }
    }
    identity_table_end(m);
}

static void tables(struct making *m, const struct table *t)
{
    struct nested waiting = {0};
    size_t steps = m->sop->steps.n;
    *ARENA_PUSH(m->t.a, &waiting) = t;
    for (size_t i = 0; i < waiting.n; i++) one_table(m, waiting.v[i], &waiting);
    if (m->sop->steps.n == steps) return;
    *ARENA_PUSH(m->t.a, &m->step_blocks) = (struct step_block){m->block, steps};
    m->page_ended = false;
}

static void page_break(struct making *m, size_t block)
{
    if (m->step_blocks.n && m->step_blocks.v[m->step_blocks.n - 1].block + 1 == block) m->page_ended = true;
}

/* The first text of a page, in the middle of a sentence: of the last row on the page before. */
static void first_text(struct making *m, const struct lines *lines)
{
    if (!m->page_ended || !lines->n) return;
    m->page_ended = false;
    if (lines->v[0].kind == LINE_TEXT && is_lower(lines->v[0].text.text.p[0])) m->sop->steps.v[m->sop->steps.n - 1].cut = true;
}

static void walk(struct making *m)
{
    for (size_t i = 0; i < m->t.layout->blocks.n; i++) {
        const struct block *b = &m->t.layout->blocks.v[i];
        struct lines lines = {0};
        m->block = i;
        if (b->kind == BLOCK_TABLE) {
            tables(m, b->table);
            continue;
        }
        if (b->kind == BLOCK_PAGE_BREAK) page_break(m, i);
        lines_of_block(m->t.a, b, &lines, NULL);
        first_text(m, &lines);
        join_labels(m, &lines);
        for (size_t k = 0; k < lines.n; k++) identity_line(m, &lines.v[k]);
    }
}

/* A flow chart that stands free under the title of an SOP, and no block: its first symbol tells the page. */
static bool titled_chart(const struct making *m)
{
    const struct where *w = m->sop->steps.n ? m->sop->steps.v[0].head.place.where : NULL;
    return w && w->page && begins_as_sop(m, w->page);
}

struct sop *sop_recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct read_regions *regions, size_t *evidence,
                          struct sop_parts *parts)
{
    struct making m = {.t = {a, v, layout, regions}, .open = NO_INDEX, .beside = NO_INDEX};
    m.sop = arena_alloc(a, sizeof *m.sop);
    drawing_begin(&m);
    walk(&m);
    size_t tables = m.sop->tables.n;
    cell_exits_settle(&m);
    drawing_finish(&m);
    bool chart = !tables && titled_chart(&m);
    charts_finish(&m);
    note_head_rows(&m);
    identity_finish(&m);
    template_find(&m);
    surroundings_finish(&m);
    template_finish(&m);
    if (parts) parts_find(&m, parts), sheets_find(&m, parts);
    phases_find(&m);
    *evidence = m.evidence + (tables ? 4 : m.head_spread && (m.evidence || m.sop->identity.other_titles.n) ? 3 : chart ? 3 : 0);
    bool torn = steps_torn(&m);
    m.sop->steps_unread |= torn;
    prove_readings(&m);
    if (torn) {
        m.sop->tables.n = m.sop->steps.n = 0;
        m.sop->stated_total.text = STR_ABSENT;
    }
    return m.sop;
}
