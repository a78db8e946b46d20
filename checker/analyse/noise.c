/* How badly a text was damaged on its way: the share of its words that no writer writes so. Letters among digits, signs inside words,
 * letters that stand alone, words that neither the dictionary nor our lists know. A scan's noise is nobody's fault: where it is loud,
 * nothing that the text lacks or has wrong can be told from what the scanner did. */
#include <string.h>

#include "base/chars.h"
#include "analyse/analyst.h"
#include "analyse/noise.h"
#include "language/lexicon.h"

enum { LEAST_DAMAGED = 4, SHARE = 64, SHARE_OF_WORDS = 33, SHARE_TRACES = 128, LEAST_TRACED = 180, LEAST_WORD = 5, LEAST_LABELS = 3, LONGEST_WORD = 40, WORDS_MAX = 200000 };

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '|'; }

/* Signs that printed words have none of. */
static bool dirt(struct str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i], next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
    if (c == '~' || c == '^' || c == '{' || c == '}') return true;
    if (c == '\\') return is_alpha((char)next) || (!next && !i); /* behind a word: Markdown breaks the line there */
    if (c == '+' || c == '!' || c == ';') return i > 0 && is_lower(s.p[i - 1]) && is_lower((char)next);
    if (c == '`' || c == '_' || c == '=') return i > 0 && is_alpha(s.p[i - 1]) && is_alpha((char)next);
    return c == 0xC2 && (next == 0xA2 || next == 0xA3 || next == 0xA5 || next == 0xA7 || next == 0xAB || next == 0xAC || next == 0xBB);
}

/* "2O24", "p3jabat", "Kep4la": digits that stand for letters, or the other way round. Codes are of capitals and digits, or have their digits at the end. */
static bool mixed(struct str s)
{
    size_t digits = 0, small = 0, changes = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '/' || s.p[i] == '@' || s.p[i] == '_' || s.p[i] == ':') return false;
        digits += is_digit(s.p[i]);
        small += is_lower(s.p[i]);
        if (i && ((is_digit(s.p[i]) && is_alpha(s.p[i - 1])) || (is_digit(s.p[i - 1]) && is_alpha(s.p[i])))) changes++;
    }
    if (!digits || !changes) return false;
    if (changes > 1) return small > 0 || (changes == 2 && digits >= 4 && is_digit(s.p[0]));
    return digits == 1 && is_digit(s.p[0]) ? small >= 3 : digits >= 3 && small == 1 && !is_alpha(s.p[0]);
}

static struct str bare(struct str s)
{
    static const char marks[] = "\"'()[]<>.,;:!?*-#&+%/";
    while (s.n && strchr(marks, s.p[0])) s = str_slice(s, 1, s.n);
    while (s.n && strchr(marks, s.p[s.n - 1])) s = str_slice(s, 0, s.n - 1);
    return s;
}

/* Twice how surely a word of letters is damaged. */
static unsigned strange(struct analyst *x, struct str s, bool ask)
{
    char low[LONGEST_WORD];
    bool small = true;
    if (s.n < LEAST_WORD || s.n > sizeof low) return 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_alpha(s.p[i])) return 0;
        if (i && is_upper(s.p[i])) small = false;
        low[i] = lower_of(s.p[i]);
    }
    struct entry *w = wordbook_entry(x->words, (struct str){low, s.n});
    if (w->lexicon || (ask && speller_ask(x->speller, w) != WORD_UNKNOWN)) return 0;
    if (ask ? w->near.p != NULL : entry_near(x->k->lexicon, w).p != NULL) return 2;
    return is_lower(s.p[0]) && small ? 1 : 0;
}

/* How words are counted: whether the dictionary is asked; with `once`, unknown words that come again, letter for letter, are the writer's. */
struct counting {
    bool ask;
    struct arena *a;
    struct wordmap *once;
};

static unsigned strange_once(struct analyst *x, struct str word, const struct counting *k, struct noise *out)
{
    unsigned weight = strange(x, word, k->ask);
    if (!weight || !k->once) return weight;
    uint32_t *times = wordmap_put(k->a, k->once, word);
    ++*times;
    if (*times == 2) out->damage -= weight;
    return *times == 1 ? weight : 0;
}

