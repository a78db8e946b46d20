/* What views and expressions share: names that stand once, and libxml2's memory. */
#include <libxml/parser.h>
#include <stdlib.h>

#include "stage/view.h"

struct view_names *view_names_new(void)
{
    xmlDict *d = xmlDictCreate();
    if (!d) base_out_of_memory();
    return (struct view_names *)(void *)d;
}

void view_names_free(struct view_names *names) { xmlDictFree((xmlDict *)(void *)names); }

const char *view_names_of(struct view_names *names, struct str name)
{
    const xmlChar *s = xmlDictLookup((xmlDict *)(void *)names, (const xmlChar *)name.p, (int)name.n);
    if (!s) base_out_of_memory();
    return (const char *)s;
}

static void *xml_alloc(size_t bytes) { return base_alloc(bytes); }
static void *xml_realloc(void *p, size_t bytes) { return base_realloc(p, bytes); }
static char *xml_strdup(const char *s) { return memcpy(base_alloc(strlen(s) + 1), s, strlen(s) + 1); }

void view_prepare(void)
{
    xmlFreeFunc free_now;
    xmlMallocFunc alloc_now;
    xmlReallocFunc realloc_now;
    xmlStrdupFunc strdup_now;
    xmlMemGet(&free_now, &alloc_now, &realloc_now, &strdup_now);
    if (alloc_now == malloc) xmlMemSetup(free, xml_alloc, xml_realloc, xml_strdup);
    xmlInitParser();
}
