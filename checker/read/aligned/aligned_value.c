/* What stands alone in its cell: figures, grades, numbers of items. */
#include <string.h>

#include "base/chars.h"
#include "language/marker.h"
#include "read/aligned/aligned.h"

/* "1." "a)" "IV." with or without text behind it: its length, else 0. */
size_t marker_length(struct str s)
{
    size_t i = 0;
    while (i < s.n && i < 4 && is_alnum(s.p[i])) i++;
    if (i == 0 || i >= s.n || (s.p[i] != '.' && s.p[i] != ')') || (!is_digit(s.p[0]) && i > 1)) return 0;
    return i + 1 == s.n || s.p[i + 1] == ' ' ? i + 1 : 0;
}

bool is_lone_marker(struct str s) { return (s.n <= 5 && roman_value(s, false)) || (s.n && marker_length(s) == s.n); }

/* "BB", "A-", "WTP". */
static bool is_grade(const struct region *r, struct str s)
{
    if (s.n && is_upper(s.p[0]) && is_upper(s.p[s.n - 1]) && wordset_has(&r->words->grades, s)) return true;
    size_t n = 0;
    while (n < s.n && s.p[n] >= 'A' && s.p[n] <= 'E' && s.p[n] == s.p[0]) n++;
    size_t sign = n && n < s.n && (s.p[n] == '+' || s.p[n] == '-');
    return n && n <= 3 && n + sign == s.n;
}

bool is_value(const struct region *r, struct str s)
{
    size_t words = 1, i = 0;
    if (is_lone_marker(s) || is_grade(r, s)) return true;
    if (s.n > 26 || marker_length(s)) return false;
    for (size_t k = 1; k < s.n; k++) words += s.p[k] == ' ' && s.p[k - 1] != ' ';
    (void)wordset_prefix(&r->words->money, s, &i);
    while (i < s.n && !is_digit(s.p[i]) && !is_lower(s.p[i]) && !is_upper(s.p[i])) i++;
    if (i == s.n) return str_eqz(s, "-") || str_eqz(s, "–") || str_eqz(s, "—");
    return is_digit(s.p[i]) && words <= 3;
}

bool is_year(struct str s)
{
    uint64_t year;
    if (s.n == 6 && s.p[0] == '(' && s.p[5] == ')') s = str_slice(s, 1, 5);
    return s.n == 4 && str_u64(s, &year) && year_of_report(year);
}

bool is_row_number(struct str s)
{
    uint64_t n;
    return is_lone_marker(s) || (s.n <= 3 && str_u64(s, &n));
}
