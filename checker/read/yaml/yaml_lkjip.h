/* yaml_lkjip.h: an LKjIP definition as its keys nest: goals with their indicators, programmes with what is below them. */
#ifndef PATUH_YAML_LKJIP_H
#define PATUH_YAML_LKJIP_H

#include "read/yaml/yaml_definition.h"

struct budget_group {          /* a programme, kegiatan or sub kegiatan with what is below it */
    struct budget_row row;
    struct budget_groups {
        struct budget_group *v;
        size_t n, cap;
    } inner;
};
struct goal_group {            /* a sasaran with its indicators */
    struct item head;
    struct goal goal;
    struct indicators rows;
};
struct goal_groups {
    struct goal_group *v;
    size_t n, cap;
};
struct report {
    struct lkjip l;            /* first: the document keeps it */
    struct item agreement_head, measured_head, budget_head, efficiency_head; /* before their lists: see HEADED */
    struct goal_groups agreed, measured;
    struct figure mean;
    struct budget_groups agreed_money, money, efficiency;
    struct budget_row total;
};

/* Makes the tables of the report out of the groups. */
void report_link(struct definition *d, struct report *r);

#endif
