/* earlier.h: what a dataset leaves behind for the one of the year after: some of its measures, eight bytes an
 * organisation and measure. The organisations themselves are gone by then. */
#ifndef COHORT_EARLIER_H
#define COHORT_EARLIER_H
#include "data/load.h"

struct earlier {
    const struct load *load;
    uint32_t *columns; /* of the catalogue's measures: which column, or NO_SLOT; NULL: nothing is wanted */
    size_t width;      /* columns */
    uint64_t count;    /* organisations there is room for */
    double **cells;    /* by column a number an organisation, in order of the file; NaN: missing. NULL: nothing is kept.
                          (Blocks of the size that columns of a cohort had: they take its place.) */
};
void earlier_init(struct earlier *e, const struct load *load);
void earlier_done(struct earlier *e);
/* Before anything is kept: the column in which a measure (by its slot) will be; NO_SLOT: out of memory. */
uint32_t earlier_want(struct earlier *e, uint32_t slot);
/* After load_check: room for what is wanted. False: out of memory. */
bool earlier_make_room(struct earlier *e);
void earlier_keep(struct earlier *e, const struct org *org);
/* Which organisation has the id there; LOAD_NONE: none, or nothing was kept. */
uint64_t earlier_find(const struct earlier *e, struct str id);
#endif
