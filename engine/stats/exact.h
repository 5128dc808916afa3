/* exact.h: exact bounds of a proportion. Asked through proportion.h, which has the formulas and sources. */
#ifndef STATS_EXACT_H
#define STATS_EXACT_H
#include "stats/beta.h"
#include "stats/proportion.h"

/* The two ends of the Clopper-Pearson interval for k of n, k <= n, n > 0, `outside` in (0, 0.5] beyond each, as shares:
 * the upper one keeps what it leaves to 1. k = 0: lower {0, 1}; k = n: upper {1, 0}. Relative accuracy 1e-12 of x and
 * y. */
struct share exact_lower(uint64_t k, uint64_t n, double outside);
struct share exact_upper(uint64_t k, uint64_t n, double outside);

/* Clopper-Pearson, or the hypergeometric bounds where the draw has a population. The draw is valid, its size > 0. */
struct interval exact_bounds(const struct draw *draw, double outside);
#endif
