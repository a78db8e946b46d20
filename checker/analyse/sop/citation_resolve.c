/* Which regulation a citation is, or is likely to be, and how far its printed title agrees. */
#include "base/chars.h"
#include "analyse/sop/cited.h"

struct str cited_text(const struct cited *x, struct span part) { return part.set ? str_slice(x->printed->text, part.begin, part.end) : STR_ABSENT; }

bool cited_local(const struct cited *x) { return x->c.kind && x->c.kind->scope == SCOPE_DAERAH; }

bool cited_known(const struct cited *x) { return x->known && x->known->confidence < CONFIDENCE_LOW; }

enum revoked cited_revoked(const struct cited_list *l, const struct regulation *x)
{
    if (!x->flag_from.year || x->status == CONFIDENCE_LOW) return REVOKED_NO;
    if (l->date.year) return date_reached(l->date, x->flag_from) ? REVOKED_YES : date_may_reach(l->date, x->flag_from) ? REVOKED_UNSURE : REVOKED_NO;
    return !l->today.year || date_reached(l->today, x->flag_from) ? REVOKED_YES : REVOKED_NO;
}

static bool has_digits(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_digit(s.p[i])) return true;
    return false;
}

/* Do these words make it a title of its own ("Perubahan atas …")? */
static bool tells_apart(const struct cited_list *l, struct str words)
{
    struct citation_tokens t = citation_tokens_of(l->a, &l->r->lexicon, words);
    for (size_t i = 0; i < t.n; i++)
        if (t.v[i].classes & CLASS_APART) return true;
    return false;
}

/* Is the printed title beyond doubt that of x? Words may be missing from the middle of a long one. */
static bool strong(const struct cited_list *l, const struct cited_words *printed, const struct regulation *x, size_t *equal)
{
    for (size_t i = 0; i < x->title_count; i++) {
        struct cited_words title = regulation_title(l->a, l->r, x, i);
        struct agreement g = title_compare(l->a, printed, &title);
        *equal = g.equal;
        if (g.same) return true;
        bool most = 10 * g.equal >= 4 * (printed->n + title.n) && g.equal >= 3;
        bool part = g.equal == printed->n && g.equal >= 6;
        if ((most || part) && !has_digits(g.extra) && !tells_apart(l, g.extra) && !tells_apart(l, g.missing)) return true;
    }
    return false;
}

/* One slip of the pen away, and the title says so: another year, another number, another kind. */
static void suggest(struct cited_list *l, struct cited *x)
{
    size_t best = 0;
    if (cited_local(x) || !x->c.value || !x->c.year_value || !x->title.n) return;
    for (size_t i = 0; i < l->r->n; i++) {
        const struct regulation *y = &l->r->v[i];
        bool kind = y->kind == x->c.kind, number = y->number == x->c.value, year = y->year == x->c.year_value;
        size_t equal = 0;
        if (kind + number + year != 2 || y->confidence > CONFIDENCE_HIGH) continue;
        if (!strong(l, &x->title, y, &equal) || equal <= best) continue;
        best = equal;
        x->meant = y;
        x->slip = !kind ? SLIP_KIND : !number ? SLIP_NUMBER : SLIP_YEAR;
    }
}

/* The same among the laws that the registry does not list: there only the title as a whole tells. */
static void suggest_law(struct cited_list *l, struct cited *x)
{
    enum { NEAR = 400 };
    if (cited_local(x) || x->meant || !x->c.value || !x->c.year_value || x->title.n < 2) return;
    struct law *near = arena_alloc(l->a, NEAR * sizeof *near);
    size_t n = laws_near(x->c.kind->id, x->c.value, x->c.year_value, near, NEAR);
    for (size_t i = 0; i < n; i++) {
        const struct kind *kind = registry_kind(l->r, near[i].kind);
        if (!kind || registry_find(l->r, kind, near[i].number, near[i].year)) continue;
        struct cited_words words = title_words(l->a, &l->r->lexicon, near[i].title);
        if (!title_compare(l->a, &x->title, &words).same) continue;
        x->meant = registry_of_law(l->a, l->r, &near[i]);
        x->slip = kind != x->c.kind ? SLIP_KIND : near[i].number != x->c.value ? SLIP_NUMBER : SLIP_YEAR;
    }
}

