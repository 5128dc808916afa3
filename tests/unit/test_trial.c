/* test_trial.c: cases held against what came, what they cover, what of the pack they would notice. */
#include "trial/mutants.h"

#include "base/mem.h"
#include "little.h"
#include "script/sayings.h"
#include "trial/coverage.h"
#include "unit.h"

static struct diags diags;
static struct buf told;
static struct pack *pack;
static struct suite *suite;
static struct arena arena;
static struct coverage coverage;
static struct trial_totals totals;
static char states[200]; /* a letter a case */

static void begin(const char *cases)
{
    diags_init(&diags);
    buf_init(&told);
    arena_init(&arena);
    little_write();
    if (mkdir("little/tests", 0777) != 0) abort();
    folder_write("little/tests/some.lua", cases);
    pack = pack_open("little", NULL, &diags);
    suite = pack ? suite_open(pack, &diags) : NULL;
    diags_render(&diags, &told, false);
}

static void end(void)
{
    suite_close(suite);
    pack_close(pack);
    arena_done(&arena);
    buf_done(&told);
    diags_done(&diags);
    folder_leave();
}

static bool look(void *context, const struct trial *t)
{
    (void)context;
    size_t n = strlen(states);
    states[n] = "pfb"[t->state];
    states[n + 1] = '\0';
    if (coverage.pack) coverage_count(&coverage, t);
    return true;
}

static const char *run(const char *pattern)
{
    const struct trial_plan plan = {pack, suite, pattern, 0, NULL, look};
    states[0] = '\0';
    ck_assert_str_eq(buf_text(&told), "");
    ck_assert(trial_run(&plan, &totals, &diags));
    return states;
}

/* Where the file begins and ends; `%` between: the cases. */
#define CASES(text) "return cases { area = \"calls\", " text " }"
#define ANSWERED(met) "samples = { answered = { met = " #met ", of = 60 } }, "

START_TEST(what_is_expected_is_held_against_what_came)
{
    begin(CASES("case \"a\" { " ANSWERED(
        48) "expect = { answered = \"met\" } },"
            "case \"b\" { " ANSWERED(
                47) "expect = { answered = \"met\" } },"
                    "case \"c\" { " ANSWERED(
                        48) "expect = { because = { answered = \"48 of 60\" } } },"
                            "case \"d\" { " ANSWERED(
                                48) "expect = { because = { answered = \"47 of 60\" } } },"
                                    "case \"e\" { " ANSWERED(
                                        48) "expect = { answered = \"met\", [\"crime/victims-told\"] = \"met\" } },"
                                            "case \"f\" { expect = { answered = \"no-evidence\", grade = "
                                            "\"insufficient-evidence\" } },"));
    ck_assert_str_eq(run(NULL), "pfpffp");
    ck_assert_uint_eq(totals.cases, 6);
    ck_assert_uint_eq(totals.passed, 3);
    ck_assert_uint_eq(totals.failed, 3);
    ck_assert_uint_eq(totals.broken, 0);
    end();
}
END_TEST

START_TEST(a_rule_that_breaks_is_no_wrong_expectation)
{
    begin("return cases { area = \"crime\","
          "case \"a\" { measures = { delay = 13 }, expect = { quick = \"error\", grade = \"error\" } },"
          "case \"b\" { measures = { delay = 13 }, expect = { grade = \"error\" } },"
          "case \"c\" { measures = { delay = 14 }, expect = { quick = \"limit\" } },"
          "case \"d\" { measures = { delay = 14 }, expect = { quick = \"error\" } },"
          "case \"e\" { measures = { delay = 10 }, expect = { quick = \"met\" } } }");
    ck_assert_str_eq(run(NULL), "pbpbp");
    ck_assert_uint_eq(totals.broken, 2);
    end();
}
END_TEST

START_TEST(a_name_holds_a_pattern_or_does_not)
{
    begin(CASES("case \"One, two\" { expect = { answered = \"no-evidence\" } },"
                "case \"three\" { expect = { answered = \"no-evidence\" } },"));
    ck_assert_str_eq(run("one"), "p");
    ck_assert_str_eq(run("SOME: *T"), "pp");
    ck_assert_str_eq(run("e*e"), "pp");
    ck_assert_str_eq(run("o*e*o"), "p");
    ck_assert_str_eq(run("two*one"), "");
    ck_assert_str_eq(run("*"), "pp");
    end();
}
END_TEST

static size_t covered(enum cover_kind kind) { return coverage_covered(&coverage, kind); }

