/* json.h: members of JSON objects, as a line of ours has them. A member that is missing or of another kind is noted in `wrong`, once for all. */
#ifndef PATUH_MERGE_JSON_H
#define PATUH_MERGE_JSON_H

#include <jansson.h>

#include "base/base.h"

struct json_in {
    struct arena *a;
    const char *wrong; /* the first member that was not as it should be; NULL: none */
};

struct str in_text(struct json_in *in, const json_t *object, const char *key);   /* absent for null; a copy in the arena */
struct str in_needed(struct json_in *in, const json_t *object, const char *key); /* not null */
uint64_t in_number(struct json_in *in, const json_t *object, const char *key);   /* 0 where it is missing */
bool in_bool(struct json_in *in, const json_t *object, const char *key);
json_t *in_list(struct json_in *in, const json_t *object, const char *key);      /* an empty one counts as none: NULL */
json_t *in_object(struct json_in *in, const json_t *object, const char *key);    /* NULL for null */

#endif
