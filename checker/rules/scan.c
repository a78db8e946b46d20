/* A scan of XPath 1.0 for the names in it: functions, variables and facts. libxml2 compiles an unknown name without a word and fails
 * only when it happens to evaluate it, so names are checked here, and the grammar there. */
#include <string.h>

#include "base/chars.h"
#include "rules/engine.h"

enum token { TOKEN_NONE, TOKEN_OPEN, TOKEN_CLOSE, TOKEN_BRACKET, TOKEN_BRACKET_END, TOKEN_AT, TOKEN_COMMA, TOKEN_AXIS, TOKEN_SLASH,
             TOKEN_OPERATOR, TOKEN_STEP, TOKEN_VALUE, TOKEN_FACT };

#define MAX_NESTING 64

struct frame {
    bool bracket, ada, filter; /* filter: what stands before a further step is no plain path: (…)/, f(…)/, $v/ */
    size_t path;               /* where the location path under way begins; SIZE_MAX: none */
};

struct scanner {
    struct arena *a;
    struct str s;
    size_t at;                 /* next byte */
    enum token last;
    size_t last_begin;
    struct frame stack[MAX_NESTING];
    size_t depth;
    struct str literal;        /* the last token when it was a literal */
    bool equals;               /* the last token was = or != */
    struct str equals_literal; /* the literal before it */
    size_t equals_fact;        /* the fact before it, as index + 1 */
    struct scan *out;
};

