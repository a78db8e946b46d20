/* The identity block in running text: which lines belong to which label. A value stands behind its label or below, and goes on until the
 * next label. */
#include "recognise/sop/block.h"
#include "recognise/sop/steps.h"

enum { APPROVAL_LINES = 10 };

uint32_t entry_target(const struct entry *e) { return e->use & FORM_TARGET; }
bool entry_is_section(const struct entry *e) { return entry_target(e) >= LABEL_SECTION && entry_target(e) < LABEL_OTHER; }

void block_loose(struct making *m, const struct line *line, bool beside)
{
    *ARENA_PUSH(m->t.a, &m->loose) = (struct loose_line){.line = *line, .entries = m->entries.n, .tables = m->sop->tables.n, .beside = beside};
}

void entry_add(struct making *m, size_t entry, const struct line *line)
{
    struct entry *e = &m->entries.v[entry];
    if (line->text.text.n || line->marker.text.n) *ARENA_PUSH(m->t.a, &e->content) = *line;
}

/* Opens the entry of a label, and of further ones on the same line; gives the last. */
size_t entries_open(struct making *m, const struct line *line, struct label_hit hit, bool in_table)
{
    for (;;) {
        struct entry *e = ARENA_PUSH(m->t.a, &m->entries);
        *e = (struct entry){.use = hit.use, .label = hit.label, .in_table = in_table, .colon = hit.colon, .page = line->page, .block = m->block};
        struct line rest = *line;
        rest.kind = LINE_TEXT;
        rest.marker = (struct piece){0};
        size_t cut = entry_target(e) < LABEL_SECTION ? label_inside(m, hit.rest.text) : SIZE_MAX;
        rest.text = piece_part(hit.rest, 0, cut);
        e->begun = rest.text.text.n > 0;
        entry_add(m, m->entries.n - 1, &rest);
        if (cut == SIZE_MAX) break;
        rest.text = piece_part(hit.rest, cut, hit.rest.text.n);
        if (!label_at(m, &rest, in_table, &hit)) break;
    }
    return m->entries.n - 1;
}

bool has_digit(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_digit(s.p[i])) return true;
    return false;
}

/* Whether a further line can belong to a value; sections take whatever comes. */
bool entry_takes(const struct entry *e, const struct line *line)
{
    struct str s = line->text.text;
    size_t n = e->content.n, from, begin, end;
    const struct line *last = n ? &e->content.v[n - 1] : NULL;
    if (entry_is_section(e)) return true;
    if (line->kind == LINE_GLUED) return false;
    switch (entry_target(e)) {
    case LABEL_NUMBER:
    case LABEL_CREATED:
    case LABEL_REVISED:
    case LABEL_EFFECTIVE:
    case LABEL_TOTAL: return n == 0 && s.n <= 60 && (has_digit(s) || str_eq(s, STR("-")) || is_filler(s));
    case LABEL_APPROVAL: return n < APPROVAL_LINES && s.n <= 160 && !(last && nip_find(last->text.text, &from, &begin, &end));
    case LABEL_NAME:
        if (n == 0) return s.n <= 240;
        return n < 4 && s.n <= 160 && (is_lower(s.p[0]) || (!line->first && (all_upper(s) == all_upper(last->text.text))));
    case LABEL_AGENCY:
    case LABEL_UNIT: return n < 3 && s.n <= 120;
    default: return !e->begun;
    }
}

/* The text right below a table that ended on labels of sections: of one, or of several whose columns were lost. */
static bool below_labels(struct making *m, const struct line *line)
{
    size_t rest, first = NO_INDEX;
    if (!m->row_blank || line->heading) return false;
    if (!line->marker.text.n && (line->text.text.n < 12 || all_upper(line->text.text) || title_of(m, line->text.text, &rest))) return false;
    m->beside = m->row_label_count == 2 ? m->row_labels + 1 : NO_INDEX;
    for (size_t i = m->row_labels; i < m->row_labels + m->row_label_count; i++) {
        if (!entry_is_section(&m->entries.v[i]) || m->entries.v[i].content.n) continue;
        if (first == NO_INDEX) first = i;
        else m->entries.v[i].unread = true;
    }
    if (first != NO_INDEX) m->open = first;
    else m->beside = NO_INDEX;
    return first != NO_INDEX;
}

