/* number.c: numbers as text, exactly and in no locale.
 *
 * A double is c * 2^-s. Between 2^-17 and 2^53, which is where measures, rates, proportions and
 * bounds live, c * 10^p fits 128 bits, so the shortest decimal is found by exact integer arithmetic
 * in the manner of Schubfach (Giulietti 2021), without its table. Everything else asks printf and strtod.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"

#ifndef __SIZEOF_INT128__
#error "peel needs a compiler with 128-bit integers (any 64-bit target of gcc or clang)"
#endif
typedef unsigned __int128 wide;

enum { DIGITS = 40, HALF_BITS = 53 }; /* room for a wide; bits of a double's significand */

/* A positive finite number: digits * 10^exponent, no trailing zero. */
struct decimal {
    uint64_t digits;
    int exponent;
};

/* Written backwards from `end`; returns the first. */
static char *digits_before(char *end, uint64_t n)
{
    do *--end = (char)('0' + n % 10);
    while (n /= 10);
    return end;
}

void buf_int(struct buf *b, int64_t i)
{
    char text[DIGITS], *end = text + sizeof text;
    char *at = digits_before(end, i < 0 ? 0 - (uint64_t)i : (uint64_t)i);
    if (i < 0) *--at = '-';
    buf_add(b, at, (size_t)(end - at));
}

/* --- The shortest decimal --- */

static wide power_of_ten(int p)
{
    static const uint64_t powers[] = {1u,
                                      10u,
                                      100u,
                                      1000u,
                                      10000u,
                                      100000u,
                                      1000000u,
                                      10000000u,
                                      100000000u,
                                      1000000000u,
                                      10000000000u,
                                      100000000000u,
                                      1000000000000u,
                                      10000000000000u,
                                      100000000000000u,
                                      1000000000000000u,
                                      10000000000000000u,
                                      100000000000000000u,
                                      1000000000000000000u,
                                      10000000000000000000u};
    return p < 20 ? powers[p] : (wide)powers[19] * powers[p - 19];
}

static struct decimal without_zeros(uint64_t digits, int exponent)
{
    while (digits % 100000000 == 0) digits /= 100000000, exponent += 8;
    while (digits % 10 == 0) digits /= 10, exponent++;
    return (struct decimal){digits, exponent};
}

/* c * 2^-s with 2^52 < c < 2^53 and 1 <= s <= 69. Everything is counted in units of 2^-(s+1) * 10^-p, where p is
 * the least with 10^-p <= 2^-s: the numbers that read back as c are those from (2c-1)*10^p to (2c+1)*10^p, ends
 * included when c is even; a decimal of p places is a multiple of 2^(s+1). That grid has one or more of them inside;
 * the grid of p-1 places has at most one, which then is the shortest. */
static struct decimal shortest_of(uint64_t c, int s)
{
    int p = (s * 30103 + 99999) / 100000; /* ceil(s * log10(2)), right up to s = 69 and beyond */
    wide scale = power_of_ten(p), middle = 2 * c * scale;
    wide low = middle - scale + (c & 1), high = middle + scale - (c & 1); /* the ends, brought inside for odd c */
    uint64_t below = (uint64_t)(middle >> (s + 1));
    uint64_t tens = below - below % 10;
    if ((wide)tens << (s + 1) >= low) return without_zeros(tens, -p);
    if ((wide)(tens + 10) << (s + 1) <= high) return without_zeros(tens + 10, -p);
    wide rest = middle - ((wide)below << (s + 1)), half = (wide)1 << s;
    bool up = rest > half || (rest == half && (below & 1));
    return without_zeros(below + up, -p);
}

/* "d.dde-x", with whatever the locale puts for the point. */
static struct decimal from_printed(const char *text)
{
    uint64_t digits = 0;
    int places = 0;
    bool point = false;
    for (; *text != 'e'; text++) {
        if (*text < '0' || *text > '9') {
            point = true;
            continue;
        }
        digits = digits * 10 + (uint64_t)(*text - '0');
        places += point;
    }
    return without_zeros(digits, atoi(text + 1) - places);
}

static struct decimal printed(double d, int precision, bool *exact)
{
    char text[64];
    snprintf(text, sizeof text, "%.*e", precision - 1, d);
    *exact = strtod(text, NULL) == d; /* the same locale wrote it */
    return from_printed(text);
}

