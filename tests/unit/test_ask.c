/* test_ask.c: what a rule reads, says and is answered: verdicts with their reasons, readings and the text of errors.
 * One line of Lua is one rule. */
#include "rules.h"
#include <math.h>

static const char pack[] =
    "return pack { name = 'tried', version = '1', title = 'Tried', scale = { 'inadequate', 'adequate', 'good' }, areas "
    "= { 'area', 'other' },\n"
    "  evidence = { samples = { later = 'Files looked at later' }, measures = { files = 'The same name, another kind' "
    "} },\n"
    "  parameters = { findings_met = { 0.75, 'share', rests = 'ours', unit = 'share' }, findings_partly = { 0.4, "
    "'share', rests = 'ours', unit = 'share' },\n"
    "    good = { 0.85, 'share of files', rests = 'ours', unit = 'share' }, five = { 5, 'count', rests = 'ours' } } }";

/* 52 of 60 files; 95.5 percent, give or take 1.9; 9.3 per 1,000 against 2.7; 27 of 10,000. */
static const char dataset[] =
    "{\"format\": \"peel.dataset.v1\", \"round\": \"2021/22\", \"year\": 2021,\n"
    " \"measures\": {\"asb\": {\"title\": \"Incidents\", \"per\": 1000, \"benchmarks\": {\"england-and-wales\": "
    "2.7}},\n"
    "  \"crimes\": {\"title\": \"Crimes\", \"per\": 1000, \"denominator\": \"people\"}, \"people\": {\"title\": "
    "\"People\"}, \"nobody\": {\"title\": \"Nobody\"},\n"
    "  \"odd\": {\"title\": \"Odd\", \"per\": 1, \"denominator\": \"nobody\"}, \"lost\": {\"title\": \"Lost\", "
    "\"per\": 1, \"denominator\": \"gone\"}, \"gone\": {\"title\": \"Gone\"}},\n"
    " \"estimates\": {\"recorded\": {\"title\": \"Recorded crime\"}}, \"surveys\": {\"staff\": {\"title\": "
    "\"Staff\"}},\n"
    " \"samples\": {\"files\": {\"title\": \"Case files\"}, \"part\": {\"title\": \"Half known\"}, \"none\": "
    "{\"title\": \"Nothing\"}},\n"
    " \"organisations\": [{\"id\": \"shire\", \"name\": \"The Shire\",\n"
    "  \"measures\": {\"asb\": 9.3, \"crimes\": 27, \"people\": 10000, \"nobody\": 0, \"odd\": 3, \"lost\": 1},\n"
    "  \"estimates\": {\"recorded\": {\"value\": 0.955, \"margin\": 0.019}}, \"surveys\": {\"staff\": {\"value\": "
    "0.713, \"n\": 1203}},\n"
    "  \"samples\": {\"files\": {\"reviewed\": 60, \"met\": 52}, \"part\": {\"reviewed\": 20, \"met\": {\"missing\": "
    "\"unreadable\"}},\n"
    "   \"none\": {\"missing\": \"not-supplied\", \"note\": \"the system changed\"}},\n"
    "  \"findings\": [{\"kind\": \"strength\", \"against\": \"area/r0\", \"text\": \"a\", \"weight\": 5},\n"
    "   {\"kind\": \"weakness\", \"against\": [\"area/r0\", \"area/r1\"], \"text\": \"b\", \"weight\": 2}]}]}";

static char area[16384];

/* Rules r0, r1, … from the bodies of their functions, each on a line of its own: r0 on line 3, r1 on line 4. */
static void open_rules(const char *const *bodies)
{
    size_t n = (size_t)snprintf(
        area, sizeof area,
        "local names, seen, limit = { 'a' }, 0, 3\nreturn area { title = 'Area', question = 'How good?',\n");
    for (size_t i = 0; bodies[i]; i++)
        n += (size_t)snprintf(area + n, sizeof area - n,
                              "characteristic 'r%zu' { level = 'good', text = 't', rests = 'ours', judge = "
                              "function(force, p) %s end },\n",
                              i, bodies[i]);
    snprintf(area + n, sizeof area - n, "}");
    rules_open(LIMITS_DEFAULT);
    rules_bind(pack, area, dataset);
}

#define OPEN(...) open_rules((const char *const[]){__VA_ARGS__, NULL})

static void gives(size_t i, enum peel_outcome outcome, const char *reason)
{
    const struct verdict *v = rules_ask(i);
    ck_assert_str_eq(v->reason.s, reason);
    ck_assert_str_eq(peel_outcome_name(v->outcome), peel_outcome_name(outcome));
    ck_assert_int_eq(v->raised.line != 0, outcome == PEEL_ERROR || outcome == PEEL_LIMIT);
}

