/* gate.c: the only way into Lua. Here stands the one lua_pcall, and whatever comes out of it is turned into plain
 * words: a message without its "file:line:" (the spot carries that), never an address, never longer than a fault holds.
 */
#include "script/sandbox.h"
#include <stdio.h>

enum { LEVELS = 200 }; /* of a stack that are looked at */

/* --- Where ------------------------------------------------------------------------------------------- */

static const char *file_name(const struct script *s, const char *name)
{
    for (size_t i = 0; i < s->file_count; i++)
        if (strcmp(s->files[i], name) == 0) return s->files[i];
    return NULL;
}

/* The spot of one level; line 0 where it is not in a file of the author's. */
struct spot gate_spot_at(lua_State *L, lua_Debug *ar)
{
    struct spot none = {NULL, 0};
    if (!lua_getinfo(L, "Sl", ar) || ar->source[0] != '@' || ar->currentline <= 0) return none;
    const char *file = file_name(script_of(L), ar->source + 1);
    return file ? (struct spot){file, ar->currentline} : none;
}

struct spot gate_spot(lua_State *L)
{
    lua_Debug ar;
    for (int level = 0; lua_getstack(L, level, &ar); level++) {
        struct spot spot = gate_spot_at(L, &ar);
        if (spot.line) return spot;
    }
    return (struct spot){NULL, 0};
}

/* --- What -------------------------------------------------------------------------------------------- */

/* Bytes a person can read on one line: control characters become spaces, what is no UTF-8 a question mark. A text that
 * does not fit is cut at a character, and its true length told. */
static void plain(char *to, size_t size, const char *text, size_t length)
{
    char tail[48] = "";
    size_t room = size - 1;
    if (length > room) room -= (size_t)snprintf(tail, sizeof tail, "… (%zu bytes)", length);
    size_t at = 0, out = 0;
    while (at < length) {
        const unsigned char *c = (const unsigned char *)text + at;
        size_t n = str_utf8((struct str){text + at, length - at});
        if (out + (n ? n : 1) > room) break;
        if (n <= 1)
            to[out++] = n == 0 ? '?' : *c < 0x20 || *c == 0x7F ? ' ' : (char)*c;
        else
            memcpy(to + out, c, n), out += n;
        at += n ? n : 1;
    }
    memcpy(to + out, tail, strlen(tail) + 1);
}

/* What a call is called by whoever made it; a name may be any text that stands behind a dot. */
static void name_call(lua_State *L, lua_Debug *ar, char name[CALL_NAME])
{
    name[0] = '\0';
    if (!lua_getinfo(L, "nt", ar) || ar->istailcall || !ar->name || *ar->namewhat == '\0') return;
    if (strcmp(ar->namewhat, "hook") == 0 || strcmp(ar->namewhat, "metamethod") == 0) return;
    if (strcmp(ar->namewhat, "for iterator") == 0) return;
    plain(name, CALL_NAME, ar->name, strlen(ar->name));
}

/* One more; where it is the last one over again, that is counted. The first is the place of the fault, and stays alone. */
static void add_call(struct fault *fault, struct spot at, const char *name)
{
    int last = fault->call_count - 1;
    if (last > 0 && fault->calls[last].at.file == at.file && fault->calls[last].at.line == at.line &&
        strcmp(fault->calls[last].name, name) == 0) {
        fault->calls[last].times++;
        return;
    }
    fault->more_calls = fault->call_count == CALLS_KEPT;
    if (fault->more_calls) return;
    fault->calls[fault->call_count].at = at;
    fault->calls[fault->call_count].times = 1;
    memcpy(fault->calls[fault->call_count++].name, name, CALL_NAME);
}

/* Functions of the engine's stand between them without being told. A rule that calls itself without end has a great
 * many, and each is further to look for: the first few tell it. */
void gate_trace(lua_State *L, struct fault *fault)
{
    lua_Debug ar;
    fault->call_count = 0;
    fault->more_calls = false;
    for (int level = 0; !fault->more_calls && lua_getstack(L, level, &ar); level++) {
        char name[CALL_NAME] = "";
        struct spot at = gate_spot_at(L, &ar);
        if (!at.line) continue;
        name_call(L, &ar, name);
        add_call(fault, at, name);
        fault->more_calls = fault->more_calls || level >= LEVELS;
    }
}

/* Lua puts "file:line: " before its own messages. */
static const char *without_position(lua_State *L, const char *text, size_t *length)
{
    lua_Debug ar;
    for (int level = 0; lua_getstack(L, level, &ar); level++) {
        if (!lua_getinfo(L, "Sl", &ar) || ar.currentline <= 0) continue;
        char position[LUA_IDSIZE + 32];
        size_t n = (size_t)snprintf(position, sizeof position, "%s:%d: ", ar.short_src, ar.currentline);
        if (n >= *length || memcmp(text, position, n) != 0) return text;
        *length -= n;
        return text + n;
    }
    return text;
}

static bool ends_with(const char *text, size_t length, const char *end)
{
    size_t n = strlen(end);
    return length >= n && memcmp(text + length - n, end, n) == 0;
}

static void describe_text(lua_State *L, struct fault *fault, const char *text, size_t length)
{
    text = without_position(L, text, &length);
    if (ends_with(text, length, "stack overflow"))
        snprintf(fault->message, sizeof fault->message, "functions call each other too deeply (stack overflow)");
    else if (length == 0)
        snprintf(fault->message, sizeof fault->message, "the rule raised an empty message");
    else
        plain(fault->message, sizeof fault->message, text, length);
}

