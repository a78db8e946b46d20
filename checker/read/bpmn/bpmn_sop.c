/* A BPMN process as an SOP: each flow node a step, each sequence flow an exit, each lane that holds nodes an executor.
 *
 * Steps stand in the order of the flow: a step comes after all that lead to it, except by a way back (reverse postorder from the
 * starts); what no start reaches comes last, process by process. The inside of a sub-process follows it. */
#include "read/bpmn/bpmn.h"
#include "read/lookup.h"

struct order {               /* of nodes: a walk in depth without recursion */
    const struct bpmn *b;
    size_t *first, *next;    /* per node: head of its list of targets; per target: the next */
    size_t *target;
    size_t links;
    bool *seen, *entered;    /* entered: something leads to it */
    size_t *out, n;          /* the order so far */
    size_t *stack, *at;
};

static bool is_event(enum step_kind k) { return k == STEP_START || k == STEP_END || k >= STEP_INTERMEDIATE; }
static bool is_gateway(enum step_kind k) { return k >= STEP_EXCLUSIVE && k <= STEP_COMPLEX; }

static struct lookup ids_of(struct arena *a, const struct bpmn *b, struct document *d)
{
    struct lookup ids = lookup_new(a, b->nodes.n, false);
    for (size_t i = 0; i < b->nodes.n; i++) {
        const struct bpmn_node *x = &b->nodes.v[i];
        if (x->id.n && !lookup_put(&ids, x->id, i))
            trouble_add(a, &d->errors, W_bpmn_duplicate_id, x->place.at)->arg[0] = x->id;
    }
    return ids;
}

/* Links of one scope are paired by their name; one without a name of its own goes by that of its event. */
static struct str link_key(struct arena *a, const struct bpmn_node *x)
{
    struct str name = x->link.n ? x->link : x->name;
    return arena_printf(a, "%zu %.*s", x->scope, (int)name.n, name.n ? name.p : "");
}

/* The twin of each link event, and whether it is a further catch of its name. */
static size_t *twins_of(struct arena *a, const struct bpmn *b, bool *repeated)
{
    struct lookup throws = lookup_new(a, b->nodes.n, false), catches = lookup_new(a, b->nodes.n, false);
    size_t *twin = arena_alloc(a, b->nodes.n * sizeof *twin);
    for (size_t i = 0; i < b->nodes.n; i++) {
        const struct bpmn_node *x = &b->nodes.v[i];
        if (x->kind == STEP_LINK_THROW) lookup_put(&throws, link_key(a, x), i);
        if (x->kind == STEP_LINK_CATCH) repeated[i] = !lookup_put(&catches, link_key(a, x), i);
    }
    for (size_t i = 0; i < b->nodes.n; i++) {
        const struct bpmn_node *x = &b->nodes.v[i];
        bool link = x->kind == STEP_LINK_THROW || x->kind == STEP_LINK_CATCH;
        twin[i] = link ? lookup_get(x->kind == STEP_LINK_THROW ? &catches : &throws, link_key(a, x)) : NO_INDEX;
    }
    return twin;
}

/* ---- order --------------------------------------------------------------------------------------------------- */

/* Links are put at the head of the list, so that the last one put is walked first and ends up last in the order. */
static void link_nodes(struct order *o, size_t from, size_t to)
{
    if (from == NO_INDEX || to == NO_INDEX) return;
    o->target[o->links] = to;
    o->next[o->links] = o->first[from];
    o->first[from] = o->links++;
    o->entered[to] = true;
}

static void link_all(struct order *o, const struct lookup *ids, const size_t *twin)
{
    const struct bpmn *b = o->b;
    for (size_t i = 0; i < b->flows.n; i++) {
        size_t to = lookup_get(ids, b->flows.v[i].to);
        if (to != NO_INDEX) o->entered[to] = true;
    }
    for (size_t i = 0; i < b->nodes.n; i++) { /* a sub-process goes on inside itself first */
        const struct bpmn_node *x = &b->nodes.v[i];
        bool enters = x->kind == STEP_START || (!o->entered[i] && x->kind != STEP_BOUNDARY && x->kind != STEP_LINK_CATCH);
        if (enters) link_nodes(o, b->scopes.v[x->scope].owner, i);
    }
    for (size_t i = 0; i < b->flows.n; i++) link_nodes(o, lookup_get(ids, b->flows.v[i].from), lookup_get(ids, b->flows.v[i].to));
    for (size_t i = 0; i < b->nodes.n; i++) {
        const struct bpmn_node *x = &b->nodes.v[i];
        if (x->kind == STEP_BOUNDARY) link_nodes(o, lookup_get(ids, x->attached), i);
        if (x->kind == STEP_LINK_THROW) link_nodes(o, i, twin[i]);
    }
}

