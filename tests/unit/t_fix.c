/* Edits of a file: which are made, in which order, what they may not touch, and when they have done good. */
#include "fix/fix.h"
#include "tap.h"

static struct arena *arena;

/* A finding that would put `text` in the place of [begin, end). */
static struct finding finding(struct source *s, const char *rule, uint32_t begin, uint32_t end, const char *text, bool safe)
{
    struct edit *e = arena_alloc(arena, sizeof *e);
    *e = (struct edit){SPAN(begin, end), str_slice(s->text, begin, end), str_of(text)};
    return (struct finding){.rule = rule, .element = str_of(rule), .fix = e, .fix_safe = safe};
}

static struct fixes collected(struct source *s, struct finding *v, size_t n, bool unsafe, const struct fixes *refused, size_t *left)
{
    static const struct fixes none = {0};
    struct findings all = {v, n, n};
    struct fixes out = {0};
    *left = 0;
    fixes_collect(arena, s, &all, unsafe, refused ? refused : &none, &out, left);
    fixes_settle(&out);
    return out;
}

static void gives(struct source *s, struct str raw, const struct fixes *f, struct str want, const char *what)
{
    struct buf b = BUF_INIT;
    ok(fixes_apply(s, raw, f, &b) && str_eq(buf_view(&b), want), "%s", what);
    buf_free(&b);
}

static void test_choice(void)
{
    struct source s = {.text = STR("satu dua tiga\nempat\n"), .encoding = ENC_UTF8};
    struct finding v[] = {finding(&s, "B", 9, 13, "III", true), finding(&s, "A", 0, 8, "SATU", true), finding(&s, "C", 5, 8, "II", true), finding(&s, "D", 14, 19, "IV", false)};
    size_t left;
    struct fixes f = collected(&s, v, COUNT(v), false, NULL, &left);
    ok(f.n == 2 && left == 1, "of edits that overlap the first is made, the unsafe one is counted (%zu, %zu)", f.n, left);
    gives(&s, s.text, &f, STR("SATU III\nempat\n"), "in the order of the text, whatever that of the findings");
    f = collected(&s, v, COUNT(v), true, NULL, &left);
    ok(f.n == 3 && left == 0, "the unsafe one where it is asked for");
    struct fixes refused = {&f.v[0], 1, 1};
    struct fixes again = collected(&s, v, COUNT(v), true, &refused, &left);
    ok(again.n == 3 && again.v[0].at.begin == 5, "where one is given up the one behind it has its turn");

    struct finding wrong[] = {finding(&s, "A", 0, 4, "satu", true), finding(&s, "A", 9, 19, "x", true), finding(&s, "A", 0, 4, "a\nb", true), finding(&s, "A", 5, 8, "x", true)};
    wrong[3].fix->old = STR("dia");
    ok(collected(&s, wrong, COUNT(wrong), true, NULL, &left).n == 0, "none that changes nothing, goes over lines, or stands on other words than were read");

    struct finding unread[] = {finding(&s, "A", 0, 4, "x", true), finding(&s, "UM001", 14, 19, "y", true)};
    f = collected(&s, unread, COUNT(unread), false, NULL, &left);
    ok(f.n == 1 && f.v[0].at.begin == 14, "what could not be read comes first, alone");
}

static void test_encodings(void)
{
    struct source s = {.text = STR("é dua"), .encoding = ENC_CP1252};
    struct finding v[] = {finding(&s, "A", 3, 6, "dué", true)};
    size_t left;
    struct fixes f = collected(&s, v, 1, false, NULL, &left);
    gives(&s, STR("\xE9 dua"), &f, STR("\xE9 du\xE9"), "Windows-1252");
    f.v[0].text = STR("“dua”");
    struct buf b = BUF_INIT;
    ok(!fixes_apply(&s, STR("\xE9 dua"), &f, &b), "a character that the encoding lacks there is not written");
    buf_free(&b);

    struct source wide = {.text = STR("a dua"), .encoding = ENC_UTF16BE, .marked = true};
    struct finding w[] = {finding(&wide, "A", 2, 5, "é", true)};
    f = collected(&wide, w, 1, false, NULL, &left);
    gives(&wide, STR("\xFE\xFF\0a\0 \0d\0u\0a"), &f, STR("\xFE\xFF\0a\0 \0\xE9"), "UTF-16");

    struct source composed = {.text = STR("a"), .composed = true}, damaged = {.text = STR("a"), .damage = {.message = W_read_binary}};
    ok(!fix_possible(&composed) && !fix_possible(&damaged) && fix_possible(&s), "neither a text that a reader composed nor a damaged one");
}

static void test_proof(void)
{
    struct fix made = {.rule = "A"}, key = {.rule = "UM001"};
    const struct fixes f = {&made, 1, 1}, k = {&key, 1, 1};
    struct fix_count_row two[] = {{"A", 2, 0}, {"UM001", 1, 0}}, one[] = {{"A", 1, 0}, {"UM001", 1, 0}}, other[] = {{"A", 1, 0}, {"UM001", 1, 0}, {"B", 1, 0}},
                     blind[] = {{"A", 1, 0}, {"B", 0, 1}}, more[] = {{"A", 5, 0}};
    const struct fix_counts before = {two, 2, 2}, better = {one, 2, 2}, new_one = {other, 3, 3}, unseen = {blind, 2, 2}, readable = {more, 1, 1};
    ok(fixes_improved(&f, &before, &better), "one finding less");
    ok(!fixes_improved(&f, &before, &before), "as many as before");
    ok(!fixes_improved(&f, &before, &new_one), "one of another rule");
    ok(!fixes_improved(&f, &before, &unseen), "something can no longer be checked");
    ok(fixes_improved(&k, &before, &readable), "what becomes readable may have findings");
}

static void test_diff(void)
{
    struct buf b = BUF_INIT;
    fixes_diff(&b, STR("a.md"), STR("1\n2\n3\n4\n5\r\n6\n7\n8\n9\n10\n11\n12"), STR("1\n2\n3\n4\nfive\r\n6\n7\n8\n9\n10\n11\ntwelve"));
    is_str(arena_strz(arena, buf_view(&b)),
           "--- a.md\n+++ a.md\n@@ -2,11 +2,11 @@\n 2\n 3\n 4\n-5\r\n+five\r\n 6\n 7\n 8\n 9\n 10\n 11\n-12\n\\ No newline at end of file\n+twelve\n\\ No newline at end of file\n",
           "two changes that share their surroundings are one hunk");
    buf_free(&b);
    b = (struct buf)BUF_INIT;
    fixes_diff(&b, STR("a"), STR("a\n1\n2\n3\n4\n5\n6\n7\nb\n"), STR("A\n1\n2\n3\n4\n5\n6\n7\nB\n"));
    is_str(arena_strz(arena, buf_view(&b)), "--- a\n+++ a\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n", "farther apart they are two");
    buf_free(&b);
}

int main(void)
{
    arena = arena_new();
    test_choice();
    test_encodings();
    test_proof();
    test_diff();
    arena_free(arena);
    return done();
}
