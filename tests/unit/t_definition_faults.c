/* Definitions in YAML: every fault with its place, and what is read nevertheless. */
#include "definition_kit.h"
#include "tap.h"

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

int main(void)
{
    a = arena_new();
    limits_default(&limits);
    test_faults();
    test_many_faults();
    arena_free(a);
    return done();
}
