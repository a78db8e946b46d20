#include "flow.h"
void flow_words(struct arena *a, struct analyst *x, struct sop *sop) { (void)a, (void)x, (void)sop; }
void flow_times(struct arena *a, struct analyst *x, struct flow *f) { (void)a, (void)x, (void)f; }
