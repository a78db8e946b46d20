/* Papers from step to step, and procedures that a document names. */
#include "analysis_kit.h"

static struct kit t;

/* Three steps; the second needs `needs`, the first gives `gives`. */
static struct sop *sop_of(const char *gives, const char *needs)
{
    return kit_sop(&t, arena_printf(t.data, "identitas: {nama: Penyusunan Laporan Kinerja}\nperalatan-perlengkapan: [Komputer, Kartu kendali]\nlangkah:\n"
                                            "- {nomor: 1, uraian: Menugaskan penyusunan, kelengkapan: Agenda, output: %s}\n"
                                            "- {nomor: 2, uraian: Menyusun konsep, kelengkapan: \"%s\", output: Konsep laporan}\n"
                                            "- {nomor: 3, uraian: Menandatangani konsep, kelengkapan: Konsep laporan, output: Laporan}\n", gives, needs).p);
}

static const char *missing(const char *gives, const char *needs)
{
    struct sop *s = sop_of(gives, needs);
    return fact(&t, &s->steps.v[1].requirements.v[0], "tanpa-sumber");
}

static void sources(void)
{
    is_str(missing("Disposisi", "Disposisi"), "-", "an earlier output");
    is_str(missing("Disposisi", "Catatan pembagian tugas"), "Catatan pembagian tugas", "nothing gives it");
    is_str(missing("SE", "Surat edaran"), "-", "a short name");
    is_str(missing("Usulan", "Matriks, billing, kuesioner"), "Matriks, kuesioner", "each part of a list by itself");
    is_str(missing("Usulan", "Kartu kendali"), "-", "listed as equipment");
    is_str(missing("Usulan", "Peraturan yang berlaku"), "-", "regulations lie ready");
    is_str(missing("Usulan", "Agenda"), "-", "the first step had it");
    is_str(missing("Usulan", "Berkas lengkap"), "-", "words that name nothing");
    is_str(missing("Hasil penelaahan", "Telaahan"), "-", "two forms of one verb");
    is_str(missing("Usulan", "-"), "-", "a dash");
    struct sop *s = kit_sop(&t, "langkah:\n- {nomor: 1, uraian: Menugaskan, kelengkapan: Agenda, output: Disposisi}\n"
                                "- {nomor: 2, uraian: Mengumpulkan data, kelengkapan: Kuesioner, output: Data}\n");
    is_str(fact(&t, &s->steps.v[1].requirements.v[0], "bersumber"), "ya", "a step that gathers may need anything");
}

static const char *used(const char *gives, const char *needs)
{
    struct sop *s = sop_of(gives, needs);
    return fact(&t, &s->steps.v[0].output, "dipakai");
}

static void uses(void)
{
    is_str(used("Matriks kebutuhan", "Matriks"), "ya", "the next step needs it");
    is_str(used("Matriks kebutuhan", "Disposisi"), "tidak", "nobody needs it");
    is_str(used("Tanda terima", "Disposisi"), "ya", "a receipt");
    is_str(used("Konsep laporan", "Disposisi"), "ya", "the product of the title");
    is_str(used("Draft", "Disposisi"), "-", "no telling word");
    struct sop *s = sop_of("Usulan", "Disposisi");
    is_str(fact(&t, &s->steps.v[2].output, "dipakai"), "-", "the last step is not asked");
    s = kit_sop(&t, "langkah:\n- {nomor: 1, uraian: Menyusun konsep, output: Matriks}\n- {nomor: 2, uraian: Memeriksa, output: Laporan}\n");
    is_str(fact(&t, &s->steps.v[0].output, "dipakai"), "-", "no step says what it needs");
}

static const char *repeated(const char *second, const char *third)
{
    struct sop *s = kit_sop(&t, arena_printf(t.data, "langkah:\n- {nomor: 1, uraian: Mengolah data, output: Draft Laporan}\n- {nomor: 2, uraian: %s, output: draft laporan}\n"
                                                     "- {nomor: 3, uraian: %s, output: Draft laporan}\n", second, third).p);
    return children(&t, &s->head, "output-berulang", "langkah");
}

static void repeats(void)
{
    is_str(repeated("Menyusun laporan", "Membahas laporan"), "Draft Laporan=1, 2, 3", "three works, one output");
    is_str(repeated("Menyusun laporan", "Menyusun lampiran"), "", "two works");
    is_str(repeated("Memeriksa laporan", "Membahas laporan"), "", "a check passes on the same paper");
}

static const char *related(const char *item, const char *what)
{
    struct sop *s = kit_sop(&t, arena_printf(t.data, "identitas: {nama: SOP Mekanisme Pengumpulan Data Kinerja}\nketerkaitan: [\"%s\"]\n", item).p);
    return fact(&t, &s->sections[SECTION_KETERKAITAN].items.v[0], what);
}

static const char *named(const char *uraian, const char *note)
{
    struct sop *s = kit_sop(&t, arena_printf(t.data, "identitas: {nama: Penyusunan Laporan}\nketerkaitan: [SOP Pengarsipan, SOP Surat Keluar]\nlangkah:\n"
                                                     "- {nomor: 1, uraian: \"%s\", keterangan: \"%s\"}\n", uraian, note).p);
    return children(&t, &s->steps.v[0].head, "sop-disebut", "terkait");
}

static void procedures(void)
{
    is_str(related("SOP Pengumpulan Data Kinerja", "diri-sendiri"), "ya", "itself");
    is_str(related("SOP Pengumpulan Dokumen Kinerja", "diri-sendiri"), "tidak", "another");
    is_str(related("SOP Pengumpulan Data Kinerja", "jenis"), "sop", "an SOP");
    is_str(related("Peraturan Bupati Nomor 5", "jenis"), "peraturan", "a regulation");
    is_str(related("SOP Penyusunan Peraturan", "jenis"), "sop", "an SOP on regulations");
    is_str(related("Subbag Keuangan", "jenis"), "unit", "a unit");
    is_str(related("Pengelolaan Arsip", "jenis"), "lain", "a title without SOP");
    is_str(related("-", "jenis"), "-", "none");
    is_str(named("Mengirim", "SOP Pengarsipan dokumen; SOP Pengiriman dokumen,"), "SOP Pengarsipan dokumen=ya; SOP Pengiriman dokumen=tidak", "two in a note");
    is_str(named("Mengirim sesuai SOP yang berlaku", "sesuai SOP ini"), "", "none by name");
    is_str(named("Mengirim sesuai SOP Penanganan Surat Keluar", ""), "SOP Penanganan Surat Keluar=ya", "listed under a shorter title");
    is_str(named("Menjalankan SOP Penyusunan Laporan", ""), "", "its own name");
    is_str(named("Mengirim", "SOP"), "", "the word alone");
}

int main(void)
{
    kit_open(&t);
    sources();
    uses();
    repeats();
    procedures();
    return kit_close(&t);
}
