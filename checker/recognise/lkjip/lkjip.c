/* A performance report: its cover, chapters, captions, running text and appendices. Tables are read by lkjip_tables.c. */
#include <string.h>

#include "recognise/lkjip/lkjip_making.h"

enum { HEADER_REPEATS = 3, LOOSE_LINE = 60, LOOSE_MAX = 16, CAPTION_LINES = 4, CAPTION_MAX = 400, PK_EVIDENCE = 4,
       COVER_LINES = 8, COVER_LINE = 80 };

/* "24 | P a g e", "- 12 -", "Halaman 3" */
static bool page_number(struct str s)
{
    size_t digits = 0, others = 0;
    if (s.n > 24) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (is_digit(s.p[i])) digits++;
        else if (is_letter(s.p[i])) others++;
    }
    struct key k = key_of(s);
    if (digits && !others && s.n <= 8) return true;
    return digits && (str_find((struct str){k.text, k.n}, STR("p a g e"), 0) != SIZE_MAX || str_find((struct str){k.text, k.n}, STR("page"), 0) != SIZE_MAX ||
                                   str_starts((struct str){k.text, k.n}, STR("halaman")));
}

/* ---- captions ----------------------------------------------------------------------------------------------------- */

static enum numbered_kind caption_kind(const struct lkjip_making *r, struct str s, struct str *number, struct str *rest)
{
    size_t end = 0, at;
    const struct listed *f = wordset_prefix(&r->w->captions, s, &end);
    if (!f) return NUMBERED_NONE;
    while (end < s.n && (s.p[end] == '.' || s.p[end] == ' ')) end++;
    at = end;
    while (end < s.n && (is_digit(s.p[end]) || ((s.p[end] == '.' || s.p[end] == '-') && end > at && end + 1 < s.n && is_digit(s.p[end + 1])) || (f->use == NUMBERED_APPENDIX && is_upper(s.p[end])))) end++;
    *number = str_slice(s, at, end);
    *rest = str_trim(str_slice(s, end, s.n));
    while (rest->n && (rest->p[0] == '.' || rest->p[0] == ':' || rest->p[0] == '-')) *rest = str_trim(str_slice(*rest, 1, rest->n));
    if (number->n > 12) return NUMBERED_NONE;
    return (enum numbered_kind)f->use;
}

/* The table that comes next is what these words say. */
static void announce(struct lkjip_making *r, struct item it)
{
    r->context.caption = it;
    r->loose.n = 0;
    r->context.year = lkjip_year(it.text);
    r->context.agreement = wordset_find(&r->w->agreement, it.text) != NULL;
    for (size_t at = 0, begin; next_word(it.text, &at, &begin) && !r->context.agreement;)
        r->context.agreement = wordset_prefix(&r->w->agreement, str_slice(it.text, begin, it.text.n), &(size_t){0}) != NULL;
}

/* A caption with the lines of its block that go on with it; gives how many lines that are. */
static size_t caption(struct lkjip_making *r, const struct lines *lines, size_t at, enum numbered_kind what, struct str number, bool listed)
{
    struct item it = item_of(&r->t, lines->v[at].text);
    size_t taken = 1;
    lkjip_text_close(r);
    while (!listed && taken <= CAPTION_LINES && at + taken < lines->n && lines->n - at <= CAPTION_LINES + 1 && lines->v[at + taken].text.text.n <= TITLE_MAX) {
        struct item more = item_of(&r->t, lines->v[at + taken].text);
        item_append(&r->t, &it, &more);
        taken++;
    }
    if (number.n || what == NUMBERED_APPENDIX) {
        struct numbered *n = ARENA_PUSH(r->t.a, &r->l->numbered);
        *n = (struct numbered){.item = it, .what = what, .number = arena_str(r->t.a, number), .listed = listed};
    }
    if (listed) return taken;
    if (what == NUMBERED_APPENDIX) {
        *ARENA_PUSH(r->t.a, &r->l->appendices) = it;
        r->context.appendix = r->context.chapter >= 4 || r->l->chapters.n >= 3;
    }
    if (what == NUMBERED_TABLE) lkjip_year_told(r, &it, YEAR_BY_CAPTION);
    announce(r, it);
    return taken;
}

/* Pages that were run together have captions in the middle of a line: "… target. Tabel 3.5 Perbandingan Tahunan No Tahun …". */
static bool run_in_caption(struct str s, size_t begin, struct str rest)
{
    struct str before = str_trim(str_slice(s, 0, begin));
    return (!before.n || before.p[before.n - 1] == '.' || is_digit(before.p[before.n - 1])) && rest.n && is_upper(rest.p[0]);
}

