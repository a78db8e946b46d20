/* Where one file holds several SOPs, and where it only looks so. */
#include "../sop_print.h"
#include "tap.h"

#define BLOCK(number, name) \
    "Nomor SOP : " number "\nTanggal Pembuatan : 2 Januari 2025\nTanggal Efektif : 6 Januari 2025\nDisahkan oleh : Kepala Dinas Kearsipan\nNama SOP : " name "\n\n"
#define LISTS "Dasar Hukum :\n1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan\n\nKeterkaitan :\n1. SOP Surat Masuk\n\n"
#define MORE_LISTS "Peralatan/Perlengkapan :\n1. Komputer\n\nPencatatan dan Pendataan :\n1. Buku agenda\n\n"
#define STEPS "No\tKegiatan\tPelaksana\tMutu Baku\t\t\n\t\tArsiparis\tKelengkapan\tWaktu\tOutput\n1\tMencatat berkas\t⬭\tBerkas\t5 menit\tCatatan\n2\tMenyimpan berkas\t⬭\tCatatan\t5 menit\tArsip\n\n"
#define MORE_STEPS "No\tKegiatan\tPelaksana\tMutu Baku\t\t\n\t\tArsiparis\tKelengkapan\tWaktu\tOutput\n3\tMencatat berkas\t⬭\tBerkas\t5 menit\tCatatan\n4\tMenyimpan berkas\t⬭\tCatatan\t5 menit\tArsip\n\n"
#define SIGNED "Kepala Dinas Kearsipan\n\nDrs. BUDI CONTOH\nNIP. 19700412 199503 1 004\n\n"
#define OVER "PEMERINTAH KABUPATEN CONTOH\nDINAS KEARSIPAN\n\n"

