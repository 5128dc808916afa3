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
