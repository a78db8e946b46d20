/* The data files of rules/vocabulary/ as sets of words. */
#include <string.h>

#include "language/vocabulary.h"
#include "recognise/kit.h"

static const struct yaml_node *list_of(struct word_file *f, const char *key)
{
    const struct yaml_node *list = yaml_get(f->root, key);
    if (list && list->kind == YAML_LIST) return list->child;
    if (f->root) word_file_fault(f, list, key);
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

static void known_keys(struct word_file *f, const struct yaml_node *map, const char *const *keys, size_t n)
{
    if (map->kind != YAML_MAP) return;
    for (const struct yaml_node *k = map->child; k; k = k->next->next) {
        size_t i = 0;
        while (i < n && strcmp(keys[i], k->text) != 0) i++;
        if (i == n) word_file_fault(f, k, k->text);
    }
}

/* The usual form of a label, and the others, by what they are worth. */
static void add_forms(struct word_file *f, const struct yaml_node *n, enum label_target t, struct wordset *out)
{
    static const struct {
        const char *key;
        uint32_t how;
    } lists[] = {{"accepted", FORM_ACCEPTED}, {"instead", FORM_WRONG | FORM_INSTEAD}, {"wrong", FORM_WRONG}, {"loose", FORM_LOOSE}};
    struct str standard = yaml_get_str(n, "standard");
    if (t != LABEL_TOTAL && !wordset_add(f->a, out, standard, t | FORM_ACCEPTED)) word_file_fault(f, n, "standard");
    for (size_t i = 0; i < COUNT(lists); i++)
        if (yaml_get(n, lists[i].key)) word_file_add(f, n, lists[i].key, t | lists[i].how, out);
}

static void load_labels(struct arena *a, const struct bundle *b, struct vocabulary *v, struct pack_faults *faults)
{
    static const char *const keys[] = {"for", "standard", "weight", "accepted", "instead", "wrong", "loose"};
    struct word_file f = word_file_open(a, b, "vocabulary/labels.yaml", NULL, faults);
    v->label_forms.how = WORDS_KEYED;
    for (const struct yaml_node *n = list_of(&f, "labels"); n; n = n->next) {
        enum label_target t = target_of(yaml_get_str(n, "for"));
        uint64_t weight = 0;
        known_keys(&f, n, keys, COUNT(keys));
        if (t == LABEL_TARGETS || !str_u64(yaml_get_str(n, "weight"), &weight)) {
            word_file_fault(&f, n, "for");
            continue;
        }
        v->labels[t] = (struct label_kind){arena_strz(a, yaml_get_str(n, "for")), yaml_get_str(n, "standard"), (uint32_t)weight};
        add_forms(&f, n, t, &v->label_forms);
    }
    v->labels[LABEL_OTHER].meant = "";
    word_file_add(&f, f.root, "other", LABEL_OTHER | FORM_LOOSE, &v->label_forms);
    word_file_add(&f, f.root, "foreign", LABEL_OTHER | FORM_FOREIGN, &v->label_forms);
    for (size_t i = 0; i < v->label_forms.n; i++) {
        const struct listed *form = &v->label_forms.v[i];
        if (form->use & (FORM_WRONG | FORM_LOOSE | FORM_FOREIGN)) continue;
        struct near_form *near = ARENA_PUSH(a, &v->near_labels);
        *near = (struct near_form){.key = form->key, .use = form->use};
        near_form_prepare(a, near);
    }
}

static uint32_t heading_of(struct str name)
{
    if (str_eqz(name, "mutu-baku")) return HEADING_QUALITY;
    for (uint32_t c = 0; c < COLUMN_COUNT; c++)
        if (str_eqz(name, column_name((enum column_id)c))) return c;
    return UINT32_MAX;
}

static void load_columns(struct arena *a, const struct bundle *b, struct vocabulary *v, struct pack_faults *faults)
{
    struct word_file f = word_file_open(a, b, "vocabulary/columns.yaml", NULL, faults);
    v->headings.how = v->wrong_headings.how = v->totals.how = WORDS_KEYED;
    for (const struct yaml_node *n = list_of(&f, "columns"); n; n = n->next) {
        uint32_t h = heading_of(yaml_get_str(n, "for"));
        if (h == UINT32_MAX) word_file_fault(&f, n, "for");
        else word_file_add(&f, n, "forms", h, &v->headings);
    }
    word_file_add(&f, f.root, "wrong", 0, &v->wrong_headings);
    word_file_add(&f, f.root, "total", 0, &v->totals);
}

static void load_marks(struct arena *a, const struct bundle *b, struct vocabulary *v, struct pack_faults *faults)
{
    static const struct {
        const char *name;
        enum mark mark;
    } kinds[] = {
        {"terminator", MARK_TERMINATOR}, {"proses", MARK_PROCESS}, {"keputusan", MARK_DECISION}, {"konektor", MARK_CONNECTOR}, {"panah", MARK_ARROW},
        {"ada", MARK_PRESENT},           {"ya", MARK_YES},         {"tidak", MARK_NO},           {"lain", MARK_OTHER},
    };
    struct word_file f = word_file_open(a, b, "vocabulary/marks.yaml", NULL, faults);
    for (size_t i = 0; i < COUNT(kinds); i++) word_file_add(&f, yaml_get(f.root, "marks"), kinds[i].name, kinds[i].mark, &v->marks);
    v->ways.how = WORDS_KEYED;
    word_file_add(&f, f.root, "ways", 0, &v->ways);
}

/* Parts of other templates: each list of other chapters counts for itself. */
static void load_templates(struct arena *a, const struct bundle *b, struct vocabulary *v, struct pack_faults *faults)
{
    static const char *const traits[] = {"document", "revision", "issued", "pages", "made", "checked", "approved"};
    static const char *const chapters[] = {"bases", "steps", "considers", "decides"};
    struct word_file f = word_file_open(a, b, "vocabulary/templates.yaml", NULL, faults);
    uint32_t next = CHAPTER_FIRST_OTHER;
    v->template_traits.how = v->template_chapters.how = WORDS_KEYED;
    for (uint32_t i = 0; i < COUNT(traits); i++) word_file_add(&f, yaml_get(f.root, "traits"), traits[i], TRAIT_DOCUMENT + i, &v->template_traits);
    for (uint32_t i = 0; i < COUNT(chapters); i++) word_file_add(&f, yaml_get(f.root, "chapters"), chapters[i], CHAPTER_BASES + i, &v->template_chapters);
    for (const struct yaml_node *n = list_of(&f, "other-chapters"); n; n = n->next, next++) {
        if (next < 32) word_file_more(&f, n, next, &v->template_chapters);
        else word_file_fault(&f, n, "other-chapters");
    }
}

static void load_lists(struct word_file f, enum wordset_how how, const struct wordset_member *members, size_t n, struct vocabulary *v)
{
    for (size_t i = 0; i < n; i++) ((struct wordset *)(void *)((char *)v + members[i].at))->how = how;
    word_file_sets(&f, f.root, members, n, v);
}

/* The words of the calendar and of lengths of time are those of the analyses. */
static void load_times(struct arena *a, const struct bundle *b, struct vocabulary *v, struct pack_faults *faults)
{
    struct word_file months = word_file_open(a, b, "vocabulary/months.yaml", NULL, faults), units = word_file_open(a, b, "vocabulary/units.yaml", NULL, faults);
    const struct yaml_node *list = yaml_get(units.root, "satuan");
    v->months.how = v->time_units.how = WORDS_KEYED;
    word_file_add(&months, months.root, "bulan", 0, &v->months);
    for (const struct yaml_node *k = list && list->kind == YAML_MAP ? list->child : NULL; k; k = k->next->next) word_file_more(&units, k->next, 0, &v->time_units);
}

static void load_others(struct arena *a, const struct bundle *b, struct vocabulary *v, struct pack_faults *faults)
{
#define LIST(key, member) {key, offsetof(struct vocabulary, member)}
    static const struct wordset_member lists[] = {LIST("citation-starts", citations), LIST("inner-capitals", inner_capitals)},
        titles[] = {LIST("titles-before", titles_before), LIST("titles-after", titles_after)},
        people[] = {LIST("ranks", ranks), LIST("office-starts", office_starts), LIST("office-words", office_words), LIST("signature-words", signature_words),
                    LIST("place-starts", place_starts), LIST("date-starts", date_starts)},
        headings[] = {LIST("agency-starts", agency_starts), LIST("region-starts", region_starts), LIST("unit-starts", unit_starts), LIST("address", address),
                      LIST("title-starts", title_starts), LIST("chart-starts", title_starts), LIST("title-starts", procedure_starts),
                      LIST("title-fillers", title_fillers)};
#undef LIST
    struct word_file of_people = word_file_open(a, b, "vocabulary/people.yaml", NULL, faults);
    load_lists(word_file_open(a, b, "vocabulary/lists.yaml", NULL, faults), WORDS_PRINTED, lists, COUNT(lists), v);
    load_lists(of_people, WORDS_TIGHT, titles, COUNT(titles), v);
    load_lists(of_people, WORDS_KEYED, people, COUNT(people), v);
    load_times(a, b, v, faults);
    load_lists(word_file_open(a, b, "vocabulary/headings.yaml", NULL, faults), WORDS_KEYED, headings, COUNT(headings), v);
}

const struct vocabulary *vocabulary_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    struct vocabulary *v = arena_alloc(a, sizeof *v);
    size_t before = faults->n;
    load_labels(a, b, v, faults);
    load_columns(a, b, v, faults);
    load_marks(a, b, v, faults);
    load_others(a, b, v, faults);
    load_templates(a, b, v, faults);
    v->report = lkjip_words_load(a, b, faults);
    return faults->n == before ? v : NULL;
}
