/* compare.h: two judged sides, organisation by organisation: what changed, and whether it may be called a change at all.
 *
 *   compare_make(&c, was, now, &wish, arena, diags);
 *   for (i = 0; i < c.count; i++) compare_org(&c, i, arena) ...   // again and again: it is worked out when it is asked for
 *
 * Turned round, a comparison says the opposite, but for areas that were merged: of one against several something is said
 * only where all say it, of several against one each is looked at alone.
 *
 * A comparison keeps nothing of an organisation but its place, so that those who tell the summary first and the
 * organisations after ask twice, and memory is that of the two sides.
 *
 * Because of what a judgment changed is attribution.h: it needs both sides, and, where both rules and data changed, two
 * more that mix them. A better grade is an improvement of the organisation only where evidence of its own has a part in it.
 */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H
#include "compare/cause.h"
#include "compare/lives.h"
#include "compare/moved.h"

/* Of a judgment. The first that holds. */
enum judgment_change {
    JUDGMENT_CORRECTED,       /* published, then corrected: neither better nor worse, but right */
    JUDGMENT_IMPROVED,        /* alike, and on a better grade, in which evidence of its own has a part; or no rule was asked either time */
    JUDGMENT_DECLINED,
    JUDGMENT_HIGHER,          /* alike, and on a better grade: the rules, the scale, a decision or others made it, or nobody can tell */
    JUDGMENT_LOWER,
    JUDGMENT_NOT_COMPARABLE,  /* grades of two frameworks: both are shown, and no more is said */
    JUDGMENT_NEWLY_GRADED,
    JUDGMENT_NO_LONGER_GRADED,
    JUDGMENT_UNKNOWN,         /* only one has a grade, and the other is of those that were published: none is known of it, so nothing began or ended */
    JUDGMENT_WITHOUT_GRADE,   /* neither has one, for different reasons */
    JUDGMENT_CARRIED_OVER,    /* nobody looked again: it says nothing of the time between, even where another grade stood before */
    JUDGMENT_UNCHANGED,
    JUDGMENT_CHANGES
};
const char *judgment_change_name(enum judgment_change change);

enum moderation_change {
    MODERATION_SAME,
    MODERATION_ADDED,
    MODERATION_WITHDRAWN, /* somebody took it back: the newer side says when */
    MODERATION_CHANGED,
    MODERATION_ENDED,     /* the newer side has none, and nobody took it back: it was a decision on the older round alone */
    MODERATION_CHANGES
};
const char *moderation_change_name(enum moderation_change change);

struct outcome_diff { uint32_t was, now; enum peel_outcome before, after; }; /* characteristics of each side */
struct finding_diff { const struct side_finding *finding; bool gone; };      /* else new */

struct judgment_diff {
    const struct area_link *link;
    const struct side_judgment *was; /* of a merged area the first; NULL: the area is new */
    const struct side_org *before;   /* the older organisation: its judgments of all that were merged */
    const struct side_judgment *now; /* NULL: it was dropped */
    enum judgment_change change;
    bool replaced;                   /* CARRIED_OVER: another grade stood before it, by the crosswalk */
    int steps;                       /* grades up or down, of what is comparable; else 0 */
    bool by[CAUSES];                 /* what moved it that way; none: nobody can tell, or no rule was asked */
    enum outcome_cause grading;      /* only one has a grade: what made it so (credit.h); OUTCOME_CAUSES: not so, or nobody can tell */
    struct str because;              /* not comparable: why */
    enum moderation_change moderation;
    const struct side_moderation *decision; /* the one added, changed to or withdrawn */
    struct outcome_diff *outcomes; size_t outcome_count; /* that changed, where areas are alike */
    struct reading_diff *readings; size_t reading_count; /* that moved, where the judgment or an outcome changed */
    struct finding_diff *findings; size_t finding_count; /* likewise, where areas are alike */
    struct found { size_t strengths, weaknesses; } found_before, found_after; /* findings that were read, where areas are not alike: how many, and no more */
    bool differs;                    /* there is something to tell */
};

enum org_change { ORG_SAME, ORG_RENAMED, ORG_ADDED, ORG_REMOVED, ORG_CHANGES };
const char *org_change_name(enum org_change change);
struct org_diff {
    const struct side_org *was, *now; /* one may be NULL */
    enum org_change change;
    struct judgment_diff *judgments; size_t judgment_count; /* one for each link; none where there is but one organisation */
    struct lives lives;
    bool differs;
};

/* [rules][evidence], 0 older, 1 newer. [0][0] and [1][1] are the two that are compared. The others are graded for this, each dataset whole; or, where packs or datasets are one, are the side that says the same. */
struct quartet {
    const struct judged *side[2][2]; /* all NULL: not known */
};

struct wish { /* what is asked for */
    struct str org;  /* this one alone, by its newer id or its older; s NULL: all */
    struct date on;  /* what deadlines are held to; year 0: the latest date of the newer side */
};
struct compare {
    struct crosswalk crosswalk;
    struct quartet quartet;
    struct date on;
    size_t count; /* pairs: the newer side's organisations in order, then those removed */
    uint32_t *removed;
    size_t only; /* the pair that is asked for, or SIZE_MAX */
};
/* False, and an error, where the organisation asked for is in neither. Lives in the arena; jumps when out of memory. */
bool compare_make(struct compare *c, const struct judged *was, const struct judged *now, const struct wish *wish, struct arena *arena, struct diags *diags);
/* Pair i; in the arena. NULL: it is not asked for. */
const struct org_diff *compare_org(const struct compare *c, size_t i, struct arena *arena);

/* --- Four gradings: quartet.c ---------------------------------------------------------------------------------------- */
/* Where rules or data are one, the two sides are all four. compare_make does it. */
void quartet_of_two(struct compare *c);
/* Where both changed: the older rules on the newer data, and the newer on the older. Borrowed; before anything is compared. */
void quartet_cross(struct compare *c, const struct judged *older_rules, const struct judged *newer_rules);
/* False: both changed and nobody graded the mixtures, or no rule was asked, so that because of what cannot be told. */
bool quartet_is_known(const struct compare *c);
bool quartet_is_crossed(const struct compare *c); /* known, and both changed, so that there are four grades */
/* The organisation of a pair by these rules on that evidence; both sides have it. */
const struct side_org *quartet_org(const struct compare *c, const struct org_diff *pair, int rules, int evidence);

/* --- The sum, for those who read no further ------------------------------------------------------------------------- */
enum { MATTERS_KEPT = 10 };
struct matter { /* something that somebody should know first */
    double weight;
    size_t pair;
    uint32_t link, life; /* one of them, else NO_SLOT */
};
struct tally {
    uint64_t organisations[ORG_CHANGES];
    uint64_t judgments[JUDGMENT_CHANGES], moderations[MODERATION_CHANGES], revisits;
    uint64_t improvements[LIFE_CHANGES], concerns[LIFE_CHANGES], overdue;
    uint64_t moved[MOVED_WAYS]; /* readings, of what changed */
    uint64_t differing;         /* organisations with something to tell */
    struct matter matters[MATTERS_KEPT]; size_t matter_count; /* weightiest first; of equals as they come */
};
void tally_add(struct tally *t, const struct compare *c, size_t pair, const struct org_diff *d);
#endif
