/* rate.c: Poisson rates and their ratio. */
#include "stats/rate.h"

#include "stats/exact.h"
#include "stats/gamma.h"
#include "stats/urn.h"

static int is_positive(double x) { return x > 0 && x < INFINITY; }

static int are_events(const struct events *e) { return e->count <= STATS_COUNT_MAX && is_positive(e->exposure); }

struct interval rate_interval(const struct events *events, double per, double level)
{
    if (!are_events(events) || !is_positive(per) || !level_is_valid(level)) return interval_none();
    double count = (double)events->count, outside = (1 - level) / 2;
    double lower = count == 0 ? 0 : gamma_quantile(count, outside, TAIL_LOWER);
    double upper = gamma_quantile(count + 1, outside, TAIL_UPPER);
    return (struct interval){lower / events->exposure * per, upper / events->exposure * per};
}

/* The ratio of rates at which the first count has this share of the sum. */
static double ratio_at(struct share share, double exposure, double other)
{
    if (share.x == 0 || share.y == 0) return share.x == 0 ? 0 : INFINITY; /* whatever the exposures */
    return share.x / share.y * (other / exposure);
}

struct rate_ratio rate_compare(const struct events *first, const struct events *second, double level)
{
    struct rate_ratio r = {NAN, interval_none(), NAN, COMPARISON_UNKNOWN};
    if (!are_events(first) || !are_events(second) || !level_is_valid(level)) return r;
    double t = first->exposure, u = second->exposure, outside = (1 - level) / 2;
    uint64_t both = first->count + second->count;
    if (both > STATS_COUNT_MAX) return r;
    r.ratio = ratio_at(share_of((double)first->count, (double)second->count), t, u);
    r.interval.lower = ratio_at(exact_lower(first->count, both, outside), t, u);
    r.interval.upper = ratio_at(exact_upper(first->count, both, outside), t, u);
    r.p = binomial_two_sided((double)first->count, (double)both, share_of(t, u));
    r.comparison = comparison_of(r.p, r.interval, 1, level);
    return r;
}
