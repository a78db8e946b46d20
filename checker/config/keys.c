/* The keys of a configuration, what kind of value each has, and what is said when it has another. */
#include "config/keys.h"

#include <string.h>

#include "stage/analyse.h"
#include "language/suggest.h"

struct pack_fault *config_fault(struct config_reader *r, const struct yaml_node *n, enum word message, struct str arg0, struct str arg1)
{
    struct pack_fault *f = fault_add(r->a, r->faults, r->shown, n ? n->line : 0, message);
    f->arg[0] = arg0.p ? arena_str(r->a, arg0) : STR_ABSENT;
    f->arg[1] = arg1.p ? arena_str(r->a, arg1) : STR_ABSENT;
    return f;
}

void config_unknown(struct config_reader *r, const struct yaml_node *n, struct str name, const struct str *choices, size_t count)
{
    struct str likely = suggest(name, choices, count);
    config_fault(r, n, likely.p ? W_config_key_likely : W_pack_key_unknown, name, likely);
}

static struct noted note(struct config_reader *r, const struct yaml_node *n, struct str text)
{
    return (struct noted){arena_str(r->a, str_trim(text)), r->shown, n->line};
}

void config_texts(struct config_reader *r, const struct yaml_node *n, struct str key, struct noted_list *out)
{
    if (n->kind == YAML_SCALAR && yaml_str(n).n) {
        *ARENA_PUSH(r->a, out) = note(r, n, yaml_str(n));
        return;
    }
    if (n->kind != YAML_LIST) {
        config_fault(r, n, W_pack_want_list, key, STR_ABSENT);
        return;
    }
    for (const struct yaml_node *i = n->child; i; i = i->next) {
        if (str_blank(yaml_str(i))) config_fault(r, i, W_pack_want_text, key, STR_ABSENT);
        else *ARENA_PUSH(r->a, out) = note(r, i, yaml_str(i));
    }
}

static void take_text(struct config_reader *r, const struct yaml_node *n, struct str key, struct noted *out)
{
    if (str_blank(yaml_str(n))) config_fault(r, n, W_pack_want_text, key, STR_ABSENT);
    else *out = note(r, n, yaml_str(n));
}

bool config_truth(struct config_reader *r, const struct yaml_node *n, struct str key)
{
    bool value = yaml_bool(n, false);
    if (value != yaml_bool(n, true)) config_fault(r, n, W_pack_truth, key, STR_ABSENT);
    return value;
}

/* A value of a parameter may be a list: commas stand between its parts. */
static struct str pair_value(struct config_reader *r, const struct yaml_node *n)
{
    if (n->kind == YAML_SCALAR) return yaml_str(n).p ? yaml_str(n) : STR("");
    if (n->kind == YAML_MAP) return STR_ABSENT;
    struct buf b = BUF_INIT;
    bool good = true;
    for (const struct yaml_node *i = n->child; i; i = i->next) {
        good = good && i->kind == YAML_SCALAR;
        if (b.n) buf_z(&b, ", ");
        buf_str(&b, yaml_str(i));
    }
    struct str joined = good ? arena_str(r->a, buf_view(&b)) : STR_ABSENT;
    buf_free(&b);
    return joined.p || !good ? joined : STR("");
}

static void take_pairs(struct config_reader *r, const struct yaml_node *n, struct str key, struct noted_pairs *out)
{
    if (n->kind != YAML_MAP) {
        config_fault(r, n, W_pack_want_map, key, STR_ABSENT);
        return;
    }
    for (const struct yaml_node *k = n->child; k; k = k->next->next) {
        struct str value = pair_value(r, k->next);
        if (!value.p) config_fault(r, k->next, W_pack_want_text, (struct str){k->text, k->length}, STR_ABSENT);
        else *ARENA_PUSH(r->a, out) = (struct noted_pair){note(r, k, (struct str){k->text, k->length}), note(r, k->next, value)};
    }
}

const struct ignore *config_patterns(struct config_reader *r, const struct yaml_node *n, struct str key)
{
    struct noted_list list = {0};
    struct buf b = BUF_INIT;
    config_texts(r, n, key, &list);
    for (size_t i = 0; i < list.n; i++) {
        buf_str(&b, list.v[i].text);
        buf_ch(&b, '\n');
    }
    const struct ignore *patterns = list.n ? ignore_parse(r->a, NULL, STR(""), arena_str(r->a, buf_view(&b))) : NULL;
    buf_free(&b);
    return patterns;
}

enum layer_key { KEY_SELECT, KEY_EXTEND_SELECT, KEY_IGNORE, KEY_SEVERITY, KEY_PARAM, KEY_FAIL_ON, KEY_FILES, KEY_BASELINE, LAYER_KEYS, FILE_KEYS = LAYER_KEYS + 6 };
static const struct str names[FILE_KEYS] = {{"select", 6}, {"extend-select", 13}, {"ignore", 6}, {"severity", 8}, {"param", 5}, {"fail-on", 7}, {"files", 5}, {"baseline", 8},
                                            {"root", 4}, {"extends", 7}, {"exclude", 7}, {"rules", 5}, {"overrides", 9}, {"abaikan", 7}};

static size_t key_of(struct str name)
{
    size_t i = 0;
    while (i < COUNT(names) && !str_eq(names[i], name)) i++;
    return i;
}

/* A path that need not exist, so that links tell nothing: it is written to where the user says so. */
static bool leads_out(struct str path)
{
    return path.n && (path.p[0] == '/' || str_find(path, STR(".."), 0) != SIZE_MAX);
}

