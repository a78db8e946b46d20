/* The build of the document: labels, columns of the step tables, numbers of the steps, pages whose symbols were lost. */
#include <string.h>

#include "base/chars.h"
#include "analyse/analyst.h"

static bool upper_only(struct str s)
{
    bool upper = false;
    for (size_t i = 0; i < s.n; i++) {
        if (is_lower(s.p[i])) return false;
        upper = upper || is_upper(s.p[i]);
    }
    return upper;
}

/* The usual form, in capitals where the printed one is. */
static struct str in_case_of(struct arena *a, struct str standard, struct str printed)
{
    if (!upper_only(printed)) return standard;
    char *p = arena_strz(a, standard);
    for (size_t i = 0; i < standard.n; i++)
        p[i] = upper_of(p[i]);
    return (struct str){p, standard.n};
}

static void label_facts(struct arena *a, struct sop *s)
{
    for (size_t i = 0; i < s->labels.n; i++) {
        struct label *l = &s->labels.v[i];
        fact_set(a, &l->item, F_bagian, str_of(l->meant));
        fact_set(a, &l->item, F_baku, in_case_of(a, l->standard, l->item.text));
        fact_bool(a, &l->item, F_diterima, l->accepted);
    }
}

/* ---- sections ------------------------------------------------------------------------------------------------- */

/* The word stands in the text with a capital: perhaps a label that could not be told from what is around it. */
static bool printed_somewhere(const struct document *d, struct str word)
{
    if (!d->source || !d->source->text.p) return false;
    struct str text = d->source->text;
    for (size_t at = 0; (at = str_ifind(text, word, at)) != SIZE_MAX; at++)
        if (is_upper(text.p[at])) return true;
    return false;
}

static void section_facts(struct arena *a, struct document *d)
{
    static const char *const words[SECTION_COUNT] = {
        [SECTION_KETERKAITAN] = "keterkaitan",   [SECTION_PERINGATAN] = "peringatan",   [SECTION_KUALIFIKASI] = "kualifikasi",
        [SECTION_PERALATAN] = "peralatan",       [SECTION_PENCATATAN] = "pencatatan",
    };
    enum word reason;
    for (int i = 0; i < SECTION_COUNT; i++) {
        struct section *s = &d->sop->sections[i];
        if (!words[i]) continue;
        bool declared = d->reader && strcmp(d->reader, "yaml") == 0;
        if (!s->items.n && !s->head.text.p && !declared && printed_somewhere(d, str_of(words[i])))
            fact_unknown(a, &s->head, F_kosong, W_reason_label_unread);
        else if (!s->items.n && block_unread(d->sop, &reason)) fact_unknown(a, &s->head, F_kosong, reason);
        else fact_bool(a, &s->head, F_kosong, s->items.n == 0);
    }
}

/* ---- columns -------------------------------------------------------------------------------------------------- */

static void add_missing(struct arena *a, struct step_table *t, enum column_id c)
{
    static const char *const names[COLUMN_COUNT] = {
        [COLUMN_KEGIATAN] = "Kegiatan", [COLUMN_PELAKSANA] = "Pelaksana", [COLUMN_KELENGKAPAN] = "Kelengkapan", [COLUMN_WAKTU] = "Waktu", [COLUMN_OUTPUT] = "Output",
    };
    fact_child(a, &t->head, F_kolom_hilang, str_of(names[c]), t->head.place);
}

static void table_facts(struct arena *a, struct sop *s, const struct unread_pages *unread)
{
    for (size_t i = 0; i < s->tables.n && s->parts > 1; i++) fact_int(a, &s->tables.v[i].head, F_bagian, (long long)s->tables.v[i].part + 1);
    if (s->steps_unread) fact_unknown(a, &s->head, F_ada_langkah, W_reason_steps_unread);
    else if (s->ends_early) fact_unknown(a, &s->head, F_ada_langkah, W_reason_text_ends);
    else if (!s->tables.n && !s->steps.n && unread->n) fact_unknown(a, &s->head, F_ada_langkah, W_reason_pages_unread);
    else if (!s->tables.n && !s->steps.n && s->identity.head.doubt != WORD_NONE) fact_unknown(a, &s->head, F_ada_langkah, s->identity.head.doubt);
    else fact_bool(a, &s->head, F_ada_langkah, (s->tables.n && !s->declared) || s->steps.n);
    fact_bool(a, &s->head, F_definisi, s->declared);
}

/* A column that every page lacks is missing once. Number and remarks may be missing. */
static void column_facts(struct arena *a, struct sop *s)
{
    if (s->template_kind == TEMPLATE_DOCUMENT || s->template_kind == TEMPLATE_CHAPTERS) return; /* ID025 has said that the form is another */
    for (int c = COLUMN_KEGIATAN; c <= COLUMN_OUTPUT; c++) {
        size_t have = 0;
        for (size_t i = 0; i < s->tables.n; i++) have += s->tables.v[i].has[c];
        for (size_t i = 0; i < s->tables.n; i++) {
            if (s->tables.v[i].has[c] || s->tables.v[i].chart || (!have && i > 0)) continue;
            add_missing(a, &s->tables.v[i], (enum column_id)c);
        }
    }
}

/* ---- numbers -------------------------------------------------------------------------------------------------- */

/* "12", "2a": the number and what follows it. */
static bool number_of(struct str s, uint64_t *n, struct str *suffix)
{
    size_t k = 0;
    while (k < s.n && is_digit(s.p[k])) k++;
    *suffix = str_slice(s, k, s.n);
    return suffix->n <= 2 && str_u64(str_slice(s, 0, k), n);
}

