/* Pictures of flows, as rectangles and lines: no text lies over another, over a line, or outside its place, whatever the labels. */
#include <ctype.h>
#include <libxml/parser.h>
#include <stdlib.h>

#include "api/session.h"
#include "draw/picture.h"
#include "stage/draw.h"
#include "tap.h"

struct rect {
    double x0, y0, x1, y1;
    char text[80];
};
struct scene {
    struct rect texts[400], lines[2000]; /* lines: thin rectangles */
    size_t text_count, line_count;
};

static struct patuh_checker *checker;
static struct scene scene;

static const char *attribute(xmlNode *n, const char *name)
{
    xmlAttr *a = xmlHasProp(n, (const xmlChar *)name);
    return a && a->children ? (const char *)a->children->content : "";
}

static double number(xmlNode *n, const char *name) { return strtod(attribute(n, name), NULL); }

/* What stands in a text is as wide as the drawing reckons; as high as its capitals and what hangs below the line. */
static void add_text(xmlNode *n)
{
    const char *class = attribute(n, "class"), *anchor = attribute(n, "text-anchor");
    int size = strstr(class, "label") || strstr(class, "small") ? SMALL : FONT;
    xmlChar *s = xmlNodeGetContent(n);
    double w = letters_width(str_of((const char *)s), size, strcmp(class, "b") == 0), x = number(n, "x"), y = number(n, "y");
    bool lost = strstr(class, "lost") != NULL; /* on a white box over the columns */
    if (*s && !lost && scene.text_count < COUNT(scene.texts)) {
        struct rect *r = &scene.texts[scene.text_count++];
        if (strcmp(anchor, "middle") == 0) x -= w / 2;
        if (strcmp(anchor, "end") == 0) x -= w;
        *r = (struct rect){x, y - size * 0.75, x + w, y + size * 0.2, ""};
        snprintf(r->text, sizeof r->text, "%s", (const char *)s);
    }
    xmlFree(s);
}

static void add_line(double x0, double y0, double x1, double y1)
{
    if (scene.line_count == COUNT(scene.lines)) return;
    scene.lines[scene.line_count++] = (struct rect){x0 < x1 ? x0 : x1, y0 < y1 ? y0 : y1, x0 < x1 ? x1 : x0, y0 < y1 ? y1 : y0, ""};
}

/* Lines of flows are M, H and V alone. */
static void add_flow(const char *d)
{
    double x = 0, y = 0;
    for (char *end; *d; d = end) {
        char c = *d++;
        double v = strtod(d, &end);
        if (c == 'M') x = v, y = strtod(end, &end);
        else if (c == 'H') add_line(x, y, v, y), x = v;
        else if (c == 'V') add_line(x, y, x, v), y = v;
        while (isspace((unsigned char)*end)) end++;
    }
}

static void add_frame(xmlNode *n)
{
    double x = number(n, "x"), y = number(n, "y"), w = number(n, "width"), h = number(n, "height");
    add_line(x, y, x + w, y);
    add_line(x, y + h, x + w, y + h);
    add_line(x, y, x, y + h);
    add_line(x + w, y, x + w, y + h);
}

static void collect(xmlNode *n)
{
    for (; n; n = n->next) {
        const char *name = (const char *)n->name;
        if (n->type != XML_ELEMENT_NODE || strcmp(name, "defs") == 0) continue;
        if (strcmp(name, "text") == 0) add_text(n);
        else if (strcmp(name, "path") == 0 && strcmp(attribute(n, "class"), "flow") == 0) add_flow(attribute(n, "d"));
        else if (strcmp(name, "rect") == 0 && number(n, "x") >= 0 && !*attribute(n, "stroke-dasharray")) add_frame(n);
        collect(n->children);
    }
}

static bool meets(const struct rect *a, const struct rect *b) { return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1; }

