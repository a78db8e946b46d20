/* patuh schema: the JSON Schemas below rules/schema/, which are written in YAML, as JSON; those of definitions are told by their reader. */
#include <string.h>

#include "cli/cli.h"

/* A plain scalar that JSON has a word for: a number, true, false, null. */
static bool literal(const struct yaml_node *n)
{
    static const char *const words[] = {"true", "false", "null"};
    struct str s = str_of(n->text);
    uint64_t number;
    for (size_t i = 0; n->plain && i < COUNT(words); i++)
        if (str_eqz(s, words[i])) return true;
    return n->plain && str_u64(s, &number);
}

static void indent(struct buf *b, size_t depth)
{
    buf_ch(b, '\n');
    while (depth--) buf_z(b, "  ");
}

static void print(struct buf *b, const struct yaml_node *n, size_t depth)
{
    if (n->kind == YAML_SCALAR) {
        if (literal(n)) buf_z(b, n->text);
        else json_text(b, str_of(n->text));
        return;
    }
    bool map = n->kind == YAML_MAP;
    buf_ch(b, map ? '{' : '[');
    for (const struct yaml_node *k = n->child; k; k = k->next) {
        indent(b, depth + 1);
        if (map) {
            json_text(b, str_of(k->text));
            buf_z(b, ": ");
            k = k->next;
        }
        print(b, k, depth + 1);
        if (k->next) buf_ch(b, ',');
    }
    if (n->child) indent(b, depth);
    buf_ch(b, map ? '}' : ']');
}

int run_schema(struct cli *c)
{
    static const struct str names[] = {{"config", 6}, {"output", 6}, {"sop", 3}, {"lkjip", 5}, {"pk", 2}};
    if (c->args.n != 1) return usage_error(c, W_which_schema, STR_ABSENT, STR_ABSENT);
    struct buf b = BUF_INIT;
    struct patuh_rules *rules = load_rules(c);
    if (!rules) return STATUS_USAGE;
    const struct yaml_node *n = bundle_find(&rules->bundle, arena_printf(c->arena, "schema/%s.yaml", c->args.v[0]).p);
    int status = n || definition_schema(str_of(c->args.v[0]), &b) ? STATUS_OK : unknown_name(c, W_unknown_schema, c->args.v[0], names, COUNT(names));
    if (n) print(&b, n, 0), buf_ch(&b, '\n');
    fwrite(buf_view(&b).p, 1, b.n, c->out);
    buf_free(&b);
    patuh_rules_free(rules);
    return status;
}
