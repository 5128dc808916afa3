/* attribution.h: because of what a judgment changed: the evidence, the rules, the scale, or people's decisions.
 *
 * Both packs are asked about both datasets: four grades, which are always told. Where both scales are one, or the crosswalk maps one to the other, each cause is as it was or as it is, and what the judgment would be is a place on
 * the newer scale:
 *  - evidence, rules: the grade of that pack on that dataset, as it stands but for moderation; what the dataset carried over no rules made, and whichever are asked it is the grade of its own side;
 *  - scale, only where the crosswalk gives a grade another name than its own: as it is, an older grade is what the crosswalk makes of it, and a newer one itself; as it was, an older grade is its name read on the newer scale, and
 *    a newer one the older grade that the crosswalk makes it of, read so. So what the crosswalk alone moves is a cause of its own. The parts then add up to the step between the names; by the crosswalk the step may be another;
 *  - moderation: the decision that is in force on that side replaces the grade.
 * The change is split by shapley.h, so that the parts add up exactly; a cause that did not change has no part.
 *
 * A combination without a grade (the older rules need what the newer data never held; an error) is no split: the change is not attributable, and what was missing is named. Nothing is imputed.
 */
#ifndef COMPARE_ATTRIBUTION_H
#define COMPARE_ATTRIBUTION_H
#include "compare/compare.h"
#include "compare/shapley.h"

enum attribution_state {
    ATTRIBUTION_SPLIT,            /* the parts are there; all 0 where nothing changed */
    ATTRIBUTION_NOT_ATTRIBUTABLE, /* some combination has no grade, or no place */
    ATTRIBUTION_NOT_COMPARABLE,   /* grades of two frameworks: no steps are counted */
    ATTRIBUTION_CARRIED_OVER,     /* nobody looked again: nothing rose or fell, and no steps are counted */
    ATTRIBUTION_NO_GRADE,         /* then or now there is none, or no area to ask */
    ATTRIBUTION_STATES
};
const char *attribution_state_name(enum attribution_state state); /* "split", "not-attributable", ... */

enum obstacle { /* of what is NOT_ATTRIBUTABLE */
    OBSTACLE_NONE,
    OBSTACLE_NO_GRADE, /* a combination has none */
    OBSTACLE_SCALES,   /* the crosswalk does not say which grade of the other scale one is, or says it of several */
    OBSTACLE_MERGED    /* several older areas are one now */
};

struct attribution {
    enum attribution_state state;
    int grade[2][2];      /* of each pack on each dataset, on that pack's scale, or enum peel_no_grade; PEEL_UNGRADED where the area is not asked */
    bool plays[CAUSES];   /* it changed */
    int unit, part[CAUSES]; /* in units of a step: sum of parts = unit * steps */
    int interaction;      /* of evidence and rules, in units; 0 where one of them does not play */
    int steps;
    enum outcome_cause grading; /* NO_GRADE, where only one has a grade: because of what; OUTCOME_CAUSES: not so, or that is somebody's decision */
    enum obstacle obstacle;
    int rules, evidence;  /* OBSTACLE_NO_GRADE: of which combination; else -1 */
    struct names missing; /* the evidence it lacked: titles, each once */
    struct names idle;    /* the characteristics that had no evidence and miss nothing that has a name: ids */
};
/* Judgment i of a pair of organisations, where there is a quartet; in the arena, out of which it jumps. */
struct attribution attribution_of(const struct compare *c, const struct org_diff *d, size_t i, struct arena *arena);
/* Is there anything to tell? The grade changed; or parts of it, which cancel each other. */
bool attribution_tells(const struct attribution *a, const struct judgment_diff *d);

/* --- One characteristic whose outcome changed ------------------------------------------------------------------------ */
struct outcome_attribution {
    enum peel_outcome older_rules, newer_rules; /* on the other dataset: the newer one, the older one */
    enum outcome_cause cause;
};
struct outcome_attribution attribution_of_outcome(const struct compare *c, const struct org_diff *d, const struct outcome_diff *o);

/* --- Over all judgments of a comparison ------------------------------------------------------------------------------- */
enum { ATTRIBUTION_UNIT = 24 }; /* 4! orders at most */
struct attribution_sum { /* of judgments of which there is something to tell */
    uint64_t states[ATTRIBUTION_STATES];
    uint64_t moved[CAUSES];  /* judgments whose change has a part of this cause */
    int64_t part[CAUSES];    /* in ATTRIBUTION_UNITths of a step */
    int64_t up[CAUSES];      /* of it what went up; the rest went down */
    uint64_t cancelled;      /* split, and the parts are nothing together */
    bool plays[CAUSES];      /* of any judgment */
};
void attribution_add(struct attribution_sum *s, const struct attribution *a, const struct judgment_diff *d);
#endif
