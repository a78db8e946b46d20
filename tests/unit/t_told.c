/* Lines of other runs: what is read of one is written as it was, and what is none of ours is refused with its reason. */
#include <stdlib.h>

#include "report/reporter.h"
#include "stage/merge.h"
#include "tap.h"

static void whole(void)
{
    FILE *f = fopen("tests/outputs/harapan/jsonl", "rb");
    struct buf all = BUF_INIT, out = BUF_INIT;
    char block[4096];
    size_t documents = 0, same = 0, n;
    ok(f != NULL, "the lines that are expected of the set of documents");
    while (f && (n = fread(block, 1, sizeof block, f)) > 0) buf_add(&all, block, n);
    if (f) fclose(f);
    struct str rest = buf_view(&all);
    while (rest.n) {
        size_t end = str_find(rest, STR("\n"), 0);
        struct str line = str_slice(rest, 0, end);
        struct arena *a = arena_new();
        struct told_line t;
        struct trouble why;
        rest = str_slice(rest, end + 1, rest.n);
        if (!told_read(a, line, &t, &why)) ok(false, "read: %.60s", line.p);
        else if (t.kind == TOLD_DOCUMENT) {
            struct json_style s = {LANG_ID, " ", true};
            out.n = 0;
            buf_z(&out, "{\"type\": \"document\", ");
            if (t.document.row) t.document.row = told_row(a, t.document.row);
            json_document(&out, &t.document, &s);
            buf_ch(&out, '}');
            documents++;
            same += str_eq(buf_view(&out), line);
            if (!str_eq(buf_view(&out), line)) printf("#  got: %s\n# want: %.*s\n", out.p, (int)line.n, line.p);
        }
        arena_free(a);
    }
    ok(documents >= 6 && same == documents, "%zu of %zu documents are written as they were read", same, documents);
    buf_free(&all);
    buf_free(&out);
}

static struct str written(struct arena *a, const struct document_report *d)
{
    struct json_style s = {LANG_ID, " ", true};
    struct buf b = BUF_INIT;
    buf_z(&b, "{\"type\": \"document\", ");
    json_document(&b, d, &s);
    buf_ch(&b, '}');
    struct str text = arena_str(a, buf_view(&b));
    buf_free(&b);
    return text;
}

/* A row with a place that has no line, as no run of ours writes it: found by fuzzing. */
static void without_line(struct arena *a)
{
    static const char line[] =
        "{\"type\": \"document\", \"path\": \"a.md\", \"part\": null, \"kind\": \"sop\", \"reader\": \"text\", \"findings\": [], \"suppressed\": [], \"rules\": {}, "
        "\"unread\": [], \"not_understood\": [], \"time\": null, \"faulty\": false, \"fail_on\": \"galat\", \"row\": {\"number\": \"1\", \"title\": \"A\", "
        "\"agency\": null, \"unit\": null, \"head\": {\"location\": {\"line\": 0, \"column\": 13}, \"at\": 12}, \"name\": {\"location\": {}, \"at\": 0}, "
        "\"related\": []}, \"error\": null}";
    struct told_line t, again;
    struct trouble why = {0};
    ok(told_read(a, str_of(line), &t, &why), "a row without a line is read");
    struct str once = written(a, &t.document);
    ok(told_read(a, once, &again, &why) && str_eq(once, written(a, &again.document)), "and written twice the same");
}

static const char *refused(struct arena *a, const char *line)
{
    struct told_line t;
    struct trouble why = {0};
    return told_read(a, str_of(line), &t, &why) ? "" : word_format(a, why.message, LANG_EN, why.arg[0], why.arg[1]).p;
}

int main(void)
{
    struct arena *a = arena_new();
    whole();
    without_line(a);
    is_str(refused(a, ""), "this line is no JSON of patuh check -f jsonl", "nothing");
    is_str(refused(a, "{\"type\": \"end\", \"type\": \"end\", \"documents\": 1}"), "this line is no JSON of patuh check -f jsonl", "a key that stands twice");
    is_str(refused(a, "[]"), "this line is no output of patuh check -f jsonl: type", "no object");
    is_str(refused(a, "{\"type\": \"mulai\"}"), "this line is no output of patuh check -f jsonl: type", "another type");
    is_str(refused(a, "{\"type\": \"document\"}"), "this line is no output of patuh check -f jsonl: kind", "a document with nothing in it");
    is_str(refused(a, "{\"type\": \"skipped\", \"path\": null, \"reason\": \"other\"}"), "this line is no output of patuh check -f jsonl: path", "a path that is none");
    is_str(refused(a, "{\"type\": \"end\", \"documents\": -1}"), "this line is no output of patuh check -f jsonl: documents", "a number below 0");
    is_str(refused(a, "{\"type\": \"end\", \"documents\": 3}"), "", "an end");
    arena_free(a);
    return done();
}
