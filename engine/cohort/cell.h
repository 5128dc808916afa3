/* cell.h: what one organisation has of one measure: a number, or why there is none, in the room of a double. (A column
 * of 200,000 organisations is 1.6 MB; there may be sixty.) */
#ifndef COHORT_CELL_H
#define COHORT_CELL_H
#include "cohort/plan.h"
#include "data/model.h"

/* Why an organisation does not count. Up to PEEL_ABOLISHED: missing, as enum peel_missing says. */
enum cell_why {
    CELL_NUMBER = PEEL_PRESENT,   /* it does */
    CELL_NO_RATE = PEEL_MISSINGS, /* its denominator is not above 0, or the rate is no finite number */
    CELL_OUT_OF_SCOPE,
    CELL_LEFT_OUT,  /* by name */
    CELL_BEYOND,    /* left out by another measure (`unless`) */
    CELL_NOT_NAMED, /* the peers are a list, and it is not on it */
    CELL_UNDECIDED  /* has a value, and whether that counts is not known: + why the measure that decides is no number */
};

double cell_without(enum cell_why why); /* a NaN that says why */
enum cell_why cell_why(double cell);
/* "not-supplied", "no-rate", …: the words of results. */
const char *cell_why_name(enum cell_why why);
enum cell_why cell_undecided(enum cell_why why); /* of CELL_UNDECIDED and what follows: why the other is no number */

/* On the list of those named; true where there is none. */
bool cell_is_named(const struct cohort_choice *choice, struct str id);
/* The rate of a measure (its value where it has no denominator), whoever counts. */
double cell_rate(const struct dataset *dataset, const struct org *org, uint32_t slot);
/* The same to twelve digits, whatever the measure is: what are one number on paper are one key. */
double cell_key(const struct dataset *dataset, const struct org *org, uint32_t slot);
/* Does it count by the measure of the choice's `unless`, whose slot is `decides` (NO_SLOT: the dataset does not have
 * it)? CELL_NUMBER: it does; CELL_BEYOND; or CELL_UNDECIDED + why. */
enum cell_why cell_unless(const struct dataset *dataset, const struct org *org, uint32_t decides,
                          const struct cohort_choice *choice);
/* The rate of a measure, by whether it counts under this choice. */
double cell_of(const struct dataset *dataset, const struct org *org, uint32_t slot, uint32_t decides,
               const struct cohort_choice *choice);
#endif
