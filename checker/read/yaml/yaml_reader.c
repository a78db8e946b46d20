/* The reader of definitions in YAML: documents with a key `patuh:` at the top. */
#include "base/chars.h"
#include "stage/read.h"
#include "read/yaml/yaml_definition.h"

/* ---- is it one? ---------------------------------------------------------------------------------------------- */

static bool is_end(char c) { return c == '\n' || c == '\r'; }

static size_t line_after(struct str t, size_t i)
{
    while (i < t.n && !is_end(t.p[i])) i++;
    while (i < t.n && is_end(t.p[i])) i++;
    return i;
}

/* Offset of the first thing that is no comment, directive, document start or blank; t.n when there is none. */
static size_t first_content(struct str t)
{
    size_t i = 0;
    while (i < t.n) {
        size_t at = i;
        while (at < t.n && (t.p[at] == ' ' || t.p[at] == '\t')) at++;
        if (at == t.n) break;
        if (is_end(t.p[at])) {
            i = at + 1;
            continue;
        }
        struct str rest = str_slice(t, at, t.n);
        bool start = str_starts(rest, STR("---")) && (rest.n == 3 || is_end(rest.p[3]) || rest.p[3] == ' ');
        if (t.p[at] != '#' && t.p[at] != '%' && !start) return at;
        i = line_after(t, at);
    }
    return t.n;
}

static bool is_key_char(char c)
{
    return is_alnum(c) || c == '-' || c == '_';
}

/* A short name, quoted or not, and a colon: a top-level key of a definition. *name gets the name. */
static bool is_key(struct str s, struct str *name)
{
    size_t i = 0, from;
    char quote = s.n && (s.p[0] == '"' || s.p[0] == '\'') ? s.p[i++] : 0;
    for (from = i; i < s.n && i < 64 && is_key_char(s.p[i]);) i++;
    *name = str_slice(s, from, i);
    if (!name->n || (quote && (i == s.n || s.p[i++] != quote))) return false;
    while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t')) i++;
    if (i == s.n || s.p[i++] != ':') return false;
    return quote || i == s.n || is_end(s.p[i]) || s.p[i] == ' ' || s.p[i] == '\t';
}

/* Top-level keys that only a definition has so together; those of SOPs first. */
static const char *const own_keys[] = {"identitas", "langkah", "dasar-hukum", "kualifikasi-pelaksana", "jumlah-waktu", "bab", "pengukuran", "perjanjian-kinerja", "perbandingan", "anggaran"};
enum { SOP_KEYS = 5, KEYS_ENOUGH = 2, FIRST_LINES = 4000 };

/* Which kind the keys tell where `patuh` is missing: how many of an SOP's and of a report's stand at the top. */
static void count_own_keys(struct str t, size_t at, size_t *sop, size_t *report)
{
    struct str name;
    bool seen[COUNT(own_keys)] = {false};
    *sop = *report = 0;
    for (size_t lines = 0; at < t.n && lines < FIRST_LINES; lines++, at = line_after(t, at)) {
        if (!is_key(str_slice(t, at, t.n), &name)) continue;
        for (size_t i = 0; i < COUNT(own_keys); i++) {
            if (seen[i] || !str_eqz(name, own_keys[i])) continue;
            seen[i] = true;
            if (i == 0) continue; /* both have it */
            if (i < SOP_KEYS) ++*sop;
            else ++*report;
        }
    }
    if (seen[0]) *sop += *sop > 0, *report += *report > 0;
}

static bool sniff(const struct source *source)
{
    size_t sop, report;
    struct str t = source->text, name;
    size_t at = first_content(t), column = at;
    if (at == t.n) return false;
    bool flow = t.p[at] == '{'; /* {patuh: sop/1, …}, JSON among them */
    if (!flow && !is_key(str_slice(t, at, t.n), &name)) return false;
    while (column > 0 && !is_end(t.p[column - 1])) column--;
    column = at - column;
    for (size_t hit = str_find(t, STR("patuh"), at); hit != SIZE_MAX; hit = str_find(t, STR("patuh"), hit + 5)) {
        size_t begin = hit > at && (t.p[hit - 1] == '"' || t.p[hit - 1] == '\'') ? hit - 1 : hit, blank = begin;
        if (!is_key(str_slice(t, begin, t.n), &name) || name.n != 5) continue;
        while (blank > 0 && (t.p[blank - 1] == ' ' || (flow && (is_end(t.p[blank - 1]) || t.p[blank - 1] == '\t')))) blank--;
        if (flow ? blank > 0 && (t.p[blank - 1] == '{' || t.p[blank - 1] == ',')
                 : begin - blank == column && (blank == 0 || is_end(t.p[blank - 1])))
            return true;
    }
    if (flow || column) return false;
    count_own_keys(t, at, &sop, &report);
    return sop >= KEYS_ENOUGH || report >= KEYS_ENOUGH;
}

