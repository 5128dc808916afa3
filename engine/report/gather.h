/* gather.h: what is said alike of several characteristics of an area, said once. */
#ifndef REPORT_GATHER_H
#define REPORT_GATHER_H
#include "judge/result.h"

/* Need `i` of an area in words, with those after it that say the same of another characteristic: "evidence on 4
 * characteristics: a, b, c, d". What only repeats the reason of a characteristic is said without it: the page shows it
 * already. False: it was told with an earlier one. */
bool gather_need(const struct org_result *r, const struct area_result *a, size_t i, struct buf *out);
/* The first need says how many of the others would do for a grade: they are "without it: a, b, c, d". */
bool gather_some(const struct area_result *a);

/* No rule found anything to judge: no evidence, or not applicable. */
static inline bool gather_is_idle(const struct verdict *v)
{
    return v->outcome == PEEL_NO_EVIDENCE || v->outcome == PEEL_NOT_APPLICABLE;
}
/* Idle characteristic `c` with the later ones, before `last`, that are idle for the same reason: "no finding was made
 * against: a, b". `first` is where the area begins. False: it was told with an earlier one. */
bool gather_idle(const struct org_result *r, uint32_t first, uint32_t last, uint32_t c, struct buf *out);
/* Whether two verdicts without evidence give the same reason, each of its own characteristic. */
bool gather_alike(const struct org_result *r, uint32_t a, uint32_t b);
/* The reason of verdict c is that nobody wrote a finding against it. */
bool gather_unheard(const struct org_result *r, uint32_t c);
#endif
