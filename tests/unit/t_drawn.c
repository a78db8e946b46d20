/* Drawn flows: shapes and lines on a step table become symbols, executors and exits of its steps. */
#include <stdlib.h>
#include <string.h>

#include "stage/read.h"
#include "stage/recognise.h"
#include "tap.h"

/* rows: one letter a row of the table: a digit is a step, "-" a row without one, "/" a page break (another table with a heading of its own).
 * shapes: "row column kind" each, parted by ";": the column is an executor A to C, the kind one of o (capsule) r (rounded) b (box) d (diamond)
 *   p (pentagon) c (circle) x (other); behind it "+" where it hangs over the next row, "?" where its row is not certain, and its text.
 * lines: "from to" each by the index of the shapes, "." an end that meets nothing; behind it ">" a head, "<>" two, "-" none; then
 *   "~" dashed, "|" cut by a page, "?" not certain; then the label. */
static const struct {
    const char *name, *rows, *shapes, *lines, *want;
} cases[] = {
    {"a straight flow and a way back", "123", "0Ao;1Bd;2Ao", "01>;12> Ya;10>~ Tidak",
     "1 {A terminator} >2\n2 {B keputusan} ~>1 Tidak >3 Ya\n3 {A terminator}\nutuh\n"},
    {"heads are at the other end, at none, at both", "123", "0Ao;1Bb;2Ao", "10<;12-;20<>",
     "1 {A terminator} >2 >3\n2 {B proses} >3\n3 {A terminator} >1\nutuh\n"},
    {"several executors in a row, a bus to each and from each", "123", "0Ao;1Ab;1Bb;1Cb;2Ao", "01>;02>;03>;14>;24>;34>",
     "1 {A terminator} >2\n2 {A proses, B proses, C proses} >3\n3 {A terminator}\nutuh\n"},
    {"two symbols of one executor in a row", "12", "0Ab;1Ab;1Ao", "01>;12>", "1 {A proses} >2\n2 {A terminator}\nutuh\n"},
    {"page connectors in rows without a step are a way from step to step", "12-/-34", "0Ao;1Bb;2Bp;4Cp;5Cb;6Ao", "01>;12>;34>;45>",
     "1 {A terminator} >2\n2 {B proses} >3\n3 {C proses} >4\n4 {A terminator}\nutuh\n2|3 berpasangan\n"},
    {"page connectors beside the symbol of a step", "12/34", "0Ao;1Ab;1Bp;3Cc;3Ab;4Ao", "01>;12>;34>;45>",
     "1 {A terminator} >2\n2 {A proses} >3\n3 {A proses} >4\n4 {A terminator}\nutuh\n2|3 berpasangan\n"},
    {"a pentagon as the only symbol is the step's", "123", "0Ao;1Bp;2Ao", "01>;12>", "1 {A terminator} >2\n2 {B konektor} >3\n3 {A terminator}\nutuh\n"},
    {"two pairs, told by their letters", "12/34", "0Ao;0Bc P;1Ab;1Bc Q;3Bc Q;3Ab;4Ao;4Bc P", "02>;01>;23>;45>;56>;76>",
     "1 {A terminator} >2 >4\n2 {A proses} >3\n3 {A proses} >4\n4 {A terminator}\nutuh\n2|3 berpasangan\n"},
    {"two pairs that nothing tells apart are not certain", "12/34", "0Ao;0Bc;1Ab;1Cc;3Ac;3Cb;4Ao;4Ac", "02>;01>;23>;45>;56>;76>",
     "1 {A terminator} >2 ?3\n2 {A proses} ?4\n3 {C proses} >4\n4 {A terminator}\nsebagian\n2|3 berpasangan\n"},
    {"a connector without its partner", "12/34", "0Ao;1Ab;1Bp;3Ab;4Ao", "01>;12>;34>", "1 {A terminator} >2\n2 {A proses}\n3 {A proses} >4\n4 {A terminator}\nutuh\n2|3 keluar saja\n"},
    {"a line cut by the page's end", "12/34", "0Ao;1Ab;3Ab;4Ao", "01>;12>|;23>", "1 {A terminator} >2\n2 {A proses} >3\n3 {A proses} >4\n4 {A terminator}\nutuh\n2|3 terpotong\n"},
    {"a symbol drawn again on the next page", "12/-34", "0Ao;1Bb;3Bb;4Cb;5Ao", "01>;23>;34>", "1 {A terminator} >2\n2 {B proses} >3\n3 {C proses} >4\n4 {A terminator}\nutuh\n2|3 -\n"},
    {"a symbol over the border is of the row that has none", "123", "0Ao;1Bb;1Cb+;2Ao+", "01>;12>;23>", "1 {A terminator} >2\n2 {B proses, C proses} >3\n3 {A terminator}\nutuh\n"},
    {"a symbol over the border of two rows, one of them without", "123", "0Ao;0Bb+;2Ao", "01>;12>", "1 {A terminator} >2\n2 {B proses} >3\n3 {A terminator}\nutuh\n"},
    {"an end that meets nothing: what is not there may be there", "123", "0Ao;1Bb;2Ao", "01>;1.>;12>", "1 {A terminator} >2\n2 {B proses} >3\n3 {A terminator}\nsebagian\n"},
    {"an edge that could be two is no edge", "123", "0Ao;1Bb;2Ao", "01>;12>?", "1 {A terminator} >2\n2 {B proses} ?3\n3 {A terminator}\nsebagian\n"},
    {"a symbol whose row the file does not tell", "123", "0Ao;1Bb?;2Ao", "01>;12>", "1 {A terminator}\n2 {}\n3 {A terminator}\ntidak\n"},
    {"boxes with round corners for everything", "12345", "0Ar;1Br;2Br;3Ar;4Ar", "01>;12>;23>;34>",
     "1 {A terminator} >2\n2 {B proses} >3\n3 {B proses} >4\n4 {A proses} >5\n5 {A terminator}\nutuh\n"},
    {"start and end in rows of their own", "-12-", "0Ao Mulai;1Ab;2Bb;3Bo Selesai", "01>;12>;23>", "1 {A proses} >2\n2 {B proses}\nutuh mulai selesai\n"},
    {"a refusal that ends in the same row", "12", "0Ab;1Ad;1Bo", "01>;10> Tidak;12> Ya", "1 {A proses} >2\n2 {A keputusan, B terminator} >1 Tidak >end Ya\nutuh\n"},
    {"the same line twice is one edge", "12", "0Ao;1Bo", "01>;01>", "1 {A terminator} >2\n2 {B terminator}\nutuh\n"},
    {"lines without heads: where they lead is not certain", "1234", "0Ao;1Bo;2Bb;3Ao", "01-;12-;23>", "1 {A terminator} ?2\n2 {B terminator} ?3\n3 {B proses} >4\n4 {A terminator}\nsebagian\n"},
    {"symbols without any line", "12", "0Ao;1Bo", "", "1 {A terminator}\n2 {B terminator}\ntidak\n"},
};

