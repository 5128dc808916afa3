/* failures.h: which rules failed in a run, in how many organisations, and what the first of them said: for a person who must mend them, so the
 * first few are enough. The same for any number of workers. */
#ifndef JUDGE_FAILURES_H
#define JUDGE_FAILURES_H
#include "judge/result.h"

enum { FAILURES_KEPT = 8 };

struct rule_call { /* one of those that led to it, at its place */
    struct spot at;
    char what[CALL_NAME + 80]; /* "`helper` was called here" */
};
struct rule_failure {
    uint32_t slot;          /* characteristics, then the ladders of areas, then caps */
    uint64_t organisations; /* in which it failed */
    char what[160];         /* "teaching/lessons", "the ladder of teaching", "the cap unsafe of teaching" */
    char first[65];         /* the id of the first organisation */
    struct spot at;         /* files are the pack's names of them */
    char reason[DIAG_MESSAGE]; /* without the place */
    struct rule_call calls[CALLS_KEPT]; size_t call_count;
    char read[DIAG_MESSAGE]; /* "it had read sample files: 7 of 10 (70%) [...]"; "": nothing */
};

struct failures {
    struct rule_failure list[FAILURES_KEPT]; /* in the order of their first organisation */
    size_t count;
    bool more; /* there were others */
};

/* Where each stands, the calls that led there, and what was read, in the order in which they are added. */
void failures_tell(const struct failures *f, const struct pack *pack, struct diags *diags);
void failures_count(struct failures *f, const struct org_result *r);
void failures_add(struct failures *to, const struct failures *from); /* what comes after it */
#endif
