/* Fuzz target of rule files: one rule from the bytes beside the built-in facts and parameters, run over a small SOP if it loads. */
#include <libxml/parser.h>
#include <string.h>

#include "fuzz.h"
#include "stage/rules.h"

static const char document[] =
    "<sop bpmn='tidak'><identitas><nomor>1</nomor></identitas><dasar-hukum><butir>UU 1<rujukan dicabut='ya' nama-pendek='UU 1'/></butir></dasar-hukum>"
    "<langkah simbol='keputusan' keluar='1'><nomor>1</nomor><uraian bentuk='benda' saran='Menyusun'>Penyusunan</uraian><waktu>1 jam</waktu><lanjut>2</lanjut></langkah>"
    "<langkah><nomor>2</nomor></langkah><jumlah-waktu selisih='1 jam' jumlah='2 jam'>1 jam</jumlah-waktu></sop>";

static void run(struct arena *a, const struct ruleset *set)
{
    struct limits limits;
    struct findings findings = {0};
    struct rule_outcomes outcomes = {0};
    const bool selected[] = {true};
    limits_default(&limits);
    limits.v[LIMIT_operations] = 100000;
    struct engine *e = engine_new(set, &(struct engine_options){LANG_EN, &limits, ruleset_parameters(set), selected});
    xmlParserCtxt *p = xmlNewParserCtxt();
    xmlDictFree(p->dict);
    p->dict = (xmlDict *)(void *)engine_names(e); /* see view.h */
    xmlDictReference(p->dict);
    xmlDoc *view = xmlCtxtReadMemory(p, document, sizeof document - 1, NULL, "UTF-8", 0);
    xmlFreeParserCtxt(p);
    engine_run(e, a, (struct view *)(void *)view, &findings, &outcomes);
    need(outcomes.n <= 1);
    engine_raise(e, a, ruleset_info(set, 0)->id, 0, STR("a"), STR("b"), (struct place){SPAN_NONE, NULL}, &findings);
    xmlFreeDoc(view);
    engine_free(e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct limits limits;
    struct source s = {.path = STR("fuzz"), .text = arena_str(a, (struct str){(const char *)data, size})};
    struct trouble why = {0};
    struct pack_faults faults = {0};
    const struct yaml_node *root = NULL;
    limits_default(&limits);
    if (memchr(data, 0, size) || yaml_parse(a, &s, &limits, &root, &why) != RC_OK) {
        arena_free(a);
        return 0;
    }
    /* A file is named after its id and name; give it the name that it asks for. */
    struct str id = yaml_get_str(root, "id"), name = yaml_get_str(root, "name");
    const char *group = str_eqz(yaml_get_str(root, "scope"), "program") ? "umum" : "sop";
    struct bundle_file files[] = {
        {"facts.yaml", bundle_find(&bundle_embedded, "facts.yaml"), NULL},
        {"parameters.yaml", bundle_find(&bundle_embedded, "parameters.yaml"), NULL},
        {arena_printf(a, "%s/%.*s-%.*s.yaml", group, (int)id.n, id.p ? id.p : "", (int)name.n, name.p ? name.p : "").p, root, NULL},
    };
    struct bundle b = {files, 3};
    const struct ruleset *set = ruleset_load(a, &b, &faults);
    for (size_t i = 0; i < faults.n; i++) word_format(a, faults.v[i].message, LANG_ID, faults.v[i].arg[0], faults.v[i].arg[1]);
    need(!set != (faults.n == 0));
    if (set) run(a, set);
    arena_free(a);
    return 0;
}
