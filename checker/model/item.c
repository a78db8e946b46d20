/* Facts on items. */
#include <stdarg.h>
#include <string.h>

#include "stage/item.h"

static const char *const texts[] = {
#define FACT(symbol, text) text,
#include "stage/facts.def"
#undef FACT
};

const char *fact_text(enum fact_name name) { return texts[name]; }

static struct fact *put(struct arena *a, struct item *item, enum fact_name name)
{
    const struct fact **link = &item->facts;
    for (; *link; link = (const struct fact **)(void *)&(*link)->next)
        if ((*link)->name == name) break;
    struct fact *f = arena_alloc(a, sizeof *f);
    f->name = name;
    f->next = *link ? (*link)->next : NULL;
    *link = f;
    return f;
}

void fact_set(struct arena *a, struct item *item, enum fact_name name, struct str value) { put(a, item, name)->value = value; }

void fact_setf(struct arena *a, struct item *item, enum fact_name name, const char *fmt, ...)
{
    char text[512];
    va_list args;
    va_start(args, fmt);
    int n = vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    if (n < 0) n = 0;
    struct fact *f = put(a, item, name);
    if ((size_t)n < sizeof text) {
        f->value = arena_str(a, (struct str){text, (size_t)n});
        return;
    }
    char *big = arena_alloc(a, (size_t)n + 1);
    va_start(args, fmt);
    vsnprintf(big, (size_t)n + 1, fmt, args);
    va_end(args);
    f->value = (struct str){big, (size_t)n};
}

void fact_int(struct arena *a, struct item *item, enum fact_name name, long long value)
{
    put(a, item, name)->value = arena_int(a, value);
}

void fact_bool(struct arena *a, struct item *item, enum fact_name name, bool value)
{
    fact_set(a, item, name, value ? STR("ya") : STR("tidak"));
}

void fact_unknown(struct arena *a, struct item *item, enum fact_name name, enum word reason) { put(a, item, name)->reason = reason; }

const struct fact *fact_find(const struct item *item, enum fact_name name)
{
    for (const struct fact *f = item->facts; f; f = f->next)
        if (f->name == name) return f;
    return NULL;
}

const struct fact *fact_called(const struct item *item, const char *text)
{
    for (const struct fact *f = item->facts; f; f = f->next)
        if (strcmp(texts[f->name], text) == 0) return f;
    return NULL;
}

struct item *fact_child(struct arena *a, struct item *item, enum fact_name name, struct str text, struct place place)
{
    struct child *c = arena_alloc(a, sizeof *c);
    c->name = name;
    c->item.text = arena_str(a, text);
    c->item.place = place;
    if (item->children) item->children->last = item->children->last->next = c;
    else item->children = c->last = c;
    return &c->item;
}

struct place place_of_part(const struct source *s, const struct item *item, size_t begin, size_t end)
{
    struct place p = item->place;
    if (!s || !p.at.set || p.at.end > s->text.n || begin >= end) return p;
    struct str printed = str_slice(s->text, p.at.begin, p.at.end);
    if (str_eq(printed, item->text)) {
        p.at = SPAN(p.at.begin + begin, p.at.begin + end);
        return p;
    }
    /* The text was folded or decoded: take the same occurrence of the part, counted from the start. */
    struct str part = str_slice(item->text, begin, end);
    size_t count = 0;
    for (size_t i = str_find(item->text, part, 0); i < begin; i = str_find(item->text, part, i + 1)) count++;
    size_t at = str_find(printed, part, 0);
    while (at != SIZE_MAX && count-- > 0) at = str_find(printed, part, at + 1);
    if (at != SIZE_MAX) p.at = SPAN(p.at.begin + at, p.at.begin + at + part.n);
    return p;
}
