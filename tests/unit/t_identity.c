/* The identity block: comparing names, titles, units and numbers, and the facts of dates and officials. */
#include "analyse/sop/identity.h"
#include "domain/calendar.h"
#include "tap.h"

static struct arena *a;
static const struct identity_words *w;
static struct knowledge k;

static const char *yes_no(bool b) { return b ? "ya" : "tidak"; }

static void persons(void)
{
    static const struct {
        const char *x, *y, *want;
    } cases[] = {
        {"CONTOH NAMA, SH, M.AP", "CONTOH NAMA SH., M.AP", "ya"},
        {"Ir. CONTOH NAMA, MM", "Ir. Contoh Nama, M.M.", "ya"},
        {"**Ir. CONTOH NAMA, MM**", "Contoh Nama", "ya"},
        {"Drs. H. Contoh Nama, M.Si", "CONTOH NAMA", "ya"},
        {"H. CONTOH NAMA, S.Sos, MM.Pub", "Contoh Nama, S.Sos., MM.Pub", "ya"},
        {"dr. Hj. Contoh Nama, M.Kes", "Contoh Nama", "ya"},
        {"CONTOH  NAMA", "CONTOH\nNAMA", "ya"},
        {"(CONTOH NAMA)", "CONTOH NAMA", "ya"},
        {"Contoh Namma", "Contoh Nama", "ya"},
        {"Contoh Nama", "Teladan Nama", "tidak"},
        {"Contoh Nama", "Contoh Nama Panjang", "tidak"},
        {"Contoh Nama", "", "tidak"},
        {"", "", "tidak"},
        {"S.H.", "S.H.", "tidak"},
        {"Ali", "Ani", "tidak"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        is_str(yes_no(same_person(w, str_of(cases[i].x), str_of(cases[i].y))), cases[i].want, "one person: %s / %s", cases[i].x, cases[i].y);
}

static void titles(void)
{
    static const struct {
        const char *name, *title, *units, *want; /* the two words, or "" */
    } cases[] = {
        {"Perencanaan Laporan Kinerja Instansi Pemerintah (LKjIP)", "SOP Penyusunan Laporan Kinerja Instansi Pemerintah (LKJIP)", "", "Perencanaan/Penyusunan"},
        {"Pengelolaan Surat Masuk", "SOP Pengelolaan Surat Keluar", "", "Masuk/Keluar"},
        {"Penyusunan Renja", "Penyusunan Renstra", "", "kerja/strategis"},
        {"Peminjaman Arsip", "Pemusnahan Arsip", "", "Peminjaman/Pemusnahan"},
        {"Pelayanan Cuti Pegawai", "SOP Pengadaan Barang", "", "Pelayanan/Pengadaan"},
        {"PENYUSUNAN LKjIP", "SOP PENYUSUNAN LAPORAN KINERJA INSTANSI PEMERINTAHAN", "", ""},
        {"Penyusunan LAKIP", "Penyusunan Laporan Kinerja Instansi Pemerintah", "", ""},
        {"Penyusunan Laporan Kinerja", "STANDAR OPERASIONAL PROSEDUR (SOP) PENYUSUNAN LAPORAN KINERJA", "", ""},
        {"Penyusunan Laporan Kinerja", "Penyusunan Laporan Kinerja Dinas Kearsipan Kabupaten Contoh", "Dinas Kearsipan\nKabupaten Contoh", ""},
        {"Penyusunan LKjIP Kecamatan Hulu", "Penyusunan Laporan Kinerja", "Kecamatan Hulu", ""},
        {"Penyusunan LKjIP Kecamatan Hulu", "Penyusunan LKjIP Kabupaten Contoh", "Kecamatan Hulu\nKabupaten Contoh", ""},
        {"SOP Pengelolaan Arsip", "PROSEDUR PENGELOLAAN ARSIP", "", ""},
        {"Pengelolaan Arsip", "Pengelolaan Arsip Dinamis Aktif", "", ""},
        {"Pembuatan Laporan Bulanan", "Penyusunan Laporan Bulanan", "", ""},
        {"Penyampaian Laporan", "Pengiriman Laporan", "", ""},
        {"Reviu Laporan Keuangan", "Review Laporan Keuangan", "", ""},
        {"Pengelolaan Arsip", "Pengeloaan Arsip", "", ""},
        {"Penyusunan Dokumen Pelaksanaan Anggaran", "Penyusunan DPA", "", ""},
        {"Pengelolaan Sistem Informasi Kepegawaian", "Pengelolaan SIMPEG", "", ""},
        {"Mekanisme Pengumpulan Data Kinerja", "SOP Pengumpulan Data Kinerja", "", ""},
        {"Pengumpulan Data", "", "", ""},
        {"", "Pengumpulan Data", "", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str x, y;
        bool differs = other_procedure(a, w, str_of(cases[i].name), str_of(cases[i].title), str_of(cases[i].units), &x, &y);
        is_str(differs ? arena_printf(a, "%s/%s", x.p, y.p).p : "", cases[i].want, "%s / %s", cases[i].name, cases[i].title);
    }
    static const struct {
        const char *title, *want;
    } headings[] = {
        {"SOP Penyusunan Laporan", "ya"},      {"PROSEDUR PENGELOLAAN ARSIP", "ya"},          {"Penyusunan Laporan Kinerja", "ya"}, {"PENGELOLAAN ARSIP DINAMIS", "ya"},
        {"BAGIAN PEMERINTAHAN", "tidak"},      {"KECAMATAN HULU KABUPATEN CONTOH", "tidak"}, {"Lampiran I", "tidak"},              {"", "tidak"},
        {"Sopan santun", "tidak"},
    };
    for (size_t i = 0; i < COUNT(headings); i++) is_str(yes_no(procedure_title(w, str_of(headings[i].title))), headings[i].want, "a title: %s", headings[i].title);
}

static void units(void)
{
    static const struct {
        const char *x, *y, *want;
    } cases[] = {
        {"DINAS KESEHATAN", "Kepala Dinas Sosial", "DINAS KESEHATAN/Dinas Sosial"},
        {"Pemerintah Kabupaten Contoh\nDinas Kesehatan", "Kepala Dinas Perhubungan Kabupaten Contoh", "Dinas Kesehatan/Dinas Perhubungan"},
        {"Kecamatan Hulu", "Camat Hilir", "Kecamatan Hulu/Camat Hilir"},
        {"Kelurahan Hulu", "Lurah Hilir", "Kelurahan Hulu/Lurah Hilir"},
        {"PEMERINTAH KABUPATEN CONTOH", "Kepala Dinas Arsip Kab. Teladan", "KABUPATEN CONTOH/Kab. Teladan"},
        {"Bagian Hukum", "Kepala Bagian Organisasi", "Bagian Hukum/Bagian Organisasi"},
        {"Dinas Kesehatan", "Kepala Dinas Kesehatan Kabupaten Contoh", ""},
        {"DINAS ARSIP DAN PERPUSTAKAAN DAERAH", "Kepala Dinas Perpustakaan dan Kearsipan", ""},
        {"Dinas Pekerjaan Umum dan Penataan Ruang", "Kepala Dinas PUPR", ""},
        {"Dinas Pendidikan dan Kebudayaan", "Plt. Kepala Dinas Dikbud", ""},
        {"Dinas Komunikasi dan Informatika", "Kepala Dinas Kominfo", ""},
        {"Badan Kepegawaian dan Pengembangan SDM", "Kepala Badan Kepegawaian Daerah", ""},
        {"Bagian Pemerintahan\nSekretariat Daerah Kota Contoh", "Kepala Bagian Pemerintahan", ""},
        {"Bagian Pemerintahan", "Sekretaris Daerah", ""},
        {"Inspektorat", "Plt. Inspektur Kab. Contoh", ""},
        {"KECAMATAN HULU\nKABUPATEN CONTOH", "CAMAT HULU", ""},
        {"Kab. Contoh", "KABUPATEN CONTOH", ""},
        {"Kabupaten Contoh", "Kabupaten contoh Dinas Kearsipan", ""},
        {"Dinas Kesehatan", "Kepala Dinas", ""},
        {"Dinas Kesehatn", "Kepala Dinas Kesehatan", ""},
        {"Bidang Anggaran Dinas Keuangan", "Kepala Dinas Keuangan", ""},
        {"UPT Puskesmas Hulu Dinas Kesehatan", "Kepala Puskesmas Hulu", ""},
        {"DPMPTSP", "Kepala Dinas Penanaman Modal", ""},
        {"", "Kepala Dinas Kesehatan", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str x, y;
        bool differs = units_clash(w, str_of(cases[i].x), str_of(cases[i].y), &x, &y);
        is_str(differs ? arena_printf(a, "%.*s/%.*s", (int)x.n, x.p, (int)y.n, y.p).p : "", cases[i].want, "%s / %s", cases[i].x, cases[i].y);
    }
}

static void numbers(void)
{
    static const struct {
        const char *x, *y, *want;
    } cases[] = {
        {"045/012/2025", "045/012/2024", "ya"},      {"SOP-01", "SOP-02", "ya"},                 {"700/38/ITKAB/2021", "700/39/ITKAB/2021", "ya"},
        {"045/012/2025", "45 / 12 / 2025", "tidak"}, {"Nomor: 045/012/2025", "045/012/2025", "tidak"}, {"SOP – 01/DINAS", "SOP-01/DINAS", "tidak"},
        {"SOP-01", "SOP-01/DINAS/2024", "tidak"},    {"700/ 38 /itkab/2021", "700/38/ITKAB/2021", "tidak"}, {"", "1", "tidak"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        is_str(yes_no(numbers_differ(str_of(cases[i].x), str_of(cases[i].y))), cases[i].want, "numbers differ: %s / %s", cases[i].x, cases[i].y);
}

static void warnings(void)
{
    static const char *const topics[] = {"effect", "deadline", "purpose", "duty", "plan", "other"};
    static const struct {
        const char *text;
        enum warning_topic want;
    } cases[] = {
        {"Apabila data tidak lengkap maka laporan akan terhambat", WARNING_EFFECT},
        {"Jika SOP tidak dilaksanakan, layanan terganggu", WARNING_EFFECT},
        {"Keterlambatan berkas mengakibatkan sanksi", WARNING_EFFECT},
        {"Bahan penyusunan tidak lengkap;", WARNING_EFFECT},
        {"Laporan disampaikan paling lambat tanggal 10", WARNING_DEADLINE},
        {"Dilaksanakan tepat waktu", WARNING_DEADLINE},
        {"SOP ini bertujuan meningkatkan mutu layanan", WARNING_PURPOSE},
        {"Sebagai pedoman bagi pegawai", WARNING_PURPOSE},
        {"Pelaksana bertanggung jawab atas pelaksanaan kegiatan", WARNING_DUTY},
        {"Pelaksana wajib mematuhi SOP", WARNING_DUTY},
        {"Kegiatan ini direncanakan setiap tahun", WARNING_PLAN},
        {"Data pemohon bersifat rahasia", WARNING_OTHER},
        {"Jikalahari", WARNING_OTHER},
        {"", WARNING_OTHER},
    };
    for (size_t i = 0; i < COUNT(cases); i++) is_str(topics[warning_topic(w, str_of(cases[i].text))], topics[cases[i].want], "\"%s\"", cases[i].text);
}

/* ---- facts of a whole block ------------------------------------------------------------------------------------------ */

static struct item item(const char *text) { return (struct item){.text = str_of(text)}; }

static const char *fact(const struct item *i, const char *name)
{
    const struct fact *f = fact_called(i, name);
    return !f ? "absent" : f->value.p ? f->value.p : "unknown";
}

static struct sop analysed(struct identity identity, struct signature signature, struct date today)
{
    struct parameters none = {0};
    struct analyst x = {.k = &k, .p = &none, .today = today};
    struct sop s = {.identity = identity, .signature = signature};
    struct document d = {.kind = DOCUMENT_SOP, .sop = &s};
    analyse_identity(a, &x, &d);
    return s;
}

static void document_dates(void)
{
    static const struct {
        const char *created, *revised, *effective, *signed_on, *want, *revised_before, *effective_before, *future, *age;
    } cases[] = {
        {"2 Januari 2024", "-", "5 Januari 2024", NULL, "2024-01-05", "absent", "tidak", "tidak", "2"},
        {"2 Januari 2024", NULL, NULL, NULL, "2024-01-02", "absent", "absent", "tidak", "absent"},
        {"", "", "", "Contoh, 16 Juni 2023", "2023-06-16", "absent", "absent", "absent", "absent"},
        {"6 April 2021", "", "April 2021", NULL, "2021-04", "absent", "tidak", "tidak", "5"},
        {"6 April 2021", "", "Maret 2021", NULL, "2021-03", "absent", "ya", "tidak", "5"},
        {"6 April 2021", "1 Mei 2030", "2021", NULL, "2021", "tidak", "tidak", "tidak", "4"},
        {"6 April 2021", "5 April 2021", "6 April 2021", NULL, "2021-04-06", "ya", "tidak", "tidak", "5"},
        {"31 Februari 2024", "-", "5 Maret 2024", NULL, "2024-03-05", "absent", "unknown", "absent", "2"},
        {"7 Juni 2026", "", "1 Juli 2026", NULL, "2026-07-01", "absent", "tidak", "ya", "-1"},
        {"Juni 2026", "", "", NULL, "2026-06", "absent", "absent", "tidak", "absent"},
        {"Juli 2026", "00", "", NULL, "2026-07", "absent", "absent", "ya", "absent"},
        {NULL, NULL, NULL, NULL, "unknown", "absent", "absent", "absent", "absent"},
        {"belum ada", "-", "sejak ditetapkan", NULL, "unknown", "absent", "absent", "absent", "absent"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *name = cases[i].created ? cases[i].created : "nothing";
        struct identity id = {.created = item(cases[i].created), .revised = item(cases[i].revised), .effective = item(cases[i].effective)};
        struct sop s = analysed(id, (struct signature){.date = item(cases[i].signed_on)}, (struct date){2026, 6, 6});
        is_str(fact(&s.head, "tanggal-dokumen"), cases[i].want, "the document's date with %s", name);
        is_str(fact(&s.identity.revised, "sebelum-pembuatan"), cases[i].revised_before, "revised before %s", name);
        is_str(fact(&s.identity.effective, "sebelum-pembuatan"), cases[i].effective_before, "effective before %s", name);
        is_str(fact(&s.identity.created, "masa-depan"), cases[i].future, "made in the future: %s", name);
        is_str(fact(&s.identity.effective, "umur"), cases[i].age, "age with %s", name);
    }
    struct sop s = analysed((struct identity){.created = item("2 Januari 2024"), .effective = item("2 Januari 2024")}, (struct signature){0}, (struct date){0, 0, 0});
    is_str(fact(&s.identity.created, "masa-depan"), "unknown", "without today's date nothing is in the future");
    is_str(fact(&s.identity.effective, "umur"), "unknown", "nor has it an age");
}

static void date_fields(void)
{
    static const struct {
        const char *text, *content, *wrong, *level;
    } cases[] = {
        {"2 Januari 2024", "tanggal", "tidak", "hari"},    {"Juni 2018", "tanggal", "tidak", "bulan"},      {"2018", "tanggal", "tidak", "tahun"},
        {"5 Juni", "tanggal", "tidak", "tanpa-tahun"},     {"31 Juni 2018", "tanggal", "hari", "absent"},   {"13/13/2018", "tanggal", "bulan", "absent"},
        {"5 Juni 99999", "tanggal", "tahun", "absent"},    {"00", "cacah", "cacah", "absent"},              {"-", "kosong", "absent", "absent"},
        {"sejak ditetapkan", "lain", "unknown", "absent"}, {"01/13/2018", "tanggal", "unknown", "absent"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct sop s = analysed((struct identity){.created = item(cases[i].text)}, (struct signature){0}, (struct date){2026, 6, 6});
        is_str(fact(&s.identity.created, "isi"), cases[i].content, "content of %s", cases[i].text);
        is_str(fact(&s.identity.created, "keliru"), cases[i].wrong, "what is wrong with %s", cases[i].text);
        is_str(fact(&s.identity.created, "tingkat"), cases[i].level, "how exact %s is", cases[i].text);
    }
}

static void officials(void)
{
    static const struct {
        const char *name, *nip, *name_below, *nip_below, *differs, *repeated;
    } cases[] = {
        {"CONTOH NAMA, SH", "19700412 1995033 1 004", "CONTOH NAMA SH.", "19700412 199503 1 004", "ya", "tidak"},
        {"CONTOH NAMA, SH", "19700412 199503 1 004", "CONTOH NAMA SH.", "NIP. 197004121995031004", "tidak", "ya"},
        {"CONTOH NAMA", "19700412 199503 1 004", "TELADAN LAIN", "19700412 199503 1 005", "absent", "tidak"},
        {"CONTOH NAMA", "-", "CONTOH NAMA", "19700412 199503 1 005", "absent", "tidak"},
        {"CONTOH NAMA", "NRP 1234567", "CONTOH NAMA", "19700412 199503 1 005", "absent", "tidak"},
        {NULL, "19700412 199503 1 004", "CONTOH NAMA", "19700412 199503 1 005", "absent", "tidak"},
        {"CONTOH NAMA", "19700412 199503 1 004", "CONTOH NAMA", NULL, "absent", "absent"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct identity id = {.approval = {.name = item(cases[i].name), .nip = item(cases[i].nip)}};
        struct sop s = analysed(id, (struct signature){.name = item(cases[i].name_below), .nip = item(cases[i].nip_below)}, (struct date){2026, 6, 6});
        is_str(fact(&s.signature.nip, "berbeda"), cases[i].differs, "NIP differs in case %zu", i);
        is_str(fact(&s.signature.nip, "ulangan"), cases[i].repeated, "NIP repeated in case %zu", i);
    }
    struct identity old = {.created = item("2 Mei 2008"), .approval = {.nip = item("131 234 567")}};
    struct sop s = analysed(old, (struct signature){0}, (struct date){2026, 6, 6});
    is_str(fact(&s.identity.approval.nip, "keliru"), "tidak", "nine digits were right in 2008");
    old.created = item("2 Mei 2018");
    s = analysed(old, (struct signature){0}, (struct date){2026, 6, 6});
    is_str(fact(&s.identity.approval.nip, "keliru"), "lama", "and are outdated in 2018");
    old.created = item("");
    s = analysed(old, (struct signature){0}, (struct date){2026, 6, 6});
    is_str(fact(&s.identity.approval.nip, "keliru"), "unknown", "without a date nobody knows");
}

static void names(void)
{
    static const struct {
        const char *name, *start, *rest;
    } cases[] = {
        {"SOP Pengelolaan Arsip", "SOP", "Pengelolaan Arsip"},
        {"PROSEDUR PENYUSUNAN LAPORAN", "PROSEDUR", "PENYUSUNAN LAPORAN"},
        {"Standar Operasional Prosedur Pengelolaan Arsip", "Standar Operasional Prosedur", "Pengelolaan Arsip"},
        {"SOP : Pengelolaan Arsip", "SOP", "Pengelolaan Arsip"},
        {"STANDAR OPERASIONAL PROSEDUR (SOP) PENGELOLAAN ARSIP", "STANDAR OPERASIONAL PROSEDUR", "PENGELOLAAN ARSIP"},
        {"SOP (Pengelolaan Arsip)", "SOP", "(Pengelolaan Arsip)"},
        {"SOP SOP Pengelolaan Arsip", "SOP", "Pengelolaan Arsip"},
        {"SOP", "absent", "absent"},
        {"Pengelolaan SOP", "absent", "absent"},
        {"Sopan Santun", "absent", "absent"},
        {"", "absent", "absent"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct sop s = analysed((struct identity){.name = item(cases[i].name)}, (struct signature){0}, (struct date){0, 0, 0});
        is_str(fact(&s.identity.name, "awalan"), cases[i].start, "beginning of \"%s\"", cases[i].name);
        is_str(fact(&s.identity.name, "tanpa-awalan"), cases[i].rest, "\"%s\" without it", cases[i].name);
    }
}

int main(void)
{
    struct pack_faults faults = {0};
    a = arena_new();
    k.calendar = calendar_load(a, &bundle_embedded, &faults);
    k.identity = w = identity_load(a, &bundle_embedded, &faults);
    ok(faults.n == 0, "the words load");
    persons();
    titles();
    units();
    numbers();
    warnings();
    document_dates();
    date_fields();
    officials();
    names();
    arena_free(a);
    return done();
}
