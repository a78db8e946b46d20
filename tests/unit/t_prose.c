/* Text set in columns on a page: read column by column; tables without rules stay tables. */
#include <string.h>

#include "read/page/pages.h"
#include "tap.h"

static struct arena *a;
static struct page *page;

/* A line of words from x to `right`, spread over the width when that is not 0. */
static void line(double x, double right, double base, const char *text)
{
    size_t words = 1, letters = 0;
    for (const char *p = text; *p; p++) words += *p == ' ', letters += *p != ' ';
    double gap = right > 0 && words > 1 ? (right - x - 4.5 * (double)letters) / (double)(words - 1) : 3;
    for (const char *p = text; *p;) {
        size_t n = strcspn(p, " ");
        double x1 = x + 4.5 * (double)n;
        *ARENA_PUSH(a, &page->words) = (struct page_word){.text = {p, n}, .box = {x, base - 7, x1, base + 2}, .size = 9, .base = base, .reading = READ_RIGHT, .confidence = 1};
        x = x1 + gap;
        p += n + (p[n] == ' ');
    }
}

static const char *const left[] = {"Laporan ini memuat hasil yang telah", "dicapai oleh dinas sepanjang tahun", "dan hambatan yang dihadapi selama itu.", "Anggaran dinas dipakai untuk kegiatan",
                                   "yang mendukung sasaran strategis dan", "hasilnya diukur setiap akhir triwulan"},
                 *const right[] = {"oleh tim yang ditetapkan kepala dinas.", "Tim membandingkan capaian dengan target", "dan tahun sebelumnya serta menyusun", "rencana perbaikan untuk tahun depan.",
                                   "Rencana itu dibahas bersama seluruh", "bidang sebelum akhir bulan Januari."};

static void columns_at(double y, double shift)
{
    for (size_t i = 0; i < COUNT(left); i++) line(50, 240, y + 12 * (double)i, left[i]);
    for (size_t i = 0; i < COUNT(right); i++) line(262, 452, y + shift + 12 * (double)i, right[i]);
}

static void same_lines(void) { columns_at(100, 0); }
static void other_lines(void) { columns_at(100, 5.5); }
static void between(void) /* full lines above and below, the last of the first paragraph a short one */
{
    line(50, 452, 76, "Bagian pertama menjelaskan cara dinas mengukur kinerja setiap triwulan dan siapa yang bertugas");
    line(50, 0, 88, "mengukurnya.");
    columns_at(112, 0);
    line(50, 0, 196, "Penutup");
    line(50, 452, 220, "Bagian terakhir memuat kesimpulan atas seluruh sasaran dan langkah yang akan diambil tahun depan");
}
static void three(void)
{
    for (size_t i = 0; i < COUNT(left); i++) {
        line(50, 240, 100 + 12 * (double)i, left[i]);
        line(262, 452, 100 + 12 * (double)i, right[i]);
        line(474, 664, 100 + 12 * (double)i, left[i]);
    }
}
static void figures(void) /* no text: a table of figures */
{
    for (int i = 0; i < 8; i++) {
        line(50, 0, 100 + 12 * i, "Persentase layanan tepat waktu triwulan");
        line(262, 0, 100 + 12 * i, "80,5 81,25 101,0 94,75 12 7,5");
    }
}
static void rows(void) /* a table of texts: cells begin at the same height */
{
    for (int i = 0; i < 4; i++) {
        line(50, 240, 100 + 36 * i, "Meningkatnya mutu layanan bagi warga di");
        line(50, 0, 112 + 36 * i, "seluruh wilayah kabupaten.");
        line(262, 452, 100 + 36 * i, "Persentase warga yang puas atas layanan");
        line(262, 452, 112 + 36 * i, "dinas menurut survei yang diadakan setiap");
        line(262, 0, 124 + 36 * i, "akhir tahun.");
    }
}
static void signatures(void)
{
    line(50, 0, 100, "Pihak Kedua,"), line(300, 0, 100, "Pihak Pertama,");
    line(50, 0, 150, "Dr. Sari Wulandari, M.Si."), line(300, 0, 150, "Ir. Budi Santoso, M.T.");
}

static const struct {
    void (*draw)(void);
    const char *name;
    unsigned columns, lines;
    const char *order[6]; /* texts in the order in which they are to be read */
} cases[] = {
    {same_lines, "two columns on the same lines", 2, 12, {"Laporan ini", "hambatan", "akhir triwulan\noleh tim", "Tim membandingkan", "Januari."}},
    {other_lines, "two columns whose lines pass each other", 2, 12, {"Laporan ini", "hambatan", "akhir triwulan\noleh tim", "Tim membandingkan", "Januari."}},
    {between, "columns between full lines", 2, 12, {"Bagian pertama", "bertugas\nmengukurnya.", "Laporan ini", "akhir triwulan\noleh tim", "Januari.", "Penutup"}},
    {three, "three columns", 3, 18, {"Laporan ini", "akhir triwulan\noleh tim", "Januari.", "Laporan ini", "akhir triwulan"}},
    {figures, "figures beside texts are a table", 0, 0, {"Persentase", "80,5", "Persentase", "80,5"}},
    {rows, "texts that begin together are rows", 0, 0, {"Meningkatnya", "Persentase", "Meningkatnya", "Persentase"}},
    {signatures, "who signs, side by side", 0, 0, {"Pihak Kedua", "Pihak Pertama", "Sari", "Budi"}},
};

static void add(struct buf *b, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->n; i++) {
        const struct block *k = &blocks->v[i];
        if (k->run.text.n) buf_str(b, k->run.text), buf_ch(b, '|');
        for (size_t c = 0; k->table && c < k->table->cells.n; c++) add(b, &k->table->cells.v[c].blocks);
        for (size_t c = 0; k->list && c < k->list->n; c++) buf_str(b, k->list->v[c].body.text), buf_ch(b, '|');
    }
}

int main(void)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct source s = {.path = STR("x.pdf")};
        struct limits limits;
        struct reading out = {0};
        struct trouble why = {0};
        struct pages pages = {0};
        struct buf b = BUF_INIT;
        a = arena_new();
        limits_default(&limits);
        page = ARENA_PUSH(a, &pages);
        *page = (struct page){.number = 1, .width = 720, .height = 842};
        cases[i].draw();
        if (pages_layout(a, &pages, &s, &limits, NULL, &out, &why) != RC_OK) return 1;
        const struct columned_texts *c = &out.layout->columned;
        ok(c->n == (cases[i].columns ? 1 : 0) && (!c->n || (c->v[0].columns == cases[i].columns && c->v[0].lines == cases[i].lines && c->v[0].page == 1)), "%s: as such",
           cases[i].name);
        add(&b, &out.layout->blocks);
        size_t at = 0, k = 0;
        for (; k < COUNT(cases[i].order) && cases[i].order[k] && at != SIZE_MAX; k++) at = str_find(buf_view(&b), str_of(cases[i].order[k]), at + (k > 0));
        ok(at != SIZE_MAX, "%s: in their order", cases[i].name);
        if (at == SIZE_MAX) printf("# no '%s' there in: %.*s\n", cases[i].order[k - 1], (int)b.n, b.p);
        buf_free(&b);
        arena_free(out.pages);
        arena_free(a);
    }
    return done();
}
