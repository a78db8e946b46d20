/* The engine: outcomes, needs, reasons, places, instead-of, budgets, sets. */
#include "engine_kit.h"

static const char *one(const char *rule, const char *xml, struct rule_outcome *out)
{
    struct kit *k = kit_new();
    static char text[4096];
    kit_rule(k, "AA001", rule);
    kit_run(k, xml);
    snprintf(text, sizeof text, "%s", kit_findings(k));
    *out = *kit_outcome(k, "AA001");
    static char reason[512];
    snprintf(reason, sizeof reason, "%.*s", (int)out->reason.n, out->reason.p ? out->reason.p : "");
    if (out->reason.p) out->reason.p = reason;
    kit_free(k);
    return text;
}

static void outcomes(void)
{
    static const char rule[] = "at: sop/jumlah-waktu\nwhen: \". != '-'\"\n"
                               "cases: [{test: \"@selisih != '0'\", severity: galat, message: {id: 'selisih {@selisih}', en: e}}]\n";
    struct rule_outcome o;
    is_str(one(rule, "<sop><jumlah-waktu selisih='1 jam'>2 jam</jumlah-waktu></sop>", &o), "AA001 /sop/jumlah-waktu: selisih 1 jam", "finding");
    is_str(outcome_name(o.outcome), "temuan", "outcome of a finding");
    is_str(one(rule, "<sop><jumlah-waktu selisih='0'>2 jam</jumlah-waktu></sop>", &o), "", "no finding");
    is_str(outcome_name(o.outcome), "lolos", "outcome of a pass");
    one(rule, "<sop><jumlah-waktu selisih='1 jam'>-</jumlah-waktu></sop>", &o);
    is_str(outcome_name(o.outcome), "tidak-berlaku", "guard false");
    one(rule, "<sop/>", &o);
    is_str(outcome_name(o.outcome), "tidak-berlaku", "no such element");
    static const char unseen[] = "at: sop/langkah\nwhen: uraian\ncases: [{test: \"@persen = '1'\", severity: galat, message: {id: persen, en: e}}]\n";
    one(unseen, "<sop/>", &o);
    is_str(outcome_name(o.outcome), "tidak-berlaku", "no such element, and nothing says that there may be one");
    one(unseen, "<sop tak='ada-langkah'/>", &o);
    is_str(outcome_name(o.outcome), "tidak-dapat-diperiksa", "no such element, but whether the document has any is not known");
    is_str(o.reason.p, "tabel langkah tidak ditemukan", "with the reason of that");
    one(rule, "<sop tak='ada-langkah'/>", &o);
    is_str(outcome_name(o.outcome), "tidak-berlaku", "other elements are missing all the same");
    static const char elsewhere[] = "at: sop/langkah\nwhen: \"/sop/@jenis = 'a' and uraian\"\n"
                                    "cases: [{test: \"@persen = '1'\", severity: galat, message: {id: persen, en: e}}]\n";
    one(elsewhere, "<sop tak='ada-langkah' jenis='b'/>", &o);
    is_str(outcome_name(o.outcome), "tidak-berlaku", "nor does the rule concern a document of that kind");
    one(rule, "<lkjip/>", &o);
    is_str(o.rule, "none", "another kind of document: no outcome at all");
    one(rule, "<sop><jumlah-waktu>2 jam</jumlah-waktu></sop>", &o);
    is_str(outcome_name(o.outcome), "tidak-dapat-diperiksa", "needed fact absent");
    is_str(o.reason.p, "keterangan \"selisih\" tidak dapat diperoleh dari dokumen", "the general reason");
    ok(o.unchecked == 1, "one node unchecked");
    one(rule, "<sop><jumlah-waktu tak='selisih'>2 jam</jumlah-waktu></sop>", &o);
    is_str(o.reason.p, "tabel langkah tidak ditemukan", "the reason that the analysis gave");
    is_str(one(rule, "<sop><jumlah-waktu>2 jam</jumlah-waktu><jumlah-waktu selisih='2 jam'>1</jumlah-waktu></sop>", &o),
           "AA001 /sop/jumlah-waktu[2]: selisih 2 jam", "one unchecked, one fires");
    is_str(outcome_name(o.outcome), "temuan", "a finding goes before the unchecked");
    ok(o.unchecked == 1 && !o.reason.p, "and the unchecked are counted");
    one(rule, "<sop><jumlah-waktu>2 jam</jumlah-waktu><jumlah-waktu selisih='0'>1</jumlah-waktu></sop>", &o);
    is_str(outcome_name(o.outcome), "tidak-dapat-diperiksa", "the unchecked go before a pass");
    one(rule, "<sop><jumlah-waktu>-</jumlah-waktu><jumlah-waktu selisih='0'>1</jumlah-waktu></sop>", &o);
    is_str(outcome_name(o.outcome), "lolos", "a pass goes before not applicable");
}

