/* Reading a length of time: 15 menit, 1 jam 30 menit, ½ hari, 2 s.d. 3 hari, 1 (satu) hari kerja, 1x24 jam, seminggu, Menit15. */
#include "domain/calendar.h"
#include "domain/duration_number.h"
#include "language/marker.h"
#include "language/suggest.h"

/* One number with its unit. */
struct part {
    struct ratio of;
    enum time_unit unit;        /* UNIT_COUNT: none */
    bool working;
};

static void lex(struct time_text *p)
{
    struct token t = token_next(p->text, 0);
    for (; t.kind != TOKEN_END && p->n < TIME_TOKENS; t = token_next(p->text, t.end)) p->t[p->n++] = t;
    p->cut = t.kind != TOKEN_END;
    for (size_t i = p->n; i < COUNT(p->t); i++) p->t[i] = (struct token){.kind = TOKEN_END, .begin = p->text.n, .end = p->text.n};
}

/* Skips an entry of the list that stands at *i. */
static bool skip(const struct time_text *p, const struct wordset *list, size_t *i)
{
    size_t n = 0;
    bool hit = wordset_prefix(list, str_slice(p->text, p->t[*i].begin, p->text.n), &n) != NULL;
    bool dash = !hit && token_is(p->t[*i], '-') && wordset_has(list, STR("-"));
    size_t end = dash ? p->t[*i].end : p->t[*i].begin + n;
    if (*i >= p->n || (!hit && !dash)) return false;
    while (*i < p->n && p->t[*i].begin < end) ++*i;
    return true;
}

/* ---- units -------------------------------------------------------------------------------------------------- */

enum time_unit unit_of(const struct time_units *u, struct str word)
{
    enum { LOOSE_FROM = 5 };
    for (int k = 0; k < UNIT_COUNT; k++)
        if (wordset_has(&u->unit[k], word)) return (enum time_unit)k;
    for (int k = 0; k < UNIT_COUNT && word.n >= LOOSE_FROM; k++)
        if (u->unit[k].v[0].text.n >= LOOSE_FROM && edit_distance(u->unit[k].v[0].text, word, 1) <= 1) return (enum time_unit)k;
    return wordset_has(&u->working_day, word) ? UNIT_DAY : UNIT_COUNT;
}

static bool unit(const struct time_text *p, size_t *i, struct part *out)
{
    struct token t = p->t[*i];
    if (token_is(t, '\'') && t.glued && *i > 0) return out->unit = UNIT_MINUTE, ++*i, true;
    if (t.kind != TOKEN_WORD || (out->unit = unit_of(p->u, t.text)) == UNIT_COUNT) return false;
    out->working = wordset_has(&p->u->working_day, t.text);
    ++*i;
    if (token_is(p->t[*i], '.') && p->t[*i].glued) ++*i;
    if (time_in(&p->u->working, p->t[*i])) out->working |= out->unit >= UNIT_DAY, ++*i;
    else if (time_in(&p->u->calendar_day, p->t[*i])) ++*i;
    return true;
}

/* sehari, seminggu: one of a unit in one word. */
static bool one_unit(const struct time_text *p, size_t *i, struct part *out)
{
    struct token t = p->t[*i];
    if (t.kind != TOKEN_WORD || !str_istarts(t.text, STR("se"))) return false;
    for (int k = 0; k < UNIT_COUNT; k++) {
        if (!str_ieq(str_slice(t.text, 2, t.text.n), p->u->unit[k].v[0].text)) continue;
        *out = (struct part){RATIO(1), (enum time_unit)k, false};
        ++*i;
        if (time_in(&p->u->working, p->t[*i])) out->working = k >= UNIT_DAY, ++*i;
        return true;
    }
    return false;
}

static bool part(const struct time_text *p, size_t *i, struct part *out)
{
    *out = (struct part){.unit = UNIT_COUNT};
    if (one_unit(p, i, out)) return true;
    size_t k = *i;
    if (!time_number(p, &k, &out->of)) return false;
    unit(p, &k, out);
    *i = k;
    return true;
}

/* ---- amounts ------------------------------------------------------------------------------------------------ */

