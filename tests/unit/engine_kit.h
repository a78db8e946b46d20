/* What the tests of the engine share: a pack from strings, a view from XML with facts on items, one call to run it. */
#ifndef ENGINE_KIT_H
#define ENGINE_KIT_H

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "stage/rules.h"
#include "tap.h"

#define KIT_FILES 24

struct kit {
    struct arena *a;
    struct bundle_file files[KIT_FILES];
    struct bundle bundle;
    struct pack_faults faults;
    const struct ruleset *set;
    struct engine *engine;
    xmlDoc *view;
    struct findings findings;
    struct rule_outcomes outcomes;
};

static const char kit_facts[] =
    "facts:\n"
    "  - {name: selisih, element: sop/jumlah-waktu, type: durasi, meaning: m, analysis: x}\n"
    "  - {name: jumlah, element: sop/jumlah-waktu, type: durasi, meaning: m, analysis: x}\n"
    "  - {name: bentuk, element: sop/langkah/uraian, type: pilihan, values: [aktif, benda], meaning: m, analysis: x}\n"
    "  - {name: umur, element: [sop/langkah/waktu, sop/langkah], type: angka, meaning: m, analysis: x}\n"
    "  - {name: persen, element: sop/langkah, type: persen, meaning: m, analysis: x}\n"
    "  - {name: tanggal, element: sop/langkah, type: tanggal, meaning: m, analysis: x}\n"
    "  - {name: ganda, element: [sop/langkah, himpunan/sop], type: ya-tidak, meaning: m, analysis: x}\n"
    "  - {name: jenis, element: sop, type: teks, meaning: m, analysis: x}\n"
    "  - {name: ada-langkah, element: sop, type: ya-tidak, meaning: m, analysis: x}\n"
    "  - {name: nomor, element: himpunan/sop, type: teks, meaning: m, analysis: x}\n"
    "  - {name: berkas, element: himpunan/sop, type: teks, meaning: m, analysis: x}\n"
    "  - {child: rujukan, element: sop/dasar-hukum/butir, meaning: m, analysis: x}\n";
static const char kit_parameters[] = "parameters:\n  - {name: batas, type: angka, default: '7,5', meaning: {id: a, en: b}}\n"
                                     "  - {name: wilayah, type: teks, meaning: {id: a, en: b}}\n";

static inline const struct yaml_node *kit_yaml(struct kit *k, const char *text)
{
    struct source s = {.path = STR("test"), .text = arena_str(k->a, str_of(text))};
    struct limits limits;
    const struct yaml_node *root = NULL;
    struct trouble why;
    limits_default(&limits);
    if (yaml_parse(k->a, &s, &limits, &root, &why) != RC_OK) {
        printf("# YAML of the test is broken: %s\n", why.arg[0].p);
        exit(1);
    }
    return root;
}

static inline void kit_file(struct kit *k, const char *name, const char *text)
{
    k->files[k->bundle.n++] = (struct bundle_file){.name = name, .root = kit_yaml(k, text)};
    k->bundle.files = k->files;
}

static inline struct kit *kit_new(void)
{
    struct arena *a = arena_new();
    struct kit *k = arena_alloc(a, sizeof *k);
    k->a = a;
    kit_file(k, "facts.yaml", kit_facts);
    kit_file(k, "parameters.yaml", kit_parameters);
    return k;
}

/* A rule from the lines that matter: at, when, cases, instead-of …; the rest is filled in. `id` gives the file's name. */
static inline void kit_rule(struct kit *k, const char *id, const char *body)
{
    bool program = strstr(body, "scope: program") != NULL;
    const char *name = arena_printf(k->a, "%s/%s-contoh.yaml", program ? "umum" : "sop", id).p;
    kit_file(k, name,
             arena_printf(k->a,
                          "rule: 1\nid: %s\nname: contoh\nbasis: {regulation: null, place: null, status: logic}\ntitle: {id: judul, en: title}\n"
                          "why: {id: sebab, en: reason}\nmend: {id: perbaiki, en: mend it}\nexamples: []\n%s",
                          id, body)
                 .p);
}

static inline void kit_load(struct kit *k)
{
    k->set = ruleset_load(k->a, &k->bundle, &k->faults);
    for (size_t i = 0; i < k->faults.n; i++)
        printf("# %s:%u: %s\n", k->faults.v[i].file.p, (unsigned)k->faults.v[i].line,
               word_format(k->a, k->faults.v[i].message, LANG_EN, k->faults.v[i].arg[0], k->faults.v[i].arg[1]).p);
    if (!k->set) exit(1);
}

