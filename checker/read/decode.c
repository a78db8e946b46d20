/* Bytes to UTF-8 text: BOMs, UTF-16, UTF-8, Windows-1252. A few bytes that are none of it become U+FFFD, which is said; many make a binary file. */
#include <string.h>

#include "read/decode.h"
#include "stage/read.h"

#define HARD_BYTES 0x3FFFFFFFu /* spans are 32 bits wide and Windows-1252 can grow threefold */

static enum rc refuse(struct trouble *why, enum rc rc, enum word message, size_t at)
{
    why->message = message;
    why->at = SPAN(at, at);
    return rc;
}

/* Length of the well-formed UTF-8 character at p (surrogates and overlong forms are not), 0 when there is none. */
static size_t utf8_at(const unsigned char *p, size_t n)
{
    if (p[0] < 0x80) return 1;
    size_t need = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    if (p[0] < 0xC2 || p[0] > 0xF4 || n < need) return 0;
    for (size_t i = 1; i < need; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F)) return 0;
    if ((p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F)) return 0;
    return need;
}

size_t utf8_put(char out[4], uint32_t c)
{
    if (c < 0x80) return out[0] = (char)c, 1;
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* How many places of n characters may be no text before the file is none. */
static size_t tolerated(size_t n) { return 1 + n / 100; }

static void note_damage(struct arena *a, struct source *s, const char *encoding, size_t first, size_t places)
{
    s->damage = (struct trouble){.message = W_read_damaged, .at = SPAN(first, first + 3)};
    s->damage.arg[0] = str_of(encoding);
    s->damage.arg[1] = arena_printf(a, "%zu", places);
}

/* Characters that no text file has: the controls except white space, escape, and the old end-of-file mark. NUL is counted apart. */
static bool is_control(unsigned char c) { return c && c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1A && c != 0x1B; }

/* What a file of 8-bit characters looks like. */
struct census {
    size_t wide;      /* well-formed characters of several bytes */
    size_t bad;       /* runs of bytes that are no UTF-8 */
    size_t nul;
    size_t bytes;     /* in those runs, and NULs */
    size_t controls;
};

/* Eight printable ASCII characters at once: most of every file. */
static bool plain8(const unsigned char *p)
{
    uint64_t w;
    memcpy(&w, p, 8);
    uint64_t below_space = (w - 0x2020202020202020u) & ~w;
    return ((w | below_space) & 0x8080808080808080u) == 0;
}

static struct census count(struct str s)
{
    struct census c = {0};
    size_t bad_end = SIZE_MAX;
    const unsigned char *p = (const unsigned char *)s.p;
    for (size_t i = 0, k; i < s.n; i += k) {
        k = i + 8 <= s.n && plain8(p + i) ? 8 : utf8_at(p + i, s.n - i);
        if (k == 8) continue;
        if (k > 1) {
            c.wide++;
        } else if (k == 0) {
            c.bad += i != bad_end;
            c.bytes++;
            bad_end = i + 1;
            k = 1;
        } else {
            c.nul += p[i] == 0;
            c.bytes += p[i] == 0;
            c.controls += is_control(p[i]);
        }
    }
    return c;
}

/* 0x80 to 0x9F of Windows-1252; 0: not assigned. */
static const uint16_t cp1252[32] = {
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

uint32_t cp1252_char(uint32_t byte) { return cp1252[byte - 0x80]; }

static uint32_t cp1252_of(unsigned char c)
{
    if (c == 0) return 0xFFFD;
    if (c < 0x80 || c >= 0xA0) return c;
    return cp1252[c - 0x80] ? cp1252[c - 0x80] : 0xFFFD;
}

static enum rc decode_cp1252(struct arena *a, struct source *s, struct trouble *why)
{
    size_t n = 0, bad = 0, first = 0;
    for (size_t i = 0; i < s->raw.n; i++) {
        uint32_t c = cp1252_of((unsigned char)s->raw.p[i]);
        if (c == 0xFFFD && !bad++) first = n;
        n += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    if (bad > tolerated(s->raw.n)) return refuse(why, RC_UNSUPPORTED, W_read_binary, 0);
    char *out = arena_alloc(a, n + 1);
    s->text = (struct str){out, n};
    s->encoding = ENC_CP1252;
    for (size_t i = 0; i < s->raw.n; i++) out += utf8_put(out, cp1252_of((unsigned char)s->raw.p[i]));
    if (bad) note_damage(a, s, "Windows-1252", first, bad);
    return RC_OK;
}

static uint32_t unit_at(const struct source *s, size_t i)
{
    const unsigned char *p = (const unsigned char *)s->raw.p + i;
    return s->encoding == ENC_UTF16BE ? (uint32_t)(p[0] << 8 | p[1]) : (uint32_t)(p[1] << 8 | p[0]);
}

/* `from`: where the text begins, after a BOM. */
static enum rc decode_utf16(struct arena *a, struct source *s, size_t from, struct trouble *why)
{
    char *out = arena_alloc(a, (s->raw.n - from + 1) / 2 * 3 + 1);
    size_t n = 0, bad = 0, first = 0;
    for (size_t i = from; i < s->raw.n; i += 2) {
        uint32_t c = i + 1 < s->raw.n ? unit_at(s, i) : 0; /* half a unit at the end is none */
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < s->raw.n && unit_at(s, i + 2) >= 0xDC00 && unit_at(s, i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit_at(s, i + 2) - 0xDC00);
            i += 2;
        } else if (c == 0 || (c >= 0xD800 && c < 0xE000)) {
            c = 0xFFFD;
            if (!bad++) first = n;
        }
        n += utf8_put(out + n, c);
    }
    if (bad > tolerated((s->raw.n - from) / 2)) return refuse(why, RC_UNSUPPORTED, W_read_binary, 0);
    s->text = (struct str){out, n};
    if (bad) note_damage(a, s, "UTF-16", first, bad);
    return RC_OK;
}

/* UTF-16 without a BOM: of the text's first bytes many on one side and hardly any on the other are NUL. */
static bool looks_utf16(struct str s, enum encoding *out)
{
    size_t zero[2] = {0, 0}, n = s.n < 4096 ? s.n & ~(size_t)1 : 4096;
    if (n < 4) return false;
    for (size_t i = 0; i < n; i++) zero[i & 1] += s.p[i] == 0;
    size_t enough = n / 2 * 2 / 5;
    if (enough < 2) enough = 2;
    if (zero[1] > enough && zero[0] * 20 <= zero[1]) return *out = ENC_UTF16LE, true;
    if (zero[0] > enough && zero[1] * 20 <= zero[0]) return *out = ENC_UTF16BE, true;
    return false;
}

/* Each run of bytes that are no UTF-8 as one U+FFFD. `places`: how many there are, at most. */
static void mend(struct arena *a, struct source *s, struct str body, size_t places)
{
    char *out = arena_alloc(a, body.n + 2 * places + 1);
    const unsigned char *p = (const unsigned char *)body.p;
    size_t n = 0, first = SIZE_MAX, runs = 0;
    for (size_t i = 0; i < body.n;) {
        size_t k = p[i] ? utf8_at(p + i, body.n - i) : 0;
        memcpy(out + n, p + i, k);
        n += k;
        i += k;
        if (k) continue;
        if (!runs++) first = n;
        n += utf8_put(out + n, 0xFFFD);
        while (i < body.n && (!p[i] || !utf8_at(p + i, body.n - i))) i++;
        struct mend *m = ARENA_PUSH(a, &s->mends);
        m->at = (uint32_t)n;
        m->shift = (int64_t)i - (int64_t)n;
    }
    s->text = (struct str){out, n};
    note_damage(a, s, "UTF-8", first, runs);
}

static enum rc decode_utf8(struct arena *a, struct source *s, size_t from, struct trouble *why)
{
    struct str body = str_slice(s->raw, from, s->raw.n);
    struct census c = count(body);
    if (c.controls > body.n / 10) return refuse(why, RC_UNSUPPORTED, W_read_binary, 0);
    if (c.bad && !from && c.bad > 2 * c.wide) return decode_cp1252(a, s, why);
    if (c.bytes > tolerated(body.n)) return refuse(why, RC_UNSUPPORTED, W_read_binary, 0);
    s->encoding = from ? ENC_UTF8_BOM : ENC_UTF8;
    if (c.bytes) mend(a, s, body, c.bad + c.nul);
    else s->text = arena_str(a, body);
    return RC_OK;
}

enum rc source_decode(struct arena *a, struct source *s, const struct limits *limits, struct trouble *why)
{
    uint64_t most = limits->v[LIMIT_text] < HARD_BYTES ? limits->v[LIMIT_text] : HARD_BYTES;
    s->text = STR("");
    if (s->raw.n == 0) return refuse(why, RC_SYNTAX, W_read_empty, 0);
    if (s->raw.n > most) {
        why->arg[0] = arena_printf(a, "%llu", (unsigned long long)most);
        return refuse(why, RC_LIMIT, W_read_text, 0);
    }
    enum rc rc;
    if (str_starts(s->raw, STR("\xEF\xBB\xBF"))) {
        rc = decode_utf8(a, s, 3, why);
    } else if (str_starts(s->raw, STR("\xFF\xFE")) || str_starts(s->raw, STR("\xFE\xFF"))) {
        s->encoding = (unsigned char)s->raw.p[0] == 0xFF ? ENC_UTF16LE : ENC_UTF16BE;
        s->marked = true;
        rc = decode_utf16(a, s, 2, why);
    } else if (looks_utf16(s->raw, &s->encoding)) {
        rc = decode_utf16(a, s, 0, why);
    } else {
        rc = decode_utf8(a, s, 0, why);
    }
    if (rc == RC_OK && str_blank(s->text)) return refuse(why, RC_SYNTAX, W_read_empty, 0);
    return rc;
}
