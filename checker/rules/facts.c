/* rules/facts.yaml and rules/parameters.yaml: the names that expressions may use beside elements. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "rules/engine.h"

static const char *const type_names[] = {[FACT_TEXT] = "teks",       [FACT_NUMBER] = "angka", [FACT_BOOL] = "ya-tidak", [FACT_DURATION] = "durasi",
                                         [FACT_DATE] = "tanggal",    [FACT_PERCENT] = "persen", [FACT_MONEY] = "uang",   [FACT_CHOICE] = "pilihan"};

static int by_name(const void *x, const void *y)
{
    const struct fact_row *a = x, *b = y;
    int c = str_cmp(a->name, b->name);
    return c ? c : str_cmp(a->element, b->element);
}

static bool fact_type_parse(struct loader *l, const struct yaml_node *at, struct str s, enum fact_type *out)
{
    for (size_t i = 0; i < COUNT(type_names); i++) {
        if (!str_eqz(s, type_names[i])) continue;
        *out = (enum fact_type)i;
        return true;
    }
    load_fault(l, at, W_pack_type, s, STR_ABSENT);
    return false;
}

static void element_names(struct loader *l, struct str path)
{
    while (path.n) {
        size_t end = str_find(path, STR("/"), 0);
        texts_index(l->a, &l->elements, str_slice(path, 0, end));
        path = end == SIZE_MAX ? STR_ABSENT : str_slice(path, end + 1, path.n);
    }
}

bool load_element_known(const struct loader *l, struct str name) { return l->elements.n == 0 || texts_has(&l->elements, name); }

static void fact_entry(struct loader *l, const struct yaml_node *n)
{
    static const struct key keys[] = {{"name", SHAPE_TEXT, false},    {"child", SHAPE_TEXT, false},   {"element", SHAPE_ANY, true},
                                      {"type", SHAPE_TEXT, false},    {"unit", SHAPE_TEXT, false},    {"values", SHAPE_LIST, false},
                                      {"meaning", SHAPE_TEXT, true},  {"analysis", SHAPE_TEXT, true}};
    if (!load_keys(l, n, keys, COUNT(keys))) return;
    struct str name = yaml_get_str(n, "name"), child = yaml_get_str(n, "child");
    struct fact_row row = {.name = child.p ? child : name, .child = child.p != NULL, .values = yaml_get(n, "values")};
    const struct yaml_node *type = yaml_get(n, "type"), *element = yaml_get(n, "element");
    if (!name.p == !child.p) {
        load_fault(l, n, W_pack_fact_name, STR_ABSENT, STR_ABSENT);
        return;
    }
    if (!child.p && !type) {
        load_fault(l, n, W_pack_key_missing, STR("type"), STR_ABSENT);
        return;
    }
    if (type && !fact_type_parse(l, type, yaml_str(type), &row.type)) return;
    if (element->kind == YAML_LIST) element = element->child;
    for (; element; element = element->next) {
        row.element = yaml_str(element);
        if (row.element.p) *ARENA_PUSH(l->a, &l->facts) = row;
        else load_fault(l, element, W_pack_want_text, STR("element"), STR_ABSENT);
        if (element == yaml_get(n, "element")) break;
    }
}

void load_facts(struct loader *l)
{
    static const struct key keys[] = {{"elements", SHAPE_LIST, false}, {"facts", SHAPE_LIST, true}};
    l->file = "facts.yaml";
    const struct yaml_node *root = bundle_find(l->bundle, l->file);
    if (!root) {
        load_fault(l, NULL, W_pack_missing_file, STR_ABSENT, STR_ABSENT);
        return;
    }
    if (!load_keys(l, root, keys, COUNT(keys))) return;
    for (const struct yaml_node *n = yaml_get(root, "facts")->child; n; n = n->next) fact_entry(l, n);
    struct fact_rows *f = &l->facts;
    const struct yaml_node *elements = yaml_get(root, "elements");
    bool names = l->set && elements; /* an engine asks for the types of facts and no more */
    for (const struct yaml_node *n = names ? elements->child : NULL; n; n = n->next) element_names(l, yaml_str(n));
    for (size_t i = 0; names && i < f->n; i++) {
        element_names(l, f->v[i].element);
        if (f->v[i].child) element_names(l, f->v[i].name);
    }
    if (f->n) qsort(f->v, f->n, sizeof *f->v, by_name);
    for (size_t i = 1; i < f->n; i++)
        if (by_name(&f->v[i - 1], &f->v[i]) == 0) load_fault(l, NULL, W_pack_fact_twice, f->v[i].name, f->v[i].element);
}

