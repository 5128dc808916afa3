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

enum { HALF_BITS = 53 }; /* of a double's significand */
#define HIDDEN (UINT64_C(1) << (HALF_BITS - 1))

/* A positive finite number: digits * 10^exponent, no trailing zero. */
struct decimal {
    uint64_t digits;
    int exponent;
};

/* --- Digits --- */

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

static wide power_of_ten(int p) { return p < 20 ? powers[p] : (wide)powers[19] * powers[p - 19]; }

static int count_digits(uint64_t n)
{
    int bits = 64 - __builtin_clzll(n | 1), digits = bits * 1233 >> 12; /* log10(2), right to within one */
    return digits + (digits < 20 && n >= powers[digits]);
}

/* Exactly `count` digits of n, with zeros before it; returns what follows them. */
static char *put_digits(char *to, uint64_t n, int count)
{
    static const char pairs[] =
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
        "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    char *at = to + count;
    while (at - to >= 2) {
        memcpy(at -= 2, pairs + 2 * (n % 100), 2);
        n /= 100;
    }
    if (at > to) to[0] = (char)('0' + n % 10);
    return to + count;
}

static char *put_whole(char *to, uint64_t n)
{
    int count = count_digits(n);
    return put_digits(to, n, count ? count : 1);
}

static char *put_signed(char *to, int64_t i)
{
    if (i < 0) *to++ = '-';
    return put_whole(to, i < 0 ? 0 - (uint64_t)i : (uint64_t)i);
}

void buf_int(struct buf *b, int64_t i)
{
    if (buf_reserve(b, DOUBLE_TEXT)) b->length = (size_t)(put_signed(b->data + b->length, i) - b->data);
}

/* --- The shortest decimal --- */

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

/* 2^-k = 5^k * 10^-k: twelve digits at most for k up to 17, and no fewer read back. */
static struct decimal shortest_of_power(int k)
{
    uint64_t digits = 1;
    for (int i = 0; i < k; i++) digits *= 5;
    return (struct decimal){digits, -k};
}

static struct decimal shortest(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint64_t below = bits & (HIDDEN - 1);             /* the significand without its first bit */
    int s = 1023 + HALF_BITS - 1 - (int)(bits >> 52); /* d = (HIDDEN + below) * 2^-s, where it is not subnormal */
    if (s < 1 || s > 69) return shortest_by_printing(d);
    return below ? shortest_of(HIDDEN + below, s) : shortest_of_power(s - (HALF_BITS - 1));
}

/* 0.00123, 12.3: for numbers from 1e-5 to 2^53 that are not whole. */
static char *put_positional(char *to, struct decimal n)
{
    int length = count_digits(n.digits), whole = length + n.exponent; /* digits before the point */
    if (whole <= 0) {
        memcpy(to, "0.000000", 8);
        return put_digits(to + 2 - whole, n.digits, length);
    }
    char *end = put_digits(to + 1, n.digits, length);
    memmove(to, to + 1, (size_t)whole);
    to[whole] = '.';
    return end;
}

/* 1.5e-7 */
static char *put_scientific(char *to, struct decimal n)
{
    int length = count_digits(n.digits);
    char *end = put_digits(to + 1, n.digits, length);
    to[0] = to[1];
    to[1] = '.';
    if (length == 1) end--;
    *end++ = 'e';
    return put_signed(end, n.exponent + length - 1);
}

static char *put_double(char *to, double d)
{
    if (!isfinite(d)) return memcpy(to, "null", 4), to + 4;
    if (fabs(d) < 0x1p53 && d == (double)(int64_t)d) return put_signed(to, (int64_t)d);
    if (d < 0) *to++ = '-', d = -d;
    return d >= 1e-5 && d < 0x1p53 ? put_positional(to, shortest(d)) : put_scientific(to, shortest(d));
}

size_t double_text(double d, char text[DOUBLE_TEXT]) { return (size_t)(put_double(text, d) - text); }

void buf_double(struct buf *b, double d)
{
    if (buf_reserve(b, DOUBLE_TEXT)) b->length = (size_t)(put_double(b->data + b->length, d) - b->data);
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
    wide n = scaled(d, places);
    uint64_t one = powers[places];
    if (!buf_reserve(b, DOUBLE_TEXT)) return; /* a sign, 15 digits, a point, 9 digits */
    char *to = b->data + b->length;
    if (d < 0 && n > 0) *to++ = '-';
    bool narrow = n <= UINT64_MAX; /* mostly; a division of 64 bits is several times faster */
    uint64_t whole = narrow ? (uint64_t)n / one : (uint64_t)(n / one);
    to = put_whole(to, whole);
    if (places > 0) {
        *to++ = '.';
        to = put_digits(to, (uint64_t)(n - (wide)whole * one), places);
    }
    b->length = (size_t)(to - b->data);
}

/* --- Quotients --- */

/* Powers to 10^22 are doubles, and so is the rounded whole number: the last division is rounded once, and right. */
double double_tidy(double d)
{
    static const double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9, 1e10,
                                  1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20};
    double size = fabs(d);
    int digits = 0;
    if (!(size >= 1e-9 && size < 1e12)) return d;
    while (size * tens[digits] < 1e11) digits++;
    return copysign(rint(size * tens[digits]) / tens[digits], d);
}
