/* citation_lex.h: words of citations: what each word may be part of, and texts as words. */
#ifndef PATUH_CITATION_LEX_H
#define PATUH_CITATION_LEX_H

#include "base/bundle.h"

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
    uint64_t hash;              /* 0: free slot */
    uint32_t classes;
    const struct cited_words *same;   /* read as these words in titles */
    const struct form *forms;   /* names of kinds that begin with it, longest first */
};
struct lexicon_table {          /* open addressing, `mask` + 1 slots */
    struct cited_word *v;
    size_t mask, used;
};
/* The slot of a word, made when there is none (the table has room: lexicon_room before). */
struct cited_word *lexeme_at(struct lexicon_table *t, uint64_t hash);
const struct cited_word *lexeme_find(const struct lexicon_table *t, uint64_t hash);
struct lexicon_table lexicon_room(struct arena *a, size_t words);

enum token_kind { TOKEN_WORD, TOKEN_DIGITS, TOKEN_MARK };

/* A run of letters or digits, or one other character. "53Tahun2014" is three tokens, "PemerintahPermenpan" two; & is the word dan. */
struct token {
    uint64_t hash;      /* of the lower-case word; of a mark its character */
    uint32_t begin, end;
    uint32_t classes;
    uint8_t kind;       /* enum token_kind */
    bool spaced;        /* white space before it */
    bool line;          /* a line break before it */
    bool capital;       /* begins with a capital letter */
    const struct form *forms;
};
struct tokens {
    struct str text;
    struct token *v;
    size_t n, cap;
};
/* Splits the text; `t` may be NULL while the vocabulary itself is being read. */
struct tokens tokens_of(struct arena *a, const struct lexicon_table *t, struct str text);
struct str token_text(const struct tokens *t, size_t i);
uint64_t word_hash(struct str word); /* letters without case */

/* The words of a title that count: lower case, abbreviations in full, without stop words and without "(SOP)" behind its words. */
struct cited_words title_words(struct arena *a, const struct lexicon_table *t, struct str title);
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
