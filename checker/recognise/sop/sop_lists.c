/* The content of a section or of a cell as items: marked up, printed with numbers or dashes, run together, or line by line. */
#include <string.h>

#include "recognise/sop/making.h"

enum { WRAPPED_LINE = 60 }; /* a printed line of so many bytes may have been broken because the paper was full */

struct listing {
    struct making *m;
    bool citations;
    bool cell;              /* narrow: a line that begins with a capital begins an item */
    struct pieces *item;    /* the item being read */
    struct piece marker;
    bool open, marked;      /* marked: the item being read has a marker */
    struct items *items, *markers;
};

static void flush(struct listing *l)
{
    if (l->open) {
        struct item item = item_of_pieces(&l->m->t, l->item, l->marker);
        if (!item.text.n && str_eq(l->marker.text, STR("-"))) item.text = STR("-"); /* a dash alone says "none" */
        bool blank = l->markers && l->marker.text.n && is_digit(l->marker.text.p[0]) && !item.text.n; /* "3." and nothing behind it */
        if (blank || (item.text.n && !is_filler(item.text))) {
            *ARENA_PUSH(l->m->t.a, l->items) = item;
            if (l->markers) {
                struct item marker = item_of(&l->m->t, l->marker);
                if (!l->marker.text.n) marker.place = item.place;
                *ARENA_PUSH(l->m->t.a, l->markers) = marker;
            }
        }
    }
    l->item->n = 0;
    l->marker = (struct piece){0};
    l->open = l->marked = false;
}

static void begin(struct listing *l, struct piece marker, struct piece text)
{
    flush(l);
    l->open = true;
    l->marker = marker;
    l->marked = marker.text.n > 0;
    *ARENA_PUSH(l->m->t.a, l->item) = text;
}

/* Takes a printed marker off the text. */
static struct piece take_marker(struct piece *text)
{
    size_t n = marker_at(text->text);
    struct piece marker = piece_part(*text, 0, n);
    if (n) *text = piece_part(*text, n, text->text.n);
    return n ? marker : (struct piece){0};
}

static size_t number_of(struct str marker)
{
    size_t v = 0;
    for (size_t i = 0; i < marker.n && v < 1000; i++)
        if (is_digit(marker.p[i])) v = v * 10 + (size_t)(marker.p[i] - '0');
    return v;
}

/* Where the marker of item `number` stands in a text, behind a blank or run onto the word before it. */
static size_t numbered_at(struct str s, size_t from, size_t number, char end)
{
    char wanted[24];
    int n = snprintf(wanted, sizeof wanted, "%zu%c", number, end);
    for (size_t at = from; (at = str_find(s, (struct str){wanted, (size_t)n}, at)) != SIZE_MAX; at++) {
        struct str tail = str_slice(s, at + (size_t)n, s.n);
        bool fresh = at == 0 || is_space(s.p[at - 1]) || is_letter(s.p[at - 1]) || strchr(".;)", s.p[at - 1]);
        bool text = tail.n && ((is_space(tail.p[0]) && tail.n > 1 && (is_letter(tail.p[1]) || tail.p[1] == '(')) || is_upper(tail.p[0]));
        if (fresh && text) return at;
    }
    return SIZE_MAX;
}

/* "1. … 2. …" on one line: an item for each number that follows. */
static bool split_numbers(struct listing *l, struct piece marker, struct piece text)
{
    size_t number = number_of(marker.text);
    if (!number || !marker.text.n) return false;
    char end = marker.text.p[marker.text.n - 1];
    if (is_digit(end)) return false;
    for (;;) {
        size_t at = numbered_at(text.text, 0, ++number, end);
        begin(l, marker, piece_part(text, 0, at));
        if (at == SIZE_MAX) return true;
        text = piece_part(text, at, text.text.n);
        marker = take_marker(&text);
    }
}

static size_t bullet_bytes(struct str s)
{
    static const char *const bullets[] = {"- ", "– ", "• ", "•", "▪", "●", "*  "};
    for (size_t i = 0; i < COUNT(bullets); i++)
        if (str_starts(s, str_of(bullets[i]))) return strlen(bullets[i]);
    return 0;
}

