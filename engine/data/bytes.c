/* bytes.c: see bytes.h. Masks have one bit a byte, the first byte lowest. */
#include "data/bytes.h"
#include <string.h>

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

#ifndef BYTES_SSE2
static uint64_t has_zero(uint64_t w) { return (w - EACH(0x01)) & ~w; }

const char *bytes_plain(const char *p, const char *end)
{
    for (; end - p >= 8; p += 8) {
        uint64_t w;
        memcpy(&w, p, 8);
        uint64_t low = (w - EACH(0x20)) & ~w;
        if ((low | has_zero(w ^ EACH('"')) | has_zero(w ^ EACH('\\')) | w) & EACH(0x80)) break;
    }
    while (bytes_is_plain(*p)) p++;
    return p;
}
#endif

static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

#ifdef BYTES_SSE2
static const char *past_blocks(const char *p, const char *end) /* of white space, or to the first other byte */
{
    const __m128i space = _mm_set1_epi8(' '), newline = _mm_set1_epi8('\n'), tab = _mm_set1_epi8('\t'),
                  back = _mm_set1_epi8('\r');
    for (; end - p >= 16; p += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
        __m128i wide = _mm_or_si128(_mm_cmpeq_epi8(v, space), _mm_cmpeq_epi8(v, newline));
        __m128i narrow = _mm_or_si128(_mm_cmpeq_epi8(v, tab), _mm_cmpeq_epi8(v, back));
        unsigned other = (unsigned)_mm_movemask_epi8(_mm_or_si128(wide, narrow)) ^ 0xffffu;
        if (other) return p + __builtin_ctz(other);
    }
    return p;
}
#else
static const char *past_blocks(const char *p, const char *end)
{
    uint64_t w;
    for (; end - p >= 8 && (memcpy(&w, p, 8), w == EACH(' ')); p += 8) {} /* indentation */
    return p;
}
#endif

const char *bytes_space(const char *p, const char *end)
{
    for (;; p++) {
        p = past_blocks(p, end);
        if (!is_space(*p)) return p;
    }
}

static bool follows(char c) { return ((unsigned char)c & 0xc0) == 0x80; }

size_t bytes_character(const char *p, const char *end)
{
    const unsigned char *u = (const unsigned char *)p;
    size_t left = (size_t)(end - p);
    if (u[0] < 0x80) return 1;
    if (u[0] < 0xc2 || left < 2 || !follows(p[1])) return 0;
    if (u[0] < 0xe0) return 2;
    if (left < 3 || !follows(p[2])) return 0;
    if (u[0] < 0xf0) return (u[0] == 0xe0 && u[1] < 0xa0) || (u[0] == 0xed && u[1] > 0x9f) ? 0 : 3;
    if (left < 4 || !follows(p[3]) || u[0] > 0xf4) return 0;
    return (u[0] == 0xf0 && u[1] < 0x90) || (u[0] == 0xf4 && u[1] > 0x8f) ? 0 : 4;
}

/* --- Sixty-four bytes at a time --- */

static int ones(uint64_t mask)
{
    mask -= mask >> 1 & EACH(0x55);
    mask = (mask & EACH(0x33)) + (mask >> 2 & EACH(0x33));
    return (int)(((mask + (mask >> 4)) & EACH(0x0f)) * EACH(0x01) >> 56);
}

struct four { /* sixty-four bytes */
#ifdef BYTES_SSE2
    __m128i v[4];
#else
    uint64_t w[8];
#endif
};

static inline struct four load(const char *p)
{
    struct four f;
    memcpy(&f, p, 64);
    return f;
}

#ifdef BYTES_SSE2
static inline uint64_t gather(const __m128i hit[4])
{
    return (uint64_t)(unsigned)_mm_movemask_epi8(hit[0]) | (uint64_t)(unsigned)_mm_movemask_epi8(hit[1]) << 16 |
           (uint64_t)(unsigned)_mm_movemask_epi8(hit[2]) << 32 | (uint64_t)(unsigned)_mm_movemask_epi8(hit[3]) << 48;
}

static inline uint64_t where_is(const struct four *f, char c)
{
    __m128i hit[4], want = _mm_set1_epi8(c);
    for (int i = 0; i < 4; i++) hit[i] = _mm_cmpeq_epi8(f->v[i], want);
    return gather(hit);
}

static inline uint64_t where_either(const struct four *f, char c) /* c, or c without 0x20: { and [, } and ] */
{
    __m128i hit[4], want = _mm_set1_epi8(c), bit = _mm_set1_epi8(0x20);
    for (int i = 0; i < 4; i++) hit[i] = _mm_cmpeq_epi8(_mm_or_si128(f->v[i], bit), want);
    return gather(hit);
}

