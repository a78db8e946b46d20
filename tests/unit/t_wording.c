/* Wording of steps: beginnings, receivers, repeats, vague words, outputs. */
#include "analysis_kit.h"

static struct kit t;

/* The only step of an SOP with these executors. */
static struct step *step_of(const char *uraian)
{
    struct sop *s = kit_sop(&t, arena_printf(t.data, "pelaksana: [Kepala Dinas, Sekretaris, Kasubbag Perencanaan, Analisis Rencana Program dan Keg.]\n"
                                                     "langkah:\n- nomor: 1\n  pelaksana: Sekretaris\n  uraian: |-\n    %s\n- {nomor: 2, uraian: Menyimpan, pelaksana: Sekretaris}\n", uraian).p);
    return &s->steps.v[0];
}

static const char *begins(const char *uraian)
{
    struct step *s = step_of(uraian);
    const char *form = fact(&t, &s->activity, "bentuk"), *suggestion = fact(&t, &s->activity, "saran"), *subject = fact(&t, &s->activity, "subjek");
    if (strcmp(subject, "-") != 0) return arena_printf(t.a, "%s: %s", form, subject).p;
    return strcmp(suggestion, "-") != 0 ? arena_printf(t.a, "%s: %s", form, suggestion).p : form;
}

static void beginnings(void)
{
    is_str(begins("Menyusun konsep"), "aktif", "an active verb");
    is_str(begins("1. Menyusun konsep"), "aktif", "behind a number");
    is_str(begins("a) Menyusun konsep"), "aktif", "behind a letter");
    is_str(begins("- Menyusun konsep"), "aktif", "behind a dash");
    is_str(begins("MENYUSUN KONSEP"), "aktif", "in capitals");
    is_str(begins("Men yusun konsep"), "aktif", "torn apart by OCR");
    is_str(begins("Menindak lanjuti disposisi"), "aktif", "in two words");
    is_str(begins("Merikap data"), "aktif", "misspelled");
    is_str(begins("Kirim surat"), "dasar", "a bare verb");
    is_str(begins("Review dokumen"), "dasar", "an English one");
    is_str(begins("Penyusunan Draft"), "benda: Menyusun", "a noun");
    is_str(begins("PENYUSUNAN DRAFT"), "benda: MENYUSUN", "in capitals");
    is_str(begins("Analisa dan Pengolahan Data"), "benda: Menganalisis dan mengolah", "two nouns");
    is_str(begins("Surat masuk dari luar"), "benda", "a thing");
    is_str(begins("Dicetak tiga rangkap"), "pasif: Mencetak", "a passive");
    is_str(begins("Draft LKjIP dilakukan evaluasi oleh Kepala Bagian"), "pasif: Mengevaluasi", "a passive behind its object");
    is_str(begins("Laporan yang sudah disusun"), "benda", "a passive that only describes");
    is_str(begins("Di lakukan pengecekan"), "pasif: Mengecek", "di- written apart");
    is_str(begins("Di kantor, menerima tamu"), "aktif", "a place, then the verb");
    is_str(begins("Setelah disetujui, mencetak laporan"), "aktif", "behind a clause");
    is_str(begins("Setelah surat diterima, dicatat dalam buku"), "pasif: Mencatat", "a passive behind a clause");
    is_str(begins("Kasubbag Perencanaan menyusun konsep"), "subjek: Kasubbag Perencanaan", "the executor");
    is_str(begins("Analis Rencana Program dan Kegiatan menyetik surat"), "subjek: Analis Rencana Program dan Kegiatan", "the executor, spelled otherwise");
    is_str(begins("Tim akan membahas konsep"), "subjek: Tim", "an executor without a column, a modal between");
    is_str(begins("Petugas loket menerima berkas"), "subjek: Petugas loket", "a capital at the beginning, then lower case");
    is_str(begins("Kepala Seksi/Kasubbag menyusun laporan"), "subjek: Kepala Seksi/Kasubbag", "two executors");
    is_str(fact(&t, &step_of("PPK memeriksa daftar gaji")->activity, "tanpa-subjek"), "Memeriksa", "behind an acronym the verb is not in capitals");
    is_str(fact(&t, &step_of("PPK MEMERIKSA DAFTAR GAJI")->activity, "tanpa-subjek"), "MEMERIKSA", "unless it was");
    is_str(begins("Pemohon datang ke loket"), "subjek: Pemohon", "a verb without me-");
    is_str(begins("Jika tidak lengkap dikembalikan kepada pemohon untuk dilengkapi"), "pasif: Mengembalikan", "nothing but passives");
    is_str(begins("Me-review dokumen"), "aktif", "me- and an English verb");
    is_str(begins("Kepala Dinas"), "?", "an office and nothing else");
    is_str(begins("Zxqw abc"), "?", "a word that nobody knows");
    is_str(begins("..."), "?", "no word");
    is_str(begins("Disposisi surat"), "benda: Mendisposisi", "disposisi is no passive");
    is_str(begins("Dinas Kearsipan"), "?", "nor is Dinas");
}

