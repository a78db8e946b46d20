/* SOPs of other templates than that of Permenpan-RB 35/2012: document heads (No. Dok., No. Rev., Tanggal Terbit, Diperiksa oleh), chapters
 * instead of a block and a table, a decree that lays the SOP down. What shows such a template is looked for in every line and cell. */
#include "recognise/sop/template/template.h"

enum {
    SURE = 3,
    TRAITS_NAMED = 6,
    MOST_STANDARD = 2, MOST_WITH_CHAPTERS = 5, LEAST_CHAPTERS = 4, LEAST_HEADED = 3, LEAST_TRAITS = 3
};

/* ---- traits ------------------------------------------------------------------------------------------------------- */

struct seen {
    struct making *m;
    struct str named[TRAITS_NAMED]; /* as printed, the first of each kind */
    struct piece first;      /* of the first trait */
    uint32_t traits, chapters, headed; /* bits: different ones; headed: those that the source marks as headings */
    bool title, decree_title, coded; /* coded: "SPO" stands in the head, as in a document's number */
};

static size_t bits(uint32_t v)
{
    size_t n = 0;
    for (; v; v &= v - 1) n++;
    return n;
}

static void name_trait(struct seen *s, struct piece p)
{
    size_t k = 0;
    while (k < TRAITS_NAMED && s->named[k].p) k++;
    if (!k) s->first = p;
    if (k < TRAITS_NAMED) s->named[k] = p.text;
}

/* "No. Dok. : …", "Dibuat oleh  Diperiksa oleh  Disetujui oleh": several may stand on a line. */
static void traits_in(struct seen *s, const struct line *l)
{
    enum { LINE_BYTES = 200 };
    struct str text = l->text.text;
    size_t at = 0, begin, end;
    if (text.n > LINE_BYTES) return;
    while (next_word(text, &at, &begin)) {
        if (!is_upper(text.p[begin])) continue;
        const struct listed *f = wordset_prefix(&s->m->t.v->template_traits, str_slice(text, begin, text.n), &end);
        if (!f || s->traits & 1u << f->use) continue;
        s->traits |= 1u << f->use;
        struct piece p = piece_part(l->text, begin, begin + end);
        while (p.text.n && (p.text.p[p.text.n - 1] == ':' || is_space(p.text.p[p.text.n - 1]))) p = piece_part(p, 0, p.text.n - 1);
        name_trait(s, p);
    }
}

/* "045/SPO/2021" */
static bool has_code(struct str s)
{
    static const char *const codes[] = {"SOP", "SPO", "POS"};
    for (size_t i = 0; i + 3 <= s.n; i++) {
        bool word = (!i || !is_letter(s.p[i - 1])) && (i + 3 == s.n || !is_letter(s.p[i + 3]));
        for (size_t k = 0; word && k < COUNT(codes); k++)
            if (str_starts(str_slice(s, i, s.n), str_of(codes[k]))) return true;
    }
    return false;
}

static void look(struct seen *s, const struct lines *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        const struct line *l = &lines->v[i];
        size_t end, rest;
        traits_in(s, l);
        s->coded |= i < HEAD_LINES && has_code(l->text.text);
        const struct listed *f = template_chapter(s->m, l, &end);
        if (f) s->chapters |= 1u << f->use;
        if (f && l->heading) s->headed |= 1u << f->use;
        if (!title_of(s->m, l->text.text, &rest) || l->text.text.n > 120) continue;
        bool large = l->heading || l->bold || all_upper(l->text.text);
        s->title |= i < HEAD_LINES && (large || rest >= l->text.text.n || l->first);
        s->decree_title |= i < HEAD_LINES;
    }
}

/* ---- what it is ------------------------------------------------------------------------------------------------------ */

