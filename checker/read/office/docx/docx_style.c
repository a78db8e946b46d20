/* Styles of Word: what a paragraph or run looks like by itself, by its style, and by what that is based on. */
#include "read/office/docx/docx.h"

bool docx_on(const struct xml_node *n)
{
    struct str v = xml_get(n, "w:val");
    return !v.p || !(str_eqz(v, "0") || str_eqz(v, "false") || str_eqz(v, "off") || str_eqz(v, "none"));
}

static enum said said(const struct xml_node *props, const char *name)
{
    const struct xml_node *n = xml_child(props, name);
    return n ? docx_on(n) ? YES : NO : UNSAID;
}

static bool level_of(const struct xml_node *n, uint32_t *out)
{
    uint64_t v;
    if (!n || !str_u64(xml_get(n, "w:val"), &v) || v > BODY_LEVEL) return false;
    *out = (uint32_t)v;
    return true;
}

static enum said dotted(const struct xml_node *ppr)
{
    for (const struct xml_node *t = xml_path(ppr, "w:tabs w:tab"); t; t = xml_next(t, "w:tab"))
        if (str_eqz(xml_get(t, "w:leader"), "dot")) return YES;
    return UNSAID;
}

struct paragraph_look paragraph_look(const struct xml_node *ppr)
{
    struct paragraph_look k = {0};
    if (!ppr) return k;
    k.outlined = level_of(xml_child(ppr, "w:outlineLvl"), &k.outline);
    k.numbering = xml_get(xml_path(ppr, "w:numPr w:numId"), "w:val");
    k.levelled = level_of(xml_path(ppr, "w:numPr w:ilvl"), &k.level);
    k.page_before = said(ppr, "w:pageBreakBefore");
    k.dotted = dotted(ppr);
    return k;
}

static bool has_fonts(const struct xml_node *rpr, struct str *name)
{
    const struct xml_node *f = xml_child(rpr, "w:rFonts");
    if (!f) return false;
    *name = xml_get(f, "w:ascii");
    if (!name->p) *name = xml_get(f, "w:hAnsi");
    return name->p != NULL;
}

struct run_look run_look(const struct xml_node *rpr)
{
    struct run_look k = {0};
    if (!rpr) return k;
    k.bold = said(rpr, "w:b");
    k.caps = said(rpr, "w:caps");
    k.hidden = said(rpr, "w:vanish");
    struct str name;
    k.fonts = has_fonts(rpr, &name);
    if (k.fonts) k.font = symbol_font(name);
    return k;
}

struct run_look run_look_over(struct run_look over, struct run_look under)
{
    if (over.bold == UNSAID) over.bold = under.bold;
    if (over.caps == UNSAID) over.caps = under.caps;
    if (over.hidden == UNSAID) over.hidden = under.hidden;
    if (over.placeholder == UNSAID) over.placeholder = under.placeholder;
    if (!over.fonts) over.font = under.font;
    over.fonts |= under.fonts;
    return over;
}

struct paragraph_look paragraph_look_over(struct paragraph_look over, struct paragraph_look under)
{
    if (!over.outlined) over.outline = under.outline;
    over.outlined |= under.outlined;
    if (!over.numbering.p) over.numbering = under.numbering;
    if (!over.levelled) over.level = under.level;
    over.levelled |= under.levelled;
    if (over.dotted == UNSAID) over.dotted = under.dotted;
    if (over.page_before == UNSAID) over.page_before = under.page_before;
    return over;
}

/* "heading 3" is one whatever the file says of its outline. */
static void by_name(struct style *s)
{
    struct str name = xml_get(xml_child(s->node, "w:name"), "w:val");
    if (str_istarts(name, STR("heading ")) && name.n == 9 && name.p[8] >= '1' && name.p[8] <= '9' && !s->paragraph.outlined) {
        s->paragraph.outlined = true;
        s->paragraph.outline = (uint32_t)(name.p[8] - '1');
    }
    if (str_ieq(name, STR("placeholder text"))) s->run.placeholder = YES;
    if (str_istarts(name, STR("toc ")) && s->paragraph.dotted == UNSAID) s->paragraph.dotted = YES;
}

static bool bold_first_row(const struct xml_node *style)
{
    for (const struct xml_node *t = xml_child(style, "w:tblStylePr"); t; t = xml_next(t, "w:tblStylePr"))
        if (str_eqz(xml_get(t, "w:type"), "firstRow")) return said(xml_child(t, "w:rPr"), "w:b") == YES;
    return false;
}

void styles_load(struct arena *a, const struct xml_node *root, struct styles *out)
{
    out->run = run_look(xml_path(root, "w:docDefaults w:rPrDefault w:rPr"));
    for (const struct xml_node *n = xml_child(root, "w:style"); n; n = xml_next(n, "w:style")) {
        struct str id = xml_get(n, "w:styleId"), type = xml_get(n, "w:type");
        if (!id.p) continue;
        struct style *s = ARENA_PUSH(a, out);
        *s = (struct style){.id = id, .node = n};
        struct str standard = xml_get(n, "w:default");
        if (str_eqz(type, "paragraph") && standard.p && !str_eqz(standard, "0") && !str_eqz(standard, "false")) out->paragraph = id;
    }
}

