/* The keys of an LKjIP definition and of a Perjanjian Kinerja (pk/1), and values with a shape of their own. */
#include <string.h>

#include "base/chars.h"
#include "read/yaml/yaml_lkjip.h"

/* A map whose keys fill the same structure as those around it. */
#define SAME(type, word, of) {.name = {word, sizeof(word) - 1}, .take = take_map, .inner = &(of), .shape = VALUE_MAP}
#define LIST(type, word, member, of, how, element) {KEY(type, word, member), .take = take_maps, .inner = &(of), .make = (how), .size = sizeof(element), .shape = VALUE_MAPS}
#define MAKE(name, list, element)                                                      \
    static void *name(struct arena *a, void *member, size_t n)                         \
    {                                                                                  \
        list *l = member;                                                              \
        *l = (list){arena_alloc(a, n * sizeof(element)), n, n};                        \
        return l->v;                                                                   \
    }
MAKE(make_indicators, struct indicators, struct indicator)
MAKE(make_goals, struct goal_groups, struct goal_group)
MAKE(make_budgets, struct budget_groups, struct budget_group)
MAKE(make_subchapters, struct subchapters, struct subchapter)
MAKE(make_chapters, struct chapters, struct chapter)
MAKE(make_bands, struct bands, struct band)
MAKE(make_comparisons, struct comparisons, struct comparison)
MAKE(make_sum_tables, struct sum_tables, struct sum_table)

/* The lists of columns and cells have no names of their own. */
static void *make_columns(struct arena *a, void *member, size_t n)
{
    struct sum_table *t = (struct sum_table *)(void *)((char *)member - offsetof(struct sum_table, columns));
    t->columns.v = arena_alloc(a, n * sizeof *t->columns.v);
    t->columns.n = t->columns.cap = n;
    return t->columns.v;
}

static take_fn take_paragraphs, take_cells, take_year, take_printed_year, take_bound, take_years, take_headed, take_statements;

static const struct choice entities[] = {
    {{"kementerian-lembaga", 19}, "kementerian|lembaga|k/l"}, {{"provinsi", 8}, "propinsi|pemerintah provinsi"},
    {{"kabupaten-kota", 14}, "kabupaten|kota|pemerintah kabupaten|pemerintah kota"}, {{"perangkat-daerah", 16}, "opd|skpd|dinas|badan|perangkat daerah"},
};
static const struct choice yes_no[] = {{{"ya", 2}, "yes|true|benar"}, {{"tidak", 5}, "no|false|bukan"}};
static const struct choice directions[] = {{{"naik", 4}, "atas|ke atas|maksimal|maximize|up|positif"}, {{"turun", 5}, "bawah|ke bawah|minimal|minimize|down|negatif"}};
static const struct choice formulas[] = {{{"2t-r", 4}, "(2t-r)/t|2t - r"}, {{"t/r", 3}, "t:r"}};

static const struct key identity_keys[] = {
    TEXT(struct lkjip, "instansi", identity.agency), CHOICE(struct lkjip, "jenis-entitas", identity.entity_type, entities),
    OWN(struct lkjip, "tahun", identity.year, take_printed_year, VALUE_TEXT),      TEXT(struct lkjip, "tempat", identity.place_name),
    TEXT(struct lkjip, "tanggal", identity.date),    CHOICE(struct lkjip, "perubahan", identity.amended, yes_no),
    TEXT(struct lkjip, "jabatan", identity.office),  TEXT(struct lkjip, "nama", identity.name),
    TEXT(struct lkjip, "nip", identity.nip),
};
static const struct schema schema_identity = SCHEMA(identity_keys, struct lkjip, identity.head);

static const struct key subchapter_keys[] = {
    TEXT(struct subchapter, "judul", title),
    OWN(struct subchapter, "isi", text, take_paragraphs, VALUE_TEXTS),
};
static const struct schema schema_subchapter = SCHEMA(subchapter_keys, struct subchapter, title);

static const struct key chapter_keys[] = {
    TEXT(struct chapter, "judul", title),
    OWN(struct chapter, "isi", text, take_paragraphs, VALUE_TEXTS),
    LIST(struct chapter, "subbab", parts, schema_subchapter, make_subchapters, struct subchapter),
};
static const struct schema schema_chapter = SCHEMA(chapter_keys, struct chapter, title);

