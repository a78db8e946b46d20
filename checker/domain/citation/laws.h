/* laws.h: which laws, government and presidential regulations and the like exist: a constant table that the build makes of
 * rules/laws.tsv (whose head says where it comes from and how sure it is). It costs nothing until it is asked. The registry, written by
 * hand, stands above it. Texts are the table's and stay. */
#ifndef PATUH_LAWS_H
#define PATUH_LAWS_H

#include "base/chars.h"
#include "base/base.h"

struct law {
    struct str kind;       /* id of vocabulary/citations.yaml */
    uint64_t number;
    int year;
    struct str title;      /* "" where only its existence is known or of use */
    struct str revoked_by, since; /* "UU-23-2014", "2014-10-02"; "" where that was not read: it may be revoked all the same */
};

/* The law of that kind, number and year; false when it is not listed. */
bool law_find(struct str kind, uint64_t number, int year, struct law *out);
/* Laws with a title that share two of the three: those of one slip of the pen. Gives how many, at most `room`. */
size_t laws_near(struct str kind, uint64_t number, int year, struct law *out, size_t room);
/* The last law whose title has the same letters and digits, case aside; false when there is none. */
bool law_titled(struct str title, struct law *out);
/* The highest number of that kind and year where all of them are listed, so that another one does not exist; 0 where that is not known. */
uint64_t law_last_number(struct str kind, int year);

/* ---- the table, as the build writes it ---- */

struct law_row {
    uint32_t text;         /* offset of the title in the text; revoked_by and since follow it, each ends in a NUL */
    uint32_t hash;         /* law_title_hash of the title; 0: none */
    uint16_t number, year;
};
struct law_kind {
    const char *id;
    uint32_t from, to;     /* its rows, sorted by year and number; number 0: the year is complete */
};
struct law_table {
    const struct law_kind *kinds;
    size_t kind_count;
    const struct law_row *rows;
    const char *text;
};
extern const struct law_table law_table_embedded;

/* Of letters and digits in lower case alone; never 0 but for a text without any. */
static inline uint32_t law_title_hash(struct str title)
{
    uint32_t h = 2166136261u;
    bool any = false;
    for (size_t i = 0; i < title.n; i++) {
        unsigned char c = (unsigned char)title.p[i];
        if (is_upper(c)) c = (unsigned char)(c + 32);
        if (!(is_lower(c) || is_digit(c))) continue;
        h = (h ^ c) * 16777619u;
        any = true;
    }
    return any ? h | 1u : 0;
}

#endif
