/* compare.c: the comparisons, the same words for every kind that has a number. Each is recorded with its threshold and
 * how it came out. */
#include "script/evidence.h"

double evidence_number(lua_State *L, const struct handle *h)
{
    switch ((enum evidence_kind)h->kind) {
    case EVIDENCE_MEASURE: return measure_rate(L, h);
    case EVIDENCE_ESTIMATE: return estimate_value(L, h);
    case EVIDENCE_SAMPLE: return sample_proportion(L, h);
    case EVIDENCE_FINDING: return finding_share(L, h);
    default: return luaL_error(L, "%s cannot be asked of this", handle_method(L));
    }
}

static double threshold_of(lua_State *L, const struct handle *h)
{
    return h->kind == EVIDENCE_MEASURE ? handle_number(L, 2) : handle_proportion(L, 2);
}

static int answer(lua_State *L, const struct handle *h, enum test test, double value, double threshold, bool held)
{
    uint32_t slot = h->slot;
    if (h->kind == EVIDENCE_FINDING) { /* each finding is a reading; what was compared is the set, which has no slot */
        findings_record(L, h->slot);
        slot = NO_SLOT;
    }
    record_test(L, (enum evidence_kind)h->kind, slot, h->name, test, value, threshold, held);
    lua_pushboolean(L, held);
    return 1;
}

int l_at_least(lua_State *L)
{
    const struct handle *h = handle_self(L);
    double threshold = threshold_of(L, h), value = evidence_number(L, h);
    return answer(L, h, TEST_AT_LEAST, value, threshold, value >= threshold);
}

int l_at_most(lua_State *L)
{
    const struct handle *h = handle_self(L);
    double threshold = threshold_of(L, h), value = evidence_number(L, h);
    return answer(L, h, TEST_AT_MOST, value, threshold, value <= threshold);
}

int l_above(lua_State *L)
{
    const struct handle *h = handle_self(L);
    double threshold = threshold_of(L, h), value = evidence_number(L, h);
    return answer(L, h, TEST_ABOVE, value, threshold, value > threshold);
}

int l_below(lua_State *L)
{
    const struct handle *h = handle_self(L);
    double threshold = threshold_of(L, h), value = evidence_number(L, h);
    return answer(L, h, TEST_BELOW, value, threshold, value < threshold);
}

/* By the bound of the interval: at its own level for an estimate, at 95 percent for a sample. */
static double bound_of(lua_State *L, const struct handle *h, int side)
{
    if (h->kind == EVIDENCE_ESTIMATE) return estimate_bound(L, h, side);
    if (h->kind == EVIDENCE_SAMPLE) {
        struct interval i = sample_interval(L, h, PROPORTION_WILSON, 0.95);
        return side < 0 ? i.lower : i.upper;
    }
    return luaL_error(L, "%s is a method of estimates and samples, which have an interval", handle_method(L));
}

int l_surely_at_least(lua_State *L)
{
    const struct handle *h = handle_self(L);
    double threshold = handle_proportion(L, 2), bound = bound_of(L, h, -1);
    return answer(L, h, TEST_SURELY_AT_LEAST, bound, threshold, bound >= threshold);
}

int l_surely_below(lua_State *L)
{
    const struct handle *h = handle_self(L);
    double threshold = handle_proportion(L, 2), bound = bound_of(L, h, +1);
    return answer(L, h, TEST_SURELY_BELOW, bound, threshold, bound < threshold);
}

const char *test_name(enum test test)
{
    static const char *const names[TESTS] = {"",
                                             "at_least",
                                             "at_most",
                                             "above",
                                             "below",
                                             "surely_at_least",
                                             "surely_below",
                                             "is",
                                             "higher_than",
                                             "lower_than",
                                             "similar_to",
                                             "above_line",
                                             "below_line",
                                             "z",
                                             "rank_from_lowest",
                                             "rank_from_highest",
                                             "cohort_mean"};
    return names[test];
}
