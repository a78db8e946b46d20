/* Names of indicators, as tables print them and as sentences may call them; what tables state. Sentences: lkjip_sentences.c. */
#include <string.h>

#include "analyse/lkjip/prose/lkjip_claims.h"

enum { OWN_MOST = 64, NAME_MOST = 40 /* words of a name that may have a shorter form */ };

/* ---- names ---------------------------------------------------------------------------------------------------- */

bool claims_own_word(const struct claims *c, struct str low)
{
    for (size_t i = 0; i < c->own.n && i < OWN_MOST; i++)
        if (str_eq(c->own.v[i].low, low)) return true;
    return false;
}

static bool region_word(const struct claims *c, struct str low)
{
    for (size_t i = 0; i < c->region_count; i++)
        if (str_eq(c->region[i], low)) return true;
    return false;
}

static bool is_region(struct str low) { return str_eqz(low, "kabupaten") || str_eqz(low, "kota") || str_eqz(low, "provinsi"); }

/* "PEMERINTAH KOTA CONTOH DINAS PERIKANAN": the region is Contoh, the unit Dinas Perikanan, DP for short. */
static void agency(struct claims *c)
{
    struct lexemes *t = &c->own;
    const struct wordset *holders = &c->k->narrative->holders;
    char initials[8];
    size_t n = 0;
    bool unit = false, region = false;
    lexemes_split(c->a, t, c->l->identity.agency.text);
    for (size_t i = 0; i < t->n; i++) {
        struct str low = t->v[i].low;
        if (is_region(low)) region = true, unit = false;
        else if (str_eqz(low, "pemerintah")) unit = region = false;
        else if (wordset_has(holders, low)) unit = true, region = false, c->has_unit = true, n = 0;
        else if (region && c->region_count < COUNT(c->region)) c->region[c->region_count++] = low;
        if (unit && n < sizeof initials && !str_eqz(low, "dan")) initials[n++] = low.p[0];
    }
    c->initials = n >= 3 ? arena_str(c->a, (struct str){initials, n}) : STR_ABSENT;
}

size_t claims_holder_end(const struct claims *c, const struct lexemes *t, size_t from, bool *unit)
{
    size_t i = from;
    *unit = false;
    if (i < t->n && c->initials.p && str_eq(t->v[i].low, c->initials)) *unit = true, i++;
    else if (i < t->n && !region_word(c, t->v[i].low) && !(wordset_has(&c->k->narrative->holders, t->v[i].low) && claims_own_word(c, t->v[i].low))) return from;
    for (; i < t->n && claims_own_word(c, t->v[i].low) && (i == from || !t->v[i].before); i++)
        if (!is_region(t->v[i].low) && wordset_has(&c->k->narrative->holders, t->v[i].low) && !str_eqz(t->v[i].low, "pemerintah")) *unit = true;
    return i;
}

static void add_form(struct claims *c, struct str text, size_t name, bool loose)
{
    mentions_add(&c->forms, text);
    *ARENA_PUSH(c->a, &c->form_of) = (struct name_form){name, loose};
    struct str key = c->forms.keys.v[c->forms.keys.n - 1];
    uint32_t *seen = wordmap_put(c->a, &c->form_seen, key);
    if (!*seen) {
        *seen = (uint32_t)c->form_of.n;
        return;
    }
    struct name_form *first = &c->form_of.v[*seen - 1], *here = &c->form_of.v[c->form_of.n - 1];
    if (first->name != name) first->name = here->name = NO_INDEX;
    else first->loose = here->loose = first->loose && loose;
}

