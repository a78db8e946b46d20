/* Where a finding stands, in words. */
#include "report/reporter.h"

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
