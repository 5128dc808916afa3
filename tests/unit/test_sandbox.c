/* test_sandbox.c: what a rule may say, what it may use, and what it leaves behind; asked of the gate directly. The same
 * attacks as whole packs, through the program, are in tests/hostile. */
#include "base/mem.h"
#include "script/sandbox.h"
#include "unit.h"
#include <locale.h>
#include <math.h>
#include <stdio.h>

static struct script *s;
static struct fault fault;

static void open_with(struct limits limits)
{
    s = script_new(&limits);
    ck_assert_ptr_nonnull(s);
}
/* The defaults, with time enough for a machine that is watched by valgrind; what time does has a test of its own. */
static struct limits defaults(void)
{
    struct limits limits = LIMITS_DEFAULT;
    limits.seconds = 600;
    return limits;
}
static void open_script(void) { open_with(defaults()); }

/* Compile a file that must be right, and leave it on the stack. */
static void load(const char *text)
{
    struct diags diags;
    struct buf said;
    diags_init(&diags);
    buf_init(&said);
    if (!sandbox_load(s, "rule.lua", str_of(text), NULL, &diags)) {
        diags_render(&diags, &said, false);
        ck_abort_msg("%s", buf_text(&said));
    }
    diags_done(&diags);
}

/* The answer of a chunk, or its fault's message, as text; its gate in *gate where asked. */
static const char *run(const char *text, enum gate *gate)
{
    static char answer[4096];
    load(text);
    enum gate g = gate_call(s, 0, 1, &fault);
    snprintf(answer, sizeof answer, "%s", g == GATE_DONE ? sandbox_tostring(s->L, -1, NULL) : fault.message);
    if (g == GATE_DONE) lua_pop(s->L, 2);
    ck_assert_int_eq(lua_gettop(s->L), 0);
    if (gate) *gate = g;
    return answer;
}

static void answers(const char *text, const char *expected)
{
    enum gate gate;
    ck_assert_str_eq(run(text, &gate), expected);
    ck_assert_msg(gate == GATE_DONE, "%s", text);
}

static void raises(const char *text, const char *expected)
{
    enum gate gate;
    ck_assert_str_eq(run(text, &gate), expected);
    ck_assert_msg(gate == GATE_RAISED, "%s", text);
}

static void stops(const char *text, const char *expected)
{
    enum gate gate;
    ck_assert_str_eq(run(text, &gate), expected);
    ck_assert_msg(gate == GATE_STOPPED, "%s", text);
    bool exact = !strstr(expected, "memory") && !strstr(expected, "time"); /* else another line in another run */
    ck_assert_int_eq(fault.spot.line, exact ? 1 : 0);
}

/* --- Faults -------------------------------------------------------------------------------------------- */

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

/* --- Names --------------------------------------------------------------------------------------------- */

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

/* --- Limits -------------------------------------------------------------------------------------------- */

#define INSTRUCTIONS "more than 1,000,000 instructions"

