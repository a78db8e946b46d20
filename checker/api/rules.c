/* The rules of a session: a bundle, and everything that is loaded from it. */
#include <stdlib.h>
#include <string.h>

#include "api/session.h"

static void load(struct patuh_rules *r)
{
    struct arena *a = r->arena;
    r->read_words = read_words_load(a, &r->bundle, &r->faults);
    if (!bundle_proved(&r->bundle, "vocabulary/")) r->vocabulary = vocabulary_load(a, &r->bundle, &r->faults);
    r->knowledge = knowledge_load(a, &r->bundle, &r->faults);
    r->ruleset = ruleset_load(a, &r->bundle, &r->faults);
    static const char *const needed[] = {"UM001", "UM002"};
    for (size_t i = 0; r->ruleset && i < COUNT(needed); i++)
        if (!ruleset_find(r->ruleset, str_of(needed[i])))
            fault_add(a, &r->faults, "umum/", 0, W_pack_rule_needed)->arg[0] = str_of(needed[i]);
}

/* A fault names a file as the bundle calls it, or by its path where it could not be read. */
static const char *fault_text(const struct patuh_rules *r, const struct pack_fault *f, enum lang lang)
{
    struct str text = word_format(r->arena, f->message, lang, f->arg[0], f->arg[1]);
    const char *file = f->file.p;
    for (size_t i = 0; i < r->bundle.n; i++)
        if (r->bundle.files[i].path && str_eqz(f->file, r->bundle.files[i].name)) file = r->bundle.files[i].path;
    if (f->line) return arena_printf(r->arena, "%s:%u: %s", file, (unsigned)f->line, text.p).p;
    return arena_printf(r->arena, "%s: %s", file, text.p).p;
}

/* Once and for all: the rules are shared, and read-only from here on. */
static void write_faults(struct patuh_rules *r)
{
    for (int lang = 0; lang < 2; lang++) {
        r->fault_texts[lang] = arena_alloc(r->arena, (r->faults.n + 1) * sizeof *r->fault_texts[lang]);
        for (size_t i = 0; i < r->faults.n; i++) r->fault_texts[lang][i] = fault_text(r, &r->faults.v[i], lang ? LANG_EN : LANG_ID);
    }
}

struct patuh_rules *rules_load(const char *only, const char *const *packs, size_t n, struct bundle *last)
{
    struct arena *a = arena_new();
    struct pack_faults faults = {0};
    struct patuh_rules *r = base_alloc(sizeof *r);
    struct bundle b = only ? bundle_read(a, only, &faults) : bundle_embedded;
    for (size_t i = 0; i < n; i++) {
        if (!packs[i]) continue;
        struct bundle pack = bundle_read(a, packs[i], &faults);
        b = bundle_over(a, b, pack);
        if (last) *last = pack;
    }
    view_prepare();
    *r = (struct patuh_rules){.arena = a, .bundle = b, .faults = faults};
    if (r->faults.n == 0) load(r); /* half a pack would only give faults that follow from the first ones */
    write_faults(r);
    return r;
}

struct patuh_rules *patuh_rules_new(const char *dir) { return rules_load(NULL, &dir, 1, NULL); }
struct patuh_rules *patuh_rules_only(const char *dir) { return rules_load(dir, NULL, 0, NULL); }

void patuh_rules_free(struct patuh_rules *r)
{
    if (!r) return;
    arena_free(r->arena);
    free(r);
}

size_t patuh_rules_error_count(const struct patuh_rules *r) { return r ? r->faults.n : 0; }

const char *patuh_rules_error_at(const struct patuh_rules *r, size_t index, int lang)
{
    return r && index < r->faults.n && (lang == 0 || lang == 1) ? r->fault_texts[lang][index] : NULL;
}

const char *patuh_version(void) { return PATUH_VERSION; }
