/* Flow charts written as text: what is read of them, and what they are for the SOP they stand in. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "stage/read.h"
#include "stage/recognise.h"
#include "tap.h"

/* nodes: id, outline, text and group; edges: from-to, "~" dashed, label; "?" where not all of it was understood. */
static const struct {
    const char *name, *text, *want;
} charts[] = {
    {"each outline", "```mermaid\nflowchart TD\nA([Mulai])\nB[Menulis]\nC{Benar?}\nD((A))\nE(Lembut)\nF[/Surat/]\nG[(Arsip)]\nH{{Siap}}\nI[[Rinci]]\nJ>Catatan]\nK(((Akhir)))\nL\n```\n",
     "A capsule Mulai;B box Menulis;C diamond Benar?;D circle A;E rounded Lembut;F other Surat;G other Arsip;H other Siap;I box Rinci;J other Catatan;K circle Akhir;L box L;"},
    {"each edge", "```mermaid\ngraph LR\nA-->B\nB --> C --- D\nD -.-> E\nE ==> F\nF --x G\nG <--> H\nH ----> I\n```\n",
     "A box A;B box B;C box C;D box D;E box E;F box F;G box G;H box H;I box I;A-B;B-C;C-D;D-E~;E-F;F-G;G-H;H-I;"},
    {"labels in bars and inside the line", "```mermaid\nflowchart TD\nA -->|Ya| B\nA -- Tidak lengkap --> C\nB -. ulang .-> A\nC == \"ke-2\" ==> A\n```\n",
     "A box A;B box B;C box C;A-B Ya;A-C Tidak lengkap;B-A~ ulang;C-A ke-2;"},
    {"several nodes at once", "```mermaid\nflowchart TD\nA & B --> C & D\n```\n", "A box A;B box B;C box C;D box D;A-C;A-D;B-C;B-D;"},
    {"groups", "```mermaid\nflowchart LR\nsubgraph satu [Kepala Seksi]\n  A[Membaca] --> B[Menulis]\nend\nsubgraph \"Staf\"\n direction TB\n  C\nend\nB --> C\nD\n```\n",
     "A box Membaca {Kepala Seksi};B box Menulis {Kepala Seksi};C box C {Staf};D box D;A-B;B-C;"},
    {"what only paints", "```mermaid\n%%{init: {'theme': 'base'}}%%\nflowchart TD\n%% catatan\nA:::merah --> B\nclassDef merah fill:#f00;\nstyle A fill:#fff\nlinkStyle 0 stroke:red\nclick A \"x\"\nclass A,B biru\n```\n",
     "A box A;B box B;A-B;"},
    {"quotes, tags and line breaks in a label", "```mermaid\nflowchart TD\nA[\"Menulis (draf); <b>surat</b><br/>dinas\"] --> B[Membaca\\nsurat]\n```\n",
     "A box Menulis (draf); surat dinas;B box Membaca surat;A-B;"},
    {"statements on one line", "```mermaid\ngraph TD; A-->B; B-->C;\n```\n", "A box A;B box B;C box C;A-B;B-C;"},
    {"the newer form of a node", "```mermaid\nflowchart TD\nA@{ shape: diam, label: \"Lengkap?\" } --> B@{ shape: stadium }\nA e1@--> C\n```\n",
     "A diamond Lengkap?;B capsule B;C box C;A-B;A-C;"},
    {"front matter inside", "```mermaid\n---\ntitle: Alur\n---\nflowchart TD\nA-->B\n```\n", "A box A;B box B;A-B;"},
    {"an edge without an arrow for the eye", "```mermaid\nflowchart TD\nA ~~~ B\n```\n", "A box A;B box B;"},
    {"an id with a hyphen", "```mermaid\nflowchart TD\nlangkah-1-->langkah-2\n```\n", "langkah-1 box langkah-1;langkah-2 box langkah-2;langkah-1-langkah-2;"},
    {"no fence", "Alur:\n\ngraph TD\n  A[Menulis] --> B[Membaca]\n\n  B --> C\n\nPenutup\n\nSekian.\n", "A box Menulis;B box Membaca;C box C;A-B;B-C;"},
    {"other fences", ":::mermaid\ngraph TD\nA-->B\n:::\n\n~~~mermaid\ngraph TD\nC-->D\n~~~\n", "A box A;B box B;A-B;|C box C;D box D;C-D;"},
    {"HTML", "<html><body><pre class=\"mermaid\">\ngraph TD\n  A[Menulis] --&gt; B{Benar?}\n  B --&gt;|Ya| C\n</pre><p>Sekian.</p></body></html>", "A box Menulis;B diamond Benar?;C box C;A-B;B-C Ya;"},
    {"another kind of diagram", "```mermaid\nsequenceDiagram\nA->>B: halo\n```\n", "?"},
    {"a statement that is none", "```mermaid\nflowchart TD\nA --> B\nini bukan pernyataan\n```\n", "A box A;B box B;ini box ini;A-B;?"},
    {"an outline that nothing closes", "```mermaid\nflowchart TD\nA --> B\nB --> C[Menulis\n```\n", "A box A;B box B;A-B;?"},
    {"code in another language is no chart", "```sh\ngraph_it TD\n```\n", ""},
};

