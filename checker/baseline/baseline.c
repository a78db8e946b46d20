/* Findings by what they are about. */
#include "baseline/baseline.h"

#include <stdlib.h>
#include <string.h>

#include "base/escape.h"

/* ---- keys ----------------------------------------------------------------------------------------------------- */

/* /sop/langkah[3]/waktu → /sop/langkah/waktu: steps move. */
static struct str without_positions(struct arena *a, struct str element)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0, deep = 0; i < element.n; i++) {
        if (element.p[i] == '[') deep++;
        if (!deep) buf_ch(&b, element.p[i]);
        if (element.p[i] == ']' && deep) deep--;
    }
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s.p ? s : STR("");
}

/* Blanks, however many, are one. */
static struct str normal(struct arena *a, struct str text)
{
    struct buf b = BUF_INIT, plain = BUF_INIT;
    bool gap = false;
    plain_text(&plain, text);
    text = str_trim(buf_view(&plain));
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            gap = true;
            continue;
        }
        if (gap && b.n) buf_ch(&b, ' ');
        gap = false;
        buf_ch(&b, c);
    }
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&plain);
    buf_free(&b);
    return s.p ? s : STR("");
}

static struct baseline_entry entry_of(struct arena *a, struct str path, const struct finding *f)
{
    return (struct baseline_entry){.path = path, .rule = str_of(f->rule), .element = without_positions(a, f->element), .subject = normal(a, f->subject), .quote = normal(a, f->quote), .count = 1};
}

static int compare_text(struct str x, struct str y)
{
    size_t n = x.n < y.n ? x.n : y.n;
    int c = n ? memcmp(x.p, y.p, n) : 0;
    return c ? c : (x.n > y.n) - (x.n < y.n);
}

static int compare(const void *x, const void *y)
{
    const struct baseline_entry *a = x, *b = y;
    int c = compare_text(a->path, b->path);
    if (!c) c = compare_text(a->rule, b->rule);
    if (!c) c = compare_text(a->element, b->element);
    if (!c) c = compare_text(a->subject, b->subject);
    return c ? c : compare_text(a->quote, b->quote);
}

void baseline_sort(struct baseline *b)
{
    size_t n = 0;
    if (b->n) qsort(b->v, b->n, sizeof *b->v, compare);
    for (size_t i = 0; i < b->n; i++) {
        if (n && compare(&b->v[n - 1], &b->v[i]) == 0) b->v[n - 1].count += b->v[i].count;
        else b->v[n++] = b->v[i];
    }
    b->n = n;
}

/* What could not be read is never known: somebody has to look at it. */
static bool always_new(const struct finding *f) { return strcmp(f->rule, "UM001") == 0 || strcmp(f->rule, "UM002") == 0; }

void baseline_record(struct arena *a, struct baseline *b, struct str path, const struct finding *f)
{
    if (always_new(f)) return;
    struct baseline_entry e = entry_of(a, arena_str(a, path), f);
    e.rule = arena_str(a, e.rule); /* the rules go before it is written */
    *ARENA_PUSH(a, b) = e;
}

/* ---- covering ------------------------------------------------------------------------------------------------- */

static void mark_checked(struct baseline *b, struct str path)
{
    size_t low = 0, high = b->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_text(b->v[middle].path, path) < 0) low = middle + 1;
        else high = middle;
    }
    for (; low < b->n && str_eq(b->v[low].path, path); low++) b->v[low].checked = true;
}

void baseline_cover(struct arena *a, struct baseline *b, struct str path, struct findings *findings, struct findings *suppressed)
{
    static const struct suppression by = {SUPPRESSED_BY_BASELINE, STR_ABSENT, STR_ABSENT, STR_ABSENT};
    size_t kept = 0;
    mark_checked(b, path);
    for (size_t i = 0; i < findings->n; i++) {
        const struct finding *f = &findings->v[i];
        struct baseline_entry key = entry_of(a, path, f), *e = always_new(f) || !b->n ? NULL : bsearch(&key, b->v, b->n, sizeof *b->v, compare);
        if (!e || e->seen == e->count) {
            findings->v[kept++] = *f;
            continue;
        }
        e->seen++;
        struct finding *known = ARENA_PUSH(a, suppressed);
        *known = *f;
        known->suppressed = &by;
    }
    findings->n = kept;
}

