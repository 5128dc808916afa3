/* numeral.c: see numeral.h. Up to 19 digits below 2^53 with a power of ten up to 22 are exact in one multiplication or
 * division (Clinger 1990); all else goes through strtod, as digits and exponent without a point, since the point is
 * what a locale changes. */
#include "data/numeral.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPONENT_END INT64_C(1000000000000000) /* further, no text in memory can bring it back */
#define KEPT 800                               /* digits that can decide a rounding: 767, and one for the rest */
#define EXACT_POWER 22
#define TWO_53 (UINT64_C(1) << 53)

static inline bool is_digit(char c) { return (unsigned char)(c - '0') <= 9; }

static inline const char *digits(const char *p, struct numeral *n)
{
    uint64_t value = n->digits;
    const char *first = p;
    for (; is_digit(*p); p++) value = value * 10 + (uint64_t)(*p - '0');
    n->digits = value;
    n->count += (uint32_t)(p - first);
    return p;
}

/* The exponent at p, past its `e`; NULL: it has no digit, and n->end says where. */
static const char *exponent(const char *p, struct numeral *n)
{
    bool negative = *p == '-';
    int64_t value = 0;
    if (*p == '-' || *p == '+') p++;
    n->end = p;
    if (!is_digit(*p)) return NULL;
    for (; is_digit(*p); p++)
        if (value < EXPONENT_END) value = value * 10 + (*p - '0');
    n->exponent += negative ? -value : value;
    return p;
}

bool numeral_scan(const char *p, struct numeral *n)
{
    n->start = p;
    n->digits = 0;
    n->count = 0;
    n->exponent = 0;
    n->negative = *p == '-';
    n->whole = true;
    n->end = p += n->negative;
    if (!is_digit(*p)) return false;
    bool zero = *p == '0';
    n->end = p = digits(p, n);
    if (zero && n->count > 1) return false;
    if (*p == '.') {
        n->whole = false;
        const char *fraction = ++p;
        n->end = p = digits(p, n);
        if (p == fraction) return false;
        n->exponent = fraction - p;
    }
    if (*p == 'e' || *p == 'E') {
        n->whole = false;
        p = exponent(p + 1, n);
        if (!p) return false;
        n->end = p;
    }
    return true;
}

/* The digits that matter, without the point; the exponent that then belongs to them is put into *power. Returns how
 * many. */
static int significant(const struct numeral *n, char text[KEPT + 1], int64_t *power)
{
    int kept = 0;
    bool rest = false;
    *power = n->exponent;
    for (const char *p = n->start; p < n->end && *p != 'e' && *p != 'E'; p++) {
        if (!is_digit(*p) || (kept == 0 && *p == '0')) continue;
        if (kept < KEPT) {
            text[kept++] = *p;
            continue;
        }
        rest |= *p != '0';
        ++*power;
    }
    if (rest) { /* above a tie by however little */
        text[kept++] = '1';
        --*power;
    }
    return kept;
}

static double by_strtod(const struct numeral *n)
{
    char text[KEPT + 1 + 32];
    int64_t power;
    int kept = significant(n, text, &power);
    if (kept == 0 || kept + power < -400) return 0;
    if (kept + power > 400) return HUGE_VAL;
    snprintf(text + kept, sizeof text - (size_t)kept, "e%d", (int)power);
    return strtod(text, NULL);
}

static double magnitude(const struct numeral *n)
{
    static const double powers[EXACT_POWER + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    bool exact = n->count <= 19 && n->digits <= TWO_53 && FLT_EVAL_METHOD == 0;
    if (exact && n->exponent <= 0 && n->exponent >= -EXACT_POWER) return (double)n->digits / powers[-n->exponent];
    if (exact && n->exponent > 0 && n->exponent <= EXACT_POWER) return (double)n->digits * powers[n->exponent];
    return by_strtod(n);
}

double numeral_work_out(const struct numeral *n)
{
    double value = magnitude(n);
    return n->negative && !(n->whole && value == 0) ? -value : value;
}
