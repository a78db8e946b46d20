/* Figures of reports and the arithmetic of capaian: forms, column marks, and the test vectors of the fact sheet on 53/2014. */
#include "domain/capaian.h"
#include "tap.h"

static struct arena *arena;
static const struct figures *words;

static struct number parse(const char *text, enum marks marks) { return number_parse(words, str_of(text), marks); }

static void value(const char *text, enum marks marks, int64_t num, int64_t den)
{
    struct number n = parse(text, marks);
    int sign = 1;
    ok(n.form == NUMBER_VALUE && ratio_compare(n.low, (struct ratio){num, den}, &sign) && sign == 0, "\"%s\" is %lld/%lld (form %d, %lld/%lld)",
       text, (long long)num, (long long)den, n.form, (long long)n.low.num, (long long)n.low.den);
}

static void form(const char *text, enum marks marks, enum number_form want)
{
    enum number_form got = parse(text, marks).form;
    ok(got == want, "\"%s\" has form %d (got %d)", text, want, got);
}

static void column(enum marks want, bool money, const char *const *cells, size_t n, const char *what)
{
    struct str p[8];
    for (size_t i = 0; i < n; i++) p[i] = str_of(cells[i]);
    ok(number_column(words, p, n, money) == want, "%s", what);
}

static void vector(const char *t, const char *r, enum formula f, const char *printed, enum fit want)
{
    struct number nt = parse(t, MARKS_DOT), nr = parse(r, MARKS_DOT), np = parse(printed, MARKS_DOT);
    int cap = -1;
    struct caps usual = caps_of(STR_ABSENT);
    enum fit got = capaian_fit(f, &nt, &nr, &np, &usual, &cap);
    ok(got == want, "T %s, R %s, formula %d, printed %s: %d (got %d)", t, r, f, printed, want, got);
}

static void like(const char *text, enum marks marks, struct ratio v, const char *want, const char *what)
{
    struct number n = parse(text, marks);
    struct str got = number_like(arena, str_of(text), &n, v);
    if (want) is_str(got.p ? got.p : "(nothing)", want, "%s", what);
    else ok(!got.p, "%s: nothing", what);
}