static const struct key indicator_keys[] = {
    TEXT(struct indicator, "nama", name),           TEXT(struct indicator, "satuan", unit),    CHOICE(struct indicator, "arah", direction, directions),
    TEXT(struct indicator, "target", target),       TEXT(struct indicator, "realisasi", realisasi),
    TEXT(struct indicator, "capaian", capaian),     TEXT(struct indicator, "kategori", category),
    TEXT(struct indicator, "pembentuk", ratio),
};
static const struct schema schema_indicator = SCHEMA(indicator_keys, struct indicator, head);

static const struct key goal_keys[] = {
    TEXT(struct goal_group, "sasaran", goal.name),
    TEXT(struct goal_group, "nama", goal.name),
    LIST(struct goal_group, "indikator", rows, schema_indicator, make_indicators, struct indicator),
    TEXT(struct goal_group, "rata-rata", goal.mean),
};
static const struct schema schema_goal = SCHEMA(goal_keys, struct goal_group, head);

#define MONEY_KEYS                                                                                                             \
    TEXT(struct budget_group, "nama", row.name), TEXT(struct budget_group, "pagu", row.pagu),                                  \
    TEXT(struct budget_group, "realisasi", row.realisasi), TEXT(struct budget_group, "persen", row.percent),                   \
    TEXT(struct budget_group, "sisa", row.rest), TEXT(struct budget_group, "capaian", row.capaian),                            \
    TEXT(struct budget_group, "efisiensi", row.efficiency)
static const struct key subactivity_keys[] = {MONEY_KEYS};
static const struct schema schema_subactivity = SCHEMA(subactivity_keys, struct budget_group, row.head);
static const struct key activity_keys[] = {
    MONEY_KEYS, LIST(struct budget_group, "sub-kegiatan", inner, schema_subactivity, make_budgets, struct budget_group)};
static const struct schema schema_activity = SCHEMA(activity_keys, struct budget_group, row.head);
static const struct key programme_keys[] = {
    TEXT(struct budget_group, "program", row.name), MONEY_KEYS,
    LIST(struct budget_group, "kegiatan", inner, schema_activity, make_budgets, struct budget_group)};
static const struct schema schema_programme = SCHEMA(programme_keys, struct budget_group, row.head);

static const struct key total_keys[] = {
    TEXT(struct budget_row, "pagu", pagu), TEXT(struct budget_row, "realisasi", realisasi),
    TEXT(struct budget_row, "persen", percent), TEXT(struct budget_row, "sisa", rest),
};
static const struct schema schema_total = SCHEMA(total_keys, struct budget_row, head);

static const struct key agreement_keys[] = {
    LIST(struct report, "sasaran", agreed, schema_goal, make_goals, struct goal_group),
    LIST(struct report, "anggaran", agreed_money, schema_programme, make_budgets, struct budget_group),
};
static const struct schema schema_agreement = SCHEMA(agreement_keys, struct report, agreement_head);

static const struct key end_keys[] = {
    OWN(struct comparison, "tahun", end_year, take_year, VALUE_TEXT),
    TEXT(struct comparison, "nilai", end_target),
    TEXT(struct comparison, "capaian", end_capaian),
};
static const struct schema schema_end = SCHEMA(end_keys, struct comparison, end_target);
static const struct key standard_keys[] = {
    TEXT(struct comparison, "nilai", standard),
    TEXT(struct comparison, "capaian", standard_capaian),
    TEXT(struct comparison, "sumber", standard_source),
};
static const struct schema schema_standard = SCHEMA(standard_keys, struct comparison, standard);
static const struct key comparison_keys[] = {
    TEXT(struct comparison, "indikator", name),
    TEXT(struct comparison, "satuan", unit),
    OWN(struct comparison, "target", years, take_years, VALUE_YEARS),
    OWN(struct comparison, "realisasi", years, take_years, VALUE_YEARS),
    OWN(struct comparison, "capaian", years, take_years, VALUE_YEARS),
    SAME(struct comparison, "target-akhir", schema_end),
    SAME(struct comparison, "standar-nasional", schema_standard),
    TEXT(struct comparison, "pertumbuhan", growth),
    TEXT(struct comparison, "satuan-pertumbuhan", growth_unit),
};
static const struct schema schema_comparison = SCHEMA(comparison_keys, struct comparison, head);