/* A new flow may count from one again: behind an identity block, or on a page with a title, of its own. */
static bool starts_again(const struct sop *s, const struct step *last, const struct step *step)
{
    if (last->table != step->table && step->table < s->tables.n && last->table < s->tables.n &&
        (s->tables.v[step->table].after_block || s->tables.v[step->table].part != s->tables.v[last->table].part)) return true;
    const struct item *before = last->table < s->tables.n ? &s->tables.v[last->table].title : NULL;
    const struct item *title = step->table < s->tables.n ? &s->tables.v[step->table].title : NULL;
    return last->table != step->table && before && title && title->text.n && !str_ieq(title->text, before->text);
}

struct counting {
    const struct step *last;
    uint64_t number, repeated; /* repeated: how often in a row its number stood again */
    struct str suffix;
};

static void order_of(struct arena *a, const struct sop *s, struct counting *c, struct step *t)
{
    uint64_t n = 0;
    struct str suffix;
    if (!number_of(t->number.text, &n, &suffix)) {
        fact_unknown(a, &t->number, F_urutan, W_reason_step_number);
        return;
    }
    const char *order = "urut";
    bool restart = c->last && n == 1 && starts_again(s, c->last, t);
    if (!c->last) order = n == 1 || n == 0 ? "urut" : "lompat";
    else if (restart) order = "urut";
    else if (n > c->number + 1 + c->repeated) order = "lompat"; /* what goes on behind "2, 2" with 4 has counted rightly */
    else if (n == c->number && str_eq(suffix, c->suffix)) order = "ulang";
    else if (n < c->number) order = "mundur";
    uint64_t repeated = strcmp(order, "ulang") == 0 ? c->repeated + 1 : 0;
    fact_set(a, &t->number, F_urutan, str_of(order));
    if (strcmp(order, "urut") != 0) {
        fact_setf(a, &t->number, F_seharusnya, "%llu", (unsigned long long)c->number + 1);
        if (c->last) fact_set(a, &t->number, F_sebelumnya, c->last->number.text);
    }
    *c = (struct counting){t, n, repeated, suffix};
}

static void number_facts(struct arena *a, struct sop *s)
{
    struct counting c = {NULL, 0, 0, STR("")};
    bool any = false;
    for (size_t i = 0; i < s->steps.n; i++) any = any || !str_blank(s->steps.v[i].number.text);
    for (size_t i = 0; i < s->steps.n; i++) {
        struct step *t = &s->steps.v[i];
        if (!t->number.text.p || t->merged[COLUMN_NOMOR] || t->node) continue;
        if (!str_blank(t->number.text)) order_of(a, s, &c, t);
        else if (any) fact_set(a, &t->number, F_urutan, STR("kosong"));
        else fact_unknown(a, &t->number, F_urutan, W_reason_step_number);
    }
}

/* ---- pages without symbols ------------------------------------------------------------------------------------ */

static bool flow_unread(const struct step_table *t) { return !t->declared && t->actors.n && !t->marks_readable; }

static void add_number(struct arena *a, struct buf *b, const struct step *t, size_t i)
{
    if (b->n) buf_z(b, ", ");
    if (t->number.text.n) buf_str(b, t->number.text);
    else buf_str(b, arena_printf(a, "%zu", i + 1));
}

static void add_page(struct arena *a, struct sop *s, const struct step_table *t, bool whole, struct buf *numbers)
{
    struct item *page = fact_child(a, &s->head, F_halaman_tanpa_simbol, STR(""), t->head.place);
    fact_int(a, page, F_halaman, (long long)t->page);
    fact_bool(a, page, F_seluruh, whole);
    fact_set(a, page, F_langkah, arena_str(a, buf_view(numbers)));
    numbers->n = 0;
}

/* One for the whole document where no page could be read, else one for each page that could not. */
static void pages_unread(struct arena *a, struct sop *s)
{
    struct buf numbers = BUF_INIT;
    bool whole = true, any = false;
    const struct step_table *first = NULL;
    for (size_t i = 0; i < s->steps.n && whole; i++) {
        const struct step *t = &s->steps.v[i];
        if (t->table < s->tables.n && s->tables.v[t->table].actors.n) whole = flow_unread(&s->tables.v[t->table]);
    }
    for (size_t i = 0; i < s->steps.n; i++) { /* the steps of a page stand together */
        const struct step *t = &s->steps.v[i];
        const struct step_table *page = t->table < s->tables.n ? &s->tables.v[t->table] : NULL;
        if (!page || !flow_unread(page)) continue;
        if (!any) first = page;
        any = true;
        add_number(a, &numbers, t, i);
        bool last = i + 1 == s->steps.n || s->steps.v[i + 1].table != t->table;
        if (last && !whole) add_page(a, s, page, false, &numbers);
    }
    if (whole && any) add_page(a, s, first, true, &numbers);
    buf_free(&numbers);
}

/* ---- another template ------------------------------------------------------------------------------------------- */

static void template_facts(struct arena *a, struct sop *s)
{
    static const char *const kinds[] = {[TEMPLATE_DOCUMENT] = "dokumen", [TEMPLATE_CHAPTERS] = "bab", [TEMPLATE_DECREE] = "keputusan"};
    if (s->template_kind == TEMPLATE_STANDARD) return;
    struct item *t = fact_child(a, &s->head, F_templat_lain, s->template_traits.text, s->template_traits.place);
    t->certain = true;
    fact_set(a, t, F_bentuk_templat, str_of(kinds[s->template_kind]));
    fact_set(a, t, F_tidak_memuat, s->template_lacks);
}

void analyse_structure(struct arena *a, struct analyst *x, struct document *d)
{
    (void)x;
    label_facts(a, d->sop);
    section_facts(a, d);
    table_facts(a, d->sop, &d->unread);
    column_facts(a, d->sop);
    number_facts(a, d->sop);
    pages_unread(a, d->sop);
    template_facts(a, d->sop);
}
