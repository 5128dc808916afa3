/* test_keys.c: keys that stand twice are found, whatever is done to the table. The file is included whole, to make keys
 * that collide. */
#include "../../engine/data/keys.c"
#include "unit.h"
#include <stdio.h>

static struct arena arena;
static struct keys keys;

static void start(void)
{
    arena_init(&arena);
    keys_init(&keys, &arena);
}

static struct str make(unsigned i, char text[32]) { return (struct str){text, (size_t)snprintf(text, 32, "%08x", i)}; }

static struct str kept(unsigned i)
{
    char text[32];
    struct str key = make(i, text);
    return (struct str){arena_dup(&arena, key.s, key.n), key.n};
}

/* Each length, read with and without room behind: the same hash. */
START_TEST(a_hash_does_not_depend_on_what_follows)
{
    char text[64];
    memset(text, 'x', sizeof text);
    for (size_t n = 0; n <= 16; n++) {
        uint64_t alone = hash((struct str){text, n}, n, SEED);
        ck_assert(alone == hash((struct str){text, n}, 64, SEED));
        text[n] = 'y';
        ck_assert(alone == hash((struct str){text, n}, 64, SEED));
        ck_assert(alone != hash((struct str){text, n + 1}, 64, SEED));
        text[n] = 'x';
    }
}
END_TEST

START_TEST(each_is_found_again)
{
    struct key_span outer, inner;
    start();
    keys_open(&keys, &outer);
    for (unsigned i = 0; i < 5000; i++) {
        ck_assert_ptr_null(keys_add(&keys, &outer, kept(i), 8));
        if (i % 100 == 0) { /* an object within, of its own */
            keys_open(&keys, &inner);
            for (unsigned k = 0; k < i % 300; k++) ck_assert_ptr_null(keys_add(&keys, &inner, kept(k), 8));
            if (i % 300 > 50) ck_assert_ptr_nonnull(keys_add(&keys, &inner, kept(50), 8));
            keys_close(&keys, &inner);
        }
        const struct key_entry *e = keys_add(&keys, &outer, kept(i / 2), 8);
        ck_assert_ptr_nonnull(e);
        ck_assert(str_eq((struct str){e->s, e->n}, kept(i / 2)));
    }
    keys_close(&keys, &outer);
    ck_assert_uint_eq(keys.count, 0);
    arena_done(&arena);
}
END_TEST

/* Keys made to fall on one place of the table: it takes another seed, and stays short of walk. */
START_TEST(keys_that_collide)
{
    struct key_span span;
    char text[32];
    unsigned found = 0, colliding[3000];
    start();
    for (unsigned i = 0; found < 3000; i++)
        if ((hash(make(i, text), 8, SEED) & 0xfff) == 7) colliding[found++] = i;
    keys_open(&keys, &span);
    for (unsigned i = 0; i < found; i++) ck_assert_ptr_null(keys_add(&keys, &span, kept(colliding[i]), 8));
    ck_assert(span.seed != SEED);
    unsigned walked = 0;
    for (unsigned i = 0; i < found; i++) {
        uint32_t at = (uint32_t)hash(make(colliding[i], text), 8, span.seed) & (span.table->size - 1);
        for (; !str_eq(make(colliding[i], text), (struct str){keys.list[span.table->slots[at] - 1].s, 8});
             at = (at + 1) & (span.table->size - 1))
            walked++;
    }
    /* Of a table at most half full one expects half a step (Knuth, volume 3, 6.4); the seed is an address, so some runs
     * need a few more. On one place it would be found / 2 steps for each. */
    ck_assert_uint_lt(walked, 8 * found);
    for (unsigned i = 0; i < found; i++) ck_assert_ptr_nonnull(keys_add(&keys, &span, kept(colliding[i]), 8));
    arena_done(&arena);
}
END_TEST

UNIT("keys", a_hash_does_not_depend_on_what_follows, each_is_found_again, keys_that_collide);
