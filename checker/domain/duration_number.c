/* The numbers of lengths of time: figures, fractions, words. */
#include "domain/duration_number.h"

bool time_fraction(struct token t, struct ratio *out)
{
    static const struct {
        uint32_t mark;
        struct ratio value;
    } marks[] = {{0xBD, {1, 2}}, {0xBC, {1, 4}}, {0xBE, {3, 4}}, {0x2153, {1, 3}}, {0x2154, {2, 3}}};
    for (size_t i = 0; i < COUNT(marks); i++)
        if (token_is(t, marks[i].mark)) return *out = marks[i].value, true;
    return false;
}

bool time_decimal(const struct time_text *p, size_t *i, struct ratio *out)
{
    uint64_t v, part;
    struct token t = p->t[*i];
    if (!token_value(t, &v)) return false;
    bool thousands = t.text.n <= 3 && t.text.p[0] != '0';
    for (++*i;; *i += 2) {
        struct token mark = p->t[*i], next = p->t[*i + 1];
        if (!(token_is(mark, '.') || token_is(mark, ',')) || !mark.glued || next.kind != TOKEN_NUMBER || !next.glued) break;
        if (!token_value(next, &part)) return false;
        if (token_is(mark, '.') && next.text.n == 3 && thousands) {
            if (v > 1000000000000u) return false;
            v = v * 1000 + part;
            continue;
        }
        int64_t power = 1;
        for (size_t k = 0; k < next.text.n; k++) power *= 10;
        if (next.text.n > 6 || v > 1000000000u) return false;
        *i += 2;
        return ratio_make((int64_t)v * power + (int64_t)part, power, out);
    }
    return ratio_make((int64_t)v, 1, out);
}

/* 1/2 after its numerator; 1 1/2 and 1½ after the whole number. */
static bool with_fraction(const struct time_text *p, size_t *i, struct ratio *value)
{
    enum { LARGEST = 16 }; /* 30/60 menit is no half a minute */
    struct ratio more;
    size_t k = *i;
    uint64_t num, den;
    if (token_is(p->t[k], '/') && token_value(p->t[k + 1], &den) && den <= LARGEST && value->num < (int64_t)den) {
        *i = k + 2;
        return ratio_div(*value, RATIO((int64_t)den), value);
    }
    if (token_value(p->t[k], &num) && token_is(p->t[k + 1], '/') && token_value(p->t[k + 2], &den) && den <= LARGEST && num < den) {
        *i = k + 3;
        return ratio_make((int64_t)num, (int64_t)den, &more) && ratio_add(*value, more, value);
    }
    if (time_fraction(p->t[k], &more)) {
        *i = k + 1;
        return ratio_add(*value, more, value);
    }
    if (time_in(&p->u->half, p->t[k])) {
        *i = k + 1;
        return ratio_add(*value, (struct ratio){1, 2}, value);
    }
    return true;
}

int time_ones(const struct time_text *p, struct token t)
{
    for (size_t i = 0; t.kind == TOKEN_WORD && i < p->u->ones.n; i++)
        if (str_ieq(p->u->ones.v[i].text, t.text)) return (int)i + 1;
    return 0;
}

/* dua puluh lima; setengah; dua setengah; tiga perempat. Each power of ten once, from the greatest down. */
static bool number_words(const struct time_text *p, size_t *at, struct ratio *out)
{
    int64_t value = 0, below = 1000; /* the next part must be smaller than this */
    size_t i = *at;
    struct ratio fraction = RATIO(0);
    for (;; i++) {
        struct token t = p->t[i];
        int64_t part = time_ones(p, t);
        if (part && token_word(p->t[i + 1], "belas")) part += 10, i++;
        else if (part && token_word(p->t[i + 1], "puluh")) part *= 10, i++;
        else if (part && token_word(p->t[i + 1], "ratus")) part *= 100, i++;
        else if (t.kind == TOKEN_WORD && p->u->tens.n == 2 && str_ieq(t.text, p->u->tens.v[0].text)) part = 10;
        else if (t.kind == TOKEN_WORD && p->u->tens.n == 2 && str_ieq(t.text, p->u->tens.v[1].text)) part = 11;
        else if (token_word(t, "seratus")) part = 100;
        if (!part) break;
        if (part >= below) return false;
        value += part;
        below = part >= 100 ? 100 : part >= 20 ? 10 : 1;
    }
    if (time_in(&p->u->half, p->t[i])) fraction = (struct ratio){1, 2}, i++;
    else if (time_in(&p->u->quarter, p->t[i])) fraction = (struct ratio){1, 4}, i++;
    else if (value && value < 4 && token_word(p->t[i], "perempat")) fraction = (struct ratio){value, 4}, value = 0, i++;
    if (i == *at || !ratio_add(RATIO(value), fraction, out)) return false;
    *at = i;
    return true;
}

static bool plain_number(const struct time_text *p, size_t *i, struct ratio *out)
{
    struct token t = p->t[*i];
    if (t.kind == TOKEN_NUMBER) return time_decimal(p, i, out) && with_fraction(p, i, out);
    if (time_fraction(t, out)) return ++*i, true;
    if (t.kind == TOKEN_WORD && (str_eq(t.text, STR("l")) || str_eq(t.text, STR("I")))) return *out = RATIO(1), ++*i, true; /* OCR */
    return number_words(p, i, out);
}

bool time_number(const struct time_text *p, size_t *i, struct ratio *out)
{
    struct ratio again;
    if (!plain_number(p, i, out)) return false;
    if (token_is(p->t[*i], '(')) {
        size_t k = *i + 1;
        int sign = 1;
        if (plain_number(p, &k, &again) && token_is(p->t[k], ')')) {
            if (!ratio_compare(*out, again, &sign) || sign) return false;
            *i = k + 1;
        }
    }
    while (token_word(p->t[*i], "x") || token_is(p->t[*i], '*')) {
        size_t k = *i + 1;
        if (!plain_number(p, &k, &again)) break;
        if (!ratio_mul(*out, again, out)) return false;
        *i = k;
    }
    return true;
}
