/* board.h: how far the judging of one organisation has come; what a rule may ask about others. The shape is the pack's, the rest is
 * filled by judge/ as it goes. Characteristics of an area are contiguous. Knows no Lua. */
#ifndef SCRIPT_BOARD_H
#define SCRIPT_BOARD_H
#include "base/str.h"
#include "peel.h"

struct board_shape { /* of the pack; immutable */
    size_t areas, characteristics, grades;
    const struct str *scale;          /* worst first */
    const struct str *area_ids;
    const struct str *ids;            /* "area/characteristic" */
    const uint32_t *area_start;       /* areas + 1: characteristics of area a are [area_start[a], area_start[a + 1]) */
    const uint8_t *level;             /* of each characteristic: index in the scale */
    const double *weight;
    double partly;                    /* credit of partly met, 0 to 1 */
    int standard;                     /* the level that the ladder counts; -1: all of them (a pack whose ladder is a function and names none) */
    double enough;                    /* area:enough(): board_evidenced of the standard is at least this */
};

struct board {
    const struct board_shape *shape;
    uint8_t *outcome;    /* enum peel_outcome, of each characteristic judged so far */
    int *grade;          /* of each area: index in the scale, or enum peel_no_grade */
    uint16_t *concerns;  /* causes of concern raised in each area */
    const uint32_t *finding_start; /* characteristics + 1 */
    const uint32_t *finding_list;  /* the findings against characteristic c: finding_list[finding_start[c] ..finding_start[c + 1]), indexes into org->findings */
};

/* One look at the characteristics of `level` (-1: all) in `area`; the questions below are answered from it. */
struct board_sum {
    double applicable, evidenced, credited; /* weights: all but not-applicable; met, partly or not met; met, and partly times what is partly met */
    size_t met;                             /* characteristics */
};
struct board_sum board_sum(const struct board *b, uint32_t area, int level);
double board_sum_share(const struct board_sum *s);
double board_sum_evidenced(const struct board_sum *s);
#define BOARD_NEARLY 1e-9 /* sums of weights are not exact */

/* Weight met (plus partly times what is partly met) over weight with evidence (met, partly, not met), of the characteristics of `level` in `area`
 * (level -1: all). NaN where none has evidence. */
double board_share(const struct board *b, uint32_t area, int level);
/* Weight with evidence over weight applicable (all but not-applicable). 1 where nothing applies. */
double board_evidenced(const struct board *b, uint32_t area, int level);
bool board_reaches(double share, double asked); /* within BOARD_NEARLY is reached; NaN never is */
size_t board_count(const struct board *b, uint32_t area, enum peel_outcome outcome, int level);
#endif
