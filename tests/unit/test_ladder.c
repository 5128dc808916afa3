#include "ladder.h"

#include "judge/cap.h"
#include "unit.h"

static int grade(const char *outcomes) { return ladder_climb(&hand_ladder, board_of(outcomes), 0).grade; }

static int grade_with_concerns(const char *outcomes, uint16_t concerns)
{
    struct board *b = board_of(outcomes);
    b->concerns[0] = concerns;
    return ladder_climb(&hand_ladder, b, 0).grade;
}

START_TEST(law_6_the_best_rung_that_is_reached)
{
    ck_assert_int_eq(grade("nnnnn"), REQUIRES_IMPROVEMENT); /* 0 of 5 */
    ck_assert_int_eq(grade("mnnnn"), REQUIRES_IMPROVEMENT); /* 20% */
    ck_assert_int_eq(grade("mmnnn"), ADEQUATE);             /* 40%, exactly some */
    ck_assert_int_eq(grade("mmmnn"), ADEQUATE);             /* 60% */
    ck_assert_int_eq(grade("mmmmn"), GOOD);                 /* 80%, exactly substantially all */
    ck_assert_int_eq(grade("mmmmm"), GOOD);                 /* 100%, but nothing beyond good */
}
END_TEST

START_TEST(law_6_a_cause_of_concern_is_inadequate_whatever_else)
{
    ck_assert_int_eq(grade_with_concerns("mmmmm", 1), INADEQUATE);
    ck_assert_int_eq(grade_with_concerns("nnnnn", 3), INADEQUATE);
}
END_TEST

START_TEST(partly_met_earns_its_credit_and_weights_count)
{
    ck_assert_int_eq(grade("mpnnn"), REQUIRES_IMPROVEMENT); /* 1.5 of 5 = 30% */
    ck_assert_int_eq(grade("mppnn"), ADEQUATE);             /* 2 of 5 = 40% */
    ck_assert_int_eq(grade("m4n"), GOOD);                   /* 4 of 5 = 80% */
    ck_assert_int_eq(grade("mn4"), REQUIRES_IMPROVEMENT);   /* 1 of 5 = 20% */
    /* A tenth ten times is not one in binary: 0.1 * 8 of 0.1 * 10 must still be 80%. */
    struct board *b = board_of("mmmmmmmmnn");
    for (int i = 0; i < 10; i++) hand_weight[i] = 0.1;
    ck_assert_int_eq(ladder_climb(&hand_ladder, b, 0).grade, GOOD);
}
END_TEST

START_TEST(outstanding_asks_besides_for_its_own_level)
{
    ck_assert_int_eq(grade("mmmmmM"), OUTSTANDING);
    ck_assert_int_eq(grade("mmmmmMN"), OUTSTANDING); /* 1 of 2 is half */
    ck_assert_int_eq(grade("mmmmmMNN"), GOOD);       /* 1 of 3 is not */
    ck_assert_int_eq(grade("mmmmmPP"), GOOD);        /* half by credit, but none met */
    ck_assert_int_eq(grade("mmmmpM"), OUTSTANDING);  /* 4.5 of 5 = 90% */
    ck_assert_int_eq(grade("mmmmnM"), GOOD);         /* 80% is not 90% */
}
END_TEST

START_TEST(law_1_missing_is_never_failing)
{
    ck_assert_int_eq(grade("mmmmn"), GOOD);
    ck_assert_int_eq(grade("mmm--"), GOOD);                       /* 60% has evidence, all of it met */
    ck_assert_int_eq(grade("mm---"), PEEL_INSUFFICIENT_EVIDENCE); /* 40% has */
    ck_assert_int_eq(grade("-----"), PEEL_INSUFFICIENT_EVIDENCE);
    ck_assert_int_eq(grade("/////"), PEEL_INSUFFICIENT_EVIDENCE);  /* nothing applies: nothing to judge by */
    ck_assert_int_eq(grade("m///"), GOOD);                         /* what does not apply is not asked for */
    ck_assert_int_eq(grade_with_concerns("n----", 1), INADEQUATE); /* a cause of concern was seen; it stands */
    /* Taking evidence away never lowers the grade below what the rest says: */
    ck_assert_int_ge(grade("mmmm-"), grade("mmmmn"));
}
END_TEST

