/* Executors: one identity over pages and spellings; what marks say of columns and steps. */
#include "analysis_kit.h"

static struct kit t;

/* Identities of the columns, page by page: "0 1 2 / 0 1 3". */
static const char *identities(const struct sop *s)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < s->tables.n; i++) {
        if (i) buf_z(&b, " /");
        for (size_t j = 0; j < s->tables.v[i].actors.n; j++) buf_printf(&b, "%s%zu", b.n ? " " : "", s->tables.v[i].actors.v[j].identity);
    }
    const char *out = arena_strz(t.a, buf_view(&b));
    buf_free(&b);
    return out;
}

static const char *spellings(const struct sop *s) { return children(&t, &s->head, "ejaan-pelaksana", "ejaan-lain"); }

static void columns(void)
{
    struct sop *s = kit_pages(&t, "Inspektur|Sekretaris|Irbhan|Kasubbag. Perencanaan|Staf /Jabatan Fungsional Umum\n\nInspektor|Sekretaris|Irban|Kasubbag Perencanaan|Staf/Jabatan Fungsional Umum\n");
    is_str(identities(s), "0 1 2 3 4 / 0 1 2 3 4", "spellings of five executors");
    is_str(spellings(s), "Inspektor=Inspektur; Irban=Irbhan", "two of them differ in a letter");
    is_str(fact(&t, &s->tables.v[1].head, "pelaksana-berubah"), "tidak", "that is no change of columns");

    s = kit_pages(&t, "Sub Bagian Otonomi|Kepala Sub Bagian|Kepala Dinas\n\nSub Bagian Otonomi|Kepala Sub Bagian|Bagian Hukum|Inspektur\n");
    is_str(identities(s), "0 1 2 / 0 1 3 4", "other columns");
    is_str(fact(&t, &s->tables.v[1].head, "pelaksana-hilang"), "Kepala Dinas", "what is gone");
    is_str(fact(&t, &s->tables.v[1].head, "pelaksana-baru"), "Bagian Hukum, Inspektur", "what is new");
    is_str(fact(&t, &s->tables.v[0].head, "pelaksana-berubah"), "-", "nothing is said of the first page");
    is_str(spellings(s), "", "no spellings");

    s = kit_pages(&t, "Kasubag Umum|Kadin\n\nKasubbag Umum|Kepala Dinas\n");
    is_str(identities(s), "0 1 / 0 1", "abbreviations");
    is_str(spellings(s), "Kasubbag Umum=Kasubag Umum", "two spellings of an abbreviation; a name spelled out is none");

    s = kit_pages(&t, "Kasi Data|Kasi Dana|Staf|Staf\n\nKasi Dana|Kasi Data|Staf|Staf\n");
    is_str(identities(s), "0 1 2 3 / 1 0 2 3", "two columns of one page are two executors");
    is_str(spellings(s), "", "whatever their names");
    s = kit_pages(&t, "");
    is_str(fact(&t, &s->head, "jumlah-pelaksana"), "-", "no table");
}

static const char *of_step(const struct sop *s, size_t i) { return fact(&t, &s->steps.v[i].head, "jumlah-pelaksana"); }
static const char *busy(const struct sop *s, size_t table, size_t actor) { return fact(&t, &s->tables.v[table].actors.v[actor].item, "bertugas"); }

static void marks(void)
{
    struct sop *s = kit_pages(&t, "Kepala Dinas|Sekretaris|Staf\n.o.\nv..\n...\nyp>\n");
    is_str(of_step(s, 0), "1", "a symbol");
    is_str(of_step(s, 2), "0", "none");
    is_str(of_step(s, 3), "1", "a label and an arrow are no executors");
    is_str(fact(&t, &s->steps.v[0].head, "kolom-pelaksana"), "2", "the first step's column");
    is_str(fact(&t, &s->steps.v[1].head, "kolom-pelaksana"), "-", "only the first step's");
    is_str(busy(s, 0, 0), "ya", "a column with a mark");
    is_str(busy(s, 0, 2), "tidak", "a column without");

    s = kit_pages(&t, "Camat|Sekcam\n..\nyn\n.>\n");
    is_str(of_step(s, 0), "?", "no symbol on the page: lost");
    is_str(busy(s, 0, 0), "?", "nor is anything known of the columns");
    s = kit_pages(&t, "Camat|Sekcam\np.\n..\n..\n\nCamat|Sekcam\np.\n.p\n");
    is_str(of_step(s, 1), "?", "most of a page's symbols missing: lost too");
    is_str(of_step(s, 3), "1", "another page is read by itself");
    is_str(busy(s, 0, 1), "ya", "used on the other page");
    s = kit_pages(&t, "Camat|Sekcam|Staf\np..\n.p.\n\nCamat|Sekcam|Staf\n...\n");
    is_str(busy(s, 0, 2), "?", "a column may be used on the lost page");

    s = kit_pages(&t, "Camat|Sekcam\npc\npp\n");
    is_str(of_step(s, 0), "1", "a connector beside a symbol is no second executor");
    is_str(of_step(s, 1), "2", "two symbols are");
    is_str(fact(&t, &s->head, "jumlah-pelaksana"), "2", "executors of the document");
}

static void declared(void)
{
    struct sop *s = kit_sop(&t, "pelaksana: [Kepala Dinas, {jabatan: Sekretaris, singkatan: [Sekdin]}]\n"
                                "langkah:\n- {nomor: 1, uraian: Menyusun konsep, pelaksana: Sekretaris}\n- {nomor: 2, uraian: Menyimpan arsip}\n"
                                "- {nomor: 3, uraian: Mengirim surat, pelaksana: Arsiparis}\n");
    is_str(of_step(s, 0), "1", "declared");
    is_str(of_step(s, 1), "0", "nobody is named: that is known, too");
    is_str(of_step(s, 2), "1", "somebody who is not listed is somebody");
    is_str(busy(s, 0, 0), "tidak", "a column that no step names");
    is_str(children(&t, &s->steps.v[2].head, "jabatan-disebut", "terdaftar"), "Arsiparis=tidak", "not listed");
    s = kit_sop(&t, "langkah: [{nomor: 1, uraian: Menyusun konsep, pelaksana: Sekretaris}]\n");
    is_str(of_step(s, 0), "1", "no list of executors at all");
    is_str(children(&t, &s->steps.v[0].head, "jabatan-disebut", "terdaftar"), "", "then nobody is missing from it");
}

static void many(void)
{
    struct buf b = BUF_INIT;
    for (int page = 0; page < 2; page++) {
        for (int i = 0; i < 3000; i++) buf_printf(&b, "%sJabatan %d", i ? "|" : "", i);
        buf_z(&b, "\np\n\n");
    }
    struct sop *s = kit_pages(&t, b.p);
    ok(s->tables.v[1].actors.v[2999].identity == 2999, "3000 columns on two pages are matched");
    buf_free(&b);
}

int main(void)
{
    kit_open(&t);
    columns();
    marks();
    declared();
    many();
    return kit_close(&t);
}