START_TEST(only_what_a_case_expects_and_is_right_in_is_covered)
{
    begin(CASES("case \"a\" { " ANSWERED(
        48) "expect = { answered = \"met\" } },"
            "case \"b\" { " ANSWERED(48) "expect = { answered = \"met\" } },"
                                         "case \"c\" { " ANSWERED(
                                             47) "expect = { answered = \"not-met\" } },"
                                                 "case \"d\" { " ANSWERED(
                                                     47) "expect = { because = { answered = \"47\" } } },"));
    coverage_make(&coverage, pack, &arena);
    ck_assert_str_eq(run(NULL), "ppfp");
    ck_assert_uint_eq(covered(COVER_OUTCOME), 1);
    ck_assert_uint_eq(covered(COVER_KINDS), 1);
    ck_assert_uint_eq(covered(COVER_GRADE) + covered(COVER_CAP) + covered(COVER_RAISE), 0);
    ck_assert(!coverage_reaches(&coverage, 100));
    ck_assert(coverage_reaches(&coverage, 100.0 / (double)coverage.count));
    end();
}
END_TEST

START_TEST(there_is_as_much_to_cover_as_the_rules_can_say)
{
    begin(CASES("case \"a\" { expect = { answered = \"no-evidence\" } },"));
    coverage_make(&coverage, pack, &arena);
    size_t outcomes[4] = {0}, grades[3] = {0};
    for (size_t i = 0; i < coverage.count; i++) {
        const struct cover_item *item = &coverage.items[i];
        if (item->kind == COVER_OUTCOME && str_is(pack->shape.ids[item->characteristic], "calls/answered"))
            outcomes[0]++;
        if (item->kind == COVER_OUTCOME && str_is(pack->shape.ids[item->characteristic], "victims/letters"))
            outcomes[1]++;
        if (item->kind == COVER_GRADE) grades[item->area]++;
    }
    ck_assert_uint_eq(outcomes[0], 4); /* met, partly met, not met, no evidence */
    ck_assert_uint_eq(outcomes[1], 3);
    ck_assert_uint_eq(grades[0], 5);
    ck_assert_uint_eq(grades[2], 0); /* it is not graded */
    end();
}
END_TEST

#define BIT(outcome) (1u << (outcome))

START_TEST(what_a_rule_says_is_read_from_its_text_and_no_comment)
{
    const char *text = "local function far(x) return x and partly_met(\"x\") end\n"
                       "characteristic \"a\" { judge = function(f) -- not_met \"x\"\n"
                       "  if f:not_met \"x\" then return met \"x\" end\n"
                       "  return far(f) or no_evidence \"x\" end, not_met = area_for_improvement \"x\" },\n"
                       "characteristic \"b\" { judge = far },\n"
                       "characteristic \"c\" { findings = true }, characteristic \"d\" { judge = function() end }\n";
    ck_assert_uint_eq(script_sayings(str_of(text), 2), BIT(PEEL_MET) | BIT(PEEL_PARTLY_MET) | BIT(PEEL_NO_EVIDENCE));
    ck_assert_uint_eq(script_sayings(str_of(text), 5), BIT(PEEL_PARTLY_MET));
    ck_assert_uint_eq(script_sayings(str_of(text), 6), 0);
    ck_assert_uint_eq(script_sayings(str_of(text), 1), 0);
    ck_assert_uint_eq(script_sayings(str_of(""), 1), 0);
}
END_TEST

START_TEST(an_answer_is_found_behind_many_functions)
{
    struct buf text; /* more of them than are kept */
    buf_init(&text);
    for (int i = 0; i < 300; i++) buf_printf(&text, "local function f%d() return met \"x\" end\n", i);
    buf_put(&text, "local function last() return partly_met \"x\" end\nlocal function last() return met \"x\" end\n");
    buf_put(&text, "characteristic \"a\" { judge = function(f) if f then return nobody() end return last() or last() or f299() end }\n");
    ck_assert_uint_eq(script_sayings(str_of(buf_text(&text)), 303), BIT(PEEL_MET) | BIT(PEEL_PARTLY_MET));
    buf_clear(&text);
    for (int i = 0; i < 300; i++) buf_printf(&text, "local function f%d() return met \"x\" end\n", i);
    buf_put(&text, "local last = function() return partly_met \"x\" end\n");
    buf_put(&text, "characteristic \"a\" { judge = function(f) return last() end }\n");
    ck_assert_uint_eq(script_sayings(str_of(buf_text(&text)), 302), BIT(PEEL_PARTLY_MET));
    buf_done(&text);
}
END_TEST

/* The text with the i-th mutation made. */
static const char *mutated(const char *text, size_t i)
{
    static char made[400];
    struct mutations list;
    script_mutations(str_of(text), &arena, &list);
    if (i >= list.count) return NULL;
    const struct mutation *m = &list.list[i];
    snprintf(made, sizeof made, "%.*s%s%s", (int)m->start, text, m->with, text + m->start + m->length);
    return made;
}

