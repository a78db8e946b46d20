/* Offices in running text: where a name begins and ends, and which executor of the document it means. */
#include "base/chars.h"
#include "domain/office_data.h"

enum { COLUMNS_MAX = 64 };

/* A name as the unit that it leads, if it does: "Kepala Bagian Umum" and "Bagian Umum" have the same. */
struct form {
    struct office_name name;
    bool leads;              /* the head of the unit was named, not the unit */
    uint8_t whole;           /* this many words belong together */
};

static struct form form_of(const struct offices *o, const struct office_name *n)
{
    struct form f = {.name = *n};
    for (size_t i = 0; i < o->whole.n && n->n >= 2; i++) {
        struct str w = o->whole.v[i];
        if (w.n == n->word[0].n + 1 + n->word[1].n && str_starts(w, n->word[0]) && str_ends(w, n->word[1])) f.whole = 2;
    }
    if (n->n >= 2 && str_eqz(n->word[0], "kepala") && office_flags(o, n->word[1]) & WORD_UNIT) {
        for (size_t i = 1; i < n->n; i++) f.name.word[i - 1] = n->word[i], f.name.cut[i - 1] = n->cut[i];
        f.name.n--;
        f.leads = true;
    } else if (!f.whole)
        for (size_t i = 0; i + 1 < o->leads.n && n->n; i += 2)
            if (str_eq(n->word[0], o->leads.v[i])) f.name.word[0] = o->leads.v[i + 1], f.leads = true;
    return f;
}

struct column {
    struct office_name name;
    struct form form;
    size_t identity;
    struct str initials, printed;
};
struct office_columns {
    struct column *v;
    size_t n, cap;
    struct wordmap own;      /* words of the document's agency and unit */
    uint64_t letters;        /* first letters of the columns' names */
};

/* ---- the document's executors ------------------------------------------------------------------------------- */

static struct str initials_of(struct arena *a, const struct office_name *n)
{
    char text[OFFICE_WORDS];
    for (size_t i = 0; i < n->n; i++) text[i] = n->word[i].p[0];
    return arena_str(a, (struct str){text, n->n});
}

static void add_column(struct arena *a, const struct offices *o, struct office_columns *c, const struct lexemes *t, size_t from, size_t to,
                       const struct office_executor *x)
{
    struct office_name name = office_normalise(t, from, to);
    if (!name.n || c->n >= COLUMNS_MAX) return;
    for (size_t i = 0; i < c->n; i++)
        if (c->v[i].identity == x->identity && office_compare(o, &c->v[i].name, &name) == OFFICE_SAME) return;
    for (size_t i = 0; i < name.n; i++) name.word[i] = arena_str(a, name.word[i]);
    *ARENA_PUSH(a, c) = (struct column){name, form_of(o, &name), x->identity, initials_of(a, &name), x->column};
}

/* "Staf/Jabatan Fungsional Umum" and "Kepala Dinas (Kadin)": the whole, and each part by itself. */
static void add_names(struct arena *a, const struct offices *o, struct office_columns *c, struct lexemes *t, const struct office_executor *x)
{
    lexemes_split(a, t, x->name);
    size_t from = 0;
    for (size_t i = 1; i < t->n; i++) {
        if (t->v[i].before != '/' && t->v[i].before != '(') continue;
        add_column(a, o, c, t, from, i, x);
        from = i;
    }
    if (from) add_column(a, o, c, t, from, t->n, x);
    add_column(a, o, c, t, 0, t->n, x);
}

static uint64_t letter(char c) { return (uint64_t)1 << ((unsigned char)c & 63); }

struct office_columns *office_columns_of(struct arena *a, const struct offices *o, struct wordbook *b, const struct office_executors *executors,
                                         const struct str *own, size_t own_count)
{
    struct office_columns *c = arena_alloc(a, sizeof *c);
    struct lexemes t = {.book = b};
    for (size_t i = 0; i < own_count; i++) {
        lexemes_split(a, &t, own[i]);
        for (size_t k = 0; k < t.n; k++)
            if (!wordmap_get(&c->own, t.v[k].low)) *wordmap_put(a, &c->own, arena_str(a, t.v[k].low)) = 1;
    }
    for (size_t i = 0; i < executors->n && c->n < COLUMNS_MAX; i++) add_names(a, o, c, &t, &executors->v[i]);
    for (size_t i = 0; i < c->n; i++) c->letters |= letter(c->v[i].name.word[0].p[0]);
    return c;
}

/* ---- the extent of a name ----------------------------------------------------------------------------------- */

