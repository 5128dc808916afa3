/* sandbox_table.c: `table`: concat insert move pack remove sort unpack. Items are read and written as a rule would, so
 * that views (seal.c) can be read and refuse to be written; what moves many items is charged before it begins. */
#include "script/sandbox.h"

/* A table, or evidence of ours that answers like one. */
static void check_list(lua_State *L, int argument)
{
    if (lua_type(L, argument) != LUA_TUSERDATA) luaL_checktype(L, argument, LUA_TTABLE);
}

static int l_insert(lua_State *L)
{
    check_list(L, 1);
    lua_Integer end = luaL_len(L, 1) + 1, at = end;
    int n = lua_gettop(L);
    if (n != 2 && n != 3)
        return luaL_error(
            L, "table.insert takes a list, then a position if it is not the end, then one value; got %d arguments", n);
    if (n == 3) {
        at = sandbox_integer(L, 2);
        luaL_argcheck(L, (lua_Unsigned)at - 1u < (lua_Unsigned)end, 2, "position out of bounds");
        charge(L, (uint64_t)(end - at));
        for (lua_Integer i = end; i > at; i--) {
            lua_geti(L, 1, i - 1);
            lua_seti(L, 1, i);
        }
    }
    lua_seti(L, 1, at);
    return 0;
}

static int l_remove(lua_State *L)
{
    check_list(L, 1);
    lua_Integer size = luaL_len(L, 1), at = sandbox_optional(L, 2, size);
    if (!lua_isnoneornil(L, 2))
        luaL_argcheck(L, (lua_Unsigned)at - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
    lua_geti(L, 1, at);
    if (at < size) charge(L, (uint64_t)(size - at));
    for (; at < size; at++) {
        lua_geti(L, 1, at + 1);
        lua_seti(L, 1, at);
    }
    lua_pushnil(L);
    lua_seti(L, 1, at);
    return 1;
}

static int l_move(lua_State *L)
{
    lua_Integer from = sandbox_integer(L, 2), end = sandbox_integer(L, 3), to = sandbox_integer(L, 4);
    int target = lua_isnoneornil(L, 5) ? 1 : 5;
    check_list(L, 1);
    check_list(L, target);
    lua_settop(L, target == 5 ? 5 : 4);
    if (end >= from) {
        luaL_argcheck(L, from > 0 || end < LUA_MAXINTEGER + from, 3, "too many items to move");
        lua_Integer n = end - from + 1;
        luaL_argcheck(L, to <= LUA_MAXINTEGER - n + 1, 4, "position out of bounds");
        charge(L, (uint64_t)n);
        bool forward = to > end || to <= from || (target != 1 && !lua_rawequal(L, 1, target));
        for (lua_Integer k = 0; k < n; k++) {
            lua_Integer i = forward ? k : n - 1 - k;
            lua_geti(L, 1, from + i);
            lua_seti(L, target, to + i);
        }
    }
    lua_pushvalue(L, target);
    return 1;
}

static int l_concat(lua_State *L)
{
    size_t between;
    check_list(L, 1);
    lua_Integer size = luaL_len(L, 1);
    const char *separator = luaL_optlstring(L, 2, "", &between);
    lua_Integer i = sandbox_optional(L, 3, 1), end = sandbox_optional(L, 4, size);
    struct scratch text;
    lua_settop(L, 4);
    scratch_open(&text, L, 0);
    for (bool first = true; i <= end; first = false) {
        charge(L, 1);
        if (!first) scratch_add(&text, separator, between);
        int type = lua_geti(L, 1, i);
        if (type != LUA_TSTRING && type != LUA_TNUMBER)
            return luaL_error(L, "table.concat joins texts and numbers; item %I is a %s", (LUAI_UACINT)i,
                              luaL_typename(L, -1));
        size_t n;
        const char *item = sandbox_tostring(L, -1, &n);
        scratch_add(&text, item, n);
        lua_pop(L, 2);
        if (i++ == end) break; /* end may be the largest integer */
    }
    scratch_push(&text);
    return 1;
}

static int l_pack(lua_State *L)
{
    int n = lua_gettop(L);
    charge(L, (uint64_t)n);
    lua_createtable(L, n, 1);
    lua_insert(L, 1);
    for (int i = n; i >= 1; i--) lua_rawseti(L, 1, i);
    lua_pushinteger(L, n);
    lua_setfield(L, 1, "n");
    return 1;
}

static int l_unpack(lua_State *L)
{
    lua_Integer i = sandbox_optional(L, 2, 1), end = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : sandbox_integer(L, 3);
    if (i > end) return 0;
    lua_Unsigned n = (lua_Unsigned)end - (lua_Unsigned)i + 1;
    if (n == 0 || n >= 1000000 || !lua_checkstack(L, (int)n)) return luaL_error(L, "too many items to unpack");
    charge(L, n);
    for (; i < end; i++) lua_geti(L, 1, i);
    lua_geti(L, 1, end);
    return (int)n;
}

const struct word table_functions[] = {
    {"concat", l_concat, "list: (string|number)[], between?: string, i?: integer, j?: integer", "string",
     "The items from `i` (default 1) to `j` (default the last), joined to a text, with another between them."},
    {"insert", l_insert, "list: T[], ...: integer|T", "",
     "Puts a value at the end, `table.insert(list, value)`, or at a place, `table.insert(list, at, value)`."},
    {"move", l_move, "list: T[], from: integer, to: integer, at: integer, other?: T[]", "T[]",
     "Copies the items from `from` to `to` to places from `at` on, in the list or in another, which is answered."},
    {"pack", l_pack, "...: any", "{ n: integer, [integer]: any }",
     "A table of its arguments, and how many there are as `n`."},
    {"remove", l_remove, "list: T[], at?: integer", "T?",
     "Takes away the last item, or that at a place, and answers it."},
    {"sort", l_sort, "list: T[], before?: fun(a: T, b: T): boolean", "",
     "Sorts a list where it stands, by `<` or by a function that says whether `a` comes before `b`. Those that are "
     "alike keep "
     "their order."},
    {"unpack", l_unpack, "list: T[], i?: integer, j?: integer", "...: T",
     "The items from `i` (default 1) to `j` (default the last)."},
    {0},
};

void sandbox_table_open(lua_State *L) { words_push(L, table_functions); }
