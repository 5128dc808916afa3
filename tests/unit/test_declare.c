/* test_declare.c: what an author declares, read out; what has the wrong shape, told word for word. Whole packs with one
 * mistake each are in tests/packs. */
#include "rules.h"

static const char pack[] =
    "return pack {\n"
    "  name = 'tried', version = '1.2.0', title = 'Tried', note = 'of tests',\n"
    "  scale = { 'inadequate', 'adequate', 'good' }, areas = { 'area', 'other' },\n"
    "  references = { b = 'second', a = 'first' },\n"
    "  evidence = { samples = { files = 'Case files' }, measures = { ['asb-rate'] = 'Incidents' } },\n"
    "  parameters = {\n"
    "    some = { 0.5, 'share that is some', rests = 'ours', unit = 'share' },\n"
    "    least = { 3, 'visits', rests = 'framework, 2.1', unit = 'count' },\n"
    "  },\n"
    "  ladder = { standard = 'good', concern = 'inadequate', partly = 0.5, enough = 'some',\n"
    "    rungs = { good = { 'some', beyond = 0.25 }, adequate = 0 } },\n"
    "}\n";

static const char area[] =
    "local twice = 2\n"
    "return area {\n"
    "  title = 'Area', question = 'How good?', graded = false, depends = { 'other', 'other/visits' },\n"
    "  characteristic 'visits' {\n"
    "    level = 'good', text = 'Visited', weight = twice, depends = { 'other/calls' },\n"
    "    rests = { 'framework', 'question 5', thresholds = 'ours' },\n"
    "    judge = function(force, p) return not_applicable 'x' end,\n"
    "    met = promising_practice 'Tell others.',\n"
    "    partly_met = area_for_improvement { 'Visit more.' },\n"
    "    not_met = cause_of_concern { 'No visits.', recommendations = { { 'Visit.', within = '6 months' }, { 'Tell.', "
    "by = '2022-09' } } },\n"
    "  },\n"
    "  cap 'late' { at = 'adequate', when = { 'visits', 'not-met' }, because = 'late' },\n"
    "  characteristic 'calls' { level = 'adequate', text = 'Called', rests = 'ours', findings = { met = 'some' } },\n"
    "  cap 'low' { at = 'adequate', when = function(area, p) return true end, because = 'low' },\n"
    "  ladder = function(area, p) return 'good' end,\n"
    "}\n";

START_TEST(a_manifest_is_read_out)
{
    rules_open(LIMITS_DEFAULT);
    if (!rules_manifest(pack)) ck_abort_msg("%s", rules_told());
    const struct decl_pack *p = &rules.pack;
    ck_assert_str_eq(p->name.s, "tried");
    ck_assert_str_eq(p->version.s, "1.2.0");
    ck_assert_str_eq(p->note.s, "of tests");
    ck_assert_uint_eq(p->scale.count, 3);
    ck_assert_str_eq(p->scale.list[0].s, "inadequate");
    ck_assert_str_eq(p->areas.list[1].s, "other");
    ck_assert_uint_eq(p->reference_count, 2);
    ck_assert_str_eq(p->references[0].text.s, "first");
    ck_assert_uint_eq(p->evidence_count[EVIDENCE_SAMPLE], 1);
    ck_assert_str_eq(p->evidence[EVIDENCE_MEASURE][0].id.s, "asb-rate");
    ck_assert_int_eq(p->evidence[EVIDENCE_MEASURE][0].spot.line, 5);
    ck_assert_uint_eq(p->parameter_count, 2);
    ck_assert_str_eq(p->parameters[0].name.s, "least"); /* in order of name */
    ck_assert(p->parameters[0].value == 3);
    ck_assert_str_eq(p->parameters[0].rests.s, "framework, 2.1");
    ck_assert_int_eq(p->parameters[0].spot.line, 8);
    ck_assert_int_eq(p->parameters[1].spot.line, 7);
    rules_close();
}
END_TEST

