/* Messages: interpolation, figures in both languages, quotes, basis. */
#include "engine_kit.h"

static const char document[] = "<sop jenis='AP'><jumlah-waktu selisih='1 hari 3 jam 2 menit' jumlah='1 hari kerja'>5 jam 1.000 menit</jumlah-waktu>"
                               "<langkah b='1' umur='1.200.000' persen='98,90' tanggal='2024-01-02'><nomor>1</nomor><uraian bentuk='benda'>Penyusunan</uraian></langkah>"
                               "<langkah b='2' umur='7,5' persen='0' tanggal='31 Desember 2023'><nomor>2</nomor></langkah></sop>";

static void says(const char *at, const char *template, const char *indonesian, const char *english)
{
    struct kit *k = kit_new();
    kit_rule(k, "AA001", arena_printf(k->a, "at: sop/%s\ncases:\n  - test: 'true()'\n    severity: galat\n    message:\n      id: \"%s\"\n      en: \"%s\"\n",
                                      at, template, template).p);
    for (int lang = 0; lang < 2; lang++) {
        kit_engine(k, (enum lang)lang, 0);
        kit_run(k, document);
        is_str(k->findings.v[0].message.p, lang ? english : indonesian, "%s (%s)", template, lang ? "en" : "id");
        is_str(k->findings.v[0].basis.p, lang ? "consistency of the document" : "keruntutan isi dokumen", "basis");
        is_str(k->findings.v[0].hint.p, lang ? "mend it" : "perbaiki", "hint");
    }
    kit_free(k);
}

static void interpolation(void)
{
    says("jumlah-waktu", "{@selisih}", "1 hari 3 jam 2 menit", "1 day 3 hours 2 minutes");
    says("jumlah-waktu", "{ @jumlah }; {.}", "1 hari kerja; 5 jam 1.000 menit", "1 working day; 5 jam 1.000 menit");
    says("langkah", "{@umur} {@persen} {@tanggal}", "1.200.000 98,90 2 Januari 2024", "1,200,000 98.90 2 January 2024");
    says("langkah", "{../langkah[2]/@tanggal}", "31 Desember 2023", "31 December 2023");
    says("langkah", "{../langkah/@umur}", "1.200.000, 7,5", "1,200,000, 7.5");
    says("langkah", "{../langkah/nomor}", "1, 2", "1, 2");
    says("langkah", "{count(../langkah)} {@ganda} {string(@umur)}", "2 tidak diketahui 1.200.000", "2 not known 1.200.000");
    says("langkah", "{/sop/@jenis} {$batas} {$wilayah}{true()} {{x}}", "AP 7.5 true {x}", "AP 7.5 true {x}");
    says("langkah", "{uraian/@bentuk} {concat('{', uraian, '}')}", "benda {Penyusunan}", "benda {Penyusunan}");
}

