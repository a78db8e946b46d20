/* What was read of a document and what proves it, for reviewers who doubt an outcome and for developers. */
#include "report/reporter.h"

static void where(struct buf *b, struct arena *a, enum lang lang, const struct read_region *r, struct source *source)
{
    struct position at = r->place.at.set ? source_locate(a, source, r->place.at.begin) : (struct position){0, 0};
    const struct {
        enum word word;
        unsigned n;
    } parts[] = {{W_review_line, at.line}, {W_region_page, r->page}, {W_region_at_table, r->table}};
    const char *before = " (";
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (!parts[i].n) continue;
        buf_z(b, before);
        buf_str(b, word_format(a, parts[i].word, lang, arena_printf(a, "%u", parts[i].n), STR_ABSENT));
        before = ", ";
    }
    if (before[0] == ',') buf_ch(b, ')');
}

static void region(struct buf *b, struct arena *a, enum lang lang, const struct read_region *r, struct source *source)
{
    static const enum word kinds[] = {
        [REGION_IDENTITY] = W_region_identity, [REGION_SECTION] = W_region_section, [REGION_HEAD] = W_region_head,       [REGION_ROWS] = W_region_rows,
        [REGION_TABLE] = W_region_table,       [REGION_CLAIM] = W_region_claim,     [REGION_DRAWING] = W_region_drawing, [REGION_TEXT] = W_region_text,
    };
    buf_z(b, word(kinds[r->kind], lang));
    buf_z(b, ": ");
    if (r->role.n) plain_text(b, r->role);
    else buf_z(b, word(W_region_no_role, lang));
    if (r->title.n) {
        buf_z(b, " \u201c");
        plain_text(b, r->title);
        buf_z(b, "\u201d");
    }
    where(b, a, lang, r, source);
    buf_printf(b, ": %s\n", word(region_doubt(r) == WORD_NONE ? W_region_proved : W_region_doubted, lang));
    for (size_t i = 0; i < r->evidence.n; i++) {
        const struct read_evidence *e = &r->evidence.v[i];
        buf_printf(b, "  %c ", e->against ? '-' : '+');
        plain_text(b, word_format(a, e->word, lang, e->arg[0], e->arg[1]));
        buf_ch(b, '\n');
    }
    if (!r->evidence.n) buf_printf(b, "  - %s\n", word(W_reason_unproved, lang));
}

struct str region_reason(struct arena *a, enum lang lang, const struct read_region *r)
{
    if (r->kind == REGION_TEXT && r->page && !r->title.n) {
        struct str page = word_format(a, W_region_page, lang, arena_printf(a, "%u", (unsigned)r->page), STR_ABSENT);
        return arena_printf(a, "%s: %s", page.p, word(region_doubt(r), lang));
    }
    struct buf b = BUF_INIT;
    if (r->title.n) {
        plain_text(&b, r->title);
    } else {
        buf_z(&b, word(W_region_table, lang));
        if (r->table) buf_printf(&b, " %u", (unsigned)r->table);
    }
    if (r->page) buf_printf(&b, " (%s)", word_format(a, W_region_page, lang, arena_printf(a, "%u", (unsigned)r->page), STR_ABSENT).p);
    buf_printf(&b, ": %s", word(region_doubt(r), lang));
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}

void report_reading(FILE *out, enum lang lang, struct arena *a, const struct read_regions *regions, struct source *source)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < regions->n; i++) region(&b, a, lang, &regions->v[i], source);
    if (!regions->n) buf_printf(&b, "%s\n", word(W_region_none, lang));
    fwrite(buf_view(&b).p, 1, b.n, out);
    buf_free(&b);
}
