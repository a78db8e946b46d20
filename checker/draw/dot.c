/* The flow as a graph in the DOT language. */
#include "base/escape.h"
#include "draw/drawing.h"

static void quoted(struct buf *b, struct str s)
{
    struct buf plain = BUF_INIT;
    plain_text(&plain, s);
    buf_ch(b, '"');
    for (size_t i = 0; i < plain.n; i++) {
        if (plain.p[i] == '"' || plain.p[i] == '\\') buf_ch(b, '\\');
        buf_ch(b, plain.p[i]);
    }
    buf_ch(b, '"');
    buf_free(&plain);
}

void draw_dot(struct buf *b, struct arena *a, const struct document *d, const struct findings *findings, enum lang lang)
{
    static const char *const shapes[] = {[MARK_NONE] = "plaintext", [MARK_TERMINATOR] = "ellipse", [MARK_PROCESS] = "box", [MARK_DECISION] = "diamond",
                                         [MARK_CONNECTOR] = "invhouse", [MARK_OTHER] = "octagon"};
    const struct sop *s = d->sop;
    struct defects *defects = draw_defects(a, s, findings);
    struct lanes lanes = draw_lanes(a, s);
    buf_z(b, "digraph sop {\n  rankdir=TB;\n  node [fontname=\"sans-serif\", fontsize=10];\n  edge [fontname=\"sans-serif\", fontsize=9];\n");
    for (size_t i = 0; i < s->steps.n; i++) {
        enum mark m = draw_symbol(s, i);
        struct str who = lanes.of_step[i] == NO_INDEX ? STR("") : lanes.name[lanes.of_step[i]];
        struct str number = draw_number(s, i), title = draw_title(s, i);
        buf_printf(b, "  s%zu [shape=%s, label=", i, shapes[m <= MARK_OTHER && shapes[m] ? m : MARK_NONE]);
        quoted(b, arena_printf(a, "%.*s%s%.*s%s%.*s", (int)number.n, number.p ? number.p : "", number.n ? ". " : "", (int)title.n, title.p ? title.p : "", who.n ? " / " : "", (int)who.n, who.p));
        if (defects[i].rules.n) {
            buf_printf(b, ", color=\"%s\", penwidth=2, xlabel=", draw_colour(defects[i].worst));
            quoted(b, defects[i].rules);
        }
        buf_z(b, "];\n");
    }
    buf_printf(b, "  selesai [shape=point, xlabel=\"%s\"];\n", word(W_draw_end, lang));
    for (size_t k = 0; k < s->links.n; k++) {
        const struct flow_link *l = &s->links.v[k];
        buf_printf(b, "  s%zu -> ", l->from);
        if (l->to < s->steps.n) buf_printf(b, "s%zu", l->to);
        else buf_z(b, "selesai");
        buf_printf(b, " [style=%s", l->origin <= ORIGIN_DRAWN ? "solid" : l->origin == ORIGIN_ORDER ? "dotted" : "dashed");
        if (!str_blank(l->label)) buf_z(b, ", label="), quoted(b, l->label);
        buf_z(b, "];\n");
    }
    buf_z(b, "}\n");
}