struct fixture {
    struct arena *a;
    struct limits limits;
    struct reading reading;
    struct layout *l;
    struct { uint32_t table, row; } rows[32]; /* of the layout, by the letters of `rows` */
};

static const char head[] =
    "<table><tr><td rowspan=2>No</td><td rowspan=2>Kegiatan</td><td colspan=3>Pelaksana</td><td colspan=3>Mutu Baku</td></tr>"
    "<tr><td>A</td><td>B</td><td>C</td><td>Kelengkapan</td><td>Waktu</td><td>Output</td></tr>";

/* The table as a layout; "/" begins another one. */
static void build(struct fixture *f, const char *rows)
{
    struct buf b = BUF_INIT;
    struct trouble why = {0};
    uint32_t table = 1, row = 2;
    buf_z(&b, head);
    for (size_t i = 0; rows[i]; i++) {
        f->rows[i].table = table;
        f->rows[i].row = row++;
        if (rows[i] == '/') buf_printf(&b, "</table><p>\f</p>%s", head), table++, row = 2;
        else if (rows[i] == '-') buf_z(&b, "<tr><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr>");
        else buf_printf(&b, "<tr><td>%c</td><td>Mengerjakan hal %c</td><td></td><td></td><td></td><td>Surat</td><td>1 jam</td><td>Hasil</td></tr>", rows[i], rows[i]);
    }
    buf_z(&b, "</table>");
    struct source *s = arena_alloc(f->a, sizeof *s);
    *s = (struct source){.path = STR("x.html"), .text = arena_str(f->a, buf_view(&b))};
    limits_default(&f->limits);
    if (read_source(f->a, s, &f->limits, &f->reading, &why) != RC_OK) exit(1);
    f->l = f->reading.layout;
    f->l->drawn = true;
    buf_free(&b);
}

static const char *next_field(const char *s)
{
    while (*s && *s != ';') s++;
    return *s ? s + 1 : s;
}

