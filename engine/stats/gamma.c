/* gamma.c: tails and quantiles of the gamma distribution, in t = log x. */
#include "stats/gamma.h"

#include "stats/saddle.h"

#include <math.h>

struct point {
    double a, x;
};

/* x moves to x e^-s and x e^s. */
static double falls_left(const void *of, double s)
{
    const struct point *at = of;
    return -at->a * s - at->x * expm1(-s);
}
static double falls_right(const void *of, double s)
{
    const struct point *at = of;
    return at->a * s - at->x * expm1(s);
}

/* The density in log x is x^a e^-x / Gamma(a), its mode x = a. The tail that holds no mode is integrated, the other is
 * what it leaves. */
static struct log_tail tails(double a, double x, enum tail side)
{
    const struct point at = {a, x};
    enum tail outer = x <= a ? TAIL_LOWER : TAIL_UPPER;
    double density = log_poisson(a, x) + log(a);
    double integral = tail_integral(outer == TAIL_LOWER ? falls_left : falls_right, &at, 1 / sqrt(fmax(x, a)));
    double tail = density + log(integral);
    if (side == outer) return (struct log_tail){tail, integral};
    return (struct log_tail){log1p(-exp(tail)), -expm1(tail) / exp(density)};
}

static struct log_tail tails_at(const void *of, double t, enum tail side)
{
    return tails(*(const double *)of, exp(t), side);
}

double gamma_area(double a, double x, enum tail side)
{
    if (!(a > 0 && a < INFINITY) || isnan(x)) return NAN;
    if (x <= 0) return side == TAIL_LOWER ? 0 : 1;
    if (x == INFINITY) return side == TAIL_LOWER ? 1 : 0;
    return exp(tails(a, x, side).area);
}

double gamma_quantile(double a, double area, enum tail side)
{
    if (!(a > 0 && a < INFINITY) || !(area >= 0 && area <= 1)) return NAN;
    if (area == 0 || area == 1) return (area == 0) == (side == TAIL_LOWER) ? 0 : INFINITY;
    if (area > 0.5) {
        area = 1 - area;
        side = side == TAIL_LOWER ? TAIL_UPPER : TAIL_LOWER;
    }
    return exp(tail_quantile(tails_at, &a, log(area), side, log(a)));
}
