/* difference.c: two samples, two estimates. */
#include "stats/difference.h"

#include "stats/normal.h"
#include "stats/urn.h"

static const struct difference none = {NAN, {NAN, NAN}, NAN, NAN, DIFFERENCE_UNTESTED, COMPARISON_UNKNOWN};

static double share_met(const struct draw *d) { return (double)d->met / (double)d->size; }

/* Valid by the one judge of that, which answers NaN otherwise. */
static int is_draw(const struct draw *d) { return !isnan(proportion_interval(PROPORTION_WILSON, d, 0.5).lower); }

static int are_sampled(const struct draw *a, const struct draw *b)
{
    return is_draw(a) && is_draw(b) && a->size && b->size;
}

struct interval newcombe_interval(const struct draw *first, const struct draw *second, double level)
{
    if (!are_sampled(first, second)) return interval_none();
    struct interval a = proportion_interval(PROPORTION_WILSON, first, level);
    struct interval b = proportion_interval(PROPORTION_WILSON, second, level);
    double p = share_met(first), q = share_met(second), d = p - q;
    return (struct interval){d - hypot(p - a.lower, b.upper - q), d + hypot(a.upper - p, q - b.lower)};
}

/* 1/n, less what a finite population takes from it. */
static double part_of_variance(const struct draw *d)
{
    double n = (double)d->size, all = (double)d->population;
    if (d->population == 0) return 1 / n;
    return d->population == d->size ? 0 : (all - n) / (all - 1) / n;
}

/* d / error, where no difference is no evidence and a difference without error is all the evidence there is. */
static double standardized(double d, double error)
{
    if (d == 0) return 0;
    return error == 0 ? copysign(INFINITY, d) : d / error;
}

double pooled_z(const struct draw *first, const struct draw *second)
{
    if (!are_sampled(first, second)) return NAN;
    double n = (double)first->size + (double)second->size, met = (double)first->met + (double)second->met;
    double variance = met / n * ((n - met) / n) * (part_of_variance(first) + part_of_variance(second));
    return standardized(share_met(first) - share_met(second), sqrt(variance));
}

double fisher_exact(const struct draw *first, const struct draw *second)
{
    if (!is_draw(first) || !is_draw(second)) return NAN;
    if ((double)first->size + (double)second->size > (double)STATS_COUNT_MAX) return NAN;
    const struct urn urn = {(double)first->size, (double)second->size, (double)(first->met + second->met)};
    return urn_two_sided(&urn, (double)first->met);
}

int counts_are_small(const struct draw *first, const struct draw *second)
{
    double n = (double)first->size, m = (double)second->size, met = (double)first->met + (double)second->met;
    return fmin(n, m) * (fmin(met, n + m - met) / (n + m)) < 5;
}

struct difference sample_difference(const struct draw *first, const struct draw *second, double level)
{
    if (!are_sampled(first, second) || !level_is_valid(level)) return none;
    struct difference d = {share_met(first) - share_met(second),
                           newcombe_interval(first, second, level),
                           NAN,
                           NAN,
                           DIFFERENCE_FISHER,
                           COMPARISON_UNKNOWN};
    if (counts_are_small(first, second)) {
        d.p = fisher_exact(first, second);
    } else {
        d.test = DIFFERENCE_POOLED_Z;
        d.z = pooled_z(first, second);
        d.p = normal_two_sided(d.z);
    }
    d.comparison = comparison_of(d.p, d.interval, 0, level);
    return d;
}

static int is_measured(const struct measured *s)
{
    return isfinite(s->value) && s->margin >= 0 && s->margin < INFINITY && level_is_valid(s->level);
}

struct difference measured_difference(const struct measured *first, const struct measured *second, double level)
{
    if (!is_measured(first) || !is_measured(second) || !level_is_valid(level)) return none;
    double error = hypot(first->margin / normal_deviate(first->level), second->margin / normal_deviate(second->level));
    double d = first->value - second->value, half = normal_deviate(level) * error, z = standardized(d, error);
    struct interval interval = {d - half, d + half};
    double p = normal_two_sided(z);
    return (struct difference){d, interval, z, p, DIFFERENCE_ESTIMATES, comparison_of(p, interval, 0, level)};
}
