/* The public API alone: rules shared by threads, checkers with options, buffers, findings and outcomes, errors. */
#include <patuh.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "tap.h"

static const char definition[] =
    "patuh: sop/1\n"
    "identitas: {nama: Pengelolaan Arsip}\n"
    "langkah: [{nomor: 1, uraian: Mencatat arsip, waktu: 30 menit}, {nomor: 2, uraian: Menyimpan arsip, waktu: 30 menit}]\n"
    "jumlah-waktu: 3 jam\n";

static const struct patuh_finding *find(struct patuh_result *r, const char *rule)
{
    for (size_t i = 0; i < patuh_finding_count(r); i++)
        if (strcmp(patuh_finding_at(r, i)->rule, rule) == 0) return patuh_finding_at(r, i);
    return NULL;
}

static enum patuh_outcome outcome(struct patuh_result *r, const char *rule)
{
    for (size_t i = 0; i < patuh_outcome_count(r); i++)
        if (strcmp(patuh_outcome_at(r, i)->rule, rule) == 0) return patuh_outcome_at(r, i)->outcome;
    return PATUH_NOT_APPLICABLE;
}

static void one_document(const struct patuh_rules *rules)
{
    struct patuh_checker *c = patuh_checker_new(rules, NULL, NULL);
    struct patuh_result *r = patuh_check_buffer(c, "arsip.yaml", definition, sizeof definition - 1);
    const struct patuh_finding *total = find(r, "WK003"), *number = find(r, "ID001");
    is_str(patuh_result_kind(r), "sop", "recognised");
    ok(!patuh_result_error(r), "no error");
    ok(total && total->severity == PATUH_ERROR && total->line == 4 && total->column == 15 && total->end_line == 4 && total->end_column == 20,
       "WK003 with its place");
    is_str(total ? total->quote : NULL, "3 jam", "its quote");
    is_str(total ? total->element : NULL, "/sop/jumlah-waktu", "its element");
    ok(total && !total->step, "no step");
    ok(number && number->basis[0] && number->basis_status[0], "ID001 with its provision");
    ok(outcome(r, "WK003") == PATUH_FINDING && outcome(r, "WK004") == PATUH_PASS, "outcomes");
    ok(!patuh_finding_at(r, patuh_finding_count(r)) && !patuh_outcome_at(r, patuh_outcome_count(r)), "NULL behind the last");
    size_t line = 0;
    int sorted = 1;
    for (size_t i = 0; i < patuh_finding_count(r); i++) sorted = sorted && patuh_finding_at(r, i)->line >= line, line = patuh_finding_at(r, i)->line;
    ok(sorted, "findings in the order of their places");
    patuh_result_free(r);
    patuh_checker_free(c);
}