static const char *const parameter_types[] = {"angka", "bulat", "teks", "daftar", "tanggal", "ya-tidak"};

/* "7,5" or "7.5" as a number: the only sum that XPath does with a parameter is to compare it. */
static bool decimal(struct str s, double *out)
{
    char text[32];
    size_t digits = 0;
    if (s.n == 0 || s.n >= sizeof text) return false;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (is_digit(c)) digits++;
        else if (!(c == '-' && i == 0) && c != ',' && c != '.') return false;
        text[i] = c == ',' ? '.' : c;
    }
    text[s.n] = '\0';
    *out = xpath_number(text);
    return digits && !isnan(*out);
}

bool parameter_accepts(const struct parameter *p, struct str value)
{
    double number;
    uint64_t whole;
    if (strcmp(p->type, "angka") == 0) return decimal(value, &number);
    if (strcmp(p->type, "bulat") == 0) return str_u64(value, &whole) && whole >= 1 && value.n <= 9;
    if (strcmp(p->type, "ya-tidak") == 0) return str_eqz(value, "ya") || str_eqz(value, "tidak");
    if (strcmp(p->type, "tanggal") != 0) return true;
    for (size_t i = 0; i < value.n; i++)
        if (i == 4 || i == 7 ? value.p[i] != '-' : !is_digit(value.p[i])) return false;
    return value.n == 10;
}

void parameter_set(struct xpath *x, const struct parameter *p)
{
    double number;
    bool is_number = strcmp(p->type, "angka") == 0 || strcmp(p->type, "bulat") == 0;
    if (is_number && decimal(p->value, &number)) xpath_set_number(x, p->name, number);
    else xpath_set_text(x, p->name, p->value.p ? p->value.p : "");
}

static void parameter_entry(struct loader *l, const struct yaml_node *n)
{
    static const struct key keys[] = {{"name", SHAPE_TEXT, true}, {"type", SHAPE_TEXT, true}, {"default", SHAPE_TEXT, false}, {"meaning", SHAPE_MAP, true}};
    if (!load_keys(l, n, keys, COUNT(keys))) return;
    struct parameter p = {.name = arena_strz(l->a, yaml_get_str(n, "name")), .type = NULL, .value = yaml_get_str(n, "default")};
    struct str type = yaml_get_str(n, "type");
    for (size_t i = 0; i < COUNT(parameter_types); i++)
        if (str_eqz(type, parameter_types[i])) p.type = parameter_types[i];
    load_pair(l, yaml_get(n, "meaning"), &(struct text_pair){0});
    for (size_t i = 0; i < l->set->parameters.n; i++)
        if (strcmp(l->set->parameters.v[i].name, p.name) == 0) {
            load_fault(l, n, W_pack_parameter_twice, str_of(p.name), STR_ABSENT);
            return;
        }
    if (!p.type) load_fault(l, yaml_get(n, "type"), W_pack_type, type, STR_ABSENT);
    else if (p.value.p && !parameter_accepts(&p, p.value)) load_fault(l, yaml_get(n, "default"), W_pack_default, p.value, type);
    else *ARENA_PUSH(l->a, &l->set->parameters) = p;
}

void load_parameters(struct loader *l)
{
    static const struct key keys[] = {{"parameters", SHAPE_LIST, true}};
    l->file = "parameters.yaml";
    const struct yaml_node *root = bundle_find(l->bundle, l->file);
    if (!root) {
        load_fault(l, NULL, W_pack_missing_file, STR_ABSENT, STR_ABSENT);
        return;
    }
    if (!load_keys(l, root, keys, COUNT(keys))) return;
    for (const struct yaml_node *n = yaml_get(root, "parameters")->child; n; n = n->next) parameter_entry(l, n);
}
