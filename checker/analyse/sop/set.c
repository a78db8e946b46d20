/* All SOPs of a run side by side: numbers used twice, titles used twice in one unit, related SOPs that are not among them.
 * Everything goes over sorted keys, so that a thousand files cost little more than a thousand times one. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "analyse/analyst.h"
#include "analyse/sop/identity.h"
#include "stage/set.h"
#include "language/token.h"

enum { WORDS = 24 };

/* A text that stands for a row. */
struct entry {
    struct str key;
    size_t row;
};
struct entries {
    struct entry *v;
    size_t n, cap;
};

static int by_key(const void *x, const void *y)
{
    const struct entry *a = x, *b = y;
    int c = str_cmp(a->key, b->key);
    return c ? c : (a->row > b->row) - (a->row < b->row);
}

static void add(struct arena *a, struct entries *list, struct str key, size_t row)
{
    if (key.n) *ARENA_PUSH(a, list) = (struct entry){key, row};
}

static void sort(struct entries *list)
{
    if (list->n) qsort(list->v, list->n, sizeof *list->v, by_key);
}

/* The first entry with that key; list->n when there is none. */
static size_t first_of(const struct entries *list, struct str key)
{
    size_t lo = 0, hi = list->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (str_cmp(list->v[mid].key, key) < 0) lo = mid + 1;
        else hi = mid;
    }
    return lo < list->n && str_eq(list->v[lo].key, key) ? lo : list->n;
}

static size_t count_of(const struct entries *list, struct str key)
{
    size_t first = first_of(list, key), n = first;
    while (n < list->n && str_eq(list->v[n].key, key)) n++;
    return n - first;
}

static struct str lowered(struct arena *a, struct str s)
{
    char *p = arena_strz(a, s);
    for (size_t i = 0; i < s.n; i++)
        p[i] = lower_of(p[i]);
    return (struct str){p, s.n};
}

/* What a row is known by. */
static void row_facts(struct arena *a, struct set_row *row)
{
    const struct {
        enum fact_name name;
        struct str value;
    } all[] = {{F_berkas, row->path}, {F_nomor, row->number}, {F_nama, row->title}, {F_instansi, row->agency}, {F_unit, row->unit}};
    for (size_t i = 0; i < COUNT(all); i++)
        if (all[i].value.p) fact_set(a, &row->head, all[i].name, all[i].value);
}

/* ---- keys --------------------------------------------------------------------------------------------------------- */

/* Words and numbers in small letters, whatever stands between them; numbers without leading zeros. */
static struct str plain_key(struct arena *a, struct str text)
{
    struct buf b = BUF_INIT;
    for (struct token t = token_next(text, 0); t.kind != TOKEN_END; t = token_next(text, t.end)) {
        if (t.kind == TOKEN_MARK) continue;
        while (t.kind == TOKEN_NUMBER && t.text.n > 1 && t.text.p[0] == '0') t.text = str_slice(t.text, 1, t.text.n);
        if (b.n) buf_ch(&b, ' ');
        buf_str(&b, t.text);
    }
    struct str key = lowered(a, buf_view(&b));
    buf_free(&b);
    return key;
}

/* A number that was left to be filled in is nobody's. */
static struct str number_key(struct arena *a, struct str number)
{
    size_t digits = 0;
    if (number_filling(number) != FILLING_WHOLE) return STR_ABSENT;
    for (size_t i = 0; i < number.n; i++) digits += is_digit(number.p[i]);
    return digits ? plain_key(a, number) : STR_ABSENT;
}

/* ---- the same in two files ---------------------------------------------------------------------------------------- */

/* Whose a row is: what it does not say is empty. */
struct owner {
    struct str agency, unit, both; /* both: empty without a unit */
};

/* "Kabupaten Contoh" may be all that one document says of what another calls "Pemerintah Kabupaten Contoh". */
static bool known_to_differ(struct str a, struct str b)
{
    return a.n && b.n && str_find(a, b, 0) == SIZE_MAX && str_find(b, a, 0) == SIZE_MAX;
}

/* Offices number their SOPs each for itself, and many have one of the same title. */
static bool of_one_office(const struct owner *x, const struct owner *y)
{
    return !known_to_differ(x->agency, y->agency) && !known_to_differ(x->unit, y->unit);
}

/* The later row of each pair gets a child that says where the earlier one stands. Rows are compared with the first few of their key. */
static void mark_repeats(struct arena *a, struct document_set *set, const struct owner *owners, struct entries *keys, bool titles)
{
    enum { LOOK_BACK = 16 };
    sort(keys);
    for (size_t i = 1, first = 0; i < keys->n; i++) {
        if (!str_eq(keys->v[i].key, keys->v[first].key)) first = i;
        for (size_t k = first; k < i && k < first + LOOK_BACK; k++) {
            const struct set_row *earlier = &set->v[keys->v[k].row];
            struct set_row *later = &set->v[keys->v[i].row];
            if (!of_one_office(&owners[keys->v[k].row], &owners[keys->v[i].row])) continue;
            struct item *c = titles ? fact_child(a, &later->name, F_judul_sama, STR_ABSENT, earlier->name.place)
                                    : fact_child(a, &later->head, F_nomor_sama, STR_ABSENT, earlier->head.place);
            fact_set(a, c, F_berkas, earlier->path);
            break;
        }
    }
}