static const char *const outlines[] = {"capsule", "rounded", "box", "diamond", "pentagon", "circle", "other"};

static struct arena *a;
static struct limits limits;
static const struct vocabulary *vocabulary;

static struct layout *read_text(const char *text, struct reading *r)
{
    struct source *s = arena_alloc(a, sizeof *s);
    struct trouble why = {0};
    *s = (struct source){.path = STR("x.md"), .text = str_of(text)};
    *r = (struct reading){0};
    return reader_text.read(a, s, &limits, r, &why) == RC_OK ? r->layout : NULL;
}

static void print_chart(struct buf *b, const struct chart *c)
{
    for (size_t i = 0; i < c->nodes.n; i++) {
        const struct chart_node *n = &c->nodes.v[i];
        buf_printf(b, "%s %s %s", arena_strz(a, n->id), outlines[n->kind], arena_strz(a, n->text.text));
        if (n->lane != SIZE_MAX) buf_printf(b, " {%s}", arena_strz(a, c->lanes.v[n->lane].title.text));
        buf_z(b, ";");
    }
    for (size_t i = 0; i < c->edges.n; i++) {
        const struct chart_edge *e = &c->edges.v[i];
        buf_printf(b, "%s-%s%s", arena_strz(a, c->nodes.v[e->from].id), arena_strz(a, c->nodes.v[e->to].id), e->dashed ? "~" : "");
        if (e->label.text.n) buf_printf(b, " %s", arena_strz(a, e->label.text));
        buf_z(b, ";");
    }
    if (c->unread) buf_z(b, "?");
}

static void test_reading(void)
{
    for (size_t i = 0; i < COUNT(charts); i++) {
        struct buf b = BUF_INIT;
        struct reading r;
        const struct layout *l = read_text(charts[i].text, &r);
        for (size_t k = 0; l && k < l->charts.n; k++) {
            if (k) buf_z(&b, "|");
            print_chart(&b, &l->charts.v[k]);
        }
        is_str(b.p ? b.p : "", charts[i].want, "%s", charts[i].name);
        buf_free(&b);
        arena_free(r.pages);
        arena_reset(a);
    }
}

/* ---- the flow of an SOP --------------------------------------------------------------------------------------------- */

#define BLOCK "Nomor SOP : 045/1/2024\nTanggal Pembuatan : 4 Maret 2024\nNama SOP : Peminjaman Arsip\n\n"
#define TABLE                                                                                                                                   \
    "| No | Kegiatan | Pelaksana | Kelengkapan | Waktu | Output |\n|---|---|---|---|---|---|\n"                                                 \
    "| 1 | Menulis permohonan pinjam | Staf | Formulir | 1 jam | Permohonan |\n| 2 | Memeriksa permohonan | Kepala Seksi | Permohonan | 1 jam | Permohonan diparaf |\n" \
    "| 3 | Menyerahkan arsip | Arsiparis | Permohonan diparaf | 1 jam | Tanda terima |\n"
