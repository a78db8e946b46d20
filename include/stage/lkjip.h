/* lkjip.h: an LKjIP (performance report) as a typed document. Filled in by the recogniser (from a layout) or by the YAML reader;
 * facts are added by checker/analyse/; checker/view/lkjip.c turns it into the tree that rules see. Lives in the document's arena.
 * Every printed figure stays text here; number.c of the analyses reads it, with the marks that its column uses. */
#ifndef PATUH_LKJIP_H
#define PATUH_LKJIP_H

#include "base/date.h"
#include "stage/item.h"

struct number;             /* checker/analyse/number.h */

/* A printed figure. The text is the cell as printed ("85,80%", "Rp. 1.200.000,-", "-", "BB"). */
struct figure {
    struct item item;
    const struct number *number; /* set by the analysis of numbers; NULL: blank, not a figure, or ambiguous */
};

/* Which table a row was printed in: for columns' number marks, for places, and to compare tables. */
enum lkjip_table { LKJIP_AGREEMENT, LKJIP_MEASUREMENT, LKJIP_COMPARISON, LKJIP_TARGET_END, LKJIP_STANDARD, LKJIP_BUDGET,
                    LKJIP_EFFICIENCY, LKJIP_SCALE, LKJIP_OTHER };

struct indicator {         /* indikator */
    struct item head;      /* the row */
    struct item name;      /* nama */
    struct item unit;      /* satuan */
    struct item direction; /* arah: naik | turun as declared; absent when not */
    struct figure target, realisasi, capaian;
    struct item category;  /* kategori */
    struct item ratio;     /* pembentuk: a printed n/m behind the realisasi (CK014) */
    size_t goal;           /* index of its sasaran in the same group; NO_INDEX: none printed */
};
struct indicators {
    struct indicator *v;
    size_t n, cap;
};
struct goal {              /* sasaran */
    struct item name;
    struct figure mean;    /* rata-rata of its indicators, where printed */
};
struct goals {
    struct goal *v;
    size_t n, cap;
};

/* One table of indicators: the Perjanjian Kinerja, or a measurement of it. Tables that go on over pages are one. */
struct indicator_table {
    struct item head;      /* caption or heading; place of the table */
    enum lkjip_table kind; /* LKJIP_AGREEMENT or LKJIP_MEASUREMENT */
    int year;              /* of the figures, from caption or heading; 0: unknown */
    size_t region;         /* of the document's regions, from 1; 0: a definition */
    bool in_appendix;      /* stands in a Lampiran */
    bool loose, unclear;   /* its columns were found in blanks; its heading leaves open what a column of figures is */
    bool torn;             /* cells of its rows went astray: a name may be a part of one, and what it lacks may have been lost */
    struct goals goals;
    struct indicators rows;
    struct figure mean;    /* rata-rata over all */
};
struct indicator_tables {
    struct indicator_table *v;
    size_t n, cap;
};

/* What a figure of an indicator is; OPEN: realisasi or capaian, a sentence leaves it open. */
enum measured { MEASURED_NONE, MEASURED_TARGET, MEASURED_REALISASI, MEASURED_CAPAIAN, MEASURED_OPEN };

/* A figure of one year in a comparison. */
struct year_figure {
    int year;
    enum measured what;
    struct figure figure;
};
struct year_figures {
    struct year_figure *v;
    size_t n, cap;
};
struct comparison {        /* perbandingan: one indicator over years, against the plan's end or a standard */
    struct item head, name, unit;
    struct year_figures years;
    struct figure end_target, end_capaian; /* target-akhir */
    int end_year;
    struct figure standard, standard_capaian; /* standar-nasional */
    size_t region;         /* of the document's regions, from 1; 0: a definition */
    bool loose, unclear;   /* as of indicator_table */
    struct item standard_source;
    struct figure growth;  /* kenaikan/penurunan as printed */
    struct item growth_unit; /* "poin", "%", as printed */
};
struct comparisons {
    struct comparison *v;
    size_t n, cap;
};

/* A row of a budget table. level: 0 total (Jumlah), 1 program, 2 kegiatan, 3 sub kegiatan; -1: the table does not tell levels. */
struct budget_row {
    struct item head, name;
    int level;
    bool total;            /* a Jumlah/Total row: of the rows since the last total of its level, or of the whole table */
    struct figure pagu, realisasi, percent, rest; /* rest: sisa */
    struct figure capaian; /* performance printed beside the money, in tables of efficiency */
    struct figure efficiency;
    bool share_judged, share_right; /* the printed percentage against the money; set by the analysis of budgets */
};
struct budget_rows {
    struct budget_row *v;
    size_t n, cap;
};
struct budget_table {
    struct item head;
    enum lkjip_table kind; /* LKJIP_BUDGET, LKJIP_EFFICIENCY, or LKJIP_AGREEMENT for the money part of a PK */
    int year;
    size_t region;         /* of the document's regions, from 1; 0: a definition */
    bool in_appendix;
    bool loose;            /* its columns were found in blanks: rows of it may have been lost */
    bool unclear;          /* its heading leaves open what a column of figures is */
    bool levels_told;      /* programmes and kegiatan stand in columns of their own */
    bool sums_right;       /* set by the analysis: the rows of some programme, or of the whole, add up */
    int below;             /* the one level below a program that the heading names (2 kegiatan, 3 sub kegiatan); 0: none, or both */
    int64_t unit;          /* what 1 as printed stands for, in rupiah: 1000 in "dalam ribuan"; 0: the table does not say */
    struct budget_rows rows;
};
struct budget_tables {
    struct budget_table *v;
    size_t n, cap;
};

