/* Printed numbers of lists (w:numbering): levels, restarts, formats. ISO/IEC 29500-1 17.9. */
#include "read/decode.h"
#include "read/office/docx/docx.h"
#include "read/office/printed.h"

enum { LEVELS = 9, MOST_COUNT = 1000000 };

struct level {
    const struct xml_node *node; /* NULL: not described */
    enum printed_format format;
    bool bullet;
    struct str text;             /* "%1.%2." */
    enum symbol_font font;
    uint32_t start;
    uint32_t restart;            /* counts anew behind a level above this one (from 1); 0: never; LEVELS: any above it */
    bool legal;                  /* all its numbers are decimal */
};
/* Lists that count together: instances of one abstract numbering. */
struct sequence {
    struct str id, link;         /* link: the style whose list it is instead */
    struct level levels[LEVELS];
    uint32_t count[LEVELS];
    bool used[LEVELS];
};
struct instance {
    struct str id;
    size_t sequence;             /* SIZE_MAX: none */
    struct level levels[LEVELS]; /* as overridden; node NULL: as the sequence has it */
    bool anew[LEVELS];           /* starts at `levels[].start` when first used */
};
struct numbering {
    struct {
        struct sequence *v;
        size_t n, cap;
    } sequences;
    struct {
        struct instance *v;
        size_t n, cap;
    } instances;
};

static enum printed_format format_of(struct str s)
{
    static const struct {
        const char *name;
        enum printed_format format;
    } names[] = {{"decimalZero", NUMBER_ZERO}, {"lowerLetter", NUMBER_LETTER}, {"upperLetter", NUMBER_CAPITAL}, {"lowerRoman", NUMBER_ROMAN},
                 {"upperRoman", NUMBER_ROMAN_CAPITAL}, {"bullet", NUMBER_NONE}, {"none", NUMBER_NONE}};
    for (size_t i = 0; i < COUNT(names); i++)
        if (str_eqz(s, names[i].name)) return names[i].format;
    return NUMBER_DECIMAL;
}

static uint32_t number_of(const struct xml_node *n, uint32_t otherwise)
{
    uint64_t v;
    return n && str_u64(xml_get(n, "w:val"), &v) && v < MOST_COUNT ? (uint32_t)v : otherwise;
}

static void load_level(const struct xml_node *n, uint32_t at, struct level *out)
{
    *out = (struct level){.node = n, .text = xml_get(xml_child(n, "w:lvlText"), "w:val")};
    out->format = format_of(xml_get(xml_child(n, "w:numFmt"), "w:val"));
    out->bullet = str_eqz(xml_get(xml_child(n, "w:numFmt"), "w:val"), "bullet");
    out->start = number_of(xml_child(n, "w:start"), 0);
    out->restart = number_of(xml_child(n, "w:lvlRestart"), LEVELS);
    if (out->restart > at) out->restart = LEVELS;
    const struct xml_node *legal = xml_child(n, "w:isLgl");
    out->legal = legal && docx_on(legal);
    out->font = run_look(xml_child(n, "w:rPr")).font;
}

static void load_levels(const struct xml_node *parent, struct level *levels)
{
    for (const struct xml_node *n = xml_child(parent, "w:lvl"); n; n = xml_next(n, "w:lvl")) {
        uint64_t i;
        if (str_u64(xml_get(n, "w:ilvl"), &i) && i < LEVELS) load_level(n, (uint32_t)i, &levels[i]);
    }
}

static struct sequence *sequence_of(struct numbering *m, struct str id)
{
    for (size_t i = 0; i < m->sequences.n; i++)
        if (str_eq(m->sequences.v[i].id, id)) return &m->sequences.v[i];
    return NULL;
}

static struct instance *instance_of(const struct numbering *m, struct str id)
{
    for (size_t i = 0; id.p && i < m->instances.n; i++)
        if (str_eq(m->instances.v[i].id, id)) return &m->instances.v[i];
    return NULL;
}

static void load_instance(struct arena *a, struct numbering *m, const struct xml_node *n)
{
    struct instance *k = ARENA_PUSH(a, &m->instances);
    *k = (struct instance){.id = xml_get(n, "w:numId"), .sequence = SIZE_MAX};
    const struct sequence *s = sequence_of(m, xml_get(xml_child(n, "w:abstractNumId"), "w:val"));
    if (s) k->sequence = (size_t)(s - m->sequences.v);
    for (const struct xml_node *o = xml_child(n, "w:lvlOverride"); o; o = xml_next(o, "w:lvlOverride")) {
        uint64_t i;
        if (!str_u64(xml_get(o, "w:ilvl"), &i) || i >= LEVELS) continue;
        const struct xml_node *level = xml_child(o, "w:lvl"), *start = xml_child(o, "w:startOverride");
        if (level) load_level(level, (uint32_t)i, &k->levels[i]);
        k->anew[i] = start != NULL;
        if (!start) continue;
        if (!level && s) k->levels[i] = s->levels[i];
        k->levels[i].start = number_of(start, 0);
    }
}

