/* Facts of the identity block and the signature: dates and their order, numbers, officials, titles, units. */
#include "base/chars.h"
#include "analyse/analyst.h"
#include "domain/calendar.h"
#include "analyse/sop/identity.h"
#include "domain/nip.h"

#include <string.h>

/* ---- words -------------------------------------------------------------------------------------------------------- */

/* Each list of a list as a set of its own. */
static void load_lists(struct word_file *f, const char *key, struct wordsets *out)
{
    const struct yaml_node *list = yaml_get(f->root, key);
    for (const struct yaml_node *n = list && list->kind == YAML_LIST ? list->child : NULL; n; n = n->next) *ARENA_PUSH(f->a, out) = word_file_words(f, n);
    if (f->root && !out->n) word_file_fault(f, list, key);
}

const struct identity_words *identity_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct wordset_member lists[] = {
        {"awalan-judul", offsetof(struct identity_words, title_starts)}, {"kata-umum", offsetof(struct identity_words, title_common)},
        {"bukan-nama-unit", offsetof(struct identity_words, unit_ends)}, {"kata-nama-unit-umum", offsetof(struct identity_words, unit_common)},
        {"tanpa-nip", offsetof(struct identity_words, elected)}, {"kata-kabur", offsetof(struct identity_words, vague)},
    };
    static const struct wordset_member degrees[] = {
        {"titles-before", offsetof(struct identity_words, degrees_before)}, {"titles-after", offsetof(struct identity_words, degrees_after)},
    };
    static const char *const topics[] = {"akibat", "tenggat", "tujuan", "kewajiban", "rencana"};
    struct word_file f = word_file_open(a, b, "vocabulary/identity.yaml", NULL, faults), people = word_file_open(a, b, "vocabulary/people.yaml", NULL, faults);
    struct identity_words *w = arena_alloc(a, sizeof *w);
    word_file_sets(&f, f.root, lists, COUNT(lists), w);
    word_file_sets(&people, people.root, degrees, COUNT(degrees), w);
    struct word_file headings = word_file_open(a, b, "vocabulary/headings.yaml", NULL, faults);
    word_file_add(&headings, headings.root, "title-starts", 0, &w->title_starts);
    load_lists(&f, "singkatan", &w->short_forms);
    load_lists(&f, "padanan", &w->synonyms);
    load_lists(&f, "jenis-unit", &w->unit_kinds);
    for (size_t i = 0; i < COUNT(topics); i++) w->warnings[i] = word_file_set(&f, yaml_get(f.root, "peringatan"), topics[i]);
    return w;
}

/* ---- dates -------------------------------------------------------------------------------------------------------- */

static void date_parts(struct arena *a, struct item *item, const struct dated *d)
{
    static const char *const faults[] = {[DATE_SOUND] = "tidak", [DATE_BAD_DAY] = "hari", [DATE_BAD_MONTH] = "bulan", [DATE_BAD_YEAR] = "tahun"};
    const char *level = !d->date.year ? "tanpa-tahun" : d->date.day ? "hari" : d->date.month ? "bulan" : "tahun";
    if (d->fault == DATE_SWAPPED) {
        fact_unknown(a, item, F_keliru, W_reason_date_order);
        return;
    }
    fact_set(a, item, F_keliru, str_of(faults[d->fault]));
    if (d->fault != DATE_SOUND) return;
    fact_set(a, item, F_tingkat, str_of(level));
    if (d->date.year) fact_set(a, item, F_tanggal, date_iso(a, d->date));
}