static void needs(void)
{
    static const char later[] = "at: sop/langkah\ncases:\n"
                                "  - {test: \"@persen = '1'\", severity: galat, message: {id: persen, en: e}}\n"
                                "  - {test: \"@umur > $batas\", severity: catatan, message: {id: 'menit {@umur}', en: e}}\n";
    static const char far[] = "at: sop/langkah\ncases: [{test: \"waktu/@umur > 5\", severity: galat, message: {id: lama, en: e}}]\n";
    static const char asked[] = "at: sop/langkah\ncases: [{test: \"not(ada(@umur)) and not(ada(waktu/@umur))\", severity: galat, message: {id: tanpa, en: e}}]\n";
    struct rule_outcome o;
    is_str(one(later, "<sop><langkah umur='8'/></sop>", &o), "AA001 /sop/langkah: menit 8", "a later case holds though an earlier one is unknown");
    one(later, "<sop><langkah umur='7'/></sop>", &o);
    is_str(outcome_name(o.outcome), "tidak-dapat-diperiksa", "no case holds and one is unknown");
    one(later, "<sop><langkah umur='7' persen='2'/></sop>", &o);
    is_str(outcome_name(o.outcome), "lolos", "7 is not above the parameter 7,5");
    one(later, "<sop><langkah persen='1'/></sop>", &o);
    is_str(outcome_name(o.outcome), "temuan", "an earlier case holds though a later one is unknown");
    one(far, "<sop><langkah><waktu>1</waktu></langkah></sop>", &o);
    is_str(outcome_name(o.outcome), "tidak-dapat-diperiksa", "a fact is needed of the node that a path reaches");
    one(far, "<sop><langkah><waktu tak='umur'>1</waktu></langkah></sop>", &o);
    is_str(o.reason.p, "tabel langkah tidak ditemukan", "with the reason given there");
    one(far, "<sop><langkah/></sop>", &o);
    is_str(outcome_name(o.outcome), "lolos", "a path that reaches nothing needs nothing");
    one(far, "<sop><langkah><waktu umur='9'/><waktu/></langkah></sop>", &o);
    is_str(outcome_name(o.outcome), "tidak-dapat-diperiksa", "a fact is needed of every node reached");
    is_str(one(asked, "<sop><langkah/></sop>", &o), "AA001 /sop/langkah: tanpa", "ada() does not need the fact");
    one(asked, "<sop><langkah><waktu umur='1'/></langkah></sop>", &o);
    is_str(outcome_name(o.outcome), "lolos", "ada() of a fact reached by a path");
}

