/* Forms of verbs, and the active verb that says the same. */
#include "analysis_kit.h"

#include "language/verb.h"

/* Word, form (A active, B bare, P passive, N noun of an act, T thing, ? unknown), active verb ("" when none is certain). */
static const struct {
    const char *word, *form, *active;
} words[] = {
    /* pe-…-an: the nasal of me- */
    {"penyusunan", "N", "menyusun"}, {"pemeriksaan", "N", "memeriksa"}, {"pengiriman", "N", "mengirim"}, {"penetapan", "N", "menetapkan"},
    {"pelaksanaan", "N", "melaksanakan"}, {"pembuatan", "N", "membuat"}, {"pencatatan", "N", "mencatat"}, {"pengumpulan", "N", "mengumpulkan"},
    {"penyampaian", "N", "menyampaikan"}, {"penyerahan", "N", "menyerahkan"}, {"pengesahan", "N", "mengesahkan"}, {"penandatanganan", "N", "menandatangani"},
    {"pendistribusian", "N", "mendistribusikan"}, {"pengolahan", "N", "mengolah"}, {"penyiapan", "N", "menyiapkan"}, {"pembahasan", "N", "membahas"},
    {"pemberian", "N", "memberikan"}, {"penerimaan", "N", "menerima"}, {"pengarsipan", "N", "mengarsipkan"}, {"penelitian", "N", "meneliti"},
    {"penilaian", "N", "menilai"}, {"pengisian", "N", "mengisi"}, {"penelaahan", "N", "menelaah"}, {"pengawasan", "N", "mengawasi"},
    {"pengajuan", "N", "mengajukan"}, {"pendataan", "N", "mendata"}, {"pemantauan", "N", "memantau"}, {"peninjauan", "N", "meninjau"},
    {"penyempurnaan", "N", "menyempurnakan"}, {"penggandaan", "N", "menggandakan"}, {"penjilidan", "N", "menjilid"}, {"pengetikan", "N", "mengetik"},
    {"pencetakan", "N", "mencetak"}, {"penyelesaian", "N", "menyelesaikan"}, {"pengambilan", "N", "mengambil"}, {"penyimpanan", "N", "menyimpan"},
    {"pembayaran", "N", "membayar"}, {"pengujian", "N", "menguji"}, {"penghitungan", "N", "menghitung"}, {"pengumuman", "N", "mengumumkan"},
    {"pendaftaran", "N", "mendaftarkan"}, {"pelaporan", "N", "melaporkan"}, {"pemanggilan", "N", "memanggil"}, {"penugasan", "N", "menugaskan"},
    {"penunjukan", "N", "menunjuk"}, {"pengangkatan", "N", "mengangkat"}, {"pemutakhiran", "N", "memutakhirkan"}, {"penginputan", "N", "menginput"},
    {"pengecekan", "N", "mengecek"}, {"penyetujuan", "N", "menyetujui"}, {"pembubuhan", "N", "membubuhkan"}, {"penomoran", "N", "menomori"},
    {"pemrosesan", "N", "memproses"}, {"perumusan", "N", "merumuskan"}, {"perancangan", "N", "merancang"}, {"perencanaan", "N", "merencanakan"},
    {"perekapan", "N", "merekap"}, {"perawatan", "N", "merawat"}, {"pelimpahan", "N", "melimpahkan"}, {"pengembalian", "N", "mengembalikan"},
    {"penerusan", "N", "meneruskan"}, {"pendampingan", "N", "mendampingi"}, {"pembentukan", "N", "membentuk"}, {"pemusnahan", "N", "memusnahkan"},
    {"penyusutan", "N", "menyusutkan"}, {"penataan", "N", "menata"}, {"pengagendaan", "N", "mengagendakan"}, {"pendokumentasian", "N", "mendokumentasikan"},
    {"pengunggahan", "N", "mengunggah"}, {"penerbitan", "N", "menerbitkan"}, {"pencairan", "N", "mencairkan"}, {"penyaluran", "N", "menyalurkan"},
    {"pengusulan", "N", "mengusulkan"}, {"pengendalian", "N", "mengendalikan"}, {"pemilihan", "N", "memilih"}, {"penentuan", "N", "menentukan"},
    {"pembinaan", "N", "membina"}, {"pemindaian", "N", "memindai"}, {"pemilahan", "N", "memilah"}, {"pengelolaan", "N", "mengelola"},
    {"pelayanan", "N", "melayani"}, {"pemeliharaan", "N", "memelihara"}, {"pengadaan", "N", "mengadakan"}, {"penyediaan", "N", "menyediakan"},
    {"penindaklanjutan", "N", "menindaklanjuti"}, {"pengkajian", "N", "mengkaji"}, {"penganggaran", "N", "menganggarkan"}, {"pemaparan", "N", "memaparkan"},
    /* per-…-an and nouns with a verb of their own */
    {"perbaikan", "N", "memperbaiki"}, {"persiapan", "N", "menyiapkan"}, {"permintaan", "N", "meminta"}, {"perhitungan", "N", "menghitung"},
    {"persetujuan", "N", "menyetujui"}, {"perubahan", "N", "mengubah"}, {"perpanjangan", "N", "memperpanjang"}, {"pertimbangan", "N", "mempertimbangkan"},
    {"analisa", "N", "menganalisis"}, {"analisis", "N", "menganalisis"}, {"koreksi", "N", "mengoreksi"}, {"reviu", "N", "mereviu"},
    {"rapat", "N", "mengadakan rapat"}, {"koordinasi", "N", "berkoordinasi"}, {"konsultasi", "N", "berkonsultasi"}, {"monitoring", "N", "memonitor"},
    {"verifikasi", "N", "memverifikasi"}, {"validasi", "N", "memvalidasi"}, {"evaluasi", "N", "mengevaluasi"}, {"distribusi", "N", "mendistribusikan"},
    {"identifikasi", "N", "mengidentifikasi"}, {"inventarisasi", "N", "menginventarisasi"}, {"sosialisasi", "N", "menyosialisasikan"},
    {"klarifikasi", "N", "mengklarifikasi"}, {"publikasi", "N", "memublikasikan"}, {"rekapitulasi", "N", "merekapitulasi"}, {"disposisi", "N", "mendisposisi"},
    {"dokumentasi", "N", "mendokumentasikan"}, {"kompilasi", "N", "mengompilasi"}, {"konfirmasi", "N", "mengonfirmasi"}, {"rekonsiliasi", "N", "merekonsiliasi"},
    {"tersusunnya", "N", "menyusun"}, {"diterimanya", "N", "menerima"}, {"terlaksananya", "N", "melaksanakan"}, {"ditandatanganinya", "N", "menandatangani"},
    {"pemerintahan", "T", ""}, {"pembangunan", "N", ""},
    /* passives */
    {"dicetak", "P", "mencetak"}, {"disusun", "P", "menyusun"}, {"diperiksa", "P", "memeriksa"}, {"dikirim", "P", "mengirim"}, {"diterima", "P", "menerima"},
    {"ditandatangani", "P", "menandatangani"}, {"dilakukan", "P", "melakukan"}, {"dipersiapkan", "P", "mempersiapkan"}, {"diperbaiki", "P", "memperbaiki"},
    {"diserahkan", "P", "menyerahkan"}, {"diteruskan", "P", "meneruskan"}, {"dikembalikan", "P", "mengembalikan"}, {"disampaikan", "P", "menyampaikan"},
    {"diverifikasi", "P", "memverifikasi"}, {"dievaluasi", "P", "mengevaluasi"}, {"direviu", "P", "mereviu"}, {"diparaf", "P", "memaraf"},
    {"disahkan", "P", "mengesahkan"}, {"dicek", "P", "mengecek"}, {"dikaji", "P", "mengkaji"}, {"diolah", "P", "mengolah"}, {"diproses", "P", "memproses"},
    {"disosialisasikan", "P", "menyosialisasikan"}, {"diarsipkan", "P", "mengarsipkan"}, {"dibahas", "P", "membahas"}, {"diperintahkan", "P", "memerintahkan"},
    {"dimanfaatkan", "P", "memanfaatkan"}, {"digandakan", "P", "menggandakan"}, {"dibukukan", "P", "membukukan"}, {"diwajibkan", "P", "mewajibkan"},
    {"diikutsertakan", "P", "mengikutsertakan"}, {"ditindaklanjuti", "P", "menindaklanjuti"}, {"disesatkan", "P", ""},
    /* active, also where it is misspelled or takes -nya */
    {"menyusun", "A", "menyusun"}, {"merikap", "A", ""}, {"mengandatangani", "A", ""}, {"meneruskannya", "A", "meneruskan"}, {"menyetik", "A", ""},
    {"mensosialisasikan", "A", ""}, {"mengkoordinasikan", "A", ""}, {"berkoordinasi", "A", "berkoordinasi"}, {"bermusyawarah", "A", ""}, {"merupakan", "A", ""},
    /* bare */
    {"susun", "B", "menyusun"}, {"kirim", "B", "mengirim"}, {"terima", "B", "menerima"}, {"review", "B", ""}, {"input", "B", "menginput"},
    /* neither */
    {"dinas", "?", ""}, {"direktur", "?", ""}, {"diskusi", "N", "berdiskusi"}, {"media", "?", ""}, {"mekanisme", "?", ""}, {"menteri", "?", ""}, {"berkas", "T", ""},
    {"berita", "T", ""}, {"surat", "T", ""}, {"laporan", "T", ""}, {"kegiatan", "T", ""}, {"berdasarkan", "?", ""}, {"melalui", "?", ""}, {"kemudian", "?", ""},
    {"dispersip", "?", ""}, {"xyz", "?", ""}, {"pendamping", "?", ""}, {"di", "?", ""}, {"me", "?", ""}, {"ke", "?", ""},
};