START_TEST(a_ladder_is_read_out)
{
    rules_open(LIMITS_DEFAULT);
    ck_assert(rules_manifest(pack));
    const struct decl_ladder *l = &rules.pack.ladder;
    ck_assert(l->given && l->function == -1);
    ck_assert_str_eq(l->concern.s, "inadequate");
    ck_assert_uint_eq(l->rung_count, 2);
    ck_assert_str_eq(l->rungs[0].grade.s, "adequate");
    ck_assert(!l->rungs[0].share.parameter.s && l->rungs[0].share.number == 0 && !l->rungs[0].has_beyond);
    ck_assert_str_eq(l->rungs[1].share.parameter.s, "some");
    ck_assert(l->rungs[1].has_beyond && l->rungs[1].beyond.number == 0.25);
    ck_assert(l->has_partly && l->partly.number == 0.5);
    ck_assert_str_eq(l->enough.parameter.s, "some");
    ck_assert_int_eq(l->spot.line, 10);
    rules_close();
}
END_TEST

START_TEST(an_area_is_read_out)
{
    rules_open(LIMITS_DEFAULT);
    if (!rules_manifest(pack) || !rules_area(area)) ck_abort_msg("%s", rules_told());
    const struct decl_area *a = &rules.area;
    ck_assert_str_eq(a->question.s, "How good?");
    ck_assert(!a->graded);
    ck_assert_uint_eq(a->depends.count, 2);
    ck_assert_int_eq(a->spot.line, 2);
    ck_assert_uint_eq(a->characteristic_count, 2);
    const struct decl_characteristic *c = &a->characteristics[0];
    ck_assert_str_eq(c->id.s, "visits");
    ck_assert_int_eq(c->spot.line, 4);
    ck_assert(c->weight == 2 && !c->findings && c->judge == 0);
    ck_assert_uint_eq(c->rests.count, 2);
    ck_assert_str_eq(c->rests.list[1].s, "question 5");
    ck_assert_str_eq(c->thresholds.s, "ours");
    ck_assert_str_eq(c->depends.list[0].s, "other/calls");
    ck_assert_str_eq(a->characteristics[1].findings_met.s, "some");
    ck_assert_str_eq(a->characteristics[1].findings_partly.s, "findings_partly");
    ck_assert_int_eq(a->characteristics[1].judge, -1);
    ck_assert_uint_eq(a->cap_count, 2);
    ck_assert_str_eq(a->caps[0].outcome.s, "not-met");
    ck_assert_int_eq(a->caps[0].when, -1);
    ck_assert_int_eq(a->caps[1].when, 1); /* numbered as declared: judge, when, ladder */
    ck_assert_int_eq(a->ladder, 2);
    rules_close();
}
END_TEST

START_TEST(what_outcomes_raise_is_read_out)
{
    rules_open(LIMITS_DEFAULT);
    ck_assert(rules_manifest(pack) && rules_area(area));
    const struct decl_raise *raises = rules.area.characteristics[0].raises;
    ck_assert_int_eq(raises[PEEL_MET].kind, RAISE_PRACTICE);
    ck_assert_int_eq(raises[PEEL_PARTLY_MET].kind, RAISE_AFI);
    ck_assert_str_eq(raises[PEEL_PARTLY_MET].text.s, "Visit more.");
    ck_assert_int_eq(raises[PEEL_NOT_MET].kind, RAISE_CONCERN);
    ck_assert_uint_eq(raises[PEEL_NOT_MET].recommendation_count, 2);
    ck_assert_str_eq(raises[PEEL_NOT_MET].recommendations[0].within.s, "6 months");
    ck_assert_str_eq(raises[PEEL_NOT_MET].recommendations[1].by.s, "2022-09");
    ck_assert_int_eq(raises[PEEL_NOT_MET].spot.line, 10);
    ck_assert_int_eq(rules.area.characteristics[1].raises[PEEL_MET].kind, RAISE_NOTHING);
    rules_close();
}
END_TEST

