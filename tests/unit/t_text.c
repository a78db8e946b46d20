/* The text reader: bytes to layout. */
#include <stdlib.h>

#include "../layout_print.h"
#include "stage/read.h"
#include "tap.h"

static struct buf read_as(struct str raw, bool spans, const struct limits *limits)
{
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    struct source s = {.path = STR("x.txt"), .raw = raw, .words = read_words_load(a, &bundle_embedded, &(struct pack_faults){0})};
    struct trouble why = {0};
    struct reading r = {0};
    enum rc rc = source_decode(a, &s, limits, &why);
    if (rc == RC_OK) rc = read_source(a, &s, limits, &r, &why);
    if (rc == RC_OK) print_blocks(&b, &r.layout->blocks, 0, spans);
    else buf_printf(&b, "%s %u%s%.*s", word_name(why.message), why.at.begin, why.arg[0].n ? " " : "", (int)why.arg[0].n, why.arg[0].p ? why.arg[0].p : "");
    arena_free(r.pages);
    arena_free(a);
    if (!b.p) buf_z(&b, "");
    return b;
}

static void reads_n(struct str raw, const char *want, bool spans, const char *name)
{
    struct limits limits;
    limits_default(&limits);
    struct buf b = read_as(raw, spans, &limits);
    is_str(b.p, want, "%s", name);
    buf_free(&b);
}

#define reads(raw, want, name) reads_n(STR(raw), want, false, name)
#define spans(raw, want, name) reads_n(STR(raw), want, true, name)

static void test_paragraphs(void)
{
    reads("Nomor SOP : 1/2024  \r\n Tgl. Revisi :\r\n\r\nDinas\n", "p \"Nomor SOP : 1/2024\\nTgl. Revisi :\"\np \"Dinas\"\n",
          "printed lines are kept, blank lines part paragraphs");
    reads("a\rb\r\rc", "p \"a\\nb\"\np \"c\"\n", "CR alone ends lines");
    reads("  satu \t\n\xC2\xA0 dua\xE2\x80\x8B\xC2\xADtiga\xE3\x80\x80x", "table 1 1x2\n  0,0 \"satu\"\n  0,1 \"\"\np \"duatiga x\"\n",
          "blanks of all kinds fold, invisible characters go");
    spans(" **Nama** SOP &amp; x", "p \"Nama SOP & x\" 3-21\n", "tags and marks lie outside the span");
    reads("---\ntitle: \"SOP Arsip\"\nnomor: 1/2024\ntags:\n  - arsip\n---\nTujuan\n",
          "h6 \"SOP Arsip\"\nh6 \"nomor: 1/2024\"\nh6 \"tags:\"\nh6 \"- arsip\"\np \"Tujuan\"\n", "front matter: each line for itself");
    reads("---\nNomor SOP : 1\n---\nTujuan\n", "p \"Nomor SOP : 1\"\np \"Tujuan\"\n", "two rules with text between are none");
    reads("**DASAR HUKUM :**", "P \"DASAR HUKUM :\"\n", "a bold line");
    reads("**A\nB**\nC", "p \"A\\nB\\nC\"\n", "bold over lines, not to the end");
    reads("*) angka sementara\n**) angka tetap", "p \"*) angka sementara\\n**) angka tetap\"\n", "footnote marks stay");
    reads("2 * 3 dan 4 * 5, a_b_c, __init, 1\\. x", "p \"2 * 3 dan 4 * 5, a_b_c, init, 1. x\"\n", "stars that are no emphasis");
    reads("*miring* dan ***tebal***", "p \"miring dan tebal\"\n", "emphasis goes");
    reads("## Judul ##\nisi", "h2 \"Judul\"\np \"isi\"\n", "headings");
    reads("target <= 5 % & <nama instansi>", "p \"target <= 5 % & <nama instansi>\"\n", "what is no tag stays");
    reads("a\n---\nb\n```html\nc\n```", "p \"a\"\np \"b\"\np \"c\"\n", "rules and fences go");
    reads("satu\fdua", "p \"satu\"\npage\np \"dua\"\n", "form feeds are pages");
}

