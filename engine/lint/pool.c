/* pool.c: see pool.h. */
#include "lint/pool.h"

enum { FIRST = 256 };

static bool has_room(const struct pool *p, size_t room)
{
    return room <= p->slots && room * p->length <= p->row_bytes && room * p->key_room <= p->key_bytes;
}

void pool_begin(struct pool *p, size_t length, size_t key_room, size_t most)
{
    p->count = 0;
    p->length = length;
    p->key_room = key_room;
    p->most = most;
    p->room = has_room(p, FIRST) ? FIRST : 0;
    if (p->room) memset(p->places, 0, 2 * p->room * sizeof *p->places);
}

static struct str key_of(const struct pool *p, size_t i)
{
    return (struct str){p->keys + i * p->key_room, p->key_lengths[i]};
}

/* Where the key is, or would be. */
static uint32_t *place_of(const struct pool *p, struct str key)
{
    size_t mask = 2 * p->room - 1, at = str_hash(key) & mask;
    while (p->places[at] && !str_eq(key, key_of(p, p->places[at] - 1))) at = (at + 1) & mask;
    return &p->places[at];
}

static void *moved(struct arena *arena, const void *old, size_t used, size_t size)
{
    void *to = arena_alloc(arena, size + 1);
    if (used) memcpy(to, old, used);
    return to;
}

static void take_room(struct pool *p, size_t room, struct arena *arena)
{
    p->rows = moved(arena, p->rows, p->count * p->length, room * p->length);
    p->keys = moved(arena, p->keys, p->count * p->key_room, room * p->key_room);
    p->key_lengths = moved(arena, p->key_lengths, p->count * sizeof *p->key_lengths, room * sizeof *p->key_lengths);
    p->places = arena_alloc(arena, 2 * room * sizeof *p->places);
    p->row_bytes = room * p->length;
    p->key_bytes = room * p->key_room;
    p->slots = room;
}

static void grow(struct pool *p, struct arena *arena)
{
    size_t room = p->room ? 2 * p->room : FIRST;
    if (!has_room(p, room)) take_room(p, room, arena);
    p->room = room;
    memset(p->places, 0, 2 * room * sizeof *p->places);
    for (size_t i = 0; i < p->count; i++) *place_of(p, key_of(p, i)) = (uint32_t)i + 1;
}

bool pool_add(struct pool *p, const uint8_t *row, struct str key, struct arena *arena)
{
    if (p->count == p->room) grow(p, arena);
    uint32_t *place = place_of(p, key);
    if (*place) return true;
    if (p->count == p->most) return false;
    memcpy(p->rows + p->count * p->length, row, p->length);
    memcpy(p->keys + p->count * p->key_room, key.s, key.n);
    p->key_lengths[p->count] = (uint16_t)key.n;
    *place = (uint32_t)++p->count;
    return true;
}
