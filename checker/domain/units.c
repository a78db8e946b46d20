/* Loading the words for times. */
#include "domain/units.h"

static const char *const names[UNIT_COUNT] = {
    [UNIT_SECOND] = "detik", [UNIT_MINUTE] = "menit",    [UNIT_HOUR] = "jam",          [UNIT_DAY] = "hari",   [UNIT_WEEK] = "minggu",
    [UNIT_MONTH] = "bulan",  [UNIT_QUARTER] = "triwulan", [UNIT_SEMESTER] = "semester", [UNIT_YEAR] = "tahun",
};

const char *unit_name(enum time_unit unit) { return names[unit]; }

enum unit_group unit_group(enum time_unit unit)
{
    return unit <= UNIT_HOUR ? GROUP_CLOCK : unit == UNIT_DAY ? GROUP_DAYS : unit == UNIT_WEEK ? GROUP_WEEKS : GROUP_MONTHS;
}

struct ratio unit_size(enum time_unit unit)
{
    static const struct ratio size[UNIT_COUNT] = {
        [UNIT_SECOND] = {1, 60}, [UNIT_MINUTE] = {1, 1},  [UNIT_HOUR] = {60, 1},    [UNIT_DAY] = {1, 1},   [UNIT_WEEK] = {1, 1},
        [UNIT_MONTH] = {1, 1},   [UNIT_QUARTER] = {3, 1}, [UNIT_SEMESTER] = {6, 1}, [UNIT_YEAR] = {12, 1},
    };
    return size[unit];
}

/* "7,5" as 15/2. */
static bool decimal(struct str s, struct ratio *out)
{
    uint64_t whole, part;
    size_t comma = str_find(s, STR(","), 0);
    if (comma == SIZE_MAX) comma = s.n;
    if (!str_u64(str_slice(s, 0, comma), &whole) || whole > 1000) return false;
    if (comma == s.n) return ratio_make((int64_t)whole, 1, out);
    return s.n == comma + 2 && str_u64(str_slice(s, comma + 1, s.n), &part) && ratio_make((int64_t)(whole * 10 + part), 10, out);
}

static bool whole_number(struct str s, int *out)
{
    uint64_t v;
    if (!str_u64(s, &v) || v == 0 || v > 1000) return false;
    *out = (int)v;
    return true;
}

static void load_conventions(struct word_file *f, const struct yaml_node *map, struct conventions *out)
{
    struct wordset hours = word_file_set(f, map, "jam-sehari"), days = word_file_set(f, map, "hari-seminggu"),
                    months = word_file_set(f, map, "hari-sebulan");
    for (size_t i = 0; i < hours.n; i++)
        for (size_t j = 0; j < days.n; j++)
            for (size_t k = 0; k < months.n; k++) {
                struct convention c;
                if (decimal(hours.v[i].text, &c.day_hours) && c.day_hours.num && whole_number(days.v[j].text, &c.week_days) &&
                    whole_number(months.v[k].text, &c.month_days))
                    *ARENA_PUSH(f->a, out) = c;
                else
                    word_file_fault(f, map, "kebiasaan");
            }
}

const struct time_units *duration_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const struct wordset_member lists[] = {
        {"hari-kerja", offsetof(struct time_units, working_day)},    {"kerja", offsetof(struct time_units, working)},
        {"kalender", offsetof(struct time_units, calendar_day)},     {"bilangan", offsetof(struct time_units, ones)},
        {"sepuluh", offsetof(struct time_units, tens)},              {"setengah", offsetof(struct time_units, half)},
        {"seperempat", offsetof(struct time_units, quarter)},        {"sekitar", offsetof(struct time_units, about)},
        {"selama", offsetof(struct time_units, says_nothing)},       {"sampai", offsetof(struct time_units, until)},
        {"dan", offsetof(struct time_units, plus)},                  {"sama", offsetof(struct time_units, same)},
        {"kalender-titik", offsetof(struct time_units, point)},      {"kalender-bagian", offsetof(struct time_units, part)},
        {"kalender-urutan", offsetof(struct time_units, ordinal)},   {"pekerjaan-berat", offsetof(struct time_units, heavy)},
        {"pekerjaan-ringan", offsetof(struct time_units, light)},
    };
    struct word_file f = word_file_open(a, b, "vocabulary/units.yaml", NULL, faults);
    struct time_units *u = arena_alloc(a, sizeof *u);
    word_file_sets(&f, f.root, lists, COUNT(lists), u);
    for (int i = 0; i < UNIT_COUNT; i++) u->unit[i] = word_file_set(&f, yaml_get(f.root, "satuan"), names[i]);
    const struct yaml_node *customs = yaml_get(f.root, "kebiasaan");
    if (customs) load_conventions(&f, customs, &u->conventions);
    else if (f.root) word_file_fault(&f, NULL, "kebiasaan");
    return u;
}

const struct conventions *duration_conventions(const struct time_units *u) { return &u->conventions; }
