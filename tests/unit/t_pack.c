/* Loading packs: the pack in the binary is whole, and every fault of a broken one is told with its file and line. */
#include "engine_kit.h"

static void print_faults(struct arena *a, const struct pack_faults *faults)
{
    for (size_t i = 0; i < faults->n; i++)
        printf("# %s:%u: %s\n", faults->v[i].file.p, (unsigned)faults->v[i].line,
               word_format(a, faults->v[i].message, LANG_EN, faults->v[i].arg[0], faults->v[i].arg[1]).p);
}

static void embedded(void)
{
    struct arena *a = arena_new();
    struct pack_faults faults = {0};
    const struct ruleset *set = ruleset_load(a, &bundle_embedded, &faults);
    bool sorted = true;
    print_faults(a, &faults);
    if (ok(set != NULL, "the rules in the binary load")) {
        const struct rule_info *i = ruleset_find(set, STR("total-waktu-tidak-sesuai"));
        ok(i && strcmp(i->id, "WK003") == 0 && strcmp(i->group, "sop") == 0, "found by name");
        ok(ruleset_find(set, STR("WK003")) == i && !ruleset_find(set, STR("XX")), "found by id");
        for (size_t k = 1; k < ruleset_size(set); k++)
            sorted = sorted && strcmp(ruleset_info(set, k - 1)->id, ruleset_info(set, k)->id) < 0;
        ok(sorted, "sorted by id");
    }
    arena_free(a);
}

/* All faults of the kit's pack in one line: "line word(arg,arg) …". */
static void faults_are(struct kit *k, const char *want, const char *name)
{
    struct buf b = BUF_INIT;
    const struct ruleset *set = ruleset_load(k->a, &k->bundle, &k->faults);
    for (size_t i = 0; i < k->faults.n; i++) {
        const struct pack_fault *f = &k->faults.v[i];
        buf_printf(&b, "%s%u %s", i ? "; " : "", (unsigned)f->line, word_name(f->message));
        for (int n = 0; n < 2 && f->arg[n].p; n++) buf_printf(&b, " %.*s", (int)f->arg[n].n, f->arg[n].p);
    }
    buf_add(&b, "", 0);
    is_str(b.p, want, "%s", name);
    ok(!set == (b.n > 0), "%s: a set only without faults", name);
    buf_free(&b);
    kit_free(k);
}

/* One fault in the lines after line 8 of an otherwise good rule. */
static void rule_faults(const char *body, const char *want)
{
    struct kit *k = kit_new();
    kit_rule(k, "AA001", body);
    faults_are(k, want, want);
}

/* A good case with this test, on line 10. */
static void test_faults(const char *test, const char *want)
{
    struct kit *k = kit_new();
    kit_rule(k, "AA001", arena_printf(k->a, "at: sop/langkah\ncases: [{test: %s, severity: galat, message: {id: a, en: b}}]\n", test).p);
    faults_are(k, want, test);
}

#define CASES "cases: [{test: 'true()', severity: galat, message: {id: a, en: b}}]\n"

static void keys(void)
{
    rule_faults("at: sop\n" CASES, "");
    rule_faults(CASES, "1 pack_key_missing at");
    rule_faults("at: sop\n", "1 pack_key_missing cases");
    rule_faults("at: sop\ncases: []\n", "10 pack_empty cases");
    rule_faults("at: sop\n" CASES "kapan: 1\nlain: 2\n", "11 pack_key_unknown kapan; 12 pack_key_unknown lain");
    rule_faults("at: sop\n" CASES "at: sop\n", "11 pack_key_twice at");
    rule_faults("at: sop\n" CASES "when: [a]\ninstead-of: a\n", "11 pack_want_text when; 12 pack_want_list instead-of");
    rule_faults("at: sop\ncases:\n  - {test: 'true()',\n     severity: error, message: {id: a, en: b}}\n", "12 pack_severity error");
    rule_faults("at: sop\ncases:\n  - test: 'true()'\n    severity: galat\n    message: teks\n", "13 pack_want_map message");
    rule_faults("at: sop\ncases:\n  - test: 'true()'\n    severity: galat\n    message: {id: a}\n", "13 pack_key_missing en");
    rule_faults("at: sop\ncases:\n  - test: 'true()'\n    severity: galat\n    message: {id: a, en: ' '}\n", "13 pack_empty en");
    rule_faults("at: sop\ncases: [{test: ~, severity: galat, message: {id: a, en: b}}]\n", "10 pack_want_text test");
    rule_faults("at: sop\n" CASES "scope: berkas\n", "11 pack_scope berkas");
    rule_faults("at: sop\n" CASES "scope: set\n", "9 pack_at_root sop");
    rule_faults("at: himpunan/sop\n" CASES "scope: set\n", "");
    rule_faults("at: //langkah\n" CASES, "9 pack_at_root //langkah");
    rule_faults("at: [sop/langkah, 'sop//x', 'sop/x[1]', lain]\n" CASES, "9 pack_at sop//x; 9 pack_at sop/x[1]; 9 pack_at_root lain");
    rule_faults("at: {sop: langkah}\n" CASES, "9 pack_want_text at");
    rule_faults("at: sop\n" CASES "default: mati\n", "11 pack_default_on mati");
    rule_faults("at: sop\n" CASES "instead-of: [AA001, ZZ009]\n", "11 pack_instead AA001; 11 pack_instead ZZ009");
    rule_faults("scope: program\nat: sop\ncases: [{severity: galat, message: {id: a, en: b}}]\n", "1 pack_program");
    rule_faults("scope: program\ncases: [{test: x, severity: galat, message: {id: '{2}', en: b}}]\n", "10 pack_key_unknown test");
    rule_faults("scope: program\ncases: [{severity: galat, message: {id: '{2}', en: '{0} {1}'}}]\n", "10 pack_argument 2");
    rule_faults("at: sop\ncases:\n  - test: a\n    severity: galat\n    message: {id: a, en: b}\n    fix: {put: b, safe: mungkin}\n", "14 pack_truth safe");
}

