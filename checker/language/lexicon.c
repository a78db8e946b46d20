/* The words of words.yaml, and the search for the one that was meant. */
#include "base/chars.h"
#include "language/lexicon.h"
#include "language/suggest.h"

static const char *const keys[] = {"known", "domain", "foreign", "confusions", "prefixes", "melted", "suffixes", "dictionaries", "terms", "doubled", NULL};

static void load_near(struct arena *a, struct lexicon *x)
{
    x->near = arena_alloc(a, (x->words.n + 1) * sizeof *x->near);
    x->letters = arena_alloc(a, (x->words.n + 1) * sizeof *x->letters);
    for (size_t i = 0; i < x->words.cap; i++) {
        if (!(x->words.v[i].value & LEXICON_WORD) || x->words.v[i].key.n < 5) continue;
        x->letters[x->near_count] = letter_bits(x->words.v[i].key);
        x->near[x->near_count++] = x->words.v[i].key;
    }
}

static void load_terms(struct word_file *f, struct lexicon *x)
{
    const struct yaml_node *list = yaml_get(f->root, "terms");
    struct term *terms = arena_alloc(f->a, (yaml_size(list) + 1) * sizeof *terms);
    if (!list || list->kind != YAML_LIST) word_file_fault(f, list, "terms");
    for (const struct yaml_node *n = list ? list->child : NULL; n; n = n->next) {
        struct term *term = &terms[x->term_count++];
        struct str *forms = arena_alloc(f->a, (yaml_size(n) + 1) * sizeof *forms);
        for (const struct yaml_node *k = n->child; k; k = k->next) {
            forms[term->n] = yaml_str(k);
            struct lexemes low = {0};
            lexemes_split(f->a, &low, forms[term->n]);
            if (low.n == 1) *wordmap_put(f->a, &x->words, low.v[0].low) |= LEXICON_TERM;
            *wordmap_put(f->a, &x->forms, forms[term->n++]) = (uint32_t)x->term_count;
        }
        term->forms = forms;
    }
    x->terms = terms;
}

const struct lexicon *spelling_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    struct lexicon *x = arena_alloc(a, sizeof *x);
    struct word_file f = word_file_open(a, b, "vocabulary/words.yaml", keys, faults);
    if (!f.root) return x;
    word_file_flag(&f, "known", &x->words, LEXICON_WORD);
    word_file_flag(&f, "domain", &x->words, LEXICON_WORD);
    word_file_flag(&f, "foreign", &x->words, LEXICON_FOREIGN);
    word_file_flag(&f, "doubled", &x->doubled, 1);
    x->confusions = word_file_pairs(&f, "confusions");
    for (size_t i = 0; i + 1 < x->confusions.n; i += 2) *wordmap_put(a, &x->confused, x->confusions.v[i]) = (uint32_t)i;
    x->prefixes = word_file_list(&f, "prefixes");
    x->suffixes = word_file_list(&f, "suffixes");
    x->melted = word_file_pairs(&f, "melted");
    x->dictionaries = word_file_list(&f, "dictionaries");
    load_near(a, x);
    load_terms(&f, x);
    return x;
}

uint32_t letter_bits(struct str low)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < low.n; i++)
        if (is_lower(low.p[i])) bits |= (uint32_t)1 << (low.p[i] - 'a');
    return bits;
}

size_t edits_allowed(struct str low) { return low.n >= 8 ? 2 : 1; }

static unsigned ones(uint32_t bits)
{
    bits -= bits >> 1 & 0x55555555u;
    bits = (bits & 0x33333333u) + (bits >> 2 & 0x33333333u);
    return ((bits + (bits >> 4)) & 0x0F0F0F0Fu) * 0x01010101u >> 24;
}

static struct str without_suffix(struct str low)
{
    static const struct str suffixes[] = {STR("kannya"), STR("annya"), STR("nya"), STR("kan"), STR("an"), STR("i")};
    for (size_t i = 0; i < COUNT(suffixes); i++)
        if (low.n >= suffixes[i].n + 4 && str_ends(low, suffixes[i])) return str_slice(low, 0, low.n - suffixes[i].n);
    return low;
}

static bool is_prefix(const struct lexicon *x, struct str head)
{
    for (size_t i = 0; i < x->prefixes.n; i++)
        if (str_eq(x->prefixes.v[i], head)) return true;
    return head.n == 0;
}

/* "merekap" and "direkap" differ in their prefix, "laporan" and "laporkan" in their suffix: words of their own. "mengandatangani" and
 * "menandatangani" have one prefix, wrongly put on. */
bool one_root(const struct lexicon *x, struct str a, struct str b)
{
    struct str ra = without_suffix(a), rb = without_suffix(b);
    if (str_eq(ra, rb)) return true;
    if (a.p[0] == b.p[0]) return false;
    for (size_t n = 0; n + 4 <= ra.n; n++) {
        struct str root = str_slice(ra, n, ra.n);
        if (is_prefix(x, str_slice(ra, 0, n)) && str_ends(rb, root) && is_prefix(x, str_slice(rb, 0, rb.n - root.n))) return true;
    }
    return false;
}

struct str lexicon_near(const struct lexicon *x, struct str low)
{
    size_t most = edits_allowed(low), best = most + 1;
    uint32_t bits = letter_bits(low);
    struct str near = STR_ABSENT;
    if (low.n < 6) return near;
    for (size_t i = 0; i < x->near_count && best > 1; i++) {
        struct str w = x->near[i];
        if ((w.n > low.n ? w.n - low.n : low.n - w.n) > most || ones(bits ^ x->letters[i]) > 2 * most) continue;
        size_t d = edit_distance(low, w, best - 1);
        if (d < best && d <= edits_allowed(w) && !one_root(x, low, w)) best = d, near = w;
    }
    return near;
}

struct str entry_near(const struct lexicon *x, struct entry *w)
{
    if (w->compared) return w->listed;
    struct str near = lexicon_near(x, w->low);
    if (!w->id) return near; /* a stranger: it stands for many words */
    w->compared = true;
    return w->listed = near;
}
