/* Telling: paragraphs, and tables row by row, over pages where they go on. */
#include <math.h>
#include <stdlib.h>

#include "base/chars.h"
#include "read/page/tell.h"

/* In heights of a line. */
#define PARAGRAPH_GAP 1.45
#define LETTER_WIDTH 0.5 /* of the size: of a usual letter */

static void go_to_page(struct teller *t, uint32_t page)
{
    for (; t->page < page; t->page++) tape_page(t->tape);
}

/* ---- lines ---------------------------------------------------------------------------------------------------- */

static void tell_line(struct teller *t, const struct text_line_of_words *l, double left)
{
    double indent = l->reading == READ_RIGHT && l->box.x0 > left ? (l->box.x0 - left) / (LETTER_WIDTH * fmax(l->size, 1)) : 0;
    if (l->n) tape_indent(t->tape, (uint32_t)fmin(indent, 400));
    for (size_t i = 0; i < l->n; i++) {
        if (line_blank_before(l, i)) tape_blank(t->tape);
        tape_bold(t->tape, l->v[i]->marks & WORD_BOLD);
        tape_text(t->tape, l->v[i]->text, l->v[i]);
    }
}

/* What a block of lines looks like: where they begin and end, and how far apart they stand. */
struct measure {
    double left, right, pitch;
};