static void token(struct analyst *x, struct str s, const struct counting *k, struct noise *out)
{
    bool dirty = false;
    for (size_t i = 0; i < s.n && !dirty; i++) dirty = dirt(s, i);
    struct str word = bare(s);
    if (!word.n || !(is_alnum(word.p[0]) || dirty)) return;
    out->words++;
    bool lone = word.n == 1 && s.n == 1 && is_lower(s.p[0]) && !strchr("xvo", s.p[0]);
    out->signs += dirty || mixed(word) || lone;
    if (dirty || mixed(word)) out->damage += 2;
    else if (lone) out->damage++;
    else if (word.n > 1) out->damage += strange_once(x, word, k, out);
}

/* Behind a chart written as text that begins at `at`: its marks are no damage. */
static size_t past_chart(struct str text, size_t at)
{
    if (!str_starts(str_slice(text, at, text.n), STR("```mermaid"))) return at;
    size_t end = str_find(text, STR("\n```"), at);
    return end == SIZE_MAX ? text.n : end + 4;
}

static size_t past(struct str text, size_t at, struct str end)
{
    size_t found = str_find(text, end, at);
    return found == SIZE_MAX ? text.n : found + end.n;
}

/* Behind what is no text of an HTML file and begins at `at`: tags, comments, styles and scripts, names of characters. */
static size_t past_markup(struct str text, size_t at)
{
    struct str rest = str_slice(text, at, text.n);
    if (rest.n > 2 && rest.p[0] == '<' && (is_alpha(rest.p[1]) || rest.p[1] == '/')) {
        if (str_istarts(rest, STR("<style"))) return past(text, at, STR("</style>"));
        if (str_istarts(rest, STR("<script"))) return past(text, at, STR("</script>"));
        return past(text, at, STR(">"));
    }
    if (str_starts(rest, STR("<!--"))) return past(text, at, STR("-->"));
    if (str_istarts(rest, STR("<!doctype"))) return past(text, at, STR(">"));
    size_t n = 1;
    while (rest.n > 2 && rest.p[0] == '&' && n < rest.n && n < 9 && (is_alnum(rest.p[n]) || rest.p[n] == '#')) n++;
    return n > 1 && n < rest.n && rest.p[n] == ';' ? at + n + 1 : at;
}

static struct noise count(struct analyst *x, struct str text, const struct counting *k)
{
    struct noise n = {0};
    for (size_t at = 0; at < text.n && n.words < WORDS_MAX;) {
        while (at < text.n && blank(text.p[at])) at++;
        at = past_chart(text, at);
        size_t from = at, behind = past_markup(text, at);
        if (behind > at) {
            at = behind;
            continue;
        }
        while (at < text.n && !blank(text.p[at]) && !(at > from && (text.p[at] == '<' || (text.p[at] == '&' && past_markup(text, at) > at)))) at++;
        if (at > from) token(x, str_slice(text, from, at), k, &n);
        if (at == from) at++;
    }
    return n;
}

/* The dictionary, which takes longer to open than a document to check, is asked only where words that no list has could make it loud. */
struct noise noise_of(struct analyst *x, struct str text)
{
    struct noise most = count(x, text, &(struct counting){.ask = false});
    return noise_loud(most) ? count(x, text, &(struct counting){.ask = true}) : most;
}

bool noise_loud(struct noise n)
{
    return n.damage >= 2 * LEAST_DAMAGED && n.damage * (n.signs ? SHARE : SHARE_OF_WORDS) >= 2 * n.words;
}

bool noise_traces(struct noise n)
{
    return n.words >= LEAST_TRACED && n.damage >= 2 && n.damage * SHARE_TRACES >= n.words; /* fewer words tell nothing of the rest */
}

/* What a definition says was typed; everything else came through a reader. */
static bool typed(const struct document *d) { return !d->source || !d->reader || strcmp(d->reader, "yaml") == 0 || strcmp(d->reader, "bpmn") == 0; }

static bool says(const struct item *item, enum fact_name fact, const char *value)
{
    const struct fact *f = fact_find(item, fact);
    return f && str_eqz(f->value, value);
}

/* A regulation whose number and title agree was read right, however the rest came out. */
static void sure_of_citations(struct arena *a, struct section *s)
{
    for (size_t i = 0; i < s->items.n; i++) {
        s->items.v[i].certain = false;
        for (struct child *c = s->items.v[i].children; c; c = c->next) {
            c->item.certain = says(&c->item, F_judul_cocok, "sama");
            if (c->item.certain) fact_unknown(a, &c->item, F_ganda, W_reason_noise); /* two that look alike may be two */
        }
    }
}

