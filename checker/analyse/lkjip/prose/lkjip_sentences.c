/* What sentences state of indicators. A sentence is read only where nothing but words that join stands between the name of an indicator
 * and its figure: "capaian X tahun 2023 sebesar 98,90 %", "X mengalami penurunan dari 68,10 menjadi 62,65". */
#include <string.h>

#include "base/chars.h"
#include "analyse/lkjip/prose/lkjip_claims.h"

enum { GLUE_MOST = 30, SENTENCE_MOST = 3000, MENTIONS_MOST = 16 }; /* longer ones are tables and lists that were run together */

static bool in(const struct wordset *w, const struct lexeme *t) { return wordset_has(w, t->low); }

/* What is read of the sentence between a name and its figure. */
struct path {
    const struct claims *c;
    struct str text;
    size_t i;                 /* the next word */
    int year, subject;        /* named behind the name; before "dari" */
    enum measured what;       /* MEASURED_NONE: not said */
    bool linked, region_only, from;
    bool moved;               /* "turun": what follows by "sebesar" is how far, not where to */
};

int claims_year(const struct lexeme *t)
{
    uint64_t y;
    return t->low.n == 4 && str_u64(t->low, &y) && year_of_report(y) ? (int)y : 0;
}

bool claims_year_alone(const struct lexemes *t, size_t i, struct str text)
{
    if (i + 1 < t->n && lexeme_number(&t->v[i + 1]) && t->v[i + 1].begin == t->v[i].end + 1 && strchr(".,/-", text.p[t->v[i].end])) return false;
    return claims_year(&t->v[i]) != 0;
}

enum measured claims_kind(const struct narrative_words *w, const struct lexeme *t)
{
    return in(&w->target, t) ? MEASURED_TARGET : in(&w->realisasi, t) ? MEASURED_REALISASI : in(&w->capaian, t) ? MEASURED_CAPAIAN : MEASURED_NONE;
}

/* Goes over words that join; true at a figure that the name leads to. */
/* Signs before a word that no statement goes on over. */
static bool parted(const struct lexeme *k) { return k->before && memchr(";.\n/&", k->before, 5); }

/* "(IKM)": an abbreviation in brackets; "(%)" before it does not count. */
static bool behind_bracket(const struct path *p, const struct lexeme *k)
{
    const struct lexeme *before = p->i ? k - 1 : NULL;
    return k->before == '(' && !(before && memchr(p->text.p + before->end, ')', k->begin - before->end));
}

static bool to_figure(struct path *p)
{
    const struct lexemes *t = &p->c->words;
    const struct narrative_words *w = p->c->k->narrative;
    for (size_t steps = 0; p->i < t->n && steps < GLUE_MOST; steps++) {
        const struct lexeme *k = &t->v[p->i];
        bool unit, digit = is_digit(k->low.p[0]);
        bool bracket = behind_bracket(p, k);
        if (parted(k)) return false;
        if (bracket && (digit || p->i + 1 >= t->n || t->v[p->i + 1].before != ')' || !lexeme_upper(k))) return false;
        if (bracket) {
            p->i++;
            continue;
        }
        if (digit && !claims_year_alone(t, p->i, p->text)) return p->linked && !p->moved && lexeme_number(k) && k->before != '-' && k->before != '>';
        enum measured what = claims_kind(w, k);
        size_t end = claims_holder_end(p->c, t, p->i, &unit);
        if (digit) {
            if (p->year && p->year != claims_year(k)) return false;
            p->year = claims_year(k);
        } else if (what) {
            if (p->what && p->what != what) return false;
            p->what = what;
            p->linked |= str_starts(k->low, STR("ter"));
        } else if (end > p->i) {
            p->region_only |= !unit;
            p->i = end;
            continue;
        } else if (str_eqz(k->low, "dari") && !p->from) {
            p->from = p->linked = true;
            p->moved = false;
            p->subject = p->year;
            p->year = 0;
        } else if (in(&w->links, k)) {
            p->linked = true;
            p->moved = p->moved && !str_eqz(k->low, "menjadi");
        } else if (!p->from && (in(&w->rise, k) || in(&w->fall, k))) p->moved = true;
        else if (!in(&w->glue, k)) return false;
        p->i++;
    }
    return false;
}

