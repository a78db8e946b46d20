/* Statements of a flow chart: what is said of nodes and edges, which group they stand in. */
#include "base/chars.h"
#include "read/lookup.h"
#include "read/mermaid/mermaid.h"

enum { DEEPEST = 32, GROUP = 64 };

struct reading_chart {
    struct arena *a;
    struct chart *out;
    struct lookup ids;
    size_t most;              /* nodes */
    size_t open[DEEPEST], depth; /* subgraphs around the statement */
};

/* "…&gt" or "…#quot": the semicolon behind it parts nothing. */
static bool ends_entity(struct str s)
{
    enum { ENTITY_MAX = 7 };
    for (size_t i = s.n; i > 0 && s.n - i < ENTITY_MAX; i--) {
        if (s.p[i - 1] == '&' || s.p[i - 1] == '#') return i < s.n;
        if (!is_lower(s.p[i - 1])) return false;
    }
    return false;
}

/* The next statement at or after *at, parted by line ends and semicolons outside quotes: [*begin, *at). */
static bool next_statement(struct str text, size_t *at, size_t end, size_t *begin, size_t *stop)
{
    if (*at >= end) return false;
    *begin = *at;
    bool quoted = false;
    for (; *at < end && text.p[*at] != '\n'; (*at)++) {
        if (text.p[*at] == '"') quoted = !quoted;
        if (!quoted && text.p[*at] == ';' && !ends_entity(str_slice(text, *begin, *at))) break;
    }
    *stop = *at;
    (*at)++;
    return true;
}

static struct str first_word(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.p[n] != ' ' && s.p[n] != '\t' && s.p[n] != '[') n++;
    return str_slice(s, 0, n);
}

static bool among(struct str word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eqz(word, list[i])) return true;
    return false;
}

static bool only_paints(struct str statement)
{
    static const char *const words[] = {"classDef", "class", "style", "linkStyle", "click", "direction", "accTitle", "accDescr", "accTitle:", "accDescr:", "title"};
    return str_starts(statement, STR("%%")) || among(first_word(statement), words, COUNT(words));
}

static bool is_chart(struct str statement)
{
    static const char *const words[] = {"graph", "flowchart", "flowchart-elk"};
    return among(first_word(statement), words, COUNT(words));
}

bool mermaid_begins(struct str line)
{
    static const char *const ways[] = {"TD", "TB", "BT", "LR", "RL"};
    struct str s = str_trim(line), word = first_word(s), way = str_trim(str_slice(s, word.n, s.n));
    if (way.n && way.p[way.n - 1] == ';') way.n--;
    return is_chart(s) && among(way, ways, COUNT(ways));
}

/* ---- nodes and edges ------------------------------------------------------------------------------------------------ */

static size_t node_of(struct reading_chart *r, const struct mermaid_node *n)
{
    struct chart *c = r->out;
    size_t i = lookup_get(&r->ids, n->id);
    if (i == NO_INDEX) {
        if (c->nodes.n >= r->most) return NO_INDEX;
        i = c->nodes.n;
        struct chart_node *x = ARENA_PUSH(r->a, &c->nodes);
        *x = (struct chart_node){.id = n->id, .kind = n->kind, .lane = r->depth ? r->open[r->depth - 1] : NO_INDEX};
        x->text = (struct run){arena_str(r->a, n->id), {n->span, c->place.where}};
        lookup_put(&r->ids, n->id, i);
    }
    struct chart_node *x = &c->nodes.v[i];
    if (n->label.p) {
        x->kind = n->kind;
        x->text = (struct run){mermaid_text(r->a, n->label), {n->span, c->place.where}};
    }
    if (x->lane == NO_INDEX && r->depth) x->lane = r->open[r->depth - 1];
    return i;
}

struct group {
    size_t v[GROUP], n;
};

/* "A & B". */
static bool take_group(struct reading_chart *r, struct mermaid_at *m, struct group *g)
{
    struct mermaid_node n;
    g->n = 0;
    do {
        if (!mermaid_node(m, &n) || g->n == GROUP) return false;
        size_t i = node_of(r, &n);
        if (i == NO_INDEX) return false;
        g->v[g->n++] = i;
    } while (mermaid_more(m) && m->text.p[m->at] == '&' && m->at++ < m->end);
    return true;
}

static bool add_edges(struct reading_chart *r, const struct group *from, const struct group *to, const struct mermaid_link *l, struct span span)
{
    struct chart *c = r->out;
    for (size_t i = 0; i < from->n && !l->invisible; i++)
        for (size_t k = 0; k < to->n; k++) {
            if (c->edges.n >= 8 * r->most) return false;
            *ARENA_PUSH(r->a, &c->edges) = (struct chart_edge){.from = from->v[i], .to = to->v[k], .dashed = l->dashed,
                .label = {l->label.p ? mermaid_text(r->a, l->label) : STR_ABSENT, {l->span, c->place.where}}, .place = {span, c->place.where}};
        }
    return true;
}

