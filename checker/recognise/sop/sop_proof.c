/* What was read of the identity block and the sections, and what proves that it was read as it was printed. What is there proves itself;
 * what is not there is missing only where the block begins and ends in the text and every line in it has been claimed. */
#include <string.h>

#include "recognise/sop/proof.h"

enum { LEAST_LABELS = 3, SHORT_VALUE = 3, DATE_BYTES = 48 };

static uint32_t target(const struct entry *e) { return e->use & FORM_TARGET; }
static bool is_field(const struct entry *e) { return target(e) <= LABEL_UNIT; }
static bool is_section(const struct entry *e) { return target(e) >= LABEL_SECTION && target(e) < LABEL_OTHER; }

struct str proof_count(const struct making *m, size_t n) { return arena_printf(m->t.a, "%zu", n); }

/* The entries of the block: from its first field to the first section behind it, or to the first step table. */
struct block_span {
    size_t first, fields_end, end; /* first field; behind the last field; behind the last section */
    size_t labels;                 /* different fields whose label stands there */
    bool any;
};

static struct block_span block_span(const struct making *m)
{
    struct block_span b = {.first = m->entries.n};
    bool seen[LABEL_TARGETS] = {false};
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        if (e->use & FORM_FOREIGN || (!is_field(e) && !is_section(e))) continue;
        if (!b.any) b.first = i;
        b.any = true;
        b.end = i + 1;
        if (is_field(e)) {
            b.fields_end = i + 1;
            b.labels += !seen[target(e)];
            seen[target(e)] = true;
        }
    }
    return b;
}

/* ---- what speaks against ---------------------------------------------------------------------------------------- */

/* A line that could be a value and belongs to no label. What names the agency, the unit or the procedure, and what is printed large, may
 * stand in a block. */
static bool stray(const struct making *m, const struct loose_line *l)
{
    struct str s = l->line.text.text;
    return !l->used && !l->beside && l->line.kind != LINE_GLUED && s.n >= SHORT_VALUE && !is_filler(s) && !heads_block(m, &l->line);
}

static bool stray_in_block(const struct making *m, const struct block_span *b)
{
    for (size_t i = 0; i < m->loose.n; i++) {
        const struct loose_line *l = &m->loose.v[i];
        bool inside = !l->tables && l->entries > b->first && l->entries <= b->fields_end && l->entries < m->entries.n;
        if (inside && stray(m, l)) return true;
    }
    return false;
}

/* The line right above the first label is a value without one. */
static bool stray_above(const struct making *m, const struct block_span *b)
{
    const struct loose_line *last = NULL;
    for (size_t i = 0; i < m->loose.n && m->loose.v[i].entries <= b->first && !m->loose.v[i].tables; i++) last = &m->loose.v[i];
    return last && stray(m, last) && !is_section(&m->entries.v[b->first]);
}

/* The text begins in the middle of the block: its first label is not the one that blocks begin with, and nothing stands over it. */
static bool begins_inside(const struct making *m, const struct block_span *b)
{
    uint32_t t = target(&m->entries.v[b->first]);
    bool above = b->first > 0;
    for (size_t i = 0; i < m->loose.n && m->loose.v[i].entries <= b->first && !above; i++) above = heads_block(m, &m->loose.v[i].line) || m->loose.v[i].used;
    return !above && t != LABEL_NUMBER && t != LABEL_NAME && t != LABEL_UNIT && t != LABEL_AGENCY;
}

/* Nothing follows the block: what would come next may have been cut off. */
static bool ends_inside(const struct making *m, const struct block_span *b)
{
    if (m->sop->tables.n || m->sop->steps.n || m->sop->steps_unread || m->sop->signature.head.place.at.set) return false;
    for (size_t i = 0; i < m->loose.n; i++)
        if (m->loose.v[i].entries >= b->end) return false;
    for (size_t i = b->end; i < m->entries.n; i++)
        if (target(&m->entries.v[i]) == LABEL_OTHER) return false;
    return true;
}

static unsigned one_of(struct str marker)
{
    unsigned n = 0;
    for (size_t i = 0; i < marker.n && n < 100; i++)
        if (is_digit(marker.p[i])) n = n * 10 + (unsigned)(marker.p[i] - '0');
    return n;
}