bool claims_figure(const struct claims *c, struct str s, size_t at, struct number *n, struct str *printed)
{
    size_t end = at;
    while (end < s.n && (is_digit(s.p[end]) || ((s.p[end] == '.' || s.p[end] == ',') && end + 1 < s.n && is_digit(s.p[end + 1])))) end++;
    *printed = str_slice(s, at, end);
    if (end + 1 < s.n && (s.p[end] == '/' || s.p[end] == '-') && is_digit(s.p[end + 1])) return false;
    struct str rest = str_trim(str_slice(s, end, s.n));
    if (rest.n > 1 && (rest.p[0] == ',' || rest.p[0] == '.')) { /* "62 ,68" and "62, 68": parted in conversion, or a list */
        struct str parted = str_trim(str_slice(rest, 1, rest.n));
        if (parted.n && is_digit(parted.p[0])) return false;
    }
    *n = number_parse(c->k->figures, *printed, MARKS_COMMA);
    n->percent = str_starts(rest, STR("%")) || str_istarts(rest, STR("persen"));
    return n->form == NUMBER_VALUE;
}

/* "pada eselon III", "untuk SMP": what follows is about a part, unless the preposition leads to a year or to another plain thing. */
static bool narrows(const struct claims *c, size_t i)
{
    const struct lexemes *t = &c->words;
    const struct narrative_words *w = c->k->narrative;
    if (!in(&w->narrowing, &t->v[i]) || i + 1 >= t->n) return false;
    return !in(&w->plain, &t->v[i + 1]) && !claims_year(&t->v[i + 1]) && !str_starts(t->v[i + 1].low, STR("me"));
}

/* Goes behind the figure: false where the words there make another quantity of it ("1,69 poin", "12 desa", "90 dan 80"). */
static bool behind_figure(struct path *p, size_t end, const struct known_name *name, bool percent)
{
    const struct lexemes *t = &p->c->words;
    const struct narrative_words *w = p->c->k->narrative;
    while (p->i < t->n && t->v[p->i].begin < end) p->i++;
    if (p->i < t->n && percent && str_eqz(t->v[p->i].low, "persen")) p->i++;
    if (p->i >= t->n || (t->v[p->i].before && t->v[p->i].before != '(')) return true;
    const struct lexeme *k = &t->v[p->i];
    if (k->before == '(' && is_digit(k->low.p[0])) return true; /* "76,00 (95,00 % dari target)" */
    if (str_eqz(k->low, "dan") && p->i + 1 < t->n && lexeme_number(&t->v[p->i + 1])) return false;
    if (in(&w->behind, k)) return !narrows(p->c, p->i);
    return name->unit.n && str_istarts(str_trim(name->unit), k->text) && !percent;
}

/* "62,68 pada tahun 2024" */
static void year_behind(struct path *p)
{
    const struct lexemes *t = &p->c->words;
    size_t i = p->i;
    while (i < t->n && i < p->i + 3 && !t->v[i].before && (str_eqz(t->v[i].low, "pada") || str_eqz(t->v[i].low, "di") || str_eqz(t->v[i].low, "tahun"))) i++;
    if (i == p->i || i >= t->n || t->v[i].before || !claims_year(&t->v[i])) return;
    p->year = claims_year(&t->v[i]);
    p->i = i + 1;
}

/* The only year that the sentence names; the report's where it names none; 0: several, or one that is told in words. */
static int year_of_sentence(const struct claims *c, struct str text)
{
    int year = 0;
    for (size_t i = 0; i < c->words.n; i++) {
        int y = claims_year(&c->words.v[i]);
        if (y && year && y != year) return 0;
        if (y) year = y;
    }
    if (year) return year;
    return wordset_search(&c->k->narrative->relative, text, NULL).p ? 0 : c->year;
}

/* The sentence speaks of a part of the year or of the place, of another place or of a plan. Words of the name itself do not count. */
static bool partial(const struct claims *c, const struct mention *m)
{
    for (size_t i = 0; i < c->words.n; i++)
        if (((i < m->begin || i >= m->end) && in(&c->k->narrative->scope, &c->words.v[i]) && !claims_own_word(c, c->words.v[i].low)) || (i + 1 < m->begin && narrows(c, i))) return true;
    return false;
}

static void found(struct claims *c, struct path *p, size_t index, const struct name_form *f, const struct number *n, struct str printed)
{
    const struct known_name *name = &c->names.v[f->name];
    struct str text = c->l->statements.v[index].item.text;
    enum measured what = p->what ? p->what : n->percent && name->percent ? MEASURED_OPEN : n->percent ? MEASURED_CAPAIAN : MEASURED_REALISASI;
    if (what != MEASURED_CAPAIAN && n->percent != name->percent) return;
    if (what == MEASURED_CAPAIAN && !n->percent) return;
    struct number *kept = arena_alloc(c->a, sizeof *kept);
    *kept = *n;
    uint32_t begin = (uint32_t)(printed.p - text.p);
    claims_add(c, (struct claim){f->name, p->year, what, kept, printed, c->l->statements.v[index].item.place, index, begin, begin + (uint32_t)printed.n,
                                f->loose || (p->region_only && c->has_unit), 0, 0});
}

