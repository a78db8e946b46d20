/* BPMN to an SOP: nodes, flows, lanes, order of the steps; what is refused and where; hostile XML. */
#include <stdlib.h>
#include <time.h>

#include "stage/read.h"
#include "tap.h"

static struct arena *a;
static struct limits limits;
static struct source source;
static struct reading out;
static struct trouble why;

static enum rc read_text(struct str text)
{
    arena_reset(a);
    source = (struct source){.path = STR("x.bpmn"), .text = text};
    out = (struct reading){0};
    why = (struct trouble){0};
    return reader_bpmn.read(a, &source, &limits, &out, &why);
}

#define HEAD "<?xml version=\"1.0\"?>\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">"
#define TAIL "</definitions>"

/* The steps, one a line: kind id name {executor} (symbol) and its exits with their targets' lines from 0. */
static const char *steps_of(const char *inside)
{
    static const char *const kinds[] = {"activity", "subprocess", "exclusive", "inclusive", "parallel", "event-based", "complex",
                                        "start",    "end",        "intermediate", "boundary", "throw", "catch"};
    static const char *const marks[] = {"", " (terminator)", " (proses)", " (keputusan)", " (konektor)"};
    struct buf text = BUF_INIT, b = BUF_INIT;
    buf_printf(&text, "%s%s%s", HEAD, inside, TAIL);
    char *copy = malloc(text.n + 1);
    memcpy(copy, text.p, text.n + 1);
    buf_free(&text);
    if (read_text(str_of(copy)) != RC_OK) return word_name(why.message);
    const struct sop *s = out.document->sop;
    for (size_t i = 0; i < s->steps.n; i++) {
        const struct step *x = &s->steps.v[i];
        struct str name = x->kind <= STEP_SUBPROCESS ? x->activity.text : x->title.text;
        buf_printf(&b, "%s %.*s", kinds[x->kind], (int)x->head.place.where->id.n, x->head.place.where->id.p ? x->head.place.where->id.p : "");
        if (name.n) buf_printf(&b, " \"%.*s\"", (int)name.n, name.p);
        for (size_t k = 0; k < x->performers.n; k++)
            buf_printf(&b, " {%s}", s->tables.v[0].actors.v[x->performers.v[k].actor].item.text.p);
        buf_z(&b, marks[x->symbol]);
        if (x->node->scope) buf_printf(&b, " in %zu", x->node->scope);
        if (x->node->attached != NO_INDEX) buf_printf(&b, " at %zu", x->node->attached);
        if (x->node->link.text.p) buf_printf(&b, " link %s", arena_strz(a, x->node->link.text));
        if (x->node->definitions) buf_printf(&b, " definitions %u", (unsigned)x->node->definitions);
        if (x->node->terminates) buf_z(&b, " terminates");
        if (x->node->compensates) buf_z(&b, " compensates");
        if (x->kind == STEP_BOUNDARY && !x->node->interrupts) buf_z(&b, " goes-on");
        for (size_t k = 0; k < x->exits.n; k++) {
            const struct flow_exit *e = &x->exits.v[k];
            if (e->target == NO_INDEX) buf_printf(&b, " -> %s?", arena_strz(a, e->item.text));
            else buf_printf(&b, " -> %zu", e->target);
            if (e->label.p) buf_printf(&b, ":%s", arena_strz(a, e->label));
            if (e->conditional) buf_z(&b, "?");
            if (e->fallback) buf_z(&b, "!");
        }
        buf_ch(&b, '\n');
    }
    for (size_t i = 0; i < out.document->errors.n; i++)
        buf_printf(&b, "%s %s\n", word_name(out.document->errors.v[i].message), arena_strz(a, out.document->errors.v[i].arg[0]));
    const char *result = arena_strz(a, buf_view(&b));
    buf_free(&b);
    free(copy);
    return result;
}

