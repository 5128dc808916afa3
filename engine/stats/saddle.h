/* saddle.h: point probabilities without the loss of subtracting large logarithms.
 *
 * Loader 2000, "Fast and accurate computation of binomial probabilities": log n! is Stirling's formula plus a small
 * remainder, and what is left of the large terms is a sum of deviances, each computed where it is small. */
#ifndef STATS_SADDLE_H
#define STATS_SADDLE_H

/* log(x!) - log(sqrt(2 pi x) (x / e)^x) for x > 0: the remainder of Stirling's formula. From 16 on by its series
 * (Abramowitz & Stegun 1964, 6.1.41; eight terms), below by lgamma_r. Absolute accuracy 1e-15. */
double stirling_remainder(double x);

/* x log(x / m) + m - x for x, m > 0: the deviance of seeing x where m was expected. Near x = m by the series of
 * Loader's bd0. Relative accuracy 1e-14. */
double deviance(double x, double m);

/* log of m^x e^-m / x!, x >= 0 not necessarily whole, m >= 0. The Poisson probability. -inf where it is 0. Absolute
 * accuracy 1e-14 of the larger of 1 and its own size. */
double log_poisson(double x, double m);

/* log of Gamma(x+y+1) / (Gamma(x+1) Gamma(y+1)) p^x q^y for x, y >= 0, not necessarily whole; p + q = 1. Both counts
 * and both shares are given, so that the smaller of a pair is not lost in the larger. The binomial probability of x met
 * and y unmet. -inf where it is 0. Accuracy as log_poisson. */
double log_binomial(double x, double y, double p, double q);
#endif
