#include "judge/standing.h"

#include <stdio.h>

#include "judge/agreement.h"
#include "judge/fit.h"
#include "judge/raise.h"
#include "pack.h"
#include "unit.h"

enum { INADEQUATE, REQUIRES_IMPROVEMENT, ADEQUATE, GOOD, OUTSTANDING };

static struct str four[] = {S("inadequate"), S("requires-improvement"), S("good"), S("outstanding")};
static struct str five_and_more[] = {S("inadequate"), S("requires-improvement"), S("fair"), S("good"),
                                     S("outstanding")};
static struct judgment judgments[3];
static struct moderation moderations[3];
static struct dataset dataset;
static struct org org;
static struct scales scales;
static struct area_result result;

static void begin(struct str *scale, size_t grades)
{
    pack_declare();
    ck_assert_str_eq(pack_make(), "");
    dataset = (struct dataset){.file = "x.json", .scale = scale, .scale_count = grades};
    org = (struct org){.id = S("here"), .judgments = judgments, .moderations = moderations};
    memset(judgments, 0, sizeof judgments);
    memset(moderations, 0, sizeof moderations);
    scales_make(&scales, &dataset, &pack, &pack.arena);
    result = (struct area_result){.area = &pack.areas[0], .computed = GOOD};
}

static struct judgment *judged(enum peel_status status, int grade, struct date date)
{
    struct judgment *j = &judgments[org.judgment_count++];
    *j = (struct judgment){.area = S("calls"), .status = status, .grade = grade, .date = date};
    return j;
}

static struct moderation *moderated(int to, struct date date, struct date withdrawn)
{
    struct moderation *m = &moderations[org.moderation_count++];
    *m = (struct moderation){.area = S("calls"), .to = to, .date = date, .withdrawn = withdrawn};
    return m;
}

static void stand(void)
{
    standing_judged(&result, &org, &dataset, &scales);
    standing_moderated(&result, &org, &scales);
}

START_TEST(without_a_judgment_the_computed_grade_stands_fresh)
{
    begin(five, 5);
    stand();
    ck_assert_int_eq(result.status, PEEL_FRESH);
    ck_assert_int_eq(result.grade, GOOD);
    ck_assert_int_eq(result.published, PEEL_UNGRADED);
    ck_assert_ptr_null(result.published_name.s);
    ck_assert_ptr_null(result.judgment);
    pack_done();
}
END_TEST

START_TEST(a_fresh_judgment_is_published_beside_the_computed_grade)
{
    begin(five, 5);
    judged(PEEL_FRESH, ADEQUATE, (struct date){0});
    stand();
    ck_assert_int_eq(result.grade, GOOD);
    ck_assert_int_eq(result.published, ADEQUATE);
    ck_assert_str_eq(result.published_name.s, "adequate");
    pack_done();
}
END_TEST

START_TEST(the_latest_judgment_is_the_published_one)
{
    static const enum peel_status later[] = {PEEL_REVISIT, PEEL_CORRECTED, PEEL_ADDED_LATE};
    for (size_t i = 0; i < 3; i++) {
        begin(five, 5);
        judged(later[i], OUTSTANDING, (struct date){2022, 5, 1});
        judged(PEEL_FRESH, ADEQUATE, (struct date){2021, 5, 1});
        stand();
        ck_assert_int_eq(result.status, later[i]);
        ck_assert_int_eq(result.published, OUTSTANDING);
        ck_assert_int_eq(result.grade, GOOD); /* by the rules, on the evidence there is now */
        pack_done();
    }
    begin(five, 5);
    judged(PEEL_FRESH, ADEQUATE, (struct date){0});
    judged(PEEL_REVISIT, INADEQUATE, (struct date){2022, 0, 0});
    judged(PEEL_CORRECTED, GOOD, (struct date){2022, 0, 0}); /* the same date: the later in the file */
    stand();
    ck_assert_int_eq(result.status, PEEL_CORRECTED);
    ck_assert_int_eq(result.published, GOOD);
    pack_done();
}
END_TEST