/* In a damaged text no value proves itself. */
static void unsure(struct arena *a, struct sop *s)
{
    struct identity *id = &s->identity;
    struct item *const values[] = {&id->agency, &id->unit, &id->number, &id->name, &id->created, &id->revised, &id->effective, &id->approval.head,
                                   &id->approval.office, &id->approval.name, &id->approval.rank, &id->approval.nip, &id->approval.date};
    for (size_t i = 0; i < COUNT(values); i++) values[i]->certain = false;
    for (size_t i = 0; i < id->other_titles.n; i++) id->other_titles.v[i].certain = false;
    for (size_t i = 0; i < id->other_numbers.n; i++) id->other_numbers.v[i].certain = false;
    for (int i = 0; i < SECTION_COUNT; i++) sure_of_citations(a, &s->sections[i]);
}

/* One label may be misspelt by its writer; of three or more the letters were lost on the way. */
static size_t bent_labels(const struct sop *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->labels.n; i++) n += !s->labels.v[i].accepted;
    return n >= LEAST_LABELS ? n : 0;
}

/* What is told of all steps together, where they are not sure. */
static void unsure_steps(struct arena *a, struct sop *s)
{
    static const enum fact_name facts[] = {F_jumlah_waktu, F_waktu_seragam, F_jumlah_pelaksana, F_melebihi_standar, F_kelengkapan_terisi, F_output_terisi, F_ada_mulai, F_ada_selesai};
    static const enum fact_name children[] = {F_halaman_tanpa_simbol, F_output_berulang, F_ejaan_pelaksana};
    if (s->steps_doubt == WORD_NONE) return;
    for (size_t i = 0; i < COUNT(facts); i++)
        if (fact_find(&s->head, facts[i])) fact_unknown(a, &s->head, facts[i], s->steps_doubt);
    for (struct child *c = s->head.children; c; c = c->next)
        for (size_t i = 0; i < COUNT(children); i++)
            if (c->name == children[i]) c->item.doubt = s->steps_doubt;
}

/* Of a whole file: it may hold a thousand documents. */
static struct noise measured(struct analyst *x, struct str text)
{
    uint64_t hash = str_hash(text);
    if (!x->measured.known || x->measured.hash != hash || x->measured.length != text.n) {
        struct noise n = noise_of(x, text);
        x->measured.hash = hash;
        x->measured.length = text.n;
        x->measured.words = n.words;
        x->measured.signs = n.signs;
        x->measured.damage = n.damage;
        x->measured.known = true;
    }
    return (struct noise){x->measured.words, x->measured.signs, x->measured.damage};
}

/* Many a word only our lists lack. */
static bool really_traced(struct arena *a, struct analyst *x, struct str text)
{
    struct wordmap once = {0};
    return noise_traces(count(x, text, &(struct counting){true, a, &once}));
}

/* What OCR made of pages that are pictures: the picture is the document. */
static bool is_ocr(const struct document *d)
{
    for (size_t i = 0; i < d->unread.n; i++)
        if (d->unread.v[i].reason == W_reason_page_ocr) return true;
    return false;
}

/* Neither the block nor the step table came through whole: as many damaged words as make a long text loud are a scanner's there. */
static bool in_pieces(const struct sop *s) { return s->steps_unread && s->identity.head.doubt == W_reason_block_stray; }

void analyse_noise(struct arena *a, struct analyst *x, struct document *d)
{
    struct item *head = d->kind == DOCUMENT_SOP ? &d->sop->head : &d->lkjip->head;
    if (d->kind == DOCUMENT_SOP) unsure_steps(a, d->sop);
    if (typed(d)) return;
    struct noise n = measured(x, d->source->text);
    if (d->kind == DOCUMENT_SOP) n.damage += 2 * bent_labels(d->sop);
    struct read_region *r = region_add(a, &d->regions, REGION_TEXT, STR_ABSENT, (struct place){SPAN_NONE, NULL});
    evidence_for(a, r, W_evidence_words, arena_printf(a, "%zu", n.words), arena_printf(a, "%zu", (n.damage + 1) / 2));
    bool traced = d->kind == DOCUMENT_LKJIP && !noise_loud(n) && strcmp(d->reader, "text") == 0 && noise_traces(n);
    if (traced && really_traced(a, x, d->source->text)) analyse_misfits(a, d->lkjip);
    bool loud = noise_loud(n) || (d->kind == DOCUMENT_SOP && in_pieces(d->sop) && n.damage >= 2 * LEAST_DAMAGED), ocr = is_ocr(d);
    if (!loud && !ocr) return;
    if (loud) evidence_against(a, r, W_reason_noise);
    head->doubt = ocr ? W_reason_page_ocr : W_reason_noise;
    if (d->kind == DOCUMENT_SOP) unsure(a, d->sop);
}
