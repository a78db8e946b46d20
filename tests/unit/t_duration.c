/* Lengths of time: reading, adding, comparing with a stated total, and the words for them. */
#include <stdlib.h>

#include "domain/calendar.h"
#include "analyse/analyst.h"
#include "domain/duration.h"
#include "tap.h"

static struct arena *a;
static struct knowledge k;

static const struct {
    const char *text, *want; /* the duration in words, or the form */
} texts[] = {
    {"15 menit", "15 menit"},
    {"15 Menit", "15 menit"},
    {"15 MENIT", "15 menit"},
    {"15menit", "15 menit"},
    {"15  menit.", "15 menit"},
    {"15 mnt", "15 menit"},
    {"15 Mnt.", "15 menit"},
    {"15 min", "15 menit"},
    {"15 mneit", "15 menit"},
    {"15 rnenit", "15 menit"},
    {"30'", "30 menit"},
    {"30′", "30 menit"},
    {"30’", "30 menit"},
    {"90 menit", "1 jam 30 menit"},
    {"1 jam", "1 jam"},
    {"1 Jam", "1 jam"},
    {"2 jm", "2 jam"},
    {"60 menit", "1 jam"},
    {"182 menit", "3 jam 2 menit"},
    {"30 detik", "30 detik"},
    {"90 detik", "1 menit 30 detik"},
    {"1 hari", "1 hari"},
    {"1 hr", "1 hari"},
    {"2 Hri", "2 hari"},
    {"120 Hari", "120 hari"},
    {"3 hari kerja", "3 hari kerja"},
    {"3 HK", "3 hari kerja"},
    {"3 hari kalender", "3 hari"},
    {"2 jam kerja", "2 jam"},
    {"1 minggu", "1 minggu"},
    {"2 mgg", "2 minggu"},
    {"1 bulan", "1 bulan"},
    {"3 bln", "3 bulan"},
    {"12 bulan", "12 bulan"},
    {"1 triwulan", "1 triwulan"},
    {"1 semester", "1 semester"},
    {"1 tahun", "1 tahun"},
    {"1 thn", "1 tahun"},
    /* several units */
    {"1 jam 30 menit", "1 jam 30 menit"},
    {"1 Jam, 30 Menit", "1 jam 30 menit"},
    {"1 jam dan 30 menit", "1 jam 30 menit"},
    {"1 jam lebih 5 menit", "1 jam 5 menit"},
    {"1jam30menit", "1 jam 30 menit"},
    {"122 Hari 3 jam", "122 hari 3 jam"},
    {"5 hari 4 jam 30 menit", "5 hari 4 jam 30 menit"},
    {"1 minggu 2 hari", "1 minggu 2 hari"},
    {"1 hari\n2 jam", "1 hari 2 jam"},
    {"1 jam 30'", "1 jam 30 menit"},
    /* fractions and decimals */
    {"1/2 jam", "30 menit"},
    {"½ jam", "30 menit"},
    {"½ hari", "0,5 hari"},
    {"¼ jam", "15 menit"},
    {"1 ½ jam", "1 jam 30 menit"},
    {"1½ jam", "1 jam 30 menit"},
    {"1 1/2 jam", "1 jam 30 menit"},
    {"2 1/2 hari", "2,5 hari"},
    {"1/3 hari", "1/3 hari"},
    {"1,5 jam", "1 jam 30 menit"},
    {"1.5 jam", "1 jam 30 menit"},
    {"0,5 hari", "0,5 hari"},
    {"0.125 hari", "0,125 hari"},
    {"2,25 jam", "2 jam 15 menit"},
    {"1.500 menit", "25 jam"},
    {"1.000.000 menit", "16666 jam 40 menit"},
    {"1/7 jam", "8 4/7 menit"},
    /* words */
    {"satu minggu", "1 minggu"},
    {"dua hari", "2 hari"},
    {"sepuluh menit", "10 menit"},
    {"sebelas menit", "11 menit"},
    {"dua belas hari", "12 hari"},
    {"lima belas menit", "15 menit"},
    {"tiga puluh menit", "30 menit"},
    {"empat puluh lima menit", "45 menit"},
    {"seratus dua puluh hari", "120 hari"},
    {"setengah jam", "30 menit"},
    {"setengah hari", "0,5 hari"},
    {"seperempat jam", "15 menit"},
    {"tiga perempat jam", "45 menit"},
    {"satu setengah jam", "1 jam 30 menit"},
    {"sehari", "1 hari"},
    {"Seminggu", "1 minggu"},
    {"sebulan", "1 bulan"},
    {"sejam", "1 jam"},
    {"1 (satu) hari", "1 hari"},
    {"1 (satu) hari kerja", "1 hari kerja"},
    {"30 (tiga puluh) menit", "30 menit"},
    {"14 (empat belas) hari", "14 hari"},
    {"3 (3) hari", "3 hari"},
    /* times */
    {"1x24 jam", "24 jam"},
    {"1 x 24 jam", "24 jam"},
    {"3 × 24 Jam", "72 jam"},
    {"2x30 menit", "1 jam"},
    {"1 X 24 Jam", "24 jam"},
    /* estimates */
    {"± 1 hari", "1 hari"},
    {"±1 hari", "1 hari"},
    {"+/- 1 jam", "1 jam"},
    {"kurang lebih 2 jam", "2 jam"},
    {"Sekitar 15 menit", "15 menit"},
    {"maksimal 3 hari", "3 hari"},
    {"Maks. 3 hari", "3 hari"},
    {"paling lama 5 hari kerja", "5 hari kerja"},
    {"paling lambat 2 hari", "2 hari"},
    {"< 1 jam", "1 jam"},
    {"≤ 1 jam", "1 jam"},
    {"selama 2 hari", "2 hari"},
    {"Waktu : 15 menit", "15 menit"},
    {"- 15 menit", "15 menit"},
    {"3 hari maksimal", "3 hari"},
    {"1 hari (8 jam)", "1 hari"},
    {"7 hari (Des / Jan)", "7 hari"},
    {"1 bulan (Jan–Feb)", "1 bulan"},
    {"1 bulan (tiap Januari, 3 hari)", "unclear"},
    /* ranges */
    {"2-3 hari", "2–3 hari"},
    {"2 - 3 hari", "2–3 hari"},
    {"2 – 3 hari", "2–3 hari"},
    {"2 s.d. 3 hari", "2–3 hari"},
    {"2 s.d 3 hari", "2–3 hari"},
    {"2 s/d 3 hari", "2–3 hari"},
    {"2 sd 3 hari", "2–3 hari"},
    {"2 sampai dengan 3 hari", "2–3 hari"},
    {"2 sampai 3 hari kerja", "2–3 hari kerja"},
    {"2 hingga 3 hari", "2–3 hari"},
    {"1 atau 2 hari", "1–2 hari"},
    {"3 - 5 jam", "3 jam – 5 jam"},
    {"30 menit - 1 jam", "30 menit – 1 jam"},
    {"1 hari s.d. 1 minggu", "1 hari – 1 minggu"},
    {"± 2-3 hari", "2–3 hari"},
    {"1-2 (satu) hari", "unclear"},
    {"5-3 hari", "unclear"},
    /* what OCR and split cells make of them */
    {"Menit15", "15 menit"},
    {"Menit 15", "15 menit"},
    {"Jam2", "2 jam"},
    {"Hari3", "3 hari"},
    {"l hari", "1 hari"},
    {"I jam", "1 jam"},
    {"1O menit", "10 menit"},
    {"3o menit", "30 menit"},
    {"l5 menit", "15 menit"},
    /* dates and periods */
    {"Minggu II Januari", "date"},
    {"Minggu ke-2", "date"},
    {"Minggu ke 2 Januari", "date"},
    {"minggu pertama", "date"},
    {"Triwulan I", "date"},
    {"Triwulan 1", "date"},
    {"TW IV", "date"},
    {"Semester 1 2024", "date"},
    {"Tahun 2024", "date"},
    {"tanggal 5", "date"},
    {"Setiap tanggal 10", "date"},
    {"tgl. 5 tiap bulan", "date"},
    {"Januari", "date"},
    {"Januari s.d. Maret", "date"},
    {"Jan - Mar", "date"},
    {"5 Januari", "date"},
    {"5 Januari 2024", "date"},
    {"02-01-2024", "date"},
    {"2024-01-02", "date"},
    {"Senin", "date"},
    {"akhir bulan", "date"},
    {"Awal tahun", "date"},
    {"H-1", "date"},
    {"H + 3", "date"},
    {"08.00 - 10.00", "date"},
    {"08.00 WIB", "date"},
    {"Pukul 08.00", "date"},
    {"08:00", "date"},
    /* not measurable */
    {"tentatif", "vague"},
    {"Tentative", "vague"},
    {"menyesuaikan", "vague"},
    {"Secepatnya", "vague"},
    {"segera", "vague"},
    {"Sesuai kebutuhan", "vague"},
    {"3", "vague"},
    {"15", "vague"},
    {"1,5", "vague"},
    {"2-3", "vague"},
    {"setiap hari", "vague"},
    {"harian", "vague"},
    {"hari", "vague"},
    {"menit", "vague"},
    {"3 kali", "vague"},
    {"2 dokumen", "vague"},
    {"selama rapat", "vague"},
    {"- Form yang sudah terisi - Soft Copy", "vague"},
    {"-", "vague"},
    {"–", "vague"},
    {"?", "vague"},
    {"~", "vague"},
    /* blank */
    {"", "blank"},
    {"   ", "blank"},
    {"....", "blank"},
    {"…", "blank"},
    {"___", "blank"},
    /* an amount, but not one to reckon with */
    {"15 menit 30 menit", "unclear"},
    {"15 menit\n1 hari", "unclear"},
    {"1 hari 2", "unclear"},
    {"2 kali seminggu", "unclear"},
    {"seminggu sekali", "unclear"},
    {"5 menit per berkas", "unclear"},
    {"10 menit/dokumen", "unclear"},
    {"3 hari setelah rapat", "unclear"},
    {"1 hari (tentatif)", "unclear"},
    {"2 (tiga) hari", "unclear"},
    {"Rapat 2 jam", "unclear"},
    {"30\"", "unclear"},
    {"30”", "unclear"},
    {"3 h", "unclear"},
    {"5 m", "unclear"},
    {"Jam 8", "vague"},
    {"idem", "unclear"},
    {"sda", "unclear"},
    {"\"", "unclear"},
    {"30/60 menit", "unclear"},
    {"3/0 hari", "unclear"},
    {"3 kali setiap hari", "unclear"},
    {"1 hari sebelum tanggal 10", "unclear"},
    /* numbers that are too large, or no numbers */
    {"9999999999999999999999 hari", "unclear"},
    {"9999999999999999 jam", "9999999999999999 jam"},
    {"999999999999999999 tahun", "999999999999999999 tahun"},
    {"999999999999999999 x 999999999999999999 jam", "unclear"},
    {"1.000.000.000.000.000.000 menit", "unclear"},
    {"0,1234567 jam", "unclear"},
    {"1,5,5 jam", "unclear"},
    {"0 menit", "0 menit"},
    {"00 menit", "0 menit"},
};

