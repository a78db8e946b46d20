/* YAML trees: spans, what is refused and where, and hostile input within a second. */
#include <stdlib.h>
#include <time.h>

#include "tap.h"
#include "base/yaml_tree.h"

static struct arena *a;
static struct limits limits;
static struct source source;
static struct trouble why;

static const struct yaml_node *parse(struct str text)
{
    const struct yaml_node *root = NULL;
    arena_reset(a);
    source = (struct source){.text = text};
    return yaml_parse(a, &source, &limits, &root, &why) == RC_OK ? root : NULL;
}

/* "line:column word [line:column]" of the refusal. */
static const char *refusal(struct str text)
{
    if (parse(text)) return "read";
    struct position at = source_locate(a, &source, why.at.begin), began = source_locate(a, &source, why.began.begin);
    if (why.began.set)
        return arena_printf(a, "%u:%u %s [%u:%u]", (unsigned)at.line, (unsigned)at.column, word_name(why.message), (unsigned)began.line,
                            (unsigned)began.column).p;
    return arena_printf(a, "%u:%u %s", (unsigned)at.line, (unsigned)at.column, word_name(why.message)).p;
}

static void test_tree(void)
{
    const struct yaml_node *root = parse(STR("é: 'ü x'\nb:\n- 1\n- {c: d}\n"));
    ok(root && root->kind == YAML_MAP && yaml_size(root) == 2, "a map");
    const struct yaml_node *v = yaml_get(root, "é");
    ok(str_eqz(yaml_str(v), "ü x") && !v->plain && v->span.begin == 4 && v->span.end == 10, "spans count bytes");
    v = yaml_get(root, "b");
    ok(v && v->kind == YAML_LIST && v->span.begin == 14 && v->span.end == 26 && v->line == 3, "a block ends with its last child");
    ok(parse(STR("")) == NULL && why.message == WORD_NONE, "an empty stream has no root");
    ok(parse(STR("# nothing\n")) == NULL && why.message == WORD_NONE, "nor has a comment");
    root = parse(STR("a: &x {p: 1}\nb: &x [2]\nc: *x\nd: *x\n"));
    ok(yaml_get(root, "c")->kind == YAML_LIST && yaml_get(root, "c") != yaml_get(root, "d"), "an anchor twice: the later one; each alias a copy");
    struct troubles twice = {0};
    root = parse(STR("a: 1\nb: {c: 1, d: 2, c: 3}\na: 2\n"));
    yaml_duplicates(a, root, &twice);
    ok(twice.n == 2 && twice.v[0].at.begin == 27 && twice.v[0].began.begin == 0 && twice.v[1].at.begin == 21, "duplicate keys");
}

static void test_refusals(void)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"a:\n  b: c: d\n", "2:7 yaml_colon_here"},
        {"a: x\n   b: y\n", "2:5 yaml_colon_here"},
        {"a: -\n", "1:4 yaml_dash_here"},
        {"a:\n\tb: c\n", "2:1 yaml_tab"},
        {"a: @b\n", "1:4 yaml_character"},
        {"a: 50 %\nb: %\n", "2:4 yaml_character"},
        {"a: \"b\nc: d\n", "3:1 yaml_quote [1:4]"},
        {"a: 'b\n---\n", "2:1 yaml_quote [1:4]"},
        {"a: \"b\nc: \"d\"\n", "2:5 yaml_quote [1:4]"},
        {"x: {a: \"b,\n c: \"d\"}\n", "2:6 yaml_quote [1:8]"},
        {"a: \"b\n  c\"\n  d: e\n", "3:3 yaml_map_indent [1:1]"},
        {"  a: b\n c: d\n", "2:2 yaml_after_end"},
        {"x:\n    a: b\n  c: d\n", "3:3 yaml_map_indent [1:1]"},
        {"a: b\nc\nd: e\n", "2:1 yaml_colon"},
        {"a:\n  - b\n  c: d\n", "3:3 yaml_list_indent [2:3]"},
        {"a: [b, c\nd: e\n", "2:2 yaml_bracket [1:4]"},
        {"a: {b: c d: e}\n", "1:11 yaml_brace [1:4]"},
        {"a: \"\\d\"\n", "1:5 yaml_escape [1:4]"},
        {"a: \"\\uD800\"\n", "1:7 yaml_escape [1:4]"},
        {"a: & b\n", "1:5 yaml_anchor [1:4]"},
        {"a: *\n", "1:5 yaml_anchor [1:4]"},
        {"a: !x!y z\n", "1:4 yaml_tag"},
        {"%x\n---\na: b\n", "1:3 yaml_directive [1:1]"},
        {"a: | b\n  c\n", "1:6 yaml_block [1:4]"},
        {"a: [b,\n\t]\n]\n", "3:1 yaml_map_indent [1:1]"},
        {"a: b\n---\nc: d\n", "2:1 yaml_documents"},
        {"a: b\n...\nc: d\n", "3:1 yaml_after_end"},
        {"a: \001\n", "1:4 yaml_control"},
        {"[a]: b\n", "1:1 yaml_key_not_scalar"},
        {"? {a: b}\n: c\n", "1:3 yaml_key_not_scalar"},
        {"a: *b\n", "1:4 yaml_alias_unknown"},
        {"a: &b {c: *b}\n", "1:11 yaml_alias_recursive"},
        {"a: &b [[[*b]]]\n", "1:10 yaml_alias_recursive"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) is_str(refusal(str_of(cases[i].text)), cases[i].want, "%s", cases[i].want);
}

