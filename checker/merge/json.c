/* Members of JSON objects. */
#include "merge/json.h"

static void wrong(struct json_in *in, const char *key)
{
    if (!in->wrong) in->wrong = key;
}

static struct str copy(struct json_in *in, const json_t *string)
{
    return arena_str(in->a, (struct str){json_string_value(string), json_string_length(string)});
}

struct str in_text(struct json_in *in, const json_t *object, const char *key)
{
    const json_t *v = json_object_get(object, key);
    if (json_is_string(v)) return copy(in, v);
    if (!json_is_null(v)) wrong(in, key);
    return STR_ABSENT;
}

struct str in_needed(struct json_in *in, const json_t *object, const char *key)
{
    const json_t *v = json_object_get(object, key);
    if (json_is_string(v)) return copy(in, v);
    wrong(in, key);
    return STR("");
}

uint64_t in_number(struct json_in *in, const json_t *object, const char *key)
{
    const json_t *v = json_object_get(object, key);
    if (v && (!json_is_integer(v) || json_integer_value(v) < 0)) wrong(in, key);
    return json_is_integer(v) && json_integer_value(v) > 0 ? (uint64_t)json_integer_value(v) : 0;
}

bool in_bool(struct json_in *in, const json_t *object, const char *key)
{
    const json_t *v = json_object_get(object, key);
    if (!json_is_boolean(v)) wrong(in, key);
    return json_is_true(v);
}

json_t *in_list(struct json_in *in, const json_t *object, const char *key)
{
    json_t *v = json_object_get(object, key);
    if (!json_is_array(v)) wrong(in, key);
    return json_array_size(v) ? v : NULL;
}

json_t *in_object(struct json_in *in, const json_t *object, const char *key)
{
    json_t *v = json_object_get(object, key);
    if (!json_is_object(v) && !json_is_null(v)) wrong(in, key);
    return json_is_object(v) ? v : NULL;
}