static inline uint64_t where_follows(const struct four *f) /* inner bytes of characters */
{
    __m128i hit[4], least = _mm_set1_epi8((char)0xc0);
    for (int i = 0; i < 4; i++) hit[i] = _mm_cmplt_epi8(f->v[i], least);
    return gather(hit);
}
#else
/* The highest bit of each byte, moved together. */
static uint64_t gather(const uint64_t hit[8])
{
    uint64_t mask = 0;
    for (int i = 0; i < 8; i++) mask |= ((hit[i] >> 7 & EACH(0x01)) * UINT64_C(0x0102040810204080) >> 56) << 8 * i;
    return mask;
}

static uint64_t zeros(uint64_t w)
{
    return ~(((w & EACH(0x7f)) + EACH(0x7f)) | w | EACH(0x7f));
} /* exact, unlike has_zero */

static uint64_t where_is(const struct four *f, char c)
{
    uint64_t hit[8];
    for (int i = 0; i < 8; i++) hit[i] = zeros(f->w[i] ^ EACH((unsigned char)c));
    return gather(hit);
}

static uint64_t where_either(const struct four *f, char c)
{
    uint64_t hit[8];
    for (int i = 0; i < 8; i++) hit[i] = zeros((f->w[i] | EACH(0x20)) ^ EACH((unsigned char)c));
    return gather(hit);
}

static uint64_t where_follows(const struct four *f)
{
    uint64_t hit[8];
    for (int i = 0; i < 8; i++) hit[i] = zeros((f->w[i] & EACH(0xc0)) ^ EACH(0x80));
    return gather(hit);
}
#endif

static void advance_byte(struct bytes_place *at, char c)
{
    if (c == '\n') {
        at->line++;
        at->column = 1;
    } else
        at->column += !follows(c);
}

static void advance_64(struct bytes_place *at, const char *p)
{
    struct four f = load(p);
    uint64_t lines = where_is(&f, '\n'), starts = ~where_follows(&f);
    if (lines) {
        int last = 63 - __builtin_clzll(lines);
        at->line += (uint64_t)ones(lines);
        at->column = 1;
        starts = last == 63 ? 0 : starts >> (last + 1) << (last + 1);
    }
    at->column += starts == UINT64_MAX ? 64 : (uint64_t)ones(starts);
}

void bytes_advance(struct bytes_place *at, const char *p, size_t n)
{
    for (; n >= 64; p += 64, n -= 64) advance_64(at, p);
    for (; n; p++, n--) advance_byte(at, *p);
}

/* True when the bracket that opened the value is closed by c. */
static bool nest_byte(struct bytes_nest *nest, char c)
{
    if (nest->escaped) {
        nest->escaped = 0;
        return false;
    }
    if (c == '\\')
        nest->escaped = 1;
    else if (c == '"')
        nest->string = ~nest->string;
    else if (nest->string)
        return false;
    else if (c == '{' || c == '[')
        nest->depth++;
    else if (c == '}' || c == ']')
        return --nest->depth == 0;
    return false;
}

/* The bytes that a backslash takes along; runs of backslashes by carrying, as simdjson does (Langdale and Lemire 2019).
 */
static uint64_t escaped_bytes(uint64_t backslash, uint64_t *carry)
{
    const uint64_t even = EACH(0x55);
    backslash &= ~*carry;
    uint64_t after = backslash << 1 | *carry, odd_starts = backslash & ~even & ~after, runs = odd_starts + backslash;
    *carry = runs < backslash;
    return (even ^ runs << 1) & after;
}

static uint64_t within_quotes(uint64_t quotes) /* from each opening quote up to before its closing one */
{
    for (int i = 1; i < 64; i *= 2) quotes ^= quotes << i;
    return quotes;
}

/* Where among 64 bytes the value ends (the number of bytes up to and with its bracket), 0: not here. */
static int nest_64(struct bytes_nest *nest, const char *p)
{
    struct four f = load(p);
    uint64_t quotes = where_is(&f, '"'), backslash = where_is(&f, '\\'), escaped = 0;
    if (backslash | nest->escaped) escaped = escaped_bytes(backslash, &nest->escaped);
    uint64_t string = within_quotes(quotes & ~escaped) ^ nest->string;
    uint64_t opens = where_either(&f, '{') & ~string & ~escaped, closes = where_either(&f, '}') & ~string & ~escaped;
    nest->string = (uint64_t)0 - (string >> 63);
    uint64_t closed = (uint64_t)ones(closes);
    if (closed < nest->depth) {
        nest->depth += (uint64_t)ones(opens) - closed;
        return 0;
    }
    for (uint64_t both = opens | closes; both; both &= both - 1) {
        uint64_t bit = both & -both;
        if (opens & bit)
            nest->depth++;
        else if (--nest->depth == 0)
            return __builtin_ctzll(bit) + 1;
    }
    return 0;
}

size_t bytes_nest(struct bytes_nest *nest, const char *p, size_t n)
{
    size_t at = 0;
    if (n && !nest->depth && nest_byte(nest, p[at++])) return at;
    for (; n - at >= 64; at += 64) {
        int end = nest_64(nest, p + at);
        if (end) return at + (size_t)end;
    }
    for (; at < n; at++)
        if (nest_byte(nest, p[at])) return at + 1;
    return n;
}