static const char *receivers(const char *uraian, const char *what) { return children(&t, &step_of(uraian)->head, "jabatan-disebut", what); }

static void handing_over(void)
{
    is_str(receivers("Memeriksa konsep, jika tidak sesuai dikembalikan ke Sub Bagian Program untuk diperbaiki, bila sesuai diteruskan kepada Kadin", "terdaftar"),
           "Sekretaris=ya; Sub Bagian Program=tidak; Kadin=ya", "two receivers of a decision");
    is_str(receivers("Memeriksa konsep, jika tidak sesuai dikembalikan ke Sub Bagian Program untuk diperbaiki, bila sesuai diteruskan kepada Kadin", "cara"),
           "Sekretaris=pelaksana; Sub Bagian Program=mengembalikan; Kadin=menyerahkan", "and how");
    is_str(receivers("Menyampaikan kepada Irban dan Kasubbag untuk diperbaiki", "diberi-kerja"), "Sekretaris=ya; Irban=ya; Kasubbag=ya", "the purpose is of both");
    is_str(receivers("Mengirimkan laporan kepada Bupati", "diberi-kerja"), "Sekretaris=ya; Bupati=tidak", "a result is sent out");
    is_str(receivers("Menyerahkan laporan kepada Bagian Organisasi Sekretariat Daerah", "diberi-kerja"), "Sekretaris=ya; Bagian Organisasi Sekretariat Daerah=tidak", "delivered to a unit");
    is_str(receivers("Menyerahkan berkas kepada Kepala Badan Keuangan", "diberi-kerja"), "Sekretaris=ya; Kepala Badan Keuangan=tidak", "to the head of another agency");
    is_str(receivers("Menyerahkan berkas kepada Bupati untuk ditandatangani", "diberi-kerja"), "Sekretaris=ya; Bupati=ya", "from whom something is expected");
    is_str(receivers("Memerintahkan Kasubbag untuk menyusun konsep", "kolom"), "Sekretaris=-; Kasubbag=Kasubbag Perencanaan", "an order needs no preposition");
    is_str(receivers("Berangkat ke lokasi dan kembali ke kantor", "terdaftar"), "Sekretaris=ya", "places");
    is_str(receivers("Konsep diperiksa oleh Kabag Hukum", "terdaftar"), "Sekretaris=ya", "who acts receives nothing");
    is_str(receivers("Penyerahan Draft ke Sekretaris Daerah untuk direviu", "terdaftar"), "Sekretaris=ya; Sekretaris Daerah=tidak", "a noun hands over, too");
}

static const char *of(const char *uraian, const char *name) { return fact(&t, &step_of(uraian)->activity, name); }

