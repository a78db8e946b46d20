/* Which edits are made, and whether they did any good. */
#include <stdlib.h>
#include <string.h>

#include "fix/fix.h"

static const char *const unread = "UM001";

bool fix_possible(const struct source *s) { return s->text.p && !s->composed && !s->mends.n && !s->damage.message; }

static bool one_line(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '\n' || s.p[i] == '\r') return false;
    return true;
}

static bool applies(const struct source *s, const struct edit *e)
{
    return e->at.set && e->at.begin < e->at.end && e->at.end <= s->text.n && str_eq(str_slice(s->text, e->at.begin, e->at.end), e->old) &&
           !str_eq(e->old, e->text) && one_line(e->old) && one_line(e->text);
}

static bool is_refused(const struct fixes *refused, const struct finding *f)
{
    for (size_t i = 0; i < refused->n; i++)
        if (strcmp(refused->v[i].rule, f->rule) == 0 && str_eq(refused->v[i].element, f->element) && str_eq(refused->v[i].text, f->fix->text)) return true;
    return false;
}

void fixes_collect(struct arena *a, const struct source *s, const struct findings *findings, bool unsafe, const struct fixes *refused, struct fixes *out, size_t *left)
{
    for (size_t i = 0; i < findings->n; i++) {
        const struct finding *f = &findings->v[i];
        if (!f->fix || !applies(s, f->fix) || is_refused(refused, f)) continue;
        if (!f->fix_safe && !unsafe) ++*left;
        else *ARENA_PUSH(a, out) = (struct fix){f->fix->at, arena_str(a, f->fix->text), arena_str(a, f->element), f->rule};
    }
}

static int by_place(const void *x, const void *y)
{
    const struct fix *a = x, *b = y;
    if (a->at.begin != b->at.begin) return a->at.begin < b->at.begin ? -1 : 1;
    if (a->at.end != b->at.end) return a->at.end < b->at.end ? -1 : 1;
    return strcmp(a->rule, b->rule);
}

void fixes_settle(struct fixes *f)
{
    bool reading = false;
    size_t n = 0;
    uint32_t end = 0;
    for (size_t i = 0; i < f->n; i++) reading |= strcmp(f->v[i].rule, unread) == 0;
    if (f->n) qsort(f->v, f->n, sizeof *f->v, by_place);
    for (size_t i = 0; i < f->n; i++) {
        if ((reading && strcmp(f->v[i].rule, unread) != 0) || f->v[i].at.begin < end) continue;
        end = f->v[i].at.end;
        f->v[n++] = f->v[i];
    }
    f->n = n;
}

bool fixes_apply(const struct source *s, struct str raw, const struct fixes *f, struct buf *out)
{
    size_t at = 0;
    for (size_t i = 0; i < f->n; i++) {
        size_t begin = (size_t)source_file_offset(s, f->v[i].at.begin), end = (size_t)source_file_offset(s, f->v[i].at.end);
        if (begin < at || end > raw.n) return false;
        buf_str(out, str_slice(raw, at, begin));
        if (!source_encode(s, f->v[i].text, out)) return false;
        at = end;
    }
    buf_str(out, str_slice(raw, at, raw.n));
    return true;
}

static struct fix_count_row *row_of(struct arena *a, struct fix_counts *t, const char *rule)
{
    for (size_t i = 0; i < t->n; i++)
        if (strcmp(t->v[i].rule, rule) == 0) return &t->v[i];
    struct fix_count_row *row = ARENA_PUSH(a, t);
    *row = (struct fix_count_row){.rule = rule};
    return row;
}

void fix_count(struct arena *a, struct fix_counts *t, const struct findings *findings, const struct rule_outcomes *outcomes)
{
    for (size_t i = 0; i < findings->n; i++) row_of(a, t, findings->v[i].rule)->findings++;
    for (size_t i = 0; i < outcomes->n; i++)
        if (outcomes->v[i].unchecked) row_of(a, t, outcomes->v[i].rule)->unchecked += outcomes->v[i].unchecked;
}

static struct fix_count_row looked_up(const struct fix_counts *t, const char *rule)
{
    for (size_t i = 0; i < t->n; i++)
        if (strcmp(t->v[i].rule, rule) == 0) return t->v[i];
    return (struct fix_count_row){.rule = rule};
}

bool fixes_improved(const struct fixes *f, const struct fix_counts *before, const struct fix_counts *after)
{
    bool reading = false;
    for (size_t i = 0; i < f->n; i++) {
        reading |= strcmp(f->v[i].rule, unread) == 0;
        if (looked_up(after, f->v[i].rule).findings >= looked_up(before, f->v[i].rule).findings) return false;
    }
    for (size_t i = 0; i < after->n && !reading; i++) {
        struct fix_count_row was = looked_up(before, after->v[i].rule);
        if (after->v[i].findings > was.findings || after->v[i].unchecked > was.unchecked) return false;
    }
    return true;
}