/* A list that begins to count anew, or goes on without numbers in a block of its own: the label over its second half is lost. */
static bool two_lists(const struct section *s)
{
    unsigned last = 0;
    for (size_t i = 0; i < s->markers.n; i++) {
        unsigned n = one_of(s->markers.v[i].text);
        if (n == 1 && last > 0) return true;
        if (!s->markers.v[i].text.n && last > 0 && is_upper(s->items.v[i].text.p[0])) return true;
        if (n) last = n;
    }
    return false;
}

/* Sections that may hold another's text: more than one text without a number. */
static bool open_section(const struct section *s)
{
    size_t plain = 0;
    for (size_t i = 0; i < s->markers.n; i++) plain += !s->markers.v[i].text.n;
    return plain > 1;
}

static bool has_month(const struct making *m, struct str s)
{
    size_t at = 0, begin;
    while (next_word(s, &at, &begin))
        if (is_letter(s.p[begin]) && wordset_find(&m->t.v->months, str_slice(s, begin, at))) return true;
    return false;
}

/* A value that holds another's, too: its label is lost. */
static bool overfull(const struct making *m)
{
    const struct identity *id = &m->sop->identity;
    const struct item *const dates[] = {&id->created, &id->revised, &id->effective};
    size_t from, begin, end;
    for (size_t i = 0; i < COUNT(dates); i++)
        if (dates[i]->text.n > DATE_BYTES || (dates[i]->text.n && nip_find(dates[i]->text, &from, &begin, &end))) return true;
    if (id->number.text.n && has_month(m, id->number.text) && memchr(id->number.text.p, ' ', id->number.text.n)) return true;
    const struct listed *f = id->name.text.n ? wordset_prefix(&m->t.v->label_forms, id->name.text, &end) : NULL;
    bool words = f && memchr(f->key.p, ' ', f->key.n); /* "Pendataan Ternak" is a name */
    if (words && (f->use & FORM_TARGET) >= LABEL_SECTION && (f->use & FORM_TARGET) < LABEL_OTHER && !(f->use & FORM_WRONG)) return true;
    return id->name.text.n && nip_find(id->name.text, &from, &begin, &end);
}

/* ---- the block -------------------------------------------------------------------------------------------------- */

/* Labels that stand there, in their order, each once, and which of them met a value. */
static size_t labels_met(const struct making *m, struct buf *names)
{
    bool seen[LABEL_TARGETS] = {false};
    size_t n = 0;
    for (size_t i = 0; i < m->entries.n; i++) {
        const struct entry *e = &m->entries.v[i];
        if (target(e) > LABEL_NAME || !e->content.n || seen[target(e)]) continue;
        seen[target(e)] = true;
        if (n++) buf_z(names, ", ");
        buf_str(names, m->t.v->labels[target(e)].standard);
    }
    return n;
}

/* The next page, where sections that are not here may stand, could not be read. */
static bool beside_unread(const struct making *m)
{
    const struct where *w = m->sop->identity.head.place.where;
    return w && w->page && layout_page_unread(m->t.layout, w->page + 1) != WORD_NONE;
}

static void against_block(struct making *m, struct read_region *r)
{
    struct block_span b = block_span(m);
    enum block_reading reading = m->sop->identity.reading;
    if (reading == BLOCK_TORN) evidence_against(m->t.a, r, W_reason_block_torn);
    if (reading == BLOCK_OTHER) evidence_against(m->t.a, r, W_reason_other_template);
    enum word page = m->entries.n ? layout_page_unread(m->t.layout, m->entries.v[0].page) : WORD_NONE;
    if (page != WORD_NONE) evidence_against(m->t.a, r, page);
    if (!b.any) return;
    if (b.labels < LEAST_LABELS) evidence_against(m->t.a, r, W_reason_block_few);
    if (begins_inside(m, &b)) evidence_against(m->t.a, r, W_reason_block_cut);
    if (stray_in_block(m, &b) || stray_above(m, &b) || overfull(m)) evidence_against(m->t.a, r, W_reason_block_stray);
    m->sop->ends_early = reading != BLOCK_OTHER && ends_inside(m, &b);
    if (m->sop->ends_early) evidence_against(m->t.a, r, W_reason_block_cut);
}

/* A text without a single label: it has no block only where its beginning is there to be seen. */
static bool has_beginning(const struct making *m)
{
    if (m->sop->identity.other_titles.n || (m->sop->tables.n && m->sop->tables.v[0].title.text.n)) return true;
    for (size_t i = 0; i < m->loose.n && !m->loose.v[i].tables; i++)
        if (heads_block(m, &m->loose.v[i].line)) return true;
    return false;
}

