/* failing.h: why a characteristic is not met, from what its rule read: "supervised: 41 of 60 (68.3%) Case files that met the standard, at least 85% needed". */
#ifndef JUDGE_FAILING_H
#define JUDGE_FAILING_H
#include "judge/telling.h"

/* Adds it to the telling's buffer: the first comparison that failed for each piece of evidence; where none failed, those that held (a rule may ask the other way
 * round: "above the national rate"); where nothing was compared, the rule's own reason. */
void failing_tell(const struct telling *t, uint32_t characteristic);
#endif
