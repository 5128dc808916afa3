/* proportion.h: what a sample says of the proportion it was drawn from.
 *
 * All pure: no state, no memory. An argument out of its range gives NaN, never a guess. */
#ifndef STATS_PROPORTION_H
#define STATS_PROPORTION_H
#include "stats/interval.h"

#include <stdint.h>

/* What was drawn: `met` of `size` reviewed, without replacement, out of `population`; population 0: unbounded (or so
 * large that nobody says). Valid if met <= size, size <= population where there is one, all at most 2^53. */
struct draw {
    uint64_t met, size, population;
};

enum proportion_method { PROPORTION_WILSON, PROPORTION_CLOPPER_PEARSON, PROPORTION_WALD };

/* Wilson score interval (Wilson 1927, JASA 22:209-212, without continuity correction) for k successes in n trials.
 * level: two-sided confidence, in (0, 1). k <= n. n = 0: [0, 1]. k = 0: lower is exactly 0; k = n: upper is exactly 1.
 * Relative accuracy 1e-12. An argument out of its range gives [NaN, NaN]. */
struct interval wilson_interval(uint64_t k, uint64_t n, double level);

/* The interval of the proportion in the population, at a two-sided level in (0, 1).
 *
 * PROPORTION_WILSON: as wilson_interval. A finite population enters by the factor on the variance of the drawn share,
 * P(1 - P)/n * (N - n)/(N - 1) (Cochran 1977, Sampling Techniques, 3rd ed., theorem 3.2): the score equation is the
 * same with z^2 (N - n)/(N - 1) for z^2. n = N: both bounds are the share itself. Relative accuracy 1e-12.
 *
 * PROPORTION_CLOPPER_PEARSON: exact (Clopper & Pearson 1934, Biometrika 26:404-413): the bounds where each tail is
 * (1 - level)/2, as quantiles of beta(k, n - k + 1) and beta(k + 1, n - k). k = 0: lower 0; k = n: upper 1. Relative
 * accuracy 1e-12. A finite population enters exactly: M of the N meet it, the drawn count is hypergeometric, and the
 * bounds are M/N for the smallest M with P(X >= k | M) > (1 - level)/2 and the largest with P(X <= k | M) > (1 -
 * level)/2 (Buonaccorsi 1987, The American Statistician 41:215-218; Wright 1991, Exact Confidence Bounds when Sampling
 * from Small Finite Universes). A tail within 1e-9 (relative) of the limit counts as equal to it. NaN if the count's
 * standard deviation may pass 10^5 (urn.h). Coverage is at least the level, in both. The finite one speaks of the
 * population, not of the share drawn, and may miss k/n by less than 1/N: 39 of 40 drawn from 41 says at the 0.90 level
 * that 40 of the 41 meet it.
 *
 * PROPORTION_WALD: share +- wald_margin, cut to [0, 1]. Kept because published margins use it; it misleads near 0 and
 * 1. k = 0 or k = n: no width at all. Absolute accuracy 1e-15.
 *
 * n = 0: [0, 1] in all three. N = n > 0: no uncertainty in all three. A draw or level that is not valid: [NaN, NaN]. */
struct interval proportion_interval(enum proportion_method method, const struct draw *draw, double level);

/* One bound alone: the proportion is at least (SIDE_LOWER) or at most (SIDE_UPPER) what is returned, at a one-sided
 * confidence in [0.5, 1); the whole risk 1 - confidence lies on that side, so the 0.95 bound is the end of the 0.90
 * interval. Formulas, sources and edges as above: n = 0 gives 0 or 1; not valid: NaN. */
double proportion_bound(enum proportion_method method, const struct draw *draw, enum side side, double confidence);

/* The "+-" of the Wald interval: z sqrt(p(1 - p)/n * (N - n)/(N - 1)), p = k/n; without population the factor is 1.
 * Not cut at 0 and 1. n = 0 or not valid: NaN. N = n: 0. Relative accuracy 1e-14. */
double wald_margin(const struct draw *draw, double level);

/* How many to draw so that wald_margin will be at most `margin` if the share is `expected` (0.5 is the worst case):
 * n0 = z^2 p(1 - p)/margin^2, and n0/(1 + (n0 - 1)/N) of a population of N (Cochran 1977, 4.4), rounded up; what is
 * within 1e-12 (relative) of a whole number is that number. population 0: unbounded. At least 1, at most N. 0 if it
 * cannot be answered: margin not in (0, 1], expected not in [0, 1], level not in (0, 1), more than 2^53. */
uint64_t proportion_sample_size(double margin, double expected, uint64_t population, double level);
#endif
