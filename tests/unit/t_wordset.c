/* Lists of words in texts: what is found must not depend on how it is looked for. */
#include <stdlib.h>

#include "language/wordset.h"
#include "tap.h"

/* Letter by letter. */
static bool stands_at(struct str text, size_t at, const char *word)
{
    size_t n = strlen(word);
    return at + n <= text.n && str_ieq(str_slice(text, at, at + n), str_of(word));
}

static bool stands_in(struct str text, const char *word)
{
    for (size_t at = 0; at + strlen(word) <= text.n; at++)
        if (stands_at(text, at, word)) return true;
    return false;
}

static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool word_begins(struct str text, const char *word)
{
    for (size_t at = 0; at < text.n; at++)
        if ((at == 0 || !letter(text.p[at - 1])) && stands_at(text, at, word)) return true;
    return false;
}

static void compare(const char *const *words, size_t n, const char *what)
{
    static const char *const texts[] = {
        "", "s", "sp", "SPM", "Standar Pelayanan Minimal", "yang disebabkan\noleh cuaca", "menghambat", "HAMBATAN", "hambata", "faktor-faktor", "tahun lalu.", "tahun  lalu",
        "Se-Kabupaten", "di", "Di luar", "diluar", "dari tahun 20", "e\u2013standar", "kendal", "kendala", "\xC3\xA9kendala", "persentase penurunan angka kematian", "akar",
        "pada tahun 2024 capaian naik sebab ada upaya", "[kendala]", "KeNdAlA", "aandar standa standar", "dit luar", "mspmx", "kenkendala",
    };
    struct arena *a = arena_new();
    struct wordset w = {.how = WORDS_FOLDED};
    for (size_t i = 0; i < n; i++) ok(wordset_add(a, &w, str_of(words[i]), 0), "%s: '%s' is added", what, words[i]);
    for (size_t t = 0; t < COUNT(texts); t++) {
        struct str text = str_of(texts[t]), begun = STR_ABSENT;
        bool inside = false, has = false;
        for (size_t i = 0; i < n; i++) {
            inside |= stands_in(text, words[i]);
            has |= str_ieq(text, str_of(words[i]));
            if (!begun.p && word_begins(text, words[i])) begun = str_of(words[i]);
            ok((str_ifind(text, str_of(words[i]), 0) != SIZE_MAX) == stands_in(text, words[i]), "'%s' in '%s'", words[i], texts[t]);
        }
        ok(wordset_inside(&w, text) == inside, "%s: inside '%s'", what, texts[t]);
        ok(wordset_has(&w, text) == has, "%s: the word '%s'", what, texts[t]);
        ok(str_eq(wordset_begins(&w, text), begun), "%s: a word of '%s' begins so", what, texts[t]);
    }
    arena_free(a);
}

/* Keyed: only words count; the longest form wins, and a form that only goes on is none. */
static void keyed(void)
{
    struct arena *a = arena_new();
    struct wordset w = {.how = WORDS_KEYED}, tight = {.how = WORDS_TIGHT};
    static const char *const forms[] = {"Nama SOP", "Nama SOP AP", "Peralatan/Perlengkapan", "%"};
    for (uint32_t i = 0; i < COUNT(forms); i++) ok(wordset_add(a, &w, str_of(forms[i]), i + 1), "'%s' is added", forms[i]);
    ok(!wordset_add(a, &w, STR("NAMA  SOP:"), 9), "one form does not stand for two things");
    ok(!wordset_add(a, &w, STR("  "), 9), "a blank is no word");
    static const struct {
        const char *text;
        uint32_t use, prefix;
        size_t end;
    } cases[] = {
        {"nama sop", 1, 1, 8},    {"Nama SOP : Reviu", 0, 1, 9}, {"Nama SOP AP Reviu", 0, 2, 12}, {"Nama", 0, 0, 0},
        {"peralatan & perlengkapan", 0, 0, 0}, {"Peralatan / Perlengkapan", 3, 3, 24}, {"%", 4, 0, 0}, {"Nama SOPIR", 0, 0, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t end = 0;
        const struct listed *whole = wordset_find(&w, str_of(cases[i].text)), *begun = wordset_prefix(&w, str_of(cases[i].text), &end);
        ok((whole ? whole->use : 0) == cases[i].use, "'%s' as a whole", cases[i].text);
        ok((begun ? begun->use : 0) == cases[i].prefix && end == cases[i].end, "what '%s' begins with: %zu", cases[i].text, end);
    }
    ok(wordset_add(a, &tight, STR("S.E."), 0) && wordset_has(&tight, STR("SE")) && !wordset_has(&tight, STR("S E")), "full stops are dropped");
    arena_free(a);
}

/* Folded prefixes: white space alike, letters end at no letter, digits at no digit. */
static void folded(void)
{
    struct arena *a = arena_new();
    struct wordset w = {.how = WORDS_FOLDED};
    ok(wordset_add(a, &w, STR("Rp"), 0) && wordset_add(a, &w, STR("kurang dari"), 0) && wordset_add(a, &w, STR("<="), 0), "words are added");
    static const struct {
        const char *text;
        size_t end;
    } cases[] = {{"Rp500", 2}, {"RP 500", 2}, {"Rpm", 0}, {"rp\u2013", 2}, {"kurang\n dari 3", 12}, {"kurangdari", 0}, {"<=3", 2}, {"", 0}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t end = 0;
        (void)wordset_prefix(&w, str_of(cases[i].text), &end);
        ok(end == cases[i].end, "'%s' begins with %zu bytes", cases[i].text, end);
    }
    size_t at = 0;
    ok(str_eq(wordset_search(&w, STR("tidak kurang  dari"), &at), STR("kurang  dari")) && at == 6, "a word inside");
    ok(!wordset_search(&w, STR("sekurang dari"), NULL).p, "none in the middle of another");
    arena_free(a);
}

int main(void)
{
    static const char *const many[] = {"kendala", "hambatan", "disebabkan", "standar pelayanan", "spm", "tahun lalu", "faktor", "akar masalah"};
    static const char *const few[] = {"kendala", "standar", "tahun lalu"};
    static const char *const mixed[] = {"di luar", "se", "kendala", "sebab", "naik", "upaya", "e"};
    compare(many, COUNT(many), "many");
    compare(few, COUNT(few), "few");
    compare(mixed, COUNT(mixed), "with short ones");
    keyed();
    folded();
    return done();
}