/* Any other table with a Jumlah/Total row (CK017). */
struct sum_column {
    struct item name;
    struct { struct figure *v; size_t n, cap; } cells; /* one a row */
    struct figure total;
};
struct sum_table {
    struct item head;
    struct { struct sum_column *v; size_t n, cap; } columns;
};
struct sum_tables {
    struct sum_table *v;
    size_t n, cap;
};

struct band {              /* skala: one band as printed */
    struct item name;
    struct figure from, to; /* absent: open */
    bool from_open, to_open; /* the printed bound itself is outside (> 85) */
};
struct bands {
    struct band *v;
    size_t n, cap;
};

struct subchapter {
    struct item title, text; /* text: its running text, paragraphs joined by '\n' */
    uint32_t level;
};
struct subchapters {
    struct subchapter *v;
    size_t n, cap;
};
struct chapter {           /* bab */
    struct item title;
    int number;            /* 1..4 from "BAB I" …; 0: none printed */
    struct item text;      /* running text before the first subchapter */
    struct subchapters parts;
    bool open;             /* a page between it and the next one could not be read: what it lacks may stand there */
};
struct chapters {
    struct chapter *v;
    size_t n, cap;
};

enum numbered_kind { NUMBERED_NONE, NUMBERED_TABLE, NUMBERED_PICTURE, NUMBERED_APPENDIX, NUMBERED_KINDS };

/* A caption or a reference to one: "Tabel 3.1", "Lampiran 4", "Gambar 2". */
struct numbered {
    struct item item;      /* as printed, title included */
    enum numbered_kind what;
    struct str number;     /* "3.1" */
    bool reference;        /* the text refers to it; else it stands here */
    bool listed;           /* stands in the list of tables at the front */
};
struct numbereds {
    struct numbered *v;
    size_t n, cap;
};

/* A sentence that states a figure. The analysis ties it to its indicator. */
struct statement {         /* narasi */
    struct item item;      /* the sentence */
    size_t chapter;        /* NO_INDEX: none */
};
struct statements {
    struct statement *v;
    size_t n, cap;
};

/* An item of a printed list: its marker, and what stands behind it. */
struct list_mark {
    struct item marker;
    struct str text;
    size_t list;           /* items of one list have the same */
    uint32_t depth;
};
struct list_marks {
    struct list_mark *v;
    size_t n, cap;
};

struct lkjip {
    struct item head;
    struct {
        struct item head, agency, entity_type, year, date, place_name, office, name, nip;
        struct item amended; /* perubahan: ya | tidak, of a Perjanjian Kinerja */
    } identity;            /* instansi, jenis-entitas, tahun, tanggal, … */
    struct items year_mentions; /* cover, running headers, headings, captions that name a reporting year (LS007) */
    struct chapters chapters;
    struct item summary;   /* ikhtisar-eksekutif: absent when there is none */
    struct items appendices; /* lampiran */
    struct item agreement_date; /* of the signature below a Perjanjian Kinerja among them; absent: none */
    struct indicator_tables agreements, measurements;
    struct comparisons comparisons;
    struct budget_tables budgets;
    struct sum_tables sums;
    struct { struct item head, down, cap, text; } formula; /* rumus: turun (2t-r | t/r), batas; text: as the report words it */
    struct item scale_head;
    struct bands scale;
    struct numbereds numbered;
    struct statements statements;
    struct items paragraphs; /* all running text in order, for spelling, leftovers and lists */
    struct { struct unread_table { struct item head; bool money; } *v; size_t n, cap; } tables_unread; /* tables whose figures are not where they belong */
    struct items table_texts; /* of the tables that are not of money: all that stands in one, row by row, on one line; place of the first row */
    struct list_marks list_marks; /* of the lists in the running text, in order (BH004) */
    struct item pk_path, last_year_path; /* `pk`, `tahun-lalu` of a definition; absent */
    const struct lkjip *pk, *last_year; /* the other documents, once read; NULL: not given */
    bool front_open, end_open; /* nothing shows that the text begins, or ends, where the report does; never of a definition */
    bool unread;           /* pages of it could not be read as they are printed */
    struct str other;      /* by its title it is another kind of document: "Renstra"; absent: none */
    bool other_norm;       /* that is a regulation or a decree */
    bool is_pk;            /* the document is a Perjanjian Kinerja (patuh: pk/1, or recognised as one), not a report */
};

#endif