START_TEST(work_is_counted_wherever_it_is_done)
{
    open_script();
    stops("while true do end", INSTRUCTIONS);
    stops("return ('a'):rep(160):find('.-.-.-.-b')", INSTRUCTIONS);
    stops("return ('a'):rep(160):match('.-.-.-.-b')", INSTRUCTIONS);
    stops("return ('a'):rep(160):gmatch('.-.-.-.-b')()", INSTRUCTIONS);
    stops("return ('a'):rep(160):gsub('.-.-.-.-b', '')", INSTRUCTIONS);
    stops("return ('x'):rep(1 << 29)", INSTRUCTIONS);
    stops("return ('x'):rep(1 << 20, ('y'):rep(1 << 20))", INSTRUCTIONS);
    stops("local s = 'x' while true do s = s .. s end", INSTRUCTIONS);
    stops("table.move({}, 1, 1 << 53, 2)", INSTRUCTIONS);
    stops("local t = {} for i = 1, 2000 do t[i] = i end while true do table.insert(t, 1, 0) end", INSTRUCTIONS);
    stops("local t = {} for i = 1, 1000 do t[i] = ('x'):rep(1000) end while true do table.concat(t) end", INSTRUCTIONS);
    stops("local t = {} for i = 1, 1000 do t[i] = i % 7 end while true do table.sort(t) end", INSTRUCTIONS);
    stops("local t = {} for i = 1, 1000 do t[i] = i end while true do for k in pairs(t) do end end", INSTRUCTIONS);
    stops("local t = {} for i = 1, 1000 do t[i] = i end while true do table.unpack(t) end", INSTRUCTIONS);
    stops("local s = ('x'):rep(100000) while true do s:upper() end", INSTRUCTIONS);
    stops("local s = ('x'):rep(100000) while true do s:reverse() end", INSTRUCTIONS);
    stops("local s = ('x'):rep(100000) while true do s:find('y', 1, true) end", INSTRUCTIONS);
    stops("local s = ('x'):rep(100000) while true do tonumber(s) end", INSTRUCTIONS);
    stops("local s = ('x'):rep(100000) while true do utf8.len(s) end", INSTRUCTIONS);
    stops("while true do string.format('%99.99f', 1e308) end", INSTRUCTIONS);
    stops("local function f() return 1 + f() end f()", INSTRUCTIONS);
    raises("return table.unpack({}, 1, 1 << 62)", "too many items to unpack");
    raises("table.insert({}, 1 << 53, 1)", "bad argument #2 to 'insert' (position out of bounds)");
    raises("local function f(x) return (x:gsub('.', f)) end f('x')",
           "functions call each other too deeply (stack overflow)");
    script_free(s);
}
END_TEST

START_TEST(memory_is_capped)
{
    struct limits limits = defaults();
    limits.instructions = 1000000000;
    limits.memory = 8u << 20;
    open_with(limits);
    stops("local t = {} while true do t[#t + 1] = {} end", "more than 8 MiB of memory");
    stops("local t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t end", "more than 8 MiB of memory");
    stops("local s = 'x' while true do s = s .. s end", "more than 8 MiB of memory");
    stops("return ('x'):rep(1 << 24)", "more than 8 MiB of memory");
    stops("local t = {} for i = 1, 1 << 30 do t['k' .. i] = i end", "more than 8 MiB of memory");
    ck_assert_uint_le(script_memory_peak(s), limits.memory);
    ck_assert_uint_lt(s->memory, 100000); /* nothing of it is left to the next rule */
    answers("local t = {} for i = 1, 100000 do t[i % 100] = ('x'):rep(1000) .. i end return #t", "99");
    script_free(s);
}
END_TEST

/* A rule that sits just below the cap must not be collected at every allocation. What it may keep is seven eighths. */
START_TEST(just_below_the_cap_is_refused_or_goes_on)
{
    struct limits limits = defaults();
    limits.instructions = 20000000;
    limits.memory = 4u << 20;
    open_with(limits);
    stops("local t = {} for i = 1, 3800 do t[i] = ('x'):rep(1000) .. i end while true do local x = {} end",
          "more than 4 MiB of memory");
    stops("local t = {} for i = 1, 3000 do t[i] = ('x'):rep(1000) .. i end while true do local x = {} end",
          "more than 20,000,000 instructions");
    script_free(s);
}
END_TEST

/* Twenty thousand organisations before sixty rules that each leave some garbage: what the script holds at the end is
 * what it held at the start. */
START_TEST(a_long_run_does_not_grow)
{
    size_t early = 0;
    open_script();
    for (int i = 0; i < 60; i++)
        load(
            "return function(i) local t = {} for k = 1, 3 do t[k] = 'value ' .. i .. k end return table.concat(t) end");
    for (int i = 1; i <= 60; i++) {
        lua_pushvalue(s->L, i);
        ck_assert_int_eq(gate_call(s, 0, 1, &fault), GATE_DONE);
        lua_replace(s->L, i);
    }
    for (int i = 0; i < 20000; i++) {
        for (int rule = 1; rule <= 60; rule++) {
            if ((i + rule) % 20) continue; /* a twentieth of it shows the same */
            lua_pushvalue(s->L, rule);
            lua_pushinteger(s->L, i);
            ck_assert_int_eq(gate_call(s, 1, 0, &fault), GATE_DONE);
        }
        if (i == 1000) early = script_memory_peak(s);
    }
    ck_assert_uint_gt(early, 0);
    ck_assert_uint_lt(script_memory_peak(s), early + early / 4);
    ck_assert_uint_lt(script_memory_peak(s), 1u << 20);
    lua_settop(s->L, 0);
    script_free(s);
}
END_TEST

