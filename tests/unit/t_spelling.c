/* Spelling, terms, leftovers, numbers of lists, broken-off sentences. */
#include "analysis_kit.h"

#include "language/token.h"
#include "language/lexicon.h"

static struct kit t;

/* Misspelled words of the only step: "word=suggestion; …". */
static const char *wrong(const char *uraian)
{
    struct sop *s = kit_sop(&t, arena_printf(t.data, "identitas: {instansi: Pemerintah Kabupaten Balungan, nama: Uji}\nlangkah:\n- nomor: 1\n  uraian: \"%s\"\n", uraian).p);
    return children(&t, &s->steps.v[0].head, "ejaan", "saran");
}

static void words(void)
{
    is_str(wrong("Menyetik surat"), "Menyetik=Mengetik", "a listed confusion, whatever the dictionary says");
    is_str(wrong("Merikap data"), "Merikap=Merekap", "one edit from a word of the domain");
    is_str(wrong("jika setuju diandatangani"), "diandatangani=ditandatangani", "a letter lost");
    is_str(wrong("untuk mengandatangani dokumen"), "mengandatangani=menandatangani", "one prefix, wrongly put on");
    is_str(wrong("Bagian Organsiasi"), "Organsiasi=Organisasi", "neighbours swapped, with a capital");
    is_str(wrong("Surat Edaran rweSekda"), "rweSekda=Sekda", "rubbish before an inner capital");
    is_str(wrong("menerima presentase"), "presentase=persentase", "persentase");
    is_str(wrong("menyusun lapoarn dan lapoarn"), "lapoarn=laporan", "once a word");
    is_str(wrong("MENYUSUN LAPOARN"), "LAPOARN=LAPORAN", "in capitals");
    is_str(wrong("menyusun kalibrasi ulang kalibrsai"), "kalibrsai=kalibrasi", "a known word of the document itself");
    is_str(wrong("yang tidak bersedia dan tidak berseddia hadir"), "berseddia=bersedia", "before one of the list that is further away");

    is_str(wrong("Mereviu LKjIP, Renstra dan notulen yang terparaf"), "", "words of the trade");
    is_str(wrong("Menginput ke eKinerja dan SIPD"), "", "names of programs");
    is_str(wrong("Mengirim ke Balungan"), "", "the document's own names");
    is_str(wrong("Membahas progress dan billing rate"), "", "English in use");
    is_str(wrong("Merekap, direkap, perekapan, terekap"), "", "forms of one word are not each other's misspelling");
    is_str(wrong("mengunjungi Wkzxqv dan Zxcvbn"), "", "unknown and near nothing");
    is_str(wrong("pemberian penghargaa n kepada pegawai"), "", "broken in two by a narrow column");
    is_str(wrong("lihat https://contoh.id/lapoarn"), "", "an address");
    is_str(wrong("ktp kk akte"), "", "short words");
    struct sop *s = kit_sop(&t, "kualifikasi-pelaksana: [Memahami lapoarn]\nlangkah: [{nomor: 1, uraian: Menyusun lapoarn}]\n");
    is_str(children(&t, &s->head, "ejaan", "jumlah"), "lapoarn=2; =-", "outside a step it hangs on the document");
    is_str(children(&t, &s->head, "ejaan", "salah-eja"), "lapoarn=ya; =tidak", "all other words are right");
}

static void no_dictionary(void)
{
    struct parameter none = {.name = "kamus", .type = "teks", .value = STR("/nowhere")};
    struct analyst *with = t.analyst;
    struct parameters p = {&none, 1, 1};
    t.analyst = analyst_new(t.k, &p, (struct date){2025, 1, 31});
    struct sop *s = kit_sop(&t, "langkah: [{nomor: 1, uraian: Menyetik lapoarn}]\n");
    is_str(children(&t, &s->steps.v[0].head, "ejaan", "saran"), "Menyetik=Mengetik", "confusions need no dictionary");
    is_str(children(&t, &s->head, "ejaan", "salah-eja"), "=?", "the rest is unknown");
    s = kit_sop(&t, "langkah: [{nomor: 1, uraian: Menyusun laporan}]\n");
    is_str(children(&t, &s->head, "ejaan", "salah-eja"), "=tidak", "but for words that need none");
    analyst_free(t.analyst);
    t.analyst = with;
}

static void terms(void)
{
    struct sop *s = kit_sop(&t, "identitas: {nama: PENYUSUNAN LKJIP}\nperingatan: LKJIP terlambat\nlangkah: [{nomor: 1, uraian: Menyusun LKjIP}, {nomor: 2, uraian: Mengirim LKjIP}]\n");
    is_str(children(&t, &s->head, "istilah", "bentuk-bentuk"), "LKJIP=LKjIP (2×), LKJIP (1×)", "two forms; capitals do not count");
    s = kit_sop(&t, "identitas: {nama: PENYUSUNAN LKJIP}\nlangkah: [{nomor: 1, uraian: Menyusun LKjIP}]\n");
    is_str(children(&t, &s->head, "istilah", "bentuk-bentuk"), "", "one form");
    s = kit_sop(&t, "identitas: {nama: PENYUSUNAN LAKIP}\nlangkah: [{nomor: 1, uraian: Menyusun LKjIP}]\n");
    is_str(children(&t, &s->head, "istilah", "jumlah"), "LAKIP=2", "another word is one in capitals, too");
}