/* A dash between blanks with no figure behind it: "2019 - 2023" is a span of years. */
static bool dash_between(struct str s, size_t at, size_t n)
{
    return at == 0 || (is_space(s.p[at - 1]) && at + n < s.n && !is_digit(s.p[at + n]));
}

/* "- a - b": an item for each dash. */
static bool split_bullets(struct listing *l, struct piece text)
{
    size_t n = bullet_bytes(text.text);
    if (!n) return false;
    struct str mark = str_slice(text.text, 0, n);
    while (text.text.n) {
        struct piece marker = piece_part(text, 0, n);
        text = piece_part(text, n, text.text.n);
        size_t at = 0;
        do at = str_find(text.text, mark, at ? at + 1 : 0);
        while (at != SIZE_MAX && mark.p[n - 1] == ' ' && !dash_between(text.text, at, n));
        begin(l, marker, piece_part(text, 0, at));
        text = at == SIZE_MAX ? (struct piece){0} : piece_part(text, at, text.text.n);
    }
    return true;
}

/* ---- items that have run together --------------------------------------------------------------------------- */

/* A known word with capitals inside stands across `at`. */
static bool inside_known(const struct vocabulary *v, struct str s, size_t at)
{
    for (size_t i = 0; i < v->inner_capitals.n; i++) {
        struct str w = v->inner_capitals.v[i].key;
        for (size_t k = 1; k < w.n && k <= at; k++)
            if (w.n <= s.n - (at - k) && str_eq(str_slice(s, at - k, at - k + w.n), w)) return true;
    }
    return false;
}

static bool starts_citation(const struct vocabulary *v, struct str s)
{
    for (size_t i = 0; i < v->citations.n; i++) {
        struct str w = v->citations.v[i].key;
        if (str_istarts(s, w) && is_upper(s.p[0]) && (s.n == w.n || !is_letter(s.p[w.n]) || is_upper(s.p[w.n]))) return true;
    }
    return false;
}

/* Letters of a word in small letters from `at` on. */
static size_t lower_run(struct str s, size_t at)
{
    size_t n = 0;
    while (at + n < s.n && is_lower(s.p[at + n])) n++;
    return n;
}

/* Whether an item ends right before `at`, where no blank stands. */
static bool glued_at(const struct listing *l, struct str s, size_t at)
{
    char before = s.p[at - 1];
    if (!is_upper(s.p[at]) || is_space(before)) return false;
    struct str tail = str_slice(s, at, s.n);
    if (l->citations) return strchr("/-(\"", before) == NULL && starts_citation(l->m->t.v, tail);
    if (strchr("/-(\"&'", before)) return false;
    if (is_lower(before)) return !inside_known(l->m->t.v, s, at);
    if (is_digit(before) || before == ')') return true;
    if (before == '.' || before == ';') return lower_run(s, at + 1) >= 2 && at >= 3 && is_lower(s.p[at - 2]);
    if (is_upper(before) && at >= 2 && is_upper(s.p[at - 2])) { /* an acronym runs into a word */
        size_t n = lower_run(s, at + 1);
        struct str small = str_slice(s, at + 1, at + 1 + n);
        return n >= 3 && !str_eq(small, STR("nya")) && !str_eq(small, STR("kan")) && !inside_known(l->m->t.v, s, at);
    }
    return false;
}

static void split_glued(struct listing *l, struct piece text)
{
    size_t from = 0;
    for (size_t at = 1; at < text.text.n; at++) {
        if (!glued_at(l, text.text, at)) continue;
        begin(l, (struct piece){0}, piece_part(text, from, at));
        from = at;
    }
    begin(l, (struct piece){0}, piece_part(text, from, text.text.n));
}