static void contents(void)
{
    is_str(of("Menerima, mencatat, dan meneruskan surat", "kegiatan"), "3", "three acts");
    is_str(of("Memerintahkan staf untuk menyusun, mengetik dan menjilid", "kegiatan"), "1", "what others are to do is left out");
    is_str(of("Memeriksa dan menandatangani", "kegiatan"), "2", "two acts");
    is_str(fact(&t, &step_of("Memeriksa konsep")->head, "pemeriksaan"), "ya", "a check");
    is_str(fact(&t, &step_of("Menerima dan memverifikasi berkas")->head, "pemeriksaan"), "ya", "a check behind another act");
    is_str(fact(&t, &step_of("Verifikasi berkas")->head, "pemeriksaan"), "ya", "a check as a noun");
    is_str(fact(&t, &step_of("Melakukan verifikasi berkas")->head, "pemeriksaan"), "ya", "a check behind an empty verb");
    is_str(fact(&t, &step_of("Mengecek kesiapan rapat")->head, "pemeriksaan"), "tidak", "making sure is no check");
    is_str(fact(&t, &step_of("Menyerahkan konsep kepada Kadin untuk diperiksa")->head, "pemeriksaan"), "tidak", "another's check");
    is_str(of("Segera menyiapkan undangan, daftar hadir, dll", "kata-kabur"), "segera, dll", "vague words");
    is_str(of("Menyiapkan undangan bila diperlukan", "kata-kabur"), "bila diperlukan", "a phrase");
    is_str(of("Menyiapkan undangan dan lain-lain", "kata-kabur"), "dan lain-lain", "the longest phrase");
    is_str(of("Menyiapkan undangan bila rapat jadi", "kabur"), "tidak", "a condition");
    is_str(of("Kepala Dinas memeriksa konsep", "bertentangan"), "subjek", "another is the subject");
    is_str(of("Sekretaris memeriksa konsep", "bertentangan"), "tidak", "the same is");
    is_str(of("Menyerahkan konsep kepada Sekretaris", "bertentangan"), "diri-sendiri", "to oneself");
    is_str(of("Menyerahkan konsep ke Sekretariat", "bertentangan"), "tidak", "to his unit");
    is_str(of("Menyerahkan konsep kepada Kepala Dinas", "bertentangan"), "tidak", "to another");
    struct step *s = step_of("Menugaskan Analis Rencana Program dan Kegiatan untuk mengetik");
    (void)s;
    is_str(children(&t, &t.document.sop->head, "ejaan-pelaksana", "letak"), "Analis Rencana Program dan Kegiatan=uraian", "a column's name in another spelling");
}

static const char *output(const char *text)
{
    struct sop *s = kit_sop(&t, arena_printf(t.data, "langkah:\n- nomor: 1\n  uraian: Menyusun\n  output: %s\n", text).p);
    return fact(&t, &s->steps.v[0].output, "bentuk");
}

static void outputs(void)
{
    is_str(output("Konsep surat"), "benda", "a thing");
    is_str(output("Mengirim surat"), "perbuatan", "an act");
    is_str(output("Diterimanya disposisi"), "peristiwa", "an event");
    is_str(output("Seluruh seksi telah mengumpulkan"), "peristiwa", "somebody has done something");
    is_str(output("Laporan yang telah diperiksa"), "benda", "a thing to which something was done");
    is_str(output("Surat terkirim"), "benda", "a thing and its state");
    is_str(output("Berita acara"), "benda", "no verb in ber-");
    is_str(output("X"), "benda", "a letter");
}

static void repeats(void)
{
    struct sop *s = kit_sop(&t, "pelaksana: [Kepala Dinas, Sekretaris]\nlangkah:\n- {nomor: 1, uraian: Memeriksa konsep, pelaksana: Sekretaris, output: Konsep}\n"
                                "- {nomor: 2, uraian: Memeriksa konsep, pelaksana: Kepala Dinas}\n- {nomor: 3, uraian: 'Memeriksa  Konsep.', pelaksana: Sekretaris, kelengkapan: Konsep}\n");
    is_str(fact(&t, &s->steps.v[1].activity, "berulang"), "tidak", "another executor");
    is_str(fact(&t, &s->steps.v[2].activity, "langkah-sama"), "1", "the same text and executor");
    is_str(fact(&t, &s->steps.v[0].head, "output-terisi"), "ya", "an output");
    is_str(fact(&t, &s->steps.v[1].head, "output-terisi"), "tidak", "none");
    is_str(fact(&t, &s->steps.v[2].head, "kelengkapan-terisi"), "ya", "kelengkapan");
    s = kit_sop(&t, "langkah: [{nomor: 1, uraian: Menyusun}, {nomor: 2, uraian: Mencetak}, {nomor: 3, uraian: Mengirim}]\n");
    is_str(fact(&t, &s->head, "output-terisi"), "tidak", "a column that nobody filled in");
    is_str(fact(&t, &s->steps.v[0].head, "output-terisi"), "-", "is said once");
}

int main(void)
{
    kit_open(&t);
    beginnings();
    handing_over();
    contents();
    outputs();
    repeats();
    return kit_close(&t);
}