/* Facts of a date field; the sound date with at least its year, or year 0. What a blank one among unread dates holds is not known. */
static struct date read_date(struct arena *a, const struct calendar *c, struct item *item, bool last, bool unread)
{
    static const char *const contents[] = {[FIELD_NONE] = "kosong", [FIELD_DATE] = "tanggal", [FIELD_COUNT] = "cacah", [FIELD_OTHER] = "lain"};
    struct dated d = {0};
    if (!item->text.p) return d.date;
    enum date_field field = calendar_field(c, item->text, last, &d);
    if (unread && str_blank(item->text)) {
        fact_unknown(a, item, F_isi, W_reason_date_unread);
        return d.date;
    }
    fact_set(a, item, F_isi, str_of(contents[field]));
    if (field == FIELD_DATE) date_parts(a, item, &d);
    else if (field == FIELD_COUNT) fact_set(a, item, F_keliru, STR("cacah"));
    else if (field == FIELD_OTHER) fact_unknown(a, item, F_keliru, W_reason_date_unread);
    return field == FIELD_DATE && d.fault == DATE_SOUND ? d.date : (struct date){0, 0, 0};
}

static void order_of(struct arena *a, const struct calendar *c, struct item *item, struct date d, struct date created, bool last)
{
    struct dated dated;
    if (d.year && created.year) fact_bool(a, item, F_sebelum_pembuatan, date_order(d, created) < 0);
    else if (item->text.p && calendar_field(c, item->text, last, &dated) == FIELD_DATE) fact_unknown(a, item, F_sebelum_pembuatan, W_reason_date_unread);
}

/* Whole years since the SOP took effect, at least. */
static void age_of(struct arena *a, struct item *item, struct date effective, struct date today)
{
    if (!effective.year || !item->text.p) return;
    struct date latest = {effective.year, effective.month ? effective.month : 12, effective.day};
    if (today.year) fact_int(a, item, F_umur, date_years(latest, today));
    else fact_unknown(a, item, F_umur, W_reason_no_today);
}

/* What each date is called, for messages of rules that look at all of them. */
static void name_dates(struct arena *a, struct sop *s)
{
    const struct {
        struct item *item;
        struct str name;
    } dates[] = {
        {&s->identity.created, STR("pembuatan")},           {&s->identity.revised, STR("revisi")},   {&s->identity.effective, STR("efektif")},
        {&s->identity.approval.date, STR("pengesahan")}, {&s->signature.date, STR("tanda tangan")},
    };
    for (size_t k = 0; k < COUNT(dates); k++)
        if (dates[k].item->text.p) fact_set(a, dates[k].item, F_sebutan, dates[k].name);
}

static void dates(struct arena *a, const struct analyst *x, struct sop *s)
{
    struct identity *i = &s->identity;
    const struct calendar *c = x->k->calendar;
    struct item *const fields[] = {&i->created, &i->revised, &i->effective};
    for (size_t k = 0; i->dates_unread && k < COUNT(fields); k++)
        if (!fields[k]->text.p) fields[k]->text = STR("");
    name_dates(a, s);
    struct date created = read_date(a, c, &i->created, false, i->dates_unread), revised = read_date(a, c, &i->revised, true, i->dates_unread),
                effective = read_date(a, c, &i->effective, false, i->dates_unread), approved = read_date(a, c, &i->approval.date, false, false),
                signed_on = read_date(a, c, &s->signature.date, false, false);
    order_of(a, c, &i->revised, revised, created, true);
    order_of(a, c, &i->effective, effective, created, false);
    if (created.year && x->today.year) fact_bool(a, &i->created, F_masa_depan, date_order(created, x->today) > 0);
    else if (created.year) fact_unknown(a, &i->created, F_masa_depan, W_reason_no_today);
    age_of(a, &i->effective, effective, x->today);
    s->date = effective.year ? effective : created.year ? created : approved.year ? approved : signed_on;
    if (s->date.year) fact_set(a, &s->head, F_tanggal_dokumen, date_iso(a, s->date));
    else fact_unknown(a, &s->head, F_tanggal_dokumen, W_reason_no_date);
}

/* ---- officials ------------------------------------------------------------------------------------------------------ */

static void old_number(struct arena *a, const struct sop *s, struct item *item)
{
    enum { SINCE = 2010 }; /* a year after the new numbers were given out */
    if (!s->date.year) fact_unknown(a, item, F_keliru, W_reason_no_date);
    else fact_set(a, item, F_keliru, s->date.year >= SINCE ? STR("lama") : STR("tidak"));
}

