/* A case that held, as a finding: words, place, step, quote, related places, edit. */
#include <string.h>

#include "rules/engine.h"

#define QUOTE_CHARACTERS 120
#define MAX_RELATED 10

struct place node_place(const struct view_node *n)
{
    for (; n && view_is_element(n); n = view_parent(n)) {
        const struct item *i = view_item(n);
        if (i && (i->place.at.set || i->place.where)) return i->place;
    }
    return (struct place){SPAN_NONE, NULL};
}

static struct str own_text(const struct view_node *n)
{
    const struct item *i = view_item(n);
    if (i && !str_blank(i->text)) return str_trim(i->text);
    const struct view_node *c = view_child(n);
    return c && view_is_text(c) ? str_trim(str_of(view_text(c))) : STR_ABSENT;
}

static struct str quote_of(struct arena *a, const struct view_node *n)
{
    struct str s = own_text(n);
    size_t characters = 0, cut = 0;
    if (str_blank(s)) return STR_ABSENT;
    for (size_t i = 0; i < s.n; i++) {
        if (((unsigned char)s.p[i] & 0xC0) == 0x80) continue;
        if (characters == QUOTE_CHARACTERS - 1) cut = i;
        if (++characters > QUOTE_CHARACTERS) return arena_printf(a, "%.*s…", (int)cut, s.p);
    }
    return arena_str(a, s);
}

/* The printed number of the step around a node, without its full stop. */
static struct str step_of(const struct engine *e, struct arena *a, const struct view_node *n)
{
    while (n && view_is_element(n) && view_name(n) != e->name_langkah) n = view_parent(n);
    if (!n || !view_is_element(n)) return STR_ABSENT;
    for (const struct view_node *c = view_child(n); c; c = view_next(c)) {
        if (!view_is_element(c) || view_name(c) != e->name_nomor) continue;
        struct str s = own_text(c);
        while (str_ends(s, STR("."))) s = str_slice(s, 0, s.n - 1);
        return str_blank(s) ? STR_ABSENT : arena_str(a, s);
    }
    return STR_ABSENT;
}

static struct str element_path(struct arena *a, const struct view_node *n)
{
    const struct view_node *chain[256];
    size_t depth = 0;
    struct buf b = BUF_INIT;
    for (; n && view_is_element(n) && depth < COUNT(chain); n = view_parent(n)) chain[depth++] = n;
    while (depth--) {
        buf_printf(&b, "/%s", view_name(chain[depth]));
        if (view_ordinal(chain[depth])) buf_printf(&b, "[%zu]", view_ordinal(chain[depth]));
    }
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}

static struct str expanded(struct engine *e, struct arena *a, const struct template *t, const struct view_node *node, enum word unknown)
{
    struct buf b = BUF_INIT;
    if (!t->n) return STR_ABSENT;
    expand(e, t, node, NULL, unknown, &b);
    struct str s = unknown == WORD_NONE && str_blank(buf_view(&b)) ? STR_ABSENT : arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}

/* In a set, the file that a row stands for. */
static struct str file_of(const struct engine *e, struct arena *a, const struct view_node *n)
{
    for (; n && view_is_element(n); n = view_parent(n)) {
        const struct view_node *file = view_fact(n, e->name_berkas);
        if (file) return arena_str(a, str_of(view_fact_text(file)));
    }
    return STR_ABSENT;
}

static void add_related(struct engine *e, struct arena *a, const struct rule_case *c, const struct view_node *node, struct finding *f)
{
    struct reason why;
    struct xpath_value *v = evaluate(e, c->related, node, &why);
    if (v && xpath_count(v)) {
        xpath_sort(v);
        f->related = arena_alloc(a, MAX_RELATED * sizeof *f->related);
    }
    for (size_t i = 0; v && i < xpath_count(v) && f->related_count < MAX_RELATED; i++) {
        const struct view_node *n = xpath_node(v, i);
        if (!view_is_element(n)) continue;
        f->related[f->related_count++] =
            (struct related){.path = file_of(e, a, n), .place = node_place(n), .message = expanded(e, a, &c->related_message[e->lang], n, W_message_unknown)};
    }
    xpath_value_free(v);
}

