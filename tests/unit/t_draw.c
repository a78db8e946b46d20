/* Pictures of flows: well-formed, one symbol a step, one arrow an edge, defects in colour with their rules. */
#include <libxml/parser.h>
#include <libxml/xpath.h>

#include "api/session.h"
#include "draw/picture.h"
#include "stage/draw.h"
#include "tap.h"

static const char good[] =
    "patuh: sop/1\nidentitas: {nama: Penyusunan Laporan}\npelaksana: [Kepala & Wakil, Staf]\n"
    "langkah:\n"
    "  - {nomor: 1, uraian: Menyusun konsep <laporan>, pelaksana: Staf, simbol: terminator, waktu: 1 hari, output: Konsep}\n"
    "  - {nomor: 2, uraian: Memeriksa konsep, pelaksana: Kepala & Wakil, simbol: keputusan, lanjut: {ya: 3, tidak: 1}, waktu: 1 jam, output: Konsep}\n"
    "  - {nomor: 3, uraian: Mengirimkan laporan, pelaksana: Staf, simbol: terminator, waktu: 1 jam, output: Tanda terima}\n";

static struct patuh_checker *checker;

static int count(const struct buf *svg, const char *xpath)
{
    xmlDoc *doc = xmlReadMemory(svg->p, (int)svg->n, "svg", NULL, XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!doc) return -1;
    xmlXPathContext *x = xmlXPathNewContext(doc);
    xmlXPathObject *o = xmlXPathEval((const xmlChar *)xpath, x);
    int n = o && o->nodesetval ? o->nodesetval->nodeNr : 0;
    xmlXPathFreeObject(o);
    xmlXPathFreeContext(x);
    xmlFreeDoc(doc);
    return n;
}

static struct buf draw(const char *yaml, bool dot)
{
    struct buf b = BUF_INIT;
    struct patuh_result *r = patuh_check_buffer(checker, "t.yaml", yaml, strlen(yaml));
    if (dot) draw_dot(&b, r->arena, &r->document, &r->findings, LANG_ID);
    else draw_svg(&b, r->arena, &r->document, &r->findings, LANG_ID);
    patuh_result_free(r);
    return b;
}

/* Whether text stays inside: the width that the drawing reckons with for a longest word. */
static void words_fit(void)
{
    struct lines l = letters_wrap(STR("Draft LKJIP Subkegiatan/Bidang"), 106, FONT, false);
    ok(l.n == 3 && str_eqz(l.v[1], "Subkegiatan/") && str_eqz(l.v[2], "Bidang"), "a word too wide for its line is cut at its stroke");
    l = letters_wrap(STR("WWWWWWWWWWWWWWWWWWWW"), 100, FONT, false);
    ok(l.n > 1 && letters_width(l.v[0], FONT, false) <= 100, "and elsewhere where it has none");
    ok(letters_width(STR("PENGADMINISTRASI"), FONT, true) > letters_width(STR("Pengadministrasi"), FONT, true), "capitals are wider");
    ok(letters_width(STR("Umum"), FONT, true) > letters_width(STR("Umum"), FONT, false), "bold is wider");
    l = letters_wrap(STR("satu\ndua"), 200, FONT, false);
    ok(l.n == 2, "a line end in a cell ends the line");
    ok(letters_wrap(STR(""), 100, FONT, false).n == 0, "nothing has no lines");
}

int main(void)
{
    struct patuh_rules *rules = patuh_rules_new(NULL);
    const char *const select[] = {"AL", NULL};
    struct patuh_options o = {.today = "2025-01-01", .select = select};
    checker = patuh_checker_new(rules, &o, NULL);

    struct buf svg = draw(good, false);
    ok(count(&svg, "//*[local-name()='g']") == 3, "three steps have three symbols");
    ok(count(&svg, "//*[@class='flow']") == 3, "two ways on and one back: three arrows");
    ok(count(&svg, "//*[local-name()='g']/*[@rx]") == 2, "two terminators");
    ok(count(&svg, "//*[local-name()='text' and .='tidak']") == 1, "the branch has its label");
    ok(count(&svg, "//*[local-name()='text' and contains(., '<laporan>')]") == 1, "text is escaped");
    ok(count(&svg, "//*[local-name()='g' and @stroke != '#222']") == 0, "nothing is coloured where nothing was found");
    ok(count(&svg, "/*[local-name()='svg']/*[1][local-name()='title' and contains(., 'Penyusunan Laporan')]") == 1, "the picture has a title");
    ok(count(&svg, "//*[local-name()='text' and @class='b' and (.='Pelaksana' or .='Mutu Baku' or .='Penyusunan Laporan')]") == 3, "headings of both groups, the name above");
    ok(count(&svg, "//*[local-name()='text' and starts-with(., 'aliran ')]") == 3, "three kinds of lines are explained");
    ok(count(&svg, "//*[local-name()='text' and (.='Temuan' or .='Jumlah')]") == 0, "no findings, no total: neither is headed");
    ok(count(&svg, "//*[@class='flow']/following::*[@class='label']") == 2 && count(&svg, "//*[@class='label']/following::*[@marker-end]") == 0, "labels lie above the lines");
    buf_free(&svg);
    words_fit();

    struct buf edit = BUF_INIT;
    buf_z(&edit, good);
    char *exit_ = strstr(edit.p, ", tidak: 1");
    memset(exit_, ' ', strlen(", tidak: 1"));
    svg = draw(edit.p, false);
    ok(count(&svg, "//*[local-name()='g' and @stroke = '#c1121f']") == 1, "the decision with one exit is coloured");
    ok(count(&svg, "//*[local-name()='text' and .='AL005' and @x < 264]") == 1, "and carries its rule, in the column of activities");
    ok(count(&svg, "//*[local-name()='text' and starts-with(., 'AL005') and contains(., 'langkah 2: ')]") == 1, "which is told in words below");
    buf_free(&svg);
    svg = draw(edit.p, true);
    ok(svg.p && strstr(svg.p, "s0 -> s1") && strstr(svg.p, "shape=diamond") && strstr(svg.p, "\"AL005\""), "the same as DOT");
    buf_free(&svg);
    buf_free(&edit);

    struct buf sum = BUF_INIT;
    buf_z(&sum, good);
    buf_z(&sum, "jumlah-waktu: 3 hari\n");
    patuh_checker_free(checker);
    const char *const times[] = {"WK003", "ID001", NULL};
    o.select = times;
    checker = patuh_checker_new(rules, &o, NULL);
    svg = draw(sum.p, false);
    ok(count(&svg, "//*[@class='total' and .='3 hari' and @fill='#c1121f']") == 1, "a total that is wrong, in colour");
    ok(count(&svg, "//*[@class='found' and starts-with(., 'ID001')]") == 1, "what is wrong with the document as a whole is told, too");
    buf_free(&svg);
    buf_free(&sum);

    svg = draw("patuh: sop/1\nidentitas: {nama: Kosong}\n", false);
    ok(count(&svg, "//*[local-name()='text' and contains(., 'tidak memuat langkah')]") == 1, "without steps the picture says so");
    buf_free(&svg);
    patuh_checker_free(checker);
    patuh_rules_free(rules);
    return done();
}
