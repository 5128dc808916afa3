#include "judge/check.h"

#include "judge/ladder.h"
#include "pack.h"
#include "unit.h"

/* Declares, lets `change` spoil one thing, checks, and compares the problems. */
#define PROBLEMS(change, expected)                                                                                     \
    do {                                                                                                               \
        pack_declare();                                                                                                \
        change;                                                                                                        \
        ck_assert_str_eq(pack_make(), expected);                                                                       \
        pack_done();                                                                                                   \
    } while (0)

START_TEST(a_good_pack_is_resolved)
{
    pack_declare();
    calls[0].depends = (struct names){(struct str[]){S("victims")}, 1};
    ck_assert_str_eq(pack_make(), "");
    ck_assert_uint_eq(pack.characteristic_count, 7);
    ck_assert_str_eq(pack.characteristics[2].id.s, "calls/supervised");
    ck_assert_str_eq(pack.characteristics[2].rule, "areas/calls.lua:25");
    ck_assert_int_eq(pack.characteristics[4].level, 4);
    ck_assert_int_eq(pack.areas[0].caps[0].at, 1);
    ck_assert_uint_eq(pack.areas[0].caps[0].characteristic, 0);
    ck_assert_int_eq(pack.areas[0].caps[0].outcome, PEEL_NOT_MET);
    ck_assert_uint_eq(lookup_find(&pack.characteristic_ids, STR("victims/helped")), 6);
    ck_assert_uint_eq(lookup_find(&pack.characteristic_ids, STR("victims/hindered")), LOOKUP_NONE);
    pack_done();
}
END_TEST

START_TEST(the_default_ladder_of_peel_is_law_6)
{
    pack_declare();
    ck_assert_str_eq(pack_make(), "");
    const struct ladder *l = &pack.ladder;
    ck_assert_int_eq(l->standard, 3);
    ck_assert_int_eq(l->concern, 0);
    ck_assert_uint_eq(l->rung_count, 4);
    static const struct {
        int grade;
        double share;
    } rungs[] = {{4, 0.9}, {3, 0.8}, {2, 0.4}, {1, 0}};
    for (size_t i = 0; i < 4; i++) {
        ck_assert_int_eq(l->rungs[i].grade, rungs[i].grade);
        ck_assert_double_eq(l->rungs[i].share, rungs[i].share);
    }
    ck_assert_double_eq(l->rungs[0].beyond, 0.5);
    ck_assert_str_eq(l->rungs[1].share_name.s, "substantially_all");
    ck_assert_double_eq(l->partly, 0.5);
    ck_assert_double_eq(l->enough, 0.6);
    pack_done();
}
END_TEST

START_TEST(an_area_comes_after_its_characteristics_and_what_it_depends_on)
{
    pack_declare();
    calls[0].depends = (struct names){(struct str[]){S("victims")}, 1};
    ck_assert_str_eq(pack_make(), "");
    static const struct {
        enum step_kind kind;
        uint32_t index;
    } steps[] = {
        {STEP_CHARACTERISTIC, 5}, {STEP_CHARACTERISTIC, 6}, {STEP_AREA, 1},
        {STEP_CHARACTERISTIC, 0}, {STEP_CHARACTERISTIC, 1}, {STEP_CHARACTERISTIC, 2},
        {STEP_CHARACTERISTIC, 3}, {STEP_CHARACTERISTIC, 4}, {STEP_AREA, 0},
    };
    ck_assert_uint_eq(pack.order_count, COUNT(steps));
    for (size_t i = 0; i < COUNT(steps); i++) {
        ck_assert_int_eq(pack.order[i].kind, steps[i].kind);
        ck_assert_uint_eq(pack.order[i].index, steps[i].index);
    }
    const struct allowance *a = &pack.characteristics[0].allowance;
    ck_assert_uint_eq(a->area_count, 1);
    ck_assert_uint_eq(a->areas[0], 1);
    ck_assert_uint_eq(a->characteristic_count,
                      2); /* an area gives leave to read the outcomes of all its characteristics */
    ck_assert_uint_eq(a->characteristics[1], 6);
    ck_assert_uint_eq(pack.characteristics[1].allowance.area_count, 0);
    pack_done();
}
END_TEST

