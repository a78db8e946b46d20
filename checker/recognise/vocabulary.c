/* The data files of rules/vocabulary/ as sets of forms. */
#include <assert.h>
#include <string.h>

#include "recognise/kit.h"

struct loading {
    struct arena *a;
    const struct bundle *bundle;
    struct pack_faults *faults;
    const char *file;
};

enum key_mode { AS_KEY, AS_TIGHT_KEY, AS_PRINTED, AS_MARK };

static void fault(struct loading *l, const struct yaml_node *at, const char *key)
{
    fault_add(l->a, l->faults, l->file, at ? at->line : 0, W_pack_vocabulary)->arg[0] = str_of(key);
}

static struct str lower_copy(struct arena *a, struct str s)
{
    struct str copy = arena_str(a, s);
    char *p = (char *)(uintptr_t)copy.p;
    for (size_t i = 0; i < copy.n; i++)
        p[i] = lower_of(p[i]);
    return copy;
}

static void add_form(struct loading *l, const struct yaml_node *n, enum key_mode mode, uint32_t use, struct forms *out)
{
    struct str text = yaml_str(n), key = text;
    if (str_blank(text)) {
        fault(l, n, "");
        return;
    }
    if (mode == AS_KEY || mode == AS_TIGHT_KEY) {
        struct key k = mode == AS_KEY ? key_of(text) : key_tight(text);
        key = arena_str(l->a, (struct str){k.text, k.n});
    } else if (mode == AS_MARK) {
        key = lower_copy(l->a, text);
    }
    if (key.n == 0) {
        fault(l, n, "");
        return;
    }
    *ARENA_PUSH(l->a, out) = (struct form){key, use};
}

/* The list under a key of a map; a missing list is a fault unless `optional`. */
static void add_list(struct loading *l, const struct yaml_node *map, const char *key, bool optional, enum key_mode mode, uint32_t use,
                     struct forms *out)
{
    const struct yaml_node *list = yaml_get(map, key);
    if (!list && optional) return;
    if (!list || list->kind != YAML_LIST) {
        fault(l, list ? list : map, key);
        return;
    }
    for (const struct yaml_node *n = list->child; n; n = n->next) add_form(l, n, mode, use, out);
}

/* Sorts a set; a form that stands for two things is a fault. */
static void ready(struct loading *l, struct forms *f)
{
    forms_sort(f);
    for (size_t i = 1; i < f->n; i++)
        if (str_eq(f->v[i - 1].key, f->v[i].key)) fault(l, NULL, arena_strz(l->a, f->v[i].key));
}

static const struct yaml_node *open_file(struct loading *l, const char *file)
{
    l->file = file;
    const struct yaml_node *root = bundle_find(l->bundle, file);
    if (!root || root->kind != YAML_MAP) fault(l, root, file);
    return root;
}

static const struct yaml_node *list_of(struct loading *l, const struct yaml_node *root, const char *key)
{
    const struct yaml_node *list = yaml_get(root, key);
    if (list && list->kind == YAML_LIST) return list->child;
    if (root) fault(l, root, key);
    return NULL;
}

static enum label_target target_of(struct str name)
{
    static const struct {
        const char *name;
        enum label_target target;
    } fields[] = {
        {"nomor", LABEL_NUMBER},   {"tanggal-pembuatan", LABEL_CREATED}, {"tanggal-revisi", LABEL_REVISED}, {"tanggal-efektif", LABEL_EFFECTIVE},
        {"nama", LABEL_NAME},      {"pengesahan", LABEL_APPROVAL},       {"instansi", LABEL_AGENCY},        {"unit", LABEL_UNIT},
        {"jumlah-waktu", LABEL_TOTAL},
    };
    for (size_t i = 0; i < COUNT(fields); i++)
        if (str_eqz(name, fields[i].name)) return fields[i].target;
    for (unsigned i = 0; i < SECTION_COUNT; i++)
        if (str_eqz(name, section_name((enum section_id)i))) return LABEL_SECTION + i;
    return LABEL_TARGETS;
}

