/* Fuzz target of flow charts written as text: every index is one of the chart's, every place lies in the text, and what is made of it in
 * the middle of a document is one. */
#include "fuzz.h"
#include "read/mermaid/mermaid.h"
#include "stage/recognise.h"

static void check_run(const struct source *s, const struct run *r)
{
    need(!r->place.at.set || (r->place.at.begin <= r->place.at.end && r->place.at.end <= s->text.n));
}

static void check_chart(const struct source *s, const struct chart *c)
{
    for (size_t i = 0; i < c->nodes.n; i++) {
        need(c->nodes.v[i].id.n > 0 && (c->nodes.v[i].lane == SIZE_MAX || c->nodes.v[i].lane < c->lanes.n));
        check_run(s, &c->nodes.v[i].text);
    }
    for (size_t i = 0; i < c->edges.n; i++) {
        need(c->edges.v[i].from < c->nodes.n && c->edges.v[i].to < c->nodes.n);
        check_run(s, &c->edges.v[i].label);
    }
    for (size_t i = 0; i < c->lanes.n; i++) check_run(s, &c->lanes.v[i].title);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena *kept; /* seen by the leak checker */
    static const struct vocabulary *vocabulary;
    if (!vocabulary) {
        struct pack_faults faults = {0};
        need((vocabulary = vocabulary_load(kept = arena_new(), &bundle_embedded, &faults)) != NULL);
    }
    struct arena *a = arena_new();
    struct limits limits;
    struct buf text = BUF_INIT;
    struct reading r = {0};
    struct trouble why = {0};
    struct document d = {0};
    struct chart c;
    bool claims;
    limits_default(&limits);
    buf_z(&text, "Nomor SOP : 1/2024\nNama SOP : Peminjaman Arsip\n\n```mermaid\n");
    size_t from = text.n;
    buf_add(&text, data, size);
    struct source s = {.path = STR("fuzz"), .text = buf_view(&text)};
    mermaid_read(a, s.text, from, text.n, &limits, &c);
    check_chart(&s, &c);
    size_t end = mermaid_end(s.text, from);
    need(end >= from && end <= text.n);
    if (reader_text.read(a, &s, &limits, &r, &why) == RC_OK) {
        for (size_t i = 0; i < r.layout->charts.n; i++) check_chart(&s, &r.layout->charts.v[i]);
        recognise(a, vocabulary, r.layout, &d, &claims, NULL);
    }
    arena_free(r.pages);
    arena_free(a);
    buf_free(&text);
    return 0;
}
