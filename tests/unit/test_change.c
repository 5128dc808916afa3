/* test_change.c: evidence beside evidence: intervals, comparisons, changes, and what of them is in the record. One line
 * of Lua is one rule. */
#include "rules.h"
#include <math.h>

static const char pack[] =
    "return pack { name = 'tried', version = '1', title = 'Tried', scale = { 'inadequate', 'good' }, areas = { 'area' "
    "},\n"
    "  evidence = { samples = { later = 'Files looked at later' } },\n"
    "  parameters = { two = { 2, 'a number that is also a slot', rests = 'ours' } },\n"
    "  ladder = { standard = 'good', rungs = { inadequate = 0, good = 0.5 }, partly = 0.5, enough = 0.1 } }";

static const char dataset[] =
    "{\"format\": \"peel.dataset.v1\", \"round\": \"2021/22\", \"year\": 2021,\n"
    " \"measures\": {\"crimes\": {\"title\": \"Crimes\", \"unit\": \"crimes\", \"per\": 1000, \"denominator\": "
    "\"people\", \"better\": \"lower\"},\n"
    "  \"crimes_before\": {\"title\": \"Crimes before\", \"unit\": \"crimes\", \"per\": 1000, \"denominator\": "
    "\"people_before\"},\n"
    "  \"people\": {\"title\": \"People\", \"unit\": \"people\"}, \"people_before\": {\"title\": \"People before\", "
    "\"unit\": \"people\"},\n"
    "  \"officers\": {\"title\": \"Officers\", \"unit\": \"officers\"}, \"anyone\": {\"title\": \"Anyone\"},\n"
    "  \"stops_each\": {\"title\": \"Stops\", \"unit\": \"stops\", \"per\": 1, \"denominator\": \"officers\"},\n"
    "  \"stops_any\": {\"title\": \"Stops\", \"unit\": \"stops\", \"per\": 1, \"denominator\": \"anyone\"},\n"
    "  \"stops_often\": {\"title\": \"Stops\", \"unit\": \"stops\", \"per\": 1000, \"denominator\": \"people\"},\n"
    "  \"talks\": {\"title\": \"Talks\", \"per\": 1, \"denominator\": \"people\"},\n"
    "  \"asb\": {\"title\": \"Incidents\", \"per\": 1000}, \"deaths\": {\"title\": \"Deaths\", \"better\": "
    "\"lower\"},\n"
    "  \"deaths_before\": {\"title\": \"Deaths before\"}, \"hours\": {\"title\": \"Hours\"},\n"
    "  \"stops\": {\"title\": \"Stops\", \"unit\": \"stops\", \"per\": 1, \"denominator\": \"people\"},\n"
    "  \"lost\": {\"title\": \"Lost\", \"per\": 1, \"denominator\": \"gone\"}, \"gone\": {\"title\": \"Gone\"},\n"
    "  \"none\": {\"title\": \"None seen\"}},\n"
    " \"estimates\": {\"now\": {\"title\": \"Searches\", \"better\": \"higher\"}, \"before\": {\"title\": \"Searches "
    "before\", \"better\": \"higher\"},\n"
    "  \"low\": {\"title\": \"Searches long ago\"}, \"silent\": {\"title\": \"Not supplied\"}},\n"
    " \"surveys\": {\"staff\": {\"title\": \"Staff\"}},\n"
    " \"samples\": {\"files\": {\"title\": \"Case files\", \"better\": \"higher\"}, \"before\": {\"title\": \"Case "
    "files "
    "before\"},\n"
    "  \"drawn\": {\"title\": \"Drawn from few\"}, \"all\": {\"title\": \"All there were\"}, \"part\": {\"title\": "
    "\"Half "
    "known\"},\n"
    "  \"late\": {\"title\": \"Answered late\", \"better\": \"lower\"}, \"late_before\": {\"title\": \"Late "
    "before\"},\n"
    "  \"huge\": {\"title\": \"Huge\"}, \"huger\": {\"title\": \"Huger\"}},\n"
    " \"organisations\": [{\"id\": \"shire\", \"name\": \"The Shire\",\n"
    "  \"measures\": {\"crimes\": 27, \"crimes_before\": 60, \"people\": 10000, \"people_before\": 10000, \"asb\": "
    "9.3,\n"
    "   \"deaths\": 3, \"deaths_before\": 3, \"hours\": 2.5, \"stops\": 5, \"stops_each\": 500, \"stops_any\": 500,\n"
    "   \"stops_often\": 500, \"talks\": 7, \"officers\": 100, \"anyone\": 9, \"lost\": 1, \"none\": 0},\n"
    "  \"estimates\": {\"now\": {\"value\": 0.917, \"margin\": 0.036}, \"before\": {\"value\": 0.936, \"margin\": "
    "0.036},\n"
    "   \"low\": {\"value\": 0.8, \"margin\": 0.03, \"level\": 0.9}, \"silent\": {\"missing\": \"not-supplied\"}},\n"
    "  \"samples\": {\"files\": {\"reviewed\": 60, \"met\": 52}, \"before\": {\"reviewed\": 60, \"met\": 30},\n"
    "   \"drawn\": {\"reviewed\": 60, \"met\": 52, \"population\": 100}, \"all\": {\"reviewed\": 60, \"met\": 52, "
    "\"population\": 60},\n"
    "   \"part\": {\"reviewed\": 20, \"met\": {\"missing\": \"unreadable\"}},\n"
    "   \"late\": {\"reviewed\": 200, \"met\": 20}, \"late_before\": {\"reviewed\": 200, \"met\": 50},\n"
    "   \"huge\": {\"reviewed\": 9007199254740992, \"met\": 9007199254740992},\n"
    "   \"huger\": {\"reviewed\": 9007199254740992, \"met\": 9007199254740992}},\n"
    "  \"surveys\": {\"staff\": {\"value\": 0.5}}}]}";

