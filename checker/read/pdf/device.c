/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The MuPDF device that hears what a page paints. */
#include <string.h>

#include "read/pdf/pdf.h"

enum { MOST_DEPTH = 512 };   /* clips within clips, groups within groups */

/* What bounds and fades all that is painted inside it. */
struct layer {
    fz_rect clip;
    float alpha;
};

struct geometry {
    fz_device base;
    struct writer *out;
    struct pdf_word word;
    struct outline outline;
    struct outline shape;        /* the outline of the innermost clip, for shadings */
    uint32_t order;
    int depth;                   /* may be more than MOST_DEPTH: what lies deeper is bounded by the last */
    struct layer layers[MOST_DEPTH];
    int unpainted;               /* inside a mask or a repeated pattern: what is said there is not on the page */
    const fz_text *filled;       /* the text painted last: stroked, too, it is bold */
    struct {
        fz_colorspace *space;
        float value[FZ_MAX_COLORS];
        uint32_t rgb;
    } last;
};

static struct geometry *self(fz_device *dev) { return (struct geometry *)dev; }

static struct layer *top(struct geometry *g) { return &g->layers[g->depth < MOST_DEPTH ? g->depth : MOST_DEPTH - 1]; }

static void push(struct geometry *g, fz_rect clip, float alpha)
{
    struct layer inner = {fz_intersect_rect(top(g)->clip, clip), top(g)->alpha * alpha};
    g->depth++;
    *top(g) = inner;
}

static void pop(struct geometry *g)
{
    if (g->depth > 0) g->depth--;
}

static uint32_t colour_of(fz_context *ctx, struct geometry *g, fz_colorspace *space, const float *value, fz_color_params params)
{
    if (!space || !value) return 0;
    int n = fz_colorspace_n(ctx, space);
    if (space == g->last.space && memcmp(value, g->last.value, (size_t)n * sizeof *value) == 0) return g->last.rgb;
    float rgb[3] = {0};
    fz_convert_color(ctx, space, value, fz_device_rgb(ctx), rgb, NULL, params);
    uint32_t c = 0;
    for (int i = 0; i < 3; i++) c = c << 8 | (uint32_t)(rgb[i] <= 0 ? 0 : rgb[i] >= 1 ? 255 : rgb[i] * 255 + 0.5f);
    fz_drop_colorspace(ctx, g->last.space);
    g->last.space = fz_keep_colorspace(ctx, space);
    memcpy(g->last.value, value, (size_t)n * sizeof *value);
    g->last.rgb = c;
    return c;
}

/* An operation begins; false: it paints nothing. Words go on only through texts. */
static bool begin(struct geometry *g, float alpha)
{
    g->order++;
    return !g->unpainted && alpha * top(g)->alpha > 0.02f && !g->out->full;
}

/* ---- paths */

static void fill_path(fz_context *ctx, fz_device *dev, const fz_path *path, int even_odd, fz_matrix ctm, fz_colorspace *space, const float *color,
                      float alpha, fz_color_params params)
{
    struct geometry *g = self(dev);
    (void)even_odd;
    if (!begin(g, alpha)) return;
    word_end(g->out, &g->word);
    struct path_paint paint = {.filled = true, .colour = colour_of(ctx, g, space, color, params), .order = g->order, .opacity = alpha * top(g)->alpha,
                               .clip = top(g)->clip};
    outline_of(ctx, &g->outline, path, ctm);
    outline_write(g->out, &g->outline, &paint);
}

static void stroke_path(fz_context *ctx, fz_device *dev, const fz_path *path, const fz_stroke_state *stroke, fz_matrix ctm, fz_colorspace *space,
                        const float *color, float alpha, fz_color_params params)
{
    struct geometry *g = self(dev);
    if (!begin(g, alpha)) return;
    word_end(g->out, &g->word);
    struct path_paint paint = {.dashed = stroke->dash_len > 0, .colour = colour_of(ctx, g, space, color, params), .order = g->order,
                               .opacity = alpha * top(g)->alpha, .clip = top(g)->clip, .width = stroke->linewidth * fz_matrix_expansion(ctm)};
    outline_of(ctx, &g->outline, path, ctm);
    outline_write(g->out, &g->outline, &paint);
}

