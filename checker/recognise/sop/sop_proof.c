/* What was read of an SOP, region by region, and what proves that it was read as it was printed. */
#include <string.h>

#include "recognise/sop/making.h"

static uint32_t target(const struct entry *e) { return e->use & FORM_TARGET; }

static struct str count(const struct making *m, size_t n) { return arena_printf(m->t.a, "%zu", n); }

/* ---- identity block --------------------------------------------------------------------------------------------- */

/* The labels that met a value, in the order of the block, each once. */
static size_t labels_met(const struct making *m, struct buf *names)
{
    bool seen[LABEL_TARGETS] = {false};
    size_t n = 0;
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        if (target(e) > LABEL_NAME || !e->content.n || seen[target(e)]) continue;
        seen[target(e)] = true;
        if (n++) buf_z(names, ", ");
        buf_str(names, m->t.v->labels[target(e)].standard);
    }
    return n;
}

static void prove_block(struct making *m)
{
    struct identity *id = &m->sop->identity;
    struct buf names = BUF_INIT;
    size_t met = labels_met(m, &names);
    if (m->entries.n) {
        struct read_region *r = region_add(m->t.a, m->t.regions, REGION_IDENTITY, STR("identitas"), id->head.place);
        if (met) evidence_for(m->t.a, r, W_evidence_labels, count(m, met), arena_str(m->t.a, buf_view(&names)));
        if (id->reading == BLOCK_TORN) evidence_against(m->t.a, r, W_reason_block_torn);
        if (id->reading == BLOCK_OTHER) evidence_against(m->t.a, r, W_reason_other_template);
    }
    buf_free(&names);
}

static void prove_sections(struct making *m)
{
    for (int i = 0; i < SECTION_COUNT; i++) {
        const struct section *s = &m->sop->sections[i];
        if (!s->head.text.p) continue;
        struct read_region *r = region_add(m->t.a, m->t.regions, REGION_SECTION, str_of(section_name((enum section_id)i)), s->head.place);
        if (s->items.n) evidence_for(m->t.a, r, W_evidence_items, count(m, s->items.n), STR_ABSENT);
        else if (m->sop->identity.reading != BLOCK_READ) evidence_against(m->t.a, r, W_reason_block_torn);
        else evidence_for(m->t.a, r, W_evidence_blank, STR_ABSENT, STR_ABSENT);
    }
}

/* ---- step tables ------------------------------------------------------------------------------------------------ */

static void prove_head(struct making *m, const struct step_table *t)
{
    struct read_region *r = region_add(m->t.a, m->t.regions, REGION_HEAD, STR("tabel"), t->head.place);
    struct buf names = BUF_INIT;
    r->title = t->title.text;
    for (int c = 0; c < COLUMN_COUNT; c++) {
        if (!t->has[c]) continue;
        if (names.n) buf_z(&names, ", ");
        buf_z(&names, column_name((enum column_id)c));
    }
    if (names.n) evidence_for(m->t.a, r, W_evidence_head, arena_str(m->t.a, buf_view(&names)), STR_ABSENT);
    buf_free(&names);
    if (m->sop->steps_unread) evidence_against(m->t.a, r, W_reason_steps_unread);
}

static void prove_rows(struct making *m, size_t table)
{
    size_t rows = 0, numbered = 0;
    const struct step *first = NULL;
    for (size_t i = 0; i < m->sop->steps.n; i++) {
        const struct step *s = &m->sop->steps.v[i];
        if (s->table != table) continue;
        if (!first) first = s;
        rows++;
        numbered += s->number.text.n > 0;
    }
    if (!rows) return;
    struct read_region *r = region_add(m->t.a, m->t.regions, REGION_ROWS, STR("langkah"), first->head.place);
    evidence_for(m->t.a, r, numbered ? W_evidence_numbers : W_evidence_rows, count(m, numbered ? numbered : rows), STR_ABSENT);
    if (m->sop->steps_unread) evidence_against(m->t.a, r, W_reason_steps_unread);
}

void prove_readings(struct making *m)
{
    prove_block(m);
    prove_sections(m);
    for (size_t i = 0; i < m->sop->tables.n; i++) {
        prove_head(m, &m->sop->tables.v[i]);
        prove_rows(m, i);
    }
}
