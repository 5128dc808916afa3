/* consistency.c: see consistency.h. */
#include "cohort/consistency.h"
#include <math.h>

#define VALUE_ROUNDING 1e-9 /* what rounding alone may make of a value, as a share of it: no figure shows it */

void adding_add(struct adding *a, double part)
{
    double sum = a->sum + part;
    a->lost += fabs(a->sum) >= fabs(part) ? (a->sum - sum) + part : (part - sum) + a->sum;
    a->sum = sum;
    a->size += fabs(part);
}

double adding_sum(const struct adding *a) { return a->sum + a->lost; }

bool adding_agrees(const struct adding *a, double total, double allowed)
{
    return !(fabs(adding_sum(a) - total) > allowed + VALUE_ROUNDING * fmax(a->size, fabs(total)));
}

bool parts_disagree(const struct dataset *dataset, const struct org *org, uint32_t slot, struct parts_sum *of)
{
    const struct entry *e = &dataset->catalogues[EVIDENCE_MEASURE].entries[slot];
    const struct measure *total = &org->measures[slot];
    struct adding adding = {0};
    if (e->part_count == 0 || total->is.missing != PEEL_PRESENT) return false;
    *of = (struct parts_sum){total->value.value, 0, e->parts_within * fabs(total->value.value)};
    for (size_t i = 0; i < e->part_count; i++) {
        const struct measure *part = &org->measures[e->parts[i]];
        if (part->is.missing != PEEL_PRESENT) return false;
        adding_add(&adding, part->value.value);
    }
    of->sum = adding_sum(&adding);
    return !adding_agrees(&adding, of->total, of->allowed);
}

enum change change_of(double now, double before, double factor)
{
    double times = fabs(now) / fabs(before), most = factor * (1 + VALUE_ROUNDING);
    if (now == before) return CHANGE_WITHIN;
    if (before == 0) return CHANGE_FROM_ZERO;
    if (now == 0) return CHANGE_TO_ZERO;
    if (signbit(now) != signbit(before)) return CHANGE_OF_SIGN;
    return times > most || times * most < 1 ? CHANGE_BEYOND : CHANGE_WITHIN;
}
