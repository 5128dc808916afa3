#include "stats/normal.h"
#include "stats/proportion.h"

#include "table.h"
#include "unit.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static int is_close(double got, double expected, double relative)
{
    return got == expected || fabs(got - expected) <= relative * fabs(expected);
}

/* R 4.2.2: options(digits = 17); prop.test(k, n, conf.level = level, correct = FALSE)$conf.int
 * The rows marked * are from the formula in 50 decimal digits, as R's own loses some there:
 * (2k + z^2 -+ z sqrt(z^2 + 4k(1 - k/n))) / (2(n + z^2)), z = 2.575829303548900760966. */
START_TEST(wilson_as_r_has_it)
{
    static const struct {
        uint64_t k, n;
        double level, lower, upper;
    } cases[] = {
        {52, 60, 0.95, 0.75834840323500385, 0.93085890519413028},
        {200, 218, 0.95, 0.87327083179759379, 0.94713488031550386},
        {1, 20, 0.95, 0.0088814488007953798, 0.23613119344674197},
        {0, 130, 0.95, 0, 0.028701561194431409},
        {130, 130, 0.95, 0.97129843880556865, 1},
        {19, 20, 0.90, 0.80399276322598356, 0.9887651831491483},
        {20, 20, 0.80, 0.92411302088923553, 1},
        {7, 130, 0.999, 0.016778463260460182, 0.1595191668539129},
        {1, 1000000, 0.99, 1.1740547499963231e-07, 8.5174338347555962e-06},          /* * */
        {1, 1000000000000000, 0.99, 1.1740546411215799e-16, 8.5174911369089999e-15}, /* * */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct interval got = wilson_interval(cases[i].k, cases[i].n, cases[i].level);
        ck_assert_msg(is_close(got.lower, cases[i].lower, 1e-12), "case %zu: lower %.17g", i, got.lower);
        ck_assert_msg(is_close(got.upper, cases[i].upper, 1e-12), "case %zu: upper %.17g", i, got.upper);
    }
}
END_TEST

START_TEST(the_ends_are_exact)
{
    for (uint64_t n = 1; n < 2000; n++) {
        ck_assert(wilson_interval(0, n, 0.95).lower == 0);
        ck_assert(wilson_interval(n, n, 0.95).upper == 1);
        ck_assert(wilson_interval(n - 1, n, 0.95).upper < 1);
    }
    struct interval none = wilson_interval(0, 0, 0.95);
    ck_assert(none.lower == 0 && none.upper == 1);
}
END_TEST

START_TEST(what_cannot_be_asked_is_nan)
{
    static const double levels[] = {0, 1, -0.5, 1.5, NAN, INFINITY};
    for (size_t i = 0; i < COUNT(levels); i++) {
        struct interval got = wilson_interval(1, 2, levels[i]);
        ck_assert(isnan(got.lower) && isnan(got.upper));
    }
    ck_assert(isnan(wilson_interval(3, 2, 0.95).lower));
    ck_assert(isnan(normal_quantile(-0.1)) && isnan(normal_quantile(1.1)) && isnan(normal_quantile(NAN)));
}
END_TEST

