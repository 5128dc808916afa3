/* run.h: a dataset against a pack, organisation by organisation, in order, on any number of workers. */
#ifndef JUDGE_RUN_H
#define JUDGE_RUN_H
#include "data/load.h"
#include "judge/grade.h"

/* Computed against published grades. Only fresh, revisited, corrected or added-late judgments of graded areas count, where both grades are there. */
struct agreement {
    uint64_t compared, agreed;
    uint64_t within_one;        /* at most one step apart, agreed ones included */
    uint64_t published[64];     /* per grade of the scale; the base rate is the largest over compared */
};

struct run_totals {
    uint64_t organisations, partial;
    uint64_t rules_error, rules_limit;
    uint64_t below[64];         /* areas whose standing grade is g */
    uint64_t concerns;
    uint64_t unknown_findings;  /* findings against no characteristic of the pack */
    struct agreement agreement;
};

struct run {
    const struct pack *pack;
    struct load *load;          /* after load_check */
    unsigned workers;
    struct str only;            /* this organisation alone; s NULL: all */
    void *context;
    /* Render one organisation into `out`; any thread; worker 0 to workers - 1. */
    void (*render)(void *context, const struct org_result *result, struct buf *out, unsigned worker);
    /* Called in order, in the caller's thread, with what render wrote for one batch, and what rules printed. false stops. */
    bool (*emit)(void *context, const struct buf *rendered, const struct buf *printed, uint64_t done);
};
/* False, and errors, where it could not go through. Organisations that were rendered before are told by totals. */
bool run_grade(const struct run *run, struct run_totals *totals, struct diags *diags);
#endif