static void unreadable(const struct patuh_rules *rules)
{
    struct patuh_options o = {.lang = 1};
    struct patuh_checker *c = patuh_checker_new(rules, &o, NULL);
    static const struct {
        const char *bytes, *name;
    } cases[] = {{"", "nothing"}, {"hello", "no SOP"}, {"patuh: sop/1\nlangkah: [", "broken YAML"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct patuh_result *r = patuh_check_buffer(c, "x", cases[i].bytes, strlen(cases[i].bytes));
        ok(patuh_result_error(r) && !patuh_result_kind(r) && patuh_finding_count(r) == 1, "%s: %s", cases[i].name, patuh_result_error(r));
        patuh_result_free(r);
    }
    struct patuh_result *r = patuh_check_file(c, "/nonexistent/x.yaml");
    is_str(patuh_result_error(r), "no such file or folder", "a missing file");
    patuh_result_free(r);
    patuh_checker_free(c);
}

static void options(const struct patuh_rules *rules)
{
    const char *const only[] = {"WK003", "kegiatan-tidak-ada", NULL}, *const wk[] = {"wk", NULL}, *const three[] = {"WK003", NULL};
    const char *const limit[] = {"text=10", NULL};
    char *error = NULL;
    struct patuh_options o = {.lang = 1, .select = only};
    ok(!patuh_checker_new(rules, &o, &error), "an unknown rule");
    is_str(error, "there is no rule \"kegiatan-tidak-ada\"", "is named");
    patuh_free(error);
    ok(!patuh_checker_new(rules, &o, NULL), "nobody has to ask for the message");
    static const struct {
        struct patuh_options o;
        const char *says;
    } wrong[] = {
        {{.today = "kemarin"}, "nilai keliru: today kemarin (yang diharapkan: YYYY-MM-DD)"},
        {{.lang = 1, .today = "2025-02-30"}, "wrong value: today 2025-02-30 (expected: YYYY-MM-DD)"},
        {{.today = "2025-1-003"}, "nilai keliru: today 2025-1-003 (yang diharapkan: YYYY-MM-DD)"},
        {{.lang = 7}, "nilai keliru: lang 7 (yang diharapkan: 0, 1)"},
        {{.lang = -1}, "nilai keliru: lang -1 (yang diharapkan: 0, 1)"},
        {{.pk = "/nonexistent"}, "dokumen pembanding “/nonexistent” tidak dapat dipakai: tidak ada berkas atau folder ini"},
        {{.lang = 1, .last_year = "README.md"}, "the document to compare with, “README.md”, cannot be used: it is no Perjanjian Kinerja or LKjIP that is recognised"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        error = NULL;
        ok(!patuh_checker_new(rules, &wrong[i].o, &error), "refused");
        is_str(error, wrong[i].says, "and why");
        patuh_free(error);
    }
    error = NULL;
    ok(!patuh_checker_new(NULL, NULL, &error) && error, "no rules");
    patuh_free(error);
    o = (struct patuh_options){.select = wk, .ignore = three};
    struct patuh_checker *c = patuh_checker_new(rules, &o, &error);
    struct patuh_result *r = patuh_check_buffer(c, "x", definition, sizeof definition - 1);
    ok(!find(r, "WK003") && !find(r, "ID001") && outcome(r, "WK004") == PATUH_PASS, "a group without one of its rules");
    patuh_result_free(r);
    patuh_checker_free(c);
    o = (struct patuh_options){.lang = 1, .limit = limit};
    c = patuh_checker_new(rules, &o, &error);
    r = patuh_check_buffer(c, "x", definition, sizeof definition - 1);
    is_str(patuh_result_error(r), "a text larger than the limit of 10 bytes (--limit text=…)", "a ceiling");
    patuh_result_free(r);
    patuh_checker_free(c);
}

static int many(void *rules)
{
    int found = 0;
    struct patuh_checker *c = patuh_checker_new(rules, NULL, NULL);
    for (int i = 0; i < 20; i++) {
        struct patuh_result *r = patuh_check_buffer(c, "x", definition, sizeof definition - 1);
        found += find(r, "WK003") != NULL;
        patuh_result_free(r);
    }
    patuh_checker_free(c);
    return found;
}

static void in_threads(struct patuh_rules *rules)
{
    thrd_t threads[4];
    int found, all = 0;
    for (int i = 0; i < 4; i++)
        if (thrd_create(&threads[i], many, rules) != thrd_success) return (void)ok(0, "a thread");
    for (int i = 0; i < 4; i++) thrd_join(threads[i], &found), all += found;
    ok(all == 80, "four threads share the rules");
}

int main(void)
{
    struct patuh_rules *rules = patuh_rules_new(NULL), *broken = patuh_rules_new("/nonexistent");
    is_str(patuh_version(), PATUH_VERSION, "version");
    if (!ok(patuh_rules_error_count(rules) == 0, "built-in rules")) return done();
    ok(!patuh_rules_error_at(rules, 0, 0), "no first error");
    ok(patuh_rules_error_count(broken) == 1, "a folder that is not there");
    is_str(patuh_rules_error_at(broken, 0, 1), "/nonexistent: the folder cannot be read", "is said");
    char *error = NULL;
    ok(!patuh_checker_new(broken, NULL, &error), "and checks nothing");
    is_str(error, "aturan yang mengandung kesalahan tidak dapat dipakai memeriksa", "in Indonesian, unless asked otherwise");
    patuh_free(error);
    ok(!patuh_rules_error_at(broken, 0, 2) && !patuh_rules_error_at(broken, 1, 0) && !patuh_rules_error_at(NULL, 0, 0) && !patuh_rules_error_count(NULL),
       "nothing where there is nothing");
    one_document(rules);
    unreadable(rules);
    options(rules);
    in_threads(rules);
    patuh_rules_free(broken);
    patuh_rules_free(rules);
    patuh_rules_free(NULL);
    patuh_checker_free(NULL);
    patuh_result_free(NULL);
    return done();
}
