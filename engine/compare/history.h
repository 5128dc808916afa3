/* history.h: three or more judged sides, oldest first: organisations and areas followed from each to the next.
 *
 * A row is an area through the years: from side to side by the crosswalks that packs declare, as two sides are compared
 * (crosswalk.h). Of an area that was split the part that kept its id goes on, or else the first; the others begin anew,
 * and say of what they were part. Of areas that were merged likewise one goes on, and the others end there. What no
 * crosswalk links ends, and what is new begins: nothing is joined by likeness.
 *
 * Only neighbours are compared. An organisation that one side does not have is still the same one, by its id, but
 * across the gap nothing is said to be better or worse.
 */
#ifndef COMPARE_HISTORY_H
#define COMPARE_HISTORY_H
#include "compare/compare.h"

struct history_row {
    uint32_t first, last; /* sides in which it is asked, and in all between */
    uint32_t *area;       /* of each side; NO_SLOT: not asked */
    uint32_t *link;       /* of each side the link that leads there from the one before; NO_SLOT: none. At `first`, where the area was split: the link it came by */
    uint32_t into;        /* area of the side after `last`, where it was merged; NO_SLOT */
};
struct history_line { uint32_t *org; }; /* an organisation: its index in each side, or NO_SLOT */

struct history {
    const struct judged *const *sides;
    size_t count;
    struct compare *steps; /* count - 1: from side k to side k + 1 */
    struct history_row *rows; size_t row_count;   /* the newest side's areas in order, then what ended, latest first */
    struct history_line *lines; size_t line_count; /* likewise */
    size_t only;           /* the line that is asked for, or SIZE_MAX */
};

/* Puts sides in order of year, then of round. False, and an error, where two are of one round: which of them is the later nobody can tell. */
bool history_order(struct judged **sides, size_t count, struct diags *diags);
/* Of sides in order, at least two, which it borrows. False, and an error, where the organisation asked for is in none. Into the arena; jumps when out of memory. */
bool history_make(struct history *h, const struct judged *const *sides, size_t count, const struct wish *wish, struct arena *arena, struct diags *diags);

struct org_history {
    const struct side_org **at;     /* in each side; NULL: not in it */
    const struct org_diff **steps;  /* steps[k]: from side k - 1 to k; NULL: not in both */
    const struct side_org *newest;
    bool differs;                   /* from some side to the next */
};
/* Line i; in the arena. NULL: it is not asked for. */
const struct org_history *history_org(const struct history *h, size_t i, struct arena *arena);
/* NULL: not asked there, or the organisation is not in that side. */
const struct side_judgment *history_judgment(const struct history_row *row, const struct org_history *o, size_t side);
/* What changed to `side` from the one before; NULL: nothing is there to compare. */
const struct judgment_diff *history_change(const struct history_row *row, const struct org_history *o, size_t side);
/* The newest title of a row. */
struct str history_title(const struct history *h, const struct history_row *row);
#endif
