/* The text of an SOP of another template as lines and chapters. */
#include <string.h>

#include "recognise/sop/template/template.h"

enum { LINES_MAX = 4000 /* looked at from the beginning of the text */, CHAPTER_BYTES = 60 };

/* Behind a line break inside an item: the heading of a chapter that was taken for the rest of the item. */
static size_t chapter_inside(const struct making *m, struct str s)
{
    size_t end;
    for (size_t i = 1; i < s.n; i++) {
        if (s.p[i - 1] != '\n') continue;
        struct str line = str_slice(s, i, s.n);
        size_t n = marker_at(line);
        if (n && !is_lower(line.p[0]) && wordset_prefix(&m->t.v->template_chapters, str_slice(line, n, line.n), &end)) return i;
    }
    return SIZE_MAX;
}

static void part_items(struct making *m, struct lines *out, size_t from)
{
    for (size_t i = from; i < out->n && out->n < LINES_MAX; i++) {
        size_t cut = chapter_inside(m, out->v[i].text.text);
        if (cut == SIZE_MAX) continue;
        struct line rest = out->v[i];
        rest.kind = LINE_TEXT;
        rest.marker = (struct piece){0};
        rest.first = true;
        rest.text = piece_part(out->v[i].text, cut, out->v[i].text.text.n);
        out->v[i].text = piece_part(out->v[i].text, 0, cut);
        ARENA_PUSH(m->t.a, out);
        memmove(&out->v[i + 2], &out->v[i + 1], (out->n - i - 2) * sizeof *out->v);
        out->v[i + 1] = rest;
    }
}

/* Lines of the whole text in their order, those of cells included. */
void template_lines(struct making *m, struct lines *out)
{
    const struct blocks *b = &m->t.layout->blocks;
    for (size_t i = 0; i < b->n && out->n < LINES_MAX; i++) {
        size_t begin = out->n;
        lines_of_block(m->t.a, &b->v[i], out, NULL);
        if (b->v[i].kind == BLOCK_LIST) part_items(m, out, begin);
        for (size_t k = 0; b->v[i].kind == BLOCK_TABLE && k < b->v[i].table->cells.n && out->n < LINES_MAX; k++) {
            size_t from = out->n;
            lines_of_cell(m->t.a, &b->v[i].table->cells.v[k], out, NULL);
            if (out->n > from) out->v[from].first = true;
        }
    }
}

struct piece template_body(const struct line *l)
{
    size_t n = l->marker.text.n ? 0 : marker_at(l->text.text);
    return piece_part(l->text, n, l->text.text.n);
}

/* "3. Kebijakan", "D. Dasar Hukum", "TUJUAN": a chapter's heading alone in its line or cell, or numbered with its text behind it. *end is
 * where that text begins. */
const struct listed *template_chapter(const struct making *m, const struct line *l, size_t *end)
{
    struct piece body = template_body(l);
    struct str s = body.text;
    size_t behind;
    bool numbered = l->marker.text.n > 1 || body.text.p > l->text.text.p;
    const struct listed *f = s.n && is_upper(s.p[0]) ? wordset_prefix(&m->t.v->template_chapters, s, &behind) : NULL;
    if (!f) return NULL;
    struct str rest = str_trim(str_slice(s, behind, s.n));
    bool colon = rest.n && rest.p[0] == ':';
    *end = (size_t)(s.p - l->text.text.p) + behind;
    if (!str_trim(str_slice(rest, colon, rest.n)).n) return l->first || numbered || l->bold || l->heading || all_upper(s) || colon ? f : NULL;
    return (numbered || l->first) && (colon || is_upper(rest.p[0]) || is_digit(rest.p[0])) && behind < CHAPTER_BYTES ? f : NULL;
}

/* What stands behind the heading and its colon, perhaps the first item of a list. */
static struct line first_line(const struct line *l, size_t from)
{
    struct line out = *l;
    out.text = piece_part(l->text, from, l->text.text.n);
    bool colon = out.text.text.n && out.text.text.p[0] == ':';
    if (colon) out.text = piece_part(out.text, 1, out.text.text.n);
    size_t marker = colon || from ? marker_at(out.text.text) : 0;
    if (!marker && (colon || from)) out.kind = LINE_TEXT, out.marker = (struct piece){0};
    if (!marker) return out;
    out.kind = LINE_ITEM;
    out.marker = piece_part(out.text, 0, marker);
    out.text = piece_part(out.text, marker, out.text.text.n);
    return out;
}

/* "E. GARIS BESAR": numbered and in capitals, a chapter whatever it is called. */
static bool heads_next(const struct line *l)
{
    struct piece body = template_body(l);
    return (l->marker.text.n || body.text.p > l->text.text.p) && body.text.n > 3 && all_upper(body.text);
}

/* Lines from the heading of the first chapter of that kind with something behind it to the next chapter. */
void template_content(const struct making *m, const struct lines *lines, enum template_part part, struct piece *head, struct lines *out)
{
    size_t end;
    for (size_t i = 0; i < lines->n && !out->n; i++) {
        const struct listed *f = template_chapter(m, &lines->v[i], &end);
        if (!f || f->use != part) continue;
        *head = piece_part(lines->v[i].text, 0, end);
        struct line first = first_line(&lines->v[i], end);
        while (!first.text.text.n && i + 1 < lines->n && !template_chapter(m, &lines->v[i + 1], &end)) first = first_line(&lines->v[++i], 0);
        if (first.text.text.n) *ARENA_PUSH(m->t.a, out) = first;
        bool large = all_upper(head->text);
        while (++i < lines->n && !template_chapter(m, &lines->v[i], &end) && !(large && heads_next(&lines->v[i]))) *ARENA_PUSH(m->t.a, out) = lines->v[i];
    }
}

/* A table, not a chart that stands for one. */
bool template_has_table(const struct making *m)
{
    for (size_t i = 0; i < m->sop->tables.n; i++)
        if (!m->sop->tables.v[i].chart) return true;
    return false;
}