START_TEST(two_scripts_number_functions_alike)
{
    int first;
    rules_open(LIMITS_DEFAULT);
    ck_assert(rules_manifest(pack) && rules_area(area));
    first = rules.area.ladder;
    rules_close();
    rules_open(LIMITS_DEFAULT);
    ck_assert(rules_manifest(pack) && rules_area(area));
    ck_assert_int_eq(rules.area.ladder, first);
    rules_close();
}
END_TEST

/* --- Mistakes ---------------------------------------------------------------------------------------------- */

/* What is told of the first lines: "line:column: message". */
static void tells_file(bool is_area, const char *text, const char *const *expected)
{
    rules_open(LIMITS_DEFAULT);
    if (is_area) ck_assert(rules_manifest(pack));
    ck_assert(!(is_area ? rules_area(text) : rules_manifest(text)));
    diags_sort(&rules.diags);
    for (size_t i = 0; expected[i]; i++) {
        char got[DIAG_MESSAGE + 40];
        ck_assert_msg(i < rules.diags.count, "not told: %s", expected[i]);
        const struct diag *d = &rules.diags.list[i];
        snprintf(got, sizeof got, "%d:%u: %s", (int)d->place.line, d->place.column, d->message);
        ck_assert_str_eq(got, expected[i]);
        if (!expected[i + 1]) ck_assert_uint_eq(rules.diags.errors, i + 1);
    }
    rules_close();
}
#define AREA_TELLS(text, ...) tells_file(true, text, (const char *const[]){__VA_ARGS__, NULL})
#define PACK_TELLS(text, ...) tells_file(false, text, (const char *const[]){__VA_ARGS__, NULL})

/* A characteristic with more fields, which stand in line 2. */
static void tells(const char *fields, const char *expected)
{
    char text[2000];
    snprintf(text, sizeof text,
             "return area { title = 'A', question = 'Q', characteristic 'c' { level = 'good', text = 't', rests = "
             "'ours',\n%s } }",
             fields);
    AREA_TELLS(text, expected);
}
#define JUDGE "judge = function(force, p) return not_applicable 'x' end, "

START_TEST(mistakes_of_a_characteristic_are_told)
{
    tells(JUDGE "weight = 0", "2:68: \"weight\" must be above 0 and at most 1,000, got 0");
    tells(JUDGE "weight = 1/0", "2:68: \"weight\" must be a finite number, got infinity");
    tells(JUDGE "depends = 'x'", "2:69: \"depends\" must be a table, got the string \"x\"");
    tells(JUDGE "depends = { 'x', 'x' }", "2:76: \"x\" stands twice in \"depends\"");
    tells(JUDGE "depends = { 'x', 3 }", "2:76: item 2 of \"depends\" must be a text, got the number 3");
    tells(JUDGE "depends = { x = 'y' }", "2:71: \"depends\" has no key \"x\"");
    tells(
        "findings = 'yes'",
        "2:12: \"findings\" must be true, or { met = \"parameter\", partly = \"parameter\" }, got the string \"yes\"");
    tells("findings = { met = 'a', partial = 'b' }", "2:25: \"findings\" has no key \"partial\"");
    tells(JUDGE "met = cause_of_concern { 'x', recommendations = { { 'y', by = '2020' } } }",
          "2:59: cause_of_concern is raised by a shortfall: it may stand at \"partly_met\" or \"not_met\", not at "
          "\"met\"");
    tells(JUDGE "not_met = cause_of_concern { 'x', recommendations = { { 'y', by = '2020', within = '1 day' } } }",
          "2:120: recommendation 1 has both \"within\" and \"by\": one of them");
    tells(JUDGE "not_met = cause_of_concern { 'x', recommendations = { { 'y', within = '0 days' } } }",
          "2:129: \"within\" is no length of time: \"0 days\"");
    tells(JUDGE "not_met = cause_of_concern { 'x', recommendations = { { 'y', within = '6 monthses' } } }",
          "2:129: \"within\" is no length of time: \"6 monthses\"");
    tells(JUDGE "not_met = area_for_improvement(3)", "2:69: area_for_improvement wants a text, got the number 3");
    tells(JUDGE "not_met = area_for_improvement { 'x', recommendations = {} }",
          "2:97: area_for_improvement has no key \"recommendations\"");
    tells(JUDGE "met = met", "2:65: \"met\" must say what it raises: promising_practice \"…\", got a function");
    tells(JUDGE "[1] = 'x'", "2:59: characteristic \"c\" holds the string \"x\" without a key");
}
END_TEST

