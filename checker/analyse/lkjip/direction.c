/* Whether more of an indicator is better: from the document, from the configuration, from its words, else unknown. */
#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"
#include "language/vocabulary.h"

struct direction_words {
    struct wordset up, down, worse, turned, unsure, better, times, percentages, shares, lessened;
};

const struct direction_words *direction_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct wordset_member lists[] = {
        {"up", offsetof(struct direction_words, up)}, {"down", offsetof(struct direction_words, down)},
        {"worse", offsetof(struct direction_words, worse)}, {"turned", offsetof(struct direction_words, turned)},
        {"unsure", offsetof(struct direction_words, unsure)}, {"better", offsetof(struct direction_words, better)},
        {"times", offsetof(struct direction_words, times)}, {"percentages", offsetof(struct direction_words, percentages)},
        {"shares", offsetof(struct direction_words, shares)}, {"lessened", offsetof(struct direction_words, lessened)},
    };
    struct word_file f = word_file_open(a, b, "vocabulary/direction.yaml", NULL, faults);
    struct direction_words *w = arena_alloc(a, sizeof *w);
    word_file_sets(&f, f.root, lists, COUNT(lists), w);
    return w;
}

bool direction_is_decrease(const struct direction_words *w, const struct indicator *i)
{
    struct str name = str_trim(i->name.text), first = wordset_begins(&w->percentages, name), than = wordset_begins(&w->lessened, name);
    if (!than.p || !first.p || !str_istarts(name, first)) return false;
    size_t blank = str_find(name, STR(" "), 0); /* the share is of the decrease itself: nothing stands between the two words */
    return blank != SIZE_MAX && str_istarts(str_trim(str_slice(name, blank, name.n)), than);
}

/* The part of the list that stands in the name; absent when none does. */
static struct str configured(struct str list, struct str name)
{
    while (list.n) {
        size_t comma = str_find(list, STR(","), 0);
        struct str part = str_trim(str_slice(list, 0, comma == SIZE_MAX ? list.n : comma));
        if (part.n && str_ifind(name, part, 0) != SIZE_MAX) return part;
        list = str_slice(list, comma == SIZE_MAX ? list.n : comma + 1, list.n);
    }
    return STR_ABSENT;
}

enum direction direction_of(const struct analyst *x, const struct indicator *i, struct str *because)
{
    const struct direction_words *w = x->k->directions;
    struct str said = str_trim(i->direction.text), name = i->name.text;
    *because = said;
    if (wordset_prefix(&w->down, said, NULL)) return DIRECTION_DOWN;
    if (wordset_prefix(&w->up, said, NULL)) return DIRECTION_UP;
    if ((*because = configured(parameter_get(x->p, "indikator-turun"), name)).p) return DIRECTION_DOWN;
    if ((*because = configured(parameter_get(x->p, "indikator-naik"), name)).p) return DIRECTION_UP;
    struct str first = str_slice(name, 0, str_find(name, STR(" "), 0));
    if (first.n > 8 && str_ends(first, STR("nya"))) return *because = STR_ABSENT, DIRECTION_UNKNOWN; /* "Menurunnya angka X" is an aim: it may be measured by X itself */
    struct str time = wordset_begins(&w->times, name), lessened = time.p ? wordset_begins(&w->lessened, name) : STR_ABSENT;
    if (lessened.p) return *because = lessened, DIRECTION_UP;
    bool share = str_find(i->unit.text, STR("%"), 0) != SIZE_MAX || wordset_begins(&w->percentages, name).p || wordset_begins(&w->shares, name).p;
    if (time.p && share) return *because = STR_ABSENT, DIRECTION_UNKNOWN;
    if (time.p) return *because = time, DIRECTION_DOWN; /* whatever is done in that time */
    struct str worse = wordset_begins(&w->worse, name), turned = wordset_begins(&w->turned, name), better = wordset_begins(&w->better, name);
    if (worse.p) return *because = turned.p ? turned : worse, turned.p ? DIRECTION_UP : DIRECTION_DOWN;
    bool unsure = wordset_begins(&w->unsure, name).p != NULL;
    if (unsure) better = turned;
    *because = better;
    if (better.p) return DIRECTION_UP;
    return !unsure && wordset_begins(&w->percentages, name).p ? DIRECTION_RATHER_UP : DIRECTION_UNKNOWN;
}