static struct style *raw_style(struct styles *s, struct str id)
{
    for (size_t i = 0; id.p && i < s->n; i++)
        if (str_eq(s->v[i].id, id)) return &s->v[i];
    return NULL;
}

static void look_up(struct styles *s, struct style *k)
{
    k->state = STYLE_OPEN;
    k->paragraph = paragraph_look(xml_child(k->node, "w:pPr"));
    k->run = run_look(xml_child(k->node, "w:rPr"));
    k->heads = bold_first_row(k->node);
    by_name(k);
    struct style *under = raw_style(s, xml_get(xml_child(k->node, "w:basedOn"), "w:val"));
    if (under && under->state == STYLE_RAW) look_up(s, under);
    if (under && under->state == STYLE_READY) {
        k->paragraph = paragraph_look_over(k->paragraph, under->paragraph);
        k->run = run_look_over(k->run, under->run);
        k->heads |= under->heads;
    }
    k->state = STYLE_READY;
}

const struct style *style_find(struct styles *s, struct str id)
{
    struct style *k = raw_style(s, id);
    if (k && k->state == STYLE_RAW) look_up(s, k);
    return k;
}

/* ---- fonts of symbols ------------------------------------------------------------------------------------------ */

enum symbol_font symbol_font(struct str name)
{
    if (str_ieq(name, STR("Symbol"))) return FONT_SYMBOL;
    if (str_ieq(name, STR("Wingdings"))) return FONT_WINGDINGS;
    if (str_ieq(name, STR("Wingdings 2"))) return FONT_WINGDINGS2;
    return FONT_TEXT;
}

/* The characters that documents use; from the fonts' own tables of glyphs. */
static const struct {
    enum symbol_font font;
    uint8_t code;
    uint16_t as;
} symbols[] = {
    {FONT_SYMBOL, 0xB7, 0x2022}, {FONT_SYMBOL, 0xA3, 0x2264}, {FONT_SYMBOL, 0xB3, 0x2265}, {FONT_SYMBOL, 0xB4, 0x00D7},
    {FONT_SYMBOL, 0xB8, 0x00F7}, {FONT_SYMBOL, 0xD6, 0x221A}, {FONT_SYMBOL, 0xE5, 0x2211}, {FONT_SYMBOL, 0xAE, 0x2192},
    {FONT_SYMBOL, 0xAC, 0x2190}, {FONT_SYMBOL, 0xAD, 0x2191}, {FONT_SYMBOL, 0xAF, 0x2193}, {FONT_SYMBOL, 0xB1, 0x00B1},
    {FONT_SYMBOL, 0x2D, 0x2212}, {FONT_SYMBOL, 0xB0, 0x00B0}, {FONT_WINGDINGS, 0xFC, 0x2713}, {FONT_WINGDINGS, 0xFB, 0x2717},
    {FONT_WINGDINGS, 0xFE, 0x2611}, {FONT_WINGDINGS, 0xFD, 0x2612}, {FONT_WINGDINGS, 0xA8, 0x2610}, {FONT_WINGDINGS, 0x6F, 0x2610},
    {FONT_WINGDINGS, 0x71, 0x2751}, {FONT_WINGDINGS, 0xA7, 0x25AA}, {FONT_WINGDINGS, 0x6E, 0x25A0}, {FONT_WINGDINGS, 0x6C, 0x25CF},
    {FONT_WINGDINGS, 0x9F, 0x2022}, {FONT_WINGDINGS, 0xD8, 0x27A2}, {FONT_WINGDINGS, 0x76, 0x2756}, {FONT_WINGDINGS, 0xE0, 0x2192},
    {FONT_WINGDINGS, 0xDF, 0x2190}, {FONT_WINGDINGS, 0xE1, 0x2191}, {FONT_WINGDINGS, 0xE2, 0x2193}, {FONT_WINGDINGS, 0xE8, 0x2192},
    {FONT_WINGDINGS, 0xF0, 0x21E8}, {FONT_WINGDINGS2, 0x50, 0x2713}, {FONT_WINGDINGS2, 0x4F, 0x2717}, {FONT_WINGDINGS2, 0x52, 0x2611},
    {FONT_WINGDINGS2, 0x51, 0x2612}, {FONT_WINGDINGS2, 0xA3, 0x2610}, {FONT_WINGDINGS2, 0x97, 0x25CF},
};

uint32_t symbol_char(enum symbol_font font, uint32_t code)
{
    if (code >= 0xF000 && code <= 0xF0FF) code -= 0xF000;
    for (size_t i = 0; i < COUNT(symbols); i++)
        if (symbols[i].font == font && symbols[i].code == code) return symbols[i].as;
    return 0;
}
