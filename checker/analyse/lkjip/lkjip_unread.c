/* Tables that a converter ran together into lines: "No Sasaran Strategis Indikator Kinerja Satuan Target Realisasi Capaian 1 …". */
#include "language/token.h"
#include "analyse/lkjip/lkjip_facts.h"

enum head { HEAD_NUMBER = 1, HEAD_UNIT = 2, HEAD_GOAL = 4, HEAD_INDICATOR = 8, HEAD_TARGET = 16, HEAD_REALISASI = 32, HEAD_CAPAIAN = 64, HEAD_PAGU = 128, HEAD_PROGRAM = 256 };

/* In the order of enum head; the words behind each key of `run-headings` of rules/vocabulary/lkjip-content.yaml. */
static const char *const keys[RUN_HEADINGS] = {"nomor", "satuan", "sasaran", "indikator", "target", "realisasi", "capaian", "pagu", "program"};

void lkjip_run_headings_load(struct word_file *f, struct lkjip_content *c)
{
    for (size_t i = 0; i < RUN_HEADINGS; i++) c->run_headings[i] = word_file_set(f, yaml_get(f->root, "run-headings"), keys[i]);
}

static unsigned head_of(const struct lkjip_content *c, struct str low)
{
    for (size_t i = 0; i < RUN_HEADINGS; i++)
        if (wordset_has(&c->run_headings[i], low)) return 1u << i;
    return 0;
}

static bool all(unsigned heads, unsigned wanted) { return (heads & wanted) == wanted; }

/* A run of headings tells what its table was; a title ("Realisasi Anggaran Program") has neither number nor unit. */
static void run_ends(unsigned heads, struct unread_tables *unread)
{
    bool table = heads & (HEAD_NUMBER | HEAD_UNIT);
    unread->performance |= all(heads, HEAD_TARGET | HEAD_REALISASI | HEAD_CAPAIAN) || (table && all(heads, HEAD_TARGET | HEAD_REALISASI));
    unread->money |= table && all(heads, HEAD_PAGU | HEAD_REALISASI);
    unread->agreement |= table && all(heads, HEAD_INDICATOR | HEAD_TARGET) && !(heads & (HEAD_REALISASI | HEAD_CAPAIAN));
}

/* "1 2 3 4" below the headings. */
static bool columns_numbered(const struct lexemes *t, size_t k)
{
    return k + 2 < t->n && str_eqz(t->v[k].low, "1") && str_eqz(t->v[k + 1].low, "2") && str_eqz(t->v[k + 2].low, "3");
}

static void all_unknown(struct arena *a, struct item *x, const enum fact_name *names, size_t n)
{
    for (size_t i = 0; i < n; i++) fact_unknown(a, x, names[i], W_reason_table_unread);
}

/* What such a table held cannot be checked: its place, and facts of its rows that are not known. */
static void tell_unread(struct arena *a, struct lkjip *l, const struct item *paragraph, const struct unread_tables *here)
{
    if (here->performance) {
        struct item *x = fact_child(a, &l->head, F_pengukuran_lepas, STR_ABSENT, paragraph->place);
        fact_set(a, x, F_capaian_tanpa, STR("tidak"));
        all_unknown(a, x, (const enum fact_name[]){F_hitungan, F_seharusnya, F_perbaikan, F_baris_sesuai, F_baris_dihitung}, 5);
    }
    if (here->money) {
        struct item *x = fact_child(a, &l->head, F_anggaran_lepas, STR_ABSENT, paragraph->place);
        (void)fact_child(a, x, F_persen, STR_ABSENT, paragraph->place);
        all_unknown(a, x, (const enum fact_name[]){F_serapan, F_serapan_hitung, F_perbaikan, F_baris_sesuai, F_baris_dihitung}, 5);
    }
}

struct unread_tables lkjip_unread_tables(struct arena *a, const struct lkjip_content *c, struct lkjip *l)
{
    struct unread_tables unread = {false, false, false};
    struct lexemes t = {0};
    for (size_t i = 0; i < l->tables_unread.n; i++) {
        const struct unread_tables here = {.performance = !l->tables_unread.v[i].money, .money = l->tables_unread.v[i].money};
        tell_unread(a, l, &l->tables_unread.v[i].head, &here);
        unread.performance |= here.performance;
        unread.money |= here.money;
    }
    for (size_t i = 0; i < l->paragraphs.n; i++) {
        struct str text = l->paragraphs.v[i].text;
        struct unread_tables here = {false, false, false};
        unsigned run = 0;
        if (str_ifind(text, STR("target"), 0) == SIZE_MAX && str_ifind(text, STR("realisasi"), 0) == SIZE_MAX) continue;
        lexemes_split(a, &t, text);
        for (size_t k = 0; k < t.n; k++) {
            if (wordset_has(&c->headings, t.v[k].low)) run |= head_of(c, t.v[k].low);
            else if (run) run_ends(run | (columns_numbered(&t, k) ? HEAD_NUMBER : 0), &here), run = 0;
        }
        run_ends(run, &here);
        tell_unread(a, l, &l->paragraphs.v[i], &here);
        unread.agreement |= here.agreement;
        unread.performance |= here.performance;
        unread.money |= here.money;
    }
    return unread;
}