/* A fact is needed where the answer depends on it, and only there. */
static void logic(void)
{
    static const struct {
        const char *test, *step, *outcome;
    } rows[] = {
        {"@ganda = 'ya' and @umur > 3", "ganda='tidak'", "lolos"},
        {"@ganda = 'ya' and @umur > 3", "ganda='ya'", "tidak-dapat-diperiksa"},
        {"@umur > 3 and @ganda = 'ya'", "ganda='tidak'", "lolos"},
        {"@ganda = 'ya' or @umur > 3", "ganda='ya'", "temuan"},
        {"@umur > 3 or @ganda = 'ya'", "ganda='ya'", "temuan"},
        {"@ganda = 'ya' or @umur > 3", "ganda='tidak'", "tidak-dapat-diperiksa"},
        {"not(@ganda = 'ya')", "", "tidak-dapat-diperiksa"},
        {"not(@ganda = 'ya' and @umur > 3)", "umur='1'", "temuan"},
        {"not(@ganda = 'ya' and not(@umur > 3))", "ganda='ya' umur='1'", "lolos"},
        {"ada(@umur) and @umur > 3", "", "lolos"},
        {"ada(@umur) and @umur > 3", "umur='4'", "temuan"},
        {"(@ganda = 'ya' or @umur > 3) and @persen = '1'", "persen='2'", "lolos"},
        {"(@ganda = 'ya' or @umur > 3) and (@persen = '1')", "ganda='ya' persen='1'", "temuan"},
        {"@ganda = 'tidak' or @umur > 3 and @persen = '1'", "ganda='tidak'", "temuan"},
        {"count(../langkah[ada(@umur) and @ganda]) = 0", "", "load"},
        {"concat(@ganda, 'x') = 'x' and @umur > 3", "umur='1'", "lolos"},
        {"string(@ganda = 'ya' and @umur > 3) = 'true'", "ganda='tidak'", "tidak-dapat-diperiksa"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct kit *k = kit_new();
        struct rule_outcome o;
        if (strcmp(rows[i].outcome, "load") == 0) {
            kit_rule(k, "AA001", arena_printf(k->a, "at: sop/langkah\ncases: [{test: \"%s\", severity: galat, message: {id: a, en: b}}]\n", rows[i].test).p);
            ok(!ruleset_load(k->a, &k->bundle, &k->faults) && k->faults.v[0].message == W_pack_fact_predicate, "%s does not load", rows[i].test);
        } else {
            one(arena_printf(k->a, "at: sop/langkah\ncases: [{test: \"%s\", severity: galat, message: {id: a, en: b}}]\n", rows[i].test).p,
                arena_printf(k->a, "<sop><langkah %s/></sop>", rows[i].step).p, &o);
            is_str(outcome_name(o.outcome), rows[i].outcome, "%s with %s", rows[i].test, rows[i].step);
        }
        kit_free(k);
    }
}

static void places(void)
{
    struct kit *k = kit_new();
    kit_rule(k, "AA001",
             "at: sop/langkah\ncases: [{test: uraian, severity: peringatan, message: {id: a, en: b}, point: uraian, subject: '{nomor}',\n"
             "  fix: {put: \"'Menyusun'\", safe: true}, related: {at: ../langkah, message: {id: 'lihat {nomor}', en: x}}}]\n");
    kit_rule(k, "AA002", "at: sop/langkah\ncases: [{test: waktu, severity: catatan, message: {id: c, en: d}, subject: {id: 's{@ganda}', en: t}}]\n");
    kit_run(k, "<sop b='3'><langkah><nomor>1.</nomor><uraian b='50'>Penyusunan</uraian></langkah>"
               "<langkah b='20'><nomor>2a.</nomor><waktu/></langkah></sop>");
    const struct finding *f = k->findings.v;
    is_str(kit_findings(k), "AA002 /sop/langkah[2]: c; AA001 /sop/langkah[1]/uraian: a", "sorted by place, paths with ordinals");
    ok(f[1].place.at.begin == 50 && f[1].place.at.end == 60, "place of the point");
    is_str(f[1].step.p, "1", "step without its full stop");
    is_str(f[0].step.p, "2a", "step of the other");
    is_str(f[1].subject.p, "1.", "subject from one template");
    is_str(f[0].subject.p, "s", "subject from a pair");
    is_str(f[1].quote.p, "Penyusunan", "quote");
    ok(!f[0].quote.p, "no quote where the element has no text of its own");
    is_str(f[1].hint.p, "perbaiki", "hint");
    is_str(f[1].basis.p, "keruntutan isi dokumen", "basis");
    ok(f[1].fix && f[1].fix_safe && f[1].fix->at.begin == 50 && f[1].fix->at.end == 60, "fix in the place of the point");
    is_str(f[1].fix->text.p, "Menyusun", "text of the fix");
    ok(f[1].related_count == 2 && f[1].related[1].place.at.begin == 20, "related places");
    is_str(f[1].related[1].message.p, "lihat 2a.", "a related message is about its own node");
    ok(f[1].severity == SEVERITY_WARNING && f[0].severity == SEVERITY_NOTE, "severity of the case");
    kit_run(k, "<sop b='3'><langkah><uraian>x</uraian></langkah></sop>");
    ok(k->findings.v[0].place.at.begin == 3, "without a place of its own: that of the element around it");
    ok(!k->findings.v[0].fix && !k->findings.v[0].step.p, "then no fix; and no step without a number");
    kit_free(k);
}

static void chains(void)
{
    static const char *const fires = "cases: [{test: 'true()', severity: galat, message: {id: x, en: x}}]\n";
    struct kit *k = kit_new();
    kit_rule(k, "AA001", arena_printf(k->a, "at: sop/langkah/waktu\n%sinstead-of: [AA002]\n", fires).p);
    kit_rule(k, "AA002", arena_printf(k->a, "at: sop/langkah/uraian\n%sinstead-of: [AA003]\n", fires).p);
    kit_rule(k, "AA003", arena_printf(k->a, "at: sop/langkah\n%s", fires).p);
    kit_rule(k, "AA004", arena_printf(k->a, "at: sop/identitas\n%sinstead-of: [AA005]\n", fires).p);
    kit_rule(k, "AA005", arena_printf(k->a, "at: [sop/identitas/nama, sop/identitas, sop/tanda-tangan/nama]\n%s", fires).p);
    kit_run(k, "<sop><langkah><uraian/><waktu/></langkah></sop>");
    is_str(kit_findings(k), "AA001 /sop/langkah/waktu: x", "A > B > C in one step: C is silent though B is itself silenced");
    is_str(outcome_name(kit_outcome(k, "AA003")->outcome), "tidak-berlaku", "silenced everywhere: neither finding nor pass");
    kit_run(k, "<sop><langkah><uraian/></langkah><langkah><waktu/></langkah></sop>");
    is_str(kit_findings(k), "AA001 /sop/langkah[2]/waktu: x; AA002 /sop/langkah[1]/uraian: x; AA003 /sop/langkah[2]: x", "another step is another place");
    kit_run(k, "<sop><identitas><nama/></identitas><tanda-tangan><nama/></tanda-tangan></sop>");
    is_str(kit_findings(k), "AA004 /sop/identitas: x; AA005 /sop/tanda-tangan/nama: x", "the node and what lies below it, nothing else");
    kit_run(k, "<sop><identitas/></sop>");
    is_str(kit_findings(k), "AA004 /sop/identitas: x", "the same node");
    kit_free(k);
}

static void budget(void)
{
    struct kit *k = kit_new();
    struct buf b = BUF_INIT;
    kit_rule(k, "AA001", "at: sop\ncases: [{test: \"count(langkah[count(preceding-sibling::langkah) > 5000]) = 0\", severity: galat, message: {id: x, en: x}}]\n");
    kit_rule(k, "AA002", "at: sop/langkah\ncases: [{test: 'not(nomor)', severity: galat, message: {id: y, en: y}}]\n");
    kit_rule(k, "AA003", "at: sop/langkah\ncases: [{test: '//tidak-ada', severity: galat, message: {id: z, en: z}}]\n");
    kit_rule(k, "AA004", "at: sop/langkah\ncases: [{test: '../langkah/@umur > 5', severity: galat, message: {id: z, en: z}}]\n");
    kit_rule(k, "AA005", "at: sop/langkah\ncases: [{test: 'preceding-sibling::uraian', severity: galat, message: {id: z, en: z}}]\n");
    buf_z(&b, "<sop>");
    for (int i = 0; i < 2000; i++) buf_z(&b, "<langkah umur='1'><nomor/></langkah>");
    buf_z(&b, "</sop>");
    kit_engine(k, LANG_EN, 200000);
    kit_run(k, b.p);
    is_str(kit_findings(k), "", "a quadratic test accuses nobody");
    is_str(outcome_name(kit_outcome(k, "AA001")->outcome), "tidak-dapat-diperiksa", "a quadratic test is stopped");
    is_str(kit_outcome(k, "AA001")->reason.p, "stopped at the limit of 200000 operations (--limit operations=…)", "and says so");
    is_str(outcome_name(kit_outcome(k, "AA002")->outcome), "lolos", "a linear one is not");
    is_str(outcome_name(kit_outcome(k, "AA003")->outcome), "tidak-dapat-diperiksa", "the budget is of a rule in a document, not of one evaluation");
    is_str(kit_outcome(k, "AA004")->reason.p, "stopped at the limit of 200000 operations (--limit operations=…)", "facts reached by paths are counted, too");
    is_str(kit_outcome(k, "AA005")->reason.p, "stopped at the limit of 200000 operations (--limit operations=…)", "and so is what is done without libxml2");
    kit_run(k, "<sop><langkah><nomor/></langkah></sop>");
    is_str(outcome_name(kit_outcome(k, "AA003")->outcome), "lolos", "the next document has a new one");
    buf_free(&b);
    kit_free(k);
}

static void sets(void)
{
    struct kit *k = kit_new();
    kit_rule(k, "AA001",
             "scope: set\nat: himpunan/sop\ncases: [{test: \"@nomor = preceding-sibling::sop/@nomor\", severity: galat,\n"
             "  message: {id: 'nomor {@nomor} ganda', en: e}, related: {at: '../sop[1]', message: {id: pertama, en: first}}}]\n");
    kit_rule(k, "AA002", "at: sop\ncases: [{test: 'true()', severity: galat, message: {id: x, en: x}}]\n");
    kit_rule(k, "AA003", "scope: program\ncases: [{severity: galat, message: {id: 'tidak terbaca: {0} {{{1}}}', en: e}}]\n");
    kit_run(k, "<himpunan><sop berkas='a.yaml' nomor='1'/><sop berkas='b.yaml' nomor='2'/><sop berkas='c.yaml' nomor='1'/></himpunan>");
    is_str(kit_findings(k), "AA001 /himpunan/sop[3]: nomor 1 ganda", "a rule over the set");
    is_str(k->findings.v[0].path.p, "c.yaml", "the file it is about");
    is_str(k->findings.v[0].related[0].path.p, "a.yaml", "the file it clashes with");
    ok(k->outcomes.n == 1, "only rules of the set have an outcome");
    k->findings = (struct findings){0};
    engine_raise(k->engine, k->a, "AA003", 0, STR("kosong"), STR("b"), (struct place){SPAN(4, 5), NULL}, &k->findings);
    is_str(kit_findings(k), "AA003 -: tidak terbaca: kosong {b}", "a finding of the program, and braces themselves");
    ok(k->findings.v[0].place.at.begin == 4, "its place");
    kit_free(k);
}

static void limits(void)
{
    struct kit *k = kit_new();
    struct buf b = BUF_INIT;
    kit_rule(k, "AA001", "at: sop/langkah\ncases: [{test: 'true()', severity: galat, message: {id: '{nomor}', en: e}}]\n");
    buf_z(&b, "<sop>");
    for (int i = 0; i < 12000; i++) buf_printf(&b, "<langkah><nomor>%d</nomor></langkah>", i);
    buf_z(&b, "</sop>");
    kit_run(k, b.p);
    ok(k->findings.n == 10000, "no more findings than the limit");
    is_str(k->findings.v[9999].element.p, "/sop/langkah[10000]", "sorted by element where places are equal, numbers by their value");
    buf_free(&b);
    kit_free(k);
}

/* What stands in a region that has not proved itself neither fires nor passes, but for what proves itself. */
static void doubts(void)
{
    static const char rule[] = "at: sop/langkah\nwhen: uraian\ncases: [{test: \"not(waktu)\", severity: galat, message: {id: tanpa, en: e}}]\n";
    static const char reason[] = "tidak ada yang membuktikan bahwa bagian ini terbaca sebagaimana tercetak (halaman 2, tabel 3)";
    struct rule_outcome o;
    is_str(one(rule, "<sop><langkah><uraian>a</uraian></langkah></sop>", &o), "AA001 /sop/langkah: tanpa", "a reading without a doubt fires");
    is_str(one(rule, "<sop><langkah ragu='2'><uraian>a</uraian></langkah></sop>", &o), "", "one that has not proved itself does not");
    is_str(outcome_name(o.outcome), "tidak-dapat-diperiksa", "nor does it pass");
    is_str(o.reason.p, reason, "and says where and why");
    one(rule, "<sop><langkah ragu='2'><uraian>a</uraian><waktu/></langkah></sop>", &o);
    is_str(outcome_name(o.outcome), "tidak-dapat-diperiksa", "what would pass is not sure either");
    one(rule, "<sop><langkah ragu='2'/></sop>", &o);
    is_str(outcome_name(o.outcome), "tidak-berlaku", "the guard is asked first");
    is_str(one(rule, "<sop ragu='2'><langkah ragu='0'><uraian>a</uraian></langkah></sop>", &o), "AA001 /sop/langkah: tanpa", "what proves itself is sure wherever it stands");
    is_str(one(rule, "<sop><langkah ragu='2'><uraian>a</uraian></langkah><langkah><uraian>b</uraian></langkah></sop>", &o), "AA001 /sop/langkah[2]: tanpa",
           "beside it another fires");
    ok(o.unchecked == 1, "and the unchecked one is counted");
    static const char path[] = "at: sop\ncases: [{test: \"langkah/@persen = '1'\", severity: galat, message: {id: persen, en: e}}]\n";
    is_str(one(path, "<sop><langkah persen='1' ragu='2'/></sop>", &o), "", "a fact reached by a path does not count");
    is_str(outcome_name(o.outcome), "tidak-dapat-diperiksa", "and keeps the rule from passing");
    is_str(o.reason.p, reason, "for that reason");
}

int main(void)
{
    outcomes();
    doubts();
    needs();
    logic();
    places();
    chains();
    budget();
    sets();
    limits();
    return done();
}
