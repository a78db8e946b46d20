/* Format codes: choosing a section, decimal arithmetic on the digits, and showing them. Dates are in shown_date.c. */
#include <stdlib.h>
#include <string.h>

#include "read/office/sheet/shown_state.h"

enum { SECTIONS = 4 };

const char *shown_builtin(uint64_t id)
{
    static const char *const codes[] = {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [11] = "0.00E+00", [12] = "# ?/?", [13] = "# ?\?/?\?",
        [14] = "dd/mm/yyyy", [15] = "d-mmm-yy", [16] = "d-mmm", [17] = "mmm-yy", [18] = "h:mm AM/PM", [19] = "h:mm:ss AM/PM", [20] = "h:mm",
        [21] = "h:mm:ss", [22] = "dd/mm/yyyy h:mm", [37] = "#,##0;(#,##0)", [38] = "#,##0;(#,##0)", [39] = "#,##0.00;(#,##0.00)",
        [40] = "#,##0.00;(#,##0.00)", [41] = "#,##0;(#,##0);\"-\";@", [42] = "\"Rp\"#,##0;\"Rp\"(#,##0);\"Rp\"\"-\";@",
        [43] = "#,##0.00;(#,##0.00);\"-\";@", [44] = "\"Rp\"#,##0.00;\"Rp\"(#,##0.00);\"Rp\"\"-\";@", [45] = "mm:ss", [46] = "[h]:mm:ss",
        [47] = "mm:ss.0", [48] = "0.0E+0", [49] = "@",
    };
    return id < COUNT(codes) && codes[id] ? codes[id] : "General";
}

size_t code_token(struct str code, size_t i)
{
    char c = code.p[i];
    size_t n = 1;
    if (c == '"' || c == '[') {
        while (i + n < code.n && code.p[i + n] != (c == '"' ? '"' : ']')) n++;
        return i + n < code.n ? n + 1 : n;
    }
    if (c == '\\' || c == '_' || c == '*') {
        if (i + n < code.n) n++;
        while (n > 1 && i + n < code.n && ((unsigned char)code.p[i + n] & 0xC0) == 0x80) n++;
    }
    return n;
}

/* ---- decimal numbers ----------------------------------------------------------------------------------------- */

/* The number is 0.d1d2d3… times 10 to the power of `point`. */
bool decimal_parse(struct str text, struct decimal *d)
{
    char copy[64], shown[40], *end;
    text = str_trim(text);
    if (!text.n || text.n >= sizeof copy || !strchr("+-.0123456789", text.p[0])) return false;
    memcpy(copy, text.p, text.n);
    copy[text.n] = '\0';
    double v = strtod(copy, &end); /* no locale is ever set */
    if (*end || !(v > -1e300 && v < 1e300)) return false;
    snprintf(shown, sizeof shown, "%.14e", v); /* 15 digits are what spreadsheets keep */
    *d = (struct decimal){.negative = shown[0] == '-', .value = v};
    const char *p = shown + d->negative;
    for (; *p && *p != 'e'; p++)
        if (*p != '.') d->digit[d->n++] = (char)(*p - '0');
    d->point = atoi(p + 1) + 1;
    while (d->n && !d->digit[d->n - 1]) d->n--;
    if (!d->n) d->point = 1;
    return true;
}

void decimal_round(struct decimal *d, int decimals)
{
    int keep = d->point + decimals;
    if (keep >= d->n) return;
    bool up = keep >= 0 && d->digit[keep] >= 5;
    d->n = keep < 0 ? 0 : keep;
    for (int i = d->n; up && i-- > 0;) {
        up = ++d->digit[i] == 10;
        if (up) d->digit[i] = 0;
    }
    if (up) {
        memmove(d->digit + 1, d->digit, (size_t)d->n);
        d->digit[0] = 1;
        d->n++;
        d->point++;
    }
    while (d->n && !d->digit[d->n - 1]) d->n--;
}

