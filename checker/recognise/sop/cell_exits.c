/* Ways that are written into executors' cells instead of drawn: "Ya → 5", "(TIDAK) ➡ Ke #3", "Tidak: kembali ke langkah 2". */
#include <string.h>

#include "recognise/sop/steps.h"

enum { WAY_WORDS = 4, LABEL_WORDS = 3, MOST_EXITS = 8 };

struct scan {
    const struct vocabulary *v;
    struct str text;
};

static bool is_between(char c) { return is_space(c) || c == ':' || c == '=' || c == ',' || c == ';'; }

/* Behind an arrow that begins at `at`, with all that belong to it; `at` when there is none. */
static size_t behind_arrow(const struct scan *s, size_t at)
{
    for (size_t n = 1; n < 5 && at + n <= s->text.n; n++) {
        if (mark_of(s->v, str_slice(s->text, at, at + n)) != MARK_ARROW || is_letter(s->text.p[at])) continue;
        if (at + n < s->text.n && strchr("->", s->text.p[at + n])) continue; /* "--" of "-->" */
        size_t end = at + n;
        if (str_starts(str_slice(s->text, end, s->text.n), STR("\xEF\xB8\x8F"))) end += 3; /* how it is to be shown */
        return end;
    }
    return at;
}

/* The number of a step from `at` on, "#" and words like "ke langkah" before it; gives where it ends, 0: there is none. *ke: something said
 * that the way leads there. */
static size_t target_at(const struct scan *s, size_t at, struct str *number, bool *ke)
{
    for (int words = 0; words <= WAY_WORDS; words++) {
        while (at < s->text.n && (is_between(s->text.p[at]) || s->text.p[at] == '#' || s->text.p[at] == '.')) *ke |= s->text.p[at++] == '#';
        size_t end = at;
        while (end < s->text.n && is_digit(s->text.p[end])) end++;
        if (end > at) {
            *number = str_slice(s->text, at, end);
            bool word = end < s->text.n && is_letter(s->text.p[end]);
            return word || end - at > 3 || time_like(s->v, str_slice(s->text, at, s->text.n < end + 12 ? s->text.n : end + 12)) ? 0 : end;
        }
        while (end < s->text.n && is_letter(s->text.p[end])) end++;
        if (end == at || !wordset_find(&s->v->ways, str_slice(s->text, at, end))) return 0;
        *ke |= str_ieq(str_slice(s->text, at, end), STR("ke"));
        at = end;
    }
    return 0;
}

/* The label that ends at `to`: "Ya", "(TIDAK)", "Tidak lengkap:"; gives where it begins, `to` when there is none. */
static size_t label_before(const struct scan *s, size_t from, size_t to, struct str *label)
{
    size_t end = to, best = to;
    while (end > from && (is_between(s->text.p[end - 1]) || s->text.p[end - 1] == ')')) end--;
    for (size_t begin = end, words = 0; begin > from && words < LABEL_WORDS; words++) {
        while (begin > from && !is_space(s->text.p[begin - 1]) && s->text.p[begin - 1] != '(') begin--;
        enum mark mark = mark_of(s->v, str_slice(s->text, begin, end));
        if (mark == MARK_YES || mark == MARK_NO) {
            *label = str_slice(s->text, begin, end);
            best = begin > from && s->text.p[begin - 1] == '(' ? begin - 1 : begin;
        }
        while (begin > from && is_space(s->text.p[begin - 1])) begin--;
    }
    return best;
}

static void add_exit(const struct row *r, struct step *s, struct piece all, size_t from, size_t to, struct str number, struct str label)
{
    struct flow_exit *x = ARENA_PUSH(r->m->t.a, &s->exits);
    *x = (struct flow_exit){.item = item_of(&r->m->t, piece_part(all, from, to)), .label = STR_ABSENT, .origin = ORIGIN_DRAWN, .target = NO_INDEX};
    x->item.text = arena_str(r->m->t.a, number);
    if (label.n) x->label = arena_str(r->m->t.a, label);
    x->item.place.where = where_of(r, ROLE_NONE);
}

/* The next way that begins at or behind `from`: [*begin, *end) of the text. */
static bool next_way(const struct scan *s, size_t from, size_t *begin, size_t *end, struct str *number, struct str *label)
{
    for (size_t i = from; i < s->text.n; i++) {
        size_t behind = behind_arrow(s, i);
        bool ke = behind > i, word = !ke && is_letter(s->text.p[i]) && (i == from || !is_letter(s->text.p[i - 1]));
        if (!ke && !word) continue;
        while (ke && behind < s->text.n) { /* several arrows */
            size_t k = behind;
            while (k < s->text.n && is_space(s->text.p[k])) k++;
            size_t next = behind_arrow(s, k);
            if (next == k) break;
            behind = next;
        }
        *label = STR_ABSENT;
        *end = target_at(s, ke ? behind : i, number, &ke);
        *begin = label_before(s, from, i, label);
        if (*end && ke && (behind > i || label->n)) return true;
        if (behind > i) i = behind - 1;
    }
    return false;
}

void cell_exits(const struct row *r, struct step *step, struct piece all, struct pieces *rest)
{
    struct scan s = {r->m->t.v, all.text};
    size_t from = 0, begin, end, n = 0;
    struct str number, label;
    for (; n < MOST_EXITS && next_way(&s, from, &begin, &end, &number, &label); n++, from = end) {
        add_exit(r, step, all, begin, end, number, label);
        if (!str_blank(str_slice(all.text, from, begin))) *ARENA_PUSH(r->m->t.a, rest) = piece_part(all, from, begin);
    }
    while (n && from < all.text.n && (strchr(".)", all.text.p[from]) || is_between(all.text.p[from]))) from++;
    if (!n || !str_blank(str_slice(all.text, from, all.text.n))) *ARENA_PUSH(r->m->t.a, rest) = n ? piece_part(all, from, all.text.n) : all;
}

void cell_exits_settle(struct making *m)
{
    struct sop *sop = m->sop;
    for (size_t i = 0; i < sop->steps.n; i++)
        for (size_t k = 0; k < sop->steps.v[i].exits.n; k++) {
            struct flow_exit *x = &sop->steps.v[i].exits.v[k];
            for (size_t j = 0; x->target == NO_INDEX && !x->ends && j < sop->steps.n; j++)
                if (j != i && str_eq(sop->steps.v[j].number.text, x->item.text)) x->target = j;
        }
}