static void describe(lua_State *L, int index, struct fault *fault)
{
    size_t length;
    if (lua_type(L, index) == LUA_TNUMBER)
        sandbox_number(L, index, fault->message);
    else if (lua_type(L, index) == LUA_TSTRING) {
        const char *text = lua_tolstring(L, index, &length);
        describe_text(L, fault, text, length);
    } else
        snprintf(fault->message, sizeof fault->message, "the rule raised %s%s instead of a message",
                 lua_isnil(L, index) ? "" : "a ", luaL_typename(L, index));
}

/* The message handler: runs where the error was raised, with the calls still standing. Allocates nothing, so that it
 * works with the memory at its end. */
static int l_fault(lua_State *L)
{
    struct script *s = script_of(L);
    bool ours = lua_islightuserdata(L, 1);
    if (!s->fault || ours) return 1;
    s->fault->spot = s->raised_at.line ? s->raised_at : gate_spot(L);
    gate_trace(L, s->fault);
    describe(L, 1, s->fault);
    return 1;
}

/* --- The gate ---------------------------------------------------------------------------------------- */

static void say(struct fault *fault, const char *message)
{
    plain(fault->message, sizeof fault->message, message, strlen(message));
}

/* Lua's own memory errors and errors within the handler come past l_fault. */
static enum gate judge_failure(struct script *s, int status, struct fault *fault)
{
    if (s->denied) budget_deny(s); /* lauxlib's buffers take the first no for an answer */
    if (s->stopped) {
        fault->spot = s->stop_spot;
        say(fault, s->stop);
        return GATE_STOPPED;
    }
    if (status == LUA_ERRMEM || s->starved) {
        say(fault, "out of memory");
        return GATE_STARVED;
    }
    if (status == LUA_ERRERR) say(fault, "functions call each other too deeply (stack overflow)");
    return GATE_RAISED;
}

static void clear(struct fault *fault)
{
    fault->message[0] = '\0';
    fault->spot = (struct spot){NULL, 0};
    fault->call_count = 0;
    fault->more_calls = false;
}

/* Call what stands below its arguments, with l_fault at `handler`. */
static int protected(struct script *s, int arguments, int results, int handler, struct fault *fault)
{
    struct fault *outer = s->fault;
    clear(fault);
    s->fault = fault;
    s->raised_at = (struct spot){NULL, 0};
    s->depth++;
    int status = lua_pcall(s->L, arguments, results, handler);
    s->depth--;
    s->fault = outer;
    return status;
}

/* Call what stands below its arguments; the stack is cut back to below it where it fails. */
static enum gate enter(struct script *s, int arguments, int results, struct fault *fault)
{
    lua_State *L = s->L;
    int base = lua_gettop(L) - arguments;
    struct fault own;
    if (!fault) fault = &own;
    clear(fault);
    if (!lua_checkstack(L, 1)) {
        lua_settop(L, base - 1);
        return judge_failure(s, LUA_ERRMEM, fault);
    }
    lua_pushcfunction(L, l_fault);
    lua_insert(L, base);
    int status = protected(s, arguments, results, base, fault);
    lua_remove(L, base);
    if (status == LUA_OK) return GATE_DONE;
    lua_settop(L, base - 1);
    return judge_failure(s, status, fault);
}

/* After a question. A limit met in a place where Lua itself can do without (the growth of its table of strings) is
 * still a limit met. */
static enum gate leave(struct script *s, enum gate gate, int below, struct fault *fault)
{
    if (gate == GATE_DONE && s->stopped) {
        lua_settop(s->L, below);
        gate = judge_failure(s, LUA_ERRMEM, fault);
    }
    budget_end(s);
    return gate;
}

enum gate gate_call(struct script *s, int arguments, int results, struct fault *fault)
{
    if (s->counting) return enter(s, arguments, results, fault); /* within a question: on its budget */
    int below = lua_gettop(s->L) - arguments - 1;
    budget_start(s, s->limits.instructions);
    return leave(s, enter(s, arguments, results, fault), below, fault);
}

/* --- Questions ----------------------------------------------------------------------------------------- */

bool gate_lay(struct script *s, int parameters, int force, int area)
{
    lua_State *L = s->L;
    const int references[] = {s->functions, parameters, force, area}; /* in the order of enum desk */
    lua_settop(L, 0);
    if (!lua_checkstack(L, DESK_AREA + LUA_MINSTACK)) return false;
    lua_pushcfunction(L, l_fault);
    for (int i = 0; i < DESK_AREA - DESK_HANDLER; i++) lua_rawgeti(L, LUA_REGISTRYINDEX, references[i]);
    return true;
}

enum gate gate_ask(struct script *s, int function, enum desk subject, int results, struct fault *fault)
{
    lua_State *L = s->L;
    budget_start(s, s->limits.instructions);
    lua_rawgeti(L, DESK_FUNCTIONS, function + 1);
    lua_pushvalue(L, subject);
    lua_pushvalue(L, DESK_PARAMETERS);
    int status = protected(s, 2, results, DESK_HANDLER, fault);
    if (status == LUA_OK) return leave(s, GATE_DONE, DESK_AREA, fault);
    lua_settop(L, DESK_AREA);
    return leave(s, judge_failure(s, status, fault), DESK_AREA, fault);
}

bool gate_apart(lua_State *L, int arguments, int results)
{
    return lua_pcall(L, arguments, results, 0) == LUA_OK;
}

bool gate_run(struct script *s, lua_CFunction function, void *light, struct fault *fault)
{
    struct fault own;
    if (!fault) fault = &own;
    if (!s->counting) s->stopped = s->starved = s->denied = false;
    if (!lua_checkstack(s->L, 4)) return judge_failure(s, LUA_ERRMEM, fault), false;
    lua_pushcfunction(s->L, function);
    lua_pushlightuserdata(s->L, light);
    return enter(s, 1, 0, fault) == GATE_DONE;
}
