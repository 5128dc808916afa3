/* keys.h: the keys of the objects that are open, to find the one that stands twice. Few keys are compared one by one
 * behind a filter of 64 bits; from KEYS_FEW on they stand in a hash table, so an object of a million keys costs a
 * million steps. All memory is the arena's; what an object used is used again by the next. */
#ifndef DATA_KEYS_H
#define DATA_KEYS_H
#include "base/arena.h"
#include "base/str.h"

#define KEYS_FEW 24
#define KEYS_AT_HAND 96

struct key_entry {
    const char *s;
    uint32_t n, hash;
};

struct key_table { /* open addressing; slot: index of a key + 1, 0: free */
    struct key_table *next;
    uint32_t *slots;
    uint32_t size, room; /* powers of two: in use, allocated */
};

struct key_span { /* one object's keys: list[from] on */
    uint32_t from;
    uint64_t filter, seed;
    struct key_table *table;
};

struct keys {
    struct key_entry *list; /* innermost object's last */
    uint32_t count, capacity;
    struct key_table *spare;
    struct arena *arena;
    struct key_entry at_hand[KEYS_AT_HAND];
};

void keys_init(struct keys *k, struct arena *arena);
static inline void keys_open(const struct keys *k, struct key_span *span);
/* NULL: new, and remembered. Else the one that was there. readable: how many bytes from the key's first on may be
 * looked at; at least its own. */
const struct key_entry *keys_add(struct keys *k, struct key_span *span, struct str key, size_t readable);
static inline void keys_close(struct keys *k, struct key_span *span);

/* Within. No key can make a factor nothing: 0xff is in no UTF-8. */
#define KEYS_SEED UINT64_C(0xff3779b97f4a7cff)
void keys_close_table(struct keys *k, struct key_span *span);

static inline void keys_open(const struct keys *k, struct key_span *span)
{
    span->from = k->count;
    span->filter = 0;
    span->seed = KEYS_SEED;
    span->table = NULL;
}

static inline void keys_close(struct keys *k, struct key_span *span)
{
    k->count = span->from;
    if (span->table) keys_close_table(k, span);
}
#endif