static void head(void)
{
    struct kit *k = kit_new();
    kit_file(k, "sop/AA001-contoh.yaml",
             "rule: 2\nid: Aa1\nname: Contoh Nama\nbasis: {regulation: null, place: null, status: pasti}\ntitle: {id: a, en: b}\n"
             "why: {id: a, en: b}\nmend: {id: a, en: b}\nat: sop\n" CASES "examples:\n  - {fires: ya, sop: {}}\n  - {fires: 1}\n"
             "  - {fires: 1, sop: {}, lkjip: {}}\n  - {sop: {}, baru: 1}\n");
    faults_are(k,
               "1 pack_version 2; 2 pack_id Aa1; 2 pack_file_name sop/Aa1-Contoh Nama.yaml; 3 pack_name Contoh Nama; 4 pack_status pasti; "
               "11 pack_fires ya; 12 pack_example; 13 pack_example; 14 pack_key_unknown baru; 14 pack_key_missing fires",
               "head and examples");
    k = kit_new();
    kit_rule(k, "AA001", "at: sop\n" CASES);
    k->files[k->bundle.n] = k->files[k->bundle.n - 1];
    k->files[k->bundle.n].name = "umum/AA001-contoh.yaml";
    k->bundle.n++;
    faults_are(k, "2 pack_id_twice AA001 sop/AA001-contoh.yaml", "one id twice");
}

static void expressions(void)
{
    test_faults("\"uraian and\"", "10 pack_xpath uraian and 11");
    test_faults("\"nol(uraian)\"", "10 pack_function nol");
    test_faults("\"false() and nol() or tidak()\"", "10 pack_function nol; 10 pack_function tidak");
    test_faults("\"@umur > $jam\"", "10 pack_variable jam");
    test_faults("\"@umur > $batas\"", "");
    test_faults("\"@durasi\"", "10 pack_fact durasi");
    test_faults("\"@bentuk\"", "10 pack_fact_element bentuk sop/langkah");
    test_faults("\"uraian/@bentuk\"", "");
    test_faults("\"uraian/@umur or ../@bentuk or ./@bentuk\"",
                "10 pack_fact_element umur sop/langkah/uraian; 10 pack_fact_element bentuk sop; 10 pack_fact_element bentuk sop/langkah");
    test_faults("\"/sop/@jenis = 'x' and ../@jenis = 'y'\"", "");
    test_faults("\"uraian/@bentuk = 'aktiv'\"", "10 pack_fact_value bentuk aktiv");
    test_faults("\"'aktiv' != uraian/@bentuk\"", "");
    test_faults("\"@ganda = 'Ya' or 'no' != @ganda\"", "10 pack_fact_value ganda Ya; 10 pack_fact_value ganda no");
    test_faults("\"../langkah[@umur > 3]\"", "10 pack_fact_predicate umur");
    test_faults("\"../langkah[ada(@umur)]/@umur\"", "");
    test_faults("\"../langkah[ada(@durasi)]\"", "10 pack_fact durasi");
    test_faults("\"//@umur\"", "10 pack_fact_path umur");
    test_faults("\"..//@umur\"", "10 pack_fact_path umur");
    test_faults("\"(waktu | uraian)/@umur\"", "10 pack_fact_path umur");
    test_faults("\"@*\"", "10 pack_fact_wildcard @*");
    test_faults("\"attribute::durasi\"", "10 pack_fact durasi");
    test_faults("\"xs:durasi\"", "10 pack_prefix xs");
    test_faults("\"sop::uraian\"", "10 pack_xpath sop::uraian 5");
    test_faults("\"preceding-sibling::langkah[1]/@umur * 2 > @umur div 2\"", "");
    test_faults("\"* and text() and node() and comment() and processing-instruction('x')\"", "");
    test_faults("'contains(., \"nol(\") and contains(., \"$x @y [\")'", "");
}

