/* keys.c: see keys.h. Nothing of the hash reaches a result; so a text made to collide may be answered with a seed
 * that its author cannot know (an address). */
#include "data/keys.h"

#define PROBES 48 /* a longer walk is no accident in a table at most half full */
#define SEED KEYS_SEED
#define SECOND UINT64_C(0xffd1b54a32d192ed)

static inline uint64_t load8(const char *s)
{
    uint64_t w;
    memcpy(&w, s, 8);
    return w;
}

/* Both halves of the product, folded: a difference in a word spreads in a way that depends on the seed. */
static inline uint64_t fold(uint64_t a, uint64_t b)
{
    __extension__ unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* The first n of eight bytes, the others zero. n up to 8. */
static inline uint64_t first_bytes(uint64_t w, size_t n)
{
    static const unsigned char bytes[16] = {255, 255, 255, 255, 255, 255, 255, 255};
    uint64_t mask;
    memcpy(&mask, bytes + 8 - n, 8);
    return w & mask;
}

static inline uint64_t hash_words(uint64_t first, uint64_t second, size_t n, uint64_t seed)
{
    return fold(first ^ seed, second ^ SECOND ^ n << 8);
}

static uint64_t hash_any(struct str key, uint64_t seed)
{
    const char *s = key.s;
    size_t n = key.n;
    char last[16] = {0};
    uint64_t h = seed;
    for (; n > 16; s += 16, n -= 16) h = hash_words(load8(s), load8(s + 8), 16, h) | UINT64_C(0xff000000000000ff);
    if (n) memcpy(last, s, n);
    return hash_words(load8(last), load8(last + 8), key.n, h);
}

/* The same. readable: how many bytes from the key's first may be looked at. */
static inline uint64_t hash(struct str key, size_t readable, uint64_t seed)
{
    if (key.n > 16 || readable < 16) return hash_any(key, seed);
    size_t low = key.n < 8 ? key.n : 8;
    return hash_words(first_bytes(load8(key.s), low), first_bytes(load8(key.s + 8), key.n - low), key.n, seed);
}

void keys_init(struct keys *k, struct arena *arena)
{
    k->list = k->at_hand;
    k->count = 0;
    k->capacity = KEYS_AT_HAND;
    k->spare = NULL;
    k->arena = arena;
}

void keys_close_table(struct keys *k, struct key_span *span)
{
    span->table->next = k->spare;
    k->spare = span->table;
    span->table = NULL;
}

static void grow(struct keys *k)
{
    struct key_entry *more = arena_alloc(k->arena, 2 * (size_t)k->capacity * sizeof *more);
    memcpy(more, k->list, k->count * sizeof *more);
    k->list = more;
    k->capacity *= 2;
}

static inline void push(struct keys *k, struct str key, uint64_t h)
{
    if (k->count == k->capacity) grow(k);
    k->list[k->count++] = (struct key_entry){key.s, (uint32_t)key.n, (uint32_t)h};
}

static bool same(const struct key_entry *e, struct str key, uint32_t h)
{
    return e->hash == h && e->n == key.n && memcmp(e->s, key.s, key.n) == 0;
}

static const struct key_entry *find_few(const struct keys *k, const struct key_span *span, struct str key, uint32_t h)
{
    for (uint32_t i = span->from; i < k->count; i++)
        if (same(&k->list[i], key, h)) return &k->list[i];
    return NULL;
}

static struct key_table *take_table(struct keys *k)
{
    struct key_table *t = k->spare;
    if (t) {
        k->spare = t->next;
        return t;
    }
    t = arena_alloc(k->arena, sizeof *t);
    t->slots = NULL;
    t->room = 0;
    return t;
}

static bool settle(const struct keys *k, struct key_table *t, uint32_t index)
{
    uint32_t mask = t->size - 1, at = k->list[index].hash & mask;
    for (int probes = 0; t->slots[at]; at = (at + 1) & mask)
        if (++probes > PROBES) return false;
    t->slots[at] = index + 1;
    return true;
}

static bool fill(struct keys *k, struct key_span *span)
{
    struct key_table *t = span->table;
    memset(t->slots, 0, t->size * sizeof *t->slots);
    for (uint32_t i = span->from; i < k->count; i++) {
        struct key_entry *e = &k->list[i];
        e->hash = (uint32_t)hash_any((struct str){e->s, e->n}, span->seed);
        if (!settle(k, t, i)) return false;
    }
    return true;
}

static void reseed(const struct keys *k, struct key_span *span)
{
    span->seed = fold(span->seed ^ (uintptr_t)k, (uintptr_t)k->arena->at | 1) ^ span->seed << 1;
    span->seed |= UINT64_C(0xff000000000000ff);
}

/* A table of `size` slots over all keys of the span. */
static void build(struct keys *k, struct key_span *span, uint32_t size)
{
    if (!span->table) span->table = take_table(k);
    struct key_table *t = span->table;
    for (t->size = size;; t->size *= 2, reseed(k, span)) {
        if (t->room < t->size) {
            t->slots = arena_alloc(k->arena, t->size * sizeof *t->slots);
            t->room = t->size;
        }
        if (fill(k, span)) return;
    }
}

static const struct key_entry *add_many(struct keys *k, struct key_span *span, struct str key, uint64_t h)
{
    struct key_table *t = span->table;
    uint32_t mask = t->size - 1, at = (uint32_t)h & mask;
    int probes = 0;
    for (; t->slots[at]; at = (at + 1) & mask, probes++) {
        const struct key_entry *e = &k->list[t->slots[at] - 1];
        if (same(e, key, (uint32_t)h)) return e;
    }
    push(k, key, h);
    t->slots[at] = k->count;
    uint32_t count = k->count - span->from;
    if (probes > PROBES) {
        reseed(k, span);
        build(k, span, t->size);
    } else if (count > t->size / 2)
        build(k, span, t->size * 2);
    return NULL;
}

const struct key_entry *keys_add(struct keys *k, struct key_span *span, struct str key, size_t readable)
{
    uint64_t h = hash(key, readable, span->seed), bit = UINT64_C(1) << (h >> 58);
    if (span->table) return add_many(k, span, key, h);
    if (span->filter & bit) {
        const struct key_entry *e = find_few(k, span, key, (uint32_t)h);
        if (e) return e;
    }
    span->filter |= bit;
    push(k, key, h);
    if (k->count - span->from > KEYS_FEW) build(k, span, 128);
    return NULL;
}