static void known_keys(struct loading *l, const struct yaml_node *map, const char *const *keys, size_t n)
{
    if (map->kind != YAML_MAP) return;
    for (const struct yaml_node *k = map->child; k; k = k->next->next) {
        size_t i = 0;
        while (i < n && strcmp(keys[i], k->text) != 0) i++;
        if (i == n) fault(l, k, k->text);
    }
}

static void load_labels(struct loading *l, struct vocabulary *v)
{
    static const char *const keys[] = {"for", "standard", "weight", "accepted", "instead", "wrong", "loose"};
    const struct yaml_node *root = open_file(l, "vocabulary/labels.yaml");
    for (const struct yaml_node *n = list_of(l, root, "labels"); n; n = n->next) {
        enum label_target t = target_of(yaml_get_str(n, "for"));
        uint64_t weight = 0;
        known_keys(l, n, keys, COUNT(keys));
        if (t == LABEL_TARGETS || !str_u64(yaml_get_str(n, "weight"), &weight)) {
            fault(l, n, "for");
            continue;
        }
        v->labels[t] = (struct label_kind){arena_strz(l->a, yaml_get_str(n, "for")), yaml_get_str(n, "standard"), (uint32_t)weight};
        if (t != LABEL_TOTAL) add_form(l, yaml_get(n, "standard"), AS_KEY, t | FORM_ACCEPTED, &v->label_forms);
        add_list(l, n, "accepted", true, AS_KEY, t | FORM_ACCEPTED, &v->label_forms);
        add_list(l, n, "instead", true, AS_KEY, t | FORM_WRONG | FORM_INSTEAD, &v->label_forms);
        add_list(l, n, "wrong", true, AS_KEY, t | FORM_WRONG, &v->label_forms);
        add_list(l, n, "loose", true, AS_KEY, t | FORM_LOOSE, &v->label_forms);
    }
    v->labels[LABEL_OTHER].meant = "";
    add_list(l, root, "other", false, AS_KEY, LABEL_OTHER | FORM_LOOSE, &v->label_forms);
    add_list(l, root, "foreign", false, AS_KEY, LABEL_OTHER | FORM_FOREIGN, &v->label_forms);
    ready(l, &v->label_forms);
    for (size_t i = 0; i < v->label_forms.n; i++) {
        const struct form *f = &v->label_forms.v[i];
        if (f->use & (FORM_WRONG | FORM_LOOSE | FORM_FOREIGN)) continue;
        struct near_form *near = ARENA_PUSH(l->a, &v->near_labels);
        *near = (struct near_form){.key = f->key, .use = f->use};
        near_form_prepare(l->a, near);
    }
}

static uint32_t heading_of(struct str name)
{
    if (str_eqz(name, "mutu-baku")) return HEADING_QUALITY;
    for (uint32_t c = 0; c < COLUMN_COUNT; c++)
        if (str_eqz(name, column_name((enum column_id)c))) return c;
    return UINT32_MAX;
}

static void load_columns(struct loading *l, struct vocabulary *v)
{
    const struct yaml_node *root = open_file(l, "vocabulary/columns.yaml");
    for (const struct yaml_node *n = list_of(l, root, "columns"); n; n = n->next) {
        uint32_t h = heading_of(yaml_get_str(n, "for"));
        if (h == UINT32_MAX) fault(l, n, "for");
        else add_list(l, n, "forms", false, AS_KEY, h, &v->headings);
    }
    ready(l, &v->headings);
    add_list(l, root, "total", false, AS_KEY, 0, &v->totals);
    ready(l, &v->totals);
    add_list(l, root, "time-units", false, AS_KEY, 0, &v->time_units);
    ready(l, &v->time_units);
}

static void load_marks(struct loading *l, struct vocabulary *v)
{
    static const struct {
        const char *name;
        enum mark mark;
    } kinds[] = {
        {"terminator", MARK_TERMINATOR}, {"proses", MARK_PROCESS}, {"keputusan", MARK_DECISION}, {"konektor", MARK_CONNECTOR}, {"panah", MARK_ARROW},
        {"ada", MARK_PRESENT},           {"ya", MARK_YES},         {"tidak", MARK_NO},           {"lain", MARK_OTHER},
    };
    const struct yaml_node *root = open_file(l, "vocabulary/marks.yaml"), *marks = yaml_get(root, "marks");
    for (size_t i = 0; i < COUNT(kinds); i++) add_list(l, marks, kinds[i].name, false, AS_MARK, kinds[i].mark, &v->marks);
    ready(l, &v->marks);
    add_list(l, root, "ways", false, AS_KEY, 0, &v->ways);
    ready(l, &v->ways);
}

