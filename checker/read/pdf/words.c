/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Glyphs, in the order in which they are painted, become words. */
#include <math.h>

#include "read/pdf/pdf.h"

/* In sizes of the font: a gap from which on there is a blank, how far a letter may stand back, or off the line. */
#define GAP_BLANK 0.15f
#define GAP_BACK (-0.6f)
#define OFF_LINE 0.05f

static enum page_reading reading_of(fz_point along)
{
    if (fabsf(along.x) >= fabsf(along.y)) return along.x >= 0 ? READ_RIGHT : READ_LEFT;
    return along.y >= 0 ? READ_DOWN : READ_UP;
}

static fz_rect box_of(const struct pdf_word *w)
{
    fz_rect r = fz_empty_rect;
    const float rise[2] = {w->ascender * w->size, w->descender * w->size};
    for (int i = 0; i < 2; i++) {
        r = fz_include_point_in_rect(r, fz_make_point(w->begin.x + w->up.x * rise[i], w->begin.y + w->up.y * rise[i]));
        r = fz_include_point_in_rect(r, fz_make_point(w->end.x + w->up.x * rise[i], w->end.y + w->up.y * rise[i]));
    }
    return r;
}

void word_end(struct writer *out, struct pdf_word *w)
{
    if (!w->open) return;
    w->open = w->blank = false;
    if (!w->n) return;
    fz_rect box = box_of(w);
    enum page_reading reading = reading_of(w->along);
    float base = reading == READ_RIGHT || reading == READ_LEFT ? w->begin.y : w->begin.x;
    const int32_t fields[] = {write_length(box.x0), write_length(box.y0), write_length(box.x1), write_length(box.y1), write_length(w->size),
                              write_length(base), (int32_t)reading, (int32_t)w->marks, (int32_t)w->colour, (int32_t)w->order, (int32_t)w->n};
    write_record(out, PIPE_WORD, fields, COUNT(fields));
    write_bytes(out, w->text, w->n);
}

/* Bullets of the symbol fonts, which have no characters of their own. */
static int symbol(int c)
{
    switch (c) {
    case 0xF0B7: return 0x2022;
    case 0xF0A7: return 0x25AA;
    case 0xF0D8: return 0x27A2;
    case 0xF0FC: return 0x2713;
    case 0xF0FB: return 0x2717;
    case 0xF076: return 0x2756;
    case 0xF06E: return 0x25A0;
    case 0xF06F: return 0x25A1;
    case 0xF0A8: return 0x25FB;
    default: return c >= 0xF021 && c <= 0xF07E ? c - 0xF000 : c;
    }
}

