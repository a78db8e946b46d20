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

    /* Two decisions, each with a way to the other one over the same ground, and both labels in the middle. */
    struct layout two = {0};
    size_t left = shape(&two, SHAPE_DIAMOND), right = shape(&two, SHAPE_DIAMOND);
    line(&two, left, right, (struct point[]){{100, 50}, {160, 50}, {160, 90}}, 3);
    line(&two, right, left, (struct point[]){{220, 90}, {160, 90}, {160, 50}}, 3);
    line(&two, left, SIZE_MAX, (struct point[]){{80, 50}, {80, 200}}, 2);
    struct label_text both[] = {text("Ya", 154, 66), text("Tidak", 154, 66.3F), text("Tidak", 84, 120)};
    drawing_label(a, &two, both, 3, used);
    is_str(label(&two, 0), "", "labels that could be those of each other's ways are nobody's");
    is_str(label(&two, 1), "", "… both of them");
    ok(two.connectors.v[0].certainty == UNCERTAIN && two.connectors.v[1].certainty == UNCERTAIN, "… and the ways are uncertain");
    is_str(label(&two, 2), "Tidak", "a label that has no other way stays");
    ok(two.connectors.v[2].certainty == CERTAIN, "… and so does its way");
    both[0] = text("Tidak", 154, 80);
    both[1] = text("Ya", 154, 52);
    for (size_t i = 0; i < 3; i++) two.connectors.v[i].certainty = CERTAIN, two.connectors.v[i].label.text = STR_ABSENT;
    drawing_label(a, &two, both, 3, used);
    is_str(label(&two, 0), "Ya", "over the same ground a way has the label nearer to its beginning");
    is_str(label(&two, 1), "Tidak", "… and so has the way back");
    both[0] = text("Ya", 154, 66);
    both[1] = text("ya", 154, 66.3F);
    for (size_t i = 0; i < 3; i++) two.connectors.v[i].certainty = CERTAIN, two.connectors.v[i].label.text = STR_ABSENT;
    drawing_label(a, &two, both, 3, used);
    ok(label(&two, 0)[0] && label(&two, 1)[0] && two.connectors.v[0].certainty == CERTAIN, "where both say the same there is nothing to doubt");

    /* One label between two ways out, and no other. */
    struct layout one = {0};
    size_t fork = shape(&one, SHAPE_DIAMOND);
    line(&one, fork, SIZE_MAX, (struct point[]){{100, 50}, {100, 150}}, 2);
    line(&one, fork, SIZE_MAX, (struct point[]){{130, 50}, {130, 150}}, 2);
    struct label_text between = text("Ya", 109, 80);
    drawing_label(a, &one, &between, 1, used);
    ok(!label(&one, 0)[0] && !label(&one, 1)[0] && one.connectors.v[1].certainty == UNCERTAIN, "a label between two ways is neither's");

    /* The nearest first would take the first label's only way. */
    struct layout pair = {0};
    fork = shape(&pair, SHAPE_DIAMOND);
    line(&pair, fork, SIZE_MAX, (struct point[]){{100, 50}, {100, 150}}, 2);
    line(&pair, fork, SIZE_MAX, (struct point[]){{123, 50}, {123, 150}}, 2);
    struct label_text close[] = {text("Ya", 105.9F, 80), text("Tidak", 126, 120)};
    drawing_label(a, &pair, close, 2, used);
    is_str(label(&pair, 0), "Ya", "two labels go to the ways that are nearest together");
    is_str(label(&pair, 1), "Tidak", "… the other one, too");
    arena_free(a);
    return done();
}