static struct str field_text(const char *s)
{
    size_t n = 0;
    while (*s && *s != ';' && *s != ' ') s++;
    if (*s == ' ') s++;
    while (s[n] && s[n] != ';') n++;
    return (struct str){s, n};
}

static void draw_shapes(struct fixture *f, const char *s)
{
    static const char kinds[] = "orbdpcx";
    static const enum shape_kind kind[] = {SHAPE_CAPSULE, SHAPE_ROUNDED, SHAPE_BOX, SHAPE_DIAMOND, SHAPE_PENTAGON, SHAPE_CIRCLE, SHAPE_OTHER};
    for (; *s; s = next_field(s)) {
        struct shape *x = ARENA_PUSH(f->a, &f->l->shapes);
        uint32_t row = f->rows[s[0] - '0'].row, col = 2 + (uint32_t)(s[1] - 'A');
        *x = (struct shape){.kind = kind[strchr(kinds, s[2]) - kinds], .cell = {f->rows[s[0] - '0'].table, row, col}, .page = f->rows[s[0] - '0'].table};
        x->top = x->bottom = row;
        x->left = x->right = col;
        if (s[3] == '+') x->bottom++;
        if (s[3] == '?') x->certainty = UNCERTAIN;
        x->text.text = field_text(s);
        double y = 100 + 40 * (s[0] - '0'), at = 100.0 * (1 + s[1] - 'A');
        x->box = (struct box){at, y, at + 30, y + 20};
    }
}

static void draw_lines(struct fixture *f, const char *s)
{
    for (; *s; s = next_field(s)) {
        struct connector *c = ARENA_PUSH(f->a, &f->l->connectors);
        size_t n = strcspn(s, "; ");
        *c = (struct connector){.from = {.shape = SIZE_MAX, .other = SIZE_MAX}, .to = {.shape = SIZE_MAX, .other = SIZE_MAX, .cell = {1, 2, 2}}};
        if (s[0] != '.') c->from.shape = (size_t)(s[0] - '0');
        if (s[1] != '.') c->to.shape = (size_t)(s[1] - '0');
        c->from.head = memchr(s, '<', n) != NULL;
        c->to.head = memchr(s, '>', n) != NULL;
        c->dashed = memchr(s, '~', n) != NULL;
        c->cut = memchr(s, '|', n) != NULL;
        if (memchr(s, '?', n)) c->certainty = UNCERTAIN;
        c->label.text = field_text(s);
    }
}

static void print_exits(struct buf *b, const struct sop *sop, const struct step *s)
{
    for (size_t k = 0; k < s->exits.n; k++) {
        const struct flow_exit *x = &s->exits.v[k];
        buf_printf(b, " %s%s", x->dashed ? "~" : "", x->origin == ORIGIN_UNSURE ? "?" : ">");
        if (x->ends) buf_z(b, "end");
        else buf_str(b, sop->steps.v[x->target].number.text);
        if (x->label.n) buf_ch(b, ' '), buf_str(b, x->label);
    }
}

static struct str print(struct arena *a, const struct sop *sop)
{
    static const char *const marks[] = {"-", "terminator", "proses", "keputusan", "konektor", "panah", "ada", "ya", "tidak", "lain"};
    static const char *const seen[] = {"tidak", "sebagian", "utuh"}, *const how[] = {"-", "berpasangan", "keluar saja", "masuk saja", "terpotong"};
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < sop->steps.n; i++) {
        const struct step *s = &sop->steps.v[i];
        buf_str(&b, s->number.text);
        buf_z(&b, " {");
        for (size_t k = 0; k < s->performers.n; k++)
            buf_printf(&b, "%s%c %s", k ? ", " : "", sop->tables.v[s->table].actors.v[s->performers.v[k].actor].item.text.p[0], marks[s->performers.v[k].mark]);
        buf_ch(&b, '}');
        print_exits(&b, sop, s);
        buf_ch(&b, '\n');
    }
    buf_printf(&b, "%s%s%s\n", seen[sop->flow_seen], sop->drawn_start ? " mulai" : "", sop->drawn_end ? " selesai" : "");
    for (size_t i = 0; i < sop->turns.n; i++) {
        const struct page_turn *t = &sop->turns.v[i];
        buf_printf(&b, "%.*s|%.*s %s\n", (int)sop->steps.v[t->last].number.text.n, sop->steps.v[t->last].number.text.p, (int)sop->steps.v[t->first].number.text.n,
                   sop->steps.v[t->first].number.text.p, how[t->how]);
    }
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}

