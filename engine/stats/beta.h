/* beta.h: the beta distribution, which holds the exact intervals of binomial counts. */
#ifndef STATS_BETA_H
#define STATS_BETA_H
#include "stats/tail.h"

/* A share and what it leaves, neither rounded by the other: near 1, y keeps the digits that x has lost. */
struct share {
    double x, y;
};

/* x = part / (part + rest), for part, rest >= 0 not both 0. */
struct share share_of(double part, double rest);

/* The area below (TAIL_LOWER: the regularized incomplete beta I_x(a, b)) or above the share. a, b > 0, x + y = 1; else
 * NaN. Tail quadrature in logit x (tail.h). Relative accuracy of either tail 1e-13 for a + b up to 1e6, 1e-9 up to
 * 1e12, where the rounding of x alone costs as much. */
double beta_area(double a, double b, struct share at, enum tail side);

/* The share that has `area` on the given side. a, b > 0, area in (0, 1); 0 and 1 give the ends; else NaN. Newton's
 * method on log area in logit x. Relative accuracy of x and of y 1e-13. */
struct share beta_quantile(double a, double b, double area, enum tail side);
#endif