START_TEST(mutations_are_of_tokens)
{
    arena_init(&arena);
    ck_assert_str_eq(mutated("x:at_least(1) -- y:below(2)", 0), "x:below(1) -- y:below(2)");
    ck_assert_ptr_null(mutated("x:at_least(1) -- y:below(2)", 1));
    ck_assert_str_eq(mutated("if a >= b then return met \"a >= b\" end", 0), "if a < b then return met \"a >= b\" end");
    ck_assert_str_eq(mutated("if a >= b then return met \"a >= b\" end", 1),
                     "if a >= b then return not_met \"a >= b\" end");
    ck_assert_str_eq(mutated("{ cap \"x\" { when = { \"y\", \"z\" } }, 1 }", 0), "{  1 }");
    ck_assert_ptr_null(mutated("{ met = 1, cap = { 2 }, files:met(), x.below, at_least }", 0));
    arena_done(&arena);
}
END_TEST

START_TEST(the_value_of_a_parameter_is_found)
{
    const char *text = "p = {\n a = { 1 / 3, \"a\" },\n b = { (2), }, ab = { -1.5 } }";
    uint32_t start = 0, length = 0;
    ck_assert(script_parameter_value(str_of(text), 2, STR("a"), &start, &length));
    ck_assert(str_is((struct str){text + start, length}, "1 / 3"));
    ck_assert(script_parameter_value(str_of(text), 3, STR("b"), &start, &length));
    ck_assert(str_is((struct str){text + start, length}, "(2)"));
    ck_assert(script_parameter_value(str_of(text), 1, STR("ab"), &start, &length));
    ck_assert(str_is((struct str){text + start, length}, "-1.5"));
    ck_assert(!script_parameter_value(str_of(text), 3, STR("a"), &start, &length));
}
END_TEST

START_TEST(mutants_are_noticed_by_the_cases_that_speak_of_them)
{
    struct mutants all, few;
    begin(CASES("case \"a\" { " ANSWERED(48) "expect = { answered = \"met\" } },"
                                             "case \"b\" { " ANSWERED(47) "expect = { answered = \"partly-met\" } },"));
    ck_assert(mutants_run(suite, NULL, &arena, &all, &diags));
    ck_assert(mutants_run(suite, "some: a", &arena, &few, &diags));
    ck_assert_uint_eq(all.count, few.count);
    ck_assert_uint_gt(all.count, 20);
    ck_assert_uint_gt(all.noticed, few.noticed);
    ck_assert_uint_gt(few.noticed, 0);
    ck_assert_uint_lt(all.noticed, all.count);
    end();
}
END_TEST

START_TEST(a_file_to_begin_with_comes_first_and_none_is_left_out)
{
    begin(CASES(
        "case \"a\" { expect = { answered = \"no-evidence\" } }, case \"b\" { expect = { answered = \"met\" } },"));
    suite_close(suite);
    folder_write("little/tests/then.lua", CASES("case \"c\" { expect = { answered = \"no-evidence\" } },"));
    suite = suite_open(pack, &diags);
    ck_assert_ptr_nonnull(suite);
    ck_assert_uint_eq(suite->file_count, 2);
    ck_assert_str_eq(run(NULL), "pfp");
    const struct trial_plan plan = {pack, suite, NULL, 1, NULL, look};
    states[0] = '\0';
    ck_assert(trial_run(&plan, &totals, &diags));
    ck_assert_str_eq(states, "ppf");
    end();
}
END_TEST

START_TEST(memory_may_run_out_at_any_allocation)
{
    begin(CASES("case \"a\" { " ANSWERED(48) "findings = { { \"strength\", \"answered\" } }, others = { {} }, "
                                             "expect = { answered = \"met\" } },"));
    size_t n = 0;
    bool done = false;
    while (!done && n < 20000) {
        struct diags own;
        diags_init(&own);
        mem_fail_after(n += n < 300 ? 1 : 7); /* late ones stand in loops */
        struct suite *s = suite_open(pack, &own);
        const struct trial_plan plan = {pack, s, NULL, 0, NULL, NULL};
        bool ran = s && trial_run(&plan, &totals, &own);
        size_t failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(ran || own.errors > 0, "allocation %zu failed without a word", n);
        done = failed == 0;
        ck_assert(!done || ran);
        suite_close(s);
        diags_done(&own);
    }
    ck_assert(done);
    ck_assert_uint_gt(n, 20);
    end();
}
END_TEST

UNIT("trial", what_is_expected_is_held_against_what_came, a_rule_that_breaks_is_no_wrong_expectation,
     a_name_holds_a_pattern_or_does_not, only_what_a_case_expects_and_is_right_in_is_covered,
     there_is_as_much_to_cover_as_the_rules_can_say, what_a_rule_says_is_read_from_its_text_and_no_comment,
     an_answer_is_found_behind_many_functions,
     mutations_are_of_tokens, the_value_of_a_parameter_is_found, mutants_are_noticed_by_the_cases_that_speak_of_them,
     a_file_to_begin_with_comes_first_and_none_is_left_out, memory_may_run_out_at_any_allocation);