int main(void)
{
    arena = arena_new();
    struct pack_faults faults = {0};
    words = figures_load(arena, &bundle_embedded, &faults);
    ok(faults.n == 0, "the words load");

    value("1.096.138", MARKS_UNKNOWN, 1096138, 1);
    value("85,80%", MARKS_UNKNOWN, 8580, 100);
    value("88.6", MARKS_UNKNOWN, 886, 10);
    value("749.930.215", MARKS_DOT, 749930215, 1);
    value("98.80%", MARKS_UNKNOWN, 9880, 100);
    value("0.0207", MARKS_UNKNOWN, 207, 10000);
    value("0,043", MARKS_UNKNOWN, 43, 1000);
    value("Rp. 22.275.313.470,-", MARKS_UNKNOWN, 22275313470, 1);
    value("104.734.936.307,00", MARKS_UNKNOWN, 104734936307, 1);
    value("Rp1.500,50", MARKS_UNKNOWN, 150050, 100);
    value("-1,41%", MARKS_UNKNOWN, -141, 100);
    value("(1.250.000)", MARKS_UNKNOWN, -1250000, 1);
    value("\xE2\x88\x92" "70,50 %", MARKS_UNKNOWN, -7050, 100);
    value("<= 1%", MARKS_UNKNOWN, 1, 1);
    value("kurang dari 49", MARKS_UNKNOWN, 49, 1);
    value("14 Unit", MARKS_UNKNOWN, 14, 1);
    value("24 per 100.000", MARKS_UNKNOWN, 24, 1);
    value("1.234", MARKS_COMMA, 1234, 1);
    value("1.234", MARKS_DOT, 1234, 1000);
    value("1,234,567", MARKS_UNKNOWN, 1234567, 1);
    value("Level 3 (3,40)", MARKS_UNKNOWN, 340, 100);
    value("Level III = 3,05", MARKS_UNKNOWN, 305, 100);
    value("Tingkat 2", MARKS_UNKNOWN, 2, 1);
    value("Sangat Baik (88,31)", MARKS_UNKNOWN, 8831, 100);
    value("Nilai 84,00", MARKS_UNKNOWN, 84, 1);
    value("3,40 (Level 3)", MARKS_UNKNOWN, 340, 100);
    value("Rp (1.250)", MARKS_COMMA, -1250, 1);
    ok(parse("Level 2", MARKS_UNKNOWN).level && !parse("Level 2 (2,10)", MARKS_UNKNOWN).level, "a level alone is known as one");
    for (size_t i = 0; i < 2; i++) {
        struct number n = parse(i ? "84 (Predikat A)" : "Predikat A (84)", MARKS_UNKNOWN);
        ok(n.form == NUMBER_LETTER && n.has_value && str_eqz(n.letter, "A") && n.low.num == 84, "a grade, its word and its figure (%zu)", i);
    }
    form("Predikat BB", MARKS_UNKNOWN, NUMBER_LETTER);
    static const char *const miswritten[] = {"133.825.00,00", "71.210.3000,00", "20..200.360,00", "10.924024.550,-", "Rp 1.250.00.000", "1.200,000.00", "1,234,56,789"};
    for (size_t i = 0; i < COUNT(miswritten); i++) {
        struct number n = parse(miswritten[i], MARKS_COMMA);
        ok(n.form == NUMBER_TEXT && n.misgrouped, "\"%s\" is miswritten (form %d)", miswritten[i], n.form);
    }
    ok(!parse("31.12.2024 M", MARKS_COMMA).has_value && !parse("tiga", MARKS_COMMA).misgrouped, "words are not miswritten figures");
    form("1.234", MARKS_UNKNOWN, NUMBER_AMBIGUOUS);
    form("1,234", MARKS_MIXED, NUMBER_AMBIGUOUS);
    form("n/a", MARKS_UNKNOWN, NUMBER_NONE);
    form("-", MARKS_UNKNOWN, NUMBER_NONE);
    form("Tidak tersedia data", MARKS_UNKNOWN, NUMBER_NONE);
    form("BPS tidak melakukan penghitungan", MARKS_UNKNOWN, NUMBER_NONE);
    form("NA", MARKS_UNKNOWN, NUMBER_NONE);
    form("WTP", MARKS_UNKNOWN, NUMBER_LETTER);
    form("  ", MARKS_UNKNOWN, NUMBER_BLANK);
    form("BB", MARKS_UNKNOWN, NUMBER_LETTER);
    form("BB (75,97)", MARKS_UNKNOWN, NUMBER_LETTER);
    form("75,97 (BB)", MARKS_UNKNOWN, NUMBER_LETTER);
    form("80 - 90%", MARKS_UNKNOWN, NUMBER_RANGE);
    form("7 \xE2\x80\x93 8 bulan", MARKS_UNKNOWN, NUMBER_RANGE);
    form("1:07:38", MARKS_UNKNOWN, NUMBER_CLOCK);
    form("1.2.3", MARKS_UNKNOWN, NUMBER_TEXT);
    form("Baik sekali", MARKS_UNKNOWN, NUMBER_TEXT);
    form("99999999999999999999999999", MARKS_UNKNOWN, NUMBER_TEXT);
    ok(parse("1:07:38", MARKS_UNKNOWN).low.num == 4058, "1:07:38 is 4058 seconds");
    ok(parse("<= 1%", MARKS_UNKNOWN).bound == 'l' && parse("< 3 jam", MARKS_UNKNOWN).bound == '<', "bounds are kept apart");

    column(MARKS_COMMA, false, (const char *const[]){"1.234", "56,7"}, 2, "a comma elsewhere settles 1.234");
    column(MARKS_DOT, false, (const char *const[]){"1.234", "56.7"}, 2, "a dot elsewhere settles it too");
    column(MARKS_UNKNOWN, false, (const char *const[]){"1.234", "567"}, 2, "nothing settles it");
    column(MARKS_COMMA, true, (const char *const[]){"1.234", "567"}, 2, "rupiah have thousands");
    column(MARKS_MIXED, false, (const char *const[]){"12,5", "12.75"}, 2, "both marks in one column");

    vector("90.89", "92.22", FORMULA_UP, "101.46", FIT_EXACT);
    vector("89.95", "91.08", FORMULA_UP, "101.26", FIT_EXACT);
    vector("89", "87.93", FORMULA_UP, "98.80", FIT_EXACT);
    vector("89", "87.93", FORMULA_UP, "98.90", FIT_NONE);
    vector("2212558", "2123150", FORMULA_UP, "95.96", FIT_EXACT);
    vector("0.025", "0.0189", FORMULA_2TR, "124.4", FIT_EXACT);
    vector("0.018169", "0.0189", FORMULA_2TR, "95.98", FIT_EXACT);
    vector("49", "56.23", FORMULA_2TR, "85.24", FIT_EXACT);
    vector("32", "4.88", FORMULA_2TR, "184.75", FIT_EXACT);
    vector("1", "0.43", FORMULA_2TR, "156.57", FIT_ROUNDED);
    vector("0.288", "0.269", FORMULA_2TR, "106.60", FIT_EXACT);
    vector("0.288", "0.269", FORMULA_UP, "93.40", FIT_EXACT);
    vector("60", "129.03", FORMULA_TR, "46.50", FIT_EXACT);
    vector("5.78", "-1.41", FORMULA_UP, "-19.72", FIT_NONE);
    vector("5.78", "-1.41", FORMULA_UP, "-24.39", FIT_EXACT);
    vector("2", "-1.41", FORMULA_UP, "-70.50", FIT_EXACT);
    vector("398379650", "307055630", FORMULA_UP, "80.5", FIT_NONE);
    vector("398379650", "307055630", FORMULA_UP, "77.08", FIT_EXACT);
    vector("10800", "4058", FORMULA_2TR, "162.4", FIT_EXACT);
    vector("50", "66.67", FORMULA_UP, "133.34", FIT_EXACT);
    vector("50", "66.67", FORMULA_UP, "133.33", FIT_ROUNDED);
    vector("1", "0", FORMULA_2TR, "120", FIT_CAPPED);
    vector("10", "25", FORMULA_2TR, "0", FIT_CAPPED);
    vector("10", "12", FORMULA_2TR, "80.00", FIT_EXACT); /* the table of section 4.1 */
    vector("10", "12", FORMULA_TR, "83.33", FIT_EXACT);
    vector("10", "25", FORMULA_2TR, "-50.00", FIT_EXACT);
    vector("10", "25", FORMULA_TR, "40.00", FIT_EXACT);
    vector("10", "2", FORMULA_2TR, "180.00", FIT_EXACT);
    vector("10", "2", FORMULA_TR, "500.00", FIT_EXACT);
    vector("49", "56.23", FORMULA_TR, "87.14", FIT_EXACT);
    vector("10", "0", FORMULA_2TR, "200", FIT_EXACT);
    vector("10", "0", FORMULA_TR, "200", FIT_UNKNOWN);
    vector("0", "0", FORMULA_UP, "100", FIT_UNKNOWN);
    vector("100", "115", FORMULA_UP, "120", FIT_CAPPED); /* 4.2 */
    vector("100", "109", FORMULA_UP, "120", FIT_NONE);
    vector("100", "160", FORMULA_UP, "150", FIT_CAPPED);
    vector("100", "160", FORMULA_UP, "140", FIT_NONE);
    vector("80 - 90%", "70", FORMULA_UP, "87.5", FIT_EXACT); /* ranges: the three right ones beside the wrong 113 of 92 */
    vector("7 - 8", "6.5", FORMULA_2TR, "107", FIT_EXACT);
    vector("7 - 8", "9", FORMULA_2TR, "87.5", FIT_EXACT);
    vector("80 - 90%", "92", FORMULA_UP, "113", FIT_NONE);
    vector("0", "5", FORMULA_UP, "100", FIT_UNKNOWN);
    vector("80 - 90%", "92", FORMULA_UP, "102.22", FIT_EXACT);
    vector("80 - 90%", "85", FORMULA_UP, "100", FIT_EXACT);
    vector("999999999999999999", "999999999999999998", FORMULA_UP, "100", FIT_UNKNOWN);

    is_str(number_format(arena, (struct ratio){1234567891, 100}, 2).p, "12.345.678,91", "figures are printed the Indonesian way");
    is_str(number_format(arena, (struct ratio){-2439, 100}, 1).p, "-24,4", "and rounded half up");
    like("97,5%", MARKS_COMMA, (struct ratio){102004, 1000}, "102,0%", "its decimals and its sign");
    like("26000000", MARKS_COMMA, RATIO(25000000), "25000000", "no marks where there were none");
    like("Rp 26.000.000,00", MARKS_COMMA, RATIO(1234567), "Rp 1.234.567,00", "marks and what stands before it");
    like("999", MARKS_COMMA, RATIO(1250), "1.250", "marks that become necessary");
    like("1,234.50 juta", MARKS_DOT, (struct ratio){24695, 10}, "2,469.50 juta", "the other way of writing");
    like("99,5", MARKS_COMMA, (struct ratio){9951, 100}, NULL, "written the same it stays");
    like("-12,5", MARKS_COMMA, RATIO(3), NULL, "a sign before it");
    like("12,5", MARKS_COMMA, RATIO(-3), NULL, "a negative value");
    like("80 - 90", MARKS_COMMA, RATIO(3), NULL, "more than one figure");
    arena_free(arena);
    return done();
}
