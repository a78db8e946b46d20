/* The flow as a whole on small definitions and drawn pages: times, returns, parallel work, ways told in words, connectors. */
#include "analysis_kit.h"

#define STEP(n, rest) "  - {nomor: " #n ", uraian: Mengerjakan hal " #n ", pelaksana: Staf, " rest "}\n"

static const char *times(struct kit *t, const char *steps)
{
    struct sop *s = kit_sop(t, arena_printf(t->data, "langkah:\n%s", steps).p);
    return arena_printf(t->data, "%s | %s | %s", fact(t, &s->head, "waktu-tersingkat"), fact(t, &s->head, "waktu-terpanjang"), fact(t, &s->head, "jumlah-waktu")).p;
}

static void same(const char *got, const char *want, const char *name)
{
    ok(strcmp(got, want) == 0, name);
    if (strcmp(got, want) != 0) printf("#  got: %s\n# want: %s\n", got, want);
}

static void test_times(struct kit *t)
{
    same(times(t, STEP(1, "waktu: 10 menit") STEP(2, "waktu: 20 menit")), "30 menit | 30 menit | 30 menit", "one way");
    same(times(t, STEP(1, "waktu: 10 menit") STEP(2, "waktu: 20 menit, simbol: keputusan, lanjut: {ya: 3, tidak: 1}") STEP(3, "waktu: 5 menit")),
         "35 menit | 1 jam 5 menit | 35 menit", "a return is taken once");
    same(times(t, STEP(1, "waktu: 10 menit") STEP(2, "waktu: 20 menit, simbol: keputusan, lanjut: {ya: 3, tidak: 2}") STEP(3, "waktu: 5 menit")),
         "35 menit | 55 menit | 35 menit", "a return to the step itself");
    same(times(t, STEP(1, "waktu: 1 jam, simbol: keputusan, lanjut: {ya: 2, tidak: 3}") STEP(2, "waktu: 3 jam, lanjut: selesai") STEP(3, "waktu: 2 jam")),
         "3 jam | 4 jam | 6 jam", "two ends");
    same(times(t, STEP(1, "waktu: 10 menit") STEP(2, "waktu: 10 menit, simbol: keputusan, lanjut: {ya: 3, tidak: 1}")
                      STEP(3, "waktu: 10 menit, simbol: keputusan, lanjut: {ya: 4, tidak: 1}") STEP(4, "waktu: 10 menit")),
         "40 menit | 1 jam 30 menit | 40 menit", "two returns, each once");
    same(times(t, STEP(1, "waktu: 10 menit, lanjut: [2, 3]") STEP(2, "waktu: 30 menit, lanjut: 4") STEP(3, "waktu: 20 menit, lanjut: 4") STEP(4, "waktu: 5 menit")),
         "45 menit | 45 menit | 1 jam 5 menit", "what is done side by side takes as long as the longest");
    same(times(t, STEP(1, "waktu: 10 menit, simbol: keputusan, lanjut: {ya: 2, tidak: 3}") STEP(2, "waktu: 10 menit, simbol: keputusan, lanjut: {ya: 3, tidak: 4}")
                      STEP(3, "waktu: 10 menit, simbol: keputusan, lanjut: {ya: 2, tidak: 4}") STEP(4, "waktu: 10 menit")),
         "? | ? | 40 menit", "a loop without a single entry");
    same(times(t, STEP(1, "waktu: 10 menit") STEP(2, "waktu: secepatnya")), "? | ? | ?", "a time that cannot be measured");
    same(times(t, STEP(1, "waktu: 2 jam") STEP(2, "waktu: 7 jam")), "1 hari 1 jam | 1 hari 1 jam | 9 jam", "days have the configured hours, the plain sum none");
}

/* "tujuan:asal…" of each exit of step i, joined by blanks. */
static const char *exits(struct kit *t, const struct sop *s, size_t i)
{
    struct buf b = BUF_INIT;
    for (size_t k = 0; k < s->steps.v[i].exits.n; k++) {
        const struct flow_exit *x = &s->steps.v[i].exits.v[k];
        buf_printf(&b, "%s%s:%s%s", b.n ? " " : "", fact(t, &x->item, "tujuan"), fact(t, &x->item, "asal"), x->back ? "!" : "");
    }
    const char *text = arena_strz(t->a, b.p ? buf_view(&b) : STR(""));
    buf_free(&b);
    return text;
}

