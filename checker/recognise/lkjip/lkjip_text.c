/* Running text of a report: printed lines as paragraphs, also over pages; the sentences in them that state a figure. */
#include <string.h>

#include "recognise/lkjip/lkjip_columns.h"

enum { LEAST_SENTENCE = 20 };

void lkjip_text_close(struct lkjip_making *r)
{
    struct lkjip_text *t = &r->text;
    if (!t->lines.n) return;
    struct item it = {.text = arena_str(r->t.a, buf_view(&t->joined)), .place = piece_place(r->t.layout, t->lines.v[0].piece)};
    struct place last = piece_place(r->t.layout, t->lines.v[t->lines.n - 1].piece);
    if (it.place.at.set && last.at.set && last.at.end > it.place.at.end) it.place.at.end = last.at.end;
    *ARENA_PUSH(r->t.a, &r->l->paragraphs) = it;
    lkjip_statements(r, it.text);
    struct chapter *c = r->l->chapters.n ? &r->l->chapters.v[r->l->chapters.n - 1] : NULL;
    if (c) {
        if (t->section.n) buf_ch(&t->section, '\n');
        else t->section_place = it.place;
        buf_str(&t->section, it.text);
        if (it.place.at.set && it.place.at.end > t->section_place.at.end) t->section_place.at.end = it.place.at.end;
    }
    t->joined.n = 0;
    t->lines.n = 0;
}

void lkjip_section_close(struct lkjip_making *r)
{
    struct lkjip_text *t = &r->text;
    lkjip_text_close(r);
    struct chapter *c = r->l->chapters.n ? &r->l->chapters.v[r->l->chapters.n - 1] : NULL;
    if (c && t->section.n) {
        struct item *into = c->parts.n ? &c->parts.v[c->parts.n - 1].text : &c->text;
        *into = (struct item){.text = arena_str(r->t.a, buf_view(&t->section)), .place = t->section_place};
    }
    t->section.n = 0;
}

/* The paragraph is in the middle of a sentence, and the line goes on with it. */
static bool goes_on(const struct lkjip_making *r, struct str s)
{
    const struct buf *b = &r->text.joined;
    char last = b->n ? b->p[b->n - 1] : '.';
    return r->text.cut && r->text.lines.n && !strchr(".:;!?", last) && s.n && (is_lower(s.p[0]) || is_digit(s.p[0]));
}

/* One printed line; a new paragraph begins with `first`, unless a page ended in the middle of one. */
static void add_line(struct lkjip_making *r, struct piece p, bool first)
{
    struct lkjip_text *t = &r->text;
    struct str s = p.text;
    if (!s.n) return;
    if (first && !goes_on(r, s)) lkjip_text_close(r);
    t->cut = false;
    size_t n = t->joined.n;
    bool hyphen = n > 1 && t->joined.p[n - 1] == '-' && is_letter(t->joined.p[n - 2]) && is_lower(s.p[0]); /* "tugas-" "tugas" */
    if (n && !hyphen) buf_ch(&t->joined, ' ');
    *ARENA_PUSH(r->t.a, &t->lines) = (struct lkjip_text_line){t->joined.n, p};
    buf_str(&t->joined, s);
}

void lkjip_text_add(struct lkjip_making *r, const struct line *line)
{
    struct str s = line->text.text;
    bool first = line->first || line->kind != LINE_TEXT;
    for (size_t at = 0; at < s.n;) {
        size_t end = str_find(s, STR("\n"), at);
        if (end == SIZE_MAX) end = s.n;
        add_line(r, piece_part(line->text, at, end), first);
        first = false;
        at = end + 1;
    }
}

/* ---- sentences ---------------------------------------------------------------------------------------------------- */

/* "No." and "Drs." end no sentence: short words with a capital, and single letters. */
static bool abbreviation(struct str s, size_t dot)
{
    size_t begin = dot;
    while (begin && (is_letter(s.p[begin - 1]) || is_digit(s.p[begin - 1]))) begin--;
    return dot - begin <= 3 && dot > begin && is_upper(s.p[begin]) && !all_upper(str_slice(s, begin, dot)) ? true : dot - begin == 1 && is_letter(s.p[begin]);
}

