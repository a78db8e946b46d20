/* patuh peraturan: what is known of a regulation. */
#include "api/session.h"
#include "cli/cli.h"

static void line(struct cli *c, enum word w, struct str arg0, struct str arg1)
{
    if (str_blank(arg0)) return;
    say(c, c->out, w, arg0, arg1);
    fputc('\n', c->out);
}

static void tell(struct cli *c, const struct regulation_told *t)
{
    if (str_blank(t->title)) line(c, W_law_name, t->name, STR_ABSENT);
    else line(c, W_law_title, t->name, t->title);
    if (!t->known && t->last_number) line(c, W_law_beyond, arena_printf(c->arena, "%llu", (unsigned long long)t->last_number), STR_ABSENT);
    else if (!t->known) line(c, W_law_unknown, t->name, STR_ABSENT);
    else if (str_blank(t->title)) line(c, W_law_exists, t->name, STR_ABSENT);
    line(c, W_law_issued, t->issued, STR_ABSENT);
    line(c, W_law_amended, t->amended_by, STR_ABSENT);
    if (str_blank(t->since)) line(c, W_law_revoked, t->revoked_by, STR_ABSENT);
    else line(c, W_law_revoked_since, t->revoked_by, t->since);
    if (!str_blank(t->successor_title)) line(c, W_law_title, t->revoked_by, t->successor_title);
    if (t->known && str_blank(t->revoked_by)) line(c, t->by_hand ? W_law_not_revoked : W_law_status_unread, t->name, STR_ABSENT);
}

int run_law(struct cli *c)
{
    if (c->args.n == 0) return usage_error(c, W_which_law, STR_ABSENT, STR_ABSENT);
    struct patuh_rules *rules = load_rules(c);
    if (!rules) return STATUS_USAGE;
    int status = STATUS_OK;
    for (size_t i = 0; i < c->args.n && status == STATUS_OK; i++) {
        struct regulation_told told;
        if (i) fputc('\n', c->out);
        if (regulation_lookup(c->arena, rules->knowledge, str_of(c->args.v[i]), &told)) tell(c, &told);
        else status = usage_error(c, W_no_law, str_of(c->args.v[i]), STR_ABSENT);
    }
    patuh_rules_free(rules);
    return status;
}
