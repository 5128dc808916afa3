/* prospect.h: what all combinations of outcomes of a graded area show (combine.h), gathered once, for whoever tells of it.
 *
 * Where they are too many, or asking the author's functions would take too long, some are drawn: by a fixed rule, so that every run draws the same. Then `whole` is false: what was seen is so,
 * what was not seen may be.
 *
 * Direction: a fall is a characteristic that goes from not-met to partly-met or met, or from partly-met to met, all others as they are (a cause of concern that only the worse outcome raises goes
 * with it), and a grade that is lower for it. Compared are grades; that there is one or none is no direction. Neither is evidence that is gained: one question of two known is another
 * basis than one of one, and may rightly give another grade.
 */
#ifndef LINT_SURVEY_H
#define LINT_SURVEY_H
#include "lint/combine.h"

struct fall {
    bool is;
    int from, to;         /* outcomes of the characteristic */
    int before, after;    /* grades */
    size_t cap;           /* one that acts after and not before; NO_CAP: none */
    const uint8_t *among; /* the outcomes of all */
};
struct cap_prospect {
    bool holds, fails;   /* in some combination that has a grade */
    bool would_act;      /* it holds, and the grade is above it */
    bool decides;        /* and no other that holds is as strict */
    bool *covered_by;    /* of the area's caps: each that held and was as strict wherever it would act */
};
struct area_prospect {
    bool is;      /* the area is graded, and by outcomes: a ladder that is bands reads a number. Else nothing of this is filled */
    bool whole;
    size_t tried;
    struct combining c;
    bool reached[PACK_SCALE_MAX]; /* grades, after the caps */
    bool before[PACK_SCALE_MAX];  /* before them */
    bool taken[PACK_SCALE_MAX];   /* rungs of the pack's ladder, by number */
    bool fell_short; /* there was evidence, and less than enough */
    bool *matters;   /* of each characteristic: some change of its outcome changed the grade */
    struct fall *falls;
    struct cap_prospect *caps;
    const struct asker_answer *broken; /* a function that broke, or NULL */
    size_t broken_cap;                 /* NO_CAP: the ladder */
    const uint8_t *broken_among;
};
struct prospect { struct area_prospect *areas; };

/* Of all areas, when it is first asked for. Jumps when out of memory. */
const struct prospect *prospect_of(struct lint *l);
/* `"a" is partly-met, "b" not-met and all others are met`, of all but one; "" where there are no others. */
const char *prospect_among(const struct area_prospect *s, const uint8_t *outcomes, uint32_t but);
#endif
