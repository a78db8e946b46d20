/* Names of offices: data, normal form, comparison. */
#include <string.h>

#include "base/chars.h"
#include "domain/office.h"
#include "domain/office_data.h"
#include "language/suggest.h"

static const char *const keys[] = {"abbreviations", "heads",  "alone",  "units",      "agencies", "own",      "leads",         "whole",         "fillers",
                                   "collective",    "joints", "stops",  "outside",  "variants", "distinct", "person-before", "person-behind", NULL};

static void load_abbreviations(struct word_file *f, struct offices *o)
{
    struct words pairs = word_file_pairs(f, "abbreviations");
    struct office_name *full = arena_alloc(f->a, (pairs.n / 2 + 1) * sizeof *full);
    o->full = full;
    for (size_t i = 0; i + 1 < pairs.n; i += 2) {
        struct office_name *name = full + i / 2;
        struct lexemes t = {0};
        lexemes_split(f->a, &t, pairs.v[i + 1]);
        for (size_t k = 0; k < t.n && name->n < OFFICE_WORDS; k++) name->word[name->n++] = arena_str(f->a, t.v[k].low);
        *wordmap_put(f->a, &o->abbreviations, pairs.v[i]) = (uint32_t)(i / 2);
    }
}

const struct offices *office_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct {
        const char *key;
        uint32_t flag;
    } lists[] = {{"heads", WORD_HEAD},     {"alone", WORD_ALONE},   {"units", WORD_UNIT},           {"agencies", WORD_AGENCY}, {"own", WORD_OWN},
                 {"fillers", WORD_FILLER}, {"joints", WORD_JOINT}, {"collective", WORD_COLLECTIVE}, {"stops", WORD_STOP}, {"outside", WORD_OUTSIDE}};
    struct offices *o = arena_alloc(a, sizeof *o);
    struct word_file f = word_file_open(a, b, "vocabulary/offices.yaml", keys, faults);
    if (!f.root) return o;
    for (size_t i = 0; i < COUNT(lists); i++) word_file_flag(&f, lists[i].key, &o->words, lists[i].flag);
    load_abbreviations(&f, o);
    o->leads = word_file_pairs(&f, "leads");
    o->variants = word_file_pairs(&f, "variants");
    o->distinct = word_file_pairs(&f, "distinct");
    o->whole = word_file_list(&f, "whole");
    o->person_before = word_file_list(&f, "person-before");
    o->person_behind = word_file_list(&f, "person-behind");
    return o;
}

uint32_t office_flags(const struct offices *o, struct str low)
{
    const uint32_t *flags = wordmap_get(&o->words, low);
    return flags ? *flags : 0;
}

const struct office_name *office_full(const struct offices *o, struct str low)
{
    const uint32_t *i = wordmap_get(&o->abbreviations, low);
    return i ? &o->full[*i] : NULL;
}

bool office_unit(const struct entry *w, const struct offices *o)
{
    return ((w->full && w->full->n ? office_flags(o, w->full->word[0]) : w->office) & WORD_UNIT) != 0;
}

struct office_name office_normalise(const struct lexemes *t, size_t from, size_t to)
{
    struct office_name name;
    name.n = 0;
    name.collective = false;
    for (size_t i = from; i < to && name.n < OFFICE_WORDS; i++) {
        const struct entry *w = t->v[i].w;
        name.collective |= (w->office & WORD_COLLECTIVE) != 0;
        if (w->office & (WORD_FILLER | WORD_JOINT)) continue;
        const struct office_name *full = w->full;
        if (full) {
            for (size_t k = 0; k < full->n && name.n < OFFICE_WORDS; k++) {
                name.cut[name.n] = false;
                name.word[name.n++] = full->word[k];
            }
            continue;
        }
        name.cut[name.n] = (i + 1 < t->n ? t->v[i + 1].before : t->after) == '.';
        name.word[name.n++] = t->v[i].low;
    }
    return name;
}

struct str office_spell(struct arena *a, const struct office_name *n)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n->n; i++) {
        if (i) buf_ch(&b, ' ');
        buf_str(&b, n->word[i]);
    }
    struct str s = arena_str(a, b.p ? buf_view(&b) : STR(""));
    buf_free(&b);
    return s;
}

static bool paired(const struct words *pairs, struct str a, struct str b)
{
    for (size_t i = 0; i + 1 < pairs->n; i += 2)
        if ((str_eq(pairs->v[i], a) && str_eq(pairs->v[i + 1], b)) || (str_eq(pairs->v[i], b) && str_eq(pairs->v[i + 1], a))) return true;
    return false;
}