/* One rule; its file's third line is where an error is. */
static void rule(const char *body, enum peel_outcome outcome, const char *reason)
{
    char full[700];
    OPEN(body);
    snprintf(full, sizeof full, "%s%s", outcome >= PEEL_ERROR ? "areas/area.lua:3: " : "", reason);
    gives(0, outcome, full);
    rules_close();
}

/* --- Samples, and the shape of messages ------------------------------------------------------------------- */

START_TEST(a_sample_is_compared_by_its_proportion)
{
    /* 52 / 60 = 0.8667 */
    rule("local f = force.samples.files; if f:at_least(p.good) then return met '{f} met the standard' end", PEEL_MET,
         "52 of 60 (86.7%) met the standard");
    rule("local f = force.samples.files; if f:below(0.9) then return not_met('{f}, fewer than {p.good}') end",
         PEEL_NOT_MET, "52 of 60 (86.7%), fewer than 85%");
    rule("local f = force.samples.files; return f:above(52 / 60) and met 'x' or partly_met 'only {f}'", PEEL_PARTLY_MET,
         "only 52 of 60 (86.7%)");
    rule("local f = force.samples.files; return f:at_most(52 / 60) and met '{{{f}}}' or not_met 'y'", PEEL_MET,
         "{52 of 60 (86.7%)}");
    rule("local n, k = force.samples.files:reviewed(), force.samples.files:met() return met '{k} in {n}'", PEEL_MET,
         "52 in 60");
    rule("local s = force.samples.files:proportion() return met '{s%} it is'", PEEL_MET, "86.7% it is");
}
END_TEST

START_TEST(a_sample_has_wilson_bounds)
{
    /* R: binom::binom.confint(52, 60, methods = "wilson"): 0.7583525, 0.9308372 */
    rule("local f = force.samples.files; if f:surely_at_least(0.758) and not f:surely_at_least(0.759) then return met "
         "'lower' end",
         PEEL_MET, "lower");
    rule("local f = force.samples.files; if f:surely_below(0.931) and not f:surely_below(0.930) then return met "
         "'upper' end",
         PEEL_MET, "upper");
    rule("local f = force.samples.files; if f:lower(0.99) < f:lower() and f:upper() < f:upper(0.99) then return met "
         "'wider' end",
         PEEL_MET, "wider");
}
END_TEST

START_TEST(messages_show_what_the_function_sees)
{
    rule("local f = force.samples.files; f:met(); local a = 'x' do local a = 'y' return met '{a} {force.name} "
         "{force.id}' end",
         PEEL_MET, "y The Shire shire");
    rule("force.samples.files:met(); local a = 'x' do local a = 'y' end return met '{a}'", PEEL_MET, "x");
    rule("force.samples.files:met(); for _, name in ipairs(names) do return met '{name}' end", PEEL_MET, "a");
    rule("force.samples.files:met(); if limit then return met 'up to {limit}' end", PEEL_MET, "up to 3");
    rule("force.samples.files:met(); local half, big = 0.5, 2^60; return met '{half}, {half%}, {big}'", PEEL_MET,
         "0.5, 50%, 1.152921504606847e18");
    rule("force.samples.files:met(); local t = { n = 3 }; return met '{t.n} of {p.five}'", PEEL_MET, "3 of 5");
    rule("force.samples.files:met(); local who = force.name; return met('so says ' .. who .. ' {who}')", PEEL_MET,
         "so says The Shire The Shire");
    rule("force.samples.files:met(); local f = function(x) return met '{x}' end; return f(7)", PEEL_MET, "7");
    rule("local a, b = not_applicable 'one', not_applicable 'two'; return a", PEEL_NOT_APPLICABLE, "one");
    rule("return no_evidence 'we did not look'", PEEL_NO_EVIDENCE, "we did not look");
}
END_TEST

