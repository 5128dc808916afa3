/* crosswalk.h: which areas, grades, organisations and names of evidence of one side are which of the other, and whether
 * grades may be compared (law 9).
 *
 * Who says so, in this order: the newer side's pack, if it declares a crosswalk from the older one; the older side's, if
 * it declares one from the newer (sides were given the other way round: the same links, read backwards); nobody. Where
 * both sides are of one pack, whatever a crosswalk does not speak of is itself, and alike if the scales are one; each
 * thing that both say alike of an earlier version of their name, as two of one version do, is said of one before either.
 * Nobody, and two packs: areas of one id are shown side by side, as not comparable.
 */
#ifndef COMPARE_CROSSWALK_H
#define COMPARE_CROSSWALK_H
#include "compare/side.h"

enum area_change { AREA_SAME, AREA_RENAMED, AREA_SPLIT, AREA_MERGED, AREA_NEW, AREA_DROPPED, AREA_CHANGES };
const char *area_change_name(enum area_change change);

/* Of an area that there is on both sides: what the frameworks make of it, whoever has a grade in it. */
enum grading_change { GRADING_SAME, GRADING_BEGUN, GRADING_ENDED };
const char *grading_name(enum grading_change grading); /* NULL: the same */

struct area_link {
    uint32_t now;                          /* area of the newer side; NO_SLOT: dropped */
    uint32_t *was; size_t was_count;       /* of the older one; none: new */
    enum area_change change;               /* AREA_SPLIT: `was` went into other areas too; AREA_MERGED: several came together, whatever else became of them */
    enum comparability comparability;      /* never unsaid where there are both */
    struct str because;                    /* of NOT_COMPARABLE */
    enum grading_change grading;
};

struct crosswalk {
    const struct judged *was, *now;
    struct area_link *links; size_t count; /* the newer side's areas in order, then what was dropped, in the older one's */
    int8_t grade[PACK_SCALE_MAX];          /* of each older grade the newer one; -1: not said */
    bool one_scale;                        /* grade by grade */
    uint32_t *characteristic;              /* of each newer one the older; NO_SLOT: none, several that were merged, or its area is not comparable */
    uint32_t *newer;                       /* of each older one the newer, merged or not; NO_SLOT likewise */
    uint32_t *entry;                       /* of each newer entry the older; NO_SLOT */
    uint32_t *org;                         /* of each newer organisation the older; NO_SLOT: added */
    bool *kept;                            /* of each older organisation: it has a newer one */
};
/* Into the arena; jumps when out of memory. Warns of what a declared crosswalk names and the older side does not have. */
void crosswalk_make(struct crosswalk *c, const struct judged *was, const struct judged *now, struct arena *arena, struct diags *diags);
bool crosswalk_same_round(const struct crosswalk *c); /* by year and label */
/* The short id of a characteristic: "thorough". */
struct str crosswalk_short(struct str id);
#endif