bool office_listed_variant(const struct offices *o, struct str a, struct str b) { return paired(&o->variants, a, b); }

/* "penyusun" and "penyusunan" are two words. */
static bool derived(struct str longer, struct str shorter)
{
    struct str tail = str_slice(longer, shorter.n, longer.n);
    return str_starts(longer, shorter) && (str_eqz(tail, "an") || str_eqz(tail, "kan"));
}

static bool plain_letters(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!is_lower(s.p[i])) return false;
    return true;
}

enum office_likeness office_word(const struct offices *o, struct str a, struct str b)
{
    if (str_eq(a, b)) return OFFICE_SAME;
    if (paired(&o->variants, a, b)) return OFFICE_VARIANT;
    if (a.n < 5 || b.n < 5 || a.p[0] != b.p[0] || !plain_letters(a) || !plain_letters(b)) return OFFICE_OTHER;
    size_t most = a.n >= 8 && b.n >= 8 ? 2 : 1;
    if (edit_distance(a, b, most) > most) return OFFICE_OTHER;
    if (paired(&o->distinct, a, b) || derived(a, b) || derived(b, a)) return OFFICE_OTHER;
    return OFFICE_VARIANT;
}

/* A word printed with a full stop may be the beginning of the other: "Perenc." */
static bool cut_of(const struct office_name *n, size_t i, struct str whole)
{
    return n->cut[i] && n->word[i].n >= 3 && str_starts(whole, n->word[i]);
}

enum office_likeness office_same_word(const struct offices *o, const struct office_name *a, size_t i, const struct office_name *b, size_t j)
{
    if (cut_of(a, i, b->word[j]) || cut_of(b, j, a->word[i])) return OFFICE_SAME;
    return office_word(o, a->word[i], b->word[j]);
}

/* The same letters, however they are spaced. */
static bool same_letters(const struct office_name *a, const struct office_name *b)
{
    size_t i = 0, j = 0, p = 0, q = 0;
    for (;;) {
        while (i < a->n && p == a->word[i].n) i++, p = 0;
        while (j < b->n && q == b->word[j].n) j++, q = 0;
        if (i == a->n || j == b->n) return i == a->n && j == b->n;
        if (a->word[i].p[p++] != b->word[j].p[q++]) return false;
    }
}

enum office_likeness office_compare(const struct offices *o, const struct office_name *a, const struct office_name *b)
{
    enum office_likeness least = OFFICE_SAME;
    if (!a->n || !b->n) return OFFICE_OTHER;
    if (same_letters(a, b)) return OFFICE_SAME;
    if (a->n != b->n) return OFFICE_OTHER;
    for (size_t i = 0; i < a->n; i++) {
        enum office_likeness l = office_same_word(o, a, i, b, i);
        if (l < least) least = l;
    }
    return least;
}

/* "S.E." in "Budi, S.E." but not in "Seksi": the mark stands by itself between blanks or punctuation. */
static size_t standing_mark(struct str text, struct str mark)
{
    for (size_t i = str_ifind(text, mark, 0); i != SIZE_MAX; i = str_ifind(text, mark, i + 1)) {
        struct str rest = str_slice(text, i + mark.n, text.n);
        if (rest.n == 0 || strchr(" .,;)\n", rest.p[0])) return i;
    }
    return SIZE_MAX;
}

struct str office_person(const struct offices *o, struct str text)
{
    text = str_trim(text);
    for (size_t i = 0; i < o->person_before.n; i++) {
        struct str mark = o->person_before.v[i], rest = str_slice(text, mark.n, text.n);
        if (str_istarts(text, mark) && rest.n > 1 && rest.p[0] == ' ') return str_slice(text, 0, mark.n);
    }
    size_t nip = standing_mark(text, STR("nip"));
    if (nip != SIZE_MAX && (nip == 0 || strchr(" \n(,", text.p[nip - 1]))) return str_slice(text, nip, nip + 3);
    for (size_t i = 0; i < o->person_behind.n && str_find(text, STR(","), 0) != SIZE_MAX; i++) {
        size_t at = standing_mark(text, o->person_behind.v[i]);
        if (at == SIZE_MAX) continue;
        struct str before = str_trim(str_slice(text, 0, at));
        if (before.n && before.p[before.n - 1] == ',') return str_slice(text, at, at + o->person_behind.v[i].n);
    }
    return STR_ABSENT;
}