static inline void kit_engine(struct kit *k, enum lang lang, uint64_t operations)
{
    struct limits limits;
    limits_default(&limits);
    if (operations) limits.v[LIMIT_operations] = operations;
    bool selected[KIT_FILES];
    for (size_t i = 0; i < KIT_FILES; i++) selected[i] = true;
    if (!k->set) kit_load(k);
    engine_free(k->engine);
    k->engine = engine_new(k->set, &(struct engine_options){lang, &limits, ruleset_parameters(k->set), selected, NULL});
}

/* The view from XML text. Attributes become facts as they are, but for tak="name", a fact unknown for want of a table, and
 * b="12", the place of the item, and ragu="2", a reading on page 2 that has not proved itself; ragu="0": one that proves itself. */
static inline void kit_items(struct kit *k, xmlNode *root)
{
    for (xmlNode *n = root; n;) {
        if (n->type == XML_ELEMENT_NODE) {
            struct item *item = arena_alloc(k->a, sizeof *item);
            xmlChar *begin = xmlGetProp(n, (const xmlChar *)"b"), *unknown = xmlGetProp(n, (const xmlChar *)"tak");
            if (n->children && n->children->type == XML_TEXT_NODE) item->text = str_of((const char *)n->children->content);
            if (begin) item->place.at = SPAN(atoi((char *)begin), atoi((char *)begin) + (int)item->text.n);
            for (int f = 0; unknown && f < FACT_COUNT; f++)
                if (strcmp(fact_text((enum fact_name)f), (const char *)unknown) == 0) fact_unknown(k->a, item, (enum fact_name)f, W_reason_no_table);
            xmlChar *doubt = xmlGetProp(n, (const xmlChar *)"ragu");
            struct where *w = arena_alloc(k->a, sizeof *w);
            if (doubt && atoi((char *)doubt)) item->doubt = W_reason_unproved, w->page = (uint32_t)atoi((char *)doubt), w->table = 3, item->place.where = w;
            item->certain = doubt && !atoi((char *)doubt);
            xmlUnsetProp(n, (const xmlChar *)"ragu");
            xmlFree(doubt);
            xmlUnsetProp(n, (const xmlChar *)"b");
            xmlUnsetProp(n, (const xmlChar *)"tak");
            xmlFree(begin);
            xmlFree(unknown);
            n->_private = item;
            if (n->children) {
                n = n->children;
                continue;
            }
        }
        while (n != root && !n->next) n = n->parent;
        n = n == root ? NULL : n->next;
    }
}

static inline void kit_view(struct kit *k, const char *xml)
{
    xmlParserCtxt *p = xmlNewParserCtxt();
    xmlDict *dict = (xmlDict *)(void *)engine_names(k->engine); /* see view.h */
    xmlDictFree(p->dict);
    p->dict = dict;
    xmlDictReference(dict);
    if (k->view) xmlFreeDoc(k->view);
    k->view = xmlCtxtReadMemory(p, xml, (int)strlen(xml), NULL, "UTF-8", XML_PARSE_NOBLANKS);
    xmlFreeParserCtxt(p);
    if (!k->view) exit(1);
    kit_items(k, xmlDocGetRootElement(k->view));
}

static inline void kit_run(struct kit *k, const char *xml)
{
    if (!k->engine) kit_engine(k, LANG_ID, 0);
    kit_view(k, xml);
    k->findings = (struct findings){0};
    k->outcomes = (struct rule_outcomes){0};
    engine_run(k->engine, k->a, (struct view *)(void *)k->view, &k->findings, &k->outcomes);
}

static inline const struct rule_outcome *kit_outcome(const struct kit *k, const char *rule)
{
    static const struct rule_outcome none = {.rule = "none"};
    for (size_t i = 0; i < k->outcomes.n; i++)
        if (strcmp(k->outcomes.v[i].rule, rule) == 0) return &k->outcomes.v[i];
    return &none;
}

/* All findings in one line: "AA001 /sop/langkah: message; …". */
static inline const char *kit_findings(struct kit *k)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < k->findings.n; i++) {
        const struct finding *f = &k->findings.v[i];
        buf_printf(&b, "%s%s %s: %s", i ? "; " : "", f->rule, f->element.p ? f->element.p : "-", f->message.p);
    }
    const char *s = arena_strz(k->a, buf_view(&b));
    buf_free(&b);
    return s;
}

static inline void kit_free(struct kit *k)
{
    if (k->view) xmlFreeDoc(k->view);
    engine_free(k->engine);
    arena_free(k->a);
}

#endif
