/* Blocks of Word documents: paragraphs with their numbers, content controls, alternatives, text boxes, notes. */
#include <string.h>

#include "read/office/docx/docx.h"
#include "read/office/printed.h"

enum {
    INDENT = 4,         /* columns that a level of a list stands further in */
    MOST_IN_SHAPE = 100 /* bytes of a text that is still a symbol's or a label, not a text box of its own */
};

/* The namespaces of drawings and newer Word that a branch may require; a branch that requires another is not for us. */
static bool understood(struct str requires)
{
    static const char *const known[] = {"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16se", "a14", "wpi", "am3d", "v"};
    size_t words = 0;
    for (size_t i = 0; i < requires.n;) {
        size_t from = i;
        while (i < requires.n && requires.p[i] != ' ') i++;
        struct str word = str_slice(requires, from, i++);
        size_t k = 0;
        while (k < COUNT(known) && !str_eqz(word, known[k])) k++;
        if (word.n && k == COUNT(known)) return false;
        words += word.n > 0;
    }
    return words > 0;
}

const struct xml_node *docx_alternative(const struct xml_node *n)
{
    for (const struct xml_node *c = xml_child(n, "mc:Choice"); c; c = xml_next(c, "mc:Choice"))
        if (understood(xml_get(c, "Requires"))) return c;
    return xml_child(n, "mc:Fallback");
}

const struct xml_node *docx_control(const struct xml_node *sdt)
{
    const struct xml_node *empty = xml_path(sdt, "w:sdtPr w:showingPlcHdr");
    return empty && docx_on(empty) ? NULL : xml_child(sdt, "w:sdtContent");
}

void docx_page(struct docx *d)
{
    d->page++;
    tape_page(d->tape);
    d->page_fresh = true;
}

void docx_page_full(struct docx *d)
{
    d->page++;
    tape_page_over(d->tape);
    d->page_fresh = true;
}

/* Whether the paragraph is the first of its page, as saved. */
static bool begins_page(const struct xml_node *p)
{
    for (const struct xml_node *k = xml_walk(p, p, false); k; k = xml_walk(p, k, xml_is(k, "w:pPr"))) {
        if (xml_is(k, "w:lastRenderedPageBreak")) return true;
        if (xml_is(k, "w:t") || xml_is(k, "w:drawing") || xml_is(k, "w:pict") || xml_is(k, "w:br")) return false;
    }
    return false;
}

static bool mark_deleted(const struct xml_node *ppr)
{
    const struct xml_node *rpr = xml_child(ppr, "w:rPr");
    return xml_child(rpr, "w:del") || xml_child(rpr, "w:moveFrom");
}

/* Whether anything of the paragraph is left when its deletions are accepted. */
static bool has_content(const struct xml_node *p)
{
    for (const struct xml_node *k = xml_walk(p, p, false), *next; k; k = next) {
        bool gone = xml_is(k, "w:del") || xml_is(k, "w:moveFrom") || xml_is(k, "w:pPr");
        next = xml_walk(p, k, gone);
        if (xml_is(k, "w:t") || xml_is(k, "w:drawing") || xml_is(k, "w:pict") || xml_is(k, "w:sym")) return true;
    }
    return false;
}

static struct paragraph_look look_of(struct docx *d, const struct xml_node *ppr, const struct style **style)
{
    struct str id = xml_get(xml_child(ppr, "w:pStyle"), "w:val");
    *style = style_find(&d->styles, id.p ? id : d->styles.paragraph);
    struct paragraph_look own = paragraph_look(ppr), k = *style ? paragraph_look_over(own, (*style)->paragraph) : own;
    if (k.numbering.p && !own.levelled && *style) k.level = numbering_level(d->numbering, k.numbering, (*style)->id, k.level);
    return k;
}

static void print_number(struct docx *d, const struct paragraph_look *k, const struct run_look *look, const struct xml_node *p)
{
    struct str printed = k->numbering.p ? numbering_next(d->a, d->numbering, k->numbering, k->level) : STR_ABSENT;
    if (!printed.n) return;
    tape_indent(d->tape, INDENT * k->level);
    tape_bold(d->tape, look->bold == YES);
    tape_text(d->tape, printed, p);
    tape_blank(d->tape);
}