/* A name of an indicator, and the shorter forms of it that a sentence may use: without its abbreviation in brackets, without its holder. */
static size_t name_of(struct claims *c, struct str printed, struct str unit)
{
    struct lexemes *t = &c->words;
    struct buf key = BUF_INIT;
    lexemes_split(c->a, t, printed);
    for (size_t i = 0; i < t->n; i++) buf_str(&key, t->v[i].low), buf_ch(&key, ' ');
    uint32_t *seen = t->n ? wordmap_put(c->a, &c->name_seen, arena_str(c->a, buf_view(&key))) : NULL;
    buf_free(&key);
    if (!seen) return NO_INDEX;
    if (*seen) return *seen - 1;
    bool percent = wordset_begins(&c->k->narrative->percentages, printed).p != NULL || str_find(printed, STR("%"), 0) != SIZE_MAX;
    *ARENA_PUSH(c->a, &c->names) = (struct known_name){printed, unit, percent, 0, 0};
    *seen = (uint32_t)c->names.n;
    size_t name = c->names.n - 1, core = t->n;
    struct str without = STR_ABSENT, brief = match_abbreviation(t);
    if (brief.p) brief = arena_str(c->a, brief);
    if (t->n > 2 && t->v[t->n - 1].before == '(' && t->after == ')' && lexeme_upper(&t->v[t->n - 1])) without = arena_str(c->a, str_slice(printed, 0, t->v[t->n - 2].end));
    for (size_t i = 2; i < t->n && t->n <= NAME_MOST && core == t->n; i++) {
        bool unit_named;
        if (claims_holder_end(c, t, i, &unit_named) == t->n) core = i;
    }
    struct str shorter = core < t->n ? arena_str(c->a, str_slice(printed, 0, t->v[core - 1].end)) : STR_ABSENT;
    add_form(c, printed, name, false);
    if (without.p) add_form(c, without, name, false);
    if (brief.p) add_form(c, brief, name, true);
    if (shorter.p) add_form(c, shorter, name, true);
    return name;
}

/* ---- tables --------------------------------------------------------------------------------------------------- */

void claims_add(struct claims *c, struct claim claim)
{
    uint32_t *last = wordmap_put(c->a, &c->last, arena_printf(c->a, "%zu %d", claim.name, claim.year));
    claim.before = *last;
    claim.same = c->names.v[claim.name].last;
    *ARENA_PUSH(c->a, &c->all) = claim;
    *last = (uint32_t)c->all.n;
    c->names.v[claim.name].last = c->all.n;
    c->names.v[claim.name].claims++;
}

size_t claims_last(const struct claims *c, size_t name, int year)
{
    char key[48];
    int n = snprintf(key, sizeof key, "%zu %d", name, year);
    const uint32_t *last = wordmap_get(&c->last, (struct str){key, (size_t)n});
    return last ? *last : 0;
}

static bool says_percent(struct str s) { return str_find(s, STR("%"), 0) != SIZE_MAX || str_ifind(s, STR("persen"), 0) != SIZE_MAX; }

static void cell(struct claims *c, size_t name, int year, enum measured what, const struct figure *f)
{
    if (name == NO_INDEX || !number_is_value(f->number)) return;
    if (what != MEASURED_CAPAIAN && f->number->percent) c->names.v[name].percent = true;
    claims_add(c, (struct claim){.name = name, .year = year, .what = what, .number = f->number, .printed = str_trim(f->item.text), .place = f->item.place, .sentence = NO_INDEX});
}

static void indicators(struct claims *c, const struct indicator_table *t)
{
    int year = t->year ? t->year : c->year;
    for (size_t i = 0; i < t->rows.n; i++) {
        const struct indicator *row = &t->rows.v[i];
        size_t name = name_of(c, row->name.text, row->unit.text);
        if (name == NO_INDEX) continue;
        if (says_percent(row->unit.text)) c->names.v[name].percent = true;
        cell(c, name, year, MEASURED_TARGET, &row->target);
        cell(c, name, year, MEASURED_REALISASI, &row->realisasi);
        cell(c, name, year, MEASURED_CAPAIAN, &row->capaian);
    }
}

void claims_from_tables(struct claims *c)
{
    agency(c);
    for (size_t i = 0; i < c->l->agreements.n; i++) indicators(c, &c->l->agreements.v[i]);
    for (size_t i = 0; i < c->l->measurements.n; i++) indicators(c, &c->l->measurements.v[i]);
    for (size_t i = 0; i < c->l->comparisons.n; i++) {
        const struct comparison *p = &c->l->comparisons.v[i];
        size_t name = name_of(c, p->name.text, p->unit.text);
        if (name == NO_INDEX) continue;
        if (says_percent(p->unit.text)) c->names.v[name].percent = true;
        for (size_t k = 0; k < p->years.n; k++)
            if (p->years.v[k].year) cell(c, name, p->years.v[k].year, p->years.v[k].what, &p->years.v[k].figure);
        cell(c, name, 0, MEASURED_TARGET, &p->end_target);
        cell(c, name, 0, MEASURED_CAPAIAN, &p->end_capaian);
        cell(c, name, 0, MEASURED_TARGET, &p->standard);
        cell(c, name, 0, MEASURED_CAPAIAN, &p->standard_capaian);
    }
}