static const struct key column_keys[] = {
    TEXT(struct sum_column, "nama", name), OWN(struct sum_column, "sel", cells, take_cells, VALUE_TEXTS), TEXT(struct sum_column, "jumlah", total),
};
static const struct schema schema_column = SCHEMA(column_keys, struct sum_column, name);
static const struct key table_keys[] = {
    TEXT(struct sum_table, "judul", head),
    LIST(struct sum_table, "kolom", columns, schema_column, make_columns, struct sum_column),
};
static const struct schema schema_table = SCHEMA(table_keys, struct sum_table, head);

static const struct key formula_keys[] = {
    CHOICE(struct lkjip, "turun", formula.down, formulas), {KEY(struct lkjip, "batas", formula.cap), .take = take_whole, .shape = VALUE_WHOLE}, TEXT(struct lkjip, "isi", formula.text),
};
static const struct schema schema_formula = SCHEMA(formula_keys, struct lkjip, formula.head);

static const struct key band_keys[] = {
    TEXT(struct band, "nama", name), OWN(struct band, "dari", from, take_bound, VALUE_TEXT), OWN(struct band, "sampai", to, take_bound, VALUE_TEXT),
};
static const struct schema schema_band = SCHEMA(band_keys, struct band, name);

/* A list with an item of its own that stands for the table. */
#define HEADED(word, member, of, how, element, head_member)                                             \
    {KEY(struct report, word, head_member), .take = take_headed, .inner = &(of), .make = (how), .size = sizeof(element), \
     .shape = VALUE_MAPS, .list = offsetof(struct report, member) - offsetof(struct report, head_member)}

static const struct key lkjip_keys[] = {
    TEXT(struct lkjip, "patuh", head),
    SAME(struct lkjip, "identitas", schema_identity),
    TEXT(struct lkjip, "pk", pk_path),
    TEXT(struct lkjip, "tahun-lalu", last_year_path),
    TEXT(struct lkjip, "ikhtisar-eksekutif", summary),
    SAME(struct lkjip, "rumus", schema_formula),
    HEADED("skala", l.scale, schema_band, make_bands, struct band, l.scale_head),
    LIST(struct lkjip, "bab", chapters, schema_chapter, make_chapters, struct chapter),
    SAME(struct report, "perjanjian-kinerja", schema_agreement),
    HEADED("pengukuran", measured, schema_goal, make_goals, struct goal_group, measured_head),
    TEXT(struct report, "rata-rata", mean),
    LIST(struct lkjip, "perbandingan", comparisons, schema_comparison, make_comparisons, struct comparison),
    HEADED("anggaran", money, schema_programme, make_budgets, struct budget_group, budget_head),
    MAP(struct report, "jumlah-anggaran", total, schema_total),
    HEADED("efisiensi", efficiency, schema_programme, make_budgets, struct budget_group, efficiency_head),
    LIST(struct lkjip, "tabel", sums, schema_table, make_sum_tables, struct sum_table),
    OWN(struct lkjip, "narasi", statements, take_statements, VALUE_TEXTS),
    TEXTS(struct lkjip, "lampiran", appendices),
};
const struct schema schema_lkjip = SCHEMA(lkjip_keys, struct report, l.head);

static const struct key pk_keys[] = {
    TEXT(struct lkjip, "patuh", head),
    SAME(struct lkjip, "identitas", schema_identity),
    SAME(struct report, "perjanjian-kinerja", schema_agreement),
};
const struct schema schema_pk = SCHEMA(pk_keys, struct report, l.head);

/* ---- values with a shape of their own ------------------------------------------------------------------------ */

static void take_headed(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct item *head = member;
    head->text = STR("");
    head->place = definition_place(d, key);
    take_maps(d, k, (char *)member + k->list, key, value);
}