/* The first three are Wichura's own checks (1988, p. 479); the others R 4.2.2: sprintf("%.17g", qnorm(p)). */
START_TEST(quantiles_as_published)
{
    static const struct {
        double p, quantile;
    } cases[] = {
        {0.25, -0.6744897501960817},   {0.001, -3.090232306167814},
        {1e-20, -9.262340089798408},   {0.075, -1.4395314709384557},
        {0.925, 1.4395314709384559},   {0.975, 1.9599639845400536},
        {0.42, -0.20189347914185091},  {0.9999, 3.7190164854557084},
        {1e-300, -37.047096299361201}, {0.5, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double got = normal_quantile(cases[i].p);
        ck_assert_msg(is_close(got, cases[i].quantile, 1e-15), "p %g: %.17g", cases[i].p, got);
    }
    ck_assert(normal_quantile(0) == -INFINITY && normal_quantile(1) == INFINITY);
}
END_TEST

static enum proportion_method method_of(const struct table *t)
{
    const char *name = text(t, "method");
    if (!strcmp(name, "wilson")) return PROPORTION_WILSON;
    ck_assert(!strcmp(name, "wald") || !strcmp(name, "clopper-pearson"));
    return strcmp(name, "wald") ? PROPORTION_CLOPPER_PEARSON : PROPORTION_WALD;
}

/* Where a bound is the difference of two numbers near 1, R has no more than 16 digits of those: hence the slack. */
START_TEST(every_kind_as_r_has_it)
{
    struct table table, *t = table_open(&table, "proportions");
    while (table_next(t)) {
        const struct draw draw = {whole(t, "k"), whole(t, "n"), whole(t, "population")};
        double level = number(t, "level");
        struct interval got = strcmp(text(t, "kind"), "bound")
                                  ? proportion_interval(method_of(t), &draw, level)
                                  : (struct interval){proportion_bound(method_of(t), &draw, SIDE_LOWER, level),
                                                      proportion_bound(method_of(t), &draw, SIDE_UPPER, level)};
        compare(t, "lower", got.lower, 1e-9, 1e-16);
        compare(t, "upper", got.upper, 1e-9, 1e-16);
    }
    table_close(t, 300);
}
END_TEST

START_TEST(sample_sizes_as_r_has_them)
{
    struct table table, *t = table_open(&table, "sample_sizes");
    while (table_next(t)) {
        uint64_t got = proportion_sample_size(number(t, "margin"), number(t, "expected"), whole(t, "population"),
                                              number(t, "level"));
        compare(t, "size", (double)got, 0, 0);
    }
    table_close(t, 90);
}
END_TEST

/* Cochran 1977, 4.4: p = 0.5, margin 0.05, t = 2 (a level of 0.9545): n0 = 400; of N = 3,200: 356 (rounded up from
 * 400 / (1 + 399/3200) = 355.66). The margin of the size is kept, that of one fewer is not. */
START_TEST(a_sample_size_is_the_smallest_that_does)
{
    ck_assert_uint_eq(proportion_sample_size(0.05, 0.5, 0, 0.95449973610364158), 400);
    ck_assert_uint_eq(proportion_sample_size(0.05, 0.5, 3200, 0.95449973610364158), 356);
    for (uint64_t population = 0; population < 5000; population += 500) {
        uint64_t size = proportion_sample_size(0.037, 0.5, population, 0.95);
        double n = (double)size, all = (double)population;
        for (double less = 0; less < 2; less++) {
            double f = population ? (all - n + less) / (all - 1) : 1;
            double margin = 1.959963984540054 * sqrt(0.25 / (n - less) * f);
            ck_assert_int_eq(margin <= 0.037, less == 0);
        }
    }
    static const double bad[] = {0, -1, 1.5, NAN};
    for (size_t i = 0; i < COUNT(bad); i++) ck_assert_uint_eq(proportion_sample_size(bad[i], 0.5, 0, 0.95), 0);
    ck_assert_uint_eq(proportion_sample_size(0.1, 1.5, 0, 0.95), 0);
    ck_assert_uint_eq(proportion_sample_size(0.1, 0.5, 0, 1), 0);
    ck_assert_uint_eq(proportion_sample_size(1e-9, 0.5, 0, 0.95), 0);
    ck_assert_uint_eq(proportion_sample_size(0.1, 0, 0, 0.95), 1);
}
END_TEST

/* DOMAIN: the published +-3.6 of 200 in 218 needs the population of about 7,000. By hand: 1.96 sqrt(.917 * .083 / 218).
 */
START_TEST(margins_as_published)
{
    const struct draw alone = {200, 218, 0}, of_all = {200, 218, 7000}, none = {0, 0, 0};
    ck_assert(fabs(wald_margin(&alone, 0.95) - 0.03654) < 1e-5);
    ck_assert(fabs(wald_margin(&of_all, 0.95) - 0.03596) < 1e-5);
    ck_assert(isnan(wald_margin(&none, 0.95)));
    const struct draw nearly_all = {118, 120, 0};
    ck_assert(proportion_interval(PROPORTION_WALD, &nearly_all, 0.95).upper == 1);
}
END_TEST

static const enum proportion_method methods[] = {PROPORTION_WILSON, PROPORTION_CLOPPER_PEARSON, PROPORTION_WALD};

static struct interval interval_of(size_t method, uint64_t k, uint64_t n, uint64_t population, double level)
{
    const struct draw draw = {k, n, population};
    return proportion_interval(methods[method], &draw, level);
}

/* Contains the share; k and n - k are mirror images; rises with k; wider at a higher level. */
START_TEST(what_holds_of_every_interval)
{
    static const uint64_t populations[] = {0, 40, 41, 90};
    for (size_t m = 0; m < 3; m++)
        for (size_t i = 0; i < COUNT(populations); i++)
            for (uint64_t n = 1; n <= 40; n += 3) {
                struct interval last = {-1, -1};
                for (uint64_t k = 0; k <= n; k++) {
                    struct interval got = interval_of(m, k, n, populations[i], 0.9);
                    struct interval mirror = interval_of(m, n - k, n, populations[i], 0.9);
                    struct interval wider = interval_of(m, k, n, populations[i], 0.99);
                    double share = (double)k / (double)n;
                    double off = m == 1 && populations[i] ? 1 / (double)populations[i] : 1e-15; /* see proportion.h */
                    ck_assert(got.lower <= share + off && got.upper >= share - off);
                    ck_assert(got.lower >= 0 && got.upper <= 1);
                    ck_assert(fabs(got.lower - (1 - mirror.upper)) < 1e-14);
                    ck_assert(got.lower >= last.lower - 1e-15 && got.upper >= last.upper - 1e-15);
                    ck_assert(wider.lower <= got.lower + 1e-15 && wider.upper >= got.upper - 1e-15);
                    last = got;
                }
            }
}
END_TEST

START_TEST(more_is_narrower)
{
    for (size_t m = 0; m < 3; m++)
        for (uint64_t n = 10; n < 2000000; n *= 2) {
            struct interval less = interval_of(m, n * 3 / 10, n, 0, 0.95);
            struct interval more = interval_of(m, n * 3 / 10 * 2, n * 2, 0, 0.95);
            struct interval finite = interval_of(m, n * 3 / 10, n, n * 2, 0.95);
            ck_assert(more.upper - more.lower < less.upper - less.lower);
            ck_assert(finite.upper - finite.lower < less.upper - less.lower);
        }
}
END_TEST

START_TEST(a_bound_is_the_end_of_a_lower_level)
{
    for (size_t m = 0; m < 3; m++)
        for (uint64_t k = 0; k <= 20; k += 4) {
            const struct draw draw = {k, 20, 0};
            struct interval both = proportion_interval(methods[m], &draw, 0.9);
            ck_assert(agrees(proportion_bound(methods[m], &draw, SIDE_LOWER, 0.95), both.lower, 1e-12));
            ck_assert(agrees(proportion_bound(methods[m], &draw, SIDE_UPPER, 0.95), both.upper, 1e-12));
        }
    const struct draw draw = {3, 10, 0}, none = {0, 0, 0};
    ck_assert(agrees(proportion_bound(PROPORTION_WILSON, &draw, SIDE_LOWER, 0.5), 0.3, 1e-15));
    ck_assert(isnan(proportion_bound(PROPORTION_WILSON, &draw, SIDE_LOWER, 0.49)));
    ck_assert(isnan(proportion_bound(PROPORTION_WILSON, &draw, SIDE_LOWER, 1)));
    ck_assert(proportion_bound(PROPORTION_WALD, &none, SIDE_LOWER, 0.95) == 0);
    ck_assert(proportion_bound(PROPORTION_WALD, &none, SIDE_UPPER, 0.95) == 1);
}
END_TEST

START_TEST(all_drawn_is_all_known)
{
    for (size_t m = 0; m < 3; m++)
        for (uint64_t k = 0; k <= 7; k++) {
            struct interval got = interval_of(m, k, 7, 7, 0.95);
            ck_assert(agrees(got.lower, (double)k / 7, 1e-15) && agrees(got.upper, (double)k / 7, 1e-15));
        }
}
END_TEST

START_TEST(an_impossible_draw_is_nan)
{
    static const struct draw bad[] = {{3, 2, 0}, {1, 5, 4}, {1, 2, UINT64_MAX}, {1, UINT64_MAX, 0}};
    const struct draw none = {0, 0, 0}, good = {1, 2, 0}, vast = {5, 1u << 31, (uint64_t)1 << 53};
    const struct draw too_vast = {5, (uint64_t)1 << 40, (uint64_t)1 << 53};
    for (size_t m = 0; m < 3; m++) {
        for (size_t i = 0; i < COUNT(bad); i++) {
            ck_assert(isnan(proportion_interval(methods[m], &bad[i], 0.95).lower));
            ck_assert(isnan(proportion_bound(methods[m], &bad[i], SIDE_UPPER, 0.95)));
        }
        ck_assert(isnan(proportion_interval(methods[m], &good, 1).lower));
        struct interval empty = proportion_interval(methods[m], &none, 0.95);
        ck_assert(empty.lower == 0 && empty.upper == 1);
    }
    ck_assert(proportion_interval(PROPORTION_CLOPPER_PEARSON, &vast, 0.95).upper > 0);
    ck_assert(isnan(proportion_interval(PROPORTION_CLOPPER_PEARSON, &too_vast, 0.95).upper));
    ck_assert(isnan(wald_margin(&bad[0], 0.95)) && isnan(wald_margin(&good, 0)));
}
END_TEST

/* What makes it exact: whatever the share, the interval misses it no more often than it says. All k of n = 12, or of 12
 * drawn from 30, weighed by their chance. */
START_TEST(exact_intervals_cover)
{
    for (int share = 0; share <= 30; share++) {
        double missed = 0, missed_finite = 0, p = share / 30.0;
        for (int k = 0; k <= 12; k++) {
            double ways = exp(lgamma(13) - lgamma(k + 1) - lgamma(13 - k));
            double chance = ways * pow(p, k) * pow(1 - p, 12 - k);
            struct interval got = interval_of(1, (uint64_t)k, 12, 0, 0.9),
                            finite = interval_of(1, (uint64_t)k, 12, 30, 0.9);
            if (p < got.lower || p > got.upper) missed += chance;
            if (k > share || 12 - k > 30 - share) continue;
            chance = exp(lgamma(share + 1) - lgamma(k + 1) - lgamma(share - k + 1) + lgamma(31 - share) -
                         lgamma(13 - k) - lgamma(19 - share + k) - lgamma(31) + lgamma(13) + lgamma(19));
            if (p < finite.lower - 1e-12 || p > finite.upper + 1e-12) missed_finite += chance;
        }
        ck_assert_msg(missed <= 0.1 && missed_finite <= 0.1, "share %d of 30: %g, %g", share, missed, missed_finite);
    }
}
END_TEST

UNIT("proportion", wilson_as_r_has_it, the_ends_are_exact, what_cannot_be_asked_is_nan, quantiles_as_published,
     every_kind_as_r_has_it, sample_sizes_as_r_has_them, a_sample_size_is_the_smallest_that_does, margins_as_published,
     what_holds_of_every_interval, more_is_narrower, a_bound_is_the_end_of_a_lower_level, all_drawn_is_all_known,
     an_impossible_draw_is_nan, exact_intervals_cover);
