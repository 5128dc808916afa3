/* Moments, quantiles and ranks against R. */
#include "stats/numbers.h"

#include <float.h>
#include <stdint.h>

#include "table.h"
#include "unit.h"

#define ROOM 64

static void compare_list(const struct table *t, const char *name, size_t i, double got, double slack)
{
    double expected[ROOM];
    ck_assert_uint_lt(i, numbers(t, name, expected, ROOM));
    ck_assert_msg(agrees(got, expected[i], 1e-9) || fabs(got - expected[i]) <= slack,
                  "row %d, %s %zu: %.17g, R has %.17g", t->rows, name, i, got, expected[i]);
}

START_TEST(cohorts_as_r_has_them)
{
    struct table table, *t = table_open(&table, "cohorts");
    while (table_next(t)) {
        double values[ROOM], sorted[ROOM], at[ROOM];
        size_t n = numbers(t, "values", values, ROOM), probes = numbers(t, "at", at, ROOM);
        memcpy(sorted, values, sizeof sorted);
        numbers_sort(sorted, n);
        double slack = 1e-15 * fmax(fabs(sorted[0]), fabs(sorted[n - 1])); /* what cancels has no relative accuracy */
        struct numbers_moments sample = numbers_moments(sorted, n, DIVISOR_SAMPLE);
        compare(t, "mean", sample.mean, 1e-9, slack);
        compare(t, "sd", sample.sd, 1e-9, 0);
        if (n > 1) compare(t, "sd_n", numbers_moments(sorted, n, DIVISOR_POPULATION).sd, 1e-9, 0);
        compare(t, "median", numbers_median(sorted, n), 1e-9, slack);
        for (size_t i = 0; i < probes; i++) compare_list(t, "quantiles", i, numbers_quantile(sorted, n, at[i]), slack);
        for (size_t i = 0; i < n; i++) {
            double v = values[i];
            compare_list(t, "low_minimum", i, numbers_rank(sorted, n, v, RANK_FROM_LOWEST, RANK_MINIMUM), 0);
            compare_list(t, "low_average", i, numbers_rank(sorted, n, v, RANK_FROM_LOWEST, RANK_AVERAGE), 0);
            compare_list(t, "high_minimum", i, numbers_rank(sorted, n, v, RANK_FROM_HIGHEST, RANK_MINIMUM), 0);
            compare_list(t, "high_average", i, numbers_rank(sorted, n, v, RANK_FROM_HIGHEST, RANK_AVERAGE), 0);
        }
    }
    table_close(t, 45);
}
END_TEST

/* Any numbers will do: the generator of C's own manual page. */
static uint32_t next_number(uint32_t *state) { return *state = *state * 1103515245u + 12345u; }

START_TEST(sorted_is_sorted)
{
    uint32_t state = 1;
    double values[100];
    for (size_t n = 0; n <= 100; n++) {
        double sum = 0, after = 0;
        for (size_t i = 0; i < n; i++) sum += values[i] = (double)(next_number(&state) >> 26) - 20;
        numbers_sort(values, n);
        for (size_t i = 0; i < n; i++) after += values[i];
        for (size_t i = 1; i < n; i++) ck_assert(values[i - 1] <= values[i]);
        ck_assert(sum == after); /* whole numbers: exact */
    }
}
END_TEST

START_TEST(ranks_sum_to_all_places)
{
    uint32_t state = 7;
    double values[43];
    for (int round = 0; round < 200; round++) {
        for (size_t i = 0; i < 43; i++) values[i] = (double)(next_number(&state) >> 28);
        numbers_sort(values, 43);
        double low = 0, high = 0;
        for (size_t i = 0; i < 43; i++) {
            double from_low = numbers_rank(values, 43, values[i], RANK_FROM_LOWEST, RANK_AVERAGE);
            double from_high = numbers_rank(values, 43, values[i], RANK_FROM_HIGHEST, RANK_AVERAGE);
            ck_assert(from_low + from_high == 44);
            double first = numbers_rank(values, 43, values[i], RANK_FROM_LOWEST, RANK_MINIMUM);
            ck_assert(from_low == first + ((double)numbers_tied(values, 43, values[i]) - 1) / 2);
            low += from_low, high += from_high;
        }
        ck_assert(low == 43 * 44 / 2.0 && high == low);
    }
}
END_TEST