/* "Tabel 2.4" inside a sentence. */
static void references(struct lkjip_making *r, const struct line *line)
{
    struct str s = line->text.text, number, rest;
    size_t at = 0, begin;
    while (next_word(s, &at, &begin)) {
        enum numbered_kind what = caption_kind(r, str_slice(s, begin, s.n), &number, &rest);
        if (!what || !number.n || (what == NUMBERED_APPENDIX && !is_digit(number.p[0]))) continue;
        bool here = run_in_caption(s, begin, rest);
        if (begin == 0 && !here) continue;
        struct numbered *n = ARENA_PUSH(r->t.a, &r->l->numbered);
        n->item = item_of(&r->t, piece_part(line->text, begin, (size_t)(number.p - s.p) + number.n));
        n->what = what;
        n->number = arena_str(r->t.a, number);
        n->reference = !here;
    }
}

/* ---- lines -------------------------------------------------------------------------------------------------------- */

static void declared_formula(struct lkjip_making *r, const struct line *line)
{
    struct str s = line->text.text;
    for (size_t i = 0; i < r->w->formulas.n; i++) {
        const struct listed *f = &r->w->formulas.v[i];
        if (str_ifind(s, f->key, 0) == SIZE_MAX) continue;
        struct item it = item_of(&r->t, line->text);
        if (str_blank(r->l->formula.text.text)) r->l->formula.text = it;
        if (f->use == 0 || str_blank(r->l->formula.down.text)) {
            r->l->formula.down = it;
            r->l->formula.down.text = f->use ? STR("t/r") : STR("2t-r");
        }
    }
}

/* "iii IKHTISAR EKSEKUTIF Direktorat …": a heading that a converter left in a line with others, in capitals; or its entry in the contents,
 * where the heading itself may have been lost. */
static void summary_within(struct lkjip_making *r, const struct line *line, bool capitals)
{
    struct str s = line->text.text;
    for (size_t at = 0, begin, end = 0; str_blank(r->l->summary.text) && next_word(s, &at, &begin);) {
        if (!wordset_prefix(&r->w->summary, str_slice(s, begin, s.n), &end) || end < 15) continue; /* two words: "Ikhtisar" alone is not enough */
        if (!capitals || all_upper(str_slice(s, begin, begin + end))) r->l->summary = item_of(&r->t, piece_part(line->text, begin, begin + end));
    }
}

/* Lists at the front: their lines say where something stands, and that it is listed. true: the line is one of them. */
static bool contents_line(struct lkjip_making *r, const struct lines *lines, size_t at)
{
    struct str s = lines->v[at].text.text, number, rest;
    bool leader = lkjip_of_contents(s);
    if (s.n < 40 && wordset_find(&r->w->contents, s)) {
        r->contents = CONTENTS_IN;
        return true;
    }
    if (r->contents == CONTENTS_PAGE) r->contents = lkjip_contents_entry(s) ? CONTENTS_IN : CONTENTS_NOT;
    if (r->contents == CONTENTS_IN && lkjip_contents_ended(r, lines, at)) r->contents = CONTENTS_NOT;
    if (r->contents == CONTENTS_NOT && !leader) return false;
    summary_within(r, &lines->v[at], false);
    enum numbered_kind what = caption_kind(r, s, &number, &rest);
    if (what && number.n) (void)caption(r, lines, at, what, number, true);
    return true;
}

/* "PERJANJIAN KINERJA PERUBAHAN TAHUN 2024" at the head of a document of its own. */
static void begin_agreement(struct lkjip_making *r, const struct item *it)
{
    struct lkjip *l = r->l;
    if (l->chapters.n || r->titles || r->evidence || l->agreements.n || l->budgets.n) return;
    r->agreement = true;
    lkjip_year_told(r, it, YEAR_BY_COVER);
    if (str_ifind(it->text, STR("perubahan"), 0) != SIZE_MAX) l->identity.amended = (struct item){.text = STR("ya"), .place = it->place};
}

static void agreement_heading(struct lkjip_making *r, const struct line *line)
{
    struct str s = line->text.text;
    size_t end = 0;
    if (s.n >= 120 || !wordset_prefix(&r->w->agreement, s, &end) || !(all_upper(s) || line->heading)) return;
    announce(r, item_of(&r->t, line->text));
    begin_agreement(r, &r->context.caption);
    r->context.agreement = true;
    if (r->context.chapter < 4) return;
    r->context.appendix = true;
    *ARENA_PUSH(r->t.a, &r->l->appendices) = r->context.caption;
}

