/* Definitions of SOPs in YAML: every key and form, what they refer to, and every fault with its place. */
#include <libxml/tree.h>
#include <stdlib.h>

#include "base/bundle.h"
#include "stage/read.h"
#include "tap.h"
#include "stage/view.h"

static struct arena *a;
static struct limits limits;
static struct source source;
static struct reading out;
static struct trouble why;

static enum rc read_text(const char *text)
{
    arena_reset(a);
    source = (struct source){.path = STR("x.yaml"), .text = str_of(text)};
    out = (struct reading){0};
    why = (struct trouble){0};
    return reader_yaml.read(a, &source, &limits, &out, &why);
}

static const struct sop *sop_of(const char *text)
{
    return read_text(text) == RC_OK ? out.document->sop : NULL;
}

/* The faults as "line:column message" lines, in Indonesian. */
static const char *faults_of(const char *text)
{
    struct buf b = BUF_INIT;
    if (read_text(text) != RC_OK) return word_format(a, why.message, LANG_ID, why.arg[0], why.arg[1]).p;
    for (size_t i = 0; i < out.document->errors.n; i++) {
        const struct trouble *t = &out.document->errors.v[i];
        struct position at = source_locate(a, &source, t->at.begin);
        buf_printf(&b, "%u:%u ", (unsigned)at.line, (unsigned)at.column);
        buf_str(&b, word_format(a, t->message, LANG_ID, t->arg[0], t->arg[1]));
        if (t->began.set) buf_printf(&b, " [%u]", (unsigned)source_locate(a, &source, t->began.begin).line);
        buf_ch(&b, '\n');
    }
    const char *s = arena_strz(a, buf_view(&b));
    buf_free(&b);
    return s;
}

static const char *refusal_of(const char *text)
{
    if (read_text(text) == RC_OK) return "read";
    struct position at = source_locate(a, &source, why.at.begin);
    struct str m = word_format(a, why.message, LANG_ID, why.arg[0], why.arg[1]);
    struct str s = arena_printf(a, "%u:%u %.*s", (unsigned)at.line, (unsigned)at.column, (int)m.n, m.p);
    return s.p;
}

/* The bytes of the source that an item's place covers. */
static const char *at(const struct item *item)
{
    return item->place.at.set ? arena_strz(a, str_slice(source.text, item->place.at.begin, item->place.at.end)) : "nowhere";
}

static const char *view_of(const struct document *d)
{
    xmlDict *dict = xmlDictCreate();
    xmlDoc *doc = view_build(a, d, dict);
    xmlChar *bytes = NULL;
    int n = 0;
    xmlDocDumpMemory(doc, &bytes, &n);
    const char *s = arena_strz(a, (struct str){(const char *)bytes, (size_t)n});
    xmlFree(bytes);
    xmlDictFree(dict);
    return s;
}

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

