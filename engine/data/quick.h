/* quick.h: the short way through a text that is written as most are: keys and strings without escapes and within ASCII,
 * numbers of up to 15 digits and no exponent. Each function reads what comes next if it is such a thing; if not, it
 * says no (false, NULL) and leaves all as it was, and its caller goes the way of reader.h, which alone decides what is
 * right and tells what is wrong. So nothing passes here that would not pass there.
 *
 * What they assume: that a value is pending, and r->at at its first byte, where one is read (so it is behind
 * reader_name, reader_element, reader_peek and what stands here). Once the reader failed, r->at is the end, where a
 * '\0' stands, and all say no.
 */
#ifndef DATA_QUICK_H
#define DATA_QUICK_H
#include "data/bytes.h"
#include "data/reader.h"
#include <float.h>

#define QUICK static inline __attribute__((always_inline))

/* --- Bytes ---------------------------------------------------------------------------------------------- */

/* str_eq without a call: names are short, and compared hundreds of times an organisation. */
QUICK bool same(struct str a, struct str b)
{
    uint64_t x, y, z, w;
    uint32_t p, q, r, s;
    if (a.n != b.n) return false;
    if (a.n > 16) return memcmp(a.s, b.s, a.n) == 0;
    if (a.n >= 8) {
        memcpy(&x, a.s, 8), memcpy(&y, b.s, 8), memcpy(&z, a.s + a.n - 8, 8), memcpy(&w, b.s + a.n - 8, 8);
        return ((x ^ y) | (z ^ w)) == 0;
    }
    if (a.n >= 4) {
        memcpy(&p, a.s, 4), memcpy(&q, b.s, 4), memcpy(&r, a.s + a.n - 4, 4), memcpy(&s, b.s + a.n - 4, 4);
        return ((p ^ q) | (r ^ s)) == 0;
    }
    for (size_t i = 0; i < a.n; i++)
        if (a.s[i] != b.s[i]) return false;
    return true;
}

QUICK const char *quick_space(const struct reader *r, const char *p)
{
    if ((unsigned char)*p > ' ') return p;
    if (*p == ' ' && (unsigned char)p[1] > ' ') return p + 1;
    return bytes_space(p, r->end);
}

/* A copy that ends in NUL, in steps of sixteen bytes, which the arena gives anyway. */
QUICK const char *quick_copy(const struct reader *r, const char *s, size_t n)
{
    size_t room = (n + 16) & ~(size_t)15;
    char *copy = arena_alloc(r->arena, room);
    if ((size_t)(r->end - s) >= room)
        for (size_t i = 0; i < room; i += 16) memcpy(copy + i, s + i, 16);
    else
        memcpy(copy, s, n);
    copy[n] = '\0';
    return copy;
}

/* --- Keys ----------------------------------------------------------------------------------------------- */

/* What is looked for in a text is kept as it stands there: in quotes, a colon behind, and room for sixteen bytes from
 * the first quote on, so that they can be held against the text at once. A struct str that is made by KEY or by
 * key_keep is the name within; it is not NUL-terminated. */
#define KEY(text)                                                                                                      \
    {                                                                                                                  \
        &("\"" text "\":\0\0\0\0\0\0\0\0\0\0\0\0")[1], sizeof(text) - 1                                                \
    }
#define KEY_ARG(key) (int)(key).n, (key).s /* for %.*s */
#define QUICK_ROOM 16

static inline struct str key_keep(struct arena *arena, struct str name) /* the name is plain: see bytes_is_plain */
{
    char *copy = arena_zero(arena, 1, name.n + QUICK_ROOM + 1);
    copy[0] = copy[name.n + 1] = '"';
    copy[name.n + 2] = ':';
    if (name.n) memcpy(copy + 1, name.s, name.n);
    return (struct str){copy + 1, name.n};
}

/* Are the first n bytes the same? QUICK_ROOM of both can be read, and n. */
QUICK bool quick_begins(const char *p, const char *s, size_t n)
{
#ifdef BYTES_SSE2
    __m128i a = _mm_loadu_si128((const __m128i *)(const void *)p),
            b = _mm_loadu_si128((const __m128i *)(const void *)s);
    size_t alike = (size_t)__builtin_ctz(~(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(a, b)));
    return alike >= n || (alike == QUICK_ROOM && memcmp(p, s, n) == 0);
#else
    return memcmp(p, s, n) == 0;
#endif
}

