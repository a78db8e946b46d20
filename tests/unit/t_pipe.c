/* The stream of page geometry: what is well said is taken as it is, and every way of saying what cannot be is refused, each by itself. */
#include "read/page/pipe.h"
#include "tap.h"

enum { MOST = 24 };
struct record {
    char tag;
    const char *bytes;   /* behind the fields; NULL: none */
    size_t n;
    int32_t v[MOST];
};

static const struct record page = {'P', NULL, 4, {1, 595000, 842000, 0}};
static const struct record a_word = {'W', "Surat", 11, {100000, 50000, 130000, 62000, 9000, 60000, READ_RIGHT, WORD_BOLD, 0x102030, 1, 5}};
static const struct record rule = {'R', NULL, 8, {1, 40000, 10000, 90000, 500, 0, 8, 2}};
static const struct record path = {'A', NULL, 14, {3, 0, 0xFFFFFF, 0, 1000, 0, 3, 3, 0, 0, 10000, 0, 10000, 20000}};
static const struct record picture = {'I', NULL, 6, {0, 0, 595000, 842000, 1, 4}};
static const struct record end = {'E', NULL, 1, {1}};
static const struct record done_one = {'Z', NULL, 1, {1}};
static const struct record failed = {'X', NULL, 1, {PIPE_ENCRYPTED}};

static void add(struct buf *b, const struct record *r)
{
    buf_ch(b, r->tag);
    for (size_t i = 0; i < r->n; i++)
        for (unsigned k = 0; k < 4; k++) buf_ch(b, (char)((uint32_t)r->v[i] >> (8 * k) & 255));
    if (r->bytes) buf_z(b, r->bytes);
}

static bool reads(const struct buf *b, enum pipe_failure *failure)
{
    struct arena *a = arena_new();
    struct pages pages = {0};
    bool good = pipe_read(a, buf_view(b), &pages, failure);
    arena_free(a);
    return good;
}

static bool stream(const struct record *const *records)
{
    struct buf b = BUF_INIT;
    enum pipe_failure failure;
    buf_z(&b, PIPE_MAGIC);
    for (; *records; records++) add(&b, *records);
    bool good = reads(&b, &failure);
    buf_free(&b);
    return good;
}

/* The record inside a page that is right but for it. */
static bool taken(const struct record *r)
{
    const struct record *const all[] = {&page, r, &end, &done_one, NULL};
    return stream(all);
}

static void well_said(void)
{
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    struct pages pages = {0};
    enum pipe_failure failure = PIPE_BROKEN;
    const struct record *const all[] = {&page, &a_word, &rule, &path, &picture, &end, &done_one};
    buf_z(&b, PIPE_MAGIC);
    for (size_t i = 0; i < COUNT(all); i++) add(&b, all[i]);
    ok(pipe_read(a, buf_view(&b), &pages, &failure) && failure == PIPE_FINE && pages.n == 1, "a page of everything");
    const struct page *p = pages.v;
    ok(p->width == 595 && p->height == 842 && !p->damaged, "its size");
    ok(p->words.n == 1 && str_eqz(p->words.v[0].text, "Surat") && p->words.v[0].box.x0 == 100 && p->words.v[0].size == 9 && p->words.v[0].marks == WORD_BOLD &&
           p->words.v[0].colour == 0x102030, "its word");
    ok(p->rules.n == 1 && p->rules.v[0].vertical && p->rules.v[0].at == 40 && p->rules.v[0].thickness == 0.5 && p->rules.v[0].dashed, "its rule");
    ok(p->paths.n == 1 && p->paths.v[0].closed && p->paths.v[0].filled && p->paths.v[0].n == 3 && p->paths.v[0].box.x1 == 10 && p->paths.v[0].box.y1 == 20, "its path, with a box around");
    ok(p->pictures.n == 1 && p->pictures.v[0].mask, "its picture");
    for (size_t n = 0; n < b.n; n++) {
        struct buf part = {b.p, n, b.cap};
        if (!reads(&part, &failure)) continue;
        ok(false, "%zu bytes of %zu taken for all", n, b.n);
    }
    ok(true, "broken off anywhere it is refused");
    buf_ch(&b, 'E');
    ok(!reads(&b, &failure), "… and with something behind its end");
    b.n--;
    b.p[0] = 'P';
    ok(!reads(&b, &failure), "… and with another first line");
    buf_free(&b);
    arena_free(a);
}