/* "2.1 Perjanjian Kinerja Tahun 2024": its table often has no caption of its own. */
static void agreement_section(struct lkjip_making *r, const struct line *line)
{
    struct str s = line->text.text;
    size_t at = 0, begin, end;
    if (r->context.chapter > 2 || !next_word(s, &at, &begin)) return;
    if (wordset_prefix(&r->w->agreement, str_slice(s, at, s.n), &end)) announce(r, item_of(&r->t, line->text));
}

/* A line that announces the table below it: "Tabel 3.1 …", "Lampiran 2", "Tabel Capaian Kinerja Tahun 2024" for itself. */
static bool is_caption(enum numbered_kind what, const struct lines *lines, size_t at, struct str number, struct str rest)
{
    if (!what || lines->v[at].text.text.n > CAPTION_MAX || (rest.n && !is_upper(rest.p[0]) && !is_digit(rest.p[0]) && rest.p[0] != '(')) return false;
    bool alone = at == 0 && lines->n <= CAPTION_LINES && rest.n && lines->v[lines->n - 1].text.text.p[lines->v[lines->n - 1].text.text.n - 1] != '.';
    return number.n || (what == NUMBERED_APPENDIX && (all_upper(lines->v[at].text.text) || lines->n == 1)) || (what == NUMBERED_TABLE && alone);
}

/* A few lines that are no sentences: a cover, a heading. */
static bool short_lines(const struct lines *lines)
{
    if (lines->n > COVER_LINES) return false;
    for (size_t i = 0; i < lines->n; i++) {
        struct str s = lines->v[i].text.text;
        if (s.n > COVER_LINE || (s.n && s.p[s.n - 1] == '.')) return false;
    }
    return true;
}

/* One line, or several that belong together; gives how many. */
static size_t text_line(struct lkjip_making *r, const struct lines *lines, size_t at)
{
    const struct line *line = &lines->v[at];
    struct str s = line->text.text, title, number, rest;
    if (!s.n || page_number(s)) return 1;
    r->lines_seen++;
    if (lkjip_is_head(r, s)) {
        struct item it = item_of(&r->t, line->text);
        if (lkjip_year_mention(r, &it)) lkjip_year_told(r, &it, YEAR_BY_HEAD);
        if (!r->l->chapters.n) lkjip_cover_line(r, line, true);
        return 1;
    }
    if (contents_line(r, lines, at)) return 1;
    int chapter = lkjip_chapter_number(s, &title);
    if (!chapter && (chapter = lkjip_chapter_by_title(r, s)) != 0) title = s;
    if (chapter) {
        lkjip_begin_chapter(r, line, chapter, title);
        return 1;
    }
    if (lkjip_rest_of_title(r, line)) return 1;
    enum numbered_kind what = caption_kind(r, s, &number, &rest);
    if (is_caption(what, lines, at, number, rest)) return caption(r, lines, at, what, number, false);
    if (s.n < 80 && wordset_find(&r->w->summary, s) && str_blank(r->l->summary.text)) r->l->summary = item_of(&r->t, line->text);
    if (!r->l->chapters.n) summary_within(r, line, true);
    agreement_heading(r, line);
    if (!r->l->chapters.n) lkjip_cover_line(r, line, short_lines(lines));
    lkjip_signature_line(r, line);
    uint32_t depth = lkjip_section_depth(s);
    if (depth && lkjip_chapter(r)) {
        agreement_section(r, line);
        return lkjip_begin_part(r, lines, at, depth);
    }
    if (r->context.caption.text.p && s.n <= LOOSE_LINE && r->loose.n < LOOSE_MAX) *ARENA_PUSH(r->t.a, &r->loose) = *line;
    references(r, line);
    declared_formula(r, line);
    lkjip_scale_line(r, line);
    lkjip_text_add(r, line);
    if (s.n > LOOSE_LINE) r->between = true;
    return 1;
}

/* A caption right below the last line of a list item or a sentence is a line of its own. */
static void part_captions(struct lkjip_making *r, struct lines *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        struct str s = lines->v[i].text.text, number, rest;
        for (size_t at = 0; (at = str_find(s, STR("\n"), at)) != SIZE_MAX; at++) {
            enum numbered_kind what = caption_kind(r, str_trim(str_slice(s, at, s.n)), &number, &rest);
            if (what != NUMBERED_TABLE || !number.n || !rest.n || !is_upper(rest.p[0])) continue;
            struct line below = lines->v[i];
            below.text = piece_part(lines->v[i].text, at, s.n);
            below.kind = LINE_TEXT;
            below.marker = (struct piece){.text = STR_ABSENT};
            lines->v[i].text = piece_part(lines->v[i].text, 0, at);
            (void)ARENA_PUSH(r->t.a, lines);
            memmove(lines->v + i + 2, lines->v + i + 1, (lines->n - i - 2) * sizeof *lines->v);
            lines->v[i + 1] = below;
            break;
        }
    }
}

