/* Build tool: rules/ as C. Reads the YAML files named on the command line and writes their trees as constant data, so that
 * the program starts without parsing. usage: embed PREFIX FILE… > embedded.c (PREFIX is cut off the names);
 * embed --facts rules/facts.yaml > facts.def: the names of facts as symbols;
 * embed --laws rules/laws.tsv > laws.c: the table of laws. */
#include <stdlib.h>
#include <string.h>

#include "base/yaml_tree.h"
#include "embed/embed.h"

static char *slurp(const char *path, size_t *n)
{
    FILE *f = fopen(path, "rb");
    struct buf b = BUF_INIT;
    char part[65536];
    size_t k;
    if (!f) return NULL;
    while ((k = fread(part, 1, sizeof part, f)) > 0) buf_add(&b, part, k);
    bool bad = ferror(f) != 0;
    fclose(f);
    if (bad) return buf_free(&b), NULL;
    if (!b.p) buf_add(&b, "", 0);
    *n = b.n;
    return b.p;
}

void embed_string(const char *p, size_t n)
{
    putchar('"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)p[i];
        if (c == '"' || c == '\\') printf("\\%c", c);
        else if (c >= 0x20 && c < 0x7f && c != '?') putchar(c);
        else printf("\\%03o", c);
    }
    putchar('"');
}

/* Nodes in the order written: depth first. Numbers are given in a first walk and printed in a second. */
struct list {
    const struct yaml_node **v;
    size_t n, cap;
};

static void collect(struct arena *a, const struct yaml_node *root, struct list *out)
{
    struct list waiting = {0};
    if (root) *ARENA_PUSH(a, &waiting) = root;
    while (waiting.n) {
        const struct yaml_node *n = waiting.v[--waiting.n];
        *ARENA_PUSH(a, out) = n;
        if (n->next) *ARENA_PUSH(a, &waiting) = n->next;
        if (n->child) *ARENA_PUSH(a, &waiting) = n->child;
    }
}

static int by_address(const void *x, const void *y)
{
    const struct yaml_node *const *a = x, *const *b = y;
    return (*a > *b) - (*a < *b);
}

struct numbered {
    const struct yaml_node *node;
    size_t number;
};

static size_t number_of(const struct numbered *v, size_t n, const struct yaml_node *node)
{
    const struct numbered *hit = bsearch(&node, v, n, sizeof *v, by_address);
    return hit->number;
}

static void write_tree(struct arena *a, size_t file, const struct yaml_node *root)
{
    struct list nodes = {0};
    collect(a, root, &nodes);
    struct numbered *index = arena_alloc(a, nodes.n * sizeof *index);
    for (size_t i = 0; i < nodes.n; i++) index[i] = (struct numbered){nodes.v[i], i};
    qsort(index, nodes.n, sizeof *index, by_address);
    printf("static const struct yaml_node f%zu[] = {\n", file);
    for (size_t i = 0; i < nodes.n; i++) {
        const struct yaml_node *n = nodes.v[i];
        printf("{%d, %s, %u, {0, 0, false}, %u, ", n->kind, n->plain ? "true" : "false", (unsigned)n->line, (unsigned)n->length);
        if (n->kind == YAML_SCALAR) embed_string(n->text, n->length);
        else fputs("0", stdout);
        fputs(", ", stdout);
        if (n->child) printf("&f%zu[%zu], ", file, number_of(index, nodes.n, n->child));
        else fputs("0, ", stdout);
        if (n->next) printf("&f%zu[%zu]},\n", file, number_of(index, nodes.n, n->next));
        else fputs("0},\n", stdout);
    }
    puts("};");
}