static void test_sniff(void)
{
    static const struct {
        const char *text;
        bool ours;
    } cases[] = {
        {HEAD TAIL, true},
        {" \n<!-- x --><b:definitions xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>", true},
        {"<definitions xmlns=\"http://example.org\"/>", false},
        {"see http://www.omg.org/spec/BPMN/20100524/MODEL", false},
        {"", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct source s = {.text = str_of(cases[i].text)};
        ok(reader_bpmn.sniff(&s) == cases[i].ours, "sniff %zu: %s", i, cases[i].ours ? "ours" : "not ours");
    }
}

static void test_flow(void)
{
    is_str(steps_of("<process id='p' name='P'>"
                    "<endEvent id='e' name='Selesai'><terminateEventDefinition/></endEvent><task id='c'/><userTask id='b' name=' Memeriksa&#10;surat '/>"
                    "<exclusiveGateway id='g' name='Lengkap?' default='f5'/><manualTask id='a' name='A &amp; B &lt;C&gt;'/><startEvent id='s'/>"
                    "<sequenceFlow id='f1' sourceRef='s' targetRef='a'/><sequenceFlow id='f2' sourceRef='a' targetRef='b'/>"
                    "<sequenceFlow id='f3' sourceRef='b' targetRef='g'/><sequenceFlow id='f4' sourceRef='g' targetRef='e' name='ya'/>"
                    "<sequenceFlow id='f5' sourceRef='g' targetRef='c'><conditionExpression> tidak lengkap </conditionExpression></sequenceFlow>"
                    "<sequenceFlow id='f6' sourceRef='c' targetRef='b'/></process>"),
           "start s (terminator) -> 1\nactivity a \"A & B <C>\" (proses) -> 2\nactivity b \"Memeriksa surat\" (proses) -> 3\n"
           "exclusive g \"Lengkap?\" (keputusan) -> 4:ya -> 5:tidak lengkap?!\nend e \"Selesai\" (terminator) definitions 1 terminates\n"
           "activity c (proses) -> 2\n",
           "steps in the order of the flow, whatever the order of the file");
    is_str(steps_of("<process id='p'><startEvent id='s'/><parallelGateway id='x'/><task id='a'/><task id='b'/><task id='b2'/><parallelGateway id='y'/>"
                    "<sequenceFlow sourceRef='s' targetRef='x'/><sequenceFlow sourceRef='x' targetRef='a'/><sequenceFlow sourceRef='x' targetRef='b'/>"
                    "<sequenceFlow sourceRef='a' targetRef='y'/><sequenceFlow sourceRef='b' targetRef='b2'/><sequenceFlow sourceRef='b2' targetRef='y'/>"
                    "</process>"),
           "start s (terminator) -> 1\nparallel x -> 2 -> 3\nactivity a (proses) -> 5\nactivity b (proses) -> 4\nactivity b2 (proses) -> 5\nparallel y\n",
           "a join comes after all its branches");
    is_str(steps_of("<process id='p'><task id='z'/><task id='y'/><task id='a'/><startEvent id='s2'/><task id='b'/><startEvent id='s1'/>"
                    "<sequenceFlow sourceRef='s1' targetRef='b'/><sequenceFlow sourceRef='s2' targetRef='a'/>"
                    "<sequenceFlow sourceRef='z' targetRef='y'/><sequenceFlow sourceRef='y' targetRef='z'/></process>"),
           "start s2 (terminator) -> 1\nactivity a (proses)\nstart s1 (terminator) -> 3\nactivity b (proses)\nactivity z (proses) -> 5\n"
           "activity y (proses) -> 4\n",
           "several starts in their order; what no start reaches comes last");
    is_str(steps_of("<process id='p'><startEvent id='s'/><task id='a'/><boundaryEvent id='t' attachedToRef='a' cancelActivity='false'>"
                    "<timerEventDefinition/></boundaryEvent><task id='b'/><boundaryEvent id='u' attachedToRef='zz'/>"
                    "<intermediateThrowEvent id='j' name='J'><linkEventDefinition name='L'/></intermediateThrowEvent>"
                    "<intermediateCatchEvent id='k'><linkEventDefinition name='L'/></intermediateCatchEvent>"
                    "<intermediateCatchEvent id='m'><messageEventDefinition/><timerEventDefinition/></intermediateCatchEvent>"
                    "<task id='undo' isForCompensation='true'/>"
                    "<sequenceFlow sourceRef='s' targetRef='a'/><sequenceFlow sourceRef='a' targetRef='j'/><sequenceFlow sourceRef='k' targetRef='m'/>"
                    "<sequenceFlow sourceRef='t' targetRef='b'/></process>"),
           "start s (terminator) -> 1\nactivity a (proses) -> 2\nthrow j \"J\" (konektor) link L definitions 1\ncatch k (konektor) link L definitions 1 -> 4\n"
           "intermediate m definitions 2\nboundary t at 1 definitions 1 goes-on -> 6\nactivity b (proses)\nboundary u\nactivity undo (proses) compensates\n",
           "events on a border, links, compensation");
    is_str(steps_of("<process id='p'><startEvent id='s'/><subProcess id='q' name='Q'><startEvent id='qs'/><task id='qa'/><endEvent id='qe'/>"
                    "<sequenceFlow sourceRef='qs' targetRef='qa'/><sequenceFlow sourceRef='qa' targetRef='qe'/></subProcess><endEvent id='e'/>"
                    "<adHocSubProcess id='h'><task id='h1'/><task id='h2'/></adHocSubProcess>"
                    "<subProcess id='v' triggeredByEvent='true'><startEvent id='vs'><errorEventDefinition/></startEvent></subProcess>"
                    "<sequenceFlow sourceRef='s' targetRef='q'/><sequenceFlow sourceRef='q' targetRef='h'/><sequenceFlow sourceRef='h' targetRef='e'/></process>"),
           "start s (terminator) -> 1\nsubprocess q \"Q\" (proses) -> 5\nstart qs (terminator) in 1 -> 3\nactivity qa (proses) in 1 -> 4\n"
           "end qe (terminator) in 1\nsubprocess h (proses) -> 8\nactivity h1 (proses) in 2\nactivity h2 (proses) in 2\nend e (terminator)\n"
           "subprocess v (proses)\nstart vs (terminator) in 3 definitions 1\n",
           "the inside of a sub-process follows it");
    const struct flow_scopes *c = &out.document->sop->scopes;
    ok(c->n == 4 && c->v[0].owner == NO_INDEX && c->v[1].owner == 1 && str_eqz(c->v[1].item.text, "Q") && c->v[2].ad_hoc && !c->v[2].event_driven &&
           c->v[3].event_driven && out.document->sop->steps.v[5].node->inside == 2,
       "and has a scope of its own");
    is_str(steps_of("<process id='p'><task id='a'/><task id='a'/><sequenceFlow id='f' sourceRef='a' targetRef='b'/>"
                    "<sequenceFlow id='g' sourceRef='c' targetRef='a'/><sequenceFlow id='h' targetRef='a'/></process>"),
           "activity a (proses)\nactivity a (proses) -> b?\nbpmn_duplicate_id a\nbpmn_no_source c\nbpmn_no_source \n", "references that lead nowhere");
    is_str(steps_of("<process id='p'><x:task xmlns:x='urn:other' id='o'/><documentation>x</documentation><task id='a'><incoming>f</incoming></task>"
                    "<textAnnotation id='t'><text>y</text></textAnnotation><association sourceRef='a' targetRef='t'/>"
                    "<dataObjectReference id='d'/></process><task id='outside'/>"),
           "activity a (proses)\n", "what is no part of the flow is passed over");
}

static void test_executors(void)
{
    is_str(steps_of("<collaboration><participant id='x' name='Dinas' processRef='p'/></collaboration><process id='p'><laneSet>"
                    "<lane id='l1' name='Bidang'><flowNodeRef>c</flowNodeRef><flowNodeRef> a </flowNodeRef><childLaneSet>"
                    "<lane id='l2' name='Staf'><flowNodeRef>a</flowNodeRef></lane><lane id='l3' name='Arsiparis'/></childLaneSet></lane>"
                    "<lane id='l4'><flowNodeRef>b</flowNodeRef></lane></laneSet>"
                    "<task id='a'/><task id='b'/><task id='c'/><task id='d'/><subProcess id='q'><task id='e'/></subProcess>"
                    "<sequenceFlow sourceRef='a' targetRef='b'/><sequenceFlow sourceRef='b' targetRef='c'/></process>"),
           "activity a {Staf} (proses) -> 1\nactivity b {Dinas} (proses) -> 2\nactivity c {Bidang} (proses)\nactivity d (proses)\nsubprocess q (proses)\n"
           "activity e (proses) in 1\n",
           "the innermost lane; a lane without a name has the pool's");
    ok(out.document->sop->tables.v[0].actors.n == 4, "a lane without nodes is an executor too");
    is_str(steps_of("<collaboration><participant name='Dinas' processRef='p'/><participant name='Pemohon'/></collaboration>"
                    "<process id='p'><task id='a'/><subProcess id='q'><task id='e'/></subProcess></process><process id='r'><task id='b'/></process>"),
           "activity a {Dinas} (proses)\nsubprocess q {Dinas} (proses)\nactivity e {Dinas} (proses) in 1\nactivity b (proses) in 2\n",
           "without lanes the pool; a pool without a process is nobody here");
    ok(out.document->sop->tables.v[0].actors.n == 1 && out.document->sop->partial && out.document->sop->tables.v[0].declared, "a partial document");
    is_str(steps_of("<process id='p'><laneSet><lane name='A'><flowNodeRef>x</flowNodeRef></lane></laneSet><subProcess id='x'><task id='y'/></subProcess></process>"),
           "subprocess x {A} (proses)\nactivity y {A} (proses) in 1\n", "the inside of a sub-process is its lane's");
}

static const char *refusal(const char *text)
{
    if (read_text(str_of(text)) == RC_OK) return "read";
    struct position at = source_locate(a, &source, why.at.begin), began = source_locate(a, &source, why.began.begin);
    struct buf b = BUF_INIT;
    buf_printf(&b, "%u:%u %s", (unsigned)at.line, (unsigned)at.column, word_name(why.message));
    for (int i = 0; i < 2; i++)
        if (why.arg[i].n) buf_printf(&b, " %s", arena_strz(a, why.arg[i]));
    if (why.began.set) buf_printf(&b, " [%u:%u]", (unsigned)began.line, (unsigned)began.column);
    const char *s = arena_strz(a, buf_view(&b));
    buf_free(&b);
    return s;
}

static void test_refusals(void)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {HEAD "\n<process>\n  <task>\n</process>\n" TAIL, "5:1 xml_mismatch process task [4:3]"},
        {HEAD "\n<process id='p'>\n  <task/>\n", "5:1 xml_unfinished process [3:1]"},
        {HEAD "\n<process id='p>\n", "4:1 xml_value [3:1]"},
        {HEAD "<process id='a' id='b'/>" TAIL, "2:88 xml_twice id [2:66]"},
        {HEAD "<process><task name='&x;'/></process>" TAIL, "2:90 xml_entity x [2:75]"},
        {HEAD "<b:process/>" TAIL, "2:76 xml_namespace b [2:66]"},
        {"<?xml version=\"1.0\"?>\n<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<d>&b;</d>", "2:1 xml_doctype"},
        {"<!DOCTYPE d SYSTEM \"http://example.org/d.dtd\"><d/>", "1:1 xml_doctype"},
        {HEAD TAIL, "1:1 bpmn_no_process"},
        {HEAD "<process id='p'/>" TAIL, "1:1 bpmn_no_process"},
        {"<", "1:2 xml_name [1:1]"},
        {"", "1:1 read_empty"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) is_str(refusal(cases[i].text), cases[i].want, "%s", cases[i].want);
    ok(out.claimed, "still, the file says that it is ours");
}

