/* earlier.c: see earlier.h. */
#include "cohort/earlier.h"
#include "base/mem.h"
#include <math.h>

void earlier_init(struct earlier *e, const struct load *load) { *e = (struct earlier){.load = load}; }

void earlier_done(struct earlier *e)
{
    for (size_t i = 0; e->cells && i < e->width; i++) mem_free(e->cells[i]);
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

static double *column_of(uint64_t count)
{
    double *cells = mem_alloc((size_t)count * sizeof *cells); /* there are as many ids, of more bytes */
    for (uint64_t i = 0; cells && i < count; i++) cells[i] = (double)NAN;
    return cells;
}

bool earlier_make_room(struct earlier *e)
{
    bool good = true;
    if (e->width == 0) return true;
    e->cells = mem_zero(e->width, sizeof *e->cells);
    e->count = load_count(e->load);
    for (size_t i = 0; e->cells && i < e->width; i++) good = (e->cells[i] = column_of(e->count)) && good;
    good = good && e->cells;
    if (!good) earlier_done(e); /* nothing is kept, so nothing is asked by it */
    return good;
}

void earlier_keep(struct earlier *e, const struct org *org)
{
    if (!e->cells || org->index >= e->count) return; /* a file that grew since is told of when it ends */
    for (size_t slot = 0; slot < slots_of(e); slot++) {
        const struct measure *m = &org->measures[slot];
        if (e->columns[slot] != NO_SLOT && m->is.missing == PEEL_PRESENT)
            e->cells[e->columns[slot]][org->index] = m->value.value;
    }
}

uint64_t earlier_find(const struct earlier *e, struct str id) { return e->cells ? load_find(e->load, id) : LOAD_NONE; }
