/* "maksudnya …?": what is near and what is not. */
#include "suggest.h"
#include "tap.h"

static const struct str commands[] = {{"check", 5}, {"explain", 7}, {"rules", 5}, {"dump", 4}, {"init", 4}};

static const char *near(const char *word)
{
    struct str s = suggest(str_of(word), commands, COUNT(commands));
    return s.p ? s.p : "none";
}

int main(void)
{
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
