/* Rates against R's poisson.test. */
#include "stats/rate.h"

#include "table.h"
#include "unit.h"

START_TEST(rates_as_r_has_them)
{
    struct table table, *t = table_open(&table, "rates");
    while (table_next(t)) {
        const struct events events = {whole(t, "count"), number(t, "exposure")};
        struct interval got = rate_interval(&events, number(t, "per"), number(t, "level"));
        compare(t, "lower", got.lower, 1e-9, 0);
        compare(t, "upper", got.upper, 1e-9, 0);
    }
    table_close(t, 50);
}
END_TEST

START_TEST(ratios_as_r_has_them)
{
    static const char *const words[] = {"unknown", "similar", "lower", "higher"};
    struct table table, *t = table_open(&table, "rate_ratios");
    while (table_next(t)) {
        const struct events a = {whole(t, "count1"), number(t, "exposure1")},
                            b = {whole(t, "count2"), number(t, "exposure2")};
        struct rate_ratio got = rate_compare(&a, &b, number(t, "level"));
        compare(t, "ratio", got.ratio, 1e-12, 0);
        compare(t, "lower", got.interval.lower, 1e-9, 0);
        compare(t, "upper", got.interval.upper, 1e-9, 0);
        compare(t, "p", got.p, 1e-9, 0);
        ck_assert_str_eq(words[got.comparison], text(t, "comparison"));
    }
    table_close(t, 100);
}
END_TEST

/* Garwood 1936, 95 percent: 0 seen, up to 3.689; 10 seen, 4.795 to 18.39. By hand: -log(0.025) = 3.6889. */
START_TEST(intervals_as_published)
{
    const struct events none = {0, 1}, ten = {10, 1};
    struct interval got = rate_interval(&none, 1, 0.95);
    ck_assert(got.lower == 0 && agrees(got.upper, -log(0.025), 1e-13));
    got = rate_interval(&ten, 1, 0.95);
    ck_assert(fabs(got.lower - 4.795) < 5e-4 && fabs(got.upper - 18.39) < 5e-3);
}
END_TEST

START_TEST(what_holds_of_every_rate)
{
    struct interval last = {-1, -1};
    for (uint64_t count = 0; count < 3000; count += 1 + count / 4) {
        const struct events events = {count, 250}, more = {count * 4, 1000};
        struct interval got = rate_interval(&events, 1000, 0.9), wider = rate_interval(&events, 1000, 0.99);
        struct interval longer = rate_interval(&more, 1000, 0.9);
        double rate = (double)count * 4;
        ck_assert(got.lower <= rate && got.upper >= rate && got.lower >= 0);
        ck_assert(got.lower >= last.lower && got.upper > last.upper);
        ck_assert(wider.lower <= got.lower && wider.upper > got.upper);
        ck_assert(longer.upper - longer.lower < got.upper - got.lower);
        last = got;
    }
}
END_TEST

/* Exchanged, the ratio and its interval are inverted and p is the same. */
START_TEST(exchanged_is_inverted)
{
    for (uint64_t i = 0; i < 40; i += 3)
        for (uint64_t j = 0; j < 40; j += 5) {
            const struct events a = {i, 1000}, b = {j, 1700};
            struct rate_ratio there = rate_compare(&a, &b, 0.95), back = rate_compare(&b, &a, 0.95);
            ck_assert(agrees(there.interval.lower, 1 / back.interval.upper, 1e-11));
            ck_assert(agrees(there.interval.upper, 1 / back.interval.lower, 1e-11));
            ck_assert(agrees(there.p, back.p, 1e-10));
            if (i && j) ck_assert(agrees(there.ratio, 1 / back.ratio, 1e-14));
        }
}
END_TEST

START_TEST(rates_without_events)
{
    const struct events none = {0, 10}, some = {20, 10};
    struct rate_ratio got = rate_compare(&none, &none, 0.95);
    ck_assert(isnan(got.ratio) && got.interval.lower == 0 && got.interval.upper == INFINITY);
    ck_assert(got.p == 1 && got.comparison == COMPARISON_SIMILAR);
    got = rate_compare(&some, &none, 0.95);
    ck_assert(got.ratio == INFINITY && got.interval.upper == INFINITY && got.comparison == COMPARISON_HIGHER);
    ck_assert(agrees(got.p, ldexp(1, -19), 1e-12)); /* 2 / 2^20 */
    got = rate_compare(&none, &some, 0.95);
    ck_assert(got.ratio == 0 && got.interval.lower == 0 && got.comparison == COMPARISON_LOWER);
}
END_TEST

START_TEST(what_is_no_rate_is_nan)
{
    static const struct events bad[] = {{1, 0}, {1, -1}, {1, NAN}, {1, INFINITY}, {UINT64_MAX, 1}};
    const struct events good = {1, 1};
    for (size_t i = 0; i < 5; i++) {
        ck_assert(isnan(rate_interval(&bad[i], 1, 0.95).lower) && isnan(rate_compare(&good, &bad[i], 0.95).p));
        ck_assert(rate_compare(&bad[i], &good, 0.95).comparison == COMPARISON_UNKNOWN);
    }
    ck_assert(isnan(rate_interval(&good, 0, 0.95).lower) && isnan(rate_interval(&good, 1, 0).upper));
    ck_assert(isnan(rate_compare(&good, &good, 1.5).ratio));
    const struct events never = {0, 1e-200}, long_ago = {7, 1e200}; /* nothing is nothing, over whatever exposure */
    ck_assert(rate_compare(&never, &long_ago, 0.95).interval.lower == 0 &&
              rate_compare(&never, &long_ago, 0.95).ratio == 0);
    const struct events most = {(uint64_t)1 << 53, 1};
    ck_assert(isnan(rate_compare(&most, &good, 0.95).p)); /* their sum is no exact double */
}
END_TEST

UNIT("rate", rates_as_r_has_them, ratios_as_r_has_them, intervals_as_published, what_holds_of_every_rate,
     exchanged_is_inverted, rates_without_events, what_is_no_rate_is_nan);
