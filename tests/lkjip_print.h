/* What the recogniser made of a report, as lines that a test can compare. */
#ifndef REPORT_PRINT_H
#define REPORT_PRINT_H

#include "stage/read.h"
#include "stage/recognise.h"

static inline void print_value(struct buf *b, const char *name, const struct item *i)
{
    if (i->text.p) buf_printf(b, " %s=%.*s", name, (int)i->text.n, i->text.p);
}

static inline void print_line(struct buf *b, const char *name, const struct item *i)
{
    if (i->text.p) buf_printf(b, "%s: %.*s\n", name, (int)i->text.n, i->text.p);
}

static inline void print_lines(struct buf *b, const char *name, const struct items *list)
{
    for (size_t i = 0; i < list->n; i++) print_line(b, name, &list->v[i]);
}

static inline void print_head(struct buf *b, const char *kind, const struct item *head, int year, bool in_appendix)
{
    buf_printf(b, "%s %d%s:", kind, year, in_appendix ? " lampiran" : "");
    if (head->text.p) buf_printf(b, " %.*s", (int)head->text.n, head->text.p);
    buf_ch(b, '\n');
}

static inline void print_indicators(struct buf *b, const char *kind, const struct indicator_tables *list)
{
    for (size_t t = 0; t < list->n; t++) {
        const struct indicator_table *table = &list->v[t];
        print_head(b, kind, &table->head, table->year, table->in_appendix);
        for (size_t i = 0; i < table->goals.n; i++) {
            buf_printf(b, "  sasaran %zu: %.*s", i, (int)table->goals.v[i].name.text.n, table->goals.v[i].name.text.p);
            print_value(b, "rata-rata", &table->goals.v[i].mean.item);
            buf_ch(b, '\n');
        }
        for (size_t i = 0; i < table->rows.n; i++) {
            const struct indicator *r = &table->rows.v[i];
            buf_printf(b, "  %.*s", (int)r->name.text.n, r->name.text.p);
            print_value(b, "s", &r->unit);
            print_value(b, "t", &r->target.item);
            print_value(b, "r", &r->realisasi.item);
            print_value(b, "c", &r->capaian.item);
            print_value(b, "k", &r->category);
            if (r->goal != NO_INDEX) buf_printf(b, " g=%zu", r->goal);
            buf_ch(b, '\n');
        }
        if (table->mean.item.text.p) buf_printf(b, "  rata-rata: %.*s\n", (int)table->mean.item.text.n, table->mean.item.text.p);
    }
}

static inline void print_comparisons(struct buf *b, const struct comparisons *list)
{
    for (size_t i = 0; i < list->n; i++) {
        const struct comparison *c = &list->v[i];
        buf_printf(b, "perbandingan: %.*s", (int)c->name.text.n, c->name.text.p);
        print_value(b, "s", &c->unit);
        for (size_t k = 0; k < c->years.n; k++)
            buf_printf(b, " %d%c=%.*s", c->years.v[k].year, "?trcx"[c->years.v[k].what], (int)c->years.v[k].figure.item.text.n, c->years.v[k].figure.item.text.p);
        print_value(b, "akhir", &c->end_target.item);
        print_value(b, "standar", &c->standard.item);
        print_value(b, "naik", &c->growth.item);
        buf_ch(b, '\n');
    }
}