START_TEST(texts_must_be_fit_to_show)
{
    tells(JUDGE "met = promising_practice '\\xff'", "2:84: the text is not valid UTF-8");
    tells(JUDGE "met = promising_practice '\\27[31m'", "2:84: the text holds a control character");
    tells(JUDGE "met = promising_practice '  '", "2:84: the text is empty");
    tells(JUDGE "met = promising_practice(('x'):rep(4097))", "2:65: the text is longer than 4,096 bytes");
}
END_TEST

START_TEST(mistakes_of_a_file_are_told_together)
{
    AREA_TELLS("return area {\n title = '',\n question = 3,\n graded = 'no',\n ladder = met,\n cap 'c' {},\n}",
               "2:10: \"title\" is empty", "3:13: \"question\" must be a text, got the number 3",
               "4:11: \"graded\" must be true or false, got the string \"no\"",
               "5:11: \"ladder\" of an area must be function(area, p) … end or bands { … }, got a function",
               "6:2: cap \"c\" lacks \"at\"", "6:2: cap \"c\" lacks \"because\"", "6:2: cap \"c\" lacks \"when\"");
    AREA_TELLS("return area 'x'", "1:8: area wants a table, area { … }, got the string \"x\"");
    AREA_TELLS("return characteristic {}", "1:0: characteristic wants its id first: characteristic \"id\" { … }");
    AREA_TELLS("return met 'x'", "1:0: met is said by a rule, not while its file is read");
    AREA_TELLS("local x = nil + 1", "1:0: attempt to perform arithmetic on a nil value");
}
END_TEST

START_TEST(mistakes_of_a_manifest_are_told_together)
{
    PACK_TELLS(
        "return pack {\n name = 'A b',\n version = ('1'):rep(65),\n title = 'T',\n scale = 'good',\n areas = { 'ok', "
        "'Not ok' },\n"
        " evidence = { samples = { a = 3 } },\n parameters = { a = { 'x' }, b = {}, c = { 1, 't', 'u', rests = 'ours' "
        "} },\n ladder = { standard = 'good', rungs = {} } }",
        "2:9: \"name\" must be an id, got \"A b\"", "3:12: \"version\" is longer than 64 bytes",
        "5:10: \"scale\" must be a table, got the string \"good\"",
        "6:18: item 2 of \"areas\" is no id of an area: lower-case letters, digits, _ and -, beginning with a letter",
        "7:31: \"a\" must be a text, got the number 3", "8:17: parameter \"a\" lacks its text",
        "8:17: parameter \"a\" lacks \"rests\"", "8:23: what stands first must be a number, got the string \"x\"",
        "8:30: parameter \"b\" lacks its number", "8:30: parameter \"b\" lacks its text",
        "8:30: parameter \"b\" lacks \"rests\"", "8:52: parameter \"c\" holds the string \"u\" without a key",
        "9:40: \"rungs\" is empty");
    PACK_TELLS("return pack(3)", "1:8: pack wants a table, pack { … }, got the number 3");
    PACK_TELLS(
        "return pack { name = 'a', version = '1', title = 'T', scale = { 'a', 'b' }, areas = { 'a' }, ladder = 3 }",
        "1:103: \"ladder\" must be a table, got the number 3");
}
END_TEST

