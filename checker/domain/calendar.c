/* Dates in Indonesian text: 02 Januari 2024, 2-1-2024, 12/XI/2020, Juni 2018, tanggal 3 bulan 5. */
#include "domain/calendar.h"

#include "language/marker.h"
#include "language/suggest.h"
#include "language/token.h"
#include "language/vocabulary.h"

enum { WINDOW = 12 };

struct calendar {
    struct wordset month[12], weekdays;
};

const struct calendar *calendar_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    struct word_file f = word_file_open(a, b, "vocabulary/months.yaml", NULL, faults);
    const struct yaml_node *list = yaml_get(f.root, "bulan"), *n = list && list->kind == YAML_LIST ? list->child : NULL;
    struct calendar *c = arena_alloc(a, sizeof *c);
    for (size_t i = 0; f.root && i < COUNT(c->month); i++, n = n ? n->next : NULL) {
        c->month[i] = word_file_words(&f, n);
        if (!c->month[i].n) return word_file_fault(&f, list, "bulan"), c;
    }
    c->weekdays = word_file_set(&f, f.root, "hari");
    return c;
}

bool calendar_weekday(const struct calendar *c, struct str word) { return wordset_has(&c->weekdays, word); }

int calendar_month(const struct calendar *c, struct str word, bool loose)
{
    enum { LOOSE_FROM = 5 }; /* shorter names are within one edit of other words: Mei, Meja; Juni, Juli */
    for (int m = 0; m < 12; m++)
        if (wordset_has(&c->month[m], word)) return m + 1;
    for (int m = 0; loose && word.n >= LOOSE_FROM && m < 12; m++)
        if (c->month[m].v[0].text.n >= LOOSE_FROM && edit_distance(word, c->month[m].v[0].text, 1) <= 1) return m + 1;
    return 0;
}

static bool leap(int y) { return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0); }

bool calendar_valid(int year, int month, int day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return false;
    return day <= days[month - 1] + (month == 2 && (year == 0 || leap(year)));
}

int date_order(struct date a, struct date b)
{
    const int x[] = {a.year, a.month, a.day}, y[] = {b.year, b.month, b.day};
    for (size_t i = 0; i < COUNT(x); i++) {
        if (!x[i] || !y[i]) return 0;
        if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
    }
    return 0;
}

int date_years(struct date a, struct date b)
{
    int months = (b.year - a.year) * 12 + b.month - a.month - (a.day && b.day && b.day < a.day);
    return months >= 0 ? months / 12 : -((11 - months) / 12);
}

struct str date_iso(struct arena *a, struct date d)
{
    if (d.day) return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
    return d.month ? arena_printf(a, "%04d-%02d", d.year, d.month) : arena_printf(a, "%04d", d.year);
}

/* A year of the date, from a token that stands where one is expected. In a field two digits will do. */
static bool year_of(struct token t, bool two_digits, struct dated *out)
{
    uint64_t v = 0;
    size_t digits = token_digits(t);
    if (digits < 2 || (digits == 2 && !two_digits)) return false;
    if (digits == 2 && token_value(t, &v)) v += v < 70 ? 2000 : 1900;
    else if (digits != 4 || !token_value(t, &v) || !year_of_date(v)) v = 0;
    out->date.year = (int)v;
    if (!v && out->fault == DATE_SOUND) out->fault = DATE_BAD_YEAR;
    out->end = t.end;
    return true;
}

/* A number of one or two digits; -1 when it is none. */
static int small_number(struct token t)
{
    uint64_t v = 0;
    return t.kind == TOKEN_NUMBER && t.text.n <= 2 && token_value(t, &v) ? (int)v : -1;
}

static bool separator(struct token t) { return token_is(t, '-') || token_is(t, '/') || token_is(t, '.'); }

/* `ordered`: the year stands first, so that month and day cannot have changed places. */
static void check_day_month(struct dated *d, bool ordered)
{
    int y = d->date.year, m = d->date.month, day = d->date.day;
    if (d->fault == DATE_BAD_YEAR) return;
    if (m < 1 || m > 12) d->fault = !ordered && m > 12 && m <= 31 && calendar_valid(y, day, m) ? DATE_SWAPPED : DATE_BAD_MONTH;
    else if (!calendar_valid(y, m, day)) d->fault = DATE_BAD_DAY;
}

/* 2-1-2024, 02/01/24, 2024-01-02, 12-XI-2020. */
static bool numeric(const struct token *t, struct dated *out)
{
    if (!separator(t[1]) || t[3].kind != TOKEN_MARK || t[3].mark != t[1].mark || t[4].kind != TOKEN_NUMBER) return false;
    bool year_first = token_digits(t[0]) == 4;
    struct token year = year_first ? t[0] : t[4], day = year_first ? t[4] : t[0];
    int roman = t[2].kind == TOKEN_WORD ? (int)roman_value(t[2].text, false) : 0;
    out->date.day = small_number(day);
    out->date.month = roman ? roman : small_number(t[2]);
    if (out->date.day < 0 || out->date.month < 0 || (!year_first && token_digits(year) != 4 && token_is(t[1], '.'))) return false;
    if (!year_of(year, true, out)) return false;
    out->end = t[4].end;
    check_day_month(out, year_first);
    return true;
}

