/* Workbooks: cells as shown, tables and paragraphs of a sheet, what is hidden or not told, drawings. */
#include "../pack_kit.h"
#include "stage/read.h"
#include "tap.h"

#define X "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
#define RELS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define REL(id, type, target) "<Relationship Id='" id "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" type "' Target='" target "'/>"

static const char types[] = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/xl/workbook.xml' "
                            "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>";
static const char styles[] = "<styleSheet " X "><numFmts><numFmt numFmtId='170' formatCode='0.00\" menit\"'/></numFmts><fonts><font/><font><b/></font></fonts>"
                             "<borders><border/><border><left style='thin'/></border></borders><cellXfs><xf/><xf fontId='1'/><xf borderId='1'/><xf numFmtId='10'/>"
                             "<xf numFmtId='170'/><xf numFmtId='14'/></cellXfs></styleSheet>";
static const char texts[] = "<sst " X "><si><t>Kegiatan</t></si><si><r><t>Mem</t></r><r><rPr><b/></rPr><t>eriksa</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_\nb</t></si></sst>";

static struct arena *a;
static struct limits limits;
static struct source source;
static struct reading out;
static struct trouble why;

/* Reads a workbook of one sheet (`more`: of a second, hidden one, too) and perhaps a drawing. */
static enum rc read_book(const char *sheet, const char *drawing)
{
    struct buf xml = BUF_INIT, pic = BUF_INIT;
    buf_printf(&xml, "<worksheet " X ">%s%s</worksheet>", sheet, drawing ? "<drawing r:id='d'/>" : "");
    buf_printf(&pic, "<xdr:wsDr xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing' "
                     "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>%s</xdr:wsDr>", drawing ? drawing : "");
    const struct part parts[] = {
        {"[Content_Types].xml", types}, {"_rels/.rels", RELS REL("a", "officeDocument", "xl/workbook.xml") "</Relationships>"},
        {"xl/workbook.xml", "<workbook " X "><sheets><sheet name='Rahasia' state='hidden' r:id='b'/><sheet name='Lembar 1' r:id='a'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", RELS REL("a", "worksheet", "worksheets/a.xml") REL("b", "worksheet", "worksheets/a.xml")
                                           REL("s", "styles", "styles.xml") REL("t", "sharedStrings", "texts.xml") "</Relationships>"},
        {"xl/styles.xml", styles}, {"xl/texts.xml", texts}, {"xl/worksheets/a.xml", xml.p},
        {"xl/worksheets/_rels/a.xml.rels", RELS REL("d", "drawing", "../drawings/d.xml") "</Relationships>"}, {"xl/drawings/d.xml", pic.p},
    };
    struct str bytes = PACK(parts, NULL);
    arena_reset(a);
    arena_free(out.pages);
    source = (struct source){.path = STR("x.xlsx"), .raw = bytes, .words = read_words_load(a, &bundle_embedded, &(struct pack_faults){0})};
    why = (struct trouble){0};
    enum rc rc = read_source(a, &source, &limits, &out, &why);
    free((char *)(uintptr_t)bytes.p);
    buf_free(&xml);
    buf_free(&pic);
    return rc;
}

static void add_text(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.n; i++) buf_ch(b, s.p[i] == '\n' ? '/' : s.p[i]);
}

/* Blocks, one a line: "P text", "T" with its cells between bars and "^" for what a cell from above covers; "!" bold, "?" unread. */
static const char *layout_of(const char *sheet)
{
    struct buf b = BUF_INIT;
    if (read_book(sheet, NULL) != RC_OK) return word_name(why.message);
    for (size_t i = 0; i < out.layout->blocks.n; i++) {
        const struct block *k = &out.layout->blocks.v[i];
        if (b.n) buf_ch(&b, '\n');
        if (k->kind == BLOCK_PARAGRAPH) buf_z(&b, k->bold ? "P! " : "P "), add_text(&b, k->run.text);
        for (uint32_t r = 0; k->kind == BLOCK_TABLE && r < k->table->rows; r++) {
            buf_z(&b, r ? " / " : "T ");
            for (uint32_t c = 0; c < k->table->cols; c++) {
                const struct cell *cell = table_cell(k->table, r, c);
                buf_z(&b, c ? "|" : "");
                if (cell && (cell->row != r || cell->col != c)) buf_z(&b, cell->row != r ? "^" : "<");
                else if (cell) add_text(&b, cell->text), buf_z(&b, cell->header ? "!" : ""), buf_z(&b, cell->unread ? "?" : "");
            }
        }
    }
    const char *text = arena_strz(a, buf_view(&b));
    buf_free(&b);
    return text;
}

