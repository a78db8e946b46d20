/* Facts about the legal bases of an SOP: each citation as `rujukan` below its item. */
#include "analyse/analyst.h"
#include "analyse/sop/cited.h"

/* ---- places ------------------------------------------------------------------------------------------------- */

/* Bytes of markup or an escape at `at` in the source that have no letter of their own in the text; 0: none. */
static size_t skipped(struct str s, size_t at)
{
    unsigned char c = (unsigned char)s.p[at];
    if (c == '<') {
        size_t end = str_find(s, STR(">"), at);
        return end == SIZE_MAX ? 0 : end + 1 - at;
    }
    return c <= ' ' || c == '\\' || c == '*' || c == '_' ? 1 : 0;
}

/* The place of a part of an item whose text may have been folded since it was read: white space and markup are passed over. */
static struct place part_place(const struct source *source, const struct item *item, struct span part)
{
    struct place p = item->place;
    if (!source || !p.at.set || !part.set || p.at.end > source->text.n) return p;
    struct str s = str_slice(source->text, p.at.begin, p.at.end), t = item->text;
    size_t i = 0, j = 0, begin = SIZE_MAX;
    while (i < s.n && j < t.n && j < part.end) {
        if (j == part.begin && s.p[i] == t.p[j] && begin == SIZE_MAX) begin = i;
        size_t n;
        if (s.p[i] == t.p[j]) i++, j++;
        else if (t.p[j] == ' ' || t.p[j] == '\n') j++;
        else if ((n = skipped(s, i)) != 0) i += n;
        else return p;
    }
    if (begin != SIZE_MAX && j == part.end) p.at = SPAN(p.at.begin + begin, p.at.begin + i);
    return p;
}

/* ---- names -------------------------------------------------------------------------------------------------- */

/* The text in one line, with single blanks. */
static struct str one_line(struct arena *a, struct str s)
{
    char *p = arena_alloc(a, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool blank = s.p[i] == ' ' || (s.p[i] >= '\t' && s.p[i] <= '\r');
        if (!blank) p[n++] = s.p[i];
        else if (n && p[n - 1] != ' ') p[n++] = ' ';
    }
    return (struct str){p, n};
}

static void put_part(struct cited_list *l, struct cited *x, enum fact_name name, struct span part)
{
    if (part.set) fact_child(l->a, x->item, name, one_line(l->a, cited_text(x, part)), part_place(l->source, x->printed, part));
}

