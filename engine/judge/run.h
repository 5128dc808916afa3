/* run.h: a dataset against a pack, organisation by organisation, in order, on any number of workers: the number never shows in what is emitted.
 *
 * A batch of the splitter is one job. Each worker has a bench and an arena of its own; memory is bounded by the batches in flight and the largest organisation. Out of memory in a worker ends the run with
 * one error; what was emitted before it stands.
 */
#ifndef JUDGE_RUN_H
#define JUDGE_RUN_H
#include "cohort/cohort.h"
#include "data/load.h"
#include "judge/agreement.h"
#include "judge/failures.h"
#include "judge/grade.h"

struct areas_judged {
    uint64_t below[64];         /* areas whose standing grade is g */
    uint64_t no_grade[8];       /* areas whose standing grade is -1 - i: ungraded, insufficient-evidence, ... */
};

struct run_totals {
    uint64_t organisations, partial;
    uint64_t outside;           /* organisations out of scope */
    uint64_t rules_error, rules_limit; /* questions to rules, ladders and caps */
    struct areas_judged areas, areas_outside; /* of organisations in scope, and of others */
    uint64_t concerns;
    uint64_t unknown_findings;  /* findings against no characteristic of the pack */
    struct agreement agreement;
    struct failures failures;   /* of rules, ladders and caps */
    size_t memory_peak;         /* of the largest script; depends on the number of workers, so it never enters a result */
};

void run_totals_add(struct run_totals *to, const struct run_totals *from);

struct run {
    const struct pack *pack;
    struct load *load;          /* after load_check */
    struct cohort *cohort;      /* that watched it, or NULL */
    unsigned workers;           /* 0 counts as 1 */
    struct str only;            /* this organisation alone, the others are not judged; s NULL: all */
    void *context;
    /* Before an organisation is judged; any thread; in the arena of its record. May be NULL. */
    void (*prepare)(void *context, struct org *org, struct arena *arena);
    /* Render one organisation into `out`; any thread; worker 0 to workers - 1. May be NULL. */
    void (*render)(void *context, const struct org_result *result, struct buf *out, unsigned worker);
    /* Called in order, in the caller's thread, with what render wrote for one batch, and what rules printed, each line after "organisation-id: ". false stops. May be NULL. */
    bool (*emit)(void *context, const struct buf *rendered, const struct buf *printed, uint64_t done);
};
/* False, and errors, where it could not go through: an organisation that is not there, none at all, out of memory, a text that changed while it was read; false without an error where emit
 * stopped it. Organisations that were rendered before are told by totals. In the end warns of what did not fit the pack (dataset_fit). */
bool run_grade(const struct run *run, struct run_totals *totals, struct diags *diags);
#endif
