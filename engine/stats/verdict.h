/* verdict.h: what the words may say of a difference. Law 10: "higher", "lower", "improved", "declined" are taken from
 * these, never from two bare numbers. */
#ifndef STATS_VERDICT_H
#define STATS_VERDICT_H
#include "stats/interval.h"

enum verdict {
    VERDICT_UNKNOWN, /* not computable: an argument was out of its range */
    VERDICT_SIMILAR, /* no significant change */
    VERDICT_LOWER,   /* the first is significantly lower than the second */
    VERDICT_HIGHER   /* the first is significantly higher than the second */
};

/* One rule for every test of this folder: a change is significant if p < 1 - level AND the interval at that level
 * leaves out `same` (0 for differences, 1 for ratios). The two nearly always agree; where an exact test and a score
 * interval part company near the limit, no word is given that one of them contradicts. NaN in any: VERDICT_UNKNOWN. */
enum verdict verdict_of(double p, struct interval interval, double same, double level);
#endif