/* What was found with its label proves itself. */
static void sure_of_values(struct identity *id, bool each)
{
    struct item *const values[] = {&id->agency, &id->unit, &id->number, &id->name, &id->created, &id->revised, &id->effective,
                                   &id->approval.office, &id->approval.name, &id->approval.rank, &id->approval.nip, &id->approval.date};
    for (size_t i = 0; i < COUNT(values); i++) values[i]->certain = each && values[i]->text.n > 0;
    for (size_t i = 0; i < id->other_titles.n; i++) id->other_titles.v[i].certain = each;
    for (size_t i = 0; i < id->other_numbers.n; i++) id->other_numbers.v[i].certain = true;
    id->approval.head.certain = id->approval.office.text.n && id->approval.name.text.n && id->approval.nip.text.n;
}

enum word prove_block(struct making *m)
{
    struct identity *id = &m->sop->identity;
    struct buf names = BUF_INIT;
    size_t met = labels_met(m, &names);
    struct read_region *r = region_add(m->t.a, m->t.regions, REGION_IDENTITY, STR("identitas"), id->head.place);
    if (met) evidence_for(m->t.a, r, W_evidence_labels, proof_count(m, met), arena_str(m->t.a, buf_view(&names)));
    else if (m->entries.n) evidence_for(m->t.a, r, W_evidence_blank, STR_ABSENT, STR_ABSENT);
    else if (has_beginning(m)) evidence_for(m->t.a, r, W_evidence_no_labels, STR_ABSENT, STR_ABSENT);
    against_block(m, r);
    buf_free(&names);
    enum word doubt = region_doubt(r);
    id->head.doubt = doubt;
    sure_of_values(id, !overfull(m));
    const struct layout *l = m->t.layout;
    const struct where *w = id->head.place.where;
    bool hidden = false; /* a signature may stand there */
    for (size_t i = 0; w && w->page && i < l->unread.n && !hidden; i++)
        hidden = l->unread.v[i].page >= w->page && layout_part_unread(l, l->unread.v[i].page) != WORD_NONE;
    if (hidden && !id->approval.head.certain) id->approval.head.doubt = W_reason_pages_unread;
    return doubt;
}

/* ---- sections ----------------------------------------------------------------------------------------------------- */

static enum word section_doubt(const struct making *m, int i, enum word block)
{
    const struct section *s = &m->sop->sections[i];
    const struct where *w = s->head.place.where;
    if (s->items.n && two_lists(s)) return W_reason_section_two;
    if (s->items.n) return w && w->page ? layout_page_unread(m->t.layout, w->page) : WORD_NONE; /* there may be more of them */
    bool stands = s->head.text.p != NULL && m->sop->identity.reading == BLOCK_READ && block != W_reason_block_cut;
    if (block != WORD_NONE && !stands) return block; /* a label with nothing behind it and another below says so itself */
    if (!s->head.text.p && beside_unread(m)) return W_reason_pages_unread;
    for (int k = 0; k < SECTION_COUNT; k++) {
        const struct section *other = &m->sop->sections[k];
        if (two_lists(other) || (!s->head.text.p && open_section(other))) return W_reason_section_two;
    }
    return WORD_NONE;
}

void prove_sections(struct making *m, enum word block)
{
    enum word doubts[SECTION_COUNT];
    for (int i = 0; i < SECTION_COUNT; i++) doubts[i] = section_doubt(m, i, block);
    for (int i = 0; i < SECTION_COUNT; i++) {
        struct section *s = &m->sop->sections[i];
        if (s->head.text.p) {
            struct read_region *r = region_add(m->t.a, m->t.regions, REGION_SECTION, str_of(section_name((enum section_id)i)), s->head.place);
            if (s->items.n) evidence_for(m->t.a, r, W_evidence_items, proof_count(m, s->items.n), STR_ABSENT);
            else evidence_for(m->t.a, r, W_evidence_blank, STR_ABSENT, STR_ABSENT);
            if (doubts[i] != WORD_NONE) evidence_against(m->t.a, r, doubts[i]);
        }
        s->head.doubt = doubts[i];
        for (size_t k = 0; k < s->items.n; k++) s->items.v[k].certain = true; /* what an item says, it says wherever it belongs */
    }
}

void prove_readings(struct making *m)
{
    prove_sections(m, prove_block(m));
    prove_steps(m);
}
