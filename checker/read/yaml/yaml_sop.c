/* The keys of an SOP definition, and what its names and numbers refer to.
 *
 * A step without `lanjut` gets no exit here: that it goes on to the next step, or ends the flow (the last step, a terminator that
 * is not the first step), is known by order and is the flow analysis's business. */
#include <string.h>

#include "read/lookup.h"
#include "read/yaml/yaml_definition.h"

static take_fn take_section, take_actors, take_steps, take_performers, take_requirements, take_exits;

#define LIST_SECTION(word, id) OWN(struct sop, word, sections[id], take_section, VALUE_TEXTS)

static const struct key signature_keys[] = {
    TEXT(struct signature, "tempat", place_name), TEXT(struct signature, "tanggal", date), TEXT(struct signature, "jabatan", office),
    TEXT(struct signature, "nama", name),         TEXT(struct signature, "pangkat", rank), TEXT(struct signature, "nip", nip),
};
static const struct schema schema_signature = SCHEMA(signature_keys, struct signature, head);

static const struct key identity_keys[] = {
    TEXT(struct identity, "instansi", agency),
    TEXT(struct identity, "unit", unit),
    TEXT(struct identity, "nomor", number),
    TEXT(struct identity, "nama", name),
    TEXT(struct identity, "tanggal-pembuatan", created),
    TEXT(struct identity, "tanggal-revisi", revised),
    TEXT(struct identity, "tanggal-efektif", effective),
    MAP(struct identity, "pengesahan", approval, schema_signature),
};
static const struct schema schema_identity = SCHEMA(identity_keys, struct identity, head);

static const struct key actor_keys[] = {
    TEXT(struct actor, "jabatan", item),
    TEXTS(struct actor, "singkatan", abbreviations),
};
static const struct schema schema_actor = SCHEMA(actor_keys, struct actor, item);

/* "lain": a symbol was drawn that is none of the five. */
static const struct choice symbols[] = {
    {{"proses", 6}, "process|kotak|persegi|persegi panjang|kegiatan|rectangle|box"},
    {{"keputusan", 9}, "decision|diamond|belah ketupat|ketupat|pilihan"},
    {{"terminator", 10}, "kapsul|oval|elips|mulai|selesai|start|end|terminal"},
    {{"konektor", 8}, "connector|segi lima|konektor halaman|pentagon|off-page"},
    {{"lain", 4}, "lainnya|other"},
};
static const struct key step_keys[] = {
    TEXT(struct step, "nomor", number),
    TEXT(struct step, "bagian", part_title),
    TEXT(struct step, "uraian", activity),
    OWN(struct step, "pelaksana", performers, take_performers, VALUE_TEXTS),
    CHOICE(struct step, "simbol", symbol_name, symbols),
    OWN(struct step, "kelengkapan", head, take_requirements, VALUE_TEXTS),
    TEXT(struct step, "waktu", duration),
    TEXT(struct step, "output", output),
    TEXT(struct step, "keterangan", note),
    OWN(struct step, "lanjut", exits, take_exits, VALUE_EXITS),
};
static const struct schema schema_step = SCHEMA(step_keys, struct step, head);

static void *make_steps(struct arena *a, void *sop, size_t n)
{
    struct steps *steps = &((struct sop *)sop)->steps;
    *steps = (struct steps){arena_alloc(a, n * sizeof *steps->v), n, n};
    return steps->v;
}

static const struct key sop_keys[] = {
    TEXT(struct sop, "patuh", head),
    MAP(struct sop, "identitas", identity, schema_identity),
    LIST_SECTION("dasar-hukum", SECTION_DASAR_HUKUM),
    LIST_SECTION("keterkaitan", SECTION_KETERKAITAN),
    LIST_SECTION("peringatan", SECTION_PERINGATAN),
    LIST_SECTION("kualifikasi-pelaksana", SECTION_KUALIFIKASI),
    LIST_SECTION("peralatan-perlengkapan", SECTION_PERALATAN),
    LIST_SECTION("pencatatan-pendataan", SECTION_PENCATATAN),
    {.name = {"pelaksana", 9}, .take = take_actors, .inner = &schema_actor, .shape = VALUE_NAMED},
    {.name = {"langkah", 7}, .take = take_steps, .inner = &schema_step, .make = make_steps, .size = sizeof(struct step), .shape = VALUE_MAPS},
    TEXT(struct sop, "jumlah-waktu", stated_total),
    TEXT(struct sop, "standar-pelayanan", service_time),
    MAP(struct sop, "tanda-tangan", signature, schema_signature),
};
const struct schema schema_sop = SCHEMA(sop_keys, struct sop, head);

