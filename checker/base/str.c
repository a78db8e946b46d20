/* Slices of text: comparing, trimming, searching. No locale. */
#include <string.h>

#include "base/chars.h"
#include "base/base.h"

struct str str_of(const char *z) { return z ? (struct str){z, strlen(z)} : STR_ABSENT; }

/* Length of the white space character that s begins with, 0 when it begins with none. */
static size_t space_at(const char *p, size_t n)
{
    unsigned char c = (unsigned char)p[0];
    if (c > ' ' && c < 0xC2) return 0;
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    if (c == 0xC2 && n >= 2 && (unsigned char)p[1] == 0xA0) return 2;
    if (c == 0xE2 && n >= 3 && (unsigned char)p[1] == 0x80 && ((unsigned char)p[2] == 0x8B || (unsigned char)p[2] == 0xAF)) return 3;
    if (c == 0xEF && n >= 3 && (unsigned char)p[1] == 0xBB && (unsigned char)p[2] == 0xBF) return 3;
    return 0;
}

struct str str_trim(struct str s)
{
    size_t k;
    while (s.n && (k = space_at(s.p, s.n))) s.p += k, s.n -= k;
    for (;;) {
        unsigned char last = s.n ? (unsigned char)s.p[s.n - 1] : ' ';
        if (last > ' ' && last < 0x80) return s;
        if (s.n >= 1 && space_at(s.p + s.n - 1, 1)) s.n -= 1;
        else if (s.n >= 2 && space_at(s.p + s.n - 2, 2) == 2) s.n -= 2;
        else if (s.n >= 3 && space_at(s.p + s.n - 3, 3) == 3) s.n -= 3;
        else return s;
    }
}

bool str_blank(struct str s) { return str_trim(s).n == 0; }

bool str_eqz(struct str a, const char *z) { return str_eq(a, str_of(z)); }

static unsigned char lower(char c) { return (unsigned char)lower_of(c); }

static bool same_fold(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

bool str_ieq(struct str a, struct str b) { return a.n == b.n && same_fold(a.p, b.p, a.n); }

bool str_istarts(struct str s, struct str prefix) { return s.n >= prefix.n && same_fold(s.p, prefix.p, prefix.n); }

bool str_ends(struct str s, struct str suffix) { return s.n >= suffix.n && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix); }

size_t str_find(struct str s, struct str needle, size_t from)
{
    if (needle.n == 0) return from <= s.n ? from : SIZE_MAX;
    while (from + needle.n <= s.n) {
        const char *hit = memchr(s.p + from, needle.p[0], s.n - needle.n - from + 1);
        if (!hit) return SIZE_MAX;
        if (memcmp(hit, needle.p, needle.n) == 0) return (size_t)(hit - s.p);
        from = (size_t)(hit - s.p) + 1;
    }
    return SIZE_MAX;
}

static size_t next_byte(struct str s, size_t from, size_t end, int byte)
{
    const char *hit = from < end ? memchr(s.p + from, byte, end - from) : NULL;
    return hit ? (size_t)(hit - s.p) : SIZE_MAX;
}

/* Where in the needle the letter stands that Indonesian texts have least. */
static size_t rarest(struct str needle)
{
    static const char often[] = " aniertkuslmdpgbohyjcwfvzxq";
    size_t best = 0, rank = 0;
    for (size_t i = 0; i < needle.n && rank < sizeof often; i++) {
        const char *known = memchr(often, lower(needle.p[i]), sizeof often - 1);
        size_t r = known ? (size_t)(known - often) : sizeof often;
        if (i == 0 || r > rank) best = i, rank = r;
    }
    return best;
}

/* Goes from one place where that letter stands, in either case, to the next. */
size_t str_ifind(struct str s, struct str needle, size_t from)
{
    if (needle.n == 0) return from <= s.n ? from : SIZE_MAX;
    if (s.n < needle.n || from > s.n - needle.n) return SIZE_MAX;
    size_t k = rarest(needle), end = s.n - needle.n + 1 + k;
    int small = lower(needle.p[k]), large = is_lower(small) ? small - 32 : small;
    size_t a = next_byte(s, from + k, end, small), b = large == small ? SIZE_MAX : next_byte(s, from + k, end, large);
    while (a != SIZE_MAX || b != SIZE_MAX) {
        size_t at = a < b ? a : b;
        if (same_fold(s.p + at - k, needle.p, needle.n)) return at - k;
        if (at == a) a = next_byte(s, at + 1, end, small);
        else b = next_byte(s, at + 1, end, large);
    }
    return SIZE_MAX;
}

int str_cmp(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;
    return c ? c : (a.n > b.n) - (a.n < b.n);
}

static uint64_t load(const char *p, size_t n) /* n: 4 or 8 */
{
    uint64_t v = 0;
    memcpy(&v, p, n);
    return v;
}

/* Eight bytes at a time; the last step overlaps what was read before, so that no byte is taken alone. Each product is folded before the
 * next: a multiplication carries upwards only, and names that differ in their last letter differ in the highest bits. */
uint64_t str_hash(struct str s)
{
    uint64_t h = 0x9E3779B97F4A7C15u ^ s.n, last = 0;
    for (size_t i = 0; i + 8 < s.n; i += 8) {
        h = (h ^ load(s.p + i, 8)) * 0xFF51AFD7ED558CCDu;
        h ^= h >> 32;
    }
    if (s.n >= 8) last = load(s.p + s.n - 8, 8);
    else if (s.n >= 4) last = load(s.p, 4) | load(s.p + s.n - 4, 4) << 32;
    else if (s.n) last = (uint64_t)(unsigned char)s.p[0] | (uint64_t)(unsigned char)s.p[s.n / 2] << 8 | (uint64_t)(unsigned char)s.p[s.n - 1] << 16;
    h ^= last;
    h = (h ^ h >> 32) * 0xC4CEB9FE1A85EC53u;
    return h ^ h >> 32;
}

bool str_u64(struct str s, uint64_t *out)
{
    uint64_t v = 0;
    if (s.n == 0 || s.n > 18) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_digit(s.p[i])) return false;
        v = v * 10 + (uint64_t)(s.p[i] - '0');
    }
    *out = v;
    return true;
}
