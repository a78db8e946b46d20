/* Dates and times by format codes, in Indonesian unless the code names English. */
#include <math.h>
#include <string.h>

#include "base/chars.h"
#include "read/office/sheet/shown_state.h"
#include "read/words.h"

enum { LAST_DAY = 2958465, BETWEEN_EPOCHS = 1462, DAY = 86400 };

struct moment {
    const struct read_words *words;
    int year, month, day, weekday, hour, minute, second;
    double seconds;             /* of all days, for elapsed times */
    bool english, half_days;
};

static bool letter(char c) { return strchr("dmyhsDMYHS", c) && c; }

bool shown_is_date(struct str s)
{
    for (size_t i = 0; i < s.n; i += code_token(s, i)) {
        if (letter(s.p[i])) return true;
        if (s.p[i] == '[' && i + 2 < s.n && strchr("hmsHMS", s.p[i + 1]) && (s.p[i + 2] == ']' || s.p[i + 2] == s.p[i + 1])) return true;
    }
    return false;
}

/* Days since 1899-12-30 to a date, by the proleptic Gregorian calendar; the 29th of February 1900 of spreadsheets never was. */
static void civil(long days, struct moment *t)
{
    long z = days + 693899; /* days since 0000-03-01 */
    long era = z / 146097, of_era = z % 146097;
    long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year + year / 4 - year / 100), shifted = (5 * of_year + 2) / 153;
    t->day = (int)(of_year - (153 * shifted + 2) / 5) + 1;
    t->month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    t->year = (int)(year + era * 400 + (t->month <= 2));
    t->weekday = (int)((days % 7 + 13) % 7); /* 1899-12-30 was a Saturday */
}

static struct str month_name(const struct moment *t)
{
    static const char *const en[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    size_t month = t->month >= 1 && t->month <= 12 ? (size_t)t->month - 1 : 0;
    return t->english || !t->words->month[month].p ? str_of(en[month]) : t->words->month[month];
}

static struct str day_name(const struct moment *t)
{
    static const char *const en[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    return t->english || t->words->days.n != COUNT(en) ? str_of(en[t->weekday]) : t->words->days.v[t->weekday].text;
}

static void put_letters(struct buf *out, const struct moment *t, char c, size_t n, bool minutes)
{
    switch (c) {
    case 'y': buf_printf(out, n > 2 ? "%04d" : "%02d", n > 2 ? t->year : t->year % 100); break;
    case 'd':
        if (n > 2) buf_str(out, str_slice(day_name(t), 0, n == 3 ? 3 : 20));
        else buf_printf(out, n == 2 ? "%02d" : "%d", t->day);
        break;
    case 'h': buf_printf(out, n > 1 ? "%02d" : "%d", t->half_days ? (t->hour + 11) % 12 + 1 : t->hour); break;
    case 's': buf_printf(out, n > 1 ? "%02d" : "%d", t->second); break;
    default:
        if (minutes) buf_printf(out, n > 1 ? "%02d" : "%d", t->minute);
        else if (n == 5) buf_str(out, str_slice(month_name(t), 0, 1));
        else if (n > 2) buf_str(out, str_slice(month_name(t), 0, n == 3 ? 3 : 20));
        else buf_printf(out, n == 2 ? "%02d" : "%d", t->month);
    }
}

/* Whether the next letters behind offset i are seconds. */
static bool seconds_follow(struct str code, size_t i)
{
    for (; i < code.n; i += code_token(code, i))
        if (letter(code.p[i])) return lower_of(code.p[i]) == 's';
    return false;
}

static void put_elapsed(struct buf *out, const struct moment *t, char unit)
{
    double per = unit == 'h' ? 3600 : unit == 'm' ? 60 : 1;
    buf_printf(out, "%.0f", floor(t->seconds / per));
}

static void put_section(struct buf *out, struct str code, const struct moment *t)
{
    char before = 0;
    for (size_t i = 0, n; i < code.n; i += n) {
        char c = lower_of(code.p[i]);
        n = code_token(code, i);
        if (letter(c)) {
            while (i + n < code.n && lower_of(code.p[i + n]) == c) n++;
            put_letters(out, t, c, n, c == 'm' && (before == 'h' || seconds_follow(code, i + n)));
            before = c;
        } else if (c == '[' && n > 2 && letter(code.p[i + 1])) {
            before = lower_of(code.p[i + 1]);
            put_elapsed(out, t, before);
        } else if (str_istarts(str_slice(code, i, code.n), STR("AM/PM"))) {
            n = 5;
            buf_z(out, t->hour < 12 ? "AM" : "PM");
        } else if (c == '.' && i + 1 < code.n && code.p[i + 1] == '0') {
            while (i + n < code.n && code.p[i + n] == '0') n++; /* parts of a second */
        } else if (c != '@') {
            code_literal(out, code, i, n);
        }
    }
}

bool shown_date(struct buf *out, const struct read_words *words, struct str section, double value, bool since_1904)
{
    if (since_1904) value += BETWEEN_EPOCHS;
    if (!(value >= 0) || value > LAST_DAY) return false;
    struct moment t = {.words = words, .english = str_find(section, STR("[$-409]"), 0) != SIZE_MAX || str_find(section, STR("[$-809]"), 0) != SIZE_MAX,
                       .half_days = str_ifind(section, STR("AM/PM"), 0) != SIZE_MAX};
    t.seconds = floor(value * DAY + 0.5);
    long days = (long)(t.seconds / DAY), rest = (long)(t.seconds - (double)days * DAY);
    t.hour = (int)(rest / 3600), t.minute = (int)(rest / 60 % 60), t.second = (int)(rest % 60);
    civil(days < 61 && days > 0 && !since_1904 ? days + 1 : days, &t); /* before March 1900 the calendar of spreadsheets is a day off */
    put_section(out, section, &t);
    return true;
}