static void clip_path(fz_context *ctx, fz_device *dev, const fz_path *path, int even_odd, fz_matrix ctm, fz_rect scissor)
{
    struct geometry *g = self(dev);
    (void)even_odd;
    (void)scissor;
    push(g, fz_bound_path(ctx, path, NULL, ctm), 1);
    outline_of(ctx, &g->shape, path, ctm);
}

static void clip_stroke_path(fz_context *ctx, fz_device *dev, const fz_path *path, const fz_stroke_state *stroke, fz_matrix ctm, fz_rect scissor)
{
    (void)scissor;
    push(self(dev), fz_bound_path(ctx, path, stroke, ctm), 1);
}

static void fill_shade(fz_context *ctx, fz_device *dev, fz_shade *shade, fz_matrix ctm, float alpha, fz_color_params params)
{
    struct geometry *g = self(dev);
    (void)ctx;
    (void)shade;
    (void)ctm;
    (void)params;
    if (!begin(g, alpha) || !g->shape.sub_count) return;
    word_end(g->out, &g->word);
    struct path_paint paint = {.filled = true, .colour = 0xC0C0C0, .order = g->order, .opacity = alpha * top(g)->alpha, .clip = top(g)->clip};
    outline_write(g->out, &g->shape, &paint);
}

/* ---- text */

static void paint_text(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm, uint32_t marks, uint32_t colour)
{
    struct geometry *g = self(dev);
    struct text_paint paint = {.marks = marks, .colour = colour, .order = g->order, .clip = top(g)->clip};
    word_text(ctx, g->out, &g->word, text, ctm, &paint);
}

static void fill_text(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm, fz_colorspace *space, const float *color, float alpha,
                      fz_color_params params)
{
    struct geometry *g = self(dev);
    if (!begin(g, alpha)) return;
    g->filled = text;
    paint_text(ctx, dev, text, ctm, 0, colour_of(ctx, g, space, color, params));
}

static void stroke_text(fz_context *ctx, fz_device *dev, const fz_text *text, const fz_stroke_state *stroke, fz_matrix ctm, fz_colorspace *space,
                        const float *color, float alpha, fz_color_params params)
{
    struct geometry *g = self(dev);
    (void)stroke;
    if (!begin(g, alpha) || g->filled == text) return; /* filled and stroked: the same letters once more */
    paint_text(ctx, dev, text, ctm, 0, colour_of(ctx, g, space, color, params));
}

static void ignore_text(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm)
{
    if (begin(self(dev), 1)) paint_text(ctx, dev, text, ctm, WORD_UNSEEN, 0);
}

static void clip_text(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm, fz_rect scissor)
{
    struct geometry *g = self(dev);
    (void)scissor;
    if (begin(g, 1) && g->filled != text) paint_text(ctx, dev, text, ctm, 0, 0);
    push(g, fz_infinite_rect, 1);
}

static void clip_stroke_text(fz_context *ctx, fz_device *dev, const fz_text *text, const fz_stroke_state *stroke, fz_matrix ctm, fz_rect scissor)
{
    (void)stroke;
    clip_text(ctx, dev, text, ctm, scissor);
}

/* ---- pictures */

static void paint_picture(struct geometry *g, fz_matrix ctm, float alpha, bool mask)
{
    if (!begin(g, alpha)) return;
    word_end(g->out, &g->word);
    fz_rect r = fz_intersect_rect(fz_transform_rect(fz_unit_rect, ctm), top(g)->clip);
    if (fz_is_valid_rect(r)) picture_write(g->out, r, mask, g->order);
}

