/* lookup.c: open addressing with linear steps. */
#include "judge/lookup.h"

/* Names are short, and every finding comes by here: eight bytes at a time. */
static uint64_t hash(struct str name)
{
    uint64_t h = name.n, word;
    const char *at = name.s;
    size_t left = name.n;
    for (; left >= 8; at += 8, left -= 8) {
        memcpy(&word, at, 8);
        h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 32;
    }
    if (name.n >= 8)
        memcpy(&word, name.s + name.n - 8, 8); /* what is left, and what was before it */
    else
        for (word = 0; left > 0; left--) word = word << 8 | (unsigned char)at[left - 1];
    h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ h >> 32;
}

static uint32_t *slot_of(const struct lookup *l, struct str name)
{
    size_t i = (size_t)hash(name) & l->mask;
    while (l->slots[i] && !str_eq(l->names[l->slots[i] - 1], name)) i = (i + 1) & l->mask;
    return &l->slots[i];
}

void lookup_make(struct lookup *l, const struct str *names, size_t count, struct arena *arena)
{
    size_t size = 4;
    while (size < 2 * count) size *= 2;
    l->names = names;
    l->mask = size - 1;
    l->slots = arena_zero(arena, size, sizeof *l->slots);
    for (size_t i = 0; i < count; i++) {
        uint32_t *slot = slot_of(l, names[i]);
        if (!*slot) *slot = (uint32_t)i + 1;
    }
}

uint32_t lookup_find(const struct lookup *l, struct str name)
{
    return l->slots ? *slot_of(l, name) - 1 : LOOKUP_NONE; /* 0 - 1 is LOOKUP_NONE */
}