START_TEST(a_message_that_cannot_be_filled_is_an_error)
{
    rule("local t = {} return met '{t}'", PEEL_ERROR, "{t} is a table: a message shows evidence, numbers and texts");
    rule("local t; return met '{t}'", PEEL_ERROR, "{t} is nil: a message shows evidence, numbers and texts");
    rule("local t = { a = 1 }; return met '{t.b}'", PEEL_ERROR,
         "{t.b} is nil: a message shows evidence, numbers and texts");
    rule("local t = 1; return met '{t.b}'", PEEL_ERROR,
         "{t.b} is a number: a message shows evidence, numbers and texts");
    rule("local n = 0/0; return met '{n}'", PEEL_ERROR, "{n} is nan, which is no number to show");
    rule("local n = '\\xff'; return met '{n}'", PEEL_ERROR, "{n} is not valid UTF-8, or holds a control character");
    rule("local n = ('x'):rep(4000); return met '{n}{n}'", PEEL_ERROR, "a message of 8000 bytes; at most 4,096");
    rule("return met('{' .. 'nothing}')", PEEL_ERROR,
         "{nothing} names no local variable of the function that says the message");
    rule("return met('{' .. '1}')", PEEL_ERROR, "a placeholder is {name} or {name.field}; a brace is {{");
    rule("local m = met; return m ''", PEEL_ERROR, "the message is empty: say why in a few words");
    rule("local m = met; return m()", PEEL_ERROR, "met wants a message, a text, got nothing");
    rule("return not_met(3)", PEEL_ERROR, "not_met wants a message, a text, got number");
    rule("for i = 1, 100 do local m = met 'again' end", PEEL_ERROR, "more than 64 messages made by one rule");
}
END_TEST

/* --- Missing is never failing -------------------------------------------------------------------------------- */

START_TEST(what_is_missing_ends_the_rule_and_is_named)
{
    rule("return force.samples.none:at_least(0.5) and met 'a' or not_met 'b'", PEEL_NO_EVIDENCE,
         "\"Nothing\" is missing: not supplied (the system changed)");
    rule("return force.samples.part:at_least(0.5) and met 'a' or not_met 'b'", PEEL_NO_EVIDENCE,
         "\"Half known\" is missing: unreadable");
    rule("return force.samples.later:met() > 3 and met 'a' or not_met 'b'", PEEL_NO_EVIDENCE,
         "\"Files looked at later\" is missing: the dataset does not have it");
    rule("return force.measures.gone:value() > 3 and met 'a' or not_met 'b'", PEEL_NO_EVIDENCE,
         "\"Gone\" is missing: not collected");
    rule("return force.measures.lost:rate() > 3 and met 'a' or not_met 'b'", PEEL_NO_EVIDENCE,
         "\"Gone\" is missing: not collected");
    rule("local n = force.samples.part:reviewed() return met '{n} looked at'", PEEL_MET, "20 looked at");
    rule("local why = force.samples.none:missing() return no_evidence 'it is {why}'", PEEL_NO_EVIDENCE,
         "it is not-supplied");
    rule("force.samples.files:met() if not force.samples.files:missing() then return met 'there' end", PEEL_MET,
         "there");
    rule("local s = force.samples.none return no_evidence 'files: {s}'", PEEL_NO_EVIDENCE, "files: not supplied");
}
END_TEST

START_TEST(no_grade_rests_on_nothing)
{
    rule("return met 'by faith'", PEEL_ERROR, "judged without reading any evidence");
    rule("if p.five > 3 then return not_met 'by number' end", PEEL_ERROR, "judged without reading any evidence");
    rule("if force.samples.none:missing() then return not_met 'none' end", PEEL_ERROR,
         "judged by what is missing: missing is never failing, nor met; say no_evidence");
    rule("local s = force.surveys.staff return met('staff: ' .. s:cite())", PEEL_ERROR,
         "rests on a survey alone; surveys can be cited, never decide");
    rule("local s = force.surveys.staff return met '{s}'", PEEL_ERROR,
         "rests on a survey alone; surveys can be cited, never decide");
    rule(
        "local s, f = force.surveys.staff, force.samples.files if f:at_least(0.5) then return met '{f}; staff {s}' end",
        PEEL_MET, "52 of 60 (86.7%); staff 71.3% of 1203");
    rule("local n = force.findings:about('area/r9x') return met 'x'", PEEL_ERROR,
         "the pack has no characteristic `area/r9x`; did you mean `area/r0`?");
}
END_TEST

/* --- Measures and estimates ------------------------------------------------------------------------------------- */

START_TEST(a_measure_has_a_rate)
{
    /* 27 of 10,000 people are 2.7 per 1,000 */
    rule("local m = force.measures.crimes if m:rate() == 2.7 and m:value() == 27 then return met 'both' end", PEEL_MET,
         "both");
    rule("local m = force.measures.crimes if m:at_most(2.7) and not m:below(2.7) then return met 'by the rate' end",
         PEEL_MET, "by the rate");
    rule("local m = force.measures.asb local b = m:benchmark 'england-and-wales' if m:above(b) then return not_met "
         "'{m} against {b}' end",
         PEEL_NOT_MET, "9.3 per 1,000 against 2.7");
    rule("return force.measures.odd:rate() > 1 and met 'a'", PEEL_ERROR,
         "the rate of `odd`: its denominator `nobody` is not above 0");
    rule("return force.measures.asb:benchmark 'scotland' and met 'a'", PEEL_ERROR,
         "`asb` has no benchmark `scotland`; it has `england-and-wales`");
    rule("return force.measures.people:benchmark 'england' and met 'a'", PEEL_ERROR, "`people` has no benchmarks");
}
END_TEST

