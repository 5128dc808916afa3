/* sandbox_base.c: the plain functions: assert error ipairs pairs print select tonumber tostring type. As in Lua's
 * manual, but that no address is ever shown, `print` writes into the script, and `pairs` (sandbox_pairs.c) goes in
 * order. */
#include "script/sandbox.h"
#include <langinfo.h>
#include <stdio.h>

/* --- Arguments --------------------------------------------------------------------------------------- */

static void charge_spelled(lua_State *L, int argument)
{
    if (lua_type(L, argument) == LUA_TSTRING) charge(L, lua_rawlen(L, argument));
}

lua_Integer sandbox_integer(lua_State *L, int argument)
{
    charge_spelled(L, argument);
    return luaL_checkinteger(L, argument);
}

lua_Integer sandbox_optional(lua_State *L, int argument, lua_Integer otherwise)
{
    charge_spelled(L, argument);
    return luaL_optinteger(L, argument, otherwise);
}

lua_Number sandbox_real(lua_State *L, int argument)
{
    charge_spelled(L, argument);
    return luaL_checknumber(L, argument);
}

/* --- Plain functions --------------------------------------------------------------------------------- */

static int l_type(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_pushstring(L, luaL_typename(L, 1));
    return 1;
}

/* Raise the value at the top. What `met` and its like return looks like what the engine itself raises: it is told apart
 * here. */
static int raise_message(lua_State *L)
{
    if (lua_islightuserdata(L, -1)) return luaL_error(L, "the rule raised an answer instead of returning it");
    return lua_error(L);
}

static int l_error(lua_State *L)
{
    lua_Integer level = sandbox_optional(L, 2, 1);
    lua_Debug ar;
    if (level > 1 && level < 1000 && lua_getstack(L, (int)level, &ar)) script_of(L)->raised_at = gate_spot_at(L, &ar);
    lua_settop(L, 1);
    return raise_message(L);
}

static int l_assert(lua_State *L)
{
    if (lua_toboolean(L, 1)) return lua_gettop(L);
    luaL_checkany(L, 1);
    lua_remove(L, 1);
    lua_pushliteral(L, "assertion failed");
    lua_settop(L, 1);
    return raise_message(L);
}

