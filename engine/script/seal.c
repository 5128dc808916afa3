/* seal.c: what a file leaves behind once it is loaded, frozen. One state serves every organisation, so whatever a rule
 * could change would make the order of organisations matter. Two things can be changed: a table that a function reaches
 * through an upvalue, and the upvalue itself.
 *
 * Tables are replaced, once and for all, by views: an empty table that reads through to the original and refuses to be
 * written to. The original is then reached by nobody else. Upvalues cannot be frozen; each question is followed by a
 * comparison of those the function can reach with what they held when the file was sealed. Most rules have none but
 * _ENV, which the loader does not let them name, and pay nothing.
 *
 * The walk keeps a list of its own instead of recursing: a file may nest its tables as deep as it likes.
 * Left alone: tables with a metatable (only the engine can set one) and userdata; they answer for themselves.
 */
#include "base/mem.h"
#include "script/state.h"
#include <stdio.h>

/* --- Views ------------------------------------------------------------------------------------------ */

static const char mark = 0; /* its address is the key of the original in a view's metatable */

static int l_refuse(lua_State *L) { return luaL_error(L, "%s", lua_tostring(L, lua_upvalueindex(1))); }

static int l_length(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, lua_upvalueindex(1)));
    return 1;
}

void seal_view(lua_State *L, int index, const char *refusal)
{
    index = lua_absindex(L, index);
    luaL_checkstack(L, 4, NULL);
    lua_createtable(L, 0, 0); /* view */
    lua_createtable(L, 0, 4); /* view metatable */
    lua_pushvalue(L, index);
    lua_rawsetp(L, -2, &mark);
    lua_pushvalue(L, index);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, refusal);
    lua_pushcclosure(L, l_refuse, 1);
    lua_setfield(L, -2, "__newindex");
    lua_pushvalue(L, index);
    lua_pushcclosure(L, l_length, 1);
    lua_setfield(L, -2, "__len");
    lua_setmetatable(L, -2); /* view */
}

void seal_peel(lua_State *L, int index)
{
    index = lua_absindex(L, index);
    if (lua_istable(L, index) && lua_getmetatable(L, index)) {
        bool view = lua_rawgetp(L, -1, &mark) != LUA_TNIL; /* metatable original */
        lua_remove(L, -2);
        if (view) return;
        lua_pop(L, 1);
    }
    lua_pushvalue(L, index);
}

/* --- The walk ---------------------------------------------------------------------------------------- */

/* `memo` maps each original to its view and each function seen to true; `queue` lists those whose inside is still to be
 * looked at. */
struct walk {
    int memo, queue;
    lua_Integer at, end;
};

#define REFUSAL "a table of the file is sealed once the file is loaded: make a new table in the rule instead"

static void walk_start(lua_State *L, struct walk *w)
{
    luaL_checkstack(L, 12, NULL);
    lua_newtable(L);
    w->memo = lua_gettop(L);
    lua_newtable(L);
    w->queue = lua_gettop(L);
    w->at = w->end = 0;
}

static void enqueue(lua_State *L, struct walk *w, int index)
{
    lua_pushvalue(L, index);
    lua_rawseti(L, w->queue, ++w->end);
}

/* The value at the top becomes what rules may hold: a view for a table, itself for all else. */
static void frozen(lua_State *L, struct walk *w) /* value -- value */
{
    bool table = lua_istable(L, -1);
    if (!table && (!lua_isfunction(L, -1) || lua_iscfunction(L, -1))) return;
    if (table && lua_getmetatable(L, -1)) {
        lua_pop(L, 1);
        return;
    }
    lua_pushvalue(L, -1);
    if (lua_rawget(L, w->memo) == LUA_TNIL) { /* value nil */
        lua_pop(L, 1);
        enqueue(L, w, -1);
        if (table)
            seal_view(L, -1, REFUSAL);
        else
            lua_pushboolean(L, true); /* value new */
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, w->memo); /* value new */
    }
    if (table)
        lua_remove(L, -2);
    else
        lua_pop(L, 1);
}

/* Freeze keys and values of the table at `index`. Its keys are listed first: a key that is a table gives way to its
 * view, and a table must not grow while it is walked. */
