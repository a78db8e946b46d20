/* Labels of drawn lines. */
#include "stage/layout.h"
#include "tap.h"

static struct arena *a;

static size_t shape(struct layout *l, enum shape_kind kind)
{
    *ARENA_PUSH(a, &l->shapes) = (struct shape){.kind = kind, .page = 1};
    return l->shapes.n - 1;
}

static struct connector *line(struct layout *l, size_t from, size_t to, const struct point *points, size_t n)
{
    struct connector *c = ARENA_PUSH(a, &l->connectors);
    *c = (struct connector){.from = {.shape = from, .other = SIZE_MAX, .page = 1}, .to = {.shape = to, .other = SIZE_MAX, .page = 1}};
    for (size_t i = 0; i < n; i++) *ARENA_PUSH(a, &c->points) = points[i];
    return c;
}

static struct label_text text(const char *s, float x, float y)
{
    return (struct label_text){.run = {.text = str_of(s)}, .page = 1, .box = {x, y, x + 12, y + 8}};
}

static const char *label(const struct layout *l, size_t i) { return l->connectors.v[i].label.text.n ? l->connectors.v[i].label.text.p : ""; }

int main(void)
{
    a = arena_new();
    struct layout l = {0};
    size_t box = shape(&l, SHAPE_BOX), diamond = shape(&l, SHAPE_DIAMOND);
    line(&l, box, diamond, (struct point[]){{100, 50}, {100, 90}}, 2);
    line(&l, diamond, box, (struct point[]){{120, 110}, {160, 110}, {160, 30}, {120, 30}}, 4);
    line(&l, diamond, SIZE_MAX, (struct point[]){{100, 130}, {100, 170}}, 2);
    struct label_text texts[] = {text("Tidak", 125, 100), text("Ya", 104, 134), text("Lampiran", 300, 300), text("Ya", 104, 60)};
    texts[3].page = 2;
    bool used[4];
    drawing_label(a, &l, texts, 4, used);
    is_str(label(&l, 0), "", "a line into the decision keeps no label that stands nearer to its exit");
    is_str(label(&l, 1), "Tidak", "the text at the beginning of the way back");
    is_str(label(&l, 2), "Ya", "the text beside the way down");
    ok(used[0] && used[1], "both texts were given");
    ok(!used[2], "a text far from every line labels none");
    ok(!used[3], "nor does a text on another page");

    struct label_text again = text("Ya", 104, 140);
    drawing_label(a, &l, &again, 1, used);
    ok(!used[0], "a line has one label, and lines that have no decision behind them are further away");
    arena_free(a);
    return done();
}
