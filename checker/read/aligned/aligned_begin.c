/* Where a cell may begin, by how its words follow those above. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/aligned/aligned.h"

/* A line that ends like this goes on: at a hyphen or comma, or with the smallest of words ("dan", "di", "ke"). */
static bool ends_open(struct str s)
{
    if (strchr("-,/(", s.p[s.n - 1])) return true;
    size_t i = s.n;
    while (i && is_lower(s.p[i - 1])) i--;
    return s.n - i >= 2 && s.n - i <= 3 && i >= 2 && s.p[i - 1] == ' ' && !is_digit(s.p[i - 2]);
}

/* Of each piece, the one above it in its column, no blank line or more than two lines between; SIZE_MAX: none. */
size_t *aligned_above(const struct region *r)
{
    size_t *above = base_alloc(r->piece_count * sizeof *above), *last = base_alloc((r->gutter_count + 1) * sizeof *last);
    for (size_t k = 0; k <= r->gutter_count; k++) last[k] = SIZE_MAX;
    for (size_t i = 0; i < r->n; i++) {
        size_t first = r->lines[i].first_piece, end = first + r->lines[i].pieces;
        for (size_t k = 0; k <= r->gutter_count && r->lines[i].blanks; k++) last[k] = SIZE_MAX;
        for (size_t j = first; j < end; j++) {
            size_t q = last[r->pieces[j].col];
            above[j] = q != SIZE_MAX && r->pieces[q].line + 3 >= i ? q : SIZE_MAX;
        }
        for (size_t j = first; j < end; j++) last[r->pieces[j].col] = j;
    }
    free(last);
    return above;
}

/* What it costs to begin a row with this piece below that one. A line that ends though the next word had found room on it is the
 * last of its cell. */
int aligned_part_cost(const struct region *r, const struct aligned_column *col, const struct piece *p, const struct piece *above)
{
    struct str s = piece_text(r, p);
    uint32_t word = 0;
    while (word < s.n && s.p[word] != ' ') word++;
    bool room = above->at.x1 - above->at.x0 + word + 2 <= col->width && above->at.x1 + word + 2 <= col->right;
    int cost = room ? -r->w->room : r->w->no_room;
    if (is_lower(s.p[0]) && !marker_length(s)) cost += r->w->lower_case;
    return ends_open(piece_text(r, above)) ? cost + r->w->open_end : cost;
}

/* Whether a column tells where rows begin: columns whose cells reach over several rows do not, where there are others. */
static bool tells(const struct region *r, const struct aligned_column *cols, uint32_t k)
{
    bool any = false;
    for (uint32_t c = 0; c <= r->gutter_count; c++) any |= cols[c].full;
    return !cols[k].is_value && (cols[k].full || !any);
}

int *aligned_begin_costs(const struct region *r, const struct aligned_column *cols)
{
    int *cost = base_alloc(r->n * sizeof *cost);
    size_t *above = aligned_above(r);
    bool *use = base_alloc((r->gutter_count + 1) * sizeof *use);
    for (uint32_t k = 0; k <= r->gutter_count; k++) use[k] = tells(r, cols, k);
    for (size_t i = 0; i < r->n; i++) {
        const struct aligned_line *l = &r->lines[i];
        bool words = false;
        cost[i] = l->blanks ? -r->w->blank_line : 0;
        for (size_t j = l->first_piece; j < l->first_piece + l->pieces; j++) {
            const struct piece *p = &r->pieces[j];
            size_t marker = marker_length(piece_text(r, p));
            if (j == l->first_piece && p->col < 2 && marker && marker < p->at.to - p->at.from) cost[i] -= r->w->row_marker;
            if (!use[p->col]) continue;
            words = true;
            cost[i] += above[j] == SIZE_MAX ? -r->w->first_cell : aligned_part_cost(r, &cols[p->col], p, &r->pieces[above[j]]);
        }
        if (!words) cost[i] += r->w->no_words;
    }
    free(above);
    free(use);
    return cost;
}