START_TEST(a_carried_grade_stands_and_the_computed_one_is_still_there)
{
    begin(five, 5);
    judged(PEEL_CARRIED_OVER, OUTSTANDING, (struct date){2018, 0, 0});
    stand();
    ck_assert_int_eq(result.status, PEEL_CARRIED_OVER);
    ck_assert_int_eq(result.grade, OUTSTANDING);
    ck_assert_int_eq(result.computed, GOOD);
    ck_assert_int_eq(result.published, OUTSTANDING);
    pack_done();
}
END_TEST

START_TEST(law_9_a_grade_of_another_scale_is_found_by_name_or_not_at_all)
{
    begin(four, 4);
    ck_assert(!scales.same);
    judged(PEEL_CARRIED_OVER, 2, (struct date){2018, 0, 0}); /* good: 2 of four, 3 of five */
    stand();
    ck_assert_int_eq(result.grade, GOOD);
    ck_assert_int_eq(result.published, PEEL_UNGRADED); /* on another scale: by its name alone */
    ck_assert_str_eq(result.published_name.s, "good");
    pack_done();

    begin(five_and_more, 5);
    judged(PEEL_CARRIED_OVER, 2, (struct date){2018, 0, 0});
    stand();
    ck_assert_int_eq(result.grade, PEEL_GRADE_NOT_INSPECTED); /* no grade is claimed */
    ck_assert_str_eq(result.published_name.s, "fair");
    pack_done();

    begin(four, 4);
    judged(PEEL_FRESH, 2, (struct date){0});
    stand();
    ck_assert_int_eq(result.grade, GOOD);
    ck_assert_int_eq(result.published, PEEL_UNGRADED);
    struct agreement a = {0};
    agreement_count(&a, &(struct org){.in_scope = true}, &result);
    ck_assert_uint_eq(a.compared, 0);
    pack_done();
}
END_TEST

START_TEST(what_was_not_inspected_has_no_grade)
{
    begin(five, 5);
    judged(PEEL_NOT_INSPECTED, -1, (struct date){0});
    stand();
    ck_assert_int_eq(result.status, PEEL_NOT_INSPECTED);
    ck_assert_int_eq(result.grade, PEEL_GRADE_NOT_INSPECTED);
    ck_assert_int_eq(result.published, PEEL_UNGRADED);
    ck_assert_ptr_null(result.published_name.s);
    pack_done();
}
END_TEST

START_TEST(law_8_a_moderation_changes_the_grade_never_the_computed_one)
{
    begin(five, 5);
    judged(PEEL_CARRIED_OVER, OUTSTANDING, (struct date){2018, 0, 0});
    struct moderation *first = moderated(INADEQUATE, (struct date){2022, 1, 1}, (struct date){0});
    stand();
    ck_assert_ptr_eq(result.moderation, first);
    ck_assert_int_eq(result.grade, INADEQUATE);
    ck_assert_int_eq(result.computed, GOOD);
    ck_assert_int_eq(result.published, OUTSTANDING);
    struct moderation *later = moderated(ADEQUATE, (struct date){2022, 2, 1}, (struct date){0});
    stand();
    ck_assert_ptr_eq(result.moderation, later);
    later->withdrawn = (struct date){2022, 3, 1};
    stand();
    ck_assert_ptr_eq(result.moderation, first);
    first->withdrawn = (struct date){2022, 3, 1};
    stand();
    ck_assert_ptr_null(result.moderation);
    ck_assert_int_eq(result.grade, OUTSTANDING);
    pack_done();
}
END_TEST

START_TEST(a_moderation_to_a_grade_of_another_scale_is_not_in_force)
{
    begin(five_and_more, 5);
    moderated(2, (struct date){2022, 1, 1}, (struct date){0});
    stand();
    ck_assert_ptr_null(result.moderation);
    ck_assert_int_eq(result.grade, GOOD);
    pack_done();
}
END_TEST

