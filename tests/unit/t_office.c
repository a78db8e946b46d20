/* Names of offices: compared, found in texts, resolved to a document's columns. */
#include "analysis_kit.h"

#include "analyse/sop/executor.h"
#include "domain/office.h"

static struct kit t;

static const char *likeness(const char *x, const char *y)
{
    static const char *const names[] = {[OFFICE_OTHER] = "other", [OFFICE_VARIANT] = "variant", [OFFICE_SAME] = "same"};
    struct lexemes p = {.book = t.analyst->words}, q = {.book = t.analyst->words};
    lexemes_split(t.a, &p, str_of(x));
    lexemes_split(t.a, &q, str_of(y));
    struct office_name a = office_normalise(&p, 0, p.n), b = office_normalise(&q, 0, q.n);
    return names[office_compare(t.k->offices, &a, &b)];
}

/* What the office at the first "@" of the text is: its words, and = column, ? or nothing. */
static const char *means(const char *columns, const char *text)
{
    struct sop *s = kit_pages(&t, columns);
    s->identity.unit.text = STR("Dinas Kearsipan dan Perpustakaan Daerah");
    s->identity.agency.text = STR("Pemerintah Kabupaten Contoh");
    const struct office_columns *c = sop_office_columns(t.a, t.k->offices, t.analyst->words, s);
    struct lexemes words = {.book = t.analyst->words};
    struct str all = str_of(text);
    size_t at = str_find(all, STR("@"), 0);
    char *copy = arena_strz(t.a, all);
    copy[at] = ' ';
    lexemes_split(t.a, &words, str_of(copy));
    size_t i = 0;
    while (i < words.n && words.v[i].begin < at) i++;
    struct office_mention m;
    if (!office_at(t.k->offices, c, &words, i, &m)) return "none";
    struct str name = str_slice(str_of(copy), words.v[m.first].begin, words.v[m.last - 1].end);
    if (m.standing == OFFICE_NAMED) return arena_printf(t.a, "%.*s = %.*s", (int)name.n, name.p, (int)m.column.n, m.column.p).p;
    return arena_printf(t.a, "%.*s%s", (int)name.n, name.p, m.standing == OFFICE_UNCERTAIN ? " ?" : "").p;
}

static void comparing(void)
{
    is_str(likeness("Kasubbag. Perencanaan", "KASUBBAG PERENCANAAN"), "same", "case and full stop");
    is_str(likeness("Staf /Jabatan Fungsional Umum", "Staf/Jabatan Fungsional Umum"), "same", "spacing");
    is_str(likeness("Kadin", "Kepala Dinas"), "same", "an abbreviation");
    is_str(likeness("Kasubag Umum & Keuangan", "Kepala Sub Bagian Umum dan Keuangan"), "same", "an abbreviation and an ampersand");
    is_str(likeness("Subbagian Program", "Sub Bagian Program"), "same", "one word or two");
    is_str(likeness("Kasi Perenc.", "Kasi Perencanaan"), "same", "a word cut short");
    is_str(likeness("Sekdin", "Sekretaris"), "other", "more and fewer words");
    is_str(likeness("Inspektur", "Inspektor"), "variant", "a letter");
    is_str(likeness("Analis Program", "Analisis Program"), "variant", "a listed pair");
    is_str(likeness("Walikota", "Wali Kota"), "same", "Walikota");
    is_str(likeness("Sekretaris", "Sekretariat"), "other", "a person and his office");
    is_str(likeness("Pengelola Data", "Pengelolaan Data"), "other", "a word and one made of it");
    is_str(likeness("Inspektur Pembantu I", "Inspektur Pembantu II"), "other", "numbers");
    is_str(likeness("Bagian Hukum", "Bagian Umum"), "other", "short words");
    is_str(likeness("Seksi A", "Seksi B"), "other", "letters");
    is_str(likeness("", ""), "other", "nothing");
}

