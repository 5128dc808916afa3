/* test_session.c: lines that a person types: what they give, what stays, what they cannot touch, what may follow them. */
#include "rules.h"
#include "script/session.h"

static const char pack[] =
    "return pack { name = 'tried', version = '1', title = 'Tried', scale = { 'poor', 'good' }, areas = { 'area', 'other' },\n"
    "  evidence = { samples = { later = 'Looked at later' } }, parameters = { most = { 0.8, 'share', rests = 'ours', unit = 'share' }, more = { 2, 'x', rests = 'ours' } } }";

static const char area[] =
    "return area { title = 'Area', question = 'How good?',\n"
    "characteristic 'plain' { level = 'good', text = 't', rests = 'ours', judge = function(school, p) return "
    "school.samples.files:at_least(p.most) and met 'enough' or not_met 'few' end },\n"
    "characteristic 'named' { level = 'good', text = 't', rests = 'ours', judge = function(school, p) school.samples.files:met() local m = '{' .. "
    "'kept}' return met(m) end } }";

static const char dataset[] =
    "{\"format\": \"peel.dataset.v1\", \"round\": \"r\", \"year\": 2021, \"samples\": {\"files\": {\"title\": \"Files\"}, \"far\": {\"title\": \"Far\"}},\n"
    " \"organisations\": [{\"id\": \"shire\", \"name\": \"The Shire\", \"samples\": {\"files\": {\"reviewed\": 60, \"met\": 52}}}]}";

static struct arena lines;
static struct said_line said;
static uint32_t every[] = {0, 1, 0, 1};

static void open_lines(struct limits limits)
{
    rules_open(limits);
    rules_bind(pack, area, dataset);
    arena_init(&lines);
    ck_assert(session_open(rules.s));
}

static void close_lines(void)
{
    arena_done(&lines);
    rules_close();
}

static enum session type_more(const char *text, bool last)
{
    const struct allowance all = {every, every + 2, 2, 2};
    const struct line line = {"<line>", str_of(text), last, NO_SLOT, &all};
    arena_reset(&lines);
    said = (struct said_line){.any = false};
    return session_line(rules.s, &line, &lines, &said, &rules.diags);
}

/* What it shows, or why it does not. */
static const char *type(const char *text)
{
    enum session is = type_more(text, true);
    if (is != SESSION_RAN) return "unreadable";
    return said.verdict.outcome != PEEL_MET ? said.verdict.reason.s : said.any ? said.shown.s : "";
}

START_TEST(an_expression_shows_its_value_and_a_statement_nothing)
{
    open_lines(LIMITS_DEFAULT);
    ck_assert_str_eq(type("force.samples.files"), "52 of 60 (86.7%)");
    ck_assert_uint_eq(said.verdict.reading_count, 1);
    ck_assert_str_eq(type("force.samples.files:at_least(p.most), p.more"), "true, 2");
    ck_assert_uint_eq(said.verdict.parameter_count, 2);
    ck_assert_str_eq(type("return 1, nil"), "1, nil");
    ck_assert_str_eq(type("x = 1"), "");
    ck_assert(!said.any);
    ck_assert_str_eq(type("nil"), "nil");
    ck_assert_str_eq(type(""), "");
    ck_assert_str_eq(type("-- nothing"), "");
    close_lines();
}
END_TEST

START_TEST(names_stay_from_line_to_line)
{
    open_lines(LIMITS_DEFAULT);
    type("local f, n = force.samples.files, 3");
    ck_assert_str_eq(type("f:met() + n"), "55");
    type("local function twice(x) local y = x + x return y end");
    ck_assert_str_eq(type("twice(n)"), "6");
    ck_assert_str_eq(type("y"), "unknown name `y`; did you mean `f`?"); /* a local of the function's stays its own */
    type("do local inner = 1 end if true then local other = 2 end");
    ck_assert_str_eq(type("inner"), "unknown name `inner`");
    type("local lost <const> = 4"); /* as it is written: gone with its line */
    ck_assert_str_eq(type("lost"), "unknown name `lost`");
    ck_assert_str_eq(type("f, n = n, nil return f"), "3");
    ck_assert_str_eq(type("met '{f} of {force.name}, {p.most}'"), "met: 3 of The Shire, 80%");
    close_lines();
}
END_TEST