static bool looks_verb(const struct entry *w)
{
    if (w->low.n < 6 || w->office) return false;
    return str_starts(w->low, STR("me")) || str_starts(w->low, STR("di"));
}

/* Columns that the name, as read so far, is the beginning of. One bit each; the first 64 columns are all there are. */
struct reading {
    const struct offices *o;
    const struct office_columns *c;
    uint64_t fits;
    uint8_t words;
};

static uint64_t narrowed(const struct reading *r, const struct office_name *next)
{
    uint64_t fits = r->words ? r->fits : ~(uint64_t)0, left = 0;
    for (size_t i = 0; i < r->c->n; i++) {
        const struct office_name *name = &r->c->v[i].name;
        if (!(fits >> i & 1) || r->words + next->n > name->n) continue;
        size_t k = 0;
        while (k < next->n && office_same_word(r->o, next, k, &(struct office_name){.word = {name->word[r->words + k]}, .n = 1}, 0) != OFFICE_OTHER) k++;
        if (k == next->n) left |= (uint64_t)1 << i;
    }
    return left;
}

static bool follows_column(struct reading *r, const struct lexemes *t, size_t at)
{
    struct office_name next = office_normalise(t, at, at + 1);
    uint64_t left = next.n ? narrowed(r, &next) : 0;
    if (!left) return false;
    r->fits = left;
    r->words = (uint8_t)(r->words + next.n);
    return true;
}

static bool hard(char mark) { return mark && !(mark == '/' || mark == '&' || mark == '-' || mark == '.'); }

static bool all_upper(const struct lexemes *t)
{
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 0; k < t->v[i].text.n; k++)
            if (is_lower(t->v[i].text.p[k])) return false;
    return true;
}

/* May token i go on with the name whose last token is `end` - 1, by its looks alone? */
static bool goes_on(const struct lexemes *t, size_t i, size_t end, bool upper)
{
    const struct lexeme *k = &t->v[i], *last = &t->v[end - 1];
    uint32_t flags = k->w->office, before = last->w->office;
    if (k->before == '/' || flags & WORD_STOP || looks_verb(k->w)) return false;
    if (k->before == '.' && last->text.n > 4 && !last->w->full) return false;
    if (lexeme_capital(last) && !upper) return lexeme_capital(k);
    if (upper) return true;
    const struct office_name *full = last->w->full;
    bool wants_more = before & WORD_UNIT || (before & WORD_HEAD && !(before & WORD_ALONE)) || (full && full->n > 1);
    return wants_more || (flags & (WORD_OWN | WORD_AGENCY) && before & WORD_HEAD);
}

static size_t extent(const struct offices *o, const struct office_columns *c, const struct lexemes *t, size_t at)
{
    struct reading r = {o, c, 0, 0};
    bool upper = all_upper(t);
    size_t i = at + 1, end = i;
    if (!follows_column(&r, t, at)) r.words = OFFICE_WORDS;
    for (; i < t->n && i - at < OFFICE_WORDS && !hard(t->v[i].before); i++) {
        bool joint = t->v[i].w->office & WORD_JOINT || t->v[i].before == '&';
        if (t->v[i].w->office & WORD_JOINT) {
            if (i + 1 >= t->n || hard(t->v[i + 1].before)) break;
            i++;
        }
        if (follows_column(&r, t, i)) {
            end = i + 1;
            continue;
        }
        r.fits = 0;
        r.words = OFFICE_WORDS;
        /* "Kasubbag Umum dan Sekretaris": behind a joint another office may begin. */
        if (joint && (t->v[i].w->office & (WORD_HEAD | WORD_UNIT) || t->v[i].w->full || !lexeme_capital(&t->v[i]))) break;
        if (!goes_on(t, i, end, upper)) break;
        end = i + 1;
    }
    return end;
}

/* ---- which executor ----------------------------------------------------------------------------------------- */

/* How a mention lies to a column, the best first. */
enum fit { FIT_EQUAL, FIT_UNIT, FIT_SHORT, FIT_SHORT_UNIT, FIT_LONG, FIT_MAYBE, FIT_NOT };

struct judged {
    enum fit fit;
    struct str odd, usual;
};

/* Words of the longer name that the shorter one lacks may all be those of the document's own agency. */
static bool own_rest(const struct offices *o, const struct office_columns *c, const struct office_name *longer, size_t from)
{
    for (size_t i = from; i < longer->n; i++)
        if (!(office_flags(o, longer->word[i]) & WORD_OWN) && !wordmap_get(&c->own, longer->word[i])) return false;
    return true;
}

