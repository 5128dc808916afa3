/* pool.h: rows of equal length, each kept once by its key. The room stays from use to use. */
#ifndef LINT_POOL_H
#define LINT_POOL_H
#include "base/arena.h"
#include "base/str.h"

struct pool {
    uint8_t *rows;
    size_t count, length; /* of a row */
    /* private */
    char *keys;
    uint16_t *key_lengths;
    uint32_t *places;     /* 1 + the index of a row; 0: free */
    size_t key_room, room, most;
    size_t row_bytes, key_bytes, slots; /* what there is */
};
/* Empty, for rows of `length` and keys of up to key_room bytes, below 65,536; at most `most` rows. */
void pool_begin(struct pool *p, size_t length, size_t key_room, size_t most);
/* False: it is new, and there is no room within `most`. Jumps when out of memory. */
bool pool_add(struct pool *p, const uint8_t *row, struct str key, struct arena *arena);
#endif