enum measured claims_kind_before(const struct claims *c, size_t begin)
{
    const struct narrative_words *w = c->k->narrative;
    for (size_t i = begin; i-- > 0 && begin - i <= 4;) {
        enum measured what = claims_kind(w, &c->words.v[i]);
        if (what) return what;
        if (c->words.v[i + 1].before || !in(&w->glue, &c->words.v[i])) return MEASURED_NONE;
    }
    return MEASURED_NONE;
}

/* "68,10 menjadi 62,65": the second figure, of the year that the sentence is about. */
static void change(struct claims *c, struct path *p, size_t index, const struct name_form *f, const struct number *first, struct str first_printed)
{
    struct str printed;
    struct number n;
    struct path to = {.c = c, .text = p->text, .i = p->i + 1, .what = p->what, .linked = true, .from = true, .region_only = p->region_only};
    if (p->i >= c->words.n || !str_eqz(c->words.v[p->i].low, "menjadi")) return;
    if (!to_figure(&to) || !claims_figure(c, p->text, c->words.v[to.i].begin, &n, &printed)) return;
    if (!behind_figure(&to, (size_t)(printed.p - p->text.p) + printed.n, &c->names.v[f->name], n.percent)) return;
    year_behind(&to);
    if (!to.year) to.year = p->subject ? p->subject : year_of_sentence(c, p->text);
    if (p->year && p->year < to.year && n.percent == first->percent) found(c, p, index, f, first, first_printed);
    if (to.year > p->year) found(c, &to, index, f, &n, printed);
}

/* Behind "target": the figure of the target, if one follows, is the table's of that year. *next: behind it. */
static bool target_told(const struct claims *c, struct str text, size_t i, const struct name_form *f, int year, size_t *next)
{
    const struct lexemes *t = &c->words;
    struct number n;
    struct str printed;
    while (i < t->n && !t->v[i].before && !is_digit(t->v[i].low.p[0]) && (in(&c->k->narrative->glue, &t->v[i]) || in(&c->k->narrative->links, &t->v[i]))) i++;
    *next = i;
    if (i >= t->n || t->v[i].before || !is_digit(t->v[i].low.p[0])) return true;
    if (claims_year_alone(t, i, text)) return claims_year(&t->v[i]) == year;
    if (!claims_figure(c, text, t->v[i].begin, &n, &printed)) return false;
    while (*next < t->n && t->v[*next].begin < (size_t)(printed.p - text.p) + printed.n) ++*next;
    if (*next < t->n && str_eqz(t->v[*next].low, "persen")) ++*next;
    for (size_t k = claims_last(c, f->name, year); k; k = c->all.v[k - 1].before)
        if (c->all.v[k - 1].what == MEASURED_TARGET && ratio_same(c->all.v[k - 1].number->low, n.low)) return true;
    return false;
}

/* "… sebesar 76,00 [dari target 80,00] atau 96,00 % dari target": a second figure, which is the capaian. `i`: the word behind the first. */
static void share_of_target(struct claims *c, size_t i, size_t index, const struct name_form *f, int year)
{
    const struct lexemes *t = &c->words;
    const struct narrative_words *w = c->k->narrative;
    struct str text = c->l->statements.v[index].item.text, printed;
    struct number n;
    bool capaian = false;
    for (size_t steps = 0; i < t->n && steps < GLUE_MOST; steps++) {
        const struct lexeme *k = &t->v[i];
        if (k->before && k->before != ',' && k->before != '(') return;
        if (is_digit(k->low.p[0])) break;
        if (str_eqz(k->low, "dari") && i + 1 < t->n && claims_kind(w, &t->v[i + 1]) == MEASURED_TARGET) {
            if (!target_told(c, text, i + 2, f, year, &i)) return;
            capaian = true;
            continue;
        }
        enum measured what = claims_kind(w, k);
        if (what ? what != MEASURED_CAPAIAN : !in(&w->glue, k) && !in(&w->links, k) && !in(&w->joins, k) && !str_eqz(k->low, "sehingga")) return;
        capaian |= what == MEASURED_CAPAIAN || str_eqz(k->low, "tercapai");
        i++;
    }
    if (i >= t->n || claims_year_alone(t, i, text) || !claims_figure(c, text, t->v[i].begin, &n, &printed) || !n.percent) return;
    for (size_t end = (size_t)(printed.p - text.p) + printed.n; i < t->n && t->v[i].begin < end;) i++;
    if (i < t->n && str_eqz(t->v[i].low, "persen")) i++;
    bool of_target = i + 1 < t->n && !t->v[i].before && str_eqz(t->v[i].low, "dari") && claims_kind(w, &t->v[i + 1]) == MEASURED_TARGET;
    if (of_target ? !target_told(c, text, i + 2, f, year, &i) : !capaian) return;
    struct path p = {.c = c, .text = text, .i = i, .year = year, .what = MEASURED_CAPAIAN};
    found(c, &p, index, f, &n, printed);
}

