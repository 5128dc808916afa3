/* sandbox_math.c: `math`, without chance (the same evidence must give the same answer) and without trigonometry. Whole
 * numbers stay whole, as in Lua's manual. */
#include "script/sandbox.h"
#include <math.h>

/* A float that is a whole number in range as an integer, else as it is. */
static void push_whole(lua_State *L, lua_Number x)
{
    lua_Integer i;
    if (lua_numbertointeger(x, &i))
        lua_pushinteger(L, i);
    else
        lua_pushnumber(L, x);
}

static int l_round_down(lua_State *L)
{
    if (lua_isinteger(L, 1))
        lua_settop(L, 1);
    else
        push_whole(L, floor(sandbox_real(L, 1)));
    return 1;
}

static int l_round_up(lua_State *L)
{
    if (lua_isinteger(L, 1))
        lua_settop(L, 1);
    else
        push_whole(L, ceil(sandbox_real(L, 1)));
    return 1;
}

static int l_abs(lua_State *L)
{
    if (lua_isinteger(L, 1)) {
        lua_Integer i = lua_tointeger(L, 1);
        lua_pushinteger(L, i < 0 ? (lua_Integer)(0u - (lua_Unsigned)i) : i);
    } else
        lua_pushnumber(L, fabs(sandbox_real(L, 1)));
    return 1;
}

static int extreme(lua_State *L, bool least)
{
    int n = lua_gettop(L), best = 1;
    sandbox_real(L, 1);
    for (int i = 2; i <= n; i++) {
        sandbox_real(L, i);
        if (least ? lua_compare(L, i, best, LUA_OPLT) : lua_compare(L, best, i, LUA_OPLT)) best = i;
    }
    lua_pushvalue(L, best);
    return 1;
}
static int l_max(lua_State *L) { return extreme(L, false); }
static int l_min(lua_State *L) { return extreme(L, true); }

static int l_sqrt(lua_State *L)
{
    lua_pushnumber(L, sqrt(sandbox_real(L, 1)));
    return 1;
}

static int l_exp(lua_State *L)
{
    lua_pushnumber(L, exp(sandbox_real(L, 1)));
    return 1;
}

static int l_log(lua_State *L)
{
    lua_Number x = sandbox_real(L, 1);
    if (lua_isnoneornil(L, 2)) {
        lua_pushnumber(L, log(x));
        return 1;
    }
    lua_Number base = sandbox_real(L, 2);
    lua_pushnumber(L, base == 2 ? log2(x) : base == 10 ? log10(x) : log(x) / log(base));
    return 1;
}

static int l_fmod(lua_State *L)
{
    if (!lua_isinteger(L, 1) || !lua_isinteger(L, 2)) {
        lua_pushnumber(L, fmod(sandbox_real(L, 1), sandbox_real(L, 2)));
        return 1;
    }
    lua_Integer by = lua_tointeger(L, 2);
    luaL_argcheck(L, by != 0, 2, "zero");
    lua_pushinteger(L, by == -1 ? 0 : lua_tointeger(L, 1) % by); /* minint % -1 overflows */
    return 1;
}

static int l_modf(lua_State *L)
{
    if (lua_isinteger(L, 1)) {
        lua_settop(L, 1);
        lua_pushnumber(L, 0);
        return 2;
    }
    lua_Number x = sandbox_real(L, 1), whole = trunc(x);
    lua_pushnumber(L, whole);
    lua_pushnumber(L, x == whole ? 0 : x - whole);
    return 2;
}

static int l_tointeger(lua_State *L)
{
    int whole;
    if (lua_type(L, 1) == LUA_TSTRING) charge(L, lua_rawlen(L, 1));
    lua_Integer i = lua_tointegerx(L, 1, &whole);
    luaL_checkany(L, 1);
    if (whole)
        lua_pushinteger(L, i);
    else
        lua_pushnil(L);
    return 1;
}

static int l_type(lua_State *L)
{
    luaL_checkany(L, 1);
    if (lua_type(L, 1) != LUA_TNUMBER)
        lua_pushnil(L);
    else
        lua_pushstring(L, lua_isinteger(L, 1) ? "integer" : "float");
    return 1;
}

static int l_ult(lua_State *L)
{
    lua_pushboolean(L, (lua_Unsigned)sandbox_integer(L, 1) < (lua_Unsigned)sandbox_integer(L, 2));
    return 1;
}

const struct word math_functions[] = {
    {"abs", l_abs, "x: number", "number", "The size of a number, without its sign."},
    {"ceil", l_round_up, "x: number", "integer", "The smallest whole number that is not below `x`."},
    {"exp", l_exp, "x: number", "number", "e to the power of `x`."},
    {"floor", l_round_down, "x: number", "integer", "The largest whole number that is not above `x`."},
    {"fmod", l_fmod, "x: number, by: number", "number",
     "What is left of `x` divided by `by`, with the sign of `x`. Of whole numbers, 0 to divide by is an error."},
    {"log", l_log, "x: number, base?: number", "number", "The logarithm of `x`, natural unless a base is given."},
    {"max", l_max, "x: number, ...: number", "number", "The largest of its arguments."},
    {"min", l_min, "x: number, ...: number", "number", "The smallest of its arguments."},
    {"modf", l_modf, "x: number", "whole: number, rest: number", "The whole part of `x`, towards 0, and what is left."},
    {"sqrt", l_sqrt, "x: number", "number", "The square root of `x`; below 0 not a number."},
    {"tointeger", l_tointeger, "x: any", "integer?", "`x` as a whole number, where it is one; else `nil`."},
    {"type", l_type, "x: any", "\"integer\"|\"float\"|nil",
     "`\"integer\"` or `\"float\"`; of what is no number `nil`."},
    {"ult", l_ult, "a: integer, b: integer", "boolean", "Is `a` below `b`, both read as numbers without a sign?"},
    KEY("pi", "number", "3.14159…, the ratio of a circle's circumference to its diameter."),
    KEY("huge", "number", "Infinity."),
    KEY("maxinteger", "integer", "The largest whole number, 2^63 - 1."),
    KEY("mininteger", "integer", "The smallest whole number, -2^63."),
    {0},
};

void sandbox_math_open(lua_State *L)
{
    words_push(L, math_functions);
    lua_pushnumber(L, 3.141592653589793238462643383279502884);
    lua_setfield(L, -2, "pi");
    lua_pushnumber(L, HUGE_VAL);
    lua_setfield(L, -2, "huge");
    lua_pushinteger(L, LUA_MAXINTEGER);
    lua_setfield(L, -2, "maxinteger");
    lua_pushinteger(L, LUA_MININTEGER);
    lua_setfield(L, -2, "mininteger");
}
