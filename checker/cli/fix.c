/* patuh check --fix, --diff: each file in rounds of edits, every one of which has to prove that it made the file better. */
#include <string.h>

#include "cli/cli.h"
#include "fix/fix.h"

enum { ROUNDS = 200 }; /* a round makes all edits at once, or one, or gives one up */

/* All of them. */
struct fixing {
    struct cli *c;
    const struct known *known;
    size_t made, left;       /* edits; unsafe ones that were not asked for */
    size_t documents;
    bool unread, failed;     /* a file could not be read, or not be written */
};

/* One file while it is mended. */
struct mending {
    struct fixing *f;
    struct arena *a;
    const char *path;
    struct patuh_checker *checker;
    struct buf now;          /* its bytes as they would be */
    struct fixes pending, refused;
    struct fix_counts tally;
    size_t made, left;
    bool read;               /* nothing of it is left unread */
    struct str before, after; /* as text, for --diff */
};

/* What is found in some bytes: of every document that they hold. */
struct look {
    struct fixes pending;
    struct fix_counts tally;
    size_t left;
    struct str text;
    bool possible, claimed, read;
};

/* Findings of a baseline are set aside on a copy: the check that follows counts them. */
static void set_known_aside(struct mending *m, struct patuh_result *r, struct baseline *known)
{
    const struct known *k = m->f->known;
    if (k->path) baseline_cover(r->arena, known, known_key(r->arena, k, m->path), &r->findings, &r->suppressed);
}

static void look_at(struct mending *m, struct patuh_result *r, struct baseline *known, struct look *out)
{
    set_known_aside(m, r, known);
    out->read &= r->state == RESULT_CHECKED && !r->faulty;
    fix_count(m->a, &out->tally, &r->findings, &r->outcomes);
    fixes_collect(m->a, r->source, &r->findings, m->f->c->unsafe_fixes, &m->refused, &out->pending, &out->left);
}

/* With `next`, the bytes with the edits made, too; false: they cannot be. */
static bool look(struct mending *m, struct str bytes, const struct fixes *edits, struct buf *next, struct look *out)
{
    const struct baseline *list = &m->f->known->list;
    struct baseline known = {arena_alloc(m->a, (list->n + 1) * sizeof *known.v), list->n, list->n};
    if (list->n) memcpy(known.v, list->v, list->n * sizeof *known.v);
    *out = (struct look){0};
    struct patuh_result *first = patuh_check_buffer(m->checker, m->path, bytes.p, bytes.n);
    out->read = first->state == RESULT_CHECKED;
    out->claimed = out->read || first->claimed;
    out->possible = out->read && fix_possible(first->source);
    for (struct patuh_result *r = first, *after; out->possible && r; r = after) {
        look_at(m, r, &known, out);
        after = patuh_result_next(r);
        if (r != first) patuh_result_free(r);
    }
    fixes_settle(&out->pending);
    if (out->possible) out->text = arena_str(m->a, first->source->text);
    bool good = !edits || (out->possible && fixes_apply(first->source, bytes, edits, next));
    patuh_result_free(first);
    return good;
}

static void refuse(struct mending *m)
{
    struct cli *c = m->f->c;
    usage_error(c, W_fix_worse, str_of(m->path), str_of(m->pending.v[0].rule));
    *ARENA_PUSH(m->a, &m->refused) = m->pending.v[0];
}

/* Makes the edits of m->pending, or where they do no good the first of them alone, or else gives that one up. */
static void round_of(struct mending *m)
{
    struct buf next = BUF_INIT;
    struct look again, then;
    bool good = look(m, buf_view(&m->now), &m->pending, &next, &again) && (look(m, buf_view(&next), NULL, NULL, &then), then.possible) &&
                fixes_improved(&m->pending, &m->tally, &then.tally);
    if (good) {
        m->made += m->pending.n;
        buf_free(&m->now);
        m->now = next;
        m->pending = then.pending;
        m->tally = then.tally;
        m->left = then.left;
        m->read = then.read;
        m->after = then.text;
        return;
    }
    buf_free(&next);
    if (m->pending.n > 1) {
        m->pending.n = 1;
        return;
    }
    refuse(m);
    look(m, buf_view(&m->now), NULL, NULL, &again);
    m->pending = again.pending;
    m->left = again.left;
}