static void wrong_fields(void)
{
    static const struct {
        const struct record *of;
        size_t field;
        int32_t value;
        const char *what;
    } wrong[] = {
        {&a_word, 0, 140000, "a word that ends before it begins"}, {&a_word, 1, 63000, "… and upside down"},
        {&a_word, 2, 20000001, "a place far away"},                {&a_word, 0, -20000001, "… on the other side"},
        {&a_word, 4, -1, "a size below zero"},                     {&a_word, 5, INT32_MIN, "a base line nowhere"},
        {&a_word, 6, 4, "a fifth direction"},                      {&a_word, 6, -1, "a direction below zero"},
        {&a_word, 7, WORD_DRAWN, "a mark that is not the producer's"}, {&a_word, 7, 1 << 20, "a mark that there is not"},
        {&a_word, 8, 0x1000000, "a colour of four bytes"},         {&a_word, 9, 0, "painted before everything"},
        {&a_word, 10, 0, "a word of nothing"},                     {&a_word, 10, 4097, "a word without end"},
        {&a_word, 10, -5, "a word of fewer bytes than none"},      {&rule, 0, 2, "neither across nor down"},
        {&rule, 2, 90001, "a rule that ends before it begins"},  {&rule, 4, 2000001, "a rule as thick as the page"},
        {&rule, 4, -1, "a thickness below zero"},                {&rule, 6, 13, "looks that a rule has not"},
        {&rule, 7, -2, "an order below zero"},                   {&path, 0, 0, "a path that nobody painted"},
        {&path, 0, 16, "looks that there are not"},              {&path, 1, -1, "fewer curves than none"},
        {&path, 2, -1, "a fill below zero"},                     {&path, 4, 1001, "more than opaque"},
        {&path, 5, -1, "a stroke below zero"},                   {&path, 7, 1, "a path of one point"},
        {&path, 7, INT32_MAX, "a path of points that are not there"}, {&path, 8, 20000001, "a point far away"},
        {&picture, 2, -1, "a picture that ends before it begins"}, {&picture, 4, 2, "neither mask nor none"},
        {&picture, 5, 0, "a picture before everything"},
    };
    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct record r = *wrong[i].of;
        ok(taken(&r), "right: %c", r.tag);
        r.v[wrong[i].field] = wrong[i].value;
        ok(!taken(&r), "refused: %s", wrong[i].what);
    }
}

static void wrong_texts(void)
{
    static const struct {
        const char *bytes, *what;
    } wrong[] = {
        {"a b", "a blank"},          {"a\nb", "a line's end"},          {"a\x7f", "DEL"},           {"a\xC2\xA0", "a blank that does not break"}, {"\xC2\x85", "a control of Latin"},
        {"\x80" "a", "a byte that goes on with nothing"}, {"a\xC3", "half a letter"}, {"\xC3" "a", "a letter that does not go on"}, {"\xC0\xAF", "two bytes for one"},
        {"\xE0\x80\xAF", "three for one"}, {"\xED\xA0\x80", "half a pair"}, {"\xF4\x90\x80\x80", "beyond the last letter"}, {"\xF8\x88\x80\x80\x80", "five bytes"}, {"\xFF", "no letter at all"},
    };
    static const char *const right[] = {"a", "\xC3\xA9", "\xE2\x80\x9C", "\xF0\x9F\x98\x80"};
    for (size_t i = 0; i < COUNT(right) + COUNT(wrong); i++) {
        struct record r = a_word;
        r.bytes = i < COUNT(right) ? right[i] : wrong[i - COUNT(right)].bytes;
        r.v[10] = (int32_t)strlen(r.bytes);
        if (i < COUNT(right)) ok(taken(&r), "a word of %d bytes", (int)r.v[10]);
        else ok(!taken(&r), "refused in a word: %s", wrong[i - COUNT(right)].what);
    }
}

static void wrong_orders(void)
{
    struct record second = page, wide = page, turned = page, unsure = end, many = done_one, odd = failed, unknown = {'Q', NULL, 0, {0}};
    second.v[0] = 3;
    wide.v[1] = -1;
    turned.v[3] = 45;
    unsure.v[0] = 2;
    many.v[0] = 2;
    odd.v[0] = 9;
    const struct record *const wrong[][8] = {
        {&done_one}, {&a_word, &done_one}, {&end, &done_one}, {&page, &done_one}, {&page, &page, &end, &done_one}, {&page, &end, &second, &end, &done_one}, {&second, &end, &done_one},
        {&wide, &end, &done_one}, {&turned, &end, &done_one}, {&page, &unsure, &done_one}, {&page, &end, &many}, {&page, &end, &done_one, &done_one}, {&odd}, {&failed, &done_one},
        {&page, &unknown, &end, &done_one}, {&unknown}, {&page, &end}, {&page, &end, &rule, &done_one},
    };
    static const char *const what[] = {
        "an end that counts a page too many", "a word outside of pages", "the end of no page", "the end in a page", "a page in a page", "a page left out", "pages that begin with the third",
        "a page less wide than nothing", "a page turned by an eighth", "neither whole nor damaged", "another number of pages", "two ends", "a failure that there is not", "something behind a failure",
        "a record that there is not", "… outside of pages", "no end", "a rule between pages",
    };
    for (size_t i = 0; i < COUNT(wrong); i++) ok(!stream(wrong[i]), "refused: %s", what[i]);
    struct buf b = BUF_INIT;
    enum pipe_failure failure = PIPE_FINE;
    buf_z(&b, PIPE_MAGIC);
    add(&b, &failed);
    ok(reads(&b, &failure) && failure == PIPE_ENCRYPTED, "that the producer gave up is told");
    buf_free(&b);
}

int main(void)
{
    well_said();
    wrong_fields();
    wrong_texts();
    wrong_orders();
    return done();
}