#define ROW(n, cells) "<row r='" #n "'>" cells "</row>"
#define TEXT(ref, text) "<c r='" ref "' t='inlineStr'><is><t>" text "</t></is></c>"
#define DATA(rows) "<sheetData>" rows "</sheetData>"

static void cells(void)
{
    is_str(layout_of(DATA(ROW(1, "<c r='A1' t='s' s='1'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c>"))), "T Kegiatan!|Memeriksa|a/b", "shared and rich texts");
    is_str(layout_of(DATA(ROW(1, "<c r='A1'><v>0.985</v></c><c r='B1' s='3'><v>0.985</v></c><c r='C1' s='4'><v>15</v></c><c r='D1' s='5'><v>45292</v></c><c r='E1' t='b'><v>1</v></c>"))),
           "T 0,985|98,50%|15,00 menit|01/01/2024|TRUE", "numbers as shown");
    is_str(layout_of(DATA(ROW(1, TEXT("A1", "x") "<c r='B1'><f>1+1</f></c><c r='C1' t='e'><f>A1</f><v>#REF!</v></c><c r='D1' t='str'><f>A1</f><v>hasil</v></c>"
                                 "<c r='E1' t='e' vm='1'><v>#VALUE!</v></c><c r='F1' t='str'><f>A9</f></c><c r='G1'><v>2</v></c>"))),
           "T x|?|?|hasil|?|2", "formulas with, without and with a broken value; a picture in a cell");
    is_str(layout_of(DATA("<row><c t='inlineStr'><is><t>a</t></is></c><c t='inlineStr'><is><t>b</t></is></c></row><row><c/><c><v>3</v></c><c><v>4</v></c></row>")), "T a|b| / |3|4", "cells that name no place");
    is_str(layout_of(DATA(ROW(1, "<c r='A1' t='s'><v>99</v></c>" TEXT("B1", "b")))), "T ?|b", "a text that is not there");
    read_book(DATA(ROW(12, TEXT("E12", "a") TEXT("F12", "b"))), NULL);
    const struct where *w = out.layout->blocks.v[0].table->cells.v[1].place.where;
    ok(str_eqz(w->sheet, "Lembar 1") && str_eqz(w->cell, "F12"), "the place of a cell");
}

static void tables(void)
{
    is_str(layout_of(DATA(ROW(1, TEXT("B1", "SOP Cuti")) ROW(3, TEXT("B3", "No") TEXT("C3", "Uraian")) ROW(4, TEXT("B4", "1") TEXT("C4", "Menerima")) ROW(6, TEXT("C6", "Ditetapkan")))),
           "P SOP Cuti\nT No|Uraian / 1|Menerima\nP Ditetapkan", "blank rows part what stands apart");
    is_str(layout_of(DATA(ROW(1, TEXT("A1", "Judul")) ROW(2, TEXT("A2", "a") TEXT("B2", "b")) ROW(3, TEXT("A3", "kaki")))), "P Judul\nT a|b\nP kaki", "single texts above and below");
    is_str(layout_of(DATA(ROW(1, TEXT("A1", "a") "<c r='B1' s='2'/>") ROW(2, "<c r='A2' s='2'/><c r='B2' s='2'/>") ROW(3, TEXT("A3", "c") TEXT("B3", "d")))), "T a| / | / c|d",
           "a blank row with lines is of the table");
    is_str(layout_of(DATA(ROW(1, TEXT("A1", "No") TEXT("B1", "Mutu") "<c r='C1'/>") ROW(2, TEXT("B2", "x") TEXT("C2", "y")) ROW(3, TEXT("A3", "A. TAHAP") TEXT("B3", "tersembunyi")))
                     "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/><mergeCell ref='A3:C3'/></mergeCells>"),
           "T No|Mutu|< / ^|x|y / A. TAHAP|<|<", "merged cells");
    is_str(layout_of("<cols><col min='2' max='2' hidden='1'/></cols>" DATA(ROW(1, TEXT("A1", "a") TEXT("B1", "b") TEXT("C1", "c")) "<row r='2' hidden='1'>" TEXT("A2", "x") TEXT("C2", "y") "</row>"
                     ROW(3, TEXT("A3", "d") TEXT("C3", "e"))) "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>"), "T a|c / x|e", "hidden rows and columns; what is merged into them shows");
    is_str(layout_of(DATA(ROW(1, TEXT("A1", "a") TEXT("F1", "b")) ROW(2, TEXT("A2", "c") TEXT("F2", "d")))), "T a|b / c|d", "columns in which nothing stands are none");
    is_str(layout_of("<sheetData/>"), "", "an empty sheet");
    limits.v[LIMIT_cells] = 3;
    is_str(layout_of(DATA(ROW(1, TEXT("A1", "a") TEXT("B1", "b")) ROW(2, TEXT("A2", "c") TEXT("B2", "d")))), "read_cells", "more cells than the ceiling");
    limits_default(&limits);
}

