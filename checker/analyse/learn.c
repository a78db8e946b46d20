/* All that the data say of one word: what the book of words learns when it meets a new one. */
#include "analyse/analyst.h"
#include "domain/office_data.h"
#include "domain/paper.h"
#include "language/lexicon.h"
#include "language/verb.h"
#include "language/wordbook.h"

/* "SE": surat edaran. */
static struct entry *const *expansion_of(const struct papers *p, struct arena *a, struct wordbook *b, struct str low)
{
    const uint32_t *i = wordmap_get(&p->shorts, low);
    if (!i) return NULL;
    struct entry **v = arena_alloc(a, (COUNT(p->full[0]) + 1) * sizeof *v);
    for (size_t n = 0; n < COUNT(p->full[0]) && p->full[*i][n].p; n++) v[n] = wordbook_entry(b, p->full[*i][n]);
    return v;
}

void learn_word(const void *knowledge, struct arena *a, struct wordbook *b, struct entry *w)
{
    const struct knowledge *k = knowledge;
    const uint32_t *flags = wordmap_get(&k->lexicon->words, w->low);
    w->verb = verb_flags(k->morphology, w->low);
    w->kind = verb_kind(k->morphology, w->low);
    w->form = (uint8_t)verb_form(k->morphology, w->low);
    w->office = office_flags(k->offices, w->low);
    w->full = office_full(k->offices, w->low);
    w->paper = paper_flags(k->papers, w->low);
    w->lexicon = flags ? *flags : 0;
    /* What follows may learn more words, but of their own kind: neither a verb's key nor an expansion has another. */
    struct str key = verb_key(k->morphology, w->low);
    w->key = str_eq(key, w->low) ? w : wordbook_entry(b, key);
    w->expansion = expansion_of(k->papers, a, b, w->low);
}
