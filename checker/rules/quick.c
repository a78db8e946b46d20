/* The usual conditions, evaluated without libxml2: a fact or a text compared with a constant, ada(), normalize-space(), count(), and whether
 * something is there. XPath 1.0 stays the language: what is not understood here, or not easily, is left to libxml2, and a test holds
 * both to the same answers. Measured on 100 rules over an SOP of 20 steps: without this the rules cost ten times as much. */
#include <string.h>

#include "rules/quick.h"

static const struct view_node *after(const struct view_node *n, enum quick_axis axis)
{
    return axis == QUICK_SELF ? NULL : axis == QUICK_PRECEDING ? view_before(n) : view_next(n);
}

static const struct view_node *first_of(const struct view_node *n, enum quick_axis axis)
{
    if (axis == QUICK_CHILD) return view_is_element(n) || view_is_document(n) ? view_child(n) : NULL;
    return axis == QUICK_SELF ? n : after(n, axis);
}

static const struct view_node *named(struct engine *e, const struct view_node *n, const char *name, enum quick_axis axis)
{
    for (; n; n = after(n, axis)) {
        ++*e->spent;
        if (view_is_element(n) && view_name(n) == name) return n;
    }
    return NULL;
}

static enum quick_axis axis_of(const struct quick_cursor *c, size_t step) { return step == 0 ? c->path->axis : QUICK_CHILD; }

/* Goes down from c->at[depth] to a full match, backing up where a branch ends. */
static const struct view_node *descend(struct engine *e, struct quick_cursor *c, size_t depth)
{
    for (;;) {
        if (c->at[depth]) {
            if (depth == c->path->step_count) return c->at[depth];
            c->at[depth + 1] = named(e, first_of(c->at[depth], axis_of(c, depth)), e->names.v[c->path->steps[depth]], axis_of(c, depth));
            depth++;
        } else {
            if (depth-- <= 1) return NULL;
            const struct view_node *n = c->at[depth];
            enum quick_axis axis = axis_of(c, depth - 1);
            c->at[depth] = named(e, after(n, axis), e->names.v[c->path->steps[depth - 1]], axis);
        }
    }
}

const struct view_node *quick_first(struct engine *e, struct quick_cursor *c, const struct quick_path *p, const struct view_node *from)
{
    c->path = p;
    if (p->absolute) from = view_document(from);
    for (size_t i = 0; from && i < p->up; i++) from = view_parent(from);
    c->at[0] = from;
    return from ? descend(e, c, 0) : NULL;
}

const struct view_node *quick_next(struct engine *e, struct quick_cursor *c)
{
    size_t depth = c->path->step_count;
    if (depth == 0) return NULL;
    enum quick_axis axis = axis_of(c, depth - 1);
    const struct view_node *n = c->at[depth];
    c->at[depth] = named(e, after(n, axis), e->names.v[c->path->steps[depth - 1]], axis);
    return descend(e, c, depth);
}

/* Text of an element or attribute that has at most one text node; absent otherwise. */
static const char *plain_text(const struct view_node *children)
{
    if (!children) return "";
    return !view_next(children) && view_is_text(children) ? view_text(children) : NULL;
}

/* A text as normalize-space() makes it, compared letter by letter as it is read. */
struct spaced {
    struct str want;
    size_t at;  /* letters found so far */
    bool gap;   /* blanks were read that count if another letter follows */
};

static bool spaced_read(struct spaced *s, const char *p)
{
    for (; *p; p++) {
        if (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r') {
            s->gap = s->at > 0;
            continue;
        }
        if (s->gap && (s->at == s->want.n || s->want.p[s->at++] != ' ')) return false;
        if (s->at == s->want.n || s->want.p[s->at++] != *p) return false;
        s->gap = false;
    }
    return true;
}

/* The next text node below the parent of `n`, `n` itself among them; NULL: none. */
static const struct view_node *text_from(struct engine *e, const struct view_node *n, const struct view_node *top)
{
    while (n) {
        ++*e->spent;
        if (view_is_text(n)) return n;
        if (view_is_element(n) && view_child(n)) {
            n = view_child(n);
            continue;
        }
        while (n != top && !view_next(n)) n = view_parent(n);
        n = n == top ? NULL : view_next(n);
    }
    return NULL;
}

static const struct view_node *text_after(struct engine *e, const struct view_node *n, const struct view_node *top)
{
    while (n != top && !view_next(n)) n = view_parent(n);
    return n == top ? NULL : text_from(e, view_next(n), top);
}

