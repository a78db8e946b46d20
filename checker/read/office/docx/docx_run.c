/* What stands inside a paragraph: runs of text, fields, symbols, form fields, formulas. Changes are taken as accepted. */
#include <string.h>
#include <utf8proc.h>

#include "base/chars.h"
#include "read/decode.h"
#include "read/office/docx/docx.h"

/* ---- characters ------------------------------------------------------------------------------------------------ */

static void put_char(struct docx *d, uint32_t c, const void *origin)
{
    char bytes[4];
    tape_text(d->tape, (struct str){bytes, utf8_put(bytes, c)}, origin);
}

/* Text in a font of symbols, or in capitals: character by character. */
static void put_changed(struct docx *d, struct str s, const struct run_look *look, const void *origin)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < s.n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i, (utf8proc_ssize_t)(s.n - i), &c);
        if (n <= 0) break;
        uint32_t seen = look->font == FONT_TEXT ? 0 : symbol_char(look->font, (uint32_t)c);
        if (!seen) seen = look->caps == YES ? (uint32_t)utf8proc_toupper(c) : (uint32_t)c;
        char bytes[4];
        buf_add(&b, bytes, utf8_put(bytes, seen));
        i += (size_t)n;
    }
    tape_text(d->tape, buf_view(&b), origin);
    buf_free(&b);
}

static void put(struct docx *d, struct str s, const struct run_look *look, const void *origin)
{
    if (!s.n) return;
    if (!str_blank(s)) d->page_fresh = false;
    tape_bold(d->tape, look->bold == YES);
    if (look->caps == YES || look->font != FONT_TEXT) put_changed(d, s, look, origin);
    else tape_text(d->tape, s, origin);
}

/* ---- fields ---------------------------------------------------------------------------------------------------- */

static struct field *field(struct docx *d) { return d->fields.n ? &d->fields.v[d->fields.n - 1] : NULL; }

static void field_instruction(struct docx *d, struct str s)
{
    struct field *f = field(d);
    for (size_t i = 0; f && !f->result && i < s.n && f->n < sizeof f->word; i++)
        if (f->n || s.p[i] != ' ') f->word[f->n++] = s.p[i];
}

static bool names_page(struct str word)
{
    static const char *const names[] = {"PAGE", "NUMPAGES", "SECTIONPAGES"};
    for (size_t i = 0; i < COUNT(names); i++) {
        struct str name = str_of(names[i]);
        if (str_istarts(word, name) && (word.n == name.n || word.p[name.n] == ' ' || word.p[name.n] == '\\')) return true;
    }
    return false;
}

/* What a form field shows that has no result of its own: the box ticked, the entry chosen. */
static void form_field(struct docx *d, const struct xml_node *n, const struct run_look *look)
{
    const struct xml_node *box = xml_path(n, "w:ffData w:checkBox"), *list = xml_path(n, "w:ffData w:ddList");
    if (box) {
        const struct xml_node *on = xml_child(box, "w:checked");
        if (!on) on = xml_child(box, "w:default");
        put(d, on && docx_on(on) ? STR("\u2611") : STR("\u2610"), look, n);
    } else if (list) {
        uint64_t chosen = 0;
        const struct xml_node *result = xml_child(list, "w:result"), *entry = xml_child(list, "w:listEntry");
        if (!result) result = xml_child(list, "w:default");
        if (result && !str_u64(xml_get(result, "w:val"), &chosen)) chosen = 0;
        while (chosen-- && entry) entry = xml_next(entry, "w:listEntry");
        if (entry) put(d, xml_get(entry, "w:val"), look, n);
    }
}

static void field_char(struct docx *d, const struct xml_node *n, const struct run_look *look)
{
    struct str type = xml_get(n, "w:fldCharType");
    struct field *f = field(d);
    if (str_eqz(type, "begin")) {
        if (!d->fields.silent) form_field(d, n, look);
        *ARENA_PUSH(d->a, &d->fields) = (struct field){.result = false};
        d->fields.silent++;
    } else if (f && str_eqz(type, "separate") && !f->result) {
        f->result = true;
        f->page = d->furniture && names_page((struct str){f->word, f->n});
        if (!f->page) d->fields.silent--;
    } else if (f && str_eqz(type, "end")) {
        if (!f->result || f->page) d->fields.silent--;
        d->fields.n--;
    }
}

/* ---- formulas (Office Math) -------------------------------------------------------------------------------------- */

static bool is_sum(const struct xml_node *n)
{
    for (const struct xml_node *k = xml_walk(n, n, false); k; k = xml_walk(n, k, false))
        if (!k->name && (str_find(k->text, STR("+"), 0) != SIZE_MAX || str_find(k->text, STR("-"), 0) != SIZE_MAX ||
                         str_find(k->text, STR("\u2212"), 0) != SIZE_MAX))
            return true;
    return false;
}

static void math(struct docx *d, const struct xml_node *n, const struct run_look *look);

static void math_side(struct docx *d, const struct xml_node *n, const struct run_look *look)
{
    bool around = n && is_sum(n);
    if (around) put(d, STR("("), look, n);
    if (n) math(d, n, look);
    if (around) put(d, STR(")"), look, n);
}

static void math(struct docx *d, const struct xml_node *n, const struct run_look *look)
{
    for (const struct xml_node *k = xml_child(n, NULL); k; k = xml_next(k, NULL)) {
        if (xml_is(k, "m:f")) {
            math_side(d, xml_child(k, "m:num"), look);
            put(d, STR(" / "), look, k);
            math_side(d, xml_child(k, "m:den"), look);
        } else if (xml_is(k, "m:d")) {
            put(d, STR("("), look, k);
            math(d, k, look);
            put(d, STR(")"), look, k);
        } else if (xml_is(k, "m:t")) {
            put(d, xml_content(d->a, k), look, k);
        } else {
            math(d, k, look);
        }
    }
}