static int by_value(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

static struct measure measure_lines(struct arena *a, const struct word_lines *lines)
{
    struct measure m = {PAGE_MOST, -PAGE_MOST, 0};
    double *gaps = arena_alloc(a, (lines->n + 1) * sizeof *gaps);
    size_t n = 0;
    const struct text_line_of_words *last = NULL;
    for (size_t i = 0; i < lines->n; i++) {
        const struct text_line_of_words *l = &lines->v[i];
        if (l->furniture || l->reading != READ_RIGHT) continue;
        m.left = fmin(m.left, l->box.x0);
        m.right = fmax(m.right, l->box.x1);
        if (last && l->base > last->base) gaps[n++] = (l->base - last->base) / fmax(l->size, 1);
        last = l;
    }
    qsort(gaps, n, sizeof *gaps, by_value);
    m.pitch = n ? fmin(fmax(gaps[n / 4], 1), 2.2) : 1.2;
    return m;
}

/* Whether the first word of the line would have found room at the end of the one before. */
static bool had_room(const struct text_line_of_words *last, const struct text_line_of_words *l, double right)
{
    double word = l->v[0]->box.x1 - l->v[0]->box.x0;
    return last->box.x1 + 0.3 * l->size + word < right - 0.5 * l->size;
}

static bool is_centred(const struct text_line_of_words *l, const struct measure *m)
{
    double before = l->box.x0 - m->left, behind = m->right - l->box.x1;
    return before > 2 * l->size && fabs(before - behind) < 2 * l->size;
}

static bool goes_on(const struct text_line_of_words *last, const struct text_line_of_words *l, const struct measure *m)
{
    if (last->reading != l->reading) return false;
    if (l->reading != READ_RIGHT) return true;
    double size = fmax(last->size, l->size);
    if (l->base - last->base > PARAGRAPH_GAP * m->pitch * size || l->base < last->base - size) return false;
    if (fabs(last->size - l->size) > 0.12 * size || last->bold != l->bold) return false;
    return !had_room(last, l, m->right) || (is_centred(last, m) && is_centred(l, m));
}

/* "Perencanaa" / "n dan": Word breaks a word that is wider than its cell anywhere, without a hyphen. The line is that word alone and about as wide as
 * any, what follows begins with a rest of at most three small letters that is no word of its own. */
static bool breaks_word(const struct read_words *words, const struct text_line_of_words *last, const struct text_line_of_words *l, const struct word_lines *lines)
{
    struct str rest = l->v[0]->text;
    if (last->n != 1 || rest.n > 3 || last->v[0]->text.n < 6 || last->bold != l->bold || last->size != l->size) return false;
    for (size_t i = 0; i < rest.n; i++)
        if (!is_lower(rest.p[i])) return false;
    if (wordset_has(&words->small_words, rest)) return false;
    char end = last->v[0]->text.p[last->v[0]->text.n - 1];
    bool letter = is_alpha(end);
    for (size_t i = 0; i < lines->n && letter; i++) letter = lines->v[i].box.x1 - lines->v[i].box.x0 <= 1.15 * (last->box.x1 - last->box.x0);
    return letter;
}

/* ---- headings ------------------------------------------------------------------------------------------------- */

enum { HEADING_LINES = 3, HEADING_BYTES = 160 };
#define HEADING_SIZE 1.15 /* of the running text's: from there on letters are large */

static bool large(const struct teller *t, const struct text_line_of_words *l) { return l->size > HEADING_SIZE * t->body; }

/* "BAB I", "1.2.3 Sasaran", "A. Umum": how deep the number says it is; 0: no number. */
static uint32_t numbered_level(const struct read_words *words, struct str s)
{
    uint32_t parts = 0;
    size_t i = 0, blank = str_find(s, STR(" "), 0);
    if (words && blank != SIZE_MAX && wordset_has(&words->chapters, str_slice(s, 0, blank))) return 1;
    if (s.n > 2 && is_upper(s.p[0]) && s.p[1] == '.' && s.p[2] == ' ') return 2;
    while (i < s.n && is_digit(s.p[i])) {
        while (i < s.n && is_digit(s.p[i])) i++;
        parts++;
        if (i < s.n && s.p[i] == '.') i++;
    }
    return i < s.n && s.p[i] == ' ' && parts ? parts + 1 : 0;
}

/* The level of the heading that the paragraph of lines [from, to) is: bold or larger than the text, short, and no sentence. 0: it is none. */
static uint32_t heading_level(const struct teller *t, const struct word_lines *lines, size_t from, size_t to)
{
    size_t bytes = 0, letters = 0, shown = 0;
    const struct text_line_of_words *first = &lines->v[from], *last = &lines->v[to - 1];
    for (size_t i = from; i < to; i++) {
        const struct text_line_of_words *l = &lines->v[i];
        if (l->furniture) continue;
        if (l->reading != READ_RIGHT || !(l->bold || large(t, l)) || ++shown > HEADING_LINES) return 0;
        for (size_t k = 0; k < l->n; k++) {
            bytes += l->v[k]->text.n;
            letters += l->v[k]->text.n > 1 && !is_digit(l->v[k]->text.p[0]);
        }
    }
    struct str end = last->n ? last->v[last->n - 1]->text : STR("");
    if (t->body <= 0 || !letters || bytes > HEADING_BYTES || !end.n || strchr(".,;:", end.p[end.n - 1])) return 0;
    uint32_t level = numbered_level(t->words, line_text(t->work, first));
    return level ? level : first->size > 1.3 * t->body ? 1 : 2;
}

/* "BAB I" in large or bold letters: a document of chapters. Elsewhere bold lines are the labels and titles of forms. */
static bool begins_chapter(const struct read_words *words, const struct text_line_of_words *l)
{
    return words && l->bold && !l->furniture && l->n >= 2 && is_upper(l->v[0]->text.p[0]) && wordset_has(&words->chapters, l->v[0]->text) && strchr("IVX123456789", l->v[1]->text.p[0]);
}

/* The size of most letters outside of tables, by tenths of points. */
static void find_body(struct teller *t)
{
    enum { SIZES = 400 };
    size_t letters[SIZES] = {0}, bold = 0, all = 0, most = 0, chapters = 0;
    for (size_t p = 0; p < t->sheets->n; p++)
        for (size_t i = 0; i < t->sheets->v[p].lines.n; i++) {
            const struct text_line_of_words *l = &t->sheets->v[p].lines.v[i];
            chapters += begins_chapter(t->words, l);
            for (size_t k = 0; k < l->n && !l->furniture && !t->sheets->v[p].ocr; k++) {
                letters[(size_t)fmin(fmax(l->v[k]->size * 10, 0), SIZES - 1)] += l->v[k]->text.n;
                bold += l->v[k]->marks & WORD_BOLD ? l->v[k]->text.n : 0;
                all += l->v[k]->text.n;
            }
        }
    for (size_t i = 1; i < SIZES; i++) most = letters[i] > letters[most] ? i : most;
    t->body = chapters >= 2 && 2 * bold < all ? (double)most / 10 : 0;
}

/* Behind the last line of the paragraph that begins at `from`. */
static size_t paragraph_end(const struct word_lines *lines, size_t from, size_t joint, const struct measure *m)
{
    const struct text_line_of_words *last = &lines->v[from];
    size_t end = from + 1;
    for (size_t i = end; i < lines->n; i++) {
        if (lines->v[i].furniture) continue;
        if (i != joint && !goes_on(last, &lines->v[i], m)) break;
        last = &lines->v[i];
        end = i + 1;
    }
    return end;
}

void tell_lines(struct teller *t, const struct word_lines *lines, size_t joint, bool headings)
{
    struct measure m = measure_lines(t->work, lines);
    const struct text_line_of_words *last = NULL;
    for (size_t i = 0; i < lines->n; i++) {
        const struct text_line_of_words *l = &lines->v[i];
        if (l->furniture) continue;
        bool on = last && (i == joint || goes_on(last, l, &m));
        if (on && !breaks_word(t->words, last, l, lines)) tape_break(t->tape);
        else if (last && !on) tape_end(t->tape);
        uint32_t level = headings && !on ? heading_level(t, lines, i, paragraph_end(lines, i, joint, &m)) : 0;
        if (level) tape_heading(t->tape, level);
        tell_line(t, l, m.left);
        last = l;
    }
    if (last) tape_end(t->tape);
    tape_bold(t->tape, false);
}

/* ---- tables --------------------------------------------------------------------------------------------------- */

static void tell_table(struct teller *t, struct sheet *s, struct grid *g);

/* The grid of the next page that goes on with this one, and its page. */
static struct grid *next_part(struct teller *t, const struct grid *g, struct sheet **s)
{
    if (!g->goes_on || *s + 1 >= t->sheets->v + t->sheets->n) return NULL;
    ++*s;
    for (size_t k = 0; k < (*s)->grids.n; k++)
        if ((*s)->grids.v[k].continues) return &(*s)->grids.v[k];
    return NULL;
}

static uint32_t first_row(const struct grid *g)
{
    uint32_t i = 0;
    while (i < g->rows && g->row_of[i] == GRID_DROPPED) i++;
    return i;
}

/* The lines of what the next page has of a cell in the last row. */
static void add_rest(struct teller *t, const struct sheet *s, const struct grid *g, const struct grid_cell *c, struct word_lines *lines)
{
    struct sheet *next = (struct sheet *)(uintptr_t)s;
    const struct grid *h = c->row + c->rowspan == g->rows ? next_part(t, g, &next) : NULL;
    uint32_t i = h && h->cut ? h->map[(size_t)first_row(h) * h->cols + c->col] : 0;
    if (!i) return;
    struct word_lines rest;
    const struct word_list *words = &next->cells[h - next->grids.v][i - 1];
    lines_make(t->work, words->v, words->n, &rest);
    for (size_t k = 0; k < rest.n; k++) *ARENA_PUSH(t->work, lines) = rest.v[k];
}

/* What stands in a cell: its lines, and tables inside it from top to bottom. */
static void tell_cell(struct teller *t, struct sheet *s, const struct grid *g, size_t index)
{
    const struct grid_cell *c = &g->cells.v[index];
    const struct word_list *words = &s->cells[g - s->grids.v][index];
    struct word_lines lines;
    *ARENA_PUSH(t->a, &t->cells) = (struct source_mark){(uint32_t)tape_offset(t->tape), (uint32_t)tape_offset(t->tape), s->page->number, c->box};
    tape_cell(t->tape, c->col, c->rowspan, c->colspan, false);
    lines_make(t->work, words->v, words->n, &lines);
    size_t joint = lines.n;
    add_rest(t, s, g, c, &lines);
    tell_lines(t, &lines, joint, false);
    for (size_t i = 0; i < s->grids.n; i++) {
        struct grid *k = &s->grids.v[i];
        if (k->inside && &s->grids.v[k->inside - 1] == g && grid_cell_at(g, (k->box.x0 + k->box.x1) / 2, (k->box.y0 + k->box.y1) / 2) == c)
            tell_table(t, s, k);
    }
    tape_cell_end(t->tape);
}

static void tell_rows(struct teller *t, struct sheet *s, struct grid *g)
{
    uint32_t row = g->cut ? first_row(g) : UINT32_MAX; /* the last row begun */
    for (size_t i = 0; i < g->cells.n; i++) {
        const struct grid_cell *c = &g->cells.v[i];
        if (g->row_of[c->row] == GRID_DROPPED || (g->cut && c->row == first_row(g))) continue;
        for (; row == UINT32_MAX || row < c->row; row = row == UINT32_MAX ? c->row : row + 1) tape_row(t->tape);
        tell_cell(t, s, g, i);
    }
}

/* The table that begins at g, to its end. */
static void tell_table(struct teller *t, struct sheet *s, struct grid *g)
{
    uint32_t number = g->table = ++t->tables;
    tape_table_open(t->tape);
    tell_rows(t, s, g);
    for (g = next_part(t, g, &s); g; g = next_part(t, g, &s)) {
        go_to_page(t, s->page->number);
        g->table = number;
        tell_rows(t, s, g);
    }
    tape_table_close(t->tape);
}

/* ---- pages ---------------------------------------------------------------------------------------------------- */

/* The lines from `from` on that stand above y. */
static struct word_lines lines_above(const struct sheet *s, size_t from, double y)
{
    size_t n = 0;
    while (from + n < s->lines.n && (s->lines.v[from + n].box.y0 + s->lines.v[from + n].box.y1) / 2 < y) n++;
    return (struct word_lines){n ? s->lines.v + from : NULL, n, n};
}

/* Lines outside of tables and of text in columns: tables without rules, and paragraphs between them. */
static void tell_plain(struct teller *t, const struct sheet *s, const struct word_lines *lines)
{
    size_t done = 0;
    for (size_t i = 0; i <= lines->n; i++) {
        size_t end = i < lines->n && lines->v[i].reading == READ_RIGHT && !lines->v[i].furniture ? columns_end(lines, i) : i;
        if (i < lines->n && end == i) continue;
        struct word_lines plain = {i > done ? lines->v + done : NULL, i - done, i - done};
        tell_lines(t, &plain, plain.n, true);
        if (end > i) columns_tell(t, s, lines, i, end);
        done = end;
        i = end > i ? end - 1 : i;
    }
}

static struct word_lines lines_between(const struct word_lines *lines, size_t from, size_t to)
{
    return (struct word_lines){to > from ? lines->v + from : NULL, to - from, to - from};
}

/* Lines outside of tables: text in columns, and what stands between. */
static void tell_flow(struct teller *t, const struct sheet *s, const struct word_lines *lines)
{
    size_t done = 0;
    for (size_t i = 0; i < lines->n; i++) {
        struct prose p = {.to = i};
        if (lines->v[i].reading == READ_RIGHT && !lines->v[i].furniture) p = prose_find(t->work, lines, i, &t->prose);
        if (p.to <= i) continue;
        struct word_lines before = lines_between(lines, done, p.from);
        tell_plain(t, s, &before);
        tell_lines(t, &p.under, p.under.n, true);
        *ARENA_PUSH(t->a, &t->columned) = (struct columned_text){s->page->number, p.columns, (uint32_t)p.under.n};
        t->prose = p;
        done = p.to;
        i = done - 1;
    }
    struct word_lines rest = lines_between(lines, done, lines->n);
    tell_plain(t, s, &rest);
}

static void tell_sheet(struct teller *t, struct sheet *s)
{
    size_t done = 0;
    for (size_t i = 0; i < s->grids.n; i++) {
        struct grid *g = &s->grids.v[i];
        if (g->inside || g->continues || g->repeated || g->buried) continue;
        struct word_lines above = lines_above(s, done, g->box.y0);
        if (above.n) go_to_page(t, s->page->number);
        tell_flow(t, s, &above);
        done += above.n;
        go_to_page(t, s->page->number);
        tell_table(t, s, g);
    }
    struct word_lines rest = lines_above(s, done, PAGE_MOST * 2);
    bool any = false;
    for (size_t i = 0; i < rest.n; i++) any = any || !rest.v[i].furniture;
    if (any) go_to_page(t, s->page->number);
    tell_flow(t, s, &rest);
}

void tell_sheets(struct teller *t)
{
    tape_paged(t->tape);
    t->page = 1;
    find_body(t);
    for (size_t i = 0; i < t->sheets->n; i++) tell_sheet(t, &t->sheets->v[i]);
    go_to_page(t, (uint32_t)t->sheets->n);
}
