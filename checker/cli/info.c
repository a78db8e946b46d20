/* patuh explain, rules, init: what the rules say of themselves. */
#include <string.h>

#include "cli/cli.h"

enum { LINE = 78 };

static const char *severity_word(const struct cli *c, enum severity s)
{
    static const enum word words[] = {[SEVERITY_NOTE] = W_report_catatan, [SEVERITY_WARNING] = W_report_peringatan, [SEVERITY_ERROR] = W_report_galat};
    return word(words[s], c->lang);
}

/* Running text, broken between words, each line behind two blanks. */
static void paragraph(struct buf *b, struct str text)
{
    size_t column = 0;
    text = str_trim(text);
    for (size_t i = 0; i < text.n;) {
        size_t end = i;
        while (end < text.n && text.p[end] != ' ' && text.p[end] != '\n') end++;
        size_t width = 0;
        for (size_t k = i; k < end; k++) width += ((unsigned char)text.p[k] & 0xC0) != 0x80;
        if (width) {
            if (column && column + 1 + width > LINE) buf_ch(b, '\n'), column = 0;
            buf_z(b, column ? " " : "  ");
            buf_str(b, str_slice(text, i, end));
            column += (column ? 1 : 2) + width;
        }
        i = end + 1;
    }
    buf_ch(b, '\n');
}

static void heading(struct cli *c, struct buf *b, enum word w) { buf_printf(b, "\n%s\n", word(w, c->lang)); }

