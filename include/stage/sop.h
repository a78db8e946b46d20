/* sop.h: an SOP AP as a typed document. Filled in by the recogniser (from a layout), by the YAML reader and by the BPMN
 * reader; facts are added by checker/analyse/; checker/view/ turns it into the tree that rules see. All of it lives in the
 * document's arena. Names of members follow the words of the XML view where there is no English twin. */
#ifndef PATUH_SOP_H
#define PATUH_SOP_H

#include "base/date.h"
#include "stage/item.h"

/* The six list sections of the identity block, in their usual order. */
enum section_id {
    SECTION_DASAR_HUKUM,
    SECTION_KETERKAITAN,
    SECTION_PERINGATAN,
    SECTION_KUALIFIKASI,
    SECTION_PERALATAN,
    SECTION_PENCATATAN,
    SECTION_COUNT
};

struct section {
    struct item head;      /* text: the label as printed; absent when the section is missing altogether */
    struct items items;    /* the entries, their list markers removed; none when the section is empty */
    struct items markers;  /* the printed marker of each entry, parallel to items; blank where there is none */
};

/* A label as printed (ID015): facts tell whether it is an accepted form. */
struct label {
    struct item item;      /* text: as printed, without its colon */
    const char *meant;     /* name of the element it was understood as: "keterkaitan", "pencatatan-pendataan", … */
    struct str standard;   /* the usual form: "Keterkaitan" */
    bool accepted;         /* printed in one of the accepted forms */
    bool heading;          /* of a step table's column, not of the block */
};
struct labels {
    struct label *v;
    size_t n, cap;
};

struct signature {         /* pengesahan and tanda-tangan */
    struct item head;      /* place of the block; text absent when there is none */
    struct item place_name, date, office, name, rank, nip; /* tempat, tanggal, jabatan, nama, pangkat, nip */
};

/* How the identity block was read: what is not there is missing only where labels stand with their values. */
enum block_reading {
    BLOCK_READ,
    BLOCK_TORN,            /* a converter parted labels from values */
    BLOCK_OTHER            /* the labels are those of another template than Permenpan-RB 35/2012 has */
};

struct identity {
    struct item head;      /* the block as a whole */
    enum block_reading reading;
    struct item agency;    /* instansi: Pemerintah Kabupaten … */
    struct item unit;      /* unit: Dinas … */
    struct item number, name; /* nomor, nama */
    struct item created, revised, effective; /* tanggal-pembuatan, tanggal-revisi, tanggal-efektif */
    bool dates_unread;     /* dates are there, but not which is which: a blank one tells nothing */
    struct signature approval; /* pengesahan */
    struct items other_numbers; /* nomor SOP printed elsewhere: cover, running header, body (ID023) */
    struct items other_titles;  /* the title over the flow table, on the cover (ID011) */
};

/* The columns of a step table that Permenpan-RB 35/2012 asks for. */
enum column_id { COLUMN_NOMOR, COLUMN_KEGIATAN, COLUMN_PELAKSANA, COLUMN_KELENGKAPAN, COLUMN_WAKTU, COLUMN_OUTPUT,
                 COLUMN_KETERANGAN, COLUMN_COUNT };

struct actor {
    struct item item;       /* text: the column's name as printed (or the entry of `pelaksana` in YAML) */
    struct items abbreviations; /* singkatan, declared in YAML */
    size_t identity;        /* set by the analysis of executors: equal for spellings of one executor; NO_INDEX before */
};
struct actors {
    struct actor *v;
    size_t n, cap;
};

/* One page's (or part's) step table: its columns as printed. A YAML definition has one, with every column. */
struct step_table {
    struct item head;
    struct item title;      /* the heading right above it, if any */
    uint32_t page;          /* from 1 among the step tables */
    bool has[COLUMN_COUNT];
    struct actors actors;   /* pelaksana/jabatan*, left to right */
    bool has_marks;         /* at least one executor cell holds a symbol */
    bool marks_readable;    /* set by the analysis of executors: at least half of its steps have a symbol in some column */
    bool after_block;       /* labels of an identity block stand between it and the table before */
    bool drawn;             /* its symbols are shapes of a drawing */
    enum word unread;       /* why its drawing, or part of it, could not be read; WORD_NONE: nothing is known to be lost */
    size_t part;            /* of the flow: phases, variants and annexes are numbered anew, each under a heading of its own */
    bool loose;             /* its columns were found in blanks: an empty cell may be one whose text went astray */
    bool charted;           /* its steps have the symbols of a chart told as text */
    bool chart;             /* it is that chart: there is no table, so no column is missing */
    bool declared;          /* from YAML or BPMN: executors are stated, nothing was drawn, nothing can be lost */
};
struct step_tables {
    struct step_table *v;
    size_t n, cap;
};

