/* yaml_problem.h: what libyaml says of a syntax error, in the program's own words. */
#ifndef PATUH_YAML_PROBLEM_H
#define PATUH_YAML_PROBLEM_H

#include "base/words.h"

/* The word for libyaml's problem in that context (either may be NULL); W_yaml_syntax, which quotes the problem, for the rare rest. */
enum word yaml_problem_word(const char *problem, const char *context);

#endif
