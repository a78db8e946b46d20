/* What stands around the table: whose flow it is, what the marks mean, what was found. */
#include "draw/picture.h"

int notes_head(struct picture *p)
{
    const struct identity *id = &p->s->identity;
    struct str name = str_trim(id->name.text), number = str_trim(id->number.text), unit = str_trim(id->unit.text);
    int y = 0;
    if (name.n) y = picture_lines(p, 0, y, p->width, " class=\"b\"", FONT, name);
    if (number.n) y = picture_lines(p, 0, y, p->width, "", FONT, word_format(p->a, W_draw_number, p->lang, number, STR_ABSENT));
    if (unit.n) y = picture_lines(p, 0, y, p->width, "", FONT, unit);
    return y ? y + PAD : 0;
}

/* A sample and its meaning; gives where the next one begins. */
static int entry(struct picture *p, int x, enum word w)
{
    struct str s = str_of(word(w, p->lang));
    picture_text(p, x + 38, p->notes + FONT, "start", " class=\"small\"", s);
    return x + 38 + letters_width(s, SMALL, false) + 16;
}

static int line_entry(struct picture *p, int x, const char *dash, enum word w)
{
    buf_printf(p->b, "<path class=\"flow sample\"%s d=\"M%d %d h30\"/>\n", dash, x, p->notes + FONT - 3);
    return entry(p, x, w);
}

static int box_entry(struct picture *p, int x, const char *stroke, const char *more, enum word w)
{
    buf_printf(p->b, "<rect x=\"%d\" y=\"%d\" width=\"30\" height=\"10\" fill=\"#fff\" stroke=\"%s\"%s/>\n", x, p->notes + FONT - 9, stroke, more);
    return entry(p, x, w);
}

static void legend(struct picture *p)
{
    int x = line_entry(p, 0, "", W_draw_drawn);
    x = line_entry(p, x, " stroke-dasharray=\"5 3\"", W_draw_worded);
    line_entry(p, x, " stroke-dasharray=\"1 3\"", W_draw_ordered);
    p->notes += LINE;
    x = box_entry(p, 0, draw_colour(SEVERITY_ERROR), " stroke-width=\"2\"", W_draw_galat);
    x = box_entry(p, x, draw_colour(SEVERITY_WARNING), " stroke-width=\"2\"", W_draw_peringatan);
    x = box_entry(p, x, draw_colour(SEVERITY_NOTE), " stroke-width=\"2\"", W_draw_catatan);
    box_entry(p, x, "#222", " stroke-dasharray=\"4 3\"", W_draw_unread);
    p->notes += LINE + PAD;
}

void notes_foot(struct picture *p)
{
    p->notes = p->bottom + PAD;
    if (p->s->steps.n) legend(p);
    if (!p->findings->n) return;
    p->notes = picture_lines(p, 0, p->notes, p->width, " class=\"b\"", FONT, str_of(word(W_draw_findings, p->lang)));
    for (size_t i = 0; i < p->findings->n; i++) {
        const struct finding *f = &p->findings->v[i];
        char style[48];
        snprintf(style, sizeof style, " class=\"found\" fill=\"%s\"", draw_colour(f->severity));
        struct str s = f->step.n ? word_format(p->a, W_draw_found_at, p->lang, f->step, f->message) : f->message;
        p->notes = picture_lines(p, 0, p->notes, p->width, style, FONT, arena_printf(p->a, "%s  %.*s", f->rule, (int)s.n, s.p));
    }
}