/* Whose title stands here? Of several with one title, one of the same kind that is still in force. */
static void find_owner(struct cited_list *l, struct cited *x)
{
    int best = 0;
    for (size_t i = 0; i < l->r->n; i++) {
        const struct regulation *y = &l->r->v[i];
        size_t equal;
        int score = 1 + 4 * (y->kind == x->known->kind) + 2 * (y->number == x->known->number || y->year == x->known->year) + !y->flag_from.year;
        if (y == x->known || score <= best || y->confidence > CONFIDENCE_HIGH || !strong(l, &x->title, y, &equal)) continue;
        best = score;
        x->owner = y;
    }
    struct law law;
    if (!x->owner && law_titled(cited_text(x, x->c.title), &law)) x->owner = registry_of_law(l->a, l->r, &law);
    if (x->owner && x->owner->kind == x->known->kind && x->owner->number == x->known->number && x->owner->year == x->known->year) x->owner = NULL;
}

/* Is it the right title when the next item goes on with it? */
static bool continued(struct cited_list *l, const struct cited *x)
{
    struct str title = cited_text(x, x->c.title);
    struct cited_words words = title_words(l->a, &l->r->lexicon, arena_printf(l->a, "%.*s %.*s", (int)title.n, title.p, (int)x->rest.n, x->rest.p));
    for (size_t i = 0; i < x->known->accepted; i++) {
        struct cited_words accepted = regulation_title(l->a, l->r, x->known, i);
        if (title_compare(l->a, &words, &accepted).same) return true;
    }
    return false;
}

/* A title is near when most words agree, or one only leaves out or adds words to the other. */
static void compare_title(struct cited_list *l, struct cited *x)
{
    size_t best = 0;
    x->fit = FIT_OTHER;
    for (size_t i = 0; i < x->known->title_count; i++) {
        struct cited_words right = regulation_title(l->a, l->r, x->known, i);
        struct agreement g = title_compare(l->a, &x->title, &right);
        if (g.same) {
            x->fit = i < x->known->accepted ? FIT_SAME : FIT_NEAR;
            right = regulation_title(l->a, l->r, x->known, 0);
            if (i >= x->known->accepted) x->agreement = title_compare(l->a, &x->title, &right);
            return;
        }
        size_t n = x->title.n, m = right.n, score = 1 + 1000 * g.equal / (n + m);
        bool near = n < 2 || 10 * g.equal >= 3 * (n + m) || (g.equal == n && (n >= 3 || 5 * n >= 2 * m)) || g.equal == m;
        if (near && i < x->known->accepted) x->fit = FIT_NEAR;
        if (i < x->known->accepted && score > best) best = score, x->agreement = g;
    }
    if (x->rest.p && continued(l, x)) x->fit = FIT_SAME;
    if (x->fit == FIT_OTHER) find_owner(l, x);
}

static void count(struct cited_list *l, const struct regulation *x)
{
    if (!x) return;
    if (x->index != NO_INDEX) l->counts[x->index] = true;
    if (cited_revoked(l, x) != REVOKED_YES) return;
    struct reference next = registry_successor(x, l->date);
    if (next.regulation && next.regulation->index != NO_INDEX) l->counts[next.regulation->index] = true;
}

void cited_resolve(struct cited_list *l)
{
    for (size_t i = 0; i < l->n; i++) {
        struct cited *x = &l->v[i];
        if (!x->c.kind || x->c.kind->numberless) continue;
        if (x->c.title.set) x->title = title_words(l->a, &l->r->lexicon, cited_text(x, x->c.title));
        if (x->c.value && x->c.year_value) x->known = registry_known(l->a, l->r, x->c.kind, x->c.value, x->c.year_value);
        bool titled = x->known && x->known->title_count; /* of the others only their number is known: the title may point elsewhere */
        if (!titled) suggest(l, x);
        if (!titled) suggest_law(l, x);
        if (titled && x->title.n && cited_known(x)) compare_title(l, x);
        count(l, x->known);
        count(l, x->meant);
        count(l, x->owner);
    }
}

void cited_resolve_needed(struct cited_list *l, const struct regulation *needed)
{
    if (l->counts[needed->index]) return;
    for (size_t i = 0; i < l->n; i++) {
        struct cited *x = &l->v[i];
        if (x->known || x->meant || x->title.n || x->c.kind != needed->kind || x->c.value != needed->number || !x->c.year_value) continue;
        x->meant = needed;
        x->slip = SLIP_YEAR;
        count(l, needed);
        return;
    }
}
