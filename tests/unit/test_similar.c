/* test_similar.c: the nearest by a number, against a search of everyone. The keys are tenths, so that distances are
 * known as whole numbers, and many are the same. */
#include "cohort/similar.h"

#include "unit.h"
#include <stdio.h>

enum { MOST = 24 };

static struct likeness list[MOST];
static char ids[MOST][8];
static long tenths[MOST];
static bool barred[MOST];
static uint64_t seed;

static unsigned dice(unsigned n) /* Knuth's MMIX */
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(seed >> 33) % n;
}

static bool may(const void *context, uint32_t organisation) { return !((const bool *)context)[organisation]; }

/* Organisation i has another place in the order of ids. */
static void deal(size_t count, unsigned keys)
{
    for (size_t i = 0; i < count; i++) {
        tenths[i] = (long)dice(keys) - (long)keys / 3;
        barred[i] = dice(5) == 0;
        snprintf(ids[i], sizeof ids[i], "o%02zu", (i * 7 + 3) % MOST);
        list[i] = (struct likeness){(double)tenths[i] / 10, (uint32_t)i, {ids[i], 3}};
    }
    likeness_sort(list, count);
}

static bool is_before(uint32_t a, uint32_t b, uint32_t self)
{
    long p = labs(tenths[a] - tenths[self]), q = labs(tenths[b] - tenths[self]);
    return p != q ? p < q : strcmp(ids[a], ids[b]) < 0;
}

static size_t by_hand(size_t count, uint32_t self, size_t want, uint32_t *out)
{
    bool taken[MOST] = {false};
    size_t found = 0;
    for (; found < want; found++) {
        uint32_t best = UINT32_MAX;
        for (uint32_t i = 0; i < count; i++)
            if (!taken[i] && !barred[i] && i != self && (best == UINT32_MAX || is_before(i, best, self))) best = i;
        if (best == UINT32_MAX) break;
        taken[out[found] = best] = true;
    }
    return found;
}

START_TEST(as_a_search_of_everyone)
{
    uint32_t got[MOST], expected[MOST];
    seed = 1;
    for (int turn = 0; turn < 20000; turn++) {
        size_t count = 1 + dice(MOST), want = 1 + dice(MOST);
        deal(count, 1 + dice(40)); /* one key for all, or hardly a tie */
        uint32_t self = dice((unsigned)count);
        size_t n = by_hand(count, self, want, expected);
        ck_assert_uint_eq(similar_nearest(list, count, (double)tenths[self] / 10, self, want, may, barred, got), n);
        for (size_t i = 0; i < n; i++)
            ck_assert_msg(got[i] == expected[i], "turn %d, place %zu: %s, not %s", turn, i, ids[got[i]],
                          ids[expected[i]]);
    }
}
END_TEST

/* 0.3 - 0.2 is more than 0.4 - 0.3 in doubles; 300 - 200 is 400 - 300. */
START_TEST(the_unit_of_the_key_decides_no_tie)
{
    for (double unit = 1e-6; unit < 1e7; unit *= 10) {
        struct likeness three[] = {{0.2 * unit, 0, {"b", 1}}, {0.3 * unit, 1, {"c", 1}}, {0.4 * unit, 2, {"a", 1}}};
        uint32_t out[2];
        memset(barred, 0, sizeof barred);
        likeness_sort(three, 3);
        ck_assert_uint_eq(similar_nearest(three, 3, 0.3 * unit, 1, 1, may, barred, out), 1);
        ck_assert_msg(out[0] == 2, "unit %g", unit);
    }
}
END_TEST

START_TEST(the_largest_numbers_have_a_nearest)
{
    struct likeness far[] = {{-1.7e308, 0, {"a", 1}}, {0, 1, {"b", 1}}, {1.7e308, 2, {"c", 1}}};
    uint32_t out[2];
    memset(barred, 0, sizeof barred);
    ck_assert_uint_eq(similar_nearest(far, 3, 1.7e308, 2, 2, may, barred, out), 2);
    ck_assert(out[0] == 1 && out[1] == 0);
    ck_assert_uint_eq(similar_nearest(far, 0, 0, 0, 2, may, barred, out), 0);
}
END_TEST

UNIT("similar", as_a_search_of_everyone, the_unit_of_the_key_decides_no_tie, the_largest_numbers_have_a_nearest);