static void elements(void)
{
    struct kit *k = kit_new();
    k->files[0].root = kit_yaml(k, "elements: [nomor]\nfacts:\n  - {name: bentuk, element: sop/langkah/uraian, type: teks, meaning: m, analysis: x}\n"
                                   "  - {child: rujukan, element: sop/dasar-hukum/butir, meaning: m, analysis: x}\n");
    kit_rule(k, "AA001", "at: [sop/langkah, sop/langkh]\ncases:\n  - {test: \"nomor and rujukan and ../langkah/uraian and not(urain) and preceding-sibling::lngkah\",\n"
                         "     severity: galat, message: {id: \"{numor} {count(butir)} {'wakut'}\", en: b}}\n");
    faults_are(k, "9 pack_element langkh; 11 pack_element urain; 11 pack_element lngkah; 12 pack_element numor", "names of elements");
}

static void templates(void)
{
    rule_faults("at: sop\ncases:\n  - test: a\n    severity: galat\n    message:\n      id: 'a {b'\n      en: 'a } b'\n", "14 pack_brace a {b; 15 pack_brace a } b");
    rule_faults("at: sop\ncases:\n  - test: a\n    severity: galat\n    message:\n      id: '{@durasi}'\n      en: '{{}} {nol()}'\n",
                "14 pack_fact durasi; 15 pack_function nol");
    rule_faults("at: sop\ncases:\n  - {test: a, severity: galat, message: {id: \"{concat('}', '{')}\", en: x}}\n", "");
    rule_faults("at: sop\ncases:\n  - {test: a, severity: galat, message: {id: '{}', en: x}}\n", "11 pack_xpath  1");
}

static void tables(void)
{
    struct kit *k = kit_new();
    k->files[0].root = kit_yaml(k, "facts:\n  - {name: a, element: sop, type: teks, meaning: m, analysis: x}\n  - {name: a, element: sop, type: teks, meaning: m, analysis: x}\n"
                                   "  - {name: b, element: sop, type: kata, meaning: m, analysis: x}\n  - {name: c, child: c, element: sop, meaning: m, analysis: x}\n"
                                   "  - {name: d, element: sop, meaning: m, analysis: x}\n  - {name: e, element: [[sop]], type: teks, meaning: m, analysis: x}\n");
    k->files[1].root = kit_yaml(k, "parameters:\n  - {name: a, type: kata, meaning: {id: a, en: b}}\n  - {name: b, type: angka, default: tujuh, meaning: {id: a, en: b}}\n"
                                   "  - {name: c, type: teks, meaning: {id: a, en: b}}\n  - {name: c, type: teks, meaning: {id: a, en: b}}\n");
    faults_are(k,
               "0 pack_fact_twice a sop; 4 pack_type kata; 5 pack_fact_name; 6 pack_key_missing type; 7 pack_want_text element; 2 pack_type kata; "
               "3 pack_default tujuh angka; 5 pack_parameter_twice c",
               "facts and parameters");
    k = kit_new();
    k->bundle = (struct bundle){k->files, 0};
    faults_are(k, "0 pack_missing_file; 0 pack_missing_file", "an empty folder");
}

static void parameters(void)
{
    static const struct {
        const char *type, *value;
        bool good;
    } rows[] = {{"angka", "7,5", true},   {"angka", "-2.5", true}, {"angka", "", false},       {"angka", "1.2.3", false},     {"angka", "8 jam", false},
                {"ya-tidak", "ya", true}, {"ya-tidak", "yes", false}, {"tanggal", "2024-01-31", true}, {"tanggal", "31-01-2024", false}, {"teks", "", true}};
    for (size_t i = 0; i < COUNT(rows); i++)
        ok(parameter_accepts(&(struct parameter){.name = "p", .type = rows[i].type}, str_of(rows[i].value)) == rows[i].good, "%s \"%s\"", rows[i].type, rows[i].value);
}

int main(void)
{
    embedded();
    keys();
    head();
    expressions();
    elements();
    templates();
    tables();
    parameters();
    return done();
}
