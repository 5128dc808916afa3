/* show.c: see show.h. */
#include "script/show.h"
#include "script/evidence.h"
#include "script/message.h"
#include "script/sandbox.h"
#include <stdio.h>
#include <stdlib.h>

enum { DEPTH = 3, ITEMS = 40, TEXT = 1000 }; /* tables within each other; of a list; bytes of one text */

static void put(struct scratch *t, const char *text) { scratch_add(t, text, strlen(text)); }

/* Cut where it is long: nobody reads a megabyte. */
static void put_text(struct scratch *t, const char *text, size_t n)
{
    char tail[48];
    struct str head = n <= TEXT ? (struct str){text, n} : str_head((struct str){text, n}, TEXT);
    scratch_add(t, head.s, head.n);
    if (head.n == n) return;
    snprintf(tail, sizeof tail, "… (%zu bytes)", n);
    put(t, tail);
}

/* --- Names ----------------------------------------------------------------------------------------------- */

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* The string keys of the table on top, popped, become a sorted list. The strings stay the table's, which its owner holds. */
static void sort_keys(lua_State *L) /* table -- list */
{
    size_t count = 0, at = 0;
    int table = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) count += lua_type(L, -2) == LUA_TSTRING;
    charge(L, 4 * (uint64_t)count);
    struct str *keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING) keys[at].s = lua_tolstring(L, -2, &keys[at].n), at++;
    qsort(keys, count, sizeof *keys, by_bytes);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        lua_pushlstring(L, keys[i].s, keys[i].n);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_replace(L, table);
    lua_settop(L, table);
}

static void list_parameters(lua_State *L)
{
    const struct decl_pack *pack = script_of(L)->vocabulary->pack;
    lua_createtable(L, (int)pack->parameter_count, 0);
    for (size_t i = 0; i < pack->parameter_count; i++) {
        lua_pushlstring(L, pack->parameters[i].name.s, pack->parameters[i].name.n);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

/* A copy, with the two fields that force has besides. */
static void add_fields(lua_State *L) /* fields -- fields */
{
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, -3);) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, -4);
    }
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, "id");
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, "name");
    lua_remove(L, -2);
}

static bool is_force(lua_State *L, int index)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, script_of(L)->bound->force);
    bool is = lua_rawequal(L, index, -1);
    lua_pop(L, 1);
    return is;
}

bool show_names(lua_State *L, int index)
{
    index = lua_absindex(L, index);
    luaL_checkstack(L, 12, NULL);
    if (parameters_at(L, index)) return list_parameters(L), true;
    if (lua_istable(L, index)) {
        seal_peel(L, index);
        sort_keys(L);
        return true;
    }
    if (lua_type(L, index) != LUA_TUSERDATA || luaL_getmetafield(L, index, "__index") == LUA_TNIL) return false;
    if (!lua_istable(L, -1)) return lua_pop(L, 1), false;
    if (is_force(L, index)) add_fields(L);
    sort_keys(L);
    return true;
}

/* --- One value ------------------------------------------------------------------------------------------- */

static void put_value(lua_State *L, struct scratch *t, int index, int depth);

/* "force.samples: calls, files" */
static void put_object(lua_State *L, struct scratch *t, int index)
{
    bool p = parameters_at(L, index);
    if (p)
        put(t, "p");
    else if (luaL_getmetafield(L, index, "__name") == LUA_TSTRING)
        put(t, lua_tostring(L, -1)), lua_pop(L, 1);
    if (!show_names(L, index)) return;
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i <= count && i <= ITEMS; i++) {
        size_t n;
        lua_rawgeti(L, -1, i);
        const char *name = lua_tolstring(L, -1, &n);
        put(t, i == 1 ? ": " : ", ");
        scratch_add(t, name, n);
        if (p) {
            struct str phrase = parameter_phrase(script_of(L), (uint16_t)(i - 1));
            put(t, " "), scratch_add(t, phrase.s, phrase.n);
        }
        lua_pop(L, 1);
    }
    if (count == 0) put(t, ": nothing");
    if (count > ITEMS) put(t, lua_pushfstring(L, " and %d more", (int)(count - ITEMS))), lua_pop(L, 1);
    lua_pop(L, 1);
}

static void put_mark(lua_State *L, struct scratch *t, int index)
{
    const struct said *said = &script_of(L)->said;
    int mark = message_marked(L, index);
    if (mark < 0) {
        put(t, "an answer of an earlier line");
        return;
    }
    put(t, peel_outcome_name((enum peel_outcome)said->list[mark].outcome));
    put(t, ": ");
    if (said->text.data) scratch_add(t, said->text.data + said->list[mark].start, said->list[mark].length);
}

static bool is_word(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!(text[i] == '_' || (text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z') ||
              (i && text[i] >= '0' && text[i] <= '9')))
            return false;
    return n > 0;
}

static void put_key(lua_State *L, struct scratch *t, int index, int depth)
{
    size_t n;
    const char *text = lua_type(L, index) == LUA_TSTRING ? lua_tolstring(L, index, &n) : NULL;
    if (text && is_word(text, n)) {
        put_text(t, text, n);
    } else {
        put(t, "[");
        put_value(L, t, index, depth);
        put(t, "]");
    }
    put(t, " = ");
}

/* { 1, 2, mean = 3 }: in the order of pairs; the places of a list are not said. */
static void put_table(lua_State *L, struct scratch *t, int index, int depth)
{
    lua_Integer place = 1;
    int items = 0;
    luaL_checkstack(L, 12, "a table within a table");
    lua_pushcfunction(L, l_pairs);
    lua_pushvalue(L, index);
    lua_call(L, 1, 1); /* next */
    for (;; lua_pop(L, 2)) {
        lua_pushvalue(L, -1);
        lua_call(L, 0, 2); /* next key value */
        if (lua_isnil(L, -2)) break;
        put(t, items ? ", " : "{ ");
        if (items++ == ITEMS) {
            put(t, "…");
            break;
        }
        if (lua_isinteger(L, -2) && lua_tointeger(L, -2) == place)
            place++;
        else
            put_key(L, t, lua_gettop(L) - 1, depth + 1);
        put_value(L, t, lua_gettop(L), depth + 1);
    }
    lua_pop(L, 3);
    put(t, items ? " }" : "{}");
}

static void put_value(lua_State *L, struct scratch *t, int index, int depth)
{
    size_t n;
    int type = lua_type(L, index);
    if (type == LUA_TLIGHTUSERDATA) {
        put_mark(L, t, index);
    } else if (type == LUA_TTABLE && depth < DEPTH) {
        put_table(L, t, index, depth);
    } else if (type == LUA_TUSERDATA && !handle_at(L, index)) {
        put_object(L, t, index);
    } else {
        const char *text = sandbox_tostring(L, index, &n);
        bool quoted = depth > 0 && type == LUA_TSTRING;
        if (quoted) put(t, "\"");
        put_text(t, text, n);
        if (quoted) put(t, "\"");
        lua_pop(L, 1);
    }
}

void show_values(lua_State *L, int n)
{
    struct scratch t;
    scratch_open(&t, L, 256);
    for (int i = 1; i <= n; i++) {
        if (i > 1) put(&t, ", ");
        put_value(L, &t, i, 0);
    }
    scratch_push(&t);
}
