/* result.h: what was judged of one organisation, with its proof. Lives in the organisation's arena; reports read it and decide nothing.
 *
 * Which grade is which (standing.c):
 *  - `uncapped` is the ladder's, `computed` what the rules say in the end, caps included.
 *  - `published` repeats the dataset's judgment: the latest of the area, by date, later in the file where dates are equal. It is a grade of this scale only where the dataset's
 *    scale is the pack's, grade by grade; else `published_name` alone says it, and agreement is not counted (law 9).
 *  - `grade` is what stands. A judgment that is carried over stands with the grade it carries, found by name on the pack's scale; where it is not on that scale no grade is claimed
 *    (PEEL_GRADE_NOT_INSPECTED) and the published name is shown as not comparable. Not inspected: PEEL_GRADE_NOT_INSPECTED. In every other status the computed grade stands.
 *    A moderation in force (not withdrawn; the latest date; `to` on the pack's scale) then stands before all of them, in graded areas.
 *  - What the rules of other areas are told of an area (board->grade) is what stands but for moderation: a pillar rests on grades that were carried over as on fresh ones, but a
 *    person's decision on one area never moves the computed grade of another (law 8). An area that was not inspected has no grade to them: missing, not failing.
 *  - An ungraded area is PEEL_UNGRADED throughout, whatever became of its rules.
 */
#ifndef JUDGE_RESULT_H
#define JUDGE_RESULT_H
#include "data/model.h"
#include "judge/pack.h"

struct capped { /* a cap that acted */
    const struct cap *cap;
    int from;                     /* the grade before it */
    const struct verdict *verdict; /* of a function: what it read; else NULL */
};

struct need { /* one thing the next better grade would have needed */
    struct str text; /* a sentence */
    uint32_t characteristic; /* NO_SLOT: none in particular */
};

struct area_result {
    const struct area *area;
    enum peel_status status;
    int grade;     /* that stands: after carry-over and moderation */
    int told;      /* to the rules of other areas: what stands but for moderation */
    int computed;  /* by the rules, after caps */
    int uncapped;  /* by the ladder alone */
    int published; /* the judgment of the dataset on the pack's scale; PEEL_UNGRADED where there is none */
    struct str published_name; /* as the dataset spells it; s NULL: none */
    const struct judgment *judgment;     /* the one that stands, or NULL */
    const struct moderation *moderation; /* in force, or NULL */
    const struct verdict *const *caps;   /* where a cap that is a function broke: of each cap of the area what it said, or NULL; else NULL */
    const struct verdict *ladder;        /* of a ladder that is a function: what it read, its reason, where it raised; else NULL */
    struct str *why; size_t why_count;   /* sentences, the deciding one first */
    struct capped *capped; size_t capped_count;
    int next;                            /* the grade of the scale that `needs` leads to, better than `computed`; -1: there is none, or none can be said */
    struct need *needs; size_t need_count; /* with next -1: what evidence was missing, where that is why there is no grade; first, of no characteristic, how many of them would do, where fewer than all */
    double share;     /* of the standard, NaN: none */
    double evidenced; /* 0 to 1 */
};

struct raised {
    const struct decl_raise *decl;
    uint32_t area;
    const char *id;            /* "area/characteristic": the same from year to year. Equal texts of two characteristics stay two items */
    uint32_t *because; size_t because_count; /* characteristics */
};

struct org_result {
    const struct org *org;
    const struct dataset *dataset;
    const struct pack *pack;
    struct area_result *areas;   /* of the pack, in order */
    struct verdict *verdicts;    /* of its characteristics */
    struct raised *practices, *improvements, *concerns; /* in the pack's order */
    size_t practice_count, improvement_count, concern_count;
    uint32_t errors, limits;     /* questions to a rule, a ladder or a cap that ended so */
    bool partial;                /* there was one */
    struct str printed; bool printed_cut;
};
#endif
