/* complete.c: what the end of a line may go on with, found by looking names up in what a session sees. Nothing is run:
 * where a call stands before a colon, the methods of all kinds are offered. */
#include "script/evidence.h"
#include "script/session.h"
#include "script/show.h"
#include "script/slips.h"

enum { METHODS = 128 };

struct completing {
    struct str line;
    struct buf *to;
    size_t start; /* of what is being completed */
    bool key;     /* within ["…" */
};

static bool in_name(char c)
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static size_t back_over_name(struct str line, size_t at)
{
    while (at > 0 && in_name(line.s[at - 1])) at--;
    return at;
}

/* Where the chain `force.samples` that ends at `end` begins; `end` where there is none. */
static size_t chain_start(struct str line, size_t end)
{
    size_t at = back_over_name(line, end);
    if (at == end) return end;
    while (at > 1 && (line.s[at - 1] == '.' || line.s[at - 1] == ':') && in_name(line.s[at - 2]))
        at = back_over_name(line, at - 1);
    bool hangs = at > 0 && (line.s[at - 1] == '.' || line.s[at - 1] == ':'); /* behind a call or an index */
    return hangs ? end : at;
}

/* The field of what is on top, which it replaces; false, and nothing there, where it has none. */
static bool field(lua_State *L, struct str name) /* value -- field */
{
    if (lua_istable(L, -1))
        seal_peel(L, -1);
    else if (lua_type(L, -1) != LUA_TUSERDATA || luaL_getmetafield(L, -1, "__index") == LUA_TNIL)
        return lua_pop(L, 1), false;
    lua_remove(L, -2);
    if (!lua_istable(L, -1)) return lua_pop(L, 1), false;
    lua_pushlstring(L, name.s, name.n);
    bool found = lua_rawget(L, -2) != LUA_TNIL;
    lua_remove(L, -2);
    if (!found) lua_pop(L, 1);
    return found;
}

/* Push what the chain from `at` to `end` names. */
static bool follow(lua_State *L, struct str line, size_t at, size_t end)
{
    char name[64];
    size_t stop = at;
    while (stop < end && in_name(line.s[stop])) stop++;
    if (stop - at >= sizeof name) return false;
    memcpy(name, line.s + at, stop - at);
    name[stop - at] = '\0';
    if (!session_push(L, name)) return false;
    while (stop < end) {
        at = ++stop;
        while (stop < end && in_name(line.s[stop])) stop++;
        if (!field(L, (struct str){line.s + at, stop - at})) return false;
    }
    return true;
}

/* --- What is offered ---------------------------------------------------------------------------------------- */

static bool is_plain(struct str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (!in_name(name.s[i])) return false;
    return true;
}

/* A key goes to a terminal as it is, between quotes. */
static bool is_showable(struct str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (name.s[i] < ' ' || name.s[i] > '~' || name.s[i] == '"' || name.s[i] == '\\') return false;
    return true;
}

static void offer(struct completing *c, struct str name)
{
    struct str begun = {c->line.s + c->start, c->line.n - c->start};
    if (name.n < begun.n || memcmp(name.s, begun.s, begun.n) != 0 || !(c->key ? is_showable(name) : is_plain(name))) return;
    buf_str(c->to, name);
    if (c->key) buf_put(c->to, "\"]");
    buf_char(c->to, '\0');
}

/* Of the list on top, popped. */
static void offer_list(lua_State *L, struct completing *c)
{
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i <= count; i++, lua_pop(L, 1)) {
        struct str name;
        lua_rawgeti(L, -1, i);
        name.s = lua_tolstring(L, -1, &name.n);
        offer(c, name);
    }
    lua_pop(L, 1);
}

static void offer_globals(lua_State *L, struct completing *c)
{
    lua_newtable(L);
    int all = lua_gettop(L);
    const int from[] = {script_of(L)->session_names, script_of(L)->session};
    for (int i = 0; i < 2; i++) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, from[i]);
        for (lua_pushnil(L); lua_next(L, all + 1); lua_pop(L, 1)) {
            lua_pushvalue(L, -2);
            lua_pushboolean(L, 1);
            lua_rawset(L, all);
        }
        lua_settop(L, all);
    }
    if (show_names(L, all)) offer_list(L, c);
}

static void offer_methods(struct completing *c)
{
    struct str methods[METHODS];
    size_t count = slips_methods(methods, METHODS);
    for (size_t i = 0; i < count; i++) offer(c, methods[i]);
}

static void offer_text_methods(lua_State *L, struct completing *c)
{
    if (session_push(L, "string") && show_names(L, -1)) offer_list(L, c);
}

static bool is_findings(lua_State *L)
{
    if (lua_type(L, -1) != LUA_TUSERDATA || luaL_getmetafield(L, -1, "__name") == LUA_TNIL) return false;
    bool is = lua_type(L, -1) == LUA_TSTRING && strcmp(lua_tostring(L, -1), "force.findings") == 0;
    lua_pop(L, 1);
    return is;
}

/* Evidence has methods, behind a colon; everything else has names, behind a point. */
static void offer_of(lua_State *L, struct completing *c, char sign)
{
    bool asked = handle_at(L, -1) != NULL || is_findings(L);
    if (lua_type(L, -1) == LUA_TSTRING && sign == ':')
        offer_text_methods(L, c);
    else if (asked == (sign == ':') && show_names(L, -1))
        offer_list(L, c);
}

static int l_complete(lua_State *L)
{
    struct completing *c = lua_touserdata(L, 1);
    struct str line = c->line;
    size_t at = line.n;
    while (at > 0 && (in_name(line.s[at - 1]) || line.s[at - 1] == '-' || line.s[at - 1] == '/')) at--;
    c->key = at > 1 && line.s[at - 1] == '"' && line.s[at - 2] == '[';
    c->start = c->key ? at : back_over_name(line, line.n);
    size_t end = c->key ? at - 2 : c->start; /* of what it is a name of, or of the sign before it */
    char sign = c->key ? '[' : end > 0 ? line.s[end - 1] : ' ';
    if (!c->key && sign != '.' && sign != ':') return offer_globals(L, c), 0;
    if (!c->key) end--;
    size_t from = chain_start(line, end);
    if (from < end && follow(L, line, from, end))
        offer_of(L, c, sign);
    else if (from == end && sign == ':')
        offer_methods(c);
    return 0;
}

void session_complete(struct script *s, struct str line, struct buf *to, size_t *start)
{
    struct completing c = {line, to, line.n, false};
    buf_clear(to);
    if (!s->session || !gate_run(s, l_complete, &c, NULL)) buf_clear(to);
    *start = c.start;
}
