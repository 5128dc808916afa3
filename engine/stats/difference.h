/* difference.h: is one proportion higher than another, or may no such word be used? */
#ifndef STATS_DIFFERENCE_H
#define STATS_DIFFERENCE_H
#include "stats/comparison.h"
#include "stats/proportion.h"

enum difference_test {
    DIFFERENCE_UNTESTED, /* not valid, or a sample of none */
    DIFFERENCE_POOLED_Z,
    DIFFERENCE_FISHER,
    DIFFERENCE_ESTIMATES
};

/* Of the first, less the second. Not valid: every number NaN, COMPARISON_UNKNOWN, DIFFERENCE_UNTESTED. */
struct difference {
    double difference;
    struct interval interval; /* at the level asked */
    double z;                 /* NaN where the test is Fisher's */
    double p;                 /* two-sided */
    enum difference_test test;
    enum comparison comparison; /* by comparison_of: p and interval must agree before a word is given */
};

/* Newcombe's hybrid score interval of p1 - p2 (Newcombe 1998, Statistics in Medicine 17:873-890, method 10):
 * d - sqrt((p1 - l1)^2 + (u2 - p2)^2) to d + sqrt((u1 - p1)^2 + (p2 - l2)^2), l and u the Wilson bounds of each. A draw
 * with a finite population has its Wilson bounds corrected (proportion.h); that is our extension of the paper. Within
 * [-1, 1]. Either size 0, not valid: [NaN, NaN]. Absolute accuracy 1e-14. */
struct interval newcombe_interval(const struct draw *first, const struct draw *second, double level);

/* z = (p1 - p2) / sqrt(p(1 - p)(1/n1 + 1/n2)), p the pooled share (Fleiss, Levin & Paik 2003, Statistical Methods for
 * Rates and Proportions, 3rd ed., 3.1, without continuity correction). A finite population puts its factor
 * (N - n)/(N - 1) on its 1/n. All met or none met in both: 0. No variance left, as both populations were drawn whole,
 * and the shares differ: +-inf. Either size 0, not valid: NaN. Relative accuracy 1e-12. */
double pooled_z(const struct draw *first, const struct draw *second);

/* Fisher's exact test, two-sided: the sum of the chances of all tables with the same margins that are not above that of
 * the table seen (Freeman & Halton 1951; R's fisher.test, its tolerance of 1e-7 included). Populations are not looked
 * at: that errs to the side of no change. All met or none met: 1. Either size 0: 1. Not valid, sizes of more than
 * 2^53 together, or so large that the count's standard deviation passes 10^5 (urn.h): NaN. Relative accuracy 1e-10. */
double fisher_exact(const struct draw *first, const struct draw *second);

/* Are counts small? If any of the four counts expected when both have the pooled share, n_i p and n_i (1 - p), is below
 * 5 (Cochran 1954, Biometrics 10:417-451). */
int counts_are_small(const struct draw *first, const struct draw *second);

/* Two samples: Newcombe's interval; p by Fisher's exact test where counts are small, else by the pooled z. Where
 * that p is NaN (sizes of more than 2^53 together), COMPARISON_UNKNOWN. */
struct difference sample_difference(const struct draw *first, const struct draw *second, double level);

/* A published estimate: value +- margin at its level, as 0.917 +- 0.036 at 0.95. margin >= 0, level in (0, 1), all
 * finite. */
struct measured {
    double value, margin, level;
};

/* Two estimates, independent, each taken as normal with standard error margin / z(its level): z = d / sqrt(se1^2 +
 * se2^2), interval d -+ z(level) sqrt(...). Both margins 0: z is 0 (the same value) or +-inf, the interval has no
 * width. Not cut at any end. Relative accuracy 1e-13. 91.7 +- 3.6 after 93.6 +- 3.6: z = -0.73, p = 0.46,
 * COMPARISON_SIMILAR. */
struct difference measured_difference(const struct measured *first, const struct measured *second, double level);
#endif