/* The line goes on with figures: a column's border was drawn through the number. */
static bool cut_short(const struct source *source, const struct item *item)
{
    if (!source || !source->text.p || !item->place.at.set || source->composed) return false;
    struct str text = source->text;
    size_t at = item->place.at.end;
    while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\t')) at++;
    return at < text.n && is_digit(text.p[at]);
}

static enum nip_kind read_nip(struct arena *a, const struct analyst *x, const struct document *d, struct item *item, struct nip *n)
{
    static const char *const kinds[] = {[NIP_NONE] = "kosong", [NIP_OTHER] = "lain", [NIP_OLD] = "lama", [NIP_NUMBER] = "nip"};
    static const char *const parts[] = {[NIP_SOUND] = "tidak",           [NIP_LENGTH] = "panjang",    [NIP_BIRTH] = "tanggal-lahir",
                                        [NIP_APPOINTMENT] = "pengangkatan", [NIP_SEX] = "jenis-kelamin", [NIP_AGE] = "usia"};
    if (!item->text.p) return NIP_NONE;
    enum nip_kind kind = nip_read(item->text, parameter_whole(x->p, "umur-pengangkatan-min", 150, 15), parameter_whole(x->p, "umur-pengangkatan-max", 150, 60), n);
    fact_set(a, item, F_jenis, str_of(kinds[kind]));
    if (kind == NIP_OTHER) fact_unknown(a, item, F_keliru, W_reason_nip_unread);
    if (kind == NIP_OLD) old_number(a, d->sop, item);
    if (kind != NIP_NUMBER) return kind;
    if (n->wrong == NIP_LENGTH && cut_short(d->source, item)) {
        fact_unknown(a, item, F_keliru, W_reason_nip_unread);
        return NIP_OTHER;
    }
    fact_set(a, item, F_keliru, str_of(parts[n->wrong]));
    if (n->wrong == NIP_BIRTH || n->wrong == NIP_APPOINTMENT || n->wrong == NIP_SEX) {
        size_t from = n->wrong == NIP_BIRTH ? 0 : n->wrong == NIP_APPOINTMENT ? 8 : 14, to = n->wrong == NIP_BIRTH ? 8 : n->wrong == NIP_APPOINTMENT ? 14 : 15;
        fact_set(a, item, F_angka_keliru, arena_str(a, str_slice(str_of(n->digits), from, to)));
    }
    fact_int(a, item, F_jumlah_angka, (long long)n->count);
    if (n->wrong == NIP_AGE) fact_int(a, item, F_usia_pengangkatan, n->age);
    if (!n->group.p) return kind;
    fact_set(a, item, F_kelompok, arena_str(a, n->group));
    fact_int(a, item, F_kelompok_angka, (long long)n->group_count);
    fact_int(a, item, F_kelompok_seharusnya, (long long)n->group_want);
    return kind;
}

static void officials(struct arena *a, const struct analyst *x, const struct document *d)
{
    struct sop *s = d->sop;
    struct signature *above = &s->identity.approval, *below = &s->signature;
    struct nip n[2];
    enum nip_kind first = read_nip(a, x, d, &above->nip, &n[0]), second = read_nip(a, x, d, &below->nip, &n[1]);
    bool both = first == NIP_NUMBER && second == NIP_NUMBER, same = both && n[0].count == n[1].count && strcmp(n[0].digits, n[1].digits) == 0;
    if (above->office.text.p) fact_bool(a, &above->office, F_tanpa_nip, wordset_prefix(&x->k->identity->elected, above->office.text, NULL));
    if (above->nip.text.p) fact_bool(a, &above->nip, F_ulangan, false);
    if (below->nip.text.p) fact_bool(a, &below->nip, F_ulangan, same); /* printed wrong twice: one fault */
    if (both && same_person(x->k->identity, above->name.text, below->name.text)) fact_bool(a, &below->nip, F_berbeda, !same);
}

/* ---- numbers, titles, units ------------------------------------------------------------------------------------------- */

