/* similar.h: the organisations nearest to one by a number. */
#ifndef COHORT_SIMILAR_H
#define COHORT_SIMILAR_H
#include "cohort/cell.h"

struct likeness { /* of one organisation */
    double key;
    uint32_t organisation;
    struct str id;
};

/* In order of key, then of id. */
void likeness_sort(struct likeness *list, size_t count);

/* May this organisation be a peer? */
typedef bool similar_may(const void *context, uint32_t organisation);
/* Of the sorted list the `want` nearest to `key` that may be, `self` apart: least difference first, ties by id. Puts
 * them into `out` and returns how many there are. log n for the search, then in `want` and in those passed over.
 * Differences that only rounding keeps apart are ties, so the unit of the keys does not decide. */
size_t similar_nearest(const struct likeness *list, size_t count, double key, uint32_t self, size_t want,
                       similar_may *may, const void *context, uint32_t *out);
#endif
