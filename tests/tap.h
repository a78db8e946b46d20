/* TAP for the C tests: ok(condition, name, …), is_str(got, want, name), done(). */
#ifndef TAP_H
#define TAP_H

#include <stdio.h>
#include <string.h>

static int tap_count, tap_failed;
static const char *tap_got, *tap_want;

#define ok(condition, ...) tap_ok((condition) != 0, __FILE__, __LINE__, __VA_ARGS__)
#define tap_ok(good, file, line, ...) \
    (printf("%sok %d - ", (good) ? "" : "not ", ++tap_count), printf(__VA_ARGS__), putchar('\n'), \
     (good) ? 1 : (tap_failed++, printf("# at %s:%d\n", (file), (line)), 0))
/* The name of a comparison may have arguments; got and want are looked at once. */
#define is_str(got, want, ...) \
    (tap_got = (got), tap_want = (want), \
     tap_ok(tap_got && tap_want && !strcmp(tap_got, tap_want), __FILE__, __LINE__, __VA_ARGS__) \
         ? 1 : (printf("#  got: %s\n# want: %s\n", tap_got ? tap_got : "(null)", tap_want ? tap_want : "(null)"), 0))

static inline int done(void) { return tap_got = tap_want = NULL, printf("1..%d\n", tap_count), tap_failed != 0; }

#endif
