/* register.c: see register.h. Grows by half, so that the spare room stays small. */
#include "data/register.h"
#include "base/mem.h"

#define EMPTY UINT32_MAX

void register_init(struct id_register *r)
{
    *r = (struct id_register){0};
    arena_init(&r->text);
}

void register_done(struct id_register *r)
{
    mem_free(r->ids);
    mem_free(r->lines);
    mem_free(r->slots);
    arena_done(&r->text);
    register_init(r);
}

static size_t place_of(const struct id_register *r, struct str id)
{
    size_t at = (size_t)str_hash(id) & r->mask;
    while (r->slots[at] != EMPTY && !str_eq(r->ids[r->slots[at]], id)) at = (at + 1) & r->mask;
    return at;
}

uint64_t register_find(const struct id_register *r, struct str id)
{
    if (!r->slots || !id.s) return REGISTER_NONE;
    uint32_t slot = r->slots[place_of(r, id)];
    return slot == EMPTY ? REGISTER_NONE : slot;
}

static bool rehash(struct id_register *r, size_t room)
{
    uint32_t *slots = mem_alloc(room * sizeof *slots);
    if (!slots) return false;
    memset(slots, 0xff, room * sizeof *slots);
    mem_free(r->slots);
    r->slots = slots;
    r->mask = room - 1;
    for (size_t i = 0; i < r->count; i++) {
        size_t at = r->ids[i].s ? place_of(r, r->ids[i]) : 0;
        if (r->ids[i].s && slots[at] == EMPTY) slots[at] = (uint32_t)i;
    }
    return true;
}

static bool grow(struct id_register *r)
{
    size_t capacity = r->capacity ? r->capacity + r->capacity / 2 : 64;
    struct str *ids = mem_realloc(r->ids, capacity * sizeof *ids);
    if (ids) r->ids = ids;
    uint64_t *lines = ids ? mem_realloc(r->lines, capacity * sizeof *lines) : NULL;
    if (!lines) return false;
    r->lines = lines;
    r->capacity = capacity;
    return true;
}

bool register_add(struct id_register *r, struct str id, uint64_t line)
{
    if (r->count >= EMPTY || (r->count == r->capacity && !grow(r))) return false;
    if ((!r->slots || 2 * (r->count + 1) > r->mask + 1) && !rehash(r, r->slots ? 2 * (r->mask + 1) : 128)) return false;
    char *copy = id.s ? arena_try(&r->text, id.n + 1) : NULL;
    if (id.s && !copy) return false;
    if (copy) {
        memcpy(copy, id.s, id.n);
        copy[id.n] = '\0';
        id.s = copy;
        size_t at = place_of(r, id);
        if (r->slots[at] == EMPTY) r->slots[at] = (uint32_t)r->count;
    }
    r->ids[r->count] = id;
    r->lines[r->count++] = line;
    return true;
}
