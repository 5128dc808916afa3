/* plan.h: which measures are read against other organisations, and how: chosen by a pack, or by a check of data.
 *
 * Who counts: organisations in scope, of them those that are not left out by name, nor by another measure of theirs, of
 * them those that have a value. What is missing is left out and told, never made up: where it is the measure that would
 * decide, whether the organisation counts is not known, and it does not. */
#ifndef COHORT_PLAN_H
#define COHORT_PLAN_H
#include "base/str.h"
#include "stats/outlier.h"

#include <stdbool.h>
#include <stdint.h>

enum cohort_peers {
    PEERS_ALL,    /* everyone who counts */
    PEERS_NAMED,  /* those on a list */
    PEERS_SIMILAR /* for each organisation itself and the `count` nearest by another measure's rate, ties by id */
};

struct cohort_left_out {
    struct str id, why;
};

struct cohort_unless { /* whose rate of this measure is beyond the limit is left out */
    struct str measure; /* s NULL: nobody is */
    bool above;         /* else below */
    double limit;       /* on it is not beyond */
    struct str because;
};

struct cohort_choice { /* of one measure */
    struct str measure;
    enum cohort_peers peers;
    const struct str *named; /* PEERS_NAMED: in order of bytes */
    size_t named_count;
    struct str similar; /* PEERS_SIMILAR: the measure; how many besides itself, at least 1 */
    uint32_t count;
    const struct cohort_left_out *left_out; /* in order of id */
    size_t left_out_count;
    struct cohort_unless unless;
    struct outlier_rules rules;
    const uint16_t
        *parameters; /* what the numbers were taken from, as whoever made the plan counts them: for the proof */
    size_t parameter_count;
};

struct cohort_plan {
    const struct cohort_choice *choices; /* one a measure */
    size_t count;
};

/* Why an organisation is left out by name; s NULL: it is not. */
struct str cohort_why_left_out(const struct cohort_choice *choice, struct str id);
#endif
