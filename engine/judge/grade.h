/* grade.h: one organisation against one pack.
 *
 * Every characteristic is asked once, in the pack's order of dependencies; an area is graded after all of its characteristics. An area of which a rule, the ladder or a cap that is a function ended in
 * error or limit has no grade (PEEL_GRADE_ERROR before PEEL_GRADE_LIMIT), whatever else was found: no grade rather than a guess (law 5). A broken rule touches neither another area nor
 * another organisation, but through what depends on it.
 * A ladder that is a function is asked only where the area has evidence enough (law 1), by the pack's `enough` parameter, or a cause of concern.
 */
#ifndef JUDGE_GRADE_H
#define JUDGE_GRADE_H
#include "judge/fit.h"
#include "judge/result.h"

/* A bench for one worker: the script and the scratch of the board, kept from organisation to organisation. */
struct bench;
/* cohort: of the dataset by the pack's plan, or NULL. */
struct bench *bench_new(const struct pack *pack, const struct dataset *dataset, struct cohort *cohort); /* NULL: out of memory */
void bench_free(struct bench *b); /* NULL is fine */
/* The same bench for another dataset of the pack, for many small ones; false: out of memory, and the bench can only be freed. */
bool bench_turn(struct bench *b, const struct dataset *dataset, struct cohort *cohort);
/* Grade. The result lives in `arena` (and borrows org, dataset, pack). Jumps to arena->escape when out of memory. */
struct org_result *grade_org(struct bench *b, struct org *org, struct arena *arena);
/* Its script, before which the last organisation that was graded still sits, all of its outcomes known. For a session. */
struct script *bench_script(struct bench *b);
/* What did not fit, of all organisations graded on this bench; to be merged and told by dataset_fit. */
const struct fit *bench_fit(const struct bench *b);
bool bench_same_scale(const struct bench *b);
uint64_t bench_unknown_findings(const struct bench *b); /* findings of the last organisation that no characteristic of the pack hears */
size_t bench_memory_peak(const struct bench *b);        /* of its script */
#endif