#define CHART(inside) "\n```mermaid\nflowchart TD\n" inside "```\n"

/* steps: number or name, {executors}, (symbol), exits; then how much of the flow was read, with the start and end that are no steps. */
static const struct {
    const char *name, *text, *want;
} flows[] = {
    {"nodes are the table's steps by their words", BLOCK TABLE CHART("M([Mulai]) --> A[Menulis permohonan]\nA --> B{Memeriksa permohonan}\nB -->|Ya| C[Menyerahkan arsip]\nB -->|Tidak| A\nC --> S([Selesai])\n"),
     "1 (proses) >2\n2 (keputusan) >3 Ya >1 Tidak\n3 (proses) >selesai\nutuh mulai selesai\n"},
    {"by their numbers, a question behind the check", BLOCK TABLE CHART("A([1. Menulis permohonan pinjam]) --> B[2. Memeriksa permohonan]\nB --> Q{Lengkap?}\nQ -- Ya --> C([3. Menyerahkan arsip])\nQ -- Tidak --> A\n"),
     "1 (terminator) >2\n2 (keputusan) >3 Ya >1 Tidak\n3 (terminator)\nutuh\n"},
    {"a box that is no step", BLOCK TABLE CHART("A[Menulis permohonan] --> B[Memeriksa permohonan] --> X[Membayar retribusi] --> C[Menyerahkan arsip]\n"), "1\n2\n3\ntidak\n"},
    {"a step without a box", BLOCK TABLE CHART("A[Menulis permohonan] --> B[Memeriksa permohonan]\n"), "1\n2\n3\ntidak\n"},
    {"a chart that was not understood", BLOCK TABLE CHART("A[Menulis permohonan --> B\n"), "1\n2\n3\ntidak\n"},
    {"no table: nodes are steps, groups executors, in the order of the flow",
     BLOCK CHART("subgraph Kepala Seksi\nB[Memeriksa permohonan]\nend\nsubgraph Staf\nA([Menulis permohonan])\nC([Menyerahkan arsip])\nend\nA --> B\nB --> C\nB -.->|Kurang| A\n"),
     "Menulis permohonan {Staf} (terminator) >Memeriksa permohonan\nMemeriksa permohonan {Kepala Seksi} (proses) >Menyerahkan arsip ~>Menulis permohonan Kurang\n"
     "Menyerahkan arsip {Staf} (terminator)\nutuh\n"},
    {"groups that are phases are no executors", BLOCK CHART("subgraph Tahap 1\nA([Menulis]) --> B[Membaca]\nend\nB --> C([Menyimpan])\n"),
     "Menulis (terminator) >Membaca\nMembaca (proses) >Menyimpan\nMenyimpan (terminator)\nutuh\n"},
    {"connectors with one letter", BLOCK CHART("A([Menulis]) --> K1((A))\nK2((A)) --> B([Membaca])\n"), "Menulis (terminator) >Membaca\nMembaca (terminator)\nutuh\n"},
    {"a circle of connectors leads nowhere", BLOCK CHART("A([Menulis]) --> K1((A))\nK1 --> K2((B))\nK2 --> K1\nA --> B([Membaca])\n"), "Menulis (terminator) >Membaca\nMembaca (terminator)\nutuh\n"},
};