/* NIST's univariate sets NumAcc3 and NumAcc4: 1001 values of mean 10^6 + 0.2 and 10^7 + 0.2, sample SD exactly 0.1. The
 * values themselves, rounded to doubles, allow about 1e-9 and 1e-8. */
START_TEST(moments_as_certified)
{
    static double values[1001];
    for (double base = 1e6; base <= 1e7; base *= 10) {
        for (size_t i = 0; i < 1001; i++) values[i] = base + (i == 0 ? 0.2 : i % 2 ? 0.1 : 0.3);
        numbers_sort(values, 1001);
        struct numbers_moments got = numbers_moments(values, 1001, DIVISOR_SAMPLE);
        ck_assert(agrees(got.mean, base + 0.2, 1e-15) && agrees(got.sd, 0.1, base * 1e-15));
    }
}
END_TEST

START_TEST(moments_at_the_edges)
{
    const double one[] = {0.1}, same[] = {0.1, 0.1, 0.1}, huge[] = {-DBL_MAX, 0, DBL_MAX}, tiny[] = {0, DBL_MIN};
    const double odd[] = {-INFINITY, 1}, zero[] = {-0.0, 0.0};
    ck_assert(isnan(numbers_moments(one, 0, DIVISOR_SAMPLE).mean) && isnan(numbers_moments(one, 1, DIVISOR_SAMPLE).sd));
    ck_assert(numbers_moments(one, 1, DIVISOR_POPULATION).sd == 0 && numbers_moments(one, 1, DIVISOR_SAMPLE).mean == 0.1);
    ck_assert(numbers_moments(same, 3, DIVISOR_SAMPLE).sd == 0 && numbers_moments(same, 3, DIVISOR_SAMPLE).mean == 0.1);
    ck_assert(numbers_moments(zero, 2, DIVISOR_SAMPLE).sd == 0);
    ck_assert(numbers_moments(huge, 3, DIVISOR_SAMPLE).sd == DBL_MAX);
    ck_assert(agrees(numbers_moments(tiny, 2, DIVISOR_SAMPLE).sd, DBL_MIN * 0.70710678118654752, 1e-12));
    ck_assert(isnan(numbers_moments(odd, 2, DIVISOR_SAMPLE).mean));
    ck_assert(numbers_is_finite(same, 3) && !numbers_is_finite(odd, 2) && numbers_is_finite(odd, 0));
    ck_assert(isnan(numbers_quantile(one, 0, 0.5)) && isnan(numbers_quantile(one, 1, 1.1)) &&
              isnan(numbers_median(one, 0)));
    ck_assert(isnan(numbers_quantile(one, 1, NAN)) && numbers_quantile(one, 1, 1) == 0.1);
    ck_assert(isnan(numbers_rank(same, 3, 0.2, RANK_FROM_LOWEST, RANK_MINIMUM)) && numbers_tied(same, 3, 0.2) == 0);
    ck_assert(isnan(numbers_rank(same, 3, NAN, RANK_FROM_LOWEST, RANK_MINIMUM)));
}
END_TEST

START_TEST(z_counts_standard_deviations)
{
    const struct numbers_moments spread = {10, 2}, none = {10, 0};
    ck_assert(numbers_z(13, spread) == 1.5 && numbers_z(10, none) == 0);
    ck_assert(numbers_z(11, none) == INFINITY && numbers_z(9, none) == -INFINITY && isnan(numbers_z(NAN, spread)));
}
END_TEST

UNIT("numbers", cohorts_as_r_has_them, sorted_is_sorted, ranks_sum_to_all_places, moments_as_certified,
     moments_at_the_edges, z_counts_standard_deviations);
