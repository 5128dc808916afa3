/* test_gist.c: what the text of a rule says that it reads, by which thresholds, and what it answers. */
#include "base/buf.h"
#include "script/gist.h"
#include "unit.h"
#include <stdio.h>

static struct arena arena;
static struct buf out;

static void start(void)
{
    arena_init(&arena);
    buf_init(&out);
}
static void stop(void)
{
    arena_done(&arena);
    buf_done(&out);
}

static void put_reads(const struct gist *s)
{
    for (const struct gist_read *r = s->reads; r; r = r->next) {
        buf_printf(&out, " %s %.*s", evidence_kind_name(r->kind), (int)r->name.n, r->name.s ? r->name.s : "");
        for (const struct gist_asked *a = r->asked; a; a = a->next)
            buf_printf(&out, ":%.*s(%.*s%s)", (int)a->method.n, a->method.s, (int)a->argument.n, a->argument.s,
                       a->parameter.s ? "!"
                       : a->other     ? "="
                                      : "");
        for (const struct gist_name *n = r->shown; n; n = n->next)
            buf_printf(&out, " {%.*s}", (int)n->name.n, n->name.s);
        buf_char(&out, ';');
    }
}

static void put_messages(const struct gist *s)
{
    for (const struct gist_message *m = s->messages; m; m = m->next) {
        buf_printf(&out, " %s%s", peel_outcome_name(m->outcome), m->pieces ? " " : "?");
        for (const struct gist_piece *p = m->pieces; p; p = p->next)
            buf_printf(&out,
                       p->kind == PIECE_TEXT   ? "'%.*s'"
                       : p->kind == PIECE_NAME ? "{%.*s}"
                                               : "<%.*s>",
                       (int)p->text.n, p->text.s);
        buf_char(&out, ';');
    }
}

/* "judge x 1-3: measure m:rate(); | p q | met 'a'{m};" and a "?" where it is partial. */
static const char *all(const char *text)
{
    buf_clear(&out);
    for (const struct gist *s = gist_read(str_of(text), &arena); s; s = s->next) {
        static const char *const parts[] = {"judge", "when", "ladder"};
        buf_printf(&out, "%s%s%.*s %d-%d%s:", parts[s->part], s->id.n ? " " : "", (int)s->id.n, s->id.s, s->first_line,
                   s->last_line, s->partial ? "?" : "");
        put_reads(s);
        buf_put(&out, " |");
        for (const struct gist_name *n = s->parameters; n; n = n->next)
            buf_printf(&out, " %.*s", (int)n->name.n, n->name.s);
        buf_put(&out, " |");
        put_messages(s);
        buf_char(&out, '\n');
    }
    return buf_text(&out);
}

/* Of one rule, whose function has this body. */
static const char *rule(const char *body)
{
    static char text[4000];
    snprintf(text, sizeof text, "return area { characteristic \"x\" { judge = function(force, p)\n%s\nend } }", body);
    return strchr(all(text), ':') + 1;
}

#define SAYS(text, what)                                                                                               \
    do {                                                                                                               \
        start();                                                                                                       \
        ck_assert_str_eq(text, what);                                                                                  \
        stop();                                                                                                        \
    } while (0)

START_TEST(a_rule_is_read)
{
    SAYS(all("return area {\n"
             "  title = 'T', depends = { \"other\" },\n"
             "  characteristic \"thorough\" { level = \"good\", weight = 1,\n"
             "    judge = function(force, p)\n"
             "      local files = force.samples.files\n"
             "      if files:at_least(p.good) then return met \"{files} met it\" end\n"
             "      return not_met(\"{files}, fewer than {p.good}\")\n"
             "    end,\n"
             "    not_met = area_for_improvement \"do\" },\n"
             "}"),
         "judge thorough 4-8: sample files:at_least(p.good!) {files}; | good | met {files}' met it'; not-met {files}', "
         "fewer "
         "than "
         "'<good>;\n");
}
END_TEST

