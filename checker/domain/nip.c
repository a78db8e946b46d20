/* Taking a NIP apart. */
#include "base/chars.h"
#include "domain/nip.h"

#include "domain/calendar.h"
#include "language/token.h"

static const size_t usual_groups[] = {8, 6, 1, 3};

/* Words that stand before the number; any other word means that it is another kind of number, or was read badly. */
static bool label(struct token t)
{
    return token_word(t, "nip") || token_word(t, "ni") || token_word(t, "nippppk") || token_word(t, "nipppk") || token_word(t, "nippk") ||
           token_word(t, "pppk");
}

/* Collects the digits and the printed groups of them; false when there is anything else. */
static bool collect(struct str text, struct nip *n, struct str *group, size_t *groups)
{
    for (struct token t = token_next(text, 0); t.kind != TOKEN_END; t = token_next(text, t.end)) {
        if (t.kind == TOKEN_WORD && !label(t)) return false;
        if (t.kind != TOKEN_NUMBER) continue;
        if (*groups < COUNT(usual_groups)) group[*groups] = t.text;
        ++*groups;
        for (size_t i = 0; i < t.text.n; i++, n->count++) {
            if (!is_digit(t.text.p[i])) return false; /* a letter that OCR took for a digit: not certain enough */
            if (n->count < sizeof n->digits - 1) n->digits[n->count] = t.text.p[i];
        }
    }
    return true;
}

static void blame_group(struct nip *n, const struct str *group, size_t groups)
{
    size_t wrong = 0;
    if (groups != COUNT(usual_groups)) return;
    for (size_t i = 0; i < groups; i++) {
        if (group[i].n == usual_groups[i]) continue;
        wrong++;
        n->group = group[i];
        n->group_count = group[i].n;
        n->group_want = usual_groups[i];
    }
    if (wrong != 1) n->group = STR_ABSENT;
}

static int number_at(const char *digits, size_t from, size_t n)
{
    int v = 0;
    for (size_t i = from; i < from + n; i++) v = v * 10 + (digits[i] - '0');
    return v;
}

static enum nip_part take_apart(struct nip *n, int age_min, int age_max)
{
    enum { CONTRACT_FIRST = 21, CONTRACT_LAST = 40, CONTRACT_SINCE = 2019 };
    int year = number_at(n->digits, 8, 4), month = number_at(n->digits, 12, 2), sex = number_at(n->digits, 14, 1);
    struct date birth = {number_at(n->digits, 0, 4), number_at(n->digits, 4, 2), number_at(n->digits, 6, 2)};
    if (!year_of_date((uint64_t)birth.year) || !calendar_valid(birth.year, birth.month, birth.day)) return NIP_BIRTH;
    n->birth = birth;
    n->contract = month >= CONTRACT_FIRST && month <= CONTRACT_LAST && year >= CONTRACT_SINCE;
    if (!year_of_date((uint64_t)year) || (!n->contract && (month < 1 || month > 12))) return NIP_APPOINTMENT;
    n->appointed = (struct date){year, n->contract ? 0 : month, 0};
    n->age = date_years((struct date){birth.year, birth.month, 0}, (struct date){year, n->contract ? 12 : month, 0});
    if (sex != 1 && sex != 2) return NIP_SEX;
    return n->age < age_min || n->age > age_max ? NIP_AGE : NIP_SOUND;
}

enum nip_kind nip_read(struct str text, int age_min, int age_max, struct nip *out)
{
    struct str group[COUNT(usual_groups)];
    size_t groups = 0;
    *out = (struct nip){0};
    if (!collect(text, out, group, &groups)) return NIP_OTHER;
    if (out->count == 0) return NIP_NONE;
    if (out->count == 9) return NIP_OLD;
    if (out->count != 18) {
        out->wrong = NIP_LENGTH;
        blame_group(out, group, groups);
        return NIP_NUMBER;
    }
    out->wrong = take_apart(out, age_min, age_max);
    return NIP_NUMBER;
}
