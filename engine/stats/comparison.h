/* comparison.h: what the words may say of a difference. Law 10: "higher", "lower", "improved", "declined" are taken
 * from these, never from two bare numbers. */
#ifndef STATS_COMPARISON_H
#define STATS_COMPARISON_H
#include "stats/interval.h"

enum comparison {
    COMPARISON_UNKNOWN, /* not computable: an argument was out of its range */
    COMPARISON_SIMILAR, /* no significant change */
    COMPARISON_LOWER,   /* the first is significantly lower than the second */
    COMPARISON_HIGHER   /* the first is significantly higher than the second */
};

/* One rule for every test of this folder: a change is significant if p < 1 - level AND the interval at that level
 * leaves out `same` (0 for differences, 1 for ratios). The two nearly always agree; where an exact test and a score
 * interval part company near the limit, no word is given that one of them contradicts. NaN in any: COMPARISON_UNKNOWN.
 */
enum comparison comparison_of(double p, struct interval interval, double same, double level);

/* Where the two part company: which of them alone shows a difference. Who is told p alone, or the interval alone, would take
 * the word for a slip. NaN in any: neither. */
enum dispute { DISPUTE_NONE, DISPUTE_TEST_ALONE, DISPUTE_INTERVAL_ALONE };
enum dispute dispute_of(double p, struct interval interval, double same, double level);
#endif
