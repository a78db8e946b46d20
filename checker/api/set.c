/* Rules on all documents of a run together. Of each document a checker keeps one small row. */
#include "api/session.h"

/* A place for when the source is gone: by its lines, and by what else says where it is. */
static struct place kept_place(struct patuh_checker *c, struct patuh_result *r, struct place place)
{
    struct arena *a = c->set_arena;
    if (!place.at.set || !r->source->text.p) return (struct place){SPAN_NONE, NULL};
    struct where *w = arena_alloc(a, sizeof *w);
    if (place.where) {
        *w = *place.where;
        struct str *const texts[] = {&w->column, &w->sheet, &w->cell, &w->id};
        for (size_t i = 0; i < COUNT(texts); i++) *texts[i] = arena_str(a, *texts[i]);
    }
    struct position from = source_locate(r->arena, r->source, place.at.begin), to = source_locate(r->arena, r->source, place.at.end);
    struct known_place known = {.column16 = source_column16(r->arena, r->source, place.at.begin), .end_column16 = source_column16(r->arena, r->source, place.at.end)};
    w->lines = (struct extent){from.line, from.column, to.line, to.column};
    w->known = NULL;
    if (known.column16 != from.column || known.end_column16 != to.column) w->known = memcpy(arena_alloc(a, sizeof known), &known, sizeof known);
    return (struct place){place.at, w};
}

static struct str kept(struct arena *a, struct str text) { return str_blank(text) ? STR_ABSENT : arena_str(a, str_trim(text)); }

static bool wants_set(const struct patuh_checker *c)
{
    for (size_t i = 0; i < ruleset_size(c->rules->ruleset); i++)
        if (c->selected[i] && ruleset_info(c->rules->ruleset, i)->scope == SCOPE_SET) return true;
    return false;
}

const struct set_row *set_add(struct patuh_checker *c, struct patuh_result *r)
{
    if (r->state != RESULT_CHECKED || r->document.kind != DOCUMENT_SOP || !wants_set(c)) return NULL;
    if (!c->set_arena) c->set_arena = arena_new();
    struct arena *a = c->set_arena;
    const struct sop *s = r->document.sop;
    const struct items *related = &s->sections[SECTION_KETERKAITAN].items;
    struct set_row *row = ARENA_PUSH(a, &c->set);
    row->path = kept(a, r->source->path);
    row->number = kept(a, s->identity.number.text);
    row->title = row->name.text = kept(a, s->identity.name.text);
    row->agency = kept(a, s->identity.agency.text);
    row->unit = kept(a, s->identity.unit.text);
    row->name.place = kept_place(c, r, s->identity.name.place);
    row->head.place = str_blank(s->identity.number.text) ? row->name.place : kept_place(c, r, s->identity.number.place);
    for (size_t i = 0; i < related->n; i++) {
        struct item *t = ARENA_PUSH(a, &row->related);
        t->text = arena_str(a, str_trim(related->v[i].text));
        t->place = kept_place(c, r, related->v[i].place);
    }
    return row;
}

void set_put(struct patuh_checker *c, const struct set_row *row)
{
    if (!c->set_arena) c->set_arena = arena_new();
    *ARENA_PUSH(c->set_arena, &c->set) = *row;
}

void set_check(struct patuh_checker *c, struct findings *findings, struct rule_outcomes *outcomes)
{
    if (c->set.n < 2) return;
    analyse_set(c->set_arena, c->analyst, &c->set);
    engine_run(c->engine, c->set_arena, view_set(c->set_arena, &c->set, engine_names(c->engine)), findings, outcomes);
}
