/* index.h: ids to slots. Built once, then read by any number of threads. */
#ifndef DATA_INDEX_H
#define DATA_INDEX_H
#include "data/model.h"

/* The id of slot i is ids[i * stride bytes]: entries of a catalogue begin with their id, so no copy is made. Where an
 * id stands twice, the first is found. Jumps when out of memory; borrows ids for its life. */
struct index *index_build(struct arena *arena, const struct str *ids, size_t count, size_t stride);
/* The id nearest to `want`, or one with s NULL. */
struct str index_nearest(const struct index *index, struct str want);
#endif
