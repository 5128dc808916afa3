/* narrow.h: of what there is to cover (trial/coverage.h), what no combination of outcomes brings about is left out: no case could expect it and be right.
 *
 * It is what `peel check` tells of grades and caps (reach.c): a grade that a whole area never reaches, a cap that never acts. Where the combinations could not all be tried, or a function broke
 * for one of them, all stays: what was not seen may be.
 */
#ifndef LINT_NARROW_H
#define LINT_NARROW_H
#include "trial/coverage.h"

/* The items that are left keep their order. False: out of memory; nothing was left out. */
bool lint_narrow(const struct pack *pack, struct coverage *c);
#endif
