/* why.h: why an area has its grade, in sentences that name counts; the deciding one first: moderation, then carry-over, then caps, then what the ladder saw. */
#ifndef JUDGE_WHY_H
#define JUDGE_WHY_H
#include "judge/ladder.h"
#include "judge/telling.h"

/* Fills why from everything else of the area's result. climb: of a ladder that is no function, else NULL. Jumps when out of memory. */
void why_tell(const struct telling *t, uint32_t area, const struct climb *climb, struct area_result *r);
#endif
