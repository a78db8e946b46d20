/* patuh completion: what the Tab key offers, as a script for each shell, written from the hints. */
#include "cli/hints.h"

/* A text between quotes of a shell: what would end them or mean something there becomes a blank. */
static struct str harmless(struct cli *c, struct str s)
{
    char *text = arena_strz(c->arena, s);
    for (char *p = text; *p; p++)
        if (*p == '\'' || *p == '\\' || *p == '[' || *p == ']' || *p == ':' || *p == '`' || *p == '$') *p = *p == ':' ? ',' : ' ';
    return str_of(text);
}

/* The script begins with functions that do not depend on the tables. */
static const char bash_start[] =
    "# patuh: completion for bash\n"
    "_patuh_offer() # WORD…: those that begin as the current one does\n"
    "{\n"
    "    local word\n"
    "    for word; do [[ $word == \"$current\"* ]] && COMPREPLY+=(\"$word\"); done\n"
    "}\n"
    "_patuh_list() # WORD…: the same behind the last comma\n"
    "{\n"
    "    local word before=\n"
    "    [[ $current == *,* ]] && before=${current%,*},\n"
    "    for word; do [[ $before$word == \"$current\"* ]] && COMPREPLY+=(\"$before$word\"); done\n"
    "    compopt -o nospace 2>/dev/null\n"
    "}\n"
    "_patuh_files() # compgen's letter: f files and folders, d folders\n"
    "{\n"
    "    local word\n"
    "    while IFS= read -r word; do COMPREPLY+=(\"$word\"); done < <(compgen -\"$1\" -- \"$current\")\n"
    "    compopt -o filenames 2>/dev/null\n"
    "}\n"
    "_patuh()\n"
    "{\n"
    "    local current=${COMP_WORDS[COMP_CWORD]} before= command= i\n"
    "    [ \"$COMP_CWORD\" -gt 0 ] && before=${COMP_WORDS[COMP_CWORD-1]}\n"
    "    if [ \"$current\" = = ]; then current=\n"
    "    elif [ \"$before\" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi # --option=value comes as three words\n"
    "    COMPREPLY=()\n"
    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "        case ${COMP_WORDS[i]} in\n";

static void bash_value(struct cli *c, const struct hint *h)
{
    fprintf(c->out, "        --%s", h->name);
    if (h->letter) fprintf(c->out, " | -%c", h->letter);
    switch (h->takes) {
    case TAKES_WORDS: fprintf(c->out, ") _patuh_offer %s; return ;;\n", h->words.p); break;
    case TAKES_LIST: fprintf(c->out, ") _patuh_list %s; return ;;\n", h->words.p); break;
    case TAKES_FILE: fputs(") _patuh_files f; return ;;\n", c->out); break;
    case TAKES_FOLDER: fputs(") _patuh_files d; return ;;\n", c->out); break;
    default: fputs(") return ;;\n", c->out); break;
    }
}

static void bash_command(struct cli *c, const struct command *k, struct str rules)
{
    size_t n;
    const struct hint *v = hints_of(c, k, rules, &n);
    struct hint arguments = hint_arguments(c, k, rules);
    fprintf(c->out, "    %s)\n        case $before in\n", k->name);
    for (size_t i = 0; i < n; i++)
        if (v[i].takes != TAKES_NOTHING) bash_value(c, &v[i]);
    fputs("        esac\n        if [[ $current == -* ]]; then\n            _patuh_offer", c->out);
    for (size_t i = 0; i < n; i++) {
        fprintf(c->out, " --%s", v[i].name);
        if (v[i].letter) fprintf(c->out, " -%c", v[i].letter);
    }
    fputs("\n            return\n        fi\n", c->out);
    if (arguments.words.p) fprintf(c->out, "        _patuh_offer %s\n", arguments.words.p);
    if (arguments.files) fputs("        _patuh_files f\n", c->out);
    fputs("        ;;\n", c->out);
}

static void bash(struct cli *c, struct str rules)
{
    fputs(bash_start, c->out);
    for (const struct command *k = commands; k->name; k++) fprintf(c->out, "%s%s", k == commands ? "        " : " | ", k->name);
    fputs(") command=${COMP_WORDS[i]}; break ;;\n        esac\n    done\n    case $command in\n", c->out);
    for (const struct command *k = commands; k->name; k++) bash_command(c, k, rules);
    fputs("    *) _patuh_offer", c->out);
    for (const struct command *k = commands; k->name; k++) fprintf(c->out, " %s", k->name);
    fputs(" --help --version --lang ;;\n    esac\n}\ncomplete -F _patuh patuh\n", c->out);
}

static void zsh_action(struct cli *c, enum takes takes, struct str words)
{
    switch (takes) {
    case TAKES_WORDS: fprintf(c->out, "(%s)", words.p); break;
    case TAKES_LIST: fputs("_patuh_rules", c->out); break;
    case TAKES_FILE: fputs("_files", c->out); break;
    case TAKES_FOLDER: fputs("_files -/", c->out); break;
    default: break;
    }
}

static void zsh_option(struct cli *c, const struct hint *h, bool letter)
{
    if (letter) fprintf(c->out, " \\\n            '*-%c", h->letter);
    else fprintf(c->out, " \\\n            '*--%s%s", h->name, h->takes == TAKES_NOTHING ? "" : "=");
    if (h->about.p) fprintf(c->out, "[%s]", harmless(c, h->about).p);
    if (h->takes != TAKES_NOTHING) fprintf(c->out, ":%s:", h->name), zsh_action(c, h->takes, h->words);
    fputc('\'', c->out);
}

