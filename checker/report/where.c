/* Where a finding stands: in numbers for programs, in words for people. */
#include "base/chars.h"
#include "report/reporter.h"

void spot_of(const struct document_report *d, struct place place, struct spot *out)
{
    const struct where *w = place.where;
    *out = (struct spot){.page = w ? w->page : 0};
    if (w && w->lines.line) {
        out->at = w->lines;
        out->column16 = w->known ? w->known->column16 : w->lines.column;
        out->end_column16 = w->known ? w->known->end_column16 : w->lines.end_column;
    } else if (place.at.set && d->source && d->source->text.p && !d->source->composed) {
        struct position from = source_locate(d->arena, d->source, place.at.begin);
        out->column16 = source_column16(d->arena, d->source, place.at.begin);
        struct position to = source_locate(d->arena, d->source, place.at.end);
        out->end_column16 = source_column16(d->arena, d->source, place.at.end);
        out->at = (struct extent){from.line, from.column, to.line, to.column};
    }
    out->boxed = d->source && source_box(d->source, place.at, &out->page, &out->box);
    if (w && w->known && w->known->boxed) out->boxed = true, out->box = w->known->box;
}

void where_words(struct buf *b, const struct finding *f, enum lang lang, struct arena *a)
{
    static const struct where nowhere = {0};
    const struct where *w = f->place.where ? f->place.where : &nowhere;
    bool grid = !w->sheet.n && !f->step.n;
    const struct {
        enum word word;
        uint32_t number;
        struct str text;
    } parts[] = {
        {W_at_page, w->sheet.n ? 0 : w->page, STR_ABSENT},
        {W_at_paragraph, w->table || f->step.n ? 0 : w->paragraph, STR_ABSENT},
        {W_at_table, grid ? w->table : 0, STR_ABSENT},
        {W_at_row, grid ? w->row : 0, STR_ABSENT},
        {W_at_step, 0, f->step},
        {W_at_column, 0, w->column},
        {W_at_element, 0, w->id},
    };
    size_t from = b->n;
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (!parts[i].number && !parts[i].text.n) continue;
        struct buf value = BUF_INIT;
        if (parts[i].number) buf_printf(&value, "%u", (unsigned)parts[i].number);
        else plain_text(&value, parts[i].text);
        if (b->n > from) buf_z(b, ", ");
        buf_str(b, word_format(a, parts[i].word, lang, buf_view(&value), STR_ABSENT));
        buf_free(&value);
    }
}

/* "Lembar1!F12"; names of more than letters and digits in quotes, as spreadsheets write them. */
static void sheet_cell(struct buf *b, const struct where *w)
{
    bool quotes = false;
    for (size_t i = 0; i < w->sheet.n; i++) {
        unsigned char c = (unsigned char)w->sheet.p[i];
        quotes |= !(is_letter(c) || is_digit(c) || c == '_' || c == '.');
    }
    buf_z(b, quotes ? "'" : "");
    plain_text(b, w->sheet);
    buf_z(b, quotes ? "'" : "");
    if (w->cell.n) buf_ch(b, '!');
    plain_text(b, w->cell);
}

void position(struct buf *b, const struct document_report *d, struct str path, struct place place)
{
    plain_text(b, path);
    if (place.where && place.where->sheet.n) {
        buf_ch(b, ':');
        sheet_cell(b, place.where);
        return;
    }
    struct spot s;
    spot_of(d, place, &s);
    if (s.at.line) buf_printf(b, ":%u:%u", (unsigned)s.at.line, (unsigned)s.at.column);
}

void placed_message(struct buf *b, const struct document_report *d, const struct finding *f, enum lang lang, bool beside)
{
    struct spot s;
    struct buf words = BUF_INIT;
    spot_of(d, f->place, &s);
    plain_text(b, f->message);
    if (f->place.where && f->place.where->sheet.n) {
        if (!beside) sheet_cell(&words, f->place.where);
    } else if (!s.at.line) {
        where_words(&words, f, lang, d->arena);
    }
    if (words.n) buf_printf(b, " (%s)", words.p);
    buf_free(&words);
}

void name_document(struct buf *b, const struct document_report *d)
{
    plain_text(b, d->path);
    if (d->part.n) buf_z(b, ", "), plain_text(b, d->part);
}
