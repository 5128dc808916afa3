/* sandbox_pairs.c: `pairs`, in order: numbers ascending, then strings by bytes, then false and true. Lua's own order
 * depends on addresses and on a seed drawn at the start, so a rule that went by it could answer differently from run to
 * run.
 *
 * The keys are listed and sorted at the call. The loop may therefore change the table as it likes: what was taken away
 * is passed over, what was added is not seen.
 */
#include "script/sandbox.h"

enum kind { KIND_NUMBER, KIND_STRING, KIND_BOOLEAN };
struct key {
    enum kind kind;
    bool whole;
    lua_Integer integer; /* a whole number, or a boolean */
    lua_Number number;
    const char *text;
    size_t length;
};
struct keys {
    lua_State *L;
    struct key *list;
};

static bool less_number(const struct key *a, const struct key *b, lua_State *L)
{
    if (a->whole && b->whole) return a->integer < b->integer;
    if (!a->whole && !b->whole) return a->number < b->number;
    for (int i = 0; i < 2; i++) { /* exactly, past 2^53 too: by Lua's own comparison */
        const struct key *k = i ? b : a;
        if (k->whole)
            lua_pushinteger(L, k->integer);
        else
            lua_pushnumber(L, k->number);
    }
    bool less = lua_compare(L, -2, -1, LUA_OPLT);
    lua_pop(L, 2);
    return less;
}

static bool before(void *context, uint32_t x, uint32_t y)
{
    const struct keys *keys = context;
    const struct key *a = &keys->list[x], *b = &keys->list[y];
    if (a->kind != b->kind) return a->kind < b->kind;
    if (a->kind == KIND_NUMBER) return less_number(a, b, keys->L);
    if (a->kind == KIND_BOOLEAN) return a->integer < b->integer;
    int order = memcmp(a->text, b->text, a->length < b->length ? a->length : b->length);
    return order ? order < 0 : a->length < b->length;
}

static struct key read_key(lua_State *L, int index)
{
    struct key key = {KIND_NUMBER, false, 0, 0, NULL, 0};
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        key.whole = lua_isinteger(L, index);
        if (key.whole)
            key.integer = lua_tointeger(L, index);
        else
            key.number = lua_tonumber(L, index);
        break;
    case LUA_TSTRING:
        key.kind = KIND_STRING;
        key.text = lua_tolstring(L, index, &key.length);
        break;
    case LUA_TBOOLEAN:
        key.kind = KIND_BOOLEAN;
        key.integer = lua_toboolean(L, index);
        break;
    default:
        luaL_error(L, "`pairs` goes over keys in order, and a %s has none: use numbers, strings or booleans as keys",
                   luaL_typename(L, index));
    }
    return key;
}

static void push_key(lua_State *L, const struct key *key)
{
    if (key->kind == KIND_STRING)
        lua_pushlstring(L, key->text, key->length);
    else if (key->kind == KIND_BOOLEAN)
        lua_pushboolean(L, key->integer != 0);
    else if (key->whole)
        lua_pushinteger(L, key->integer);
    else
        lua_pushnumber(L, key->number);
}

/* Push the keys of the table at `index` as a list in order. [-0, +1, e] */
static void sorted(lua_State *L, int index, uint32_t count)
{
    struct keys keys = {L, NULL};
    charge(L, 4 * (uint64_t)count); /* comparisons are not many more: what Lua lists is often in order already */
    keys.list = lua_newuserdatauv(L, count * (sizeof *keys.list + 2 * sizeof(uint32_t)), 0);
    uint32_t *order = (uint32_t *)(keys.list + count), at = 0;
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1), at++) {
        keys.list[at] = read_key(L, -2);
        order[at] = at;
    }
    merge_sort(order, order + count, count, before, &keys);
    lua_createtable(L, (int)count, 0);
    for (uint32_t i = 0; i < count; i++) {
        push_key(L, &keys.list[order[i]]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_remove(L, -2);
}

enum { UP_TABLE = 1, UP_KEYS, UP_AT, UP_QUESTION };

/* The next key with a value. Its place is kept in the closure, so an iterator must not live on into another question.
 */
static int l_next(lua_State *L)
{
    if (lua_tointeger(L, lua_upvalueindex(UP_QUESTION)) != (lua_Integer)script_of(L)->question)
        return luaL_error(L, "an iterator of `pairs` was kept from outside the rule: call `pairs` in the rule");
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(UP_AT));
    for (;;) {
        charge(L, 1);
        if (lua_rawgeti(L, lua_upvalueindex(UP_KEYS), ++at) == LUA_TNIL) return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(UP_TABLE)) != LUA_TNIL) break;
        lua_pop(L, 2);
    }
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(UP_AT));
    return 2;
}

int l_pairs(lua_State *L)
{
    if (lua_type(L, 1) == LUA_TUSERDATA && luaL_callmeta(L, 1, "__pairs")) { /* the engine's own: a table to go over */
        lua_replace(L, 1);
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    seal_peel(L, 1);
    uint32_t count = 0;
    for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1)) count++;
    sorted(L, 2, count);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, (lua_Integer)script_of(L)->question);
    lua_pushcclosure(L, l_next, 4);
    return 1;
}
