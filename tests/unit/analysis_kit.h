/* What the tests of analyses share: the data built into the binary, a document from a definition or from columns and marks, and its facts. */
#ifndef ANALYSIS_KIT_H
#define ANALYSIS_KIT_H

#include <stdlib.h>
#include <string.h>

#include "analyse/analyst.h"
#include "stage/read.h"
#include "tap.h"

struct kit {
    struct arena *data, *a;
    const struct knowledge *k;
    struct parameters parameters;
    struct analyst *analyst;
    struct source source;
    struct document document;
};

static inline void kit_open(struct kit *t)
{
    struct pack_faults faults = {0};
    *t = (struct kit){.data = arena_new(), .a = arena_new()};
    t->k = knowledge_load(t->data, &bundle_embedded, &faults);
    for (size_t i = 0; i < faults.n; i++) printf("# %.*s:%u %s\n", (int)faults.v[i].file.n, faults.v[i].file.p, (unsigned)faults.v[i].line, word(faults.v[i].message, LANG_EN));
    if (!t->k) exit(1);
    t->analyst = analyst_new(t->k, &t->parameters, (struct date){2025, 1, 31});
}

static inline int kit_close(struct kit *t)
{
    analyst_free(t->analyst);
    arena_free(t->a);
    arena_free(t->data);
    return done();
}

/* The SOP of a definition, analysed. */
static inline struct sop *kit_sop(struct kit *t, const char *yaml)
{
    struct limits limits;
    struct reading out = {0};
    struct trouble why = {0};
    arena_reset(t->a);
    limits_default(&limits);
    t->source = (struct source){.path = STR("x.yaml"), .text = arena_printf(t->a, "patuh: sop/1\n%s", yaml)};
    if (reader_yaml.read(t->a, &t->source, &limits, &out, &why) != RC_OK || out.document->errors.n) {
        printf("# the definition of the test is broken: %s\n", yaml);
        exit(1);
    }
    t->document = *out.document;
    t->document.source = &t->source;
    analyse(t->a, t->analyst, &t->document);
    return t->document.sop;
}

/* An SOP of drawn pages: "Kepala Dinas|Sekretaris\no.\n.p\n" is a page with two columns and two steps, marked o (terminator), p (process),
 * d (decision), c (connector), v (somebody does it), > (arrow), y, n (labels), . (nothing). Pages are parted by an empty line. */
static inline void kit_mark(struct kit *t, struct step *s, size_t actor, char c)
{
    static const char letters[] = "opdcv>yn";
    static const enum mark marks[] = {MARK_TERMINATOR, MARK_PROCESS, MARK_DECISION, MARK_CONNECTOR, MARK_PRESENT, MARK_ARROW, MARK_YES, MARK_NO};
    const char *at = strchr(letters, c);
    if (!at) return;
    struct performer *p = ARENA_PUSH(t->a, &s->performers);
    *p = (struct performer){.actor = actor, .mark = marks[at - letters]};
}

static inline struct sop *kit_pages(struct kit *t, const char *text)
{
    struct sop *s;
    arena_reset(t->a);
    s = arena_alloc(t->a, sizeof *s);
    t->source = (struct source){.path = STR("x"), .text = STR("")};
    t->document = (struct document){.kind = DOCUMENT_SOP, .source = &t->source, .sop = s};
    for (bool head = true; *text;) {
        size_t n = strcspn(text, "\n");
        if (n == 0) head = true;
        else if (head) {
            struct step_table *page = ARENA_PUSH(t->a, &s->tables);
            for (int c = 0; c < COLUMN_COUNT; c++) page->has[c] = true;
            page->page = (uint32_t)s->tables.n;
            for (size_t i = 0, from = 0; i <= n; i++) {
                if (i < n && text[i] != '|') continue;
                struct actor *x = ARENA_PUSH(t->a, &page->actors);
                *x = (struct actor){.item.text = arena_str(t->a, (struct str){text + from, i - from}), .identity = NO_INDEX};
                from = i + 1;
            }
            head = false;
        } else {
            struct step *step = ARENA_PUSH(t->a, &s->steps);
            step->table = s->tables.n - 1;
            step->number.text = arena_printf(t->a, "%zu", s->steps.n);
            step->activity.text = arena_printf(t->a, "Mengerjakan hal %zu", s->steps.n);
            for (size_t i = 0; i < n; i++) kit_mark(t, step, i, text[i]);
        }
        text += n + (text[n] == '\n');
    }
    analyse(t->a, t->analyst, &t->document);
    return s;
}

/* The value of a fact; "?" when it is unknown, "-" when nobody mentioned it. */
static inline const char *fact(struct kit *t, const struct item *item, const char *name)
{
    const struct fact *f = fact_called(item, name);
    return !f ? "-" : f->value.p ? arena_strz(t->a, f->value) : "?";
}

/* The list facts of that name: "text fact=value; text fact=value" for one fact of each. */
static inline const char *children(struct kit *t, const struct item *item, const char *name, const char *of)
{
    struct buf b = BUF_INIT;
    for (const struct child *c = item->children; c; c = c->next)
        if (strcmp(fact_text(c->name), name) == 0) buf_printf(&b, "%s%.*s=%s", b.n ? "; " : "", (int)c->item.text.n, c->item.text.p, fact(t, &c->item, of));
    const char *s = arena_strz(t->a, b.p ? buf_view(&b) : STR(""));
    buf_free(&b);
    return s;
}

#endif
