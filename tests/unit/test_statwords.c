/* test_statwords.c: the words of the statistics, which rules say and results show: all of them, in their order, and an
 * end. */
#include "stats/words.h"
#include "unit.h"

#include <string.h>

/* The list in one text, as a walk sees it. */
#define WALK(type, expected)                                                                                           \
    do {                                                                                                               \
        char all[200] = "";                                                                                            \
        for (int i = 0; type##_name((enum type)i); i++) strcat(strcat(all, i ? " " : ""), type##_name((enum type)i));  \
        ck_assert_str_eq(all, expected);                                                                               \
        ck_assert_ptr_null(type##_name((enum type)99));                                                                \
        ck_assert_ptr_null(type##_name((enum type) - 1));                                                              \
    } while (0)

START_TEST(each_enumeration_has_its_words)
{
    WALK(proportion_method, "wilson clopper-pearson wald");
    WALK(comparison, "unknown similar lower higher");
    WALK(difference_test, "untested pooled-z fisher estimates");
    WALK(numbers_divisor, "sample population");
    WALK(rank_from, "lowest highest");
    WALK(normality_status, "tested too-few too-many no-spread");
    WALK(outlier_choice, "by-test raw log");
    WALK(outlier_scale, "raw log");
    WALK(outlier_better, "w pass");
    WALK(outlier_mean, "scale values");
    WALK(outlier_status, "done too-few not-finite no-logs bad-rules");
    WALK(outlier_reason, "none asked looks-normal logs-better logs-no-better not-positive not-tested");
    WALK(outlier_place, "within below above");
}
END_TEST

START_TEST(a_word_belongs_to_its_enumerator)
{
    ck_assert_str_eq(outlier_reason_name(REASON_NOT_POSITIVE), "not-positive");
    ck_assert_str_eq(outlier_status_name(OUTLIER_NO_LOGS), "no-logs");
    ck_assert_str_eq(outlier_place_name(PLACE_BELOW), "below");
    ck_assert_str_eq(outlier_scale_name(SCALE_LOG), "log");
    ck_assert_str_eq(comparison_name(COMPARISON_LOWER), "lower");
    ck_assert_str_eq(difference_test_name(DIFFERENCE_FISHER), "fisher");
    ck_assert_str_eq(rank_from_name(RANK_FROM_HIGHEST), "highest");
}
END_TEST

UNIT("statwords", each_enumeration_has_its_words, a_word_belongs_to_its_enumerator);
