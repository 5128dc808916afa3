#include "stats/proportion.h"

#include <math.h>

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

UNIT("proportion", wilson_as_r_has_it, the_ends_are_exact, what_cannot_be_asked_is_nan, quantiles_as_published);
