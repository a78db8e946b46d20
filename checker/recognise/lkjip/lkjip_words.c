/* rules/vocabulary/lkjip.yaml as sets of forms. */
#include "recognise/lkjip/lkjip_making.h"

static const char file[] = "vocabulary/lkjip.yaml";

struct loading {
    struct arena *a;
    struct pack_faults *faults;
};

static void fault(struct loading *l, const struct yaml_node *at, const char *key)
{
    fault_add(l->a, l->faults, file, at ? at->line : 0, W_pack_vocabulary)->arg[0] = str_of(key);
}

static void add(struct loading *l, const struct yaml_node *map, const char *key, bool as_printed, uint32_t use, struct forms *out)
{
    const struct yaml_node *list = yaml_get(map, key);
    if (!list || list->kind != YAML_LIST) {
        fault(l, list ? list : map, key);
        return;
    }
    for (const struct yaml_node *n = list->child; n; n = n->next) {
        struct str text = yaml_str(n);
        struct key k = key_of(text);
        struct str form = as_printed || !k.n ? text : arena_str(l->a, (struct str){k.text, k.n});
        if (str_blank(form)) fault(l, n, key);
        else *ARENA_PUSH(l->a, out) = (struct form){form, use};
    }
}

/* Titles by what their documents are called; gives the use of the next kind. */
static uint32_t other_titles(struct loading *l, const struct yaml_node *map, uint32_t use, struct lkjip_words *w)
{
    for (const struct yaml_node *n = map ? map->child : NULL; n && n->next; n = n->next->next, use++) { /* key, value, key, value */
        w->other_names[use] = (struct str){n->text, n->length};
        add(l, map, n->text, false, use, &w->other_titles);
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
    struct loading l = {a, faults};
    struct lkjip_words *w = arena_alloc(a, sizeof *w);
    const struct yaml_node *root = bundle_find(b, file);
    add(&l, root, "title", false, 0, &w->titles);
    const struct yaml_node *others = yaml_get(root, "other-title"), *norms = yaml_get(root, "norm-title");
    w->other_names = arena_alloc(a, (yaml_size(others) + yaml_size(norms) + 1) * sizeof *w->other_names);
    w->first_norm = other_titles(&l, others, 0, w);
    (void)other_titles(&l, norms, w->first_norm, w);
    add(&l, root, "agreement", false, 0, &w->agreement);
    add(&l, root, "summary", false, 0, &w->summary);
    add(&l, yaml_get(root, "caption"), "tabel", false, 't', &w->captions);
    add(&l, yaml_get(root, "caption"), "gambar", false, 'g', &w->captions);
    add(&l, yaml_get(root, "caption"), "lampiran", false, 'l', &w->captions);
    for (uint32_t i = 0; i < ROLE_COUNT; i++) add(&l, yaml_get(root, "columns"), columns[i], false, i, &w->columns);
    const struct yaml_node *heads = yaml_get(root, "heads");
    for (uint32_t i = 0; i < ROLE_COUNT; i++)
        if (yaml_get(heads, columns[i])) add(&l, heads, columns[i], false, i, &w->heads);
    add(&l, root, "total", false, 0, &w->totals);
    add(&l, root, "mean", false, 0, &w->means);
    add(&l, root, "money", false, 0, &w->money);
    for (uint32_t i = 1; i < COUNT(levels); i++) add(&l, yaml_get(root, "levels"), levels[i], false, i, &w->levels);
    static const char *const units[] = {NULL, "ribu", "juta", "miliar"};
    for (uint32_t i = 1; i < COUNT(units); i++) add(&l, yaml_get(root, "money-units"), units[i], false, i, &w->units);
    add(&l, yaml_get(root, "money-units"), "before", false, 0, &w->unit_marks);
    for (uint32_t i = 0; i < COUNT(entities); i++) add(&l, yaml_get(root, "entity"), entities[i], false, i, &w->entities);
    for (uint32_t i = 0; i < COUNT(formulas); i++) add(&l, yaml_get(root, "formula"), formulas[i], true, i, &w->formulas);
    static const char *const chapters[] = {NULL, "1", "2", "3", "4"};
    for (uint32_t i = 1; i < COUNT(chapters); i++) add(&l, yaml_get(root, "chapters"), chapters[i], false, i, &w->chapters);
    add(&l, root, "contents", false, 0, &w->contents);
    static const char *const bounds[] = {NULL, "from", "over", "to", "under"};
    const struct yaml_node *scale = yaml_get(root, "scale");
    for (uint32_t i = 1; i < COUNT(bounds); i++) add(&l, scale, bounds[i], false, i, &w->bounds);
    add(&l, scale, "band", false, 0, &w->bands);
    add(&l, scale, "source", false, 0, &w->sources);
    add(&l, root, "closing", false, 0, &w->closing);
    add(&l, root, "grade-words", false, 0, &w->grades);
    add(&l, root, "superseded", false, 0, &w->superseded);
    add(&l, root, "revised", false, 0, &w->revised);
    add(&l, scale, "interval", false, 0, &w->intervals);
    w->entity_names = entities;
    struct forms *all[] = {&w->titles, &w->other_titles, &w->agreement, &w->summary, &w->captions, &w->columns, &w->heads, &w->totals, &w->means, &w->money, &w->units, &w->unit_marks, &w->levels, &w->entities, &w->chapters, &w->contents, &w->bounds, &w->bands, &w->intervals, &w->sources, &w->superseded, &w->revised, &w->grades, &w->closing};
    for (size_t i = 0; i < COUNT(all); i++) forms_sort(all[i]);
    return w;
}