/* A loose form of a label without a colon, all of its line, right below another label of the block. */
static bool loose_label(const struct making *m, const struct line *line, struct label_hit *hit)
{
    if (m->open == NO_INDEX || m->entries.v[m->open].in_table || entry_target(&m->entries.v[m->open]) > LABEL_NAME || line->kind != LINE_TEXT) return false;
    return label_at(m, line, true, hit) && (hit->use & FORM_TARGET) <= LABEL_NAME && (hit->use & (FORM_LOOSE | FORM_INSTEAD)) && !hit->rest.text.n;
}

/* "Total waktu 80 menit" below the steps. */
static bool total_line(struct making *m, const struct line *line)
{
    size_t end;
    struct str s = line->text.text;
    if (!m->sop->tables.n || m->sop->stated_total.text.p || s.n > 100 || !wordset_prefix(&m->t.v->totals, s, &end)) return false;
    while (end < s.n && (is_space(s.p[end]) || s.p[end] == ':' || s.p[end] == '=')) end++;
    struct piece time = piece_part(line->text, end, s.n);
    if (!time_like(m->t.v, time.text)) return false;
    m->sop->stated_total = item_of(&m->t, time);
    return true;
}

void identity_line(struct making *m, const struct line *line)
{
    struct label_hit hit;
    m->column_count = 0;
    note_heading(m, line);
    if (m->open != NO_INDEX && str_eq(line->text.text, STR(":"))) { /* between a label and its value */
        m->entries.v[m->open].colon = true;
        return;
    }
    if (total_line(m, line)) return;
    if (label_at(m, line, false, &hit) || loose_label(m, line, &hit)) {
        m->open = entries_open(m, line, hit, false);
        m->row_blank = false;
        return;
    }
    bool below = below_labels(m, line);
    bool under_approval = m->row_blank && m->entries.n && entry_target(&m->entries.v[m->entries.n - 1]) == LABEL_APPROVAL;
    m->row_blank = false;
    if (under_approval && !m->untitled.text.n && line->text.text.n > 10 && (line->bold || all_upper(line->text.text))) {
        m->untitled = line->text;
        block_loose(m, line, false);
        return;
    }
    if (below) {
        entry_add(m, m->open, line);
        return;
    }
    size_t inside = line->kind == LINE_TEXT ? label_inside(m, line->text.text) : SIZE_MAX;
    if (inside == SIZE_MAX && line->kind == LINE_TEXT && !m->sop->tables.n) inside = label_behind(m, line->text.text);
    if (inside != SIZE_MAX) { /* the unit's name stood beside the block and came to stand before a label */
        struct line part = *line;
        part.text = piece_part(line->text, 0, inside);
        block_loose(m, &part, true);
        part.text = piece_part(line->text, inside, line->text.text.n);
        if (label_at(m, &part, false, &hit)) m->open = entries_open(m, &part, hit, false);
        return;
    }
    if (m->open != NO_INDEX && !line->heading && entry_takes(&m->entries.v[m->open], line)) {
        entry_add(m, m->open, line);
        return;
    }
    bool after_approval = m->open != NO_INDEX && entry_target(&m->entries.v[m->open]) == LABEL_APPROVAL;
    if (after_approval && !m->untitled.text.n && line->text.text.n > 10) m->untitled = line->text;
    m->open = NO_INDEX;
    block_loose(m, line, false);
}

void identity_before_steps(struct making *m)
{
    size_t rest;
    if (m->open == NO_INDEX) return;
    struct entry *e = &m->entries.v[m->open];
    for (size_t n = e->content.n; n > 0 && e->content.n - n < 3; n--) {
        const struct line *line = &e->content.v[n - 1];
        if (line->kind != LINE_TEXT || !title_of(m, line->text.text, &rest)) continue;
        for (size_t i = n - 1; i < e->content.n; i++) block_loose(m, &e->content.v[i], false);
        e->content.n = n - 1;
        break;
    }
    m->open = NO_INDEX;
}