START_TEST(an_estimate_has_an_interval)
{
    /* 95.5 - 1.9 = 93.6, 95.5 + 1.9 = 97.4: decimals, not binary fractions beside them */
    rule("local e = force.estimates.recorded if e:lower() == 0.936 and e:upper() == 0.974 then return met '{e}' end",
         PEEL_MET, "95.5% ± 1.9");
    rule("local e = force.estimates.recorded if e:surely_at_least(0.936) and not e:surely_below(0.974) then return met "
         "'at the bounds' end",
         PEEL_MET, "at the bounds");
    rule("local e = force.estimates.recorded if e:value() == 0.955 and e:margin() == 0.019 and e:level() == 0.95 then "
         "return met 'said' end",
         PEEL_MET, "said");
}
END_TEST

START_TEST(arguments_are_checked)
{
    rule("force.samples.files:at_least(85)", PEEL_ERROR,
         "at_least wants a proportion from 0 to 1, got 85: write 0.85 for 85 percent");
    rule("force.samples.files:at_least(0/0)", PEEL_ERROR, "at_least wants a proportion from 0 to 1, got nan");
    rule("force.samples.files:below()", PEEL_ERROR, "below wants a proportion from 0 to 1, got nothing");
    rule("force.samples.files:below('0.5')", PEEL_ERROR, "below wants a proportion from 0 to 1, got a text");
    rule("force.measures.asb:above(1/0)", PEEL_ERROR, "above wants a number, got infinity");
    rule("force.measures.asb:above(force.measures.people)", PEEL_ERROR, "above wants a number, got a measure");
    rule("force.samples.files.at_least(0.5)", PEEL_ERROR, "at_least is called with a colon: evidence:at_least(…)");
    rule("force.samples.files.reviewed(force.measures.asb)", PEEL_ERROR,
         "reviewed is a method of a sample, got a measure");
    rule("force.measures.asb:surely_below(0.5)", PEEL_ERROR, "a measure has no method `surely_below`");
    rule("force.samples.files['at_leest'](0.5)", PEEL_ERROR,
         "a sample has no method `at_leest`; did you mean `at_least`?");
    rule("force.samples.files:lower(1)", PEEL_ERROR, "lower wants a level between 0 and 1, such as 0.95, got 1");
    rule("return force.samples.files - 1", PEEL_ERROR,
         "a sample is no number: reckon with what its methods give, such as :proportion()");
    rule("return 2 * force.measures.asb", PEEL_ERROR,
         "a measure is no number: reckon with what its methods give, such as :rate() or :value()");
    rule("return met(force.samples.files .. ' is good')", PEEL_ERROR,
         "a sample is no text: give it a local name and let the message show it, \"{name} …\"");
    rule("return force.samples.files > 0.5", PEEL_ERROR,
         "a sample is compared by its methods: evidence:at_least(x), :at_most(x), :above(x), :below(x)");
    rule("return force.surveys.staff > 0.5", PEEL_ERROR,
         "a survey can be cited, never compared: it is no statistic that may decide a grade");
    rule("force.surveys.staff:at_least(0.5)", PEEL_ERROR,
         "a survey can be cited, never compared: `staff` is no statistic that may decide a grade; say :cite()");
    rule("force.surveys.staff:value()", PEEL_ERROR,
         "a survey can be cited, never compared: `staff` is no statistic that may decide a grade; say :cite()");
}
END_TEST