static void see(const char *what, const char *name, const void *bytes, size_t n)
{
    struct buf b = BUF_INIT;
    struct patuh_result *r = patuh_check_buffer(checker, name, bytes, n);
    size_t over = 0, through = 0, outside = 0;
    if (r->document.kind == DOCUMENT_SOP) draw_svg(&b, r->arena, &r->document, &r->findings, LANG_ID);
    patuh_result_free(r);
    xmlDoc *doc = xmlReadMemory(b.p, (int)b.n, "svg", NULL, XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    memset(&scene, 0, sizeof scene);
    if (doc) collect(xmlDocGetRootElement(doc));
    double width = doc ? number(xmlDocGetRootElement(doc), "width") : 0, height = doc ? number(xmlDocGetRootElement(doc), "height") : 0;
    for (size_t i = 0; i < scene.text_count; i++) {
        const struct rect *t = &scene.texts[i];
        for (size_t k = i + 1; k < scene.text_count; k++)
            if (meets(t, &scene.texts[k])) over++, printf("# \"%s\" over \"%s\"\n", t->text, scene.texts[k].text);
        for (size_t k = 0; k < scene.line_count; k++) {
            struct rect l = scene.lines[k];
            l.x1 += 0.5, l.y1 += 0.5;
            if (meets(t, &l)) through++, printf("# \"%s\" over a line %g,%g %g,%g\n", t->text, l.x0, l.y0, l.x1, l.y1);
        }
        outside += t->x0 < -1 || t->y0 < -1 || t->x1 > width || t->y1 > height;
    }
    ok(doc && scene.text_count > 5 && !over && !through && !outside, "%s: %zu texts and %zu lines, none over another (%zu, %zu, %zu outside)", what, scene.text_count,
       scene.line_count, over, through, outside);
    xmlFreeDoc(doc);
    buf_free(&b);
}

static void see_yaml(const char *what, const char *yaml) { see(what, "t.yaml", yaml, strlen(yaml)); }

#define STEPS(second, third) \
    "patuh: sop/1\nidentitas: {nama: Penyusunan Laporan Kinerja Instansi Pemerintah Dinas Kearsipan, nomor: 1/2/3}\npelaksana: [Kepala Dinas, Staf]\nlangkah:\n" \
    "  - {nomor: 1, uraian: Menyusun konsep, pelaksana: Staf, simbol: terminator, waktu: 1 hari, output: Konsep}\n" \
    "  - {nomor: 2, uraian: Memeriksa konsep, pelaksana: " second ", waktu: 1 jam, output: Konsep}\n" \
    "  - {nomor: 3, uraian: Memeriksa lagi, pelaksana: " third ", waktu: 1 jam, output: Konsep}\n" \
    "  - {nomor: 4, uraian: Mengirim laporan, pelaksana: Staf, simbol: terminator, waktu: 1 jam, output: Tanda terima}\njumlah-waktu: 3 hari\n"

int main(void)
{
    struct patuh_rules *rules = patuh_rules_new(NULL);
    struct patuh_options o = {.today = "2025-01-01"};
    checker = patuh_checker_new(rules, &o, NULL);
    see_yaml("short labels", STEPS("Kepala Dinas, simbol: keputusan, lanjut: {ya: 3, tidak: 1}", "Staf, simbol: keputusan, lanjut: {ya: 4, tidak: 2}"));
    see_yaml("labels in the last column", STEPS("Staf, simbol: keputusan, lanjut: {lengkap: 3, tidak lengkap: 1}", "Staf, simbol: keputusan, lanjut: {sesuai: 4, tidak sesuai: 1}"));
    see_yaml("labels of several words", STEPS("Staf, simbol: keputusan, lanjut: {dokumen dinyatakan lengkap dan benar: 3, dokumen dikembalikan untuk diperbaiki: 1}",
                                              "Kepala Dinas, simbol: keputusan, lanjut: {disetujui tanpa catatan: 4, ditolak: 1}"));
    see_yaml("several ways out", STEPS("Kepala Dinas, simbol: keputusan, lanjut: {ringan: 3, sedang: 4, berat: 1}", "Staf"));
    see_yaml("nobody performs a step", STEPS("\"\", lanjut: {ya: 3, tidak: 1}", "\"\", lanjut: {ya: 4, tidak: 1}"));
    patuh_checker_free(checker);
    patuh_rules_free(rules);
    return done();
}
