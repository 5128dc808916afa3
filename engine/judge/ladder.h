/* ladder.h: from outcomes to a grade, as law 6 has it. Plain numbers in a board; knows no Lua and no texts.
 *
 * In this order: an area with a cause of concern has the concern grade. Else, where less than `enough` of the standard's weight has evidence, or none of it applies, there is no grade but
 * PEEL_INSUFFICIENT_EVIDENCE (law 1). Else the best rung that is reached. Shares that differ by less than 1e-9 count as equal, since sums of weights are not exact.
 */
#ifndef JUDGE_LADDER_H
#define JUDGE_LADDER_H
#include "judge/pack.h"

struct climb {
    int grade;                /* of the scale, or PEEL_INSUFFICIENT_EVIDENCE */
    bool concern;             /* a cause of concern decided it */
    double share, evidenced;  /* of the standard */
    const struct rung *reached; /* NULL where concern or evidence decided */
    const struct rung *above;   /* the next rung above `reached`, or NULL */
};
struct climb ladder_climb(const struct ladder *l, const struct board *b, uint32_t area);
/* The function that is an area's ladder, or -1: it has the pack's rungs. */
int ladder_function(const struct pack *pack, uint32_t area);
/* Is a function asked at all? Without any evidence, or with less than enough and no cause of concern, it is not. */
bool ladder_may_ask(const struct ladder *l, const struct board *b, uint32_t area);
struct footing { double share, evidenced; }; /* of the standard */
struct footing ladder_footing(const struct ladder *l, const struct board *b, uint32_t area);
bool ladder_enough(const struct ladder *l, const struct footing *f);
bool ladder_share_reached(const struct rung *r, double share); /* of the standard */
bool ladder_beyond_reached(const struct rung *r, const struct board *b, uint32_t area); /* true where the rung does not ask */
/* The lowest rung above a grade, or NULL. */
const struct rung *ladder_above(const struct ladder *l, int grade);

/* The two scales of PEEL, and the ladder that a pack has by default where its scale is one of them. */
struct ladder_default {
    const char *const *scale; size_t grades; const char *name; /* "five-tier" */
    struct { const char *grade, *share, *beyond; } rungs[4]; size_t rung_count; /* share NULL: 0 */
};
#define LADDER_STANDARD "good"
#define LADDER_CONCERN "inadequate"
#define LADDER_PARTLY "partly_credit"
#define LADDER_ENOUGH "enough_evidence"
extern const struct ladder_default ladder_defaults[2]; /* four tiers, five tiers */
const struct ladder_default *ladder_default_of(struct names scale); /* NULL: none of PEEL's */
/* The default scale that has this grade though `scale` has not: for "written for another scale". */
const struct ladder_default *ladder_scale_with(struct str grade);
#endif