START_TEST(names_that_nobody_declared_are_errors)
{
    rule("return force.samples.file:met()", PEEL_ERROR,
         "neither the pack nor the dataset declares the sample `file`; did you mean `files`?");
    rule("return force.samples.asb:met()", PEEL_ERROR, "there is no sample `asb`, but there is force.measures.asb");
    rule("return force.surveys.files:cite()", PEEL_ERROR,
         "there is no survey `files`, but there is force.measures.files and force.samples.files");
    rule("local f = force return f.sample.files", PEEL_ERROR, "force has no `sample`; did you mean `samples`?");
    rule("local f = force return f['nam'] .. 'x'", PEEL_ERROR, "force has no `nam`; did you mean `name`?");
    rule("local q = p return q.goood", PEEL_ERROR, "the pack has no parameter `goood`; did you mean `good`?");
    rule("return force.outcomes['area/r5']:met()", PEEL_ERROR,
         "the pack has no characteristic `area/r5`; did you mean `area/r0`?");
    rule("return force.outcomes.r0:met()", PEEL_ERROR, "an outcome is named \"area/characteristic\", got `r0`");
    rule("return force.areas['are']:grade()", PEEL_ERROR, "the pack has no area `are`; did you mean `area`?");
    rule("return force.findings:all()", PEEL_ERROR,
         "force.findings is asked by :about(\"area/characteristic\") or :here(); it has no `all`");
}
END_TEST

START_TEST(nothing_a_rule_sees_can_be_changed)
{
    rule("local f = force f.x = 1", PEEL_ERROR, "evidence and parameters cannot be changed");
    rule("force.samples.files = 1", PEEL_ERROR, "evidence and parameters cannot be changed");
    rule("force.samples.files.met = function() return 60 end", PEEL_ERROR, "evidence and parameters cannot be changed");
    rule("p.good = 0", PEEL_ERROR, "evidence and parameters cannot be changed");
    rule("force.outcomes['area/r0'] = 1", PEEL_ERROR, "evidence and parameters cannot be changed");
    rule("force.samples.files:met() seen = seen + 1 return met 'counted'", PEEL_ERROR,
         "the rule changes `seen`, a name outside of it: the next organisation would see the change");
    OPEN("force.samples.files:met() seen = seen + 1 return met 'counted'",
         "force.samples.files:met() local n = seen return met '{n} before'");
    rules_ask(0);
    gives(1, PEEL_MET, "0 before");
    rules_close();
}
END_TEST

START_TEST(an_answer_must_be_an_answer)
{
    const char *must = "the rule must return met \"…\", partly_met \"…\", not_met \"…\", not_applicable \"…\" or "
                       "no_evidence \"…\", got ";
    char expected[300];
    snprintf(expected, sizeof expected, "%snothing", must);
    rule("force.samples.files:met()", PEEL_ERROR, expected);
    snprintf(expected, sizeof expected, "%sboolean", must);
    rule("return force.samples.files:at_least(0.5)", PEEL_ERROR, expected);
    snprintf(expected, sizeof expected, "%sfunction", must);
    rule("local answer = met; return answer", PEEL_ERROR, expected);
    rule("error('no')", PEEL_ERROR, "no");
    rule("while true do end", PEEL_LIMIT, "stopped: more than 1,000,000 instructions");
}
END_TEST

/* --- The record ----------------------------------------------------------------------------------------------------
 */

START_TEST(everything_read_is_recorded_once)
{
    OPEN("local f = force.samples.files; f:at_least(p.five / 10) f:at_least(p.five / 10) f:below(p.good) f:met() "
         "f:met() return met '{f} {p.good}'");
    const struct verdict *v = rules_ask(0);
    ck_assert_uint_eq(v->reading_count, 2);
    const struct reading *first = &v->readings[0], *second = &v->readings[1];
    ck_assert_int_eq(first->kind, EVIDENCE_SAMPLE);
    ck_assert_int_eq(first->test, TEST_AT_LEAST);
    ck_assert(first->held && first->threshold == 0.5 && first->value == 52 / 60.0 && first->slot == 0);
    ck_assert_int_eq(second->test, TEST_BELOW);
    ck_assert(!second->held && second->threshold == 0.85);
    ck_assert_uint_eq(v->parameter_count, 2); /* in order of name: findings_met, findings_partly, five, good */
    ck_assert_uint_eq(v->parameters[0], 2);
    ck_assert_uint_eq(v->parameters[1], 3);
    ck_assert_str_eq(test_name(TEST_SURELY_AT_LEAST), "surely_at_least");
    rules_close();
}
END_TEST

START_TEST(what_was_missing_is_in_the_record)
{
    OPEN("return force.samples.later:met()", "return force.measures.lost:rate()");
    const struct verdict *v = rules_ask(0);
    ck_assert_uint_eq(v->reading_count, 1);
    ck_assert(v->readings[0].missing && v->readings[0].slot == NO_SLOT);
    ck_assert_str_eq(v->readings[0].name.s, "later");
    v = rules_ask(1);
    ck_assert_uint_eq(v->reading_count, 1);
    ck_assert_str_eq(v->readings[0].name.s, "gone");
    rules_close();
}
END_TEST