static bool name_start(unsigned char c) { return is_alpha(c) || c == '_' || c >= 0x80; }
static bool name_part(unsigned char c) { return name_start(c) || is_digit(c) || c == '-' || c == '.'; }
static bool blank(unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static unsigned char peek(const struct scanner *z, size_t ahead)
{
    return z->at + ahead < z->s.n ? (unsigned char)z->s.p[z->at + ahead] : 0;
}

static void fault(struct scanner *z, enum word w, struct str arg)
{
    if (z->out->fault == WORD_NONE) {
        z->out->fault = w;
        z->out->fault_arg = arg;
    }
}

/* By the rule of XPath 1.0, 3.7: after an operand, a name is an operator and * multiplies. */
static bool after_operand(const struct scanner *z)
{
    return z->last == TOKEN_CLOSE || z->last == TOKEN_BRACKET_END || z->last == TOKEN_STEP || z->last == TOKEN_VALUE || z->last == TOKEN_FACT;
}

static struct frame *top(struct scanner *z) { return &z->stack[z->depth]; }

static void set_last(struct scanner *z, enum token t, size_t begin)
{
    z->last = t;
    z->last_begin = begin;
}

static void operator_seen(struct scanner *z, size_t begin)
{
    top(z)->path = SIZE_MAX;
    top(z)->filter = false;
    set_last(z, TOKEN_OPERATOR, begin);
}

/* A step begins or continues the location path under way. */
static void step_seen(struct scanner *z, size_t begin)
{
    if (top(z)->path == SIZE_MAX && !top(z)->filter) top(z)->path = begin;
    set_last(z, TOKEN_STEP, begin);
}

static void push(struct scanner *z, bool bracket, bool ada)
{
    if (z->depth + 1 == MAX_NESTING) {
        fault(z, W_pack_nesting, z->s);
        z->at = z->s.n;
        return;
    }
    struct frame *outer = top(z);
    z->stack[++z->depth] = (struct frame){.bracket = bracket || outer->bracket, .ada = ada || outer->ada, .path = SIZE_MAX};
    set_last(z, bracket ? TOKEN_BRACKET : TOKEN_OPEN, z->at);
    z->at++;
}

static void pop(struct scanner *z, bool bracket)
{
    if (z->depth) z->depth--;
    if (!bracket) {
        top(z)->filter = true;
        top(z)->path = SIZE_MAX;
    }
    set_last(z, bracket ? TOKEN_BRACKET_END : TOKEN_CLOSE, z->at);
    z->at++;
    if (!z->depth && !z->out->closed) z->out->closed = z->at;
}

static struct str take_name(struct scanner *z)
{
    size_t begin = z->at;
    while (z->at < z->s.n && name_part((unsigned char)z->s.p[z->at])) z->at++;
    return str_slice(z->s, begin, z->at);
}

static void skip_blanks(struct scanner *z)
{
    while (z->at < z->s.n && blank((unsigned char)z->s.p[z->at])) z->at++;
}

/* After @ (or attribute::), which began at `begin`. */
static void fact(struct scanner *z, size_t begin)
{
    skip_blanks(z);
    if (!name_start(peek(z, 0))) {
        fault(z, W_pack_fact_wildcard, z->s);
        return;
    }
    struct frame *f = top(z);
    struct fact_use *u = ARENA_PUSH(z->a, &z->out->facts);
    u->name = take_name(z);
    u->in_ada = f->ada;
    u->in_predicate = f->bracket;
    if (z->last == TOKEN_SLASH) {
        struct str before = str_slice(z->s, z->last_begin, begin);
        if (f->filter || f->path == SIZE_MAX || f->path == z->last_begin || str_starts(before, STR("//"))) {
            fault(z, W_pack_fact_path, u->name);
            return;
        }
        u->path = str_trim(str_slice(z->s, f->path, z->last_begin));
    }
    if (f->path == SIZE_MAX) f->path = begin;
    if (z->equals) u->literal = z->equals_literal;
    set_last(z, TOKEN_FACT, begin);
}

static bool node_type(struct str n)
{
    return str_eqz(n, "text") || str_eqz(n, "node") || str_eqz(n, "comment") || str_eqz(n, "processing-instruction");
}

static void name(struct scanner *z)
{
    size_t begin = z->at;
    struct str n = take_name(z);
    if (after_operand(z)) {
        operator_seen(z, begin);
        if (!z->depth && (str_eqz(n, "and") || str_eqz(n, "or"))) *ARENA_PUSH(z->a, &z->out->joins) = (struct join){begin, z->at, n.p[0] == 'o'};
        return;
    }
    skip_blanks(z);
    if (peek(z, 0) == ':' && peek(z, 1) == ':') {
        z->at += 2;
        if (str_eqz(n, "attribute")) {
            fact(z, begin);
            return;
        }
        if (top(z)->path == SIZE_MAX && !top(z)->filter) top(z)->path = begin;
        set_last(z, TOKEN_AXIS, begin);
    } else if (peek(z, 0) == ':') {
        fault(z, W_pack_prefix, n);
    } else if (peek(z, 0) == '(' && node_type(n)) {
        while (z->at < z->s.n && z->s.p[z->at] != ')') z->at++;
        z->at++;
        step_seen(z, begin);
    } else if (peek(z, 0) == '(') {
        *ARENA_PUSH(z->a, &z->out->functions) = n;
        push(z, false, str_eqz(n, "ada"));
    } else {
        *ARENA_PUSH(z->a, &z->out->elements) = n;
        step_seen(z, begin);
    }
}

static void literal(struct scanner *z, char quote)
{
    size_t begin = ++z->at;
    while (z->at < z->s.n && z->s.p[z->at] != quote) z->at++;
    z->literal = str_slice(z->s, begin, z->at);
    z->at++;
    if (z->equals && z->equals_fact) z->out->facts.v[z->equals_fact - 1].literal = z->literal;
    set_last(z, TOKEN_VALUE, begin - 1);
    top(z)->filter = true;
}

static void slash(struct scanner *z)
{
    size_t begin = z->at;
    if (!after_operand(z)) {
        top(z)->path = begin;
        top(z)->filter = false;
    }
    z->at += peek(z, 1) == '/' ? 2 : 1;
    set_last(z, TOKEN_SLASH, begin);
}

static void operator_or_rest(struct scanner *z, unsigned char c)
{
    size_t begin = z->at;
    bool comparison = c == '=' || (c == '!' && peek(z, 1) == '=');
    struct str before = z->last == TOKEN_VALUE ? z->literal : STR_ABSENT;
    size_t fact_before = z->last == TOKEN_FACT ? z->out->facts.n : 0;
    z->at += (c == '!' || c == '<' || c == '>') && peek(z, 1) == '=' ? 2 : 1;
    operator_seen(z, begin);
    if (comparison) {
        z->equals = true;
        z->equals_literal = before;
        z->equals_fact = fact_before;
    }
}

static void token(struct scanner *z)
{
    unsigned char c = peek(z, 0);
    if (c == '(') push(z, false, false);
    else if (c == ')') pop(z, false);
    else if (c == '[') push(z, true, false);
    else if (c == ']') pop(z, true);
    else if (c == '"' || c == '\'') literal(z, (char)c);
    else if (c == '/') slash(z);
    else if (c == '@') fact(z, z->at++);
    else if (c == ',') operator_seen(z, z->at++);
    else if (c == '$') {
        size_t begin = z->at++;
        *ARENA_PUSH(z->a, &z->out->variables) = take_name(z);
        z->literal = STR_ABSENT;
        set_last(z, TOKEN_VALUE, begin);
        top(z)->filter = true;
    } else if (is_digit(c) || (c == '.' && is_digit(peek(z, 1)))) {
        size_t begin = z->at;
        while (is_digit(peek(z, 0)) || peek(z, 0) == '.') z->at++;
        z->literal = STR_ABSENT;
        set_last(z, TOKEN_VALUE, begin);
    } else if (c == '.') {
        size_t begin = z->at;
        z->at += peek(z, 1) == '.' ? 2 : 1;
        step_seen(z, begin);
    } else if (name_start(c)) name(z);
    else if (c == '*' && !after_operand(z)) step_seen(z, z->at++);
    else operator_or_rest(z, c);
}

void scan_expression(struct arena *a, struct str text, struct scan *out)
{
    struct scanner z = {.a = a, .s = text, .out = out};
    *out = (struct scan){.fault = WORD_NONE};
    z.stack[0].path = SIZE_MAX;
    skip_blanks(&z);
    size_t first = z.at;
    for (; z.at < z.s.n; skip_blanks(&z)) {
        bool had_equals = z.equals;
        token(&z);
        if (had_equals) z.equals = false;
    }
    const struct fact_use *f = out->facts.n == 1 ? &out->facts.v[0] : NULL;
    out->only_fact = f && !f->in_ada && !f->in_predicate && z.last == TOKEN_FACT &&
                     z.stack[0].path == first;
}

bool path_resolve(struct arena *a, struct str from, struct str path, struct str *out)
{
    struct buf b = BUF_INIT;
    bool plain = true;
    if (str_starts(path, STR("/"))) path = str_slice(path, 1, path.n);
    else buf_str(&b, from);
    while (path.n && plain) {
        size_t end = str_find(path, STR("/"), 0);
        struct str step = str_trim(str_slice(path, 0, end == SIZE_MAX ? path.n : end));
        path = end == SIZE_MAX ? STR_ABSENT : str_slice(path, end + 1, path.n);
        size_t open = str_find(step, STR("["), 0);
        if (open != SIZE_MAX && str_ends(step, STR("]"))) step = str_slice(step, 0, open);
        if (str_eqz(step, "..")) {
            while (b.n && b.p[b.n - 1] != '/') b.n--;
            if (b.n) b.n--;
            else plain = false;
        } else if (!str_eqz(step, ".")) {
            plain = step.n && name_start((unsigned char)step.p[0]);
            for (size_t i = 0; plain && i < step.n; i++) plain = name_part((unsigned char)step.p[i]);
            if (b.n) buf_ch(&b, '/');
            buf_str(&b, step);
        }
    }
    plain = plain && b.n;
    if (plain) *out = arena_str(a, buf_view(&b));
    buf_free(&b);
    return plain;
}
