/* quality.h: the questions that a dataset raises about its own data, as the published method puts them to every force:
 * values that their units make unlikely, values that stand outside of the other organisations', parts that do not add up to their total, and values far from
 * those of the year before. A question is no error: the value may well be right.
 *
 *   q = quality_open(load, 3)            for each dataset, after load_open
 *   quality_compare(q, r)                for each two of them, in either order: whether one follows the other it sees
 *   quality_watch(q), load_check(load)   for each dataset
 *   quality_draw(q)                      where it is good; else quality_end(q)
 *
 *   quality_begin(q)                     then for each good one, the earlier years first; and in a pass over its
 *   quality_ask(q, batch, i, org, diags) organisations, each
 *   quality_end(q)                       lets go of all that is not asked for any more
 *
 * What is asked does not depend on the order of the organisations or of the datasets. One thread.
 *
 * Memory: that of a cohort (cohort.h) of all measures up to quality_draw, of one dataset at a time; after that that of
 * earlier.h, until the datasets of the year after are done. */
#ifndef COHORT_QUALITY_H
#define COHORT_QUALITY_H
#include "data/load.h"

#define QUALITY_WIDTH 3 /* SD: ours. The one SD of the report's lines would ask about a third of all values */

struct quality;
/* width: how many standard deviations off the outlier lines are; the other rules are the engine's defaults. NULL: out
 * of memory. The load is borrowed. */
struct quality *quality_open(struct load *load, double width);
void quality_close(struct quality *q); /* NULL is fine */

/* Where one is of the year after the other, it will be asked about changes since. False: out of memory. */
bool quality_compare(struct quality *a, struct quality *b);
/* Are there changes to ask about, but no dataset of the year before to ask by? */
bool quality_is_alone(const struct quality *q);

bool quality_watch(struct quality *q); /* false: out of memory */
bool quality_draw(struct quality *q);  /* likewise */
bool quality_begin(struct quality *q); /* likewise */
/* Of piece i of the batch, read as `org`: DIAG_QUESTIONs. False: out of memory. */
bool quality_ask(struct quality *q, const struct batch *batch, size_t i, const struct org *org, struct diags *diags);
void quality_end(struct quality *q);
#endif