/* 1 jam 30 menit: parts in falling units; 1 hari + 3 bulan: in any order where a plus says that they are added. *single is the only part, or has no unit; false: none, or not clear. */
static bool amount(const struct time_text *p, size_t *i, struct amount *out, struct part *first)
{
    struct part last, next;
    *out = (struct amount){0};
    if (!part(p, i, first)) return false;
    last = *first;
    if (first->unit == UNIT_COUNT) return true;
    out->of[first->unit] = first->of;
    for (;;) {
        size_t k = *i;
        bool added = token_is(p->t[k], '+');
        skip(p, &p->u->plus, &k);
        if (!part(p, &k, &next)) return true;
        bool fits = next.unit < last.unit || (added && next.unit != UNIT_COUNT && !out->of[next.unit].num);
        if (!fits) return next.unit == UNIT_COUNT;
        out->of[next.unit] = next.of;
        if (next.unit < last.unit) last = next;
        *i = k;
    }
}

/* (Januari - Maret): a remark in brackets that says when, with nothing in it to reckon with. */
static bool skip_dates(const struct time_text *p, const struct calendar *c, size_t *i)
{
    bool dates = false;
    size_t k = *i + 1;
    if (!token_is(p->t[*i], '(')) return false;
    for (; k < p->n && !token_is(p->t[k], ')'); k++) {
        bool word = p->t[k].kind == TOKEN_WORD;
        dates |= word && (calendar_month(c, p->t[k].text, false) || calendar_weekday(c, p->t[k].text));
        if (word && unit_of(p->u, p->t[k].text) != UNIT_COUNT) return false;
    }
    if (!dates || k == p->n) return false;
    *i = k + 1;
    return true;
}

/* Nothing but a closing remark that changes nothing: full stop, maksimal, (8 jam), (Januari). */
static bool only_remarks(const struct time_text *p, const struct calendar *c, size_t i)
{
    while (i < p->n) {
        struct amount ignored;
        struct part first;
        size_t k = i + 1;
        if (skip(p, &p->u->about, &i) || skip_dates(p, c, &i)) continue;
        if (token_is(p->t[i], '(') && amount(p, &k, &ignored, &first) && first.unit != UNIT_COUNT && token_is(p->t[k], ')')) {
            i = k + 1;
            continue;
        }
        if (token_is(p->t[i], '.') || token_is(p->t[i], ',') || token_is(p->t[i], ';') || token_is(p->t[i], '-')) i++;
        else return false;
    }
    return !p->cut;
}

/* least and most of a range are in order, whatever the convention (the first usual one decides). */
static bool in_order(const struct time_units *u, const struct duration *d)
{
    struct ratio least, most;
    int sign;
    return amount_minutes(&d->least, &u->conventions.v[0], &least) && amount_minutes(&d->most, &u->conventions.v[0], &most) &&
           ratio_compare(least, most, &sign) && sign < 0;
}

enum outcome_of_start { START_NONE, START_WHOLE, START_PARTLY };

static enum outcome_of_start from_start(const struct time_text *p, const struct calendar *c, struct duration *out)
{
    struct part first, second;
    size_t i = 0, k;
    *out = (struct duration){0};
    for (bool more = true; more;) {
        bool about = skip(p, &p->u->about, &i);
        out->approximate |= about;
        more = about || skip(p, &p->u->says_nothing, &i);
    }
    if (!amount(p, &i, &out->least, &first)) return START_NONE;
    out->most = out->least;
    out->working = first.working;
    k = i;
    if (skip(p, &p->u->until, &k)) {
        bool read = amount(p, &k, &out->most, &second) && second.unit != UNIT_COUNT;
        if (read && first.unit == UNIT_COUNT) out->least.of[second.unit] = first.of;
        out->range = read;
        out->working |= read && second.working;
        if (read) first.unit = second.unit, i = k;
    }
    if (first.unit == UNIT_COUNT) return START_NONE;
    if (out->range && !in_order(p->u, out)) return START_PARTLY;
    return only_remarks(p, c, i) ? START_WHOLE : START_PARTLY;
}

/* Menit15: the unit came first when the cell was split or read. "Jam 8" is a time of day, not a length. */
static bool unit_first(const struct time_text *p, const struct calendar *c, struct duration *out)
{
    struct part first = {.unit = UNIT_COUNT};
    size_t i = 1;
    if (p->t[0].kind != TOKEN_WORD || p->t[1].kind != TOKEN_NUMBER) return false;
    first.unit = unit_of(p->u, p->t[0].text);
    if (first.unit > UNIT_DAY || (first.unit > UNIT_MINUTE && !p->t[1].glued)) return false;
    if (!time_decimal(p, &i, &first.of) || !only_remarks(p, c, i)) return false;
    *out = (struct duration){0};
    out->least.of[first.unit] = out->most.of[first.unit] = first.of;
    return true;
}

