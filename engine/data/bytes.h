/* bytes.h: walks over stretches of UTF-8 text, sixteen bytes at a time where the machine can (SSE2), eight where it
 * cannot. -DBYTES_PLAIN leaves SSE2 out, so that the tests can hold one against the other. */
#ifndef DATA_BYTES_H
#define DATA_BYTES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__) && !defined(BYTES_PLAIN)
#define BYTES_SSE2 1
#include <emmintrin.h>
#endif

static inline bool bytes_is_plain(char c) { return c != '"' && c != '\\' && (signed char)c >= 0x20; }

/* The first byte from p that a JSON string cannot simply repeat: a quote, a backslash, a control character, or the
 * first of a character beyond ASCII. There must be one: *end is '\0'. */
#ifdef BYTES_SSE2
static inline const char *bytes_plain(const char *p, const char *end)
{
    const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), space = _mm_set1_epi8(' ');
    for (; end - p >= 16; p += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
        /* signed: what is beyond ASCII is below the space too */
        __m128i stop = _mm_or_si128(_mm_cmplt_epi8(v, space),
                                    _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, backslash)));
        unsigned mask = (unsigned)_mm_movemask_epi8(stop);
        if (mask) return p + __builtin_ctz(mask);
    }
    while (bytes_is_plain(*p)) p++;
    return p;
}
#else
const char *bytes_plain(const char *p, const char *end);
#endif
/* Past white space of JSON. *end is '\0'. */
const char *bytes_space(const char *p, const char *end);
/* The length of the character that starts at p; 0 where it is no UTF-8 (overlong, a surrogate, past U+10FFFF, cut). p <
 * end. */
size_t bytes_character(const char *p, const char *end);

/* A place on its way through a text: lines from 1, columns in characters from 1. Bytes that are no UTF-8 do no harm. */
struct bytes_place {
    uint64_t line, column;
};
void bytes_advance(struct bytes_place *at, const char *p, size_t n);

/* How deep a walk is within one JSON value; all zero before its first byte. Knows strings and brackets (not whether a
 * bracket is closed by its own kind). */
struct bytes_nest {
    uint64_t depth;
    uint64_t string;  /* all ones within a string */
    uint64_t escaped; /* 1: the next byte is */
};
/* Go on over n bytes; how many belong to the value. Less than n, or depth 0 thereafter: the bracket that opened it is
 * closed. The value must begin with a bracket. */
size_t bytes_nest(struct bytes_nest *nest, const char *p, size_t n);
#endif
