/* What the recogniser made of a text, as lines that a test can compare. */
#ifndef SOP_PRINT_H
#define SOP_PRINT_H

#include "stage/read.h"
#include "stage/recognise.h"

static inline void print_item(struct buf *b, const char *name, const struct item *i)
{
    if (i->text.p) buf_printf(b, "%s: %.*s\n", name, (int)i->text.n, i->text.p);
}

static inline void print_items(struct buf *b, const char *name, const struct items *list)
{
    for (size_t i = 0; i < list->n; i++) print_item(b, name, &list->v[i]);
}

static inline void print_signature(struct buf *b, const char *name, const struct signature *s)
{
    const struct item *const parts[] = {&s->place_name, &s->date, &s->office, &s->name, &s->rank, &s->nip};
    bool any = false;
    for (size_t i = 0; i < COUNT(parts); i++) any = any || parts[i]->text.p;
    if (!any) return;
    buf_z(b, name);
    for (size_t i = 0; i < COUNT(parts); i++) buf_printf(b, "%s%.*s", i ? " | " : ": ", (int)parts[i]->text.n, parts[i]->text.n ? parts[i]->text.p : "");
    buf_ch(b, '\n');
}

static inline void print_section(struct buf *b, const char *name, const struct section *s)
{
    if (!s->head.text.p) return;
    buf_printf(b, "%s:", name);
    for (size_t i = 0; i < s->items.n; i++) {
        const struct item *m = &s->markers.v[i], *t = &s->items.v[i];
        buf_printf(b, "%s%.*s%s%.*s", i ? " | " : " ", (int)m->text.n, m->text.n ? m->text.p : "", m->text.n ? " " : "", (int)t->text.n, t->text.p);
    }
    buf_ch(b, '\n');
}

static inline void print_table(struct buf *b, const struct step_table *t)
{
    buf_printf(b, "tabel %u%s:", t->page, t->has_marks ? "" : " tanpa simbol");
    for (int c = 0; c < COLUMN_COUNT; c++)
        if (t->has[c]) buf_printf(b, " %.3s", column_name((enum column_id)c));
    buf_z(b, " [");
    for (size_t i = 0; i < t->actors.n; i++) buf_printf(b, "%s%.*s", i ? ", " : "", (int)t->actors.v[i].item.text.n, t->actors.v[i].item.text.p);
    buf_printf(b, "]%s%.*s\n", t->title.text.n ? " " : "", (int)t->title.text.n, t->title.text.n ? t->title.text.p : "");
}

static inline void print_step(struct buf *b, const struct step *s)
{
    static const char *const marks[] = {"-", "terminator", "proses", "keputusan", "konektor", "panah", "ada", "ya", "tidak", "lain"};
    buf_printf(b, "%.*s. %.*s {", (int)s->number.text.n, s->number.text.n ? s->number.text.p : "", (int)s->activity.text.n, s->activity.text.n ? s->activity.text.p : "");
    for (size_t i = 0; i < s->performers.n; i++) {
        const struct performer *p = &s->performers.v[i];
        buf_z(b, i ? ", " : "");
        if (p->actor != NO_INDEX) buf_printf(b, "%zu", p->actor + 1);
        else buf_ch(b, '?');
        buf_printf(b, " %s", marks[p->mark]);
        if (p->mark == MARK_NONE) buf_printf(b, " \"%.*s\"", (int)p->item.text.n, p->item.text.p);
    }
    buf_z(b, "} ");
    for (size_t i = 0; i < s->requirements.n; i++)
        buf_printf(b, "%s%.*s", i ? " + " : "", (int)s->requirements.v[i].text.n, s->requirements.v[i].text.p);
    const struct item *const rest[] = {&s->duration, &s->output, &s->note};
    for (size_t i = 0; i < COUNT(rest); i++) buf_printf(b, " | %.*s", (int)rest[i]->text.n, rest[i]->text.n ? rest[i]->text.p : "");
    if (s->cut) buf_z(b, " …");
    for (int c = 0; c < COLUMN_COUNT; c++)
        if (s->merged[c]) buf_printf(b, " ^%s", column_name((enum column_id)c));
    buf_ch(b, '\n');
}

static inline void print_sop(struct buf *b, const struct sop *s)
{
    const struct identity *id = &s->identity;
    static const char *const readings[] = {"", "identitas terpisah\n", "templat lain\n"};
    buf_z(b, readings[id->reading]);
    if (s->steps_unread) buf_z(b, "tabel langkah tak terbaca\n");
    print_item(b, "instansi", &id->agency);
    print_item(b, "unit", &id->unit);
    print_item(b, "nomor", &id->number);
    print_item(b, "nama", &id->name);
    print_item(b, "pembuatan", &id->created);
    print_item(b, "revisi", &id->revised);
    print_item(b, "efektif", &id->effective);
    print_signature(b, "pengesahan", &id->approval);
    print_items(b, "nomor lain", &id->other_numbers);
    print_items(b, "judul lain", &id->other_titles);
    for (int i = 0; i < SECTION_COUNT; i++) print_section(b, section_name((enum section_id)i), &s->sections[i]);
    for (size_t i = 0; i < s->labels.n; i++)
        if (!s->labels.v[i].accepted)
            buf_printf(b, "label keliru: %.*s = %s\n", (int)s->labels.v[i].item.text.n, s->labels.v[i].item.text.p, s->labels.v[i].meant);
    for (size_t i = 0; i < s->tables.n; i++) {
        print_table(b, &s->tables.v[i]);
        for (size_t k = 0; k < s->steps.n; k++)
            if (s->steps.v[k].table == i) print_step(b, &s->steps.v[k]);
    }
    print_item(b, "jumlah", &s->stated_total);
    print_signature(b, "tanda tangan", &s->signature);
    print_items(b, "paragraf", &s->paragraphs);
}

/* The layout of a text, in *pages, and the built-in vocabulary; NULL, and why on b, where there is none. */
static inline const struct layout *layout_of(struct arena *a, struct buf *b, struct str text, const struct vocabulary **v, struct arena **pages)
{
    struct pack_faults faults = {0};
    struct source s = {.path = STR("x.txt"), .raw = text};
    struct limits limits;
    struct trouble why = {0};
    struct reading r = {0};
    *v = vocabulary_load(a, &bundle_embedded, &faults);
    limits_default(&limits);
    for (size_t i = 0; i < faults.n; i++) buf_printf(b, "fault %s:%u %s\n", faults.v[i].file.p, faults.v[i].line, faults.v[i].arg[0].p);
    enum rc rc = source_decode(a, &s, &limits, &why);
    if (rc == RC_OK) rc = read_source(a, &s, &limits, &r, &why);
    if (rc != RC_OK) buf_printf(b, "unread: %s\n", word_name(why.message));
    *pages = r.pages;
    return *v && rc == RC_OK ? r.layout : NULL;
}

/* Reads and recognises a text; what came of it goes to b. */
static inline void print_recognised(struct buf *b, struct str text)
{
    struct arena *a = arena_new(), *pages;
    const struct vocabulary *v;
    struct document d = {.kind = DOCUMENT_NONE};
    bool claims = false;
    const struct layout *l = layout_of(a, b, text, &v, &pages);
    if (l) {
        recognise(a, v, l, &d, &claims, NULL);
        arena_free(pages); /* nothing of it is needed any more */
        if (d.kind == DOCUMENT_SOP) print_sop(b, d.sop);
        else buf_printf(b, "%s\n", d.kind == DOCUMENT_LKJIP ? "lkjip" : claims ? "claims" : "nothing");
    }
    arena_free(a);
}

#endif