static bool spaced_equal(struct engine *e, const struct view_node *children, struct str want)
{
    const struct view_node *top = children ? view_parent(children) : NULL;
    struct spaced s = {.want = want};
    for (const struct view_node *n = text_from(e, children, top); n; n = text_after(e, n, top))
        if (!spaced_read(&s, view_text(n))) return false;
    return s.at == want.n;
}

/* Whether the letter at p, of n bytes, is among them. */
static bool among(struct str letters, const char *p, size_t n)
{
    for (size_t i = 0; i + n <= letters.n; i++)
        if (memcmp(letters.p + i, p, n) == 0) return true;
    return false;
}

/* Something beside blanks and the letters. */
static bool beyond(struct engine *e, const struct view_node *children, struct str letters)
{
    const struct view_node *top = children ? view_parent(children) : NULL;
    for (const struct view_node *t = text_from(e, children, top); t; t = text_after(e, t, top))
        for (const char *p = view_text(t); *p;) {
            size_t n = 1;
            while ((p[n] & 0xC0) == 0x80) n++;
            if (!strchr(" \t\n\r", *p) && !among(letters, p, n)) return true;
            p += n;
        }
    return false;
}

static bool holds(double x, enum relation is, double y)
{
    switch (is) {
    case IS_EQUAL: return x == y;
    case IS_OTHER: return x != y;
    case IS_LESS: return x < y;
    case IS_LESS_OR_EQUAL: return x <= y;
    case IS_MORE: return x > y;
    default: return x >= y;
    }
}

/* One node of a path against the test: 1, 0, -1 for libxml2. */
static int node_holds(struct engine *e, const struct quick *q, const struct view_node *children)
{
    if (q->op == DO_HAS) return 1;
    if (q->op == DO_SPACED) return spaced_equal(e, children, q->text) == (q->is == IS_EQUAL);
    if (q->op == DO_BEYOND || q->op == DO_SOME_BEYOND) return beyond(e, children, q->text);
    const char *text = plain_text(children);
    if (!text) return -1;
    if (q->op == DO_CONTAINS) return str_find(str_of(text), q->text, 0) != SIZE_MAX;
    if (q->op == DO_NUMBER) return holds(xpath_number(text), q->is, q->number);
    bool same = strncmp(text, q->text.p, q->text.n) == 0 && text[q->text.n] == '\0';
    return same == (q->is == IS_EQUAL);
}

/* Some node of the path holds; of what a function makes a text of only the first in document order counts, and none is an empty text. */
static int any(struct engine *e, const struct quick *q, const struct view_node *from)
{
    struct quick_cursor c;
    bool first = q->op == DO_SPACED || q->op == DO_CONTAINS || q->op == DO_BEYOND;
    if (first && q->path.axis == QUICK_PRECEDING) return -1;
    for (const struct view_node *n = quick_first(e, &c, &q->path, from); n; n = quick_next(e, &c)) {
        const struct view_node *children = view_child(n);
        if (!view_is_element(n)) return -1;
        if (q->path.fact != NO_INDEX) {
            const struct view_node *fact = view_fact(n, e->names.v[q->path.fact]);
            if (!fact) continue;
            children = view_child(fact);
        }
        int h = node_holds(e, q, children);
        if (h || first) return h;
    }
    return (q->op == DO_SPACED && (q->text.n == 0) == (q->is == IS_EQUAL)) || (q->op == DO_CONTAINS && q->text.n == 0);
}

static int counted(struct engine *e, const struct quick *q, const struct view_node *from)
{
    struct quick_cursor c;
    double n = 0;
    for (const struct view_node *i = quick_first(e, &c, &q->path, from); i; i = quick_next(e, &c))
        n += q->path.fact == NO_INDEX || (view_is_element(i) && view_fact(i, e->names.v[q->path.fact]));
    return holds(n, q->is, q->number);
}

int quick_truth(struct engine *e, const struct quick *q, const struct view_node *node)
{
    return q->op == DO_COUNT ? counted(e, q, node) : any(e, q, node);
}

size_t quick_own_fact(const struct quick *q)
{
    const struct quick_path *p = &q->path;
    bool own = !p->absolute && p->axis == QUICK_CHILD && !p->up && !p->step_count && q->op != DO_COUNT && q->op != DO_SPACED;
    return own ? p->fact : NO_INDEX;
}

bool quick_absolute(const struct quick *q) { return q->path.absolute; }

int quick_fact_truth(struct engine *e, const struct quick *q, const struct view_node *fact) { return node_holds(e, q, view_child(fact)); }
