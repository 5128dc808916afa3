/* index.c: ids to slots, by open addressing over str_hash. At most half full, so that a miss ends soon. */
#include "data/index.h"
#include "base/mem.h"

struct index {
    const char *ids; /* the first id; the others follow at `stride` */
    size_t count, stride;
    size_t mask;
    uint32_t *slots; /* NO_SLOT: empty */
};

static struct str id_at(const struct index *x, size_t slot)
{
    return *(const struct str *)(const void *)(x->ids + slot * x->stride);
}

static size_t place_of(const struct index *x, struct str id)
{
    size_t at = (size_t)str_hash(id) & x->mask;
    while (x->slots[at] != NO_SLOT && !str_eq(id_at(x, x->slots[at]), id)) at = (at + 1) & x->mask;
    return at;
}

struct index *index_build(struct arena *arena, const struct str *ids, size_t count, size_t stride)
{
    struct index *x = arena_zero(arena, 1, sizeof *x);
    size_t room = 8;
    while (room < 2 * count) room *= 2;
    *x = (struct index){(const char *)ids, count, stride, room - 1, arena_alloc(arena, room * sizeof *x->slots)};
    memset(x->slots, 0xff, room * sizeof *x->slots);
    for (size_t i = 0; i < count; i++) {
        size_t at = place_of(x, id_at(x, i));
        if (x->slots[at] == NO_SLOT) x->slots[at] = (uint32_t)i;
    }
    return x;
}

uint32_t index_find(const struct index *index, struct str id)
{
    return index ? index->slots[place_of(index, id)] : NO_SLOT;
}

struct str index_nearest(const struct index *index, struct str want)
{
    struct str none = {NULL, 0};
    struct str *names = index && index->count ? mem_alloc(index->count * sizeof *names) : NULL;
    if (!names) return none;
    for (size_t i = 0; i < index->count; i++) names[i] = id_at(index, i);
    int best = str_nearest(want, names, index->count);
    if (best >= 0) none = names[best];
    mem_free(names);
    return none;
}
