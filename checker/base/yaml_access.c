/* Reading a YAML tree. */
#include <string.h>

#include "base/yaml_tree.h"

struct str yaml_str(const struct yaml_node *n)
{
    if (!n || n->kind != YAML_SCALAR) return STR_ABSENT;
    struct str s = {n->text, n->length};
    if (n->plain && (s.n == 0 || str_eq(s, STR("~")) || str_eq(s, STR("null")))) return STR_ABSENT;
    return s;
}

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
    if (!map || map->kind != YAML_MAP) return NULL;
    size_t n = strlen(key);
    for (const struct yaml_node *k = map->child; k; k = k->next->next)
        if (k->length == n && memcmp(k->text, key, n) == 0) return k->next;
    return NULL;
}

struct str yaml_get_str(const struct yaml_node *map, const char *key) { return yaml_str(yaml_get(map, key)); }

size_t yaml_size(const struct yaml_node *n)
{
    size_t count = 0;
    if (!n || n->kind == YAML_SCALAR) return 0;
    for (const struct yaml_node *c = n->child; c; c = c->next) count++;
    return n->kind == YAML_MAP ? count / 2 : count;
}

bool yaml_bool(const struct yaml_node *n, bool otherwise)
{
    struct str s = yaml_str(n);
    if (str_eqz(s, "true") || str_eqz(s, "ya") || str_eqz(s, "yes")) return true;
    if (str_eqz(s, "false") || str_eqz(s, "tidak") || str_eqz(s, "no")) return false;
    return otherwise;
}