/* Text or paragraphs: joined, and each a paragraph of the report. */
static void take_paragraphs(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct item *text = member;
    struct items parts = {0};
    struct lkjip *l = d->document;
    take_texts(d, k, &parts, key, value);
    text->text = definition_joined(d, &parts);
    text->place = definition_place(d, parts.n ? value : key);
    for (size_t i = 0; i < parts.n; i++) *ARENA_PUSH(d->a, &l->paragraphs) = parts.v[i];
}

/* The cells of a column as a list of texts. */
static void take_cells(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct sum_column *column = (struct sum_column *)(void *)((char *)member - offsetof(struct sum_column, cells));
    struct items texts = {0};
    take_texts(d, k, &texts, key, value);
    for (size_t i = 0; i < texts.n; i++) ARENA_PUSH(d->a, &column->cells)->item = texts.v[i];
}

static void take_statements(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct statements *list = member;
    struct items sentences = {0};
    struct lkjip *l = d->document;
    take_texts(d, k, &sentences, key, value);
    for (size_t i = 0; i < sentences.n; i++) {
        *ARENA_PUSH(d->a, list) = (struct statement){.item = sentences.v[i], .chapter = NO_INDEX};
        *ARENA_PUSH(d->a, &l->paragraphs) = sentences.v[i];
    }
}

static int year_of(struct definition *d, struct str text, const struct yaml_node *at)
{
    uint64_t year;
    if (text.n == 4 && str_u64(text, &year)) return (int)year;
    if (text.n) definition_fault(d, W_definition_year, at)->arg[0] = text;
    return 0;
}

static void take_printed_year(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct item *item = member;
    take_text(d, k, member, key, value);
    if (value->kind == YAML_SCALAR && !year_of(d, item->text, value)) item->text = STR("");
}

/* "91", "90,5", "> 90", "<= 50", "100%" */
static void take_bound(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct figure *f = member;
    size_t i = 0, digits = 0;
    take_text(d, k, &f->item, key, value);
    struct str s = f->item.text;
    while (i < s.n && strchr("<>= ", s.p[i])) i++;
    for (; i < s.n && strchr("0123456789.,% ", s.p[i]); i++) digits += is_digit(s.p[i]);
    if (!s.n || value->kind != YAML_SCALAR || (i == s.n && digits)) return;
    definition_fault(d, W_definition_figure, value)->arg[0] = s;
    f->item.text = STR("");
}

static void take_year(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct item text = {0};
    take_text(d, k, &text, key, value);
    *(int *)member = year_of(d, text.text, value);
}

/* {2023: "74,00", 2024: "77,01"} */
static void take_years(struct definition *d, const struct key *k, void *member, const struct yaml_node *key, const struct yaml_node *value)
{
    struct year_figures *list = member;
    struct item whole = {0};
    if (value->kind != YAML_MAP) {
        take_text(d, k, &whole, key, value);
        if (whole.text.n) definition_wrong(d, W_definition_map, key, value);
        return;
    }
    for (const struct yaml_node *year = value->child; year; year = year->next->next) {
        if (definition_cut_number(year, year->next)) {
            definition_wrong(d, W_definition_number_key, year, year);
            if (list->n) definition_rejoin(d, &list->v[list->n - 1].figure.item, year);
            continue;
        }
        struct year_figure *y = ARENA_PUSH(d->a, list);
        y->what = str_eqz(k->name, "target") ? MEASURED_TARGET : str_eqz(k->name, "realisasi") ? MEASURED_REALISASI : MEASURED_CAPAIAN;
        y->year = year_of(d, definition_text(d, year), year);
        take_text(d, k, &y->figure, year, year->next);
    }
    yaml_duplicates(d->a, value, d->errors);
}

struct lkjip *definition_report(struct definition *d, const struct yaml_node *map, struct place place)
{
    struct report *r = arena_alloc(d->a, sizeof *r);
    d->document = &r->l;
    definition_fill(d, d->root, r, map, place);
    report_link(d, r);
    r->l.head = (struct item){.place = place}; /* the text of `patuh` is no content */
    r->l.is_pk = d->root == &schema_pk;
    return &r->l;
}