/* ---- values with a shape of their own ------------------------------------------------------------------------ */

static void take_section(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct section *s = member;
    s->head.text = k->name;
    s->head.place = definition_place(d, key);
    take_texts(d, k, &s->items, key, value);
    s->markers = (struct items){arena_alloc(d->a, s->items.n * sizeof(struct item)), s->items.n, s->items.n};
    for (size_t i = 0; i < s->items.n; i++) s->markers.v[i] = (struct item){.text = STR(""), .place = s->items.v[i].place};
}

/* The step table of a definition, with every column; each part of the flow has one like it. */
static struct step_table *the_table(struct definition *d, struct sop *s, const struct yaml_node *key)
{
    if (!s->tables.n) {
        struct step_table *t = ARENA_PUSH(d->a, &s->tables);
        t->declared = true;
        t->page = 1;
        for (int c = 0; c < COLUMN_COUNT; c++) t->has[c] = true;
        t->head.place = definition_place(d, key);
    }
    return &s->tables.v[0];
}

static void take_actors(struct definition *d, const struct key *k, void *sop, const struct yaml_node *key, const struct yaml_node *value)
{
    struct actors *actors = &the_table(d, sop, key)->actors;
    bool one = value->kind != YAML_LIST;
    actors->cap = one ? 1 : yaml_size(value);
    actors->v = arena_alloc(d->a, actors->cap * sizeof *actors->v);
    for (const struct yaml_node *n = one ? value : value->child; n; n = one ? NULL : n->next) {
        struct actor *x = &actors->v[actors->n];
        x->identity = NO_INDEX;
        if (n->kind == YAML_MAP) definition_fill(d, k->inner, x, n, definition_place(d, n));
        else take_text(d, k, &x->item, key, n);
        if (!str_blank(x->item.text)) actors->n++;
        else *x = (struct actor){0};
    }
}

static void take_steps(struct definition *d, const struct key *k, void *sop, const struct yaml_node *key, const struct yaml_node *value)
{
    the_table(d, sop, key)->head.place = definition_place(d, key);
    take_maps(d, k, sop, key, value);
}

static void take_performers(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct performers *list = member;
    struct items names = {0};
    take_texts(d, k, &names, key, value);
    *list = (struct performers){arena_alloc(d->a, names.n * sizeof *list->v), names.n, names.n};
    for (size_t i = 0; i < names.n; i++) list->v[i] = (struct performer){.item = names.v[i], .actor = NO_INDEX};
}

static void take_requirements(struct definition *d, const struct key *k, void *step, const struct yaml_node *key, const struct yaml_node *value)
{
    struct step *s = step;
    struct items *v = &s->requirements;
    take_texts(d, k, v, key, value);
    s->requirement_cell.place = definition_place(d, v->n ? value : key);
    s->requirement_cell.text = definition_joined(d, v);
}

static void add_exit(struct definition *d, struct flow_exits *exits, struct str label, const struct yaml_node *key, const struct yaml_node *target)
{
    if (target->kind != YAML_SCALAR) {
        definition_wrong(d, W_definition_text, key, target);
        return;
    }
    struct flow_exit *x = ARENA_PUSH(d->a, exits);
    x->item.text = definition_text(d, target);
    x->item.place = definition_place(d, x->item.text.n ? target : key);
    x->label = label;
    x->target = NO_INDEX;
}

static void add_labelled(struct definition *d, struct flow_exits *exits, const struct yaml_node *map)
{
    for (const struct yaml_node *label = map->child; label; label = label->next->next)
        add_exit(d, exits, definition_text(d, label), label, label->next);
    yaml_duplicates(d->a, map, d->errors);
}

/* 4 | selesai | [3, 4]: both at once | {ya: 4, tidak: 2}, or the same as a list of maps. Blank: as if it was not there. */
static void take_exits(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    (void)k;
    if (value->kind == YAML_MAP) add_labelled(d, member, value);
    if (value->kind == YAML_SCALAR && definition_text(d, value).n) add_exit(d, member, STR_ABSENT, key, value);
    if (value->kind != YAML_LIST) return;
    for (const struct yaml_node *n = value->child; n; n = n->next)
        if (n->kind == YAML_MAP) add_labelled(d, member, n);
        else add_exit(d, member, STR_ABSENT, key, n);
}