static bool sentence_ends(struct str s, size_t k)
{
    if (k == s.n) return true;
    if (s.p[k] == ';') return k + 1 == s.n || s.p[k + 1] == ' ';
    if (s.p[k] != '.' || (k + 1 < s.n && s.p[k + 1] != ' ')) return false;
    if (k + 1 == s.n) return true;
    char next = k + 2 < s.n ? s.p[k + 2] : ' ';
    return !is_lower(next) && !is_digit(next) && !abbreviation(s, k);
}

/* The place of a part of the open paragraph. */
static struct place part_place(struct lkjip_making *r, size_t from, size_t to, size_t *line)
{
    const struct lkjip_text *t = &r->text;
    while (*line + 1 < t->lines.n && t->lines.v[*line + 1].offset <= from) ++*line;
    size_t last = *line;
    while (last + 1 < t->lines.n && t->lines.v[last + 1].offset < to) last++;
    const struct lkjip_text_line *a = &t->lines.v[*line], *b = &t->lines.v[last];
    struct place place = piece_place(r->t.layout, piece_part(a->piece, from - a->offset, a->piece.text.n));
    struct place end = piece_place(r->t.layout, piece_part(b->piece, 0, to - b->offset));
    if (place.at.set && end.at.set && end.at.end > place.at.begin) place.at.end = end.at.end;
    return place;
}

void lkjip_statements(struct lkjip_making *r, struct str s)
{
    size_t line = 0;
    bool digit = false;
    for (size_t from = 0, k = 0; k <= s.n; k++) {
        if (k < s.n) digit |= is_digit(s.p[k]);
        if (!sentence_ends(s, k)) continue;
        struct str sentence = str_trim(str_slice(s, from, k + 1));
        bool whole = str_ifind(sentence, STR("semua indikator"), 0) != SIZE_MAX || str_ifind(sentence, STR("seluruh indikator"), 0) != SIZE_MAX;
        whole |= str_istarts(sentence, STR("dari ")) && str_ifind(sentence, STR(" indikator"), 0) != SIZE_MAX; /* "Dari tiga indikator, …" */
        if ((digit || whole) && sentence.n > LEAST_SENTENCE) {
            size_t begin = (size_t)(sentence.p - s.p);
            struct statement *st = ARENA_PUSH(r->t.a, &r->l->statements);
            st->item = (struct item){.text = sentence, .place = part_place(r, begin, begin + sentence.n, &line)};
            st->chapter = r->l->chapters.n ? r->l->chapters.n - 1 : NO_INDEX;
        }
        from = k + 1;
        digit = false;
    }
}

/* Lines above a table may have become rows of it, and columns may tell what a section would; tables of money name programs and no more. */
void lkjip_table_told(struct lkjip_making *r, const struct table *t)
{
    size_t before = r->t.regions->n;
    struct buf b = BUF_INIT;
    lkjip_table(r, t);
    if (r->t.regions->n == before || str_eqz(r->t.regions->v[before].role, "anggaran")) return;
    for (uint32_t row = 0; row < t->rows; row++)
        for (uint32_t c = 0; c < t->cols; c++) {
            const struct cell *cell = table_cell(t, row, c);
            if (!cell || cell->row != row || cell->col != c || str_blank(cell->text)) continue;
            buf_printf(&b, "%.*s ", (int)cell->text.n, cell->text.p);
        }
    for (size_t i = 0; i < b.n; i++)
        if (b.p[i] == '\n') b.p[i] = ' ';
    *ARENA_PUSH(r->t.a, &r->l->table_texts) = (struct item){.text = arena_str(r->t.a, buf_view(&b)), .place = lkjip_row_place(r, t, 0)};
    buf_free(&b);
}