static void follow(struct claims *c, size_t index, const struct mention *m)
{
    struct str text = c->l->statements.v[index].item.text, printed;
    const struct name_form *f = &c->form_of.v[m->name];
    struct path p = {.c = c, .text = text, .i = m->end, .what = claims_kind_before(c, m->begin)};
    struct number n;
    if (f->name == NO_INDEX || partial(c, m) || !to_figure(&p) || !claims_figure(c, text, c->words.v[p.i].begin, &n, &printed)) return;
    if (!behind_figure(&p, (size_t)(printed.p - text.p) + printed.n, &c->names.v[f->name], n.percent)) return;
    year_behind(&p);
    if (p.from) {
        change(c, &p, index, f, &n, printed);
        return;
    }
    if (!p.year) p.year = year_of_sentence(c, text);
    if (!p.year) return;
    found(c, &p, index, f, &n, printed);
    share_of_target(c, p.i, index, f, p.year);
}

/* "X tahun 2023 meningkat sebesar 1,69 % dibandingkan tahun 2022", "… dari tahun sebelumnya" */
static bool direction(const struct claims *c, const struct mention *m, struct direction_claim *d)
{
    const struct narrative_words *w = c->k->narrative;
    const struct lexemes *t = &c->words;
    const struct name_form *f = &c->form_of.v[m->name];
    size_t i = m->end, end;
    int year = 0;
    enum measured what = claims_kind_before(c, m->begin);
    bool unit, rise = false;
    if (f->name == NO_INDEX || f->loose || what == MEASURED_TARGET || partial(c, m)) return false;
    for (; i < t->n; i++) {
        if (t->v[i].before && !(t->v[i].before == ',' && i > m->end)) return false;
        rise = in(&w->rise, &t->v[i]);
        if (rise || in(&w->fall, &t->v[i])) break;
        if ((end = claims_holder_end(c, t, i, &unit)) > i) {
            i = end - 1;
            continue;
        }
        if (claims_year(&t->v[i])) year = claims_year(&t->v[i]);
        else if (claims_kind(w, &t->v[i]) == MEASURED_CAPAIAN) what = MEASURED_CAPAIAN;
        else if (claims_kind(w, &t->v[i]) == MEASURED_TARGET || !in(&w->glue, &t->v[i])) return false;
    }
    for (i++; i + 2 < t->n; i++) {
        if (t->v[i].before == ';' || t->v[i].before == '.' || t->v[i].before == '(') return false;
        if (!in(&w->against, &t->v[i])) continue;
        size_t k = i + 1;
        while (k + 1 < t->n && (in(&w->glue, &t->v[k]) || claims_kind(w, &t->v[k])) && !str_eqz(t->v[k].low, "tahun")) k++;
        if (!str_eqz(t->v[k].low, "tahun") || k + 1 >= t->n) return false;
        *d = (struct direction_claim){f->name, claims_year(&t->v[k + 1]), year, rise, what == MEASURED_CAPAIAN};
        if (!d->to) d->to = c->year;
        if (!d->from && wordset_has(&w->relative, t->v[k + 1].low)) d->from = d->to - 1;
        return d->from && d->to && d->from < d->to && !t->v[k].before;
    }
    return false;
}

bool claims_of_sentence(struct claims *c, size_t index, struct direction_claim *d)
{
    bool directed = false;
    size_t mentions = 0;
    if (c->l->statements.v[index].item.text.n > SENTENCE_MOST) return false;
    lexemes_split(c->a, &c->words, c->l->statements.v[index].item.text);
    for (size_t i = 0; i < c->words.n && mentions < MENTIONS_MOST; i++) {
        struct mention m;
        if (!mentions_at(&c->forms, &c->words, i, &m)) continue;
        i = m.end - 1;
        mentions++;
        follow(c, index, &m);
        directed = directed || direction(c, &m, d);
    }
    return directed;
}
