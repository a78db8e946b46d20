/* Walking over the text of an SOP. */
#include "texts.h"

static void add(struct arena *a, struct texts *out, struct item *item, struct item *owner, enum text_kind kind, bool last)
{
    if (str_blank(item->text)) return;
    struct text *t = ARENA_PUSH(a, out);
    *t = (struct text){.item = item, .owner = owner, .kind = kind, .section = SECTION_COUNT, .last = last};
}

void texts_of(struct arena *a, struct sop *s, struct texts *out)
{
    add(a, out, &s->identity.name, &s->head, TEXT_TITLE, true);
    for (size_t i = 0; i < s->identity.other_titles.n; i++) add(a, out, &s->identity.other_titles.v[i], &s->head, TEXT_TITLE, true);
    for (int k = 0; k < SECTION_COUNT; k++)
        for (size_t i = 0; k != SECTION_DASAR_HUKUM && i < s->sections[k].items.n; i++) {
            size_t before = out->n;
            add(a, out, &s->sections[k].items.v[i], &s->head, TEXT_SECTION, i + 1 == s->sections[k].items.n);
            if (out->n > before) out->v[before].section = (enum section_id)k;
        }
    for (size_t i = 0; i < s->steps.n; i++) {
        struct step *t = &s->steps.v[i];
        add(a, out, &t->activity, &t->head, TEXT_STEP, true);
        for (size_t k = 0; k < t->requirements.n; k++) add(a, out, &t->requirements.v[k], &t->head, TEXT_NEED, k + 1 == t->requirements.n);
        add(a, out, &t->output, &t->head, TEXT_NEED, true);
        add(a, out, &t->note, &t->head, TEXT_STEP, true);
    }
    for (size_t i = 0; i < s->paragraphs.n; i++) add(a, out, &s->paragraphs.v[i], &s->head, TEXT_PARAGRAPH, true);
}

static void add_names(struct arena *a, struct str text, struct lexemes *t, struct wordmap *names)
{
    lexemes_split(a, t, text);
    for (size_t i = 0; i < t->n; i++)
        if (!wordmap_get(names, t->v[i].low)) *wordmap_put(a, names, arena_str(a, t->v[i].low)) = 1;
}

void names_of(struct arena *a, const struct sop *s, struct lexemes *t, struct wordmap *names)
{
    const struct signature *signed_by[] = {&s->identity.approval, &s->signature};
    add_names(a, s->identity.agency.text, t, names);
    add_names(a, s->identity.unit.text, t, names);
    for (size_t i = 0; i < COUNT(signed_by); i++) {
        add_names(a, signed_by[i]->place_name.text, t, names);
        add_names(a, signed_by[i]->office.text, t, names);
        add_names(a, signed_by[i]->name.text, t, names);
    }
    for (size_t i = 0; i < s->tables.n; i++)
        for (size_t j = 0; j < s->tables.v[i].actors.n; j++) add_names(a, s->tables.v[i].actors.v[j].item.text, t, names);
}

bool text_upper(const struct lexemes *t)
{
    size_t capitals = 0;
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 0; k < t->v[i].text.n; k++) {
            char c = t->v[i].text.p[k];
            if (c >= 'a' && c <= 'z') return false;
            capitals += c >= 'A' && c <= 'Z';
        }
    return capitals > 0;
}
