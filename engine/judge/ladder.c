/* ladder.c: see ladder.h. */
#include "judge/ladder.h"
#include <math.h>

struct footing ladder_footing(const struct ladder *l, const struct board *b, uint32_t area)
{
    struct board_sum s = board_sum(b, area, l->standard);
    return (struct footing){board_sum_share(&s), board_sum_evidenced(&s)};
}

bool ladder_enough(const struct ladder *l, const struct footing *f)
{
    return board_reaches(f->evidenced, l->enough) && !isnan(f->share);
}

int ladder_function(const struct pack *pack, uint32_t area)
{
    return pack->areas[area].ladder >= 0 ? pack->areas[area].ladder : pack->ladder.function;
}

bool ladder_may_ask(const struct ladder *l, const struct board *b, uint32_t area)
{
    if (b->concerns[area]) return true;
    return board_reaches(board_evidenced(b, area, l->standard), l->enough) && !isnan(board_share(b, area, -1));
}

bool ladder_share_reached(const struct rung *r, double share) { return board_reaches(share, r->share); }

bool ladder_beyond_reached(const struct rung *r, const struct board *b, uint32_t area)
{
    if (isnan(r->beyond)) return true;
    struct board_sum s = board_sum(b, area, r->grade);
    return s.met > 0 && board_reaches(board_sum_share(&s), r->beyond);
}

const struct rung *ladder_above(const struct ladder *l, int grade)
{
    const struct rung *above = NULL;
    for (size_t i = 0; i < l->rung_count && l->rungs[i].grade > grade; i++) above = &l->rungs[i];
    return above;
}

struct climb ladder_climb(const struct ladder *l, const struct board *b, uint32_t area)
{
    struct footing f = ladder_footing(l, b, area);
    struct climb c = {PEEL_INSUFFICIENT_EVIDENCE, false, f.share, f.evidenced, NULL, NULL};
    if (l->concern >= 0 && b->concerns[area]) {
        c.grade = l->concern;
        c.concern = true;
        return c;
    }
    if (!ladder_enough(l, &f)) return c;
    for (size_t i = 0; i < l->rung_count; i++) {
        if (!ladder_share_reached(&l->rungs[i], f.share) || !ladder_beyond_reached(&l->rungs[i], b, area)) continue;
        c.reached = &l->rungs[i];
        c.above = i ? &l->rungs[i - 1] : NULL;
        c.grade = c.reached->grade;
        break;
    }
    return c;
}

/* --- PEEL's own ------------------------------------------------------------------------------- */

static const char *const four[] = {"inadequate", "requires-improvement", "good", "outstanding"};
static const char *const five[] = {"inadequate", "requires-improvement", "adequate", "good", "outstanding"};

const struct ladder_default ladder_defaults[2] = {
    {four,
     4,
     "four-tier",
     {{"requires-improvement", NULL, NULL},
      {"good", "substantially_all", NULL},
      {"outstanding", "beyond_standard", "beyond_level"}},
     3},
    {five,
     5,
     "five-tier",
     {{"requires-improvement", NULL, NULL},
      {"adequate", "some", NULL},
      {"good", "substantially_all", NULL},
      {"outstanding", "beyond_standard", "beyond_level"}},
     4},
};

const struct ladder_default *ladder_default_of(struct names scale)
{
    for (size_t i = 0; i < 2; i++) {
        const struct ladder_default *d = &ladder_defaults[i];
        size_t same = 0;
        while (same < d->grades && same < scale.count && str_is(scale.list[same], d->scale[same])) same++;
        if (same == d->grades && same == scale.count) return d;
    }
    return NULL;
}

const struct ladder_default *ladder_scale_with(struct str grade)
{
    for (size_t i = 0; i < 2; i++)
        for (size_t g = 0; g < ladder_defaults[i].grades; g++)
            if (str_is(grade, ladder_defaults[i].scale[g])) return &ladder_defaults[i];
    return NULL;
}
