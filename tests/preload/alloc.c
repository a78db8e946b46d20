/* Loaded before a program: the allocation number FAIL_AT fails, and with FAIL_EVER=1 every one after it. ALLOC_COUNT: a file for how many
 * there were. ERRNO_LEFT=1: each that succeeds leaves errno ENOMEM, as glibc's do when the heap cannot grow in place. glibc only. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

static long asked, at = -1, ever, left;

static int fails(void)
{
    if (at < 0) {
        const char *n = getenv("FAIL_AT"), *e = getenv("FAIL_EVER");
        at = n ? atol(n) : 0;
        ever = e && *e == '1';
        left = getenv("ERRNO_LEFT") != NULL;
    }
    asked++;
    if (left) errno = ENOMEM;
    if (!at || (ever ? asked < at : asked != at)) return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t n) { return fails() ? NULL : __libc_malloc(n); }
void *calloc(size_t n, size_t size) { return fails() ? NULL : __libc_calloc(n, size); }
void *realloc(void *p, size_t n) { return fails() ? NULL : __libc_realloc(p, n); }

__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("ALLOC_COUNT");
    long n = asked;
    at = 0;
    FILE *f = path ? fopen(path, "w") : NULL;
    if (f) fprintf(f, "%ld\n", n), fclose(f);
}
