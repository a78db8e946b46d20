/* Fuzz target of the readers of office packages: parts of a package as they are (the archive itself is libzip's), whatever the kind.
 * The input is a package, or, where it is none, the XML of the main part of one of each kind. */
#include <string.h>

#include "../pack_kit.h"
#include "fuzz.h"
#include "stage/read.h"

static void store(zip_t *z)
{
    for (zip_int64_t i = 0; i < zip_get_num_entries(z, 0); i++) zip_set_file_compression(z, (zip_uint64_t)i, ZIP_CM_STORE, 0);
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
    const struct str raw = {(const char *)data, size};
    const struct part word[] = {{"[Content_Types].xml", TYPES "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"},
                                {"_rels/.rels", TOP}, {"m.xml", raw.p}};
    const struct part excel[] = {{"[Content_Types].xml", TYPES "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"},
                                 {"_rels/.rels", TOP}, {"m.xml", BOOK}, {"_rels/m.xml.rels", RELS}, {"s.xml", raw.p}};
    const struct part calc[] = {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", raw.p}};
    const struct part writer[] = {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", raw.p}};
    const struct { const struct part *v; size_t n; } kinds[] = {{word, COUNT(word)}, {excel, COUNT(excel)}, {calc, COUNT(calc)}, {writer, COUNT(writer)}};
    if (size > 4 && memcmp(data, "PK", 2) == 0) {
        char *copy = malloc(size);
        memcpy(copy, data, size);
        read_bytes((struct str){copy, size});
        free(copy);
        return 0;
    }
    if (!size) return 0;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct str bytes = pack_n(kinds[i].v, kinds[i].n, raw, store);
        read_bytes(bytes);
        free((char *)(uintptr_t)bytes.p);
    }
    return 0;
}