static struct str without_blanks(struct arena *a, struct str s)
{
    char *p = arena_alloc(a, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ' && !(s.p[i] >= '\t' && s.p[i] <= '\r')) p[n++] = s.p[i];
    return (struct str){p, n};
}

static struct str kind_name(struct cited_list *l, const struct cited *x)
{
    const struct kind *k = x->c.kind;
    if (!k) return STR("Nomor");
    if (k->region && x->c.issuer.set) {
        struct str region = one_line(l->a, cited_text(x, x->c.issuer));
        return arena_printf(l->a, "%.*s %.*s", (int)k->brief.n, k->brief.p, (int)region.n, region.p);
    }
    return k->open && x->c.issuer.set ? one_line(l->a, cited_text(x, x->c.name)) : k->brief;
}

static struct str citation_name(struct cited_list *l, const struct cited *x)
{
    const struct citation *c = &x->c;
    struct str kind = kind_name(l, x);
    bool closed = c->kind && !c->kind->open && !c->kind->region;
    if (!c->number.set && !c->year_value) return kind;
    if (!c->number.set) return arena_printf(l->a, "%.*s %d", (int)kind.n, kind.p, c->year_value);
    if (closed && c->year_value && c->value) return short_name(l->a, c->kind, arena_printf(l->a, "%llu", (unsigned long long)c->value), c->year_value);
    struct str number = c->plain ? arena_printf(l->a, "%llu", (unsigned long long)c->value) : without_blanks(l->a, cited_text(x, c->number));
    bool within = c->year.set && c->year.end <= c->number.end && c->year.begin >= c->number.begin;
    if (!c->year_value || within) return arena_printf(l->a, "%.*s %.*s", (int)kind.n, kind.p, (int)number.n, number.p);
    return arena_printf(l->a, "%.*s %.*s/%d", (int)kind.n, kind.p, (int)number.n, number.p, c->year_value);
}

/* ---- facts of one citation ---------------------------------------------------------------------------------- */

/* What the citation lacks: "lengkap", or the words for it. */
static void put_completeness(struct cited_list *l, struct cited *x)
{
    const struct citation *c = &x->c;
    bool numberless = c->kind && c->kind->numberless;
    bool titled = c->about || (c->jointly && x + 1 < l->v + l->n && x[1].base == x->base && x[1].c.about);
    const struct { bool lacks; const char *what; } parts[] = {{!c->kind, " jenis"},
                                                              {!c->number.set && !numberless, " nomor"},
                                                              {!c->year_value && !numberless, " tahun"},
                                                              {!titled && !numberless && c->amends == NO_INDEX, " judul"}};
    struct str lacking = STR_ABSENT;
    for (size_t i = 0; i < COUNT(parts); i++)
        if (parts[i].lacks) lacking = arena_printf(l->a, "%s%s", lacking.p ? lacking.p : "", parts[i].what);
    bool number = parts[1].lacks || parts[2].lacks;
    if (parts[3].lacks && !number && x->known && x->known->confidence <= CONFIDENCE_HIGH) fact_set(l->a, x->item, F_judul_benar, x->known->title);
    if (l->torn && number) fact_unknown(l->a, x->item, F_kurang, W_reason_block_torn);
    else fact_set(l->a, x->item, F_kurang, lacking.p ? str_trim(lacking) : STR("lengkap"));
}

static bool parent_revoked(const struct cited_list *l, const struct cited *x)
{
    if (x->c.amends == NO_INDEX) return false;
    const struct cited *parent = &l->v[x->base + x->c.amends];
    return cited_known(parent) && cited_revoked(l, parent->known) == REVOKED_YES;
}

static void put_status(struct cited_list *l, struct cited *x)
{
    const struct regulation *y = x->known;
    if (y->index == NO_INDEX && !y->flag_from.year) { /* nobody has read whether it still is in force */
        fact_unknown(l->a, x->item, F_dicabut, W_reason_status_unread);
        return;
    }
    enum revoked revoked = cited_revoked(l, y);
    if (revoked == REVOKED_UNSURE) {
        fact_unknown(l->a, x->item, F_dicabut, W_reason_no_date);
        return;
    }
    bool sure = y->status <= CONFIDENCE_HIGH && y->confidence <= CONFIDENCE_HIGH;
    fact_set(l->a, x->item, F_dicabut, revoked == REVOKED_NO ? STR("tidak") : parent_revoked(l, x) ? STR("bersama-induk")
                                       : !l->date.year       ? STR("kini") : sure ? STR("ya") : STR("diduga"));
    if (revoked == REVOKED_NO) return;
    struct reference next = registry_successor(y, l->date.year ? l->date : l->today);
    if (y->revoked.p) fact_set(l->a, x->item, F_sejak, y->revoked);
    if (!next.id.p) return;
    fact_set(l->a, x->item, F_pengganti, reference_name(l->a, l->r, &next));
    if (next.regulation) fact_set(l->a, x->item, F_judul_pengganti, next.regulation->title);
}

static void put_title(struct cited_list *l, struct cited *x)
{
    static const char *const fits[] = {[FIT_SAME] = "sama", [FIT_NEAR] = "mirip", [FIT_OTHER] = "beda"};
    if (x->fit == FIT_NONE) return;
    bool unsure = x->fit == FIT_OTHER && x->known->confidence > CONFIDENCE_HIGH;
    fact_set(l->a, x->item, F_judul_cocok, unsure ? STR("mirip") : str_of(fits[x->fit]));
    if (x->fit == FIT_SAME) return;
    fact_set(l->a, x->item, F_judul_benar, x->known->title);
    if (x->owner) fact_set(l->a, x->item, F_judul_milik, regulation_name(l->a, x->owner));
    if (x->fit == FIT_OTHER) return;
    if (x->agreement.missing.p) fact_set(l->a, x->item, F_kata_hilang, x->agreement.missing);
    if (x->agreement.extra.p) fact_set(l->a, x->item, F_kata_lebih, x->agreement.extra);
}

static bool in_force_by(struct date at, const struct reference *x)
{
    struct date from = {0};
    if (x->regulation) {
        from = x->regulation->issued.year ? x->regulation->issued : (struct date){x->regulation->year, 12, 31};
    } else {
        uint64_t year = 0;
        size_t dash = str_find(x->id, STR("-"), str_find(x->id, STR("-"), 0) + 1);
        str_u64(str_slice(x->id, dash + 1, x->id.n), &year);
        from = (struct date){(int)year, 12, 31};
    }
    return date_reached(at, from);
}

static void put_amendment(struct cited_list *l, struct cited *x)
{
    const struct regulation *y = x->known;
    const struct reference *last = NULL;
    bool named = x->c.amended;
    if (x->c.amends != NO_INDEX || y->status == CONFIDENCE_LOW) {
        fact_bool(l->a, x->item, F_diubah, false);
        return;
    }
    if (y->amended_count && !l->date.year && !named) {
        fact_unknown(l->a, x->item, F_diubah, W_reason_no_date);
        return;
    }
    for (size_t i = 0; i < y->amended_count; i++) {
        const struct reference *m = &y->amended_by[i];
        if (m->regulation && l->counts[m->regulation->index]) named = true;
        if (in_force_by(l->date, m)) last = m;
    }
    bool lacking = last && !named && cited_revoked(l, y) == REVOKED_NO;
    fact_bool(l->a, x->item, F_diubah, lacking);
    if (lacking) fact_set(l->a, x->item, F_perubahan, reference_name(l->a, l->r, last));
}

static uint32_t classes_of(const struct cited_list *l, struct str word)
{
    const struct cited_word *x = cited_word_find(&l->r->lexicon, word);
    return x ? x->classes : 0;
}

/* An issuer's name from "Menteri" on, without "dan" and "Republik Indonesia"; no words: no minister. */
static struct cited_words minister_words(struct cited_list *l, struct str name)
{
    struct cited_words w = title_words(l->a, NULL, name);
    size_t from = 0, n = 0;
    while (from < w.n && !(classes_of(l, w.text[from]) & CLASS_MINISTER)) from++;
    for (size_t i = from; i < w.n; i++) {
        if (classes_of(l, w.text[i]) & (CLASS_STOP | CLASS_FILLER)) continue;
        w.v[n] = w.v[i];
        w.text[n++] = w.text[i];
    }
    w.n = n;
    return w;
}

/* "Peraturan Menteri Negara …" against the issuer's name of that year. Abbreviated names are judged by "Negara" alone. */
static void put_issuer(struct cited_list *l, struct cited *x)
{
    const struct era *e = x->c.kind ? kind_era(x->c.kind, x->c.year_value) : NULL;
    if (!e || !e->issuer.p || !x->c.name.set) return;
    struct cited_words printed = minister_words(l, cited_text(x, x->c.name)), right = minister_words(l, e->issuer);
    if (!printed.n) return;
    bool state_printed = printed.n > 1 && (classes_of(l, printed.text[1]) & CLASS_STATE), state_right = right.n > 1 && (classes_of(l, right.text[1]) & CLASS_STATE);
    bool spelled = x->c.issuer.set; /* an open kind: "Menteri Pemberdayaan Aparatur …" */
    for (size_t i = 0, first = state_right ? 2 : 1; i < printed.n && first < right.n; i++) spelled |= printed.v[i] == right.v[first];
    for (size_t i = 1; i < printed.n; i++) spelled = spelled && printed.text[i].n > 3; /* "… dan RB" */
    struct agreement g = title_compare(l->a, &printed, &right);
    bool wrong = state_printed != state_right || (spelled && (g.equal != printed.n || g.equal != right.n));
    fact_bool(l->a, x->item, F_penerbit_keliru, wrong);
    if (!wrong) return;
    struct span issuer = x->c.name;
    size_t at = str_find(cited_text(x, issuer), printed.text[0], 0);
    if (at != SIZE_MAX) issuer.begin += (uint32_t)at;
    put_part(l, x, F_penerbit, issuer);
    fact_set(l->a, x->item, F_penerbit_benar, e->issuer);
}

static bool differs(struct gazette printed, struct gazette right)
{
    if (!printed.number || !right.number) return false;
    return printed.number != right.number || (printed.year && right.year && printed.year != right.year);
}

static struct str gazette_text(struct arena *a, const char *name, struct gazette g)
{
    if (g.year) return arena_printf(a, "%s %d/%llu", name, g.year, (unsigned long long)g.number);
    return arena_printf(a, "%s %llu", name, (unsigned long long)g.number);
}

static void put_gazette(struct cited_list *l, struct cited *x)
{
    const struct regulation *y = x->known;
    const struct citation *c = &x->c;
    if (!c->gazette.set) return;
    const struct { const char *name; struct gazette printed, right; enum confidence confidence; } all[] = {
        {"LN", c->ln, y->ln, y->gazette}, {"TLN", c->tln, y->tln, y->tln_confidence}, {"BN", c->bn, y->bn, y->gazette}};
    for (size_t i = 0; i < COUNT(all); i++) {
        if (all[i].confidence == CONFIDENCE_LOW || !differs(all[i].printed, all[i].right)) continue;
        fact_bool(l->a, x->item, F_lembaran_keliru, true);
        fact_set(l->a, x->item, F_lembaran_tertulis, gazette_text(l->a, all[i].name, all[i].printed));
        fact_set(l->a, x->item, F_lembaran_benar, gazette_text(l->a, all[i].name, all[i].right));
        return;
    }
    fact_bool(l->a, x->item, F_lembaran_keliru, false);
}

static void put_suggestion(struct cited_list *l, struct cited *x)
{
    static const char *const slips[] = {[SLIP_YEAR] = "tahun", [SLIP_NUMBER] = "nomor", [SLIP_KIND] = "jenis"};
    if (!x->meant || !x->c.name.set) return; /* a missing kind is incompleteness */
    fact_set(l->a, x->item, F_usul_sebab, str_of(slips[x->slip]));
    fact_set(l->a, x->item, F_usul, regulation_name(l->a, x->meant));
    fact_set(l->a, x->item, F_usul_judul, x->meant->title);
    if (l->date.year && cited_revoked(l, x->meant) == REVOKED_YES) {
        struct reference next = registry_successor(x->meant, l->date);
        fact_set(l->a, x->item, F_usul_pengganti, reference_name(l->a, l->r, &next));
    }
}

/* The last number of that kind and year, where the one cited is beyond it: it does not exist. */
static void put_last_number(struct cited_list *l, struct cited *x)
{
    if (x->known || x->meant || !x->c.kind || !x->c.plain || !x->c.value || !x->c.year_value) return;
    uint64_t last = law_last_number(x->c.kind->id, x->c.year_value);
    if (last && x->c.value > last) fact_int(l->a, x->item, F_nomor_terakhir, (long long)last);
}

static void put_facts(struct cited_list *l, struct cited *x)
{
    static const char *const scopes[] = {[SCOPE_PUSAT] = "pusat", [SCOPE_DAERAH] = "daerah", [SCOPE_LAIN] = "lain"};
    const struct citation *c = &x->c;
    fact_set(l->a, x->item, F_nama_pendek, x->name);
    fact_set(l->a, x->item, F_tingkat, str_of(c->kind ? scopes[c->kind->scope] : "lain"));
    if (c->kind) fact_set(l->a, x->item, F_jenis, c->kind->id);
    if (c->number.set) fact_set(l->a, x->item, F_nomor, without_blanks(l->a, cited_text(x, c->number)));
    if (c->year_value) fact_int(l->a, x->item, F_tahun, c->year_value);
    put_part(l, x, F_judul, c->title);
    put_part(l, x, F_lembaran, c->gazette);
    fact_bool(l->a, x->item, F_dikenal, cited_known(x));
    put_completeness(l, x);
    put_issuer(l, x);
    put_suggestion(l, x);
    put_last_number(l, x);
    if (!cited_known(x)) {
        fact_unknown(l->a, x->item, F_dicabut, cited_local(x) ? W_reason_local : W_reason_not_listed);
        return;
    }
    put_status(l, x);
    put_title(l, x);
    put_amendment(l, x);
    put_gazette(l, x);
}

/* ---- the document ------------------------------------------------------------------------------------------- */

static bool cut_off(const struct citations *found)
{
    const struct citation *last = found->n ? &found->v[found->n - 1] : NULL;
    return last && last->kind && !last->kind->numberless && !last->number.set && !last->about;
}

/* Adds what was found in item i. One that ends before its number goes on in the next item if that cites nothing by itself. */
static void add_item(struct cited_list *l, struct items *items, size_t i, struct citations *found)
{
    struct item *host = &items->v[i];
    const struct item *printed = host;
    struct citations here = found[i];
    size_t base = l->n;
    struct str rest = i + 1 < items->n && !found[i + 1].n && !str_blank(items->v[i + 1].text) ? items->v[i + 1].text : STR_ABSENT;
    if (rest.p && cut_off(&here)) {
        struct item *both = arena_alloc(l->a, sizeof *both);
        *both = (struct item){.text = arena_printf(l->a, "%.*s %.*s", (int)host->text.n, host->text.p, (int)rest.n, rest.p), .place = host->place};
        here.n = 0;
        citations_parse(l->a, l->r, both->text, &here);
        printed = both;
        rest = STR_ABSENT;
    }
    for (size_t k = 0; k < here.n; k++) {
        struct cited *x = ARENA_PUSH(l->a, l);
        x->c = here.v[k];
        x->printed = printed;
        x->base = base;
        x->name = citation_name(l, x);
        if (k + 1 == here.n) x->rest = rest;
        x->item = fact_child(l->a, host, F_rujukan, one_line(l->a, cited_text(x, x->c.whole)), part_place(l->source, printed, x->c.whole));
    }
}

/* The label stands in the text, but no section was made out of it: what it holds could not be read. */
static bool section_unread(const struct registry *r, const struct document *d)
{
    return !d->sop->sections[SECTION_DASAR_HUKUM].head.text.p && d->source && str_ifind(d->source->text, r->heading, 0) != SIZE_MAX;
}

void analyse_citation(struct arena *a, struct analyst *x, struct document *d)
{
    const struct registry *r = x->k->registry;
    struct sop *s = d->sop;
    if (!r || s->partial) return;
    struct cited_list l = {.a = a, .r = r, .source = d->source, .date = s->date, .today = x->today, .torn = s->steps_unread && s->identity.reading != BLOCK_READ, .counts = arena_alloc(a, r->n)};
    struct section *section = &s->sections[SECTION_DASAR_HUKUM];
    struct citations *found = arena_alloc(a, section->items.n * sizeof *found);
    size_t printed = 0;
    for (size_t i = 0; i < section->items.n; i++) {
        printed += str_trim(section->items.v[i].text).n >= 2; /* neither blank nor a dash */
        citations_parse(a, r, section->items.v[i].text, &found[i]);
    }
    for (size_t i = 0; i < section->items.n; i++) add_item(&l, &section->items, i, found);
    enum word reason;
    if (!printed && block_unread(s, &reason)) fact_unknown(a, &section->head, F_jumlah, reason);
    else if (!printed && section_unread(r, d)) fact_unknown(a, &section->head, F_jumlah, W_reason_section_unread);
    else fact_int(a, &section->head, F_jumlah, (long long)printed);
    cited_resolve(&l);
    if (printed && s->template_kind == TEMPLATE_STANDARD) cited_bases(&l, s, &section->head);
    for (size_t i = 0; i < l.n; i++) put_facts(&l, &l.v[i]);
    cited_duplicates(&l);
    cited_order(&l, &section->head);
    cited_regions(&l, s, parameter_get(x->p, "wilayah"));
}
