/* Years and dates of a report: of its signature, of the Perjanjian Kinerja, of the statement that it was reviewed. */
#include "base/chars.h"
#include "analyse/analyst.h"
#include "analyse/lkjip/lkjip_facts.h"
#include "analyse/lkjip/lkjip_match.h"
#include "domain/calendar.h"

int lkjip_year_of(const struct lkjip *l)
{
    uint64_t y = 0;
    return str_u64(str_trim(l->identity.year.text), &y) && year_of_report(y) ? (int)y : 0;
}

int lkjip_year_from(struct str s, size_t *at)
{
    for (; *at + 4 <= s.n; ++*at) {
        uint64_t y;
        size_t i = *at;
        bool alone = (!i || !is_digit(s.p[i - 1])) && (i + 4 == s.n || !is_digit(s.p[i + 4]));
        if (!alone || !str_u64(str_slice(s, i, i + 4), &y) || !year_of_report(y)) continue;
        *at += 4;
        return (int)y;
    }
    return 0;
}

int lkjip_only_year(struct str s)
{
    int found = 0, year;
    for (size_t at = 0; (year = lkjip_year_from(s, &at)) != 0; found = year)
        if (found && found != year) return 0;
    return found;
}

/* How many months after the year a report may take (Perpres 29/2014 for ministries and regions); 0: whose it is is not known. */
static int months_given(const struct analyst *x, struct str entity)
{
    if (str_blank(entity)) return 0;
    if (str_eqz(entity, "provinsi") || str_eqz(entity, "kabupaten-kota")) return parameter_whole(x->p, "batas-lapor-daerah", 12, 3);
    return str_eqz(entity, "perangkat-daerah") ? parameter_whole(x->p, "batas-lapor-unit", 12, 2) : parameter_whole(x->p, "batas-lapor-pusat", 12, 2);
}

/* Signed before the year was over, or after the months given. */
static void deadline(struct arena *a, struct analyst *x, struct lkjip *l)
{
    int year = lkjip_year_of(l);
    struct dated found;
    if (str_blank(l->identity.date.text)) return;
    if (!year || calendar_field(x->k->calendar, l->identity.date.text, true, &found) != FIELD_DATE || found.fault != DATE_SOUND) {
        fact_unknown(a, &l->identity.date, F_sebelum_akhir_tahun, W_reason_date_unread);
        fact_unknown(a, &l->identity.date, F_terlambat, W_reason_date_unread);
        return;
    }
    struct date d = found.date;
    fact_bool(a, &l->identity.date, F_sebelum_akhir_tahun, d.year < year || (d.year == year && d.month && (d.month < 12 || (d.day && d.day < 31))));
    int months = months_given(x, l->identity.entity_type.text);
    fact_int(a, &l->identity.date, F_tahun_laporan, year);
    if (!months || !d.month) {
        fact_unknown(a, &l->identity.date, F_terlambat, months ? W_reason_date_unread : W_reason_no_entity);
        return;
    }
    fact_bool(a, &l->identity.date, F_terlambat, d.year > year + 1 || (d.year == year + 1 && d.month > months));
    fact_int(a, &l->identity.date, F_batas_bulan, months);
}

/* Of a Perjanjian Kinerja: whether it is dated after the year it is for. */
static void agreement_date(struct arena *a, struct analyst *x, const struct lkjip *pk, struct item *date)
{
    int year = lkjip_year_of(pk);
    struct dated found;
    if (str_blank(pk->identity.date.text)) return;
    if (!year || calendar_field(x->k->calendar, pk->identity.date.text, true, &found) != FIELD_DATE || found.fault != DATE_SOUND) {
        fact_unknown(a, date, F_sesudah_tahun, W_reason_date_unread);
        return;
    }
    fact_bool(a, date, F_sesudah_tahun, found.date.year > year);
    fact_int(a, date, F_tahun_pk, year);
}

/* Whose report the statement says was reviewed: the words between its title and the year. */
static struct str reviewed(const struct lkjip_content *k, struct str s)
{
    size_t at = SIZE_MAX;
    struct str title = wordset_search(&k->reviewed_titles, s, &at);
    if (!title.p) return STR_ABSENT;
    s = str_trim(str_slice(s, at + title.n, s.n));
    if (s.n && s.p[0] == '(') s = str_trim(str_slice(s, str_find(s, STR(")"), 0) == SIZE_MAX ? s.n : str_find(s, STR(")"), 0) + 1, s.n));
    size_t end = SIZE_MAX;
    (void)wordset_search(&k->reviewed_ends, s, &end);
    return str_trim(str_slice(s, 0, end == SIZE_MAX ? s.n : end));
}

/* "Kami telah mereviu Laporan Kinerja Dinas … untuk tahun anggaran 2024": of this report's agency and year. */
static void review_statement(struct arena *a, const struct lkjip_content *k, struct lkjip *l)
{
    int year = lkjip_year_of(l);
    struct lexemes words = {0};
    for (size_t i = 0; i < l->paragraphs.n; i++) {
        size_t at = 0;
        const struct item *p = &l->paragraphs.v[i];
        if (!wordset_search(&k->review_statement, p->text, &at).p) continue;
        size_t end = str_find(p->text, STR(". "), at);
        struct str s = str_slice(p->text, at, end == SIZE_MAX ? p->text.n : end), whose = reviewed(k, s);
        if (!whose.p) continue;
        struct item *c = fact_child(a, &l->head, F_pernyataan_reviu, s, p->place);
        int named = lkjip_only_year(s);
        if (named && year) fact_int(a, c, F_tahun, named), fact_bool(a, c, F_tahun_laporan, named == year);
        struct str own = match_key(a, &words, l->identity.agency.text), other = match_key(a, &words, whose);
        bool same = match_likeness(own, other) >= MATCH_LIKE || match_part(own, other) || match_part(other, own);
        if (str_blank(own) || str_blank(other) || (!same && match_likeness(own, other) >= MATCH_UNCERTAIN)) continue;
        fact_bool(a, c, F_instansi_sama, same);
        fact_set(a, c, F_instansi, whose);
    }
}

void lkjip_dates(struct arena *a, struct analyst *x, struct lkjip *l)
{
    deadline(a, x, l);
    if (l->pk && !str_blank(l->pk->identity.date.text))
        agreement_date(a, x, l->pk, fact_child(a, &l->head, F_tanggal_pk, l->pk->identity.date.text, l->head.place));
    else if (!str_blank(l->agreement_date.text)) {
        struct lkjip attached = {.identity.year = l->identity.year, .identity.date = l->agreement_date};
        agreement_date(a, x, &attached, fact_child(a, &l->head, F_tanggal_pk, l->agreement_date.text, l->agreement_date.place));
    }
    review_statement(a, x->k->lkjip_content, l);
}
