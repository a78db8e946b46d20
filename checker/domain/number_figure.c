/* One figure: its digits and marks, and printing one. */
#include "base/chars.h"
#include "domain/number_figure.h"

size_t figure_length(struct str s)
{
    size_t i = 0;
    while (i < s.n && (is_digit(s.p[i]) || ((s.p[i] == '.' || s.p[i] == ',') && i > 0 && i + 1 < s.n && is_digit(s.p[i - 1]) && is_digit(s.p[i + 1]))))
        i++;
    return i;
}

struct figure_shape figure_shape(struct str f)
{
    struct figure_shape s = {0, 0, 0, 0, {true, true}};
    size_t group = 0;
    char before = 0;
    for (size_t i = 0; i <= f.n; i++) {
        bool mark = i < f.n && (f.p[i] == '.' || f.p[i] == ',');
        if (i < f.n && !mark) {
            group++;
            continue;
        }
        if (before && group != 3) s.thousands_ok[before == ','] = false;
        if (!before && mark && (group > 3 || (group == 1 && f.p[0] == '0'))) s.thousands_ok[f.p[i] == ','] = false; /* 0.043, 1234.567 */
        if (mark) {
            before = f.p[i];
            if (before == '.') s.dots++, s.last_dot = i;
            else s.commas++, s.last_comma = i;
        }
        group = 0;
    }
    return s;
}

bool figure_misgrouped(struct figure_shape s)
{
    bool both = s.dots && s.commas;
    bool commas_group = s.last_dot > s.last_comma; /* the last mark is the decimal one */
    if (both) return (commas_group ? s.dots : s.commas) > 1 || !s.thousands_ok[commas_group];
    return (s.dots > 1 && !s.thousands_ok[0]) || (s.commas > 1 && !s.thousands_ok[1]);
}

enum marks figure_vote(struct str f)
{
    struct figure_shape s = figure_shape(f);
    if (figure_misgrouped(s)) return MARKS_UNKNOWN;
    if (s.dots && s.commas) return s.last_comma > s.last_dot ? MARKS_COMMA : MARKS_DOT;
    if (s.dots > 1) return s.thousands_ok[0] ? MARKS_COMMA : MARKS_UNKNOWN;
    if (s.commas > 1) return s.thousands_ok[1] ? MARKS_DOT : MARKS_UNKNOWN;
    if (s.dots == 1 && !s.thousands_ok[0]) return MARKS_DOT;
    if (s.commas == 1 && !s.thousands_ok[1]) return MARKS_COMMA;
    return MARKS_UNKNOWN;
}

bool figure_value(struct str f, char decimal, struct ratio *out, int *decimals)
{
    int64_t value = 0, scale = 1;
    bool behind = false;
    *decimals = 0;
    for (size_t i = 0; i < f.n; i++) {
        if (!is_digit(f.p[i])) {
            if (f.p[i] == decimal && behind) return false;
            behind |= f.p[i] == decimal;
            continue;
        }
        if (value > (INT64_MAX / 10) - 1 || (behind && scale > INT64_MAX / 10)) return false;
        value = value * 10 + (f.p[i] - '0');
        if (behind) scale *= 10, (*decimals)++;
    }
    return ratio_make(value, scale, out);
}

struct ratio number_half_unit(const struct number *n)
{
    int64_t den = 2;
    for (int i = 0; i < n->decimals && den < INT64_MAX / 10; i++) den *= 10;
    return (struct ratio){1, den};
}

struct str number_format(struct arena *a, struct ratio value, int decimals)
{
    struct ratio scaled, half;
    int64_t scale = 1, whole;
    for (int i = 0; i < decimals; i++) scale *= 10;
    bool negative = value.num < 0;
    if (negative) value.num = -value.num;
    if (!ratio_make(1, 2, &half) || !ratio_mul(value, RATIO(scale), &scaled) || !ratio_add(scaled, half, &scaled)) return STR_ABSENT;
    int64_t scaled_whole = whole = ratio_floor(scaled);
    char text[64]; /* from its end: at most 19 digits, and a mark for each three */
    size_t at = sizeof text;
    for (int i = 0; i < decimals; i++, whole /= 10) text[--at] = (char)('0' + whole % 10);
    if (decimals) text[--at] = ',';
    for (int digits = 0; !digits || whole; digits++, whole /= 10) {
        if (digits && digits % 3 == 0) text[--at] = '.';
        text[--at] = (char)('0' + whole % 10);
    }
    if (negative && scaled_whole) text[--at] = '-';
    return arena_str(a, (struct str){text + at, sizeof text - at});
}

/* The only figure of a text, behind nothing but a word such as Rp; empty: there is no such. */
static struct str lone_figure(struct str text)
{
    size_t from = 0, to;
    while (from < text.n && (is_alpha(text.p[from]) || text.p[from] == ' ' || text.p[from] == '.')) from++;
    to = from + figure_length(str_slice(text, from, text.n));
    for (size_t i = to; i < text.n; i++)
        if (is_digit(text.p[i])) return STR("");
    return str_slice(text, from, to);
}

/* What stands between thousands; 0: nothing. Where the figure has no thousands, what is usual beside its decimal mark. */
static char group_mark(struct str whole, char decimal)
{
    for (size_t i = 0; i < whole.n; i++)
        if (!is_digit(whole.p[i])) return whole.p[i];
    return whole.n > 3 ? 0 : decimal == '.' ? ',' : '.';
}

struct str number_like(struct arena *a, struct str printed, const struct number *n, struct ratio value)
{
    struct str figure = lone_figure(printed), text = number_format(a, value, n->decimals);
    size_t behind = n->decimals > 0 ? (size_t)n->decimals + 1 : 0;
    if (!number_is_value(n) || !figure.n || figure.n <= behind || !text.p || value.num < 0) return STR_ABSENT;
    char decimal = behind ? figure.p[figure.n - behind] : 0;
    char group = group_mark(str_slice(figure, 0, figure.n - behind), decimal);
    if (decimal && (is_digit(decimal) || group == decimal)) return STR_ABSENT;
    struct buf b = BUF_INIT;
    buf_str(&b, str_slice(printed, 0, (size_t)(figure.p - printed.p)));
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i] == '.' ? group : text.p[i] == ',' ? decimal : text.p[i];
        if (c) buf_ch(&b, c);
    }
    buf_str(&b, str_slice(printed, (size_t)(figure.p - printed.p) + figure.n, printed.n));
    struct str s = str_eq(buf_view(&b), printed) ? STR_ABSENT : arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}