static void test_words(struct kit *t)
{
    struct sop *s = kit_sop(t, "pelaksana: [Kepala Dinas, Sekretaris, Staf]\nlangkah:\n"
                               "  - {nomor: 1, uraian: Menyusun konsep, pelaksana: Staf}\n"
                               "  - {nomor: 2, uraian: \"Memeriksa konsep, jika tidak lengkap dikembalikan kepada Staf untuk diperbaiki, jika lengkap diserahkan kepada"
                               " Kepala Dinas untuk ditandatangani\", pelaksana: Sekretaris}\n"
                               "  - {nomor: 3, uraian: Membubuhkan paraf, pelaksana: Sekretaris}\n"
                               "  - {nomor: 4, uraian: Menandatangani konsep, pelaksana: Kepala Dinas}\n");
    same(exits(t, s, 1), "1:tertulis! 4:tertulis", "back to the latest step of the office before, on to the first after");
    same(fact(t, &s->steps.v[1].head, "balikan"), "ya", "a return in words is a return");
    s = kit_sop(t, "langkah:\n  - {nomor: 1, uraian: Menyusun konsep, pelaksana: Staf}\n"
                   "  - {nomor: 2, uraian: Memeriksa konsep, pelaksana: Staf, keterangan: Jika tidak sesuai kembali ke langkah 1}\n");
    same(exits(t, s, 1), "1:dicatat!", "a note that names the step");
    s = kit_sop(t, "langkah:\n  - {nomor: 1, uraian: Menyusun konsep, pelaksana: Staf}\n"
                   "  - {nomor: 2, uraian: Memeriksa konsep, pelaksana: Staf, keterangan: Panah balikan menandakan konsep perlu perbaikan}\n");
    same(exits(t, s, 1), "-:dicatat!", "a note that names none");
    same(fact(t, &s->steps.v[1].head, "balikan"), "ya", "is a return all the same");
    s = kit_sop(t, "pelaksana: [Kepala Dinas, Sekretaris, Staf]\nlangkah:\n"
                   "  - {nomor: 1, uraian: Menyusun konsep, pelaksana: Staf}\n"
                   "  - {nomor: 2, uraian: \"Memeriksa konsep, jika tidak lengkap dikembalikan kepada Staf\", pelaksana: Sekretaris, simbol: keputusan,"
                   " lanjut: {ya: 3, tidak: 3}}\n"
                   "  - {nomor: 3, uraian: Menandatangani konsep, pelaksana: Kepala Dinas}\n");
    same(exits(t, s, 1), "3:dinyatakan 3:dinyatakan 1:tertulis!", "all sources are kept");
    same(fact(t, &s->steps.v[1].exits.v[2].item, "bertentangan"), "ya", "and where two of them differ it is told");
    ok(s->links.n == 4, "but the declared ones alone make the flow");
}

static void test_drawn(struct kit *t)
{
    struct sop *s = kit_pages(t, "Kepala|Staf\n.o\n.p\nd.\ny.\n.o\n");
    same(exits(t, s, 2), "", "a label alone in the next row, without its twin, is no exit of the decision");
    s = kit_pages(t, "Kepala|Staf\n.o\n.p\ndn\nyo\n");
    same(exits(t, s, 2), "2:digambar! 4:digambar", "the yes of the next row belongs to the decision above that has only a no");
    s = kit_pages(t, "Kepala|Staf\n.o\n.p\np.\n.o\n");
    same(fact(t, &s->steps.v[2].head, "keluar"), "?", "arrows cannot be seen");
}

static const char *connectors(struct kit *t, const char *pages)
{
    struct sop *s = kit_pages(t, pages);
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < s->steps.n; i++)
        if (fact_called(&s->steps.v[i].head, "pergantian-halaman")) buf_printf(&b, "%s%zu:%s", b.n ? " " : "", i + 1, fact(t, &s->steps.v[i].head, "konektor"));
    const char *text = arena_strz(t->data, b.p ? buf_view(&b) : STR(""));
    buf_free(&b);
    return text;
}

