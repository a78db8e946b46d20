/* A performance report: its cover, chapters, captions, running text and appendices. Tables are read by report_tables.c. */
#include <string.h>

#include "report.h"

enum { HEADER_REPEATS = 3, TITLE_MAX = 160, LOOSE_LINE = 60, LOOSE_MAX = 16 };

int year_in(struct str s)
{
    int found = 0;
    for (size_t i = 0; i + 4 <= s.n; i++) {
        if ((i && is_digit(s.p[i - 1])) || (i + 4 < s.n && is_digit(s.p[i + 4]))) continue;
        uint64_t y;
        if (str_u64(str_slice(s, i, i + 4), &y) && y >= 1990 && y <= 2099) found = (int)y;
    }
    return found;
}

/* A line of a table of contents: a run of dots or ellipses, or wide blanks before a page number. */
static bool of_contents(struct str s)
{
    size_t dots = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool dot = s.p[i] == '.' || (i + 3 <= s.n && memcmp(s.p + i, "\xE2\x80\xA6", 3) == 0);
        if (dot && s.p[i] != '.') dots += 3, i += 2;
        else if (dot) dots++;
        else if (s.p[i] != ' ') dots = 0;
        if (dots >= 5) return true;
    }
    return false;
}

/* "24 | P a g e", "- 12 -", "Halaman 3" */
static bool page_number(struct str s)
{
    size_t digits = 0, others = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (is_digit(s.p[i])) digits++;
        else if (is_letter(s.p[i])) others++;
    }
    struct key k = key_of(s);
    if (digits && !others && s.n <= 8) return true;
    return digits && s.n <= 24 && (str_find((struct str){k.text, k.n}, STR("p a g e"), 0) != SIZE_MAX || str_find((struct str){k.text, k.n}, STR("page"), 0) != SIZE_MAX ||
                                   str_starts((struct str){k.text, k.n}, STR("halaman")));
}

static int roman(struct str s)
{
    static const char *const names[] = {"i", "ii", "iii", "iv", "v", "vi", "vii"};
    for (int i = 0; i < (int)COUNT(names); i++)
        if (str_eqz(s, names[i]) || (s.n == 1 && s.p[0] == '1' + i)) return i + 1;
    return 0;
}

/* "BAB III" or "BAB III AKUNTABILITAS KINERJA": the number; *title is what follows. 0: no chapter heading. */
static int chapter_number(struct str s, struct str *title)
{
    size_t at = 0, begin;
    if (!next_word(s, &at, &begin) || !str_ieq(str_slice(s, begin, at), STR("bab"))) return 0;
    if (!next_word(s, &at, &begin)) return 0;
    struct key k = key_of(str_slice(s, begin, at));
    *title = str_trim(str_slice(s, at, s.n));
    while (title->n && (title->p[0] == '.' || title->p[0] == ':' || title->p[0] == '-')) *title = str_trim(str_slice(*title, 1, title->n));
    return roman((struct str){k.text, k.n});
}

/* "3.3. Evaluasi dan Analisis", "A. Capaian Kinerja": the depth of the number; 0: no such heading. */
static uint32_t section_depth(struct str s)
{
    size_t i = 0;
    uint32_t depth = 0;
    if (s.n > TITLE_MAX || s.n < 4) return 0;
    if (is_upper(s.p[0]) && s.p[1] == '.' && s.p[2] == ' ') return all_upper(s) || is_upper(s.p[3]) ? 1 : 0;
    while (i < s.n && is_digit(s.p[i])) {
        while (i < s.n && is_digit(s.p[i])) i++;
        depth++;
        if (i < s.n && s.p[i] == '.') i++;
        else break;
    }
    if (depth < 2 || i >= s.n || s.p[i] != ' ') return 0;
    struct str rest = str_trim(str_slice(s, i, s.n));
    return rest.n && is_upper(rest.p[0]) && rest.p[rest.n - 1] != '.' && rest.p[rest.n - 1] != ';' ? depth - 1 : 0;
}

/* Which lines are running headers: those that stand, letter for letter but digits, on three pages or more. */
struct repeats {
    struct repeat {
        struct key key;
        uint32_t page, pages;
    } *v;
    size_t n, cap;
};