START_TEST(output_is_capped)
{
    open_script();
    bool cut;
    answers("print('a', 1, nil, {}) return 1", "1");
    ck_assert(str_is(script_printed(s, &cut), "a\t1\tnil\ttable\n"));
    ck_assert(!cut);
    stops("while true do print(('x'):rep(1000)) end", "more than 64 KiB printed");
    ck_assert_uint_eq(script_printed(s, &cut).n, 64u << 10);
    ck_assert(cut);
    script_free(s);
}
END_TEST

START_TEST(time_is_a_net)
{
    struct limits limits = {0, 64u << 20, 0.05, 1000};
    open_with(limits);
    stops("while true do end", "more than 0.05 s of processor time");
    stops("return ('a'):rep(160):find('.-.-.-.-b')", "more than 0.05 s of processor time");
    /* A table that is rebuilt in full at each step, and long texts compared: single instructions that take long. */
    stops("local t = {} for i = 1, 65536 do t[i * 1.5] = 1 end local i = 65536 while true do t[(i - 65535) * 1.5] = "
          "nil i = i + 1 t[i * 1.5] = 1 end",
          "more than 0.05 s of processor time");
    stops("local a = ('x'):rep(4000000) .. 'a' local b = ('x'):rep(4000000) .. 'b' while true do local c = a == b end",
          "more than 0.05 s of processor time");
    script_free(s);
}
END_TEST

/* The count must not depend on what was asked before, nor on the state it is asked in. */
START_TEST(a_time_past_all_clocks_is_no_time_at_all)
{
    struct limits limits = LIMITS_DEFAULT;
    limits.seconds = 1e300;
    open_with(limits);
    answers("local n = 0 for i = 1, 10000 do n = n + i end return n", "50005000");
    script_free(s);
}
END_TEST

/* The program sets no locale; one that has the engine within it may. Tried where the machine has one with a comma. */
START_TEST(law_3_no_locale_reaches_a_message)
{
    static const char *const locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE.utf8", "fr_FR.utf8", "de_DE"};
    struct limits limits = {.instructions = 1000000, .memory = 3u << 19, .seconds = 600, .output = 1536};
    size_t i = 0;
    while (i < sizeof locales / sizeof *locales && !setlocale(LC_ALL, locales[i])) i++;
    open_with(limits);
    raises("error(1.5)", "1.5");
    stops("print(('a'):rep(2000))", "more than 1.5 KiB printed");
    stops("local t = {} for i = 1, 1e6 do t[i] = i end", "more than 1.5 MiB of memory");
    script_free(s);
    setlocale(LC_ALL, "C");
}
END_TEST

START_TEST(the_count_is_exact)
{
    static const char *const rule = "local t = {} for i = 1, 300 do t[i] = ('x'):rep(i) .. i end table.sort(t) "
                                    "for k, v in pairs(t) do t[k] = v:gsub('x+', '%0') end return #table.concat(t)";
    open_script();
    run(rule, NULL);
    uint64_t left = s->left;
    ck_assert_uint_lt(left, 1000000);
    for (int i = 0; i < 5; i++) {
        run("local t = {} for i = 1, 20000 do t[i] = 'garbage' .. i end", NULL);
        run(rule, NULL);
        ck_assert_uint_eq(s->left, left);
    }
    script_free(s);
    open_script();
    run(rule, NULL);
    ck_assert_uint_eq(s->left, left);
    script_free(s);
}
END_TEST

/* The least number of instructions with which a rule ends is the same each time: one fewer, and it is stopped. */
START_TEST(the_limit_falls_at_the_same_instruction)
{
    struct limits limits = defaults();
    uint64_t needed[2] = {0, 0};
    for (int round = 0; round < 2; round++) {
        uint64_t low = 1, high = 100000;
        while (low < high) {
            enum gate gate;
            limits.instructions = (low + high) / 2;
            open_with(limits);
            run("for i = 1, 100 do print(('x'):rep(20):find('x-y')) end", &gate);
            if (gate == GATE_DONE)
                high = limits.instructions;
            else
                low = limits.instructions + 1;
            script_free(s);
        }
        needed[round] = low;
    }
    ck_assert_uint_lt(needed[0], 100000);
    ck_assert_uint_eq(needed[0], needed[1]);
}
END_TEST