static size_t past(const struct token *t, size_t i, const char *word) { return i + token_word(t[i], word); }

/* 2 Januari 2024, 2-Jan-24, 3 bulan 5 tahun 2024, 2 Januari. */
static bool day_first(const struct calendar *c, const struct token *t, bool field, struct dated *out)
{
    size_t i = 1, spelled;
    out->date.day = small_number(t[0]);
    if (out->date.day < 0) return false;
    if (separator(t[i]) || token_is(t[i], ',')) i++;
    spelled = past(t, i, "bulan");
    if (t[spelled].kind == TOKEN_WORD) out->date.month = calendar_month(c, t[spelled].text, true);
    else if (spelled > i) out->date.month = small_number(t[spelled]);
    if (out->date.month <= 0) return false;
    out->end = t[spelled].end;
    i = spelled + 1;
    if (separator(t[i]) || token_is(t[i], ',')) i++;
    i = past(t, i, "tahun");
    bool apostrophe = token_is(t[i], '\'');
    year_of(t[i + apostrophe], field || apostrophe, out);
    check_day_month(out, false);
    return true;
}

/* Januari 2024; January 2, 2024. */
static bool month_first(const struct calendar *c, const struct token *t, bool field, struct dated *out)
{
    size_t i = 1;
    out->date.month = calendar_month(c, t[0].text, field);
    if (!out->date.month) return false;
    if (small_number(t[1]) > 0 && token_is(t[2], ',') && token_digits(t[3]) == 4) {
        out->date.day = small_number(t[1]);
        year_of(t[3], false, out);
        check_day_month(out, false);
        return true;
    }
    if (separator(t[i]) || token_is(t[i], ',')) i++;
    i = past(t, i, "tahun");
    bool apostrophe = token_is(t[i], '\'');
    if (year_of(t[i + apostrophe], field || apostrophe, out)) return field || token_digits(t[i + apostrophe]) == 4;
    out->end = t[0].end;
    return field;
}

static bool date_at(const struct calendar *c, struct str text, struct token first, bool field, struct dated *out)
{
    struct token t[WINDOW];
    if (first.kind != TOKEN_NUMBER && first.kind != TOKEN_WORD) return false;
    if (first.kind == TOKEN_WORD && !calendar_month(c, first.text, field)) return false;
    t[0] = first;
    for (size_t i = 1; i < WINDOW; i++) t[i] = token_next(text, t[i - 1].end);
    const struct dated blank = {.begin = first.begin};
    *out = blank;
    if (first.kind == TOKEN_WORD) return month_first(c, t, field, out);
    if (numeric(t, out)) return true;
    *out = blank;
    if (day_first(c, t, field, out)) return true;
    *out = blank;
    out->date.month = small_number(t[0]);
    return field && (token_is(t[1], '/') || token_is(t[1], '-')) && out->date.month > 0 && out->date.month <= 12 &&
           token_digits(t[2]) == 4 && t[3].kind == TOKEN_END && year_of(t[2], false, out);
}

static bool find(const struct calendar *c, struct str text, size_t from, bool field, struct dated *out)
{
    for (struct token t = token_next(text, from); t.kind != TOKEN_END; t = token_next(text, t.end))
        if (date_at(c, text, t, field, out)) return true;
    return false;
}

bool calendar_find(const struct calendar *c, struct str text, size_t from, struct dated *out) { return find(c, text, from, false, out); }

/* A field without any date: nothing but a year, a count of revisions, nothing at all? */
static enum date_field other_field(struct str text, struct dated *out)
{
    size_t numbers = 0, words = 0, dots = 0;
    struct token number = {0};
    for (struct token t = token_next(text, 0); t.kind != TOKEN_END; t = token_next(text, t.end)) {
        if (t.kind == TOKEN_NUMBER) number = t, numbers++;
        else if (token_is(t, '.') || token_is(t, '_')) dots++;
        else if (t.kind == TOKEN_WORD && !str_istarts(t.text, STR("rev")) && !token_word(t, "ke") && !token_word(t, "tahun")) words++;
    }
    bool form = dots > 2 && numbers <= 1 && number.text.n <= 2; /* ........... 20... */
    if (!words && (!numbers || form)) return FIELD_NONE;
    if (numbers != 1 || words) return FIELD_OTHER;
    *out = (struct dated){.begin = number.begin};
    if (number.text.n == 4 && year_of(number, false, out)) return FIELD_DATE;
    return number.text.n <= 3 ? FIELD_COUNT : FIELD_OTHER;
}

enum date_field calendar_field(const struct calendar *c, struct str text, bool last, struct dated *out)
{
    struct dated next;
    if (!find(c, text, 0, true, out)) return other_field(text, out);
    while (last && find(c, text, out->end, true, &next)) *out = next;
    return FIELD_DATE;
}
