/* beta.c: tails and quantiles of the beta distribution, in t = logit x. */
#include "stats/beta.h"

#include "stats/saddle.h"

#include <math.h>

struct parameters {
    double a, b;
};

/* Going outward through a tail: the parameter and the share of the side gone to, and of the side left behind. */
struct point {
    double near, far, both, x, y;
};

struct share share_of(double part, double rest) { return (struct share){1 / (1 + rest / part), 1 / (1 + part / rest)}; }

/* The shares x, y move to x e^-s / (y + x e^-s), y / (y + x e^-s). Of the two ways to write it, the one in the smaller
 * share: the other subtracts numbers that are alike. */
static double falls(const void *of, double s)
{
    const struct point *at = of;
    if (at->x <= at->y) return -at->near * s - at->both * log1p(at->x * expm1(-s));
    return at->far * s - at->both * log1p(at->y * expm1(s));
}

/* The density in logit x is x^a y^b / B(a, b), its mode x = a / (a + b). The tail that holds no mode is integrated, the
 * other is what it leaves. */
static struct log_tail tails(double a, double b, struct share at, enum tail side)
{
    double both = a + b;
    enum tail outer = at.x * b <= at.y * a ? TAIL_LOWER : TAIL_UPPER;
    const struct point left = {a, b, both, at.x, at.y}, right = {b, a, both, at.y, at.x};
    double density = log_binomial(a, b, at.x, at.y) + log(a) + log(b / both);
    double integral = tail_integral(falls, outer == TAIL_LOWER ? &left : &right, 1 / sqrt(a * (b / both)));
    double tail = density + log(integral);
    if (side == outer) return (struct log_tail){tail, integral};
    return (struct log_tail){log1p(-exp(tail)), -expm1(tail) / exp(density)};
}

static struct share of_logit(double t) { return t < 0 ? share_of(exp(t), 1) : share_of(1, exp(-t)); }

static struct log_tail tails_at(const void *of, double t, enum tail side)
{
    const struct parameters *p = of;
    return tails(p->a, p->b, of_logit(t), side);
}

static int are_parameters(double a, double b) { return a > 0 && b > 0 && a < INFINITY && b < INFINITY; }

double beta_area(double a, double b, struct share at, enum tail side)
{
    if (!are_parameters(a, b) || !(at.x >= 0 && at.y >= 0)) return NAN;
    if (at.x == 0 || at.y == 0) return (at.x == 0) == (side == TAIL_LOWER) ? 0 : 1;
    return exp(tails(a, b, at, side).area);
}

struct share beta_quantile(double a, double b, double area, enum tail side)
{
    if (!are_parameters(a, b) || !(area >= 0 && area <= 1)) return (struct share){NAN, NAN};
    if (area == 0 || area == 1)
        return (area == 0) == (side == TAIL_LOWER) ? (struct share){0, 1} : (struct share){1, 0};
    if (area > 0.5) {
        area = 1 - area;
        side = side == TAIL_LOWER ? TAIL_UPPER : TAIL_LOWER;
    }
    const struct parameters p = {a, b};
    return of_logit(tail_quantile(tails_at, &p, log(area), side, log(a / b)));
}