/* The digit worth 10 to the power of k. */
static char digit_at(const struct decimal *d, int k)
{
    int i = d->point - 1 - k;
    return i >= 0 && i < d->n ? (char)('0' + d->digit[i]) : '0';
}

static void put_general(struct buf *out, struct decimal d)
{
    if (d.point > 11 || d.point < -8) { /* too large or small for digits alone */
        char shown[40];
        snprintf(shown, sizeof shown, "%.5E", d.value);
        for (char *p = shown; *p; p++) buf_ch(out, *p == '.' ? ',' : *p);
        return;
    }
    decimal_round(&d, d.point > 0 ? 10 - d.point : 9);
    if (d.negative && d.n) buf_ch(out, '-');
    for (int k = d.point > 1 ? d.point - 1 : 0; k >= 0; k--) buf_ch(out, digit_at(&d, k));
    if (d.n > d.point) buf_ch(out, ',');
    for (int k = 1; k <= d.n - d.point; k++) buf_ch(out, digit_at(&d, -k));
}

/* ---- the sections of a code ---------------------------------------------------------------------------------- */

struct section {
    struct str code;
    char test[3];               /* of a condition: "<", ">=" …; "" without one */
    double than;
};

static void take_condition(struct section *s)
{
    for (size_t i = 0; i < s->code.n; i += code_token(s->code, i)) {
        if (s->code.p[i] != '[' || i + 1 >= s->code.n || !strchr("<>=", s->code.p[i + 1])) continue;
        size_t k = i + 1, n = 0;
        while (k < s->code.n && n < 2 && strchr("<>=", s->code.p[k])) s->test[n++] = s->code.p[k++];
        struct decimal d;
        struct str number = str_slice(s->code, k, i + code_token(s->code, i) - 1);
        if (decimal_parse(number, &d)) s->than = d.value;
        else s->test[0] = '\0';
        return;
    }
}

static size_t split(struct str code, struct section *out)
{
    size_t n = 0, from = 0;
    for (size_t i = 0; i <= code.n && n < SECTIONS; i += i < code.n ? code_token(code, i) : 1) {
        if (i < code.n && code.p[i] != ';') continue;
        out[n] = (struct section){.code = str_slice(code, from, i)};
        take_condition(&out[n++]);
        from = i + 1;
    }
    return n;
}

static bool holds(const struct section *s, double v)
{
    bool equal = strchr(s->test, '=') && v == s->than;
    if (strcmp(s->test, "<>") == 0) return v != s->than;
    return equal || (strchr(s->test, '<') && v < s->than) || (strchr(s->test, '>') && v > s->than);
}

/* The section for a value; *bare: its minus is not shown. */
static struct str choose(struct str code, double v, bool *bare)
{
    struct section s[SECTIONS];
    size_t n = split(code, s);
    *bare = false;
    if (s[0].test[0]) {
        for (size_t i = 0; i < n; i++)
            if (!s[i].test[0] || holds(&s[i], v)) return s[i].code;
        return STR("General");
    }
    if (n >= 3 && v == 0) return s[2].code;
    *bare = n >= 2 && v < 0;
    return s[*bare ? 1 : 0].code;
}

/* ---- numbers ------------------------------------------------------------------------------------------------- */

struct pattern {
    int whole, decimals;        /* places before and behind the point */
    int percent, thousands;     /* how often a hundred and a thousand scale it */
    bool grouped, point, exponent, fraction;
};

static bool is_place(char c) { return c == '0' || c == '#' || c == '?'; }

static struct pattern measure(struct str code)
{
    struct pattern m = {0};
    int commas = 0;
    for (size_t i = 0; i < code.n; i += code_token(code, i)) {
        char c = code.p[i];
        if (is_place(c)) {
            if (commas && !m.point) m.grouped = true;
            commas = 0;
            if (m.point) m.decimals++;
            else m.whole++;
        } else if (c == ',' && m.whole) {
            commas++;
        } else if (c == '.') {
            m.point = true;
            m.thousands += commas;
            commas = 0;
        } else {
            m.percent += c == '%';
            m.exponent |= c == 'E';
            m.fraction |= c == '/';
        }
    }
    m.thousands += commas;
    return m;
}