static int l_next_item(lua_State *L)
{
    lua_Integer i = sandbox_integer(L, 2) + 1;
    lua_pushinteger(L, i);
    return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

static int l_ipairs(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_pushcfunction(L, l_next_item);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

static int l_select(lua_State *L)
{
    int n = lua_gettop(L);
    if (lua_type(L, 1) == LUA_TSTRING && *lua_tostring(L, 1) == '#') {
        lua_pushinteger(L, n - 1);
        return 1;
    }
    lua_Integer i = sandbox_integer(L, 1);
    if (i < 0)
        i = n + i;
    else if (i > n)
        i = n;
    luaL_argcheck(L, i >= 1, 1, "index out of range");
    return n - (int)i;
}

/* --- Numbers and texts ------------------------------------------------------------------------------- */

static int digit_of(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* A whole number in another base, with a sign and blanks around it; wraps around as Lua's own. */
static bool based(struct str text, int base, lua_Integer *value)
{
    size_t at = 0, end = text.n;
    while (at < end && is_space(text.s[at])) at++;
    while (end > at && is_space(text.s[end - 1])) end--;
    bool negative = at < end && text.s[at] == '-';
    if (at < end && (text.s[at] == '-' || text.s[at] == '+')) at++;
    if (at == end) return false;
    lua_Unsigned n = 0;
    for (; at < end; at++) {
        int digit = digit_of(text.s[at]);
        if (digit >= base) return false;
        n = n * (lua_Unsigned)base + (lua_Unsigned)digit;
    }
    *value = (lua_Integer)(negative ? 0 - n : n);
    return true;
}

static int l_tonumber_based(lua_State *L)
{
    lua_Integer base = sandbox_integer(L, 2), value;
    luaL_checktype(L, 1, LUA_TSTRING);
    luaL_argcheck(L, 2 <= base && base <= 36, 2, "base out of range");
    struct str text;
    text.s = lua_tolstring(L, 1, &text.n);
    charge_bytes(L, text.n);
    if (based(text, (int)base, &value))
        lua_pushinteger(L, value);
    else
        lua_pushnil(L);
    return 1;
}

static int l_tonumber(lua_State *L)
{
    if (!lua_isnoneornil(L, 2)) return l_tonumber_based(L);
    size_t n;
    luaL_checkany(L, 1);
    if (lua_type(L, 1) == LUA_TNUMBER) {
        lua_settop(L, 1);
        return 1;
    }
    if (lua_type(L, 1) == LUA_TSTRING) {
        const char *text = lua_tolstring(L, 1, &n);
        charge_bytes(L, n);
        if (lua_stringtonumber(L, text) == n + 1) return 1;
    }
    lua_pushnil(L);
    return 1;
}

/* snprintf writes the locale's decimal point. The program never sets a locale, but one that has the engine within it
 * may. (localeconv writes to memory that all threads share.) */
void sandbox_point(char *text)
{
    const char *point = nl_langinfo(RADIXCHAR);
    size_t n = strlen(point);
    char *at = n == 1 && *point == '.' ? NULL : strstr(text, point);
    if (!at || n == 0) return;
    *at = '.';
    memmove(at + 1, at + n, strlen(at + n) + 1);
}

void sandbox_number(lua_State *L, int index, char text[48])
{
    if (lua_isinteger(L, index)) {
        snprintf(text, 48, LUA_INTEGER_FMT, (LUAI_UACINT)lua_tointeger(L, index));
        return;
    }
    snprintf(text, 48, LUA_NUMBER_FMT, (LUAI_UACNUMBER)lua_tonumber(L, index));
    sandbox_point(text);
    if (text[strspn(text, "-0123456789")] == '\0') strcat(text, ".0"); /* looks like an integer: say that it is none */
}

const char *sandbox_tostring(lua_State *L, int index, size_t *length)
{
    char number[48];
    switch (lua_type(L, index)) {
    case LUA_TSTRING: lua_pushvalue(L, index); break;
    case LUA_TNUMBER:
        sandbox_number(L, index, number);
        lua_pushstring(L, number);
        break;
    case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false"); break;
    case LUA_TUSERDATA: /* ours: only the engine makes them, and gives them a __tostring */
        if (luaL_callmeta(L, index, "__tostring")) {
            if (lua_type(L, -1) == LUA_TSTRING) break;
            lua_pop(L, 1);
        }
        lua_pushliteral(L, "evidence");
        break;
    default: lua_pushstring(L, luaL_typename(L, index));
    }
    return lua_tolstring(L, -1, length);
}

static int l_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    sandbox_tostring(L, 1, NULL);
    return 1;
}

/* --- print ------------------------------------------------------------------------------------------- */

static void print_text(lua_State *L, const char *text, size_t n)
{
    struct script *s = script_of(L);
    charge_bytes(L, n);
    size_t limit = s->limits.output, room = limit == 0 ? n : limit > s->printed.length ? limit - s->printed.length : 0;
    if (n > room) {
        buf_add(&s->printed, text, room);
        s->printed_cut = true;
        char why[64], amount[32];
        snprintf(amount, sizeof amount, "%.4g", limit >= 1024 ? (double)limit / 1024 : (double)limit);
        sandbox_point(amount);
        snprintf(why, sizeof why, "more than %s %s printed", amount, limit >= 1024 ? "KiB" : "bytes");
        budget_stop(L, why);
    }
    buf_add(&s->printed, text, n);
    if (s->printed.failed) budget_starve(L);
}

static int l_print(lua_State *L)
{
    int n = lua_gettop(L);
    for (int i = 1; i <= n; i++) {
        size_t length;
        const char *text = sandbox_tostring(L, i, &length);
        if (i > 1) print_text(L, "\t", 1);
        print_text(L, text, length);
        lua_pop(L, 1);
    }
    print_text(L, "\n", 1);
    return 0;
}

const struct word base_functions[] = {
    {"assert", l_assert, "value: T, message?: any", "T",
     "Answers its arguments where the first is neither `false` nor `nil`, else raises the message: the rule ends as an "
     "error."},
    {"error", l_error, "message: any, level?: integer", "",
     "Raises a message: the rule ends as an error of this organisation alone. `level` 1 (the default) names the line "
     "that "
     "calls it, 2 that of its caller."},
    {"ipairs", l_ipairs, "list: T[]", "fun(list: T[], i?: integer): (integer, T), T[], integer",
     "Goes over a list from 1 up to the first `nil`: `for i, item in ipairs(list) do`."},
    {"pairs", l_pairs, "table: table<K, V>", "fun(): (K, V)",
     "Goes over a table in sorted order: numbers, then strings by their bytes, then `false` and `true`; another key is "
     "an "
     "error. What is taken away meanwhile is passed over, what is added is not seen."},
    {"print", l_print, "...: any", "",
     "Shows values while a rule is tried out. They go to standard error with the organisation's name, and into no "
     "result; "
     "at most 64 KiB for each organisation."},
    {"select", l_select, "n: integer|\"#\", ...: any", "...: any",
     "The arguments from the n-th on (from the end, where n is below 0); `\"#\"`: how many there are."},
    {"type", l_type, "value: any", "\"nil\"|\"number\"|\"string\"|\"boolean\"|\"table\"|\"function\"|\"userdata\"",
     "The type of a value, as a text. Evidence and parameters are `\"userdata\"`."},
    {"tonumber", l_tonumber, "value: any, base?: integer", "number?",
     "The number that a text spells, `nil` where it spells none. With a `base` from 2 to 36, a whole number."},
    {"tostring", l_tostring, "value: any", "string",
     "A value as a text: evidence as people read it, of a table or a function only the word."},
    {0},
};

void sandbox_base_open(lua_State *L) { words_push(L, base_functions); }