/* ---- reading it ---------------------------------------------------------------------------------------------- */

static void fill(struct definition *d, const struct yaml_node *map, struct place place, struct document *out)
{
    out->reader = "yaml";
    if (out->kind == DOCUMENT_SOP) out->sop = definition_sop(d, map, place);
    else out->lkjip = definition_report(d, map, place);
}

void read_definition(struct arena *a, const struct yaml_node *map, enum document_kind kind, struct document *out)
{
    struct limits limits;
    limits_default(&limits);
    struct definition d = {.a = a, .errors = &out->errors, .most_errors = limits.v[LIMIT_findings]};
    d.root = kind == DOCUMENT_SOP ? &schema_sop : &schema_lkjip;
    out->kind = kind;
    if (map->kind == YAML_MAP) fill(&d, map, definition_place(&d, map), out);
}

static enum rc refuse(struct trouble *why, enum word message, struct span at, struct str arg0, struct str arg1)
{
    *why = (struct trouble){.message = message, .arg = {arg0, arg1}, .at = at};
    return RC_UNSUPPORTED;
}

static const struct yaml_node *key_of(const struct yaml_node *map, struct str name)
{
    for (const struct yaml_node *k = map->child; k; k = k->next->next)
        if (str_eq((struct str){k->text, k->length}, name)) return k;
    return NULL;
}

/* A key of the kind with something below it: who only says what kind it is, or whose, has nothing that could be checked. */
static bool says_anything(const struct yaml_node *map, const struct schema *s)
{
    for (const struct yaml_node *k = map->child; k; k = k->next->next) {
        struct str name = {k->text, k->length};
        if (str_eq(name, STR("patuh")) || str_eq(name, STR("pk")) || str_eq(name, STR("tahun-lalu"))) continue;
        if (s != &schema_sop && str_eq(name, STR("identitas"))) continue;
        if (k->next->kind == YAML_SCALAR ? !str_blank(yaml_str(k->next)) : k->next->child != NULL) return true;
    }
    return false;
}

static enum rc read_yaml(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why)
{
    static const struct {
        struct str name;
        enum document_kind kind;
        const struct schema *root;
    } kinds[] = {
        {{"sop", 3}, DOCUMENT_SOP, &schema_sop}, {{"lkjip", 5}, DOCUMENT_LKJIP, &schema_lkjip}, {{"pk", 2}, DOCUMENT_LKJIP, &schema_pk}};
    const struct str known = STR("sop/1, lkjip/1, pk/1");
    const struct yaml_node *root;
    out->claimed = true;
    enum rc rc = yaml_parse(a, s, limits, &root, why);
    if (rc != RC_OK) return rc;
    const struct yaml_node *key = root && root->kind == YAML_MAP ? key_of(root, STR("patuh")) : NULL;
    size_t sop, report;
    count_own_keys(s->text, first_content(s->text), &sop, &report);
    if (!key && sop + report) return refuse(why, W_definition_no_kind, SPAN(root->span.begin, root->span.begin), sop >= report ? STR("sop/1") : STR("lkjip/1"), STR(""));
    if (!key) return refuse(why, W_definition_kind, root ? SPAN(root->span.begin, root->span.begin) : SPAN_NONE, STR(""), known);
    struct document *doc = arena_alloc(a, sizeof *doc);
    struct definition d = {.a = a, .source = s, .errors = &doc->errors, .most_errors = limits->v[LIMIT_findings]};
    struct str value = definition_text(&d, key->next);
    struct str kind = str_slice(value, 0, str_find(value, STR("/"), 0));
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (str_eq(kind, kinds[i].name)) doc->kind = kinds[i].kind, d.root = kinds[i].root;
    if (doc->kind == DOCUMENT_NONE) return refuse(why, W_definition_kind, key->next->span, value, known);
    if (!str_eq(str_slice(value, kind.n, value.n), STR("/1"))) {
        struct trouble *t = definition_fault(&d, W_definition_kind, key->next);
        t->arg[0] = value;
        t->arg[1] = known;
    }
    struct span place = key->next->span.end > key->span.begin ? SPAN(key->span.begin, key->next->span.end) : key->span;
    fill(&d, root, (struct place){place, NULL}, doc);
    doc->source = s;
    if (!says_anything(root, d.root)) definition_fault(&d, W_definition_empty, key);
    out->document = doc;
    return RC_OK;
}

const struct reader reader_yaml = {"yaml", false, sniff, read_yaml};