static struct sop *recognised(struct fixture *f, const struct vocabulary *v, const char *rows, const char *shapes, const char *lines)
{
    static struct document d;
    bool claims;
    build(f, rows);
    draw_shapes(f, shapes);
    draw_lines(f, lines);
    d = (struct document){0};
    recognise(f->a, v, f->l, &d, &claims, NULL);
    if (d.kind != DOCUMENT_SOP) exit(1);
    return d.sop;
}

static void unread(const struct vocabulary *v)
{
    struct fixture f = {.a = arena_new()};
    build(&f, "12");
    draw_shapes(&f, "0Ao;1Bo");
    draw_lines(&f, "01>");
    *ARENA_PUSH(f.a, &f.l->unread) = (struct unread_drawing){.table = 1, .reason = W_reason_flow_picture};
    struct document d = {0};
    bool claims;
    recognise(f.a, v, f.l, &d, &claims, NULL);
    ok(d.sop->flow_seen == FLOW_IN_PART && d.sop->flow_reason == W_reason_flow_picture, "a picture over the table: the flow is not whole, for that reason");
    ok(d.sop->tables.v[0].unread == W_reason_flow_picture, "and the step table knows it");
    arena_free(f.reading.pages);
    arena_free(f.a);
}

/* A flow chart that stands free on a page: its symbols are the steps. */
static void free_chart(const struct vocabulary *v)
{
    static const struct {
        enum shape_kind kind;
        const char *text;
    } symbols[] = {{SHAPE_CAPSULE, "Mulai"}, {SHAPE_BOX, "Menerima berkas"}, {SHAPE_DIAMOND, "Memeriksa berkas"}, {SHAPE_PENTAGON, ""}, {SHAPE_CAPSULE, "Selesai"}};
    struct fixture f = {.a = arena_new()};
    struct source *s = arena_alloc(f.a, sizeof *s);
    struct trouble why = {0};
    struct document d = {0};
    bool claims;
    *s = (struct source){.path = STR("x.txt"), .text = STR("SOP Pelayanan\nNomor SOP : 1/2025\nTanggal Pembuatan : 5 Mei 2025\nTanggal Efektif : 12 Mei 2025\nNama SOP : Pelayanan\n")};
    limits_default(&f.limits);
    if (read_source(f.a, s, &f.limits, &f.reading, &why) != RC_OK) exit(1);
    f.l = f.reading.layout;
    f.l->drawn = true;
    for (size_t i = 0; i < COUNT(symbols); i++)
        *ARENA_PUSH(f.a, &f.l->shapes) = (struct shape){.kind = symbols[i].kind, .text = {.text = str_of(symbols[i].text)}, .page = i < 4 ? 1 : 2,
                                                        .box = {100, 100 + 50.0 * (double)i, 180, 130 + 50.0 * (double)i}};
    *ARENA_PUSH(f.a, &f.l->shapes) = (struct shape){.kind = SHAPE_CIRCLE, .page = 2, .box = {100, 60, 120, 80}};
    draw_lines(&f, "01>;12>;21>~ Tidak;23> Ya;54>");
    recognise(f.a, v, f.l, &d, &claims, NULL);
    is_str(print(f.a, d.sop).p, "1 {} >2\n2 {} >3\n3 {} ~>2 Tidak >4 Ya\n4 {}\nutuh\n", "a flow chart without a table: symbols are steps, page connectors a way");
    ok(d.sop->steps.v[2].symbol == MARK_DECISION && d.sop->steps.v[0].symbol == MARK_TERMINATOR, "with the symbols drawn");
    ok(d.sop->tables.n == 0 && str_eqz(d.sop->steps.v[1].activity.text, "Menerima berkas"), "their words are the activities, and nobody is known to perform them");
    arena_free(f.reading.pages);
    arena_free(f.a);
}

int main(void)
{
    struct arena *data = arena_new();
    struct pack_faults faults = {0};
    const struct vocabulary *v = vocabulary_load(data, &bundle_embedded, &faults);
    if (!v) return 1;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f = {.a = arena_new()};
        struct sop *sop = recognised(&f, v, cases[i].rows, cases[i].shapes, cases[i].lines);
        is_str(print(f.a, sop).p, cases[i].want, "%s", cases[i].name);
        arena_free(f.reading.pages);
        arena_free(f.a);
    }
    unread(v);
    free_chart(v);
    arena_free(data);
    return done();
}
