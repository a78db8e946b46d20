/* Compiling the conditions of quick.c. */
#include <math.h>
#include <string.h>

#include "base/chars.h"
#include "rules/quick.h"

enum operand_kind { OPERAND_PATH, OPERAND_ADA, OPERAND_SPACED, OPERAND_COUNT, OPERAND_CONTAINS, OPERAND_BEYOND, OPERAND_SOME_BEYOND, OPERAND_TEXT, OPERAND_NUMBER };

struct operand {
    enum operand_kind kind;
    struct quick_path path;
    struct str text;
    double number;
};

struct parser {
    struct arena *a; /* of names */
    struct texts *names;
    const char *p, *end;
    bool unfit; /* something that is left to libxml2 */
};

static bool name_byte(char c)
{
    return is_alnum(c) || c == '-' || c == '_' || c == '.' || (unsigned char)c >= 0x80;
}

static bool name_begins(const struct parser *z) { return z->p < z->end && name_byte(*z->p) && !is_digit(*z->p) && *z->p != '-' && *z->p != '.'; }

static void blanks(struct parser *z)
{
    while (z->p < z->end && (*z->p == ' ' || *z->p == '\t' || *z->p == '\n' || *z->p == '\r')) z->p++;
}

static bool accept(struct parser *z, const char *token)
{
    size_t n = strlen(token);
    blanks(z);
    if ((size_t)(z->end - z->p) < n || memcmp(z->p, token, n) != 0) return false;
    if (name_byte(token[0]) && token[0] != '.' && z->p + n < z->end && name_byte(z->p[n])) return false;
    z->p += n;
    return true;
}

static bool expect(struct parser *z, const char *token)
{
    if (!accept(z, token)) z->unfit = true;
    return !z->unfit;
}

static size_t take_name(struct parser *z)
{
    const char *begin = z->p;
    while (z->p < z->end && name_byte(*z->p)) z->p++;
    return texts_index(z->a, z->names, (struct str){begin, (size_t)(z->p - begin)});
}

/* One step after the beginning of a path; false: it was the fact that ends it. */
static bool path_step(struct parser *z, struct quick_path *out)
{
    blanks(z);
    if (accept(z, "@")) {
        blanks(z);
        if (name_begins(z)) out->fact = take_name(z);
        else z->unfit = true;
        return false;
    }
    if (accept(z, "preceding-sibling")) out->axis = QUICK_PRECEDING;
    else if (accept(z, "following-sibling")) out->axis = QUICK_FOLLOWING;
    else if (accept(z, "self")) out->axis = QUICK_SELF;
    if (out->axis != QUICK_CHILD && out->step_count == 0 && !expect(z, "::")) return false;
    blanks(z);
    if (!name_begins(z) || out->step_count == QUICK_STEPS) {
        z->unfit = true;
        return false;
    }
    out->steps[out->step_count++] = take_name(z);
    blanks(z);
    z->unfit = z->unfit || (z->p < z->end && (*z->p == '(' || *z->p == ':'));
    return !z->unfit;
}

static void parse_path(struct parser *z, struct quick_path *out)
{
    *out = (struct quick_path){.fact = NO_INDEX};
    bool more = true;
    if (accept(z, "/")) {
        out->absolute = true;
    } else {
        for (; more && accept(z, ".."); more = accept(z, "/")) out->up++;
        if (more && !out->up && accept(z, ".")) more = accept(z, "/");
    }
    while (more && !z->unfit && path_step(z, out)) more = accept(z, "/");
    if (out->axis != QUICK_CHILD && out->up) z->unfit = true;
    z->unfit = z->unfit || (z->p < z->end && *z->p == '/');
}

static void parse_constant(struct parser *z, struct operand *o)
{
    char quote = *z->p;
    if (quote == '"' || quote == '\'') {
        const char *close = memchr(z->p + 1, quote, (size_t)(z->end - z->p - 1));
        o->kind = OPERAND_TEXT;
        if (!close) {
            z->unfit = true;
            return;
        }
        o->text = (struct str){z->p + 1, (size_t)(close - z->p - 1)};
        z->p = close + 1;
        return;
    }
    char digits[24];
    size_t n = 0;
    while (z->p < z->end && n + 1 < sizeof digits && (is_digit(*z->p) || *z->p == '.')) digits[n++] = *z->p++;
    digits[n] = '\0';
    o->kind = OPERAND_NUMBER;
    o->number = xpath_number(digits);
    z->unfit = z->unfit || isnan(o->number) || (z->p < z->end && name_byte(*z->p));
}

/* The text of a constant; its kind stays the operand's. */
static void parse_text(struct parser *z, struct operand *o)
{
    struct operand text = {.kind = OPERAND_NUMBER};
    blanks(z);
    if (z->p < z->end && (*z->p == '"' || *z->p == '\'')) parse_constant(z, &text);
    o->text = text.text;
    z->unfit = z->unfit || text.kind != OPERAND_TEXT;
}

/* What follows "translate(": a path, the letters, and nothing to put in their place. */
static void parse_letters(struct parser *z, struct operand *o)
{
    struct operand nothing = {.kind = OPERAND_TEXT};
    parse_path(z, &o->path);
    if (expect(z, ",")) parse_text(z, o);
    if (!z->unfit && expect(z, ",")) parse_text(z, &nothing);
    z->unfit = z->unfit || nothing.text.n > 0 || !expect(z, ")");
}

