/* earlier.c: see earlier.h. */
#include "cohort/earlier.h"
#include "base/mem.h"
#include <math.h>

void earlier_init(struct earlier *e, const struct load *load) { *e = (struct earlier){.load = load}; }

void earlier_done(struct earlier *e)
{
    mem_free(e->columns);
    mem_free(e->cells);
    earlier_init(e, e->load);
}

static size_t slots_of(const struct earlier *e) { return load_dataset(e->load)->catalogues[EVIDENCE_MEASURE].count; }

uint32_t earlier_want(struct earlier *e, uint32_t slot)
{
    if (!e->columns) {
        e->columns = mem_alloc(slots_of(e) * sizeof *e->columns);
        if (!e->columns) return NO_SLOT;
        for (size_t i = 0; i < slots_of(e); i++) e->columns[i] = NO_SLOT;
    }
    if (e->columns[slot] == NO_SLOT) e->columns[slot] = (uint32_t)e->width++;
    return e->columns[slot];
}

bool earlier_make_room(struct earlier *e)
{
    uint64_t count = load_count(e->load);
    if (e->width == 0 || count == 0) return true;
    if (count > SIZE_MAX / sizeof *e->cells / e->width) return false;
    e->cells = mem_alloc((size_t)count * e->width * sizeof *e->cells);
    if (!e->cells) return false;
    for (size_t i = 0; i < (size_t)count * e->width; i++) e->cells[i] = (double)NAN;
    e->count = count;
    return true;
}

void earlier_keep(struct earlier *e, const struct org *org)
{
    if (!e->cells || org->index >= e->count) return; /* a file that grew since is told of when it ends */
    double *cells = e->cells + org->index * e->width;
    for (size_t slot = 0; slot < slots_of(e); slot++) {
        const struct measure *m = &org->measures[slot];
        if (e->columns[slot] == NO_SLOT) continue;
        cells[e->columns[slot]] = m->is.missing == PEEL_PRESENT ? m->value.value : (double)NAN;
    }
}

const double *earlier_of(const struct earlier *e, struct str id, uint64_t *index)
{
    if (!e->cells) return NULL;
    *index = load_find(e->load, id);
    return *index == LOAD_NONE ? NULL : e->cells + *index * e->width;
}
