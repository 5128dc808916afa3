/* sandbox.c: the names that a rule may say, and what it is told when it says another. An allow-list: what is not put
 * here is not there.
 *
 * Each file has an _ENV of its own, an empty table that reads through to the allowed names and the declaring words and
 * takes no writes. The tables math, stats, string, table and utf8 are views (seal.c), and the metatable that all strings share
 * leads to the same functions and is reached by nobody.
 */
#include "script/sandbox.h"
#include <stdio.h>
#include <stdlib.h>

/* --- Names that are not there ------------------------------------------------------------------------ */

#define FAILS "a rule that fails is told, not hidden"
#define METATABLES "tables of rules are plain tables; write a function instead"
#define RAW "there are no metatables, so `t[k]`, `==` and `#` are raw already"
#define TEXTS "a rule's text is read once, when the pack is loaded"
#define WORLD "a rule knows its evidence and nothing else, so that the same evidence gives the same answer"
#define MEMORY "the engine looks after memory"
#define CHANCE "the same evidence must give the same answer"
#define BYTES "rules read evidence, not binary data"

static const struct {
    const char *table, *name, *why;
} left_out[] = {
    {NULL, "pcall", FAILS},
    {NULL, "xpcall", FAILS},
    {NULL, "coroutine", "a rule runs from its beginning to its end"},
    {NULL, "setmetatable", METATABLES},
    {NULL, "getmetatable", METATABLES},
    {NULL, "rawget", RAW},
    {NULL, "rawset", RAW},
    {NULL, "rawequal", RAW},
    {NULL, "rawlen", RAW},
    {NULL, "load", TEXTS},
    {NULL, "loadstring", TEXTS},
    {NULL, "loadfile", TEXTS},
    {NULL, "dofile", TEXTS},
    {NULL, "require", "write what an area needs in its own file"},
    {NULL, "module", "write what an area needs in its own file"},
    {NULL, "debug", WORLD},
    {NULL, "io", WORLD},
    {NULL, "os", WORLD},
    {NULL, "package", WORLD},
    {NULL, "collectgarbage", MEMORY},
    {NULL, "next", "use `pairs`, which goes in sorted order; `#t == 0` asks whether a list is empty"},
    {NULL, "_G", "declare names `local`"},
    {NULL, "_VERSION", "it is Lua 5.4"},
    {NULL, "unpack", "it is `table.unpack`"},
    {NULL, "setfenv", METATABLES},
    {NULL, "getfenv", METATABLES},
    {NULL, "warn", "use `print` to try things out"},
    {NULL, "bit32", "use the operators `&`, `|`, `~`, `<<` and `>>`"},
    {"string", "dump", TEXTS},
    {"string", "pack", BYTES},
    {"string", "unpack", BYTES},
    {"string", "packsize", BYTES},
    {"math", "random", CHANCE},
    {"math", "randomseed", CHANCE},
    {"math", "pow", "write `x ^ y`"},
    {"math", "mod", "it is `math.fmod`, or write `x % y`"},
    {"table", "getn", "write `#t`"},
    {"table", "foreach", "use `pairs`"},
    {"table", "foreachi", "use `ipairs`"},
};

const char *sandbox_left_out(const char *table, const char *name)
{
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++) {
        bool there = table && left_out[i].table ? strcmp(table, left_out[i].table) == 0 : table == left_out[i].table;
        if (there && strcmp(name, left_out[i].name) == 0) return left_out[i].why;
    }
    return NULL;
}

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* The string key of the table nearest to `want`, pushed; false, and nothing pushed, where none is near. [-0, +1 or +0,
 * m] In order of bytes, so that a tie does not fall as the table happens to lie. */
static bool nearest(lua_State *L, int table, struct str want)
{
    size_t count = 0, at = 0;
    table = lua_absindex(L, table);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) count++;
    struct str *names = lua_newuserdatauv(L, (count + 1) * sizeof *names, 0);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) continue;
        names[at].s = lua_tolstring(L, -2, &names[at].n);
        at++;
    }
    qsort(names, at, sizeof *names, by_bytes);
    int found = str_nearest(want, names, at);
    if (found >= 0) lua_pushlstring(L, names[found].s, names[found].n);
    lua_remove(L, found >= 0 ? -2 : -1);
    return found >= 0;
}

/* A name as a message quotes it: it may be of any length and hold anything. */
static const char *quoted(lua_State *L, struct str name)
{
    return name.n <= 64 ? lua_pushlstring(L, name.s, name.n)
                        : lua_pushfstring(L, "%s…", lua_pushlstring(L, name.s, 60));
}

void sandbox_unknown(lua_State *L, int table, const char *prefix, struct str name)
{
    table = lua_absindex(L, table);
    const char *what = quoted(L, name);
    if (name.n <= 64 && nearest(L, table, name))
        luaL_error(L, "%s `%s`; did you mean `%s`?", prefix, what, lua_tostring(L, -1));
    luaL_error(L, "%s `%s`", prefix, what);
    abort();
}

