/* session.c: see session.h. The names that lines give are kept in a table of their own, behind which stand the names of
 * the sandbox. A `local` at the outermost level of a line would be gone with it, so it is read as if it were not there:
 * blanks take its place, and every column stays as it is. */
#include "script/session.h"
#include "base/mem.h"
#include "script/evidence.h"
#include "script/message.h"
#include "script/sandbox.h"
#include "script/show.h"
#include <stdio.h>

/* --- The names ----------------------------------------------------------------------------------------- */

/* (vars, key, value); upvalue 1: the names of the sandbox. Only for a key that vars has not. */
static int l_name(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING) return luaL_error(L, "a name is a text");
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
        return luaL_error(L, "`%s` belongs to every rule: choose another name", lua_tostring(L, 2));
    lua_settop(L, 3);
    lua_rawset(L, 1);
    return 0;
}

static void put_reference(lua_State *L, const char *name, int reference) /* table -- table */
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, reference);
    lua_setfield(L, -2, name);
}

/* The words of rules, and what a rule is given. */
static void push_words(lua_State *L)
{
    lua_createtable(L, 0, 8);
    words_set(L, message_words);
    put_reference(L, "force", script_of(L)->bound->force);
    put_reference(L, "p", script_of(L)->bound->parameters);
}

static void copy_keys(lua_State *L, int to, int from)
{
    for (lua_pushnil(L); lua_next(L, from); lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        lua_pushboolean(L, 1);
        lua_rawset(L, to);
    }
}

/* (vars, key); upvalue 1: the names of the sandbox, whose metatable says which name is nearest: of all, those that lines
 * gave among them. */
static int l_read_name(lua_State *L)
{
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
    lua_settop(L, 2);
    lua_newtable(L);                       /* vars key all */
    lua_pushvalue(L, lua_upvalueindex(1)); /* vars key all names */
    copy_keys(L, 3, 1);
    copy_keys(L, 3, 4);
    lua_getmetatable(L, 4);
    lua_setmetatable(L, 3);
    lua_pushvalue(L, 2);
    lua_gettable(L, 3);
    return 1;
}

/* sandbox_environment makes an _ENV that refuses every new name; behind ours stand the names that it reads. */
static int l_open(lua_State *L)
{
    struct script *s = script_of(L);
    lua_newtable(L); /* vars */
    push_words(L);
    sandbox_environment(L); /* vars env */
    lua_getmetatable(L, -1);
    lua_getfield(L, -1, "__index"); /* vars env metatable names */
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, -2);
    lua_pushcclosure(L, l_read_name, 1);
    lua_setfield(L, -2, "__index");
    lua_pushvalue(L, -2);
    lua_pushcclosure(L, l_name, 1);
    lua_setfield(L, -2, "__newindex");
    lua_pushvalue(L, -2);
    s->session_names = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_setmetatable(L, 2); /* argument 1 is the light userdata */
    lua_pushvalue(L, 2);
    s->session = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

bool session_open(struct script *s) { return gate_run(s, l_open, NULL, NULL); }

static int l_alias(lua_State *L)
{
    const struct str *name = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, script_of(L)->session_names);
    lua_pushlstring(L, name->s, name->n);
    if (lua_rawget(L, -2) != LUA_TNIL) return 0;
    lua_pushlstring(L, name->s, name->n);
    lua_rawgeti(L, LUA_REGISTRYINDEX, script_of(L)->bound->force);
    lua_rawset(L, 2);
    return 0;
}

bool session_alias(struct script *s, struct str name) { return gate_run(s, l_alias, &name, NULL); }

/* [-0, +1 or +0, m] */
static bool push_from(lua_State *L, int reference, const char *name)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, reference);
    lua_pushstring(L, name);
    bool found = lua_rawget(L, -2) != LUA_TNIL;
    lua_remove(L, -2);
    if (!found) lua_pop(L, 1);
    return found;
}