struct numbering *numbering_load(struct arena *a, const struct xml_node *root, struct styles *styles)
{
    struct numbering *m = arena_alloc(a, sizeof *m);
    for (const struct xml_node *n = xml_child(root, "w:abstractNum"); n; n = xml_next(n, "w:abstractNum")) {
        struct sequence *s = ARENA_PUSH(a, &m->sequences);
        s->id = xml_get(n, "w:abstractNumId");
        s->link = xml_get(xml_child(n, "w:numStyleLink"), "w:val");
        load_levels(n, s->levels);
    }
    for (const struct xml_node *n = xml_child(root, "w:num"); n; n = xml_next(n, "w:num")) load_instance(a, m, n);
    for (size_t i = 0; i < m->instances.n; i++) { /* a list that is only a name for the list of a style */
        struct instance *k = &m->instances.v[i];
        if (k->sequence == SIZE_MAX || !m->sequences.v[k->sequence].link.p) continue;
        const struct style *style = style_find(styles, m->sequences.v[k->sequence].link);
        const struct instance *there = style ? instance_of(m, style->paragraph.numbering) : NULL;
        if (there && there->sequence != SIZE_MAX) k->sequence = there->sequence;
    }
    return m;
}

uint32_t numbering_level(const struct numbering *m, struct str id, struct str style, uint32_t otherwise)
{
    const struct instance *k = instance_of(m, id);
    if (!k || k->sequence == SIZE_MAX || !style.p) return otherwise;
    for (uint32_t i = 0; i < LEVELS; i++) {
        const struct xml_node *n = xml_child(m->sequences.v[k->sequence].levels[i].node, "w:pStyle");
        if (n && str_eq(xml_get(n, "w:val"), style)) return i;
    }
    return otherwise;
}

/* ---- printing -------------------------------------------------------------------------------------------------- */

static const struct level *level_of(const struct numbering *m, const struct instance *k, uint32_t i)
{
    return k->levels[i].node ? &k->levels[i] : &m->sequences.v[k->sequence].levels[i];
}

/* A bullet as the character that is seen. */
static void print_seen(struct buf *b, const struct level *l)
{
    struct str s = l->text;
    uint32_t code = 0;
    if (s.n == 3 && (unsigned char)s.p[0] == 0xEF) code = ((uint32_t)s.p[1] & 63) << 6 | ((uint32_t)s.p[2] & 63) | 0xF000;
    else if (s.n == 1) code = (unsigned char)s.p[0];
    else if (s.n == 2) code = ((uint32_t)s.p[0] & 31) << 6 | ((uint32_t)s.p[1] & 63);
    uint32_t seen = l->font == FONT_TEXT ? 0 : symbol_char(l->font, code);
    char bytes[4];
    if (seen) buf_add(b, bytes, utf8_put(bytes, seen));
    else printed_bullet(b, s, l->font != FONT_TEXT);
}

static struct str print(struct arena *a, const struct numbering *m, const struct instance *k, uint32_t at)
{
    const struct sequence *s = &m->sequences.v[k->sequence];
    const struct level *l = level_of(m, k, at);
    struct buf b = BUF_INIT;
    if (l->bullet) print_seen(&b, l);
    for (size_t i = 0; !l->bullet && i < l->text.n; i++) {
        char c = l->text.p[i];
        bool place = c == '%' && i + 1 < l->text.n && l->text.p[i + 1] >= '1' && l->text.p[i + 1] <= '9';
        if (!place) {
            buf_ch(&b, c);
            continue;
        }
        uint32_t which = (uint32_t)(l->text.p[++i] - '1');
        const struct level *of = level_of(m, k, which);
        bool decimal = l->legal && of->format != NUMBER_ZERO;
        printed_number(&b, decimal ? NUMBER_DECIMAL : of->format, s->used[which] ? s->count[which] : of->start);
    }
    struct str printed = b.n ? arena_str(a, buf_view(&b)) : STR_ABSENT;
    buf_free(&b);
    return printed;
}

struct str numbering_next(struct arena *a, struct numbering *m, struct str id, uint32_t at)
{
    struct instance *k = instance_of(m, id);
    if (!k || k->sequence == SIZE_MAX || at >= LEVELS) return STR_ABSENT;
    struct sequence *s = &m->sequences.v[k->sequence];
    const struct level *l = level_of(m, k, at);
    if (k->anew[at] || !s->used[at]) s->count[at] = l->start;
    else if (s->count[at] < MOST_COUNT) s->count[at]++;
    k->anew[at] = false;
    s->used[at] = true;
    for (uint32_t i = at + 1; i < LEVELS; i++) {
        uint32_t restart = level_of(m, k, i)->restart;
        if (restart == LEVELS || (restart && at < restart)) s->used[i] = false;
    }
    return print(a, m, k, at);
}
