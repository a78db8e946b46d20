/* The table of the program's words: a text in each language, the same arguments in both. */
#include "tap.h"
#include "base/words.h"

static unsigned arguments(const char *text)
{
    unsigned seen = 0;
    for (; *text; text++)
        if (text[0] == '{' && (text[1] == '0' || text[1] == '1') && text[2] == '}') seen |= 1u << (text[1] - '0');
    return seen;
}

int main(void)
{
    for (int w = WORD_NONE + 1; w < WORD_COUNT; w++) {
        const char *id = word((enum word)w, LANG_ID), *en = word((enum word)w, LANG_EN);
        ok(id && *id && en && *en && arguments(id) == arguments(en), "%s", word_name((enum word)w));
    }
    struct arena *a = arena_new();
    is_str(word_format(a, W_yaml_duplicate_key, LANG_EN, STR("x"), STR_ABSENT).p, "key \"x\" stands twice", "arguments are put in");
    is_str(word_format(a, W_test_expected, LANG_ID, STR("{1}"), STR("2")).p, "diharapkan {1} temuan, didapat 2", "once, not again in what was put in");
    is_str(word(WORD_NONE, LANG_ID), "", "no word is empty");
    arena_free(a);
    return done();
}
