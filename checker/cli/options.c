/* Reading the arguments. One table of options for all commands; each command says which it takes. */
#include <getopt.h>
#include <string.h>

#include "cli/cli.h"

static const struct option table[] = {
    {"format", required_argument, NULL, 'f'},  {"fail-on", required_argument, NULL, 'F'}, {"select", required_argument, NULL, 's'},
    {"ignore", required_argument, NULL, 'i'},  {"color", required_argument, NULL, 'c'},   {"lang", required_argument, NULL, 'l'},
    {"rules", required_argument, NULL, 'r'},   {"rules-only", required_argument, NULL, 'R'},
    {"today", required_argument, NULL, 't'},   {"param", required_argument, NULL, 'p'},
    {"limit", required_argument, NULL, 'L'},   {"stdin-name", required_argument, NULL, 'n'},
    {"pk", required_argument, NULL, 'k'},      {"tahun-lalu", required_argument, NULL, 'y'}, {"coverage", no_argument, NULL, 'C'},
    {"part", required_argument, NULL, 'P'},    {"allow-empty", no_argument, NULL, 'E'},
    {"halaman", required_argument, NULL, 'H'}, {"page", required_argument, NULL, 'H'},
    {"bacaan", no_argument, NULL, 'B'},        {"reading", no_argument, NULL, 'B'},
    {"annotate", required_argument, NULL, 'A'},
    {"config", required_argument, NULL, 'G'}, {"no-config", no_argument, NULL, 'N'}, {"force-exclude", no_argument, NULL, 'X'},
    {"baseline", required_argument, NULL, 'b'}, {"no-baseline", no_argument, NULL, 'O'},
    {"show-files", no_argument, NULL, 'M'}, {"show-suppressed", no_argument, NULL, 'S'},
    {"all", no_argument, NULL, 'a'},           {"sort", required_argument, NULL, 'o'},     {"statistics", no_argument, NULL, 'T'},
    {"fix", no_argument, NULL, 'x'}, {"diff", no_argument, NULL, 'd'}, {"unsafe-fixes", no_argument, NULL, 'u'},
    {"quiet", no_argument, NULL, 'q'},         {"help", no_argument, NULL, 'h'},          {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

static const char short_options[] = "-:f:qhV"; /* "-": arguments come in their order, whatever POSIXLY_CORRECT says; ":": a missing value is told apart */

size_t options_count(void) { return COUNT(table) - 1; }

struct option_entry option_at(size_t i)
{
    return (struct option_entry){table[i].name, (char)table[i].val, table[i].has_arg == required_argument, strchr(short_options, table[i].val) != NULL};
}

bool command_takes(const struct command *k, char letter) { return strchr("hVl", letter) || strchr(k->options, letter); }

void texts_add(struct cli *c, struct texts *list, const char *text)
{
    *ARENA_PUSH(c->arena, list) = text;
    *ARENA_PUSH(c->arena, list) = NULL; /* always ends with NULL, which does not count */
    list->n--;
}

/* Names of rules stand behind one another, too: WK003,ID */
static void add_list(struct cli *c, struct texts *list, const char *value)
{
    struct str rest = str_of(value);
    for (;;) {
        size_t comma = str_find(rest, STR(","), 0);
        texts_add(c, list, arena_strz(c->arena, str_trim(str_slice(rest, 0, comma == SIZE_MAX ? rest.n : comma))));
        if (comma == SIZE_MAX) return;
        rest = str_slice(rest, comma + 1, rest.n);
    }
}

static int take(struct cli *c, int option, const char *value)
{
    struct date today;
    switch (option) {
    case 'f':
        c->format = value;
        texts_add(c, &c->formats, value);
        break;
    case 'F': c->fail_on = value; break;
    case 's': add_list(c, &c->select, value); break;
    case 'i': add_list(c, &c->ignore, value); break;
    case 'c': c->color = value; break;
    case 'r': c->rules = value; break;
    case 'R': c->rules_only = value; break;
    case 'k': c->pk = value; break;
    case 'y': c->last_year = value; break;
    case 'p': texts_add(c, &c->param, value); break;
    case 'L': texts_add(c, &c->limit, value); break;
    case 'n': c->stdin_name = value; break;
    case 'A': c->annotate = value; break;
    case 'G': c->config = value; break;
    case 'b': c->baseline = value; break;
    case 'O': c->no_baseline = true; break;
    case 'N': c->no_config = true; break;
    case 'X': c->force_exclude = true; break;
    case 'M': c->show_files = true; break;
    case 'S': c->show_suppressed = true; break;
    case 'x': c->fix = true; break;
    case 'd': c->diff = true; break;
    case 'u': c->unsafe_fixes = true; break;
    case 'q': c->quiet = true; break;
    case 'a': c->all = true; break;
    case 'T': c->statistics = true; break;
    case 'o': c->sort = value; break;
    case 'C': c->coverage = true; break;
    case 'E': c->allow_empty = true; break;
    case 'B': c->reading = true; break;
    case 'h': c->help = true; break;
    case 'V': c->version = true; break;
    case 'P':
        if (!str_u64(str_of(value), &c->part) || !c->part)
            return usage_error(c, W_wrong_value, arena_printf(c->arena, "--part %s", value), STR("1, 2, …"));
        break;
    case 'H':
        if (!str_u64(str_of(value), &c->page) || !c->page)
            return usage_error(c, W_wrong_value, arena_printf(c->arena, "--page %s", value), STR("1, 2, …"));
        break;
    case 't':
        c->today = value;
        if (!today_read(str_of(value), &today)) return usage_error(c, W_wrong_value, arena_printf(c->arena, "--today %s", value), STR("YYYY-MM-DD"));
        break;
    case 'l':
        if (strcmp(value, "id") != 0 && strcmp(value, "en") != 0)
            return usage_error(c, W_wrong_value, arena_printf(c->arena, "--lang %s", value), STR("id, en"));
        break;
    default: break;
    }
    return STATUS_OK;
}

/* The language of errors about what stands before --lang, too. */
static void find_language(struct cli *c, int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *value = strncmp(argv[i], "--lang=", 7) == 0 ? argv[i] + 7 : strcmp(argv[i], "--lang") == 0 && i + 1 < argc ? argv[i + 1] : "";
        if (strcmp(value, "en") == 0) c->lang = LANG_EN;
        if (strcmp(value, "id") == 0) c->lang = LANG_ID;
    }
}

static int unknown_option(struct cli *c, const char *given)
{
    struct str names[COUNT(table) - 1];
    for (size_t i = 0; i < COUNT(names); i++) names[i] = arena_printf(c->arena, "--%s", table[i].name);
    const char *sign = strchr(given, '=');
    return unknown_name(c, W_unknown_option, arena_strz(c->arena, str_slice(str_of(given), 0, sign ? (size_t)(sign - given) : strlen(given))),
                        names, COUNT(names));
}

static const char *long_name(int option)
{
    for (const struct option *o = table; o->name; o++)
        if (o->val == option) return o->name;
    return "";
}

/* Options that the command does not take are refused, wherever they stand. */
static int check_options(struct cli *c, const char *given)
{
    for (; c->command && *given; given++)
        if (!command_takes(c->command, *given))
            return usage_error(c, W_option_not_here, arena_printf(c->arena, "--%s", long_name(*given)), str_of(c->command->name));
    return STATUS_OK;
}

static void argument(struct cli *c, const char *text)
{
    for (const struct command *k = commands; !c->command && c->args.n == 0 && k->name; k++)
        if (strcmp(k->name, text) == 0) {
            c->command = k;
            return;
        }
    texts_add(c, &c->args, text);
}

int options_parse(struct cli *c, int argc, char **argv)
{
    char given[COUNT(table)] = ""; /* each option once */
    int option, status;
    find_language(c, argc, argv);
    opterr = 0;
    optind = 0; /* start afresh */
    while ((option = getopt_long(argc, argv, short_options, table, NULL)) != -1) {
        if (option == 1) {
            argument(c, optarg);
            continue;
        }
        if (option == ':') return usage_error(c, W_option_needs_value, str_of(argv[optind - 1]), STR_ABSENT);
        if (option == '?' && optopt && *long_name(optopt) && strchr(argv[optind - 1], '='))
            return usage_error(c, W_option_without_value, arena_printf(c->arena, "--%s", long_name(optopt)), STR_ABSENT);
        if (option == '?') return unknown_option(c, optopt && optopt < 128 && !long_name(optopt)[0]
                                                        ? arena_printf(c->arena, "-%c", optopt).p : argv[optind - 1]);
        if ((status = take(c, option, optarg)) != STATUS_OK) return status;
        if (!strchr(given, option)) given[strlen(given)] = (char)option;
    }
    for (; optind < argc; optind++) argument(c, argv[optind]);
    return check_options(c, given);
}
