/* Numbers of civil servants. */
#include "domain/nip.h"
#include "tap.h"

static const struct {
    const char *text;
    enum nip_kind kind;
    enum nip_part wrong;
    int age;
} cases[] = {
    {"19700412 199503 1 004", NIP_NUMBER, NIP_SOUND, 24},
    {"197004121995031004", NIP_NUMBER, NIP_SOUND, 24},
    {"NIP. 19700412 199503 1 004", NIP_NUMBER, NIP_SOUND, 24},
    {"NIP : 19700412 199503 1 004", NIP_NUMBER, NIP_SOUND, 24},
    {"Nip.19700412 199503 1 004", NIP_NUMBER, NIP_SOUND, 24},
    {"NIP 19700412.199503.1.004", NIP_NUMBER, NIP_SOUND, 24},
    {"NIP. 19700412 199503 2 004", NIP_NUMBER, NIP_SOUND, 24},
    {"1970 0412 1995 0310 04", NIP_NUMBER, NIP_SOUND, 24},
    {"19740705 200604 1 007", NIP_NUMBER, NIP_SOUND, 31},
    {"20000229 202203 2 001", NIP_NUMBER, NIP_SOUND, 22},
    /* contracts (PPPK): 21 and up where others have the month */
    {"NIPPPK. 19850105 202321 1 001", NIP_NUMBER, NIP_SOUND, 38},
    {"NI PPPK 19850105 202221 2 001", NIP_NUMBER, NIP_SOUND, 37},
    {"198501052024212001", NIP_NUMBER, NIP_SOUND, 39},
    {"19850105 201021 1 001", NIP_NUMBER, NIP_APPOINTMENT, 0},
    /* length */
    {"19700412 1995033 1 004", NIP_NUMBER, NIP_LENGTH, 0},
    {"19700412 199503 1 0044", NIP_NUMBER, NIP_LENGTH, 0},
    {"19700412 199503 1 04", NIP_NUMBER, NIP_LENGTH, 0},
    {"1970041 199503 1 004", NIP_NUMBER, NIP_LENGTH, 0},
    {"19700412 199503 004", NIP_NUMBER, NIP_LENGTH, 0},
    {"1", NIP_NUMBER, NIP_LENGTH, 0},
    {"3374010101700001", NIP_NUMBER, NIP_LENGTH, 0},
    /* parts */
    {"19701312 199503 1 004", NIP_NUMBER, NIP_BIRTH, 0},
    {"19700012 199503 1 004", NIP_NUMBER, NIP_BIRTH, 0},
    {"19700431 199503 1 004", NIP_NUMBER, NIP_BIRTH, 0},
    {"19710229 199503 1 004", NIP_NUMBER, NIP_BIRTH, 0},
    {"18700412 199503 1 004", NIP_NUMBER, NIP_BIRTH, 0},
    {"99990412 199503 1 004", NIP_NUMBER, NIP_BIRTH, 0},
    {"12041970 199503 1 004", NIP_NUMBER, NIP_BIRTH, 0},
    {"19700412 199513 1 004", NIP_NUMBER, NIP_APPOINTMENT, 0},
    {"19700412 199500 1 004", NIP_NUMBER, NIP_APPOINTMENT, 0},
    {"19700412 099503 1 004", NIP_NUMBER, NIP_APPOINTMENT, 0},
    {"19700412 199503 0 004", NIP_NUMBER, NIP_SEX, 24},
    {"19700412 199503 3 004", NIP_NUMBER, NIP_SEX, 24},
    {"19700412 197503 1 004", NIP_NUMBER, NIP_AGE, 4},
    {"19700412 196503 1 004", NIP_NUMBER, NIP_AGE, -6},
    {"19400412 200503 1 004", NIP_NUMBER, NIP_AGE, 64},
    {"19700412 198503 1 004", NIP_NUMBER, NIP_AGE, 14},
    {"19700412 198504 1 004", NIP_NUMBER, NIP_SOUND, 15},
    {"19400412 200003 1 004", NIP_NUMBER, NIP_SOUND, 59},
    {"19400412 200103 1 004", NIP_NUMBER, NIP_SOUND, 60},
    {"19400412 200104 1 004", NIP_NUMBER, NIP_AGE, 61},
    /* nothing, or something else */
    {"", NIP_NONE, NIP_SOUND, 0},
    {"-", NIP_NONE, NIP_SOUND, 0},
    {"NIP.", NIP_NONE, NIP_SOUND, 0},
    {"NIP. ........................", NIP_NONE, NIP_SOUND, 0},
    {"NIP ________ ______ _ ___", NIP_NONE, NIP_SOUND, 0},
    {"NRP. 11970041270", NIP_OTHER, NIP_SOUND, 0},
    {"NRP 70041234", NIP_OTHER, NIP_SOUND, 0},
    {"NIP. l9700412 199503 1 004", NIP_OTHER, NIP_SOUND, 0},
    {"NIP. 19700412 1995O3 1 004", NIP_OTHER, NIP_SOUND, 0},
    {"Pembina Tk. I", NIP_OTHER, NIP_SOUND, 0},
    {"500 123 456", NIP_OLD, NIP_SOUND, 0},
    {"NIP. 131234567", NIP_OLD, NIP_SOUND, 0},
};

static void groups(void)
{
    struct nip n;
    nip_read(STR("19700412 1995033 1 004"), 15, 60, &n);
    ok(n.count == 19 && str_eqz(n.group, "1995033") && n.group_count == 7 && n.group_want == 6, "the group that is too long is named");
    nip_read(STR("19700412 199503 1 04"), 15, 60, &n);
    ok(n.count == 17 && str_eqz(n.group, "04") && n.group_want == 3, "the group that is too short is named");
    nip_read(STR("1970041 199503 1 04"), 15, 60, &n);
    ok(n.count == 16 && !n.group.p, "two wrong groups: none is named");
    nip_read(STR("1970041219950310044"), 15, 60, &n);
    ok(n.count == 19 && !n.group.p, "no groups: none is named");
    nip_read(STR("NIP. 19700412 199503 1 004"), 15, 60, &n);
    is_str(n.digits, "197004121995031004", "the digits alone");
    ok(n.birth.year == 1970 && n.birth.month == 4 && n.birth.day == 12 && n.appointed.year == 1995 && n.appointed.month == 3, "the dates in it");
}

static void hostile(void)
{
    enum { LENGTH = 10000 };
    static char text[LENGTH + 1];
    struct nip n;
    memset(text, '9', LENGTH);
    ok(nip_read(str_of(text), 15, 60, &n) == NIP_NUMBER && n.wrong == NIP_LENGTH && n.count == LENGTH, "10,000 digits");
    ok(strlen(n.digits) == sizeof n.digits - 1, "only the first of them are kept");
    for (size_t i = 1; i < LENGTH; i += 2) text[i] = ' ';
    ok(nip_read(str_of(text), 15, 60, &n) == NIP_NUMBER && n.count == LENGTH / 2, "5,000 groups");
}

int main(void)
{
    static const char *const parts[] = {"sound", "length", "birth", "appointment", "sex", "age"};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct nip n;
        ok(nip_read(str_of(cases[i].text), 15, 60, &n) == cases[i].kind, "kind of \"%s\"", cases[i].text);
        is_str(parts[n.wrong], parts[cases[i].wrong], "what is wrong with \"%s\"", cases[i].text);
        ok(n.age == cases[i].age, "age in \"%s\" (%d)", cases[i].text, n.age);
    }
    groups();
    hostile();
    return done();
}