static void hostile(struct buf *b, const char *want, const char *name)
{
    clock_t before = clock();
    const char *got = refusal(b->p);
    ok(strcmp(want, "read") ? strstr(got, want) != NULL : !strcmp(got, want), "%s: %s", name, got);
    double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
    ok(seconds < 5, "… in %.2f s", seconds);
    b->n = 0;
    buf_z(b, HEAD "<process id='p'>");
}

static void test_hostile(void)
{
    struct buf b = BUF_INIT;
    buf_z(&b, HEAD "<process id='p'>");
    for (int i = 0; i < 100000; i++) buf_z(&b, "<subProcess>");
    hostile(&b, "2:2458 read_depth 200 [2:2446]", "100,000 levels");
    buf_z(&b, "<task");
    for (int i = 0; i < 200000; i++) buf_printf(&b, " a%d='x'", i);
    hostile(&b, "xml_names", "200,000 attributes");
    for (int i = 0; i < 200000; i++) buf_printf(&b, "<x%d/>", i);
    hostile(&b, "xml_names", "200,000 names");
    for (int i = 0; i < 100000; i++) buf_printf(&b, "<task id='t%d'/><sequenceFlow sourceRef='t%d' targetRef='t%d'/>", i, i, i + 1);
    buf_z(&b, "</process>" TAIL);
    hostile(&b, "read", "a chain of 100,000 tasks");
    for (int i = 0; i < 100000; i++) buf_printf(&b, "<task id='t%d'/><sequenceFlow sourceRef='t%d' targetRef='t%d'/>", i, i + 1, i);
    buf_z(&b, "</process>" TAIL);
    hostile(&b, "read", "and one written backwards");
    buf_z(&b, "</process>");
    for (int i = 0; i < 50000; i++) buf_printf(&b, "<process id='p%d'><laneSet><lane name='l%d'/></laneSet><task id='t%d'/></process>", i, i, i);
    buf_z(&b, "<collaboration>");
    for (int i = 0; i < 50000; i++) buf_printf(&b, "<participant name='n%d' processRef='p%d'/>", i, i);
    buf_z(&b, "</collaboration>" TAIL);
    hostile(&b, "read", "50,000 processes and pools");
    buf_z(&b, "<task id='t'/>");
    for (int i = 0; i < 300000; i++) buf_z(&b, "<sequenceFlow sourceRef='t' targetRef='t'/>");
    buf_z(&b, "</process>" TAIL);
    hostile(&b, "read", "300,000 flows of one task");
    limits.v[LIMIT_nodes] = 5;
    buf_z(&b, "<a/><a/><a/><a/>");
    hostile(&b, "2:94 read_nodes 5 [2:66]", "more elements than the ceiling");
    limits_default(&limits);
    buf_free(&b);
}