/* Past `key` at p, its quotes and `more` bytes behind. */
QUICK const char *quick_key_at(const struct reader *r, const char *p, struct str key, size_t more)
{
    size_t n = key.n + 2 + more;
    return (n <= QUICK_ROOM || n <= (size_t)(r->end - p)) && quick_begins(p, key.s - 1, n) ? p + n : NULL;
}

/* --- Going on ------------------------------------------------------------------------------------------- */

QUICK bool quick_passed(struct reader *r, const char *past) /* always true */
{
    r->at = past;
    r->pending = false;
    return true;
}

/* The value that comes is at p. */
QUICK bool quick_comes(struct reader *r, const char *p) /* always true */
{
    r->at = p;
    r->pending = true;
    r->fresh = false;
    return true;
}

/* Into the object or array whose bracket is next. r->depth < READER_DEPTH. */
QUICK bool quick_enter(struct reader *r, bool array) /* always true */
{
    struct reader_level *level = &r->levels[++r->depth];
    level->open = r->at;
    level->array = array;
    if (!array) keys_open(&r->keys, &level->keys);
    r->fresh = true;
    return quick_passed(r, r->at + 1);
}

QUICK bool quick_leave(struct reader *r, const char *close) /* always true */
{
    struct reader_level *level = &r->levels[r->depth--];
    if (!level->array) keys_close(&r->keys, &level->keys);
    r->fresh = false;
    return quick_passed(r, close + 1);
}

/* Where the next member of the innermost object or array must stand, unless this is its end. QUICK_ROOM bytes can be
 * read there. */
QUICK const char *quick_member(const struct reader *r)
{
    const char *p = r->at;
    if (r->pending || (!r->fresh && *p++ != ',')) return NULL;
    p = quick_space(r, p);
    return r->end - p >= QUICK_ROOM ? p : NULL;
}

/* The end of the innermost object or array: it is left. */
QUICK bool quick_end(struct reader *r, char close)
{
    const char *p = quick_space(r, r->at);
    return *p == close && !r->pending && r->depth && quick_leave(r, p);
}

/* Is the member at p, of quick_member, this one? Then past its colon. */
QUICK const char *quick_key(const struct reader *r, const char *p, struct str key)
{
    return quick_key_at(r, p, key, 1);
}

/* Another element comes, and begins with `first`. */
QUICK bool quick_element(struct reader *r, char first)
{
    const char *p = quick_member(r);
    return p && *p == first && quick_comes(r, p);
}

/* --- Values --------------------------------------------------------------------------------------------- */

QUICK bool quick_object(struct reader *r) { return *r->at == '{' && r->depth < READER_DEPTH && quick_enter(r, false); }

/* A string, where it stands: it lives as long as the text, and is not followed by NUL. */
QUICK bool quick_string(struct reader *r, struct str *s)
{
    if (*r->at != '"') return false;
    const char *open = r->at, *close = bytes_plain(open + 1, r->end);
    if (*close != '"') return false;
    *s = (struct str){open + 1, (size_t)(close - open - 1)};
    return quick_passed(r, close + 1);
}

QUICK bool quick_is(struct reader *r, struct str word) /* made by KEY or key_keep */
{
    const char *past = r->end - r->at >= QUICK_ROOM ? quick_key_at(r, r->at, word, 0) : NULL;
    return past && quick_passed(r, past);
}

#define QUICK_DIGITS 15 /* as many are exact in a double, and so is one division by such a power of ten */

QUICK const char *quick_digits(const char *p, uint64_t *value)
{
    for (unsigned digit; (digit = (unsigned char)*p - '0') <= 9; p++) *value = *value * 10 + digit;
    return p;
}

/* A number, spelled where it stands. The same value as numeral_value gives. */
QUICK bool quick_number(struct reader *r, struct number *n)
{
    static const double powers[QUICK_DIGITS + 1] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const char *start = r->at, *first = start + (*start == '-'), *point, *end;
    uint64_t digits = 0;
    end = point = quick_digits(first, &digits);
    if (*point == '.') end = quick_digits(point + 1, &digits);
    size_t whole = (size_t)(point - first), decimals = end > point ? (size_t)(end - point - 1) : 0;
    if (whole == 0 || (*first == '0' && whole > 1) || (end > point && decimals == 0)) return false;
    if (whole + decimals > QUICK_DIGITS || (*end | 0x20) == 'e' || FLT_EVAL_METHOD != 0) return false;
    double value = (double)(int64_t)digits / powers[decimals];
    n->value = first > start && (digits || decimals) ? -value : value; /* -0 is 0, -0.0 is not */
    n->spelled = (struct str){start, (size_t)(end - start)};
    return quick_passed(r, end);
}
#endif
