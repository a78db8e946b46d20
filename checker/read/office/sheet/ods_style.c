/* Styles of OpenDocument spreadsheets, and how long lengths are. */
#include <stdlib.h>
#include <string.h>

#include "read/office/sheet/ods.h"

enum { PARENTS = 16 };

double ods_length(struct str s)
{
    static const struct {
        const char *unit;
        double points;
    } units[] = {{"pt", 1}, {"in", 72}, {"cm", 72 / 2.54}, {"mm", 72 / 25.4}, {"pc", 12}, {"px", 0.75}};
    char copy[32], *end;
    s = str_trim(s);
    if (!s.n || s.n >= sizeof copy) return 0;
    memcpy(copy, s.p, s.n);
    copy[s.n] = '\0';
    double v = strtod(copy, &end);
    if (end == copy || !(v > -1e6 && v < 1e6)) return 0;
    for (size_t i = 0; i < COUNT(units); i++)
        if (strcmp(end, units[i].unit) == 0) return v * units[i].points;
    return 0;
}

static bool has_border(const struct xml_node *n)
{
    static const char *const sides[] = {"fo:border", "fo:border-left", "fo:border-right", "fo:border-top", "fo:border-bottom"};
    for (size_t i = 0; i < COUNT(sides); i++) {
        struct str v = xml_get(n, sides[i]);
        if (v.n && !str_eqz(v, "none")) return true;
    }
    return false;
}

static enum ods_look look(struct str v)
{
    return !v.p ? LOOK_UNSAID : str_eqz(v, "none") ? LOOK_NONE : str_eqz(v, "dash") ? LOOK_DASHED : LOOK_SOLID;
}

static void take_properties(struct ods_style *s, const struct xml_node *style)
{
    for (const struct xml_node *n = xml_child(style, NULL); n; n = xml_next(n, NULL)) {
        double height = ods_length(xml_get(n, "style:row-height")), width = ods_length(xml_get(n, "style:column-width"));
        s->bold |= str_eqz(xml_get(n, "fo:font-weight"), "bold");
        s->framed |= has_border(n);
        s->hides |= str_eqz(xml_get(n, "table:display"), "false");
        if (height > 0 || width > 0) s->size = height > 0 ? height : width;
        if (!xml_is(n, "style:graphic-properties")) continue;
        s->stroke = look(xml_get(n, "draw:stroke"));
        s->fill = look(xml_get(n, "draw:fill"));
        s->head_from = xml_get(n, "draw:marker-start").n > 0;
        s->head_to = xml_get(n, "draw:marker-end").n > 0;
    }
}

void ods_styles_take(struct ods *o, const struct xml_node *root)
{
    static const char *const groups[] = {"office:styles", "office:automatic-styles"};
    for (size_t i = 0; i < COUNT(groups); i++)
        for (const struct xml_node *n = xml_child(xml_child(root, groups[i]), "style:style"); n; n = xml_next(n, "style:style")) {
            struct ods_style *s = ARENA_PUSH(o->a, &o->styles);
            s->name = xml_get(n, "style:name");
            s->parent = xml_get(n, "style:parent-style-name");
            take_properties(s, n);
        }
}

static int by_name(const void *x, const void *y) { return str_cmp(((const struct ods_style *)x)->name, ((const struct ods_style *)y)->name); }

void ods_styles_done(struct ods *o)
{
    if (o->styles.n) qsort(o->styles.v, o->styles.n, sizeof *o->styles.v, by_name);
}

struct ods_style ods_style(const struct ods *o, struct str name)
{
    struct ods_style all = {.name = name};
    for (int i = 0; i < PARENTS && name.n && o->styles.n; i++) {
        struct ods_style key = {.name = name};
        const struct ods_style *s = bsearch(&key, o->styles.v, o->styles.n, sizeof key, by_name);
        if (!s) break;
        all.bold |= s->bold;
        all.framed |= s->framed;
        all.hides |= s->hides;
        if (!(all.size > 0)) all.size = s->size;
        if (all.stroke == LOOK_UNSAID) all.stroke = s->stroke;
        if (all.fill == LOOK_UNSAID) all.fill = s->fill;
        all.head_from |= s->head_from;
        all.head_to |= s->head_to;
        name = s->parent;
    }
    return all;
}

/* ---- texts --------------------------------------------------------------------------------------------------- */

static void add_blanks(struct buf *b, struct str count)
{
    uint64_t n;
    if (!str_u64(count, &n) || n > 100) n = 1;
    while (n--) buf_ch(b, ' ');
}

/* What stands inside a paragraph; notes and what is drawn there are not of it. */
static void add_inline(struct buf *b, const struct xml_node *p)
{
    const struct xml_node *n = p->child;
    while (n) {
        bool skip = n->name && (xml_is(n, "office:annotation") || str_starts(str_of(n->name), STR("draw:")));
        if (!n->name) buf_str(b, n->text);
        else if (xml_is(n, "text:s")) add_blanks(b, xml_get(n, "text:c"));
        else if (xml_is(n, "text:tab")) buf_ch(b, ' ');
        else if (xml_is(n, "text:line-break")) buf_ch(b, '\n');
        n = xml_walk(p, n, skip);
    }
}

struct str ods_text(struct ods *o, const struct xml_node *n)
{
    struct buf b = BUF_INIT;
    bool first = true;
    buf_add(&b, "", 0);
    for (const struct xml_node *p = xml_child(n, "text:p"); p; p = xml_next(p, "text:p"), first = false) {
        if (!first) buf_ch(&b, '\n');
        add_inline(&b, p);
    }
    struct str text = arena_str(o->a, str_trim(buf_view(&b)));
    buf_free(&b);
    return text;
}
