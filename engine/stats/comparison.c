/* comparison.c: from a test and its interval to the word. */
#include "stats/comparison.h"

enum comparison comparison_of(double p, struct interval interval, double same, double level)
{
    if (isnan(p) || isnan(interval.lower) || isnan(interval.upper) || !level_is_valid(level)) return COMPARISON_UNKNOWN;
    if (!(p < 1 - level)) return COMPARISON_SIMILAR;
    if (interval.lower > same) return COMPARISON_HIGHER;
    if (interval.upper < same) return COMPARISON_LOWER;
    return COMPARISON_SIMILAR;
}

enum dispute dispute_of(double p, struct interval interval, double same, double level)
{
    if (comparison_of(p, interval, same, level) != COMPARISON_SIMILAR) return DISPUTE_NONE;
    if (p < 1 - level) return DISPUTE_TEST_ALONE;
    return interval.lower > same || interval.upper < same ? DISPUTE_INTERVAL_ALONE : DISPUTE_NONE;
}