/* (table, key) with a table that has no such key; upvalue 1: its name, nil for the names of a file. */
static int l_unknown(lua_State *L)
{
    const char *table = lua_tostring(L, lua_upvalueindex(1));
    struct str name = {NULL, 0};
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "`%s` holds functions by name, got a %s", table ? table : "_ENV", luaL_typename(L, 2));
    name.s = lua_tolstring(L, 2, &name.n);
    const char *why = sandbox_left_out(table, name.s);
    if (why && table) return luaL_error(L, "`%s.%s` is not available to rules: %s", table, name.s, why);
    if (why) return luaL_error(L, "`%s` is not available to rules: %s", name.s, why);
    sandbox_unknown(L, 1, table ? lua_pushfstring(L, "`%s` has no", table) : "unknown name", name);
}

static int l_global(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING) return luaL_error(L, "assigning to a global: declare it `local`");
    struct str name;
    name.s = lua_tolstring(L, 2, &name.n);
    const char *what = quoted(L, name);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
        return luaL_error(
            L, "`%s` belongs to every rule: it cannot be changed; choose another name and declare it `local`", what);
    return luaL_error(L, "assigning to the global `%s`: declare it `local`", what);
}

/* --- The names that are ------------------------------------------------------------------------------ */

/* The table at the top says which of its fields are known when asked for another; name NULL: the names of a file. [-0,
 * +0, m] */
static void speak_up(lua_State *L, const char *name)
{
    lua_createtable(L, 0, 1);
    lua_pushstring(L, name); /* nil for NULL */
    lua_pushcclosure(L, l_unknown, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
}

/* A library: what `open` pushes, frozen, as a field of the environment at the top. [-0, +0, m] */
static void library(lua_State *L, const char *name, void (*open)(lua_State *))
{
    open(L);
    speak_up(L, name);
    const char *refusal = lua_pushfstring(L, "`%s` belongs to every rule: it cannot be changed", name);
    seal_view(L, -2, refusal); /* env raw refusal view */
    lua_setfield(L, -4, name);
    lua_pop(L, 2);
}

static int l_refuse_string(lua_State *L) { return luaL_error(L, "a string cannot be written to"); }

/* The one metatable of all strings: ("x"):rep(3). Arithmetic on strings is left out: a number that is a text is a
 * mistake worth knowing. */
static void strings(lua_State *L)
{
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 2);
    lua_getfield(L, -3, "string");
    seal_peel(L, -1);
    lua_setfield(L, -3, "__index");
    lua_pop(L, 1);
    lua_pushcfunction(L, l_refuse_string);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

void sandbox_open(lua_State *L)
{
    sandbox_base_open(L);
    library(L, "math", sandbox_math_open);
    library(L, "stats", sandbox_stats_open);
    library(L, "string", sandbox_string_open);
    library(L, "table", sandbox_table_open);
    library(L, "utf8", sandbox_utf8_open);
    strings(L);
    script_of(L)->environment = luaL_ref(L, LUA_REGISTRYINDEX);
}

static void copy_into(lua_State *L, int to, int from)
{
    for (lua_pushnil(L); lua_next(L, from);) { /* key value */
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, to);
    }
}

/* One table of all names, so that a name costs one look, not two. */
void sandbox_environment(lua_State *L)
{
    int words = lua_gettop(L);
    luaL_checkstack(L, 8, NULL);
    lua_newtable(L); /* words names */
    lua_rawgeti(L, LUA_REGISTRYINDEX, script_of(L)->environment);
    copy_into(L, words + 1, words + 2);
    lua_pop(L, 1);
    if (lua_istable(L, words)) copy_into(L, words + 1, words);
    speak_up(L, NULL);
    lua_newtable(L);          /* words names env */
    lua_createtable(L, 0, 2); /* words names env metatable */
    lua_pushvalue(L, words + 1);
    lua_setfield(L, -2, "__index");
    lua_pushvalue(L, words + 1);
    lua_pushcclosure(L, l_global, 1);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_replace(L, words);
    lua_settop(L, words);
}

/* --- Scratch ----------------------------------------------------------------------------------------- */

void scratch_open(struct scratch *t, lua_State *L, size_t capacity)
{
    if (capacity < 64) capacity = 64;
    t->L = L;
    t->length = 0;
    t->capacity = capacity;
    t->data = lua_newuserdatauv(L, capacity, 0);
    t->slot = lua_gettop(L);
}

static void grow(struct scratch *t, size_t more)
{
    size_t capacity = t->capacity + t->capacity / 2;
    if (capacity < t->length + more) capacity = t->length + more;
    char *data = lua_newuserdatauv(t->L, capacity, 0);
    memcpy(data, t->data, t->length);
    lua_replace(t->L, t->slot);
    t->data = data;
    t->capacity = capacity;
}

char *scratch_room(struct scratch *t, size_t more)
{
    charge_bytes(t->L, more);
    if (more > t->capacity - t->length) grow(t, more);
    t->length += more;
    return t->data + t->length - more;
}

void scratch_add(struct scratch *t, const char *bytes, size_t n)
{
    if (n) memcpy(scratch_room(t, n), bytes, n);
}

void scratch_push(struct scratch *t) { lua_pushlstring(t->L, t->data, t->length); }
