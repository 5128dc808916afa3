/* credit.h: whose doing a better or a worse grade is, and what is raised or raised no more. Of an organisation it is said
 * that it improved only where evidence of its own has a part in it: else the rules, the scale, a decision or what others
 * did made it, or nobody can tell.
 */
#ifndef COMPARE_CREDIT_H
#define COMPARE_CREDIT_H
#include "compare/compare.h"

/* Of all judgments of a pair whose grade rose or fell, and of its lives. Into the arena; jumps when out of memory. */
void credit(const struct compare *c, struct org_diff *d, struct arena *arena);
#endif