static void count_headers(struct report_making *r, struct repeats *out)
{
    struct lines lines = {0};
    struct nested nested = {0};
    const struct blocks *blocks = &r->m.layout->blocks;
    for (size_t i = 0; i < blocks->n; i++) {
        bool top = i == 0 || blocks->v[i - 1].page != blocks->v[i].page || blocks->v[i - 1].kind == BLOCK_PAGE_BREAK;
        if (!top || blocks->v[i].kind == BLOCK_TABLE) continue;
        lines.n = 0;
        lines_of_block(r->m.a, &blocks->v[i], &lines, &nested);
        for (size_t k = 0; k < lines.n && k < 2; k++) {
            struct key key = key_of(lines.v[k].text.text);
            size_t j = 0;
            if (!key.n || key.n > KEY_MAX - 2) continue;
            while (j < out->n && j < 64 && !str_eq((struct str){out->v[j].key.text, out->v[j].key.n}, (struct str){key.text, key.n})) j++;
            if (j == 64) continue;
            if (j == out->n) *ARENA_PUSH(r->m.a, out) = (struct repeat){.key = key};
            if (out->v[j].page != blocks->v[i].page + 1) out->v[j].pages++;
            out->v[j].page = blocks->v[i].page + 1;
        }
    }
}

static bool is_header(const struct repeats *list, struct str s)
{
    struct key key = key_of(s);
    for (size_t i = 0; i < list->n; i++)
        if (list->v[i].pages >= HEADER_REPEATS && str_eq((struct str){list->v[i].key.text, list->v[i].key.n}, (struct str){key.text, key.n})) return true;
    return false;
}

static struct chapter *chapter_now(struct report_making *r)
{
    struct chapters *c = &r->l->chapters;
    return c->n ? &c->v[c->n - 1] : NULL;
}

static void end_text(struct report_making *r)
{
    if (r->text.n) *ARENA_PUSH(r->m.a, &r->l->paragraphs) = item_of_pieces(&r->m, &r->text, r->text.v[0]);
    r->text.n = 0;
}

/* Running text of the chapter or its last part; lines are joined when their paragraph ends. */
static void add_text(struct report_making *r, const struct line *line)
{
    struct item it = item_of(&r->m, line->text);
    struct chapter *c = chapter_now(r);
    if (line->first) end_text(r);
    *ARENA_PUSH(r->m.a, &r->text) = line->text;
    if (!c) return;
    struct item *into = c->parts.n ? &c->parts.v[c->parts.n - 1].text : &c->text;
    if (str_blank(into->text)) *into = it;
    else if (into->place.at.set && it.place.at.end > into->place.at.end) into->place.at.end = it.place.at.end;
}

static char caption_kind(const struct report_making *r, struct str s, struct str *number, struct str *rest)
{
    size_t end = 0, at;
    const struct form *f = forms_prefix(&r->w->captions, s, &end);
    if (!f) return 0;
    while (end < s.n && (s.p[end] == '.' || s.p[end] == ' ')) end++;
    at = end;
    while (end < s.n && (is_digit(s.p[end]) || (s.p[end] == '.' && end + 1 < s.n && is_digit(s.p[end + 1])) || (f->use == 'l' && is_upper(s.p[end])))) end++;
    *number = str_slice(s, at, end);
    *rest = str_trim(str_slice(s, end, s.n));
    if (!number->n && f->use != 'l') return 0;
    return (char)f->use;
}

static void year_mention(struct report_making *r, const struct item *it)
{
    if (!year_in(it->text)) return;
    *ARENA_PUSH(r->m.a, &r->l->year_mentions) = *it;
}

static void caption(struct report_making *r, const struct line *line, char what, struct str number, bool listed)
{
    struct numbered *n = ARENA_PUSH(r->m.a, &r->l->numbered);
    n->item = item_of(&r->m, line->text);
    n->what = what;
    n->number = arena_str(r->m.a, number);
    n->listed = listed;
    if (listed) return;
    if (what == 'l') {
        *ARENA_PUSH(r->m.a, &r->l->appendices) = n->item;
        r->context.appendix = r->context.chapter >= 4 || r->l->chapters.n >= 3;
    }
    r->context.caption = n->item;
    r->loose.n = 0;
    r->context.year = year_in(n->item.text);
    r->context.agreement = forms_find_text(&r->w->agreement, n->item.text) || str_ifind(n->item.text, STR("perjanjian kinerja"), 0) != SIZE_MAX;
}

