/* The parts of a statement: nodes with their outlines, edges with their labels. */
#include "base/chars.h"
#include "read/mermaid/mermaid.h"

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
static bool is_word(char c)
{
    return is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

bool mermaid_more(struct mermaid_at *m)
{
    while (m->at < m->end && is_blank(m->text.p[m->at])) m->at++;
    return m->at < m->end;
}

static struct str left(const struct mermaid_at *m) { return str_slice(m->text, m->at, m->end); }

static bool take(struct mermaid_at *m, struct str token)
{
    if (!str_starts(left(m), token)) return false;
    m->at += token.n;
    return true;
}

/* ---- nodes ------------------------------------------------------------------------------------------------------ */

static const struct outline {
    struct str open, close[2];
    enum shape_kind kind;
} outlines[] = { /* longer openings first */
    {{"(((", 3}, {{")))", 3}, {")))", 3}}, SHAPE_CIRCLE},  {{"([", 2}, {{"])", 2}, {"])", 2}}, SHAPE_CAPSULE},
    {{"((", 2}, {{"))", 2}, {"))", 2}}, SHAPE_CIRCLE},     {{"[[", 2}, {{"]]", 2}, {"]]", 2}}, SHAPE_BOX},
    {{"[(", 2}, {{")]", 2}, {")]", 2}}, SHAPE_OTHER},      {{"[/", 2}, {{"/]", 2}, {"\\]", 2}}, SHAPE_OTHER},
    {{"[\\", 2}, {{"\\]", 2}, {"/]", 2}}, SHAPE_OTHER},    {{"{{", 2}, {{"}}", 2}, {"}}", 2}}, SHAPE_OTHER},
    {{"[", 1}, {{"]", 1}, {"]", 1}}, SHAPE_BOX},           {{"(", 1}, {{")", 1}, {")", 1}}, SHAPE_ROUNDED},
    {{"{", 1}, {{"}", 1}, {"}", 1}}, SHAPE_DIAMOND},       {{">", 1}, {{"]", 1}, {"]", 1}}, SHAPE_OTHER},
};

/* Names of outlines in the newer form, id@{ shape: diam, label: "…" }. */
static const struct {
    struct str name;
    enum shape_kind kind;
} shapes[] = {
    {{"diam", 4}, SHAPE_DIAMOND},   {{"diamond", 7}, SHAPE_DIAMOND}, {{"decision", 8}, SHAPE_DIAMOND}, {{"stadium", 7}, SHAPE_CAPSULE}, {{"terminal", 8}, SHAPE_CAPSULE},
    {{"pill", 4}, SHAPE_CAPSULE},   {{"circle", 6}, SHAPE_CIRCLE},   {{"circ", 4}, SHAPE_CIRCLE},      {{"dbl-circ", 8}, SHAPE_CIRCLE}, {{"rounded", 7}, SHAPE_ROUNDED},
    {{"event", 5}, SHAPE_ROUNDED},  {{"rect", 4}, SHAPE_BOX},        {{"process", 7}, SHAPE_BOX},      {{"proc", 4}, SHAPE_BOX},        {{"subproc", 7}, SHAPE_BOX},
};

/* An id may have a hyphen or a full stop inside, but not where an edge begins. */
static struct str take_id(struct mermaid_at *m)
{
    size_t from = m->at;
    while (m->at < m->end) {
        char c = m->text.p[m->at];
        bool inside = (c == '-' || c == '.') && m->at > from && m->at + 1 < m->end && is_word(m->text.p[m->at + 1]);
        if (!is_word(c) && !inside) break;
        m->at++;
    }
    return str_slice(m->text, from, m->at);
}

/* Up to the closing mark, which quotes hide. */
static bool label_until(struct mermaid_at *m, const struct outline *o, struct mermaid_node *out)
{
    size_t from = m->at;
    bool quoted = false;
    for (; m->at < m->end; m->at++) {
        if (m->text.p[m->at] == '"') quoted = !quoted;
        if (quoted) continue;
        for (size_t k = 0; k < COUNT(o->close); k++) {
            if (!str_starts(left(m), o->close[k])) continue;
            out->label = str_slice(m->text, from, m->at);
            out->span = SPAN(from, m->at);
            out->kind = o->kind;
            m->at += o->close[k].n;
            return true;
        }
    }
    return false;
}

static struct str property(struct str inside, struct str name)
{
    size_t at = str_find(inside, name, 0), from, to;
    if (at == SIZE_MAX) return STR_ABSENT;
    from = at + name.n;
    while (from < inside.n && is_blank(inside.p[from])) from++;
    bool quoted = from < inside.n && inside.p[from] == '"';
    for (to = from + quoted; to < inside.n && inside.p[to] != (quoted ? '"' : ',');) to++;
    return str_trim(str_slice(inside, from + quoted, to));
}

/* id@{ shape: diam, label: "Lengkap?" } */
static bool properties(struct mermaid_at *m, struct mermaid_node *out)
{
    size_t close = str_find(left(m), STR("}"), 0);
    if (close == SIZE_MAX) return false;
    struct str inside = str_slice(left(m), 0, close), shape = property(inside, STR("shape:")), label = property(inside, STR("label:"));
    m->at += close + 1;
    out->kind = shape.p ? SHAPE_OTHER : SHAPE_BOX;
    for (size_t i = 0; i < COUNT(shapes); i++)
        if (str_eq(shape, shapes[i].name)) out->kind = shapes[i].kind;
    out->label = label.p ? label : out->id;
    size_t from = (size_t)(out->label.p - m->text.p);
    out->span = SPAN(from, from + out->label.n);
    return true;
}

bool mermaid_node(struct mermaid_at *m, struct mermaid_node *out)
{
    size_t from;
    if (!mermaid_more(m)) return false;
    from = m->at;
    *out = (struct mermaid_node){.id = take_id(m), .label = STR_ABSENT, .kind = SHAPE_BOX};
    if (!out->id.n) return false;
    out->span = SPAN(from, m->at);
    if (take(m, STR("@{"))) {
        if (!properties(m, out)) return false;
    } else {
        for (size_t i = 0; i < COUNT(outlines) && !out->label.p; i++)
            if (take(m, outlines[i].open) && !label_until(m, &outlines[i], out)) return false;
    }
    if (take(m, STR(":::"))) take_id(m);
    return true;
}

/* ---- edges ------------------------------------------------------------------------------------------------------ */

static bool is_line(char c) { return c == '-' || c == '=' || c == '.' || c == '~'; }
static bool is_head(char c) { return c == '>' || c == 'x' || c == 'o'; }

/* "-->", "-.->", "==>", "---", "--x", "<-->": a run of line characters with its heads; false when no edge stands there. `open`: it may be
 * the first half of one with its label inside ("--"). */
static bool take_line(struct mermaid_at *m, struct str *line, bool *open)
{
    size_t from = m->at, i = m->at;
    if (i < m->end && (m->text.p[i] == '<' || ((m->text.p[i] == 'x' || m->text.p[i] == 'o') && i + 1 < m->end && is_line(m->text.p[i + 1])))) i++;
    size_t first = i;
    while (i < m->end && is_line(m->text.p[i])) i++;
    if (i - first < 2) return false;
    bool head = i < m->end && is_head(m->text.p[i]);
    if (head && m->text.p[i] != '>' && i + 1 < m->end && is_word(m->text.p[i + 1])) head = false; /* "A--xyz" */
    *open = !head && i - first == 2;
    m->at = i + head;
    *line = str_slice(m->text, from, m->at);
    return true;
}

/* "-- Ya -->": the label stands between two halves. */
static bool label_inside(struct mermaid_at *m, struct mermaid_link *out)
{
    size_t from = m->at;
    for (; m->at < m->end; m->at++) {
        struct mermaid_at half = *m;
        struct str line;
        bool open;
        if (!is_line(m->text.p[m->at]) || !take_line(&half, &line, &open) || open) continue;
        out->label = str_slice(m->text, from, m->at);
        out->span = SPAN(from, m->at);
        *m = half;
        return true;
    }
    return false;
}

static bool label_in_bars(struct mermaid_at *m, struct mermaid_link *out)
{
    if (!mermaid_more(m) || m->text.p[m->at] != '|') return true;
    size_t close = str_find(left(m), STR("|"), 1);
    if (close == SIZE_MAX) return false;
    out->label = str_slice(left(m), 1, close);
    out->span = SPAN(m->at + 1, m->at + close);
    m->at += close + 1;
    return true;
}

bool mermaid_link(struct mermaid_at *m, struct mermaid_link *out)
{
    struct str line;
    bool open;
    *out = (struct mermaid_link){.label = STR_ABSENT};
    if (!mermaid_more(m)) return false;
    struct mermaid_at named = *m; /* "e1@-->" */
    if (take_id(&named).n && take(&named, STR("@")) && named.at < named.end && is_line(named.text.p[named.at])) *m = named;
    if (!take_line(m, &line, &open)) return false;
    out->dashed = str_find(line, STR("."), 0) != SIZE_MAX;
    out->invisible = str_find(line, STR("~"), 0) != SIZE_MAX;
    take(m, STR("&gt;")); /* as HTML writes an arrow's head */
    if (open && m->text.p[m->at - 1] != ';' && !label_inside(m, out)) return false;
    take(m, STR("&gt;"));
    return label_in_bars(m, out);
}

/* ---- labels ------------------------------------------------------------------------------------------------------- */

/* Behind a tag that begins here ("<br/>"); `at` where there is none. */
static size_t tag_end(struct str s, size_t at)
{
    enum { TAG_MAX = 40 };
    size_t i = at + 1;
    if (s.p[at] != '<' || i >= s.n || !(is_word(s.p[i]) || s.p[i] == '/')) return at;
    while (i < s.n && i - at < TAG_MAX && s.p[i] != '>') i++;
    return i < s.n && s.p[i] == '>' ? i + 1 : at;
}

/* The character that an entity stands for, and its length; 0: none begins here. */
static size_t entity(struct str s, size_t at, char *c)
{
    static const struct {
        struct str name;
        char c;
    } known[] = {{{"quot;", 5}, '"'}, {{"amp;", 4}, '&'}, {{"lt;", 3}, '<'}, {{"gt;", 3}, '>'}, {{"nbsp;", 5}, ' '}};
    for (size_t i = 0; i < COUNT(known) && (s.p[at] == '&' || s.p[at] == '#'); i++)
        if (str_starts(str_slice(s, at + 1, s.n), known[i].name)) {
            *c = known[i].c;
            return known[i].name.n + 1;
        }
    return 0;
}

struct str mermaid_text(struct arena *a, struct str label)
{
    char *out = arena_alloc(a, label.n + 1);
    size_t n = 0;
    bool gap = false;
    for (size_t i = 0; i < label.n;) {
        size_t behind = tag_end(label, i);
        bool line_end = label.p[i] == '\\' && i + 1 < label.n && label.p[i + 1] == 'n';
        if (behind > i || line_end || is_blank(label.p[i]) || label.p[i] == '\n') {
            gap = n > 0;
            i = behind > i ? behind : i + 1 + line_end;
            continue;
        }
        char c = label.p[i];
        size_t coded = entity(label, i, &c);
        i += coded ? coded : 1;
        if (c == ' ' && (gap = n > 0)) continue;
        if (c == '"' || c == '`' || c == '*') continue;
        if (gap) out[n++] = ' ';
        gap = false;
        out[n++] = c;
    }
    return (struct str){out, n};
}
