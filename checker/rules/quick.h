/* quick.h: a condition that needs no libxml2, between compiling and evaluating it. */
#ifndef PATUH_QUICK_H
#define PATUH_QUICK_H

#include "rules/engine.h"

enum operation {
    DO_HAS,
    DO_TEXT,
    DO_SPACED,            /* text with its blanks folded */
    DO_NUMBER,
    DO_COUNT,
    DO_CONTAINS,
    DO_BEYOND,            /* more than blanks and certain letters: normalize-space(translate(path, 'letters', '')) */
    DO_SOME_BEYOND        /* the same of any node: path[normalize-space(translate(., 'letters', ''))] */
};
enum relation { IS_EQUAL, IS_OTHER, IS_LESS, IS_LESS_OR_EQUAL, IS_MORE, IS_MORE_OR_EQUAL, IS_NONE };

struct quick {
    enum operation op;
    enum relation is;
    struct quick_path path;
    struct str text;
    double number;
};

#endif