static void own_number(struct arena *a, struct identity *i)
{
    static const char *const fillings[] = {[FILLING_NONE] = "kosong", [FILLING_GAP] = "tempat-kosong", [FILLING_PART] = "belum-lengkap",
                                           [FILLING_DOUBTFUL] = "meragukan", [FILLING_WHOLE] = "lengkap"};
    if (i->number.text.p) fact_set(a, &i->number, F_isi, str_of(fillings[number_filling(i->number.text)]));
}

static void other_numbers(struct arena *a, struct identity *i)
{
    for (size_t k = 0; k < i->other_numbers.n; k++) {
        struct item *other = &i->other_numbers.v[k];
        if (!str_blank(i->number.text) && !str_blank(other->text)) fact_bool(a, other, F_berbeda, numbers_differ(i->number.text, other->text));
    }
}

/* Behind "(SOP)" at the beginning; unchanged when it does not stand there. */
static struct str past_brackets(const struct identity_words *w, struct str s)
{
    size_t n = 0;
    bool inside = s.n && s.p[0] == '(' && wordset_prefix(&w->title_starts, str_slice(s, 1, s.n), &n);
    return inside && n + 1 < s.n && s.p[n + 1] == ')' ? str_trim(str_slice(s, n + 2, s.n)) : s;
}

struct str bare_title(const struct identity_words *w, struct str title)
{
    for (struct str rest = str_trim(title);;) {
        size_t start = 0;
        if (!wordset_prefix(&w->title_starts, rest, &start)) return rest;
        rest = past_brackets(w, str_trim(str_slice(rest, start, rest.n)));
        while (rest.n && (rest.p[0] == ':' || rest.p[0] == '-' || rest.p[0] == '"' || rest.p[0] == '.')) rest = str_trim(str_slice(rest, 1, rest.n));
        if (!rest.n) return str_trim(title);
    }
}

static void titles(struct arena *a, const struct identity_words *w, struct identity *i)
{
    struct str units = arena_printf(a, "%.*s\n%.*s", (int)i->agency.text.n, i->agency.text.n ? i->agency.text.p : "", (int)i->unit.text.n,
                                    i->unit.text.n ? i->unit.text.p : "");
    struct str printed = str_trim(i->name.text), bare = bare_title(w, i->name.text);
    if (!printed.n) return;
    fact_bool(a, &i->name, F_berawalan, bare.n < printed.n);
    if (bare.n < printed.n) {
        size_t start = 0;
        (void)wordset_prefix(&w->title_starts, printed, &start);
        fact_set(a, &i->name, F_awalan, start ? arena_str(a, str_slice(printed, 0, start)) : STR_ABSENT);
        fact_set(a, &i->name, F_tanpa_awalan, arena_str(a, bare));
    }
    for (size_t k = 0; k < i->other_titles.n; k++) {
        struct item *other = &i->other_titles.v[k];
        struct str in_name, in_title;
        if (!procedure_title(w, other->text)) continue;
        bool differs = other_procedure(a, w, printed, other->text, units, &in_name, &in_title);
        fact_bool(a, other, F_berbeda, differs);
        if (!differs) continue;
        fact_set(a, other, F_kata_nama, in_name);
        fact_set(a, other, F_kata_judul, in_title);
    }
}

static bool clash(struct arena *a, const struct identity_words *w, struct str header, struct item *office)
{
    struct str in_header, in_office;
    if (str_blank(header) || str_blank(office->text)) return false;
    bool differs = units_clash(w, header, office->text, &in_header, &in_office);
    fact_bool(a, office, F_unit_berbeda, differs);
    if (!differs) return false;
    fact_set(a, office, F_unit_kepala, arena_str(a, in_header));
    fact_set(a, office, F_unit_pejabat, arena_str(a, in_office));
    return true;
}

static void units(struct arena *a, const struct identity_words *w, struct sop *s)
{
    struct identity *i = &s->identity;
    struct str header = arena_printf(a, "%.*s\n%.*s", (int)i->agency.text.n, i->agency.text.n ? i->agency.text.p : "", (int)i->unit.text.n,
                                     i->unit.text.n ? i->unit.text.p : "");
    struct item *above = &i->approval.office, *below = &s->signature.office;
    bool spoken = clash(a, w, header, above);
    if (!spoken && !clash(a, w, header, below) && !str_blank(above->text)) clash(a, w, above->text, below);
}

