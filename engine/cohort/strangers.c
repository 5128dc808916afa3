/* strangers.c: organisations that the plan names and the dataset does not have: a slip, or another dataset than was
 * meant. Told of measures that were read, once for each name. */
#include "base/diag.h"
#include "cohort/columns.h"
#include <stdio.h>

static void tell(const struct cohort *c, struct str id, const char *what, struct str measure, struct diags *diags)
{
    char hint[DIAG_HINT] = "";
    struct str near = {NULL, 0};
    if (load_has(c->load, id, &near)) return;
    if (near.s) snprintf(hint, sizeof hint, "did you mean \"%.*s\"?", (int)near.n, near.s);
    diag_add(diags, DIAG_WARNING, (struct place){c->dataset->file, 0, 0, 0}, near.s ? hint : NULL,
             "the pack %s \"%.64s\" where it reads \"%.64s\" against others, and the dataset has no such organisation",
             what, id.s, measure.s);
}

/* Choices that say the same of everyone share their lists. */
static bool told_before(const struct cohort *c, size_t column, bool named)
{
    const struct cohort_choice *is = c->columns[column].choice;
    for (size_t i = 0; i < column; i++) {
        const struct cohort_choice *was = c->columns[i].choice;
        if (atomic_load(&c->columns[i].used) && (named ? was->named == is->named : was->left_out == is->left_out))
            return true;
    }
    return false;
}

void cohort_tell_strangers(const struct cohort *c, struct diags *diags)
{
    for (size_t i = 0; c && i < c->count; i++) {
        const struct cohort_choice *is = c->columns[i].choice;
        if (!atomic_load(&c->columns[i].used)) continue;
        for (size_t k = 0; k < is->named_count && !told_before(c, i, true); k++)
            tell(c, is->named[k], "lists", is->measure, diags);
        for (size_t k = 0; k < is->left_out_count && !told_before(c, i, false); k++)
            tell(c, is->left_out[k].id, "leaves out", is->measure, diags);
    }
}