/* ---- what else it may be ------------------------------------------------------------------------------------ */

/* Minggu II, Triwulan 1, bulan ke-3, Tahun 2024, minggu pertama. */
static bool period(const struct time_text *p, size_t i)
{
    enum time_unit k = p->t[i].kind == TOKEN_WORD ? unit_of(p->u, p->t[i].text) : UNIT_COUNT;
    if (k < UNIT_WEEK || k == UNIT_COUNT) return false;
    i++;
    if (token_word(p->t[i], "ke")) i++;
    if (token_is(p->t[i], '-')) i++;
    return p->t[i].kind == TOKEN_NUMBER || (p->t[i].kind == TOKEN_WORD && roman_value(p->t[i].text, false)) || time_in(&p->u->ordinal, p->t[i]);
}

static bool speaks_of_calendar(const struct time_text *p, const struct calendar *c)
{
    struct dated found;
    size_t clocks = 0;
    if (calendar_find(c, str_slice(p->text, 0, p->cut ? p->t[p->n - 1].end : p->text.n), 0, &found)) return true;
    for (size_t i = 0; i < p->n; i++) {
        struct token t = p->t[i], mark = p->t[i + 1], next = p->t[i + 2];
        if (time_in(&p->u->point, t) || period(p, i)) return true;
        if (t.kind == TOKEN_WORD && (calendar_month(c, t.text, false) || calendar_weekday(c, t.text))) return true;
        if (time_in(&p->u->part, t) && mark.kind == TOKEN_WORD && unit_of(p->u, mark.text) != UNIT_COUNT) return true;
        if (token_word(t, "h") && (token_is(mark, '-') || token_is(mark, '+')) && next.kind == TOKEN_NUMBER) return true;
        bool clock = t.kind == TOKEN_NUMBER && t.text.n <= 2 && next.kind == TOKEN_NUMBER && next.text.n == 2 && mark.glued && next.glued;
        if (clock && token_is(mark, ':')) return true;
        if (clock && token_is(mark, '.') && ++clocks == 2) return true;
    }
    return false;
}

/* A number and behind it a unit, or a word such as seminggu, somewhere in the text; or "as above". */
static bool has_amount(const struct time_text *p)
{
    bool numbers = false;
    size_t from = 0;
    if (skip(p, &p->u->same, &from)) return true;
    for (size_t i = 0; i < p->n; i++) {
        struct token t = p->t[i];
        struct part one;
        struct ratio fraction;
        size_t k = i;
        uint64_t small;
        if (t.kind == TOKEN_NUMBER && !token_value(t, &small)) return true;
        if (numbers && t.kind == TOKEN_WORD && (unit_of(p->u, t.text) != UNIT_COUNT || t.text.n == 1)) return true; /* 3 h: hari or hour? */
        if (token_is(t, '"') || one_unit(p, &k, &one)) return true; /* 30": seconds, or minutes? */
        numbers |= t.kind == TOKEN_NUMBER || time_ones(p, t) || time_in(&p->u->tens, t) || time_fraction(t, &fraction);
    }
    return false;
}

enum time_form duration_parse(const struct time_units *u, const struct calendar *c, struct str text, struct duration *out)
{
    struct time_text p = {.u = u, .text = str_trim(text)};
    bool dash = false, other = false;
    lex(&p);
    for (size_t i = 0; i < p.n; i++) {
        if (token_is(p.t[i], '-')) dash = true;
        else if (!token_is(p.t[i], '.') && !token_is(p.t[i], ':') && !token_is(p.t[i], '_')) other = true;
    }
    if (!other) return dash ? TIME_VAGUE : TIME_BLANK;
    enum outcome_of_start start = from_start(&p, c, out);
    if (start == START_WHOLE || unit_first(&p, c, out)) return TIME_DURATION;
    *out = (struct duration){0};
    if (start == START_PARTLY) return TIME_UNCLEAR;
    if (speaks_of_calendar(&p, c)) return TIME_DATE;
    return has_amount(&p) ? TIME_UNCLEAR : TIME_VAGUE;
}