/* --- Order --------------------------------------------------------------------------------------------- */

START_TEST(pairs_goes_in_order)
{
    open_script();
    answers("local out = {} for k, v in pairs { b = 1, a = 2, ['a b'] = 3, [10] = 4, [2] = 5, [2.5] = 6, [-1] = 7, "
            "[true] = 8, [false] = 9, B = 10 } do\n"
            "out[#out + 1] = tostring(k) .. '=' .. v end return table.concat(out, ' ')",
            "-1=7 2=5 2.5=6 10=4 B=10 a=2 a b=3 b=1 false=9 true=8");
    answers("local out = {} for k in pairs { [9007199254740993] = 1, [9007199254740992.0] = 2, [math.huge] = 3, "
            "[-math.huge] = 4 } do "
            "out[#out + 1] = tostring(k) end return table.concat(out, ' ')",
            "-inf 9007199254740992 9007199254740993 inf");
    answers(
        "local t, n = { 1, 2, 3, x = 4 }, 0 for k in pairs(t) do t[k] = nil t['new' .. n] = 1 n = n + 1 end return n",
        "4");
    answers("local t, n = { 1, 2, 3, 4 }, 0 for k in pairs(t) do t[4] = nil n = n + 1 end return n", "3");
    answers("local n = 0 for k in pairs {} do n = n + 1 end return n", "0");
    raises("for k in pairs { [{}] = 1 } do end",
           "`pairs` goes over keys in order, and a table has none: use numbers, strings or booleans as keys");
    raises("for k in pairs(nil) do end", "bad argument #1 to 'pairs' (table expected, got nil)");
    script_free(s);
}
END_TEST

START_TEST(sort_is_stable_and_ends)
{
    open_script();
    answers("local t = { 5, 2, 8, 1, 9, 3 } table.sort(t) return table.concat(t, ' ')", "1 2 3 5 8 9");
    answers("local t = { 'b', 'a', 'B', 'ab' } table.sort(t) return table.concat(t, ' ')", "B a ab b");
    answers(
        "local t = {} for i = 1, 50 do t[i] = { i % 3, i } end table.sort(t, function(a, b) return a[1] < b[1] end)\n"
        "local good = true for i = 2, 50 do local a, b = t[i - 1], t[i] good = good and (a[1] < b[1] or a[1] == b[1] "
        "and a[2] < b[2]) end return good",
        "true");
    answers("local t = {} for i = 1, 500 do t[i] = i end table.sort(t, function() return true end) local sum = 0 for "
            "_, v in ipairs(t) do sum = sum + v end return sum",
            "125250");
    raises("table.sort { 1, 'x' }", "attempt to compare string with number");
    raises("table.sort({ 3, 2, 1 }, function() error('no') end)", "no");
    script_free(s);
}
END_TEST

/* --- Functions ----------------------------------------------------------------------------------------- */

