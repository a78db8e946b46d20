#include "stage.h"

void analyse_identity(struct arena *a, struct analyst *x, struct document *d) { (void)a, (void)x, (void)d; }