START_TEST(law_4_a_circle_is_refused_with_its_path_and_the_line_of_each_rule)
{
    static struct str to_helped[] = {S("victims/helped")}, to_answers[] = {S("calls/answers")},
                      to_area[] = {S("calls")};
    PROBLEMS((calls[0].depends = (struct names){to_helped, 1}, victims[1].depends = (struct names){to_answers, 1}),
             "areas/calls.lua:5: error: dependencies go in a circle: calls/answers -> victims/helped -> calls/answers\n"
             "hint: the rules are at areas/calls.lua:5, areas/victims.lua:15; drop one of these dependencies\n"
             "1 error\n");
    PROBLEMS((calls[0].depends = (struct names){to_answers, 1}),
             "areas/calls.lua:5: error: dependencies go in a circle: calls/answers -> calls/answers\n"
             "hint: the rules are at areas/calls.lua:5; drop one of these dependencies\n"
             "1 error\n");
    /* the circle through the area's grade is of the same two areas: one is told */
    PROBLEMS((declared[1].depends = (struct names){to_area, 1},
              calls[4].depends = (struct names){(struct str[]){S("victims/told")}, 1}),
             "areas/calls.lua:45: error: dependencies go in a circle: calls/early -> victims/told -> calls/early\n"
             "hint: the rules are at areas/calls.lua:45, areas/victims.lua:5; drop one of these dependencies\n"
             "1 error\n");
}
END_TEST

START_TEST(unknown_names_get_the_nearest)
{
    static struct str wrong[] = {S("victims/helpt"), S("victim"), S("polite"), S("nothing-like-it")};
    PROBLEMS((calls[0].depends = (struct names){wrong, 4}),
             "areas/calls.lua:5: error: `depends` names \"victims/helpt\", which the pack does not have\n"
             "hint: did you mean \"victims/helped\"?\n"
             "areas/calls.lua:5: error: `depends` names \"victim\", which the pack does not have\n"
             "hint: did you mean \"victims\"?\n"
             "areas/calls.lua:5: error: `depends` names \"polite\", which the pack does not have\n"
             "hint: did you mean \"calls/polite\"?\n"
             "areas/calls.lua:5: error: `depends` names \"nothing-like-it\", which the pack does not have\n"
             "hint: the areas are calls, victims\n"
             "4 errors\n");
    PROBLEMS(calls[0].level = (struct str)S("goood"),
             "areas/calls.lua:5: error: `level` names the grade \"goood\", which is not on the pack's scale\n"
             "hint: did you mean \"good\"?\n1 error\n");
    PROBLEMS(caps[0].characteristic = (struct str)S("anwsers"),
             "areas/calls.lua:55: error: the cap \"unanswered\" rests on \"anwsers\", which is no characteristic of "
             "this area\n"
             "hint: did you mean \"answers\"?\n1 error\n");
    PROBLEMS(
        (calls[0].findings = true, calls[0].findings_met = (struct str)S("findings_meet")),
        "areas/calls.lua:5: error: `findings` needs the parameter `findings_meet`, which pack.lua does not declare\n"
        "hint: did you mean \"findings_met\"?\n1 error\n");
}
END_TEST

START_TEST(law_1_missing_evidence_cannot_be_what_a_cap_rests_on)
{
    PROBLEMS(caps[0].outcome = (struct str)S("no-evidence"),
             "areas/calls.lua:55: error: a cap cannot rest on the outcome \"no-evidence\"\n"
             "hint: missing evidence never lowers a grade: met, partly-met or not-met\n1 error\n");
}
END_TEST

START_TEST(law_7_a_cause_of_concern_without_a_recommendation_is_refused)
{
    PROBLEMS(calls[2].raises[PEEL_NOT_MET].recommendation_count = 0,
             "areas/calls.lua:28: error: a cause of concern owns at least one recommendation\n"
             "hint: add recommendations = { { \"The force should ...\", within = \"6 months\" } }\n1 error\n");
}
END_TEST

