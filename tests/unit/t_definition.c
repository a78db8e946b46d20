/* Definitions of SOPs in YAML: every key and form, what they refer to, and where it stands. */
#include "base/bundle.h"
#include "definition_kit.h"
#include "tap.h"

static void test_sniff(void)
{
    static const struct {
        const char *text;
        bool ours;
    } cases[] = {
        {"patuh: sop/1\n", true},
        {"patuh:\n", true},
        {"patuh:", true},
        {"# a comment\n\n%YAML 1.1\n---\npatuh: sop/1\n", true},
        {"identitas:\n  nomor: 1\npatuh: sop/1\n", true},
        {"identitas: {}\r\npatuh: sop/1\r\n", true},
        {"\"patuh\": sop/1\n", true},
        {"'patuh' : sop/1\n", true},
        {"  patuh: sop/1\n  langkah: []\n", true},
        {"{patuh: sop/1}", true},
        {"{\n  \"langkah\": [],\n  \"patuh\":\"sop/1\"\n}\n", true},
        {"", false},
        {"# patuh: sop/1\n", false},
        {"identitas:\n  patuh: sop/1\n", false},
        {"patuhi: sop/1\n", false},
        {"patuh:sop/1\n", false},
        {"tidak-patuh: sop/1\n", false},
        {"# patuh\n\nProgram ini membaca definisi:\n\npatuh: sop/1\n", false},
        {"Nomor SOP : 1\npatuh: sop/1\n", false},
        {"{\"a\": \"patuh\"}", false},
        {"{\"a\": \"x patuh: y\"}", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct source s = {.text = str_of(cases[i].text)};
        ok(reader_yaml.sniff(&s) == cases[i].ours, "sniff %zu: %s", i, cases[i].ours ? "ours" : "not ours");
    }
}

static const char whole[] =
    "patuh: sop/1\n"
    "identitas:\n"
    "  instansi: Pemerintah Kabupaten Contoh\n"
    "  unit: Dinas Arsip\n"
    "  nomor: 045/012/2025\n"
    "  nama: 'Penyusunan Laporan'\n"
    "  tanggal-pembuatan: 2025-01-06\n"
    "  tanggal-revisi: \"-\"\n"
    "  tanggal-efektif: 2025-01-13\n"
    "  pengesahan: {jabatan: Kepala Dinas, nama: \"Contoh Nama, S.E.\", pangkat: Pembina, nip: \"1970\"}\n"
    "dasar-hukum:\n"
    "  - Peraturan A\n"
    "  - Peraturan B\n"
    "    tentang C\n"
    "keterkaitan: [SOP X, SOP Y]\n"
    "peringatan: Jika lambat\n"
    "kualifikasi-pelaksana: [Mampu]\n"
    "peralatan-perlengkapan: [Komputer]\n"
    "pencatatan-pendataan: |\n"
    "  Register\n"
    "pelaksana:\n"
    "  - Kepala Dinas\n"
    "  - {jabatan: Sekretaris, singkatan: [Sekdin, Sekdis]}\n"
    "langkah:\n"
    "  - nomor: 1.\n"
    "    uraian: Menugaskan\n"
    "    pelaksana: kepala dinas\n"
    "    simbol: terminator\n"
    "    kelengkapan: Surat\n"
    "    waktu: 1 jam\n"
    "    output: Disposisi\n"
    "    lanjut: 2a\n"
    "  - nomor: 2a\n"
    "    uraian: Memeriksa\n"
    "    pelaksana: [Sekdin, Staf]\n"
    "    simbol: keputusan\n"
    "    kelengkapan: [Surat, Disposisi]\n"
    "    waktu: 2 jam\n"
    "    output: Paraf\n"
    "    keterangan: SOP X\n"
    "    lanjut: {ya: selesai, tidak: 1, ragu: 9}\n"
    "  - nomor: 3\n"
    "    pelaksana: Sekretaris\n"
    "    waktu:\n"
    "    lanjut: [1, 2A.]\n"
    "  - lanjut:\n"
    "    - lengkap: 3\n"
    "    - belum: 1\n"
    "jumlah-waktu: 3 jam\n"
    "standar-pelayanan: 1 hari\n"
    "tanda-tangan: {tempat: Contoh, tanggal: 2025-01-06, jabatan: Kepala, nama: N, nip: \"1\"}\n";

static void test_whole(void)
{
    is_str(faults_of(whole), "", "the whole definition has no faults");
    is_str(view_of(out.document),
           "<?xml version=\"1.0\"?>\n<sop><identitas><instansi>Pemerintah Kabupaten Contoh</instansi><unit>Dinas Arsip</unit>"
           "<nomor>045/012/2025</nomor><nama>Penyusunan Laporan</nama><tanggal-pembuatan>2025-01-06</tanggal-pembuatan>"
           "<tanggal-revisi>-</tanggal-revisi><tanggal-efektif>2025-01-13</tanggal-efektif><pengesahan><jabatan>Kepala Dinas</jabatan>"
           "<nama>Contoh Nama, S.E.</nama><pangkat>Pembina</pangkat><nip>1970</nip></pengesahan></identitas>"
           "<dasar-hukum><butir>Peraturan A</butir><butir>Peraturan B tentang C</butir></dasar-hukum>"
           "<keterkaitan><butir>SOP X</butir><butir>SOP Y</butir></keterkaitan><peringatan><butir>Jika lambat</butir></peringatan>"
           "<kualifikasi-pelaksana><butir>Mampu</butir></kualifikasi-pelaksana>"
           "<peralatan-perlengkapan><butir>Komputer</butir></peralatan-perlengkapan>"
           "<pencatatan-pendataan><butir>Register</butir></pencatatan-pendataan>"
           "<tabel><nomor/><uraian/><pelaksana/><kelengkapan/><waktu/><output/><keterangan/></tabel>"
           "<pelaksana><jabatan>Kepala Dinas</jabatan><jabatan>Sekretaris<singkatan>Sekdin</singkatan><singkatan>Sekdis</singkatan>"
           "</jabatan></pelaksana>"
           "<langkah><nomor>1</nomor><uraian>Menugaskan</uraian><simbol>terminator</simbol><pelaksana>kepala dinas</pelaksana>"
           "<kelengkapan><butir>Surat</butir></kelengkapan><waktu>1 jam</waktu><output>Disposisi</output><lanjut>2a</lanjut></langkah>"
           "<langkah><nomor>2a</nomor><uraian>Memeriksa</uraian><simbol>keputusan</simbol><pelaksana>Sekdin</pelaksana>"
           "<pelaksana>Staf</pelaksana><kelengkapan><butir>Surat</butir><butir>Disposisi</butir></kelengkapan><waktu>2 jam</waktu>"
           "<output>Paraf</output><keterangan>SOP X</keterangan><lanjut>selesai</lanjut><lanjut>1</lanjut><lanjut>9</lanjut></langkah>"
           "<langkah><nomor>3</nomor><pelaksana>Sekretaris</pelaksana><waktu/><lanjut>1</lanjut><lanjut>2A.</lanjut></langkah>"
           "<langkah><lanjut>3</lanjut><lanjut>1</lanjut></langkah>"
           "<jumlah-waktu>3 jam</jumlah-waktu><standar-pelayanan>1 hari</standar-pelayanan>"
           "<tanda-tangan><tempat>Contoh</tempat><tanggal>2025-01-06</tanggal><jabatan>Kepala</jabatan><nama>N</nama><nip>1</nip>"
           "</tanda-tangan></sop>\n",
           "and every value where it belongs");
}

static void test_references(void)
{
    const struct sop *s = sop_of(whole);
    const struct step *v = s->steps.v;
    ok(s->steps.n == 4 && s->tables.n == 1 && s->tables.v[0].declared && s->tables.v[0].has_marks, "one declared table");
    ok(v[0].symbol == MARK_TERMINATOR && v[1].symbol == MARK_DECISION && v[2].symbol == MARK_PROCESS, "symbols, process by default");
    ok(v[0].performers.v[0].actor == 0 && v[0].performers.v[0].mark == MARK_TERMINATOR, "a column by name, case ignored");
    ok(v[1].performers.v[0].actor == 1, "a column by abbreviation");
    ok(v[1].performers.v[1].actor == NO_INDEX && v[1].performers.v[1].mark == MARK_DECISION, "an executor that is not listed");
    const struct flow_exit *x = v[0].exits.v;
    ok(v[0].exits.n == 1 && x[0].target == 1 && !x[0].label.p && x[0].origin == ORIGIN_DECLARED && !x[0].ends, "an exit to a step");
    x = v[1].exits.v;
    ok(v[1].exits.n == 3 && x[0].ends && x[0].target == NO_INDEX && str_eqz(x[0].label, "ya"), "an exit that ends");
    ok(x[1].target == 0 && str_eqz(x[1].label, "tidak"), "a return");
    ok(x[2].target == NO_INDEX && !x[2].ends && str_eqz(x[2].item.text, "9"), "an exit to nowhere");
    x = v[2].exits.v;
    ok(v[2].exits.n == 2 && x[0].target == 0 && x[1].target == 1 && !x[0].label.p, "both at once; number with a full stop, case ignored");
    x = v[3].exits.v;
    ok(v[3].exits.n == 2 && x[0].target == 2 && x[1].target == 0 && str_eqz(x[1].label, "belum"), "labels as a list");
    is_str(v[1].requirement_cell.text.p, "Surat\nDisposisi", "the cell of kelengkapan has all its items");
    ok(!v[3].requirement_cell.text.p && !v[3].duration.text.p && !v[3].number.text.p, "what is missing is absent");
    ok(v[2].duration.text.p && !v[2].duration.text.n, "what is empty is blank");
    s = sop_of("patuh: sop/1\nlangkah: [{nomor: 1}, {nomor: 1, lanjut: 1}]\n");
    ok(s->steps.v[1].exits.v[0].target == 0, "of two steps with one number the first is meant");
    s = sop_of("patuh: sop/1\nlangkah:\n  - {nomor: 1, pelaksana: A}\npelaksana: A\n");
    ok(s->steps.v[0].performers.v[0].actor == 0, "a scalar pelaksana; order of keys is free");
    s = sop_of("patuh: sop/1\njumlah-waktu: 1 jam\n");
    ok(s->tables.n == 0 && s->steps.n == 0, "no table where nothing is said of steps");
}

static void test_places(void)
{
    const struct sop *s = sop_of(whole);
    is_str(at(&s->head), "patuh: sop/1", "the document");
    is_str(at(&s->identity.head), "identitas", "a block: its key");
    is_str(at(&s->identity.number), "045/012/2025", "a plain scalar");
    is_str(at(&s->identity.name), "Penyusunan Laporan", "a quoted one: without quotes");
    is_str(at(&s->identity.approval.name), "Contoh Nama, S.E.", "a quoted one in braces");
    is_str(at(&s->sections[SECTION_DASAR_HUKUM].items.v[1]), "Peraturan B\n    tentang C", "a scalar over two lines");
    is_str(at(&s->sections[SECTION_PENCATATAN].items.v[0]), "Register", "a literal block");
    is_str(at(&s->steps.v[1].requirement_cell), "[Surat, Disposisi]", "a list");
    is_str(at(&s->steps.v[1].exits.v[1].item), "1", "an exit");
    is_str(at(&s->steps.v[2].duration), "waktu", "an empty value: its key");
    is_str(at(&s->steps.v[2].output), at(&s->steps.v[2].head), "a missing one: its surroundings");
    is_str(at(&s->steps.v[2].head), "nomor: 3\n    pelaksana: Sekretaris\n    waktu:\n    lanjut: [1, 2A.]", "a step");
    s = sop_of("patuh: sop/1\nidentitas: {nama: &a !!str \"é ü\", nomor: *a}\njumlah-waktu: &b >-\n\n  1\n  jam\n\n");
    is_str(at(&s->stated_total), "1\n  jam", "a folded block behind an anchor");
    is_str(at(&s->identity.name), "é ü", "behind an anchor and a tag");
    is_str(at(&s->identity.number), "é ü", "an alias: where its text stands");
}

static void test_fragment(void)
{
    struct document d = {0};
    struct yaml_node one = {.kind = YAML_SCALAR, .plain = true, .text = "30 menit", .length = 8};
    struct yaml_node key = {.kind = YAML_SCALAR, .plain = true, .text = "jumlah-waktu", .length = 12, .next = &one};
    struct yaml_node map = {.kind = YAML_MAP, .child = &key};
    read_definition(a, &map, DOCUMENT_SOP, &d);
    ok(d.kind == DOCUMENT_SOP && str_eqz(d.sop->stated_total.text, "30 menit") && !d.sop->stated_total.place.at.set && !d.errors.n,
       "a fragment from the binary: no places");
}

static struct str file(const char *path)
{
    static char bytes[65536];
    FILE *f = fopen(path, "rb");
    size_t n = f ? fread(bytes, 1, sizeof bytes - 1, f) : 0;
    if (f) fclose(f);
    bytes[n] = 0;
    return (struct str){bytes, n};
}

static void test_corpus(void)
{
    static const struct {
        const char *name;
        size_t steps;
    } files[] = {{"balangan-pengumpulan-data-kinerja", 9}, {"contoh-sop", 5}, {"peminjaman-arsip", 7}, {"penanganan-surat-masuk", 7},
                 {"reviu-laporan-kinerja", 8}, {"contoh-lkjip", 0}, {"contoh-pk", 0}};
    for (size_t i = 0; i < COUNT(files); i++) {
        char path[128];
        snprintf(path, sizeof path, "corpus/definisi/%s.yaml", files[i].name);
        is_str(faults_of(file(path).p), "", "%s has no faults", path);
        const struct sop *s = out.document->sop;
        bool linked = true;
        if (!s) continue;
        for (size_t j = 0; j < s->steps.n; j++) {
            linked &= s->steps.v[j].performers.n == 1 && s->steps.v[j].performers.v[0].actor != NO_INDEX;
            for (size_t k = 0; k < s->steps.v[j].exits.n; k++) linked &= s->steps.v[j].exits.v[k].target != NO_INDEX;
        }
        ok(s->steps.n == files[i].steps && linked, "and its %zu steps are linked", files[i].steps);
    }
    const struct yaml_node *templates = bundle_find(&bundle_embedded, "templates.yaml");
    ok(str_eq(yaml_get_str(templates, "sop"), file("corpus/definisi/contoh-sop.yaml")), "the template of an SOP is the commented example");
    ok(str_eq(yaml_get_str(templates, "lkjip"), file("corpus/definisi/contoh-lkjip.yaml")), "and that of an LKjIP too");
    ok(str_eq(yaml_get_str(templates, "pk"), file("corpus/definisi/contoh-pk.yaml")), "and that of a PK");
}

int main(void)
{
    a = arena_new();
    limits_default(&limits);
    test_sniff();
    test_whole();
    test_references();
    test_places();
    test_fragment();
    test_corpus();
    arena_free(a);
    return done();
}
