/* chars.h: classes of characters. ASCII only; every byte of another character counts as a letter where that is said. No locale. */
#ifndef PATUH_CHARS_H
#define PATUH_CHARS_H

#include <stdbool.h>

/* Bytes as char or unsigned char. */
static inline bool is_digit(int c) { return c >= '0' && c <= '9'; }
static inline bool is_lower(int c) { return c >= 'a' && c <= 'z'; }
static inline bool is_upper(int c) { return c >= 'A' && c <= 'Z'; }
static inline bool is_alpha(int c) { return is_lower(c) || is_upper(c); }
static inline bool is_alnum(int c) { return is_alpha(c) || is_digit(c); }
static inline bool is_nonascii(int c) { return (c & ~0x7f) != 0; }           /* of a character that is no ASCII */
static inline bool is_letter(int c) { return is_alpha(c) || is_nonascii(c); }
static inline bool is_space(int c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline char lower_of(char c) { return is_upper(c) ? (char)(c + 32) : c; }
static inline char upper_of(char c) { return is_lower(c) ? (char)(c - 32) : c; }

#endif
