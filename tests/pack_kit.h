/* Archives made in memory with libzip, for the tests of what reads them. */
#ifndef PACK_KIT_H
#define PACK_KIT_H

#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "base/base.h"

struct part {
    const char *name, *text;
};

/* Packs the parts; mend (may be NULL) sees the archive before it is written. A part whose text is that of `raw` has its bytes. To be freed. */
static inline struct str pack_n(const struct part *parts, size_t n, struct str raw, void (*mend)(zip_t *))
{
    zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_source_keep(out);
    zip_t *z = zip_open_from_source(out, ZIP_TRUNCATE, NULL);
    for (size_t i = 0; i < n; i++) zip_file_add(z, parts[i].name, zip_source_buffer(z, parts[i].text, parts[i].text == raw.p ? raw.n : strlen(parts[i].text), 0), ZIP_FL_ENC_UTF_8);
    if (mend) mend(z);
    if (zip_close(z) != 0) abort();
    zip_stat_t st;
    zip_source_stat(out, &st);
    char *bytes = base_alloc((size_t)st.size + 1);
    zip_source_open(out);
    zip_source_read(out, bytes, st.size);
    zip_source_close(out);
    zip_source_free(out);
    return (struct str){bytes, (size_t)st.size};
}
#define PACK(parts, mend) pack_n((parts), COUNT(parts), STR_ABSENT, (mend))

#endif
