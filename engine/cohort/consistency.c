/* consistency.c: see consistency.h. */
#include "cohort/consistency.h"
#include <math.h>

bool parts_disagree(const struct dataset *dataset, const struct org *org, uint32_t slot, struct parts_sum *of)
{
    const struct entry *e = &dataset->catalogues[EVIDENCE_MEASURE].entries[slot];
    const struct measure *total = &org->measures[slot];
    double size = 0; /* of all that is added up: what cancels is rounded too */
    if (e->part_count == 0 || total->is.missing != PEEL_PRESENT) return false;
    *of = (struct parts_sum){total->value.value, 0, e->parts_within * fabs(total->value.value)};
    for (size_t i = 0; i < e->part_count; i++) {
        const struct measure *part = &org->measures[e->parts[i]];
        if (part->is.missing != PEEL_PRESENT) return false;
        of->sum += part->value.value;
        size += fabs(part->value.value);
    }
    double slack = ROUNDING * fmax(size, fabs(of->total));
    return fabs(of->sum - of->total) > of->allowed + slack;
}

enum change change_of(double now, double before, double factor)
{
    double times = fabs(now) / fabs(before), most = factor * (1 + ROUNDING);
    if (now == before) return CHANGE_WITHIN;
    if (before == 0) return CHANGE_FROM_ZERO;
    if (now == 0) return CHANGE_TO_ZERO;
    if (signbit(now) != signbit(before)) return CHANGE_OF_SIGN;
    return times > most || times * most < 1 ? CHANGE_BEYOND : CHANGE_WITHIN;
}
