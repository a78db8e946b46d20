/* Morphology of Indonesian verbs: me-, di-, pe-…-an, per-…-an, and the loans in -si. */
#include <string.h>

#include "language/verb.h"

enum { LONGEST = 48 };

/* A word being put together. */
struct made {
    char p[LONGEST];
    size_t n;
};

static struct str view(const struct made *w) { return (struct str){w->p, w->n}; }

static void append(struct made *w, struct str s)
{
    if (w->n + s.n > LONGEST) return;
    memcpy(w->p + w->n, s.p, s.n);
    w->n += s.n;
}

static bool vowel(char c) { return c && strchr("aeiou", c); }

uint32_t verb_flags(const struct morphology *m, struct str low)
{
    const uint32_t *f = wordmap_get(&m->words, low);
    return f ? *f : 0;
}

/* ---- me- in front of a root --------------------------------------------------------------------------------- */

static size_t vowels(struct str root)
{
    size_t n = 0;
    for (size_t i = 0; i < root.n; i++) n += vowel(root.p[i]);
    return n;
}

/* k, p, t, s melt into the prefix before a vowel: kirim, mengirim. Loans and per- keep them (keep). */
static struct made with_me(struct str root, bool keep)
{
    struct made w = {.n = 0};
    if (!root.n) return w;
    char c = root.p[0], next = root.n > 1 ? root.p[1] : 0;
    bool melts = vowel(next) && strchr("kpts", c) && !keep;
    struct str core = str_ends(root, STR("kan")) ? str_slice(root, 0, root.n - 3) : root;
    if (vowels(core) == 1) append(&w, STR("menge"));
    else if (strchr("bfv", c) || (c == 'p' && !melts)) append(&w, STR("mem"));
    else if (c == 'p') append(&w, STR("mem"));
    else if (strchr("cdjz", c) || c == 't' || (c == 's' && !melts)) append(&w, STR("men"));
    else if (c == 's') append(&w, STR("meny"));
    else if (strchr("aeioughkqx", c)) append(&w, STR("meng"));
    else append(&w, STR("me"));
    append(&w, melts ? str_slice(root, 1, root.n) : root);
    return w;
}

/* The listed verb that begins with this stem: as it is, with -kan, or with -i. */
static struct str listed(const struct morphology *m, const struct made *stem)
{
    static const struct str suffixes[] = {STR(""), STR("kan"), STR("i")};
    for (size_t i = 0; i < COUNT(suffixes); i++) {
        struct made w = *stem;
        append(&w, suffixes[i]);
        const struct wordmap_slot *s = wordmap_find(&m->words, view(&w));
        if (s && s->value & VERB_ACTIVE) return s->key;
    }
    return STR_ABSENT;
}

static struct str listed_root(const struct morphology *m, struct str root)
{
    struct made melted = with_me(root, false), kept = with_me(root, true);
    struct str verb = listed(m, &melted);
    return verb.p ? verb : listed(m, &kept);
}

/* ---- from other forms ---------------------------------------------------------------------------------------- */

static struct str without(struct str s, const char *prefix, const char *suffix)
{
    size_t p = strlen(prefix), q = strlen(suffix);
    if (s.n < p + q + 3 || !str_starts(s, str_of(prefix)) || !str_ends(s, str_of(suffix))) return STR_ABSENT;
    return str_slice(s, p, s.n - q);
}

/* penyusunan, menyusun: pe- and me- take the same nasal, so that only the p changes. */
static struct str from_noun(const struct morphology *m, struct str low)
{
    struct str rest = without(low, "pe", "an"), verb;
    if (rest.p) {
        struct made w = {.n = 0};
        append(&w, STR("me"));
        append(&w, rest);
        if ((verb = listed(m, &w)).p) return verb;
    }
    if ((rest = without(low, "per", "an")).p) {
        struct made w = {.n = 0};
        append(&w, STR("memper"));
        append(&w, rest);
        if ((verb = listed(m, &w)).p) return verb;
        return listed_root(m, rest);
    }
    return STR_ABSENT;
}

static bool event(struct str low, struct str *root)
{
    *root = without(low, "ter", "nya");
    if (!root->p) *root = without(low, "di", "nya");
    return root->p != NULL;
}

