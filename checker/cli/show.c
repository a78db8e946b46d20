/* patuh dump, patuh graph, patuh reviu: one document, shown in another form. */
#include <string.h>

#include "cli/cli.h"
#include "stage/draw.h"

/* Prints a checked document; a status. */
typedef int (*shower)(struct cli *c, struct patuh_result *r, const char *path);

/* What could not be read of a document that is shown all the same. */
static void tell_faults(struct cli *c, struct patuh_result *r, const char *path)
{
    for (size_t i = 0; i < r->findings.n && r->faulty; i++) {
        const struct finding *f = &r->findings.v[i];
        if (strcmp(f->rule, "UM001") != 0) continue;
        struct position at = source_locate(r->arena, r->source, f->place.at.begin);
        struct str place = at.line ? arena_printf(c->arena, "%s:%u:%u", path, (unsigned)at.line, (unsigned)at.column) : str_of(path);
        usage_error(c, W_file_says, place, f->message);
    }
}

/* The document that --part asks for, the others freed on the way; NULL, with the message printed: the file has no such. */
static struct patuh_result *choose_part(struct cli *c, struct patuh_result *first, const char *path)
{
    uint64_t n = first->parts ? first->parts->list.n : 1;
    struct patuh_result *r = first;
    struct str count = arena_printf(c->arena, "%llu", (unsigned long long)n);
    if (c->part > n) return usage_error(c, W_part_beyond, str_of(path), count), NULL;
    if (n > 1 && !c->part) usage_error(c, W_part_first, str_of(path), count);
    for (uint64_t i = 1; i < c->part; i++) {
        struct patuh_result *next = patuh_result_next(r);
        if (r != first) patuh_result_free(r);
        r = next;
    }
    return r;
}

static int show_result(struct cli *c, struct patuh_result *r, shower how, const char *path)
{
    int status = r->state == RESULT_CHECKED && !r->faulty ? STATUS_OK : STATUS_UNREAD;
    if (!r->view) usage_error(c, W_file_says, str_of(path), str_of(r->error_text));
    else if (how(c, r, path) != STATUS_OK) status = STATUS_UNREAD;
    tell_faults(c, r, path);
    return status;
}

/* A page drawn as it was understood, nothing checked. */
static int show_page(struct cli *c, struct patuh_checker *checker)
{
    struct buf svg = BUF_INIT;
    struct str message;
    const char *path = c->args.v[0];
    bool good = page_view(checker, path, strcmp(path, "-") == 0 ? c->in : NULL, c->page, &svg, &message);
    if (good) fwrite(svg.p, 1, svg.n, c->out);
    else usage_error(c, W_file_says, str_of(path), message);
    buf_free(&svg);
    return good ? STATUS_OK : STATUS_UNREAD;
}

static int show(struct cli *c, shower how)
{
    int status = STATUS_USAGE;
    if (c->args.n != 1) return usage_error(c, W_one_file, STR_ABSENT, STR_ABSENT);
    struct patuh_rules *rules = load_rules(c);
    struct pool *pool = rules ? make_pool(c, rules) : NULL;
    struct patuh_checker *checker = pool ? configured_checker(c, pool, c->args.v[0], NULL) : NULL;
    if (checker && c->page) {
        status = show_page(c, checker);
    } else if (checker) {
        const char *path = c->args.v[0];
        struct patuh_result *first = strcmp(path, "-") == 0 ? check_stream(checker, c->stdin_name ? c->stdin_name : "-", c->in)
                                                            : patuh_check_file(checker, path);
        struct patuh_result *result = choose_part(c, first, path);
        if (result) status = show_result(c, result, how, path);
        if (result && result != first) patuh_result_free(result);
        patuh_result_free(first);
    }
    pool_free(pool);
    patuh_rules_free(rules);
    return status;
}

static int show_view(struct cli *c, struct patuh_result *r, const char *path)
{
    (void)path;
    report_view(c->out, c->lang, r->view);
    return STATUS_OK;
}

static int show_reading(struct cli *c, struct patuh_result *r, const char *path)
{
    (void)path;
    report_reading(c->out, c->lang, r->arena, &r->document.regions, r->source);
    return STATUS_OK;
}

int run_dump(struct cli *c) { return show(c, c->reading ? show_reading : show_view); }

static int show_graph(struct cli *c, struct patuh_result *r, const char *path)
{
    struct buf b = BUF_INIT;
    if (r->document.kind != DOCUMENT_SOP) {
        usage_error(c, W_graph_no_sop, str_of(path), STR_ABSENT);
        return STATUS_UNREAD;
    }
    if (c->format && strcmp(c->format, "dot") == 0) draw_dot(&b, r->arena, &r->document, &r->findings, c->lang);
    else draw_svg(&b, r->arena, &r->document, &r->findings, c->lang);
    fwrite(b.p, 1, b.n, c->out);
    buf_free(&b);
    return STATUS_OK;
}

int run_graph(struct cli *c)
{
    static const struct str formats[] = {{"svg", 3}, {"dot", 3}};
    for (size_t i = 0; c->format && i < COUNT(formats); i++) {
        if (str_eqz(formats[i], c->format)) break;
        if (i + 1 == COUNT(formats)) return unknown_name(c, W_unknown_format, c->format, formats, COUNT(formats));
    }
    return show(c, show_graph);
}

static int show_review(struct cli *c, struct patuh_result *r, const char *path)
{
    struct document_report d = result_report(r);
    bool json = c->format && strcmp(c->format, "json") == 0;
    if (!(r->document.kind == DOCUMENT_LKJIP && r->document.lkjip->is_pk) && report_review(c->out, &r->checker->rules->bundle, &d, c->lang, json, patuh_version())) return STATUS_OK;
    usage_error(c, W_file_says, str_of(path), str_of(word(W_review_no_form, c->lang)));
    return STATUS_UNREAD;
}

int run_reviu(struct cli *c)
{
    static const struct str formats[] = {{"md", 2}, {"json", 4}};
    if (c->format && !str_eqz(formats[0], c->format) && !str_eqz(formats[1], c->format))
        return unknown_name(c, W_unknown_format, c->format, formats, COUNT(formats));
    return show(c, show_review);
}
