/* rules/laws.tsv as the constant table of domain/citation/laws.h. */
#include <stdlib.h>
#include <string.h>

#include "domain/citation/laws.h"
#include "embed/embed.h"

enum { FIELDS = 6 };
struct line {
    struct str field[FIELDS]; /* kind, number, year, title, revoked-by, since */
    uint64_t number, year;
};

static bool split(struct str text, struct line *out)
{
    *out = (struct line){0};
    for (size_t i = 0; i < FIELDS; i++) {
        size_t tab = str_find(text, STR("\t"), 0);
        out->field[i] = str_slice(text, 0, tab);
        text = tab == SIZE_MAX ? STR("") : str_slice(text, tab + 1, text.n);
    }
    return !text.n && str_u64(out->field[1], &out->number) && str_u64(out->field[2], &out->year) && out->number <= UINT16_MAX && out->year <= UINT16_MAX;
}

static void write_text(const struct line *l, uint32_t *offset)
{
    fputs("    ", stdout);
    for (size_t i = 3; i < FIELDS; i++) {
        embed_string(l->field[i].p, l->field[i].n);
        fputs("\"\\0\"", stdout);
        *offset += (uint32_t)l->field[i].n + 1;
    }
    putchar('\n');
}

/* Sorted by year and number inside a kind, and each once: the search relies on it. */
static bool in_order(const struct line *before, const struct line *l)
{
    if (!str_eq(before->field[0], l->field[0])) return true;
    return before->year < l->year || (before->year == l->year && before->number < l->number);
}

int write_laws(struct str text)
{
    struct line *v = base_alloc((text.n / 8 + 2) * sizeof *v);
    uint32_t *at = base_alloc((text.n / 8 + 2) * sizeof *at), offset = 0;
    size_t n = 0, number = 0, bad = 0;
    for (size_t i = 0; i < text.n;) {
        size_t end = str_find(text, STR("\n"), i);
        if (end == SIZE_MAX) end = text.n;
        struct str line = str_slice(text, i, end);
        number++;
        i = end + 1;
        if (!line.n || line.p[0] == '#') continue;
        if (!split(line, &v[n]) || (n && !in_order(&v[n - 1], &v[n]))) {
            fprintf(stderr, "laws.tsv:%zu: not a line of this table, or out of order\n", number);
            bad++;
        } else {
            n++;
        }
    }
    puts("/* Made by checker/embed from rules/laws.tsv. Do not edit. */\n#include \"domain/citation/laws.h\"\n\nstatic const char text[] =\n    \"\\0\" \"\\0\" \"\\0\"");
    offset = 3;
    for (size_t i = 0; i < n; i++) {
        bool plain = !v[i].field[3].n && !v[i].field[4].n && !v[i].field[5].n;
        at[i] = plain ? 0 : offset;
        if (!plain) write_text(&v[i], &offset);
    }
    puts("    ;\nstatic const struct law_row rows[] = {");
    for (size_t i = 0; i < n; i++)
        printf("{%uu, %uu, %u, %u},\n", (unsigned)at[i], (unsigned)law_title_hash(v[i].field[3]), (unsigned)v[i].number, (unsigned)v[i].year);
    puts("};\nstatic const struct law_kind kinds[] = {");
    for (size_t i = 0, from = 0; i < n; i++) {
        if (i + 1 < n && str_eq(v[i].field[0], v[i + 1].field[0])) continue;
        printf("{\"%.*s\", %zu, %zu},\n", (int)v[i].field[0].n, v[i].field[0].p, from, i + 1);
        from = i + 1;
    }
    puts("};\nconst struct law_table law_table_embedded = {kinds, sizeof kinds / sizeof *kinds, rows, text};");
    free(v);
    free(at);
    return bad || !n ? 2 : 0;
}
