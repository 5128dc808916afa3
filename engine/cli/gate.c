/* gate.c: the exit status of a grading as an answer. */
#include "cli/gate.h"
#include "base/mem.h"
#include "cli/console.h"
#include <stdio.h>

static const struct str CONCERN = {"cause-of-concern", 16};

static int grade_of(const struct decl_pack *d, struct str name)
{
    for (size_t g = 0; g < d->scale.count; g++)
        if (str_eq(d->scale.list[g], name)) return (int)g;
    return -1;
}

static void unknown(const struct decl_pack *d, struct str name, struct diags *diags)
{
    struct str names[65] = {CONCERN};
    size_t n = 1;
    for (size_t g = 0; g < d->scale.count && n < 65; g++) names[n++] = d->scale.list[g];
    int near = str_nearest(name, names, n);
    char hint[DIAG_HINT] = "";
    if (near >= 0) snprintf(hint, sizeof hint, "did you mean %.*s?", (int)names[near].n, names[near].s);
    struct place place = {"peel", 0, 0, 0};
    diag_add(diags, DIAG_ERROR, place, near >= 0 ? hint : NULL,
             "--fail-on: \"%.*s\" is neither a grade of %.*s nor cause-of-concern", (int)name.n, name.s, (int)d->name.n,
             d->name.s);
}

bool gate_resolve(struct gate_plan *plan, const struct settings *s, const struct pack *pack, struct diags *diags)
{
    size_t before = diags->errors;
    *plan = (struct gate_plan){.grade = -1};
    for (size_t i = 0; i < s->gate_count; i++) {
        int grade = grade_of(&pack->decl, s->gates[i]);
        if (str_eq(s->gates[i], CONCERN))
            plan->concerns = true;
        else if (grade < 0)
            unknown(&pack->decl, s->gates[i], diags);
        else if (grade > plan->grade)
            plan->grade = grade;
    }
    return diags->errors == before;
}

static const char *s_if(uint64_t n) { return n == 1 ? "" : "s"; }

bool gate_fails(const struct gate_plan *plan, const struct pack *pack, const struct run_totals *totals)
{
    uint64_t areas = 0, concerns = plan->concerns ? totals->concerns : 0;
    for (int g = 0; g <= plan->grade; g++) areas += totals->areas.below[g] + totals->areas_outside.below[g];
    if (areas > 0)
        console_note("%llu area%s at %s or below", (unsigned long long)areas, s_if(areas),
                     pack_grade_name(pack, plan->grade));
    if (concerns > 0) console_note("%llu cause%s of concern", (unsigned long long)concerns, s_if(concerns));
    return areas > 0 || concerns > 0;
}