START_TEST(what_is_too_large_is_refused_plainly)
{
    PACK_TELLS("local a = {}\nfor i = 1, 100000 do a[i] = 'x' end\nreturn pack { name = 'a', version = '1', title = "
               "'T', scale = { 'a', 'b' }, areas = a }",
               "3:77: \"areas\" holds 100000 items, more than the 200 a pack may have");
    PACK_TELLS(
        "local a = {}\nfor i = 1, 2001 do a['x' .. i] = { 1, 't', rests = 'ours' } end\n"
        "return pack { name = 'a', version = '1', title = 'T', scale = { 'a', 'b' }, areas = { 'a' }, parameters = a }",
        "3:94: \"parameters\" holds 2001 items, more than the 2000 a pack may have");
    AREA_TELLS("local function c(i) return characteristic('c' .. i) { level = 'good', text = 't', rests = 'ours', "
               "judge = function() end } end\n"
               "local t = { title = 'A', question = 'Q' }\nfor i = 1, 601 do t[i] = c(i) end\nreturn area(t)",
               "4:8: the area holds 601 items; it may have 500 characteristics and 100 caps");
    AREA_TELLS("local t = { title = 'A', question = 'Q' }\nfor i = 1, 200000 do t[i] = 1 end\nreturn area(t)",
               "3:8: the area holds 200000 items; it may have 500 characteristics and 100 caps");
    rules_open(LIMITS_DEFAULT); /* a hundred thousand mistakes are counted, fifty kept */
    ck_assert(!rules_area(
        "local t = { title = 'A', question = 'Q' }\nfor i = 1, 100000 do t['k' .. i] = 1 end\nreturn area(t)"));
    ck_assert_uint_le(rules.diags.count, 50);
    rules_close();
}
END_TEST

/* --- Names and messages in rules --------------------------------------------------------------------------- */

/* One rule, in line 2. */
static void rule_tells(const char *body, const char *expected)
{
    char text[2000];
    snprintf(text, sizeof text,
             "local outer, other = 1, 2 return area { title = 'A', question = 'Q', characteristic 'c' { level = "
             "'good', text = 't', rests = 'ours', judge = function(force, p)\n%s end } }",
             body);
    AREA_TELLS(text, expected);
}

static void rule_passes(const char *body)
{
    char text[2000];
    rules_open(LIMITS_DEFAULT);
    ck_assert(rules_manifest(pack));
    snprintf(text, sizeof text,
             "local outer = 1 return area { title = 'A', question = 'Q', characteristic 'c' { level = 'good', text = "
             "'t', rests = 'ours', judge = function(force, p)\n%s end } }",
             body);
    if (!rules_area(text)) ck_abort_msg("%s", rules_told());
    rules_close();
}

START_TEST(placeholders_are_held_to_what_can_be_seen)
{
    rule_tells("do local a = 1 end return met '{a}'", "2:32: {a} names no local variable of this rule");
    rule_tells("if p then local a = 1 else return met '{a}' end", "2:40: {a} names no local variable of this rule");
    rule_tells("for i = 1, 2 do local x = i end return met('{i}')", "2:45: {i} names no local variable of this rule");
    rule_tells("repeat local a = 1 until true return met [[{a}]]", "2:44: {a} names no local variable of this rule");
    rule_tells("local f = function(b) return b end return met '{b}'", "2:48: {b} names no local variable of this rule");
    rule_tells("return met '{outer}'",
               "2:13: {outer} is a name outside of this rule, which the rule does not use but in the message");
    rule_tells("return met '{p}'", "2:13: {p} is no single value: a message shows a field of it, {p.…}");
    rule_tells("return met '{p.leest}'", "2:13: the pack has no parameter `leest`");
    rule_tells("return met '{force.names}'", "2:13: force has no `names` that a message can show");
    rule_tells("return met 'é {x}'", "2:15: {x} names no local variable of this rule");
    rule_tells("return met '\\\n  {x}'", "3:3: {x} names no local variable of this rule");
    rule_tells("return met '{}'", "2:13: a placeholder is {name} or {name.field}; a brace is {{");
    rule_tells("return met '{a b}'",
               "2:13: a placeholder holds a name and no more: {name}, {p.name}, {name.field} or {name%}");
}
END_TEST