START_TEST(the_climb_tells_the_rung_and_the_one_above)
{
    struct climb c = ladder_climb(&hand_ladder, board_of("mmmpn"), 0); /* 3.5 of 5 */
    ck_assert_int_eq(c.reached->grade, ADEQUATE);
    ck_assert_int_eq(c.above->grade, GOOD);
    ck_assert_double_eq_tol(c.share, 0.7, 1e-12);
    ck_assert_double_eq_tol(c.evidenced, 1, 1e-12);
    ck_assert_ptr_null(ladder_climb(&hand_ladder, board_of("mmmmmM"), 0).above);
    ck_assert_int_eq(ladder_above(&hand_ladder, INADEQUATE)->grade, REQUIRES_IMPROVEMENT);
    ck_assert_ptr_null(ladder_above(&hand_ladder, OUTSTANDING));
}
END_TEST

START_TEST(the_scales_of_peel_are_known)
{
    struct names five = {(struct str *)(void *)hand_scale, 5}, some = {(struct str *)(void *)hand_scale, 4};
    ck_assert_str_eq(ladder_default_of(five)->name, "five-tier");
    ck_assert_ptr_null(ladder_default_of(some));
    ck_assert_str_eq(ladder_scale_with(STR("adequate"))->name, "five-tier");
    ck_assert_str_eq(ladder_scale_with(STR("good"))->name, "four-tier");
    ck_assert_ptr_null(ladder_scale_with(STR("fair")));
}
END_TEST

/* --- caps ----------------------------------------------------------------------------------------- */

START_TEST(every_cap_that_acted_is_kept_with_the_grade_before_it)
{
    const struct cap caps[] = {{.at = ADEQUATE}, {.at = GOOD}, {.at = REQUIRES_IMPROVEMENT}};
    const bool all[] = {true, true, true}, none[] = {false, false, false};
    struct capped acted[3];
    size_t n;
    ck_assert_int_eq(caps_act(caps, all, 3, OUTSTANDING, acted, &n), REQUIRES_IMPROVEMENT);
    ck_assert_uint_eq(n, 2); /* after the first, the second asks for nothing less */
    ck_assert_ptr_eq(acted[0].cap, &caps[0]);
    ck_assert_int_eq(acted[0].from, OUTSTANDING);
    ck_assert_ptr_eq(acted[1].cap, &caps[2]);
    ck_assert_int_eq(acted[1].from, ADEQUATE);
    ck_assert_int_eq(caps_act(caps, none, 3, OUTSTANDING, acted, &n), OUTSTANDING);
    ck_assert_uint_eq(n, 0);
    ck_assert_int_eq(caps_act(caps, all, 3, PEEL_INSUFFICIENT_EVIDENCE, acted, &n), PEEL_INSUFFICIENT_EVIDENCE);
    ck_assert_uint_eq(n, 0);
}
END_TEST

START_TEST(law_1_a_cap_on_a_missing_outcome_does_not_act)
{
    struct cap cap = {.characteristic = 0, .outcome = PEEL_NOT_MET};
    ck_assert(cap_holds(&cap, board_of("n")));
    ck_assert(!cap_holds(&cap, board_of("p")));
    ck_assert(!cap_holds(&cap, board_of("-")));
    cap.outcome = PEEL_NO_EVIDENCE; /* check.c refuses it; even so */
    ck_assert(!cap_holds(&cap, board_of("-")));
}
END_TEST

UNIT("ladder", law_6_the_best_rung_that_is_reached, law_6_a_cause_of_concern_is_inadequate_whatever_else,
     partly_met_earns_its_credit_and_weights_count, outstanding_asks_besides_for_its_own_level,
     law_1_missing_is_never_failing, the_climb_tells_the_rung_and_the_one_above, the_scales_of_peel_are_known,
     every_cap_that_acted_is_kept_with_the_grade_before_it, law_1_a_cap_on_a_missing_outcome_does_not_act);