static char area[4096];

static const struct verdict *ask(const char *body)
{
    snprintf(area, sizeof area,
             "return area { title = 'Area', question = 'How good?',\ncharacteristic 'r0' { level = 'good', text = 't', "
             "rests = 'ours', judge = function(force, p)\nlocal samples, estimates, measures = force.samples, "
             "force.estimates, force.measures %s end } }",
             body);
    rules_open(LIMITS_DEFAULT);
    rules_bind(pack, area, dataset);
    return rules_ask(0);
}

static void gives(const char *body, enum peel_outcome outcome, const char *reason)
{
    const struct verdict *v = ask(body);
    ck_assert_str_eq(v->reason.s, reason);
    ck_assert_str_eq(peel_outcome_name(v->outcome), peel_outcome_name(outcome));
    rules_close();
}

/* An expression that is a text, or a number. */
static void is(const char *expression, const char *expected)
{
    char body[512];
    snprintf(body, sizeof body, "samples.files:met() local it = %s return met '{it}'", expression);
    gives(body, PEEL_MET, expected);
}

static void holds(const char *expression)
{
    char body[512];
    snprintf(body, sizeof body, "samples.files:met() return (%s) and met 'it holds' or not_met 'it does not'",
             expression);
    gives(body, PEEL_MET, "it holds");
}

static void raises(const char *body, const char *message)
{
    char full[600];
    snprintf(full, sizeof full, "areas/area.lua:3: %s", message);
    gives(body, PEEL_ERROR, full);
}

/* --- Intervals ---------------------------------------------------------------------------------------------------- */

START_TEST(a_sample_has_intervals)
{
    holds("select(1, samples.files:interval()) == samples.files:lower() and select(2, samples.files:interval()) == "
          "samples.files:upper()");
    holds("select(1, samples.files:interval('wilson', 0.9)) == stats.wilson(52, 60, 0.9)");
    holds("select(2, samples.files:interval('clopper-pearson')) == select(2, stats.clopper_pearson(52, 60))");
    holds("select(1, samples.files:interval('wald', 0.8)) == stats.wald(52, 60, 0.8)");
    raises("return samples.files:interval('exact')",
           "interval wants a method, \"wilson\", \"clopper-pearson\" or \"wald\", got another text");
    raises("return samples.files:interval(0.95)",
           "interval wants a method, \"wilson\", \"clopper-pearson\" or \"wald\", got 0.95");
    raises("return samples.files:interval('wilson', 95)",
           "interval wants a proportion from 0 to 1, got 95: write 0.95 for 95 percent");
    raises("return samples.files:interval('wilson', 1)", "interval wants a level between 0 and 1, such as 0.95, got 1");
    gives("samples.part:interval()", PEEL_NO_EVIDENCE, "\"Half known\" is missing: unreadable");
}
END_TEST

/* By the formula of reference.R, with (N - n)/(N - 1) = 40/99: 0.80265 to 0.91219 for 52 of 60 drawn from 100. */
START_TEST(a_population_enters_every_bound)
{
    holds("samples.drawn:lower() == stats.wilson(52, 60, 0.95, 100) and samples.drawn:lower() > samples.files:lower()");
    holds("samples.drawn:upper() < samples.files:upper()");
    holds("samples.all:lower() == 52 / 60 and samples.all:upper() == 52 / 60");
    holds("samples.all:surely_at_least(52 / 60) and not samples.files:surely_at_least(0.8)");
    holds("samples.drawn:surely_at_least(0.8026) and not samples.drawn:surely_at_least(0.8027)");
    holds("samples.drawn:surely_below(0.9122) and not samples.drawn:surely_below(0.9121)");
    holds("select(1, samples.drawn:interval('clopper-pearson')) == stats.clopper_pearson(52, 60, 0.95, 100)");
}
END_TEST

