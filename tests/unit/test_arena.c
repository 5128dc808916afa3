#include "base/arena.h"

#include <check.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"

static struct arena arena;

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

static void duplicates(void *text) { arena_dup(&arena, text, 1); }
static void prints(void *text) { arena_printf(&arena, "%s", (const char *)text); }
static void asks_for_zeros(void *text) { (void)text, arena_zero(&arena, SIZE_MAX / 2, 4); }
static void asks_for_all(void *text) { (void)text, arena_alloc(&arena, SIZE_MAX); }
static void duplicates_all(void *text) { arena_dup(&arena, text, SIZE_MAX); }

START_TEST(out_of_memory_escapes)
{
    char text[] = "x";
    arena_init(&arena);
    ck_assert(arena_guard(&arena, duplicates, text));
    arena_done(&arena);
    mem_fail_after(1);
    ck_assert_ptr_null(arena_try(&arena, 1));
    ck_assert(!arena_guard(&arena, duplicates, text));
    ck_assert(!arena_guard(&arena, prints, text));
    mem_fail_after(0);
    ck_assert(!arena_guard(&arena, asks_for_zeros, text));
    ck_assert(!arena_guard(&arena, asks_for_all, text));
    ck_assert(!arena_guard(&arena, duplicates_all, text));
    ck_assert_ptr_null(arena.escape);
    arena_done(&arena);
}
END_TEST

static bool through;

static void guards(void *text)
{
    jmp_buf *own = arena.escape;
    ck_assert(!arena_guard(&arena, asks_for_all, text));
    ck_assert_ptr_eq(arena.escape, own);
    through = true;
    asks_for_all(text);
    ck_abort_msg("it went on");
}

START_TEST(a_guard_within_a_guard_ends_its_own_jumps)
{
    arena_init(&arena);
    ck_assert(!arena_guard(&arena, guards, NULL));
    ck_assert(through);
    ck_assert_ptr_null(arena.escape);
}
END_TEST

START_TEST(without_a_guard_it_aborts)
{
    arena_init(&arena);
    asks_for_all(NULL);
}
END_TEST

START_TEST(texts_end_in_nul)
{
    arena_init(&arena);
    ck_assert_str_eq(arena_dup(&arena, "abcdef", 3), "abc");
    ck_assert_str_eq(arena_dup(&arena, NULL, 0), "");
    ck_assert_str_eq(arena_printf(&arena, "%s of %d", "52", 60), "52 of 60");
    ck_assert_str_eq(arena_printf(&arena, "%s", ""), "");
    char *zeros = arena_zero(&arena, 10, 10);
    for (int i = 0; i < 100; i++) ck_assert_int_eq(zeros[i], 0);
    arena_done(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("arena");
    TCase *t = tcase_create("arena");
    tcase_add_test(t, allocations_are_aligned_and_apart);
    tcase_add_test(t, large_ones_do_not_waste_the_newest_block);
    tcase_add_test(t, reset_keeps_one_block);
    tcase_add_test(t, out_of_memory_escapes);
    tcase_add_test(t, a_guard_within_a_guard_ends_its_own_jumps);
    tcase_add_test_raise_signal(t, without_a_guard_it_aborts, SIGABRT);
    tcase_add_test(t, texts_end_in_nul);
    suite_add_tcase(suite, t);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