static struct judged judge(const struct offices *o, const struct office_columns *c, const struct form *m, const struct column *col)
{
    struct judged j = {.fit = FIT_NOT};
    const struct form f = col->form;
    size_t n = m->name.n < f.name.n ? m->name.n : f.name.n;
    for (size_t i = 0; i < n; i++) {
        enum office_likeness l = office_same_word(o, &m->name, i, &f.name, i);
        if (l == OFFICE_OTHER) return j;
        if (l == OFFICE_VARIANT) j.odd = m->name.word[i], j.usual = f.name.word[i];
    }
    if (m->whole > n || f.whole > n) {
        if (f.whole > n) j.fit = FIT_MAYBE;
        return j;
    }
    if (m->name.n == f.name.n) j.fit = m->leads == f.leads ? FIT_EQUAL : FIT_UNIT;
    else if (m->name.n < f.name.n) j.fit = m->leads == f.leads ? FIT_SHORT : FIT_SHORT_UNIT;
    else if (own_rest(o, c, &m->name, n) || col->name.collective) j.fit = FIT_LONG;
    else if (m->leads == f.leads && !(office_flags(o, f.name.word[0]) & WORD_AGENCY)) j.fit = FIT_LONG;
    return j;
}

static bool initials(const struct office_columns *c, const struct lexeme *t, struct office_mention *out)
{
    if (t->low.n < 2 || t->low.n > 6 || !lexeme_upper(t)) return false;
    for (size_t i = 0; i < c->n; i++)
        if (str_eq(c->v[i].initials, t->low)) {
            out->standing = OFFICE_NAMED;
            out->identity = c->v[i].identity;
            out->column = c->v[i].printed;
            return true;
        }
    return false;
}

static void resolve(const struct offices *o, const struct office_columns *c, const struct office_name *name, struct office_mention *out)
{
    struct form m = form_of(o, name);
    enum fit best = FIT_NOT;
    bool several = false;
    for (size_t i = 0; i < c->n; i++) {
        struct judged j = judge(o, c, &m, &c->v[i]);
        if (j.fit > best || j.fit == FIT_NOT) continue;
        if (j.fit == best) {
            several |= out->identity != c->v[i].identity;
            if (!j.odd.p) out->odd = out->usual = STR_ABSENT;
            continue;
        }
        best = j.fit;
        several = false;
        out->identity = c->v[i].identity;
        out->column = c->v[i].printed;
        out->odd = j.odd;
        out->usual = j.usual;
    }
    if (best == FIT_NOT) {
        out->standing = out->unit && name->n < 2 ? OFFICE_UNCERTAIN : OFFICE_ABSENT;
        out->identity = NO_INDEX;
    } else if (several || best == FIT_MAYBE) {
        out->standing = OFFICE_UNCERTAIN;
        out->identity = NO_INDEX;
    } else
        out->standing = OFFICE_NAMED;
}

bool office_at(const struct offices *o, const struct office_columns *c, const struct lexemes *t, size_t at, struct office_mention *out)
{
    *out = (struct office_mention){.first = at, .identity = NO_INDEX};
    bool collective = false;
    while (at < t->n && at - out->first < 4 && t->v[at].w->office & WORD_FILLER) {
        collective |= (t->v[at].w->office & WORD_COLLECTIVE) != 0;
        at++;
    }
    if (at >= t->n) return false;
    const struct entry *w = t->v[at].w;
    out->last = at + 1;
    if (initials(c, &t->v[at], out)) return true;
    if (!(w->office & (WORD_HEAD | WORD_UNIT)) && !w->full && !(c->letters & letter(w->low.n ? w->low.p[0] : 0))) return false;
    struct office_name first = office_normalise(t, at, at + 1);
    if (!first.n) return false;
    uint32_t flags = office_flags(o, first.word[0]);
    struct reading r = {o, c, 0, 0};
    bool column = narrowed(&r, &first) != 0;
    if (!(flags & (WORD_HEAD | WORD_UNIT)) && !column) return false;
    out->last = extent(o, c, t, at);
    struct office_name name = office_normalise(t, at, out->last);
    out->unit = (flags & WORD_UNIT) != 0 || (name.n == 1 && !(flags & WORD_ALONE));
    out->outside = (flags & WORD_OUTSIDE) != 0 || (name.n > 1 && str_eqz(name.word[0], "kepala") && office_flags(o, name.word[1]) & WORD_AGENCY);
    resolve(o, c, &name, out);
    if (collective && out->standing == OFFICE_ABSENT) out->standing = OFFICE_UNCERTAIN;
    return true;
}