START_TEST(text_functions)
{
    open_script();
    answers("return string.format('%5.2f|%-5s|%05d|%x|%g|%%|%c|%i', 3.14159, 'ab', 42, 255, 0.1, 65, 7)",
            " 3.14|ab   |00042|ff|0.1|%|A|7");
    answers("return string.format('%q', 'a\"b\\n\\0001')", "\"a\\\"b\\\n\\0001\"");
    answers("return string.format('%s %s %s %s', 1, 2.0, true, nil)", "1 2.0 true nil");
    answers("return string.format('%.3s|%10.2s|', 'abcdef', 'xyz')", "abc|        xy|");
    raises("string.format('%p', 1)",
           "string.format: `%p` is not available to rules: an address is another in every run");
    raises("string.format('%s', {})", "bad argument #2 to 'format' (a table has no text; name one of its values)");
    raises("string.format('%d', 'x')", "bad argument #2 to 'format' (number expected, got string)");
    raises("string.format('%d')", "string.format: no value for `%d`, the 1. conversion");
    raises("string.format('%y', 1)", "string.format: `%` before `y` is no conversion; a percent sign is `%%`");
    raises("string.format('90%')",
           "string.format: the text ends in the middle of a conversion; a percent sign is `%%`");
    raises("string.format('%123d', 1)", "string.format: a width or precision has at most two digits");
    answers("return ('abc'):sub(-2) .. ('abc'):sub(2, 2) .. ('abc'):sub(0, 1) .. ('abc'):sub(5) .. ('abc'):sub(-9, -3)",
            "bcbaa");
    answers("return ('abc'):byte(-1) .. string.char(72, 105) .. ('aBc'):upper() .. ('aBc'):lower() .. "
            "('abc'):reverse() .. #('x'):rep(3, '--')",
            "99HiABCabccba7");
    answers("return tonumber('0x10') .. ' ' .. tonumber(' 12 ') .. ' ' .. tonumber('1e2') .. ' ' .. tonumber('zz', 36) "
            ".. ' ' .. tostring(tonumber('1x'))",
            "16 12 100.0 1295 nil");
    answers("return utf8.len('a\xC3\xA9') .. utf8.char(233, 0x20AC) .. utf8.codepoint('\xC3\xA9') .. "
            "utf8.offset('a\xC3\xA9z', 3)",
            "2\xC3\xA9\xE2\x82\xAC"
            "2334");
    answers("return tostring(utf8.len('\\xFF'))", "nil");
    answers("local n = 0 for _, c in utf8.codes('a\xC3\xA9z') do n = n + c end return n", "452"); /* 97 + 233 + 122 */
    script_free(s);
}
END_TEST

START_TEST(number_and_list_functions)
{
    open_script();
    answers("return math.floor(3.7) .. math.ceil(3.2) .. math.floor(-3.5) .. math.abs(-4) .. math.max(1, 5, 3) .. "
            "math.min(4, 2.5)",
            "34-4452.5");
    answers("return math.type(1) .. math.type(1.0) .. tostring(math.type('1')) .. math.tointeger(3.0) .. "
            "tostring(math.tointeger(3.5))",
            "integerfloatnil3nil");
    answers("return math.fmod(-7, 3) .. ' ' .. math.fmod(7, -3.5) .. ' ' .. (-7 % 3) .. ' ' .. math.sqrt(16) .. ' ' .. "
            "math.log(8, 2) .. ' ' .. math.exp(0)",
            "-1 0.0 2 4.0 3.0 1.0");
    answers("local a, b = math.modf(-3.25) return a .. ' ' .. b", "-3.0 -0.25");
    answers("return tostring(0/0 ~= 0/0) .. tostring(math.huge) .. tostring(-math.huge)", "trueinf-inf");
    answers("local t = { 1, 2, 3 } table.insert(t, 4) table.insert(t, 1, 0) table.remove(t) return table.concat(t, "
            "',') .. ' ' .. table.remove(t, 1)",
            "0,1,2,3 0");
    answers("local t = table.move({ 1, 2, 3 }, 1, 3, 2) return table.concat(t, ',')", "1,1,2,3");
    answers(
        "local t = table.pack(1, nil, 3) return t.n .. select('#', table.unpack(t, 1, t.n)) .. select(-1, 'a', 'b')",
        "33b");
    raises("table.concat({ 1, {}, 3 })", "table.concat joins texts and numbers; item 2 is a table");
    raises("math.fmod(1, 0)", "bad argument #2 to 'fmod' (zero)");
    raises("select(0)", "bad argument #1 to 'select' (index out of range)");
    answers("return math.floor(2^70) == 2^70", "true");
    raises("local n = 0/0 return ('x'):rep(n)", "bad argument #1 to 'rep' (number has no integer representation)");
    raises("return ('x'):rep(math.huge)", "bad argument #1 to 'rep' (number has no integer representation)");
    script_free(s);
}
END_TEST

/* --- Sealing ------------------------------------------------------------------------------------------- */

/* What declare does: the functions that a file returns, in a list, become the declared ones. */
static int l_declare(lua_State *L)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->functions);
    lua_Integer n = luaL_len(L, 1);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_geti(L, 1, i);
        lua_rawseti(L, 2, ++s->function_count);
    }
    seal_functions(L);
    return 0;
}

static void declare(const char *text)
{
    load(text);
    ck_assert_int_eq(gate_call(s, 0, 1, &fault), GATE_DONE);
    lua_pushcfunction(s->L, l_declare);
    lua_insert(s->L, -2);
    ck_assert_msg(gate_call(s, 1, 0, &fault) == GATE_DONE, "%s", fault.message);
}