START_TEST(what_can_be_seen_passes)
{
    rule_passes("local b = 2 repeat local a = 1 repeat local c = a until c == a until a == b return met [[{b}]]");
    rule_passes("local a = 1 do local b = 2 return met '{a} {b} {p.some} {p.least} {force.name}' end");
    rule_passes("for k, v in pairs({}) do while true do return met '{k} {v}' end end");
    rule_passes("for i = 1, 2 do return met '{i}' end local f = function(x) return met '{x}' end");
    rule_passes("local x <const>, y = 1, 2 if x then return met '{x}' elseif y then return met '{y}' end");
    rule_passes("local x = outer return met '{outer} {x}'");
    rule_passes("return met '{{braces}} \\u{e9} }'");
    rule_passes("local function met(x) return no_evidence 'x' end return met '{whatever}'");
    rule_passes("local t = { met = 1 } return met('{' .. 'later}')");
    rule_passes("local q = p return met '{q.later}'");
    rule_passes("local t = { function() end, x = function() if p then end end } return met '{t.x}'");
}
END_TEST

START_TEST(names_of_parameters_and_force_are_held_to_what_there_is)
{
    rule_tells("return p.sone", "2:10: the pack has no parameter `sone`");
    rule_tells("return force.surveis.x", "2:14: force has no `surveis`");
    rule_passes("local force = {} return force.surveis");
    AREA_TELLS("return area { title = 'A', question = 'Q', characteristic 'c' { level = 'good', text = 't', rests = "
               "'ours', findings = true },\nladder = function(area, q) return q.sume end }",
               "2:37: the pack has no parameter `sume`");
}
END_TEST

START_TEST(slips_are_told_before_a_rule_runs)
{
    rule_tells("if outer then return notmet 'x' end", "2:22: unknown name `notmet`");
    rule_tells("local files = 1 return met(file .. file)", "2:28: unknown name `file`");
    rule_tells("if outer then safe = 1 end", "2:15: `safe` is not declared `local`");
    rule_tells("if outer then return os.date() end", "2:22: unknown name `os`");
    rule_tells("if outer then return outer:atleast(1) end", "2:28: evidence has no method `atleast`");
    rule_tells("if outer then return outer:compared_to(1) end", "2:28: evidence has no method `compared_to`");
    rule_tells("return stats.wilsen(1, 2)", "2:14: `stats` has no `wilsen`");
    rule_tells("return stats:wilson(1, 2)", "2:13: `stats` is no evidence");
    rule_tells("return stats.kurtosis{}", "2:14: `stats` has no `kurtosis`");
    rule_tells("if outer then not_met 'x' end", "2:15: the answer not_met is not returned");
    rule_tells("local a = outer met('x')", "2:17: the answer met is not returned");
    rule_tells("if outer then return met end", "2:22: met wants a message, a text");
}
END_TEST

START_TEST(what_is_no_slip_passes)
{
    rule_passes(
        "local a = { area, area_for_improvement, assert, cap, cause_of_concern, characteristic, error, ipairs, math, "
        "met, no_evidence, not_applicable, not_met, pairs, partly_met, print, promising_practice, select, "
        "stats, string, table, tonumber, tostring, type, utf8 } return met 'x'");
    rule_passes("local m = outer and met 'x' or not_met('y') return m");
    rule_passes("local t = { met 'x', a = met 'y', [1] = met 'z' } return t[1], (met 'x')");
    rule_passes("local w = outer and stats.wilson(1, 2) return met 'x'");
    rule_passes("local stats = { wilsen = 1 } return met(stats.wilsen)");
    rule_passes("local s = stats local w = s.wilsen local t = { stats.mean, stats } return met(w, t)");
    rule_passes("local a = outer:compared_with(outer) local b, c = outer:interval() return outer:change_from(a, b, c)");
    rule_passes("local a = met return a 'x'");
    rule_passes(
        "local t = { shares = 1 } function t:atleasts(x) return self, x end goto on ::on:: return t:atleasts(1)");
    rule_passes("local t = { atleast = print } t:atleast(1) return met 'x'");
    rule_passes("local s = 'x' return met(s:rep(2):sub(1):gsub('a', 'b'):format(1):len())");
}
END_TEST

