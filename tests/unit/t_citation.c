/* Citations: texts as people, converters and scans write them, and what comes out; then what the registry says of them. */
#include "domain/citation/citation.h"
#include "analysis_kit.h"

static struct str part(struct str text, struct span s) { return s.set ? str_slice(text, s.begin, s.end) : STR(""); }

/* "UU 23/2014 [Pemerintahan Daerah] tln 5587; …": kind, number, year, title; then what else there is. */
static const char *described(struct arena *a, const struct registry *r, const char *z)
{
    struct str text = str_of(z);
    struct citations found = {0};
    struct buf b = BUF_INIT;
    citations_parse(a, r, text, &found);
    for (size_t i = 0; i < found.n; i++) {
        const struct citation *c = &found.v[i];
        struct str issuer = part(text, c->issuer), number = part(text, c->number), title = part(text, c->title);
        if (i) buf_z(&b, "; ");
        buf_z(&b, c->kind ? c->kind->id.p : "?");
        if (issuer.n) buf_printf(&b, " (%.*s)", (int)issuer.n, issuer.p);
        buf_printf(&b, " %.*s", (int)number.n, number.p);
        if (!c->plain && c->value) buf_printf(&b, "=%d", (int)c->value);
        buf_printf(&b, "/%d", c->year_value);
        if (title.n) buf_printf(&b, c->about ? " [%.*s]" : " untitled [%.*s]", (int)title.n, title.p);
        if (c->ln.number) buf_printf(&b, " ln %d/%d", c->ln.year, (int)c->ln.number);
        if (c->tln.number) buf_printf(&b, " tln %d", (int)c->tln.number);
        if (c->bn.number) buf_printf(&b, " bn %d/%d", c->bn.year, (int)c->bn.number);
        if (c->amended) buf_z(&b, " amended");
        if (c->amends != NO_INDEX) buf_printf(&b, " amends %d", (int)c->amends);
    }
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s.p;
}