static void test_lists(void)
{
    reads("Dasar:\n1. UU\n2. PP\nPermen\n\n3. Perda\n\n1. Lagi", "p \"Dasar:\"\nol\n  1.> \"UU\"\n  2.> \"PP\"\np \"Permen\"\nol\n  3.> \"Perda\"\nol\n  1.> \"Lagi\"\n",
          "printed numbers make lists");
    reads("1. a\n\n2. b\n", "ol\n  1.> \"a\"\n  2.> \"b\"\n", "blank lines between items");
    reads("1. a\n   a) b\n   b) c\n2. d", "ol\n  1.> \"a\"\n    a)> \"b\"\n    b)> \"c\"\n  2.> \"d\"\n", "levels by marker");
    reads("- a\n  - b\n- c", "ul\n  -> \"a\"\n    -> \"b\"\n  -> \"c\"\n", "levels by indent");
    reads("1.\tUndang-Undang\n2.\tPeraturan", "ol\n  1.> \"Undang-Undang\"\n  2.> \"Peraturan\"\n", "a tab behind the marker");
    reads("1. panjang\n   lanjutan", "ol\n  1.> \"panjang\\nlanjutan\"\n", "an indented line goes on");
    reads("H. BUDI, S.Sos\n1.3. Hukum\n2024. Tahun\n1.000 lembar", "p \"H. BUDI, S.Sos\\n1.3. Hukum\\n2024. Tahun\\n1.000 lembar\"\n",
          "what only looks like a marker");
    reads("<ol style=\"x\"><li>1. a</li><li>b<ul><li>- c</li></ul></li></ol>", "ol\n  1.> \"a\"\n  > \"b\"\n    -> \"c\"\n", "tagged lists");
    reads("<ol>Renstra SKPDFormat\n\nlain", "ol glued\n  > \"Renstra SKPDFormat\"\np \"lain\"\n", "a list without items");
    spans("<li>1. ab</li>", "ul\n  1.> \"ab\" 7-9\n", "the marker lies outside the body");
}

static void test_tables(void)
{
    spans("No\tA\n\t<b>b c</b>\t\n\nx\ty", "table 1 2x3\n  0,0 \"No\" 0-2 row 1\n  0,1 \"A\" 3-4 row 1\n  1,0 \"\" 5-5 row 2\n"
          "  1,1 th \"b c\" 9-12 row 2\n  1,2 \"\" 17-17 row 2\ntable 2 1x2\n  0,0 \"x\" 19-20 row 1\n  0,1 \"y\" 21-22 row 1\n", "tabs");
    reads("a\t\"b\nc \"\"d\"\"\"\te\n", "table 1 1x3\n  0,0 \"a\"\n  0,1 \"b\\nc \"d\"\"\n  0,2 \"e\"\n", "a quoted cell over lines");
    reads("a\t\"b\"\tc\"", "table 1 1x3\n  0,0 \"a\"\n  0,1 \"\"b\"\"\n  0,2 \"c\"\"\n", "quotes that guard nothing stay");
    reads("a\t<ol>1. b 2. c\t- d - e<br>- f", "table 1 1x3\n  0,0 \"a\"\n  0,1 \"1. b 2. c\"\n    ol glued\n      > \"1. b 2. c\"\n"
          "  0,2 \"- d - e\\n- f\"\n    ul\n      -> \"d - e\"\n      -> \"f\"\n", "fragments in cells");
    reads("| No | **B** |\n|---|:-:|\n| 1 | a<br>b \\| c |\nx", "table 1 2x2\n  0,0 th \"No\"\n  0,1 th \"B\"\n  1,0 \"1\"\n  1,1 \"a\\nb | c\"\np \"x\"\n",
          "bars with a rule");
    reads("a | b\n--|--\nc | d", "table 1 2x2\n  0,0 th \"a\"\n  0,1 th \"b\"\n  1,0 \"c\"\n  1,1 \"d\"\n", "bars inside only");
    reads("<p>x<table><caption>T</caption><tr><th rowspan=2>a<th colspan='2'>b<tr><td>c<td>d</table>y",
          "p \"x\"\np \"T\"\ntable 1 2x3\n  0,0 span 2x1 th \"a\"\n  0,1 span 1x2 th \"b\"\n  1,1 \"c\"\n  1,2 \"d\"\np \"y\"\n", "spans, ends left out");
    reads("<table><tr><td rowspan=9>a<td>x<table><tr><td>n<td>m</table>y</table>",
          "table 1 1x2\n  0,0 \"a\"\n  0,1 \"x\\nn\\nm\\ny\"\n    p \"x\"\n    table 2 1x2\n      0,0 \"n\"\n      0,1 \"m\"\n    p \"y\"\n", "a table in a cell");
    reads("<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body><h1>A</h1><!-- c --><p>b&nbsp;&eacute;<br>c</body>",
          "h1 \"A\"\np \"b é\\nc\"\n", "a whole document");
}