/* What an expression gives, as text of the document: it keeps the document's language. Absent: nothing. */
static struct str printed(struct engine *e, struct arena *a, size_t expression, const struct view_node *node)
{
    struct reason why;
    struct xpath_value *v = evaluate(e, expression, node, &why);
    struct buf b = BUF_INIT;
    if (v) xpath_print(v, &b);
    struct str s = b.n ? arena_str(a, buf_view(&b)) : STR_ABSENT;
    buf_free(&b);
    xpath_value_free(v);
    return s;
}

/* Narrows an edit to the part of what it replaces; false: the part is not there once, or the text is not in the source as it was read. */
static bool narrow(struct edit *x, struct str part)
{
    size_t at = part.n ? str_find(x->old, part, 0) : SIZE_MAX;
    if (at == SIZE_MAX || str_find(x->old, part, at + 1) != SIZE_MAX || x->at.end - x->at.begin != x->old.n) return false;
    *x = (struct edit){SPAN(x->at.begin + at, x->at.begin + at + part.n), str_slice(x->old, at, at + part.n), x->text};
    return true;
}

/* Only an element with a span of its own can be edited. */
static void add_fix(struct engine *e, struct arena *a, const struct rule_case *c, const struct view_node *node, const struct view_node *point, struct finding *f)
{
    const struct item *i = view_item(point);
    if (!i || !i->place.at.set || str_blank(i->text)) return;
    struct edit x = {i->place.at, i->text, printed(e, a, c->put, node)};
    if (!x.text.p || (c->put_of != NO_INDEX && !narrow(&x, printed(e, a, c->put_of, node)))) return;
    f->fix = arena_alloc(a, sizeof *f->fix);
    *f->fix = x;
    f->fix_safe = c->safe;
}

static enum severity graded(const struct engine *e, size_t rule, const struct rule_case *c)
{
    return e->severity[rule] < 0 ? c->severity : (enum severity)e->severity[rule];
}

void compose_finding(struct engine *e, struct arena *a, const struct hit *h, struct finding *f)
{
    const struct rule *r = &e->set->rules[h->rule];
    const struct rule_case *c = engine_case(e, h->rule, h->number);
    const struct view_node *point = c->point == NO_INDEX ? NULL : evaluate_node(e, c->point, h->node);
    if (!point) point = h->node;
    *f = (struct finding){.rule = r->info.id, .name = r->info.name, .severity = graded(e, h->rule, c), .basis_status = r->info.status};
    f->message = expanded(e, a, &c->message[e->lang], h->node, W_message_unknown);
    f->subject = expanded(e, a, &c->subject[e->lang], h->node, WORD_NONE);
    f->title = r->info.title.v[e->lang];
    f->hint = r->info.mend.v[e->lang];
    f->basis = compose_basis(a, &r->info, e->lang);
    f->element = element_path(a, point);
    f->quote = quote_of(a, point);
    f->place = node_place(point);
    f->path = file_of(e, a, point);
    f->step = step_of(e, a, point);
    if (!f->step.p) f->step = step_of(e, a, h->node);
    if (c->related != NO_INDEX) add_related(e, a, c, h->node, f);
    if (c->put != NO_INDEX) add_fix(e, a, c, h->node, point, f);
}

void engine_raise(struct engine *e, struct arena *a, const char *rule, size_t number, struct str arg0, struct str arg1, struct place place,
                  struct findings *findings)
{
    size_t i = rule_index(e->set, str_of(rule));
    if (i == NO_INDEX || !e->selected[i] || e->set->rules[i].info.scope != SCOPE_PROGRAM || findings->n >= e->limits.v[LIMIT_findings]) return;
    const struct rule *r = &e->set->rules[i];
    const struct rule_case *c = engine_case(e, i, number < engine_code(e, i)->case_count ? number : 0);
    struct buf b = BUF_INIT;
    expand(e, &c->message[e->lang], NULL, (const struct str[]){arg0, arg1}, WORD_NONE, &b);
    *ARENA_PUSH(a, findings) = (struct finding){
        .rule = r->info.id, .name = r->info.name, .severity = graded(e, i, c), .message = arena_str(a, buf_view(&b)),
        .title = r->info.title.v[e->lang], .hint = c->mend.v[e->lang].p ? c->mend.v[e->lang] : r->info.mend.v[e->lang], .place = place, .basis = compose_basis(a, &r->info, e->lang), .basis_status = r->info.status,
    };
    buf_free(&b);
}
