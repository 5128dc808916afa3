/* impact.h: what a draft of a pack would change in past data, and which of its edits does it.
 *
 * A flip is a computed grade that the draft would change. Each edit is made alone, and whatever it flips is told under it: also where another edit alone would do the same, and where the draft as a whole undoes it. What no
 * edit alone flips, is the work of several together.
 */
#ifndef COMPARE_IMPACT_H
#define COMPARE_IMPACT_H
#include "compare/edits.h"
#include "compare/grades.h"

struct flip {
    struct str round, org, name; /* of the organisation its id and name */
    uint32_t area;               /* of the draft */
    int was, draft;              /* grades, or enum peel_no_grade */
    int alone;                   /* by the edit it stands under; of the group of several as `draft` */
};
struct impact_group {
    const struct edit *edit;  /* NULL: several together */
    const char *flaw;         /* why it cannot be made alone; else NULL */
    struct flip *flips; size_t flip_count, capacity;
    size_t organisations;     /* that have a flip */
    size_t outcomes;          /* characteristics of organisations whose outcome it changes, alone */
    size_t broken;            /* organisations of which a rule fails that did not: flips to "error" are no judgment */
};
struct impact {
    const struct edits *edits;
    struct impact_group *groups; size_t group_count; /* the edits in order, then several together */
    size_t organisations, judgments; /* of all datasets: in areas that both have */
    size_t flips, up, down, gained, lost; /* of the draft as a whole; gained: no grade before. up and down only of one scale */
    size_t outcomes;
    size_t partial; /* organisations of which a rule failed, by the pack as it was or by the draft */
    struct names areas_new, areas_gone;
    struct str only; /* the id of the one organisation that is looked at; s NULL: all. Set after impact_begin */
    const struct grades *was, *draft; /* private, as what follows: of the dataset at hand */
    bool *explained;                  /* of each judgment: an edit alone brings it about */
    struct arena *arena;
};
/* Into the arena, as all that follows; jump when out of memory. */
void impact_begin(struct impact *m, const struct edits *edits, struct arena *arena);
/* One dataset: graded by both, which are borrowed until impact_end; then by each edit alone that can be made, of the same organisations in the same order, which need not outlive the call; then the end. pack: the older one with
 * edit i. */
void impact_dataset(struct impact *m, const struct grades *was, const struct grades *draft);
void impact_alone(struct impact *m, size_t i, const struct pack *pack, const struct grades *grades);
void impact_end(struct impact *m);
#endif