START_TEST(every_kind_of_evidence_is_seen)
{
    SAYS(rule("return force.measures.a:above(1) and force.estimates['b']:value() and force.surveys[ [[c]] ]:cite()"),
         " measure a:above(1); estimate b:value(); survey c:cite(); | |\n");
    SAYS(rule("if force.outcomes[\"x/y\"]:is(\"met\") and force.areas['z']:below \"good\" then end"),
         " outcome x/y:is(\"met\"); area z:below(\"good\"); | |\n");
    SAYS(rule("local told = force.findings:here() if told:share() > p.a then end force.findings:about('a/b'):count()"),
         " finding :share(); finding a/b:count(); | a |\n");
    SAYS(rule("return met '{force.name}'"), " | | met {force.name};\n");
}
END_TEST

START_TEST(aliases_are_followed)
{
    SAYS(rule("local m, q = force.measures, p\nlocal a, b <const> = m.x, m.y\nlocal t = q.most\nreturn a:at_least(t), "
              "b:at_most(q.least)"),
         " measure x:at_least(t!); measure y:at_most(q.least!); | most least |\n");
    SAYS(rule("local now, before = force.estimates.now, force.estimates.before\nlocal c = "
              "now:compared_with(before)\nreturn met '{now}'"),
         " estimate now:compared_with(before=) {now}; estimate before; | | met {now};\n");
    SAYS(rule("local ok = met return ok 'a'"), " | | met 'a';\n");
    SAYS(rule("local a = (force).samples.s local b = a b:met()"), " sample s:met(); | |\n");
    SAYS(rule("local r = p.part * force.measures.m:rate()\nif r > 1 then end"), " measure m:rate(); | part |\n");
}
END_TEST

START_TEST(names_that_shadow_are_others)
{
    SAYS(rule("local force2 = force do local force = { samples = { y = 1 } } local z = force.samples.y end return "
              "force2.samples.x"),
         " sample x; | |\n");
    SAYS(rule("for p = 1, 2 do local a = p.b end local function f(force) return force.samples.no end return p.c"),
         " | c |\n");
    SAYS(rule("local files = force.samples.a local files = files:met() return files:no()"), " sample a:met(); | |\n");
    SAYS(rule("local met = 1 return not_met 'a'"), " | | not-met 'a';\n");
    SAYS(rule("repeat local s = force.samples until s.x:met() return s"), " sample x:met(); | |\n");
    SAYS(all("local force = { samples = {} } return area { characteristic 'x' { judge = function(f, q) return "
             "force.samples.a end } }"),
         "judge x 1-1: | |\n");
}
END_TEST

static const char helper[] =
    "local function far(force, p, who, ratio)\n"
    "  if ratio:above(p.line) then return not_met \"{ratio} on {who}\" end\n"
    "  return met \"{ratio}\"\n"
    "end\n"
    "local unused = function(force) return force.measures.never end\n"
    "local same = far\n"
    "return area {\n"
    "  characteristic \"a\" { judge = function(force, p) local m = force.measures\n"
    "    return far(force, p, \"adults\", m.one) end },\n"
    "  characteristic \"b\" { judge = function(f, q) return same(f, q, \"all\", f.measures.two) end },\n"
    "  characteristic \"c\" { judge = far },\n"
    "}";

START_TEST(helpers_count_for_the_rules_that_call_them)
{
    SAYS(all(helper),
         "judge a 8-9: measure one:above(p.line!) {ratio}; | line | not-met {ratio}' on ''adults'; met {ratio};\n"
         "judge b 10-10: measure two:above(p.line!) {ratio}; | line | not-met {ratio}' on ''all'; met {ratio};\n"
         "judge c 1-4: | line | not-met {ratio}' on '{who}; met {ratio};\n");
    SAYS(rule("local function g(x) return x.samples.s:met() end return g(force)"), " sample s:met(); | |\n");
    SAYS(rule("local function each(f) return f(force.samples) end return each(function(s) return s.a:met() end)"),
         " sample a:met(); | |\n");
    SAYS(all("local s = 1 local function g(force) local function h() return s, force.samples.q end return h() end\n"
             "return area { characteristic 'x' { judge = function(force) local s = force return g(force) end } }"),
         "judge x 2-2: sample q; | |\n");
}
END_TEST

