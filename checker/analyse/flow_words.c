#include "flow.h"
void flow_words(struct arena *a, struct analyst *x, struct sop *sop) { (void)a, (void)x, (void)sop; }