static void test_connectors(struct kit *t)
{
    same(connectors(t, "A|B\no.\npc\n"), "", "one page");
    same(connectors(t, "A|B\no.\npc\n\nA|B\ncp\no.\n"), "2:berpasangan", "a pair");
    same(connectors(t, "A|B\no.\npc\n\nA|B\n.p\no.\n"), "2:tanpa-pasangan", "only before the break");
    same(connectors(t, "A|B\no.\np.\n\nA|B\ncp\no.\n"), "2:berikut 3:tanpa-pasangan", "only behind it");
    same(connectors(t, "A|B\no.\np.\n\nA|B\n.p\no.\n"), "2:?", "none anywhere: who knows");
    same(connectors(t, "A|B\no.\npc\n\nA|B\ncp\n.p\n\nA|B\n.p\no.\n"), "2:berpasangan 4:tidak-ada", "none where the others have them");
    same(connectors(t, "A|B\no.\npc\n\nA|B\n..\n..\n"), "2:?", "the next page lost its symbols");
    same(connectors(t, "A|B\no.\npc\n\nA|B\ncc\n\nA|B\ncp\no.\n"), "2:berpasangan 3:berpasangan", "a page of one row");
}

static void test_tokens(struct kit *t)
{
    struct sop *s = kit_sop(t, "langkah:\n" STEP(1, "lanjut: [2, 3]") STEP(2, "simbol: keputusan, lanjut: {ya: 4, tidak: 1}") STEP(3, "lanjut: 4") STEP(4, "waktu: 1 jam"));
    same(fact(t, &s->steps.v[3].head, "macet"), "ya", "a join that a branch may leave");
    s = kit_sop(t, "langkah:\n" STEP(1, "lanjut: [2, 3]") STEP(2, "lanjut: 4") STEP(3, "lanjut: 4") STEP(4, "waktu: 1 jam"));
    same(fact(t, &s->steps.v[3].head, "macet"), "tidak", "a join that all branches reach");
    same(fact(t, &s->steps.v[3].head, "serentak-ganda"), "tidak", "is done once");
    s = kit_sop(t, "langkah:\n" STEP(1, "lanjut: [2, 3]") STEP(2, "simbol: keputusan, lanjut: {ya: 4, tidak: selesai}") STEP(3, "lanjut: 4") STEP(4, "waktu: 1 jam"));
    same(fact(t, &s->steps.v[3].head, "serentak-ganda"), "ya", "branches that need not meet");
    struct buf b = BUF_INIT; /* 2^40 courses: forty splits in a row, each with a branch that may go round */
    buf_z(&b, "langkah:\n");
    for (int i = 0; i < 40; i++) buf_printf(&b, "  - {nomor: %d, uraian: Membagi, pelaksana: Staf, lanjut: [%d, a%d]}\n", i + 1, i + 2, i);
    buf_z(&b, "  - {nomor: 41, uraian: Menutup, pelaksana: Staf, lanjut: selesai}\n");
    for (int i = 0; i < 40; i++)
        buf_printf(&b, "  - {nomor: a%d, uraian: Memilih, pelaksana: Staf, simbol: keputusan, lanjut: {ya: z, tidak: a%d}}\n", i, i);
    buf_z(&b, "  - {nomor: z, uraian: Menyelesaikan, pelaksana: Staf}\n");
    s = kit_sop(t, b.p);
    const char *last = fact(t, &s->steps.v[s->steps.n - 1].head, "macet");
    ok(strcmp(last, "?") == 0, "too many courses: not settled, and soon");
    buf_free(&b);
}

static void test_regions(struct kit *t)
{
    struct sop *s = kit_sop(t, "langkah:\n" STEP(1, "lanjut: 4") STEP(2, "lanjut: 3") STEP(3, "lanjut: 2") STEP(4, "lanjut: selesai") STEP(5, "waktu: 1 jam"));
    same(fact(t, &s->steps.v[1].head, "wilayah-tak-terjangkau"), "2, 3", "an unreachable ring is one region");
    same(fact(t, &s->steps.v[2].head, "wilayah-tak-terjangkau"), "-", "named once");
    same(fact(t, &s->steps.v[4].head, "wilayah-tak-terjangkau"), "5", "another is another");
    s = kit_sop(t, "langkah:\n" STEP(1, "simbol: proses") STEP(2, "lanjut: 3") STEP(3, "lanjut: 2"));
    same(fact(t, &s->steps.v[1].head, "putaran"), "2, 3", "a loop without a way out");
    same(fact(t, &s->steps.v[1].head, "lewat"), "1", "and the step that leads into it");
    s = kit_sop(t, "langkah:\n" STEP(1, "lanjut: 9") STEP(2, "waktu: 1 jam"));
    same(fact(t, &s->steps.v[1].head, "terjangkau"), "ya", "an exit to nowhere is no dead end besides");
}

int main(void)
{
    struct kit t;
    kit_open(&t);
    test_times(&t);
    test_words(&t);
    test_drawn(&t);
    test_connectors(&t);
    test_tokens(&t);
    test_regions(&t);
    return kit_close(&t);
}