START_TEST(a_record_has_an_end)
{
    OPEN("local f = force.samples.files for i = 1, 100000 do f:at_least(i / 100000) end");
    ck_assert_int_eq(rules_ask(0)->outcome, PEEL_LIMIT);
    rules_close();
}
END_TEST

/* --- Findings
 * ---------------------------------------------------------------------------------------------------------- */

START_TEST(findings_are_read_as_sets)
{
    /* r0: a strength of 5 and a weakness of 2: 5 / 7 = 71.4%; r1: the weakness alone */
    OPEN("local f = force.findings:here() if f:share() >= p.findings_met then return met 'x' end return partly_met "
         "'{f}, {f}'",
         "local f, w = force.findings:here(), force.findings:about('area/r0'):weakness_weight() return not_met '{f} of "
         "weight {w}'",
         "local f = force.findings:here() if f:missing() then return no_evidence '{f}' end",
         "if force.findings:here():share() > 0 then return met 'x' end",
         "local f = force.findings:about 'area/r0' if f:at_least(0.7) and f:below(0.72) and f:count() == 2 then return "
         "met 'seven' end",
         "if force.findings:here():weaknesses() == 0 then return met 'no weakness' end");
    gives(0, PEEL_PARTLY_MET, "1 strength, 1 weakness, 1 strength, 1 weakness");
    ck_assert_uint_eq(rules.verdict.reading_count, 2);
    gives(1, PEEL_NOT_MET, "1 weakness of weight 2");
    ck_assert_uint_eq(rules.verdict.reading_count, 2);
    gives(2, PEEL_NO_EVIDENCE, "no findings");
    gives(3, PEEL_NO_EVIDENCE, "no finding was made against area/r3");
    gives(4, PEEL_MET, "seven");
    ck_assert_uint_eq(rules.verdict.reading_count, 4); /* two findings, two comparisons of the set */
    const struct reading *r = &rules.verdict.readings[2];
    ck_assert(r->kind == EVIDENCE_FINDING && r->slot == NO_SLOT && r->test == TEST_AT_LEAST && r->held);
    ck_assert_str_eq(r->name.s, "area/r0");
    ck_assert_double_eq_tol(r->value, 5.0 / 7, 1e-12);
    ck_assert_double_eq(r->threshold, 0.7);
    gives(5, PEEL_ERROR, "areas/area.lua:8: judged without reading any evidence");
    rules_close();
}
END_TEST

static void weighs(uint32_t c, uint16_t met, uint16_t partly, enum peel_outcome outcome, const char *reason)
{
    script_weigh(rules.s, c, met, partly, &rules.verdict);
    ck_assert_str_eq(rules.verdict.reason.s, reason);
    ck_assert_int_eq(rules.verdict.outcome, outcome);
}

START_TEST(findings_are_weighed_without_lua)
{
    OPEN("return no_evidence 'x'", "return no_evidence 'x'", "return no_evidence 'x'");
    weighs(0, 0, 1, PEEL_PARTLY_MET,
           "strengths weigh 5, weaknesses 2: 71.4% strengths, at least 40% is partly met, 75% would be met");
    ck_assert_uint_eq(rules.verdict.reading_count, 2);
    ck_assert_uint_eq(rules.verdict.parameter_count, 2);
    weighs(0, 1, 1, PEEL_MET, "strengths weigh 5, weaknesses 2: 71.4% strengths, at least 40% is met");
    weighs(1, 0, 1, PEEL_NOT_MET, "strengths weigh 0, weaknesses 2: 0% strengths, below 40% is not met");
    weighs(2, 0, 1, PEEL_NO_EVIDENCE, "no finding was made against it");
    rules_close();
}
END_TEST

/* --- Others' outcomes
 * ------------------------------------------------------------------------------------------------------ */

