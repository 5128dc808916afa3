/* urn.c: hypergeometric and binomial counts, their tails and two-sided tests. */
#include "stats/urn.h"

#include "stats/saddle.h"

#include <math.h>

/* Counts whose chances rise to a mode and fall after it: what a two-sided test needs to know. */
struct law {
    const void *of;
    double first, last, mode;
    double (*log_chance)(const void *of, double k);
    double (*tail)(const void *of, double k, enum tail side);
};

static double first_of(const struct urn *urn) { return fmax(0, urn->drawn - urn->unmarked); }
static double last_of(const struct urn *urn) { return fmin(urn->drawn, urn->marked); }

double urn_log_chance(const struct urn *urn, double k)
{
    if (k < first_of(urn) || k > last_of(urn)) return -INFINITY;
    double all = urn->marked + urn->unmarked, left = all - urn->drawn;
    if (all == 0) return 0;
    double p = urn->drawn / all, q = left / all;
    return log_binomial(k, urn->marked - k, p, q) + log_binomial(urn->drawn - k, left - urn->marked + k, p, q) -
           log_binomial(urn->drawn, left, p, q);
}

/* P(X = k + 1) / P(X = k), and P(X = k - 1) / P(X = k). */
static double next_above(const struct urn *u, double k)
{
    return (u->marked - k) / (k + 1) * ((u->drawn - k) / (u->unmarked - u->drawn + k + 1));
}
static double next_below(const struct urn *u, double k)
{
    return k / (u->marked - k + 1) * ((u->unmarked - u->drawn + k) / (u->drawn - k + 1));
}

/* P(X beyond k, k included) / P(X = k), going away from the mode. Ends where the ratio becomes 0, at the latest. */
static double outward(const struct urn *urn, double k, enum tail side)
{
    double sum = 1, term = 1;
    while (term > sum * 1e-17) {
        term *= side == TAIL_LOWER ? next_below(urn, k--) : next_above(urn, k++);
        sum += term;
    }
    return sum;
}

static double mode_of(const struct urn *urn)
{
    double mode = floor((urn->drawn + 1) / (urn->marked + urn->unmarked + 2) * (urn->marked + 1));
    return fmin(fmax(mode, first_of(urn)), last_of(urn));
}

static double spread(const struct urn *urn)
{
    double all = urn->marked + urn->unmarked;
    return all == 0 ? 0 : sqrt(urn->drawn * (urn->marked / all) * (urn->unmarked / all) * ((all - urn->drawn) / all));
}

double urn_tail(const struct urn *urn, double k, enum tail side)
{
    if (!(spread(urn) <= URN_SPREAD_MAX)) return NAN;
    double first = first_of(urn), last = last_of(urn), mode = mode_of(urn);
    if (side == TAIL_LOWER ? k >= last : k <= first) return 1;
    if (side == TAIL_LOWER ? k < first : k > last) return 0;
    if (side == TAIL_LOWER && k > mode) return 1 - exp(urn_log_chance(urn, k + 1)) * outward(urn, k + 1, TAIL_UPPER);
    if (side == TAIL_UPPER && k < mode) return 1 - exp(urn_log_chance(urn, k - 1)) * outward(urn, k - 1, TAIL_LOWER);
    return fmin(1, exp(urn_log_chance(urn, k)) * outward(urn, k, side));
}

/* The count next to the mode, on one side, whose chance is not above `limit`; beyond the end if there is none. */
static double not_above(const struct law *law, double limit, enum tail side)
{
    double out = side == TAIL_LOWER ? -1 : 1;
    double near = 0, far = (side == TAIL_LOWER ? law->mode - law->first : law->last - law->mode) + 1;
    while (far - near > 1) { /* above the limit at near, not above at far */
        double middle = floor(near + (far - near) / 2);
        if (law->log_chance(law->of, law->mode + out * middle) <= limit)
            far = middle;
        else
            near = middle;
    }
    return law->mode + out * far;
}

static double two_sided(const struct law *law, double k)
{
    double limit = law->log_chance(law->of, k) + log1p(1e-7);
    if (limit == -INFINITY) return 0;
    if (law->log_chance(law->of, law->mode) <= limit) return 1;
    double lower = not_above(law, limit, TAIL_LOWER), upper = not_above(law, limit, TAIL_UPPER);
    double below = lower < law->first ? 0 : law->tail(law->of, lower, TAIL_LOWER);
    double above = upper > law->last ? 0 : law->tail(law->of, upper, TAIL_UPPER);
    return fmin(1, below + above);
}

static double urn_chance(const void *of, double k) { return urn_log_chance(of, k); }
static double urn_area(const void *of, double k, enum tail side) { return urn_tail(of, k, side); }

double urn_two_sided(const struct urn *urn, double k)
{
    const struct law law = {urn, first_of(urn), last_of(urn), mode_of(urn), urn_chance, urn_area};
    if (!(k >= law.first && k <= law.last) || !(spread(urn) <= URN_SPREAD_MAX)) return NAN;
    return two_sided(&law, k);
}

struct trials {
    double n;
    struct share of;
};

static double trials_chance(const void *of, double k)
{
    const struct trials *t = of;
    return log_binomial(k, t->n - k, t->of.x, t->of.y);
}

/* P(X <= k) = 1 - I_p(k + 1, n - k), P(X >= k) = I_p(k, n - k + 1). */
static double trials_tail(const void *of, double k, enum tail side)
{
    const struct trials *t = of;
    if (side == TAIL_LOWER) return k >= t->n ? 1 : beta_area(k + 1, t->n - k, t->of, TAIL_UPPER);
    return k <= 0 ? 1 : beta_area(k, t->n - k + 1, t->of, TAIL_LOWER);
}

double binomial_two_sided(double k, double n, struct share of)
{
    const struct trials trials = {n, of};
    const struct law law = {&trials, 0, n, fmin(n, floor((n + 1) * of.x)), trials_chance, trials_tail};
    if (!(k >= 0 && k <= n) || !(of.x >= 0 && of.y >= 0)) return NAN;
    return two_sided(&law, k);
}
