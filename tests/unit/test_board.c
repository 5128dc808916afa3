/* test_board.c: sums over outcomes, by hand. */
#include "script/board.h"
#include "unit.h"
#include <math.h>

/* Area 0: five characteristics, of level 1, 1, 1, 1 and 2; area 1: none. */
static const uint32_t area_start[] = {0, 5, 5};
static const uint8_t level[] = {1, 1, 1, 1, 2};
static const double weight[] = {1, 2, 3, 4, 0.1};
static uint8_t outcome[5];
static const struct board_shape shape = {.areas = 2,
                                         .characteristics = 5,
                                         .grades = 3,
                                         .area_start = area_start,
                                         .level = level,
                                         .weight = weight,
                                         .partly = 0.5};
static struct board board = {.shape = &shape, .outcome = outcome};

static void set(int a, int b, int c, int d, int e)
{
    const int all[] = {a, b, c, d, e};
    for (int i = 0; i < 5; i++) outcome[i] = (uint8_t)all[i];
}

START_TEST(a_share_is_of_what_has_evidence)
{
    set(PEEL_MET, PEEL_PARTLY_MET, PEEL_NOT_MET, PEEL_NO_EVIDENCE, PEEL_MET);
    ck_assert_double_eq(board_share(&board, 0, 1), 0.333333333333); /* (1 + 2 / 2) / (1 + 2 + 3), to twelve decimals */
    ck_assert_double_eq(board_share(&board, 0, 2), 1);
    ck_assert_double_eq(board_share(&board, 0, -1), 0.344262295082); /* 2.1 / 6.1 */
    set(PEEL_ERROR, PEEL_LIMIT, PEEL_NOT_APPLICABLE, PEEL_NO_EVIDENCE, PEEL_NOT_MET);
    ck_assert(isnan(board_share(&board, 0, 1)));
    ck_assert_double_eq(board_share(&board, 0, -1), 0);
    ck_assert(isnan(board_share(&board, 1, -1)));
}
END_TEST

START_TEST(evidence_is_of_what_applies)
{
    set(PEEL_MET, PEEL_NOT_APPLICABLE, PEEL_NOT_MET, PEEL_NO_EVIDENCE, PEEL_ERROR);
    ck_assert_double_eq(board_evidenced(&board, 0, 1), 0.5); /* 4 / 8 */
    ck_assert_double_eq(board_evidenced(&board, 0, 2), 0);
    set(PEEL_NOT_APPLICABLE, PEEL_NOT_APPLICABLE, PEEL_NOT_APPLICABLE, PEEL_NOT_APPLICABLE, PEEL_MET);
    ck_assert_double_eq(board_evidenced(&board, 0, 1), 1);
    ck_assert_double_eq(board_evidenced(&board, 1, -1), 1);
}
END_TEST

START_TEST(outcomes_are_counted)
{
    set(PEEL_MET, PEEL_MET, PEEL_NOT_MET, PEEL_NO_EVIDENCE, PEEL_MET);
    ck_assert_uint_eq(board_count(&board, 0, PEEL_MET, -1), 3);
    ck_assert_uint_eq(board_count(&board, 0, PEEL_MET, 1), 2);
    ck_assert_uint_eq(board_count(&board, 0, PEEL_LIMIT, -1), 0);
    ck_assert_uint_eq(board_count(&board, 1, PEEL_MET, -1), 0);
}
END_TEST

UNIT("board", a_share_is_of_what_has_evidence, evidence_is_of_what_applies, outcomes_are_counted);