/* Adds the unseen nodes below `root` to the end of `out` in postorder. */
static void walk(struct order *o, size_t root)
{
    size_t depth = 0;
    if (o->seen[root]) return;
    o->seen[root] = true;
    o->stack[depth] = root;
    o->at[depth++] = o->first[root];
    while (depth) {
        size_t link = o->at[depth - 1];
        if (link == NO_INDEX) {
            o->out[o->n++] = o->stack[--depth];
            continue;
        }
        o->at[depth - 1] = o->next[link];
        size_t to = o->target[link];
        if (o->seen[to]) continue;
        o->seen[to] = true;
        o->stack[depth] = to;
        o->at[depth++] = o->first[to];
    }
}

static void reverse(size_t *v, size_t from, size_t to)
{
    for (; from + 1 < to; from++, to--) {
        size_t x = v[from];
        v[from] = v[to - 1];
        v[to - 1] = x;
    }
}

static size_t process_of(const struct bpmn *b, size_t node)
{
    size_t scope = b->nodes.v[node].scope;
    while (b->scopes.v[scope].owner != NO_INDEX) scope = b->nodes.v[b->scopes.v[scope].owner].scope;
    return scope;
}

/* The nodes in the order of the steps. Nodes of one process stand together in the file. */
static const size_t *order_nodes(struct arena *a, const struct bpmn *b, const struct lookup *ids, const size_t *twin)
{
    size_t n = b->nodes.n, links = b->flows.n + 2 * n;
    struct order o = {.b = b, .seen = arena_alloc(a, n * sizeof(bool)), .entered = arena_alloc(a, n * sizeof(bool))};
    size_t **arrays[] = {&o.first, &o.out, &o.stack, &o.at, &o.next, &o.target};
    for (size_t i = 0; i < COUNT(arrays); i++) *arrays[i] = arena_alloc(a, (i < 4 ? n : links) * sizeof(size_t));
    for (size_t i = 0; i < n; i++) o.first[i] = NO_INDEX;
    link_all(&o, ids, twin);
    for (size_t begin = 0, end; begin < n; begin = end) {
        for (end = begin; end < n && process_of(b, end) == process_of(b, begin);) end++;
        size_t from = o.n;
        for (size_t i = end; i-- > begin;) /* backwards: the first start's steps come out first */
            if (b->nodes.v[i].kind == STEP_START && b->scopes.v[b->nodes.v[i].scope].owner == NO_INDEX) walk(&o, i);
        reverse(o.out, from, o.n);
        from = o.n;
        for (size_t i = end; i-- > begin;)
            if (!o.entered[i]) walk(&o, i);
        reverse(o.out, from, o.n);
        for (size_t i = begin; i < end; i++) {
            from = o.n;
            walk(&o, i);
            reverse(o.out, from, o.n);
        }
    }
    return o.out;
}

/* ---- executors ----------------------------------------------------------------------------------------------- */

struct executors {
    struct step_table *table;
    size_t *of_lane;       /* actor of each lane; NO_INDEX: not used yet */
    size_t *of_process;    /* actor of each scope that is a process without lanes */
    struct lookup names;
};

static size_t actor_of(struct arena *a, struct executors *e, struct str name, struct place place)
{
    size_t i = lookup_get(&e->names, name);
    if (!name.n) return NO_INDEX;
    if (i != NO_INDEX) return i;
    struct actor *x = ARENA_PUSH(a, &e->table->actors);
    *x = (struct actor){.item = {.text = name, .place = place}, .identity = NO_INDEX};
    lookup_put(&e->names, name, e->table->actors.n - 1);
    return e->table->actors.n - 1;
}

/* The lane of each node: the innermost that claims it. */
static size_t *lanes_of(struct arena *a, const struct bpmn *b, const struct lookup *ids)
{
    size_t *lane = arena_alloc(a, b->nodes.n * sizeof *lane);
    for (size_t i = 0; i < b->nodes.n; i++) lane[i] = NO_INDEX;
    for (size_t i = 0; i < b->claims.n; i++) {
        size_t node = lookup_get(ids, b->claims.v[i].node), l = b->claims.v[i].lane;
        if (node != NO_INDEX && (lane[node] == NO_INDEX || b->lanes.v[lane[node]].depth < b->lanes.v[l].depth)) lane[node] = l;
    }
    return lane;
}