static const char *ask(int function, enum gate expected)
{
    static char answer[512];
    lua_rawgeti(s->L, LUA_REGISTRYINDEX, s->functions);
    lua_rawgeti(s->L, -1, function + 1);
    lua_remove(s->L, -2);
    enum gate gate = gate_call(s, 0, 1, &fault);
    snprintf(answer, sizeof answer, "%s", gate == GATE_DONE ? sandbox_tostring(s->L, -1, NULL) : fault.message);
    ck_assert_msg(gate == expected, "%s", answer);
    lua_settop(s->L, 0);
    return answer;
}

#define SEALED "a table of the file is sealed once the file is loaded: make a new table in the rule instead"

START_TEST(a_changed_upvalue_is_put_back_and_named)
{
    char name[64] = "";
    open_script();
    declare("local count, word, flag, list, none = 0, 'w', false, { 1 }, nil\n"
            "local function bump() count = count + 1 return count end\n"
            "return { function() return bump() end, function() return count end, function() word = word .. '!' return "
            "word end,\n"
            "  function() list = {} flag = true none = 1 return #list end, function() return tostring(flag) .. #list "
            ".. tostring(none) end }");
    ck_assert_str_eq(ask(0, GATE_DONE), "1");
    ck_assert(!seal_check(s->L, 0, name));
    ck_assert_str_eq(name, "count");
    ck_assert_str_eq(ask(1, GATE_DONE), "0");
    ck_assert(seal_check(s->L, 1, name));
    ck_assert_str_eq(ask(2, GATE_DONE), "w!");
    ck_assert(!seal_check(s->L, 2, name));
    ck_assert_str_eq(name, "word");
    ck_assert_str_eq(ask(2, GATE_DONE), "w!");
    ck_assert(!seal_check(s->L, 2, name));
    ck_assert_str_eq(ask(3, GATE_DONE), "0");
    ck_assert(!seal_check(s->L, 3, name));
    ck_assert_str_eq(ask(4, GATE_DONE), "false1nil");
    ck_assert_int_eq(lua_gettop(s->L), 0);
    script_free(s);
}
END_TEST

START_TEST(a_number_that_turns_into_its_equal_is_a_change)
{
    char name[64] = "";
    open_script();
    declare("local n, nan = 1, 0/0 return { function() n = 1.0 return n end, function() return nan end }");
    ck_assert_str_eq(ask(0, GATE_DONE), "1.0");
    ck_assert(!seal_check(s->L, 0, name));
    ask(1, GATE_DONE);
    ck_assert(seal_check(s->L, 1, name));
    script_free(s);
}
END_TEST

START_TEST(tables_of_a_file_can_be_read_only)
{
    open_script();
    declare(
        "local t = { 3, 1, 2, name = 'x', inner = { deep = { 7 } }, f = function() return 5 end }\n"
        "t.self = t\n"
        "local hidden = { n = 1 }\n"
        "t.touch = function() hidden.n = 2 end\n"
        "return { function() return #t .. t[1] .. t.name .. t.inner.deep[1] .. t.f() .. tostring(t.self == t) end,\n"
        "  function() local out = {} for k, v in pairs(t) do out[#out + 1] = k end for i, v in ipairs(t) do out[#out + "
        "1] = v end return table.concat(out, ' ') end,\n"
        "  function() return table.concat(t, ',') .. select('#', table.unpack(t)) .. table.concat(t.inner.deep) end,\n"
        "  function() t.new = 1 end, function() t.inner.deep[1] = 8 end, function() table.insert(t, 4) end, function() "
        "table.sort(t) end,\n"
        "  function() t.touch() end, function() table.remove(t) end, function() return t.missing == nil end }");
    ck_assert_str_eq(ask(0, GATE_DONE), "33x75true");
    ck_assert_str_eq(ask(1, GATE_DONE), "1 2 3 f inner name self touch 3 1 2");
    ck_assert_str_eq(ask(2, GATE_DONE), "3,1,237");
    for (int i = 3; i <= 8; i++) ck_assert_str_eq(ask(i, GATE_RAISED), SEALED);
    ck_assert_str_eq(ask(9, GATE_DONE), "true");
    char name[64];
    for (int i = 0; i <= 9; i++) ck_assert(seal_check(s->L, i, name));
    script_free(s);
}
END_TEST

