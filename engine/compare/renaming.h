/* renaming.h: a dataset as the other pack would read it, where that calls areas otherwise.
 *
 * Findings are written against an area, and published judgments name one, by the id that the dataset's own pack gives it. Asked by the other pack, which knows the area by another id, they would be heard by nobody, and what a
 * name does would be told as the work of rules. So of areas that are alike they are given the other id: of an area that was split, or of which several came together, each part hears what
 * was found of the whole, and the whole what was found of any part; but of parts there is not one judgment. What is not alike, or on one side alone, keeps its name, and is heard by nobody where that is another's there. Decisions are left out: they enter no grade that is asked for (attribution.h).
 */
#ifndef COMPARE_RENAMING_H
#define COMPARE_RENAMING_H
#include "compare/crosswalk.h"

struct renaming {
    const struct crosswalk *crosswalk;
    bool back; /* the newer dataset, for the older pack; else the older one for the newer */
};
/* In the arena, out of which it jumps. */
void renaming_apply(const struct renaming *r, struct org *org, struct arena *arena);
#endif
