/* Lists of words in texts: what is found must not depend on how it is looked for. */
#include <stdlib.h>

#include "language/vocabulary.h"
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
    struct yaml_node *nodes = arena_alloc(a, n * sizeof *nodes), list = {.kind = YAML_LIST, .child = nodes};
    for (size_t i = 0; i < n; i++) nodes[i] = (struct yaml_node){.kind = YAML_SCALAR, .text = words[i], .length = (uint32_t)strlen(words[i]), .next = i + 1 < n ? &nodes[i + 1] : NULL};
    struct wordlist w = wordlist_of(a, &list);
    for (size_t t = 0; t < COUNT(texts); t++) {
        struct str text = str_of(texts[t]), begun = STR_ABSENT;
        bool inside = false, has = false;
        for (size_t i = 0; i < n; i++) {
            inside |= stands_in(text, words[i]);
            has |= str_ieq(text, str_of(words[i]));
            if (!begun.p && word_begins(text, words[i])) begun = str_of(words[i]);
            ok((str_ifind(text, str_of(words[i]), 0) != SIZE_MAX) == stands_in(text, words[i]), "'%s' in '%s'", words[i], texts[t]);
        }
        ok(wordlist_inside(&w, text) == inside, "%s: inside '%s'", what, texts[t]);
        ok(wordlist_has(&w, text) == has, "%s: the word '%s'", what, texts[t]);
        ok(str_eq(wordlist_begins(&w, text), begun), "%s: a word of '%s' begins so", what, texts[t]);
    }
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
    return done();
}