static void test_bytes(void)
{
    reads("\xEF\xBB\xBFx", "p \"x\"\n", "UTF-8 with BOM");
    reads("\xFF\xFEh\0\xE9\0\x3D\xD8\x00\xDE", "p \"h\u00e9\U0001F600\"\n", "UTF-16 LE with BOM");
    reads("\0a\0b\0c\0d", "p \"abcd\"\n", "UTF-16 BE without BOM");
    reads("a \x96 caf\xE9", "p \"a – caf\u00e9\"\n", "Windows-1252");
    reads("", "read_empty 0", "empty");
    reads(" \n\t", "read_empty 0", "blank");
    reads("ab\0c", "p \"ab\uFFFDc\"\n", "a NUL");
    reads("\x89PNG\r\n\x1A\n\x01\x02\x03\x04\x05", "read_binary 0", "binary");
    reads("é é \xFF é", "p \"é é \uFFFD é\"\n", "one broken byte in UTF-8");
    reads("\xFF\xFE" "a\0\x00\xD8" "b\0", "p \"a\uFFFD" "b\"\n", "a lone surrogate in UTF-16");
    reads("\xFF\xFE" "a\0b", "p \"a\uFFFD\"\n", "half a unit");
    reads("\xFF\xFE" "a\0\0\0b\0\0\0", "read_binary 0", "NULs in UTF-16");
    reads("ab\0c\0d", "read_binary 0", "more NULs than a slip");
    reads("é é é \xED\xA0\x80", "read_binary 0", "a surrogate in UTF-8, three bytes of thirteen");
    reads("a\x01\x02", "read_binary 0", "controls");
}

/* Long enough texts with one fault each: how it is read, and where the file has what comes behind it. */
static void test_damage(void)
{
    static const struct {
        const char *bytes, *name, *what;
        size_t n;              /* of the bytes */
        const char *text;
        size_t places, file;   /* bytes of the file up to the X */
    } cases[] = {
#define DAMAGE(bytes, name, what, text, places, file) {bytes, name, what, sizeof(bytes) - 1, text, places, file}
        DAMAGE("\xC3\xA9\xC3\xA9 a\0b X", "a NUL", "UTF-8", "éé a\uFFFDb X", 1, 9),
        DAMAGE("\xC3\xA9\xC3\xA9 a\x81 X", "a stray byte", "UTF-8", "éé a\uFFFD X", 1, 8),
        DAMAGE("\xC3\xA9\xC3\xA9 a\xE2\x80 X", "a character cut short", "UTF-8", "éé a\uFFFD X", 1, 9),
        DAMAGE("\xC3\xA9\xC3\xA9 a\xF0\x9F\x98\0\xFF X", "a run of them", "UTF-8", "éé a\uFFFD X", 1, 12),
        DAMAGE("\xEF\xBB\xBF a\x81 b\0 X", "two, behind a BOM", "UTF-8", " a\uFFFD b\uFFFD X", 2, 10),
        DAMAGE("a\x81 X", "one that Windows-1252 does not have", "Windows-1252", "a\uFFFD X", 1, 3),
        DAMAGE("\xE9\0 X", "a NUL in Windows-1252", "Windows-1252", "é\uFFFD X", 1, 3),
        DAMAGE("\xFF\xFE" "a\0\0\xDC" "b\0X\0", "half a pair", "UTF-16", "a\uFFFDbX", 1, 8),
        DAMAGE("\xFE\xFF\0a\0\0\xD8\0\0X", "a NUL and half a pair in UTF-16", "UTF-16", "a\uFFFD\uFFFDX", 2, 8),
    };
    enum { REST = 400 };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *a = arena_new();
        struct buf raw = BUF_INIT;
        struct limits limits;
        struct trouble why = {0};
        bool wide = strcmp(cases[i].what, "UTF-16") == 0, big = cases[i].bytes[0] == '\xFE';
        limits_default(&limits);
        buf_add(&raw, cases[i].bytes, cases[i].n);
        for (size_t k = 0; k < REST; k++) {
            if (wide && big) buf_ch(&raw, '\0');
            buf_ch(&raw, '.');
            if (wide && !big) buf_ch(&raw, '\0');
        }
        struct source s = {.path = STR("x"), .raw = buf_view(&raw)};
        ok(source_decode(a, &s, &limits, &why) == RC_OK, "%s: read", cases[i].name);
        is_str(str_slice(s.text, 0, strlen(cases[i].text)).n && s.text.n == strlen(cases[i].text) + REST ? arena_strz(a, str_slice(s.text, 0, strlen(cases[i].text))) : s.text.p,
               cases[i].text, "%s: all but that", cases[i].name);
        ok(s.damage.message == W_read_damaged && str_eqz(s.damage.arg[0], cases[i].what) && str_eqz(s.damage.arg[1], cases[i].places == 1 ? "1" : "2"), "%s: said once", cases[i].name);
        ok(s.damage.at.set && s.damage.at.begin == str_find(s.text, STR("\uFFFD"), 0), "%s: at its place", cases[i].name);
        size_t x = str_find(s.text, STR("X"), 0);
        ok(source_file_offset(&s, (uint32_t)x) == cases[i].file && source_file_offset(&s, (uint32_t)x + 1) == cases[i].file + (wide ? 2 : 1),
           "%s: bytes of the file behind it", cases[i].name);
        ok(source_file_offset(&s, 0) == (wide ? 2 : cases[i].bytes[0] == '\xEF' ? 3 : 0), "%s: and before it", cases[i].name);
        buf_free(&raw);
        arena_free(a);
    }
}

