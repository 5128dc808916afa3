/* gamma.h: the gamma distribution with scale 1, which holds the exact intervals of Poisson counts. */
#ifndef STATS_GAMMA_H
#define STATS_GAMMA_H
#include "stats/tail.h"

/* The area below (TAIL_LOWER: the regularized P(a, x)) or above (TAIL_UPPER: Q(a, x)) x. a > 0; x <= 0 is the lower
 * end, +inf the upper; else NaN. Tail quadrature in log x (tail.h). Relative accuracy of either tail 1e-13 for a up to
 * 1e6, 1e-9 up to 1e12, where the rounding of x alone costs as much. */
double gamma_area(double a, double x, enum tail side);

/* The x that has `area` on the given side. a > 0, area in (0, 1); 0 and 1 give the ends, 0 and +inf; else NaN.
 * Newton's method on log area in log x. Relative accuracy 1e-13. */
double gamma_quantile(double a, double area, enum tail side);
#endif