static void fill_image(fz_context *ctx, fz_device *dev, fz_image *image, fz_matrix ctm, float alpha, fz_color_params params)
{
    (void)ctx;
    (void)params;
    paint_picture(self(dev), ctm, alpha, image->mask != NULL);
}

static void fill_image_mask(fz_context *ctx, fz_device *dev, fz_image *image, fz_matrix ctm, fz_colorspace *space, const float *color, float alpha,
                            fz_color_params params)
{
    (void)ctx;
    (void)image;
    (void)space;
    (void)color;
    (void)params;
    paint_picture(self(dev), ctm, alpha, true);
}

static void clip_image_mask(fz_context *ctx, fz_device *dev, fz_image *image, fz_matrix ctm, fz_rect scissor)
{
    (void)ctx;
    (void)image;
    (void)scissor;
    push(self(dev), fz_transform_rect(fz_unit_rect, ctm), 1);
}

/* ---- layers */

static void pop_clip(fz_context *ctx, fz_device *dev)
{
    (void)ctx;
    pop(self(dev));
}

static void begin_mask(fz_context *ctx, fz_device *dev, fz_rect area, int luminosity, fz_colorspace *space, const float *color, fz_color_params params)
{
    (void)ctx;
    (void)luminosity;
    (void)space;
    (void)color;
    (void)params;
    self(dev)->unpainted++;
    push(self(dev), area, 1);
}

static void end_mask(fz_context *ctx, fz_device *dev)
{
    (void)ctx;
    self(dev)->unpainted--; /* the layer stays for what is seen through the mask; a pop_clip ends it */
}

static void begin_group(fz_context *ctx, fz_device *dev, fz_rect area, fz_colorspace *space, int isolated, int knockout, int blendmode, float alpha)
{
    (void)ctx;
    (void)space;
    (void)isolated;
    (void)knockout;
    (void)blendmode;
    push(self(dev), area, alpha);
}

static int begin_tile(fz_context *ctx, fz_device *dev, fz_rect area, fz_rect view, float xstep, float ystep, fz_matrix ctm, int id)
{
    (void)ctx;
    (void)area;
    (void)view;
    (void)xstep;
    (void)ystep;
    (void)ctm;
    (void)id;
    self(dev)->unpainted++;
    return 0;
}

static void end_tile(fz_context *ctx, fz_device *dev)
{
    (void)ctx;
    self(dev)->unpainted--;
}

static void close_device(fz_context *ctx, fz_device *dev)
{
    (void)ctx;
    word_end(self(dev)->out, &self(dev)->word);
}

static void drop_device(fz_context *ctx, fz_device *dev)
{
    fz_drop_colorspace(ctx, self(dev)->last.space);
    outline_free(&self(dev)->outline);
    outline_free(&self(dev)->shape);
}

fz_device *geometry_device(fz_context *ctx, struct writer *out, fz_rect page)
{
    struct geometry *g = fz_new_derived_device(ctx, struct geometry);
    g->out = out;
    g->layers[0] = (struct layer){page, 1};
    fz_device *d = &g->base;
    d->close_device = close_device;
    d->drop_device = drop_device;
    d->fill_path = fill_path;
    d->stroke_path = stroke_path;
    d->clip_path = clip_path;
    d->clip_stroke_path = clip_stroke_path;
    d->fill_text = fill_text;
    d->stroke_text = stroke_text;
    d->clip_text = clip_text;
    d->clip_stroke_text = clip_stroke_text;
    d->ignore_text = ignore_text;
    d->fill_shade = fill_shade;
    d->fill_image = fill_image;
    d->fill_image_mask = fill_image_mask;
    d->clip_image_mask = clip_image_mask;
    d->pop_clip = pop_clip;
    d->begin_mask = begin_mask;
    d->end_mask = end_mask;
    d->begin_group = begin_group;
    d->end_group = pop_clip;
    d->begin_tile = begin_tile;
    d->end_tile = end_tile;
    return d;
}