/* The names of facts.yaml, sorted, each once: FACT(tanggal_dokumen, "tanggal-dokumen"). */
static int by_text(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

static int write_facts(const struct yaml_node *root)
{
    const struct yaml_node *list = yaml_get(root, "facts");
    const char **names = base_alloc((yaml_size(list) + 1) * sizeof *names);
    size_t n = 0;
    for (const struct yaml_node *f = list ? list->child : NULL; f; f = f->next) {
        const struct yaml_node *name = yaml_get(f, "name") ? yaml_get(f, "name") : yaml_get(f, "child");
        if (name && name->kind == YAML_SCALAR) names[n++] = name->text;
    }
    qsort(names, n, sizeof *names, by_text);
    puts("/* Made by checker/embed from rules/facts.yaml. Do not edit. */");
    for (size_t i = 0; i < n; i++) {
        if (i && strcmp(names[i], names[i - 1]) == 0) continue;
        fputs("FACT(", stdout);
        for (const char *p = names[i]; *p; p++) putchar(*p == '-' ? '_' : *p);
        printf(", \"%s\")\n", names[i]);
    }
    free(names);
    return n ? 0 : 2;
}

static int laws(const char *path)
{
    size_t n;
    char *bytes = slurp(path, &n);
    int status = bytes ? write_laws((struct str){bytes, n}) : 2;
    free(bytes);
    return status || ferror(stdout) || fflush(stdout) ? 2 : 0;
}

/* Examples are more than half of a rule's file, and only `patuh explain` and `patuh rules test` read them: they leave the tree and stay text
 * ("" in other files). */
static bool part_examples(struct arena *a, const struct source *s, const struct limits *limits, const struct yaml_node *root, size_t file)
{
    struct yaml_node *before = NULL;
    struct source part = {.path = s->path, .text = STR("")};
    const struct yaml_node *k = root && root->kind == YAML_MAP ? root->child : NULL, *alone;
    struct trouble why;
    for (; k && strcmp(k->text, "examples") != 0; k = k->next->next) before = (struct yaml_node *)(uintptr_t)k->next;
    if (k && before) {
        part.text = str_slice(s->text, k->span.begin, s->text.n);
        if (k->next->next || yaml_parse(a, &part, limits, &alone, &why) != RC_OK) return false;
        before->next = NULL;
    }
    printf("static const char e%zu[] = ", file);
    embed_string(part.text.p, part.text.n);
    puts(";");
    return true;
}

int main(int argc, char **argv)
{
    if (argc < 3) return 2;
    if (strcmp(argv[1], "--laws") == 0) return laws(argv[2]);
    bool facts = strcmp(argv[1], "--facts") == 0;
    size_t prefix = strlen(argv[1]);
    struct limits limits;
    limits_default(&limits);
    if (!facts) puts("/* Made by checker/embed from rules/. Do not edit. */\n#include \"base/bundle.h\"\n");
    for (int i = 2; i < argc; i++) {
        struct arena *a = arena_new();
        struct source s = {.path = str_of(argv[i])};
        char *bytes = slurp(argv[i], &s.text.n);
        if (!bytes) {
            fprintf(stderr, "%s: cannot read\n", argv[i]);
            return 2;
        }
        s.text.p = bytes;
        const struct yaml_node *root;
        struct trouble why;
        struct troubles twice = {0};
        enum rc rc = yaml_parse(a, &s, &limits, &root, &why);
        if (rc == RC_OK) yaml_duplicates(a, root, &twice);
        if (twice.n) why = twice.v[0], rc = RC_SYNTAX;
        if (rc != RC_OK) {
            struct position at = source_locate(a, &s, why.at.begin);
            fprintf(stderr, "%s:%u:%u: %s\n", argv[i], (unsigned)at.line, (unsigned)at.column,
                    word_format(a, why.message, LANG_EN, why.arg[0], why.arg[1]).p);
            return 2;
        }
        if (facts && write_facts(root)) return 2;
        if (!facts && !part_examples(a, &s, &limits, root, (size_t)i)) {
            fprintf(stderr, "%s: examples have to stand last, and for themselves\n", argv[i]);
            return 2;
        }
        if (root && !facts) write_tree(a, (size_t)i, root);
        arena_free(a);
        free(bytes);
    }
    if (facts) return fflush(stdout) ? 2 : 0;
    puts("static const struct bundle_file files[] = {");
    for (int i = 2; i < argc; i++) {
        const char *name = strncmp(argv[i], argv[1], prefix) == 0 ? argv[i] + prefix : argv[i];
        printf("{\"%s\", f%d, 0, true, {e%d, sizeof e%d - 1}},\n", name, i, i, i);
    }
    puts("};\nconst struct bundle bundle_embedded = {files, sizeof files / sizeof files[0]};");
    return ferror(stdout) || fflush(stdout) ? 2 : 0;
}