static const struct { const char *text, *want; } texts[] = {
    {"Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan", "UU 43/2009 [Kearsipan]"},
    {"Undang-undang nomor 43 tahun 2009 Tentang Kearsipan.", "UU 43/2009 [Kearsipan]"},
    {"UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 43 TAHUN 2009 TENTANG KEARSIPAN;", "UU 43/2009 [KEARSIPAN]"},
    {"UU No. 43 Tahun 2009 ttg Kearsipan", "UU 43/2009 [Kearsipan]"},
    {"UU RI No 43/2009", "UU 43/2009"},
    {"UU 43/2009 tentang Kearsipan", "UU 43/2009 [Kearsipan]"},
    {"UU Nomor: 43 Th. 2009 tentang Kearsipan", "UU 43/2009 [Kearsipan]"},
    {"U ndang yang berlaku", ""},
    {"Undang-Undang Nornor 43 Tahun 2009 tentang Kearsipan", "UU 43/2009 [Kearsipan]"},
    {"Undang-Undang Nomor43Tahun2009tentangKearsipan", "UU 43/2009 [Kearsipan]"},
    {"UndangUndang Nomor 43 Tahun 2OO9 tentang Kearsipan", "UU 43/2009 [Kearsipan]"},
    {"PP No.28Th.2012", "PP 28/2012"},
    {"Peraturan Pemerintah Republik Indonesia Nomor l2 Tahun 2019 tentang Pengelolaan Keuangan Daerah",
     "PP l2/2019 [Pengelolaan Keuangan Daerah]"},
    {"PeraturanPemerintahNomor28Tahun2012tentangPelaksanaanUU", "PP 28/2012 [PelaksanaanUU]"},
    {"Peraturan Pemerintah Tahun 2012 Nomor 28", "PP 28/2012"},
    {"Peraturan Pemerintah Nomor 28 Tahun 20 12 tentang Arsip", "PP 28/2012 [Arsip]"},
    {"Peraturan Presiden (Perpres) Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik",
     "Perpres 95/2018 [Sistem Pemerintahan Berbasis Elektronik]"},
    {"Inpres No. 7 Tahun 1999", "Inpres 7/1999"},
    {"Keppres 80 Tahun 2003", "Keppres 80/2003"},
    {"Perppu Nomor 2 Tahun 2022 tentang Cipta Kerja", "Perppu 2/2022 [Cipta Kerja]"},
    {"Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja", "Perppu 2/2022 [Cipta Kerja]"},
    {"Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "UUD /1945"},
    {"Pasal 18 ayat (6) UUD 1945", "UUD /1945"},
    {"Ketetapan MPR Nomor XI/MPR/1998 tentang Penyelenggara Negara", "TAP XI/MPR/1998/1998 [Penyelenggara Negara]"},
    {"Permenpan RB No. 19 Tahun 2018 tentang Penyusunan Peta Proses Bisnis", "PermenPANRB 19/2018 [Penyusunan Peta Proses Bisnis]"},
    {"PermenPANRB 19/2018", "PermenPANRB 19/2018"},
    {"PermenPAN-RB Nomor 19 Tahun 2018", "PermenPANRB 19/2018"},
    {"Permen PAN & RB No 19 Th 2018", "PermenPANRB 19/2018"},
    {"Permenpan dan Reformasi Birokrasi Nomor 19 Tahun 2018", "PermenPANRB 19/2018"},
    {"Peraturan Menteri Negara Pendayagunaan Aparatur Negara & Reformasi Birokrasi RI Nomor 19 Tahun 2018", "PermenPANRB 19/2018"},
    {"PERATURAN MENTERI PENDAYAGUNAAN APARATUR NEGARA DAN REFORMASI BIROKRASI NO 19 TH 2018", "PermenPANRB 19/2018"},
    {"Peraturan Menteri PAN/RB Nomor 19 Tahun 2018", "PermenPANRB 19/2018"},
    {"Peraturan Menteri Pemberdayaan Aparatur Negara Nomor 19 Tahun 2018", "PermenPANRB (Pemberdayaan Aparatur Negara) 19/2018"},
    {"Peraturan Menpan Nomor PER/20/M.PAN/11/2008 tentang Petunjuk Penyusunan IKU",
     "PermenPANRB PER/20/M.PAN/11/2008=20/2008 [Petunjuk Penyusunan IKU]"},
    {"PER/20/M.PAN/11/2008 tentang Petunjuk Penyusunan Indikator Kinerja Utama",
     "PermenPANRB PER/20/M.PAN/11/2008=20/2008 [Petunjuk Penyusunan Indikator Kinerja Utama]"},
    {"Permenpan PER/ 20 /M.PAN/11/2008", "PermenPANRB PER/ 20 /M.PAN/11/2008=20/2008"},
    {"Peraturan Menteri Keuangan Nomor 22/PMK.02/2021 tentang Pengukuran Kinerja Anggaran",
     "PMK 22/PMK.02/2021=22/2021 [Pengukuran Kinerja Anggaran]"},
    {"PMK 22/PMK.02/2021", "PMK 22/PMK.02/2021=22/2021"},
    {"Peraturan Menteri Nomor 22/PMK.02/2021", "PMK 22/PMK.02/2021=22/2021"},
    {"Permendagri Nomor 90 Tahun 2019", "Permendagri 90/2019"},
    {"Peraturan Menteri dalam negeri No. 90/2019", "Permendagri 90/2019"},
    {"Peraturan Menteri Kesehatan RI Nomor 43 Tahun 2019 tentang Puskesmas", "Permen (Kesehatan) 43/2019 [Puskesmas]"},
    {"Permenkes No 43 Tahun 2019", "Permen 43/2019"},
    {"Peraturan Kepala Badan Kepegawaian Negara Nomor 1 Tahun 2013", "Perka (Kepegawaian Negara) 1/2013"},
    {"Perka ANRI Nomor 5 Tahun 2021 tentang Pedoman Umum Tata Naskah Dinas", "Perka (ANRI) 5/2021 [Pedoman Umum Tata Naskah Dinas]"},
    {"Keputusan Kepala LAN Nomor 239/IX/6/8/2003 tentang Perbaikan Pedoman",
     "KepkaLAN 239/IX/6/8/2003=239/2003 [Perbaikan Pedoman]"},
    {"SK Kepala LAN Nomor 589/IX/6/Y/99", "KepkaLAN 589/IX/6/Y/99=589/1999"},
    {"Keputusan Menteri PAN Nomor KEP/135/M.PAN/9/2004", "Kepmen (PAN) KEP/135/M.PAN/9/2004=135/2004"},
    {"Surat Edaran Menteri Dalam Negeri Nomor 5 Tahun 2020 tentang Jam Kerja", "SE (Menteri Dalam Negeri) 5/2020 [Jam Kerja]"},
    {"Peraturan Daerah Kabupaten Sukamaju Nomor 4 Tahun 2016 tentang Pembentukan Perangkat Daerah",
     "Perda (Sukamaju) 4/2016 [Pembentukan Perangkat Daerah]"},
    {"Perda Kab. Sukamaju No. 4 Th 2016", "Perda (Sukamaju) 4/2016"},
    {"Perda Provinsi Jawa Raya Nomor 9 Tahun 2016", "Perda (Jawa Raya) 9/2016"},
    {"Peraturan Daerah Kota Sukamaju No 4/2016", "Perda (Sukamaju) 4/2016"},
    {"Peraturan Bupati Sukamaju Nomor: 12 Tahun 2020 tentang Tata Naskah Dinas (Berita Daerah Kabupaten Sukamaju Tahun 2020 Nomor 12)",
     "Perbup (Sukamaju) 12/2020 [Tata Naskah Dinas]"},
    {"Peraturan Wali Kota Sukamaju Nomor 7 Tahun 2021", "Perwali (Sukamaju) 7/2021"},
    {"Perwali Sukamaju 7/2021", "Perwali (Sukamaju) 7/2021"},
    {"Peraturan Gubernur Jawa Raya Nomor 7 Tahun 2021", "Pergub (Jawa Raya) 7/2021"},
    {"Keputusan Bupati Sukamaju Nomor 188.45/12/HUK/2019 tentang Tim Penyusun",
     "Kepbup (Sukamaju) 188.45/12/HUK/2019=188/2019 [Tim Penyusun]"},
    {"Undang-Undang tentang Kearsipan", "UU /0 [Kearsipan]"},
    {"Nomor 43 Tahun 2009 tentang Kearsipan", "? 43/2009 [Kearsipan]"},
    {"UU 5/2014 Aparatur Sipil Negara", "UU 5/2014 untitled [Aparatur Sipil Negara]"},
    {"Renstra Dinas Kearsipan Tahun 2021-2026", ""},
    {"Surat Edaran", ""},
    {"-", ""},
    {"UU No. 17 Tahun 2003, UU No. 1 Tahun 2004 dan UU No. 15 Tahun 2004", "UU 17/2003; UU 1/2004; UU 15/2004"},
    {"Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
     "UU 9/2015 [Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah]"},
    {"UU 2/2015 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2014 tentang Perubahan atas UU 23/2014 Menjadi Undang-Undang",
     "UU 2/2015 [Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2014 tentang Perubahan atas UU 23/2014 Menjadi Undang-Undang]"},
    {"PP 72/2019 tentang Perubahan atas PP 18/2016 tentang Perangkat Daerah, Permendagri Nomor 90 Tahun 2019 tentang Klasifikasi",
     "PP 72/2019 [Perubahan atas PP 18/2016 tentang Perangkat Daerah]; Permendagri 90/2019 [Klasifikasi]"},
    {"PP 28/2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
     "PP 28/2012 [Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan]"},
    {"UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah dengan UU Nomor 9 Tahun 2015",
     "UU 23/2014 [Pemerintahan Daerah] amended; UU 9/2015 amends 0"},
    {"UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas UU 23/2014",
     "UU 23/2014 [Pemerintahan Daerah] amended; UU 9/2015 [Perubahan Kedua atas UU 23/2014] amends 0"},
    {"UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah beserta perubahannya", "UU 23/2014 [Pemerintahan Daerah] amended"},
    {"UU 23/2014 jo. UU 9/2015", "UU 23/2014 amended; UU 9/2015 amends 0"},
    {"UU 43/2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)",
     "UU 43/2009 [Kearsipan] ln 2009/152 tln 5071"},
    {"UU 43/2009 tentang Kearsipan (LN RI 2009/152, TLN No. 5071)", "UU 43/2009 [Kearsipan] ln 2009/152 tln 5071"},
    {"UU 43/2009 tentang Kearsipan, Lembaran Negara Tahun 2009 Nomor 152; Tambahan Lembaran Negara Nomor 5071",
     "UU 43/2009 [Kearsipan] ln 2009/152"},
    {"Permenpan RB 15/2014 tentang Pedoman Standar Pelayanan (Berita Negara Republik Indonesia Tahun 2014 Nomor 615)",
     "PermenPANRB 15/2014 [Pedoman Standar Pelayanan] bn 2014/615"},
    {"UU 43/2009 tentang KearsipanPeraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan UU 43/2009Perbup Sukamaju No 3 Tahun 2018 tentang Arsip",
     "UU 43/2009 [Kearsipan]; PP 28/2012 [Pelaksanaan UU 43/2009]; Perbup (Sukamaju) 3/2018 [Arsip]"},
    {"1. UU 43/2009 2. PP 28/2012 3. Permendagri 90/2019", "UU 43/2009; PP 28/2012; Permendagri 90/2019"},
    {"a) UU 43/2009 tentang Kearsipan; b) PP 28/2012 tentang Pelaksanaan UU 43/2009;",
     "UU 43/2009 [Kearsipan]; PP 28/2012 [Pelaksanaan UU 43/2009]"},
    {"UU 43/2009 tentang Kearsipan (TLN 5071).Peraturan Pemerintah No 28 Tahun 2012 tentang Pelaksanaannya",
     "UU 43/2009 [Kearsipan] tln 5071; PP 28/2012 [Pelaksanaannya]"},
    {"UU 43/2009 tentang Kearsipan dan Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan UU 43/2009",
     "UU 43/2009 [Kearsipan]; PP 28/2012 [Pelaksanaan UU 43/2009]"},
    {"Peraturan Bupati Sukamaju Nomor 5 Tahun 2020 tentang Pendelegasian Wewenang Keputusan Bupati Nomor 3",
     "Perbup (Sukamaju) 5/2020 [Pendelegasian Wewenang Keputusan Bupati Nomor 3]"},
    {"UU 28/1999 tentang Penyelenggara Negara yang Bersih dan Bebas dari Korupsi",
     "UU 28/1999 [Penyelenggara Negara yang Bersih dan Bebas dari Korupsi]"},
    {"Peraturan perundang-undangan yang berlaku", "Peraturan /0 untitled [perundang-undangan yang berlaku]"},
    {"SOP Pengelolaan Surat Nomor 045/12/2020", ""},
};

/* ---- what the registry says --------------------------------------------------------------------------------- */

static bool is(struct kit *t, const struct item *x, const char *name, const char *value) { return strcmp(fact(t, x, name), value) == 0; }

/* What is to be said of one citation: "UU 12/2008 dicabut UU 23/2014". */
static void verdict(struct kit *t, struct buf *b, const struct item *x)
{
    static const char *const told[][2] = {{"ganda", "ganda"}, {"daerah-lain", "daerah-lain"}, {"diubah", "diubah"}, {"lembaran-keliru", "lembaran"},
                                          {"penerbit-keliru", "penerbit"}};
    buf_printf(b, "%s%s", b->n ? "; " : "", fact(t, x, "nama-pendek"));
    if (!is(t, x, "dicabut", "tidak") && fact_called(x, "pengganti")) buf_printf(b, " dicabut %s%s", fact(t, x, "pengganti"), is(t, x, "dicabut", "bersama-induk") ? " bersama-induk" : "");
    if (is(t, x, "dicabut", "?") && is(t, x, "dikenal", "ya")) buf_z(b, " dicabut?");
    if (is(t, x, "judul-cocok", "mirip")) buf_printf(b, " mirip -%s +%s", fact(t, x, "kata-hilang"), fact(t, x, "kata-lebih"));
    if (is(t, x, "judul-cocok", "beda")) buf_printf(b, " beda %s", fact(t, x, "judul-milik"));
    if (fact_called(x, "usul")) buf_printf(b, " %s %s", fact(t, x, "usul-sebab"), fact(t, x, "usul"));
    for (size_t i = 0; i < COUNT(told); i++)
        if (is(t, x, told[i][0], "ya")) buf_printf(b, " %s", told[i][1]);
    if (!is(t, x, "kurang", "lengkap")) buf_printf(b, " kurang %s", fact(t, x, "kurang"));
}

/* The list as of that date in an SOP of that name: a verdict on each citation, then the order if it is broken, then what is missing. */
static void list_is(struct kit *t, const char *date, const char *name, const char *items, const char *want)
{
    struct sop s = {0};
    struct document d = {.kind = DOCUMENT_SOP, .sop = &s};
    struct section *section = &s.sections[SECTION_DASAR_HUKUM];
    struct buf b = BUF_INIT;
    arena_reset(t->a);
    if (*date) sscanf(date, "%d-%d-%d", &s.date.year, &s.date.month, &s.date.day);
    s.identity.name.text = str_of(name);
    s.identity.agency.text = STR("Pemerintah Kabupaten Sukamaju");
    for (const char *p = items; *p;) {
        size_t n = strcspn(p, "\n");
        ARENA_PUSH(t->a, &section->items)->text = (struct str){p, n};
        p += n + (p[n] == '\n');
    }
    analyse_citation(t->a, t->analyst, &d);
    for (size_t i = 0; i < section->items.n; i++)
        for (const struct child *c = section->items.v[i].children; c; c = c->next) verdict(t, &b, &c->item);
    if (fact_called(&section->head, "urutan") && !is(t, &section->head, "urutan", "runtut"))
        buf_printf(&b, " | %s %s", fact(t, &section->head, "urutan"), children(t, &section->head, "salah-urut", "sesudah"));
    for (const struct child *c = section->head.children; c; c = c->next)
        if (is(t, &c->item, "dikutip", "tidak")) buf_printf(&b, " | kurang %s %s", c->item.text.p, fact(t, &c->item, "tingkat"));
    is_str(b.p ? b.p : "", want, "%s %.*s", date, (int)strcspn(items, "\n"), items);
    buf_free(&b);
}

#define SOP_FORM "Permenpan RB 35/2012 tentang Pedoman Penyusunan SOP AP"

static void in_time(struct kit *t)
{
    list_is(t, "2018-01-11", "Surat Masuk", "UU 32/2004 tentang Pemerintahan Daerah\n" SOP_FORM, "UU 32/2004 dicabut UU 23/2014; PermenPANRB 35/2012");
    list_is(t, "2014-10-01", "Surat Masuk", "UU 32/2004 tentang Pemerintahan Daerah, sebagaimana telah diubah\n" SOP_FORM, "UU 32/2004; PermenPANRB 35/2012");
    list_is(t, "2014", "Surat Masuk", "UU 25/2004 tentang SPPN\nUU 32/2004 tentang Pemda dan perubahannya\n" SOP_FORM,
            "UU 25/2004; UU 32/2004 dicabut? mirip -Pemerintahan +pemerintah; PermenPANRB 35/2012");
    list_is(t, "2015", "Surat Masuk", "UU 12/2008 tentang Perubahan Kedua atas UU 32/2004\n" SOP_FORM,
            "UU 12/2008 dicabut UU 23/2014 mirip -Pemerintahan Daerah +-; PermenPANRB 35/2012");
    list_is(t, "2010-01-04", "Surat Masuk", "PP 8/2003 tentang Pedoman Organisasi Perangkat Daerah", "PP 8/2003 dicabut PP 41/2007");
    list_is(t, "2020-01-06", "Surat Masuk", "PP 8/2003 tentang Pedoman Organisasi Perangkat Daerah\n" SOP_FORM, "PP 8/2003 dicabut PP 18/2016; PermenPANRB 35/2012");
    list_is(t, "2020-01-06", "Surat Masuk", "PP 46/2011 tentang Penilaian Prestasi Kerja PNS\n" SOP_FORM, "PP 46/2011; PermenPANRB 35/2012");
    list_is(t, "2024-01-08", "Surat Masuk", "UU 11/2020 tentang Cipta Kerja\n" SOP_FORM, "UU 11/2020 dicabut Perppu 2/2022; PermenPANRB 35/2012");
    list_is(t, "2016-05-02", "Surat Masuk", "UU 32/2004 tentang Pemerintahan Daerah sebagaimana telah diubah dengan UU 12/2008\n" SOP_FORM,
            "UU 32/2004 dicabut UU 23/2014; UU 12/2008 dicabut UU 23/2014 bersama-induk; PermenPANRB 35/2012");
    list_is(t, "2024-01-08", "Surat Masuk", "Inpres 7/1999 tentang AKIP\nKeputusan Kepala LAN Nomor 239/IX/6/8/2003 tentang Perbaikan Pedoman Penyusunan Pelaporan AKIP\n" SOP_FORM,
            "Inpres 7/1999; Keputusan Kepala LAN 239/2003; PermenPANRB 35/2012");
}

static void titles(struct kit *t)
{
    list_is(t, "2018-01-11", "Surat Masuk", "UU 25/2009 tentang Pelayanan Publik.\nPerpres 29/2014 tentang SAKIP\n" SOP_FORM,
            "UU 25/2009; Perpres 29/2014; PermenPANRB 35/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "UU 15/2004 tentang Pemeriksaan Pengelolaan dan TanggungJawab Keuangan Negara\nPP 60/2008 tentang Sistem Pengendalian Internal Pemerintah\n" SOP_FORM,
            "UU 15/2004; PP 60/2008 mirip -Intern +Internal; PermenPANRB 35/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "Permenpan RB 53/2014 tentang Petunjuk Teknis Perhitungan Kinerja, Pelaporan Kinerja dan Tata Cara Review atas Laporan Kinerja\n" SOP_FORM,
            "PermenPANRB 53/2014 mirip -Perjanjian Instansi Pemerintah +Perhitungan; PermenPANRB 35/2012 | tahun PermenPANRB 35/2012=PermenPANRB 53/2014");
    list_is(t, "2018-01-11", "Surat Masuk", "UU 43/2009 tentang Pelayanan Publik\n" SOP_FORM, "UU 43/2009 beda UU 25/2009; PermenPANRB 35/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "UU 43/2009 tentang Perlindungan Anak di Sekolah\n" SOP_FORM, "UU 43/2009 beda -; PermenPANRB 35/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "Permendagri 86/2017 tentang Tata Cara Perencanaan, Pengendalian dan Evaluasi Pembangunan Daerah\n" SOP_FORM,
            "Permendagri 86/2017; PermenPANRB 35/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "Permenpan RB 35/2011 tentang Hal yang Lain Sama Sekali\n" SOP_FORM, "PermenPANRB 35/2011; PermenPANRB 35/2012");
}

static void suggestions(struct kit *t)
{
    list_is(t, "2018-01-11", "Surat Masuk", "UU 24/2014 tentang Pemerintahan Daerah\n" SOP_FORM, "UU 24/2014 nomor UU 23/2014; PermenPANRB 35/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "PP 60/2009 tentang Sistem Pengendalian Intern Pemerintah\n" SOP_FORM, "PP 60/2009 dicabut? beda PP 60/2008; PermenPANRB 35/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "PP 29/2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah\n" SOP_FORM, "PP 29/2014 dicabut? beda Perpres 29/2014; PermenPANRB 35/2012");
    list_is(t, "2016-01-11", "Surat Masuk", "Permendagri 14/2006 tentang Pedoman Pengelolaan Keuangan\n" SOP_FORM, "Permendagri 14/2006 nomor Permendagri 13/2006; PermenPANRB 35/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "Peraturan Menteri Dalam Negeri Nomor 8 Tahun 2010 tentang Tata Cara Pengendalian dan Evaluasi Pelaksanaan Rencana Pembangunan Daerah\n" SOP_FORM,
            "Permendagri 8/2010 nomor Permendagri 54/2010; PermenPANRB 35/2012");
    /* genuine ones that the registry lacks */
    list_is(t, "2018-01-11", "Surat Masuk", "PP 8/2012 tentang Irigasi\nUU 23/2011\nPermendagri 13/2016 tentang Evaluasi Rancangan Perda\n" SOP_FORM,
            "PP 8/2012; UU 23/2011 dicabut? kurang judul; Permendagri 13/2016; PermenPANRB 35/2012 | hierarki UU 23/2011=PP 8/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "UU 8/2005 tentang Penetapan Perppu Nomor 3 Tahun 2005 tentang Perubahan atas UU 32/2004 tentang Pemerintahan Daerah Menjadi Undang-Undang\n" SOP_FORM,
            "UU 8/2005 dicabut?; PermenPANRB 35/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "Permendagri 59/2006 tentang Perubahan atas Permendagri 13/2006 tentang Pedoman Pengelolaan Keuangan Daerah\n" SOP_FORM,
            "Permendagri 59/2006 tahun Permendagri 59/2007; PermenPANRB 35/2012");
    list_is(t, "2018-01-11", "Surat Masuk", "Perda Kabupaten Sukamaju 24/2014 tentang Pemerintahan Daerah\n" SOP_FORM, "Perda Sukamaju 24/2014; PermenPANRB 35/2012");
}

static void whole_lists(struct kit *t)
{
    /* the number of a needed one under another year, and no title that could tell */
    list_is(t, "2018-06", "Prosedur Penyusunan LKjIP", "Peraturan Presiden RI No. 29 Tahun 2014\nPeraturan Menteri Negara PAN dan RB No. 53 Tahun 2010",
            "Perpres 29/2014 kurang judul; PermenPANRB 53/2010 tahun PermenPANRB 53/2014 kurang judul | kurang PermenPANRB 35/2012 catatan");
    list_is(t, "2018-06", "Penanganan Surat", "Peraturan Menteri PAN dan RB No. 53 Tahun 2012\n" SOP_FORM, "PermenPANRB 53/2012 dicabut? kurang judul; PermenPANRB 35/2012");
    list_is(t, "2018-06", "Penyusunan LAKIP", "UU 43/2009 tentang Kearsipan",
            "UU 43/2009 | kurang Perpres 29/2014 peringatan | kurang PermenPANRB 53/2014 peringatan | kurang PermenPANRB 35/2012 catatan");
    list_is(t, "", "Pengukuran Kinerja", "UU 43/2009 tentang Kearsipan",
            "UU 43/2009 | kurang Perpres 29/2014 catatan | kurang PermenPANRB 53/2014 catatan | kurang PermenPANRB 35/2012 catatan");
    list_is(t, "2013-06-03", "Penyusunan LAKIP", "Permenpan 29/2010\n" SOP_FORM, "PermenPANRB 29/2010 kurang judul; PermenPANRB 35/2012");
    list_is(t, "2018-06-04", "Penyusunan LAKIP", "Perpres 29/2014\nPermenpan 29/2010 tentang Pedoman Penyusunan Penetapan Kinerja dan Pelaporan AKIP\nPermendagri 52/2011",
            "Perpres 29/2014 kurang judul; PermenPANRB 29/2010 dicabut PermenPANRB 53/2014; Permendagri 52/2011 kurang judul");
    list_is(t, "2018-06-04", "Penanganan Surat", "Perbup Sukamaju 5/2017 tentang Pedoman Penyusunan SOP", "Perbup Sukamaju 5/2017");
    list_is(t, "2018-06-04", "Penyusunan Laporan Kinerja Pegawai", SOP_FORM, "PermenPANRB 35/2012");
    list_is(t, "2018-06-04", "Penanganan Surat", "-\n\n", "");
    list_is(t, "2018-06-04", "Penanganan Surat", "UU 43/2009 tentang Kearsipan\n" SOP_FORM "\nUndang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
            "UU 43/2009; PermenPANRB 35/2012; UU 43/2009 ganda | hierarki UU 43/2009=PermenPANRB 35/2012");
    list_is(t, "2018-06-04", "Penanganan Surat", "Peraturan Bupati Sukamundur 3/2017 tentang SOP\nPerda Kab. Suka Maju 2/2016 tentang Arsip\nPergub Jawa Raya 3/2012\nPerda Kota Sukamundur 1/2011",
            "Perbup Sukamundur 3/2017 daerah-lain; Perda Suka Maju 2/2016 daerah-lain; Pergub Jawa Raya 3/2012 kurang judul; Perda Sukamundur 1/2011 daerah-lain kurang judul | hierarki Perda Suka Maju 2/2016=Perbup Sukamundur 3/2017");
    list_is(t, "2018-06-04", "Penanganan Surat", "Perbup Sukamaju Provinsi Jawa Raya 3/2017 tentang SOP\nPerbup SKM 4/2017 tentang Arsip\nPerbup Sukamajo 5/2017 tentang Surat\nInstruksi Kerja\nSurat Edaran Sekretaris Daerah",
            "Perbup Sukamaju Provinsi Jawa Raya 3/2017; Perbup SKM 4/2017; Perbup Sukamajo 5/2017");
    list_is(t, "2019-06-04", "Penanganan Surat", "UU 23/2014 tentang Pemerintahan Daerah (LN 2014/244, TLN 5578)\n" SOP_FORM, "UU 23/2014 diubah lembaran; PermenPANRB 35/2012");
    list_is(t, "2019-06-04", "Penanganan Surat", "UU 23/2014 tentang Pemerintahan Daerah sebagaimana telah diubah\nPermenpan RB 20/2018\nPeraturan Menteri Negara PAN-RB Nomor 35 Tahun 2012",
            "UU 23/2014; PermenPANRB 20/2018 kurang judul; PermenPANRB 35/2012 penerbit kurang judul | tahun PermenPANRB 35/2012=PermenPANRB 20/2018");
    list_is(t, "2019-06-04", "Penanganan Surat", "Peraturan Menteri Pendayagunaan Aparatur Negara Nomor 35 Tahun 2012\nPeraturan Menteri Pendayagunaan Aparatur Ncgara dan Reformasi Birokrasi Nomor 20 Tahun 2018",
            "PermenPANRB 35/2012 penerbit kurang judul; PermenPANRB 20/2018 kurang judul");
    list_is(t, "2019-06-04", "Penanganan Surat", "Undang-Undang\nNomor 5 Tahun 2014 tentang ASN\n" SOP_FORM, "UU kurang nomor tahun judul; Nomor 5/2014 kurang jenis; PermenPANRB 35/2012");
}

/* Items that a reader has cut in two at a line's end. */
static void cut_items(struct kit *t)
{
    list_is(t, "2019-06-04", "Penanganan Surat", "Peraturan Menteri Pendayagunaan Aparatur Negara dan\nReformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan SOP AP", "PermenPANRB 35/2012");
    list_is(t, "2019-06-04", "Penanganan Surat", "Permendagri Nomor 52 Tahun 2011 tentang Standar\nOperasional Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota", "Permendagri 52/2011");
    list_is(t, "2019-06-04", "Penanganan Surat", "Permendagri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur\nRencana Strategis Dinas Kearsipan",
            "Permendagri 52/2011 mirip -Lingkungan Pemerintah Provinsi Kabupaten Kota +-");
    list_is(t, "2019-06-04", "Penanganan Surat", "Undang-Undang\n" SOP_FORM, "UU kurang nomor tahun judul; PermenPANRB 35/2012");
}

/* One broken data file among the built-in ones: its faults as "line: what", without those of others that miss what it names; nothing is loaded
 * halfway. */
static void broken(const char *file, const char *yaml, const char *want)
{
    struct arena *a = arena_new();
    struct bundle_file *files = arena_alloc(a, bundle_embedded.n * sizeof *files);
    struct bundle bundle = {files, bundle_embedded.n};
    struct source source = {.path = STR("x"), .text = str_of(yaml)};
    struct pack_faults faults = {0};
    struct limits limits;
    struct trouble why;
    struct buf b = BUF_INIT;
    limits_default(&limits);
    memcpy(files, bundle_embedded.files, bundle_embedded.n * sizeof *files);
    for (size_t i = 0; i < bundle.n; i++)
        if (strcmp(files[i].name, file) == 0) {
            files[i].proved = false;
            if (yaml_parse(a, &source, &limits, &files[i].root, &why) != RC_OK) files[i].root = NULL;
        }
    registry_load(a, &bundle, &faults);
    for (size_t i = 0; i < faults.n; i++) {
        if (!str_eqz(faults.v[i].file, file)) continue;
        struct str text = word_format(a, faults.v[i].message, LANG_EN, faults.v[i].arg[0], faults.v[i].arg[1]);
        buf_printf(&b, "%s%u: %.*s", i ? "; " : "", (unsigned)faults.v[i].line, (int)text.n, text.p);
    }
    is_str(b.p ? b.p : "", want, "%s: %s", file, want);
    buf_free(&b);
    arena_free(a);
}

static void broken_data(void)
{
    broken("topics.yaml", "topics: []\nbases: []", "");
    broken("topics.yaml", "", "0: this file is missing");
    broken("topics.yaml", "topics: [{id: a, word: [b]}]\nbases:\n- {topics: [c], from: 2014-04-21, any-of: [UU-1-1901]}",
           "1: unknown key \"word\"; 3: data incomplete or not understood: c; 3: data incomplete or not understood: UU-1-1901; 3: data incomplete or not understood: ");
    broken("registry.yaml", "regulations:\n- teks\n- {id: UU-1-2001}\n- {id: UU-x-2001, title: a, date: 2001}\n- {id: XX, title: b, confidence: guessed}",
           "2: data incomplete or not understood: ; 2: data incomplete or not understood: ; 3: data incomplete or not understood: UU-1-2001; "
           "4: data incomplete or not understood: UU-x-2001; 4: data incomplete or not understood: 2001; 5: data incomplete or not understood: XX; "
           "5: data incomplete or not understood: guessed");
    broken("vocabulary/citations.yaml", "kinds: [{id: UU, short: UU, scope: desa, forms: ['[a] b']}]\nwords: {number: [no mor], year: &e [], date: *e, about: *e, filler: *e, and: *e, link: *e, amended: *e, amendments: *e, amended-by: *e,"
           " decree: *e, minister: *e, state: *e, leads: *e, region: *e, province: *e, regency: *e, city: *e, ln: *e, tln: *e, bn: *e, supplement: *e, local: *e, apart: *e}\nstop: []\nsame: {}",
           "1: data incomplete or not understood: heading; 2: data incomplete or not understood: no mor; 1: data incomplete or not understood: UU; 1: data incomplete or not understood: [a] b");
}

int main(void)
{
    struct kit t;
    kit_open(&t);
    cut_items(&t);
    broken_data();
    for (size_t i = 0; i < COUNT(texts); i++) {
        arena_reset(t.a);
        is_str(described(t.a, t.k->registry, texts[i].text), texts[i].want, "%s", texts[i].text);
    }
    in_time(&t);
    titles(&t);
    suggestions(&t);
    whole_lists(&t);
    return kit_close(&t);
}