/* Citations in one paragraph: a new one begins where a word of citations follows a blank behind ";" or an item run onto it. */
static void split_citations(struct listing *l, struct piece marker, struct piece text)
{
    size_t from = 0;
    struct str s = text.text;
    for (size_t at = 1; at < s.n; at++) {
        size_t k = at;
        while (k > from && is_space(s.p[k - 1])) k--;
        bool cut = k < at ? k > from && s.p[k - 1] == ';' && is_upper(s.p[at]) && starts_citation(l->m->t.v, str_slice(s, at, s.n)) : glued_at(l, s, at);
        if (!cut) continue;
        begin(l, from ? (struct piece){0} : marker, piece_part(text, from, at));
        from = at;
    }
    begin(l, from ? (struct piece){0} : marker, piece_part(text, from, s.n));
}

/* ---- lines -------------------------------------------------------------------------------------------------- */

bool ends_open(struct str s)
{
    static const char *const words[] = {"dan", "atau", "serta", "dengan", "untuk", "yang", "di", "ke", "dari", "pada", "oleh", "tentang", "dalam"};
    size_t at = s.n;
    while (at > 0 && !is_space(s.p[at - 1])) at--;
    struct str word = str_slice(s, at, s.n);
    if (at == 0) return false;
    for (size_t i = 0; i < COUNT(words); i++)
        if (str_eqz(word, words[i])) return true;
    return strchr(",-/&", s.p[s.n - 1]) != NULL;
}

static bool goes_on(const struct listing *l, const struct line *last, const struct line *line)
{
    struct str s = line->text.text, before = last->text.text;
    char c = s.p[0], end = before.n ? before.p[before.n - 1] : 0;
    if (!l->open) return false;
    if (is_lower(c) || c == '(' || c == ')' || end == ',' || end == '-' || end == '/' || ends_open(before)) return true;
    if (l->citations) return !starts_citation(l->m->t.v, s);
    if (l->marked && last->kind != LINE_ITEM) return true;
    return !l->cell && !line->first && before.n >= WRAPPED_LINE && !strchr(".;:", end);
}

static void add_line(struct listing *l, const struct line *last, const struct line *line)
{
    struct piece text = line->text, marker = line->marker;
    if (line->kind == LINE_GLUED) {
        if (split_numbers(l, marker = take_marker(&text), text)) return;
        if (!split_bullets(l, line->text)) split_glued(l, line->text);
        return;
    }
    if (!marker.text.n && !bullet_bytes(text.text)) marker = take_marker(&text);
    if (split_numbers(l, marker, text)) return;
    if (!marker.text.n && split_bullets(l, text)) return;
    if (line->kind == LINE_TEXT && !marker.text.n && last && goes_on(l, last, line)) {
        *ARENA_PUSH(l->m->t.a, l->item) = text;
        return;
    }
    if (l->citations) split_citations(l, marker, text);
    else begin(l, marker, text);
}

static void read_items(struct listing *l, const struct lines *content)
{
    l->item->n = 0;
    for (size_t i = 0; i < content->n; i++) add_line(l, i ? &content->v[i - 1] : NULL, &content->v[i]);
    flush(l);
}

/* A number without text is an entry that somebody forgot only between others: "1." alone is a form to fill in, and the last may be cut. */
static void drop_blanks(struct section *s)
{
    size_t n = 0, texts = 0, last = 0;
    for (size_t i = 0; i < s->items.n; i++)
        if (!str_blank(s->items.v[i].text)) texts++, last = i;
    for (size_t i = 0; i < s->items.n; i++) {
        if (str_blank(s->items.v[i].text) && (texts < 2 || i > last)) continue;
        s->items.v[n] = s->items.v[i];
        s->markers.v[n++] = s->markers.v[i];
    }
    s->items.n = s->markers.n = n;
}

void list_items(struct making *m, const struct lines *content, bool citations, struct section *out)
{
    struct listing l = {.m = m, .citations = citations, .item = &m->parts, .items = &out->items, .markers = &out->markers};
    read_items(&l, content);
    drop_blanks(out);
}

void cell_items(struct making *m, const struct lines *content, struct items *out)
{
    struct listing l = {.m = m, .cell = true, .item = &m->parts, .items = out};
    read_items(&l, content);
}