bool session_push(lua_State *L, const char *name)
{
    const struct script *s = script_of(L);
    return s->session && (push_from(L, s->session, name) || push_from(L, s->session_names, name));
}

/* --- Reading a line ------------------------------------------------------------------------------------- */

/* Is it `local a, b = …` or `local function f …`? A `local` without a value, or one that says <const>, is left alone. */
static bool gives(struct lexer x, struct str text)
{
    struct token t;
    if (!lexer_next(&x, &t) || lexer_is(text, &t, "function")) return t.length > 0;
    while (t.kind == TOKEN_NAME) {
        if (!lexer_next(&x, &t) || lexer_is(text, &t, "=")) return t.length > 0;
        if (!lexer_is(text, &t, ",") || !lexer_next(&x, &t)) return false;
    }
    return false;
}

static void keep_names(char *copy, struct str text)
{
    struct lexer x;
    struct token t;
    int depth = 0;
    lexer_init(&x, text);
    while (lexer_next(&x, &t)) {
        depth += lexer_nesting(text, &t);
        if (depth == 0 && lexer_is(text, &t, "local") && gives(x, text)) memset(copy + t.start, ' ', t.length);
    }
}

/* A line as it is compiled: "return " in front makes it an expression, and the end of the line is there. In memory of its own. */
#define RETURN "return "
static char *prepared(struct str text)
{
    char *copy = mem_alloc(sizeof RETURN + text.n + 1);
    if (!copy) return NULL;
    memcpy(copy, RETURN, sizeof RETURN - 1);
    memcpy(copy + sizeof RETURN - 1, text.s, text.n);
    memcpy(copy + sizeof RETURN - 1 + text.n, "\n", 2);
    keep_names(copy + sizeof RETURN - 1, text);
    return copy;
}

/* --- Running it ------------------------------------------------------------------------------------------ */

/* (chunk): what it gives, shown; nothing where it gives nothing. */
static int l_run(lua_State *L)
{
    lua_call(L, 0, LUA_MULTRET);
    if (lua_gettop(L) == 0) return 0;
    show_values(L, lua_gettop(L));
    return 1;
}

void session_interrupt(struct script *s) { s->interrupted = 1; }

static void take_shown(struct script *s, struct said_line *to)
{
    size_t n;
    const char *text = lua_tolstring(s->L, -1, &n);
    char *kept = text ? arena_try(s->arena, n + 1) : NULL;
    if (kept) memcpy(kept, text, n), kept[n] = '\0';
    lua_pop(s->L, 1);
    if (text && !kept) arena_starved(s->arena);
    to->any = text != NULL;
    to->shown = (struct str){kept, kept ? n : 0};
}

static void run(struct script *s, const struct line *line, struct said_line *to)
{
    lua_State *L = s->L;
    *to = (struct said_line){.any = false};
    buf_clear(&s->printed);
    s->printed_cut = false;
    s->interrupted = 0;
    lua_pushcfunction(L, l_run);
    lua_insert(L, -2);
    if (ask_line(s, line->name, line->here, line->all, &to->verdict)) take_shown(s, to);
    s->interrupted = 0; /* a rule that is judged next was not meant */
}

enum session session_line(struct script *s, const struct line *line, struct arena *arena, struct said_line *to,
                          struct diags *diags)
{
    char *text = prepared(line->text);
    lua_settop(s->L, DESK_AREA); /* a jump out of the last line may have left something above it */
    s->arena = arena;
    s->stood = NULL; /* what was found of it lay in the arena of another line */
    if (!text) arena_starved(arena);
    enum sandbox_line is = sandbox_load_line(s, line->name, (struct str){text, sizeof RETURN + line->text.n},
                                             sizeof RETURN - 1, line->last, diags);
    mem_free(text);
    if (is == SANDBOX_LINE_OPEN && !line->last) return SESSION_UNFINISHED;
    if (is != SANDBOX_LINE_LOADED) return SESSION_UNREADABLE;
    run(s, line, to);
    return SESSION_RAN;
}
