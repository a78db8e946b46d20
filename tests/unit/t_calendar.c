/* Dates in Indonesian text. */
#include <stdlib.h>

#include "domain/calendar.h"
#include "tap.h"

static struct arena *a;
static const struct calendar *calendar;

static const struct {
    const char *text, *want; /* of calendar_field */
} fields[] = {
    /* whole dates */
    {"02 Januari 2024", "2024-01-02"},
    {"2 Januari 2024", "2024-01-02"},
    {"11 Januari 2018", "2018-01-11"},
    {"06 April 2021", "2021-04-06"},
    {"  16 Juni 2023 ", "2023-06-16"},
    {": 06 April 2021", "2021-04-06"},
    {"Banyumas, 11 Januari 2018", "2018-01-11"},
    {"Senin, 3 Maret 2025", "2025-03-03"},
    {"Ditetapkan di Contoh pada tanggal 7 Mei 2022", "2022-05-07"},
    {"2-1-2024", "2024-01-02"},
    {"02-01-2024", "2024-01-02"},
    {"02/01/2024", "2024-01-02"},
    {"02.01.2024", "2024-01-02"},
    {"02 / 01 / 2024", "2024-01-02"},
    {"02 – 01 – 2024", "2024-01-02"},
    {"2024-01-02", "2024-01-02"},
    {"2024/1/2", "2024-01-02"},
    {"2024-01-02T08:00:00", "2024-01-02"},
    {"02-01-24", "2024-01-02"},
    {"02/01/98", "1998-01-02"},
    {"2-Jan-2024", "2024-01-02"},
    {"2-Jan-24", "2024-01-02"},
    {"02 Jan 2024", "2024-01-02"},
    {"2 Januari '24", "2024-01-02"},
    {"12-XI-2020", "2020-11-12"},
    {"12/IV/2020", "2020-04-12"},
    {"5 Agt 2019", "2019-08-05"},
    {"5 Ags 2019", "2019-08-05"},
    {"5 Nop 2019", "2019-11-05"},
    {"5 Nopember 2019", "2019-11-05"},
    {"5 Des. 2019", "2019-12-05"},
    {"5 Pebruari 2019", "2019-02-05"},
    {"17 AGUSTUS 1945", "1945-08-17"},
    {"17 agustus 2021", "2021-08-17"},
    {"02Januari2024", "2024-01-02"},
    {"2 Januari, 2024", "2024-01-02"},
    {"January 2, 2024", "2024-01-02"},
    {"2 May 2024", "2024-05-02"},
    {"tanggal 3 bulan 5 tahun 2024", "2024-05-03"},
    {"tanggal 3 bulan Mei tahun 2024", "2024-05-03"},
    {"tgl. 3 Mei 2024", "2024-05-03"},
    {"29 Februari 2024", "2024-02-29"},
    {"29 Februari 2000", "2000-02-29"},
    {"31 Desember 2023", "2023-12-31"},
    {"30 April 2023", "2023-04-30"},
    /* as OCR gives them */
    {"O2 Januari 2024", "2024-01-02"},
    {"l1 Januari 2018", "2018-01-11"},
    {"11 Januari 2O18", "2018-01-11"},
    {"I2 Maret 2019", "2019-03-12"},
    {"12 Januarl 2019", "2019-01-12"},
    {"12 Janurai 2019", "2019-01-12"},
    {"12 Februan 2019", "-"},
    {"Mareti 2021", "2021-03"},
    /* partial */
    {"Juni 2018", "2018-06"},
    {"JUNI 2020", "2020-06"},
    {"April 2021", "2021-04"},
    {": April 2021", "2021-04"},
    {"Juni, 2018", "2018-06"},
    {"Nop 2018", "2018-11"},
    {"Mei '18", "2018-05"},
    {"01/2024", "2024-01"},
    {"06-2018", "2018-06"},
    {"2018", "2018"},
    {"Tahun 2018", "2018"},
    {"2 Januari", "no year"},
    {"Juni", "no year"},
    {"      Juni 2018     ", "2018-06"},
    /* no calendar dates */
    {"31 Februari 2024", "bad day"},
    {"29 Februari 2023", "bad day"},
    {"29 Februari 1900", "bad day"},
    {"29 Februari 2100", "bad day"},
    {"31 April 2024", "bad day"},
    {"31/11/2024", "bad day"},
    {"0 Mei 2024", "bad day"},
    {"00 Mei 2024", "bad day"},
    {"32 Januari 2024", "bad day"},
    {"45 Januari 2024", "bad day"},
    {"31 Februari", "bad day"},
    {"2024-02-30", "bad day"},
    {"12/13/2024", "swapped"},
    {"01/13/2024", "swapped"},
    {"13/13/2024", "bad month"},
    {"45/13/2024", "bad month"},
    {"2024-13-01", "bad month"},
    {"2024-00-01", "bad month"},
    {"00-00-0000", "bad year"},
    {"1-1-0000", "bad year"},
    {"2 Januari 204", "bad year"},
    {"2 Januari 20244", "bad year"},
    {"2 Januari 99999", "bad year"},
    {"2 Januari 1204", "bad year"},
    {"2 Januari 999999999999999999999999", "bad year"},
    {"1-1-99999", "bad year"},
    /* nothing */
    {"", "none"},
    {"   ", "none"},
    {"-", "none"},
    {"–", "none"},
    {"--", "none"},
    {": -", "none"},
    {"....................", "none"},
    {"…………", "none"},
    {"____ ____", "none"},
    {":", "none"},
    {"/ /", "none"},
    {"............. 20...", "none"},
    {"____-____-20__", "none"},
    /* counts of revisions, and other things */
    {"00", "count"},
    {"0", "count"},
    {"01", "count"},
    {"2", "count"},
    {"Rev. 02", "count"},
    {"Revisi ke-2", "count"},
    {"Revisi 1", "count"},
    {"belum ada", "-"},
    {"Tidak ada", "-"},
    {"1 (satu) kali", "-"},
    {"067/037/2018", "-"},
    {"12345678", "-"},
    {"minggu depan", "-"},
    {"Peraturan Nomor 12 Tahun 2015", "-"},
    {"0281 636115", "-"},
    {"19700412 199503 1 004", "-"},
};

