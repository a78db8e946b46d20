/* yaml_definition.h: definitions (SOP, LKjIP) from YAML by tables: one row a key, telling how its value is taken and where it
 * goes. Unknown and duplicate keys and wrong shapes are faults with a place; the rest of the definition is still read. */
#ifndef PATUH_YAML_DEFINITION_H
#define PATUH_YAML_DEFINITION_H

#include "stage/document.h"
#include "base/yaml_tree.h"

struct schema;

struct definition {
    struct arena *a;
    const struct source *source;  /* NULL: a tree built into the binary, which has no places */
    struct troubles *errors;
    size_t most_errors;           /* the rest goes into `ignored` */
    struct trouble ignored;
    const struct schema *root;
    void *document;               /* struct sop or struct lkjip */
};

/* A word that a value may be; `also` are other words for it, parted by '|': not accepted, but then it is what was meant. */
struct choice {
    struct str word;
    const char *also;
};

/* What a value may be; one that has another shape is a fault. */
enum key_shape {
    VALUE_TEXT,     /* a scalar */
    VALUE_TEXTS,    /* a scalar or a list of them */
    VALUE_CHOICE,   /* one of the choices */
    VALUE_WHOLE,    /* a whole number */
    VALUE_MAP,      /* of the inner schema */
    VALUE_MAPS,     /* a list of such maps */
    VALUE_NAMED,    /* a scalar or such a map, or a list of either */
    VALUE_YEARS,    /* a scalar, or a map of scalars by years */
    VALUE_EXITS     /* a scalar, a map of scalars by labels, or a list of either */
};

struct key {
    struct str name;
    /* Reads `value` into the member. */
    void (*take)(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value);
    size_t offset;                /* of the member in the structure that the schema fills */
    const struct schema *inner;   /* of the map, or of each map of the list */
    /* take_maps: makes room for n elements in the member, a list of structures of `size` bytes, and gives the first. */
    void *(*make)(struct arena *a, void *member, size_t n);
    size_t size;
    const struct choice *choices; /* take_choice: the words that it may be */
    size_t choice_count;
    enum key_shape shape;         /* what the value may be */
    size_t list;                  /* from an item that stands for a list to that list */
};

struct schema {
    const struct key *keys;
    size_t n;                     /* at most SCHEMA_KEYS */
    size_t head;                  /* offset of the item that stands for the map as a whole */
};
#define SCHEMA_KEYS 32
#define SCHEMA(table, type, member) {(table), COUNT(table), offsetof(type, member)}

/* Ways to take a value. */
typedef void take_fn(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value);
take_fn take_text;   /* scalar to struct item */
take_fn take_texts;  /* scalar or list of scalars to struct items; blank ones are left out */
take_fn take_choice; /* one of k->choices, case aside; what was meant by another word is taken, else it stays as it is: a fault either way */
take_fn take_whole;  /* a whole number of at most nine digits */
take_fn take_map;    /* map to the structure of k->inner */
take_fn take_maps;   /* list of maps to a list of such structures */

/* Rows of a table: the word, and the member of the type that it fills. */
#define KEY(type, word, member) .name = {word, sizeof(word) - 1}, .offset = offsetof(type, member)
#define TEXT(type, word, member) {KEY(type, word, member), .take = take_text}
#define TEXTS(type, word, member) {KEY(type, word, member), .take = take_texts, .shape = VALUE_TEXTS}
#define MAP(type, word, member, of) {KEY(type, word, member), .take = take_map, .inner = &(of), .shape = VALUE_MAP}
#define CHOICE(type, word, member, from) {KEY(type, word, member), .take = take_choice, .choices = (from), .choice_count = COUNT(from), .shape = VALUE_CHOICE}
#define OWN(type, word, member, how, form) {KEY(type, word, member), .take = (how), .shape = (form)}

/* Fills `into` from a map by the schema. The head item and every text that is missing get the place. */
void definition_fill(struct definition *d, const struct schema *s, void *into, const struct yaml_node *map, struct place place);

/* A scalar as text: trimmed; blank, never absent, for null and for anything that is no scalar. */
struct str definition_text(struct definition *d, const struct yaml_node *scalar);
/* The place of a node: of what a scalar says, without its quotes. */
struct place definition_place(const struct definition *d, const struct yaml_node *n);
struct trouble *definition_fault(struct definition *d, enum word message, const struct yaml_node *at);
/* W_definition_… with the name of the key, at its value. */
void definition_wrong(struct definition *d, enum word message, const struct yaml_node *key, const struct yaml_node *value);

/* The items' texts, each on a line of its own; blank when there are none. */
struct str definition_joined(struct definition *d, const struct items *items);
/* "50" of {target: 75,50}, "00%" of {capaian: 102,00%}: the decimals of a number whose comma ended the value. */
bool definition_cut_number(const struct yaml_node *key, const struct yaml_node *value);
/* Puts the decimals back behind the number, lest rules judge what is left of it; the fault is told by whoever finds the key. */
void definition_rejoin(struct definition *d, struct item *cut, const struct yaml_node *key);

extern const struct schema schema_sop, schema_lkjip, schema_pk;
/* The whole document by d->root: the map, and what its names and numbers refer to. */
struct sop *definition_sop(struct definition *d, const struct yaml_node *map, struct place place);
struct lkjip *definition_report(struct definition *d, const struct yaml_node *map, struct place place);

#endif
