/* What formats share: places in UTF-16, fingerprints, URIs, order and cap, texts of Markdown. */
#include "report/reporter.h"
#include "tap.h"

static struct finding finding_of(const char *element, const char *subject, const char *quote)
{
    return (struct finding){.rule = "WK003", .name = "x", .element = str_of(element), .subject = str_of(subject), .quote = str_of(quote)};
}

static bool same(const char *element, const char *subject, const char *quote)
{
    struct finding a = finding_of("/sop/langkah[3]/waktu", NULL, "3 Jam"), b = finding_of(element, subject, quote);
    char x[17], y[17];
    finding_fingerprint(&a, x);
    finding_fingerprint(&b, y);
    return strcmp(x, y) == 0;
}

static void fingerprints(void)
{
    ok(same("/sop/langkah[3]/waktu", NULL, "3 Jam"), "the same finding");
    ok(same("/sop/langkah[12]/waktu", NULL, " 3\n jam "), "a step moved, blanks and case changed");
    ok(!same("/sop/langkah[3]/output", NULL, "3 Jam"), "another element");
    ok(!same("/sop/langkah[3]/waktu", "Staf", "3 Jam"), "another subject");
    ok(!same("/sop/langkah[3]/waktu", NULL, "3 hari"), "another quote");
    ok(!same("/sop/langkah[3]/waktu", "3 Jam", NULL), "a subject is no quote");
}

static void columns(void)
{
    struct arena *a = arena_new();
    struct str text = STR("a\xC3\xA9\xF0\x9F\x98\x80z\n\xF0\x9F\x98\x80\xF0\x9F\x98\x80y");
    struct source s = {.text = text};
    struct document_report d = {.source = &s, .arena = a};
    struct spot at;
    spot_of(&d, (struct place){.at = SPAN(7, 8)}, &at); /* z, behind one beyond the first plane */
    ok(at.at.line == 1 && at.at.column == 4 && at.column16 == 5 && at.at.end_column == 5 && at.end_column16 == 6, "z: %u, %u", at.at.column, at.column16);
    spot_of(&d, (struct place){.at = SPAN(17, 18)}, &at);
    ok(at.at.line == 2 && at.at.column == 3 && at.column16 == 5, "y: %u, %u", at.at.column, at.column16);
    spot_of(&d, (struct place){.at = SPAN(1, 3)}, &at); /* back in the first line */
    ok(at.at.line == 1 && at.at.column == 2 && at.column16 == 2, "é: %u, %u", at.at.column, at.column16);
    s.composed = true;
    spot_of(&d, (struct place){.at = SPAN(7, 8)}, &at);
    ok(at.at.line == 0 && at.column16 == 0, "a composed text has no lines to tell");
    arena_free(a);
}

static const char *uri(struct buf *b, const char *path)
{
    b->n = 0;
    uri_path(b, str_of(path));
    return b->p;
}

static const char *markdown(struct buf *b, const char *text)
{
    b->n = 0;
    markdown_text(b, str_of(text));
    return b->p;
}

static void texts(void)
{
    struct buf b = BUF_INIT;
    is_str(uri(&b, "sop/a b.yaml"), "sop/a%20b.yaml", "a blank");
    is_str(uri(&b, "./././x:y?#%.md"), "x%3Ay%3F%23%25.md", "what has a meaning in a URI");
    is_str(uri(&b, "/tmp/\xC3\xA9\xFF\n"), "file:///tmp/%C3%A9%FF%0A", "from the root; bytes of any kind");
    is_str(markdown(&b, "# *a* | <b>"), "\\# \\*a\\* \\| \\<b\\>", "Markdown stays text");
    buf_free(&b);
}

static void shown(void)
{
    struct arena *a = arena_new();
    struct findings list = {0};
    for (int i = 0; i < 9; i++) *ARENA_PUSH(a, &list) = (struct finding){.rule = i < 8 ? "KG001" : "WK003", .severity = i < 8 ? SEVERITY_NOTE : SEVERITY_ERROR};
    struct document_report d = {.findings = &list, .arena = a};
    struct report_options o = {0};
    struct shown *v;
    size_t n = shown_findings(&d, &o, &v);
    ok(n == 1 + REPEATS, "%zu are shown", n);
    ok(v[0].f == &list.v[8], "the gravest first");
    ok(v[1].f == &list.v[0] && v[REPEATS].f == &list.v[REPEATS - 1], "then those of one rule in their order");
    ok(v[REPEATS].more == 8 - REPEATS && v[0].more == 0, "and how many more there are");
    o.all = o.by_place = true;
    n = shown_findings(&d, &o, &v);
    ok(n == 9 && v[0].f == &list.v[0] && v[8].f == &list.v[8] && v[8].more == 0, "all, by place");
    list.n = REPEATS + 1; /* one line that says \"1 more\" saves nothing */
    o.all = false;
    n = shown_findings(&d, &o, &v);
    ok(n == REPEATS + 1, "one more than the cap is shown: %zu", n);
    list.n = 0;
    ok(shown_findings(&d, &o, &v) == 0, "none");
    arena_free(a);
}

int main(void)
{
    fingerprints();
    columns();
    texts();
    shown();
    return done();
}
