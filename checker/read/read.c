/* The table of readers: the first whose sniff says yes reads. */
#include "stage/read.h"

static const struct reader *const readers[] = {&reader_yaml, &reader_bpmn, &reader_text};

enum rc read_source(struct arena *a, struct source *s, const struct limits *limits, struct reading *out, struct trouble *why)
{
    size_t i = 0;
    while (i + 1 < COUNT(readers) && !readers[i]->sniff(s)) i++;
    *out = (struct reading){.reader = readers[i]->name};
    return readers[i]->read(a, s, limits, out, why);
}
