/* ladder.h: one area on a board, made by hand: law 6's ladder on the five-tier scale, with numbers that are easy to
 * reckon with. */
#ifndef UNIT_LADDER_H
#define UNIT_LADDER_H
#include <math.h>

#include "judge/ladder.h"

enum { INADEQUATE, REQUIRES_IMPROVEMENT, ADEQUATE, GOOD, OUTSTANDING };
enum { AREA_MAX = 12 };

/* requires-improvement 0, adequate 40%, good 80%, outstanding 90% of good and half of its own; partly counts a half;
 * 60% must have evidence. */
static struct rung hand_rungs[] = {
    {OUTSTANDING, 0.9, 0.5, {"beyond_standard", 15}, {"beyond_level", 12}},
    {GOOD, 0.8, NAN, {"substantially_all", 17}, {NULL, 0}},
    {ADEQUATE, 0.4, NAN, {"some", 4}, {NULL, 0}},
    {REQUIRES_IMPROVEMENT, 0, NAN, {NULL, 0}, {NULL, 0}},
};
static struct ladder hand_ladder = {GOOD, INADEQUATE, hand_rungs, 4, 0.5, 0.6, {"enough_evidence", 15}, -1};
static const struct str hand_scale[] = {
    {"inadequate", 10}, {"requires-improvement", 20}, {"adequate", 8}, {"good", 4}, {"outstanding", 11}};
static const struct str hand_area[] = {{"calls", 5}};
static struct str hand_ids[AREA_MAX];
static char hand_names[AREA_MAX][16];
static uint8_t hand_level[AREA_MAX], hand_outcome[AREA_MAX];
static double hand_weight[AREA_MAX];
static uint32_t hand_start[2];
static int hand_grade[1];
static uint16_t hand_concerns[1];
static struct board_shape hand_shape = {1,          0,          5,           hand_scale, hand_area, hand_ids,
                                        hand_start, hand_level, hand_weight, 0.5,        GOOD,      0.6};
static struct board hand_board = {&hand_shape, hand_outcome, hand_grade, hand_concerns, NULL, NULL};

/* One letter a characteristic: m met, p partly met, n not met, - no evidence, / not applicable, e error; upper case: of
 * the level outstanding. A digit after it: its weight. */
static inline struct board *board_of(const char *outcomes)
{
    uint32_t n = 0;
    for (const char *s = outcomes; *s; s++) {
        if (*s >= '0' && *s <= '9') {
            hand_weight[n - 1] = *s - '0';
            continue;
        }
        char c = (char)(*s | 0x20);
        hand_level[n] = *s >= 'A' && *s <= 'Z' ? OUTSTANDING : GOOD;
        hand_outcome[n] = (uint8_t)(c == 'm'    ? PEEL_MET
                                    : c == 'p'  ? PEEL_PARTLY_MET
                                    : c == 'n'  ? PEEL_NOT_MET
                                    : *s == '-' ? PEEL_NO_EVIDENCE
                                    : *s == '/' ? PEEL_NOT_APPLICABLE
                                                : PEEL_ERROR);
        hand_weight[n] = 1;
        hand_names[n][0] = (char)('a' + n);
        hand_names[n][1] = '\0';
        hand_ids[n] = (struct str){hand_names[n], 1};
        n++;
    }
    hand_start[0] = 0;
    hand_start[1] = n;
    hand_shape.characteristics = n;
    hand_concerns[0] = 0;
    return &hand_board;
}
#endif