START_TEST(a_count_has_an_exact_interval)
{
    holds("select(1, measures.crimes:interval()) == select(2, stats.rate(27, 10000, 1000))");
    holds("measures.crimes:lower() < measures.crimes:rate() and measures.crimes:rate() < measures.crimes:upper()");
    holds("measures.crimes:lower(0.9) > measures.crimes:lower() and measures.crimes:upper(0.9) < "
          "measures.crimes:upper()");
    holds("measures.deaths:upper() == select(3, stats.rate(3, 1)) and measures.none:lower() == 0");
    raises("return measures.asb:interval()", "interval: `asb` is a rate given without its count, and nothing says how "
                                             "sure it is: give the count and its denominator");
    raises("return measures.hours:upper()", "upper: `hours` is no count, and nothing says how sure it is: only whole "
                                            "numbers from 0 have an interval");
    raises("return measures.crimes:lower(0)", "lower wants a level between 0 and 1, such as 0.95, got 0");
    gives("measures.lost:interval()", PEEL_NO_EVIDENCE, "\"Gone\" is missing: not collected");
}
END_TEST

/* --- Comparisons -------------------------------------------------------------------------------------------------- */

START_TEST(words_follow_statistics)
{
    is("samples.files:compared_with(samples.before)", "higher");
    is("samples.before:compared_with(samples.files)", "lower");
    is("samples.files:compared_with(samples.drawn)", "similar");
    is("estimates.now:compared_with(estimates.before)", "similar"); /* 91.7 +- 3.6 after 93.6 +- 3.6 */
    is("estimates.now:compared_with(estimates.low)", "higher");
    is("estimates.now:compared_with(estimates.before, 0.4)", "lower"); /* p = 0.46 */
    is("measures.crimes:compared_with(measures.crimes_before)", "lower");
    is("measures.deaths:compared_with(measures.deaths_before)", "similar");
    is("measures.stops:compared_with(measures.stops_often)", "lower"); /* over one denominator, whatever `per` is */
}
END_TEST

START_TEST(a_change_goes_the_way_the_catalogue_says)
{
    is("samples.files:change_from(samples.before)", "improved"); /* higher is better */
    is("samples.before:change_from(samples.files)", "lower");    /* nobody said what is better */
    is("samples.late:change_from(samples.late_before)", "improved");
    is("samples.late_before:change_from(samples.late)", "higher");
    is("measures.crimes:change_from(measures.crimes_before)", "improved");
    is("estimates.now:change_from(estimates.before)", "similar");
    is("estimates.now:change_from(estimates.before, 0.4)", "declined");
    is("estimates.low:change_from(estimates.now)", "lower");
}
END_TEST

START_TEST(missing_is_neither_higher_nor_lower)
{
    gives("return samples.files:compared_with(samples.part) and met 'x'", PEEL_NO_EVIDENCE,
          "\"Half known\" is missing: unreadable");
    gives("return samples.part:compared_with(samples.files) and met 'x'", PEEL_NO_EVIDENCE,
          "\"Half known\" is missing: unreadable");
    gives("return samples.files:change_from(samples.later) and met 'x'", PEEL_NO_EVIDENCE,
          "\"Files looked at later\" is missing: the dataset does not have it");
    gives("return samples.later:change_from(samples.files) and met 'x'", PEEL_NO_EVIDENCE,
          "\"Files looked at later\" is missing: the dataset does not have it");
    gives("return estimates.now:change_from(estimates.silent) and met 'x'", PEEL_NO_EVIDENCE,
          "\"Not supplied\" is missing: not supplied");
    gives("return measures.crimes:change_from(measures.lost) and met 'x'", PEEL_NO_EVIDENCE,
          "\"Gone\" is missing: not collected");
    const struct verdict *v = ask("return samples.files:compared_with(samples.part) and met 'x'");
    ck_assert_uint_eq(v->reading_count, 2);
    ck_assert(!v->readings[0].missing && v->readings[1].missing);
    rules_close();
}
END_TEST

