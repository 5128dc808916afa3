/* agreement.c: see agreement.h. */
#include "judge/agreement.h"
#include "judge/result.h"

bool agreement_counts(const struct org *org, const struct area_result *r)
{
    return org->in_scope && r->computed >= 0 && r->published >= 0 && r->status != PEEL_CARRIED_OVER && r->status != PEEL_NOT_INSPECTED;
}

void agreement_count(struct agreement *a, const struct org *org, const struct area_result *r)
{
    if (!agreement_counts(org, r)) return;
    int apart = r->computed - r->published;
    a->compared++;
    a->agreed += apart == 0;
    a->within_one += apart >= -1 && apart <= 1;
    a->published[r->published]++;
}

void agreement_add(struct agreement *to, const struct agreement *from)
{
    to->compared += from->compared;
    to->agreed += from->agreed;
    to->within_one += from->within_one;
    for (size_t g = 0; g < sizeof to->published / sizeof *to->published; g++) to->published[g] += from->published[g];
}

struct base_rate agreement_base_rate(const struct agreement *a)
{
    struct base_rate best = {-1, 0};
    for (size_t g = 0; g < sizeof a->published / sizeof *a->published; g++)
        if (a->published[g] > best.count) best = (struct base_rate){(int)g, a->published[g]};
    return best;
}
