/* TAP for the C tests: ok(condition, name, …), is_str(got, want, name), done(). */
#ifndef TAP_H
#define TAP_H

#include <stdio.h>
#include <string.h>

static int tap_count, tap_failed;

#define ok(condition, ...) tap_ok((condition) != 0, __FILE__, __LINE__, __VA_ARGS__)
#define tap_ok(good, file, line, ...) \
    (printf("%sok %d - ", (good) ? "" : "not ", ++tap_count), printf(__VA_ARGS__), putchar('\n'), \
     (good) ? 1 : (tap_failed++, printf("# at %s:%d\n", (file), (line)), 0))
#define is_str(got, want, ...) tap_is_str((got), (want), __FILE__, __LINE__, __VA_ARGS__)
#define tap_is_str(got, want, file, line, ...) \
    (tap_ok((got) && (want) && !strcmp((got), (want)), file, line, __VA_ARGS__) \
         ? 1 : (printf("#  got: %s\n# want: %s\n", (got) ? (got) : "(null)", (want) ? (want) : "(null)"), 0))

static inline int done(void) { return printf("1..%d\n", tap_count), tap_failed != 0; }

#endif