/* ---- names and numbers --------------------------------------------------------------------------------------- */

static struct str without_stop(struct str number)
{
    return str_ends(number, STR(".")) ? str_trim(str_slice(number, 0, number.n - 1)) : number;
}

static void link_performers(struct definition *d, struct sop *s)
{
    const struct actors *actors = &s->tables.v[0].actors;
    size_t names = actors->n;
    for (size_t i = 0; i < actors->n; i++) names += actors->v[i].abbreviations.n;
    struct lookup l = lookup_new(d->a, names, true);
    for (size_t i = 0; i < actors->n; i++) lookup_put(&l, actors->v[i].item.text, i);
    for (size_t i = 0; i < actors->n; i++)
        for (size_t j = 0; j < actors->v[i].abbreviations.n; j++) lookup_put(&l, actors->v[i].abbreviations.v[j].text, i);
    for (size_t i = 0; i < s->steps.n; i++) {
        struct step *step = &s->steps.v[i];
        for (size_t j = 0; j < step->performers.n; j++) {
            step->performers.v[j].actor = lookup_get(&l, step->performers.v[j].item.text);
            step->performers.v[j].mark = step->symbol;
            s->tables.v[0].has_marks = true;
        }
    }
}

/* Where `bagian` says something new another part of the flow begins: numbered anew, with the same executors. */
static void link_parts(struct definition *d, struct sop *s)
{
    struct str current = s->steps.v[0].part_title.text;
    s->tables.v[0].title = s->steps.v[0].part_title;
    s->parts = 1;
    for (size_t i = 0; i < s->steps.n; i++) {
        struct step *step = &s->steps.v[i];
        if (i && step->part_title.text.n && !str_eq(step->part_title.text, current)) {
            struct step_table *t = ARENA_PUSH(d->a, &s->tables);
            const struct actors *all = &s->tables.v[0].actors;
            *t = s->tables.v[0];
            t->title = step->part_title;
            t->page = (uint32_t)s->tables.n;
            t->part = s->parts++;
            t->actors = (struct actors){arena_alloc(d->a, (all->n + 1) * sizeof *all->v), all->n, all->n};
            for (size_t k = 0; k < all->n; k++) t->actors.v[k] = all->v[k];
        }
        if (step->part_title.text.n) current = step->part_title.text;
        step->table = s->tables.n - 1;
    }
}

static void link_exits(struct definition *d, struct sop *s, size_t from, size_t to)
{
    struct lookup l = lookup_new(d->a, to - from, true);
    for (size_t i = from; i < to; i++) lookup_put(&l, s->steps.v[i].number.text, i);
    for (size_t i = from; i < to; i++)
        for (size_t j = 0; j < s->steps.v[i].exits.n; j++) {
            struct flow_exit *x = &s->steps.v[i].exits.v[j];
            x->ends = str_ieq(x->item.text, STR("selesai"));
            if (!x->ends) x->target = lookup_get(&l, without_stop(x->item.text));
        }
}

static enum mark symbol_of(struct str name)
{
    if (str_blank(name) || str_ieq(name, STR("proses"))) return MARK_PROCESS;
    if (str_ieq(name, STR("terminator"))) return MARK_TERMINATOR;
    if (str_ieq(name, STR("keputusan"))) return MARK_DECISION;
    if (str_ieq(name, STR("konektor"))) return MARK_CONNECTOR;
    return str_ieq(name, STR("lain")) ? MARK_OTHER : MARK_NONE; /* not known: a fault of the definition */
}

static void link_steps(struct definition *d, struct sop *s)
{
    if (!s->steps.n) return;
    for (size_t i = 0; i < s->steps.n; i++) {
        struct step *step = &s->steps.v[i];
        step->number.text = without_stop(step->number.text);
        step->symbol = symbol_of(step->symbol_name.text);
    }
    link_parts(d, s);
    link_performers(d, s);
    for (size_t from = 0, to; from < s->steps.n; from = to) {
        for (to = from + 1; to < s->steps.n && s->steps.v[to].table == s->steps.v[from].table;) to++;
        link_exits(d, s, from, to);
    }
}

struct sop *definition_sop(struct definition *d, const struct yaml_node *map, struct place place)
{
    struct sop *s = arena_alloc(d->a, sizeof *s);
    d->document = s;
    definition_fill(d, d->root, s, map, place);
    s->declared = true;
    link_steps(d, s);
    s->head = (struct item){.place = place}; /* the text of `patuh` is no content */
    return s;
}