static const char *field(const char *text, bool last)
{
    static const char *const faults[] = {[DATE_BAD_DAY] = "bad day", [DATE_BAD_MONTH] = "bad month", [DATE_BAD_YEAR] = "bad year", [DATE_SWAPPED] = "swapped"};
    struct dated d = {0};
    switch (calendar_field(calendar, str_of(text), last, &d)) {
    case FIELD_NONE: return "none";
    case FIELD_COUNT: return "count";
    case FIELD_OTHER: return "-";
    case FIELD_DATE: break;
    }
    if (d.fault != DATE_SOUND) return faults[d.fault];
    return d.date.year ? date_iso(a, d.date).p : "no year";
}

static const struct {
    const char *text, *want; /* the part of the text that is the first date; "" when there is none */
} runs[] = {
    {"Baturraden, 16 Juni 2023", "16 Juni 2023"},
    {"berlaku 2 Januari 2024 sampai 3 Maret 2024", "2 Januari 2024"},
    {"tanggal 5 Januari setiap tahun", "5 Januari"},
    {"12-14 Januari 2018", "14 Januari 2018"},
    {"Laporan Juni 2018 selesai", "Juni 2018"},
    {"Nomor 12 Tahun 2015", ""},
    {"tahun 2018", ""},
    {"pukul 08.00", ""},
    {"mei", ""},
    {"1 (satu) hari", ""},
    {"telepon 0281-636-115", ""},
    {"Pasal 3, April", "3, April"},
    {"", ""},
};

static const struct {
    struct date x, y;
    int order, years;
} orders[] = {
    {{2024, 1, 2}, {2024, 1, 2}, 0, 0},   {{2024, 1, 2}, {2024, 1, 3}, -1, 0},  {{2024, 2, 1}, {2024, 1, 31}, 1, -1}, {{2023, 12, 31}, {2024, 1, 1}, -1, 0},
    {{2021, 4, 0}, {2021, 4, 6}, 0, 0},   {{2021, 3, 0}, {2021, 4, 6}, -1, 0},  {{2021, 5, 0}, {2021, 4, 6}, 1, -1},  {{2021, 0, 0}, {2021, 4, 6}, 0, 0},
    {{2020, 0, 0}, {2021, 4, 6}, -1, 1},  {{0, 4, 6}, {2021, 4, 6}, 0, 2021},   {{1970, 4, 12}, {1995, 3, 0}, -1, 24}, {{1970, 4, 12}, {1995, 4, 0}, -1, 25},
    {{1970, 4, 12}, {1995, 4, 11}, -1, 24}, {{1970, 4, 12}, {1995, 4, 12}, -1, 25},
};

static void hostile(void)
{
    enum { LENGTH = 1000000 };
    static const char *const repeated[] = {"1", "1-", "9 ", "/", "Januari ", "1 Januari ", "12-12-", "\xC2\xBD", ". "};
    char *text = base_alloc(LENGTH);
    for (size_t k = 0; k < COUNT(repeated); k++) {
        struct dated d;
        size_t n = strlen(repeated[k]), from = 0, found = 0;
        for (size_t i = 0; i < LENGTH; i++) text[i] = repeated[k][i % n];
        struct str s = {text, LENGTH - LENGTH % n};
        calendar_field(calendar, s, true, &d);
        while (from < s.n && calendar_find(calendar, s, from, &d)) from = d.end, found++;
        ok(found <= LENGTH / 8 + 1, "a million bytes of \"%s\"", repeated[k]);
    }
    free(text);
}

int main(void)
{
    struct pack_faults faults = {0};
    a = arena_new();
    calendar = calendar_load(a, &bundle_embedded, &faults);
    ok(faults.n == 0, "the months load");
    for (size_t i = 0; i < COUNT(fields); i++) is_str(field(fields[i].text, false), fields[i].want, "field \"%s\"", fields[i].text);
    is_str(field("Rev. 1: 2 Januari 2020; Rev. 2: 5 Maret 2022", false), "2020-01-02", "the first of two dates");
    is_str(field("Rev. 1: 2 Januari 2020; Rev. 2: 5 Maret 2022", true), "2022-03-05", "the last of two dates");
    for (size_t i = 0; i < COUNT(runs); i++) {
        struct dated d = {0};
        struct str text = str_of(runs[i].text);
        bool found = calendar_find(calendar, text, 0, &d);
        is_str(found ? arena_strz(a, str_slice(text, d.begin, d.end)) : "", runs[i].want, "found in \"%s\"", runs[i].text);
    }
    for (size_t i = 0; i < COUNT(orders); i++) {
        struct str x = date_iso(a, orders[i].x), y = date_iso(a, orders[i].y);
        ok(date_order(orders[i].x, orders[i].y) == orders[i].order, "order of %s and %s", x.p, y.p);
        ok(date_order(orders[i].y, orders[i].x) == -orders[i].order, "order of %s and %s", y.p, x.p);
        if (orders[i].x.month && orders[i].y.month)
            ok(date_years(orders[i].x, orders[i].y) == orders[i].years, "years from %s to %s", x.p, y.p);
    }
    hostile();
    arena_free(a);
    return done();
}