START_TEST(an_iterator_does_not_outlive_its_question)
{
    open_script();
    declare("local words, keys = ('a b c'):gmatch('%a'), pairs { 1, 2, 3 } return { function() return words() end, "
            "function() return keys() end }");
    ck_assert_str_eq(ask(0, GATE_RAISED),
                     "an iterator of `gmatch` was kept from outside the rule: call `gmatch` in the rule");
    ck_assert_str_eq(ask(1, GATE_RAISED),
                     "an iterator of `pairs` was kept from outside the rule: call `pairs` in the rule");
    script_free(s);
}
END_TEST

START_TEST(deep_nesting_is_sealed_without_recursion)
{
    open_script();
    declare("local t = {} local top = t for i = 1, 100000 do t.next = {} t = t.next end t.leaf = 1 "
            "return { function() local at = top while at.next do at = at.next end return at.leaf end, function() "
            "top.next.next.next.x = 1 end }");
    ck_assert_str_eq(ask(0, GATE_DONE), "1");
    ck_assert_str_eq(ask(1, GATE_RAISED), SEALED);
    script_free(s);
}
END_TEST

/* However it goes back, it is counted. */
START_TEST(what_goes_back_is_counted)
{
    static const char *const counted[] = {
        "return { function() while true do end end }",
        "return { function() repeat until false end }",
        "return { function() for i = 1, math.huge do end end }",
        "return { function() ::a:: goto a end }",
        "local function f() return f() end return { f }",
        "local function f() return f() end return { function() return f() end }",
        "local t = {} function t.f() return t.f() end return { function() return t.f() end }",
        "return { function() local f f = function() return f() end f() end }",
        "return { function() table.sort({ 1, 2 }, function() while true do end end) end }",
        "return { function() -- a comment that ends here\rwhile true do end\rend }",
        "return { function() local s = [==[ ]] --[[ ]==] while true do end end }",
        "return { function() local s = '\\'' while true do end end }",
        "return { function() local s = '\\\r\n' while true do end --'\r\n end }",
        "return { function\n() local function f() return f() end f() end }",
        "local function f\n() local function g() return g() end return g() end return { f }",
    };
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        open_script();
        declare(counted[i]);
        ck_assert_str_eq(ask(0, GATE_STOPPED), INSTRUCTIONS);
        script_free(s);
    }
}
END_TEST

/* --- Loading ------------------------------------------------------------------------------------------- */

static const struct {
    const char *text;
    unsigned line, column;
    const char *message, *hint;
} wrong[] = {
    {"local a = 1\nif a = 2 then\nend", 2, 6, "expected `then`, got `=`", "`==` compares, `=` gives a value"},
    {"local t = { a = 1\n b = 2 }", 2, 2, "expected `}` to close the `{` of line 1, got `b`",
     "a comma may be missing before it"},
    {"if x then\n\n", 3, 0, "expected `end` to close the `if` of line 1, got the end of the file",
     "each `function`, `if`, `for`, `while` and `do` needs an `end` of its own"},
    {"x = 1 y = 2 z = = 3", 1, 17, "`=` is not expected here", ""},
    {"local s = \"abc\n", 1, 11, "the text is not closed on its line", "end it with the quote that it begins with"},
    {"local t = { title = \u201Cabc\u201D }", 1, 21, "this character is not expected here",
     "texts stand in straight quotes \"…\"; word processors bend them"},
    {"local t = {\n title = 'a pupil's work' }", 2, 19, "expected `}` to close the `{` of line 1, got `s`",
     "the text ends at the quote before it; a text with ' in it stands in \"…\""},
    {"local t = { good-files = 0.8 }", 1, 24, "expected `}`, got `=`",
     "a key with a dash is written [\"like-this\"] = …; a parameter's name takes _ instead"},
    {"local t = { 80%, \"share\" }", 1, 16, "`,` is not expected here",
     "write a share as a fraction of one: 0.8, not 80%"},
    {"if (a then b() end", 1, 7, "expected `)`, got `then`", "a `)` is missing before it, or a comma"},
    {"local t = { f = function()\n if a then b() else if c then d() end\n end,\n}", 3, 5, "`,` is not expected here",
     "`else if` opens a second `if`, which needs an `end` of its own; write `elseif`"},
    {"local t = { a = 1,\n", 2, 0, "the end of the file is not expected here", "a `}` or an `end` is missing above"},
    {"local t = { f = function()\n return 1\n }", 3, 2, "expected `end` to close the `function` of line 1, got `}`",
     "an `end` is missing above it: each `function`, `if`, `for` and `do` has its own"},
    {"x x", 1, 3, "a statement was expected before `x`: a value alone does nothing", ""},
    {"if a != b then end", 1, 6, "expected `then`, got `!`",
     "Lua writes `~=` for \"is not equal to\", and `not` for \"not\""},
    {"local a = 3x", 1, 11, "malformed number, near `3x`", ""},
    {"local x <const> = 1; x = 2", 1, 0, "attempt to assign to const variable `x`", ""},
    {"goto nowhere", 1, 0, "no visible label `nowhere` for <goto> at line 1", ""},
    {"local _ENV = {}", 1, 7, "`_ENV` is not available to rules: every file has names of its own", ""},
    {"return "
     "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"
     "{{{{{{{{{{{{{{{{{{{{{{{"
     "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"
     "{{{",
     0, 0, "brackets, blocks or functions stand too deeply within each other", ""},
    {"\xEF\xBB\xBFreturn 1", 0, 0, "the file begins with a byte order mark", "save it as UTF-8 without one"},
    {"\x1bLua", 0, 0, "the file is compiled Lua; rules are read as text", ""},
};

