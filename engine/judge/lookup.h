/* lookup.h: names to their index, in one hash and one comparison. Immutable once made. */
#ifndef JUDGE_LOOKUP_H
#define JUDGE_LOOKUP_H
#include "base/arena.h"
#include "base/str.h"

#define LOOKUP_NONE UINT32_MAX

struct lookup {
    const struct str *names; /* borrowed */
    uint32_t *slots;         /* index + 1; 0: free. A power of two, at most half full */
    size_t mask;
};
/* Of equal names the first is found. Jumps to arena->escape when out of memory. */
void lookup_make(struct lookup *l, const struct str *names, size_t count, struct arena *arena);
uint32_t lookup_find(const struct lookup *l, struct str name); /* or LOOKUP_NONE */
#endif