static struct str text_inside(struct docx *d, const struct xml_node *content, const void **origin)
{
    struct buf b = BUF_INIT;
    for (const struct xml_node *k = xml_walk(content, content, false), *next; k; k = next) {
        next = xml_walk(content, k, xml_is(k, "w:del") || xml_is(k, "w:moveFrom") || xml_is(k, "w:instrText"));
        if (xml_is(k, "w:p") && b.n) buf_ch(&b, ' ');
        if (!k->name && xml_is(k->parent, "w:t")) {
            if (!*origin) *origin = k->parent;
            buf_str(&b, k->text);
        }
    }
    struct str text = arena_str(d->a, str_trim(buf_view(&b)));
    buf_free(&b);
    return text;
}

static bool has_table(const struct xml_node *content)
{
    for (const struct xml_node *k = content; k; k = xml_walk(content, k, false))
        if (xml_is(k, "w:tbl")) return true;
    return false;
}

void docx_box_text(struct docx *d, const struct xml_node *content, struct drawn *shape)
{
    const void *origin = NULL;
    struct str text = text_inside(d, content, &origin);
    if (!d->flow || text.n > MOST_IN_SHAPE || has_table(content)) {
        *ARENA_PUSH(d->a, &d->boxes) = content;
        return;
    }
    shape->text = text;
    shape->origin = origin;
}

/* Text boxes of the paragraph, as blocks behind it. */
static void print_boxes(struct docx *d)
{
    struct pending boxes = d->boxes;
    d->boxes = (struct pending){0};
    for (size_t i = 0; i < boxes.n; i++) docx_blocks(d, boxes.v[i]);
}

static void print_notes(struct docx *d)
{
    struct pending notes = d->notes;
    d->notes = (struct pending){0};
    for (size_t i = 0; i < notes.n; i++) docx_blocks(d, notes.v[i]);
}

/* `from`: where its text began, its number left out. */
static void paragraph_ends(struct docx *d, const struct paragraph_look *k, size_t from)
{
    if (is_free_place(str_slice(tape_so_far(d->tape), from, tape_offset(d->tape)))) tape_forget(d->tape, from);
    if (k->outlined && k->outline < BODY_LEVEL && !d->tables) tape_heading(d->tape, k->outline + 1);
    tape_bold(d->tape, false);
    tape_end(d->tape);
    while (d->fields.n && !d->fields.v[d->fields.n - 1].result) { /* an instruction that never ended must not silence the rest */
        d->fields.n--;
        d->fields.silent--;
    }
    for (; d->pages_within; d->pages_within--) docx_page_full(d);
}

static void paragraph(struct docx *d, const struct xml_node *p)
{
    const struct xml_node *ppr = xml_child(p, "w:pPr");
    bool merged = mark_deleted(ppr), content = has_content(p);
    if (merged && !content) return;
    const struct style *style;
    struct paragraph_look k = look_of(d, ppr, &style);
    struct run_look look = style ? run_look_over(style->run, d->styles.run) : d->styles.run;
    d->anchor.frame = ++d->drawing.frames;
    d->anchor.page = d->paged ? d->page + 1 : 0;
    if (!d->joined) {
        if (!d->tables && !d->furniture) tape_paragraph(d->tape, ++d->paragraphs);
        bool body = !d->tables && !d->furniture;
        if (k.page_before == YES && body && !d->page_fresh) docx_page(d);
        if (body && !d->page_fresh && begins_page(p)) docx_page_full(d);
        print_number(d, &k, &look, p);
        d->from = tape_offset(d->tape);
    }
    docx_runs(d, p, look, k.dotted == YES);
    d->joined = merged;
    if (merged) return;
    paragraph_ends(d, &k, d->from);
    print_boxes(d);
}

static void block(struct docx *d, const struct xml_node *n)
{
    static const char *const through[] = {"w:customXml", "w:sdtContent", "w:ins", "w:moveTo", "w:smartTag"};
    if (xml_is(n, "w:p")) paragraph(d, n);
    else if (xml_is(n, "w:tbl")) docx_table(d, n);
    else if (xml_is(n, "w:sdt")) docx_blocks(d, docx_control(n));
    else if (xml_is(n, "mc:AlternateContent")) docx_blocks(d, docx_alternative(n));
    else if (xml_is(n, "m:oMathPara")) docx_math(d, n);
    for (size_t i = 0; i < COUNT(through); i++)
        if (xml_is(n, through[i])) docx_blocks(d, n);
}

void docx_blocks(struct docx *d, const struct xml_node *parent)
{
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        block(d, n);
        if (!d->tables && !d->joined) print_notes(d);
        if (!d->tables && !d->furniture) docx_section_ends(d, n);
    }
    if (d->joined) {
        tape_end(d->tape);
        d->joined = false;
    }
}
