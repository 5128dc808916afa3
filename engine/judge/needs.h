/* needs.h: what the next better grade would have needed.
 *
 * For a ladder of rungs the answer is exact. The grade asked for is the lowest rung above the computed grade. needs_choose finds characteristics which, once met, reach it, such that none of them
 * can be left out; cheapest first: those partly met, then those not met, then those without evidence; of these the heavier ones, then the pack's order. Causes of concern must go, and caps below that
 * grade must be lifted, whatever the shares.
 * For bands it is the band of the next grade, which the number must lie in.
 * Without enough evidence it is how many of the characteristics that have none would do, then each of them. Where there is enough, and bands have no number to go by, it is that number.
 * For a ladder that is a function it is asked again: with each single characteristic met, then with all of them; what it then says is repeated, not explained.
 */
#ifndef JUDGE_NEEDS_H
#define JUDGE_NEEDS_H
#include "judge/ladder.h"
#include "judge/telling.h"

/* Chooses among the characteristics of an area (chosen[i] for the i-th of them), on plain data. Those with forced[i] (may be NULL) are chosen whatever their price. `outcomes` is scratch, as long as the
 * board's outcomes. False where the rung cannot be reached so. */
bool needs_choose(const struct ladder *l, const struct board *b, uint32_t area, const struct rung *rung, const bool *forced, uint8_t *outcomes, bool *chosen);

/* Where several are chosen and none is forced: one that is not met, not among them, and would reach the rung alone; NO_SLOT: there is none. `outcomes` as above. */
uint32_t needs_alone(const struct ladder *l, const struct board *b, uint32_t area, const struct rung *rung, const bool *forced, const bool *chosen, uint8_t *outcomes);

/* For an area without enough evidence: of how many of the standard there is none, and on how many of these evidence would be enough: at the least, the heaviest first, and whichever they are. Both 0: there is enough, or
 * all of it would not do. `outcomes` as above. */
struct lack { uint32_t least, most, of; };
struct lack needs_evidence(const struct ladder *l, const struct board *b, uint32_t area, uint8_t *outcomes);

/* Asks a ladder function about the board as it stands; a grade, or one of enum peel_no_grade. */
struct asking { int (*ask)(void *context, uint32_t area); void *context; };

struct needs {
    const struct telling *t;
    uint8_t *outcomes;  /* the board's, to be changed and put back while a function is asked again */
    uint8_t *scratch;   /* as long */
    bool *forced, *chosen; /* as long as the longest area */
    const bool *holds;  /* of the area's caps */
    struct asking asking; /* ask NULL: the ladder has rungs */
};
/* Fills next and needs of a graded area. Jumps when out of memory. */
void needs_tell(const struct needs *n, uint32_t area, struct area_result *r);
#endif
