/* Which finding an exception covers, and what is to be said of an exception that covers none. */
#include "waive/waive.h"

#include <string.h>

bool selector_names(struct str s, const char *id, const char *name)
{
    return str_ieq(s, STR("semua")) || str_ieq(s, STR("all")) || str_ieq(s, str_of(name)) || str_ieq(s, str_of(id)) ||
           (s.n >= 2 && str_istarts(str_of(id), s));
}

static bool names(const struct waiver *w, const struct finding *f)
{
    for (size_t i = 0; i < w->rules.n; i++)
        if (selector_names(w->rules.v[i], f->rule, f->name)) return true;
    return false;
}

static bool is_over(const struct waiver *w, const char *today)
{
    return w->why.until.p && today && strcmp(w->why.until.p, today) < 0;
}

enum waiver_fault waiver_judge(const struct waiver *w, const char *today)
{
    if (str_blank(w->why.reason)) return WAIVER_NO_REASON;
    if (is_over(w, today)) return WAIVER_OVER;
    return w->used ? WAIVER_GOOD : WAIVER_UNUSED;
}

/* The document is one that the exception is about. */
static bool about(const struct waiver *w, const struct waived *d)
{
    if (w->covers != COVERS_PATHS) return true;
    if (w->files && !(d->key.p && ignore_covers(w->files, d->key))) return false;
    return !w->number.p || (d->number.p && str_ieq(str_trim(w->number), str_trim(d->number)));
}

static bool covers(const struct waiver *w, const struct finding *f)
{
    switch (w->covers) {
    case COVERS_FILE: return true;
    case COVERS_LINES: return f->place.at.set && f->place.at.begin >= w->lines.begin && f->place.at.begin < w->lines.end;
    case COVERS_ELEMENT: return f->place.where && f->place.where->id.p && str_eq(f->place.where->id, w->id);
    case COVERS_PATHS: break;
    }
    return !w->step.p || (f->step.p && str_eq(f->step, w->step));
}

static struct waiver *waiver_of(struct waivers *w, const bool *stands, const struct finding *f)
{
    if (strncmp(f->rule, "UM", 2) == 0) return NULL;
    for (size_t i = 0; i < w->n; i++)
        if (stands[i] && names(&w->v[i], f) && covers(&w->v[i], f)) return &w->v[i];
    return NULL;
}

void waive(struct arena *a, struct waivers *w, const struct waived *d, struct findings *findings, struct findings *suppressed)
{
    size_t kept = 0;
    if (!w->n) return;
    bool *stands = arena_alloc(a, w->n * sizeof *stands);
    for (size_t i = 0; i < w->n; i++) {
        bool is = about(&w->v[i], d);
        w->v[i].met += is;
        stands[i] = is && !str_blank(w->v[i].why.reason) && !is_over(&w->v[i], d->today);
    }
    for (size_t i = 0; i < findings->n; i++) {
        struct waiver *by = waiver_of(w, stands, &findings->v[i]);
        if (!by) {
            findings->v[kept++] = findings->v[i];
            continue;
        }
        by->used++;
        struct finding *f = ARENA_PUSH(a, suppressed);
        *f = findings->v[i];
        f->suppressed = &by->why;
    }
    findings->n = kept;
}

struct str waiver_rules(struct arena *a, const struct waiver *w)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < w->rules.n; i++) {
        if (i) buf_z(&b, ", ");
        buf_str(&b, w->rules.v[i]);
    }
    struct str all = arena_str(a, buf_view(&b));
    buf_free(&b);
    return all;
}