static int failed(struct mending *m, const struct trouble *why)
{
    return usage_error(m->f->c, W_file_says, str_of(m->path), word_format(m->a, why->message, m->f->c->lang, why->arg[0], why->arg[1]));
}

/* Only over the bytes that were checked. */
static void write_back(struct mending *m, struct str read)
{
    struct buf there = BUF_INIT;
    struct trouble why = {0};
    enum rc rc = os_read(m->a, m->path, m->checker->limits.v[LIMIT_bytes], &there, &why);
    bool same = rc == RC_OK && str_eq(buf_view(&there), read);
    buf_free(&there);
    if (!same) usage_error(m->f->c, W_fix_changed, str_of(m->path), STR_ABSENT);
    else if (os_write(m->a, m->path, buf_view(&m->now), &why) != RC_OK) failed(m, &why);
    if (!same || why.message) m->f->failed = true;
    else m->f->made += m->made;
}

static void finish(struct mending *m, struct str read)
{
    struct buf out = BUF_INIT;
    m->f->left += m->left;
    if (!m->made) return;
    if (m->f->c->fix) {
        write_back(m, read);
        return;
    }
    fixes_diff(&out, str_of(m->path), m->before, m->after);
    fwrite(out.p, 1, out.n, m->f->c->out);
    buf_free(&out);
    m->f->made += m->made;
}

/* What no reader of texts looks at, and what is not there, is for the check to name; --diff has none. */
static void mend(struct mending *m, bool named)
{
    struct buf raw = BUF_INIT;
    struct trouble why;
    struct look first = {0};
    enum rc rc = os_read(m->a, m->path, m->checker->limits.v[LIMIT_bytes], &raw, &why);
    struct str read = buf_view(&raw);
    if (rc == RC_OK) look(m, read, NULL, NULL, &first);
    else if (m->f->c->diff) failed(m, &why);
    m->read = first.read;
    if (first.possible) {
        m->pending = first.pending;
        m->tally = first.tally;
        m->left = first.left;
        m->before = m->after = first.text;
        buf_str(&m->now, read);
        for (int i = 0; i < ROUNDS && m->pending.n; i++) round_of(m);
        finish(m, read);
    }
    m->f->documents += first.claimed;
    m->f->unread |= (named || first.claimed) && !m->read;
    buf_free(&m->now);
    buf_free(&raw);
}

static int say_sum(const struct fixing *f)
{
    static const enum word words[2][2] = {{W_fix_sum_all, W_fix_sum}, {W_fix_would_all, W_fix_would}};
    struct cli *c = f->c;
    say(c, c->err, words[c->diff][f->left > 0], arena_printf(c->arena, "%zu", f->made), arena_printf(c->arena, "%zu", f->left));
    if (!c->diff) return f->failed ? STATUS_USAGE : STATUS_OK;
    bool nothing = !f->documents && !c->allow_empty;
    if (nothing) usage_error(c, W_nothing_checked, STR_ABSENT, STR_ABSENT);
    return f->unread || nothing ? STATUS_UNREAD : f->made ? STATUS_FINDINGS : STATUS_OK;
}

int fix_inputs(struct cli *c, struct pool *pool, const struct known *known, const struct inputs *inputs)
{
    struct fixing f = {.c = c, .known = known};
    for (size_t i = 0; i < inputs->n; i++) {
        const char *path = inputs->v[i].path;
        if (strcmp(path, "-") == 0) continue;
        struct mending m = {.f = &f, .a = arena_new(), .path = path, .checker = configured_checker(c, pool, path, NULL), .now = BUF_INIT};
        mend(&m, inputs->v[i].named);
        arena_free(m.a);
    }
    return say_sum(&f);
}
