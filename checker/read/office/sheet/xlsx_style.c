/* What a workbook shares between its sheets: formats and texts. */
#include <stdlib.h>
#include <string.h>

#include "base/chars.h"
#include "read/office/sheet/shown.h"
#include "read/office/sheet/xlsx.h"

static uint64_t number_of(struct str s, uint64_t otherwise)
{
    uint64_t v;
    return str_u64(s, &v) ? v : otherwise;
}

static bool is_on(const struct xml_node *n)
{
    struct str v = xml_get(n, "val");
    return n && !str_eqz(v, "0") && !str_eqz(v, "false");
}

/* ---- styles -------------------------------------------------------------------------------------------------- */

struct flags {
    bool *v;
    size_t n, cap;
};

static void take_bold(struct arena *a, const struct xml_node *fonts, struct flags *out)
{
    for (const struct xml_node *f = xml_child(fonts, "x:font"); f; f = xml_next(f, "x:font")) *ARENA_PUSH(a, out) = is_on(xml_child(f, "x:b"));
}

static void take_frames(struct arena *a, const struct xml_node *borders, struct flags *out)
{
    static const char *const sides[] = {"x:left", "x:right", "x:top", "x:bottom", "x:start", "x:end"};
    for (const struct xml_node *b = xml_child(borders, "x:border"); b; b = xml_next(b, "x:border")) {
        bool framed = false;
        for (size_t i = 0; i < COUNT(sides); i++) {
            struct str style = xml_get(xml_child(b, sides[i]), "style");
            framed |= style.n && !str_eqz(style, "none");
        }
        *ARENA_PUSH(a, out) = framed;
    }
}

static struct str format_of(struct workbook *w, const struct xml_node *formats, uint64_t id)
{
    for (const struct xml_node *f = xml_child(formats, "x:numFmt"); f; f = xml_next(f, "x:numFmt"))
        if (number_of(xml_get(f, "numFmtId"), UINT64_MAX) == id) return arena_str(w->a, xml_get(f, "formatCode"));
    return str_of(shown_builtin(id));
}

enum rc workbook_styles(struct workbook *w, struct str part, struct trouble *why)
{
    struct xml_node *root;
    struct flags bold = {0}, framed = {0};
    enum rc rc = package_xml(w->p, part, &root, why);
    if (rc != RC_OK) return rc;
    take_bold(w->a, xml_child(root, "x:fonts"), &bold);
    take_frames(w->a, xml_child(root, "x:borders"), &framed);
    const struct xml_node *formats = xml_child(root, "x:numFmts");
    for (const struct xml_node *x = xml_path(root, "x:cellXfs x:xf"); x; x = xml_next(x, "x:xf")) {
        uint64_t font = number_of(xml_get(x, "fontId"), 0), border = number_of(xml_get(x, "borderId"), 0);
        struct cell_style *s = ARENA_PUSH(w->a, &w->styles);
        s->format = format_of(w, formats, number_of(xml_get(x, "numFmtId"), 0));
        s->bold = font < bold.n && bold.v[font];
        s->framed = border < framed.n && framed.v[border];
    }
    return RC_OK;
}

/* ---- shared texts -------------------------------------------------------------------------------------------- */

static int hex(char c) { return is_digit(c) ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; }

struct str workbook_unescape(struct arena *a, struct str text)
{
    if (str_find(text, STR("_x"), 0) == SIZE_MAX) return text;
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < text.n; i++) {
        uint32_t c = 0;
        bool escape = i + 7 <= text.n && text.p[i] == '_' && text.p[i + 1] == 'x' && text.p[i + 6] == '_';
        for (size_t k = 2; escape && k < 6; k++) {
            int v = hex(text.p[i + k]);
            escape = v >= 0;
            c = c * 16 + (uint32_t)(v & 15);
        }
        if (!escape || c >= 0x80) {
            buf_ch(&b, text.p[i]);
            continue;
        }
        if (c && c != '\r') buf_ch(&b, (char)c);
        i += 6;
    }
    struct str plain = arena_str(a, (struct str){b.p ? b.p : "", b.n});
    buf_free(&b);
    return plain;
}

struct texts_state {
    struct workbook *w;
    struct buf text;
    size_t runs, bold;
    bool inside, phonetic, run_bold;
};

static bool texts_open(void *state, const char *name, const struct xml_attr *attrs, size_t n)
{
    struct texts_state *s = state;
    if (strcmp(name, "x:si") == 0) {
        s->text.n = 0;
        s->runs = s->bold = 0;
        s->run_bold = false;
    } else if (strcmp(name, "x:rPh") == 0) {
        s->phonetic = true;
    } else if (strcmp(name, "x:r") == 0) {
        s->run_bold = false;
    } else if (strcmp(name, "x:b") == 0) {
        struct str v = xml_attr_of(attrs, n, "val");
        s->run_bold = !str_eqz(v, "0") && !str_eqz(v, "false");
    } else if (strcmp(name, "x:t") == 0) {
        s->inside = !s->phonetic;
        if (s->inside) {
            s->runs++;
            s->bold += s->run_bold;
        }
    }
    return true;
}

static void texts_close(void *state, const char *name)
{
    struct texts_state *s = state;
    if (strcmp(name, "x:t") == 0) s->inside = false;
    if (strcmp(name, "x:rPh") == 0) s->phonetic = false;
    if (strcmp(name, "x:si") != 0) return;
    struct shared_text *t = ARENA_PUSH(s->w->a, &s->w->texts);
    t->text = workbook_unescape(s->w->a, arena_str(s->w->a, (struct str){s->text.p ? s->text.p : "", s->text.n}));
    t->bold = s->runs && s->bold == s->runs;
}

static void texts_text(void *state, struct str text)
{
    struct texts_state *s = state;
    if (s->inside) buf_str(&s->text, text);
}

enum rc workbook_texts(struct workbook *w, struct str part, struct trouble *why)
{
    static const struct xml_events events = {texts_open, texts_close, texts_text};
    struct texts_state s = {.w = w, .text = BUF_INIT};
    enum rc rc = package_walk(w->p, part, &events, &s, why);
    buf_free(&s.text);
    return rc;
}
