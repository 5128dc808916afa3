/* proportion.h: what a sample says of the proportion it was drawn from. */
#ifndef STATS_PROPORTION_H
#define STATS_PROPORTION_H
#include <stdint.h>

struct interval { double lower, upper; };

/* Wilson score interval (Wilson 1927, JASA 22:209-212, without continuity correction) for k successes in n trials.
 * level: two-sided confidence, in (0, 1). k <= n. n = 0: [0, 1]. k = 0: lower is exactly 0; k = n: upper is exactly 1.
 * Relative accuracy 1e-12. An argument out of its range gives [NaN, NaN]. */
struct interval wilson_interval(uint64_t k, uint64_t n, double level);

/* Standard normal quantile (Wichura 1988, AS 241, PPND16). p in (0, 1), else NaN (0: -inf, 1: +inf). Relative accuracy 1e-15. */
double normal_quantile(double p);
#endif
