/* interval.h: two bounds, and how a level of confidence becomes tail areas. */
#ifndef STATS_INTERVAL_H
#define STATS_INTERVAL_H
#include <math.h>

struct interval {
    double lower, upper;
};

enum side { SIDE_LOWER, SIDE_UPPER };

/* What cannot be answered: both bounds NaN. */
static inline struct interval interval_none(void) { return (struct interval){(double)NAN, (double)NAN}; }

/* Two-sided levels lie in (0, 1), one-sided confidences in [0.5, 1). */
static inline int level_is_valid(double level) { return level > 0 && level < 1; }
static inline int confidence_is_valid(double confidence) { return confidence >= 0.5 && confidence < 1; }

/* Exactly representable as a double, so no count is rounded on its way into a formula: 2^53. */
#define STATS_COUNT_MAX 9007199254740992u
#endif
