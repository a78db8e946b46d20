/* Numbers as a spreadsheet shows them to an Indonesian. */
#include "read/office/sheet/shown.h"
#include "stage/read.h"
#include "tap.h"

int main(void)
{
    static const struct {
        const char *code, *value, *shown;
    } rows[] = {
        {"General", "12", "12"}, {"General", "0.985", "0,985"}, {"General", "-3.5", "-3,5"}, {"General", "0.1", "0,1"}, {"General", "0", "0"},
        {"General", "0.98499999999999999", "0,985"}, {"General", "0.33333333333333331", "0,333333333"}, {"General", "1234567", "1234567"},
        {"General", "123456789012", "1,23457E+11"}, {"General", "1E-3", "0,001"}, {"@", "7", "7"},
        {"0.00%", "0.985", "98,50%"}, {"0%", "0.985", "99%"}, {"0.00%", "1.0249999999999999", "102,50%"}, {"0.0 %", "0.9", "90,0 %"},
        {"0", "2.5", "3"}, {"0.00", "0.005", "0,01"}, {"0.00", "-0.001", "0,00"}, {"#,##0", "1234567.8", "1.234.568"}, {"#,##0", "12", "12"},
        {"#,##0.00", "1234.5", "1.234,50"}, {"#,##0", "0", "0"}, {"#,###", "0", ""}, {"0000", "12", "0012"}, {"#.##", "5", "5,"}, {"0.0#", "5.25", "5,25"},
        {"#,##0,,\" jt\"", "12345678", "12 jt"}, {"0.00", "9.999", "10,00"}, {"000-000", "123456", "123-456"}, {".00", "0.5", ",50"},
        {"#,##0;(#,##0)", "-1500", "(1.500)"}, {"#,##0;(#,##0);\"-\"", "0", "-"}, {"0;;", "-5", ""}, {"[Red]0;[Blue]-0", "-5", "-5"},
        {"_(\"Rp\"* #,##0_);_(\"Rp\"* (#,##0);_(\"Rp\"* \"-\"_);_(@_)", "25000000", "Rp25.000.000"}, {"[$Rp-421]#,##0", "1000", "Rp1.000"},
        {"0\" menit\"", "15", "15 menit"}, {"0 \\j\\a\\m", "2", "2 jam"}, {"[>=60]0\" lama\";0\" menit\"", "60", "60 lama"}, {"[>=60]0\" lama\";0\" menit\"", "59", "59 menit"},
        {"dd/mm/yyyy", "45292", "01/01/2024"}, {"d mmmm yyyy", "45473", "30 Juni 2024"}, {"[$-421]dd mmmm yyyy;@", "45473.7", "30 Juni 2024"},
        {"[$-409]d mmmm yyyy", "45505", "1 August 2024"}, {"dddd, d mmm yy", "45473", "Minggu, 30 Jun 24"}, {"yyyy-mm-dd", "61", "1900-03-01"},
        {"dd/mm/yyyy", "1", "01/01/1900"}, {"h:mm", "0.5", "12:00"}, {"h:mm AM/PM", "0.75", "6:00 PM"}, {"[h]:mm", "1.5", "36:00"}, {"mm:ss", "0.000694444", "01:00"},
        {"d/m/yyyy h:mm", "45292.25", "1/1/2024 6:00"}, {"hh:mm:ss", "0.999999", "00:00:00"},
    };
    struct arena *a = arena_new();
    const struct read_words *words = read_words_load(a, &bundle_embedded, &(struct pack_faults){0});
    for (size_t i = 0; i < COUNT(rows); i++)
        is_str(arena_strz(a, shown_number(a, words, str_of(rows[i].code), str_of(rows[i].value), false)), rows[i].shown, "%s as %s", rows[i].value, rows[i].code);
    is_str(arena_strz(a, shown_number(a, words, STR("dd/mm/yyyy"), STR("43830"), true)), "01/01/2024", "a date that counts from 1904");
    ok(!shown_number(a, words, STR("dd/mm/yyyy"), STR("-1"), false).p && !shown_number(a, words, STR("dd/mm/yyyy"), STR("3e6"), false).p, "no such dates");
    ok(!shown_number(a, words, STR("0"), STR("abc"), false).p && !shown_number(a, words, STR("0"), STR(""), false).p && !shown_number(a, words, STR("0"), STR("1e400"), false).p, "no numbers");
    ok(shown_number(a, words, STR("[\"\\"), STR("1"), false).p && shown_number(a, words, STR(";;;;;"), STR("1"), false).p, "broken codes do no harm");
    is_str(shown_builtin(10), "0.00%", "a built-in code");
    is_str(shown_builtin(900), "General", "an unknown one");
    arena_free(a);
    return done();
}