static void load_lists(struct loading *l, const char *file, const char *const *keys, enum key_mode mode, struct forms *const *sets, size_t n)
{
    const struct yaml_node *root = open_file(l, file);
    for (size_t i = 0; root && i < n; i++) {
        add_list(l, root, keys[i], false, mode, 0, sets[i]);
        ready(l, sets[i]);
    }
}

#define LOAD(l, file, mode, keys, ...) \
    do { \
        struct forms *const sets_[] = {__VA_ARGS__}; \
        static_assert(COUNT(sets_) == COUNT(keys), "one set for each key"); \
        load_lists(l, file, keys, mode, sets_, COUNT(sets_)); \
    } while (0)

/* Parts of other templates: each list of other chapters counts for itself. */
static void load_templates(struct loading *l, struct vocabulary *v)
{
    static const char *const traits[] = {"document", "revision", "issued", "pages", "made", "checked", "approved"};
    static const char *const chapters[] = {"bases", "steps", "considers", "decides"};
    const struct yaml_node *root = open_file(l, "vocabulary/templates.yaml");
    uint32_t next = CHAPTER_FIRST_OTHER;
    for (uint32_t i = 0; root && i < COUNT(traits); i++) add_list(l, yaml_get(root, "traits"), traits[i], false, AS_KEY, TRAIT_DOCUMENT + i, &v->template_traits);
    for (uint32_t i = 0; root && i < COUNT(chapters); i++) add_list(l, yaml_get(root, "chapters"), chapters[i], false, AS_KEY, CHAPTER_BASES + i, &v->template_chapters);
    for (const struct yaml_node *n = list_of(l, root, "other-chapters"); n; n = n->next) {
        if (n->kind != YAML_LIST || next >= 32) fault(l, n, "other-chapters");
        for (const struct yaml_node *k = n->kind == YAML_LIST ? n->child : NULL; k && next < 32; k = k->next) add_form(l, k, AS_KEY, next, &v->template_chapters);
        next++;
    }
    ready(l, &v->template_traits);
    ready(l, &v->template_chapters);
}

static void load_others(struct loading *l, struct vocabulary *v)
{
    static const char *const lists[] = {"citation-starts", "inner-capitals"};
    static const char *const titles[] = {"titles-before", "titles-after"};
    static const char *const people[] = {"ranks", "office-starts", "office-words", "signature-words", "place-starts", "date-starts", "months"};
    static const char *const headings[] = {"agency-starts", "region-starts", "unit-starts", "address", "title-starts", "title-fillers"};
    LOAD(l, "vocabulary/lists.yaml", AS_PRINTED, lists, &v->citations, &v->inner_capitals);
    LOAD(l, "vocabulary/people.yaml", AS_TIGHT_KEY, titles, &v->titles_before, &v->titles_after);
    LOAD(l, "vocabulary/people.yaml", AS_KEY, people, &v->ranks, &v->office_starts, &v->office_words, &v->signature_words, &v->place_starts,
         &v->date_starts, &v->months);
    LOAD(l, "vocabulary/headings.yaml", AS_KEY, headings, &v->agency_starts, &v->region_starts, &v->unit_starts, &v->address, &v->title_starts,
         &v->title_fillers);
}

const struct vocabulary *vocabulary_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    struct vocabulary *v = arena_alloc(a, sizeof *v);
    struct loading l = {a, b, faults, ""};
    size_t before = faults->n;
    load_labels(&l, v);
    load_columns(&l, v);
    load_marks(&l, v);
    load_others(&l, v);
    load_templates(&l, v);
    v->report = lkjip_words_load(a, b, faults);
    return faults->n == before ? v : NULL;
}
