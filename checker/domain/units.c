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

static void load_conventions(struct arena *a, const char *file, const struct yaml_node *map, struct conventions *out, struct pack_faults *faults)
{
    struct wordlist hours = wordlist_load(a, map, file, "jam-sehari", faults), days = wordlist_load(a, map, file, "hari-seminggu", faults),
                    months = wordlist_load(a, map, file, "hari-sebulan", faults);
    for (size_t i = 0; i < hours.n; i++)
        for (size_t j = 0; j < days.n; j++)
            for (size_t k = 0; k < months.n; k++) {
                struct convention c;
                if (decimal(hours.v[i], &c.day_hours) && c.day_hours.num && whole_number(days.v[j], &c.week_days) &&
                    whole_number(months.v[k], &c.month_days))
                    *ARENA_PUSH(a, out) = c;
                else
                    fault_add(a, faults, file, map->line, W_pack_vocabulary)->arg[0] = STR("kebiasaan");
            }
}

const struct time_units *duration_load(struct arena *a, const struct bundle *b, struct pack_faults *faults)
{
    static const char file[] = "vocabulary/units.yaml";
    const struct yaml_node *root = bundle_find(b, file);
    struct time_units *u = arena_alloc(a, sizeof *u);
    const struct {
        const char *key;
        struct wordlist *list;
    } lists[] = {
        {"hari-kerja", &u->working_day}, {"kerja", &u->working},          {"kalender", &u->calendar_day},   {"bilangan", &u->ones},
        {"sepuluh", &u->tens},           {"setengah", &u->half},          {"seperempat", &u->quarter},      {"sekitar", &u->about},
        {"selama", &u->says_nothing},    {"sampai", &u->until},           {"dan", &u->plus},                {"sama", &u->same},
        {"kalender-titik", &u->point},   {"kalender-bagian", &u->part},   {"kalender-urutan", &u->ordinal}, {"pekerjaan-berat", &u->heavy},
        {"pekerjaan-ringan", &u->light},
    };
    for (size_t i = 0; i < COUNT(lists); i++) *lists[i].list = wordlist_load(a, root, file, lists[i].key, faults);
    for (int i = 0; i < UNIT_COUNT; i++) u->unit[i] = wordlist_load(a, yaml_get(root, "satuan"), file, names[i], faults);
    const struct yaml_node *customs = yaml_get(root, "kebiasaan");
    if (customs) load_conventions(a, file, customs, &u->conventions, faults);
    else fault_add(a, faults, file, 0, W_pack_vocabulary)->arg[0] = STR("kebiasaan");
    return u;
}

const struct conventions *duration_conventions(const struct time_units *u) { return &u->conventions; }