/* ---- runs ------------------------------------------------------------------------------------------------------ */

static void symbol(struct docx *d, const struct xml_node *n, const struct run_look *look)
{
    struct str hex = xml_get(n, "w:char");
    uint32_t code = 0;
    for (size_t i = 0; i < hex.n && i < 4; i++) {
        char c = hex.p[i];
        code = code * 16 + (uint32_t)(is_digit(c) ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : 0);
    }
    uint32_t seen = symbol_char(symbol_font(xml_get(n, "w:font")), code);
    if (!seen && code >= 0x20 && (code < 0xD800 || code > 0xF8FF)) seen = code;
    d->page_fresh = false;
    tape_bold(d->tape, look->bold == YES);
    if (seen) put_char(d, seen, n);
}

static void line_break(struct docx *d, const struct xml_node *n)
{
    if (str_eqz(xml_get(n, "w:type"), "page") && !d->tables && !d->furniture) docx_page(d);
    else tape_break(d->tape);
}

static void note(struct docx *d, const struct xml_node *notes, const struct xml_node *ref, const char *name)
{
    for (const struct xml_node *n = xml_child(notes, name); n; n = xml_next(n, name))
        if (str_eq(xml_get(n, "w:id"), xml_get(ref, "w:id"))) {
            *ARENA_PUSH(d->a, &d->notes) = n;
            return;
        }
}

static void run_part(struct docx *d, const struct xml_node *n, const struct run_look *look, bool dotted)
{
    if (xml_is(n, "w:fldChar")) field_char(d, n, look);
    else if (xml_is(n, "w:instrText")) field_instruction(d, xml_content(d->a, n));
    if (d->fields.silent || look->hidden == YES) return;
    if (xml_is(n, "w:t")) {
        for (const struct xml_node *t = n->child; t; t = t->next)
            if (!t->name) put(d, t->text, look, n);
    } else if (xml_is(n, "w:tab") || xml_is(n, "w:ptab")) {
        if (dotted) put(d, STR(" ..... "), look, n);
        else tape_blank(d->tape);
    } else if (xml_is(n, "w:br")) {
        line_break(d, n);
    } else if (xml_is(n, "w:cr")) {
        tape_break(d->tape);
    } else if (xml_is(n, "w:lastRenderedPageBreak")) {
        if (!d->tables && !d->furniture && !d->page_fresh) d->pages_within++;
    } else if (xml_is(n, "w:noBreakHyphen")) {
        put(d, STR("-"), look, n);
    } else if (xml_is(n, "w:sym")) {
        symbol(d, n, look);
    } else if (xml_is(n, "w:footnoteReference")) {
        note(d, d->footnotes, n, "w:footnote");
    } else if (xml_is(n, "w:endnoteReference")) {
        note(d, d->endnotes, n, "w:endnote");
    } else if (xml_is(n, "w:drawing")) {
        docx_drawing(d, n);
    } else if (xml_is(n, "w:pict") || xml_is(n, "w:object")) {
        docx_pict(d, n);
    } else if (xml_is(n, "w:ruby")) {
        docx_runs(d, xml_child(n, "w:rubyBase"), *look, dotted);
    } else if (xml_is(n, "mc:AlternateContent")) {
        const struct xml_node *branch = docx_alternative(n);
        for (const struct xml_node *k = xml_child(branch, NULL); k; k = xml_next(k, NULL)) run_part(d, k, look, dotted);
    }
}

static void run(struct docx *d, const struct xml_node *r, struct run_look under, bool dotted)
{
    const struct xml_node *rpr = xml_child(r, "w:rPr");
    struct run_look look = run_look(rpr);
    const struct style *style = style_find(&d->styles, xml_get(xml_child(rpr, "w:rStyle"), "w:val"));
    if (style) look = run_look_over(look, style->run);
    look = run_look_over(look, under);
    if (look.placeholder == YES) return;
    for (const struct xml_node *n = xml_child(r, NULL); n; n = xml_next(n, NULL)) run_part(d, n, &look, dotted);
}

void docx_math(struct docx *d, const struct xml_node *n)
{
    math(d, n, &(struct run_look){0});
    tape_end(d->tape);
}

void docx_runs(struct docx *d, const struct xml_node *parent, struct run_look look, bool dotted)
{
    static const char *const through[] = {"w:hyperlink", "w:smartTag", "w:ins", "w:moveTo", "w:customXml", "w:sdtContent", "w:dir", "w:bdo"};
    for (const struct xml_node *n = xml_child(parent, NULL); n; n = xml_next(n, NULL)) {
        if (xml_is(n, "w:r")) run(d, n, look, dotted);
        else if (xml_is(n, "w:sdt")) docx_runs(d, docx_control(n), look, dotted);
        else if (xml_is(n, "mc:AlternateContent")) docx_runs(d, docx_alternative(n), look, dotted);
        else if (xml_is(n, "m:oMath") || xml_is(n, "m:oMathPara")) math(d, n, &look);
        else if (xml_is(n, "w:fldSimple") && !(d->furniture && names_page(str_trim(xml_get(n, "w:instr"))))) docx_runs(d, n, look, dotted);
        for (size_t i = 0; i < COUNT(through); i++)
            if (xml_is(n, through[i])) docx_runs(d, n, look, dotted);
    }
}
