/* Lengths of time: adding them, comparing the sum with a stated total, by the conventions of the field. */
#include "duration_kit.h"
#include "tap.h"

static const struct {
    const char *stated, *steps; /* the steps are separated by ; */
    const char *want;           /* "fits", or less/more, difference, convention */
} totals[] = {
    {"1 jam", "30 menit; 30 menit", "fits"},
    {"60 menit", "30 menit; 30 menit", "fits"},
    {"2 jam", "30 menit; 30 menit", "more 1 jam"},
    {"122 hari 3 jam", "15 menit; 30 menit; 2 menit; 30 menit; 30 menit; 2 hari; 120 hari; 60 menit; 15 menit", "less 2 menit"},
    {"122 hari 3 jam 2 menit", "15 menit; 30 menit; 2 menit; 30 menit; 30 menit; 2 hari; 120 hari; 60 menit; 15 menit", "fits"},
    {"8 jam", "1 hari", "fits"},
    {"24 jam", "1 hari", "fits"},
    {"7,5 jam", "1 hari", "fits"},
    {"7 jam 30 menit", "1 hari", "fits"},
    {"1 hari", "8 jam", "fits"},
    {"1 hari", "4 jam; 4 jam", "fits"},
    {"1 hari", "1x24 jam", "fits"},
    {"9 jam", "1 hari", "more 1 jam, 1 hari = 8 jam"},
    {"10 hari", "1 minggu; 3 hari", "fits"},
    {"8 hari", "1 minggu; 3 hari", "fits"},
    {"9 hari", "1 minggu; 3 hari", "less 1 hari, 1 minggu = 7 hari"},
    {"1 bulan", "30 hari", "fits"},
    {"1 bulan", "22 hari", "fits"},
    {"1 bulan", "20 hari", "fits"},
    {"1 bulan", "21 hari", "more 1 hari, 1 bulan = 22 hari"},
    {"1 bulan", "4 minggu", "fits"},
    {"3 bulan", "1 triwulan", "fits"},
    {"1 semester", "6 bulan", "fits"},
    {"1 tahun", "12 bulan", "fits"},
    {"1 tahun", "4 triwulan", "fits"},
    {"1 tahun", "11 bulan", "more 1 bulan"},
    {"5 hari kerja", "2 hari kerja; 3 hari kerja", "fits"},
    {"5 hari", "2 hari kerja; 3 hari", "fits"},
    {"3 hari", "2 hari; 1 hari; 30 menit", "less 30 menit"},
    {"4 hari", "2 hari; 1 hari", "more 1 hari"},
    {"5 hari 4 jam 30 menit", "1 jam; 5 hari; 2 jam; 1 jam; 30 menit", "fits"},
    {"6 hari 30 menit", "5 hari 4 jam; 4 jam 30 menit", "fits"},
    {"3 hari 1 jam", "2 hari; 7 jam", "more 1 jam 30 menit, 1 hari = 7,5 jam"},
    {"5 hari", "1-2 hari; 1-2 hari; 1-2 hari", "fits"},
    {"7 hari", "1-2 hari; 1-2 hari; 1-2 hari", "more 1 hari"},
    {"2 hari", "1-2 hari; 1-2 hari; 1-2 hari", "less 1 hari"},
    {"3-6 hari", "1-2 hari; 1-2 hari; 1-2 hari", "fits"},
    {"4-5 hari", "1-2 hari; 1-2 hari; 1-2 hari", "fits"},
    {"1 hari", "2-4 jam; 3-5 jam", "fits"},
    {"122 hari 3 jam", "4 bulan; 2 hari; 182 menit", "less 2 menit, 1 bulan = 30 hari"},
    {"1 bulan 1 minggu", "38 hari", "less 1 hari, 1 minggu = 7 hari; 1 bulan = 30 hari"},
    {"1,5 hari", "½ hari; 1 hari", "fits"},
    {"1 jam", "1/3 jam; 1/3 jam; 1/3 jam", "fits"},
    {"1 jam", "20 menit; 20 menit; 20 menit 1 detik", "less 1 detik"},
    {"999999999999999999 tahun", "999999999999999999 jam", "too large"},
    {"1 hari", "9999999999999999 jam", "less 416666666666665 hari 15 jam, 1 hari = 24 jam"},
};

