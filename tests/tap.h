/* TAP for the C tests: ok(condition, name, …), is_str(got, want, name, …), done(). */
#ifndef TAP_H
#define TAP_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static int tap_count, tap_failed;

#define ok(condition, ...) tap_ok((condition) != 0, __FILE__, __LINE__, __VA_ARGS__)
#define is_str(got, want, ...) tap_is_str((got), (want), __FILE__, __LINE__, __VA_ARGS__)

static inline int tap_say(int good, const char *file, int line, const char *name, va_list args)
{
    printf("%sok %d - ", good ? "" : "not ", ++tap_count);
    vprintf(name, args);
    putchar('\n');
    if (!good) tap_failed++, printf("# at %s:%d\n", file, line);
    return good;
}

__attribute__((format(printf, 4, 5))) static inline int tap_ok(int good, const char *file, int line, const char *name, ...)
{
    va_list args;
    va_start(args, name);
    tap_say(good, file, line, name, args);
    va_end(args);
    return good;
}

__attribute__((format(printf, 5, 6))) static inline int tap_is_str(const char *got, const char *want, const char *file, int line, const char *name, ...)
{
    va_list args;
    va_start(args, name);
    int good = tap_say(got && want && strcmp(got, want) == 0, file, line, name, args);
    va_end(args);
    if (!good) printf("#  got: %s\n# want: %s\n", got ? got : "(null)", want ? want : "(null)");
    return good;
}

static inline int done(void)
{
    printf("1..%d\n", tap_count);
    return tap_failed != 0;
}

#endif
