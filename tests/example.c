/* The library in a foreign program: prints what is wrong with each file named. See README.md. */
#include <patuh.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    struct patuh_rules *rules = patuh_rules_new(NULL);
    struct patuh_options options = {.lang = 1, .today = "2025-06-30"};
    char *error = NULL;
    struct patuh_checker *checker = patuh_checker_new(rules, &options, &error);
    if (!checker) {
        fprintf(stderr, "%s\n", error);
        patuh_free(error);
        patuh_rules_free(rules);
        return 2;
    }
    for (int i = 1; i < argc; i++) {
        struct patuh_result *result = patuh_check_file(checker, argv[i]);
        if (patuh_result_error(result)) printf("%s: %s\n", argv[i], patuh_result_error(result));
        for (size_t k = 0; k < patuh_finding_count(result) && !patuh_result_error(result); k++) {
            const struct patuh_finding *f = patuh_finding_at(result, k);
            printf("%s:%zu:%zu: %s [%s]\n", argv[i], f->line, f->column, f->message, f->rule);
        }
        patuh_result_free(result);
    }
    patuh_checker_free(checker);
    patuh_rules_free(rules);
    return 0;
}
