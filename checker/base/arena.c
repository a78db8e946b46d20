/* Arena and growing buffer: the only places that ask the system for memory. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/base.h"

#define BLOCK_BYTES ((size_t)64 * 1024 - 64)
#define SPARE_BLOCKS 32 /* kept over a reset: asking malloc for each document costs more than most documents are worth */

/* Nothing that lives here needs more than a pointer or a 64-bit number does; the 32 bytes of max_align_t would double most texts. */
#define ALIGNMENT _Alignof(union any)

struct block {
    struct block *next;
    size_t used, size;
    union any {
        void *pointer;
        uint64_t number;
        double real;
    } data[];
};

struct arena {
    struct block *blocks; /* the newest first */
    struct block *spare;  /* of the usual size, from before a reset */
    size_t used;
    struct growing {
        const char *p;
        size_t n, room;
    } growing[8];         /* what arena_append gave last: several texts grow side by side, as the cells of a row do */
    size_t next_growing;
};

void base_out_of_memory(void)
{
    fputs("patuh: memori habis / out of memory\n", stderr);
    abort();
}

void *base_alloc(size_t bytes) { return base_realloc(NULL, bytes); }

void *base_realloc(void *p, size_t bytes)
{
    p = realloc(p, bytes ? bytes : 1);
    if (!p) base_out_of_memory();
    return p;
}

static struct block *usual_block(struct arena *a)
{
    struct block *b = a->spare;
    if (b) a->spare = b->next;
    else b = base_alloc(sizeof *b + BLOCK_BYTES);
    *b = (struct block){.size = BLOCK_BYTES};
    return b;
}

struct arena *arena_new(void)
{
    struct arena *a = base_alloc(sizeof *a);
    *a = (struct arena){0};
    a->blocks = usual_block(a);
    return a;
}

void arena_reset(struct arena *a)
{
    size_t kept = 0;
    for (const struct block *b = a->spare; b; b = b->next) kept++;
    for (struct block *b = a->blocks, *next; b; b = next) {
        next = b->next;
        if (b->size == BLOCK_BYTES && kept < SPARE_BLOCKS) {
            b->next = a->spare;
            a->spare = b;
            kept++;
        } else {
            free(b);
        }
    }
    a->blocks = usual_block(a);
    a->used = 0;
    memset(a->growing, 0, sizeof a->growing);
}

static void free_blocks(struct block *b)
{
    for (struct block *next; b; b = next) next = b->next, free(b);
}

void arena_free(struct arena *a)
{
    if (!a) return;
    free_blocks(a->blocks);
    free_blocks(a->spare);
    free(a);
}

size_t arena_used(const struct arena *a) { return a->used; }

/* A large piece gets a block of its own, behind the current one; the system gives its pages, zeroed, as they are used. */
static void *large(struct arena *a, size_t bytes)
{
    struct block *own = bytes < SIZE_MAX / 2 ? calloc(1, sizeof *own + bytes) : NULL;
    if (!own) base_out_of_memory();
    own->size = own->used = bytes;
    own->next = a->blocks->next;
    a->blocks->next = own;
    a->used += bytes;
    return own->data;
}

/* Not zeroed. */
static void *take(struct arena *a, size_t bytes)
{
    if (bytes > BLOCK_BYTES / 4) return large(a, bytes);
    bytes = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    struct block *b = a->blocks;
    if (b->size - b->used < bytes) {
        b = usual_block(a);
        b->next = a->blocks;
        a->blocks = b;
    }
    void *p = (char *)b->data + b->used;
    b->used += bytes;
    a->used += bytes;
    return p;
}

void *arena_alloc(struct arena *a, size_t bytes) { return bytes > BLOCK_BYTES / 4 ? large(a, bytes) : memset(take(a, bytes), 0, bytes); }

char *arena_strz(struct arena *a, struct str s)
{
    char *p = take(a, s.n + 1);
    if (s.n) memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return p;
}

struct str arena_str(struct arena *a, struct str s) { return s.p ? (struct str){arena_strz(a, s), s.n} : s; }

struct str arena_int(struct arena *a, long long value)
{
    char text[24];
    size_t at = sizeof text;
    unsigned long long left = value < 0 ? 0 - (unsigned long long)value : (unsigned long long)value;
    do text[--at] = (char)('0' + left % 10);
    while (left /= 10);
    if (value < 0) text[--at] = '-';
    return arena_str(a, (struct str){text + at, sizeof text - at});
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
    char small[256];
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int n = vsnprintf(small, sizeof small, fmt, args);
    va_end(args);
    if (n < 0) base_out_of_memory();
    char *p = take(a, (size_t)n + 1);
    if ((size_t)n < sizeof small) memcpy(p, small, (size_t)n + 1);
    else vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return (struct str){p, (size_t)n};
}

struct str arena_append(struct arena *a, struct str s, struct str more)
{
    size_t n = s.n + 1 + more.n;
    char *p = NULL;
    for (size_t i = 0; i < COUNT(a->growing) && !p; i++) {
        struct growing *g = &a->growing[i];
        if (g->p != s.p || g->n != s.n || n >= g->room) continue; /* another length: somebody else's copy of it as it was */
        p = (char *)(uintptr_t)s.p;
        g->n = n;
    }
    if (!p) {
        p = arena_alloc(a, 2 * n + 1);
        memcpy(p, s.p, s.n);
        a->growing[a->next_growing++ % COUNT(a->growing)] = (struct growing){p, n, 2 * n + 1};
    }
    p[s.n] = ' ';
    memcpy(p + s.n + 1, more.p, more.n);
    p[n] = '\0';
    return (struct str){p, n};
}

void *arena_grow(struct arena *a, void *array, size_t n, size_t *cap, size_t size)
{
    if (n < *cap) return array;
    size_t more = *cap ? *cap * 2 : 4;
    if (more > SIZE_MAX / 4 / size) base_out_of_memory();
    void *p = arena_alloc(a, more * size);
    if (n) memcpy(p, array, n * size);
    *cap = more;
    return p;
}

enum { BUF_LEAST = 120 };

void buf_add(struct buf *b, const void *bytes, size_t n)
{
    if (b->cap - b->n < n + 1) {
        if (n > SIZE_MAX / 4 || b->cap > SIZE_MAX / 4) base_out_of_memory();
        b->cap = (b->cap + n + 1) * 2;
        if (b->cap < BUF_LEAST) b->cap = BUF_LEAST;
        b->p = base_realloc(b->p, b->cap);
    }
    if (n) memcpy(b->p + b->n, bytes, n);
    b->n += n;
    b->p[b->n] = '\0';
}

void buf_str(struct buf *b, struct str s) { buf_add(b, s.p, s.n); }
void buf_z(struct buf *b, const char *z) { buf_add(b, z, strlen(z)); }
void buf_ch(struct buf *b, char c) { buf_add(b, &c, 1); }

void buf_printf(struct buf *b, const char *fmt, ...)
{
    char small[256];
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int n = vsnprintf(small, sizeof small, fmt, args);
    va_end(args);
    if (n < 0) base_out_of_memory();
    if ((size_t)n < sizeof small) {
        buf_add(b, small, (size_t)n);
    } else {
        char *big = base_alloc((size_t)n + 1);
        vsnprintf(big, (size_t)n + 1, fmt, again);
        buf_add(b, big, (size_t)n);
        free(big);
    }
    va_end(again);
}

struct str buf_view(const struct buf *b) { return (struct str){b->p ? b->p : "", b->n}; }

void buf_free(struct buf *b)
{
    free(b->p);
    *b = (struct buf)BUF_INIT;
}