static void figures(void)
{
    static const struct {
        const char *type, *value, *english;
    } rows[] = {
        {"durasi", "1 jam", "1 hour"},          {"durasi", "2 hari kerja 1 menit", "2 working days 1 minute"},
        {"durasi", "1,5 jam", "1.5 hours"},     {"durasi", "7 jam 30 menit", "7 hours 30 minutes"},
        {"durasi", "1 semester 2 triwulan", "1 half-year 2 quarters"}, {"durasi", "0", "0"},
        {"durasi", "-2 hari", "-2 days"},       {"uang", "Rp1.200.000,50", "Rp1,200,000.50"},
        {"angka", "3.000.", "3,000."},          {"angka", "12, 13", "12, 13"},
        {"persen", "98,90%", "98.90%"},         {"tanggal", "Maret 2024", "March 2024"},
        {"tanggal", "2024-13-01", "2024-13-01"}, {"teks", "1.200 hari", "1.200 hari"},
        {"tanggal", "5 Mei 2024", "5 May 2024"}, {"durasi", "jam kerja", "hours kerja"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct kit *k = kit_new();
        k->files[0].root = kit_yaml(k, arena_printf(k->a, "facts:\n  - {name: x, element: sop, type: %s, meaning: m, analysis: x}\n", rows[i].type).p);
        kit_rule(k, "AA001", "at: sop\ncases: [{test: 'true()', severity: galat, message: {id: '{@x}', en: '{@x}'}}]\n");
        kit_engine(k, LANG_EN, 0);
        kit_run(k, arena_printf(k->a, "<sop x='%s'/>", rows[i].value).p);
        is_str(k->findings.v[0].message.p, rows[i].english, "%s %s", rows[i].type, rows[i].value);
        kit_free(k);
    }
}

/* A value in a message is cut where nobody reads on, a quote sooner: at a character, never inside one. */
static void lengths(void)
{
    struct kit *k = kit_new();
    struct buf b = BUF_INIT;
    kit_rule(k, "AA001", "at: sop/langkah\ncases: [{test: 'true()', severity: galat, message: {id: '{.}', en: e}}]\n");
    buf_z(&b, "<sop><langkah>");
    for (int i = 0; i < 40000; i++) buf_z(&b, "é");
    buf_z(&b, "</langkah><langkah>");
    for (int i = 0; i < 120; i++) buf_z(&b, "é");
    buf_z(&b, "</langkah></sop>");
    kit_run(k, b.p);
    const struct finding *f = k->findings.v;
    ok(f[1].message.n == 240, "the whole value");
    ok(f[0].message.n == 600 + 3 && str_ends(f[0].message, STR("é…")), "a value that goes on and on is cut");
    ok(f[0].quote.n == 119 * 2 + 3 && str_ends(f[0].quote, STR("é…")), "a long quote is cut");
    ok(f[1].quote.n == 240, "one of 120 characters is not");
    buf_free(&b);
    kit_free(k);
}

static void basis(void)
{
    static const struct {
        const char *basis, *text;
    } rows[] = {
        {"{regulation: X 1/2, place: Pasal 3, status: verified}", "X 1/2, Pasal 3"},
        {"{regulation: X 1/2, place: Pasal 3, status: copy}", "X 1/2, Pasal 3 (dibaca dari salinan lampirannya)"},
        {"{regulation: X 1/2, place: Pasal 3, status: recalled}", "praktik baik menurut pembacaan X 1/2"},
        {"{regulation: X 1/2, place: ~, status: verified}", "X 1/2"},
        {"{regulation: X 1/2, place: Pasal 3, status: convention}", "kelaziman sejalan dengan X 1/2"},
        {"{regulation: ~, place: ~, status: convention}", "kelaziman penyusunan dokumen"},
        {"{regulation: ~, place: ~, status: arithmetic}", "hitungan"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct kit *k = kit_new();
        kit_file(k, "sop/AA001-contoh.yaml",
                 arena_printf(k->a, "rule: 1\nid: AA001\nname: contoh\nbasis: %s\ntitle: {id: a, en: b}\nwhy: {id: a, en: b}\nmend: {id: a, en: b}\n"
                                    "at: sop\ncases: [{test: 'true()', severity: galat, message: {id: a, en: b}}]\nexamples: []\n", rows[i].basis).p);
        kit_run(k, "<sop/>");
        is_str(k->findings.v[0].basis.p, rows[i].text, "%s", rows[i].basis);
        kit_free(k);
    }
}

static void names(void)
{
    enum severity s = SEVERITY_NOTE;
    ok(severity_parse(STR("error"), &s) && s == SEVERITY_ERROR, "English names are understood");
    ok(severity_parse(STR("peringatan"), &s) && s == SEVERITY_WARNING && !severity_parse(STR("fatal"), &s), "Indonesian ones too, others not");
    is_str(severity_name(SEVERITY_NOTE), "catatan", "but the Indonesian are printed");
}

static void sorting(void)
{
    static const struct where second = {.page = 2}, first = {.page = 1, .row = 9};
    struct finding v[] = {
        {.rule = "B", .message = STR("m"), .place = {SPAN(5, 6), NULL}},
        {.rule = "A", .message = STR("m"), .place = {SPAN(5, 6), NULL}},
        {.rule = "A", .message = STR("m"), .place = {SPAN(5, 6), NULL}},
        {.rule = "A", .message = STR("n"), .place = {SPAN(5, 6), NULL}},
        {.rule = "Z", .message = STR("m"), .place = {SPAN_NONE, &second}},
        {.rule = "0", .message = STR("m")},
        {.rule = "0", .message = STR("m")},
        {.rule = "Z", .message = STR("m"), .place = {SPAN_NONE, &first}},
    };
    struct findings f = {v, COUNT(v), COUNT(v)};
    findings_sort(&f);
    ok(f.n == 7, "an exact repeat is dropped");
    ok(v[0].rule[0] == '0' && v[1].rule[0] == '0', "but not where no place is known");
    ok(v[2].place.where == &first && v[3].place.where == &second, "by page where there is no offset");
    ok(v[4].rule[0] == 'A' && str_eqz(v[4].message, "m") && str_eqz(v[5].message, "n") && v[6].rule[0] == 'B', "then by rule and message");
}

int main(void)
{
    interpolation();
    figures();
    lengths();
    basis();
    names();
    sorting();
    return done();
}
