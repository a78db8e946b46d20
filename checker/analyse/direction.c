/* Whether more of an indicator is better: from the document, from its words, else unknown. */
#include "report_facts.h"
#include "vocabulary.h"

struct direction_words {
    struct wordlist worse, turned, unsure, better;
};

const struct direction_words *direction_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const char file[] = "vocabulary/direction.yaml";
    const struct yaml_node *root = bundle_find(b, file);
    struct direction_words *w = arena_alloc(a, sizeof *w);
    w->worse = wordlist_load(a, root, file, "worse", faults);
    w->turned = wordlist_load(a, root, file, "turned", faults);
    w->unsure = wordlist_load(a, root, file, "unsure", faults);
    w->better = wordlist_load(a, root, file, "better", faults);
    return w;
}

static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/* The first entry that a word of the text begins with; absent when none does. */
static struct str find(const struct wordlist *w, struct str text)
{
    for (size_t i = 0; i < w->n; i++)
        for (size_t at = str_ifind(text, w->v[i], 0); at != SIZE_MAX; at = str_ifind(text, w->v[i], at + 1))
            if (at == 0 || !letter(text.p[at - 1])) return w->v[i];
    return STR_ABSENT;
}

enum direction direction_of(const struct direction_words *w, const struct indicator *i, struct str *because)
{
    struct str said = str_trim(i->direction.text);
    if (said.n) {
        *because = said;
        return str_istarts(said, STR("turun")) || str_istarts(said, STR("min")) ? DIRECTION_DOWN : DIRECTION_UP;
    }
    struct str worse = find(&w->worse, i->name.text), turned = find(&w->turned, i->name.text), better = find(&w->better, i->name.text);
    if (worse.p) return *because = turned.p ? turned : worse, turned.p ? DIRECTION_UP : DIRECTION_DOWN;
    if (find(&w->unsure, i->name.text).p) better = turned;
    *because = better;
    return better.p ? DIRECTION_UP : DIRECTION_UNKNOWN;
}