static void compare_rows(struct arena *a, struct arena *scratch, const struct identity_words *w, struct document_set *set, const struct owner *owners)
{
    struct entries numbers = {0}, titles = {0};
    for (size_t i = 0; i < set->n; i++) {
        add(scratch, &numbers, number_key(scratch, set->v[i].number), i);
        if (owners[i].unit.n) add(scratch, &titles, plain_key(scratch, bare_title(w, set->v[i].title)), i);
    }
    mark_repeats(a, set, owners, &numbers, false);
    mark_repeats(a, set, owners, &titles, true);
}

/* ---- related SOPs ------------------------------------------------------------------------------------------------- */

/* The words that tell a title from others, alike words as one. */
struct name_words {
    struct str v[WORDS];
    size_t n;
};

static void words_of(struct arena *a, const struct identity_words *w, struct str title, struct name_words *out)
{
    out->n = name_words(w, title, out->v, WORDS);
    for (size_t i = 0; i < out->n; i++) out->v[i] = lowered(a, out->v[i]);
}

static bool within(const struct name_words *part, const struct name_words *whole)
{
    for (size_t i = 0; i < part->n; i++) {
        size_t k = 0;
        while (k < whole->n && !str_eq(part->v[i], whole->v[k])) k++;
        if (k == whole->n) return false;
    }
    return part->n > 0;
}

/* Titles by each of their words, and by the rarest of them alone. */
struct index {
    struct name_words *titles;
    struct entries by_word, by_rarest;
};

static struct str rarest(const struct entries *by_word, const struct name_words *w)
{
    struct str best = STR_ABSENT;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < w->n; i++) {
        size_t n = count_of(by_word, w->v[i]);
        if (n < least) least = n, best = w->v[i];
    }
    return best;
}

static void index_titles(struct arena *a, const struct identity_words *w, const struct document_set *set, struct index *x)
{
    x->titles = arena_alloc(a, (set->n + 1) * sizeof *x->titles);
    for (size_t i = 0; i < set->n; i++) {
        words_of(a, w, bare_title(w, set->v[i].title), &x->titles[i]);
        for (size_t k = 0; k < x->titles[i].n; k++) add(a, &x->by_word, x->titles[i].v[k], i);
    }
    sort(&x->by_word);
    for (size_t i = 0; i < set->n; i++) add(a, &x->by_rarest, rarest(&x->by_word, &x->titles[i]), i);
    sort(&x->by_rarest);
}

/* Whether a title holds all words that tell the wanted one, or the other way round. */
static bool is_there(const struct index *x, const struct name_words *wanted)
{
    struct str word = rarest(&x->by_word, wanted);
    for (size_t i = first_of(&x->by_word, word); i < x->by_word.n && str_eq(x->by_word.v[i].key, word); i++)
        if (within(wanted, &x->titles[x->by_word.v[i].row])) return true;
    for (size_t k = 0; k < wanted->n; k++)
        for (size_t i = first_of(&x->by_rarest, wanted->v[k]); i < x->by_rarest.n && str_eq(x->by_rarest.v[i].key, wanted->v[k]); i++)
            if (within(&x->titles[x->by_rarest.v[i].row], wanted)) return true;
    return false;
}

/* Units of which several SOPs are there: only among those can one be missed. */
static void units_with_many(struct arena *a, const struct document_set *set, const struct owner *owners, struct entries *units)
{
    for (size_t i = 0; i < set->n; i++) add(a, units, owners[i].both, i);
    sort(units);
}

static void find_related(struct arena *a, struct arena *scratch, const struct identity_words *w, struct document_set *set, const struct owner *owners)
{
    struct index x = {0};
    struct entries units = {0};
    index_titles(scratch, w, set, &x);
    units_with_many(scratch, set, owners, &units);
    for (size_t i = 0; i < set->n; i++)
        for (size_t k = 0; k < set->v[i].related.n; k++) {
            struct item *item = &set->v[i].related.v[k];
            struct name_words wanted;
            struct str title = bare_title(w, item->text);
            words_of(scratch, w, title, &wanted);
            /* What does not call itself an SOP may be a regulation or a unit (KT003), no missing file. */
            fact_bool(a, item, F_bernama_sop, title.n < str_trim(item->text).n);
            if (count_of(&units, owners[i].both) < 2) fact_unknown(a, item, F_ada, W_reason_no_other_of_unit);
            else if (wanted.n) fact_bool(a, item, F_ada, is_there(&x, &wanted));
        }
}

void analyse_set(struct arena *a, struct analyst *x, struct document_set *set)
{
    struct arena *scratch = arena_new(); /* keys and indices: only facts stay */
    struct owner *owners = arena_alloc(scratch, (set->n + 1) * sizeof *owners);
    for (size_t i = 0; i < set->n; i++) {
        row_facts(a, &set->v[i]);
        owners[i] = (struct owner){plain_key(scratch, set->v[i].agency), plain_key(scratch, set->v[i].unit), STR("")};
        if (owners[i].unit.n) owners[i].both = arena_printf(scratch, "%s\n%s", owners[i].agency.p, owners[i].unit.p);
    }
    compare_rows(a, scratch, x->k->identity, set, owners);
    find_related(a, scratch, x->k->identity, set, owners);
    arena_free(scratch);
}