#define ANCHOR(c0, r0, c1, r1, thing)                                                                                                       \
    "<xdr:twoCellAnchor><xdr:from><xdr:col>" #c0 "</xdr:col><xdr:colOff>127000</xdr:colOff><xdr:row>" #r0 "</xdr:row><xdr:rowOff>25400</xdr:rowOff></xdr:from>" \
    "<xdr:to><xdr:col>" #c1 "</xdr:col><xdr:colOff>508000</xdr:colOff><xdr:row>" #r1 "</xdr:row><xdr:rowOff>152400</xdr:rowOff></xdr:to>" thing "</xdr:twoCellAnchor>"
#define SHAPE(id, preset, text)                                                                                                             \
    "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id='" id "'/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst='" preset "'/><a:ln><a:solidFill/></a:ln></xdr:spPr>" \
    "<xdr:txBody><a:p><a:r><a:t>" text "</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
#define LINE(ends, more) "<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id='90'/><xdr:cNvCxnSpPr>" ends "</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>" more "</xdr:spPr></xdr:cxnSp>"
#define GLUED(from, to) "<a:stCxn id='" from "' idx='2'/><a:endCxn id='" to "' idx='0'/>"
#define HEAD "<a:prstGeom prst='straightConnector1'/><a:ln><a:tailEnd type='triangle'/></a:ln>"
#define LABEL(text) "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id='80'/><xdr:cNvSpPr txBox='1'/></xdr:nvSpPr><xdr:spPr><a:noFill/><a:ln><a:noFill/></a:ln></xdr:spPr><xdr:txBody><a:p><a:r><a:t>" text "</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
#define PICTURE(id) "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id='" id "'/></xdr:nvPicPr><xdr:spPr><a:prstGeom prst='rect'/></xdr:spPr></xdr:pic>"

static const char grid[] = DATA(ROW(1, TEXT("A1", "No") TEXT("B1", "Staf") TEXT("C1", "Kabid")) ROW(2, TEXT("A2", "1") TEXT("C2", " x")) ROW(3, TEXT("A3", "2")) ROW(4, TEXT("A4", "3"))
                                ROW(5, TEXT("A5", "4") TEXT("B5", "y") TEXT("C5", "z")));

/* Shapes ("kind@row,col text") and lines ("0>1 label", with "-" for a free end, "~" probable, ":" dashed, "=" no head). */
static const char *drawing_of(const char *drawing)
{
    static const char *const kinds[] = {"capsule", "rounded", "box", "diamond", "pentagon", "circle", "other"};
    struct buf b = BUF_INIT;
    if (read_book(grid, drawing) != RC_OK) return word_name(why.message);
    for (size_t i = 0; i < out.layout->shapes.n; i++) {
        const struct shape *s = &out.layout->shapes.v[i];
        buf_printf(&b, "%s%s@%u,%u", b.n ? "; " : "", kinds[s->kind], (unsigned)s->cell.row, (unsigned)s->cell.col);
        if (s->text.text.n) buf_ch(&b, ' '), add_text(&b, s->text.text);
    }
    for (size_t i = 0; i < out.layout->connectors.n; i++) {
        const struct connector *c = &out.layout->connectors.v[i];
        buf_z(&b, b.n ? "; " : "");
        if (c->from.shape == SIZE_MAX) buf_ch(&b, '-');
        else buf_printf(&b, "%zu", c->from.shape);
        buf_z(&b, c->from.head ? "<" : "");
        buf_z(&b, c->to.head ? ">" : "=");
        if (c->to.shape == SIZE_MAX) buf_ch(&b, '-');
        else buf_printf(&b, "%zu", c->to.shape);
        buf_z(&b, c->certainty == CERTAIN ? "" : "~");
        buf_z(&b, c->dashed ? ":" : "");
        if (c->label.text.n) buf_ch(&b, ' '), add_text(&b, c->label.text);
    }
    for (size_t i = 0; i < out.layout->unread.n; i++) buf_printf(&b, "; unread %s", word_name(out.layout->unread.v[i].reason));
    const char *text = arena_strz(a, buf_view(&b));
    buf_free(&b);
    return text;
}

#define TWO ANCHOR(1, 1, 1, 1, SHAPE("2", "flowChartTerminator", "Mulai")) ANCHOR(1, 3, 1, 3, SHAPE("3", "rect", ""))

