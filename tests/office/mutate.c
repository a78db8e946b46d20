/* Damaged copies of office files, read whole: mutate COUNT SEED FILE…
 * Each copy is cut off, has bits flipped, or one of its parts is changed and packed again, so that damage comes to the XML, too. The same seed
 * gives the same copies. Every one has to be read, or refused with a message, within two seconds and 256 MiB; a crash ends the program. Prints what took too
 * long or went wrong, and last how many were read. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <sys/resource.h>

#include <zip.h>

#include "base/os.h"
#include "patuh.h"
#include "read/office/package.h"

enum { SECONDS = 2, FLIPS = 8, MOST_MIB = 256 };

/* Most memory that was ever held; sanitizers hold their own, too. */
static long peak_mib(void)
{
#ifdef __SANITIZE_ADDRESS__
    return 0;
#else
    struct rusage u;
    return getrusage(RUSAGE_SELF, &u) == 0 ? u.ru_maxrss / 1024 : 0;
#endif
}

static uint64_t state;

static uint64_t draw(uint64_t below) /* xorshift64* */
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return below ? (state * 2685821657736338717u >> 11) % below : 0;
}

static void damage(struct buf *b)
{
    static const char *const words[] = {"<", ">", "\"", "&", "<!DOCTYPE x>", "<a>", "</a>", "999999999", "-1", "&#0;", "1048577"};
    if (!b->n) return;
    for (uint64_t i = 0, n = 1 + draw(FLIPS); i < n; i++) {
        size_t at = (size_t)draw(b->n), some = (size_t)draw(40);
        if (some > b->n - at) some = b->n - at;
        switch (draw(5)) {
        case 0: b->p[at] = (char)(b->p[at] ^ 1 << draw(8)); break;
        case 1: memset(b->p + at, (int)draw(256), some); break;
        case 2: memmove(b->p + at, b->p + draw(b->n - some + 1), some); break;
        case 3: b->n = draw(8) ? b->n : at + 1; break;
        default: {
            const char *w = words[draw(COUNT(words))];
            size_t length = strlen(w);
            if (length <= b->n - at) memcpy(b->p + at, w, length);
        }
        }
    }
}

static struct str part_of(zip_t *z, zip_uint64_t i)
{
    zip_stat_t st;
    zip_file_t *f = zip_stat_index(z, i, 0, &st) == 0 && st.size < 1 << 24 ? zip_fopen_index(z, i, 0) : NULL;
    char *p = f ? base_alloc((size_t)st.size + 1) : NULL;
    zip_int64_t n = f ? zip_fread(f, p, st.size) : -1;
    if (f) zip_fclose(f);
    if (n >= 0) return (struct str){p, (size_t)n};
    free(p);
    return STR_ABSENT;
}

/* A copy of which one part, chosen by chance, is damaged. */
static void damage_part(struct str file, struct buf *out)
{
    char *copy = base_alloc(file.n);
    memcpy(copy, file.p, file.n);
    zip_source_t *s = zip_source_buffer_create(copy, file.n, 1, NULL);
    zip_source_keep(s);
    zip_t *z = zip_open_from_source(s, 0, NULL);
    zip_uint64_t i = z ? draw((uint64_t)zip_get_num_entries(z, 0)) : 0;
    struct str part = z ? part_of(z, i) : STR_ABSENT;
    struct buf b = BUF_INIT;
    buf_str(&b, part);
    free((char *)(uintptr_t)part.p);
    damage(&b);
    char *bytes = base_alloc(b.n + 1);
    if (b.n) memcpy(bytes, b.p, b.n);
    if (z) zip_file_replace(z, i, zip_source_buffer(z, bytes, b.n, 1), 0);
    if (z && zip_close(z) == 0 && zip_source_open(s) == 0) {
        char piece[65536];
        for (zip_int64_t n; (n = zip_source_read(s, piece, sizeof piece)) > 0;) buf_add(out, piece, (size_t)n);
        zip_source_close(s);
    }
    buf_free(&b);
    zip_source_free(s);
}

static bool judge(struct patuh_checker *c, const struct buf *b, uint64_t number, const char *name)
{
    clock_t begin = clock();
    struct patuh_result *r = patuh_check_buffer(c, name, b->p ? b->p : "", b->n);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    bool good = seconds < SECONDS && (patuh_result_kind(r) || (patuh_result_error(r) && *patuh_result_error(r)));
    if (!good) printf("copy %llu of %s: %.1f s, %s\n", (unsigned long long)number, name, seconds, patuh_result_error(r) ? patuh_result_error(r) : "read");
    patuh_result_free(r);
    return good;
}

int main(int argc, char **argv)
{
    uint64_t count = argc > 3 ? strtoull(argv[1], NULL, 10) : 0, bad = 0, read = 0;
    struct patuh_rules *rules = patuh_rules_new(NULL);
    const struct patuh_options options = {.today = "2025-06-30"};
    struct patuh_checker *c = patuh_checker_new(rules, &options, NULL);
    struct arena *a = arena_new();
    for (int f = 3; f < argc; f++) {
        struct buf file = BUF_INIT;
        struct trouble why;
        if (os_read(a, argv[f], 1 << 26, &file, &why) != RC_OK) return 2;
        for (uint64_t i = 0; i < count; i++, read++) {
            struct buf copy = BUF_INIT;
            state = (strtoull(argv[2], NULL, 10) + i) * 0x9E3779B97F4A7C15u | 1;
            draw(1);
            uint64_t how = package_sniff(buf_view(&file)) && !package_flat(buf_view(&file)) ? draw(4) : draw(2);
            if (how > 1) damage_part(buf_view(&file), &copy);
            else buf_add(&copy, file.p, how ? (size_t)draw(file.n) : file.n);
            if (how == 0) damage(&copy);
            bad += !judge(c, &copy, i, argv[f]);
            buf_free(&copy);
        }
        buf_free(&file);
    }
    arena_free(a);
    patuh_checker_free(c);
    patuh_rules_free(rules);
    printf("%llu read, %llu badly, %ld MiB at most\n", (unsigned long long)read, (unsigned long long)bad, peak_mib());
    return bad > 0 || peak_mib() > MOST_MIB;
}