START_TEST(outcomes_are_read_where_declared)
{
    OPEN("return met 'x'", "local o = force.outcomes['area/r0'] return o:met() and met '{o}' or not_met '{o}'",
         "local o = force.outcomes['area/r0'] return o:is 'no-evidence' and not_applicable 'unknown' or met 'known'",
         "return force.outcomes['area/r0']:is 'mett'",
         "local o = force.outcomes['area/r0'] local why = o:missing() return no_evidence '{why}'",
         "if force.outcomes['area/r0']:is 'no-evidence' then return not_met 'so it fails' end");
    gives(1, PEEL_ERROR,
          "areas/area.lua:4: the outcome of `area/r0` is not declared: add depends = { \"area/r0\" } to the "
          "characteristic, or to its area");
    rules.allowance.characteristic_count = 1;
    gives(1, PEEL_NO_EVIDENCE, "the outcome of area/r0 is not known: it ended in no-evidence");
    gives(2, PEEL_NOT_APPLICABLE, "unknown");
    gives(3, PEEL_ERROR, "areas/area.lua:6: there is no outcome `mett`; did you mean `met`?");
    gives(4, PEEL_NO_EVIDENCE, "no-evidence");
    gives(5, PEEL_ERROR,
          "areas/area.lua:8: judged by what is missing: missing is never failing, nor met; say no_evidence");
    rules.outcome[0] = PEEL_ERROR;
    gives(1, PEEL_NO_EVIDENCE, "the outcome of area/r0 is not known: it ended in error");
    rules.outcome[0] = PEEL_NOT_APPLICABLE;
    gives(1, PEEL_NOT_MET, "not-applicable");
    rules.outcome[0] = PEEL_MET;
    gives(1, PEEL_MET, "met");
    ck_assert_uint_eq(rules.verdict.reading_count, 1);
    ck_assert(rules.verdict.readings[0].kind == EVIDENCE_OUTCOME && rules.verdict.readings[0].test == TEST_IS &&
              rules.verdict.readings[0].held);
    gives(2, PEEL_MET, "known");
    rules_close();
}
END_TEST

START_TEST(areas_are_read_where_declared)
{
    OPEN("local a = force.areas.other return a:at_least 'adequate' and met '{a}' or not_met '{a}'",
         "local g = force.areas.other:grade() return met '{g}'", "return force.areas.other:below 'goood'",
         "return force.areas.area:share 'good' > 0.5 and met 'a' or not_met 'b'",
         "local n = force.areas.other:concerns() return not_met '{n} concerns'");
    gives(0, PEEL_ERROR,
          "areas/area.lua:3: the area `other` is not declared: add depends = { \"other\" } to the characteristic, or "
          "to its area");
    rules.allowance.area_count = 2;
    rules.grade[1] = 1;
    gives(0, PEEL_MET, "adequate");
    gives(1, PEEL_MET, "adequate");
    gives(2, PEEL_ERROR, "areas/area.lua:5: there is no grade `goood`; did you mean `good`?");
    gives(3, PEEL_NO_EVIDENCE, "no characteristic of the area area has evidence at the level good");
    rules.concerns[1] = 2;
    gives(4, PEEL_NOT_MET, "2 concerns");
    rules.concerns[1] = 0;
    gives(4, PEEL_NOT_MET, "0 concerns"); /* it was carried over: there is a grade */
    rules.grade[1] = PEEL_UNGRADED;
    gives(4, PEEL_NO_EVIDENCE,
          "no characteristic of the area other has evidence, so that no cause of concern was raised says nothing");
    rules.grade[1] = PEEL_INSUFFICIENT_EVIDENCE;
    gives(1, PEEL_NO_EVIDENCE, "the area other has no grade: insufficient-evidence");
    rules.grade[1] = PEEL_UNGRADED;
    gives(0, PEEL_ERROR,
          "areas/area.lua:3: the area `other` is judged, not graded: ask its :share(level) or :concerns()");
    rules_close();
}
END_TEST

/* --- Ladders and caps
 * -------------------------------------------------------------------------------------------------------- */

static const char laddered[] =
    "return area { title = 'A', question = 'Q', ladder = function(area, p) %s end,\n"
    "characteristic 'r0' { level = 'good', text = 't', rests = 'ours', findings = true },\n"
    "characteristic 'r1' { level = 'adequate', text = 't', rests = 'ours', findings = true, weight = 3 },\n"
    "cap 'c' { at = 'adequate', when = function(area, p) %s end, because = 'b' } }";

static void open_ladder(const char *ladder, const char *when)
{
    snprintf(area, sizeof area, laddered, ladder, when);
    rules_open(LIMITS_DEFAULT);
    rules_bind(pack, area, dataset);
    rules.outcome[0] = PEEL_MET;
    rules.outcome[1] = PEEL_PARTLY_MET;
}

static void climbs(const char *body, int grade, enum peel_outcome outcome, const char *reason)
{
    int got;
    open_ladder(body, "return true");
    script_ladder(rules.s, rules.area.ladder, 0, &got, &rules.verdict);
    ck_assert_str_eq(rules.verdict.reason.s, reason);
    ck_assert_int_eq(got, grade);
    ck_assert_int_eq(rules.verdict.outcome, outcome);
    rules_close();
}