/* The participants by the process that they stand for. */
static struct lookup pools_of(struct arena *a, const struct bpmn *b)
{
    struct lookup pools = lookup_new(a, b->participants.n, false);
    for (size_t i = 0; i < b->participants.n; i++) lookup_put(&pools, b->participants.v[i].process, i);
    return pools;
}

static const struct bpmn_participant *pool_of(const struct bpmn *b, const struct lookup *pools, size_t scope)
{
    size_t i = b->scopes.v[scope].id.n ? lookup_get(pools, b->scopes.v[scope].id) : NO_INDEX;
    return i == NO_INDEX ? NULL : &b->participants.v[i];
}

/* Executors in the order of lanes and pools; *of gets that of each node. */
static void find_executors(struct arena *a, const struct bpmn *b, const struct lookup *ids, const struct lookup *pools,
                           struct step_table *table, size_t *of)
{
    struct executors e = {.table = table, .names = lookup_new(a, b->lanes.n + b->scopes.n, false)};
    size_t *lane = lanes_of(a, b, ids);
    bool *used = arena_alloc(a, b->lanes.n * sizeof *used), *laned = arena_alloc(a, b->scopes.n * sizeof *laned);
    e.of_lane = arena_alloc(a, b->lanes.n * sizeof(size_t));
    e.of_process = arena_alloc(a, b->scopes.n * sizeof(size_t));
    for (size_t i = 0; i < b->nodes.n; i++)
        if (lane[i] != NO_INDEX) used[lane[i]] = true;
    for (size_t i = 0; i < b->lanes.n; i++) {
        const struct bpmn_participant *pool = pool_of(b, pools, b->lanes.v[i].process);
        bool leaf = i + 1 == b->lanes.n || b->lanes.v[i + 1].depth <= b->lanes.v[i].depth;
        struct str name = b->lanes.v[i].name.n || !pool ? b->lanes.v[i].name : pool->name;
        laned[b->lanes.v[i].process] = true;
        e.of_lane[i] = leaf || used[i] ? actor_of(a, &e, name, b->lanes.v[i].place) : NO_INDEX;
    }
    for (size_t s = 0; s < b->scopes.n; s++) {
        const struct bpmn_participant *pool = b->scopes.v[s].owner == NO_INDEX && !laned[s] ? pool_of(b, pools, s) : NULL;
        e.of_process[s] = pool ? actor_of(a, &e, pool->name, pool->place) : NO_INDEX;
    }
    for (size_t i = 0; i < b->nodes.n; i++) { /* a sub-process comes before what is inside it */
        size_t scope = b->nodes.v[i].scope, owner = b->scopes.v[scope].owner;
        of[i] = lane[i] != NO_INDEX ? e.of_lane[lane[i]] : owner != NO_INDEX ? of[owner] : e.of_process[scope];
    }
}

/* ---- steps --------------------------------------------------------------------------------------------------- */

/* The symbol that the official form has for it; none for what that form does not know. */
static enum mark symbol_of(const struct bpmn_node *x, size_t exits)
{
    if (x->kind == STEP_ACTIVITY || x->kind == STEP_SUBPROCESS) return MARK_PROCESS;
    if (x->kind == STEP_START || x->kind == STEP_END) return MARK_TERMINATOR;
    if (x->kind == STEP_LINK_THROW || x->kind == STEP_LINK_CATCH) return MARK_CONNECTOR;
    return (x->kind == STEP_EXCLUSIVE || x->kind == STEP_INCLUSIVE) && exits > 1 ? MARK_DECISION : MARK_NONE;
}

static void make_step(struct arena *a, const struct bpmn_node *x, const size_t *number, const struct lookup *ids, size_t twin, bool repeated,
                      struct step *s)
{
    struct flow_node *node = arena_alloc(a, sizeof *node);
    *node = (struct flow_node){.scope = x->scope, .inside = x->inside, .attached = NO_INDEX, .definitions = x->definitions,
                               .twin = twin == NO_INDEX ? NO_INDEX : number[twin], .repeated = repeated,
                               .terminates = x->terminates, .interrupts = x->interrupts, .compensates = x->compensates};
    size_t host = x->kind == STEP_BOUNDARY ? lookup_get(ids, x->attached) : NO_INDEX;
    if (host != NO_INDEX) node->attached = number[host];
    if (x->link.p) node->link = (struct item){.text = x->link, .place = x->place};
    *s = (struct step){.kind = x->kind, .node = node};
    s->head.place = x->place;
    if (is_event(x->kind) || is_gateway(x->kind)) s->title = (struct item){.text = x->name.n ? x->name : STR_ABSENT, .place = x->place};
    else s->activity = (struct item){.text = x->name.n ? x->name : STR(""), .place = x->place};
}

