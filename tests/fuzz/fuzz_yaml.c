/* Fuzz target of the readers of definitions: YAML trees, SOP, LKjIP and PK, and the view of what comes out. */
#include "fuzz.h"
#include "stage/read.h"
#include "stage/view.h"

static void check_troubles(const struct source *s, const struct troubles *t)
{
    for (size_t i = 0; i < t->n; i++) {
        need(t->v[i].message != WORD_NONE);
        need(!t->v[i].at.set || (t->v[i].at.begin <= t->v[i].at.end && t->v[i].at.end <= s->text.n));
    }
}

/* Every item of the document behind an element lies inside the text. */
static void check_view(const struct source *s, const xmlNode *n)
{
    for (const xmlNode *c = n; c;) {
        const struct item *item = c->type == XML_ELEMENT_NODE ? c->_private : NULL;
        if (item && item->place.at.set) need(item->place.at.begin <= item->place.at.end && item->place.at.end <= s->text.n);
        if (c->type == XML_ELEMENT_NODE && c->children) c = c->children;
        else {
            while (c && !c->next) c = c->parent && c->parent->type == XML_ELEMENT_NODE ? c->parent : NULL;
            if (c) c = c->next;
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct limits limits;
    limits_default(&limits);
    struct source s = {.path = STR("fuzz"), .raw = {(const char *)data, size}};
    struct trouble why = {0};
    struct reading reading = {0};
    if (source_decode(a, &s, &limits, &why) == RC_OK) {
        (void)reader_yaml.sniff(&s);
        if (reader_yaml.read(a, &s, &limits, &reading, &why) == RC_OK) {
            check_troubles(&s, &reading.document->errors);
            xmlDict *dict = xmlDictCreate();
            xmlDoc *view = view_build(a, reading.document, dict);
            check_view(&s, xmlDocGetRootElement(view));
            xmlDictFree(dict);
        } else {
            need(why.message != WORD_NONE && why.at.end <= s.text.n && why.began.end <= s.text.n);
        }
    }
    arena_free(a);
    return 0;
}