/* Columns of blanks: the page as a terminal or pdftotext shows it. */
static void test_aligned(void)
{
    reads("  No    Indikator             Target   Realisasi   Capaian\n"
          "        Persentase sekolah\n"
          "  1     yang memperoleh        60%      67,74%      112,9%\n"
          "        layanan\n"
          "        Persentase warga\n"
          "  2                           1.250     1.300       104%\n"
          "        terlatih\n",
          "table 1 3x5\n  0,0 th \"No\"\n  0,1 th \"Indikator\"\n  0,2 th \"Target\"\n  0,3 th \"Realisasi\"\n  0,4 th \"Capaian\"\n"
          "  1,0 \"1\"\n  1,1 \"Persentase sekolah\\nyang memperoleh\\nlayanan\"\n  1,2 \"60%\"\n  1,3 \"67,74%\"\n  1,4 \"112,9%\"\n"
          "  2,0 \"2\"\n  2,1 \"Persentase warga\\nterlatih\"\n  2,2 \"1.250\"\n  2,3 \"1.300\"\n  2,4 \"104%\"\n",
          "figures beside the middle of their rows");
    reads("No   Kegiatan                 Kelengkapan     Waktu\n"
          "1.   Menyusun bahan rapat     Undangan,       2 jam\n"
          "     koordinasi               daftar hadir\n"
          "\n\n"
          "2.   Mengirim undangan        Undangan        15 menit\n",
          "table 1 3x4\n  0,0 th \"No\"\n  0,1 th \"Kegiatan\"\n  0,2 th \"Kelengkapan\"\n  0,3 th \"Waktu\"\n  1,0 \"1.\"\n"
          "  1,1 \"Menyusun bahan rapat\\nkoordinasi\"\n  1,2 \"Undangan,\\ndaftar hadir\"\n  1,3 \"2 jam\"\n"
          "  2,0 \"2.\"\n  2,1 \"Mengirim undangan\"\n  2,2 \"Undangan\"\n  2,3 \"15 menit\"\n",
          "figures beside the first line of their rows, blank lines between");
    reads("Program                 Pagu        Realisasi   %\n"
          "Belanja operasi      3.959.255   3.884.119 98,10\n"
          "Belanja modal           32.000      31.746 99,21\n"
          "Jumlah               3.991.255   3.915.865 98,11\n",
          "table 1 4x4\n  0,0 th \"Program\"\n  0,1 th \"Pagu\"\n  0,2 th \"Realisasi\"\n  0,3 th \"%\"\n"
          "  1,0 \"Belanja operasi\"\n  1,1 \"3.959.255\"\n  1,2 \"3.884.119\"\n  1,3 \"98,10\"\n"
          "  2,0 \"Belanja modal\"\n  2,1 \"32.000\"\n  2,2 \"31.746\"\n  2,3 \"99,21\"\n"
          "  3,0 \"Jumlah\"\n  3,1 \"3.991.255\"\n  3,2 \"3.915.865\"\n  3,3 \"98,11\"\n", "columns that only touch");
    spans("A     10   20\nB      5    6\n",
          "table 1 2x3\n  0,0 \"A\" 0-1 row 1\n  0,1 \"10\" 6-8 row 1\n  0,2 \"20\" 11-13 row 1\n"
          "  1,0 \"B\" 14-15 row 2\n  1,1 \"5\" 21-22 row 2\n  1,2 \"6\" 26-27 row 2\n", "every cell knows its bytes");
    reads("Laporan     ini    disusun   sebagai    bentuk    pertanggungjawaban\nkepada     publik    atas    pelaksanaan   tugas    dan    fungsi\n",
          "p \"Laporan ini disusun sebagai bentuk pertanggungjawaban\\nkepada publik atas pelaksanaan tugas dan fungsi\"\n",
          "prose set to full width is no table");
    reads("1.   Latar belakang\n2.   Maksud dan tujuan\n", "ol\n  1.> \"Latar belakang\"\n  2.> \"Maksud dan tujuan\"\n", "nor is a list");
    reads("BAB I      PENDAHULUAN ........... 1\nBAB II     PERENCANAAN ........... 7\n",
          "p \"BAB I PENDAHULUAN ........... 1\\nBAB II PERENCANAAN ........... 7\"\n", "nor a table of contents");
    reads("Tabel 3.1 Capaian      Tahun 2024\n\nA      1\nB      2\n", "p \"Tabel 3.1 Capaian Tahun 2024\"\ntable 1 2x2\n"
          "  0,0 \"A\"\n  0,1 \"1\"\n  1,0 \"B\"\n  1,1 \"2\"\n", "a caption stays above");
}