/* Different labels of 35/2012's block that hardly any other document has. */
static size_t standard_labels(const struct making *m)
{
    bool seen[LABEL_TARGETS] = {false};
    size_t n = 0;
    for (size_t i = 0; i < m->entries.n; i++) {
        uint32_t use = m->entries.v[i].use, t = use & FORM_TARGET;
        if (t >= LABEL_OTHER || use & (FORM_LOOSE | FORM_WRONG | FORM_FOREIGN) || seen[t] || m->t.v->labels[t].weight < 2) continue;
        seen[t] = true;
        n += t != LABEL_APPROVAL; /* "Disetujui oleh" stands in every template */
    }
    return n;
}

static bool has(uint32_t set, enum template_part part) { return (set >> part & 1u) != 0; }

static enum sop_template kind_of(const struct making *m, const struct seen *s)
{
    size_t standard = standard_labels(m), traits = bits(s->traits), chapters = bits(s->chapters & ~(1u << CHAPTER_CONSIDERS | 1u << CHAPTER_DECIDES));
    bool document = has(s->traits, TRAIT_DOCUMENT) || has(s->traits, TRAIT_REVISION) || has(s->traits, TRAIT_ISSUED);
    if (s->decree_title && has(s->chapters, CHAPTER_CONSIDERS) && has(s->chapters, CHAPTER_BASES) && has(s->chapters, CHAPTER_DECIDES)) return TEMPLATE_DECREE;
    bool certified = s->coded && traits >= LEAST_TRAITS && chapters >= LEAST_CHAPTERS;
    if ((!s->title && !certified) || m->sop->steps_unread) return TEMPLATE_STANDARD;
    if (document && traits >= 2 && chapters && standard <= MOST_STANDARD) return TEMPLATE_DOCUMENT;
    bool acts = has(s->chapters, CHAPTER_STEPS), many = chapters >= LEAST_CHAPTERS || bits(s->headed) >= LEAST_HEADED;
    if (acts && many && standard <= MOST_WITH_CHAPTERS && !template_has_table(m)) return TEMPLATE_CHAPTERS;
    return TEMPLATE_STANDARD;
}

/* ---- all of it ---------------------------------------------------------------------------------------------------------- */

static struct str shown_by(struct making *m, const struct seen *s)
{
    struct buf b = BUF_INIT;
    for (size_t k = 0; k < TRAITS_NAMED && s->named[k].p; k++) {
        if (b.n) buf_z(&b, ", ");
        buf_str(&b, s->named[k]);
    }
    struct str out = b.n ? arena_str(m->t.a, buf_view(&b)) : STR("");
    buf_free(&b);
    return out;
}

void template_find(struct making *m)
{
    struct seen s = {.m = m};
    struct lines lines = {0};
    template_lines(m, &lines);
    look(&s, &lines);
    enum sop_template kind = kind_of(m, &s);
    m->sop->template_kind = kind;
    if (kind == TEMPLATE_STANDARD) return;
    struct sop *sop = m->sop;
    if (m->evidence < SURE) m->evidence = SURE;
    sop->identity.reading = BLOCK_OTHER;
    sop->template_traits = (struct item){.text = kind == TEMPLATE_DOCUMENT ? shown_by(m, &s) : STR(""),
                                         .place = s.first.text.p ? piece_place(m->t.layout, s.first) : sop->identity.head.place};
    template_bases(m, &lines);
    sop->template_lacks = template_lacking(m);
    if (kind == TEMPLATE_DOCUMENT) template_issued(m), template_date(m, &lines);
}

void template_finish(struct making *m)
{
    struct lines lines = {0}, last = {0};
    if (m->sop->template_kind == TEMPLATE_STANDARD) return;
    template_lines(m, &lines);
    template_last_lines(m, &lines, &last);
    if (!template_has_table(m) && m->sop->template_kind != TEMPLATE_DOCUMENT) signature_among(m, &last);
    if (m->sop->template_kind == TEMPLATE_DECREE) {
        template_decided(m, &lines);
        if (!m->sop->identity.created.text.p) m->sop->identity.created = m->sop->signature.date;
    }
    template_name(m, &lines);
}
