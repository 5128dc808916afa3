/* attribution.h: because of what a judgment changed: the evidence, the rules, the scale, or people's decisions.
 *
 * Both packs are asked about both datasets: four grades, which are always told. Where both scales are one, or the crosswalk maps one to the other, each cause is as it was or as it is, and what the judgment would be is a place on
 * the newer scale:
 *  - evidence, rules: the grade of that pack on that dataset, as it stands but for moderation;
 *  - scale, only of two scales: as it is, an older grade is what the crosswalk makes of it, and a newer one itself; as it was, an older grade is its name read on the newer scale, and a newer one the older grade that the
 *    crosswalk makes it of, read so. So what the crosswalk alone moves is a cause of its own;
 *  - moderation: the decision that is in force on that side replaces the grade.
 * The change is split by shapley.h, so that the parts add up exactly; a cause that did not change has no part.
 *
 * A combination without a grade (the older rules need what the newer data never held; an error) is no split: the change is not attributable, and what was missing is named. Nothing is imputed.
 */
#ifndef COMPARE_ATTRIBUTION_H
#define COMPARE_ATTRIBUTION_H
#include "compare/compare.h"
#include "compare/shapley.h"

enum cause { CAUSE_EVIDENCE, CAUSE_RULES, CAUSE_SCALE, CAUSE_MODERATION, CAUSES };
const char *cause_name(enum cause cause); /* "evidence", ... */

enum attribution_state {
    ATTRIBUTION_SPLIT,       /* the parts are there; all 0 where nothing changed */
    ATTRIBUTION_NOT_ATTRIBUTABLE, /* some combination has no grade */
    ATTRIBUTION_NOT_COMPARABLE, /* grades of two frameworks: no steps are counted */
    ATTRIBUTION_NO_GRADE,    /* then or now there is none, or no area to ask */
    ATTRIBUTION_STATES
};
const char *attribution_state_name(enum attribution_state state); /* "split", "not-attributable", ... */

struct quartet { /* [rules][evidence], 0 older, 1 newer. [0][0] and [1][1] are the two that are compared */
    const struct judged *side[2][2];
};
struct attribution {
    enum attribution_state state;
    int grade[2][2];              /* of each pack on each dataset, on that pack's scale, or enum peel_no_grade; PEEL_UNGRADED where the area is not asked */
    bool plays[CAUSES];           /* it changed */
    int unit, part[CAUSES];       /* in units of a step: sum of parts = unit * steps */
    int interaction;              /* of evidence and rules, in units; 0 where one of them does not play */
    int steps;
    int rules, evidence;          /* NOT_ATTRIBUTABLE: of a combination without a grade; -1: the scales do not map */
    struct names missing;         /* the evidence it lacked: titles, each once */
};
/* Judgment i of a pair of organisations; in the arena, out of which it jumps. */
struct attribution attribution_of(const struct compare *c, const struct quartet *q, const struct org_diff *d, size_t i, struct arena *arena);

/* Over all judgments of a comparison. */
struct attribution_sum {
    uint64_t states[ATTRIBUTION_STATES];
    uint64_t moved[CAUSES];  /* judgments whose change has a part of this cause */
    int64_t part[CAUSES];    /* in 24ths of a step: 4! orders at most */
    uint64_t changed;        /* split, and not unchanged */
};
void attribution_add(struct attribution_sum *s, const struct attribution *a);
#endif