/* `times` times a part, between a head and a tail. */
static struct str repeat(struct buf *b, const char *head, const char *part, size_t times, const char *tail)
{
    b->n = 0;
    buf_z(b, head);
    for (size_t i = 0; i < times; i++) buf_z(b, part);
    buf_z(b, tail);
    return buf_view(b);
}

static void hostile(struct str text, const char *want, const char *name)
{
    clock_t before = clock();
    const char *got = refusal(text);
    double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
    if (want) is_str(got, want, "%s", name);
    else ok(strcmp(got, "read") != 0, "%s: %s", name, got);
    ok(seconds < 5, "… in %.2f s", seconds);
}

static void test_hostile(void)
{
    struct buf b = BUF_INIT;
    hostile(repeat(&b, "patuh: sop/1\nx: ", "[", 100000, ""), "2:203 yaml_depth", "100,000 brackets");
    hostile(repeat(&b, "", "{a: ", 100000, ""), "1:801 yaml_depth", "100,000 braces");
    hostile(repeat(&b, "", "- ", 100000, ""), "1:401 yaml_depth", "100,000 dashes in one line");
    hostile(repeat(&b, "", "? ", 100000, ""), "1:3 yaml_key_not_scalar", "100,000 question marks");
    b.n = 0;
    for (int i = 0; i < 1000; i++) buf_printf(&b, "%*sa:\n", i, "");
    hostile(buf_view(&b), "201:201 yaml_depth", "1,000 levels of indentation");
    b.n = 0;
    buf_z(&b, "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
        buf_printf(&b, "a%d: &a%d [", i, i);
        for (int j = 0; j < 10; j++) buf_printf(&b, "*a%d%s", i - 1, j < 9 ? "," : "]\n");
    }
    hostile(buf_view(&b), "7:10 yaml_nodes", "an alias bomb");
    hostile(repeat(&b, "a: &a 1\nb: [", "*a, ", 200, "]\n"), "2:405 yaml_aliases", "200 aliases");
    hostile(repeat(&b, "a: [", "&a [], ", 300000, "]\n"), "read", "300,000 anchors of one name");
    b.n = 0;
    for (int i = 0; i < 100000; i++) buf_printf(&b, "- &a%d [x]\n", i);
    hostile(buf_view(&b), "read", "100,000 anchored lists");
    hostile(repeat(&b, "", "- a\n", 2500000, ""), "2000000:3 yaml_nodes", "too many nodes");
    hostile(repeat(&b, "a: ", "xxxxxxxxxxxxxxxx", 1000000, "\n"), "read", "a scalar of 16 MB");
    hostile(repeat(&b, "a: \"", "\\u00e9\\\n ", 500000, "\"\n"), "read", "a quoted scalar of 500,000 escapes and lines");
    hostile(repeat(&b, "a: |\n", "  x\n\n", 500000, ""), "read", "a block of a million lines");
    hostile(repeat(&b, "a: x", "\n\n\n\n", 500000, " y"), "read", "a plain scalar with two million line breaks");
    hostile(repeat(&b, "", "# é\n", 1000000, "a: b\n"), "read", "a million comments");
    hostile(repeat(&b, "", "xxxxxxxxxxxxxxxx", 100000, ": y\n"), NULL, "a key of 1.6 MB");
    hostile(repeat(&b, "", "a, ", 500000, ""), "read", "half a million commas: text");
    hostile(repeat(&b, "", "a: b: ", 100000, ""), "1:5 yaml_colon_here", "colons in one line");
    hostile(repeat(&b, "", "é: [{é: é}]\n", 100000, "] é"), NULL, "an error at the end of a long text that is not ASCII");
    hostile(repeat(&b, "", "%YAML 1.1\n", 1, "---\na: b"), "read", "a directive");
    hostile(repeat(&b, "", "!!x ", 100000, "y"), NULL, "100,000 tags");
    hostile(repeat(&b, "a: ", "'x' ", 100000, ""), NULL, "100,000 quotes");
    hostile((struct str){"a: b\0c\n", 7}, "1:5 yaml_control", "a NUL");
    hostile((struct str){"a: \xFF\n", 5}, "1:4 yaml_syntax", "no UTF-8");
    buf_free(&b);
}

int main(void)
{
    a = arena_new();
    limits_default(&limits);
    test_tree();
    test_refusals();
    test_hostile();
    arena_free(a);
    return done();
}