static void test_aligned_cells(void)
{
    reads("  No    Sasaran               Indikator Kinerja          Satuan   Target\n"
          "  (1)         (2)                   (3)                    (4)      (5)\n"
          "                        Persentase jalan mantap            %        80,00\n"
          "   1    Meningkatnya    Persentase jembatan dalam\n"
          "        mutu jalan      kondisi baik                       %        75,50\n"
          "                        Indeks kepuasan pengguna         Indeks     82,10\n"
          "   2    Terwujudnya tata Nilai SAKIP                      Nilai     70,25\n"
          "        kelola yang baik Tingkat kematangan SPIP          Level         3\n",
          "table 1 7x5\n  0,0 th \"No\"\n  0,1 th \"Sasaran\"\n  0,2 th \"Indikator Kinerja\"\n  0,3 th \"Satuan\"\n  0,4 th \"Target\"\n"
          "  1,0 th \"(1)\"\n  1,1 th \"(2)\"\n  1,2 th \"(3)\"\n  1,3 th \"(4)\"\n  1,4 th \"(5)\"\n"
          "  2,0 span 3x1 \"1\"\n  2,1 span 3x1 \"Meningkatnya\\nmutu jalan\"\n  2,2 \"Persentase jalan mantap\"\n  2,3 \"%\"\n  2,4 \"80,00\"\n"
          "  3,2 \"Persentase jembatan dalam\\nkondisi baik\"\n  3,3 \"%\"\n  3,4 \"75,50\"\n"
          "  4,2 \"Indeks kepuasan pengguna\"\n  4,3 \"Indeks\"\n  4,4 \"82,10\"\n"
          "  5,0 span 2x1 \"2\"\n  5,1 span 2x1 \"Terwujudnya tata\\nkelola yang baik\"\n  5,2 \"Nilai SAKIP\"\n  5,3 \"Nilai\"\n  5,4 \"70,25\"\n"
          "  6,2 \"Tingkat kematangan SPIP\"\n  6,3 \"Level\"\n  6,4 \"3\"\n",
          "numbered columns one blank apart, cells over several rows beside their middle");
    reads("   No    Indikator                        Target    Realisasi     %\n"
          "  Sasaran 1: Meningkatnya mutu layanan publik di daerah\n"
          "   1     Indeks kepuasan masyarakat        80,00      82,00     102,50\n"
          "   2     Persentase aduan selesai          90,00      81,00      90,00\n"
          "  Sasaran 2: Terwujudnya arsip yang tertata\n"
          "   1     Persentase arsip tertata          60,00      66,00     110,00\n",
          "table 1 6x5\n  0,0 th \"No\"\n  0,1 th \"Indikator\"\n  0,2 th \"Target\"\n  0,3 th \"Realisasi\"\n  0,4 th \"%\"\n"
          "  1,0 span 1x5 \"Sasaran 1: Meningkatnya mutu layanan publik di daerah\"\n"
          "  2,0 \"1\"\n  2,1 \"Indeks kepuasan masyarakat\"\n  2,2 \"80,00\"\n  2,3 \"82,00\"\n  2,4 \"102,50\"\n"
          "  3,0 \"2\"\n  3,1 \"Persentase aduan selesai\"\n  3,2 \"90,00\"\n  3,3 \"81,00\"\n  3,4 \"90,00\"\n"
          "  4,0 span 1x5 \"Sasaran 2: Terwujudnya arsip yang tertata\"\n"
          "  5,0 \"1\"\n  5,1 \"Persentase arsip tertata\"\n  5,2 \"60,00\"\n  5,3 \"66,00\"\n  5,4 \"110,00\"\n", "texts across the columns");
    reads("                               Kinerja                     Anggaran\n"
          "   No   Indikator\n"
          "                      Target  Realisasi    %        Pagu      Realisasi    %\n"
          "   1    Indeks jalan   80,00    82,00   102,50    1.200.000   1.080.000  90,00\n"
          "   2    Indeks air     70,00    63,00    90,00    3.000.000   2.850.000  95,00\n",
          "table 1 4x8\n  0,0 span 2x1 th \"No\"\n  0,1 span 2x1 th \"Indikator\"\n  0,2 span 1x3 th \"Kinerja\"\n  0,5 span 1x3 th \"Anggaran\"\n"
          "  1,2 th \"Target\"\n  1,3 th \"Realisasi\"\n  1,4 th \"%\"\n  1,5 th \"Pagu\"\n  1,6 th \"Realisasi\"\n  1,7 th \"%\"\n"
          "  2,0 \"1\"\n  2,1 \"Indeks jalan\"\n  2,2 \"80,00\"\n  2,3 \"82,00\"\n  2,4 \"102,50\"\n  2,5 \"1.200.000\"\n  2,6 \"1.080.000\"\n  2,7 \"90,00\"\n"
          "  3,0 \"2\"\n  3,1 \"Indeks air\"\n  3,2 \"70,00\"\n  3,3 \"63,00\"\n  3,4 \"90,00\"\n  3,5 \"3.000.000\"\n  3,6 \"2.850.000\"\n  3,7 \"95,00\"\n",
          "names above several columns");
    reads(" No   Program                        Anggaran                Keterangan\n"
          " 1    Program Pengelolaan Arsip      Rp  4.500.000.000       APBD\n"
          " 2    Program Pembinaan              Rp    500.000.000       APBD\n"
          "      Jumlah                         Rp  5.000.000.000\n"
          "\n"
          "                                                Contoh, 15 Januari 2024\n"
          "        Bupati Contoh,                          Kepala Dinas,\n",
          "table 1 4x4\n  0,0 th \"No\"\n  0,1 th \"Program\"\n  0,2 th \"Anggaran\"\n  0,3 th \"Keterangan\"\n"
          "  1,0 \"1\"\n  1,1 \"Program Pengelolaan Arsip\"\n  1,2 \"Rp 4.500.000.000\"\n  1,3 \"APBD\"\n"
          "  2,0 \"2\"\n  2,1 \"Program Pembinaan\"\n  2,2 \"Rp 500.000.000\"\n  2,3 \"APBD\"\n"
          "  3,0 \"\"\n  3,1 \"Jumlah\"\n  3,2 \"Rp 5.000.000.000\"\n  3,3 \"\"\n"
          "p \"Contoh, 15 Januari 2024\\nBupati Contoh, Kepala Dinas,\"\n", "Rp at the left of its cell; a signature is no row");
    reads(" No   Indikator               Target    Realisasi\n"
          " 1    Indeks jalan            80,00     82,00\n"
          " 2    Indeks air              70,00     63,00\n"
          "BAB IV PENUTUP\n"
          "4.1 Simpulan\n",
          "table 1 3x4\n  0,0 th \"No\"\n  0,1 th \"Indikator\"\n  0,2 th \"Target\"\n  0,3 th \"Realisasi\"\n"
          "  1,0 \"1\"\n  1,1 \"Indeks jalan\"\n  1,2 \"80,00\"\n  1,3 \"82,00\"\n"
          "  2,0 \"2\"\n  2,1 \"Indeks air\"\n  2,2 \"70,00\"\n  2,3 \"63,00\"\n"
          "p \"BAB IV PENUTUP\\n4.1 Simpulan\"\n", "the heading of a chapter right below a table");
    reads("                                           2023                     2024\n"
          "No       Indikator Kinerja\n"
          "                                     Target Realisasi   %    Target Realisasi   %\n"
          "1 Persentase jalan mantap            80,00  82,00    102,50  85,00  84,15    99,00\n"
          "    Persentase jembatan dalam\n"
          "2 kondisi baik                       70,00  63,00     90,00  75,00  75,75   101,00\n"
          "3 Indeks kepuasan pengguna jalan     82,10  80,00     97,44  83,00  84,66   102,00\n",
          "table 1 5x8\n  0,0 span 2x1 th \"No\"\n  0,1 span 2x1 th \"Indikator Kinerja\"\n  0,2 span 1x3 th \"2023\"\n  0,5 span 1x3 th \"2024\"\n"
          "  1,2 th \"Target\"\n  1,3 th \"Realisasi\"\n  1,4 th \"%\"\n  1,5 th \"Target\"\n  1,6 th \"Realisasi\"\n  1,7 th \"%\"\n"
          "  2,0 \"1\"\n  2,1 \"Persentase jalan mantap\"\n  2,2 \"80,00\"\n  2,3 \"82,00\"\n  2,4 \"102,50\"\n  2,5 \"85,00\"\n  2,6 \"84,15\"\n  2,7 \"99,00\"\n"
          "  3,0 \"2\"\n  3,1 \"Persentase jembatan dalam\\nkondisi baik\"\n  3,2 \"70,00\"\n  3,3 \"63,00\"\n  3,4 \"90,00\"\n  3,5 \"75,00\"\n  3,6 \"75,75\"\n  3,7 \"101,00\"\n"
          "  4,0 \"3\"\n  4,1 \"Indeks kepuasan pengguna jalan\"\n  4,2 \"82,10\"\n  4,3 \"80,00\"\n  4,4 \"97,44\"\n  4,5 \"83,00\"\n  4,6 \"84,66\"\n  4,7 \"102,00\"\n",
          "numbers of rows one blank before their text; years above columns whose names come again");
    reads("  No    Indikator                    Target   Realisasi\n"
          "   1              2                    3          4\n"
          "        dalam kondisi baik\n"
          "   7    Persentase air minum layak   90,00      81,00\n"
          "   8    Nilai tukar petani           102,75     101,80\n",
          "table 1 5x4\n  0,0 th \"No\"\n  0,1 th \"Indikator\"\n  0,2 th \"Target\"\n  0,3 th \"Realisasi\"\n  1,0 th \"1\"\n  1,1 th \"2\"\n  1,2 th \"3\"\n  1,3 th \"4\"\n"
          "  2,0 \"\"\n  2,1 \"dalam kondisi baik\"\n  2,2 \"\"\n  2,3 \"\"\n"
          "  3,0 \"7\"\n  3,1 \"Persentase air minum layak\"\n  3,2 \"90,00\"\n  3,3 \"81,00\"\n"
          "  4,0 \"8\"\n  4,1 \"Nilai tukar petani\"\n  4,2 \"102,75\"\n  4,3 \"101,80\"\n", "the rest of a row that began on the page before");
}