static bool add_up(const char *steps, struct duration *sum)
{
    struct str rest = str_of(steps);
    *sum = (struct duration){0};
    while (rest.n) {
        size_t end = str_find(rest, STR(";"), 0);
        struct duration d;
        if (end == SIZE_MAX) end = rest.n;
        if (duration_parse(k.time_units, k.calendar, str_slice(rest, 0, end), &d) != TIME_DURATION || !duration_add(sum, &d)) return false;
        rest = str_slice(rest, end + 1, rest.n);
    }
    return true;
}

static const char *compare(const char *stated, const char *steps)
{
    struct duration total, sum;
    struct time_comparison c;
    if (parse(stated, &total) != TIME_DURATION || !add_up(steps, &sum)) return "not read";
    if (!duration_compare(k.time_units, &total, &sum, &c)) return "too large";
    if (c.fits) return "fits";
    struct str convention = convention_format(a, &c);
    return arena_printf(a, "%s %s%s%s", c.less ? "less" : "more", amount_format(a, &c.difference, false).p, convention.p ? ", " : "",
                        convention.p ? convention.p : "").p;
}

static void sums(void)
{
    static const struct {
        const char *steps, *want;
    } cases[] = {
        {"15 menit; 1 jam; 2 hari", "2 hari 1 jam 15 menit"},
        {"2 hari kerja; 1 jam", "2 hari kerja 1 jam"},
        {"2 hari kerja; 1 hari", "3 hari"},
        {"1-2 hari; 1 jam", "1 hari 1 jam – 2 hari 1 jam"},
        {"1 minggu; 1 bulan; 1 hari", "1 bulan 1 minggu 1 hari"},
        {"1/3 hari; 1/3 hari; 1/3 hari", "1 hari"},
        {"1/3 hari; 1/4 hari", "7/12 hari"},
    };
    struct duration sum;
    for (size_t i = 0; i < COUNT(cases); i++)
        is_str(add_up(cases[i].steps, &sum) ? duration_format(a, &sum).p : "", cases[i].want, "sum of %s", cases[i].steps);
    ok(!add_up("999999999999999999 x 9 jam; 999999999999999999 x 9 jam", &sum), "a sum that does not fit is refused");
    struct duration flags;
    ok(parse("± 2-3 hari kerja", &flags) == TIME_DURATION && flags.approximate && flags.range && flags.working, "estimate, range and working days are kept");
    ok(parse("2 hari", &flags) == TIME_DURATION && !flags.approximate && !flags.range && !flags.working, "and are not made up");
}

static void customs(void)
{
    struct parameter p = {.name = "jam-per-hari", .type = "angka"};
    struct parameters all = {&p, 1, 1};
    struct analyst x = {.k = &k, .p = &all};
    static const struct {
        const char *hours;
        struct convention want;
    } cases[] = {{"8", {{8, 1}, 5, 20}}, {"7,5", {{15, 2}, 5, 20}}, {"7.5", {{15, 2}, 5, 20}}, {"24", {{24, 1}, 7, 30}}, {"99", {{8, 1}, 5, 20}}, {"", {{8, 1}, 5, 20}}};
    ok(duration_conventions(k.time_units)->n == 18, "eighteen usual conventions");
    for (size_t i = 0; i < COUNT(cases); i++) {
        p.value = str_of(cases[i].hours);
        struct convention c = duration_convention(&x);
        ok(c.day_hours.num == cases[i].want.day_hours.num && c.day_hours.den == cases[i].want.day_hours.den && c.week_days == cases[i].want.week_days &&
               c.month_days == cases[i].want.month_days, "jam-per-hari \"%s\"", cases[i].hours);
    }
}

int main(void)
{
    ok(duration_kit(), "the units load");
    for (size_t i = 0; i < COUNT(totals); i++) is_str(compare(totals[i].stated, totals[i].steps), totals[i].want, "%s for %s", totals[i].stated, totals[i].steps);
    sums();
    customs();
    arena_free(a);
    return done();
}
