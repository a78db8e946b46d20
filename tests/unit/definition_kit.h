/* Definitions read from a text of a test: the document, its faults, its view. */
#ifndef DEFINITION_KIT_H
#define DEFINITION_KIT_H

#include <libxml/tree.h>

#include "stage/read.h"
#include "stage/view.h"

static struct arena *a;
static struct limits limits;
static struct source source;
static struct reading out;
static struct trouble why;

static inline enum rc read_text(const char *text)
{
    arena_reset(a);
    source = (struct source){.path = STR("x.yaml"), .text = str_of(text)};
    out = (struct reading){0};
    why = (struct trouble){0};
    return reader_yaml.read(a, &source, &limits, &out, &why);
}

static inline const struct sop *sop_of(const char *text)
{
    return read_text(text) == RC_OK ? out.document->sop : NULL;
}

/* The faults as "line:column message" lines, in Indonesian. */
static inline const char *faults_of(const char *text)
{
    struct buf b = BUF_INIT;
    if (read_text(text) != RC_OK) return word_format(a, why.message, LANG_ID, why.arg[0], why.arg[1]).p;
    for (size_t i = 0; i < out.document->errors.n; i++) {
        const struct trouble *t = &out.document->errors.v[i];
        struct position at = source_locate(a, &source, t->at.begin);
        buf_printf(&b, "%u:%u ", (unsigned)at.line, (unsigned)at.column);
        buf_str(&b, word_format(a, t->message, LANG_ID, t->arg[0], t->arg[1]));
        if (t->began.set) buf_printf(&b, " [%u]", (unsigned)source_locate(a, &source, t->began.begin).line);
        buf_ch(&b, '\n');
    }
    const char *s = arena_strz(a, buf_view(&b));
    buf_free(&b);
    return s;
}

static inline const char *refusal_of(const char *text)
{
    if (read_text(text) == RC_OK) return "read";
    struct position at = source_locate(a, &source, why.at.begin);
    struct str m = word_format(a, why.message, LANG_ID, why.arg[0], why.arg[1]);
    struct str s = arena_printf(a, "%u:%u %.*s", (unsigned)at.line, (unsigned)at.column, (int)m.n, m.p);
    return s.p;
}

/* The bytes of the source that an item's place covers. */
static inline const char *at(const struct item *item)
{
    return item->place.at.set ? arena_strz(a, str_slice(source.text, item->place.at.begin, item->place.at.end)) : "nowhere";
}
static inline const char *view_of(const struct document *d)
{
    struct view_names *names = view_names_new();
    xmlDoc *doc = (xmlDoc *)(void *)view_build(a, d, names); /* see view.h */
    xmlChar *bytes = NULL;
    int n = 0;
    xmlDocDumpMemory(doc, &bytes, &n);
    const char *s = arena_strz(a, (struct str){(const char *)bytes, (size_t)n});
    xmlFree(bytes);
    view_names_free(names);
    return s;
}

#endif
