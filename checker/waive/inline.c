/* Exceptions in the comments of a document. */
#include "waive/waive.h"

enum { MOST = 10000 }; /* exceptions of one document; each is asked about every finding */

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static size_t line_end(struct str text, size_t at)
{
    size_t end = str_find(text, STR("\n"), at);
    return end == SIZE_MAX ? text.n : end;
}

static size_t line_begin(struct str text, size_t at)
{
    while (at > 0 && text.p[at - 1] != '\n') at--;
    return at;
}

/* "oleh: NAMA", "sampai: 2026-12-31" behind the reason. */
static bool takes(struct arena *a, struct str part, struct str key, struct str *out)
{
    if (!str_istarts(part, key)) return false;
    *out = arena_str(a, str_trim(str_slice(part, key.n, part.n)));
    return true;
}

static void parse_reason(struct arena *a, struct str rest, struct suppression *why)
{
    while (rest.n) {
        size_t end = str_find(rest, STR(";"), 0);
        if (end == SIZE_MAX) end = rest.n;
        struct str part = str_trim(str_slice(rest, 0, end));
        if (!takes(a, part, STR("oleh:"), &why->owner) && !takes(a, part, STR("sampai:"), &why->until) && part.n)
            why->reason = why->reason.p ? arena_printf(a, "%s; %.*s", why->reason.p, (int)part.n, part.p) : arena_str(a, part);
        rest = str_slice(rest, end + 1, rest.n);
    }
}

static void parse_rules(struct arena *a, struct str list, struct waiver *out)
{
    size_t at = 0;
    while (at < list.n) {
        size_t begin = at;
        while (at < list.n && !is_blank(list.p[at]) && list.p[at] != ',') at++;
        if (at > begin) *ARENA_PUSH(a, &out->rules) = arena_str(a, str_slice(list, begin, at));
        at++;
    }
}

bool waiver_parse(struct arena *a, struct str text, struct waiver *out, bool *whole_file)
{
    text = str_trim(text);
    *whole_file = str_istarts(text, STR("abaikan-berkas"));
    size_t word = *whole_file ? STR("abaikan-berkas").n : STR("abaikan").n;
    if (!str_istarts(text, STR("abaikan")) || (word < text.n && !is_blank(text.p[word]))) return false;
    size_t dashes = str_find(text, STR("--"), word);
    *out = (struct waiver){.why.by = SUPPRESSED_IN_SOURCE};
    parse_rules(a, str_slice(text, word, dashes == SIZE_MAX ? text.n : dashes), out);
    if (dashes != SIZE_MAX) parse_reason(a, str_slice(text, dashes + 2, text.n), &out->why);
    return out->rules.n > 0;
}

static size_t indent_of(struct str line)
{
    size_t n = 0;
    while (n < line.n && line.p[n] == ' ') n++;
    return n;
}

/* An entry of a YAML file: its first line, and what is indented under it; the items of a key's list may stand no deeper than the key. */
static struct span yaml_entry(struct str text, size_t at)
{
    struct str first = STR_ABSENT;
    size_t begin = at, indent = 0, end = at;
    for (; at < text.n; at = line_end(text, at) + 1) {
        struct str line = str_slice(text, at, line_end(text, at));
        size_t deep = indent_of(line);
        bool empty = str_blank(line) || line.p[deep] == '#';
        bool item = !empty && str_starts(str_slice(line, deep, line.n), STR("- "));
        if (!first.p) {
            if (empty) continue;
            first = line;
            begin = at;
            indent = deep;
        } else if (!empty && (deep < indent || (deep == indent && (!item || first.p[indent] == '-')))) {
            break;
        }
        if (!empty) end = line_end(text, at);
    }
    return SPAN(begin, end + 1);
}

/* The block below a comment: up to the next blank line. */
static struct span block_below(struct str text, size_t at)
{
    while (at < text.n && str_blank(str_slice(text, at, line_end(text, at)))) at = line_end(text, at) + 1;
    size_t begin = at;
    while (at < text.n && !str_blank(str_slice(text, at, line_end(text, at)))) at = line_end(text, at) + 1;
    return SPAN(begin, at);
}

/* A comment with an exception: `mark` is where its line's comment begins, the text runs from `from` to `to`, and goes on at `next`. */
static void add(struct arena *a, const struct document *d, bool yaml, size_t mark, size_t from, size_t to, size_t next, struct waivers *out)
{
    struct str text = d->source->text;
    struct waiver w;
    bool whole;
    if (out->n >= MOST || !waiver_parse(a, str_slice(text, from, to), &w, &whole)) return;
    size_t begin = line_begin(text, mark), end = line_end(text, next);
    bool alone = str_blank(str_slice(text, begin, mark)) && str_blank(str_slice(text, next, end));
    w.at = SPAN(mark, next);
    w.covers = whole ? COVERS_FILE : COVERS_LINES;
    w.lines = !alone ? SPAN(begin, end + 1) : yaml ? yaml_entry(text, end + 1) : block_below(text, end + 1);
    *ARENA_PUSH(a, out) = w;
}

/* "# patuh:" of YAML: a "#" begins a comment behind a blank or at the beginning of a line. */
static void in_yaml(struct arena *a, const struct document *d, size_t word, size_t behind, struct waivers *out)
{
    struct str text = d->source->text;
    size_t mark = word;
    while (mark > 0 && is_blank(text.p[mark - 1])) mark--;
    if (!mark || text.p[mark - 1] != '#') return;
    mark--;
    if (mark > 0 && !is_blank(text.p[mark - 1]) && text.p[mark - 1] != '\n') return;
    size_t end = line_end(text, behind);
    add(a, d, true, mark, behind, end, end, out);
}

static void in_html(struct arena *a, const struct document *d, size_t word, size_t behind, struct waivers *out)
{
    struct str text = d->source->text;
    size_t mark = word, end = str_find(text, STR("-->"), behind);
    while (mark > 0 && (is_blank(text.p[mark - 1]) || text.p[mark - 1] == '\n' || text.p[mark - 1] == '\r')) mark--;
    if (mark < 4 || end == SIZE_MAX || !str_eqz(str_slice(text, mark - 4, mark), "<!--")) return;
    add(a, d, false, mark - 4, behind, end, end + 3, out);
}

static void in_bpmn(struct arena *a, const struct document *d, struct waivers *out)
{
    for (size_t i = 0; i < d->remarks.n && out->n < MOST; i++) {
        const struct remark *r = &d->remarks.v[i];
        struct str text = str_trim(r->text);
        struct waiver w;
        bool whole;
        if (!str_istarts(text, STR("patuh:")) || !waiver_parse(a, str_slice(text, 6, text.n), &w, &whole)) continue;
        w.at = r->at;
        w.covers = whole ? COVERS_FILE : COVERS_ELEMENT;
        w.id = r->id;
        *ARENA_PUSH(a, out) = w;
    }
}

void waivers_in_source(struct arena *a, const struct document *d, struct waivers *out)
{
    static const struct str mark = {"patuh:", 6};
    struct str reader = str_of(d->reader), text = d->source->text;
    in_bpmn(a, d, out);
    bool yaml = str_eqz(reader, "yaml"), html = str_eqz(reader, "text") || str_eqz(reader, "html");
    if (!yaml && !html) return;
    for (size_t at = str_find(text, mark, 0); at != SIZE_MAX; at = str_find(text, mark, at + mark.n)) {
        if (yaml) in_yaml(a, d, at, at + mark.n, out);
        else in_html(a, d, at, at + mark.n, out);
    }
}