START_TEST(an_ungraded_area_is_ungraded_throughout)
{
    begin(five, 5);
    judged(PEEL_FRESH, GOOD, (struct date){0});
    moderated(GOOD, (struct date){2022, 1, 1}, (struct date){0});
    judgments[0].area = moderations[0].area = (struct str)S("victims");
    result = (struct area_result){.area = &pack.areas[1], .computed = PEEL_UNGRADED};
    stand();
    ck_assert_int_eq(result.grade, PEEL_UNGRADED);
    ck_assert_int_eq(result.published, PEEL_UNGRADED);
    ck_assert_ptr_null(result.moderation);
    pack_done();
}
END_TEST

/* --- agreement --------------------------------------------------------------------------------------- */

START_TEST(agreement_counts_what_was_judged_on_this_rounds_evidence)
{
    static const struct {
        enum peel_status status;
        int computed, published;
    } rows[] = {
        {PEEL_FRESH, GOOD, GOOD},          {PEEL_FRESH, GOOD, ADEQUATE},
        {PEEL_REVISIT, INADEQUATE, GOOD},  {PEEL_CORRECTED, GOOD, GOOD},
        {PEEL_ADDED_LATE, ADEQUATE, GOOD}, {PEEL_CARRIED_OVER, GOOD, GOOD},
        {PEEL_NOT_INSPECTED, GOOD, GOOD},  {PEEL_FRESH, PEEL_UNGRADED, GOOD},
        {PEEL_FRESH, GOOD, PEEL_UNGRADED}, {PEEL_FRESH, PEEL_INSUFFICIENT_EVIDENCE, GOOD},
    };
    struct agreement a = {0}, outside = {0}, sum = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct area_result r = {.status = rows[i].status,
                                .computed = rows[i].computed,
                                .grade = OUTSTANDING,
                                .published = rows[i].published};
        agreement_count(&a, &(struct org){.in_scope = true}, &r);
        agreement_count(&outside, &(struct org){.in_scope = false}, &r);
    }
    ck_assert_uint_eq(outside.compared, 0);
    agreement_add(&sum, &a);
    ck_assert_uint_eq(sum.compared, 5);
    ck_assert_uint_eq(sum.agreed, 2);
    ck_assert_uint_eq(sum.within_one, 4); /* all but inadequate against good */
    ck_assert_uint_eq(sum.published[GOOD], 4);
    ck_assert_int_eq(agreement_base_rate(&sum).grade, GOOD);
    ck_assert_uint_eq(agreement_base_rate(&sum).count, 4); /* of 5 */
    ck_assert_int_eq(agreement_base_rate(&(struct agreement){0}).grade, -1);
}
END_TEST

/* --- what is raised ------------------------------------------------------------------------------------ */

START_TEST(raised_items_keep_the_packs_order_and_stable_ids)
{
    begin(five, 5);
    struct verdict verdicts[7] = {{.outcome = PEEL_MET},  {.outcome = PEEL_NOT_MET},     {.outcome = PEEL_NOT_MET},
                                  {.outcome = PEEL_MET},  {.outcome = PEEL_NO_EVIDENCE}, {.outcome = PEEL_ERROR},
                                  {.outcome = PEEL_LIMIT}};
    struct org_result r = {.pack = &pack, .verdicts = verdicts};
    raise_all(&r, &pack.arena);
    ck_assert_uint_eq(r.practice_count, 1);
    ck_assert_str_eq(r.practices[0].id, "calls/answers");
    ck_assert_uint_eq(r.improvement_count, 1);
    ck_assert_str_eq(r.improvements[0].decl->text.s, "The force should record");
    ck_assert_uint_eq(r.concern_count, 1);
    ck_assert_str_eq(r.concerns[0].id, "calls/supervised");
    ck_assert_uint_eq(r.concerns[0].because[0], 2);
    ck_assert_uint_eq(r.concerns[0].decl->recommendation_count, 1); /* law 7 */
    ck_assert_str_eq(r.concerns[0].decl->recommendations[0].within.s, "6 months");
    pack_done();
}
END_TEST

/* --- what does not fit --------------------------------------------------------------------------------- */