static void test_faults(void)
{
    is_str(faults_of("patuh: sop/1\nidentitas:\n  nomer: 1\n  Nama: x\n  tanggal_efektif: y\n  nomor-sop: 3\n"),
           "3:3 kunci \"nomer\" tidak dikenal; maksudnya \"nomor\"?\n4:3 kunci \"Nama\" tidak dikenal; maksudnya \"nama\"?\n"
           "5:3 kunci \"tanggal_efektif\" tidak dikenal; maksudnya \"tanggal-efektif\"?\n"
           "6:3 kunci \"nomor-sop\" tidak dikenal; maksudnya \"nomor\"?\n",
           "mistyped keys");
    ok(str_eqz(out.document->sop->identity.number.text, "1") && str_eqz(out.document->sop->identity.effective.text, "y"), "are read as what was meant");
    is_str(faults_of("patuh: sop/1\nidentitas:\n  nomer: 1\n  nomor: 2\n"), "3:3 kunci \"nomer\" tidak dikenal; maksudnya \"nomor\"?\n",
           "a mistyped key beside the right one");
    ok(str_eqz(out.document->sop->identity.number.text, "2"), "the right one counts");
    is_str(faults_of("patuh: sop/1\nuraian: x\nidentitas: {langkah: 1}\n"),
           "2:1 kunci \"uraian\" tidak dikenal di sini; tempatnya di bawah \"langkah\"\n"
           "3:13 kunci \"langkah\" tidak dikenal; yang dikenal di sini: instansi, unit, nomor, nama, tanggal-pembuatan, tanggal-revisi, "
           "tanggal-efektif, pengesahan\n",
           "keys in the wrong place");
    is_str(faults_of("patuh: sop/1\nlangkah: [{nomor: 1, waktu: 1,5}]\n"),
           "2:31 kunci \"5\" tidak dikenal: angka dengan koma harus dikutip di dalam {}\n", "the decimals of a number in braces");
    is_str(arena_strz(a, out.document->sop->steps.v[0].duration.text), "1,5", "the number is read whole");
    is_str(at(&out.document->sop->steps.v[0].duration), "1,5", "and so is its place");
    is_str(faults_of("patuh: sop/1\nlangkah: [{no: 1}]\n"), "2:12 kunci \"no\" tidak dikenal; maksudnya \"nomor\"?\n", "an abbreviated key");
    is_str(faults_of("patuh: sop/1\nidentitas:\n  nama: a\n  unit: b\n  nama: c\nlangkah: []\nlangkah: []\n"),
           "5:3 kunci \"nama\" ditulis dua kali [3]\n7:1 kunci \"langkah\" ditulis dua kali [6]\n", "keys that stand twice");
    ok(str_eqz(out.document->sop->identity.name.text, "a"), "the first of them counts");
    is_str(faults_of("patuh: sop/1\nlangkah:\n  - lanjut: {ya: 1, ya: 2}\n"), "3:21 kunci \"ya\" ditulis dua kali [3]\n", "a label that stands twice");
    is_str(faults_of("patuh: sop/1\nidentitas: x\nlangkah: {nomor: 1}\njumlah-waktu: [1 jam]\nketerkaitan:\n  - SOP: x\n  - [y]\n  - z\n"),
           "2:12 \"identitas\" harus berisi pasangan kunci: nilai\n"
           "3:10 \"langkah\" harus berupa daftar yang tiap butirnya berisi pasangan kunci: nilai\n"
           "4:15 \"jumlah-waktu\" harus berupa teks (diberi tanda kutip bila memuat \": \")\n"
           "6:5 \"keterkaitan\" harus berupa teks atau daftar teks (diberi tanda kutip bila memuat \": \")\n"
           "7:5 \"keterkaitan\" harus berupa teks atau daftar teks (diberi tanda kutip bila memuat \": \")\n",
           "wrong shapes");
    ok(out.document->sop->sections[SECTION_KETERKAITAN].items.n == 1, "the items that are right are read");
    ok(str_eqz(out.document->sop->stated_total.text, "1 jam"), "a value of the wrong shape is not missing");
    is_str(faults_of("patuh: sop/1\nlangkah: [x, {nomor: 1, lanjut: [[1]], pelaksana: {a: b}}]\npelaksana: [[A], {jabatan: B, nip: 1}]\n"),
           "2:11 \"langkah\" harus berupa daftar yang tiap butirnya berisi pasangan kunci: nilai\n"
           "2:34 \"lanjut\" harus berupa teks (diberi tanda kutip bila memuat \": \")\n"
           "2:51 \"pelaksana\" harus berupa teks atau daftar teks (diberi tanda kutip bila memuat \": \")\n"
           "3:13 \"pelaksana\" harus berupa teks (diberi tanda kutip bila memuat \": \")\n"
           "3:31 kunci \"nip\" tidak dikenal di sini; tempatnya di bawah \"pengesahan\"\n",
           "wrong shapes in steps and columns");
    is_str(faults_of("patuh: sop/1\nidentitas: {nama: \"a\\0b\"}\n"), "2:19 teks memuat karakter kendali\n", "a control character");
    ok(str_eqz(out.document->sop->identity.name.text, "a b"), "is replaced");
    is_str(faults_of("patuh: sop/1\nidentitas:\nlangkah:\npelaksana: ~\nketerkaitan: []\nperingatan: [\"\", ]\n"), "", "empty is no fault");
    ok(out.document->sop->identity.head.text.p && out.document->sop->sections[SECTION_PERINGATAN].items.n == 0, "but empty");
    is_str(faults_of("patuh: sop/2\nlangkah: [{nomor: 1}]\n"), "1:8 \"patuh: sop/2\" tidak dikenal; yang dikenal: sop/1, lkjip/1, pk/1\n", "another version");
    ok(out.document->sop->steps.n == 1, "is read as far as it goes");
    is_str(refusal_of("patuh: skp/1\n"), "1:8 \"patuh: skp/1\" tidak dikenal; yang dikenal: sop/1, lkjip/1, pk/1", "another kind");
    is_str(refusal_of("patuh:\n"), "1:7 \"patuh: \" tidak dikenal; yang dikenal: sop/1, lkjip/1, pk/1", "no kind");
    ok(out.claimed, "still, the file says that it is ours");
}

