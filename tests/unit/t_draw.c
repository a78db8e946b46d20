/* Pictures of flows: well-formed, one symbol a step, one arrow an edge, defects in colour with their rules. */
#include <libxml/parser.h>
#include <libxml/xpath.h>

#include "api/session.h"
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
    buf_free(&svg);

    struct buf edit = BUF_INIT;
    buf_z(&edit, good);
    char *exit_ = strstr(edit.p, ", tidak: 1");
    memset(exit_, ' ', strlen(", tidak: 1"));
    svg = draw(edit.p, false);
    ok(count(&svg, "//*[local-name()='g' and @stroke = '#c1121f']") == 1, "the decision with one exit is coloured");
    ok(count(&svg, "//*[local-name()='text' and .='AL005']") == 1, "and carries its rule");
    buf_free(&svg);
    svg = draw(edit.p, true);
    ok(svg.p && strstr(svg.p, "s0 -> s1") && strstr(svg.p, "shape=diamond") && strstr(svg.p, "\"AL005\""), "the same as DOT");
    buf_free(&svg);
    buf_free(&edit);

    svg = draw("patuh: sop/1\nidentitas: {nama: Kosong}\n", false);
    ok(count(&svg, "//*[local-name()='text' and contains(., 'tidak memuat langkah')]") == 1, "without steps the picture says so");
    buf_free(&svg);
    patuh_checker_free(checker);
    patuh_rules_free(rules);
    return done();
}