static inline void print_budgets(struct buf *b, const struct budget_tables *list)
{
    static const char *const kinds[] = {[LKJIP_AGREEMENT] = "anggaran-pk", [LKJIP_BUDGET] = "anggaran", [LKJIP_EFFICIENCY] = "efisiensi"};
    for (size_t t = 0; t < list->n; t++) {
        print_head(b, kinds[list->v[t].kind], &list->v[t].head, list->v[t].year, list->v[t].in_appendix);
        if (list->v[t].unit) buf_printf(b, "  x %lld\n", (long long)list->v[t].unit);
        if (list->v[t].below) buf_printf(b, "  di bawah program: %d\n", list->v[t].below);
        for (size_t i = 0; i < list->v[t].rows.n; i++) {
            const struct budget_row *r = &list->v[t].rows.v[i];
            if (r->total) buf_z(b, "  jumlah");
            else buf_printf(b, "  %d", r->level);
            buf_printf(b, " %.*s", (int)r->name.text.n, r->name.text.p);
            print_value(b, "p", &r->pagu.item);
            print_value(b, "r", &r->realisasi.item);
            print_value(b, "%", &r->percent.item);
            print_value(b, "sisa", &r->rest.item);
            print_value(b, "c", &r->capaian.item);
            print_value(b, "e", &r->efficiency.item);
            buf_ch(b, '\n');
        }
    }
}

static inline void print_sums(struct buf *b, const struct sum_tables *list)
{
    for (size_t t = 0; t < list->n; t++)
        for (size_t c = 0; c < list->v[t].columns.n; c++) {
            const struct sum_column *k = &list->v[t].columns.v[c];
            buf_printf(b, "jumlah %.*s:", (int)k->name.text.n, k->name.text.p);
            for (size_t i = 0; i < k->cells.n; i++) buf_printf(b, " %.*s", (int)k->cells.v[i].item.text.n, k->cells.v[i].item.text.p);
            buf_printf(b, " = %.*s\n", (int)k->total.item.text.n, k->total.item.text.p);
        }
}

static inline void print_outline(struct buf *b, const struct lkjip *l)
{
    for (size_t i = 0; i < l->chapters.n; i++) {
        const struct chapter *c = &l->chapters.v[i];
        buf_printf(b, "bab %d: %.*s\n", c->number, (int)c->title.text.n, c->title.text.p);
        for (size_t k = 0; k < c->parts.n; k++) buf_printf(b, "  bagian %u: %.*s\n", c->parts.v[k].level, (int)c->parts.v[k].title.text.n, c->parts.v[k].title.text.p);
    }
    for (size_t i = 0; i < l->numbered.n; i++) {
        const struct numbered *n = &l->numbered.v[i];
        buf_printf(b, "%c %.*s%s%s: %.*s\n", "?tgl"[n->what], (int)n->number.n, n->number.p ? n->number.p : "", n->reference ? " rujukan" : "", n->listed ? " daftar" : "",
                   (int)n->item.text.n, n->item.text.p);
    }
}

static inline void print_report(struct buf *b, const struct lkjip *l)
{
    print_line(b, "instansi", &l->identity.agency);
    print_line(b, "jenis", &l->identity.entity_type);
    print_line(b, "tahun", &l->identity.year);
    print_line(b, "tempat", &l->identity.place_name);
    print_line(b, "tanggal", &l->identity.date);
    print_line(b, "jabatan", &l->identity.office);
    print_line(b, "nama", &l->identity.name);
    print_line(b, "nip", &l->identity.nip);
    print_line(b, "ikhtisar", &l->summary);
    print_outline(b, l);
    print_line(b, "rumus", &l->formula.down);
    for (size_t i = 0; i < l->scale.n; i++) {
        const struct band *k = &l->scale.v[i];
        buf_printf(b, "skala %.*s:", (int)k->name.text.n, k->name.text.p);
        print_value(b, k->from_open ? ">" : ">=", &k->from.item);
        print_value(b, k->to_open ? "<" : "<=", &k->to.item);
        buf_ch(b, '\n');
    }
    print_indicators(b, "pk", &l->agreements);
    print_indicators(b, "pengukuran", &l->measurements);
    print_comparisons(b, &l->comparisons);
    print_budgets(b, &l->budgets);
    print_sums(b, &l->sums);
    for (size_t i = 0; i < l->statements.n; i++) {
        buf_printf(b, "narasi: %.*s\n", (int)l->statements.v[i].item.text.n, l->statements.v[i].item.text.p);
    }
    print_lines(b, "lampiran", &l->appendices);
}

#endif
