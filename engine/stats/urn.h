/* urn.h: exact probabilities of counts: drawing without replacement (hypergeometric) and with (binomial). */
#ifndef STATS_URN_H
#define STATS_URN_H
#include "stats/beta.h"

/* An urn of `marked` and `unmarked` balls, `drawn` of them taken without replacement. Whole numbers, drawn <= the sum,
 * the sum at most 2^53. */
struct urn {
    double marked, unmarked, drawn;
};

/* What sums over counts takes time in proportion to the standard deviation of the count. Above this it is refused
 * (NaN): that needs more than 8 * 10^10 drawn. A sum at the limit takes about 2 ms, a bound of proportion.h about 0.1
 * s. */
#define URN_SPREAD_MAX 1e5

/* log P(X = k), k marked among the drawn; -inf where it cannot be. By three binomial probabilities (Loader 2000).
 * Accuracy as log_binomial. */
double urn_log_chance(const struct urn *urn, double k);

/* P(X <= k) (TAIL_LOWER) or P(X >= k) (TAIL_UPPER): both include k. Summed outward by the ratio of neighbours from the
 * exact P(X = k) until nothing changes; on the far side of the mode, what the other tail leaves. Relative accuracy of
 * the smaller tail 1e-11. k beyond the ends: 0 or 1. NaN above URN_SPREAD_MAX. */
double urn_tail(const struct urn *urn, double k, enum tail side);

/* Two-sided p of having drawn k: the sum of all P(X = j) not above P(X = k) (1 + 1e-7), the tolerance of R's
 * fisher.test. Freeman & Halton 1951. In [0, 1]; 1 where k is the mode or the only count possible. NaN if k cannot be
 * drawn, or above URN_SPREAD_MAX. Relative accuracy 1e-10. */
double urn_two_sided(const struct urn *urn, double k);

/* The same for k successes in n independent trials of chance `of` (R's binom.test), tails by the incomplete beta
 * function: any n up to 2^53. n = 0: 1. NaN if k > n or the share is none. Relative accuracy 1e-10 for n up to 1e9. */
double binomial_two_sided(double k, double n, struct share of);
#endif
