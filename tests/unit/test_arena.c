#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "unit.h"

static struct arena arena;
static jmp_buf escape;

START_TEST(allocations_are_aligned_and_apart)
{
    arena_init(&arena);
    unsigned char *made[300];
    for (int i = 0; i < 300; i++) {
        made[i] = arena_try(&arena, (size_t)i * 7);
        ck_assert_uint_eq((uintptr_t)made[i] % 16, 0);
        memset(made[i], i, (size_t)i * 7);
    }
    for (int i = 0; i < 300; i++)
        for (int j = 0; j < i * 7; j++) ck_assert_int_eq(made[i][j], (unsigned char)i);
    arena_done(&arena);
}
END_TEST

START_TEST(large_ones_do_not_waste_the_newest_block)
{
    arena_init(&arena);
    char *small = arena_try(&arena, 16);
    memset(arena_try(&arena, 5u << 20), 1, 5u << 20);
    ck_assert_ptr_eq(arena_try(&arena, 16), small + 16);
    arena_done(&arena);
}
END_TEST

START_TEST(reset_keeps_one_block)
{
    arena_init(&arena);
    for (int i = 0; i < 1000; i++) memset(arena_try(&arena, 1000), 0, 1000);
    arena_reset(&arena);
    mem_fail_after(1);
    ck_assert_ptr_nonnull(arena_try(&arena, 100000));
    mem_fail_after(0);
    arena_done(&arena);
    arena_reset(&arena);
    ck_assert_ptr_null(arena.blocks);
}
END_TEST

START_TEST(out_of_memory_escapes)
{
    arena_init(&arena);
    arena.escape = &escape;
    volatile int escaped = 0;
    mem_fail_after(1);
    ck_assert_ptr_null(arena_try(&arena, 1));
    if (setjmp(escape) == 0)
        arena_dup(&arena, "x", 1);
    else
        escaped++;
    if (setjmp(escape) == 0)
        arena_printf(&arena, "%d", 1);
    else
        escaped++;
    mem_fail_after(0);
    if (setjmp(escape) == 0)
        arena_zero(&arena, SIZE_MAX / 2, 4);
    else
        escaped++;
    if (setjmp(escape) == 0)
        arena_alloc(&arena, SIZE_MAX);
    else
        escaped++;
    if (setjmp(escape) == 0)
        arena_dup(&arena, "x", SIZE_MAX);
    else
        escaped++;
    ck_assert_int_eq(escaped, 5);
    arena_done(&arena);
}
END_TEST

START_TEST(texts_end_in_nul)
{
    arena_init(&arena);
    arena.escape = &escape;
    if (setjmp(escape)) ck_abort_msg("there is memory");
    ck_assert_str_eq(arena_dup(&arena, "abcdef", 3), "abc");
    ck_assert_str_eq(arena_dup(&arena, NULL, 0), "");
    ck_assert_str_eq(arena_printf(&arena, "%s of %d", "52", 60), "52 of 60");
    ck_assert_str_eq(arena_printf(&arena, "%s", ""), "");
    char *zeros = arena_zero(&arena, 10, 10);
    for (int i = 0; i < 100; i++) ck_assert_int_eq(zeros[i], 0);
    arena_done(&arena);
}
END_TEST

UNIT("arena", allocations_are_aligned_and_apart, large_ones_do_not_waste_the_newest_block, reset_keeps_one_block,
     out_of_memory_escapes, texts_end_in_nul);