static void test_many_faults(void)
{
    struct buf b = BUF_INIT;
    limits.v[LIMIT_findings] = 3;
    buf_z(&b, "patuh: sop/1\n");
    for (int i = 0; i < 5; i++) buf_printf(&b, "zzzzz%d: 1\n", i);
    read_text(b.p);
    ok(out.document->errors.n == 4 && out.document->errors.v[3].message == W_definition_more, "a ceiling on the faults");
    limits_default(&limits);
    buf_free(&b);
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

static void test_report(void)
{
    is_str(faults_of("patuh: lkjip/1\n"
                     "identitas: {instansi: Dinas A, tahun: 2024, tanggal: 2025-02-14}\n"
                     "pk: pk.yaml\ntahun-lalu: lalu.yaml\n"
                     "rumus: {turun: 2t-r, batas: 120}\n"
                     "skala: [{nama: T, dari: \"> 90\"}, {nama: S, dari: 50, sampai: \"<= 90\"}, {nama: R, sampai: <50}]\n"
                     "bab: [{judul: BAB IV PENUTUP, isi: [a, b]}, {judul: Bab 2. X, subbab: [{judul: Isu, isi: c}]}, {judul: Lain}]\n"
                     "jumlah-anggaran: {pagu: 3, realisasi: 2}\n"
                     "anggaran: [{program: P, pagu: 3, kegiatan: [{nama: K, pagu: 1, sub-kegiatan: [{nama: L, sisa: 0}]}, {nama: M}]}]\n"
                     "perjanjian-kinerja:\n  sasaran: [{nama: S, indikator: [{nama: I, satuan: \"%\", target: \"75,50\"}]}]\n"
                     "  anggaran: [{program: P, pagu: 3}]\n"
                     "pengukuran:\n  - {sasaran: S, indikator: [{nama: I, arah: turun, target: 1, realisasi: 2, capaian: 3, kategori: T, pembentuk: 1/2}], rata-rata: 4}\n"
                     "  - {sasaran: U, indikator: [{nama: J}, {nama: K}]}\n"
                     "rata-rata: 5\n"
                     "perbandingan:\n  - indikator: I\n    realisasi: {2023: \"74,00\", 2024: 77}\n    target: {2024: 1}\n"
                     "    target-akhir: {tahun: 2026, nilai: 80, capaian: 96}\n    standar-nasional: {nilai: 70, sumber: X}\n"
                     "efisiensi: [{program: P, capaian: 100, efisiensi: 5}]\n"
                     "narasi: Capaian I 3.\nlampiran: [PK]\n"),
           "", "a report without faults");
    const struct lkjip *l = out.document->lkjip;
    is_str(view_of(out.document),
           "<?xml version=\"1.0\"?>\n<lkjip><identitas><instansi>Dinas A</instansi><tahun>2024</tahun><tanggal>2025-02-14</tanggal></identitas>"
           "<bab>BAB IV PENUTUP<isi>a\nb</isi></bab><bab>Bab 2. X<subbab>Isu<isi>c</isi></subbab></bab><bab>Lain</bab>"
           "<rumus><turun>2t-r</turun><batas>120</batas></rumus>"
           "<skala><tingkat><nama>T</nama><dari>90</dari></tingkat><tingkat><nama>S</nama><dari>50</dari><sampai>&lt;= 90</sampai></tingkat>"
           "<tingkat><nama>R</nama><sampai>50</sampai></tingkat></skala>"
           "<perjanjian-kinerja><sasaran><nama>S</nama><indikator><nama>I</nama><satuan>%</satuan><target>75,50</target></indikator></sasaran>"
           "</perjanjian-kinerja>"
           "<pengukuran><sasaran><nama>S</nama><indikator><nama>I</nama><arah>turun</arah><target>1</target><realisasi>2</realisasi>"
           "<capaian>3</capaian><kategori>T</kategori><pembentuk>1/2</pembentuk></indikator><rata-rata>4</rata-rata></sasaran>"
           "<sasaran><nama>U</nama><indikator><nama>J</nama></indikator><indikator><nama>K</nama></indikator></sasaran>"
           "<rata-rata>5</rata-rata></pengukuran>"
           "<perbandingan><nama>I</nama><realisasi-tahun>74,00</realisasi-tahun><realisasi-tahun>77</realisasi-tahun>"
           "<target-tahun>1</target-tahun><target-akhir>80</target-akhir><capaian-target-akhir>96</capaian-target-akhir>"
           "<standar-nasional>70</standar-nasional><sumber-standar>X</sumber-standar></perbandingan>"
           "<anggaran><baris><nama>P</nama><pagu>3</pagu></baris></anggaran>"
           "<anggaran><baris><nama>P</nama><pagu>3</pagu></baris><baris><nama>K</nama><pagu>1</pagu></baris>"
           "<baris><nama>L</nama><sisa>0</sisa></baris><baris><nama>M</nama></baris>"
           "<baris><pagu>3</pagu><realisasi>2</realisasi></baris></anggaran>"
           "<anggaran><baris><nama>P</nama><capaian>100</capaian><efisiensi>5</efisiensi></baris></anggaran>"
           "<narasi>Capaian I 3.</narasi><lampiran>PK</lampiran><paragraf>a</paragraf><paragraf>b</paragraf><paragraf>c</paragraf>"
           "<paragraf>Capaian I 3.</paragraf></lkjip>\n",
           "and every value where it belongs");
    ok(l->chapters.v[0].number == 4 && l->chapters.v[1].number == 2 && l->chapters.v[2].number == 0, "numbers of chapters");
    ok(l->scale.v[0].from_open && !l->scale.v[1].from_open && !l->scale.v[1].to_open && l->scale.v[2].to_open, "open bounds");
    ok(str_eqz(l->pk_path.text, "pk.yaml") && str_eqz(l->last_year_path.text, "lalu.yaml"), "other documents");
    ok(l->measurements.v[0].rows.v[2].goal == 1 && l->measurements.v[0].year == 2024, "rows know their goal, tables their year");
    const struct comparison *c = &l->comparisons.v[0];
    ok(c->end_year == 2026 && c->years.n == 3 && c->years.v[1].year == 2024 && c->years.v[2].what == 't', "years");
    is_str(at(&c->years.v[0].figure.item), "74,00", "a figure's place");
    is_str(at(&c->head), "indikator: I\n    realisasi: {2023: \"74,00\", 2024: 77}\n    target: {2024: 1}\n"
                         "    target-akhir: {tahun: 2026, nilai: 80, capaian: 96}\n    standar-nasional: {nilai: 70, sumber: X}",
           "a row's place");
    is_str(faults_of("patuh: lkjip/1\npengukuran: [{indikator: [{target: 75,50, capaian: 102,00%}]}]\n"
                     "perbandingan: [{indikator: I, realisasi: {2023: 74,00, lalu: 1, 2023: 2}, target-akhir: {tahun: 26}, capaian: 5}]\nbba: []\n"),
           "2:39 kunci \"50\" tidak dikenal: angka dengan koma harus dikutip di dalam {}\n"
           "2:56 kunci \"00%\" tidak dikenal: angka dengan koma harus dikutip di dalam {}\n"
           "3:52 kunci \"00\" tidak dikenal: angka dengan koma harus dikutip di dalam {}\n3:56 \"lalu\" bukan tahun\n"
           "3:65 kunci \"2023\" ditulis dua kali [3]\n3:97 \"26\" bukan tahun\n3:111 \"capaian\" harus berisi pasangan kunci: nilai\n"
           "4:1 kunci \"bba\" tidak dikenal; maksudnya \"bab\"?\n",
           "faults in a report");
    l = out.document->lkjip;
    is_str(arena_strz(a, l->measurements.v[0].rows.v[0].target.item.text), "75,50", "the number is read whole");
    is_str(arena_strz(a, l->comparisons.v[0].years.v[0].figure.item.text), "74,00", "one of a year, too");
    (void)faults_of("patuh: lkjip/1\nanggaran: [{program: P, pagu: 1,200,000, realisasi: 9}]\n");
    is_str(arena_strz(a, out.document->lkjip->budgets.v[0].rows.v[0].pagu.item.text), "1,200,000", "and one with two commas");
    is_str(faults_of("patuh: pk/1\nidentitas: {tahun: 2024, perubahan: ya}\nperjanjian-kinerja: {sasaran: [{nama: S}]}\n"), "", "a PK");
    ok(out.document->lkjip->is_pk && out.document->lkjip->agreements.n == 1, "is one");
    is_str(faults_of("patuh: pk/1\npengukuran: []\n"),
           "2:1 kunci \"pengukuran\" tidak dikenal; yang dikenal di sini: patuh, identitas, perjanjian-kinerja\n"
           "1:1 definisi ini belum berisi apa pun yang dapat diperiksa\n",
           "and has its own keys");
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
}

int main(void)
{
    a = arena_new();
    limits_default(&limits);
    test_sniff();
    test_whole();
    test_references();
    test_places();
    test_faults();
    test_many_faults();
    test_fragment();
    test_report();
    test_corpus();
    arena_free(a);
    return done();
}
