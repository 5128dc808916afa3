/* normality.h: do values look as if drawn from a normal distribution? */
#ifndef STATS_NORMALITY_H
#define STATS_NORMALITY_H
#include <stddef.h>

enum normality_status {
    NORMALITY_TESTED,
    NORMALITY_TOO_FEW,   /* fewer than 3 */
    NORMALITY_TOO_MANY,  /* more than 5,000: the approximation of p was not fitted there */
    NORMALITY_NO_SPREAD, /* all the same, or not finite: W is not defined */
};

/* w in (0, 1], near 1 if normal; p: how likely a W as small or smaller is of normal values. Both NaN unless tested. */
struct normality {
    enum normality_status status;
    double w, p;
};

/* Shapiro and Wilk's W for a complete sample and its p (Royston 1995, Applied Statistics 44:547-551, algorithm AS R94;
 * weights after Royston 1992, Statistics and Computing 2:117-119), values ascending, n from 3 to 5,000. 1 - W is
 * computed as one minus a squared correlation by a product of sums, so it keeps its digits as W nears 1. p is exact for
 * n = 3; else the published normal approximation of a transform of 1 - W, which Royston gives as good to about two
 * digits. Ties are allowed and lower W. Against R's shapiro.test (the same algorithm) W to 1e-13, p to 1e-11, relative;
 * R itself keeps fewer digits where values are large beside their spread, and there they agree to 1e-10 and 1e-9.
 * Unchanged by a shift or a positive factor, up to rounding. */
struct normality shapiro_wilk(const double *sorted, size_t n);
#endif