START_TEST(what_belongs_to_rules_cannot_be_changed)
{
    open_lines(LIMITS_DEFAULT);
    ck_assert_str_eq(type("force = 1"), "`force` belongs to every rule: choose another name");
    ck_assert_str_eq(type("met = 1"), "`met` belongs to every rule: choose another name");
    ck_assert_str_eq(type("p.most = 1"), "evidence and parameters cannot be changed");
    ck_assert_str_eq(type("_ENV = {}"), "unreadable");
    ck_assert_str_eq(type("load('return 1')"),
                     "`load` is not available to rules: a rule's text is read once, when the pack is loaded");
    ck_assert_str_eq(type("\x1bLua"), "unreadable");
    ck_assert_str_eq(type("type(force.samples.files) .. tostring(print) .. tostring({})"), "userdatafunctiontable");
    close_lines();
}
END_TEST

START_TEST(no_rule_sees_a_session)
{
    open_lines(LIMITS_DEFAULT);
    ck_assert_int_eq(rules_ask(0)->outcome, PEEL_MET);
    type("kept = 'from a line'");
    ck_assert_int_eq(rules_ask(0)->outcome, PEEL_MET);
    ck_assert_int_eq(rules_ask(1)->outcome, PEEL_ERROR);
    ck_assert_str_eq(rules.verdict.reason.s,
                     "areas/area.lua:3: {kept} names no local variable of the function that says the message");
    close_lines();
}
END_TEST

START_TEST(a_line_that_is_not_finished_may_go_on)
{
    open_lines(LIMITS_DEFAULT);
    ck_assert_int_eq(type_more("if true then", false), SESSION_UNFINISHED);
    ck_assert_int_eq(type_more("1 +", false), SESSION_UNFINISHED);
    ck_assert_int_eq(type_more("x = [[a\nb", false), SESSION_UNFINISHED);
    ck_assert_uint_eq(rules.diags.count, 0);
    ck_assert_int_eq(type_more("x = 'a", false), SESSION_UNREADABLE);
    ck_assert_int_eq(type_more("if true then\nx = 2 end", false), SESSION_RAN);
    ck_assert_int_eq(type_more("if true then", true), SESSION_UNREADABLE);
    ck_assert_ptr_nonnull(strstr(rules_told(), "<line>:1:5: error: the text is not closed on its line\n"));
    close_lines();
}
END_TEST

START_TEST(limits_are_of_each_line)
{
    struct limits limits = LIMITS_DEFAULT;
    limits.instructions = 20000;
    open_lines(limits);
    ck_assert_str_eq(type("while true do end"), "stopped: more than 20,000 instructions");
    ck_assert_int_eq(said.verdict.outcome, PEEL_LIMIT);
    ck_assert_str_eq(type("1 + 1"), "2");
    ck_assert_str_eq(type("('x'):rep(2^29)"), "stopped: more than 20,000 instructions");
    ck_assert_str_eq(type("local t = {} for i = 1, 30 do t = { t, t } end return t"),
                     "{ { { table, table }, { table, table } }, { { table, table }, { table, table } } }");
    session_interrupt(rules.s); /* before the line: not meant for it */
    ck_assert_str_eq(type("2"), "2");
    close_lines();
}
END_TEST