/* "Tabel 2.4" inside a sentence. */
static void references(struct report_making *r, const struct line *line)
{
    struct str s = line->text.text, number, rest;
    size_t at = 0, begin;
    while (next_word(s, &at, &begin)) {
        char what = caption_kind(r, str_slice(s, begin, s.n), &number, &rest);
        if (!what || !number.n || begin == 0) continue;
        struct numbered *n = ARENA_PUSH(r->m.a, &r->l->numbered);
        n->item = item_of(&r->m, piece_part(line->text, begin, (size_t)(number.p - s.p) + number.n));
        n->what = what;
        n->number = arena_str(r->m.a, number);
        n->reference = true;
    }
}

static void chapter_line(struct report_making *r, const struct line *line, int number, struct str title)
{
    struct chapters *c = &r->l->chapters;
    struct chapter *last = chapter_now(r);
    if (last && last->number == number && !last->parts.n && str_blank(last->text.text)) return;
    struct chapter *n = ARENA_PUSH(r->m.a, c);
    n->number = number;
    n->title = item_of(&r->m, line->text);
    n->text = (struct item){.text = STR_ABSENT, .place = n->title.place};
    r->context.chapter = number;
    r->context.appendix = false;
    (void)title;
}

/* Lines before the first chapter: what the report is, of whom, of which year. */
static void cover_line(struct report_making *r, const struct line *line)
{
    struct str s = line->text.text;
    struct item it = item_of(&r->m, line->text);
    size_t end = 0;
    bool titled = forms_prefix(&r->w->titles, s, &end) != NULL;
    if (titled) r->evidence += r->evidence < 6;
    const struct form *f = forms_prefix(&r->w->entities, s, &end);
    if (f && all_upper(s) && str_blank(r->l->identity.agency.text)) {
        r->l->identity.agency = it;
        r->l->identity.entity_type.text = str_of(r->w->entity_names[f->use]);
        r->l->identity.entity_type.place = it.place;
    }
    if (year_in(s) && s.n < 120 && (titled || str_istarts(s, STR("tahun")) || s.n <= 6)) {
        if (str_blank(r->l->identity.year.text)) {
            r->l->identity.year.text = arena_printf(r->m.a, "%d", year_in(s));
            r->l->identity.year.place = it.place;
        }
        year_mention(r, &it);
    }
}

static void declared_formula(struct report_making *r, const struct line *line)
{
    struct str s = line->text.text;
    for (size_t i = 0; i < r->w->formulas.n; i++) {
        const struct form *f = &r->w->formulas.v[i];
        if (str_ifind(s, f->key, 0) == SIZE_MAX) continue;
        struct item it = item_of(&r->m, line->text);
        if (str_blank(r->l->formula.text.text)) r->l->formula.text = it;
        if (f->use == 0 || str_blank(r->l->formula.down.text)) {
            r->l->formula.down = it;
            r->l->formula.down.text = f->use ? STR("t/r") : STR("2t-r");
        }
    }
}

