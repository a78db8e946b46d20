/* An SOP as elements. Groups that rules look into (identitas, the six sections, pengesahan, tanda-tangan) always stand there,
 * empty or not; a leaf stands there only where the document has such a thing. */
#include "view/nodes.h"

static void signature(struct builder *b, xmlNode *parent, const char *name, const struct signature *s)
{
    xmlNode *n = view_element(b, parent, name, &s->head);
    view_leaf(b, n, "tempat", &s->place_name);
    view_leaf(b, n, "tanggal", &s->date);
    view_leaf(b, n, "jabatan", &s->office);
    view_leaf(b, n, "nama", &s->name);
    view_leaf(b, n, "pangkat", &s->rank);
    view_leaf(b, n, "nip", &s->nip);
}

static void identity(struct builder *b, xmlNode *root, const struct identity *i)
{
    xmlNode *n = view_element(b, root, "identitas", &i->head);
    view_leaf(b, n, "instansi", &i->agency);
    view_leaf(b, n, "unit", &i->unit);
    view_leaf(b, n, "nomor", &i->number);
    view_leaf(b, n, "nama", &i->name);
    view_leaf(b, n, "tanggal-pembuatan", &i->created);
    view_leaf(b, n, "tanggal-revisi", &i->revised);
    view_leaf(b, n, "tanggal-efektif", &i->effective);
    signature(b, n, "pengesahan", &i->approval);
    view_leaves(b, n, "nomor-lain", &i->other_numbers);
    view_leaves(b, n, "judul-lain", &i->other_titles);
}

static void table(struct builder *b, xmlNode *root, const struct step_table *t)
{
    xmlNode *n = view_element(b, root, "tabel", &t->head);
    view_leaf(b, n, "judul", &t->title);
    for (int c = 0; c < COLUMN_COUNT; c++)
        if (t->has[c]) view_group(b, n, column_name((enum column_id)c));
}

static void actors(struct builder *b, xmlNode *root, const struct step_table *t)
{
    xmlNode *n = view_group(b, root, "pelaksana");
    for (size_t i = 0; i < t->actors.n; i++) {
        xmlNode *j = view_element(b, n, "jabatan", &t->actors.v[i].item);
        view_leaves(b, j, "singkatan", &t->actors.v[i].abbreviations);
    }
}

static void step(struct builder *b, xmlNode *root, const struct step *s)
{
    xmlNode *n = view_element(b, root, "langkah", &s->head);
    view_leaf(b, n, "nomor", &s->number);
    view_leaf(b, n, "uraian", &s->activity);
    view_leaf(b, n, "nama", &s->title);
    view_leaf(b, n, "simbol", &s->symbol_name);
    for (size_t i = 0; i < s->performers.n; i++) view_element(b, n, "pelaksana", &s->performers.v[i].item);
    if (s->requirement_cell.text.p || s->requirements.n) {
        struct item cell = s->requirement_cell;
        cell.text = STR_ABSENT; /* the items below say it */
        xmlNode *k = view_element(b, n, "kelengkapan", &cell);
        k->_private = (void *)(uintptr_t)&s->requirement_cell;
        view_leaves(b, k, "butir", &s->requirements);
    }
    view_leaf(b, n, "waktu", &s->duration);
    view_leaf(b, n, "output", &s->output);
    view_leaf(b, n, "keterangan", &s->note);
    for (size_t i = 0; i < s->exits.n; i++) view_element(b, n, "lanjut", &s->exits.v[i].item);
}

void view_sop(struct builder *b, const struct sop *s)
{
    xmlNode *root = view_element(b, NULL, "sop", &s->head);
    if (!s->partial) identity(b, root, &s->identity);
    for (int i = 0; i < SECTION_COUNT && !s->partial; i++) {
        struct item head = s->sections[i].head;
        head.text = STR_ABSENT; /* the label is no content of the section */
        xmlNode *n = view_element(b, root, section_name((enum section_id)i), &head);
        n->_private = (void *)(uintptr_t)&s->sections[i].head;
        view_leaves(b, n, "butir", &s->sections[i].items);
    }
    for (size_t i = 0; i < s->labels.n; i++) view_element(b, root, "label", &s->labels.v[i].item);
    for (size_t i = 0; i < s->tables.n && !s->partial; i++) table(b, root, &s->tables.v[i]);
    for (size_t i = 0; i < s->tables.n; i++) actors(b, root, &s->tables.v[i]);
    for (size_t i = 0; i < s->scopes.n; i++) view_element(b, root, "alur", &s->scopes.v[i].item);
    for (size_t i = 0; i < s->steps.n; i++) step(b, root, &s->steps.v[i]);
    view_leaf(b, root, "jumlah-waktu", &s->stated_total);
    view_leaf(b, root, "standar-pelayanan", &s->service_time);
    if (!s->partial) signature(b, root, "tanda-tangan", &s->signature);
    view_leaves(b, root, "paragraf", &s->paragraphs);
}