/* A characteristic may be made by a function, and be told by what it is given. */
START_TEST(makers_are_followed)
{
    SAYS(all("local function simple(id, sample)\n"
             "  return characteristic(id) { level = 'good',\n"
             "    judge = function(force, p)\n"
             "      return force.samples[sample]:met() > p.most and met 'well' or not_met(sample)\n"
             "    end }\n"
             "end\n"
             "return area { simple('a', 'x'), simple('b', 'y') }"),
         "judge a 3-5: sample x:met(); | most | met 'well'; not-met 'x';\n"
         "judge b 3-5: sample y:met(); | most | met 'well'; not-met 'y';\n");
}
END_TEST

START_TEST(texts_are_what_they_say)
{
    SAYS(rule("return met 'it\\'s \"a\"\\n\\tb\\\\ \\65\\x42\\u{e9} \\z\n   c'"),
         " | | met 'it's \"a\"\n\tb\\ AB\xc3\xa9 c';\n");
    SAYS(rule("return met [==[\n{a} ]] b]==]"), " | | met {a}' ]] b';\n");
    SAYS(rule("return met \"{{not}} {it%} }}\""), " | | met '{''not}'' '{it%}' }';\n");
    SAYS(rule("return met(\"a\" .. \"b\"), no_evidence [[c]], not_applicable 'd', partly_met \"e\", met 'd'"),
         " | | met?; no-evidence 'c'; not-applicable 'd'; partly-met 'e'; met 'd';\n");
    SAYS(rule("-- force.samples.a\n--[[ p.b\n]] --[==[ met 'no' ]] ]==]\nlocal t = 'force.samples.c' return met 'x'"),
         " | | met 'x';\n");
}
END_TEST

START_TEST(what_cannot_be_followed_is_said)
{
    static const char *const bodies[] = {
        "for k in pairs(force.samples) do end",
        "local id = 'a' .. p.b return force.measures[id]",
        "local t = { force } return t[1]",
        "local ok = { met } return ok[1] 'a'",
        "local m = force.measures m = force.estimates return m.x",
        "local q = p or {} return q.a",
        "local H = {} function H.x(f) end return H.x(force)",
        "local id = 'a' for i = 1, 2 do local m = force.samples[id] id = 'b' end",
        "local id = 'a' ::again:: local m = force.samples[id] id = 'b' if p.x then goto again end",
        "local function f(a, ...) local b = ... return b.samples.x end return f(1, force)",
        "return force.findings:about(force.id .. '/a')",
        "local function f(n) return n == 0 and met 'a' or f(n - 1) end return f(3)",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        start();
        rule(bodies[i]);
        ck_assert_msg(strstr(buf_text(&out), "?:"), "%s: %s", bodies[i], buf_text(&out));
        stop();
    }
    SAYS(all("local make = 1 return area { characteristic 'x' { judge = make('a') } }"), "judge x 0-0?: | |\n");
    SAYS(all("local id = 'a' id = 'b' return area { characteristic 'x' { judge = function(f) return f.samples[id] end "
             "} }"),
         "judge x 1-1?: | |\n");
    SAYS(all("local list = {} for i = 1, 2 do list[i] = characteristic('x' .. i) { judge = function() end } end return "
             "area(list)"),
         "");
}
END_TEST

START_TEST(ladders_and_caps_are_read)
{
    SAYS(all("return area {\n"
             "  ladder = function(area, p)\n"
             "    if area:outcome(\"voice\") == \"met\" and area:share(\"good\") > p.most then return \"good\", "
             "\"reason\" end\n"
             "  end,\n"
             "  cap \"a\" { at = \"x\", when = { \"y\", \"not-met\" } },\n"
             "  cap \"b\" { when = function(area) return area:outcome('z') == 'met' end },\n"
             "}"),
         "ladder 2-4: outcome voice; | most |\nwhen b 6-6: outcome z; | |\n");
    SAYS(all("return pack({ ladder = { rungs = { a = 0 } } })"), "");
    SAYS(all("return pack { ['ladder'] = function(a, p) return p.x end }"), "ladder 1-1: | x |\n");
}
END_TEST

