/* Edit distance in three rows. */
#include <string.h>

#include "base/chars.h"
#include "language/suggest.h"

static unsigned lower(char c) { return (unsigned char)lower_of(c); }

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

size_t edit_distance(struct str a, struct str b, size_t most)
{
    size_t rows[3][EDIT_LONGEST + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    if (str_ieq(a, b)) return 0;
    if (a.n > EDIT_LONGEST || b.n > EDIT_LONGEST || (a.n > b.n ? a.n - b.n : b.n - a.n) > most) return most + 1;
    for (size_t j = 0; j <= b.n; j++) above[j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        size_t nearest = row[0] = i;
        for (size_t j = 1; j <= b.n; j++) {
            bool same = lower(a.p[i - 1]) == lower(b.p[j - 1]);
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + !same);
            if (i > 1 && j > 1 && lower(a.p[i - 1]) == lower(b.p[j - 2]) && lower(a.p[i - 2]) == lower(b.p[j - 1]))
                row[j] = least(row[j], before[j - 2] + 1);
            nearest = least(nearest, row[j]);
        }
        if (nearest > most) return most + 1;
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return least(above[b.n], most + 1);
}

struct str suggest(struct str word, const struct str *choices, size_t n)
{
    struct str best = STR_ABSENT;
    size_t most = word.n <= 4 ? 1 : word.n <= 8 ? 2 : 3;
    for (size_t i = 0; i < n && word.n > 0; i++) {
        size_t d = choices[i].n > 0 ? edit_distance(word, choices[i], most) : most + 1;
        if (d > most) continue;
        best = choices[i];
        if (d == 0) break;
        most = d - 1;
    }
    return best;
}
