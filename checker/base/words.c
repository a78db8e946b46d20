/* The table of the program's own words. */
#include "base/words.h"

static const struct {
    const char *text[2], *name;
} table[WORD_COUNT] = {
    [WORD_NONE] = {{"", ""}, ""},
#define WORD(id, indonesian, english) [W_##id] = {{indonesian, english}, #id},
#include "words/all.def"
#undef WORD
};

const char *word(enum word w, enum lang lang) { return table[w].text[lang]; }

const char *word_name(enum word w) { return table[w].name; }

struct str word_format(struct arena *a, enum word w, enum lang lang, struct str arg0, struct str arg1)
{
    struct buf b = BUF_INIT;
    for (const char *p = word(w, lang); *p; p++) {
        if (p[0] == '{' && (p[1] == '0' || p[1] == '1') && p[2] == '}') {
            buf_str(&b, p[1] == '0' ? arg0 : arg1);
            p += 2;
        } else {
            buf_ch(&b, *p);
        }
    }
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}
