/* str.c: hashing, identifiers, UTF-8 and the nearest name. */
#include "base/str.h"
#include <stdio.h>

struct str str_head(struct str s, size_t most)
{
    if (s.n <= most) return s;
    while (most > 0 && ((unsigned char)s.s[most] & 0xC0) == 0x80) most--;
    return (struct str){s.s, most};
}

int str_compare(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.s, b.s, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

static uint64_t little_endian(const char *s, size_t n)
{
    uint64_t word = 0;
    for (size_t i = 0; i < n; i++) word |= (uint64_t)(unsigned char)s[i] << (8 * i);
    return word;
}

static uint64_t mix(uint64_t h, uint64_t word)
{
    h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ (h >> 32);
}

uint64_t str_hash(struct str s)
{
    uint64_t h = mix(UINT64_C(0xCBF29CE484222325), s.n);
    size_t i = 0;
    for (; i + 8 <= s.n; i += 8) h = mix(h, little_endian(s.s + i, 8));
    if (i < s.n) h = mix(h, little_endian(s.s + i, s.n - i));
    return mix(h, h >> 29);
}

static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool str_is_id(struct str s)
{
    if (s.n == 0 || s.n > 64 || !is_lower(s.s[0])) return false;
    for (size_t i = 1; i < s.n; i++) {
        char c = s.s[i];
        if (!is_lower(c) && !(c >= '0' && c <= '9') && c != '_' && c != '-') return false;
    }
    return true;
}

bool str_slug(struct str text, char *to, size_t *length)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.s[i];
        bool dash = n > 0 && to[n - 1] == '-';
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if ((unsigned char)c >= 0x80) return false;
        if (is_lower(c) || (c >= '0' && c <= '9'))
            to[n++] = c;
        else if (c == '&')
            n += (size_t)sprintf(to + n, "%sand-", n > 0 && !dash ? "-" : "");
        else if (c != '\'' && n > 0 && !dash)
            to[n++] = '-';
    }
    while (n > 0 && to[n - 1] == '-') n--;
    to[n] = '\0';
    *length = n;
    return true;
}

static bool continues(struct str s, size_t from, size_t to)
{
    if (s.n < to) return false;
    for (size_t i = from; i < to; i++)
        if (((unsigned char)s.s[i] & 0xC0) != 0x80) return false;
    return true;
}

/* By table 3-7 of the Unicode standard: the second byte alone tells overlong forms, surrogates and the end of the
 * range. */
size_t str_utf8(struct str s)
{
    if (s.n == 0) return 0;
    unsigned char first = (unsigned char)s.s[0];
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || s.n < 2) return 0;
    unsigned char second = (unsigned char)s.s[1];
    if (first < 0xE0) return continues(s, 1, 2) ? 2 : 0;
    if (first < 0xF0) {
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
        return continues(s, 1, 3) ? 3 : 0;
    }
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
    return continues(s, 1, 4) ? 4 : 0;
}

size_t str_characters(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++) count += ((unsigned char)s.s[i] & 0xC0) != 0x80;
    return count;
}

enum { LONGEST_NAME = 128, BEGUN = 4 };

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

/* Optimal string alignment: edits are insertion, deletion, substitution, and the swap of two
 * neighbours, no part edited twice. More than `bound` is told as bound + 1. */
static unsigned distance(struct str a, struct str b, unsigned bound)
{
    unsigned rows[3][LONGEST_NAME + 1];
    unsigned *before = rows[0], *above = rows[1], *row = rows[2];
    for (unsigned j = 0; j <= b.n; j++) above[j] = j;
    for (unsigned i = 1; i <= a.n; i++) {
        unsigned lowest = row[0] = i;
        for (unsigned j = 1; j <= b.n; j++) {
            unsigned edits = above[j - 1] + (a.s[i - 1] != b.s[j - 1]);
            edits = least(edits, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.s[i - 1] == b.s[j - 2] && a.s[i - 2] == b.s[j - 1])
                edits = least(edits, before[j - 2] + 1);
            row[j] = edits;
            lowest = least(lowest, edits);
        }
        /* The row above has at most one less, so a swap, which reaches back to it at the price of one, is no way out.
         */
        if (lowest > bound) return bound + 1;
        unsigned *oldest = before;
        before = above, above = row, row = oldest;
    }
    return least(above[b.n], bound + 1);
}

/* The first name that `want` is the beginning of: what was cut short is told as well as what was mistyped. */
static int begun(struct str want, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count && want.n >= BEGUN; i++)
        if (names[i].n > want.n && memcmp(names[i].s, want.s, want.n) == 0) return (int)i;
    return -1;
}

int str_nearest(struct str want, const struct str *names, size_t count)
{
    int nearest = -1;
    unsigned best = LONGEST_NAME;
    if (want.n == 0 || want.n > LONGEST_NAME) return -1;
    for (size_t i = 0; i < count && best > 0; i++) {
        size_t n = names[i].n, longer = n > want.n ? n : want.n, shorter = n > want.n ? want.n : n;
        if (n == 0 || n > LONGEST_NAME) continue;
        unsigned bound = longer < 6 ? 1 : (unsigned)longer / 3;
        bound = least(bound, best - 1);
        if (longer - shorter > bound) continue;
        unsigned edits = distance(want, names[i], bound);
        if (edits <= bound) best = edits, nearest = (int)i;
    }
    return nearest >= 0 ? nearest : begun(want, names, count);
}