static const char *leftover(const char *nama, const char *peringatan)
{
    struct sop *s = kit_sop(&t, arena_printf(t.data, "identitas: {instansi: Pemerintah Kabupaten Contoh, nama: %s}\nperingatan: \"%s\"\n", nama, peringatan).p);
    return children(&t, &s->head, "sisa", "jenis");
}

static void leftovers(void)
{
    is_str(leftover("Uji", "Masyarakat Kabupaten Umpama dirugikan"), "Kabupaten Umpama=daerah", "another regency");
    is_str(leftover("Uji", "Masyarakat Kota Umpama dirugikan"), "Kota Umpama=daerah", "a city");
    is_str(leftover("Uji", "Masyarakat Kabupaten Contoh dirugikan"), "", "its own");
    is_str(leftover("Uji", "Masyarakat Kabupaten Conto dirugikan"), "", "its own, misspelled");
    is_str(leftover("Uji", "Masyarakat Kabupaten/Kota dan Wali Kota Besar"), "", "no names");
    is_str(leftover("Uji", "Kota Pelatihan"), "", "columns that ran together");
    is_str(leftover("Penyusunan Renstra", "Apabila Renja terlambat, maka terganggu"), "Renja=rencana", "another plan");
    is_str(leftover("Penyusunan Rencana Strategis", "Jika Rencana Kerja terlambat maka Renstra terganggu"), "Rencana Kerja=rencana", "by their full names");
    is_str(leftover("Penyusunan Renstra", "Apabila Renstra terlambat, maka Renja terganggu"), "", "a consequence for another plan");
    is_str(leftover("Penyusunan Renstra dan Renja", "Apabila Renja terlambat, maka terganggu"), "", "a title on both");
    is_str(leftover("Penyusunan Laporan", "Jika SOP Cuti Pegawai tidak dijalankan"), "SOP Cuti Pegawai=prosedur", "another procedure");
    is_str(leftover("Penyusunan Laporan", "Jika SOP ini tidak dijalankan"), "", "this one");
    is_str(leftover("Penyusunan Laporan", "Jika SOP Penyusunan Laporan tidak dijalankan"), "", "this one, by its name");
}

static const char *numbered(const char *const *markers, const char *blank)
{
    struct sop *s = kit_pages(&t, "A\np\n");
    struct section *list = &s->sections[SECTION_KUALIFIKASI];
    for (size_t i = 0; markers[i]; i++) {
        *ARENA_PUSH(t.a, &list->markers) = (struct item){.text = str_of(markers[i])};
        *ARENA_PUSH(t.a, &list->items) = (struct item){.text = blank && strcmp(markers[i], blank) == 0 ? STR("") : STR("isi")};
    }
    analyse(t.a, t.analyst, &t.document);
    const char *first = fact(&t, &list->head, "nomor-pertama-keliru");
    return arena_printf(t.a, "%s%s%s", fact(&t, &list->head, "penomoran"), strcmp(first, "-") ? " " : "", strcmp(first, "-") ? first : "").p;
}
#define NUMBERED(...) numbered((const char *const[]){__VA_ARGS__, NULL}, NULL)

static void numbers(void)
{
    is_str(NUMBERED("1.", "2.", "3."), "urut", "in order");
    is_str(NUMBERED("1)", "2)", "(3)"), "urut", "with brackets");
    is_str(NUMBERED("1.", "2.", "2.", "3."), "berulang 2.", "a repeat");
    is_str(NUMBERED("1.", "3.", "4."), "meloncat 3.", "a jump");
    is_str(NUMBERED("1.", "2.", "3.", "2."), "mundur 2.", "a step back");
    is_str(NUMBERED("1.", "2.", "1.", "2."), "urut", "a new list begins at 1");
    is_str(NUMBERED("1.", "a.", "b.", "2.", "a."), "urut", "letters below numbers");
    is_str(NUMBERED("a.", "b.", "d."), "meloncat d.", "letters");
    is_str(NUMBERED("-", "-", "-"), "-", "dashes are no numbers");
    is_str(NUMBERED("", "", ""), "-", "nothing printed");
    is_str(NUMBERED("1.", "", "2."), "urut", "an item without a number");
    is_str(NUMBERED("99999999999.", "2."), "-", "a number too long to be one");
    is_str(numbered((const char *const[]){"1.", "2.", "3.", NULL}, "2."), "kosong 2.", "a number with nothing behind it");
}

static const char *broken(const char *uraian)
{
    struct sop *s = kit_sop(&t, arena_printf(t.data, "langkah:\n- nomor: 1\n  uraian: \"%s\"\n", uraian).p);
    return children(&t, &s->steps.v[0].head, "kalimat-terpotong", "terpotong");
}

static void sentences(void)
{
    is_str(broken("Menyerahkan konsep kepada"), "kepada=ya", "stops before the addressee");
    is_str(broken("Menyerahkan konsep dan"), "dan=ya", "stops at a joint");
    is_str(broken("Menyerahkan konsep."), "", "ends");
    is_str(broken("Menyiapkan map, kertas, dan lain-lain"), "", "dan lain-lain");
    is_str(broken("Menyerahkan kepada:"), "", "a colon announces what follows elsewhere");
    is_str(broken("dan"), "", "one word is no sentence");
    struct sop *s = kit_sop(&t, "peralatan-perlengkapan: [\"Komputer; dan\", Printer]\n");
    is_str(children(&t, &s->head, "kalimat-terpotong", "terpotong"), "", "before the last item of a list");
}

int main(void)
{
    kit_open(&t);
    words();
    no_dictionary();
    terms();
    leftovers();
    numbers();
    sentences();
    return kit_close(&t);
}