/* Of each function: "+" where it asks for sums, and its constant comparisons. */
static const char *constants(const char *rule)
{
    char text[1000];
    snprintf(text, sizeof text,
             "local function help(q) return q.c == 1 end\nreturn area { ladder = function(area, p) %s end }", rule);
    buf_clear(&out);
    for (const struct gist *s = gist_read(str_of(text), &arena); s; s = s->next) {
        if (s->sums) buf_put(&out, "+");
        for (const struct gist_constant *c = s->constants; c; c = c->next)
            buf_printf(&out, "%d:%.*s %s%.*s %.*s %s%.*s;", c->line, (int)c->text.n, c->text.s, c->left_named ? "!" : "", (int)c->left.n, c->left.s,
                       (int)c->compared.n, c->compared.s, c->right_named ? "!" : "", (int)c->right.n, c->right.s);
    }
    return buf_text(&out);
}

START_TEST(a_ladder_that_asks_for_sums_is_told)
{
    SAYS(constants("return area:outcome('a')"), "");
    SAYS(constants("return area:share('good') > 1"), "+");
    SAYS(constants("local a = area return a:count('met')"), "+");
    SAYS(constants("if area:enough() then return 'x' end"), "+");
}
END_TEST

START_TEST(comparisons_of_parameters_alone_are_told)
{
    SAYS(constants("if p.a >= p.b then return 1 end"), "2:p.a >= p.b !a >= !b;");
    SAYS(constants("if area:outcome('a') == 'met' and 0.5 < p.b or x then return 1 end"), "2:0.5 < p.b 0.5 < !b;");
    SAYS(constants("local q = p return help(q) or help(p)"), "1:q.c == 1 !c == 1;");
    /* What is worked out, or is no parameter, is not: */
    SAYS(constants("return p.a > p.b * x"), "");
    SAYS(constants("return x + p.a > p.b"), "");
    SAYS(constants("return p.a .. 'x' == p.b"), "");
    SAYS(constants("return p.a > -p.b, p.a < #p.b, 1 < 2, p.a > x, x > p.a, p[x] > 1, 'a' == p.a"), "");
    SAYS(constants("return p.a + 1 > 2 and y"), "");
}
END_TEST

/* Whatever it holds, it ends. */
START_TEST(any_text_ends)
{
    static const char words[][16] = {
        "function", "(",  ")",  "end",    "local", "=",      "{", "}",   "if",    "then",           "force", ".",
        "x",        "\"", "[[", "repeat", "until", "return", ",", "for", "judge", "characteristic", ":",     "\n"};
    uint32_t seed = 1;
    for (int round = 0; round < 300; round++) {
        char text[600] = "return area { characteristic 'x' { judge = function(force) ";
        while (strlen(text) < 560) {
            seed = seed * 1103515245u + 12345u;
            strcat(strcat(text, words[(seed >> 16) % (sizeof words / sizeof *words)]), " ");
        }
        start();
        all(text);
        stop();
    }
    static char deep[20000];
    strcpy(deep, "return area { characteristic 'x' { judge = function(force) return ");
    memset(deep + strlen(deep), '(', 10000);
    start();
    ck_assert_ptr_nonnull(all(deep));
    stop();
}
END_TEST

/* Each calls the one before twice: 2^30 readings, were there no limit. */
START_TEST(many_calls_end)
{
    static char text[4000] = "local function f0(x) return x.samples.a end\n";
    for (int i = 1; i < 30; i++) {
        size_t n = strlen(text);
        snprintf(text + n, sizeof text - n, "local function f%d(x) return f%d(x), f%d(x) end\n", i, i - 1, i - 1);
    }
    strcat(text, "return area { characteristic 'x' { judge = f29 } }");
    start();
    ck_assert_str_eq(all(text), "judge x 30-30?: | |\n");
    stop();
}
END_TEST

UNIT("gist", a_rule_is_read, every_kind_of_evidence_is_seen, aliases_are_followed, names_that_shadow_are_others,
     helpers_count_for_the_rules_that_call_them, makers_are_followed, texts_are_what_they_say,
     what_cannot_be_followed_is_said, ladders_and_caps_are_read, a_ladder_that_asks_for_sums_is_told, comparisons_of_parameters_alone_are_told, any_text_ends, many_calls_end);
