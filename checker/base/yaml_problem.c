/* libyaml's English messages, matched by a part of them: those that authors meet have words of their own. */
#include <string.h>

#include "base/yaml_problem.h"

enum word yaml_problem_word(const char *problem, const char *context)
{
    static const struct {
        const char *problem, *context; /* parts; NULL: any */
        enum word word;
    } rows[] = {
        {"could not find expected ':'", NULL, W_yaml_colon},
        {"mapping values are not allowed", NULL, W_yaml_colon_here},
        {"mapping keys are not allowed", NULL, W_yaml_key_here},
        {"block sequence entries are not allowed", NULL, W_yaml_dash_here},
        {"tab character", NULL, W_yaml_tab},
        {"cannot start any token", NULL, W_yaml_character},
        {"expected '-' indicator", NULL, W_yaml_list_indent},
        {"did not find expected key", NULL, W_yaml_map_indent},
        {"expected ',' or ']'", NULL, W_yaml_bracket},
        {"expected ',' or '}'", NULL, W_yaml_brace},
        {"expected node content", NULL, W_yaml_no_value},
        {"<document start>", NULL, W_yaml_after_end},
        {"unexpected end of stream", "quoted scalar", W_yaml_quote},
        {"unexpected document indicator", "quoted scalar", W_yaml_quote},
        {NULL, "quoted scalar", W_yaml_escape},
        {NULL, "block scalar", W_yaml_block},
        {NULL, "directive", W_yaml_directive},
        {NULL, "scanning an anchor", W_yaml_anchor},
        {NULL, "scanning an alias", W_yaml_anchor},
        {NULL, "tag", W_yaml_tag},
        {"tag handle", NULL, W_yaml_tag},
        {"control characters", NULL, W_yaml_control},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        if ((!rows[i].problem || (problem && strstr(problem, rows[i].problem))) &&
            (!rows[i].context || (context && strstr(context, rows[i].context))))
            return rows[i].word;
    return W_yaml_syntax;
}
