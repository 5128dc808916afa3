/* question.h: the words of a question about data, and its place. One line each: who, what, the value, and what it is
 * held against. Neutral: a value stands outside of something; whether it is right, its owner knows. */
#ifndef COHORT_QUESTION_H
#define COHORT_QUESTION_H
#include "cohort/consistency.h"
#include "data/load.h"
#include "stats/outlier.h"

struct subject { /* the organisation that is asked, and whoever hears it */
    const struct load *load;
    const struct batch *batch; /* its text: */
    size_t piece;
    const struct org *org;
    struct diags *diags;
    struct buf *text; /* scratch; `failed` where a question could not be put together */
};

/* A number read against others: the value, or the rate that its denominator makes of it. */
void ask_outlier(const struct subject *s, uint32_t slot, double number, const struct outlier_lines *lines);
void ask_oddity(const struct subject *s, uint32_t slot, enum oddity oddity); /* not ODDITY_NONE */
void ask_parts(const struct subject *s, uint32_t slot, const struct parts_sum *sum);

struct before { /* what a value was in a dataset of an earlier year */
    const struct load *load;
    uint64_t organisation;
    uint32_t slot; /* in the catalogue there */
    double value;
};
/* change: not CHANGE_WITHIN */
void ask_change(const struct subject *s, uint32_t slot, enum change change, const struct before *before);
#endif
