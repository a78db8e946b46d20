/* patuh check --annotate: a copy of each file with its findings as notes where they stand. */
#include <string.h>

#include "cli/cli.h"
#include "stage/annotate.h"

/* "[WK003] galat, langkah 3" */
static struct str title_of(struct cli *c, const struct finding *f)
{
    static const enum word names[] = {W_report_catatan, W_report_peringatan, W_report_galat};
    struct str step = f->step.n ? word_format(c->arena, W_at_step, c->lang, f->step, STR_ABSENT) : STR_ABSENT;
    return arena_printf(c->arena, "[%s] %s%s%s", f->rule, word(names[f->severity], c->lang), step.n ? ", " : "", step.n ? step.p : "");
}

static void add_line(struct cli *c, struct buf *b, enum word label, struct str text)
{
    if (!text.n) return;
    buf_printf(b, "\n%s: ", word(label, c->lang));
    plain_text(b, text);
}

void copy_add(struct cli *c, struct notes *notes, const struct findings *found, const struct source *source)
{
    for (size_t i = 0; i < found->n; i++) {
        const struct finding *f = &found->v[i];
        struct buf b = BUF_INIT;
        plain_text(&b, f->message);
        add_line(c, &b, W_report_hint, f->hint);
        add_line(c, &b, W_report_basis, f->basis);
        struct where *where = NULL;
        if (f->place.where) { /* the document goes before its copy is written */
            where = arena_alloc(c->arena, sizeof *where);
            *where = *f->place.where;
            where->column = arena_str(c->arena, where->column);
            where->id = arena_str(c->arena, where->id);
            where->sheet = arena_str(c->arena, where->sheet);
            where->cell = arena_str(c->arena, where->cell);
        }
        struct note n = {.place = {f->place.at, where}, .severity = f->severity, .title = title_of(c, f), .text = arena_str(c->arena, buf_view(&b))};
        n.page = where ? where->page : 0;
        n.boxed = source && source_box(source, f->place.at, &n.page, &n.box);
        *ARENA_PUSH(c->arena, notes) = n;
        buf_free(&b);
    }
}

static struct str last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return str_of(slash ? slash + 1 : path);
}

/* "laporan.docx", or "laporan-2.docx" where the folder has a copy of that name from another one. */
static const char *name_in_folder(struct cli *c, struct copies *k, const char *path)
{
    struct str name = last_part(path);
    size_t dot = name.n;
    while (dot && name.p[dot - 1] != '.') dot--;
    if (!dot) dot = name.n + 1;
    struct str stem = str_slice(name, 0, dot - 1), ending = str_slice(name, dot - 1, name.n), given = name;
    for (unsigned n = 1;; n++) {
        size_t i = 0;
        if (n > 1) given = arena_printf(c->arena, "%.*s-%u%.*s", (int)stem.n, stem.p, n, (int)ending.n, ending.p ? ending.p : "");
        while (i < k->given.n && !str_eq(k->given.v[i], given)) i++;
        if (i == k->given.n) break;
    }
    *ARENA_PUSH(c->arena, &k->given) = given;
    size_t length = strlen(c->annotate);
    return arena_printf(c->arena, "%s%s%.*s", c->annotate, length && c->annotate[length - 1] == '/' ? "" : "/", (int)given.n, given.p).p;
}

static int failed(struct cli *c, const char *path, const struct trouble *why)
{
    return usage_error(c, W_file_says, str_of(path), word_format(c->arena, why->message, c->lang, why->arg[0], why->arg[1]));
}

int copies_begin(struct cli *c, struct copies *k, size_t files)
{
    size_t n = strlen(c->annotate);
    struct trouble why = {0};
    k->folder = files != 1 || (n && c->annotate[n - 1] == '/') || os_kind(c->annotate, true) == OS_FOLDER;
    if (k->folder && os_make_folder(c->arena, c->annotate, &why) != RC_OK) return failed(c, c->annotate, &why);
    return STATUS_OK;
}

int copy_write(struct cli *c, struct copies *k, const struct limits *limits, const char *path, const struct notes *notes)
{
    struct arena *a = arena_new();
    struct buf raw = BUF_INIT, out = BUF_INIT;
    struct trouble why = {0};
    const char *to = c->annotate;
    int status = STATUS_OK;
    enum rc rc = os_read(a, path, limits->v[LIMIT_bytes], &raw, &why);
    if (rc == RC_OK) rc = annotate(a, buf_view(&raw), limits, notes, &out, &why);
    if (rc == RC_UNSUPPORTED && k->folder) {
        k->without++;
    } else if (rc != RC_OK) {
        status = failed(c, path, &why);
    } else {
        if (k->folder) to = name_in_folder(c, k, path);
        struct str from = os_real(c->arena, path), target = os_real(c->arena, to);
        if (target.p && str_eq(from, target)) status = usage_error(c, W_annotate_itself, str_of(to), STR_ABSENT);
        else if (os_write(a, to, buf_view(&out), &why) != RC_OK) status = failed(c, to, &why);
    }
    buf_free(&raw);
    buf_free(&out);
    arena_free(a);
    return status;
}

void copies_end(struct cli *c, const struct copies *k)
{
    if (k->without) usage_error(c, W_annotate_without, arena_printf(c->arena, "%zu", k->without), STR_ABSENT);
}