static void resolving(void)
{
    const char *dinas = "Kepala Dinas|Sekretaris|Seluruh Kabid|Kasubag Perencanaan|Analisis Rencana program dan Keg.\np\n";
    const char *bagian = "Sub Bagian Otonomi Daerah|Kepala Sub Bagian|Kepala Bagian Pemerintahan|Bagian Organisasi|Inspektur|Walikota\np\n";
    is_str(means(dinas, "diserahkan kepada @Kadin untuk"), "Kadin = Kepala Dinas", "Kadin");
    is_str(means(dinas, "ke @Kepala Dinas Kearsipan dan Perpustakaan untuk"), "Kepala Dinas Kearsipan dan Perpustakaan = Kepala Dinas", "with the name of the agency");
    is_str(means(dinas, "ke @Kepala Dinas Kesehatan untuk"), "Kepala Dinas Kesehatan", "the head of another agency");
    is_str(means(dinas, "ke @Sekretaris Dinas (Sekdin)"), "Sekretaris Dinas = Sekretaris", "Sekretaris Dinas");
    is_str(means(dinas, "ke @Sekdin)"), "Sekdin = Sekretaris", "Sekdin");
    is_str(means(dinas, "ke @Sekretaris Daerah untuk"), "Sekretaris Daerah", "Sekretaris Daerah is another");
    is_str(means(dinas, "ke @Sekda"), "Sekda", "and so is Sekda");
    is_str(means(dinas, "ke @Subag Perencanaan untuk"), "Subag Perencanaan = Kasubag Perencanaan", "the unit for its head");
    is_str(means(dinas, "ke @Kasubbag untuk"), "Kasubbag = Kasubag Perencanaan", "the only Kasubbag");
    is_str(means(dinas, "ke @seluruh Bidang dan membuat"), "seluruh Bidang = Seluruh Kabid", "all units for all heads");
    is_str(means(dinas, "ke @Kabid Arsip, lalu"), "Kabid Arsip = Seluruh Kabid", "one of all");
    is_str(means(dinas, "@Analis Rencana Program dan Kegiatan mengetik"), "Analis Rencana Program dan Kegiatan = Analisis Rencana program dan Keg.", "another spelling");
    is_str(means(dinas, "ke @Kabag Hukum dan Kasi"), "Kabag Hukum", "no such column; the next office is left alone");
    is_str(means(dinas, "ke @Bagian Organisasi Setda"), "Bagian Organisasi Setda", "a unit elsewhere");
    is_str(means(dinas, "rapat @membahas konsep"), "none", "a verb");
    is_str(means(dinas, "@Surat Edaran Sekda"), "none", "a thing");
    is_str(means(bagian, "ke @Sub Bagian Program untuk diperbaiki"), "Sub Bagian Program", "another unit of the same rank");
    is_str(means(bagian, "kepada @Kepala Bagian untuk disahkan"), "Kepala Bagian = Kepala Bagian Pemerintahan", "the only head of that rank");
    is_str(means(bagian, "ke @bagian organisasi, untuk"), "bagian organisasi = Bagian Organisasi", "in lower case");
    is_str(means(bagian, "ke @Bagian Pemerintahan untuk"), "Bagian Pemerintahan = Kepala Bagian Pemerintahan", "unit and head");
    is_str(means(bagian, "kepada @Kabag Pemerintahan"), "Kabag Pemerintahan = Kepala Bagian Pemerintahan", "Kabag");
    is_str(means(bagian, "@Kasubbag Otonomi Daerah menginformasikan"), "Kasubbag Otonomi Daerah = Sub Bagian Otonomi Daerah", "head of a unit's column");
    is_str(means(bagian, "oleh @Kepala Bagian Organsiasi"), "Kepala Bagian Organsiasi = Bagian Organisasi", "misspelled");
    is_str(means(bagian, "ke @Inspektorat untuk"), "Inspektorat = Inspektur", "a unit for the one who leads it");
    is_str(means(bagian, "ke @Wali Kota untuk"), "Wali Kota = Walikota", "Wali Kota");
    is_str(means("Pejabat Pembuat Komitmen|Bendahara\np\n", "kepada @PPK untuk"), "PPK = Pejabat Pembuat Komitmen", "initials");
    is_str(means("Staf /Jabatan Fungsional Umum|Irban\np\n", "kepada @Staf untuk"), "Staf = Staf /Jabatan Fungsional Umum", "one of two names of a column");
    is_str(means("Staf /Jabatan Fungsional Umum|Irban\np\n", "kepada @JFU untuk"), "JFU = Staf /Jabatan Fungsional Umum", "the other, abbreviated");
    is_str(means("Staf|Irban\np\n\nStaf|Irbhan\np\n", "kepada @Inspektur Pembantu serta"), "Inspektur Pembantu = Irban", "spelled out");
    is_str(means("Kasubbag Umum|Kasubbag Keuangan\np\n", "kepada @Kasubbag untuk"), "Kasubbag ?", "one of two: not certain");
    is_str(means("Camat|Sekcam|Tim\np\n", "memerintahkan @sekretaris melakukan rapat"), "sekretaris = Sekcam", "in lower case, before a verb");
    is_str(means("CAMAT|SEKCAM\np\n", "DISERAHKAN KEPADA @SEKRETARIS CAMAT UNTUK DIPERIKSA"), "SEKRETARIS CAMAT = SEKCAM", "in capitals");
}

static void persons(void)
{
    is_str(arena_strz(t.a, office_person(t.k->offices, STR("Contoh Nama, S.E., M.M."))), "S.E.", "a title behind the name");
    is_str(arena_strz(t.a, office_person(t.k->offices, STR("Drs. Contoh Nama"))), "Drs.", "a title before it");
    is_str(arena_strz(t.a, office_person(t.k->offices, STR("Contoh NIP 19700101"))), "NIP", "a number");
    ok(!office_person(t.k->offices, STR("Seksi Kesehatan Ibu dan Anak")).p, "Ibu inside an office");
    ok(!office_person(t.k->offices, STR("Kasi SE dan SH")).p, "letters that are no title");
    ok(!office_person(t.k->offices, STR("Bapak")).p, "nothing but Bapak");
    ok(!office_person(t.k->offices, STR("")).p, "nothing");
}

int main(void)
{
    kit_open(&t);
    comparing();
    resolving();
    persons();
    return kit_close(&t);
}