START_TEST(a_pack_written_for_another_scale_is_told_so)
{
    static struct str four[] = {S("inadequate"), S("requires-improvement"), S("good"), S("outstanding")};
    PROBLEMS((pack.decl.scale = (struct names){four, 4}, caps[0].at = (struct str)S("adequate")),
             "areas/calls.lua:55: error: `at` names the grade \"adequate\", which is not on the pack's scale\n"
             "hint: \"adequate\" is a grade of PEEL's five-tier scale; this pack's has 4 grades\n1 error\n");
    static struct decl_rung rungs[] = {{.grade = S("adequate"), .share = {{NULL, 0}, 0.5}},
                                       {.grade = S("requires-improvement")}};
    PROBLEMS(
        (pack.decl.scale = (struct names){four, 4}, pack.decl.ladder = (struct decl_ladder){.given = true,
                                                                                            .standard = S("good"),
                                                                                            .rungs = rungs,
                                                                                            .rung_count = 2,
                                                                                            .function = -1,
                                                                                            .spot = {"pack.lua", 40}}),
        "pack.lua:40: error: `ladder.rungs` names the grade \"adequate\", which is not on the pack's scale\n"
        "hint: \"adequate\" is a grade of PEEL's five-tier scale; this pack's has 4 grades\n1 error\n");
}
END_TEST

START_TEST(the_scale_is_checked)
{
    static struct str one[] = {S("good")}, twice[] = {S("bad"), S("good"), S("good")},
                      reserved[] = {S("ungraded"), S("good")};
    PROBLEMS(
        (pack.decl.scale = (struct names){one, 1}),
        "pack.lua:1: error: `scale` must have 2 to 16 grades, got 1\nhint: list the grades, worst first\n1 error\n");
    PROBLEMS((pack.decl.scale = (struct names){twice, 3}),
             "pack.lua:1: error: the grade \"good\" is twice in `scale`\n1 error\n");
    PROBLEMS((pack.decl.scale = (struct names){reserved, 2}),
             "pack.lua:1: error: \"ungraded\" cannot be a grade: the engine says it of areas that have none\n"
             "hint: choose another word for this grade\n1 error\n");
    PROBLEMS(pack.decl.name = (struct str)S("other"),
             "pack.lua:1: error: the pack is called \"other\" but its folder \"peel-test\"\n"
             "hint: write name = \"peel-test\", or rename the folder; a copy of a pack keeps its name in a folder within another: before/other\n1 error\n");
}
END_TEST

START_TEST(without_its_parameters_there_is_no_default_ladder)
{
    static struct str own[] = {S("poor"), S("good")};
    PROBLEMS(pack.decl.parameter_count = 5, /* without partly_credit, some, substantially_all */
             "pack.lua:1: error: the ladder that the five-tier scale has by default needs the parameters `some`, "
             "`substantially_all`, `partly_credit`\n"
             "hint: declare them in `parameters`, or give the pack a `ladder` of its own\n1 error\n");
    PROBLEMS((pack.decl.scale = (struct names){own, 2}, caps[0].at = (struct str)S("poor"),
              calls[4].level = (struct str)S("good")),
             "pack.lua:1: error: a pack with a scale of its own must give its `ladder`\n"
             "hint: rules/README.md, \"The ladder\", shows one; only PEEL's two scales have one by default\n1 error\n");
}
END_TEST

static struct decl_rung own_rungs[3];
static void own_ladder(double low, double middle, double high, const char *concern)
{
    own_rungs[0] = (struct decl_rung){.grade = S("requires-improvement"), .share = {{NULL, 0}, low}};
    own_rungs[1] = (struct decl_rung){.grade = S("outstanding"), .share = {{NULL, 0}, high}};
    own_rungs[2] = (struct decl_rung){.grade = S("good"), .share = {{NULL, 0}, middle}};
    pack.decl.ladder = (struct decl_ladder){.given = true,
                                            .standard = S("good"),
                                            .concern = str_of(concern),
                                            .rungs = own_rungs,
                                            .rung_count = 3,
                                            .function = -1,
                                            .spot = {"pack.lua", 40}};
}

