/* item.h: a value of a document with its place, and the facts that analyses add to it.
 *
 * "Elements are what the document says, attributes are facts." Each element of the XML view has one struct item behind it
 * (view_item of node.h). Analyses add facts to items, the view prints them as attributes, rules ask for them by name.
 * A fact that could not be found out is *unknown with a reason*; one that no analysis mentioned is absent. Never 0 or "". */
#ifndef PATUH_ITEM_H
#define PATUH_ITEM_H

#include "base/source.h"

/* The names of all facts and list facts, made from rules/facts.yaml when the program is built: tanggal-dokumen is F_tanggal_dokumen. */
enum fact_name {
#define FACT(symbol, text) F_##symbol,
#include "stage/facts.def"
#undef FACT
    FACT_COUNT
};
const char *fact_text(enum fact_name name); /* as rules ask for it: "tanggal-dokumen" */

/* One fact. Elements, types and meanings stand in rules/facts.yaml; a test holds every fact that is given against it, and the other way round. */
struct fact {
    enum fact_name name;
    enum word reason;          /* why it is unknown; WORD_NONE when known */
    struct str value;          /* absent when unknown */
    const struct fact *next;
};

/* "No element": an index that refers to nothing. */

struct child;

/* A value. text absent: the document has no such thing. text blank: it has the label and nothing behind it. */
struct item {
    struct str text;
    struct place place;        /* of the value; of the label where the value is blank; of the surroundings where absent */
    const struct fact *facts;
    struct child *children;    /* facts that are lists: elements of their own */
    enum word doubt;           /* why the reading of this element and of all below it has not proved itself (reading.h); WORD_NONE: as
                                * that of the element it stands in */
    bool certain;              /* it proves itself, whatever it stands in: a citation read whole, a figure beside its label */
};

/* A fact that is an element: <nama fakta="…">text</nama> below the item it is about. */
struct child {
    enum fact_name name;
    struct item item;
    struct child *next;
    struct child *last;        /* of the first one: the end of the list */
};

struct items {
    struct item *v;
    size_t n, cap;
};

/* Record a fact (value is copied into the arena unless it lives there already: pass arena or static text).
 * Setting a name again replaces it. fact_setf formats. */
void fact_set(struct arena *a, struct item *item, enum fact_name name, struct str value);
void fact_setf(struct arena *a, struct item *item, enum fact_name name, const char *fmt, ...) PRINTF_LIKE(4, 5);
void fact_int(struct arena *a, struct item *item, enum fact_name name, long long value);
/* "ya" or "tidak": the two truth values of the view. */
void fact_bool(struct arena *a, struct item *item, enum fact_name name, bool value);
void fact_unknown(struct arena *a, struct item *item, enum fact_name name, enum word reason);
/* The fact of that name; NULL when absent. fact_called: by its text. */
const struct fact *fact_find(const struct item *item, enum fact_name name);
const struct fact *fact_called(const struct item *item, const char *text);
/* Appends a child element after the ones that are there and gives its item (text copied, place as given). */
struct item *fact_child(struct arena *a, struct item *item, enum fact_name name, struct str text, struct place place);

/* The place of bytes [begin, end) of the item's text: exact where the text stands verbatim in the source, else the item's own. */
struct place place_of_part(const struct source *s, const struct item *item, size_t begin, size_t end);

#endif