static void test_pages(void)
{
    reads("LAPORAN 2024\n\nsatu\nx\ny1\n\n1\n\fLAPORAN 2024\n\ndua\nx\nz2\n\n2\n\fLAPORAN 2024\n\ntiga\nx\nw3\n\n3\n",
          "p \"LAPORAN 2024\"\np \"satu\\nx\\ny1\"\npage\np \"dua\\nx\\nz2\"\npage\np \"tiga\\nx\\nw3\"\n", "running heads and page numbers go");
    reads("a\nb\nc\nd\n\nNIP. 19700412 199503 1 004\n\fe\nf\ng\nh\n\nNIP. 19700412 199503 1 004\n\fk\nm\nn\no\n\nNIP. 19700412 199503 1 004\n",
          "p \"a\\nb\\nc\\nd\"\np \"NIP. 19700412 199503 1 004\"\npage\np \"e\\nf\\ng\\nh\"\np \"NIP. 19700412 199503 1 004\"\npage\n"
          "p \"k\\nm\\nn\\no\"\np \"NIP. 19700412 199503 1 004\"\n", "a signature at the foot of three pages is no running foot");
    reads("ATAS\nNo    Kegiatan    Waktu\n1    Mencatat    5 menit\n\n\fATAS\nNo    Kegiatan    Waktu\n2    Membaca    5 menit\n\n\fATAS\nNo    Kegiatan    Waktu\n3    Mengirim    5 menit\n",
          "table 1 2x3\n  0,0 th \"ATAS\\nNo\"\n  0,1 th \"Kegiatan\"\n  0,2 th \"Waktu\"\n  1,0 \"1\"\n  1,1 \"Mencatat\"\n  1,2 \"5 menit\"\npage\n"
          "table 2 2x3\n  0,0 th \"ATAS\\nNo\"\n  0,1 th \"Kegiatan\"\n  0,2 th \"Waktu\"\n  1,0 \"2\"\n  1,1 \"Membaca\"\n  1,2 \"5 menit\"\npage\n"
          "table 3 2x3\n  0,0 th \"ATAS\\nNo\"\n  0,1 th \"Kegiatan\"\n  0,2 th \"Waktu\"\n  1,0 \"3\"\n  1,1 \"Mengirim\"\n  1,2 \"5 menit\"\n", "the top of a table's head on each page is no running head");
    reads("      Dalam rangka terselenggaranya pemerintahan yang baik serta\n\nmewujudkan aspirasi masyarakat maka diterbitkan peraturan tentang\n\n"
          "akuntabilitas kinerja instansi pemerintah yang merupakan tindak\n\nlanjut dari ketetapan.\n\n"
          "      Penyampaian laporan ini adalah sebagai wujud tanggung jawab\n\nkinerja.\n",
          "p \"Dalam rangka terselenggaranya pemerintahan yang baik serta\\nmewujudkan aspirasi masyarakat maka diterbitkan peraturan tentang\\n"
          "akuntabilitas kinerja instansi pemerintah yang merupakan tindak\\nlanjut dari ketetapan.\"\n"
          "p \"Penyampaian laporan ini adalah sebagai wujud tanggung jawab\\nkinerja.\"\n", "prose with its lines set apart");
}

