/* result.h: what was judged of one organisation, with its proof. Lives in the organisation's arena; reports read it and decide nothing. */
#ifndef JUDGE_RESULT_H
#define JUDGE_RESULT_H
#include "data/model.h"
#include "judge/pack.h"

struct capped { const struct cap *cap; int from; }; /* acted: the grade before it */

struct need { /* one thing the next better grade would have needed */
    struct str text; /* a sentence */
    uint32_t characteristic; /* NO_SLOT: none in particular */
};

struct area_result {
    const struct area *area;
    enum peel_status status;
    int grade;     /* that stands: after carry-over and moderation */
    int computed;  /* by the rules, after caps */
    int uncapped;  /* by the ladder alone */
    int published; /* the judgment of the dataset on the pack's scale; PEEL_UNGRADED where there is none */
    struct str published_name; /* as the dataset spells it; s NULL: none */
    const struct judgment *judgment;     /* the one that stands, or NULL */
    const struct moderation *moderation; /* in force, or NULL */
    struct str *why; size_t why_count;   /* sentences, the deciding one first */
    struct capped *capped; size_t capped_count;
    int next;                            /* the next better grade; -1: there is none, or none can be said */
    struct need *needs; size_t need_count;
    double share;     /* of the standard, NaN: none */
    double evidenced; /* 0 to 1 */
};

struct raised {
    const struct decl_raise *decl;
    uint32_t area;
    const char *id;            /* "area/characteristic": the same from year to year */
    uint32_t *because; size_t because_count; /* characteristics */
};

struct org_result {
    const struct org *org;
    const struct dataset *dataset;
    const struct pack *pack;
    struct area_result *areas;   /* of the pack, in order */
    struct verdict *verdicts;    /* of its characteristics */
    struct raised *practices, *improvements, *concerns;
    size_t practice_count, improvement_count, concern_count;
    bool partial;                /* some rule ended in error or limit */
    struct str printed; bool printed_cut;
};
#endif
