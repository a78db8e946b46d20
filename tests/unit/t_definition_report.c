/* Definitions of LKjIP and PK in YAML: every key and where its value goes, and every fault. */
#include "definition_kit.h"
#include "tap.h"

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
    ok(c->end_year == 2026 && c->years.n == 3 && c->years.v[1].year == 2024 && c->years.v[2].what == MEASURED_TARGET, "years");
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

int main(void)
{
    a = arena_new();
    limits_default(&limits);
    test_report();
    arena_free(a);
    return done();
}
