/* keys.h: reading one map of settings. */
#ifndef PATUH_CONFIG_KEYS_H
#define PATUH_CONFIG_KEYS_H

#include "config/config.h"

/* What a file is read with. */
struct config_reader {
    struct arena *a;
    struct pack_faults *faults;
    const char *shown;          /* the file as faults and origins name it */
    const char *folder;
};

/* The part of a map that layers have; keys that only a whole file has are read by the caller. Fills the layer. `whole`: a file, not an override. */
void config_layer(struct config_reader *r, const struct yaml_node *map, bool whole, struct layer *out);
/* `abaikan:`, a list of exceptions. */
void config_waivers(struct config_reader *r, const struct yaml_node *list, struct waivers *out);
/* A text, or a list of texts; anything else is a fault. */
void config_texts(struct config_reader *r, const struct yaml_node *n, struct str key, struct noted_list *out);
/* Patterns as gitignore has them; NULL when there are none. */
const struct ignore *config_patterns(struct config_reader *r, const struct yaml_node *n, struct str key);
struct pack_fault *config_fault(struct config_reader *r, const struct yaml_node *n, enum word message, struct str arg0, struct str arg1);
/* A fault for a name that is none of the choices, with the likely one. */
void config_unknown(struct config_reader *r, const struct yaml_node *n, struct str name, const struct str *choices, size_t count);
/* A boolean; else a fault. */
bool config_truth(struct config_reader *r, const struct yaml_node *n, struct str key);

#endif
