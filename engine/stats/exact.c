/* exact.c: Clopper-Pearson bounds, and their exact counterpart in a finite population. */
#include "stats/exact.h"

#include "stats/urn.h"

struct share exact_lower(uint64_t k, uint64_t n, double outside)
{
    if (k == 0) return (struct share){0, 1};
    return beta_quantile((double)k, (double)(n - k) + 1, outside, TAIL_LOWER);
}

struct share exact_upper(uint64_t k, uint64_t n, double outside)
{
    if (k == n) return (struct share){1, 0};
    return beta_quantile((double)k + 1, (double)(n - k), outside, TAIL_UPPER);
}

/* Is a population with this many marked still believable, from that side? */
static int is_believable(const struct draw *d, uint64_t marked, enum tail side, double outside)
{
    const struct urn urn = {(double)marked, (double)(d->population - marked), (double)d->size};
    return urn_tail(&urn, (double)d->met, side) > outside * (1 + 1e-9);
}

/* The smallest believable number marked: P(X >= met) rises with it. */
static uint64_t fewest(const struct draw *d, double outside)
{
    uint64_t low = d->met, high = d->population - (d->size - d->met);
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;
        if (is_believable(d, middle, TAIL_UPPER, outside))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static struct interval finite_bounds(const struct draw *d, double outside)
{
    const struct draw mirror = {d->size - d->met, d->size, d->population};
    double n = (double)d->size, all = (double)d->population;
    if (sqrt(n * ((all - n) / all)) / 2 > URN_SPREAD_MAX) return interval_none();
    return (struct interval){(double)fewest(d, outside) / all,
                             (double)(d->population - fewest(&mirror, outside)) / all};
}

struct interval exact_bounds(const struct draw *draw, double outside)
{
    if (draw->population) return finite_bounds(draw, outside);
    return (struct interval){exact_lower(draw->met, draw->size, outside).x,
                             exact_upper(draw->met, draw->size, outside).x};
}
