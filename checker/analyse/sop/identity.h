/* identity.h: what the files of the analysis of identities share: their words, and comparisons of names, titles and units. */
#ifndef PATUH_IDENTITY_H
#define PATUH_IDENTITY_H

#include "analyse/analyst.h"
#include "language/vocabulary.h"

enum warning_topic { WARNING_EFFECT, WARNING_DEADLINE, WARNING_PURPOSE, WARNING_DUTY, WARNING_PLAN, WARNING_OTHER };

struct wordsets {
    struct wordset *v;
    size_t n, cap;
};

struct identity_words {
    struct wordset title_starts, title_common;
    struct wordsets short_forms, synonyms; /* first word of each: the abbreviation; any */
    struct wordsets unit_kinds;
    struct wordset unit_ends, unit_common;
    struct wordset vague, elected;
    struct wordset warnings[WARNING_OTHER];
    struct wordset degrees_before, degrees_after;
};

/* Whether two printed names are one person's: degrees, ranks of nobility, case, full stops and blanks make no difference. */
bool same_person(const struct identity_words *w, struct str a, struct str b);

/* Whether a title names another procedure than the document's name: each has a word of weight that the other lacks. The words
 * are given in *name_word and *title_word. `units`: names of the agency and the unit, whose words do not count. */
bool other_procedure(struct arena *a, const struct identity_words *w, struct str name, struct str title, struct str units, struct str *name_word,
                     struct str *title_word);
/* The name without "SOP", "Prosedur" and the like in front; the trimmed name where nothing else is left. */
struct str bare_title(const struct identity_words *w, struct str title);
/* The words of weight of a title, at most `room`: abbreviations spelled out, alike words as one, common words left out. */
size_t name_words(const struct identity_words *w, struct str title, struct str *out, size_t room);
/* Whether a heading looks like the title of a procedure at all. */
bool procedure_title(const struct identity_words *w, struct str title);

/* Whether two texts name clearly different units of one kind (Dinas Kesehatan, Dinas Sosial); *x and *y get the two names. */
bool units_clash(const struct identity_words *w, struct str a, struct str b, struct str *x, struct str *y);

/* Whether two document numbers are different ones: blanks, leading zeros and words like "Nomor" make no difference, nor does one
 * being a part of the other. */
bool numbers_differ(struct str a, struct str b);

/* How far the number of a document is filled in. */
enum filling {
    FILLING_NONE,       /* blank, or nothing but the marks between its parts */
    FILLING_GAP,        /* nothing but a gap to fill in: "......", "___/___" */
    FILLING_PART,       /* a gap is left: 045/..../2025, 045/   /2025 */
    FILLING_DOUBTFUL,   /* perhaps: 045/../2025, 045/XX/2025 */
    FILLING_WHOLE
};
enum filling number_filling(struct str number);

enum warning_topic warning_topic(const struct identity_words *w, struct str text);

#endif