static void print_flow(struct buf *b, const struct sop *s)
{
    static const char *const marks[] = {"", " (terminator)", " (proses)", " (keputusan)", " (konektor)", "", "", "", "", " (lain)"};
    static const char *const seen[] = {"tidak", "sebagian", "utuh"};
    for (size_t i = 0; i < s->steps.n; i++) {
        const struct step *x = &s->steps.v[i];
        buf_z(b, arena_strz(a, x->number.text.n ? x->number.text : x->activity.text));
        for (size_t k = 0; k < x->performers.n && s->tables.v[x->table].chart; k++) buf_printf(b, " {%s}", arena_strz(a, x->performers.v[k].item.text));
        buf_z(b, marks[x->symbol]);
        for (size_t k = 0; k < x->exits.n; k++)
            buf_printf(b, " %s>%s%s%s", x->exits.v[k].dashed ? "~" : "", arena_strz(a, x->exits.v[k].item.text), x->exits.v[k].label.n ? " " : "", arena_strz(a, x->exits.v[k].label));
        buf_ch(b, '\n');
    }
    buf_printf(b, "%s%s%s\n", seen[s->flow_seen], s->drawn_start ? " mulai" : "", s->drawn_end ? " selesai" : "");
}

static void test_flows(void)
{
    for (size_t i = 0; i < COUNT(flows); i++) {
        struct buf b = BUF_INIT;
        struct reading r;
        struct document d = {0};
        bool claims;
        const struct layout *l = read_text(flows[i].text, &r);
        if (l) recognise(a, vocabulary, l, &d, &claims, NULL);
        if (d.sop) print_flow(&b, d.sop);
        is_str(b.p ? b.p : "", flows[i].want, "%s", flows[i].name);
        buf_free(&b);
        arena_free(r.pages);
        arena_reset(a);
    }
    struct reading r;
    struct document d = {0};
    bool claims;
    const struct layout *l = read_text("# Cara memasang\n" CHART("A([Mulai]) --> B[Memasang]\n"), &r);
    recognise(a, vocabulary, l, &d, &claims, NULL);
    ok(d.kind == DOCUMENT_NONE, "a chart alone makes no SOP");
    arena_free(r.pages);
    arena_reset(a);
}

/* ---- hostile input --------------------------------------------------------------------------------------------------- */

static void repeated(const char *name, const char *head, const char *unit, size_t times)
{
    struct buf b = BUF_INIT;
    struct reading r;
    struct document d = {0};
    bool claims;
    clock_t begin = clock();
    buf_z(&b, head);
    for (size_t i = 0; i < times; i++) buf_z(&b, unit);
    const struct layout *l = read_text(b.p, &r);
    if (l) recognise(a, vocabulary, l, &d, &claims, NULL);
    ok((clock() - begin) / CLOCKS_PER_SEC < 5, "%s", name);
    buf_free(&b);
    arena_free(r.pages);
    arena_reset(a);
}

static void test_hostile(void)
{
    repeated("a chain without end", BLOCK "```mermaid\ngraph TD\nA", "-->A", 300000);
    repeated("half edges", BLOCK "```mermaid\ngraph TD\nA", "--B", 300000);
    repeated("charts without fences", BLOCK, "graph TD\nA-->B\n", 30000);
    repeated("groups in groups", BLOCK "```mermaid\ngraph TD\n", "subgraph a\n", 200000);
    repeated("outlines that nothing closes", BLOCK "```mermaid\ngraph TD\n", "A[", 300000);
    repeated("everything to everything", BLOCK "```mermaid\ngraph TD\n", "A&B&C&D&E&F&G&H --> A&B&C&D&E&F&G&H\n", 20000);
    repeated("fences alone", BLOCK, "```mermaid\n", 100000);
    struct buf b = BUF_INIT;
    buf_z(&b, "```mermaid\ngraph TD\n");
    for (int i = 0; i < 30000; i++) buf_printf(&b, "N%d((A)) --> M%d((A))\n", i, i + 1);
    repeated("page connectors", b.p, "", 0);
    buf_free(&b);
}

int main(void)
{
    struct pack_faults faults = {0};
    struct arena *own = arena_new();
    a = arena_new();
    limits_default(&limits);
    vocabulary = vocabulary_load(own, &bundle_embedded, &faults);
    test_reading();
    test_flows();
    test_hostile();
    arena_free(a);
    arena_free(own);
    return done();
}
