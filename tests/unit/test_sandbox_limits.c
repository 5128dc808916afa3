/* test_sandbox_limits.c: what a rule may use up: instructions, memory, output, time; wherever it is spent, and
 * counted to the last instruction. */
#include <locale.h>

#include "chunk.h"

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

/* The count must not depend on what was asked before, nor on the state it is asked in. */
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

UNIT("sandbox limits", work_is_counted_wherever_it_is_done, memory_is_capped, just_below_the_cap_is_refused_or_goes_on,
     a_long_run_does_not_grow, output_is_capped, time_is_a_net, a_time_past_all_clocks_is_no_time_at_all,
     law_3_no_locale_reaches_a_message, the_count_is_exact, the_limit_falls_at_the_same_instruction);