/* What stands in an executor's cell. */
enum mark {
    MARK_NONE,
    MARK_TERMINATOR, MARK_PROCESS, MARK_DECISION, MARK_CONNECTOR, /* the five symbols; the fifth is the arrow */
    MARK_ARROW,          /* → ↓ …: shows a flow, no executor */
    MARK_PRESENT,        /* v, x, ✓, ●: somebody does it, the shape is not told */
    MARK_YES, MARK_NO,   /* a label of a decision's exit: Ya, Tidak */
    MARK_OTHER           /* a symbol that is none of the five */
};

struct performer {          /* langkah/pelaksana */
    struct item item;       /* text: what the cell printed ("○", "Ya") or the executor as written in YAML */
    size_t actor;           /* index in the step table's actors; NO_INDEX when it names none */
    enum mark mark;
};
struct performers {
    struct performer *v;
    size_t n, cap;
};

/* How an edge of the flow is known, strongest first. */
enum origin { ORIGIN_DECLARED, ORIGIN_DRAWN, ORIGIN_WORDED, ORIGIN_NOTED, ORIGIN_ORDER,
              ORIGIN_UNSURE /* a line is drawn, but it could lead elsewhere: no edge of the flow */ };

struct flow_exit {          /* langkah/lanjut */
    struct item item;       /* text: the target as written ("4", "selesai", a BPMN id), or the phrase that says so */
    struct str label;       /* ya, tidak, lengkap, …; absent when it has none */
    enum origin origin;
    size_t target;          /* index of the step; NO_INDEX when it ends the flow or the target does not exist */
    bool ends;              /* ends the flow */
    bool back;              /* worded or noted: it goes back, even where the text does not tell to which step */
    bool dashed;            /* drawn: a dashed line, which many use for the way back */
    bool conditional;       /* BPMN: has a condition expression */
    bool fallback;          /* BPMN: the default flow of its source */
};
struct flow_exits {
    struct flow_exit *v;
    size_t n, cap;
};

/* What a step is. In a table and in YAML every step is an activity; in BPMN gateways and events are steps too. */
enum step_kind {
    STEP_ACTIVITY,
    STEP_SUBPROCESS,         /* an activity with a flow of its own inside (node->inside) */
    STEP_EXCLUSIVE, STEP_INCLUSIVE, STEP_PARALLEL, STEP_EVENT_BASED, STEP_COMPLEX, /* gateways, splitting or joining */
    STEP_START, STEP_END, STEP_INTERMEDIATE,
    STEP_BOUNDARY,           /* an event on the border of node->attached: a way out of it without a sequence flow */
    STEP_LINK_THROW, STEP_LINK_CATCH /* connectors: the flow goes on at node->twin */
};

/* What BPMN says of a flow node beyond what a table can say. */
struct flow_node {
    size_t scope;           /* index in sop.scopes */
    size_t inside;          /* sub-process: the scope of its inside; NO_INDEX elsewhere */
    size_t attached;        /* boundary event: index of its activity; NO_INDEX elsewhere, and where it does not exist */
    struct item link;       /* link event: its name */
    size_t twin;            /* link event: the first catch for a throw, the first throw for a catch, of its name in its scope; NO_INDEX */
    bool repeated;          /* a catch that is not the first of its name in its scope */
    uint32_t definitions;   /* event definitions of an event; 0: a blank event */
    bool terminates;        /* end event that ends its whole scope */
    bool interrupts;        /* boundary event, or start event of an event sub-process: what it interrupts does not go on */
    bool compensates;       /* activity for compensation, and the event that leads to it: by an association, not by a sequence flow */
};

/* A flow with starts and ends of its own. BPMN: a process, or the inside of a sub-process. Elsewhere there are none: the
 * steps are one flow. */
struct flow_scope {
    struct item item;       /* text: its name */
    size_t owner;           /* index of its sub-process; NO_INDEX: a process */
    bool event_driven;      /* event sub-process: no flow leads to it, its start event does */
    bool ad_hoc;            /* activities in any order: needs neither starts, ends nor flows */
};
struct flow_scopes {
    struct flow_scope *v;
    size_t n, cap;
};

struct duration; /* checker/analyse/duration.h */

