/* base.h: the few tools that every stage shares: result codes, slices of text, an arena, a growing buffer, ceilings.
 *
 * Nothing here knows of documents or rules. No function keeps state outside its arguments.
 * Memory: running out of it ends the process with a message (base_out_of_memory); everything that input can make grow
 * has a ceiling in limits.def instead, so this is not reached by a document, however hostile. */
#ifndef PATUH_BASE_H
#define PATUH_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Result of anything that can fail. The words that explain a failure travel in a struct trouble (source.h). */
enum rc {
    RC_OK,
    RC_IO,          /* the operating system refused a read or write */
    RC_LIMIT,       /* a ceiling of limits.def was reached */
    RC_SYNTAX,      /* the input is not what it claims to be */
    RC_UNSUPPORTED, /* well formed, but a kind that this reader does not handle */
};

#if defined(__GNUC__)
#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, first) __attribute__((format(printf, fmt, first)))
#else
#define MUST_USE
#define PRINTF_LIKE(fmt, first)
#endif

/* "None", where the index of an element is expected. */
#define NO_INDEX SIZE_MAX

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- slices ------------------------------------------------------------------------------------------------- */

/* A slice of UTF-8 text that somebody else owns. p == NULL means "absent", which is not the same as "empty" (n == 0). */
struct str {
    const char *p;
    size_t n;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_ABSENT ((struct str){NULL, 0})

struct str str_of(const char *nul_terminated); /* NULL gives STR_ABSENT */
/* [from, to), clipped to s */
static inline struct str str_slice(struct str s, size_t from, size_t to)
{
    if (to > s.n) to = s.n;
    if (from > to) from = to;
    return (struct str){s.p ? s.p + from : NULL, to - from};
}
struct str str_trim(struct str s); /* without leading and trailing white space, U+00A0, U+200B and U+FEFF included */
bool str_blank(struct str s);      /* absent, empty, or nothing but white space as above */
static inline bool str_eq(struct str a, struct str b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }
bool str_eqz(struct str a, const char *nul_terminated);
bool str_ieq(struct str a, struct str b); /* ASCII letters without case; other bytes as they are */
static inline bool str_starts(struct str s, struct str prefix) { return s.n >= prefix.n && str_eq(str_slice(s, 0, prefix.n), prefix); }
bool str_istarts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
/* Offset of the first occurrence at or after `from`, SIZE_MAX when there is none. str_ifind: ASCII letters without case. */
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_ifind(struct str s, struct str needle, size_t from);
int str_cmp(struct str a, struct str b); /* by bytes, like memcmp; a prefix sorts first */
uint64_t str_hash(struct str s);
/* Whole decimal number of at most 18 digits and nothing else; false leaves *out alone. */
bool str_u64(struct str s, uint64_t *out);

/* ---- arena -------------------------------------------------------------------------------------------------- */

/* Memory that is freed all at once. One arena for a rule set, one for a document; passed as the first parameter. */
struct arena;
struct arena *arena_new(void);
void arena_free(struct arena *a);  /* NULL is fine */
void arena_reset(struct arena *a); /* everything handed out is gone; keeps up to 2 MB for reuse */
size_t arena_used(const struct arena *a); /* bytes handed out since the last reset */
void *arena_alloc(struct arena *a, size_t bytes); /* zeroed, aligned for anything but long double, never NULL */
struct str arena_str(struct arena *a, struct str s); /* a NUL-terminated copy; absent stays absent */
char *arena_strz(struct arena *a, struct str s);     /* the same as a C string; absent gives "" */
struct str arena_printf(struct arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);
struct str arena_int(struct arena *a, long long value); /* as %lld prints it */
/* s, a blank, and `more` as one text. Appending again and again to what this gave is linear: it grows in place. */
struct str arena_append(struct arena *a, struct str s, struct str more);
/* For growing arrays: room for one more element of `size` bytes in an arena-owned array of n elements and capacity *cap. */
void *arena_grow(struct arena *a, void *array, size_t n, size_t *cap, size_t size);
/* Appends one zeroed element to the array v (fields v, n, cap) of the struct *list and gives its address. */
#define ARENA_PUSH(arena, list) \
    ((list)->v = arena_grow((arena), (list)->v, (list)->n, &(list)->cap, sizeof *(list)->v), &(list)->v[(list)->n++])

/* Room for `count` elements in such a list while it has none: growing step by step leaves as much behind as it takes. */
#define ARENA_ROOM(arena, list, count) \
    ((void)((list)->cap || ((list)->cap = (count), (list)->v = arena_alloc((arena), (list)->cap * sizeof *(list)->v), 0)))

/* ---- buffer ------------------------------------------------------------------------------------------------- */

/* A growing run of bytes, always NUL-terminated. Start with BUF_INIT, end with buf_free. */
struct buf {
    char *p;
    size_t n, cap;
};
#define BUF_INIT {NULL, 0, 0}
void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_str(struct buf *b, struct str s);
void buf_z(struct buf *b, const char *nul_terminated);
void buf_ch(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);
struct str buf_view(const struct buf *b); /* valid until the next change */
void buf_free(struct buf *b);

/* ---- ceilings ----------------------------------------------------------------------------------------------- */

enum limit {
#define LIMIT(id, name, value, unit_id, unit_en) LIMIT_##id,
#include "base/limits.def"
#undef LIMIT
    LIMIT_COUNT
};

/* The ceilings in force; limits_default() fills in limits.def. A rule set holds one copy, shared read-only. */
struct limits {
    uint64_t v[LIMIT_COUNT];
};
void limits_default(struct limits *l);
const char *limit_name(enum limit id); /* as in --limit NAME=VALUE */
/* Index of the ceiling of that name, LIMIT_COUNT when there is none. */
enum limit limit_find(struct str name);

_Noreturn void base_out_of_memory(void);
/* malloc and realloc that never give NULL. */
void *base_alloc(size_t bytes);
void *base_realloc(void *p, size_t bytes);

#endif