static const struct {
    const char *name, *text, *want; /* of each SOP: number, name, unit, steps, name in the signature */
} files[] = {
    {"one SOP", OVER BLOCK("1", "Uji A") LISTS STEPS SIGNED, "one\n"},
    {"a running header repeats the block of the same SOP", OVER BLOCK("1", "Uji A") LISTS MORE_LISTS "\f" BLOCK("1", "Uji A") STEPS "\f" BLOCK("1", "Uji A") STEPS SIGNED, "one\n"},
    {"the lists of one block on two pages, each with the header", BLOCK("1", "Uji A") LISTS "\f" BLOCK("1", "Uji A") MORE_LISTS STEPS, "one\n"},
    {"a cover that has all of the block", BLOCK("1", "Uji A") "\f" BLOCK("1", "Uji A") LISTS STEPS, "one\n"},
    {"a cover with another name and number", BLOCK("9", "Kumpulan") "\f" BLOCK("1", "Uji A") LISTS STEPS, "one\n"},
    {"a form behind the steps that asks for number and name", BLOCK("1", "Uji A") LISTS STEPS "Nomor SOP : 1\nNama SOP : Uji A\n\n" LISTS, "one\n"},
    {"two SOPs on two pages", OVER BLOCK("1", "Uji A") LISTS STEPS SIGNED "\f" OVER BLOCK("2", "Uji B") LISTS STEPS SIGNED,
     "1 | Uji A | DINAS KEARSIPAN | 2 | Drs. BUDI CONTOH\n2 | Uji B | DINAS KEARSIPAN | 2 | Drs. BUDI CONTOH\n"},
    {"nothing parts the pages: the signature is the first one's, the heading the second one's",
     "DINAS LAIN\n\n" BLOCK("1", "Uji A") LISTS STEPS SIGNED OVER BLOCK("2", "Uji B") LISTS STEPS,
     "1 | Uji A | DINAS LAIN | 2 | Drs. BUDI CONTOH\n2 | Uji B | DINAS KEARSIPAN | 2 | \n"},
    {"the unit is printed over the first only", OVER BLOCK("1", "Uji A") LISTS STEPS "\f" BLOCK("2", "Uji B") LISTS STEPS,
     "1 | Uji A | DINAS KEARSIPAN | 2 | \n2 | Uji B | DINAS KEARSIPAN | 2 | \n"},
    {"one number and name for both, but lists of their own", BLOCK("1", "Uji A") LISTS STEPS "\f" BLOCK("1", "Uji A") LISTS STEPS,
     "1 | Uji A |  | 2 | \n1 | Uji A |  | 2 | \n"},
    {"without lists: other numbers, names and steps", BLOCK("1", "Uji A") STEPS "\f" BLOCK("2", "Uji B") STEPS, "1 | Uji A |  | 2 | \n2 | Uji B |  | 2 | \n"},
    {"without lists: one number for two names, steps from 1", BLOCK("1", "Uji A") STEPS "\f" BLOCK("1", "Coba B") STEPS, "1 | Uji A |  | 2 | \n1 | Coba B |  | 2 | \n"},
    {"without lists: no number yet, two names", BLOCK("", "Uji A") STEPS "\f" BLOCK("", "Coba B") STEPS, " | Uji A |  | 2 | \n | Coba B |  | 2 | \n"},
    {"a running header that misspells the name: the steps count on", BLOCK("1", "Uji Arsip") STEPS "\f" BLOCK("1", "Uij Arsip") MORE_STEPS, "one\n"},
    {"one number, two names, but no steps under the first", BLOCK("1", "Uji A") "\f" BLOCK("1", "Coba B") STEPS, "one\n"},
    {"one number, another name in less than a block", BLOCK("1", "Uji A") STEPS "\fNomor SOP : 1\nTanggal Efektif : 6 Januari 2025\nNama SOP : Coba B\n\n" STEPS, "one\n"},
    {"lists that cannot be told: another name and number, a page of its own",
     BLOCK("1", "Uji A") LISTS "\f" BLOCK("2", "Coba B") "Dasar Hukum Kualifikasi Pelaksana\n1. Undang-Undang Nomor 43 Tahun 2009 1. Teliti\n",
     "1 | Uji A |  | 0 | \n2 | Coba B |  | 0 | \n"},
    {"the same on one page", BLOCK("1", "Uji A") LISTS BLOCK("2", "Coba B") "Dasar Hukum Kualifikasi Pelaksana\n", "one\n"},
    {"a header that cuts the name short", BLOCK("1", "Uji Arsip") LISTS "\f" BLOCK("", "Uji") STEPS, "one\n"},
    {"without lists: one name", BLOCK("1", "Uji A") STEPS "\f" BLOCK("2", "Uji A") STEPS, "one\n"},
    {"a cover and a table of contents before the first", "KUMPULAN SOP\n\nDAFTAR ISI\n1. SOP Uji A\n2. SOP Uji B\n\f" BLOCK("1", "Uji A") LISTS STEPS "\f" BLOCK("2", "Uji B") LISTS STEPS,
     "1 | Uji A |  | 2 | \n2 | Uji B |  | 2 | \n"},
    {"blocks in tables, with the approving official's NIP",
     OVER "\tNomor SOP\t1\n\tTanggal Pembuatan\t2 Januari 2025\n\tDisahkan oleh\tKepala Dinas <br> BUDI <br> NIP. 19700412 199503 1 004\n\tNama SOP\tUji A\n\n" LISTS STEPS
          "\tNomor SOP\t2\n\tTanggal Pembuatan\t2 Januari 2025\n\tDisahkan oleh\tKepala Dinas <br> BUDI <br> NIP. 19700412 199503 1 004\n\tNama SOP\tUji B\n\n" LISTS STEPS,
     "1 | Uji A | DINAS KEARSIPAN | 2 | \n2 | Uji B | DINAS KEARSIPAN | 2 | \n"},
};

static void print_part(struct buf *b, const struct sop *s)
{
    const struct str fields[] = {s->identity.number.text, s->identity.name.text, s->identity.unit.text};
    for (size_t i = 0; i < COUNT(fields); i++) buf_str(b, fields[i]), buf_z(b, " | ");
    buf_printf(b, "%zu | ", s->steps.n);
    buf_str(b, s->signature.name.text);
    buf_ch(b, '\n');
}

static void print_parts(struct buf *b, struct str text)
{
    struct arena *a = arena_new(), *pages;
    const struct vocabulary *v;
    struct document d = {.kind = DOCUMENT_NONE};
    struct sop_parts parts = {0};
    bool claims = false;
    const struct layout *l = layout_of(a, b, text, &v, &pages);
    if (l) recognise(a, v, l, &d, &claims, &parts);
    if (d.kind != DOCUMENT_SOP) buf_z(b, "no SOP\n");
    else if (!parts.n) buf_z(b, "one\n");
    for (size_t i = 0; i < parts.n; i++) {
        recognise_part(a, v, l, &parts, i, &d);
        print_part(b, d.sop);
    }
    arena_free(pages);
    arena_free(a);
}

int main(void)
{
    for (size_t i = 0; i < COUNT(files); i++) {
        struct buf b = BUF_INIT;
        print_parts(&b, str_of(files[i].text));
        is_str(b.p, files[i].want, "%s", files[i].name);
        buf_free(&b);
    }
    return done();
}
