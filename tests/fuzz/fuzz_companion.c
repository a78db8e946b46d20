/* Fuzz target of documents beside one another: the bytes up to a line "%%" are a report, those behind it the Perjanjian Kinerja and last year's
 * report that it is held against; without that line they are all three. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "patuh.h"

static const struct patuh_rules *rules(void)
{
    static struct patuh_rules *r;
    if (!r) r = patuh_rules_new(NULL);
    return r;
}

static const char *file(void)
{
    static char name[] = "/tmp/fuzz-companion-XXXXXX";
    static int fd = -1;
    if (fd < 0) fd = mkstemp(name);
    return fd < 0 ? NULL : name;
}

static void against(const char *path, const uint8_t *data, size_t size)
{
    static const char *const only[] = {"PK", "LN", NULL};
    struct patuh_options o = {.lang = 1, .today = "2025-06-30", .select = only, .pk = path};
    char *error = NULL;
    struct patuh_checker *c = patuh_checker_new(rules(), &o, &error);
    need(!c == (error != NULL));
    if (c) patuh_result_free(patuh_check_buffer(c, "fuzz", data, size));
    patuh_checker_free(c);
    patuh_free(error);
    o = (struct patuh_options){.select = only, .last_year = path};
    c = patuh_checker_new(rules(), &o, NULL);
    if (c) patuh_result_free(patuh_check_buffer(c, "fuzz", data, size));
    patuh_checker_free(c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *mark = size > 4 ? memmem(data, size, "\n%%\n", 4) : NULL, *behind = mark ? mark + 4 : data;
    const char *path = file();
    FILE *f = path ? fopen(path, "wb") : NULL;
    if (!f) return 0;
    fwrite(behind, 1, size - (size_t)(behind - data), f);
    fclose(f);
    against(path, data, mark ? (size_t)(mark - data) : size);
    return 0;
}