START_TEST(a_failure_has_the_calls_that_led_there)
{
    open_lines(LIMITS_DEFAULT);
    type("function inner(t) return t.a.b end function outer() local x = inner({}) return x end");
    type("local x = outer()");
    ck_assert_int_eq(said.verdict.outcome, PEEL_ERROR);
    ck_assert_uint_eq(said.verdict.call_count, 3);
    ck_assert_str_eq(said.verdict.calls[0].name, "inner");
    ck_assert_str_eq(said.verdict.calls[1].name, "outer");
    type("function down(n) return 1 + down(n + 1) end down(1)");
    ck_assert_uint_eq(said.verdict.call_count, 2);
    ck_assert(said.verdict.more_calls);
    close_lines();
}
END_TEST

static const char *completed(const char *text)
{
    static char list[2000];
    struct buf names;
    size_t start, n = 0;
    buf_init(&names);
    session_complete(rules.s, str_of(text), &names, &start);
    n += (size_t)snprintf(list, sizeof list, "%zu", start);
    for (size_t at = 0; at < names.length; at += strlen(names.data + at) + 1)
        n += (size_t)snprintf(list + n, sizeof list - n, " %s", names.data + at);
    buf_done(&names);
    return list;
}

START_TEST(what_may_follow_is_found_by_looking)
{
    open_lines(LIMITS_DEFAULT);
    type("local files, text, t = force.samples.files, 'x', { one = 1, ['a-b'] = 2 }");
    ck_assert_str_eq(completed("fo"), "0 force");
    ck_assert_str_eq(completed("1 + fil"), "4 files");
    ck_assert_str_eq(completed("force."), "6 areas estimates findings id measures name outcomes samples surveys");
    ck_assert_str_eq(completed("force.samples.f"), "14 far files");
    ck_assert_str_eq(completed("force.samples.files:at_"), "20 at_least at_most");
    ck_assert_str_eq(completed("files:sure"), "6 surely_at_least surely_below");
    ck_assert_str_eq(completed("files.sure"), "6"); /* methods stand behind a colon */
    ck_assert_str_eq(completed("p.mo"), "2 more most");
    ck_assert_str_eq(completed("force.outcomes[\"area/p"), "16 area/plain\"]");
    ck_assert_str_eq(completed("force.findings:h"), "15 here");
    ck_assert_str_eq(completed("t."), "2 one");
    ck_assert_str_eq(completed("t[\"a"), "3 a-b\"]");
    ck_assert_str_eq(completed("text:rev"), "5 reverse");
    ck_assert_str_eq(completed("f(1):surely_b"), "5 surely_below");
    ck_assert_str_eq(completed("nothing.x"), "8");
    ck_assert_str_eq(completed("force.samples.nothing.x"), "22");
    ck_assert_str_eq(completed("1.2.f"), "4");
    ck_assert_str_eq(completed("..."), "3");
    ck_assert_str_eq(completed("a.b:c.d:"), "8");
    close_lines();
}
END_TEST

static const char *const TYPED[] = {"local f = force.samples.files", "met '{f}'", "{ 1, { 2 }, x = f }", "force", "f:at_least(p.most)"};
enum { TYPED_COUNT = sizeof TYPED / sizeof *TYPED };

static void type_all(void *ran)
{
    for (size_t i = 0; i < TYPED_COUNT; i++) *(size_t *)ran += type_more(TYPED[i], true) == SESSION_RAN;
}

START_TEST(memory_may_end_anywhere)
{
    for (size_t n = 1, failed = 1; failed > 0; n++) {
        size_t ran = 0;
        open_lines(LIMITS_DEFAULT);
        mem_fail_after(n);
        arena_guard(&lines, type_all, &ran);
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert(failed || ran == TYPED_COUNT);
        ck_assert_str_eq(type("1 + 1"), "2"); /* and goes on once there is some */
        close_lines();
    }
}
END_TEST

UNIT("session", an_expression_shows_its_value_and_a_statement_nothing, names_stay_from_line_to_line,
     what_belongs_to_rules_cannot_be_changed, no_rule_sees_a_session, a_line_that_is_not_finished_may_go_on, limits_are_of_each_line,
     a_failure_has_the_calls_that_led_there, what_may_follow_is_found_by_looking, memory_may_end_anywhere);
