/* numbers.h: one number per organisation: the middle, the spread, the places.
 *
 * Everything here but numbers_sort reads values in ascending order, so that it is the same to the last bit in
 * whatever order the organisations came. Values are finite; missing ones are left out by the caller, who says so. */
#ifndef STATS_NUMBERS_H
#define STATS_NUMBERS_H
#include <stddef.h>

/* Ascending, in place: heapsort (Williams 1964, Floyd's bottom-up construction), n log n at worst, n where they are in
 * order, no memory. -0 stands with 0. A NaN is not a value: where it ends up is not said. */
void numbers_sort(double *values, size_t n);

/* Are all finite? */
int numbers_is_finite(const double *values, size_t n);

enum numbers_divisor { DIVISOR_SAMPLE, DIVISOR_POPULATION }; /* n - 1 or n */

/* mean: the unweighted sum / n. sd: sqrt(sum of (x - mean)^2 / divisor).
 * Two passes with Neely's correction (Chan, Golub & LeVeque 1983, The American Statistician 37:242-247, algorithm
 * 1.7) over values scaled by a power of two, so nothing overflows. Relative error of the mean about n * 1e-16 times
 * mean |x| / |mean|; of the SD about n * 1e-16 + (n * 1e-16 * |mean| / sd)^2. All the same: sd is exactly 0, the mean
 * exactly that value. n = 0: both NaN. n = 1: sd NaN with DIVISOR_SAMPLE, 0 with DIVISOR_POPULATION. */
struct numbers_moments {
    double mean, sd;
};
struct numbers_moments numbers_moments(const double *sorted, size_t n, enum numbers_divisor divisor);

/* (value - mean) / sd. sd = 0: 0 at the mean, else +-inf. NaN in, NaN out. */
double numbers_z(double value, struct numbers_moments moments);

/* Quantile of type 7 (Hyndman & Fan 1996, The American Statistician 50:361-365; the default of R): linear between
 * the values at h = (n - 1) p. n = 0, or p not in [0, 1]: NaN. p = 0 and 1: the smallest and the largest. Relative
 * accuracy 1e-15 of the larger of the two neighbours. */
double numbers_quantile(const double *sorted, size_t n, double p);

/* numbers_quantile at one half: the middle value, or halfway between the middle two. */
double numbers_median(const double *sorted, size_t n);

enum rank_from { RANK_FROM_LOWEST, RANK_FROM_HIGHEST };
enum rank_ties { RANK_MINIMUM, RANK_AVERAGE }; /* of tied places: the best, as in "joint second"; or their mean */

/* The place of a value among n: 2 from the lowest is "second-lowest of n". Ties are exact equality; average ranks sum
 * to n (n + 1) / 2. The value must be one of them, else NaN (and so for n = 0). Exact. By bisection. */
double numbers_rank(const double *sorted, size_t n, double value, enum rank_from from, enum rank_ties ties);

/* How many share this value. 0: none. */
size_t numbers_tied(const double *sorted, size_t n, double value);
#endif
