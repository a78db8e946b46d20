/* Measures that a Word document tells without being laid out: the page's text, where a table begins, how high a row is at least. */
#include "read/office/docx/docx.h"

#define TWIPS 20.0

static double twips(const struct xml_node *n, const char *name, double otherwise)
{
    struct str s = xml_get(n, name);
    return s.p ? docx_number(s, otherwise * TWIPS) / TWIPS : otherwise;
}

void docx_measure_page(struct docx *d, const struct xml_node *section)
{
    const struct xml_node *size = xml_child(section, "w:pgSz"), *margins = xml_child(section, "w:pgMar");
    d->margin = twips(margins, "w:left", 72);
    d->text_width = twips(size, "w:w", 595) - d->margin - twips(margins, "w:right", 72);
}

void docx_measure_table(struct docx *d, const struct xml_node *tbl, double width)
{
    const struct xml_node *pr = xml_child(tbl, "w:tblPr");
    struct str how = xml_get(xml_child(pr, "w:jc"), "w:val");
    d->table_left = twips(xml_child(pr, "w:tblInd"), "w:w", 0) - 5.4; /* the text of a cell is in line with the text around the table */
    if (str_eqz(how, "center")) d->table_left = (d->text_width - width) / 2;
    else if (str_eqz(how, "right") || str_eqz(how, "end")) d->table_left = d->text_width - width;
}

double docx_least_row(const struct xml_node *tr) { return twips(xml_path(tr, "w:trPr w:trHeight"), "w:val", 0); }
