/* nip.h: the number of a civil servant: birth date (8), appointment (6), sex (1), serial (3). */
#ifndef PATUH_NIP_H
#define PATUH_NIP_H

#include "base/base.h"
#include "base/date.h"

enum nip_part { NIP_SOUND, NIP_LENGTH, NIP_BIRTH, NIP_APPOINTMENT, NIP_SEX, NIP_AGE };

struct nip {
    char digits[25];        /* the digits alone, at most 24 of them, NUL-terminated */
    size_t count;           /* how many digits there are */
    enum nip_part wrong;    /* the first part that cannot be */
    bool contract;          /* PPPK: the "month" of appointment is 21 and up, the number of the contract */
    struct date birth, appointed; /* where they can be read; appointed.month 0 for a contract */
    int age;                /* at appointment, in whole years; where both can be read */
    struct str group;       /* of a wrong length: the printed group of digits that is at fault, where one can be named */
    size_t group_count, group_want;
};

enum nip_kind {
    NIP_NONE,    /* blank, dashes, dots */
    NIP_OTHER,   /* another kind of number (NRP), or letters among the digits: not read */
    NIP_OLD,     /* nine digits, as until 2009 */
    NIP_NUMBER   /* *out tells the rest */
};
enum nip_kind nip_read(struct str text, int age_min, int age_max, struct nip *out);

#endif
