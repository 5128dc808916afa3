/* Special functions against R, and what must hold of them by themselves. */
#include "stats/beta.h"
#include "stats/gamma.h"
#include "stats/normal.h"
#include "stats/saddle.h"
#include "stats/urn.h"

#include <stdint.h>

#include "table.h"
#include "unit.h"

static double special(const char *fn, double a, double b, double x)
{
    const struct share at = {x, 1 - x};
    if (!strcmp(fn, "normal_cdf")) return normal_cdf(x);
    if (!strcmp(fn, "normal_quantile")) return normal_quantile(x);
    if (!strcmp(fn, "gamma_lower")) return gamma_area(a, x, TAIL_LOWER);
    if (!strcmp(fn, "gamma_upper")) return gamma_area(a, x, TAIL_UPPER);
    if (!strcmp(fn, "gamma_lower_quantile")) return gamma_quantile(a, x, TAIL_LOWER);
    if (!strcmp(fn, "gamma_upper_quantile")) return gamma_quantile(a, x, TAIL_UPPER);
    if (!strcmp(fn, "beta_lower")) return beta_area(a, b, at, TAIL_LOWER);
    if (!strcmp(fn, "beta_upper")) return beta_area(a, b, at, TAIL_UPPER);
    if (!strcmp(fn, "beta_lower_quantile")) return beta_quantile(a, b, x, TAIL_LOWER).x;
    if (!strcmp(fn, "beta_upper_quantile")) return beta_quantile(a, b, x, TAIL_UPPER).x;
    ck_abort_msg("no function %s", fn);
    return NAN;
}

START_TEST(special_functions_as_r_has_them)
{
    struct table table, *t = table_open(&table, "special");
    while (table_next(t))
        compare(t, "value", special(text(t, "fn"), number(t, "a"), number(t, "b"), number(t, "x")), 1e-10, 0);
    table_close(t, 350);
}
END_TEST

/* By hand: a squared normal over 2 is gamma(1/2). I_x(1, b) = 1 - (1 - x)^b, Q(1, x) = e^-x, whatever the size. */
START_TEST(closed_forms_hold_at_any_size)
{
    for (double b = 1; b < 1e15; b *= 10) {
        struct share at = beta_quantile(1, b, 0.025, TAIL_LOWER);
        ck_assert_msg(agrees(at.x, -expm1(log1p(-0.025) / b), 1e-12), "b %g: %.17g", b, at.x);
        ck_assert(agrees(beta_quantile(b, 1, 0.025, TAIL_UPPER).y, at.x, 1e-12));
    }
    for (double p = 1e-5; p > 1e-300; p *= 1e-5) {
        double z = normal_quantile(p / 2);
        ck_assert_msg(agrees(gamma_quantile(0.5, p, TAIL_UPPER), z * z / 2, 1e-12), "p %g", p);
    }
    for (double x = 1e-9; x < 700; x *= 3) {
        ck_assert_msg(agrees(gamma_area(1, x, TAIL_UPPER), exp(-x), 1e-12), "x %g", x);
        ck_assert_msg(agrees(gamma_area(1, x, TAIL_LOWER), -expm1(-x), 1e-12), "x %g", x);
    }
}
END_TEST

START_TEST(a_quantile_has_its_area)
{
    static const double size[] = {0.5, 1, 3, 50, 4000, 1e6, 1e8};
    static const double area[] = {1e-14, 1e-5, 0.025, 0.5, 0.6, 0.999};
    for (size_t i = 0; i < 7; i++)
        for (size_t k = 0; k < 6; k++) {
            double x = gamma_quantile(size[i], area[k], TAIL_UPPER);
            ck_assert_msg(agrees(gamma_area(size[i], x, TAIL_UPPER), area[k], 1e-9), "gamma %g %g", size[i], area[k]);
            for (size_t j = 0; j < 7; j++) {
                struct share at = beta_quantile(size[i], size[j], area[k], TAIL_LOWER);
                ck_assert_msg(agrees(beta_area(size[i], size[j], at, TAIL_LOWER), area[k], 1e-9), "beta %g %g %g",
                              size[i], size[j], area[k]);
            }
        }
}
END_TEST

START_TEST(the_two_tails_are_all_there_is)
{
    for (double a = 0.5; a < 1e7; a *= 7)
        for (double r = 0.5; r < 2; r += 0.25) {
            double both = gamma_area(a, a * r, TAIL_LOWER) + gamma_area(a, a * r, TAIL_UPPER);
            ck_assert(fabs(both - 1) < 1e-14);
            struct share at = share_of(a * r, 12);
            both = beta_area(a, 12, at, TAIL_LOWER) + beta_area(a, 12, at, TAIL_UPPER);
            ck_assert(fabs(both - 1) < 1e-14);
        }
}
END_TEST