static bool is_blank(int c)
{
    return c <= ' ' || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || c == 0x205F ||
           (c >= 0x2060 && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

static const char *ligature(int c)
{
    static const char *const letters[] = {"ff", "fi", "fl", "ffi", "ffl", "ft", "st"};
    return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : NULL;
}

static void add_character(struct pdf_word *w, int c)
{
    const char *letters = ligature(c);
    if (c == 0xAD) return;
    if (c < 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF)) {
        w->marks |= WORD_UNMAPPED;
        c = 0xFFFD;
    }
    if (letters)
        for (; *letters; letters++) w->text[w->n++] = *letters;
    else w->n += (size_t)fz_runetochar(w->text + w->n, c);
}

struct glyph {
    fz_point at, along, up;
    float size, advance;
    int character;
    uint32_t marks;
};

static bool goes_on(const struct pdf_word *w, const struct glyph *g, const struct text_paint *paint, float *gap)
{
    float dx = g->at.x - w->end.x, dy = g->at.y - w->end.y;
    *gap = (dx * w->along.x + dy * w->along.y) / w->size;
    float off = fabsf(dx * w->along.y - dy * w->along.x) / w->size;
    bool same_way = w->along.x * g->along.x + w->along.y * g->along.y > 0.99f;
    bool same_look = g->size < w->size * 1.1f && g->size > w->size * 0.9f && !((w->marks ^ (g->marks | paint->marks)) & (WORD_BOLD | WORD_UNSEEN));
    if (!same_way || off > 0.5f) *gap = 1;
    return same_way && same_look && off < OFF_LINE && *gap < GAP_BLANK && *gap > GAP_BACK && w->n + 8 < sizeof w->text;
}

static void begin_word(struct pdf_word *w, const struct glyph *g, fz_context *ctx, fz_font *font, const struct text_paint *paint, bool glued)
{
    float up = fz_font_ascender(ctx, font), down = fz_font_descender(ctx, font);
    w->open = true;
    w->n = 0;
    w->begin = w->end = g->at;
    w->along = g->along;
    w->up = g->up;
    w->size = g->size;
    w->ascender = up > 0.5f && up < 1.2f ? up : 0.8f;
    w->descender = down < 0 && down > -0.5f ? down : -0.2f;
    w->marks = g->marks | paint->marks | (glued ? WORD_GLUED : 0);
    w->colour = paint->colour;
    w->order = paint->order;
}

static void add_glyph(fz_context *ctx, struct writer *out, struct pdf_word *w, fz_font *font, const struct glyph *g, const struct text_paint *paint)
{
    float gap = 1;
    if (is_blank(g->character)) {
        word_end(out, w);
        w->blank = true;
        return;
    }
    if (w->open && !goes_on(w, g, paint, &gap)) {
        word_end(out, w);
        w->blank = gap >= GAP_BLANK || gap <= GAP_BACK;
        begin_word(w, g, ctx, font, paint, !w->blank);
    } else if (!w->open) {
        begin_word(w, g, ctx, font, paint, false);
    }
    add_character(w, g->character);
    w->end = fz_make_point(g->at.x + g->along.x * g->advance, g->at.y + g->along.y * g->advance);
}

static bool inside(const struct glyph *g, fz_rect clip)
{
    float along = g->advance / 2, up = g->size * 0.3f;
    float x = g->at.x + g->along.x * along + g->up.x * up, y = g->at.y + g->along.y * along + g->up.y * up;
    return x >= clip.x0 && x <= clip.x1 && y >= clip.y0 && y <= clip.y1;
}

static void span_words(fz_context *ctx, struct writer *out, struct pdf_word *w, const fz_text_span *span, fz_matrix ctm, const struct text_paint *paint)
{
    fz_matrix m = fz_concat(span->trm, ctm);
    float wide = hypotf(m.a, m.b), size = hypotf(m.c, m.d);
    if (!(wide > 1e-3f && size > 1e-3f && wide < 1e5f && size < 1e5f)) return;
    struct glyph g = {.size = size, .along = {m.a / wide, m.b / wide}, .up = {m.c / size, m.d / size}};
    const char *name = fz_font_name(ctx, span->font);
    if (fz_font_is_bold(ctx, span->font) || strstr(name, "Bold") || strstr(name, "Black") || strstr(name, "bold")) g.marks |= WORD_BOLD;
    if (fz_font_is_italic(ctx, span->font)) g.marks |= WORD_ITALIC;
    bool shown = true;
    for (int i = 0; i < span->len; i++) {
        const fz_text_item *item = &span->items[i];
        if (item->ucs < 0) continue;
        g.at = fz_transform_point_xy(item->x, item->y, ctm);
        g.advance = item->gid >= 0 ? fz_advance_glyph(ctx, span->font, item->gid, (int)span->wmode) * wide : 0;
        if (!(g.advance >= 0 && g.advance < 100 * size)) g.advance = 0;
        g.character = symbol(item->ucs);
        if (item->gid >= 0) shown = inside(&g, paint->clip);
        if (!shown) continue;
        if (item->gid < 0 && w->open && w->n + 8 < sizeof w->text && !is_blank(g.character)) add_character(w, g.character);
        else add_glyph(ctx, out, w, span->font, &g, paint);
    }
}

void word_text(fz_context *ctx, struct writer *out, struct pdf_word *w, const fz_text *text, fz_matrix ctm, const struct text_paint *paint)
{
    for (const fz_text_span *s = text->head; s; s = s->next) span_words(ctx, out, w, s, ctm, paint);
}
