/* hunspell, asked only whether it knows a word, and each word once. */
#include <errno.h>
#include <hunspell/hunspell.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language/lexicon.h"

enum { LONGEST = 40 };

struct speller {
    const struct lexicon *lexicon;
    struct str folder;
    bool looked;
    Hunhandle *dictionary;     /* NULL: none was found, or not looked for yet */
};

static bool there(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f && errno == ENOMEM) base_out_of_memory();
    if (f) fclose(f);
    return f != NULL;
}

/* Where memory runs out hunspell gives up its words and goes on with none. errno alone does not tell that: malloc leaves ENOMEM there, too,
 * when the heap cannot grow where it is and the memory comes from elsewhere. So it is asked for a word of its own file. */
static bool gave_up(Hunhandle *h, const char *path)
{
    enum { ENOUGH = 64 }; /* a line may hold no word, or one that only counts with an ending */
    char line[256];
    FILE *f = fopen(path, "rb");
    bool known = false;
    for (int i = 0; f && !known && i < ENOUGH && fgets(line, sizeof line, f); i++) {
        line[strcspn(line, "/ \t\r\n")] = '\0';
        known = i > 0 && line[0] && Hunspell_spell(h, line) != 0; /* the first line counts the others */
    }
    if (f) fclose(f);
    return !known;
}

/* hunspell does not say whether it found its files, so they are looked for first. */
static Hunhandle *open_in(struct str folder)
{
    struct buf aff = BUF_INIT, dic = BUF_INIT;
    buf_printf(&aff, "%.*s/id_ID.aff", (int)folder.n, folder.p);
    buf_printf(&dic, "%.*s/id_ID.dic", (int)folder.n, folder.p);
    bool both = there(aff.p) && there(dic.p);
    errno = 0;
    Hunhandle *h = both ? Hunspell_create(aff.p, dic.p) : NULL;
    if (both && errno == ENOMEM && (!h || gave_up(h, dic.p))) base_out_of_memory();
    buf_free(&aff);
    buf_free(&dic);
    return h;
}

struct speller *speller_new(const struct lexicon *l, struct str folder)
{
    struct speller *s = base_alloc(sizeof *s);
    *s = (struct speller){.lexicon = l, .folder = folder};
    return s;
}

static void open_first(struct speller *s)
{
    const struct words *folders = &s->lexicon->dictionaries;
    s->looked = true;
    if (!str_blank(s->folder)) s->dictionary = open_in(s->folder);
    else
        for (size_t i = 0; i < folders->n && !s->dictionary; i++) s->dictionary = open_in(folders->v[i]);
}

void speller_free(struct speller *s)
{
    if (!s) return;
    if (s->dictionary) Hunspell_destroy(s->dictionary);
    free(s);
}

bool speller_open(const struct speller *s) { return s->dictionary != NULL; }

static bool listed(const struct lexicon *l, struct str low) { return wordmap_get(&l->words, low) != NULL; }

static bool spelled(struct speller *s, struct str low)
{
    char text[LONGEST + 1];
    if (low.n > LONGEST) return false;
    memcpy(text, low.p, low.n);
    text[low.n] = '\0';
    return Hunspell_spell(s->dictionary, text) != 0;
}

static bool knows(struct speller *s, const struct lexicon *l, struct str low) { return listed(l, low) || spelled(s, low); }

/* A word made by the rules from a known one ("terparaf"): unknown only because no list has every form. */
static bool made_of_known(struct speller *s, const struct lexicon *l, struct str low)
{
    for (size_t i = 0; i <= l->prefixes.n; i++) {
        struct str prefix = i < l->prefixes.n ? l->prefixes.v[i] : STR("");
        if (!str_starts(low, prefix)) continue;
        for (size_t k = 0; k <= l->suffixes.n; k++) {
            struct str suffix = k < l->suffixes.n ? l->suffixes.v[k] : STR("");
            if (low.n < prefix.n + suffix.n + 4 || !str_ends(low, suffix) || prefix.n + suffix.n == 0) continue;
            struct str root = str_slice(low, prefix.n, low.n - suffix.n);
            if (knows(s, l, root)) return true;
            for (size_t m = 0; m + 1 < l->melted.n; m += 2) {
                char whole[LONGEST];
                if (!str_eq(l->melted.v[m], prefix) || root.n + 1 > sizeof whole) continue;
                whole[0] = l->melted.v[m + 1].p[0];
                memcpy(whole + 1, root.p, root.n);
                if (knows(s, l, (struct str){whole, root.n + 1})) return true;
            }
        }
    }
    return false;
}

enum knowing speller_ask(struct speller *s, struct entry *w)
{
    const struct lexicon *l = s->lexicon;
    if (w->knowing) return (enum knowing)(w->knowing - 1);
    if (w->lexicon || w->low.n > LONGEST || !w->id) return WORD_KNOWN;
    if (!s->looked) open_first(s);
    if (!s->dictionary) return WORD_UNASKED;
    enum knowing knowing = spelled(s, w->low) || made_of_known(s, l, w->low) ? WORD_KNOWN : WORD_UNKNOWN;
    if (knowing == WORD_UNKNOWN) w->near = entry_near(l, w);
    w->knowing = (uint8_t)(knowing + 1);
    return knowing;
}