static bool has_chapter_headings(struct lkjip_making *r)
{
    struct lines lines = {0};
    struct str title;
    for (size_t i = 0; i < r->t.layout->blocks.n; i++) {
        const struct block *b = &r->t.layout->blocks.v[i];
        if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_HEADING) continue;
        lines.n = 0;
        lines_of_block(r->t.a, b, &lines, NULL);
        for (size_t k = 0; k < lines.n; k++)
            if (lkjip_chapter_number(lines.v[k].text.text, &title)) return true;
    }
    return false;
}

/* The markers of a list in a chapter. The readers begin a new list where a number does not follow: with nothing between them they are one. */
static void list_marks(struct lkjip_making *r, const struct list *list, size_t index)
{
    if (list->glued || !r->l->chapters.n || r->contents != CONTENTS_NOT) return;
    for (size_t i = 0; i < list->n; i++) {
        const struct list_item *it = &list->v[i];
        if (it->marker.n) *ARENA_PUSH(r->t.a, &r->l->list_marks) = (struct list_mark){{.text = it->marker, .place = it->body.place}, it->body.text, index, it->depth};
    }
}

static void page_break(struct lkjip_making *r)
{
    r->cut = r->text.cut = true;
    if (r->contents == CONTENTS_IN) r->contents = CONTENTS_PAGE;
}

/* Chapters speak for a report only where it is called one, or has a chapter that no other document has; a title of another document that
 * comes first speaks against it. An excerpt is no report by its tables alone. */
static size_t evidence_of(const struct lkjip_making *r)
{
    bool called = r->titles > 0, accounts = false;
    for (size_t i = 0; i < r->l->chapters.n; i++) {
        struct str name, title = r->l->chapters.v[i].title.text;
        size_t end;
        const struct listed *f = wordset_prefix(&r->w->chapters, lkjip_chapter_number(title, &name) ? name : title, &end);
        called |= f && (f->use == 2 || f->use == 3);
        accounts |= f && f->use == 3;
    }
    if (r->l->is_pk) return r->evidence + PK_EVIDENCE;
    if (!called || (r->other && (!accounts || r->part_of_year))) return 0;
    return r->evidence + r->titles + r->l->chapters.n;
}

struct lkjip *lkjip_recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, struct read_regions *regions, size_t *evidence)
{
    struct lkjip_making r = {.t = {.a = a, .v = v, .layout = layout, .regions = regions}, .w = v->report, .l = arena_alloc(a, sizeof *r.l)};
    struct lines lines = {0};
    struct nested nested = {0};
    size_t list = 0;
    lkjip_count_heads(&r);
    r.headed = has_chapter_headings(&r);
    r.l->unread = layout_pages_unread(layout, 2, UINT32_MAX);
    for (size_t i = 0; i < layout->blocks.n; i++) {
        const struct block *b = &layout->blocks.v[i];
        r.block = i;
        if (b->kind == BLOCK_PAGE_BREAK) page_break(&r);
        if (b->kind == BLOCK_TABLE) {
            lkjip_text_close(&r);
            lkjip_table_block(&r, i);
            continue;
        }
        lines.n = 0;
        lines_of_block(a, b, &lines, &nested);
        part_captions(&r, &lines);
        for (size_t k = 0; k < lines.n;) k += text_line(&r, &lines, k);
        if (b->kind == BLOCK_LIST && (i == 0 || layout->blocks.v[i - 1].kind != BLOCK_LIST)) list = i;
        if (b->kind == BLOCK_LIST) list_marks(&r, b->list, list);
    }
    lkjip_section_close(&r);
    buf_free(&r.text.joined);
    buf_free(&r.text.section);
    lkjip_drop_outlines(r.l);
    lkjip_find_ends(&r);
    for (size_t i = 0; i < r.l->chapters.n; i++) lkjip_year_told(&r, &r.l->chapters.v[i].title, YEAR_BY_CHAPTER);
    lkjip_year_settle(&r);
    if (r.other) r.l->other = r.w->other_names[r.other->use], r.l->other_norm = r.other->use >= r.w->first_norm;
    r.l->is_pk = r.agreement && !r.l->chapters.n && r.l->agreements.n && !r.l->measurements.n;
    *evidence = evidence_of(&r);
    return r.l;
}