static bool chain(struct reading_chart *r, struct mermaid_at m)
{
    struct group from, to;
    struct mermaid_link link;
    size_t begin = m.at;
    if (!take_group(r, &m, &from)) return false;
    while (mermaid_more(&m)) {
        if (!mermaid_link(&m, &link) || !take_group(r, &m, &to)) return false;
        if (!add_edges(r, &from, &to, &link, SPAN(begin, m.at))) return false;
        from = to;
    }
    return true;
}

/* "subgraph id [Judul]", "subgraph Judul". */
static bool open_lane(struct reading_chart *r, struct str statement, size_t at)
{
    struct str title = str_trim(str_slice(statement, STR("subgraph").n, statement.n));
    size_t bracket = str_find(title, STR("["), 0);
    if (bracket != SIZE_MAX && title.p[title.n - 1] == ']') title = str_trim(str_slice(title, bracket + 1, title.n - 1));
    if (r->depth == DEEPEST) return false;
    size_t from = title.n ? at + (size_t)(title.p - statement.p) : at;
    r->open[r->depth++] = r->out->lanes.n;
    *ARENA_PUSH(r->a, &r->out->lanes) = (struct chart_lane){{mermaid_text(r->a, title), {SPAN(from, from + title.n), r->out->place.where}}};
    return true;
}

static bool statement(struct reading_chart *r, struct str text, size_t begin, size_t end)
{
    struct str s = str_trim(str_slice(text, begin, end)), word = first_word(s);
    size_t at = s.n ? (size_t)(s.p - text.p) : begin;
    if (!s.n || only_paints(s)) return true;
    if (str_eqz(word, "subgraph")) return open_lane(r, s, at);
    if (str_eqz(s, "end")) {
        if (r->depth) r->depth--;
        return true;
    }
    return chain(r, (struct mermaid_at){text, at, at + s.n});
}

/* Behind the front matter that may stand before the first statement. */
static size_t past_front(struct str text, size_t from, size_t to)
{
    size_t at = from, begin, stop;
    while (at < to && (text.p[at] == '\n' || text.p[at] == '\r' || text.p[at] == ' ')) at++;
    if (!str_starts(str_slice(text, at, to), STR("---"))) return at;
    size_t close = str_find(str_slice(text, 0, to), STR("\n---"), at + 3);
    if (close == SIZE_MAX) return at;
    at = close + 1;
    next_statement(text, &at, to, &begin, &stop);
    return at;
}

void mermaid_read(struct arena *a, struct str text, size_t from, size_t to, const struct limits *limits, struct chart *out)
{
    size_t most = (size_t)limits->v[LIMIT_steps], bytes = (to - from) / 2 + 1;
    *out = (struct chart){.place = {SPAN(from, to), NULL}};
    struct reading_chart r = {.a = a, .out = out, .most = most < bytes ? most : bytes};
    r.ids = lookup_new(a, r.most, false);
    size_t at = past_front(text, from, to), begin, stop;
    bool begun = false;
    while (next_statement(text, &at, to, &begin, &stop)) {
        struct str s = str_trim(str_slice(text, begin, stop));
        if (!s.n || str_starts(s, STR("%%"))) continue;
        if (!begun && !is_chart(s)) break;
        if (begun && !statement(&r, text, begin, stop)) out->unread = true;
        begun = true;
    }
    out->unread |= !begun || !out->nodes.n;
}

/* Whether a line, or its part up to a semicolon, can be a statement; behind a blank line only what looks like one. */
static bool is_statement(struct str text, size_t begin, size_t end, bool after_blank)
{
    static const char marks[] = "[({|-=";
    struct str s = str_trim(str_slice(text, begin, end)), word = first_word(s);
    struct mermaid_at m = {text, s.n ? (size_t)(s.p - text.p) : end, s.n ? (size_t)(s.p - text.p) + s.n : end};
    struct mermaid_node n;
    struct mermaid_link l;
    bool plain = true;
    if (!s.n || only_paints(s) || str_eqz(word, "subgraph") || str_eqz(s, "end")) return true;
    for (size_t i = 0; i < s.n && plain; i++) plain = !memchr(marks, s.p[i], sizeof marks - 1);
    if ((after_blank && plain) || !mermaid_node(&m, &n)) return false;
    while (mermaid_more(&m)) {
        if (m.text.p[m.at] == '&') m.at++;
        else if (!mermaid_link(&m, &l)) return false;
        if (!mermaid_node(&m, &n)) return false;
    }
    return true;
}

size_t mermaid_end(struct str text, size_t from)
{
    size_t at = from, begin, stop, last;
    bool blank = false;
    next_statement(text, &at, text.n, &begin, &stop);
    last = at;
    while (next_statement(text, &at, text.n, &begin, &stop)) {
        bool empty = str_blank(str_slice(text, begin, stop));
        if (!is_statement(text, begin, stop, blank)) break;
        if (!empty) last = at;
        blank = empty;
    }
    while (last < text.n && last > 0 && text.p[last - 1] != '\n') last++; /* it ended at a semicolon */
    return last < text.n ? last : text.n;
}
