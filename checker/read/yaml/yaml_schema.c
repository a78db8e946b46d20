/* The keys of definitions as JSON Schemas, told from the same tables that read them. */
#include "base/escape.h"
#include "read/yaml/yaml_definition.h"
#include "stage/read.h"

#define SCALAR "{\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}"

static void put_map(struct buf *b, const struct schema *s, const char *version);

static void put_choices(struct buf *b, const struct key *k)
{
    buf_z(b, "{\"enum\": [");
    for (size_t i = 0; i < k->choice_count; i++) {
        json_text(b, k->choices[i].word);
        buf_z(b, ", ");
    }
    buf_z(b, "null]}");
}

static void put_list(struct buf *b, const struct key *k)
{
    buf_z(b, "{\"type\": \"array\", \"items\": ");
    put_map(b, k->inner, NULL);
    buf_ch(b, '}');
}

/* Actors: a name, a map, or a list of either. */
static void put_named(struct buf *b, const struct key *k)
{
    buf_z(b, "{\"anyOf\": [" SCALAR ", ");
    put_map(b, k->inner, NULL);
    buf_z(b, ", {\"type\": \"array\", \"items\": {\"anyOf\": [" SCALAR ", ");
    put_map(b, k->inner, NULL);
    buf_z(b, "]}}]}");
}

static void put_value(struct buf *b, const struct key *k)
{
    static const char map[] = "{\"type\": \"object\", \"additionalProperties\": " SCALAR "}";
    switch (k->shape) {
    case VALUE_TEXT: buf_z(b, SCALAR); break;
    case VALUE_TEXTS: buf_z(b, "{\"anyOf\": [" SCALAR ", {\"type\": \"array\", \"items\": " SCALAR "}]}"); break;
    case VALUE_CHOICE: put_choices(b, k); break;
    case VALUE_WHOLE: buf_z(b, "{\"type\": [\"integer\", \"null\"], \"minimum\": 0, \"maximum\": 999999999}"); break;
    case VALUE_MAP: put_map(b, k->inner, NULL); break;
    case VALUE_MAPS: put_list(b, k); break;
    case VALUE_NAMED: put_named(b, k); break;
    case VALUE_YEARS: buf_printf(b, "{\"anyOf\": [" SCALAR ", %s]}", map); break;
    case VALUE_EXITS: buf_printf(b, "{\"anyOf\": [" SCALAR ", %s, {\"type\": \"array\", \"items\": {\"anyOf\": [" SCALAR ", %s]}}]}", map, map); break;
    }
}

/* `version`: of a whole definition, what its key `patuh` has to be; NULL: a map inside one. An empty map counts as absent. */
static void put_map(struct buf *b, const struct schema *s, const char *version)
{
    buf_z(b, version ? "\"type\": \"object\", \"properties\": {" : "{\"type\": [\"object\", \"null\"], \"properties\": {");
    for (size_t i = 0; i < s->n; i++) {
        buf_z(b, i ? ",\n  " : "\n  ");
        json_text(b, s->keys[i].name);
        buf_z(b, ": ");
        if (version && i == 0) buf_printf(b, "{\"const\": \"%s\"}", version);
        else put_value(b, &s->keys[i]);
    }
    buf_z(b, "}, \"additionalProperties\": false");
    if (version) buf_z(b, ", \"required\": [\"patuh\"]");
    else buf_ch(b, '}');
}

bool definition_schema(struct str name, struct buf *b)
{
    static const struct {
        const char *name, *version;
        const struct schema *schema;
    } all[] = {{"sop", "sop/1", &schema_sop}, {"lkjip", "lkjip/1", &schema_lkjip}, {"pk", "pk/1", &schema_pk}};
    for (size_t i = 0; i < COUNT(all); i++) {
        if (!str_eqz(name, all[i].name)) continue;
        buf_printf(b, "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"$id\": \"urn:patuh:%s\", \"title\": \"patuh: %s\",\n", all[i].version, all[i].version);
        put_map(b, all[i].schema, all[i].version);
        buf_z(b, "}\n");
        return true;
    }
    return false;
}
