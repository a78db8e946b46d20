/* Fuzz target of the lines that `patuh merge` reads: what is taken of one can be written, and read again as the same. */
#include "fuzz.h"
#include "report/reporter.h"
#include "stage/merge.h"

static struct str written(struct buf *b, const struct document_report *d)
{
    struct json_style s = {LANG_ID, " ", true};
    b->n = 0;
    buf_z(b, "{\"type\": \"document\", ");
    json_document(b, d, &s);
    buf_ch(b, '}');
    return buf_view(b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct buf first = BUF_INIT, second = BUF_INIT;
    struct told_line t, again;
    struct trouble why = {0};
    bool good = told_read(a, (struct str){(const char *)data, size}, &t, &why);
    need(good || why.message != WORD_NONE);
    if (good && t.kind == TOLD_DOCUMENT) {
        if (t.document.row) (void)told_row(a, t.document.row);
        struct str line = written(&first, &t.document);
        need(told_read(a, line, &again, &why) && str_eq(line, written(&second, &again.document)));
    }
    buf_free(&first);
    buf_free(&second);
    arena_free(a);
    return 0;
}
