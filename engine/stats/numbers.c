/* numbers.c: moments, quantiles, ranks. */
#include "stats/numbers.h"

#include <math.h>

static void sift_down(double *heap, size_t n, size_t at)
{
    double value = heap[at];
    for (size_t child; (child = 2 * at + 1) < n; at = child) {
        if (child + 1 < n && heap[child + 1] > heap[child]) child++;
        if (!(heap[child] > value)) break;
        heap[at] = heap[child];
    }
    heap[at] = value;
}

static int is_ascending(const double *values, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (!(values[i - 1] <= values[i])) return 0;
    return 1;
}

void numbers_sort(double *values, size_t n)
{
    if (is_ascending(values, n)) return; /* lines are mostly drawn of a column that was sorted to be kept */
    for (size_t at = n / 2; at-- > 0;) sift_down(values, n, at);
    while (n > 1) {
        double largest = values[0];
        values[0] = values[--n];
        values[n] = largest;
        sift_down(values, n, 0);
    }
}

int numbers_is_finite(const double *values, size_t n)
{
    while (n > 0)
        if (!isfinite(values[--n])) return 0;
    return 1;
}

/* The power of two that brings the largest to below 1. */
static int exponent_of(const double *sorted, size_t n)
{
    int exponent = 0;
    frexp(fmax(fabs(sorted[0]), fabs(sorted[n - 1])), &exponent);
    return exponent;
}

struct numbers_moments numbers_moments(const double *sorted, size_t n, enum numbers_divisor divisor)
{
    if (n == 0 || !isfinite(sorted[0]) || !isfinite(sorted[n - 1])) return (struct numbers_moments){NAN, NAN};
    double count = (double)n, divide = divisor == DIVISOR_SAMPLE ? count - 1 : count;
    if (sorted[0] == sorted[n - 1]) return (struct numbers_moments){sorted[0], divide > 0 ? 0 : NAN};
    int exponent = exponent_of(sorted, n);
    double sum = 0, squares = 0, left = 0;
    for (size_t i = 0; i < n; i++) sum += ldexp(sorted[i], -exponent);
    double mean = sum / count;
    for (size_t i = 0; i < n; i++) {
        double off = ldexp(sorted[i], -exponent) - mean;
        squares += off * off;
        left += off;
    }
    double sd = sqrt((squares - left * left / count) / divide);
    return (struct numbers_moments){ldexp(mean + left / count, exponent), ldexp(sd, exponent)};
}

double numbers_z(double value, struct numbers_moments moments)
{
    double off = value - moments.mean;
    if (moments.sd == 0) return off == 0 ? 0 : copysign(INFINITY, off);
    if (isinf(off))
        return (value / 2 - moments.mean / 2) / (moments.sd / 2); /* so far apart that their difference is no double */
    return off / moments.sd;
}

double numbers_quantile(const double *sorted, size_t n, double p)
{
    if (n == 0 || !(p >= 0 && p <= 1)) return NAN;
    double place = (double)(n - 1) * p, part = place - floor(place);
    size_t below = (size_t)place;
    if (part == 0 || sorted[below] == sorted[below + 1]) return sorted[below];
    return (1 - part) * sorted[below] + part * sorted[below + 1];
}

double numbers_median(const double *sorted, size_t n) { return numbers_quantile(sorted, n, 0.5); }

/* How many are below the value (or, with `equal`, not above it). */
static size_t count_below(const double *sorted, size_t n, double value, int equal)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sorted[middle] < value || (equal && sorted[middle] == value))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t numbers_tied(const double *sorted, size_t n, double value)
{
    return count_below(sorted, n, value, 1) - count_below(sorted, n, value, 0);
}

double numbers_rank(const double *sorted, size_t n, double value, enum rank_from from, enum rank_ties ties)
{
    size_t below = count_below(sorted, n, value, 0), through = count_below(sorted, n, value, 1);
    if (below == through) return NAN;
    double first = (double)(from == RANK_FROM_LOWEST ? below + 1 : n - through + 1);
    return ties == RANK_MINIMUM ? first : first + (double)(through - below - 1) / 2;
}