static bool of_set(const struct baseline_entry *e) { return str_starts(e->element, STR("/himpunan")); }

void baseline_close(struct baseline *b)
{
    bool whole = true;
    for (size_t i = 0; i < b->n; i++) whole = whole && b->v[i].checked;
    for (size_t i = 0; i < b->n && !whole; i++)
        if (of_set(&b->v[i])) b->v[i].checked = false;
}

const struct baseline_entry *baseline_find(const struct baseline *b, const struct baseline_entry *e)
{
    return b->n ? bsearch(e, b->v, b->n, sizeof *b->v, compare) : NULL;
}

uint64_t baseline_stale(const struct baseline *b)
{
    uint64_t stale = 0;
    for (size_t i = 0; i < b->n; i++)
        if (b->v[i].checked) stale += b->v[i].count - b->v[i].seen;
    return stale;
}

/* ---- the file ------------------------------------------------------------------------------------------------- */

static void quoted(struct buf *b, const char *key, struct str text)
{
    buf_printf(b, ", %s: ", key);
    json_text(b, text);
}

struct str baseline_text(struct arena *a, const struct baseline *b)
{
    struct buf out = BUF_INIT;
    buf_z(&out, "# patuh baseline write | update\npatuh: baseline/1\ntemuan:\n");
    if (!b->n) out.n--, buf_z(&out, " []\n");
    for (size_t i = 0; i < b->n; i++) {
        const struct baseline_entry *e = &b->v[i];
        buf_z(&out, "  - {path: ");
        json_text(&out, e->path);
        buf_printf(&out, ", rule: %.*s", (int)e->rule.n, e->rule.p);
        quoted(&out, "element", e->element);
        quoted(&out, "subject", e->subject);
        quoted(&out, "quote", e->quote);
        buf_printf(&out, ", count: %llu}\n", (unsigned long long)e->count);
    }
    struct str text = arena_str(a, buf_view(&out));
    buf_free(&out);
    return text;
}

static bool read_entry(const struct yaml_node *map, struct baseline_entry *e)
{
    struct str *const texts[] = {&e->path, &e->rule, &e->element, &e->subject, &e->quote};
    static const char *const keys[] = {"path", "rule", "element", "subject", "quote"};
    for (size_t i = 0; i < COUNT(keys); i++) {
        const struct yaml_node *n = yaml_get(map, keys[i]);
        if (!n || n->kind != YAML_SCALAR) return false;
        *texts[i] = (struct str){n->text, n->length};
    }
    return map->kind == YAML_MAP && yaml_size(map) == COUNT(keys) + 1 && e->path.n && e->rule.n && str_u64(yaml_get_str(map, "count"), &e->count) && e->count;
}

enum rc baseline_parse(struct arena *a, const struct source *source, const struct limits *limits, struct baseline *out, struct trouble *why)
{
    const struct yaml_node *root;
    enum rc rc = yaml_parse(a, source, limits, &root, why);
    if (rc != RC_OK) return rc;
    const struct yaml_node *list = yaml_get(root, "temuan");
    if (!root || !str_eqz(yaml_get_str(root, "patuh"), "baseline/1") || !list || (list->kind != YAML_LIST)) {
        *why = (struct trouble){.message = W_baseline_none};
        return RC_SYNTAX;
    }
    for (const struct yaml_node *i = list->child; i; i = i->next) {
        struct baseline_entry e = {0};
        if (!read_entry(i, &e)) {
            *why = (struct trouble){.message = W_baseline_entry, .at = i->span};
            return RC_SYNTAX;
        }
        *ARENA_PUSH(a, out) = e;
    }
    baseline_sort(out);
    return RC_OK;
}
