/* board.c: sums over the outcomes of an area. */
#include "script/board.h"
#include <math.h>

static bool counts(const struct board *b, uint32_t c, int level) { return level < 0 || b->shape->level[c] == level; }
static bool has_evidence(enum peel_outcome o) { return o == PEEL_MET || o == PEEL_PARTLY_MET || o == PEEL_NOT_MET; }

double board_share(const struct board *b, uint32_t area, int level)
{
    const struct board_shape *shape = b->shape;
    double met = 0, all = 0;
    for (uint32_t c = shape->area_start[area]; c < shape->area_start[area + 1]; c++) {
        enum peel_outcome o = (enum peel_outcome)b->outcome[c];
        if (!counts(b, c, level) || !has_evidence(o)) continue;
        all += shape->weight[c];
        if (o == PEEL_MET) met += shape->weight[c];
        if (o == PEEL_PARTLY_MET) met += shape->partly * shape->weight[c];
    }
    /* Weights and credits are decimals: 0.3 of 0.4 is three quarters. */
    return all > 0 ? rint(met / all * 1e12) / 1e12 : NAN;
}

double board_evidenced(const struct board *b, uint32_t area, int level)
{
    const struct board_shape *shape = b->shape;
    double evidenced = 0, all = 0;
    for (uint32_t c = shape->area_start[area]; c < shape->area_start[area + 1]; c++) {
        enum peel_outcome o = (enum peel_outcome)b->outcome[c];
        if (!counts(b, c, level) || o == PEEL_NOT_APPLICABLE) continue;
        all += shape->weight[c];
        if (has_evidence(o)) evidenced += shape->weight[c];
    }
    return all > 0 ? rint(evidenced / all * 1e12) / 1e12 : 1;
}

bool board_reaches(double share, double asked) { return share + BOARD_NEARLY >= asked; }

size_t board_count(const struct board *b, uint32_t area, enum peel_outcome outcome, int level)
{
    size_t count = 0;
    for (uint32_t c = b->shape->area_start[area]; c < b->shape->area_start[area + 1]; c++)
        count += counts(b, c, level) && b->outcome[c] == outcome;
    return count;
}
