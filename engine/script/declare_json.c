/* declare_json.c: a table of the author's own as JSON text: what stands below "x" in a dataset, and is never read. A
 * table with values without keys is an array, any other an object with its keys in order; one with both is refused. */
#include "script/declare.h"
#include <math.h>
#include <stdlib.h>

enum { DEPTH = 16, BYTES = 1 << 20 };

struct writing {
    const struct form *form;
    const char *key;
    struct buf *out; /* the script's: what raises leaves it there */
    bool wrong;
};

static void refuse(struct writing *w, const char *why)
{
    struct site site = site_key(w->form->site, w->key);
    if (!w->wrong) declare_wrong(w->form->L, &site, SITE_KEY, NULL, "\"%s\" holds %s", w->key, why);
    w->wrong = true;
}

static void put_value(struct writing *w, int depth);

/* What is none of JSON's is refused. */
static void put_text(struct writing *w, struct str text)
{
    charge_bytes(w->form->L, text.n);
    for (size_t at = 0, one; at < text.n; at += one)
        if ((one = str_utf8((struct str){text.s + at, text.n - at})) == 0) {
            refuse(w, "a text that is not valid UTF-8");
            return;
        }
    buf_json(w->out, text);
}

static void put_number(struct writing *w)
{
    lua_State *L = w->form->L;
    if (lua_isinteger(L, -1))
        buf_int(w->out, lua_tointeger(L, -1));
    else if (isfinite(lua_tonumber(L, -1)))
        buf_double(w->out, lua_tonumber(L, -1));
    else
        refuse(w, "a number that is not finite");
    if (lua_isinteger(L, -1) && fabs(lua_tonumber(L, -1)) > 0x1p53) refuse(w, "a whole number past 2^53");
}

static void put_array(struct writing *w, lua_Integer count, int depth)
{
    lua_State *L = w->form->L;
    buf_char(w->out, '[');
    for (lua_Integer i = 1; i <= count && !w->wrong; i++) {
        if (i > 1) buf_put(w->out, ", ");
        lua_rawgeti(L, -1, i);
        put_value(w, depth + 1);
        lua_pop(L, 1);
    }
    buf_char(w->out, ']');
}

/* What a key may not be beside `items` values without keys; NULL: it may. The key is below the top. */
static const char *odd_key(lua_State *L, lua_Integer items)
{
    bool text = lua_type(L, -2) == LUA_TSTRING;
    if (text) return items ? "a table with both kinds of keys" : NULL;
    if (!lua_isinteger(L, -2)) return "a key that is no text";
    lua_Integer i = lua_tointeger(L, -2);
    return i >= 1 && i <= items ? NULL : "a list with gaps";
}

/* How many keys the table at the top has, that of a list or of an object; told where it is neither. */
static size_t count_keys(struct writing *w, lua_Integer items)
{
    lua_State *L = w->form->L;
    size_t count = 0;
    int table = lua_gettop(L);
    for (lua_pushnil(L); !w->wrong && lua_next(L, table); lua_pop(L, 1), count++) {
        const char *odd = odd_key(L, items);
        charge(L, 1);
        if (odd) refuse(w, odd);
    }
    lua_settop(L, table);
    return count;
}

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* The keys of the object at the top in order of bytes. The texts are Lua's: the table holds them. */
static struct str *sorted_keys(lua_State *L, size_t count)
{
    struct str *keys = declare_alloc(L, count, sizeof *keys);
    size_t i = 0;
    lua_pushnil(L);
    for (; lua_next(L, -2); lua_pop(L, 1), i++) keys[i].s = lua_tolstring(L, -2, &keys[i].n);
    qsort(keys, count, sizeof *keys, by_bytes);
    return keys;
}

static void put_object(struct writing *w, size_t count, int depth)
{
    lua_State *L = w->form->L;
    const struct str *keys = sorted_keys(L, count);
    buf_char(w->out, '{');
    for (size_t i = 0; i < count && !w->wrong; i++) {
        if (i) buf_put(w->out, ", ");
        put_text(w, keys[i]);
        buf_put(w->out, ": ");
        lua_pushlstring(L, keys[i].s, keys[i].n);
        lua_rawget(L, -2);
        put_value(w, depth + 1);
        lua_pop(L, 1);
    }
    buf_char(w->out, '}');
}

static void put_table(struct writing *w, int depth)
{
    lua_Integer items = (lua_Integer)lua_rawlen(w->form->L, -1);
    size_t count = count_keys(w, items);
    if (w->wrong) return;
    if (items)
        put_array(w, items, depth);
    else
        put_object(w, count, depth);
}

static struct str text_at_top(lua_State *L)
{
    size_t n;
    const char *text = lua_tolstring(L, -1, &n);
    return (struct str){text, n};
}

static void put_value(struct writing *w, int depth)
{
    lua_State *L = w->form->L;
    if (depth > DEPTH || w->out->length > BYTES || !lua_checkstack(L, 8)) {
        refuse(w, depth > DEPTH ? "tables too deeply within each other" : "more than 1 MiB");
        return;
    }
    charge(L, 1);
    switch (lua_type(L, -1)) {
    case LUA_TBOOLEAN: buf_put(w->out, lua_toboolean(L, -1) ? "true" : "false"); break;
    case LUA_TNUMBER: put_number(w); break;
    case LUA_TSTRING: put_text(w, text_at_top(L)); break;
    case LUA_TTABLE: put_table(w, depth); break;
    default: refuse(w, "what is neither text, number, truth nor table");
    }
}

void declare_json(const struct form *f, const char *key, struct str *out)
{
    struct script *script = script_of(f->L);
    struct writing w = {.form = f, .key = key, .out = &script->said.text}; /* borrowed: nothing is said meanwhile */
    if (form_get(f, key, 0) == LUA_TNIL) {
        lua_pop(f->L, 1);
        return;
    }
    buf_clear(w.out);
    put_value(&w, 1);
    lua_pop(f->L, 1);
    char *kept = w.out->failed ? NULL : arena_try(script->loading.arena, w.out->length + 1);
    if (!kept) budget_starve(f->L);
    memcpy(kept, buf_text(w.out), w.out->length + 1);
    *out = (struct str){kept, w.out->length};
    buf_clear(w.out);
}