static enum time_form parse(const char *text, struct duration *out) { return duration_parse(k.time_units, k.calendar, str_of(text), out); }

static const char *words(const char *text)
{
    static const char *const forms[] = {[TIME_BLANK] = "blank", [TIME_DATE] = "date", [TIME_VAGUE] = "vague", [TIME_UNCLEAR] = "unclear"};
    struct duration d;
    enum time_form form = parse(text, &d);
    return form == TIME_DURATION ? duration_format(a, &d).p : forms[form];
}

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

static void hostile(void)
{
    enum { LENGTH = 200000 };
    static const char *const repeated[] = {"9", "1 jam ", "satu ", "1,", "1.000.", "(", "x 1 ", "1 x ", "- ", "\xC2\xBD", "1/2 ", "s.d. ", "1-", "+/-"};
    char *text = base_alloc(LENGTH);
    for (size_t i = 0; i < COUNT(repeated); i++) {
        struct duration d;
        size_t n = strlen(repeated[i]);
        for (size_t j = 0; j < LENGTH; j++) text[j] = repeated[i][j % n];
        ok(duration_parse(k.time_units, k.calendar, (struct str){text, LENGTH - LENGTH % n}, &d) != TIME_DURATION, "200,000 bytes of \"%s\" are no time", repeated[i]);
    }
    free(text);
}

int main(void)
{
    struct pack_faults faults = {0};
    a = arena_new();
    k.calendar = calendar_load(a, &bundle_embedded, &faults);
    k.time_units = duration_load(a, &bundle_embedded, &faults);
    ok(faults.n == 0, "the units load");
    for (size_t i = 0; i < COUNT(texts); i++) is_str(words(texts[i].text), texts[i].want, "\"%s\"", texts[i].text);
    for (size_t i = 0; i < COUNT(totals); i++) is_str(compare(totals[i].stated, totals[i].steps), totals[i].want, "%s for %s", totals[i].stated, totals[i].steps);
    sums();
    customs();
    hostile();
    arena_free(a);
    return done();
}
