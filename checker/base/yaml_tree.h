/* yaml_tree.h: one YAML file as a tree, from libyaml's events or built into the binary; packs and documents both use it. */
#ifndef PATUH_YAML_TREE_H
#define PATUH_YAML_TREE_H

#include "base/base.h"
#include "base/source.h"

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

/* A node. Children are linked by `next`; a map's children are key, value, key, value, … (keys are always scalars).
 * `span` counts bytes of the decoded text; `line` counts from 1, for trees built into the binary, whose text is not kept.
 * Aliases are expanded by sharing nothing: each use is a copy, and copies count towards LIMIT_nodes. */
struct yaml_node {
    uint8_t kind;        /* enum yaml_kind */
    bool plain;          /* scalar without quotes: 12, true, ~ may mean something; "12" is text */
    uint32_t line;
    struct span span;
    uint32_t length;     /* of the text */
    const char *text;    /* scalar: NUL-terminated UTF-8 */
    const struct yaml_node *child, *next;
};

/* Parse source->text into the arena. On anything but RC_OK *why says what and where (and *root is NULL).
 * An empty stream gives RC_OK and *root == NULL. Only the first document of a stream is read; a second is an error.
 * Duplicate keys are NOT refused here: yaml_duplicates reports them. Ceilings: depth, nodes, aliases. */
enum rc yaml_parse(struct arena *a, const struct source *source, const struct limits *limits, const struct yaml_node **root,
                   struct trouble *why) MUST_USE;

/* Adds one trouble (W_yaml_duplicate_key) for each key that stands twice in one map, anywhere below root. */
void yaml_duplicates(struct arena *a, const struct yaml_node *root, struct troubles *out);

/* Value of a key of a map; NULL when absent or node is no map (NULL included). */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);
/* The scalar's text; STR_ABSENT for NULL, other kinds, and a plain null (empty, ~, null). */
struct str yaml_str(const struct yaml_node *scalar);
struct str yaml_get_str(const struct yaml_node *map, const char *key);
/* Number of list items, or of pairs of a map; 0 otherwise. */
size_t yaml_size(const struct yaml_node *n);
/* true for plain true/ya/yes, false for plain false/tidak/no; anything else gives `otherwise`. */
bool yaml_bool(const struct yaml_node *n, bool otherwise);

#endif
