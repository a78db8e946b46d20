/* Styles of OpenDocument texts: by family and name, with what their parents say. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/office/odt/odt.h"

double odt_length(struct str s, double otherwise)
{
    static const struct {
        const char *name;
        double points;
    } units[] = {{"pt", 1}, {"in", 72}, {"cm", 72 / 2.54}, {"mm", 72 / 25.4}, {"px", 0.75}, {"pc", 12}};
    char text[32], *end;
    if (!s.n || s.n >= sizeof text) return otherwise;
    memcpy(text, s.p, s.n);
    text[s.n] = '\0';
    double v = strtod(text, &end);
    for (size_t i = 0; i < COUNT(units); i++)
        if (end > text && strcmp(end, units[i].name) == 0 && isfinite(v) && fabs(v) < 1e9) return v * units[i].points;
    return otherwise;
}

static size_t count_styles(const struct xml_node *root)
{
    static const char *const groups[] = {"office:styles", "office:automatic-styles"};
    size_t n = 0;
    for (size_t i = 0; i < COUNT(groups); i++)
        for (const struct xml_node *k = xml_child(xml_child(root, groups[i]), "style:style"); k; k = xml_next(k, "style:style")) n++;
    return n;
}

static struct str key(struct arena *a, struct str family, struct str name)
{
    return arena_printf(a, "%.*s/%.*s", (int)family.n, family.p ? family.p : "", (int)name.n, name.p ? name.p : "");
}

static void take(struct arena *a, const struct xml_node *group, struct odt_styles *out)
{
    for (const struct xml_node *n = xml_child(group, "style:style"); n; n = xml_next(n, "style:style")) {
        lookup_put(&out->by_name, key(a, xml_get(n, "style:family"), xml_get(n, "style:name")), out->n);
        *ARENA_PUSH(a, out) = (struct odt_style){.node = n};
    }
}

void odt_styles_load(struct arena *a, const struct xml_node *content, const struct xml_node *styles, struct odt_styles *out)
{
    out->by_name = lookup_new(a, count_styles(content) + count_styles(styles) + 1, false);
    take(a, xml_child(content, "office:automatic-styles"), out); /* first: these names are asked for in the body */
    take(a, xml_child(styles, "office:styles"), out);
    take(a, xml_child(styles, "office:automatic-styles"), out);
}

static void text_properties(struct odt_style *k, const struct xml_node *pr)
{
    struct str weight = xml_get(pr, "fo:font-weight"), how = xml_get(pr, "fo:text-transform"), display = xml_get(pr, "text:display");
    if (weight.p) k->bold = str_eqz(weight, "bold") || str_starts(weight, STR("7")) || str_starts(weight, STR("8")) || str_starts(weight, STR("9")) ? TOLD_YES : TOLD_NO;
    if (how.p) k->capitals = str_eqz(how, "uppercase") ? TOLD_YES : TOLD_NO;
    if (display.p) k->hidden = str_eqz(display, "none") ? TOLD_YES : TOLD_NO;
}

static void paragraph_properties(struct odt_style *k, const struct xml_node *pr)
{
    k->page_before = str_eqz(xml_get(pr, "fo:break-before"), "page");
    k->page_after = str_eqz(xml_get(pr, "fo:break-after"), "page");
    for (const struct xml_node *t = xml_path(pr, "style:tab-stops style:tab-stop"); t; t = xml_next(t, "style:tab-stop"))
        if (str_eqz(xml_get(t, "style:leader-text"), ".") || str_eqz(xml_get(t, "style:leader-style"), "dotted")) k->dotted = TOLD_YES;
}

static bool named(struct str s) { return s.n && !str_eqz(s, "none"); }

static void graphic_properties(struct odt_style *k, const struct xml_node *pr)
{
    struct str stroke = xml_get(pr, "draw:stroke"), fill = xml_get(pr, "draw:fill"), down = xml_get(pr, "style:vertical-rel");
    struct str border = xml_get(pr, "fo:border");
    if (stroke.p) k->no_line = str_eqz(stroke, "none"), k->dashed = str_eqz(stroke, "dash");
    if (fill.p) k->no_fill = str_eqz(fill, "none");
    if (border.p && !stroke.p) k->no_line = str_eqz(border, "none");
    if (down.p) k->from_page = str_starts(down, STR("page")) || str_starts(down, STR("frame"));
    if (xml_get(pr, "draw:marker-start").p) k->arrow[0] = named(xml_get(pr, "draw:marker-start"));
    if (xml_get(pr, "draw:marker-end").p) k->arrow[1] = named(xml_get(pr, "draw:marker-end"));
}

static void look_up(struct arena *a, struct odt_styles *s, struct odt_style *k)
{
    const struct xml_node *n = k->node;
    k->state = ODT_OPEN;
    struct str parent = xml_get(n, "style:parent-style-name");
    size_t i = parent.n ? lookup_get(&s->by_name, key(a, xml_get(n, "style:family"), parent)) : SIZE_MAX;
    if (i != SIZE_MAX && s->v[i].state == ODT_RAW) look_up(a, s, &s->v[i]);
    if (i != SIZE_MAX && s->v[i].state == ODT_READY) {
        struct odt_style own = *k;
        *k = s->v[i];
        k->node = own.node;
        k->page_before = k->page_after = false;
        k->master = STR_ABSENT;
    }
    uint64_t level;
    struct str outline = xml_get(n, "style:default-outline-level"), master = xml_get(n, "style:master-page-name");
    if (outline.p) k->outline = str_u64(outline, &level) && level <= ODT_LEVELS ? (uint32_t)level : 0;
    if (master.n) k->master = master;
    const struct xml_node *pr = xml_child(n, "style:text-properties"), *graphic = xml_child(n, "style:graphic-properties");
    if (pr) text_properties(k, pr);
    if ((pr = xml_child(n, "style:paragraph-properties"))) paragraph_properties(k, pr);
    if ((pr = xml_child(n, "style:table-properties"))) paragraph_properties(k, pr);
    if (graphic) graphic_properties(k, graphic);
    k->width = odt_length(xml_get(xml_child(n, "style:table-column-properties"), "style:column-width"), 0);
    const struct xml_node *row = xml_child(n, "style:table-row-properties");
    k->height = odt_length(xml_get(row, "style:row-height"), odt_length(xml_get(row, "style:min-row-height"), 0));
    k->state = ODT_READY;
}

const struct odt_style *odt_style(struct arena *a, struct odt_styles *s, const char *family, struct str name)
{
    size_t i = name.n ? lookup_get(&s->by_name, key(a, str_of(family), name)) : SIZE_MAX;
    if (i == SIZE_MAX) return NULL;
    if (s->v[i].state == ODT_RAW) look_up(a, s, &s->v[i]);
    return &s->v[i];
}