START_TEST(what_cannot_be_compared_is_told)
{
    raises("return samples.files:compared_with(0.5)",
           "compared_with wants another sample, got 0.5: of a bare number ask :at_least(x) or :below(x)");
    raises("return estimates.now:change_from()", "change_from wants another estimate, got nothing");
    raises("return samples.files:compared_with(estimates.now)", "compared_with wants another sample, got an estimate");
    raises("return estimates.now:compared_with(force.surveys.staff)",
           "compared_with wants another estimate, got a survey");
    raises("return measures.crimes:compared_with(measures.crimes)",
           "compared_with wants another measure, got the same one");
    raises(
        "return measures.crimes:compared_with(measures.deaths)",
        "compared_with: one of `crimes` and `deaths` has a denominator and the other has not: a rate and a count are "
        "not compared");
    raises(
        "return measures.crimes:compared_with(measures.stops)",
        "compared_with: `crimes` counts crimes and `stops` counts stops: only counts of the same thing are compared");
    raises(
        "return measures.stops_often:change_from(measures.stops_each)",
        "change_from: `stops_often` is over `people` (people) and `stops_each` over `officers` (officers): rates are "
        "compared over one denominator, or over two of the same unit");
    raises("return measures.stops_any:compared_with(measures.stops)",
           "compared_with: `stops_any` is over `anyone` (things without a unit) and `stops` over `people` (people): "
           "rates are compared over one denominator, or over two of the same unit");
    raises("return measures.stops:compared_with(measures.talks)",
           "compared_with: `stops` counts stops and `talks` counts things without a unit: only counts of the same "
           "thing are compared");
    raises(
        "return measures.asb:compared_with(measures.crimes)",
        "compared_with: `asb` is a rate given without its count, and nothing says how sure it is: give the count and "
        "its denominator");
    raises("return measures.deaths:compared_with(measures.hours)",
           "compared_with: `hours` is no count, and nothing says how sure it is: only whole numbers from 0 have an "
           "interval");
    raises("return samples.files:compared_with(samples.before, 95)",
           "compared_with wants a proportion from 0 to 1, got 95: write 0.95 for 95 percent");
    raises("return samples.files.compared_with(samples)",
           "compared_with is called with a colon: evidence:compared_with(…)");
    raises("return samples.files.compared_with(force.surveys.staff, samples.files)",
           "compared_with is a method of samples, estimates and measures, got a survey");
    raises("return samples.huge:compared_with(samples.huger)",
           "compared_with: `huge` and `huger` are too large to be compared exactly");
}
END_TEST

/* --- The record --------------------------------------------------------------------------------------------------- */

START_TEST(a_comparison_is_recorded_with_both)
{
    const struct verdict *v = ask("local a, b = estimates.now, estimates.before a:compared_with(b) a:change_from(b) "
                                  "return met '{a} after {b}'");
    ck_assert_uint_eq(v->reading_count, 3); /* both, and one test: the same comparison is one */
    const struct reading *first = &v->readings[0], *second = &v->readings[1], *test = &v->readings[2];
    ck_assert(first->test == TEST_NONE && second->test == TEST_NONE && first->slot == 0 && second->slot == 1);
    ck_assert(test->kind == EVIDENCE_ESTIMATE && test->slot == 0 && test->test == TEST_SIMILAR_TO && test->held);
    ck_assert_double_eq_tol(test->value, 0.4645047980199305, 1e-12); /* tests/reference/estimates.csv, first row */
    ck_assert(test->threshold == 1);
    rules_close();
    v = ask("local a, b = samples.files, samples.before a:compared_with(b) b:compared_with(a) return met 'both ways'");
    ck_assert_uint_eq(v->reading_count, 4);
    ck_assert(v->readings[2].test == TEST_HIGHER_THAN && v->readings[3].test == TEST_LOWER_THAN);
    ck_assert(v->readings[2].threshold == 1 && v->readings[3].slot == 1 && v->readings[3].threshold == 0);
    rules_close();
}
END_TEST

START_TEST(a_rate_is_recorded_with_its_denominator)
{
    const struct verdict *v = ask("measures.crimes:compared_with(measures.crimes_before) return met 'x'");
    ck_assert_uint_eq(v->reading_count, 5); /* both counts, both denominators, the test */
    ck_assert(v->readings[4].test == TEST_LOWER_THAN && v->readings[4].threshold == 1);
    rules_close();
}
END_TEST

START_TEST(tests_have_names)
{
    ck_assert_str_eq(test_name(TEST_HIGHER_THAN), "higher_than");
    ck_assert_str_eq(test_name(TEST_LOWER_THAN), "lower_than");
    ck_assert_str_eq(test_name(TEST_SIMILAR_TO), "similar_to");
    for (int test = 0; test < TESTS; test++) ck_assert_ptr_nonnull(test_name((enum test)test));
    ck_assert(!test_is_between(TEST_IS) && !test_is_between(TESTS) && test_is_between(TEST_LOWER_THAN));
}
END_TEST

UNIT("change", a_sample_has_intervals, a_population_enters_every_bound, a_count_has_an_exact_interval,
     words_follow_statistics, a_change_goes_the_way_the_catalogue_says, missing_is_neither_higher_nor_lower,
     what_cannot_be_compared_is_told, a_comparison_is_recorded_with_both, a_rate_is_recorded_with_its_denominator,
     tests_have_names);
