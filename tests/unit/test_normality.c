/* Shapiro-Wilk against R's shapiro.test. */
#include "stats/normality.h"

#include "stats/numbers.h"
#include "stats/normal.h"

#include <stdint.h>

#include "table.h"
#include "unit.h"

static double values[5001];

/* As in reference.R: Knuth's 64-bit generator; the upper 52 bits and a half, over 2^52. */
static double next_uniform(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return ((double)(*state >> 12) + 0.5) / 4503599627370496.0;
}

static double shaped(const char *shape, double u)
{
    if (!strcmp(shape, "uniform")) return u;
    if (!strcmp(shape, "normal")) return normal_quantile(u);
    if (!strcmp(shape, "exponential")) return -log(u);
    if (!strcmp(shape, "lognormal")) return exp(normal_quantile(u));
    if (!strcmp(shape, "tied")) return floor(7 * u);
    if (!strcmp(shape, "rounded")) return floor(10 * normal_quantile(u));
    if (!strcmp(shape, "heavy")) return (u - 0.5) / (u * (1 - u));
    if (!strcmp(shape, "two_humps")) return normal_quantile(u) + 4 * fmod(floor(8 * u), 2);
    if (!strcmp(shape, "shifted")) return 1e6 + normal_quantile(u);
    ck_abort_msg("no shape %s", shape);
    return NAN;
}

static size_t sample(const struct table *t)
{
    const char *shape = text(t, "shape");
    if (!strcmp(shape, "given")) return numbers(t, "values", values, 5000);
    uint64_t state = whole(t, "seed"), n = whole(t, "n");
    for (uint64_t i = 0; i < n; i++) values[i] = shaped(shape, next_uniform(&state));
    return n;
}

START_TEST(w_and_p_as_r_has_them)
{
    struct table table, *t = table_open(&table, "shapiro");
    while (table_next(t)) {
        size_t n = sample(t);
        ck_assert_uint_eq(n, whole(t, "n"));
        numbers_sort(values, n);
        struct normality got = shapiro_wilk(values, n);
        ck_assert_int_eq(got.status, NORMALITY_TESTED);
        compare(t, "w", got.w, 1e-10, 0);
        compare(t, "p", got.p, 1e-6, n == 3 ? 1e-12 : 0); /* arc sines: p is a difference there */
    }
    table_close(t, 200);
}
END_TEST

/* Shapiro & Wilk 1965, section 4, example 3, weights of men: W = 0.79. Royston 1995 does not print 1 to 20: R 4.2.2
 * does. */
START_TEST(examples_as_published)
{
    double men[] = {148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236}, count[20];
    ck_assert(fabs(shapiro_wilk(men, 11).w - 0.79) < 0.005 && shapiro_wilk(men, 11).p < 0.01);
    for (int i = 0; i < 20; i++) count[i] = i + 1;
    struct normality got = shapiro_wilk(count, 20);
    ck_assert(fabs(got.w - 0.9604) < 5e-5 && fabs(got.p - 0.551) < 5e-4);
}
END_TEST

/* n = 3, p exact: W is at least 3/4, where p = 0, and at 1 p = 1. */
START_TEST(three_are_exact)
{
    double least[] = {0, 0, 1}, most[] = {1, 2, 3};
    ck_assert(agrees(shapiro_wilk(least, 3).w, 0.75, 1e-15) && shapiro_wilk(least, 3).p < 1e-7);
    for (least[1] = 0; least[1] < 1e-3; least[1] += 1e-6) ck_assert(shapiro_wilk(least, 3).p >= 0);
    ck_assert(agrees(shapiro_wilk(most, 3).w, 1, 1e-15) && agrees(shapiro_wilk(most, 3).p, 1, 1e-7));
}
END_TEST

START_TEST(shift_unit_and_mirror_do_not_matter)
{
    uint64_t state = 3;
    for (size_t n = 3; n < 100; n += 5) {
        double other[100], mirror[100];
        for (size_t i = 0; i < n; i++) values[i] = -log(next_uniform(&state));
        numbers_sort(values, n);
        for (size_t i = 0; i < n; i++) other[i] = values[i] * 1609.344 + 300, mirror[n - 1 - i] = -values[i];
        struct normality here = shapiro_wilk(values, n), there = shapiro_wilk(other, n), back = shapiro_wilk(mirror, n);
        ck_assert(agrees(there.w, here.w, 1e-12) && agrees(there.p, here.p, 1e-9));
        ck_assert(agrees(back.w, here.w, 1e-12) && agrees(back.p, here.p, 1e-9));
        ck_assert(here.w > 0 && here.w <= 1 && here.p >= 0 && here.p <= 1);
    }
}
END_TEST

/* What looks more normal than normal values can: p where the transform ends, not NaN. */
START_TEST(extremes_have_a_p)
{
    double flat[5000] = {0};
    for (size_t n = 4; n <= 5000; n = n * 2 > 5000 && n < 5000 ? 5000 : n * 2) {
        memset(flat, 0, sizeof flat);
        flat[n - 1] = 1; /* as far from normal as can be */
        struct normality far = shapiro_wilk(flat, n);
        ck_assert_msg(far.w > 0 && far.w < 0.9 && far.p < 0.05, "n %zu: %g %g", n, far.w, far.p);
        for (size_t i = 0; i < n; i++) flat[i] = normal_quantile(((double)i + 0.625) / ((double)n + 0.25));
        struct normality near = shapiro_wilk(flat, n);
        ck_assert_msg(near.w > 0.98 && near.w <= 1 && near.p > 0.9, "n %zu: %g %g", n, near.w, near.p);
    }
}
END_TEST

START_TEST(what_cannot_be_tested_says_so)
{
    for (size_t i = 0; i < 5001; i++) values[i] = (double)i;
    ck_assert_int_eq(shapiro_wilk(values, 0).status, NORMALITY_TOO_FEW);
    ck_assert_int_eq(shapiro_wilk(values, 2).status, NORMALITY_TOO_FEW);
    ck_assert_int_eq(shapiro_wilk(values, 5000).status, NORMALITY_TESTED);
    ck_assert_int_eq(shapiro_wilk(values, 5001).status, NORMALITY_TOO_MANY);
    ck_assert(isnan(shapiro_wilk(values, 5001).w) && isnan(shapiro_wilk(values, 2).p));
    double same[] = {4, 4, 4, 4}, endless[] = {1, 2, 3, INFINITY};
    ck_assert_int_eq(shapiro_wilk(same, 4).status, NORMALITY_NO_SPREAD);
    ck_assert_int_eq(shapiro_wilk(endless, 4).status, NORMALITY_NO_SPREAD);
    ck_assert(isnan(shapiro_wilk(same, 4).w));
}
END_TEST

UNIT("normality", w_and_p_as_r_has_them, examples_as_published, three_are_exact, shift_unit_and_mirror_do_not_matter,
     extremes_have_a_p, what_cannot_be_tested_says_so);