static void walk_table(lua_State *L, struct walk *w, int index)
{
    lua_newtable(L);
    int keys = lua_gettop(L);
    lua_Integer count = 0;
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) { /* keys key value */
        lua_pushvalue(L, -2);
        lua_rawseti(L, keys, ++count);
    }
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, keys, i); /* keys key */
        lua_pushvalue(L, -1);
        lua_rawget(L, index); /* keys key value */
        frozen(L, w);
        lua_pushvalue(L, -2);
        frozen(L, w); /* keys key value key' */
        if (!lua_rawequal(L, -1, -3)) {
            lua_pushvalue(L, -3);
            lua_pushnil(L);
            lua_rawset(L, index);
        }
        lua_insert(L, -2); /* keys key key' value */
        lua_rawset(L, index);
        lua_pop(L, 1);
    }
    lua_settop(L, keys - 1);
}

static void walk_function(lua_State *L, struct walk *w, int index)
{
    for (int i = 1; lua_getupvalue(L, index, i); i++) { /* value */
        frozen(L, w);
        lua_setupvalue(L, index, i);
    }
}

static void walk_all(lua_State *L, struct walk *w)
{
    while (w->at < w->end) {
        lua_rawgeti(L, w->queue, ++w->at);
        int index = lua_gettop(L);
        if (lua_istable(L, index))
            walk_table(L, w, index);
        else
            walk_function(L, w, index);
        lua_settop(L, index - 1);
    }
}

/* --- Upvalues ---------------------------------------------------------------------------------------- */

struct watch { /* one upvalue; the closure that has it and the value it held stand at 2i + 1 and 2i + 2 in the table
                  `kept` */
    int upvalue;
    int type;
    bool whole;       /* 1 and 1.0 are equal, and not the same */
    const char *name; /* Lua's own, in the function's code */
    const void *pointer;
    lua_Integer integer;
    lua_Number number;
};

struct seal {
    int kept; /* registry reference */
    int functions;
    size_t *start; /* functions + 1: function f watches [start[f], start[f + 1]) */
    struct watch *watches;
    size_t count, capacity;
};

void seal_free(struct script *s)
{
    if (!s->seal) return;
    mem_free(s->seal->start);
    mem_free(s->seal->watches);
    mem_free(s->seal);
    s->seal = NULL;
}

/* Out of memory of ours, told as Lua tells its own. */
static void *have(lua_State *L, void *block)
{
    if (!block) budget_starve(L);
    return block;
}

static struct seal *seal_new(lua_State *L, int functions)
{
    struct script *s = script_of(L);
    seal_free(s);
    s->seal = have(L, mem_zero(1, sizeof *s->seal));
    s->seal->start = have(L, mem_zero((size_t)functions + 1, sizeof *s->seal->start));
    s->seal->functions = functions;
    lua_newtable(L);
    s->seal->kept = luaL_ref(L, LUA_REGISTRYINDEX);
    return s->seal;
}

static void remember(struct watch *w, lua_State *L, int index)
{
    w->type = lua_type(L, index);
    w->pointer = lua_topointer(L, index);
    w->whole = lua_isinteger(L, index);
    w->integer = w->whole ? lua_tointeger(L, index) : lua_toboolean(L, index);
    w->number = lua_type(L, index) == LUA_TNUMBER ? lua_tonumber(L, index) : 0;
}

static bool same(const struct watch *w, lua_State *L, int index)
{
    if (lua_type(L, index) != w->type) return false;
    if (w->type == LUA_TBOOLEAN) return lua_toboolean(L, index) == (w->integer != 0);
    if (w->type != LUA_TNUMBER) return lua_topointer(L, index) == w->pointer;
    struct watch now;
    remember(&now, L, index);
    return now.whole == w->whole && now.integer == w->integer &&
           memcmp(&now.number, &w->number, sizeof now.number) == 0;
}

/* Watch upvalue i of the closure at `index`, whose value is at the top, unless this function watches it already. */
static void watch(lua_State *L, struct walk *w, struct seal *seal, int index, int i, const char *name)
{
    lua_pushlightuserdata(L, lua_upvalueid(L, index, i));
    if (lua_rawget(L, w->memo) != LUA_TNIL) {
        lua_pop(L, 1);
        return;
    }
    lua_pop(L, 1);
    lua_pushboolean(L, true);
    lua_rawsetp(L, w->memo, lua_upvalueid(L, index, i));
    if (seal->count == seal->capacity) {
        size_t capacity = seal->capacity ? 2 * seal->capacity : 16;
        seal->watches = have(L, mem_realloc(seal->watches, capacity * sizeof *seal->watches));
        seal->capacity = capacity;
    }
    struct watch *new = &seal->watches[seal->count];
    new->upvalue = i;
    new->name = name;
    remember(new, L, -1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, seal->kept); /* value kept */
    lua_pushvalue(L, index);
    lua_rawseti(L, -2, 2 * (lua_Integer)seal->count + 1);
    lua_pushvalue(L, -2);
    lua_rawseti(L, -2, 2 * (lua_Integer)seal->count + 2);
    lua_pop(L, 1);
    seal->count++;
}

