/* What was read of the step tables, and what proves it: a head with its parts, rows whose numbers run, cells that hold what their heading
 * says. */
#include <string.h>

#include "recognise/sop/proof.h"

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
    evidence_for(m->t.a, r, numbered ? W_evidence_numbers : W_evidence_rows, proof_count(m, numbered ? numbered : rows), STR_ABSENT);
    if (m->sop->steps_unread) evidence_against(m->t.a, r, W_reason_steps_unread);
}

void prove_steps(struct making *m)
{
    for (size_t i = 0; i < m->sop->tables.n; i++) {
        prove_head(m, &m->sop->tables.v[i]);
        prove_rows(m, i);
    }
}
