/* outlier.h: the mean of a cohort, a line on either side of it, and who stands outside.
 *
 * The method is that of the PEEL reports (2021/22, "Methodology"): the unweighted mean over the forces, plus and minus
 * one standard deviation; if the values do not look normal their logarithms are tried, and taken if they look more
 * normal; otherwise the values as they are. The report leaves much unsaid, and it matters: with one force of tiny
 * population in the cohort, the reading of "more normal" decides between one outlier and many. So every choice is a
 * field here. */
#ifndef STATS_OUTLIER_H
#define STATS_OUTLIER_H
#include "stats/numbers.h"
#include "stats/normality.h"

enum outlier_scale { SCALE_RAW, SCALE_LOG };

enum outlier_choice {
    CHOOSE_BY_TEST, /* as the report does */
    CHOOSE_RAW,
    CHOOSE_LOG
};

/* When do logarithms count as more normal? The raw values have failed the test by then. */
enum outlier_better {
    BETTER_BY_W,    /* their W is larger */
    BETTER_BY_PASS, /* their p reaches alpha */
};

enum outlier_mean {
    MEAN_OF_SCALE, /* under logs the mean of the logs, taken back: the geometric mean; midway between the lines, as
                      ratios */
    MEAN_OF_VALUES /* the arithmetic mean, whichever the scale; the lines do not move */
};

struct outlier_rules {
    enum outlier_choice choice;
    double alpha; /* raw values look normal if p >= alpha; in [0, 1] */
    enum outlier_better better;
    double log_shift; /* logs are of value + log_shift. If that is not positive for all, there are no logs */
    enum numbers_divisor divisor;
    enum outlier_mean mean;
    double width;  /* how many standard deviations off the lines are; > 0 */
    int inclusive; /* is a value on a line outside? */
    size_t fewest; /* below this many values there are no lines; at least 2 */
};

/* Our reading: by test, alpha 0.05, larger W, no shift, n - 1, mean of the scale, one SD, a value on the line is
 * within, at least 5 values: a group of eight similar organisations has lines, a handful has not. */
extern const struct outlier_rules outlier_rules_default;

enum outlier_status {
    OUTLIER_DONE,
    OUTLIER_TOO_FEW,    /* n < fewest */
    OUTLIER_NOT_FINITE, /* a NaN or an infinity among the values */
    OUTLIER_NO_LOGS,    /* CHOOSE_LOG, but a value + log_shift is not positive */
    OUTLIER_BAD_RULES   /* a field out of its range */
};

/* Why that scale. */
enum outlier_reason {
    REASON_NONE,         /* no lines */
    REASON_ASKED,        /* the rules name it */
    REASON_LOOKS_NORMAL, /* raw: p >= alpha */
    REASON_LOGS_BETTER,  /* log: more normal than the raw values */
    REASON_LOGS_NO_BETTER,
    REASON_NOT_POSITIVE, /* raw: it does not look normal, but there are no logs of these values */
    REASON_NOT_TESTED    /* raw: all values are the same, or there are fewer than 3 or more than 5,000 */
};

enum outlier_place { PLACE_WITHIN, PLACE_BELOW, PLACE_ABOVE };

struct outlier_lines {
    enum outlier_status status;
    enum outlier_reason reason;
    size_t n, below, above; /* values; of them outside */
    enum outlier_scale scale;
    struct normality raw, logged;  /* both always, where defined; without logs: NORMALITY_NO_SPREAD, NaN */
    double mean, lower, upper;     /* the three lines, in the unit of the values */
    struct numbers_moments moments; /* in the scale taken: what the lines and z are made of */
    struct outlier_rules rules;
};

/* Draws the lines of n values. places: n of them, in the order of the values, or NULL. scratch: n doubles, overwritten;
 * the values are left alone. Any other status than OUTLIER_DONE: no lines (NaN), no counts, places all PLACE_WITHIN.
 * OUTLIER_NO_LOGS still tells the normality of the raw values. No values at all: the pointers may be NULL.
 * All the same: the three lines meet there, all within. The order of the values does not matter, to the last bit. A
 * positive factor changes no place (but with log_shift it may), for what is closer to a line than 1e-9 SD is on it.
 * Accuracy: that of numbers_moments, in the scale taken; W and p as normality.h says. */
void outlier_lines(const double *values, size_t n, const struct outlier_rules *rules, struct outlier_lines *lines,
                   enum outlier_place *places, double *scratch);

/* Standard deviations above the mean, in the scale taken. All the same: as numbers_z. Where there is no log: -inf. No
 * lines, or not a number: NaN. */
double outlier_z(const struct outlier_lines *lines, double value);

/* |z| against the width: above, below or within. NaN: within. */
enum outlier_place outlier_place(const struct outlier_lines *lines, double value);
#endif