/* Look at the value at the top later, if a function can stand in it; pops it. */
static void follow(lua_State *L, struct walk *w)
{
    seal_peel(L, -1);
    lua_remove(L, -2);
    bool table = lua_istable(L, -1), function = lua_isfunction(L, -1) && !lua_iscfunction(L, -1);
    if (table && lua_getmetatable(L, -1)) {
        lua_pop(L, 1);
        table = false;
    }
    if (table || function) {
        lua_pushvalue(L, -1);
        if (lua_rawget(L, w->memo) == LUA_TNIL) {
            enqueue(L, w, -2);
            lua_pushvalue(L, -2);
            lua_pushboolean(L, true);
            lua_rawset(L, w->memo);
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void watch_inside(lua_State *L, struct walk *w, struct seal *seal, int index)
{
    if (lua_istable(L, index)) {
        for (lua_pushnil(L); lua_next(L, index);) { /* key value */
            follow(L, w);
            lua_pushvalue(L, -1);
            follow(L, w);
        }
        return;
    }
    const char *name;
    for (int i = 1; (name = lua_getupvalue(L, index, i)) != NULL; i++) { /* value */
        if (strcmp(name, "_ENV") == 0) {
            lua_pop(L, 1);
            continue;
        }
        watch(L, w, seal, index, i, name);
        follow(L, w);
    }
}

/* The function at the top: all the upvalues that it can reach; pops it. */
static void watch_function(lua_State *L, struct seal *seal)
{
    struct walk w;
    int base = lua_gettop(L);
    walk_start(L, &w);
    lua_pushvalue(L, base);
    follow(L, &w);
    while (w.at < w.end) {
        lua_rawgeti(L, w.queue, ++w.at);
        watch_inside(L, &w, seal, lua_gettop(L));
        lua_settop(L, w.queue);
    }
    lua_settop(L, base - 1);
}

void seal_functions(lua_State *L)
{
    struct script *s = script_of(L);
    struct walk w;
    int base = lua_gettop(L);
    walk_start(L, &w);
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->functions);
    int functions = lua_gettop(L);
    for (int i = 0; i < s->function_count; i++) {
        lua_rawgeti(L, functions, i + 1);
        frozen(L, &w);
        lua_pop(L, 1);
    }
    walk_all(L, &w);
    struct seal *seal = seal_new(L, s->function_count);
    for (int i = 0; i < s->function_count; i++) {
        seal->start[i] = seal->count;
        lua_rawgeti(L, functions, i + 1);
        watch_function(L, seal);
    }
    seal->start[s->function_count] = seal->count;
    s->watching = seal->count > 0;
    lua_settop(L, base);
}

/* The closure and the value of watch i are on the stack below its present value: put the value back. */
static void put_back(lua_State *L, const struct watch *w, size_t i, int kept, char name[64])
{
    snprintf(name, 64, "%s", w->name);
    lua_rawgeti(L, kept, 2 * (lua_Integer)i + 1);
    lua_rawgeti(L, kept, 2 * (lua_Integer)i + 2);
    lua_setupvalue(L, -2, w->upvalue);
    lua_pop(L, 1);
}

bool seal_check(lua_State *L, int index, char name[64])
{
    const struct seal *seal = script_of(L)->seal;
    if (!seal || index < 0 || index >= seal->functions || seal->start[index] == seal->start[index + 1]) return true;
    bool kept_all = true;
    lua_rawgeti(L, LUA_REGISTRYINDEX, seal->kept);
    int kept = lua_gettop(L);
    for (size_t i = seal->start[index]; i < seal->start[index + 1]; i++) {
        const struct watch *w = &seal->watches[i];
        lua_rawgeti(L, kept, 2 * (lua_Integer)i + 1);
        lua_getupvalue(L, -1, w->upvalue); /* kept closure value */
        bool held = same(w, L, -1);
        lua_pop(L, 2);
        if (held) continue;
        char changed[64];
        put_back(L, w, i, kept, kept_all ? name : changed);
        kept_all = false;
    }
    lua_pop(L, 1);
    return kept_all;
}
