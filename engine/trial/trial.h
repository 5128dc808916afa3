/* trial.h: cases run against a pack, one after another, and what came of each against what was expected.
 *
 * One bench is turned from case to case. A rule, a ladder or a cap that ended in error or at a limit, where the case did not expect just that, breaks the case: it is no
 * wrong expectation but a broken rule (law 5), and has an exit status of its own.
 */
#ifndef TRIAL_TRIAL_H
#define TRIAL_TRIAL_H
#include "judge/result.h"
#include "trial/suite.h"

enum trial_state { TRIAL_PASSED, TRIAL_FAILED, TRIAL_BROKEN };
struct trial { /* lives until the next case */
    const struct suite *suite;
    const struct suite_file *file;
    const struct decl_case *is;
    const struct org_result *result;
    const bool *held; /* of each expectation of the case */
    enum trial_state state;
};
struct trial_totals { size_t cases, passed, failed, broken; };

struct trial_plan {
    const struct pack *pack; /* the suite's own, or one with the same areas and characteristics */
    const struct suite *suite;
    const char *pattern; /* suite_matches */
    size_t first;        /* of the suite's files: the one to begin with; those before it come last */
    void *context;
    bool (*look)(void *context, const struct trial *t); /* false: stop, nothing more is asked; may be NULL */
};
/* False, and errors, where a case's evidence cannot be (told at the case), or out of memory; the other cases are run all the same. */
bool trial_run(const struct trial_plan *plan, struct trial_totals *totals, struct diags *diags);

/* --- compare.c ------------------------------------------------------------------------------------------------------ */
/* Does it hold of a result? Of any pack with the suite's areas and characteristics. */
bool trial_holds(const struct suite *s, const struct decl_expected *e, const struct org_result *result);
/* Is such an item raised by the characteristic? kind: EXPECT_RAISES for any of them. */
bool trial_raised(const struct org_result *result, uint32_t characteristic, enum expect_kind kind);
bool trial_cap_acted(const struct org_result *result, uint32_t area, struct str id);
/* Did a rule end in error or at a limit that the case does not expect? The first: a characteristic, or of an area its ladder or a cap; NULL: none did. */
const struct verdict *trial_broken(const struct decl_case *is, const struct org_result *result, uint32_t *characteristic, uint32_t *area);
#endif
