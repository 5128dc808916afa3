/* rate.h: events per population. */
#ifndef STATS_RATE_H
#define STATS_RATE_H
#include "stats/comparison.h"
#include "stats/interval.h"

#include <stdint.h>

/* `count` events, at most 2^53, seen over an exposure (residents, officers, years), finite and > 0. */
struct events {
    uint64_t count;
    double exposure;
};

/* The exact interval of events per `per` units of exposure (per 1,000 residents: per = 1000), events Poisson (Garwood
 * 1936, Biometrika 28:437-442): the (1 - level)/2 quantile of gamma(count) and the upper one of gamma(count + 1), by
 * per/exposure. count = 0: lower 0. per finite, > 0. Not valid: [NaN, NaN]. Relative accuracy 1e-12. */
struct interval rate_interval(const struct events *events, double per, double level);

struct rate_ratio {
    double ratio;               /* of the first rate to the second; no events in the second: +inf; in neither: NaN */
    struct interval interval;   /* exact, at the level asked */
    double p;                   /* two-sided, of the ratio being 1 */
    enum comparison comparison; /* by comparison_of, against a ratio of 1 */
};

/* Two independent Poisson counts. Given their sum, the first is binomial with share r t1 / (r t1 + t2), r the ratio of
 * rates (Przyborowski & Wilenski 1940, Biometrika 31:313-323; R's poisson.test): the interval is Clopper-Pearson's of
 * that share, p the sum of the chances not above the one seen. First count 0: lower 0; second 0: upper +inf; both 0:
 * [0, inf], p = 1, COMPARISON_SIMILAR. Not valid: NaN, COMPARISON_UNKNOWN. Relative accuracy 1e-11, of p 1e-10. */
struct rate_ratio rate_compare(const struct events *first, const struct events *second, double level);
#endif
