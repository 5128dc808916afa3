/* gate.h: --fail-on. A gate is a grade (any graded area that stands there or below) or causes of concern. */
#ifndef CLI_GATE_H
#define CLI_GATE_H
#include "cli/settings.h"
#include "judge/run.h"

struct gate_plan {
    int grade; /* the best grade that still fails; -1: none */
    bool concerns;
};
/* False, and errors, where a name is no grade of the pack's scale. */
bool gate_resolve(struct gate_plan *plan, const struct settings *s, const struct pack *pack, struct diags *diags);
/* Does the run fail it? Says so on standard error. */
bool gate_fails(const struct gate_plan *plan, const struct pack *pack, const struct run_totals *totals);
#endif