static void text_line(struct report_making *r, const struct line *line, const struct repeats *headers)
{
    struct str s = line->text.text, title, number, rest;
    if (page_number(s)) return;
    if (is_header(headers, s)) {
        struct item it = item_of(&r->m, line->text);
        size_t same = 0;
        for (size_t i = 0; i < r->l->year_mentions.n; i++) same += str_eq(r->l->year_mentions.v[i].text, it.text);
        if (!same) year_mention(r, &it);
        if (!r->l->chapters.n) cover_line(r, line);
        return;
    }
    bool contents = of_contents(s);
    char what = caption_kind(r, s, &number, &rest);
    if (what && (contents || rest.n == 0 || is_upper(rest.p[0]) || rest.p[0] == '.' || rest.p[0] == ':')) {
        caption(r, line, what, number, contents);
        return;
    }
    if (contents) return;
    int chapter = chapter_number(s, &title);
    if (chapter) {
        chapter_line(r, line, chapter, title);
        r->between = true;
        return;
    }
    if (s.n < 80 && forms_find_text(&r->w->summary, s) && str_blank(r->l->summary.text)) r->l->summary = item_of(&r->m, line->text);
    if (s.n < 120 && forms_prefix(&r->w->agreement, s, &(size_t){0}) && (all_upper(s) || line->heading)) {
        r->context.agreement = true;
        r->context.year = year_in(s);
        r->context.caption = item_of(&r->m, line->text);
        if (r->context.chapter >= 4) {
            r->context.appendix = true;
            *ARENA_PUSH(r->m.a, &r->l->appendices) = r->context.caption;
        }
    }
    if (!r->l->chapters.n) cover_line(r, line);
    uint32_t depth = section_depth(s);
    if (depth && chapter_now(r)) {
        struct subchapter *p = ARENA_PUSH(r->m.a, &chapter_now(r)->parts);
        p->title = item_of(&r->m, line->text);
        p->text = (struct item){.text = STR_ABSENT, .place = p->title.place};
        p->level = depth;
        r->between = true;
        return;
    }
    if (r->context.caption.text.p && s.n <= LOOSE_LINE && r->loose.n < LOOSE_MAX) *ARENA_PUSH(r->m.a, &r->loose) = *line;
    references(r, line);
    declared_formula(r, line);
    add_text(r, line);
    if (s.n > 60) r->between = true;
}

/* Sentences of the running text that hold a figure. */
static void statements(struct report_making *r)
{
    size_t chapter = 0;
    for (size_t i = 0; i < r->l->paragraphs.n; i++) {
        const struct item *p = &r->l->paragraphs.v[i];
        while (chapter < r->l->chapters.n && r->l->chapters.v[chapter].title.place.at.begin <= p->place.at.begin) chapter++;
        struct str s = p->text;
        for (size_t from = 0, k = 0; k <= s.n; k++) {
            bool stop = k == s.n || ((s.p[k] == '.' || s.p[k] == ';') && (k + 1 == s.n || s.p[k + 1] == ' ') && k > 2 && !is_upper(s.p[k - 1]));
            if (!stop) continue;
            struct str sentence = str_trim(str_slice(s, from, k + 1));
            bool digit = false;
            for (size_t j = 0; j < sentence.n; j++) digit |= is_digit(sentence.p[j]);
            if (digit && sentence.n > 20) {
                struct statement *st = ARENA_PUSH(r->m.a, &r->l->statements);
                st->item.text = sentence;
                st->item.place = p->place;
                struct span at = layout_span(r->m.layout, sentence);
                if (at.set) st->item.place.at = at;
                st->chapter = chapter ? chapter - 1 : NO_INDEX;
            }
            from = k + 1;
        }
    }
}

struct lkjip *report_recognise(struct arena *a, const struct vocabulary *v, const struct layout *layout, size_t *evidence)
{
    struct report_making r = {.m = {.a = a, .v = v, .layout = layout}, .w = v->report, .l = arena_alloc(a, sizeof *r.l)};
    struct repeats headers = {0};
    struct lines lines = {0};
    struct nested nested = {0};
    count_headers(&r, &headers);
    for (size_t i = 0; i < layout->blocks.n; i++) {
        const struct block *b = &layout->blocks.v[i];
        if (b->kind == BLOCK_PAGE_BREAK) r.broken = true;
        if (b->kind == BLOCK_TABLE) {
            report_table(&r, b->table);
            continue;
        }
        lines.n = 0;
        lines_of_block(a, b, &lines, &nested);
        for (size_t k = 0; k < lines.n; k++) text_line(&r, &lines.v[k], &headers);
    }
    end_text(&r);
    statements(&r);
    size_t chapters = 0;
    for (size_t i = 0; i < r.l->chapters.n; i++) chapters |= (size_t)1 << r.l->chapters.v[i].number;
    for (int n = 1; n <= 4; n++) r.evidence += chapters >> n & 1;
    *evidence = r.evidence;
    return r.l;
}