/* `unit` repeated up to about `bytes`, read with a small ceiling. */
static void hostile(const char *before, const char *unit, size_t bytes, enum limit limit, uint64_t value, const char *want, const char *name)
{
    struct limits limits;
    limits_default(&limits);
    if (limit < LIMIT_COUNT) limits.v[limit] = value;
    struct buf raw = BUF_INIT;
    buf_z(&raw, before);
    while (raw.n < bytes) buf_z(&raw, unit);
    struct buf b = read_as(buf_view(&raw), false, &limits);
    if (want) is_str(b.p, want, "%s", name);
    else ok(b.n > bytes / 2, "%s", name);
    buf_free(&raw);
    buf_free(&b);
}

static void test_ceilings(void)
{
    hostile("", "kata ", 2000, LIMIT_text, 1999, "read_text 0 1999", "too many bytes");
    hostile("", "<table><tr><td>", 1500000, LIMIT_COUNT, 0, "read_depth 0 200", "100,000 tables in tables");
    hostile("", "<ol><li>", 800000, LIMIT_COUNT, 0, "read_depth 0 200", "100,000 lists in lists");
    hostile("x<html>", "<div><b>", 800000, LIMIT_COUNT, 0, "p \"x\"\n", "100,000 tags that only part paragraphs");
    hostile("", "1\t", 500000, LIMIT_COUNT, 0, "read_cells 400000 200000", "a table too wide");
    hostile("<table>", "<tr><td>1<td>2", 3000000, LIMIT_COUNT, 0, "read_cells 1400015 200000", "a table too long");
    hostile("<table>", "<tr><td rowspan=65534 colspan=1000>1", 99999, LIMIT_COUNT, 0, "read_cells 546 200000", "spans that cover the world");
    hostile("", "a\n\n", 3000, LIMIT_items, 100, "read_items 301 100", "too many paragraphs");
    hostile("", "- a\n", 4000, LIMIT_items, 100, "read_items 3999 100", "too many items");
    hostile("", "<!--", 1000000, LIMIT_COUNT, 0, NULL, "comments that never end");
    hostile("", "![a](", 1000000, LIMIT_COUNT, 0, NULL, "pictures that never end");
    hostile("", "<a \"<a '", 1000000, LIMIT_COUNT, 0, NULL, "quotes that never end");
    hostile("", "*a _b ", 1000000, LIMIT_COUNT, 0, NULL, "emphasis that never ends");
}

