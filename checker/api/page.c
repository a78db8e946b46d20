/* A page of a file as it was understood, without checking it. */
#include "api/session.h"

bool page_view(struct patuh_checker *c, const char *path, FILE *in, uint64_t page, struct buf *svg, struct str *message)
{
    struct arena *a = arena_new();
    struct buf raw = BUF_INIT;
    struct trouble why = {0};
    uint64_t most = c->limits.v[LIMIT_bytes];
    enum rc rc = in ? os_read_stream(a, in, most, &raw, &why) : os_read(a, path, most, &raw, &why);
    struct source s = {.path = str_of(path), .raw = buf_view(&raw), .words = c->rules->read_words};
    if (rc == RC_OK) rc = read_page_view(a, &s, &c->limits, page, svg, &why);
    if (rc != RC_OK) *message = arena_str(c->arena, word_format(a, why.message, c->lang, why.arg[0], why.arg[1]));
    buf_free(&raw);
    arena_free(a);
    return rc == RC_OK;
}