START_TEST(a_ladder_must_make_sense)
{
    PROBLEMS(own_ladder(0, 0.5, 0.9, "inadequate"),
             "pack.lua:40: warning: the ladder never gives `adequate`\n1 warning\n");
    PROBLEMS(own_ladder(0, 0.5, 0.4, "inadequate"),
             "pack.lua:40: error: the ladder asks for no more for `outstanding` (0.4) than for `good` (0.5)\n"
             "hint: shares must rise with the grades\n"
             "pack.lua:40: warning: the ladder never gives `adequate`\n1 error, 1 warning\n");
    PROBLEMS(
        own_ladder(0.1, 0.5, 0.9, "adequate"),
        "pack.lua:40: error: the ladder has no grade for an area below 0.1: its lowest rung is `requires-improvement`\n"
        "hint: give the lowest rung the share 0\n"
        "pack.lua:40: error: the grade of a cause of concern, `adequate`, is above the rung `requires-improvement`\n"
        "hint: a cause of concern must not lift a grade\n"
        "pack.lua:40: warning: the ladder never gives `inadequate`\n2 errors, 1 warning\n");
    PROBLEMS(
        own_ladder(0, 0.5, 90, "inadequate"),
        "pack.lua:40: error: the rung `outstanding` must be a share, got 90\nhint: shares go from 0 to 1\n1 error\n");
}
END_TEST

START_TEST(an_area_must_have_what_its_ladder_counts)
{
    PROBLEMS((declared[0].characteristics = calls + 4, declared[0].characteristic_count = 1, declared[0].cap_count = 0),
             "areas/calls.lua:1: error: the area \"calls\" has no characteristic of `good`, which the ladder counts\n"
             "hint: give it one, or a ladder of its own, or graded = false\n1 error\n");
    PROBLEMS((declared[0].characteristics = calls + 4, declared[0].characteristic_count = 1, declared[0].cap_count = 0,
              declared[0].ladder = 7),
             "");
    PROBLEMS(declared[0].graded = false,
             "areas/calls.lua:55: error: the cap \"unanswered\" has no grade to limit: the area is ungraded\n"
             "hint: drop the cap, or grade the area\n1 error\n");
    PROBLEMS(caps[0].at = (struct str)S("outstanding"), "areas/calls.lua:55: warning: the cap \"unanswered\" never "
                                                        "acts: \"outstanding\" is the best grade\n1 warning\n");
}
END_TEST

START_TEST(what_could_not_be_read_is_not_missed_where_it_is_named)
{
    static struct str names[] = {S("victims/anything"), S("victims")};
    PROBLEMS((whole[1] = false, calls[0].depends = (struct names){names, 2}), "");
}
END_TEST

START_TEST(the_column_is_found_in_the_text)
{
    static struct pack_file file[] = {
        {"areas/calls.lua",
         S("return area {\n\n\n\n  characteristic \"answers\" {\n    text = \"\xC3\xA9\", level = \"goood\",\n")}};
    PROBLEMS((pack.files = file, pack.file_count = 1, calls[0].level = (struct str)S("goood")),
             "areas/calls.lua:6:25: error: `level` names the grade \"goood\", which is not on the pack's scale\n"
             "    6 |     text = \"\xC3\xA9\", level = \"goood\",\n"
             "      |                         ^^^^^^^\n"
             "hint: did you mean \"good\"?\n1 error\n");
}
END_TEST

UNIT("check", a_good_pack_is_resolved, the_default_ladder_of_peel_is_law_6,
     an_area_comes_after_its_characteristics_and_what_it_depends_on,
     law_4_a_circle_is_refused_with_its_path_and_the_line_of_each_rule, unknown_names_get_the_nearest,
     law_1_missing_evidence_cannot_be_what_a_cap_rests_on, law_7_a_cause_of_concern_without_a_recommendation_is_refused,
     a_pack_written_for_another_scale_is_told_so, the_scale_is_checked,
     without_its_parameters_there_is_no_default_ladder, a_ladder_must_make_sense,
     an_area_must_have_what_its_ladder_counts, what_could_not_be_read_is_not_missed_where_it_is_named,
     the_column_is_found_in_the_text);
