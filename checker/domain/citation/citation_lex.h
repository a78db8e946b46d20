/* citation_lex.h: words of citations: what each word may be part of, and texts as words. */
#ifndef PATUH_CITATION_LEX_H
#define PATUH_CITATION_LEX_H

#include "base/bundle.h"
#include "language/token.h"
#include "language/wordmap.h"

/* What a word may be in a citation: rules/vocabulary/citations.yaml `words` and `stop`. */
enum word_class {
#define CLASS(id, bit, key) CLASS_##id = 1u << (bit),
#include "domain/citation/citation_classes.def"
#undef CLASS
    CLASS_GAZETTE = CLASS_LN | CLASS_TLN | CLASS_BN | CLASS_SUPPLEMENT,
};

struct cited_words {              /* words by their hashes, texts for showing */
    uint64_t *v;
    struct str *text;
    size_t n;
};

struct form;

/* One word of the vocabulary. */
struct cited_word {
    uint32_t classes;
    const struct cited_words *same;   /* read as these words in titles */
    const struct form *forms;   /* names of kinds that begin with it, longest first */
};
struct citation_lexicon {       /* words in lower case, to their place in v */
    struct wordmap words;
    struct cited_word *v;
    size_t n, cap;
};
/* A word, in any case, made when there is none; good until the next is made. */
struct cited_word *cited_word_at(struct arena *a, struct citation_lexicon *l, struct str word);
const struct cited_word *cited_word_find(const struct citation_lexicon *l, struct str word); /* NULL: not in the vocabulary */

/* A token of a citation: words that ran together are parted ("PemerintahPermenpan" is two), & is the word dan. */
struct citation_token {
    uint64_t hash;      /* of the lower-case word; of a mark its character, '-' for what is no ASCII */
    uint32_t begin, end;
    uint32_t classes;
    uint8_t kind;       /* enum token_kind */
    bool spaced;        /* white space before it */
    bool line;          /* a line break before it */
    bool capital;       /* begins with a capital letter */
    const struct form *forms;
};
struct citation_tokens {
    struct str text;
    struct citation_token *v;
    size_t n, cap;
};
/* Splits the text; `l` may be NULL while the vocabulary itself is being read. */
struct citation_tokens citation_tokens_of(struct arena *a, const struct citation_lexicon *l, struct str text);
struct str token_text(const struct citation_tokens *t, size_t i);
uint64_t word_hash(struct str word); /* letters without case */

/* The words of a title that count: lower case, abbreviations in full, without stop words and without "(SOP)" behind its words. */
struct cited_words title_words(struct arena *a, const struct citation_lexicon *l, struct str title);
/* Are these words in the text, in this order and side by side? No words: true. */
bool words_contain(const struct cited_words *text, const struct cited_words *phrase);

/* How far two titles agree. */
struct agreement {
    size_t equal;               /* words of both, in order; slightly misspelt ones count */
    bool same;                  /* no difference but in stop words, abbreviations and blanks */
    struct str missing, extra;  /* words of the right title that are not printed, printed words that it has not; absent: none */
};
struct agreement title_compare(struct arena *a, const struct cited_words *printed, const struct cited_words *right);

#endif
