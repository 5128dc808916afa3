/* test_shapley.c: the split of a change against a slow one that walks all orders, and against what must hold of it.
 *
 * Worked by hand (2 factors; v00 = 0, v10 = 1, v01 = 2, v11 = 4): the first adds 1 alone and 4 - 2 after the other, so (1 + 2) / 2; the second 2 and 3, so (2 + 3) / 2; the interaction is 4 - 1 - 2 + 0 = 1.
 */
#include "compare/shapley.h"

#include "unit.h"

static unsigned long state = 12345;
static int some(int below) /* the numbers are the same in every run */
{
    state = state * 6364136223846793005ul + 1442695040888963407ul;
    return (int)((state >> 33) % (unsigned long)below);
}

static struct shapley_cells random_cells(size_t factors)
{
    struct shapley_cells c = {.factors = factors};
    for (unsigned mask = 0; mask < SHAPLEY_CELLS; mask++) c.value[mask] = some(5), c.defined[mask] = true;
    return c;
}

/* Each order written out, as a number of `factors` digits, and walked. */
static void by_orders(const struct shapley_cells *c, int part[SHAPLEY_MOST], int *count)
{
    int order[SHAPLEY_MOST], n = (int)c->factors, total = 1;
    *count = 0;
    for (int i = 0; i < n; i++) total *= n;
    for (int code = 0; code < total; code++) {
        unsigned seen = 0;
        for (int i = 0, rest = code; i < n; i++, rest /= n) order[i] = rest % n, seen |= 1u << order[i];
        if (seen != (1u << n) - 1) continue; /* a factor is twice */
        unsigned mask = 0;
        for (int i = 0; i < n; i++) {
            part[order[i]] += c->value[mask | 1u << order[i]] - c->value[mask];
            mask |= 1u << order[i];
        }
        ++*count;
    }
}

START_TEST(a_split_worked_by_hand)
{
    const struct shapley_cells c = {2, {0, 1, 2, 4}, {true, true, true, true}};
    struct shapley s;
    ck_assert(shapley_split(&c, &s, NULL));
    ck_assert_int_eq(s.unit, 2);
    ck_assert_int_eq(s.part[0], 3);
    ck_assert_int_eq(s.part[1], 5);
    ck_assert_int_eq(s.interaction[0][1], 2); /* 1, in halves */
}
END_TEST

START_TEST(as_all_orders_one_by_one)
{
    for (int round = 0; round < 2000; round++) {
        struct shapley_cells c = random_cells(1 + (size_t)some(SHAPLEY_MOST));
        struct shapley s;
        int part[SHAPLEY_MOST] = {0}, count;
        by_orders(&c, part, &count);
        ck_assert(shapley_split(&c, &s, NULL));
        ck_assert_int_eq(s.unit, count);
        for (size_t i = 0; i < c.factors; i++) ck_assert_int_eq(s.part[i], part[i]);
    }
}
END_TEST

START_TEST(the_parts_add_up)
{
    for (int round = 0; round < 2000; round++) {
        struct shapley_cells c = random_cells(1 + (size_t)some(SHAPLEY_MOST));
        struct shapley s;
        int sum = 0;
        ck_assert(shapley_split(&c, &s, NULL));
        for (size_t i = 0; i < c.factors; i++) sum += s.part[i];
        ck_assert_int_eq(sum, s.unit * (c.value[(1u << c.factors) - 1] - c.value[0]));
    }
}
END_TEST

START_TEST(what_changes_nothing_has_no_part)
{
    for (int round = 0; round < 500; round++) {
        struct shapley_cells c = random_cells(2 + (size_t)some(SHAPLEY_MOST - 1));
        size_t idle = (size_t)some((int)c.factors);
        struct shapley s;
        for (unsigned mask = 0; mask < 1u << c.factors; mask++) c.value[mask | 1u << idle] = c.value[mask & ~(1u << idle)];
        ck_assert(shapley_split(&c, &s, NULL));
        ck_assert_int_eq(s.part[idle], 0);
        for (size_t i = 0; i < c.factors; i++) {
            if (i < idle) ck_assert_int_eq(s.interaction[i][idle], 0);
            if (i > idle) ck_assert_int_eq(s.interaction[idle][i], 0);
        }
    }
}
END_TEST

START_TEST(factors_that_only_add_do_not_interact)
{
    for (int round = 0; round < 500; round++) {
        size_t n = 1 + (size_t)some(SHAPLEY_MOST);
        struct shapley_cells c = {.factors = n};
        struct shapley s;
        int each[SHAPLEY_MOST];
        for (size_t i = 0; i < n; i++) each[i] = some(7) - 3;
        for (unsigned mask = 0; mask < 1u << n; mask++) {
            c.defined[mask] = true;
            for (size_t i = 0; i < n; i++) c.value[mask] += (mask >> i & 1) ? each[i] : 0;
        }
        ck_assert(shapley_split(&c, &s, NULL));
        for (size_t i = 0; i < n; i++) {
            ck_assert_int_eq(s.part[i], s.unit * each[i]);
            for (size_t j = i + 1; j < n; j++) ck_assert_int_eq(s.interaction[i][j], 0);
        }
    }
}
END_TEST

START_TEST(a_combination_without_a_value_is_no_split)
{
    struct shapley_cells c = random_cells(3);
    struct shapley s;
    unsigned missing = 0;
    c.defined[5] = c.defined[6] = false;
    ck_assert(!shapley_split(&c, &s, &missing));
    ck_assert_uint_eq(missing, 5);
}
END_TEST

UNIT("shapley", a_split_worked_by_hand, as_all_orders_one_by_one, the_parts_add_up, what_changes_nothing_has_no_part, factors_that_only_add_do_not_interact,
     a_combination_without_a_value_is_no_split);