/* Nothing is made up here: every answer stands in the data. */
static struct str listed_active(const struct morphology *m, struct str low)
{
    struct str root = STR_ABSENT, verb;
    if (event(low, &root) && (verb = listed_root(m, root)).p) return verb;
    if ((root = without(low, "", "nya")).p) low = root;
    const struct wordmap_slot *s = wordmap_find(&m->words, low);
    if (s && s->value & VERB_ACTIVE) return s->key;
    if (s && s->value & (VERB_NOT_ACTIVE | VERB_THING)) return STR_ABSENT;
    bool passive = !(s && s->value & VERB_NOT_PASSIVE) && (root = without(low, "di", "")).p;
    if (passive && (verb = listed_root(m, root)).p) return verb;
    if ((verb = from_noun(m, low)).p) return verb;
    if ((str_ends(low, STR("si")) && low.n >= 6) || (s && s->value & VERB_BASE)) return listed_root(m, low);
    return STR_ABSENT;
}

struct str verb_active(struct arena *a, const struct morphology *m, struct str low)
{
    const uint32_t *act = wordmap_get(&m->acts, low);
    struct str root;
    if (low.n > LONGEST / 2) return STR_ABSENT;
    if (act) return m->act_verbs[*act];
    struct str verb = listed_active(m, low);
    if (verb.p) return verb;
    if (verb_flags(m, low) & (VERB_NOT_PASSIVE | VERB_THING)) return STR_ABSENT;
    /* A passive whose root begins with a letter that does not melt has one active form only. */
    if ((root = without(low, "di", "")).p && str_ends(root, STR("kan")) && !strchr("kpts", root.p[0]) && vowels(root) > 2) {
        struct made w = with_me(root, true);
        return arena_str(a, view(&w));
    }
    return STR_ABSENT;
}

struct str verb_key(const struct morphology *m, struct str low)
{
    if (low.n > LONGEST / 2) return low;
    const uint32_t *act = wordmap_get(&m->acts, low);
    struct str verb = act ? m->act_verbs[*act] : listed_active(m, low), root = STR_ABSENT;
    if (!verb.p && (root = without(low, "", "an")).p && root.n >= 4) verb = listed_root(m, root);
    return verb.p ? verb : low;
}

uint32_t verb_kind(const struct morphology *m, struct str low)
{
    if (low.n > LONGEST / 2) return 0;
    const uint32_t *act = wordmap_get(&m->acts, low);
    struct str verb = act ? m->act_verbs[*act] : listed_active(m, low);
    return verb.p ? verb_flags(m, verb) : verb_flags(m, low);
}

enum verb_form verb_form(const struct morphology *m, struct str low)
{
    uint32_t flags = verb_flags(m, low);
    struct str root;
    if (low.n > LONGEST) return FORM_UNKNOWN;
    if (flags & VERB_ACTIVE) return FORM_ACTIVE;
    if (wordmap_get(&m->acts, low)) return FORM_ACT;
    if (flags & VERB_THING) return FORM_THING;
    if (flags & VERB_BASE) return FORM_BASE;
    if (flags & VERB_LEAD_IN) return FORM_UNKNOWN;
    if (event(low, &root) && (listed_root(m, root).p || low.n >= 10)) return FORM_ACT;
    if (!(flags & VERB_NOT_ACTIVE) && ((str_starts(low, STR("me")) && low.n >= 5) || (str_starts(low, STR("ber")) && low.n >= 6))) return FORM_ACTIVE;
    if (!(flags & VERB_NOT_PASSIVE) && (root = without(low, "di", "")).p && (listed_root(m, root).p || str_ends(root, STR("kan")))) return FORM_PASSIVE;
    if (str_starts(low, STR("pe")) && str_ends(low, STR("an")) && low.n >= 7) return FORM_ACT;
    if (str_starts(low, STR("ke")) && str_ends(low, STR("an")) && low.n >= 7) return FORM_THING;
    if (str_ends(low, STR("si")) && low.n >= 6 && listed_root(m, low).p) return FORM_ACT;
    return FORM_UNKNOWN;
}
