/* patuh.h: check Indonesian government documents (SOP AP, LKjIP) from C. The only header that a foreign program needs.
 *
 *   struct patuh_rules *rules = patuh_rules_new(NULL);          read-only; share it between threads
 *   struct patuh_checker *c = patuh_checker_new(rules, NULL, NULL); belongs to one thread
 *   struct patuh_result *r = patuh_check_file(c, "sop.yaml");
 *   for (size_t i = 0; i < patuh_finding_count(r); i++) puts(patuh_finding_at(r, i)->message);
 *   patuh_result_free(r); patuh_checker_free(c); patuh_rules_free(rules);
 *
 * Strings are NUL-terminated UTF-8, never NULL unless said so, and live as long as the object they came from.
 * No function prints, exits, or keeps state of its own. Running out of memory ends the process (SIGABRT, a word on
 * stderr); so it does inside libxml2 from the first patuh_rules_new on, unless the program gave libxml2 an allocator of its own before. */
#ifndef PATUH_H
#define PATUH_H

#include <stddef.h>

#define PATUH_VERSION "0.1.0"

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define PATUH_API __attribute__((visibility("default")))
#else
#define PATUH_API
#endif

struct patuh_rules;
struct patuh_checker;
struct patuh_result;

PATUH_API const char *patuh_version(void); /* of the library; PATUH_VERSION is that of this header */

/* Rules, registry and vocabulary: those built into the library and, unless dir is NULL, those of a folder with rule files, or of one file: a
 * file of the same name, or a rule with the same id, replaces the built-in one. Always gives an object; patuh_rules_error_count tells
 * whether it is usable. Free with patuh_rules_free (NULL is fine). */
PATUH_API struct patuh_rules *patuh_rules_new(const char *dir);
/* Those of a folder laid out like rules/ alone. */
PATUH_API struct patuh_rules *patuh_rules_only(const char *dir);
PATUH_API void patuh_rules_free(struct patuh_rules *rules);
/* Faults of the pack, each "file:line: message" in the language asked for (0 Indonesian, 1 English; NULL for any other). */
PATUH_API size_t patuh_rules_error_count(const struct patuh_rules *rules);
PATUH_API const char *patuh_rules_error_at(const struct patuh_rules *rules, size_t index, int lang);

struct patuh_options {
    int lang;                  /* of messages: 0 Indonesian, 1 English */
    const char *today;         /* YYYY-MM-DD, a day of the calendar: the day that "in the future" is seen from; NULL: rules that need it are not checked */
    const char *const *select; /* NULL-terminated selectors: ids, names, prefixes (ID, WK00), "semua"; NULL: the default rules */
    const char *const *ignore; /* the same; taken away from the selected ones */
    const char *const *param;  /* NULL-terminated NAME=VALUE */
    const char *const *limit;  /* NULL-terminated NAME=VALUE */
    const char *pk;            /* path of the Perjanjian Kinerja that reports are held against; NULL: the one a definition names */
    const char *last_year;     /* path of last year's report, in the same way */
};

/* A checker, or NULL when the rules have faults or are NULL, or an option is wrong (an unknown name or language, no such day, a file that is
 * not there or not what it should be): then *error (if not NULL) gets a message to be freed with patuh_free. */
PATUH_API struct patuh_checker *patuh_checker_new(const struct patuh_rules *rules, const struct patuh_options *options, char **error);
PATUH_API void patuh_checker_free(struct patuh_checker *checker);
PATUH_API void patuh_free(char *message);

/* Check one document. `name` is shown as its path. The bytes are not kept. Never NULL: what cannot be read is a result with
 * patuh_result_error. Free a result before the checker that gave it. */
PATUH_API struct patuh_result *patuh_check_buffer(struct patuh_checker *checker, const char *name, const void *bytes, size_t length);
PATUH_API struct patuh_result *patuh_check_file(struct patuh_checker *checker, const char *path);
/* A file may hold several SOPs: the first is what the calls above give, this gives the one after `result`; NULL behind the last. Each is
 * freed on its own, the first one last. */
PATUH_API struct patuh_result *patuh_result_next(struct patuh_result *result);
/* Which document of its file a result is ("halaman 3-5"); NULL when the file has one. */
PATUH_API const char *patuh_result_part(const struct patuh_result *result);
PATUH_API void patuh_result_free(struct patuh_result *result);

enum patuh_severity { PATUH_NOTE, PATUH_WARNING, PATUH_ERROR };
enum patuh_outcome { PATUH_NOT_APPLICABLE, PATUH_PASS, PATUH_UNCHECKED, PATUH_FINDING };

struct patuh_finding {
    const char *rule, *name;      /* "WK003", "total-waktu-tidak-sesuai" */
    enum patuh_severity severity;
    const char *message;
    const char *element;          /* path in the XML view */
    const char *step, *subject, *quote; /* NULL where they do not apply */
    size_t line, column, end_line, end_column; /* from 1, end exclusive, in characters; 0: the source has no lines */
    const char *basis, *basis_status;
};
PATUH_API size_t patuh_finding_count(const struct patuh_result *result);
/* Sorted by place. NULL when the index is out of range. What an exception in the document itself covers ("patuh: abaikan …") is not among them. */
PATUH_API const struct patuh_finding *patuh_finding_at(struct patuh_result *result, size_t index);

struct patuh_rule_outcome {
    const char *rule;
    enum patuh_outcome outcome;
    const char *reason;           /* NULL unless PATUH_UNCHECKED */
    size_t unchecked;             /* nodes that could not be checked */
};
PATUH_API size_t patuh_outcome_count(const struct patuh_result *result);
PATUH_API const struct patuh_rule_outcome *patuh_outcome_at(struct patuh_result *result, size_t index);

/* "sop", "lkjip", or NULL when neither was recognised. */
PATUH_API const char *patuh_result_kind(const struct patuh_result *result);
/* Why the document could not be read; NULL when it could. */
PATUH_API const char *patuh_result_error(const struct patuh_result *result);

#ifdef __cplusplus
}
#endif
#endif