static void zsh_command(struct cli *c, const struct command *k, struct str rules)
{
    size_t n;
    const struct hint *v = hints_of(c, k, rules, &n);
    struct hint arguments = hint_arguments(c, k, rules);
    fprintf(c->out, "        %s)\n            _arguments -s", k->name);
    for (size_t i = 0; i < n; i++) {
        zsh_option(c, &v[i], false);
        if (v[i].letter) zsh_option(c, &v[i], true);
    }
    if (arguments.words.p) fprintf(c->out, " \\\n            '%s:%s:(%s)'", arguments.files ? "1" : "*", k->name, arguments.words.p);
    if (arguments.files) fputs(" \\\n            '*:file:_files'", c->out);
    fputs("\n            ;;\n", c->out);
}

static void zsh(struct cli *c, struct str rules)
{
    fprintf(c->out, "#compdef patuh\n_patuh_rules() { _values -s , rules %s }\n_patuh()\n{\n", rules.p);
    fputs("    local context state state_descr line\n    typeset -A opt_args\n    local -a commands\n    commands=(\n", c->out);
    for (const struct command *k = commands; k->name; k++) fprintf(c->out, "        '%s:%s'\n", k->name, harmless(c, str_of(word(k->summary, c->lang))).p);
    fputs("    )\n    _arguments -C '(-h --help)'{-h,--help} '(-V --version)'{-V,--version} '--lang=:lang:(id en)' '1:command:->command' '*::argument:->argument'\n"
          "    case $state in\n    command) _describe -t commands command commands ;;\n    argument)\n        case $words[1] in\n", c->out);
    for (const struct command *k = commands; k->name; k++) zsh_command(c, k, rules);
    fputs("        esac\n        ;;\n    esac\n}\nif [ \"$funcstack[1]\" = _patuh ]; then _patuh \"$@\"; else compdef _patuh patuh; fi\n", c->out);
}

static void fish_option(struct cli *c, const struct command *k, const struct hint *h)
{
    fprintf(c->out, "complete -c patuh -n '__fish_seen_subcommand_from %s' -l %s", k->name, h->name);
    if (h->letter) fprintf(c->out, " -s %c", h->letter);
    switch (h->takes) {
    case TAKES_NOTHING: break;
    case TAKES_TEXT: fputs(" -x", c->out); break;
    case TAKES_WORDS: fprintf(c->out, " -x -a '%s'", h->words.p); break;
    case TAKES_LIST: fputs(" -x -a '(__fish_append , $__patuh_rules)'", c->out); break;
    case TAKES_FILE: fputs(" -r -F", c->out); break;
    case TAKES_FOLDER: fputs(" -x -a '(__fish_complete_directories)'", c->out); break;
    }
    if (h->about.p) fprintf(c->out, " -d '%s'", harmless(c, h->about).p);
    fputc('\n', c->out);
}

static void fish(struct cli *c, struct str rules)
{
    fprintf(c->out, "# patuh: completion for fish\nset -g __patuh_rules %s\ncomplete -c patuh -f\n", rules.p);
    fputs("complete -c patuh -n __fish_use_subcommand -l help -s h\ncomplete -c patuh -n __fish_use_subcommand -l version -s V\n", c->out);
    for (const struct command *k = commands; k->name; k++) {
        size_t n;
        const struct hint *v = hints_of(c, k, rules, &n);
        struct hint arguments = hint_arguments(c, k, rules);
        fprintf(c->out, "complete -c patuh -n __fish_use_subcommand -a %s -d '%s'\n", k->name, harmless(c, str_of(word(k->summary, c->lang))).p);
        for (size_t i = 0; i < n; i++) fish_option(c, k, &v[i]);
        if (arguments.words.p) fprintf(c->out, "complete -c patuh -n '__fish_seen_subcommand_from %s' -a '%s'\n", k->name, arguments.words.p);
        if (arguments.files) fprintf(c->out, "complete -c patuh -n '__fish_seen_subcommand_from %s' -F\n", k->name);
    }
}

int run_completion(struct cli *c)
{
    static const struct {
        const char *name;
        void (*write)(struct cli *c, struct str rules);
    } shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};
    if (c->args.n != 1) return usage_error(c, W_which_shell, STR_ABSENT, STR_ABSENT);
    struct str names[COUNT(shells)], ids = STR("");
    size_t chosen = 0;
    for (size_t i = 0; i < COUNT(shells); i++) names[i] = str_of(shells[i].name);
    while (chosen < COUNT(shells) && !str_eqz(names[chosen], c->args.v[0])) chosen++;
    if (chosen == COUNT(shells)) return unknown_name(c, W_unknown_shell, c->args.v[0], names, COUNT(names));
    struct patuh_rules *rules = load_rules(c);
    if (!rules) return STATUS_USAGE;
    for (size_t i = 0; i < ruleset_size(rules->ruleset); i++)
        ids = arena_printf(c->arena, "%s%s%s", ids.p, i ? " " : "", ruleset_info(rules->ruleset, i)->id);
    shells[chosen].write(c, ids);
    patuh_rules_free(rules);
    return STATUS_OK;
}