START_TEST(evidence_that_is_near_what_the_pack_declares_is_warned_of)
{
    rules_open(LIMITS_DEFAULT);
    ck_assert(rules_manifest("return pack { name = 'p', version = '1', title = 'T', scale = { 'a', 'b' }, areas = { "
                             "'x' }, evidence = { samples = { files = 'Files' } } }"));
    ck_assert(rules_area("return area { title = 'A', question = 'Q', characteristic 'c' { level = 'b', text = 't', "
                         "rests = 'ours', judge = function(force)\nlocal a = force.samples.filse\n"
                         "local b = force.measures.files\nlocal c = force.samples.files\n"
                         "local d = force.samples.of_the_dataset\nreturn met(a, b, c, d) end } }"));
    ck_assert_uint_eq(rules.diags.count, 2);
    ck_assert_str_eq(rules.diags.list[0].message, "pack.lua declares no sample `filse`");
    ck_assert_str_eq(rules.diags.list[0].hint, "did you mean files?");
    ck_assert_uint_eq(rules.diags.list[0].place.line, 2);
    ck_assert_str_eq(rules.diags.list[1].message, "pack.lua declares no measure `files`");
    ck_assert_str_eq(rules.diags.list[1].hint, "it is one of the samples: force.samples.files");
    rules_close();
}
END_TEST

/* Memory may run out anywhere: a file is then not loaded, and says so. */
START_TEST(memory_may_run_out)
{
    bool good = false;
    for (size_t n = 1; !good; n += 1 + n / 20) {
        rules_open(LIMITS_DEFAULT);
        mem_fail_after(n);
        good = rules_manifest(pack) && rules_area(area);
        mem_fail_after(0);
        ck_assert(good || rules.diags.errors > 0);
        rules_close();
    }
}
END_TEST

START_TEST(bytes_of_any_kind_are_refused_without_harm)
{
    static const char *const texts[] = {
        "",
        "return",
        "\x1bLua",
        "return area { [[",
        "return area { characteristic '",
        "\xff\xfe",
        "-- {",
        "return area(nil)",
        "return area{} area{}",
        "return area { title = met, characteristic = characteristic, [1] = cap, [2.5] = 1, [true] = 2 }",
        "return characteristic 'x' {}",
        "local t = {} t[t] = t return area(t)",
        "return area { cap 'x' { when = { 1, 2 }, at = {}, because = cap } }"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        rules_open(LIMITS_DEFAULT);
        ck_assert(!rules_area(texts[i]));
        ck_assert_ptr_nonnull(strstr(rules_told(), "error"));
        rules_close();
    }
}
END_TEST

UNIT("declare", memory_may_run_out, bytes_of_any_kind_are_refused_without_harm, a_manifest_is_read_out,
     a_ladder_is_read_out, an_area_is_read_out, what_outcomes_raise_is_read_out, two_scripts_number_functions_alike,
     mistakes_of_a_characteristic_are_told, texts_must_be_fit_to_show, mistakes_of_a_file_are_told_together,
     mistakes_of_a_manifest_are_told_together, what_is_too_large_is_refused_plainly,
     placeholders_are_held_to_what_can_be_seen, what_can_be_seen_passes,
     names_of_parameters_and_force_are_held_to_what_there_is, slips_are_told_before_a_rule_runs, what_is_no_slip_passes,
     evidence_that_is_near_what_the_pack_declares_is_warned_of);
