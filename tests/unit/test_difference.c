/* Differences against R and Newcombe's paper; which words may be used. */
#include "stats/difference.h"

#include "table.h"
#include "unit.h"

static const char *word(enum comparison comparison)
{
    static const char *const words[] = {"unknown", "similar", "lower", "higher"};
    return words[comparison];
}

START_TEST(two_samples_as_r_has_them)
{
    struct table table, *t = table_open(&table, "differences");
    while (table_next(t)) {
        const struct draw a = {whole(t, "k1"), whole(t, "n1"), 0}, b = {whole(t, "k2"), whole(t, "n2"), 0};
        struct difference got = sample_difference(&a, &b, number(t, "level"));
        int small = !strcmp(text(t, "test"), "fisher");
        compare(t, "difference", got.difference, 1e-12, 1e-15);
        compare(t, "lower", got.interval.lower, 1e-9, 1e-14);
        compare(t, "upper", got.interval.upper, 1e-9, 1e-14);
        compare(t, "z", pooled_z(&a, &b), 1e-9, 1e-14);
        compare(t, "p_fisher", fisher_exact(&a, &b), 1e-9, 0);
        compare(t, small ? "p_fisher" : "p_z", got.p, 1e-9, 0);
        ck_assert_int_eq(got.test, small ? DIFFERENCE_FISHER : DIFFERENCE_POOLED_Z);
        ck_assert_int_eq(isnan(got.z), small);
        ck_assert_msg(!strcmp(word(got.comparison), text(t, "comparison")), "row %d: %s", t->rows,
                      word(got.comparison));
    }
    table_close(t, 200);
}
END_TEST

START_TEST(two_estimates_as_r_has_them)
{
    struct table table, *t = table_open(&table, "estimates");
    while (table_next(t)) {
        const struct measured a = {number(t, "value1"), number(t, "margin1"), number(t, "level1")};
        const struct measured b = {number(t, "value2"), number(t, "margin2"), number(t, "level2")};
        struct difference got = measured_difference(&a, &b, number(t, "level"));
        compare(t, "z", got.z, 1e-9, 0);
        compare(t, "p", got.p, 1e-9, 0);
        compare(t, "lower", got.interval.lower, 1e-9, 1e-15);
        compare(t, "upper", got.interval.upper, 1e-9, 1e-15);
        ck_assert_str_eq(word(got.comparison), text(t, "comparison"));
    }
    table_close(t, 50);
}
END_TEST

/* Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10, 95 percent. */
START_TEST(newcombe_as_published)
{
    static const struct {
        struct draw a, b;
        double lower, upper;
    } cases[] = {
        {{56, 70, 0}, {48, 80, 0}, 0.0524, 0.3339}, {{9, 10, 0}, {3, 10, 0}, 0.1705, 0.8090},
        {{6, 7, 0}, {2, 7, 0}, 0.0582, 0.8062},     {{5, 56, 0}, {0, 29, 0}, -0.0381, 0.1926},
        {{0, 10, 0}, {0, 20, 0}, -0.1611, 0.2775},  {{0, 10, 0}, {0, 10, 0}, -0.2775, 0.2775},
        {{10, 10, 0}, {0, 20, 0}, 0.6791, 1},       {{10, 10, 0}, {0, 10, 0}, 0.6075, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct interval got = newcombe_interval(&cases[i].a, &cases[i].b, 0.95);
        ck_assert_msg(fabs(got.lower - cases[i].lower) < 0.00005 && fabs(got.upper - cases[i].upper) < 0.00005,
                      "(%c): %.4f to %.4f", (char)('a' + i), got.lower, got.upper);
    }
}
END_TEST

/* Fisher's tea: 3 of 4 right. 2 (16 + 1) / 70 by hand, and all 4 right: 2 / 70. */
START_TEST(the_lady_tasting_tea)
{
    const struct draw right = {3, 4, 0}, wrong = {1, 4, 0}, all = {4, 4, 0}, none = {0, 4, 0};
    ck_assert(agrees(fisher_exact(&right, &wrong), 34.0 / 70, 1e-14));
    ck_assert(agrees(fisher_exact(&all, &none), 2.0 / 70, 1e-14));
    ck_assert(sample_difference(&all, &none, 0.95).comparison == COMPARISON_HIGHER);
}
END_TEST

START_TEST(words_follow_statistics)
{
    const struct measured year = {0.917, 0.036, 0.95}, before = {0.936, 0.036, 0.95};
    struct difference change = measured_difference(&year, &before, 0.95);
    ck_assert(change.comparison == COMPARISON_SIMILAR && fabs(change.p - 0.4645) < 5e-5 &&
              fabs(change.z + 0.7314) < 5e-5);

    const struct measured better = {0.955, 0.019, 0.95}, worse = {0.83, 0.03, 0.95};
    ck_assert(measured_difference(&better, &worse, 0.95).comparison == COMPARISON_HIGHER);
    ck_assert(measured_difference(&worse, &better, 0.95).comparison == COMPARISON_LOWER);
    ck_assert(comparison_of(0.01, (struct interval){-0.1, 0.2}, 0, 0.95) ==
              COMPARISON_SIMILAR);                                                              /* p alone is no word */
    ck_assert(comparison_of(0.06, (struct interval){0.1, 0.2}, 0, 0.95) == COMPARISON_SIMILAR); /* nor the interval */
    ck_assert(comparison_of(0.06, (struct interval){0.1, 0.2}, 0, 0.9) == COMPARISON_HIGHER);
    ck_assert(comparison_of(0.01, (struct interval){1.1, 1.2}, 1, 0.95) == COMPARISON_HIGHER);
    ck_assert(comparison_of(0.01, (struct interval){0.8, 0.9}, 1, 0.95) == COMPARISON_LOWER);
    ck_assert(comparison_of(NAN, (struct interval){0.1, 0.2}, 0, 0.95) == COMPARISON_UNKNOWN);
    ck_assert(comparison_of(0.01, (struct interval){0.1, 0.2}, 0, 1) == COMPARISON_UNKNOWN);
}
END_TEST

START_TEST(exchanged_is_mirrored)
{
    for (uint64_t n = 1; n < 60; n += 7)
        for (uint64_t k = 0; k <= n; k += 3)
            for (uint64_t j = 0; j <= 23; j += 4) {
                const struct draw a = {k, n, 0}, b = {j, 23, 80};
                struct difference there = sample_difference(&a, &b, 0.9), back = sample_difference(&b, &a, 0.9);
                ck_assert(fabs(there.interval.lower + back.interval.upper) < 1e-15);
                ck_assert(there.difference == -back.difference && agrees(there.p, back.p, 1e-12));
                ck_assert(there.interval.lower <= there.difference && there.interval.upper >= there.difference);
                ck_assert(there.interval.lower >= -1 - 1e-15 && there.interval.upper <= 1 + 1e-15);
                struct interval wider = newcombe_interval(&a, &b, 0.99);
                ck_assert(wider.lower <= there.interval.lower && wider.upper >= there.interval.upper);
            }
}
END_TEST

START_TEST(a_finite_population_sharpens)
{
    const struct draw a = {52, 60, 0}, b = {40, 60, 0}, c = {52, 60, 70}, d = {40, 60, 70}, e = {52, 60, 60},
                      f = {40, 60, 60};
    /* By hand: 0.2 / sqrt(92/120 * 28/120 * 2/60 * 10/69) */
    ck_assert(agrees(pooled_z(&c, &d), 0.2 / sqrt(92 * 28 / 14400.0 / 30 * 10 / 69), 1e-14));
    ck_assert(pooled_z(&c, &d) > pooled_z(&a, &b));
    ck_assert(newcombe_interval(&c, &d, 0.95).lower > newcombe_interval(&a, &b, 0.95).lower);
    struct difference known = sample_difference(&e, &f, 0.95); /* all of both were seen: the difference is a fact */
    ck_assert(known.z == INFINITY && known.p == 0 && known.comparison == COMPARISON_HIGHER);
    ck_assert(agrees(known.interval.lower, 0.2, 1e-12) && agrees(known.interval.upper, 0.2, 1e-12));
    ck_assert(pooled_z(&e, &e) == 0);
}
END_TEST

START_TEST(small_is_an_expected_count_below_five)
{
    const struct draw a = {10, 20, 0}, b = {0, 20, 0}, c = {9, 20, 0}, d = {1, 10, 0}, none = {0, 1000, 0};
    ck_assert(!counts_are_small(&a, &b)); /* 20 * 10/40 = 5 */
    ck_assert(counts_are_small(&c, &b));  /* 20 * 9/40 = 4.5 */
    ck_assert(counts_are_small(&a, &d) && counts_are_small(&none, &none));
}
END_TEST

START_TEST(what_cannot_be_compared_is_unknown)
{
    static const struct draw bad[] = {{3, 2, 0}, {0, 0, 0}, {1, 5, 4}};
    const struct draw good = {1, 2, 0};
    for (size_t i = 0; i < 3; i++) {
        struct difference got = sample_difference(&good, &bad[i], 0.95);
        ck_assert(got.comparison == COMPARISON_UNKNOWN && got.test == DIFFERENCE_UNTESTED && isnan(got.p));
        ck_assert(isnan(got.difference) && isnan(got.interval.lower) && isnan(pooled_z(&bad[i], &good)));
    }
    ck_assert(isnan(fisher_exact(&bad[0], &good)) && fisher_exact(&bad[1], &good) == 1);
    ck_assert(sample_difference(&good, &good, 1).comparison == COMPARISON_UNKNOWN);
    const struct draw half = {1, (uint64_t)1 << 53, 0};
    ck_assert(isnan(fisher_exact(&half, &half)));
    static const struct measured wrong[] = {
        {NAN, 0, 0.95}, {0, -1, 0.95}, {0, NAN, 0.95}, {0, INFINITY, 0.95}, {0, 0, 1}};
    const struct measured right = {0.5, 0.1, 0.95};
    for (size_t i = 0; i < 5; i++) {
        ck_assert(measured_difference(&right, &wrong[i], 0.95).comparison == COMPARISON_UNKNOWN);
        ck_assert(isnan(measured_difference(&wrong[i], &right, 0.95).p));
    }
}
END_TEST

/* Figures: tests/golden/diff-disputed says how R has them. */
static enum dispute disputed(struct draw now, struct draw was)
{
    struct difference d = sample_difference(&now, &was, 0.95);
    return dispute_of(d.p, d.interval, 0, 0.95);
}

START_TEST(test_and_interval_may_part_company)
{
    ck_assert_int_eq(disputed((struct draw){46, 50, 0}, (struct draw){47, 60, 0}), DISPUTE_TEST_ALONE);
    ck_assert_int_eq(disputed((struct draw){38, 50, 0}, (struct draw){54, 60, 0}), DISPUTE_TEST_ALONE);
    ck_assert_int_eq(disputed((struct draw){33, 40, 0}, (struct draw){39, 40, 0}), DISPUTE_INTERVAL_ALONE);
    ck_assert_int_eq(disputed((struct draw){56, 60, 0}, (struct draw){41, 60, 0}), DISPUTE_NONE);
    ck_assert_int_eq(disputed((struct draw){42, 60, 0}, (struct draw){41, 60, 0}), DISPUTE_NONE);
    ck_assert_int_eq(dispute_of((double)NAN, (struct interval){1, 2}, 0, 0.95), DISPUTE_NONE);
}
END_TEST

UNIT("difference", test_and_interval_may_part_company, two_samples_as_r_has_them, two_estimates_as_r_has_them, newcombe_as_published, the_lady_tasting_tea,
     words_follow_statistics, exchanged_is_mirrored, a_finite_population_sharpens,
     small_is_an_expected_count_below_five, what_cannot_be_compared_is_unknown);
