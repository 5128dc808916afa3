/* mutants.h: how much the cases would notice: copies of the pack, each changed in one place, each run against them. One that no case noticed is a place where a slip
 * would go unseen.
 *
 * Besides what script/mutation.h changes, each parameter is moved by one step, up and down: 1 where it counts something, 0.01 where it is a share (within 0 and 1), one percent else. A
 * copy that no longer loads counts as noticed: the pack's own checks saw it. Each begins with the file of cases that noticed the one before: those of a rule stand together,
 * and one case is enough.
 */
#ifndef TRIAL_MUTANTS_H
#define TRIAL_MUTANTS_H
#include "script/mutation.h"
#include "trial/trial.h"

struct mutant {
    const char *file;
    int line;
    const char *what;
    bool noticed;
};
struct mutants { struct mutant *list; size_t count, noticed; };
/* Into the arena, which has an escape. The cases of the suite that match the pattern must pass. False, and an error: out of memory. */
bool mutants_run(const struct suite *suite, const char *pattern, struct arena *arena, struct mutants *to, struct diags *diags);
#endif