static void take_layer_key(struct config_reader *r, size_t key, const struct yaml_node *n, struct layer *out)
{
    switch ((enum layer_key)key) {
    case KEY_SELECT:
        out->selects = true;
        config_texts(r, n, names[key], &out->select);
        break;
    case KEY_EXTEND_SELECT: config_texts(r, n, names[key], &out->extend); break;
    case KEY_IGNORE: config_texts(r, n, names[key], &out->ignore); break;
    case KEY_SEVERITY: take_pairs(r, n, names[key], &out->severity); break;
    case KEY_PARAM: take_pairs(r, n, names[key], &out->param); break;
    case KEY_FAIL_ON: take_text(r, n, names[key], &out->fail_on); break;
    case KEY_BASELINE:
        take_text(r, n, names[key], &out->baseline);
        if (leads_out(out->baseline.text)) config_fault(r, n, W_config_outside, out->baseline.text, STR_ABSENT);
        break;
    case KEY_FILES: out->files = config_patterns(r, n, names[key]); break;
    case LAYER_KEYS:
    case FILE_KEYS: break;
    }
}

void config_layer(struct config_reader *r, const struct yaml_node *map, bool whole, struct layer *out)
{
    uint32_t seen = 0;
    *out = (struct layer){.folder = r->folder};
    if (map->kind != YAML_MAP) {
        config_fault(r, map, W_pack_not_map, STR_ABSENT, STR_ABSENT);
        return;
    }
    for (const struct yaml_node *k = map->child; k; k = k->next->next) {
        struct str name = {k->text, k->length};
        size_t key = key_of(name);
        bool here = whole ? key != KEY_FILES : key < KEY_BASELINE && key != KEY_FAIL_ON;
        if (key == COUNT(names) || !here) config_unknown(r, k, name, names, whole ? COUNT(names) : KEY_BASELINE);
        else if (seen >> key & 1) config_fault(r, k, W_pack_key_twice, name, STR_ABSENT);
        else if (key < LAYER_KEYS) take_layer_key(r, key, k->next, out);
        if (key < COUNT(names)) seen |= UINT32_C(1) << key;
    }
    if (!whole && !out->files && !(seen >> KEY_FILES & 1)) config_fault(r, map, W_pack_key_missing, names[KEY_FILES], STR_ABSENT);
}

/* ---- exceptions ---------------------------------------------------------------------------------------------- */

enum waiver_key { WAIVER_FILES, WAIVER_NUMBER, WAIVER_RULES, WAIVER_STEP, WAIVER_REASON, WAIVER_OWNER, WAIVER_UNTIL, WAIVER_KEYS };
static const struct str waiver_names[] = {{"files", 5}, {"nomor", 5}, {"rule", 4}, {"langkah", 7}, {"alasan", 6}, {"oleh", 4}, {"sampai", 6}};

static void take_waiver_key(struct config_reader *r, size_t key, const struct yaml_node *n, struct waiver *w)
{
    struct noted_list list = {0};
    struct noted text = {.text = STR_ABSENT};
    struct date day;
    if (key == WAIVER_FILES) w->files = config_patterns(r, n, waiver_names[key]);
    else if (key == WAIVER_RULES) config_texts(r, n, waiver_names[key], &list);
    else take_text(r, n, waiver_names[key], &text);
    for (size_t i = 0; i < list.n; i++) *ARENA_PUSH(r->a, &w->rules) = list.v[i].text;
    switch ((enum waiver_key)key) {
    case WAIVER_NUMBER: w->number = text.text; break;
    case WAIVER_STEP: w->step = text.text; break;
    case WAIVER_REASON: w->why.reason = text.text; break;
    case WAIVER_OWNER: w->why.owner = text.text; break;
    case WAIVER_UNTIL:
        w->why.until = text.text;
        if (text.text.p && !today_read(text.text, &day)) config_fault(r, n, W_wrong_value, text.text, STR("YYYY-MM-DD"));
        break;
    case WAIVER_FILES:
    case WAIVER_RULES:
    case WAIVER_KEYS: break;
    }
}

static void take_waiver(struct config_reader *r, const struct yaml_node *map, struct waivers *out)
{
    struct waiver w = {.covers = COVERS_PATHS, .why.by = SUPPRESSED_BY_CONFIG, .file = r->shown, .line = map->line};
    if (map->kind != YAML_MAP) {
        config_fault(r, map, W_pack_not_map, STR_ABSENT, STR_ABSENT);
        return;
    }
    for (const struct yaml_node *k = map->child; k; k = k->next->next) {
        size_t key = 0;
        while (key < WAIVER_KEYS && !str_eq(waiver_names[key], (struct str){k->text, k->length})) key++;
        if (key == WAIVER_KEYS) config_unknown(r, k, (struct str){k->text, k->length}, waiver_names, WAIVER_KEYS);
        else take_waiver_key(r, key, k->next, &w);
    }
    if (!w.rules.n) config_fault(r, map, W_pack_key_missing, waiver_names[WAIVER_RULES], STR_ABSENT);
    if (!w.files && !w.number.p) config_fault(r, map, W_config_waiver_where, STR_ABSENT, STR_ABSENT);
    *ARENA_PUSH(r->a, out) = w;
}

void config_waivers(struct config_reader *r, const struct yaml_node *list, struct waivers *out)
{
    if (list->kind != YAML_LIST) {
        config_fault(r, list, W_pack_want_list, STR("abaikan"), STR_ABSENT);
        return;
    }
    for (const struct yaml_node *i = list->child; i; i = i->next) take_waiver(r, i, out);
}
