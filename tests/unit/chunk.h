/* chunk.h: a script with nothing in it, and one chunk of Lua after another put through its gate: what it answers,
 * what it raises, what stops it. */
#ifndef UNIT_CHUNK_H
#define UNIT_CHUNK_H
#include <stdio.h>

#include "base/mem.h"
#include "script/sandbox.h"
#include "unit.h"

static struct script *s;
static struct fault fault;

static inline void open_with(struct limits limits)
{
    s = script_new(&limits);
    ck_assert_ptr_nonnull(s);
}
/* The defaults, with time enough for a machine that is watched by valgrind; what time does has a test of its own. */
static inline struct limits defaults(void)
{
    struct limits limits = LIMITS_DEFAULT;
    limits.seconds = 600;
    return limits;
}
static inline void open_script(void) { open_with(defaults()); }

/* Compile a file that must be right, and leave it on the stack. */
static inline void load(const char *text)
{
    struct diags diags;
    struct buf said;
    diags_init(&diags);
    buf_init(&said);
    if (!sandbox_load(s, "rule.lua", str_of(text), NULL, &diags)) {
        diags_render(&diags, &said, false);
        ck_abort_msg("%s", buf_text(&said));
    }
    diags_done(&diags);
}

/* The answer of a chunk, or its fault's message, as text; its gate in *gate where asked. */
static inline const char *run(const char *text, enum gate *gate)
{
    static char answer[4096];
    load(text);
    enum gate g = gate_call(s, 0, 1, &fault);
    snprintf(answer, sizeof answer, "%s", g == GATE_DONE ? sandbox_tostring(s->L, -1, NULL) : fault.message);
    if (g == GATE_DONE) lua_pop(s->L, 2);
    ck_assert_int_eq(lua_gettop(s->L), 0);
    if (gate) *gate = g;
    return answer;
}

static inline void answers(const char *text, const char *expected)
{
    enum gate gate;
    ck_assert_str_eq(run(text, &gate), expected);
    ck_assert_msg(gate == GATE_DONE, "%s", text);
}

static inline void raises(const char *text, const char *expected)
{
    enum gate gate;
    ck_assert_str_eq(run(text, &gate), expected);
    ck_assert_msg(gate == GATE_RAISED, "%s", text);
}

static inline void stops(const char *text, const char *expected)
{
    enum gate gate;
    ck_assert_str_eq(run(text, &gate), expected);
    ck_assert_msg(gate == GATE_STOPPED, "%s", text);
    bool exact = !strstr(expected, "memory") && !strstr(expected, "time"); /* else another line in another run */
    ck_assert_int_eq(fault.spot.line, exact ? 1 : 0);
}

#define INSTRUCTIONS "more than 1,000,000 instructions"

/* What declare does: the functions that a file returns, in a list, become the declared ones. */
static inline int l_declare(lua_State *L)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->functions);
    lua_Integer n = luaL_len(L, 1);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_geti(L, 1, i);
        lua_rawseti(L, 2, ++s->function_count);
    }
    seal_functions(L);
    return 0;
}
#endif
