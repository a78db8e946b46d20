/* Fuzz target of the readers of definitions: YAML trees, SOP, LKjIP and PK, and the view of what comes out. */
#include "fuzz_source.h"
#include "stage/node.h"

static void check_troubles(const struct source *s, const struct troubles *t)
{
    for (size_t i = 0; i < t->n; i++) {
        need(t->v[i].message != WORD_NONE);
        need(!t->v[i].at.set || (t->v[i].at.begin <= t->v[i].at.end && t->v[i].at.end <= s->text.n));
    }
}

/* Every item of the document behind an element lies inside the text. */
static void check_view(const struct source *s, const struct view_node *n)
{
    for (const struct view_node *c = n; c;) {
        const struct item *item = view_item(c);
        if (item && item->place.at.set) need(item->place.at.begin <= item->place.at.end && item->place.at.end <= s->text.n);
        if (view_is_element(c) && view_child(c)) c = view_child(c);
        else {
            while (c && !view_next(c)) c = view_parent(c) && view_is_element(view_parent(c)) ? view_parent(c) : NULL;
            if (c) c = view_next(c);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzzed f;
    if (fuzz_open(&f, data, size) == RC_OK) {
        (void)reader_yaml.sniff(&f.s);
        if (reader_yaml.read(f.a, &f.s, &f.limits, &f.reading, &f.why) == RC_OK) {
            check_troubles(&f.s, &f.reading.document->errors);
            struct view_names *names = view_names_new();
            check_view(&f.s, view_root(view_build(f.a, f.reading.document, names)));
            view_names_free(names);
        } else {
            fuzz_refused(&f);
        }
    }
    arena_free(f.a);
    return 0;
}