int main(void)
{
    static const char *const letters[] = {[FORM_UNKNOWN] = "?", [FORM_ACTIVE] = "A", [FORM_BASE] = "B", [FORM_PASSIVE] = "P", [FORM_ACT] = "N", [FORM_THING] = "T"};
    struct kit t;
    kit_open(&t);
    const struct morphology *m = t.k->morphology;
    for (size_t i = 0; i < COUNT(words); i++) {
        struct str active = verb_active(t.a, m, str_of(words[i].word));
        is_str(letters[verb_form(m, str_of(words[i].word))], words[i].form, "%s: its form", words[i].word);
        is_str(arena_strz(t.a, active), words[i].active, "%s: the active verb", words[i].word);
    }
    ok(verb_kind(m, STR("dikembalikan")) & VERB_RETURN, "a passive has the kind of its verb");
    ok(verb_kind(m, STR("penyerahan")) & VERB_GIVE, "so has a noun");
    ok(verb_kind(m, STR("memeriksa")) & VERB_CHECK, "checking");
    ok(!(verb_kind(m, STR("menelaah")) & VERB_CHECK), "studying is no checking");
    char longest[4000];
    memset(longest, 'd', sizeof longest);
    longest[1] = 'i';
    ok(verb_form(m, (struct str){longest, sizeof longest}) == FORM_UNKNOWN, "a word of 4000 letters");
    ok(!verb_active(t.a, m, (struct str){longest, sizeof longest}).p, "has no active form");
    return kit_close(&t);
}
