/* board.c: sums over the outcomes of an area. */
#include "script/board.h"
#include <math.h>

static bool counts(const struct board *b, uint32_t c, int level) { return level < 0 || b->shape->level[c] == level; }

struct board_sum board_sum(const struct board *b, uint32_t area, int level)
{
    const struct board_shape *shape = b->shape;
    const uint8_t *outcome = b->outcome, *levels = shape->level;
    const double *weights = shape->weight;
    struct board_sum s = {0, 0, 0, 0};
    for (uint32_t c = shape->area_start[area], end = shape->area_start[area + 1]; c < end; c++) {
        int o = outcome[c];
        if ((level >= 0 && levels[c] != level) || o == PEEL_NOT_APPLICABLE) continue;
        s.applicable += weights[c];
        if (o > PEEL_NOT_MET) continue;
        s.evidenced += weights[c];
        if (o == PEEL_MET)
            s.credited += weights[c], s.met++;
        else if (o == PEEL_PARTLY_MET)
            s.credited += shape->partly * weights[c];
    }
    return s;
}

/* Weights and credits are decimals: 0.3 of 0.4 is three quarters. Nothing and all need no division. */
static double part(double of, double all) { return of == all ? 1 : of == 0 ? 0 : rint(of / all * 1e12) / 1e12; }

double board_sum_share(const struct board_sum *s) { return s->evidenced > 0 ? part(s->credited, s->evidenced) : NAN; }
double board_sum_evidenced(const struct board_sum *s)
{
    return s->applicable > 0 ? part(s->evidenced, s->applicable) : 1;
}

double board_share(const struct board *b, uint32_t area, int level)
{
    struct board_sum s = board_sum(b, area, level);
    return board_sum_share(&s);
}

double board_evidenced(const struct board *b, uint32_t area, int level)
{
    struct board_sum s = board_sum(b, area, level);
    return board_sum_evidenced(&s);
}

bool board_reaches(double share, double asked) { return share + BOARD_NEARLY >= asked; }

size_t board_count(const struct board *b, uint32_t area, enum peel_outcome outcome, int level)
{
    size_t count = 0;
    for (uint32_t c = b->shape->area_start[area]; c < b->shape->area_start[area + 1]; c++)
        count += counts(b, c, level) && b->outcome[c] == outcome;
    return count;
}
