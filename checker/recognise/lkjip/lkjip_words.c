/* rules/vocabulary/lkjip.yaml as sets of words. */
#include "language/vocabulary.h"
#include "recognise/lkjip/lkjip_making.h"

/* All sets but the formulas are keyed. */
static void add(struct word_file *f, const struct yaml_node *map, const char *key, uint32_t use, struct wordset *out)
{
    if (!out->n) out->how = WORDS_KEYED;
    word_file_add(f, map, key, use, out);
}

/* Titles by what their documents are called; gives the use of the next kind. */
static uint32_t other_titles(struct word_file *f, const struct yaml_node *map, uint32_t use, struct lkjip_words *w)
{
    for (const struct yaml_node *n = map ? map->child : NULL; n && n->next; n = n->next->next, use++) { /* key, value, key, value */
        w->other_names[use] = yaml_str(n);
        add(f, map, n->text, use, &w->other_titles);
    }
    return use;
}

const struct lkjip_words *lkjip_words_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const char *const columns[ROLE_COUNT] = {
        [ROLE_NUMBER] = "nomor",     [ROLE_GOAL] = "sasaran",       [ROLE_INDICATOR] = "indikator",   [ROLE_UNIT] = "satuan",
        [ROLE_TARGET] = "target",    [ROLE_REALISASI] = "realisasi", [ROLE_CAPAIAN] = "capaian",      [ROLE_PERCENT] = "persen",
        [ROLE_CATEGORY] = "kategori", [ROLE_NAME] = "nama",          [ROLE_PAGU] = "pagu",            [ROLE_REST] = "sisa",
        [ROLE_EFFICIENCY] = "efisiensi", [ROLE_NOTE] = "keterangan", [ROLE_END_TARGET] = "target-akhir", [ROLE_STANDARD] = "standar",
        [ROLE_DIRECTION] = "arah", [ROLE_GROWTH] = "pertumbuhan",
    };
    static const char *const entities[] = {"kementerian-lembaga", "provinsi", "kabupaten-kota", "perangkat-daerah"};
    static const char *const levels[] = {NULL, "program", "kegiatan", "sub-kegiatan"};
    static const char *const formulas[] = {"2t-r", "t/r"};
    struct word_file f = word_file_open(a, b, "vocabulary/lkjip.yaml", NULL, faults);
    struct lkjip_words *w = arena_alloc(a, sizeof *w);
    const struct yaml_node *root = f.root;
    add(&f, root, "title", 0, &w->titles);
    const struct yaml_node *others = yaml_get(root, "other-title"), *norms = yaml_get(root, "norm-title");
    w->other_names = arena_alloc(a, (yaml_size(others) + yaml_size(norms) + 1) * sizeof *w->other_names);
    w->first_norm = other_titles(&f, others, 0, w);
    (void)other_titles(&f, norms, w->first_norm, w);
    add(&f, root, "agreement", 0, &w->agreement);
    add(&f, root, "summary", 0, &w->summary);
    add(&f, yaml_get(root, "caption"), "tabel", NUMBERED_TABLE, &w->captions);
    add(&f, yaml_get(root, "caption"), "gambar", NUMBERED_PICTURE, &w->captions);
    add(&f, yaml_get(root, "caption"), "lampiran", NUMBERED_APPENDIX, &w->captions);
    for (uint32_t i = 0; i < ROLE_COUNT; i++) add(&f, yaml_get(root, "columns"), columns[i], i, &w->columns);
    const struct yaml_node *heads = yaml_get(root, "heads");
    for (uint32_t i = 0; i < ROLE_COUNT; i++)
        if (yaml_get(heads, columns[i])) add(&f, heads, columns[i], i, &w->heads);
    add(&f, root, "total", 0, &w->totals);
    add(&f, root, "mean", 0, &w->means);
    add(&f, root, "money", 0, &w->money);
    for (uint32_t i = 1; i < COUNT(levels); i++) add(&f, yaml_get(root, "levels"), levels[i], i, &w->levels);
    static const char *const units[] = {NULL, "ribu", "juta", "miliar"};
    for (uint32_t i = 1; i < COUNT(units); i++) add(&f, yaml_get(root, "money-units"), units[i], i, &w->units);
    add(&f, yaml_get(root, "money-units"), "before", 0, &w->unit_marks);
    for (uint32_t i = 0; i < COUNT(entities); i++) add(&f, yaml_get(root, "entity"), entities[i], i, &w->entities);
    for (uint32_t i = 0; i < COUNT(formulas); i++) word_file_add(&f, yaml_get(root, "formula"), formulas[i], i, &w->formulas);
    static const char *const chapters[] = {NULL, "1", "2", "3", "4"};
    for (uint32_t i = 1; i < COUNT(chapters); i++) add(&f, yaml_get(root, "chapters"), chapters[i], i, &w->chapters);
    add(&f, root, "contents", 0, &w->contents);
    static const char *const bounds[] = {NULL, "from", "over", "to", "under"};
    const struct yaml_node *scale = yaml_get(root, "scale");
    for (uint32_t i = 1; i < COUNT(bounds); i++) add(&f, scale, bounds[i], i, &w->bounds);
    add(&f, scale, "band", 0, &w->bands);
    add(&f, scale, "source", 0, &w->sources);
    add(&f, root, "closing", 0, &w->closing);
    struct word_file figures = word_file_open(a, b, "vocabulary/figures.yaml", NULL, faults);
    add(&figures, figures.root, "level", 0, &w->grades);
    add(&figures, figures.root, "grade", 0, &w->grades);
    add(&f, root, "superseded", 0, &w->superseded);
    add(&f, root, "revised", 0, &w->revised);
    add(&f, scale, "interval", 0, &w->intervals);
    w->entity_names = entities;
    return w;
}