/* path[normalize-space(translate(., 'letters', ''))] */
static void parse_predicate(struct parser *z, struct operand *o)
{
    struct operand inside = {.kind = OPERAND_PATH};
    if (!o->path.step_count && o->path.fact == NO_INDEX) z->unfit = true; /* neither . nor .. has predicates */
    if (!z->unfit && expect(z, "normalize-space") && expect(z, "(") && expect(z, "translate") && expect(z, "(")) parse_letters(z, &inside);
    const struct quick_path *p = &inside.path;
    z->unfit = z->unfit || p->absolute || p->up || p->step_count || p->fact != NO_INDEX || !expect(z, ")") || !expect(z, "]");
    o->kind = OPERAND_SOME_BEYOND;
    o->text = inside.text;
}

static void parse_call(struct parser *z, struct operand *o)
{
    if (o->kind == OPERAND_SPACED && accept(z, "translate") && expect(z, "(")) {
        o->kind = OPERAND_BEYOND;
        parse_letters(z, o);
    } else {
        parse_path(z, &o->path);
        if (o->kind == OPERAND_CONTAINS && expect(z, ",")) parse_text(z, o);
    }
    if (!z->unfit) expect(z, ")");
}

static void parse_operand(struct parser *z, struct operand *o)
{
    static const struct {
        const char *name;
        enum operand_kind kind;
    } calls[] = {{"ada", OPERAND_ADA}, {"boolean", OPERAND_ADA}, {"normalize-space", OPERAND_SPACED}, {"count", OPERAND_COUNT}, {"contains", OPERAND_CONTAINS}};
    *o = (struct operand){.kind = OPERAND_PATH};
    blanks(z);
    if (z->p < z->end && (*z->p == '"' || *z->p == '\'' || is_digit(*z->p))) {
        parse_constant(z, o);
        return;
    }
    const char *begin = z->p;
    for (size_t i = 0; i < COUNT(calls) && o->kind == OPERAND_PATH; i++) {
        z->p = begin;
        if (accept(z, calls[i].name) && accept(z, "(")) o->kind = calls[i].kind;
        else z->p = begin;
    }
    if (o->kind != OPERAND_PATH) {
        parse_call(z, o);
        return;
    }
    parse_path(z, &o->path);
    if (!z->unfit && accept(z, "[")) parse_predicate(z, o);
}

static enum relation parse_sign(struct parser *z)
{
    static const char *const signs[] = {"!=", "<=", ">=", "=", "<", ">"};
    static const enum relation meanings[] = {IS_OTHER, IS_LESS_OR_EQUAL, IS_MORE_OR_EQUAL, IS_EQUAL, IS_LESS, IS_MORE};
    for (size_t i = 0; i < COUNT(signs); i++)
        if (accept(z, signs[i])) return meanings[i];
    return IS_NONE;
}

static enum relation turned(enum relation c)
{
    static const enum relation other[] = {IS_EQUAL, IS_OTHER, IS_MORE, IS_MORE_OR_EQUAL, IS_LESS, IS_LESS_OR_EQUAL};
    return other[c];
}

/* What to do with an operand that stands alone, as XPath makes it true or false: a text is true where it is not empty. */
static bool alone(const struct operand *x, struct quick *q)
{
    static const enum operation what[] = {[OPERAND_SPACED] = DO_SPACED, [OPERAND_CONTAINS] = DO_CONTAINS, [OPERAND_BEYOND] = DO_BEYOND, [OPERAND_SOME_BEYOND] = DO_SOME_BEYOND,
                                          [OPERAND_NUMBER] = DO_HAS};
    q->op = what[x->kind];
    q->is = IS_OTHER;
    return x->kind < OPERAND_TEXT;
}

static bool compared(const struct operand *x, const struct operand *y, struct quick *q)
{
    bool equality = q->is == IS_EQUAL || q->is == IS_OTHER;
    if (x->kind == OPERAND_PATH && y->kind == OPERAND_TEXT && equality) q->op = DO_TEXT;
    else if (x->kind == OPERAND_PATH && y->kind == OPERAND_NUMBER) q->op = DO_NUMBER;
    else if (x->kind == OPERAND_COUNT && y->kind == OPERAND_NUMBER) q->op = DO_COUNT;
    else if (x->kind == OPERAND_SPACED && y->kind == OPERAND_TEXT && equality) q->op = DO_SPACED;
    else return false;
    return true;
}

const struct quick *quick_compile(struct arena *a, struct texts *names, struct str text)
{
    struct parser z = {.a = a, .names = names, .p = text.p, .end = text.p + text.n};
    struct quick q = {.is = IS_NONE};
    struct operand x, y = {.kind = OPERAND_PATH};
    parse_operand(&z, &x);
    if (!z.unfit) q.is = parse_sign(&z);
    bool single = q.is == IS_NONE;
    if (!single) parse_operand(&z, &y);
    if (x.kind >= OPERAND_TEXT && !single) {
        struct operand first = x;
        x = y;
        y = first;
        q.is = turned(q.is);
    }
    blanks(&z);
    if (z.unfit || z.p != z.end || !(single ? alone(&x, &q) : compared(&x, &y, &q))) return NULL;
    q.path = x.path;
    q.text = single ? x.text : y.text;
    q.number = y.number;
    struct quick *out = arena_alloc(a, sizeof *out);
    *out = q;
    return out;
}

const struct quick_path *quick_path_compile(struct arena *a, struct texts *names, struct str text)
{
    struct parser z = {.a = a, .names = names, .p = text.p, .end = text.p + text.n};
    struct quick_path *p = arena_alloc(a, sizeof *p);
    parse_path(&z, p);
    blanks(&z);
    return z.unfit || z.p != z.end ? NULL : p;
}
