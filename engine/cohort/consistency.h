/* consistency.h: are the values of an organisation at one with each other? Pure: who is asked, and in which words, is
 * quality.h's. */
#ifndef COHORT_CONSISTENCY_H
#define COHORT_CONSISTENCY_H
#include "data/model.h"

/* What rounding alone may make of a number, as a share of it. */
#define ROUNDING 1e-9

/* --- A total and its parts ---------------------------------------------------------------------------------------- */

struct parts_sum {
    double total, sum;
    double allowed; /* how far apart they may be, rounding aside: parts_within, as a share of the total's size */
};
/* Of a measure that has parts: are they further from their total than is allowed? False too where the total or a part
 * is missing, or the sum is beyond what a double holds: then nothing can be said. */
bool parts_disagree(const struct dataset *dataset, const struct org *org, uint32_t slot, struct parts_sum *of);

/* --- A year and the year before ----------------------------------------------------------------------------------- */

enum change {
    CHANGE_WITHIN,    /* the factor, up or down; a value on it is within */
    CHANGE_BEYOND,    /* more than the factor times what it was, or less than one part in the factor */
    CHANGE_FROM_ZERO, /* it was 0 and is not: more than any factor times */
    CHANGE_TO_ZERO,   /* it is 0 and was not: less than any part of it */
    CHANGE_OF_SIGN    /* no positive factor leads from one to the other */
};
/* factor >= 1 */
enum change change_of(double now, double before, double factor);
#endif
