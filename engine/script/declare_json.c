/* declare_json.c: a table of the author's own as JSON text: what stands below "x" in a dataset, and is never read. A
 * table with values without keys is an array, any other an object with its keys in order. */
#include "script/declare.h"
#include <math.h>
#include <stdio.h>

enum { DEPTH = 16, BYTES = 1 << 20 };

struct writing {
    const struct form *form;
    const char *key;
    struct buf out;
    bool wrong;
};

static void refuse(struct writing *w, const char *why)
{
    struct site site = site_key(w->form->site, w->key);
    if (!w->wrong) declare_wrong(w->form->L, &site, SITE_KEY, NULL, "\"%s\" holds %s", w->key, why);
    w->wrong = true;
}

static void put_value(struct writing *w, int depth);

/* The text at an index; what is none of JSON's is refused. */
static void put_text(struct writing *w, int index)
{
    size_t n;
    const char *s = lua_tolstring(w->form->L, index, &n);
    struct str text = {s, n};
    for (size_t at = 0, one; at < n; at += one)
        if ((one = str_utf8((struct str){s + at, n - at})) == 0) {
            refuse(w, "a text that is not valid UTF-8");
            return;
        }
    buf_json(&w->out, text);
}

static void put_number(struct writing *w)
{
    lua_State *L = w->form->L;
    if (lua_isinteger(L, -1))
        buf_int(&w->out, lua_tointeger(L, -1));
    else if (isfinite(lua_tonumber(L, -1)))
        buf_double(&w->out, lua_tonumber(L, -1));
    else
        refuse(w, "a number that is not finite");
    if (lua_isinteger(L, -1) && fabs(lua_tonumber(L, -1)) > 0x1p53) refuse(w, "a whole number past 2^53");
}

static void put_array(struct writing *w, lua_Integer count, int depth)
{
    lua_State *L = w->form->L;
    buf_char(&w->out, '[');
    for (lua_Integer i = 1; i <= count && !w->wrong; i++) {
        if (i > 1) buf_put(&w->out, ", ");
        lua_rawgeti(L, -1, i);
        put_value(w, depth + 1);
        lua_pop(L, 1);
    }
    buf_char(&w->out, ']');
}

/* The next key behind `after` in order of bytes: tables here are small. [-0, +1 where true, m] */
static bool next_key(struct writing *w, int table, const char *after)
{
    lua_State *L = w->form->L;
    const char *best = NULL;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) {
            refuse(w, "a table with both kinds of keys");
            lua_pop(L, 2);
            return false;
        }
        const char *key = lua_tostring(L, -2);
        if ((!after || strcmp(key, after) > 0) && (!best || strcmp(key, best) < 0)) best = key;
    }
    if (best) lua_pushstring(L, best);
    return best != NULL;
}

static void put_object(struct writing *w, int depth)
{
    lua_State *L = w->form->L;
    int table = lua_gettop(L);
    const char *after = NULL;
    buf_char(&w->out, '{');
    while (!w->wrong && next_key(w, table, after)) { /* table previous? key */
        if (after) buf_put(&w->out, ", "), lua_remove(L, -2);
        after = lua_tostring(L, -1);
        put_text(w, -1);
        buf_put(&w->out, ": ");
        lua_getfield(L, table, after);
        put_value(w, depth + 1);
        lua_pop(L, 1);
    }
    lua_settop(L, table);
    buf_char(&w->out, '}');
}

static void put_value(struct writing *w, int depth)
{
    lua_State *L = w->form->L;
    if (depth > DEPTH || w->out.length > BYTES || !lua_checkstack(L, 8)) {
        refuse(w, depth > DEPTH ? "tables too deeply within each other" : "more than 1 MiB");
        return;
    }
    charge(L, 1);
    switch (lua_type(L, -1)) {
    case LUA_TBOOLEAN: buf_put(&w->out, lua_toboolean(L, -1) ? "true" : "false"); break;
    case LUA_TNUMBER: put_number(w); break;
    case LUA_TSTRING: put_text(w, -1); break;
    case LUA_TTABLE:
        if (lua_rawlen(L, -1))
            put_array(w, (lua_Integer)lua_rawlen(L, -1), depth);
        else
            put_object(w, depth);
        break;
    default: refuse(w, "what is neither text, number, truth nor table");
    }
}

void declare_json(const struct form *f, const char *key, struct str *out)
{
    struct writing w = {.form = f, .key = key};
    if (form_get(f, key, 0) == LUA_TNIL) {
        lua_pop(f->L, 1);
        return;
    }
    buf_init(&w.out);
    put_value(&w, 1);
    lua_pop(f->L, 1);
    char *kept = w.out.failed ? NULL : arena_try(script_of(f->L)->loading.arena, w.out.length + 1);
    if (kept) memcpy(kept, buf_text(&w.out), w.out.length + 1);
    *out = (struct str){kept, w.out.length};
    buf_done(&w.out);
    if (!kept) budget_starve(f->L);
}
