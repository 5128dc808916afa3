/* proportion.c: Wilson and Wald intervals, sample sizes; the exact interval stands in exact.c. */
#include "stats/proportion.h"

#include "stats/exact.h"
#include "stats/normal.h"

/* The bounds are the roots of (n + z^2) p^2 - (2k + z^2) p + k^2 / n = 0. The upper is a sum of positive terms; the
 * lower comes from it by the product of the roots, k^2 / (n (n + z^2)), because the textbook's difference loses digits.
 */
static struct interval wilson(uint64_t k, uint64_t n, double z)
{
    double trials = (double)n, met = (double)k, unmet = (double)(n - k);
    double z2 = z * z, both = trials + z2;
    double upper = (2 * met + z2 + z * sqrt(z2 + 4 * met * (unmet / trials))) / (2 * both);
    double lower = k == 0 ? 0 : met / trials * met / both / upper;
    return (struct interval){lower, k == n ? 1 : upper};
}

struct interval wilson_interval(uint64_t k, uint64_t n, double level)
{
    if (k > n || !level_is_valid(level)) return interval_none();
    if (n == 0) return (struct interval){0, 1};
    return wilson(k, n, normal_deviate(level));
}

static int is_draw(const struct draw *d)
{
    uint64_t largest = d->population ? d->population : d->size;
    return d->met <= d->size && d->size <= largest && largest <= STATS_COUNT_MAX;
}

/* sqrt((N - n) / (N - 1)): what a finite population leaves of the standard error. */
static double finite_factor(const struct draw *d)
{
    if (d->population == 0) return 1;
    if (d->population == d->size) return 0;
    return sqrt((double)(d->population - d->size) / (double)(d->population - 1));
}

static double wald_half(const struct draw *d, double z)
{
    double n = (double)d->size, share = (double)d->met / n, rest = (double)(d->size - d->met) / n;
    return z * finite_factor(d) * sqrt(share * rest / n);
}

static struct interval wald(const struct draw *d, double z)
{
    double share = (double)d->met / (double)d->size, half = wald_half(d, z);
    return (struct interval){fmax(0, share - half), fmin(1, share + half)};
}

/* z for the two that use the normal distribution, `outside` for the exact one: the area beyond each bound. */
static struct interval bounds(enum proportion_method method, const struct draw *d, double z, double outside)
{
    if (d->size == 0) return (struct interval){0, 1};
    switch (method) {
    case PROPORTION_WILSON: return wilson(d->met, d->size, z * finite_factor(d));
    case PROPORTION_CLOPPER_PEARSON: return exact_bounds(d, outside);
    case PROPORTION_WALD: return wald(d, z);
    }
    return interval_none();
}

struct interval proportion_interval(enum proportion_method method, const struct draw *draw, double level)
{
    if (!is_draw(draw) || !level_is_valid(level)) return interval_none();
    return bounds(method, draw, normal_deviate(level), (1 - level) / 2);
}

double proportion_bound(enum proportion_method method, const struct draw *draw, enum side side, double confidence)
{
    if (!is_draw(draw) || !confidence_is_valid(confidence)) return NAN;
    struct interval both = bounds(method, draw, normal_deviate_one_sided(confidence), 1 - confidence);
    return side == SIDE_LOWER ? both.lower : both.upper;
}

double wald_margin(const struct draw *draw, double level)
{
    if (!is_draw(draw) || draw->size == 0 || !level_is_valid(level)) return NAN;
    return wald_half(draw, normal_deviate(level));
}

uint64_t proportion_sample_size(double margin, double expected, uint64_t population, double level)
{
    if (!(margin > 0 && margin <= 1) || !(expected >= 0 && expected <= 1) || !level_is_valid(level)) return 0;
    double ratio = normal_deviate(level) / margin, size = ratio * ratio * expected * (1 - expected);
    if (population) size /= 1 + (size - 1) / (double)population;
    double whole = fmax(1, ceil(size * (1 - 1e-12)));
    if (!(whole <= (double)STATS_COUNT_MAX)) return 0;
    return population && whole > (double)population ? population : (uint64_t)whole;
}
