/* Loading the words that readers look for. */
#include "language/vocabulary.h"
#include "read/words.h"

const struct read_words *read_words_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct wordset_member lists[] = {
        {"page-numbers", offsetof(struct read_words, page_numbers)}, {"chapters", offsetof(struct read_words, chapters)},
        {"small-words", offsetof(struct read_words, small_words)}, {"days", offsetof(struct read_words, days)},
    };
    static const struct wordset_member figure_lists[] = {{"money", offsetof(struct read_words, money)}, {"letters", offsetof(struct read_words, grades)}};
    struct word_file pages = word_file_open(a, b, "vocabulary/pages.yaml", NULL, faults), figures = word_file_open(a, b, "vocabulary/figures.yaml", NULL, faults),
                     months = word_file_open(a, b, "vocabulary/months.yaml", NULL, faults);
    struct read_words *w = arena_alloc(a, sizeof *w);
    const struct yaml_node *list = yaml_get(months.root, "bulan");
    size_t m = 0;
    word_file_sets(&pages, pages.root, lists, COUNT(lists), w);
    word_file_sets(&figures, figures.root, figure_lists, COUNT(figure_lists), w);
    for (const struct yaml_node *n = list && list->kind == YAML_LIST ? list->child : NULL; n && m < COUNT(w->month); n = n->next) w->month[m++] = yaml_str(n->child);
    if (pages.root && w->days.n != 7) word_file_fault(&pages, NULL, "days");
    return w;
}

const struct read_words *source_words(const struct source *s)
{
    static const struct read_words none;
    return s->words ? s->words : &none;
}
