/* raise.h: what outcomes raise: areas for improvement, causes of concern, promising practice. */
#ifndef JUDGE_RAISE_H
#define JUDGE_RAISE_H
#include "judge/result.h"

/* What the declaration raises at an outcome, or NULL. */
const struct decl_raise *raise_of(const struct decl_characteristic *decl, int outcome);
bool raise_concerns(const struct decl_characteristic *decl, int outcome); /* a cause of concern? */
/* Fills practices, improvements and concerns of the result from its verdicts. Jumps to arena->escape when out of memory. */
void raise_all(struct org_result *result, struct arena *arena);
#endif
