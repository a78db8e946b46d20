/* Facts are written the Indonesian way ("1 hari 3 jam", "1.200.000", "98,90"); here they are put into the output language. */
#include "base/chars.h"
#include "rules/engine.h"

static const enum word units[] = {W_unit_hari_kerja, W_unit_menit, W_unit_jam,      W_unit_hari,  W_unit_minggu,
                                  W_unit_bulan,      W_unit_triwulan, W_unit_semester, W_unit_tahun, W_unit_detik};
static const enum word months[] = {W_month_1, W_month_2, W_month_3, W_month_4,  W_month_5,  W_month_6,
                                   W_month_7, W_month_8, W_month_9, W_month_10, W_month_11, W_month_12};

static const enum word thousands[] = {W_unit_ribu, W_unit_juta, W_unit_miliar};

/* Marks between digits change places: 1.200.000,50 and 1,200,000.50. */
static void print_marks(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        bool inside = i && i + 1 < s.n && is_digit(s.p[i - 1]) && is_digit(s.p[i + 1]);
        if (inside && s.p[i] == '.') buf_ch(out, ',');
        else if (inside && s.p[i] == ',') buf_ch(out, '.');
        else buf_ch(out, s.p[i]);
    }
}

/* The Indonesian word of the table that `s` begins with, as a whole word; its length in *n. */
static enum word leading_word(struct str s, const enum word *words, size_t count, size_t *n)
{
    for (size_t i = 0; i < count; i++) {
        struct str w = str_of(word(words[i], LANG_ID));
        if (!str_starts(s, w) || (s.n > w.n && is_lower(s.p[w.n]))) continue;
        *n = w.n;
        return words[i];
    }
    return WORD_NONE;
}

/* Numbers with marks changed, known words translated, the rest as it is; units get an s unless the number is 1. */
static void print_english(struct buf *out, struct str s, const enum word *words, size_t count, bool plural)
{
    struct str number = STR_ABSENT;
    size_t i = 0;
    while (i < s.n) {
        size_t end = i, n = 0;
        while (end < s.n && s.p[end] != ' ') end++;
        enum word w = leading_word(str_slice(s, i, s.n), words, count, &n);
        if (w != WORD_NONE) {
            buf_z(out, word(w, LANG_EN));
            if (plural && !str_eqz(number, "1")) buf_ch(out, 's');
            end = i + n;
        } else {
            struct str part = str_slice(s, i, end);
            if (part.n && is_digit(part.p[0])) number = part;
            print_marks(out, part);
        }
        if (end == i) buf_ch(out, s.p[end++]);
        i = end;
    }
}

static bool is_iso(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (i == 4 || i == 7 ? s.p[i] != '-' : !is_digit(s.p[i])) return false;
    return s.n == 10;
}

/* A date may stand as 2024-01-02 or in words. */
static void print_date(struct buf *out, struct str s, enum lang lang)
{
    uint64_t month, day;
    if (is_iso(s) && str_u64(str_slice(s, 5, 7), &month) && str_u64(str_slice(s, 8, 10), &day) && month >= 1 && month <= 12)
        buf_printf(out, "%d %s %.4s", (int)day, word(months[month - 1], lang), s.p);
    else if (lang == LANG_EN) print_english(out, s, months, COUNT(months), false);
    else buf_str(out, s);
}

void figure_print(struct buf *out, struct str value, enum fact_type type, enum lang lang)
{
    if (type == FACT_DATE) print_date(out, value, lang);
    else if (lang == LANG_ID || type == FACT_TEXT || type == FACT_CHOICE || type == FACT_BOOL) buf_str(out, value);
    else if (type == FACT_DURATION) print_english(out, value, units, COUNT(units), true);
    else if (type == FACT_MONEY) print_english(out, value, thousands, COUNT(thousands), false);
    else print_marks(out, value);
}

struct str duration_in(struct arena *a, struct str fact, enum lang lang)
{
    struct buf b = BUF_INIT;
    figure_print(&b, fact, FACT_DURATION, lang);
    struct str s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}