/* The place worth 10 to the power of k; the first one takes all digits above it. */
static void put_whole(struct buf *out, const struct decimal *d, const struct pattern *m, int k, char place, bool *begun)
{
    int from = k == m->whole - 1 && d->n && d->point - 1 > k ? d->point - 1 : k;
    for (int i = from; i >= k; i--) {
        bool counts = *begun || (d->n && i < d->point) || place == '0';
        if (!counts) {
            if (place == '?') buf_ch(out, ' ');
            continue;
        }
        buf_ch(out, digit_at(d, i));
        *begun = true;
        if (m->grouped && i > 0 && i % 3 == 0) buf_ch(out, '.');
    }
}

static void put_decimal(struct buf *out, const struct decimal *d, int k, char place)
{
    if (place == '0' || k <= d->n - d->point) buf_ch(out, digit_at(d, -k));
    else if (place == '?') buf_ch(out, ' ');
}

void code_literal(struct buf *out, struct str code, size_t i, size_t n)
{
    struct str token = str_slice(code, i, i + n);
    switch (code.p[i]) {
    case '"': buf_str(out, str_slice(token, 1, n - (n > 1 && token.p[n - 1] == '"'))); break;
    case '\\': buf_str(out, str_slice(token, 1, n)); break;
    case '_': buf_ch(out, ' '); break;
    case '*': break;
    case '[':
        if (n > 2 && token.p[1] == '$') { /* a currency: "[$Rp-421]" */
            size_t end = str_find(token, STR("-"), 2);
            buf_str(out, str_slice(token, 2, end == SIZE_MAX ? n - 1 : end));
        }
        break;
    default: buf_str(out, token);
    }
}

static void put_number(struct buf *out, struct str code, struct decimal d, bool bare)
{
    struct pattern m = measure(code);
    if (m.exponent || m.fraction) return put_general(out, d);
    if (d.n) d.point += 2 * m.percent - 3 * m.thousands;
    decimal_round(&d, m.decimals);
    if (d.negative && d.n && !bare) buf_ch(out, '-');
    bool begun = false, point = false;
    int k = m.whole - 1, decimal = 1;
    if (!m.whole && m.point) put_whole(out, &d, &m, 0, '#', &begun);
    for (size_t i = 0, n; i < code.n; i += n) {
        char c = code.p[i];
        n = code_token(code, i);
        if (is_place(c)) {
            if (point) put_decimal(out, &d, decimal++, c);
            else put_whole(out, &d, &m, k--, c, &begun);
        } else if (c == '.') {
            point = true;
            buf_ch(out, ',');
        } else if (c != ',') {
            code_literal(out, code, i, n);
        }
    }
}

/* ---- all ----------------------------------------------------------------------------------------------------- */

static bool is_general(struct str code) { return str_ifind(code, STR("General"), 0) != SIZE_MAX; }

struct str shown_number(struct arena *a, const struct read_words *words, struct str code, struct str value, bool since_1904)
{
    struct decimal d;
    struct buf out = BUF_INIT;
    bool bare, good = true;
    if (!decimal_parse(value, &d)) return STR_ABSENT;
    struct str section = choose(code, d.value, &bare);
    buf_add(&out, "", 0);
    if (!str_trim(section).n || is_general(section) || str_eqz(section, "@")) {
        if (section.n || !code.n) put_general(&out, d); /* an empty section shows nothing */
    } else if (shown_is_date(section)) {
        good = shown_date(&out, words, section, d.value, since_1904);
    } else {
        put_number(&out, section, d, bare);
    }
    struct str text = good ? arena_str(a, str_trim(buf_view(&out))) : STR_ABSENT;
    buf_free(&out);
    return text;
}
