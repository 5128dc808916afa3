/* tail.h: the area under the tail of a log-concave density. What the gamma and the beta distribution are computed with.
 *
 * Why our own. Debian 12 has no small, living C library of these functions that an MIT library may link: GSL is GPL-3,
 * R's Mathlib (r-mathlib) GPL-2+, Cephes is packaged as an extension of Perl only and has no maintainer, DCDFLIB and
 * TOMS 708 are not packaged; FLINT/Arb (LGPL) has them in arbitrary precision, with GMP and MPFR behind.
 *
 * How. In t = log x the gamma density, and in t = logit x the beta density, are log-concave for all parameters. So a
 * tail is D times the integral of exp(g(s)) over s >= 0, where D is the density at t, s the distance outward, g(0) = 0
 * and g concave and falling. Such an integrand has one shape at every scale: it is cut where g < -38 (exp: 3e-17) and
 * integrated by Gauss-Legendre quadrature of sixteen nodes (Abramowitz & Stegun 1964, 25.4.30) in eight panels, each
 * half as wide as the next one out. One method, 130 evaluations, the same cost for 3 and for 10^12 trials; the
 * continued fractions of the textbooks need thousands of steps there. D comes by the saddle-point form (saddle.h). */
#ifndef STATS_TAIL_H
#define STATS_TAIL_H

enum tail { TAIL_LOWER, TAIL_UPPER };

/* g(s): log density at distance s outward, less that at s = 0. */
typedef double tail_shape(const void *of, double s);

/* The integral of exp(shape(of, s)) over s >= 0. `scale`: about the distance over which the density falls, > 0; it
 * costs time if wrong, not accuracy. NaN if the shape does not fall. Relative accuracy 1e-14 beyond that of the shape.
 */
double tail_integral(tail_shape *shape, const void *of, double scale);

/* At t, the whole line: the log of the area beyond t, and that area by the density at t (the Mills ratio). */
struct log_tail {
    double area, width;
};
typedef struct log_tail tail_at(const void *of, double t, enum tail side);

/* The t beyond which the given side holds the area exp(log_area), log_area < 0, of a distribution over t that has a
 * log-concave density. Newton's method on the log of the area, which is concave: from outside it converges without
 * fail; from inside it may step out too far, and then goes half the way back until the area is of the right order.
 * `start` is near the mode. NaN if it has not converged after 200 steps, which has not been seen. */
double tail_quantile(tail_at *at, const void *of, double log_area, enum tail side, double start);
#endif
