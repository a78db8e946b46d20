/* Edit distance, and "maksudnya …?": what is near and what is not. */
#include <string.h>

#include "language/suggest.h"
#include "tap.h"

static const struct str commands[] = {{"check", 5}, {"explain", 7}, {"rules", 5}, {"dump", 4}, {"init", 4}};

static const char *near(const char *word)
{
    struct str s = suggest(str_of(word), commands, COUNT(commands));
    return s.p ? s.p : "none";
}

static void distances(void)
{
    ok(edit_distance(STR("laporan"), STR("LAPORAN"), 0) == 0, "letters without case");
    ok(edit_distance(STR("lapoarn"), STR("laporan"), 2) == 1, "neighbours swapped");
    ok(edit_distance(STR("lapran"), STR("laporan"), 1) == 1, "one lost");
    ok(edit_distance(STR("kitten"), STR("sitting"), 9) == 3, "two replaced, one more");
    ok(edit_distance(STR("ca"), STR("abc"), 9) == 3, "no byte is edited twice");
    ok(edit_distance(STR("abc"), STR("xyz"), 2) == 3, "more than asked for");
    ok(edit_distance(STR("abcd"), STR("xbcy"), 1) == 2, "more than asked for, seen only in the last row");
    ok(edit_distance(STR(""), STR("ab"), 2) == 2, "from nothing");
    char one[EDIT_LONGEST + 2], other[EDIT_LONGEST + 2];
    memset(one, 'a', sizeof one);
    memset(other, 'a', sizeof other);
    other[0] = 'b';
    ok(edit_distance((struct str){one, EDIT_LONGEST}, (struct str){other, EDIT_LONGEST}, 2) == 1, "as long as may be");
    ok(edit_distance((struct str){one, sizeof one}, (struct str){other, sizeof other}, 2) == 3, "too long to compare");
    ok(edit_distance((struct str){one, sizeof one}, (struct str){one, sizeof one}, 2) == 0, "but equal");
}

int main(void)
{
    distances();
    is_str(near("chekc"), "check", "neighbours swapped");
    is_str(near("cek"), "none", "three bytes allow one edit only");
    is_str(near("CHECK"), "check", "letters without case");
    is_str(near("explian"), "explain", "swap in a longer word");
    is_str(near("rule"), "rules", "a letter missing");
    is_str(near("dumpp"), "dump", "a letter too many");
    is_str(near("initialise"), "none", "too far");
    is_str(near(""), "none", "nothing");
    is_str(near("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), "none", "absurdly long");
    return done();
}