START_TEST(a_syntax_error_has_its_place)
{
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct diags diags;
        diags_init(&diags);
        open_script();
        ck_assert(!sandbox_load(s, "areas/x.lua", str_of(wrong[i].text), NULL, &diags));
        ck_assert_uint_eq(diags.count, 1);
        ck_assert_str_eq(diags.list[0].message, wrong[i].message);
        ck_assert_str_eq(diags.list[0].hint, wrong[i].hint);
        ck_assert_msg(diags.list[0].place.line == wrong[i].line && diags.list[0].place.column == wrong[i].column,
                      "%s: %u:%u", wrong[i].text, (unsigned)diags.list[0].place.line, diags.list[0].place.column);
        ck_assert_int_eq(lua_gettop(s->L), 0);
        diags_done(&diags);
        script_free(s);
    }
}
END_TEST

START_TEST(a_file_past_its_size_is_not_compiled)
{
    struct diags diags;
    size_t n = SANDBOX_FILE + 1;
    char *text = mem_alloc(n);
    memset(text, ' ', n);
    diags_init(&diags);
    open_script();
    ck_assert(!sandbox_load(s, "big.lua", (struct str){text, n}, NULL, &diags));
    ck_assert_str_eq(diags.list[0].message, "the file has 1048577 bytes; a file of rules has at most 1048576");
    ck_assert(sandbox_load(s, "big.lua", (struct str){text, n - 1}, NULL, &diags));
    diags_done(&diags);
    mem_free(text);
    script_free(s);
}
END_TEST

START_TEST(each_file_has_names_of_its_own)
{
    open_script();
    answers("local function helper() return 1 end return helper()", "1");
    raises("return helper()", "unknown name `helper`");
    script_free(s);
}
END_TEST

/* --- Out of memory ------------------------------------------------------------------------------------- */

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
     work_is_counted_wherever_it_is_done, memory_is_capped, just_below_the_cap_is_refused_or_goes_on,
     a_long_run_does_not_grow, output_is_capped, time_is_a_net, a_time_past_all_clocks_is_no_time_at_all, law_3_no_locale_reaches_a_message, the_count_is_exact,
     the_limit_falls_at_the_same_instruction, pairs_goes_in_order, sort_is_stable_and_ends, text_functions,
     number_and_list_functions, a_changed_upvalue_is_put_back_and_named, a_number_that_turns_into_its_equal_is_a_change,
     tables_of_a_file_can_be_read_only, an_iterator_does_not_outlive_its_question,
     deep_nesting_is_sealed_without_recursion, what_goes_back_is_counted, a_syntax_error_has_its_place, a_file_past_its_size_is_not_compiled,
     each_file_has_names_of_its_own, out_of_memory_anywhere_is_survived);
