/* Walking over the text of an SOP. */
#include "base/chars.h"
#include "analyse/texts.h"

enum { WORDS_MAX = 1000000 };

struct walk {
    struct arena *a;
    struct texts *out;
    struct lexemes scratch;
    size_t words;
};

static size_t add(struct walk *w, struct item *item, struct item *owner, enum text_kind kind, enum section_id section, bool last)
{
    struct text *t = ARENA_PUSH(w->a, w->out);
    struct str text = w->words < WORDS_MAX ? item->text : STR_ABSENT;
    *t = (struct text){.item = item, .owner = owner, .kind = kind, .section = section, .last = last, .words = lexemes_keep(w->a, &w->scratch, text)};
    w->words += t->words.n;
    return w->out->n - 1;
}

static void add_sections(struct walk *w, struct sop *s)
{
    for (int k = 0; k < SECTION_COUNT; k++) {
        struct items *items = &s->sections[k].items;
        w->out->sections[k] = w->out->n;
        for (size_t i = 0; k != SECTION_DASAR_HUKUM && i < items->n; i++)
            add(w, &items->v[i], &s->head, TEXT_SECTION, (enum section_id)k, i + 1 == items->n);
    }
}

static void add_steps(struct walk *w, struct sop *s)
{
    w->out->steps = arena_alloc(w->a, (s->steps.n + 1) * sizeof *w->out->steps);
    for (size_t i = 0; i < s->steps.n; i++) {
        struct step *t = &s->steps.v[i];
        struct step_texts *x = &w->out->steps[i];
        size_t first = w->out->n;
        x->activity = add(w, &t->activity, &t->head, TEXT_STEP, SECTION_COUNT, true);
        x->needs = w->out->n;
        for (size_t k = 0; k < t->requirements.n; k++) add(w, &t->requirements.v[k], &t->head, TEXT_NEED, SECTION_COUNT, k + 1 == t->requirements.n);
        x->output = add(w, &t->output, &t->head, TEXT_NEED, SECTION_COUNT, true);
        w->out->v[x->output].output = true;
        x->note = add(w, &t->note, &t->head, TEXT_STEP, SECTION_COUNT, true);
        for (size_t k = first; k < w->out->n; k++) w->out->v[k].cut = t->cut;
    }
}

struct texts *texts_of(struct arena *a, struct wordbook *b, struct sop *s)
{
    struct walk w = {.a = a, .out = arena_alloc(a, sizeof *w.out), .scratch = {.book = b}};
    w.out->title = add(&w, &s->identity.name, &s->head, TEXT_TITLE, SECTION_COUNT, true);
    for (size_t i = 0; i < s->identity.other_titles.n; i++) add(&w, &s->identity.other_titles.v[i], &s->head, TEXT_TITLE, SECTION_COUNT, true);
    add_sections(&w, s);
    add_steps(&w, s);
    for (size_t i = 0; i < s->paragraphs.n; i++) add(&w, &s->paragraphs.v[i], &s->head, TEXT_PARAGRAPH, SECTION_COUNT, true);
    return w.out;
}

static void mark_words(struct arena *a, struct lexemes *t, struct str text, uint32_t mark)
{
    lexemes_split(a, t, text);
    for (size_t i = 0; i < t->n; i++) t->v[i].w->mark = mark;
}

void mark_names(struct arena *a, struct wordbook *b, const struct sop *s, uint32_t mark)
{
    const struct signature *signed_by[] = {&s->identity.approval, &s->signature};
    struct lexemes t = {.book = b};
    mark_words(a, &t, s->identity.agency.text, mark);
    mark_words(a, &t, s->identity.unit.text, mark);
    for (size_t i = 0; i < COUNT(signed_by); i++) {
        mark_words(a, &t, signed_by[i]->place_name.text, mark);
        mark_words(a, &t, signed_by[i]->office.text, mark);
        mark_words(a, &t, signed_by[i]->name.text, mark);
    }
    for (size_t i = 0; i < s->tables.n; i++)
        for (size_t j = 0; j < s->tables.v[i].actors.n; j++) mark_words(a, &t, s->tables.v[i].actors.v[j].item.text, mark);
}

bool text_upper(const struct lexemes *t)
{
    size_t capitals = 0;
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 0; k < t->v[i].text.n; k++) {
            char c = t->v[i].text.p[k];
            if (is_lower(c)) return false;
            capitals += is_upper(c);
        }
    return capitals > 0;
}
