/* Reads the help of commands: "--sort severity|place the order …" says what --sort takes, "usage: patuh init sop|lkjip" what stands behind init. */
#include <string.h>

#include "base/chars.h"
#include "cli/hints.h"

/* Where the columns of explanations in a help begin. */
enum { COLUMN = 24 };

static struct str help_of(const struct command *k, enum lang lang) { return str_of(word(k->help, lang)); }

static struct str token(struct str s, size_t from)
{
    size_t end = from;
    while (end < s.n && !strchr(" \n]", s.p[end])) end++;
    return str_slice(s, from, end);
}

/* What the help calls the value of an option, "FILE" of "--pk FILE"; absent: it names none. */
static struct str placeholder(struct cli *c, const struct command *k, const char *name)
{
    struct str help = help_of(k, LANG_EN), option = arena_printf(c->arena, "--%s ", name);
    size_t at = str_find(help, option, 0);
    return at == SIZE_MAX ? STR_ABSENT : token(help, at + option.n);
}

/* "a|b|c" as "a b c"; absent where it is nothing of the kind. */
static struct str alternatives(struct cli *c, struct str s)
{
    while (s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == ';')) s.n--;
    char *words = arena_strz(c->arena, s);
    if (!s.n) return STR_ABSENT;
    for (size_t i = 0; i < s.n; i++) {
        if (words[i] == '|') words[i] = ' ';
        else if (!is_lower(words[i]) && words[i] != '-') return STR_ABSENT;
    }
    return str_of(words);
}

static struct str formats(struct cli *c)
{
    struct str all = STR("");
    for (size_t i = 0; report_formats[i]; i++) all = arena_printf(c->arena, "%s%s%s", all.p, i ? " " : "", report_formats[i]->name);
    return all;
}

static struct str command_names(struct cli *c)
{
    struct str all = STR("");
    for (const struct command *k = commands; k->name; k++) all = arena_printf(c->arena, "%s%s%s", all.p, k == commands ? "" : " ", k->name);
    return all;
}

static void find_value(struct cli *c, struct hint *h, struct str called, struct str rules)
{
    h->takes = TAKES_TEXT;
    if (str_starts(called, STR("FILE")) || str_starts(called, STR("TARGET"))) h->takes = TAKES_FILE;
    else if (str_starts(called, STR("FOLDER"))) h->takes = TAKES_FOLDER;
    else if (str_starts(called, STR("RULE"))) h->takes = TAKES_LIST, h->words = rules;
    else if (str_starts(called, STR("FORMAT"))) h->takes = TAKES_WORDS, h->words = formats(c);
    else if (str_find(called, STR("|"), 0) != SIZE_MAX && (h->words = alternatives(c, called)).p) h->takes = TAKES_WORDS;
}

/* The explanation in a line of help, which begins in a column of its own or, where the option reaches into that, after some blanks. */
static struct str explanation(struct str line)
{
    size_t at = 0, column = 0;
    for (; at < line.n && column < COLUMN; at++) column += ((unsigned char)line.p[at] & 0xC0) != 0x80;
    while (at < line.n && ((unsigned char)line.p[at] & 0xC0) == 0x80) at++;
    if (at && at < line.n && line.p[at - 1] != ' ') at = str_find(line, STR("  "), at);
    return at < line.n ? str_trim(str_slice(line, at, line.n)) : STR_ABSENT;
}

/* The line of options that begins with this one. */
static struct str about(struct cli *c, const struct command *k, const char *name)
{
    struct str help = help_of(k, c->lang), option = arena_printf(c->arena, "--%s", name);
    for (size_t at = 0, end; at < help.n; at = end + 1) {
        end = str_find(help, STR("\n"), at);
        if (end == SIZE_MAX) end = help.n;
        struct str line = str_slice(help, at, end), rest = str_trim(line);
        if (!str_starts(line, STR("  -"))) continue;
        if (rest.n > 3 && rest.p[1] != '-' && rest.p[2] == ',') rest = str_trim(str_slice(rest, 3, rest.n));
        if (str_starts(rest, option) && rest.n > option.n && rest.p[option.n] == ' ') return explanation(line);
    }
    return STR_ABSENT;
}

const struct hint *hints_of(struct cli *c, const struct command *k, struct str rules, size_t *n)
{
    struct hint *v = arena_alloc(c->arena, (options_count() + 1) * sizeof *v);
    *n = 0;
    for (size_t i = 0; i < options_count(); i++) {
        struct option_entry o = option_at(i);
        if (!command_takes(k, o.letter) || o.letter == 'V') continue;
        struct hint *h = &v[(*n)++];
        *h = (struct hint){.name = o.name, .letter = o.is_short ? o.letter : '\0'};
        if (o.value) {
            struct str called = placeholder(c, k, o.name);
            find_value(c, h, called.p ? called : placeholder(c, commands, o.name), rules);
        }
        h->about = about(c, k, o.name);
        if (!h->about.p) h->about = about(c, commands, o.name);
    }
    return v;
}

struct hint hint_arguments(struct cli *c, const struct command *k, struct str rules)
{
    struct hint h = {.name = "", .takes = TAKES_WORDS};
    struct str help = help_of(k, LANG_EN), start = arena_printf(c->arena, " patuh %s ", k->name);
    for (size_t at = 0; at < help.n && help.p[at] != '\n';) { /* the lines of usage come first */
        size_t end = str_find(help, STR("\n"), at), name = str_find(help, start, at);
        if (end == SIZE_MAX) end = help.n;
        struct str line = str_slice(help, at, end), words = name < end ? alternatives(c, token(help, name + start.n)) : STR_ABSENT;
        if (words.p) h.words = h.words.p && !str_eq(h.words, words) ? arena_printf(c->arena, "%s %s", h.words.p, words.p) : words;
        size_t last = line.n;
        while (last && line.p[last - 1] != ' ') last--;
        line = str_slice(line, last, line.n);
        if (str_starts(line, STR("RULE"))) h.words = rules;
        else if (str_starts(line, STR("[COMMAND"))) h.words = command_names(c);
        else h.files |= str_starts(line, STR("FILE")) || str_starts(line, STR("[FILE")) || str_starts(line, STR("[PACK")) || str_starts(line, STR("PART"));
        at = end + 1;
    }
    return h;
}
