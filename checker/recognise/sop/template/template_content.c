/* What an SOP of another template says of bases, dates, its name and who signed it. */
#include <string.h>

#include "recognise/sop/template/template.h"

void template_bases(struct making *m, const struct lines *lines)
{
    struct section *s = &m->sop->sections[SECTION_DASAR_HUKUM];
    struct lines content = {0};
    struct piece head = {0};
    if (s->items.n && m->sop->template_kind != TEMPLATE_CHAPTERS) return;
    template_content(m, lines, CHAPTER_BASES, &head, &content);
    if (!content.n) return;
    s->items = s->markers = (struct items){0};
    if (!s->head.text.p) s->head.place = piece_place(m->t.layout, head);
    list_items(m, &content, true, s);
}

/* "Tanggal 4 Maret 2022" of a document's head. */
void template_date(struct making *m, const struct lines *lines)
{
    struct identity *id = &m->sop->identity;
    for (size_t i = 0; i < lines->n && i < HEAD_LINES && !id->created.text.p && !id->effective.text.p; i++) {
        struct piece p = lines->v[i].text;
        size_t at = str_find(p.text, STR("Tanggal "), 0), n = at;
        if (at == SIZE_MAX || (at && !is_space(p.text.p[at - 1]))) continue;
        for (n += STR("Tanggal ").n; n < p.text.n && (is_space(p.text.p[n]) || p.text.p[n] == ':'); n++) continue;
        struct str rest = str_slice(p.text, n, p.text.n);
        size_t digits = 0;
        while (digits < rest.n && is_digit(rest.p[digits])) digits++;
        if (digits >= 1 && digits <= 2 && rest.n >= 8 && rest.n < 24) id->created = item_of(&m->t, piece_part(p, n, p.text.n));
    }
}

/* The title of a document whose head says only "SOP": the first line printed large that names nobody. */
void template_name(struct making *m, const struct lines *lines)
{
    struct identity *id = &m->sop->identity;
    size_t rest, end;
    if (id->name.text.n) return;
    if (id->other_titles.n) {
        id->name = id->other_titles.v[0];
        if (title_of(m, id->name.text, &rest) && rest < id->name.text.n) id->name.text = str_slice(id->name.text, rest, id->name.text.n);
        return;
    }
    for (size_t i = 0; i < lines->n && i < 6; i++) {
        const struct line *l = &lines->v[i];
        struct str s = l->text.text;
        bool large = l->heading || l->bold || all_upper(s);
        if (!large || s.n < 9 || s.n > 160 || title_of(m, s, &rest) || template_chapter(m, l, &end) || wordset_prefix(&m->t.v->label_forms, s, &end)) continue;
        if (wordset_prefix(&m->t.v->unit_starts, s, &end) || wordset_prefix(&m->t.v->agency_starts, s, &end) || wordset_prefix(&m->t.v->region_starts, s, &end) ||
            wordset_prefix(&m->t.v->address, s, &end) || names_person(m->t.v, s)) continue;
        id->name = item_of(&m->t, l->text);
        return;
    }
}

/* What a decree lays down is the title once more. */
void template_decided(struct making *m, const struct lines *lines)
{
    struct lines content = {0};
    struct piece head;
    size_t rest;
    template_content(m, lines, CHAPTER_DECIDES, &head, &content);
    for (size_t i = 0; i < content.n && i < 4; i++) {
        struct piece p = content.v[i].text;
        size_t at = str_ifind(p.text, STR("standar operasional prosedur"), 0);
        if (at == SIZE_MAX) continue;
        p = piece_part(p, at, p.text.n);
        if (!title_of(m, p.text, &rest) || rest >= p.text.n) continue;
        struct item title = item_of(&m->t, piece_part(p, rest, p.text.n));
        while (title.text.n && strchr(".,;", title.text.p[title.text.n - 1])) title.text.n--;
        add_other_title(m, &title);
        return;
    }
}

/* The labels of 35/2012's block that stand nowhere. */
struct str template_lacking(const struct making *m)
{
    static const uint32_t wanted[] = {LABEL_NUMBER, LABEL_CREATED, LABEL_REVISED, LABEL_EFFECTIVE, LABEL_APPROVAL, LABEL_NAME,
        LABEL_SECTION + SECTION_DASAR_HUKUM, LABEL_SECTION + SECTION_KUALIFIKASI, LABEL_SECTION + SECTION_KETERKAITAN, LABEL_SECTION + SECTION_PERALATAN,
        LABEL_SECTION + SECTION_PERINGATAN, LABEL_SECTION + SECTION_PENCATATAN};
    struct buf b = BUF_INIT;
    for (size_t k = 0; k < COUNT(wanted); k++) {
        bool there = wanted[k] == LABEL_SECTION + SECTION_DASAR_HUKUM && m->sop->sections[SECTION_DASAR_HUKUM].items.n;
        for (size_t i = 0; i < m->entries.n && !there; i++) {
            uint32_t use = m->entries.v[i].use;
            there = (use & FORM_TARGET) == wanted[k] && !(use & (FORM_LOOSE | FORM_WRONG));
        }
        if (there) continue;
        if (b.n) buf_z(&b, ", ");
        buf_str(&b, m->t.v->labels[wanted[k]].standard);
    }
    struct str out = arena_str(m->t.a, buf_view(&b));
    buf_free(&b);
    return out;
}

/* The last printed lines of the text, wherever the reader put them. */
void template_last_lines(struct making *m, const struct lines *lines, struct lines *out)
{
    enum { LAST = 14, SHORT = 100 };
    struct lines all = {0};
    for (size_t i = lines->n > LAST ? lines->n - LAST : 0; i < lines->n; i++) {
        struct str s = lines->v[i].text.text;
        for (size_t at = 0, end; at <= s.n && s.n; at = end + 1) {
            struct line *l = ARENA_PUSH(m->t.a, &all);
            end = str_find(s, STR("\n"), at);
            if (end == SIZE_MAX) end = s.n;
            *l = lines->v[i];
            l->kind = LINE_TEXT;
            l->text = piece_part(lines->v[i].text, at, end);
        }
    }
    size_t office = all.n, end;
    for (size_t i = all.n > LAST ? all.n - LAST : 0; i < all.n; i++) /* the last office, with place and date over it */
        if (all.v[i].text.text.n <= SHORT && wordset_prefix(&m->t.v->office_starts, all.v[i].text.text, &end)) office = i;
    for (size_t i = office > 2 ? office - 2 : 0; i < all.n && office < all.n; i++)
        if (all.v[i].text.text.n && all.v[i].text.text.n <= SHORT && !str_ends(all.v[i].text.text, STR("."))) *ARENA_PUSH(m->t.a, out) = all.v[i];
}

/* "Tanggal Terbit" is the date from which the document holds. */
void template_issued(struct making *m)
{
    struct identity *id = &m->sop->identity;
    for (size_t i = 0; i < m->entries.n && !id->effective.text.p; i++) {
        const struct entry *e = &m->entries.v[i];
        if ((e->use & FORM_TARGET) == LABEL_EFFECTIVE && e->use & FORM_INSTEAD && e->content.n) id->effective = item_of(&m->t, e->content.v[0].text);
    }
}
