/* review.h: the items of a reviewer's checklist, and what the rules say of each. */
#ifndef PATUH_REVIEW_H
#define PATUH_REVIEW_H

#include "base/yaml_tree.h"
#include "report/reporter.h"

enum review_status { REVIEW_MET, REVIEW_PARTLY, REVIEW_UNMET, REVIEW_PERSON, REVIEW_STATUSES };

/* One item with what the rules say of it. The last has no node: what no item asks. */
struct answer {
    const struct yaml_node *node;
    struct str item, aspect, text, kind;
    enum review_status status;
    struct str reason;      /* why the rules do not decide; absent when they do */
    size_t passed, unchecked;
};

struct answer review_answer(const struct yaml_node *form, const struct yaml_node *item, const struct document_report *d, enum lang lang);
/* The item asks for this finding; an item without a node, for what no other does. */
bool review_belongs(const struct yaml_node *form, const struct answer *a, const struct finding *f);
/* The item names the rule. */
bool review_names(const struct answer *a, const char *rule);

#endif
