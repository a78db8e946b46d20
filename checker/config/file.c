/* One configuration file, and those it extends. */
#include <string.h>

#include "config/chain.h"

enum { MOST_BYTES = 1 << 20, DEEPEST = 8 /* files that extend one another */ };

static struct str folder_of(struct arena *a, struct str path)
{
    size_t n = path.n;
    while (n > 0 && path.p[n - 1] != '/') n--;
    return n > 1 ? arena_str(a, str_slice(path, 0, n - 1)) : n == 1 ? STR("/") : STR(".");
}

static struct str joined(struct arena *a, const char *folder, struct str path)
{
    return strcmp(folder, ".") == 0 ? arena_str(a, path) : arena_printf(a, "%s/%.*s", folder, (int)path.n, path.p);
}

/* The path really leads to something in the folder or below it. */
static bool stays_below(struct arena *a, const char *folder, struct str path)
{
    struct str real = os_real(a, arena_printf(a, "%s/%.*s", folder, (int)path.n, path.p).p);
    return real.p && config_below(a, folder, real.p).p;
}

static const struct yaml_node *parse(struct config_reader *r, struct configs *c, const char *path)
{
    struct buf raw = BUF_INIT;
    struct trouble why;
    struct source s = {.path = str_of(path)};
    const struct yaml_node *root = NULL;
    struct troubles twice = {0};
    enum rc rc = os_read(r->a, path, MOST_BYTES, &raw, &why);
    s.raw = arena_str(r->a, buf_view(&raw));
    buf_free(&raw);
    if (rc == RC_OK) rc = source_decode(r->a, &s, c->limits, &why);
    if (rc == RC_OK && s.damage.message) why = s.damage, rc = RC_SYNTAX;
    if (rc == RC_OK) rc = yaml_parse(r->a, &s, c->limits, &root, &why);
    if (rc == RC_OK && root) yaml_duplicates(r->a, root, &twice);
    if (rc == RC_OK && !twice.n) return root;
    const struct trouble *t = rc == RC_OK ? &twice.v[0] : &why;
    struct pack_fault *f = config_fault(r, NULL, t->message, t->arg[0], t->arg[1]);
    f->line = t->at.set && s.text.p ? source_locate(r->a, &s, t->at.begin).line : 0;
    return NULL;
}

/* What only a whole file has. */
static void take_rest(struct config_reader *r, const struct yaml_node *root, struct config_file *f)
{
    const struct yaml_node *n;
    if ((n = yaml_get(root, "root"))) f->root = config_truth(r, n, STR("root"));
    if ((n = yaml_get(root, "exclude"))) f->exclude = config_patterns(r, n, STR("exclude"));
    if ((n = yaml_get(root, "abaikan"))) config_waivers(r, n, &f->waivers);
    if ((n = yaml_get(root, "rules"))) config_texts(r, n, STR("rules"), &f->packs);
    for (size_t i = 0; i < f->packs.n; i++) {
        struct noted *pack = &f->packs.v[i];
        if (!stays_below(r->a, r->folder, pack->text))
            fault_add(r->a, r->faults, r->shown, pack->line, W_config_outside)->arg[0] = pack->text;
        pack->text = joined(r->a, folder_of(r->a, str_of(f->path)).p, pack->text);
    }
    if (!(n = yaml_get(root, "overrides"))) return;
    if (n->kind != YAML_LIST) config_fault(r, n, W_pack_want_list, STR("overrides"), STR_ABSENT);
    else
        for (const struct yaml_node *i = n->child; i; i = i->next) config_layer(r, i, false, ARENA_PUSH(r->a, &f->layers));
}

static void extend(struct configs *c, struct config_reader *r, const struct yaml_node *root, const char *path, size_t depth, struct config_chain *out)
{
    struct noted_list list = {0};
    const struct yaml_node *n = yaml_get(root, "extends");
    if (n) config_texts(r, n, STR("extends"), &list);
    for (size_t i = 0; i < list.n; i++) {
        struct str name = list.v[i].text;
        struct str preset = arena_printf(r->a, "presets/%s.yaml", name.p);
        if (!str_ends(name, STR(CONFIG_NAME))) config_preset(c, r, preset.p, &list.v[i], out);
        else if (name.p[0] == '/' || depth >= DEEPEST) fault_add(r->a, r->faults, r->shown, list.v[i].line, depth >= DEEPEST ? W_config_deep : W_config_outside)->arg[0] = name;
        else config_read(c, joined(r->a, folder_of(r->a, str_of(path)).p, name).p, depth + 1, out);
    }
}

static void take_file(struct configs *c, struct config_reader *r, const struct yaml_node *root, const char *path, size_t depth, struct config_chain *out)
{
    struct config_file *f = arena_alloc(c->a, sizeof *f);
    *f = (struct config_file){.path = path, .folder = r->folder};
    if (root) {
        config_layer(r, root, true, ARENA_PUSH(c->a, &f->layers));
        if (root->kind == YAML_MAP) {
            extend(c, r, root, path, depth, out);
            take_rest(r, root, f);
        }
    }
    *ARENA_PUSH(c->a, out) = f;
    *ARENA_PUSH(c->a, &c->files) = f;
}

void config_preset(struct configs *c, struct config_reader *r, const char *name, const struct noted *at, struct config_chain *out)
{
    const struct yaml_node *root = bundle_find(c->rules, name);
    if (!root) {
        static const struct str known[] = {{"dasar", 5}, {"lengkap", 7}, {"reviu", 5}};
        struct str likely = suggest(at->text, known, COUNT(known));
        struct pack_fault *f = fault_add(r->a, r->faults, r->shown, at->line, W_config_no_preset);
        f->arg[0] = at->text;
        f->arg[1] = likely.p ? likely : STR("dasar, lengkap, reviu");
        return;
    }
    struct config_reader preset = {c->a, r->faults, arena_printf(c->a, "preset %s", at->text.p).p, ""};
    take_file(c, &preset, root, preset.shown, DEEPEST, out);
}

/* The file by itself, into a chain of its own. */
static void read_file(struct configs *c, const char *path, size_t depth, struct config_chain *out)
{
    struct str real = os_real(c->a, folder_of(c->a, str_of(path)).p);
    struct config_reader r = {c->a, &c->faults, path, real.p ? real.p : ""};
    size_t before = c->faults.n;
    const struct yaml_node *root = parse(&r, c, path);
    if (c->faults.n == before) take_file(c, &r, root, path, depth, out);
}

void config_read(struct configs *c, const char *path, size_t depth, struct config_chain *out)
{
    struct config_chain chain = {0};
    size_t i = 0;
    while (i < c->read.n && strcmp(c->read.v[i].path, path) != 0) i++;
    if (i == c->read.n) {
        read_file(c, path, depth, &chain);
        *ARENA_PUSH(c->a, &c->read) = (struct read_file){path, chain};
        i = c->read.n - 1; /* behind those that it extends */
    }
    for (size_t k = 0; k < c->read.v[i].chain.n; k++) *ARENA_PUSH(c->a, out) = c->read.v[i].chain.v[k];
}
