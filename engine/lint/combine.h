/* combine.h: the combinations of outcomes that the characteristics of one area can have, and the grade that each gives: by the judge's own ladder and caps, on a board that is filled
 * here.
 *
 * A characteristic can have the outcomes that its rule says (trial/coverage.h), and no evidence; all of them where its text cannot be followed. Each is taken as free of the others: two that read
 * the same evidence may be combined here as they never are in a dataset. So what no combination gives is never given; what some combination gives may never be.
 *
 * Not every combination need be tried. A grade depends on the sums of weights of the ladder's levels, on whether there is a cause of concern, on the outcomes that caps name, and of ladders and caps
 * that are functions on the outcomes that they read (by their gist; on the counts of each level where they ask for shares or counts, on everything where they cannot be followed). Of
 * combinations that agree in all of this, one is kept: first of the characteristics of one level, for which it is enough to agree in the rungs that their shares reach; then of the next.
 */
#ifndef LINT_COMBINE_H
#define LINT_COMBINE_H
#include "judge/cap.h"
#include "judge/ladder.h"
#include "lint/asker.h"
#include "lint/lint.h"

struct listener { /* a ladder or a cap that is a function */
    int function;
    size_t cap; /* its index; NO_CAP: the ladder */
    bool opaque, sums;
    const bool *named; /* of each characteristic of the area */
    const struct asker_answer *broken; /* of a limit; it is not asked again. Else NULL */
};
#define NO_CAP SIZE_MAX

struct combining {
    struct lint *lint;
    const struct pack *pack;
    const struct area *is;
    uint32_t area, first, count; /* its characteristics */
    uint8_t *ways;               /* of each, a bit for each outcome that it can have */
    uint8_t *concerns;           /* a bit for each outcome that raises a cause of concern */
    bool *alone;                 /* of each: a cap, or a function, looks at it by name */
    struct board board;
    uint8_t *outcome;            /* of the area's, on the board: what the next look is at */
    uint16_t *concern_count;     /* of areas, on the board */
    struct listener *listeners; size_t listener_count;
    int ladder;                  /* function or -1 */
    bool *holds;                 /* of the caps, in the last look */
    struct capped *acted;
    uint8_t *levels; size_t level_count; /* that its characteristics have, each once */
    char *key; size_t key_length, key_room;
    bool decided[PACK_SCALE_MAX]; /* all of that level have their outcomes, but for `without` */
    uint32_t without;             /* whose outcome stays open; NO_SLOT: of none */
    uint64_t work, most;          /* what was done, counted in characteristics looked at, and what may be */
};

struct outlook {
    bool known;     /* else the allowance for askings is used up */
    struct climb climb;
    int before, grade; /* before the caps, and after them: a grade or an enum peel_no_grade */
    size_t acted;
    const struct asker_answer *broken; /* a function that ended in error or limit, else NULL */
    size_t broken_cap;
};

/* Everything lives in the lint's arena, and jumps when out of memory. asker may be NULL where the area has no functions. */
void combine_open(struct combining *c, struct lint *l, uint32_t area);
/* The grade of what stands in `outcome`; fills holds. */
struct outlook combine_look(struct combining *c, struct asker *asker);

struct combinations {
    const uint8_t *list; /* count times the outcomes of the area */
    size_t count;
};
/* Combinations of all its characteristics but `without`, one for each that a grade can tell apart; in those, `without` does not apply. without NO_SLOT: of all. false: there are too many.
 * *to is valid until the next call, of whatever area. */
bool combine_others(struct combining *c, uint32_t without, struct combinations *to);
/* Of the shares of the standard that its characteristics can make, with evidence enough: the nearest below what is asked, and the nearest that reaches it. NaN: none. */
void combine_nearest(struct combining *c, double asked, double *below, double *above);
/* Are they interchangeable? */
bool combine_alike(const struct combining *c, uint32_t i, uint32_t k);
#endif