/* What libxml2's HTML parser would lose, or says nothing of. */
static void test_markup(void)
{
    reads("<html><body>a<body>b</body><html>c</html>d", "p \"a\"\np \"b\"\np \"c\"\np \"d\"\n", "bodies and documents in a document");
    reads("<body><p title=\"x>a</p><p title='y>b<!-- c<i d", "p \"a\"\np \"b<!-- c<i d\"\n", "quotes, comments and tags that are never closed");
    spans("<body>a &#150; &#0;&nosuch; &amp;", "p \"a – \uFFFD&nosuch; &\" 6-33\n", "references to no character and to nothing");
    reads("a <!-- b\nc --> d <style>\ne</style> f \\<b> <x y>", "p \"a\\nd\\nf <b> <x y>\"\n", "comments and hidden elements over lines");
    hostile("<body>", "<i><div><b>", 550000, LIMIT_COUNT, 0, "", "deep in elements that print nothing");
}

/* What fuzzing found. */
static void test_regressions(void)
{
    reads("<table><ol>a</table>", "ol glued\n  > \"a\"\n", "a list in a table outside its cells");
    reads("<table><th><table><td></table>", "table 1 1x1\n  0,0 th \"\"\n    table 2 1x1\n      0,0 \"\"\n", "blank tables in tables");
}

int main(void)
{
    test_paragraphs();
    test_lists();
    test_tables();
    test_aligned();
    test_aligned_cells();
    test_pages();
    test_bytes();
    test_damage();
    test_ceilings();
    test_markup();
    test_regressions();
    return done();
}
