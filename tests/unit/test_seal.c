/* test_seal.c: what one question leaves behind for the next: nothing. */
#include "chunk.h"

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

UNIT("seal", a_changed_upvalue_is_put_back_and_named, a_number_that_turns_into_its_equal_is_a_change,
     tables_of_a_file_can_be_read_only, an_iterator_does_not_outlive_its_question,
     deep_nesting_is_sealed_without_recursion, what_goes_back_is_counted);
