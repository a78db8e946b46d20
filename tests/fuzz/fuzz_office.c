/* Fuzz target of the readers of office packages: parts of a package as they are (the archive itself is libzip's), whatever the kind.
 * The input is a package, or, where it is none, the XML of the main part of one of each kind. */
#include <string.h>

#include <zip.h>

#include "fuzz.h"
#include "stage/read.h"

static struct str package(const char *const *parts, const uint8_t *data, size_t size)
{
    zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_source_keep(out);
    zip_t *z = zip_open_from_source(out, ZIP_TRUNCATE, NULL);
    for (; *parts; parts += 2) {
        const void *bytes = parts[1] ? (const void *)parts[1] : data;
        zip_int64_t i = zip_file_add(z, parts[0], zip_source_buffer(z, bytes, parts[1] ? strlen(parts[1]) : size, 0), 0);
        zip_set_file_compression(z, (zip_uint64_t)i, ZIP_CM_STORE, 0);
    }
    need(zip_close(z) == 0);
    zip_stat_t st;
    zip_source_stat(out, &st);
    char *p = malloc((size_t)st.size + 1);
    zip_source_open(out);
    zip_source_read(out, p, st.size);
    zip_source_close(out);
    zip_source_free(out);
    return (struct str){p, (size_t)st.size};
}

static void read_bytes(struct str bytes)
{
    struct arena *a = arena_new();
    struct limits limits;
    struct source s = {.path = STR("fuzz"), .raw = bytes};
    struct reading out = {0};
    struct trouble why = {0};
    limits_default(&limits);
    enum rc rc = read_source(a, &s, &limits, &out, &why);
    need(rc == RC_OK ? (out.layout != NULL) != (out.document != NULL) : why.message != WORD_NONE);
    arena_free(out.pages);
    arena_free(a);
}

#define TYPES "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/m.xml' ContentType='"
#define TOP "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='x/officeDocument' Target='m.xml'/></Relationships>"
#define BOOK "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>" \
             "<sheets><sheet name='A' r:id='s'/></sheets></workbook>"
#define RELS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='s' Type='x/worksheet' Target='s.xml'/></Relationships>"

/* Programs of others are not what is tried: none is found. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    return unsetenv("PATH");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const word[] = {"[Content_Types].xml", TYPES "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
                                       "_rels/.rels", TOP, "m.xml", NULL, NULL};
    static const char *const excel[] = {"[Content_Types].xml", TYPES "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>",
                                        "_rels/.rels", TOP, "m.xml", BOOK, "_rels/m.xml.rels", RELS, "s.xml", NULL, NULL};
    static const char *const calc[] = {"mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", NULL, NULL};
    static const char *const writer[] = {"mimetype", "application/vnd.oasis.opendocument.text", "content.xml", NULL, NULL};
    static const char *const *const kinds[] = {word, excel, calc, writer};
    if (size > 4 && memcmp(data, "PK", 2) == 0) {
        char *copy = malloc(size);
        memcpy(copy, data, size);
        read_bytes((struct str){copy, size});
        free(copy);
        return 0;
    }
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct str bytes = package(kinds[i], data, size);
        read_bytes(bytes);
        free((char *)(uintptr_t)bytes.p);
    }
    return 0;
}
