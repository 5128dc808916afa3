#include "peel.h"
#include "unit.h"

#include <string.h>

/* The words of PRODUCT's vocabulary, in the order of peel.h. */
static const char *const outcomes[] = {"met",         "partly-met", "not-met", "not-applicable",
                                       "no-evidence", "error",      "limit"};
static const char *const missings[] = {"present",        "not-collected", "not-supplied", "unreadable",
                                       "not-applicable", "predates",      "abolished"};
static const char *const statuses[] = {"fresh", "revisit", "corrected", "added-late", "carried-over", "not-inspected"};

START_TEST(outcomes_both_ways)
{
    for (int i = 0; i < PEEL_OUTCOMES; i++) {
        ck_assert_str_eq(peel_outcome_name((enum peel_outcome)i), outcomes[i]);
        ck_assert_int_eq(peel_outcome_named(outcomes[i], strlen(outcomes[i])), i);
    }
    ck_assert_int_eq(peel_outcome_named("Met", 3), -1);
    ck_assert_int_eq(peel_outcome_named("metx", 4), -1);
    ck_assert_int_eq(peel_outcome_named("metx", 3), PEEL_MET);
    ck_assert_int_eq(peel_outcome_named("", 0), -1);
}
END_TEST

START_TEST(missings_both_ways_but_present_is_no_reason)
{
    for (int i = 0; i < PEEL_MISSINGS; i++) {
        ck_assert_str_eq(peel_missing_name((enum peel_missing)i), missings[i]);
        ck_assert_int_eq(peel_missing_named(missings[i], strlen(missings[i])), i == PEEL_PRESENT ? -1 : i);
    }
}
END_TEST

START_TEST(statuses_both_ways)
{
    for (int i = 0; i < PEEL_STATUSES; i++) {
        ck_assert_str_eq(peel_status_name((enum peel_status)i), statuses[i]);
        ck_assert_int_eq(peel_status_named(statuses[i], strlen(statuses[i])), i);
    }
}
END_TEST

START_TEST(ways_to_have_no_grade)
{
    ck_assert_str_eq(peel_no_grade_name(PEEL_UNGRADED), "ungraded");
    ck_assert_str_eq(peel_no_grade_name(PEEL_INSUFFICIENT_EVIDENCE), "insufficient-evidence");
    ck_assert_str_eq(peel_no_grade_name(PEEL_GRADE_ERROR), "error");
    ck_assert_str_eq(peel_no_grade_name(PEEL_GRADE_LIMIT), "limit");
    ck_assert_str_eq(peel_no_grade_name(PEEL_GRADE_NOT_INSPECTED), "not-inspected");
}
END_TEST

START_TEST(out_of_range_is_no_crash)
{
    ck_assert_str_eq(peel_outcome_name((enum peel_outcome)99), "?");
    ck_assert_str_eq(peel_no_grade_name(0), "?");
    ck_assert_str_eq(peel_no_grade_name(-99), "?");
    ck_assert_str_eq(peel_version(), PEEL_VERSION);
}
END_TEST

UNIT("words", outcomes_both_ways, missings_both_ways_but_present_is_no_reason, statuses_both_ways,
     ways_to_have_no_grade, out_of_range_is_no_crash);