static void add_exits(struct arena *a, const struct bpmn *b, const struct lookup *ids, const size_t *number, struct document *d)
{
    for (size_t i = 0; i < b->flows.n; i++) {
        const struct bpmn_flow *f = &b->flows.v[i];
        size_t from = lookup_get(ids, f->from), to = lookup_get(ids, f->to);
        if (from == NO_INDEX) {
            trouble_add(a, &d->errors, W_bpmn_no_source, f->place.at)->arg[0] = f->from;
            continue;
        }
        struct flow_exit *x = ARENA_PUSH(a, &d->sop->steps.v[number[from]].exits);
        *x = (struct flow_exit){.item = {.text = f->to.p ? f->to : STR(""), .place = f->place},
                                .label = f->name.n ? f->name : f->condition.n ? f->condition : STR_ABSENT,
                                .origin = ORIGIN_DECLARED, .target = to == NO_INDEX ? NO_INDEX : number[to],
                                .conditional = f->conditional,
                                .fallback = f->id.n && str_eq(f->id, b->nodes.v[from].fallback)};
    }
}

static void add_scopes(struct arena *a, const struct bpmn *b, const struct lookup *pools, const size_t *number, struct sop *s)
{
    for (size_t i = 0; i < b->scopes.n; i++) {
        const struct bpmn_scope *x = &b->scopes.v[i];
        const struct bpmn_participant *pool = pool_of(b, pools, i);
        *ARENA_PUSH(a, &s->scopes) = (struct flow_scope){
            .item = {.text = x->name.n || !pool ? x->name : pool->name, .place = x->place},
            .owner = x->owner == NO_INDEX ? NO_INDEX : number[x->owner], .event_driven = x->event_driven, .ad_hoc = x->ad_hoc};
    }
}

void bpmn_to_sop(struct arena *a, const struct bpmn *b, struct document *d)
{
    struct lookup ids = ids_of(a, b, d), pools = pools_of(a, b);
    bool *repeated = arena_alloc(a, b->nodes.n * sizeof *repeated);
    const size_t *twin = twins_of(a, b, repeated), *order = order_nodes(a, b, &ids, twin);
    size_t *number = arena_alloc(a, b->nodes.n * sizeof *number), *executor = arena_alloc(a, b->nodes.n * sizeof *executor);
    struct sop *s = d->sop = arena_alloc(a, sizeof *s);
    struct step_table *table = ARENA_PUSH(a, &s->tables);
    s->partial = table->declared = true;
    s->head.place = table->head.place = b->scopes.v[0].place;
    table->page = 1;
    table->has[COLUMN_KEGIATAN] = table->has[COLUMN_PELAKSANA] = true;
    s->identity.name = (struct item){.text = b->scopes.v[0].name, .place = b->scopes.v[0].place};
    find_executors(a, b, &ids, &pools, table, executor);
    s->steps = (struct steps){arena_alloc(a, b->nodes.n * sizeof *s->steps.v), b->nodes.n, b->nodes.n};
    for (size_t i = 0; i < b->nodes.n; i++) number[order[i]] = i;
    for (size_t i = 0; i < b->nodes.n; i++) make_step(a, &b->nodes.v[i], number, &ids, twin[i], repeated[i], &s->steps.v[number[i]]);
    add_exits(a, b, &ids, number, d);
    add_scopes(a, b, &pools, number, s);
    for (size_t i = 0; i < b->nodes.n; i++) {
        struct step *step = &s->steps.v[number[i]];
        step->symbol = symbol_of(&b->nodes.v[i], step->exits.n);
        if (executor[i] == NO_INDEX) continue;
        *ARENA_PUSH(a, &step->performers) = (struct performer){
            .item = {.text = table->actors.v[executor[i]].item.text, .place = b->nodes.v[i].place}, .actor = executor[i], .mark = step->symbol};
        table->has_marks |= step->symbol != MARK_NONE;
    }
}
