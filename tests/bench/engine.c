/* What the rules cost: 100 rules of the usual shapes over the view of an SOP of 20 steps, beside libyaml's bare parse of a definition.
 * usage: engine FILE.yaml [RUNS] */
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

#include "../unit/engine_kit.h"

static const char *const shapes[] = {
    "at: sop/langkah\nwhen: \"@simbol = 'keputusan'\"\ncases: [{test: \"@keluar < 2\"",
    "at: sop/langkah\ncases: [{test: \"@terjangkau = 'tidak' and ada(@wilayah-tak-terjangkau)\"",
    "at: sop/langkah\nwhen: \"@pemeriksaan = 'ya'\"\ncases: [{test: \"@balikan = 'tidak'\"",
    "at: sop/langkah\nwhen: \"/sop/@bpmn = 'ya'\"\ncases: [{test: \"@mulai-tersirat = 'ya'\"",
    "at: sop/langkah\nwhen: \"/sop/@serentak = 'ya' and ada(@masuk) and @masuk > 1\"\ncases: [{test: \"@macet = 'ya'\"",
    "at: sop/langkah/lanjut\nwhen: \"../@simbol = 'keputusan' and ada(@label-hilang)\"\ncases: [{test: \"@label-hilang = 'ya'\"",
    "at: sop/langkah/uraian\nwhen: \"normalize-space(.) != ''\"\ncases: [{test: \"@bentuk = 'benda' and ada(@saran)\"",
    "at: sop/langkah/waktu\ncases: [{test: \"@terukur = 'tidak'\"",
    "at: sop/langkah\ncases: [{test: \"not(normalize-space(output))\"",
    "at: sop/langkah\nwhen: \"kelengkapan\"\ncases: [{test: \"not(kelengkapan/butir)\"",
    "at: sop/identitas\ncases: [{test: \"not(nomor) or not(normalize-space(nomor))\"",
    "at: sop/dasar-hukum/butir\ncases: [{test: \"ada(@ganda) and @ganda = 'ya'\"",
    "at: sop/langkah\ncases: [{test: \"@banyak = 'ya' and count(pelaksana) > 1\"",
    "at: sop\nwhen: \"langkah\"\ncases: [{test: \"@ada-mulai = 'tidak'\"",
    "at: sop/keterkaitan\ncases: [{test: \"not(butir)\"",
};

static const char *const facts[] = {"simbol", "keluar", "terjangkau", "pemeriksaan", "balikan", "bpmn", "mulai-tersirat", "serentak", "masuk", "macet",
                                    "label-hilang", "bentuk", "saran", "terukur", "ganda", "banyak", "ada-mulai", "wilayah-tak-terjangkau"};

static void pack(struct kit *k)
{
    struct buf b = BUF_INIT;
    buf_z(&b, "facts:\n");
    for (size_t i = 0; i < COUNT(facts); i++)
        buf_printf(&b, "  - {name: %s, element: [sop, sop/langkah, sop/langkah/uraian, sop/langkah/waktu, sop/langkah/lanjut, sop/dasar-hukum/butir], type: teks, meaning: m, analysis: x}\n", facts[i]);
    k->files[0].root = kit_yaml(k, b.p);
    struct bundle_file *files = arena_alloc(k->a, 102 * sizeof *files);
    files[0] = k->files[0];
    files[1] = k->files[1];
    for (size_t i = 0; i < 100; i++) {
        k->bundle.n = 2;
        kit_rule(k, arena_printf(k->a, "AA%03zu", i).p,
                 arena_printf(k->a, "%s, severity: galat, message: {id: 'Pesan {.}', en: 'Message {.}'}}]\n", shapes[i % COUNT(shapes)]).p);
        files[i + 2] = k->files[2];
    }
    k->bundle = (struct bundle){files, 102};
    buf_free(&b);
}

static void document(struct buf *b)
{
    buf_z(b, "<sop bpmn='tidak' serentak='tidak' ada-mulai='ya'><identitas><instansi>Pemerintah Kabupaten Contoh</instansi><unit>Dinas</unit>"
             "<nomor>1/2</nomor><nama>Penerimaan Surat</nama></identitas><dasar-hukum>");
    for (int i = 0; i < 6; i++) buf_z(b, "<butir ganda='tidak'>Undang-Undang Nomor 1 Tahun 2020 tentang Contoh</butir>");
    buf_z(b, "</dasar-hukum><keterkaitan><butir>SOP Surat Keluar</butir></keterkaitan>");
    for (int i = 0; i < 20; i++)
        buf_printf(b, "<langkah simbol='%s' keluar='2' terjangkau='ya' pemeriksaan='tidak' balikan='ya' mulai-tersirat='tidak' masuk='1' macet='tidak' banyak='tidak'>"
                      "<nomor>%d</nomor><uraian bentuk='aktif'>Menyusun konsep surat</uraian><pelaksana>Sekretaris</pelaksana><kelengkapan><butir>Konsep</butir></kelengkapan>"
                      "<waktu terukur='ya'>30 menit</waktu><output>Surat</output><lanjut label-hilang='tidak'>2</lanjut></langkah>", i % 5 ? "proses" : "keputusan", i + 1);
    buf_z(b, "</sop>");
}

static double now(void)
{
    struct timespec t;
    timespec_get(&t, TIME_UTC);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void bare_parse(const char *bytes, size_t n)
{
    yaml_parser_t p;
    yaml_event_t e;
    bool more = true;
    yaml_parser_initialize(&p);
    yaml_parser_set_input_string(&p, (const unsigned char *)bytes, n);
    while (more) {
        if (!yaml_parser_parse(&p, &e)) exit(1);
        more = e.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&e);
    }
    yaml_parser_delete(&p);
}

int main(int argc, char **argv)
{
    int runs = argc > 2 ? atoi(argv[2]) : 1000;
    char bytes[65536];
    FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (!f) return 2;
    size_t n = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    double start = now();
    for (int i = 0; i < runs; i++) bare_parse(bytes, n);
    double parse = (now() - start) / runs;
    struct kit *k = kit_new();
    struct buf b = BUF_INIT;
    pack(k);
    document(&b);
    start = now();
    k->set = ruleset_load(k->a, &k->bundle, &k->faults);
    if (!k->set) return 2;
    double load = now() - start;
    struct limits limits;
    bool selected[100];
    limits_default(&limits);
    memset(selected, 1, sizeof selected);
    k->engine = engine_new(k->set, &(struct engine_options){LANG_ID, &limits, ruleset_parameters(k->set), selected});
    kit_view(k, b.p);
    struct arena *a = arena_new();
    size_t found = 0;
    start = now();
    for (int i = 0; i < runs; i++) {
        struct findings findings = {0};
        struct rule_outcomes outcomes = {0};
        engine_run(k->engine, a, (struct view *)(void *)k->view, &findings, &outcomes);
        found += findings.n;
        arena_reset(a);
    }
    double rules = (now() - start) / runs;
    printf("  %-34s %8.3f  %5.2f  (%zu findings; loading the rules: %.3f)\n", "milliseconds, times libyaml", rules / 1e3, rules / parse, found / (size_t)runs, load / 1e3);
    arena_free(a);
    buf_free(&b);
    kit_free(k);
    return 0;
}
