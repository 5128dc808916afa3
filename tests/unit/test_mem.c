#include "base/mem.h"

#include <pthread.h>
#include <stdint.h>

#include "unit.h"

START_TEST(nothing_fails_unasked)
{
    char *p = mem_alloc(0);
    ck_assert_ptr_nonnull(p);
    mem_free(p);
    p = mem_zero(3, 5);
    for (int i = 0; i < 15; i++) ck_assert_int_eq(p[i], 0);
    mem_free(p);
    mem_free(NULL);
}
END_TEST

START_TEST(a_product_that_overflows_is_refused)
{
    ck_assert_ptr_null(mem_zero(SIZE_MAX / 2, 3));
    void *p = mem_zero(0, SIZE_MAX);
    ck_assert_ptr_nonnull(p);
    mem_free(p);
}
END_TEST

START_TEST(the_nth_and_all_after_it_fail)
{
    mem_fail_after(3);
    void *first = mem_alloc(1), *second = mem_zero(1, 1);
    ck_assert(first && second);
    ck_assert_ptr_null(mem_alloc(1));
    ck_assert_ptr_null(mem_zero(1, 1));
    ck_assert_ptr_null(mem_realloc(first, 100));
    ck_assert_uint_eq(mem_failed(), 3);
    mem_fail_after(0);
    ck_assert_uint_eq(mem_failed(), 3);
    first = mem_realloc(first, 100);
    ck_assert_ptr_nonnull(first);
    mem_free(first);
    mem_free(second);
    mem_fail_after(1);
    ck_assert_uint_eq(mem_failed(), 0);
    ck_assert_ptr_null(mem_alloc(1));
    mem_fail_after(0);
}
END_TEST

static void *allocate_1000(void *granted)
{
    size_t *count = granted;
    for (int i = 0; i < 1000; i++) {
        void *p = mem_alloc(8);
        *count += p != NULL;
        mem_free(p);
    }
    return NULL;
}

START_TEST(threads_share_one_count)
{
    pthread_t threads[4];
    size_t granted[4] = {0};
    mem_fail_after(1501);
    for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, allocate_1000, &granted[i]);
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    mem_fail_after(0);
    ck_assert_uint_eq(granted[0] + granted[1] + granted[2] + granted[3], 1500);
    ck_assert_uint_eq(mem_failed(), 2500);
}
END_TEST

UNIT("mem", nothing_fails_unasked, a_product_that_overflows_is_refused, the_nth_and_all_after_it_fail,
     threads_share_one_count);
