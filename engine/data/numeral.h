/* numeral.h: JSON's numbers, from text to the nearest double. In two steps, because what is only passed over need not
 * be worked out. */
#ifndef DATA_NUMERAL_H
#define DATA_NUMERAL_H
#include <float.h>
#include <stdbool.h>
#include <stdint.h>

struct numeral {
    const char *start, *end;
    uint64_t digits;      /* all of them as one whole number; wrapped past 19 of them */
    uint32_t count;       /* how many digits, leading zeros too */
    int64_t exponent;     /* the value is digits * 10^exponent */
    bool negative, whole; /* whole: without point and exponent */
};
/* The number at p, where a minus or digit stands; the text ends in something that belongs to no number. False: it is
 * none, or one that breaks off; then n->end is where it broke. What follows a number is not looked at. */
bool numeral_scan(const char *p, struct numeral *n);
double numeral_work_out(const struct numeral *n); /* numeral_value, for any */

/* The nearest double (ties to even), whatever the locale; ±HUGE_VAL past the largest. Whole numbers have no minus zero.
 */
static inline double numeral_value(const struct numeral *n)
{
    if (!n->whole || n->count > 15) return numeral_work_out(n);
    return (double)(n->negative ? -(int64_t)n->digits : (int64_t)n->digits);
}

static inline bool numeral_overflows(const struct numeral *n)
{
    return n->count + n->exponent > 308 && (numeral_work_out(n) > DBL_MAX || numeral_work_out(n) < -DBL_MAX);
}

static inline bool numeral_past_2_53(const struct numeral *n) /* a whole number that a double may not hold */
{
    return n->whole && (n->count > 19 || n->digits > UINT64_C(1) << 53);
}
#endif
