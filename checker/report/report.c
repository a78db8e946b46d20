/* The table of formats. */
#include "report/reporter.h"

const struct report_format *const report_formats[] = {&report_text, &report_json, NULL};

const struct report_format *report_find(struct str name)
{
    for (size_t i = 0; report_formats[i]; i++)
        if (str_eqz(name, report_formats[i]->name)) return report_formats[i];
    return NULL;
}
