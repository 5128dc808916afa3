/* failures.h: which rules failed in a run, in how many organisations, and what the first of them said: for a person who must mend them, so the
 * first few are enough. The same for any number of workers. */
#ifndef JUDGE_FAILURES_H
#define JUDGE_FAILURES_H
#include "judge/result.h"

enum { FAILURES_KEPT = 8 };

struct rule_failure {
    uint32_t slot;          /* characteristics, then the ladders of areas, then caps */
    uint64_t organisations; /* in which it failed */
    char what[160];         /* "teaching/lessons", "the ladder of teaching", "the cap unsafe of teaching" */
    char first[65];         /* the id of the first organisation */
    char reason[DIAG_MESSAGE];
};

struct failures {
    struct rule_failure list[FAILURES_KEPT]; /* in the order of their first organisation */
    size_t count;
    bool more; /* there were others */
};

void failures_count(struct failures *f, const struct org_result *r);
void failures_add(struct failures *to, const struct failures *from); /* what comes after it */
#endif
