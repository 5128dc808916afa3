/* test_sandbox.c: what a rule may say and what is told of its faults; asked of the gate directly. What it may use up
 * is in test_sandbox_limits.c, what it leaves behind in test_seal.c; the same attacks as whole packs, through the
 * program, are in tests/hostile. */
#include "chunk.h"

/* --- Faults --- */

START_TEST(a_fault_names_its_line)
{
    open_script();
    raises("local t = {}\n\nreturn t.x.y", "attempt to index a nil value (field 'x')");
    ck_assert_str_eq(fault.spot.file, "rule.lua");
    ck_assert_int_eq(fault.spot.line, 3);
    raises("local function f()\n  error('in f')\nend\nf()", "in f");
    ck_assert_int_eq(fault.spot.line, 2);
    raises("local function f()\n  error('of the caller', 2)\nend\nf()", "of the caller");
    ck_assert_int_eq(fault.spot.line, 4);
    raises("\nstring.rep()", "bad argument #1 to 'rep' (string expected, got no value)");
    ck_assert_int_eq(fault.spot.line, 2);
    script_free(s);
}
END_TEST

START_TEST(an_error_value_is_told_without_an_address)
{
    open_script();
    raises("error({})", "the rule raised a table instead of a message");
    raises("error(print)", "the rule raised a function instead of a message");
    raises("error(nil)", "the rule raised nil instead of a message");
    raises("error()", "the rule raised nil instead of a message");
    raises("error(true)", "the rule raised a boolean instead of a message");
    raises("error(42)", "42");
    raises("error('')", "the rule raised an empty message");
    raises("error('two\\nlines\\27[31m')", "two lines [31m");
    raises("error('caf\\xC3\\xA9 \\xFF\\xC3')", "caf\xC3\xA9 ??");
    raises("assert(false)", "assertion failed");
    raises("assert(nil, 'so it is')", "so it is");
    answers("return tostring({}) .. tostring(print) .. tostring(nil)", "tablefunctionnil");
    script_free(s);
}
END_TEST

START_TEST(a_long_message_is_cut_and_its_length_told)
{
    open_script();
    const char *said = run("error(('\\xC3\\xA9'):rep(5000000 // 100))", NULL);
    ck_assert_uint_lt(strlen(said), DIAG_MESSAGE);
    ck_assert_str_eq(said + strlen(said) - strlen("\xC3\xA9… (100000 bytes)"), "\xC3\xA9… (100000 bytes)");
    script_free(s);
}
END_TEST

/* --- Names --- */

START_TEST(what_is_not_there_is_named)
{
    open_script();
    raises("prnt('x')", "unknown name `prnt`; did you mean `print`?");
    raises("return quorum", "unknown name `quorum`");
    raises("string.repp('x', 2)", "`string` has no `repp`; did you mean `rep`?");
    raises("return ('x'):uper()", "`string` has no `uper`; did you mean `upper`?");
    raises("pcall(print)", "`pcall` is not available to rules: a rule that fails is told, not hidden");
    raises("math.random()", "`math.random` is not available to rules: the same evidence must give the same answer");
    raises("return next", "`next` is not available to rules: use `pairs`, which goes in sorted order; `#t == 0` asks "
                          "whether a list is empty");
    raises("x = 1", "assigning to the global `x`: declare it `local`");
    raises("print = 1",
           "`print` belongs to every rule: it cannot be changed; choose another name and declare it `local`");
    raises("string.rep = 1", "`string` belongs to every rule: it cannot be changed");
    raises("string.new = 1", "`string` belongs to every rule: it cannot be changed");
    raises("('x').rep = 1", "a string cannot be written to");
    raises("return '1' + 1", "attempt to perform arithmetic on a string value (constant '1')");
    script_free(s);
}
END_TEST

START_TEST(nothing_else_is_there)
{
    static const char *const names[] = {"xpcall",
                                        "coroutine",
                                        "setmetatable",
                                        "getmetatable",
                                        "rawget",
                                        "rawset",
                                        "rawequal",
                                        "rawlen",
                                        "load",
                                        "require",
                                        "loadfile",
                                        "dofile",
                                        "debug",
                                        "io",
                                        "os",
                                        "package",
                                        "_G",
                                        "collectgarbage",
                                        "warn",
                                        "loadstring",
                                        "unpack",
                                        "string.dump",
                                        "string.pack",
                                        "string.unpack",
                                        "string.packsize",
                                        "math.randomseed",
                                        "_VERSION"};
    open_script();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char text[64], start[64];
        snprintf(text, sizeof text, "return %s", names[i]);
        snprintf(start, sizeof start, "`%s` is not available to rules: ", names[i]);
        enum gate gate;
        ck_assert_mem_eq(run(text, &gate), start, strlen(start));
        ck_assert_int_eq(gate, GATE_RAISED);
    }
    script_free(s);
}
END_TEST

/* --- Out of memory --- */

/* Everything that is asked of a script, with the nth allocation and all after it refused. True: it went through. */
static bool whole_life(struct diags *diags)
{
    static const char text[] = "local t = { a = { 1, 2 } } local n = 0 "
                               "return { function() local u = {} for w in ('a b c'):gmatch('%a') do u[#u + 1] = w end "
                               "table.sort(u) print(t.a[1], #u) "
                               "for k, v in pairs(t) do u[k] = v end return table.concat(u, ',') .. "
                               "string.format('%5.2f', 1.5) .. ('x'):rep(2000):gsub('x', 'yy') end }";
    struct limits limits = LIMITS_DEFAULT;
    char name[64];
    s = script_new(&limits);
    if (!s) return false;
    bool good = sandbox_load(s, "rule.lua", str_of(text), NULL, diags);
    if (good) {
        enum gate gate = gate_call(s, 0, 1, &fault);
        ck_assert_msg(gate == GATE_DONE || gate == GATE_STARVED, "%s", fault.message);
        good = gate == GATE_DONE;
    }
    if (good) {
        lua_pushcfunction(s->L, l_declare);
        lua_insert(s->L, -2);
        enum gate gate = gate_call(s, 1, 0, &fault);
        ck_assert_msg(gate == GATE_DONE || gate == GATE_STARVED, "%s", fault.message);
        good = gate == GATE_DONE;
    }
    if (good) {
        lua_rawgeti(s->L, LUA_REGISTRYINDEX, s->functions);
        lua_rawgeti(s->L, -1, 1);
        enum gate gate = gate_call(s, 0, 1, &fault);
        ck_assert_msg(gate == GATE_DONE || gate == GATE_STARVED, "%s", fault.message);
        good = gate == GATE_DONE;
        ck_assert(seal_check(s->L, 0, name));
    }
    script_free(s);
    return good;
}

START_TEST(out_of_memory_anywhere_is_survived)
{
    size_t nth = 1;
    for (bool done = false; !done; nth++) {
        struct diags diags;
        diags_init(&diags);
        mem_fail_after(nth);
        done = whole_life(&diags);
        bool failed = mem_failed() > 0;
        mem_fail_after(0);
        ck_assert_msg(done || failed, "failed without having been refused anything");
        diags_done(&diags);
        ck_assert_uint_lt(nth, 100000);
    }
    ck_assert_uint_gt(nth, 300);
}
END_TEST

UNIT("sandbox", a_fault_names_its_line, an_error_value_is_told_without_an_address,
     a_long_message_is_cut_and_its_length_told, what_is_not_there_is_named, nothing_else_is_there,
     out_of_memory_anywhere_is_survived);