/* At a power of two the numbers below stand closer, so the nearest of 16 digits may miss where the one above hits. */
static bool next_above(struct decimal *decimal, double d)
{
    char text[64];
    struct decimal above = *decimal;
    while (above.digits < UINT64_C(1000000000000000)) above.digits *= 10, above.exponent--;
    snprintf(text, sizeof text, "%llue%d", (unsigned long long)above.digits + 1, above.exponent);
    if (strtod(text, NULL) != d) return false;
    *decimal = without_zeros(above.digits + 1, above.exponent);
    return true;
}

static struct decimal shortest_by_printing(double d)
{
    int unused;
    bool exact, power_of_two = frexp(d, &unused) == 0.5;
    for (int precision = d < 0x1p-1022 ? 1 : 15; precision < 17; precision++) {
        struct decimal decimal = printed(d, precision, &exact);
        if (exact || (power_of_two && precision == 16 && next_above(&decimal, d))) return decimal;
    }
    return printed(d, 17, &exact);
}

static struct decimal shortest(double d)
{
    int exponent;
    double fraction = frexp(d, &exponent); /* d = fraction * 2^exponent, fraction from 0.5 */
    int s = HALF_BITS - exponent;
    if (s < 1 || s > 69 || fraction == 0.5) return shortest_by_printing(d);
    return shortest_of((uint64_t)ldexp(fraction, HALF_BITS), s);
}

/* 0.00123, 12.3: for numbers from 1e-5 to 2^53 that are not whole. */
static void put_positional(struct buf *b, struct decimal n)
{
    char text[DIGITS], *end = text + sizeof text, *at = digits_before(end, n.digits);
    int length = (int)(end - at), whole = length + n.exponent; /* digits before the point */
    if (whole <= 0) {
        buf_add(b, "0.00000000", (size_t)(2 - whole));
        buf_add(b, at, (size_t)length);
    } else {
        buf_add(b, at, (size_t)whole);
        buf_char(b, '.');
        buf_add(b, at + whole, (size_t)(length - whole));
    }
}

static void put_scientific(struct buf *b, struct decimal n)
{
    char text[DIGITS], *end = text + sizeof text, *at = digits_before(end, n.digits);
    int length = (int)(end - at);
    buf_char(b, *at);
    if (length > 1) buf_char(b, '.');
    buf_add(b, at + 1, (size_t)(length - 1));
    buf_char(b, 'e');
    buf_int(b, n.exponent + length - 1);
}

void buf_double(struct buf *b, double d)
{
    if (!isfinite(d)) {
        buf_put(b, "null");
        return;
    }
    if (fabs(d) < 0x1p53 && d == (double)(int64_t)d) {
        buf_int(b, (int64_t)d);
        return;
    }
    if (d < 0) buf_char(b, '-');
    d = fabs(d);
    if (d >= 1e-5 && d < 0x1p53)
        put_positional(b, shortest(d));
    else
        put_scientific(b, shortest(d));
}

/* --- So many places --- */

/* |d| * 10^places, rounded half up. |d| = c * 2^-s; at most 83 bits before the shift. */
static wide scaled(double d, int places)
{
    int exponent;
    uint64_t c = (uint64_t)ldexp(frexp(fabs(d), &exponent), HALF_BITS);
    int s = HALF_BITS - exponent; /* at least 3, as |d| < 1e15 */
    wide exact = c * power_of_ten(places);
    if (s > 100) return 0;
    return (exact + ((wide)1 << (s - 1))) >> s;
}

void buf_fixed(struct buf *b, double d, int places)
{
    if (!isfinite(d) || fabs(d) >= 1e15) {
        buf_double(b, d);
        return;
    }
    if (places < 0) places = 0;
    if (places > 9) places = 9;
    wide n = scaled(d, places), one = power_of_ten(places);
    char text[DIGITS], *end = text + sizeof text, *at = end;
    if (places > 0) {
        at = digits_before(end, (uint64_t)(n % one));
        while (end - at < places) *--at = '0';
        *--at = '.';
    }
    at = digits_before(at, (uint64_t)(n / one));
    if (d < 0 && n > 0) *--at = '-';
    buf_add(b, at, (size_t)(end - at));
}
