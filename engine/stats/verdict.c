/* verdict.c: significance to verdict. */
#include "stats/verdict.h"

enum verdict verdict_of(double p, struct interval interval, double same, double level)
{
    if (isnan(p) || isnan(interval.lower) || isnan(interval.upper) || !level_is_valid(level)) return VERDICT_UNKNOWN;
    if (!(p < 1 - level)) return VERDICT_SIMILAR;
    if (interval.lower > same) return VERDICT_HIGHER;
    if (interval.upper < same) return VERDICT_LOWER;
    return VERDICT_SIMILAR;
}
