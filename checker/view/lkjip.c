/* An LKjIP as elements. Groups that rules look into (identitas, rumus, skala) always stand there; tables, rows and leaves stand
 * there only where the document has them. */
#include <stdlib.h>

#include "view/nodes.h"

static void figure(struct builder *b, xmlNode *parent, const char *name, const struct figure *f) { view_leaf(b, parent, name, &f->item); }

static void identity(struct builder *b, xmlNode *root, const struct lkjip *l)
{
    xmlNode *n = view_element(b, root, "identitas", &l->identity.head);
    view_leaf(b, n, "instansi", &l->identity.agency);
    view_leaf(b, n, "jenis-entitas", &l->identity.entity_type);
    view_leaf(b, n, "tahun", &l->identity.year);
    view_leaf(b, n, "tempat", &l->identity.place_name);
    view_leaf(b, n, "tanggal", &l->identity.date);
    view_leaf(b, n, "perubahan", &l->identity.amended);
    view_leaf(b, n, "jabatan", &l->identity.office);
    view_leaf(b, n, "nama", &l->identity.name);
    view_leaf(b, n, "nip", &l->identity.nip);
    view_leaves(b, n, "sebutan-tahun", &l->year_mentions);
}

static void chapter(struct builder *b, xmlNode *root, const struct chapter *c)
{
    xmlNode *n = view_element(b, root, "bab", &c->title);
    view_leaf(b, n, "isi", &c->text);
    for (size_t i = 0; i < c->parts.n; i++) {
        xmlNode *s = view_element(b, n, "subbab", &c->parts.v[i].title);
        view_leaf(b, s, "isi", &c->parts.v[i].text);
    }
}

static void indicator(struct builder *b, xmlNode *parent, const struct indicator *i)
{
    xmlNode *n = view_element(b, parent, "indikator", &i->head);
    view_leaf(b, n, "nama", &i->name);
    view_leaf(b, n, "satuan", &i->unit);
    view_leaf(b, n, "arah", &i->direction);
    figure(b, n, "target", &i->target);
    figure(b, n, "realisasi", &i->realisasi);
    figure(b, n, "capaian", &i->capaian);
    view_leaf(b, n, "kategori", &i->category);
    view_leaf(b, n, "pembentuk", &i->ratio);
}

/* Indicators stand below their sasaran; those printed without one below a first sasaran without a name. */
static void indicator_table(struct builder *b, xmlNode *root, const char *name, const struct indicator_table *t)
{
    xmlNode *n = view_element(b, root, name, &t->head), *nameless = NULL;
    xmlNode **goals = base_alloc((t->goals.n + 1) * sizeof *goals);
    for (size_t i = 0; i < t->rows.n; i++) {
        if (t->rows.v[i].goal < t->goals.n) continue;
        if (!nameless) nameless = view_group(b, n, "sasaran");
        indicator(b, nameless, &t->rows.v[i]);
    }
    for (size_t g = 0; g < t->goals.n; g++) {
        goals[g] = view_group(b, n, "sasaran");
        view_leaf(b, goals[g], "nama", &t->goals.v[g].name);
    }
    for (size_t i = 0; i < t->rows.n; i++)
        if (t->rows.v[i].goal < t->goals.n) indicator(b, goals[t->rows.v[i].goal], &t->rows.v[i]);
    for (size_t g = 0; g < t->goals.n; g++) figure(b, goals[g], "rata-rata", &t->goals.v[g].mean);
    figure(b, n, "rata-rata", &t->mean);
    free(goals);
}

