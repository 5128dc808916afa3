/* cap.h: limits on a grade: "no better than ... while ...". */
#ifndef JUDGE_CAP_H
#define JUDGE_CAP_H
#include "judge/result.h"

/* Does a cap on an outcome hold? Only on an outcome that was judged: what is missing never caps. Not for caps whose `when` is a function. */
bool cap_holds(const struct cap *cap, const struct board *b);
/* Those of the caps that hold and are below the grade, in the order of the pack; each that acted is added to `acted` (room for count) with the grade before it.
 * The grade after all of them. No grade, no cap. */
int caps_act(const struct cap *caps, const bool *holds, size_t count, int grade, struct capped *acted, size_t *acted_count);
#endif
