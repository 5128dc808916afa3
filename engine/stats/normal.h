/* normal.h: the standard normal distribution. */
#ifndef STATS_NORMAL_H
#define STATS_NORMAL_H

/* P(Z <= x) = erfc(-x / sqrt 2) / 2, by the C library's erfc. Any x; NaN gives NaN. Relative accuracy 1e-13 also far
 * out in the lower tail, down to x = -37; the upper tail is normal_cdf(-x). */
double normal_cdf(double x);

/* P(|Z| >= |z|) = erfc(|z| / sqrt 2): the two-sided p of a z test. z infinite: 0. Relative accuracy 1e-13. */
double normal_two_sided(double z);

/* Standard normal quantile (Wichura 1988, AS 241, PPND16). p in (0, 1), else NaN (0: -inf, 1: +inf). Relative accuracy
 * 1e-15. */
double normal_quantile(double p);

/* The z of a two-sided level, the quantile of (1 + level) / 2 without the loss of forming that sum: 1.959964 for 0.95.
 * level in (0, 1), else NaN. Relative accuracy 1e-15. */
double normal_deviate(double level);

/* The z of a one-sided confidence: the quantile of it, 1.644854 for 0.95. In [0.5, 1), else NaN. */
double normal_deviate_one_sided(double confidence);
#endif