START_TEST(a_ladder_answers_with_a_grade)
{
    /* r0 met at weight 1, r1 partly met (half) at weight 3: (1 + 1.5) / 4 = 0.625 */
    climbs("if area:share() == 0.625 then return 'good', 'so it is' end", 2, PEEL_MET, "so it is");
    climbs("if area:share 'adequate' == 0.5 and area:enough() and area:concerns() == 0 then return 'adequate' end", 1,
           PEEL_MET, "");
    climbs("return area:outcome 'r1' == 'partly-met' and area:count('met', 'good') == 1 and area:count 'met' == 1 and "
           "'good'",
           2, PEEL_MET, "");
    climbs("return 'insufficient-evidence', 'too little'", PEEL_INSUFFICIENT_EVIDENCE, PEEL_MET, "too little");
    climbs("return 'god'", PEEL_GRADE_ERROR, PEEL_ERROR,
           "areas/area.lua:1: the ladder returned `god`, which is no grade of the scale; did you mean `good`?");
    climbs("local x", PEEL_GRADE_ERROR, PEEL_ERROR,
           "areas/area.lua:1: the ladder must return a grade and a reason, got nothing");
    climbs("return area:outcome 'r2'", PEEL_GRADE_ERROR, PEEL_ERROR,
           "areas/area.lua:1: the area has no characteristic `r2`; did you mean `r0`?");
    climbs("return area['shore'](area)", PEEL_GRADE_ERROR, PEEL_ERROR,
           "areas/area.lua:1: the area has no method `shore`; did you mean `share`?");
    climbs("while true do end", PEEL_GRADE_LIMIT, PEEL_LIMIT,
           "areas/area.lua:1: stopped: more than 1,000,000 instructions");
    climbs("return area:share 'inadequate' > 0 and 'good'", PEEL_INSUFFICIENT_EVIDENCE, PEEL_MET,
           "no characteristic of the level inadequate has evidence");
}
END_TEST

START_TEST(a_cap_acts_or_not)
{
    open_ladder("return 'good'", "return area:outcome 'r1' == 'partly-met'");
    script_when(rules.s, rules.area.caps[0].when, 0, &rules.verdict);
    ck_assert_int_eq(rules.verdict.outcome, PEEL_MET);
    rules.outcome[1] = PEEL_MET;
    script_when(rules.s, rules.area.caps[0].when, 0, &rules.verdict);
    ck_assert_int_eq(rules.verdict.outcome, PEEL_NOT_MET);
    rules_close();
    open_ladder("return 'good'", "return 'yes'");
    script_when(rules.s, rules.area.caps[0].when, 0, &rules.verdict);
    ck_assert_int_eq(rules.verdict.outcome, PEEL_ERROR);
    ck_assert_str_eq(rules.verdict.reason.s, "areas/area.lua:4: \"when\" must return true or false, got string");
    rules_close();
}
END_TEST

START_TEST(a_handle_kept_shows_no_other_organisation)
{
    OPEN("local f = force.samples.files f:met() return met '{f} {force.name}'");
    gives(0, PEEL_MET, "52 of 60 (86.7%) The Shire");
    struct org other = *rules.org;
    struct sample samples[3] = {{.is = {.mentioned = true}, .reviewed = 4, .met = 1}};
    other.samples = samples;
    other.name = STR("Elsewhere");
    script_sit(rules.s, &other, &rules.board, &rules.sitting);
    gives(0, PEEL_MET, "1 of 4 (25%) Elsewhere");
    ck_assert(script_bind(rules.s, load_dataset(rules.load), NULL)); /* once more: nothing of the first is left */
    script_sit(rules.s, rules.org, &rules.board, &rules.sitting);
    gives(0, PEEL_MET, "52 of 60 (86.7%) The Shire");
    rules_close();
}
END_TEST

UNIT("ask", a_sample_is_compared_by_its_proportion, a_sample_has_wilson_bounds, messages_show_what_the_function_sees,
     a_message_that_cannot_be_filled_is_an_error, what_is_missing_ends_the_rule_and_is_named, no_grade_rests_on_nothing,
     a_measure_has_a_rate, an_estimate_has_an_interval, arguments_are_checked, names_that_nobody_declared_are_errors,
     nothing_a_rule_sees_can_be_changed, an_answer_must_be_an_answer, everything_read_is_recorded_once,
     what_was_missing_is_in_the_record, a_record_has_an_end, findings_are_read_as_sets,
     findings_are_weighed_without_lua, outcomes_are_read_where_declared, areas_are_read_where_declared,
     a_ladder_answers_with_a_grade, a_cap_acts_or_not, a_handle_kept_shows_no_other_organisation);