static struct str file(const char *path)
{
    static char bytes[65536];
    FILE *f = fopen(path, "rb");
    size_t n = f ? fread(bytes, 1, sizeof bytes - 1, f) : 0;
    if (f) fclose(f);
    bytes[n] = 0;
    return (struct str){bytes, n};
}

/* Activities with their executors and where they lead, gateways and events looked through: "A{x} -> ya:B, tidak:C". */
static const char *activities_of(const struct sop *s)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < s->steps.n; i++) {
        const struct step *x = &s->steps.v[i];
        if (x->kind != STEP_ACTIVITY) continue;
        buf_printf(&b, "%s {%s}", arena_strz(a, x->activity.text), arena_strz(a, s->tables.v[0].actors.v[x->performers.v[0].actor].item.text));
        const struct step *from = x;
        while (from->exits.n == 1 && s->steps.v[from->exits.v[0].target].kind != STEP_ACTIVITY) from = &s->steps.v[from->exits.v[0].target];
        for (size_t k = 0; k < from->exits.n; k++)
            buf_printf(&b, " -> %s:%s", arena_strz(a, from->exits.v[k].label), arena_strz(a, s->steps.v[from->exits.v[k].target].activity.text));
        bool ends = !from->exits.n && (from->kind == STEP_END || x->symbol == MARK_TERMINATOR);
        if (!ends && !from->exits.n) buf_printf(&b, " -> :%s", arena_strz(a, s->steps.v[i + 1].activity.text)); /* by order */
        buf_ch(&b, '\n');
    }
    const char *text = arena_strz(a, buf_view(&b));
    buf_free(&b);
    return text;
}

static void test_corpus(void)
{
    static const char *const names[] = {"peminjaman-arsip", "reviu-laporan-kinerja"};
    for (size_t i = 0; i < COUNT(names); i++) {
        char path[128], want[8192];
        snprintf(path, sizeof path, "corpus/definisi/%s.yaml", names[i]);
        arena_reset(a);
        source = (struct source){.text = file(path)};
        out = (struct reading){0};
        if (!ok(reader_yaml.read(a, &source, &limits, &out, &why) == RC_OK, "%s", path)) continue;
        struct steps *v = &out.document->sop->steps;
        v->v[0].symbol = MARK_PROCESS; /* its first step is a start and goes on */
        snprintf(want, sizeof want, "%s", activities_of(out.document->sop));
        snprintf(path, sizeof path, "corpus/bpmn/%s.bpmn", names[i]);
        ok(read_text(file(path)) == RC_OK && out.document->errors.n == 0, "%s", path);
        is_str(activities_of(out.document->sop), want, "has the flow of the definition");
    }
}

int main(void)
{
    a = arena_new();
    limits_default(&limits);
    test_sniff();
    test_flow();
    test_executors();
    test_refusals();
    test_hostile();
    test_corpus();
    arena_free(a);
    return done();
}