struct step {               /* langkah */
    struct item head;       /* the row; text absent */
    struct item number;     /* nomor, as printed without its full stop */
    struct item activity;   /* uraian */
    struct item title;      /* nama: of a gateway or an event (BPMN), which have no uraian */
    struct item part_title; /* bagian: in YAML, the heading of the part that it belongs to; absent elsewhere */
    struct item symbol_name; /* simbol: as written in YAML; absent where it was drawn or left to the default */
    struct performers performers;
    struct items requirements; /* kelengkapan/butir*: split at list markers and dashes */
    struct item requirement_cell; /* kelengkapan: the cell as a whole (blank: empty; absent: no such column) */
    struct item duration;   /* waktu */
    struct item output, note; /* output, keterangan */
    struct flow_exits exits;
    size_t table;           /* index of its step table */
    enum mark symbol;       /* declared by `simbol`, or the strongest mark of the row; MARK_NONE when unknown */
    enum step_kind kind;
    const struct flow_node *node; /* BPMN only, else NULL */
    const struct duration *time; /* set by the analysis of durations; NULL: none or not measurable */
    bool examines;          /* it examines something and may refuse it; set by the analysis of wording */
    bool cut;               /* a page ended in its row, and what follows on the next one could not be told apart by columns */
    bool merged[COLUMN_COUNT]; /* this column's value was printed in a cell that spans this row and an earlier one */
};
struct steps {
    struct step *v;
    size_t n, cap;
};

/* One edge of the flow as a whole, from whatever source, order included; set by the analysis of the flow. */
struct flow_link {
    size_t from, to;        /* steps; `to` is the number of steps where the flow ends */
    enum origin origin;
    struct str label;       /* absent where it has none */
};
struct flow_links {
    struct flow_link *v;
    size_t n, cap;
};

/* The template that the document follows, as far as its parts tell. */
enum sop_template {
    TEMPLATE_STANDARD,              /* that of Permenpan-RB 35/2012, or nothing says otherwise */
    TEMPLATE_DOCUMENT,              /* the head of a controlled document: No. Dok., No. Rev., Tanggal Terbit, Diperiksa oleh */
    TEMPLATE_CHAPTERS,              /* chapters in place of block and table: Tujuan, Ruang Lingkup, Prosedur */
    TEMPLATE_DECREE                 /* a decree that lays the SOP down: Menimbang, Mengingat, Menetapkan */
};

/* How much of the drawn flow was read. */
enum flow_seen {
    FLOW_UNSEEN,                    /* none of it: a text, a picture, or nothing is drawn */
    FLOW_IN_PART,                   /* lines whose ends are not certain, pages that could not be read */
    FLOW_WHOLE                      /* every line with both its ends: what is not there is not drawn */
};
/* A page break inside the drawn flow, between two steps. */
struct page_turn {
    size_t last, first;             /* steps: the last before it, the first behind it */
    enum { TURN_PLAIN,              /* no line was seen to cross it */
           TURN_PAIRED,             /* page connectors on both sides */
           TURN_LEAVES, TURN_ENTERS, /* a page connector on one side only: before it, behind it */
           TURN_CUT                 /* a line goes over it without connectors */
    } how;
};
struct page_turns {
    struct page_turn *v;
    size_t n, cap;
};

struct sop {
    struct item head;               /* the document as a whole: facts about it hang here */
    bool declared;                  /* a definition: what it does not say is not there */
    bool partial;                   /* only the flow (BPMN): there is no identity block that could lack anything */
    struct identity identity;
    enum sop_template template_kind;
    struct item template_traits;    /* of another template: the labels that show it, as printed; blank: its chapters do */
    struct str template_lacks;      /* labels of Permenpan-RB 35/2012's block that it has not, joined by commas */
    struct section sections[SECTION_COUNT];
    struct labels labels;
    struct step_tables tables;
    bool steps_unread;              /* there is a step table, but a converter made lines of text of it or lost its columns: no steps */
    enum word steps_doubt;          /* why what the step tables say is not certain; WORD_NONE: it is */
    size_t parts;                   /* of the flow; 0 or 1: it has one */
    bool ends_early;                /* the text ends in the identity block: what would come next is not there to be seen */
    bool ends_in_rows;              /* the last thing in the text is a row of a step table */
    struct steps steps;
    enum flow_seen flow_seen;
    enum word flow_reason;          /* why it is not FLOW_WHOLE; WORD_NONE elsewhere */
    bool drawn_start, drawn_end;    /* a terminator in a row without a step leads in, ends the flow */
    struct page_turns turns;        /* of a drawn flow, in their order */
    struct flow_scopes scopes;      /* BPMN only */
    struct flow_links links;        /* sorted by the step they leave */
    struct item stated_total;       /* jumlah-waktu */
    struct item service_time;       /* standar-pelayanan */
    struct signature signature;     /* tanda-tangan */
    struct date date;               /* the document's date, set by the analysis of identities: effective, else made, else signed */
    struct items paragraphs;        /* other running text, for rules on wording */
};

/* Element name of a section in the view ("dasar-hukum"), and of a column ("kelengkapan"). */
const char *section_name(enum section_id id);
const char *column_name(enum column_id id);
/* The part of the flow that a step belongs to; steps of one part stand together. */
size_t step_part(const struct sop *s, size_t step);

#endif