START_TEST(the_ends_and_what_lies_beyond)
{
    ck_assert(gamma_area(2, 0, TAIL_LOWER) == 0 && gamma_area(2, INFINITY, TAIL_UPPER) == 0);
    ck_assert(gamma_quantile(2, 0, TAIL_LOWER) == 0 && gamma_quantile(2, 0, TAIL_UPPER) == INFINITY);
    ck_assert(gamma_quantile(2, 1, TAIL_LOWER) == INFINITY);
    ck_assert(beta_quantile(2, 3, 0, TAIL_LOWER).x == 0 && beta_quantile(2, 3, 1, TAIL_LOWER).y == 0);
    ck_assert(beta_area(2, 3, (struct share){0, 1}, TAIL_UPPER) == 1);
    static const double bad[] = {0, -1, NAN, INFINITY};
    for (size_t i = 0; i < 4; i++) {
        ck_assert(isnan(gamma_area(bad[i], 1, TAIL_LOWER)) && isnan(gamma_quantile(bad[i], 0.5, TAIL_LOWER)));
        ck_assert(isnan(beta_quantile(1, bad[i], 0.5, TAIL_LOWER).x));
        ck_assert(isnan(beta_area(bad[i], 1, share_of(1, 1), TAIL_LOWER)));
    }
    ck_assert(isnan(gamma_quantile(1, 1.1, TAIL_LOWER)) && isnan(gamma_area(1, NAN, TAIL_LOWER)));
    ck_assert(isnan(beta_area(1, 1, (struct share){NAN, 1}, TAIL_LOWER)));
    ck_assert(normal_two_sided(INFINITY) == 0 && normal_two_sided(0) == 1 && isnan(normal_cdf(NAN)));
    ck_assert(isnan(normal_deviate(1)) && isnan(normal_deviate_one_sided(0.4)));
}
END_TEST

/* By hand: Stirling's remainder at 1 is 1 - log(2 pi)/2. C(5,2) C(5,2) / C(10,4) = 100/210; 3 of 4 from 5 and 5:
 * 50/210. */
START_TEST(points_by_hand)
{
    ck_assert(fabs(stirling_remainder(1) - (1 - 0.91893853320467274178)) < 1e-15);
    ck_assert(agrees(exp(log_binomial(2, 3, 0.5, 0.5)), 10.0 / 32, 1e-14));
    ck_assert(agrees(exp(log_poisson(3, 2)), 8.0 / 6 * exp(-2), 1e-14));
    ck_assert(log_poisson(0, 0) == 0 && log_poisson(1, 0) == -INFINITY && log_binomial(1, 0, 0, 1) == -INFINITY);
    const struct urn urn = {5, 5, 4};
    ck_assert(agrees(exp(urn_log_chance(&urn, 2)), 100.0 / 210, 1e-14));
    ck_assert(agrees(urn_tail(&urn, 3, TAIL_UPPER), 55.0 / 210, 1e-14));
    ck_assert(agrees(urn_tail(&urn, 3, TAIL_LOWER), 205.0 / 210, 1e-14));
    ck_assert(agrees(urn_two_sided(&urn, 3), 110.0 / 210, 1e-14));
    ck_assert(agrees(urn_two_sided(&urn, 4), 10.0 / 210, 1e-14));
    ck_assert(urn_two_sided(&urn, 2) == 1 && isnan(urn_two_sided(&urn, 5)));
    ck_assert(urn_tail(&urn, -1, TAIL_UPPER) == 1 && urn_tail(&urn, 5, TAIL_UPPER) == 0);
    ck_assert(agrees(binomial_two_sided(0, 3, share_of(1, 1)), 0.25, 1e-14));
    ck_assert(binomial_two_sided(0, 0, share_of(1, 1)) == 1 && isnan(binomial_two_sided(2, 1, share_of(1, 1))));
    const struct urn vast = {1e12, 1e12, 1e12};
    ck_assert(isnan(urn_tail(&vast, 5e11, TAIL_UPPER)) && isnan(urn_two_sided(&vast, 5e11)));
}
END_TEST

/* The tail next to the point is the tail less the point; all points sum to 1. */
START_TEST(urns_are_consistent)
{
    static const struct urn urns[] = {{0, 7, 3},    {7, 0, 3},        {1, 1, 1},
                                      {30, 70, 40}, {218, 6782, 100}, {3, 100000, 50000}};
    for (size_t i = 0; i < sizeof urns / sizeof *urns; i++) {
        double sum = 0;
        for (double k = 0; k <= urns[i].drawn && k <= urns[i].marked; k++) {
            double chance = exp(urn_log_chance(&urns[i], k));
            sum += chance;
            ck_assert(fabs(urn_tail(&urns[i], k, TAIL_LOWER) - sum) < 1e-12);
            ck_assert(fabs(urn_tail(&urns[i], k, TAIL_UPPER) - (1 - sum + chance)) < 1e-12);
        }
        ck_assert(fabs(sum - 1) < 1e-12);
    }
}
END_TEST

UNIT("special", special_functions_as_r_has_them, closed_forms_hold_at_any_size, a_quantile_has_its_area,
     the_two_tails_are_all_there_is, the_ends_and_what_lies_beyond, points_by_hand, urns_are_consistent);
