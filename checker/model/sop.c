/* Names of the parts of an SOP, as in the XML view and the YAML definition. */
#include "stage/sop.h"

const char *section_name(enum section_id id)
{
    static const char *const names[SECTION_COUNT] = {
        [SECTION_DASAR_HUKUM] = "dasar-hukum",         [SECTION_KETERKAITAN] = "keterkaitan",
        [SECTION_PERINGATAN] = "peringatan",           [SECTION_KUALIFIKASI] = "kualifikasi-pelaksana",
        [SECTION_PERALATAN] = "peralatan-perlengkapan", [SECTION_PENCATATAN] = "pencatatan-pendataan",
    };
    return names[id];
}

const char *column_name(enum column_id id)
{
    static const char *const names[COLUMN_COUNT] = {
        [COLUMN_NOMOR] = "nomor",   [COLUMN_KEGIATAN] = "uraian", [COLUMN_PELAKSANA] = "pelaksana",   [COLUMN_KELENGKAPAN] = "kelengkapan",
        [COLUMN_WAKTU] = "waktu",   [COLUMN_OUTPUT] = "output",   [COLUMN_KETERANGAN] = "keterangan",
    };
    return names[id];
}

size_t step_part(const struct sop *s, size_t step)
{
    size_t table = s->steps.v[step].table;
    return table < s->tables.n ? s->tables.v[table].part : 0;
}