static void comparison(struct builder *b, xmlNode *root, const struct comparison *c)
{
    xmlNode *n = view_element(b, root, "perbandingan", &c->head);
    view_leaf(b, n, "nama", &c->name);
    view_leaf(b, n, "satuan", &c->unit);
    for (size_t i = 0; i < c->years.n; i++) {
        const struct year_figure *y = &c->years.v[i];
        figure(b, n, y->what == MEASURED_TARGET ? "target-tahun" : y->what == MEASURED_CAPAIAN ? "capaian-tahun" : "realisasi-tahun", &y->figure);
    }
    figure(b, n, "target-akhir", &c->end_target);
    figure(b, n, "capaian-target-akhir", &c->end_capaian);
    figure(b, n, "standar-nasional", &c->standard);
    figure(b, n, "capaian-standar", &c->standard_capaian);
    view_leaf(b, n, "sumber-standar", &c->standard_source);
    figure(b, n, "pertumbuhan", &c->growth);
    view_leaf(b, n, "satuan-pertumbuhan", &c->growth_unit);
}

static void budget_table(struct builder *b, xmlNode *root, const struct budget_table *t)
{
    xmlNode *n = view_element(b, root, "anggaran", &t->head);
    for (size_t i = 0; i < t->rows.n; i++) {
        const struct budget_row *r = &t->rows.v[i];
        xmlNode *row = view_element(b, n, "baris", &r->head);
        view_leaf(b, row, "nama", &r->name);
        figure(b, row, "pagu", &r->pagu);
        figure(b, row, "realisasi", &r->realisasi);
        figure(b, row, "persen", &r->percent);
        figure(b, row, "sisa", &r->rest);
        figure(b, row, "capaian", &r->capaian);
        figure(b, row, "efisiensi", &r->efficiency);
    }
}

static void sum_table(struct builder *b, xmlNode *root, const struct sum_table *t)
{
    xmlNode *n = view_element(b, root, "tabel-jumlah", &t->head);
    for (size_t i = 0; i < t->columns.n; i++) {
        xmlNode *c = view_group(b, n, "kolom");
        view_leaf(b, c, "nama", &t->columns.v[i].name);
        figure(b, c, "jumlah", &t->columns.v[i].total);
    }
}

static void formula_and_scale(struct builder *b, xmlNode *root, const struct lkjip *l)
{
    xmlNode *n = view_element(b, root, "rumus", &l->formula.head);
    view_leaf(b, n, "turun", &l->formula.down);
    view_leaf(b, n, "batas", &l->formula.cap);
    view_leaf(b, n, "isi", &l->formula.text);
    n = view_element(b, root, "skala", &l->scale_head);
    for (size_t i = 0; i < l->scale.n; i++) {
        xmlNode *band = view_group(b, n, "tingkat");
        view_leaf(b, band, "nama", &l->scale.v[i].name);
        figure(b, band, "dari", &l->scale.v[i].from);
        figure(b, band, "sampai", &l->scale.v[i].to);
    }
}

void view_lkjip(struct builder *b, const struct lkjip *l)
{
    xmlNode *root = view_element(b, NULL, l->is_pk ? "pk" : "lkjip", &l->head);
    identity(b, root, l);
    view_leaf(b, root, "ikhtisar-eksekutif", &l->summary);
    for (size_t i = 0; i < l->chapters.n; i++) chapter(b, root, &l->chapters.v[i]);
    formula_and_scale(b, root, l);
    for (size_t i = 0; i < l->agreements.n; i++) indicator_table(b, root, "perjanjian-kinerja", &l->agreements.v[i]);
    for (size_t i = 0; i < l->measurements.n; i++) indicator_table(b, root, "pengukuran", &l->measurements.v[i]);
    for (size_t i = 0; i < l->comparisons.n; i++) comparison(b, root, &l->comparisons.v[i]);
    for (size_t i = 0; i < l->budgets.n; i++) budget_table(b, root, &l->budgets.v[i]);
    for (size_t i = 0; i < l->sums.n; i++) sum_table(b, root, &l->sums.v[i]);
    for (size_t i = 0; i < l->numbered.n; i++) view_element(b, root, "bernomor", &l->numbered.v[i].item);
    for (size_t i = 0; i < l->statements.n; i++) view_element(b, root, "narasi", &l->statements.v[i].item);
    view_leaves(b, root, "lampiran", &l->appendices);
    view_leaves(b, root, "paragraf", &l->paragraphs);
}