static enum word how_sure(const char *status)
{
    static const struct {
        const char *status;
        enum word word;
    } table[] = {
        {"verified", W_sure_verified}, {"copy", W_sure_copy},             {"recalled", W_sure_recalled},
        {"logic", W_sure_logic},       {"arithmetic", W_sure_arithmetic}, {"convention", W_sure_convention},
        {"register", W_sure_register},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        if (str_eqz(str_of(status), table[i].status)) return table[i].word;
    return W_sure_convention;
}

static void basis(struct cli *c, struct buf *b, const struct rule_info *r)
{
    heading(c, b, W_explain_basis);
    struct buf line = BUF_INIT;
    if (r->regulation.n) buf_str(&line, r->regulation);
    if (r->regulation.n && r->place.n) buf_z(&line, ", ");
    if (r->place.n) buf_str(&line, r->place);
    if (line.n) buf_z(&line, ". ");
    buf_z(&line, word(how_sure(r->status), c->lang));
    paragraph(b, buf_view(&line));
    buf_free(&line);
}

/* The first example that fires and the first that does not. */
static void examples(struct cli *c, struct buf *b, const struct rule_info *r)
{
    bool shown[2] = {false, false};
    const struct yaml_node *list = rule_examples(c->arena, r);
    for (int pass = 0; pass < 2; pass++)
        for (const struct yaml_node *e = list ? list->child : NULL; e; e = e->next) {
            struct str fires = yaml_get_str(e, "fires");
            bool wrong = !str_eqz(fires, "0");
            if (shown[pass] || wrong != (pass == 0)) continue;
            shown[pass] = true;
            heading(c, b, wrong ? W_explain_wrong : W_explain_right);
            static const char *const inputs[] = {"sop", "lkjip", "himpunan", "text"};
            for (size_t i = 0; i < COUNT(inputs); i++)
                if (yaml_get(e, inputs[i])) yaml_print(b, yaml_get(e, inputs[i]), 2);
        }
}

static void explain(struct cli *c, const struct rule_info *r)
{
    struct buf b = BUF_INIT;
    buf_printf(&b, "%s %s (%s)\n", r->id, r->name, severity_word(c, r->severity));
    buf_printf(&b, "%s\n", arena_strz(c->arena, r->title.v[c->lang]));
    heading(c, &b, W_explain_why);
    paragraph(&b, r->why.v[c->lang]);
    basis(c, &b, r);
    examples(c, &b, r);
    heading(c, &b, W_explain_mend);
    paragraph(&b, r->mend.v[c->lang]);
    fwrite(b.p, 1, b.n, c->out);
    buf_free(&b);
}

static int unknown_rule(struct cli *c, const struct ruleset *set, const char *name)
{
    size_t n = ruleset_size(set);
    struct str *names = arena_alloc(c->arena, (2 * n + 1) * sizeof *names);
    for (size_t i = 0; i < n; i++) {
        names[2 * i] = str_of(ruleset_info(set, i)->id);
        names[2 * i + 1] = str_of(ruleset_info(set, i)->name);
    }
    return unknown_name(c, W_unknown_rule, name, names, 2 * n);
}

/* A rule by its id or name, in letters of any size. */
static const struct rule_info *rule_called(const struct ruleset *set, struct str name)
{
    for (size_t i = 0, n = ruleset_size(set); i < n; i++) {
        const struct rule_info *r = ruleset_info(set, i);
        if (str_ieq(name, str_of(r->id)) || str_ieq(name, str_of(r->name))) return r;
    }
    return NULL;
}

static void explain_next(struct cli *c, const struct rule_info *r, size_t *shown)
{
    if ((*shown)++) fputc('\n', c->out);
    explain(c, r);
}

/* Rules by id, by name, or all whose ids begin so ("WK"). */
int run_explain(struct cli *c)
{
    if (c->args.n == 0) return usage_error(c, W_which_rule, STR_ABSENT, STR_ABSENT);
    struct patuh_rules *rules = load_rules(c);
    if (!rules) return STATUS_USAGE;
    int status = STATUS_OK;
    size_t shown = 0;
    for (size_t i = 0; i < c->args.n && status == STATUS_OK; i++) {
        struct str name = str_of(c->args.v[i]);
        const struct rule_info *r = rule_called(rules->ruleset, name);
        size_t before = shown;
        if (r) explain_next(c, r, &shown);
        for (size_t k = 0; !r && k < ruleset_size(rules->ruleset); k++) {
            const struct rule_info *of_family = ruleset_info(rules->ruleset, k);
            if (name.n >= 2 && str_istarts(str_of(of_family->id), name)) explain_next(c, of_family, &shown);
        }
        if (shown == before) status = unknown_rule(c, rules->ruleset, c->args.v[i]);
    }
    patuh_rules_free(rules);
    return status;
}

/* One provision: its number, where it can be checked, its words; then the rules, or why there are none. */
static void provision(struct cli *c, struct buf *b, const struct yaml_node *p, bool one_document)
{
    const char *lang = c->lang == LANG_ID ? "id" : "en";
    enum word where = one_document ? W_coverage_one : str_eqz(yaml_get_str(p, "checkable"), "himpunan") ? W_coverage_set : W_coverage_people;
    buf_printf(b, "%-6s %-9s ", arena_strz(c->arena, yaml_get_str(p, "number")), word(where, c->lang));
    buf_str(b, yaml_get_str(p, lang));
    struct buf behind = BUF_INIT;
    const struct yaml_node *rules = yaml_get(p, "rules");
    for (const struct yaml_node *r = rules ? rules->child : NULL; r; r = r->next) buf_printf(&behind, "%s%s", behind.n ? ", " : "", r->text);
    if (!behind.n) buf_str(&behind, yaml_get_str(yaml_get(p, "why"), lang));
    buf_printf(b, "\n%17s", "");
    buf_str(b, buf_view(&behind));
    buf_ch(b, '\n');
    buf_free(&behind);
}

/* One regulation: its provisions and how many are looked at. */
static void coverage_of(struct cli *c, const struct yaml_node *root)
{
    const struct yaml_node *list = yaml_get(root, "provisions");
    struct buf b = BUF_INIT;
    size_t checkable = 0, covered = 0;
    for (const struct yaml_node *p = list ? list->child : NULL; p; p = p->next) {
        bool one = str_eqz(yaml_get_str(p, "checkable"), "ya");
        checkable += one;
        covered += one && yaml_size(yaml_get(p, "rules")) > 0;
        provision(c, &b, p, one);
    }
    buf_str(&b, word_format(c->arena, W_coverage_sum, c->lang, arena_printf(c->arena, "%zu", covered), arena_printf(c->arena, "%zu", checkable)));
    struct str name = yaml_get_str(root, "regulation");
    fprintf(c->out, "%.*s\n%s\n", (int)name.n, name.p ? name.p : "", b.p);
    buf_free(&b);
}

static void coverage(struct cli *c, const struct patuh_rules *rules)
{
    static const char *const files[] = {"coverage.yaml", "coverage-lkjip.yaml"};
    for (size_t i = 0; i < COUNT(files); i++) coverage_of(c, bundle_find(&rules->bundle, files[i]));
}

static void list_rules(struct cli *c, const struct patuh_rules *rules)
{
    for (size_t i = 0; i < ruleset_size(rules->ruleset); i++) {
        const struct rule_info *r = ruleset_info(rules->ruleset, i);
        const char *fix = r->fix == FIX_NONE ? "" : word(r->fix == FIX_SAFE ? W_rule_fix : W_rule_unsafe_fix, c->lang);
        fprintf(c->out, "%-6s %-10s %-32s %s%s%s\n", r->id, severity_word(c, r->severity), r->name, arena_strz(c->arena, r->title.v[c->lang]),
                fix, r->on ? "" : word(W_rule_off, c->lang));
    }
}

int run_rules(struct cli *c)
{
    static const struct str actions[] = {{"test", 4}};
    if (c->args.n && strcmp(c->args.v[0], "test") == 0) return run_rules_test(c);
    if (c->args.n) return unknown_name(c, W_unknown_command, c->args.v[0], actions, COUNT(actions));
    struct patuh_rules *rules = load_rules(c);
    if (!rules) return STATUS_USAGE;
    if (c->coverage) coverage(c, rules);
    else list_rules(c, rules);
    patuh_rules_free(rules);
    return STATUS_OK;
}

int run_init(struct cli *c)
{
    static const struct str kinds[] = {{"sop", 3}, {"lkjip", 5}, {"pk", 2}};
    if (c->args.n != 1) return usage_error(c, W_which_kind, STR_ABSENT, STR_ABSENT);
    struct patuh_rules *rules = load_rules(c);
    if (!rules) return STATUS_USAGE;
    struct str text = yaml_get_str(bundle_find(&rules->bundle, "templates.yaml"), c->args.v[0]);
    int status = STATUS_OK;
    if (text.n && c->lang == LANG_EN) say(c, c->err, W_template_language, STR_ABSENT, STR_ABSENT);
    if (text.n) fwrite(text.p, 1, text.n, c->out);
    else status = unknown_name(c, W_unknown_kind, c->args.v[0], kinds, COUNT(kinds));
    patuh_rules_free(rules);
    return status;
}