/* ---- lists ------------------------------------------------------------------------------------------------------------ */

/* The vague word that the item ends in, marks aside; absent when it does not. */
static struct str vague_end(const struct identity_words *w, struct str text)
{
    text = str_trim(text);
    while (text.n && (text.p[text.n - 1] == '.' || text.p[text.n - 1] == ';' || text.p[text.n - 1] == ',' || text.p[text.n - 1] == ')'))
        text = str_trim(str_slice(text, 0, text.n - 1));
    for (size_t i = 0; i < w->vague.n; i++) {
        struct str word = w->vague.v[i].text, end = str_slice(text, text.n > word.n ? text.n - word.n : 0, text.n);
        bool whole = end.n == text.n || strchr(" ,;(/\n", text.p[text.n - end.n - 1]) != NULL;
        if (whole && str_ieq(end, word)) return end;
    }
    return STR_ABSENT;
}

static void equipment(struct arena *a, const struct identity_words *w, struct items *items)
{
    for (size_t i = 0; i < items->n; i++) {
        struct str word = vague_end(w, items->v[i].text);
        fact_bool(a, &items->v[i], F_kabur, word.p != NULL);
        if (word.p) fact_set(a, &items->v[i], F_kata_kabur, arena_str(a, word));
    }
}

static void warnings(struct arena *a, const struct identity_words *w, struct section *section)
{
    static const char *const topics[] = {"akibat", "tenggat", "tujuan", "kewajiban", "rencana", "lain"};
    /* the item that best does what a warning should speaks for all */
    static const int rank[] = {[WARNING_EFFECT] = 0, [WARNING_DEADLINE] = 1, [WARNING_OTHER] = 2, [WARNING_PURPOSE] = 3, [WARNING_DUTY] = 3, [WARNING_PLAN] = 3};
    enum warning_topic best = WARNING_PLAN;
    for (size_t i = 0; i < section->items.n; i++) {
        enum warning_topic topic = warning_topic(w, section->items.v[i].text);
        if (i == 0 || rank[topic] < rank[best]) best = topic;
    }
    if (section->items.n) fact_set(a, &section->head, F_menyatakan, str_of(topics[best]));
}

bool block_unread(const struct sop *s, enum word *reason)
{
    *reason = s->identity.reading == BLOCK_OTHER ? W_reason_other_template : W_reason_block_torn;
    return s->identity.reading != BLOCK_READ;
}

/* Whether there is anything of an identity block: one missing whole is one fault, not a dozen. */
static void presence(struct arena *a, struct sop *s)
{
    const struct identity *i = &s->identity;
    const struct item *const fields[] = {&i->agency, &i->unit, &i->number, &i->name, &i->created, &i->revised, &i->effective,
                                         &i->approval.head, &i->approval.office, &i->approval.name, &i->approval.nip};
    bool any = false;
    for (size_t k = 0; k < s->labels.n; k++) any |= !s->labels.v[k].heading;
    for (size_t k = 0; k < COUNT(fields); k++) any |= fields[k]->text.p != NULL;
    for (int k = 0; k < SECTION_COUNT; k++) any |= s->sections[k].head.text.p || s->sections[k].items.n > 0;
    fact_bool(a, &s->identity.head, F_ada, any);
    enum word reason;
    if (block_unread(s, &reason)) fact_unknown(a, &s->identity.head, F_terbaca, reason);
    else fact_bool(a, &s->identity.head, F_terbaca, true);
}

void analyse_identity(struct arena *a, struct analyst *x, struct document *d)
{
    struct sop *s = d->sop;
    presence(a, s);
    dates(a, x, s);
    officials(a, x, d);
    own_number(a, &s->identity);
    other_numbers(a, &s->identity);
    titles(a, x->k->identity, &s->identity);
    units(a, x->k->identity, s);
    equipment(a, x->k->identity, &s->sections[SECTION_PERALATAN].items);
    warnings(a, x->k->identity, &s->sections[SECTION_PERINGATAN]);
}