static void drawings(void)
{
    is_str(drawing_of(TWO ANCHOR(1, 1, 1, 3, LINE(GLUED("2", "3"), HEAD))), "capsule@1,1 Mulai; box@3,1; 0>1", "a glued arrow");
    is_str(drawing_of(TWO ANCHOR(1, 1, 1, 3, LINE(GLUED("3", "2"), "<a:ln><a:prstDash val='dash'/></a:ln>"))), "capsule@1,1 Mulai; box@3,1; 0=1:", "dashed, without a head: from the first");
    is_str(drawing_of(TWO ANCHOR(1, 1, 1, 3, LINE(GLUED("3", "2"), "<a:ln><a:headEnd type='arrow'/></a:ln>"))), "capsule@1,1 Mulai; box@3,1; 0>1", "a head at its start");
    is_str(drawing_of(ANCHOR(1, 1, 1, 1, SHAPE("2", "diamond", "")) ANCHOR(1, 3, 1, 3, PICTURE("5")) ANCHOR(1, 1, 1, 3, LINE(GLUED("2", "5"), HEAD)) ANCHOR(1, 2, 1, 2, LABEL("Ya"))),
           "diamond@1,1; box@3,1; 0>1 Ya", "a box as a picture; a label");
    is_str(drawing_of(ANCHOR(1, 1, 1, 1, PICTURE("2"))), "", "a picture that nothing is glued to is none");
    is_str(drawing_of(TWO ANCHOR(1, 1, 1, 3, LINE(GLUED("2", "3"), HEAD)) ANCHOR(1, 1, 1, 3, LINE("", HEAD))), "capsule@1,1 Mulai; box@3,1; 0>1", "a loose double of a glued arrow");
    is_str(drawing_of(TWO TWO), "capsule@1,1 Mulai; box@3,1", "outlines drawn twice");
    is_str(drawing_of(ANCHOR(1, 1, 1, 1, SHAPE("2", "homePlate", "")) ANCHOR(2, 2, 2, 2, SHAPE("4", "flowChartDocument", "")) ANCHOR(9, 60, 9, 60, SHAPE("3", "ellipse", ""))),
           "pentagon@1,1; other@2,2", "other outlines; what stands beside the table is no symbol");
    is_str(drawing_of(TWO ANCHOR(1, 1, 1, 3, LINE("<a:stCxn id='2' idx='2'/>", HEAD))), "capsule@1,1 Mulai; box@3,1; 0>1", "an end that meets a symbol without glue");
    is_str(drawing_of("<xdr:absoluteAnchor><xdr:pos x='700000' y='200000'/><xdr:ext cx='380000' cy='127000'/>" SHAPE("2", "roundRect", "") "</xdr:absoluteAnchor>"
                      "<xdr:oneCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx='380000' cy='127000'/>"
                      SHAPE("3", "flowChartDecision", "") "</xdr:oneCellAnchor>"), "rounded@1,1; diamond@3,2", "the other anchors");
    is_str(drawing_of(ANCHOR(1, 1, 2, 2, "<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id='7'/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:chOff x='0' y='0'/><a:chExt cx='100' cy='100'/></a:xfrm></xdr:grpSpPr>"
                      "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id='8'/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x='60' y='60'/><a:ext cx='40' cy='40'/></a:xfrm><a:prstGeom prst='rect'/><a:ln><a:solidFill/></a:ln></xdr:spPr></xdr:sp></xdr:grpSp>")
                      ANCHOR(1, 3, 1, 3, SHAPE("3", "rect", "")) ANCHOR(1, 2, 1, 3, LINE(GLUED("7", "3"), HEAD))), "box@2,2; box@3,1; 0>1", "a group, and a line glued to it");
    is_str(drawing_of("<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:Choice>" TWO "</mc:Choice><mc:Fallback>" TWO "</mc:Fallback></mc:AlternateContent>"),
           "capsule@1,1 Mulai; box@3,1", "alternatives are read once");
    is_str(drawing_of(ANCHOR(0, 0, 3, 9, PICTURE("2"))), "; unread reason_flow_picture", "a large picture over the table");
    is_str(drawing_of(ANCHOR(0, 0, 2, 4, "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id='9' hidden='1'/></xdr:nvPicPr></xdr:pic>")), "", "hidden things");
}

static void refused(void)
{
    ok(read_book("<sheetData><row>", NULL) == RC_SYNTAX && why.message == W_package_xml && str_eqz(why.arg[0], "xl/worksheets/a.xml"), "broken XML names its part");
    ok(!out.layout && out.claimed, "and is told in folders, too");
    ok(read_book("<!DOCTYPE x>", NULL) != RC_OK, "no document types");
}

int main(void)
{
    a = arena_new();
    limits_default(&limits);
    cells();
    tables();
    drawings();
    refused();
    arena_free(out.pages);
    arena_free(a);
    return done();
}
