/* consistency.h: are the values of an organisation at one with each other? Pure: who is asked, and in which words, is
 * quality.h's. */
#ifndef COHORT_CONSISTENCY_H
#define COHORT_CONSISTENCY_H
#include "data/model.h"

/* --- A value and its unit ----------------------------------------------------------------------------------------- */

enum oddity {
    ODDITY_NONE,
    ODDITY_BELOW_ZERO, /* a number of things: of a measure that others are divided by, or that has a denominator or a unit */
    ODDITY_ABOVE_ALL   /* more than 100, where the unit is percent, or percent of something */
};
/* Names, titles and units are the author's words. What speaks in them of changes and differences may be both, what speaks of balances, money,
 * percent, scores or degrees may be below zero: words of ours, in English. In other languages more is asked about in vain. */
enum oddity oddity_of(const struct dataset *dataset, uint32_t slot, double value);

/* --- A total and its parts ---------------------------------------------------------------------------------------- */

/* A sum with the error of each addition kept (Neumaier), so that 124,783.97 is that to the last penny. From {0}. */
struct adding {
    double sum, lost;
    double size; /* of all that was added up: what cancels is rounded too */
};
void adding_add(struct adding *a, double part);
double adding_sum(const struct adding *a);
/* Are the parts as near to their total as is allowed, but for what binary fractions may lose of the larger of the total
 * and the parts? True too where the sum is beyond what a double holds: then nothing can be said. */
bool adding_agrees(const struct adding *a, double total, double allowed);

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