START_TEST(what_does_not_fit_the_pack_is_told_with_counts_and_nearest_names)
{
    begin(four, 4);
    struct fit fit;
    memset(&fit, 0, sizeof fit);
    fit_add(&fit, FIT_FINDING, STR("calls/anwsers"), 12);
    fit_add(&fit, FIT_FINDING, STR("calls/anwsers"), 1);
    fit_add(&fit, FIT_FINDING, STR("zzz/zzz"), 1);
    judged(PEEL_FRESH, 2, (struct date){0})->area = (struct str)S("call");
    moderated(2, (struct date){2022, 1, 1}, (struct date){0})->area = (struct str)S("victims");
    fit_org(&fit, &pack, &dataset, &org, scales.grade);
    dataset_fit(&fit, &pack, &dataset, scales.same, &diags);
    ck_assert_str_eq(
        problems(),
        "x.json: warning: the dataset's judgments are on the scale inadequate, requires-improvement, good, "
        "outstanding; the pack's is inadequate, requires-improvement, adequate, good, "
        "outstanding: they are shown as published, and agreement is not counted\n"
        "hint: its evidence is judged all the same; only grades on one scale can be compared\n"
        "x.json: warning: 13 findings are against \"calls/anwsers\", which the pack does not have: no rule sees them\n"
        "hint: did you mean \"calls/answers\"?\n"
        "x.json: warning: 1 finding is against \"zzz/zzz\", which the pack does not have: no rule sees them\n"
        "x.json: warning: 1 judgment is of the area \"call\", which the pack does not have\n"
        "hint: did you mean \"calls\"?\n"
        "x.json: warning: 1 moderation is of the area \"victims\", which the pack does not grade: there is nothing to "
        "moderate\n"
        "5 warnings\n");
    pack_done();
}
END_TEST

START_TEST(law_3_what_is_kept_of_many_names_does_not_depend_on_who_met_them)
{
    struct fit one, two[2], sum;
    memset(&one, 0, sizeof one);
    memset(two, 0, sizeof two);
    memset(&sum, 0, sizeof sum);
    for (int i = 0; i < 200; i++) {
        char name[16];
        int n = snprintf(name, sizeof name, "a/x%02d", (i * 37) % 50);
        fit_add(&one, FIT_FINDING, (struct str){name, (size_t)n}, 1);
        fit_add(&two[i % 3 == 0], FIT_FINDING, (struct str){name, (size_t)n}, 1);
    }
    fit_merge(&sum, &two[1]);
    fit_merge(&sum, &two[0]);
    const struct fit_list *a = &one.lists[FIT_FINDING], *b = &sum.lists[FIT_FINDING];
    ck_assert_uint_eq(a->count, FIT_NAMES);
    ck_assert_uint_eq(b->count, FIT_NAMES);
    ck_assert_uint_eq(a->all, 200);
    ck_assert_uint_eq(b->all, 200);
    for (size_t i = 0; i < FIT_NAMES; i++) {
        ck_assert_uint_eq(a->names[i].count, 4); /* 200 of 50 names */
        ck_assert_uint_eq(b->names[i].count, 4);
        ck_assert_mem_eq(a->names[i].text, b->names[i].text, a->names[i].length);
    }
}
END_TEST

UNIT("standing", without_a_judgment_the_computed_grade_stands_fresh,
     a_fresh_judgment_is_published_beside_the_computed_grade, the_latest_judgment_is_the_published_one,
     a_carried_grade_stands_and_the_computed_one_is_still_there,
     law_9_a_grade_of_another_scale_is_found_by_name_or_not_at_all, what_was_not_inspected_has_no_grade,
     law_8_a_moderation_changes_the_grade_never_the_computed_one,
     a_moderation_to_a_grade_of_another_scale_is_not_in_force, an_ungraded_area_is_ungraded_throughout,
     agreement_counts_what_was_judged_on_this_rounds_evidence, raised_items_keep_the_packs_order_and_stable_ids,
     what_does_not_fit_the_pack_is_told_with_counts_and_nearest_names,
     law_3_what_is_kept_of_many_names_does_not_depend_on_who_met_them);
