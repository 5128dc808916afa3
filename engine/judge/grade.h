/* grade.h: one organisation against one pack. */
#ifndef JUDGE_GRADE_H
#define JUDGE_GRADE_H
#include "judge/result.h"

/* A bench for one worker: the script and the scratch of the board, kept from organisation to organisation. */
struct bench;
struct bench *bench_new(const struct pack *pack, const struct dataset *dataset); /* NULL: out of memory */
void bench_free(struct bench *b);
/* Grade. The result lives in `arena` (and borrows org, dataset, pack). Jumps to arena->escape when out of memory. */
struct org_result *grade_org(struct bench *b, struct org *org, struct arena *arena);

/* Once per dataset and pack, before grading: what about the dataset the pack cannot use (findings against characteristics it does not have, judgments of areas it does not
 * have, grades outside its scale), told as warnings with counts. */
#endif
