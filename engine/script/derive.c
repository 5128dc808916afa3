/* derive.c: the functions of a mapping: each is given a row that reads figures by name, and answers one number. Reading
 * what is missing ends it, as it ends a rule: what rests on nothing is missing too, never a guess. */
#include "script/evidence.h"
#include "script/mapping.h"
#include "script/sandbox.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* --- What the function sees ------------------------------------------------------------------------------ */

/* The engine's own error value: no mistake, and nothing a function could catch. */
static _Noreturn void leave(lua_State *L)
{
    lua_pushlightuserdata(L, script_of(L));
    lua_error(L);
    abort(); /* lua_error does not return; its declaration does not say so */
}

static _Noreturn void unknown(lua_State *L, const struct row *row, struct str name)
{
    lua_newtable(L);
    for (size_t i = 0; i < row->name_count; i++) {
        lua_pushlstring(L, row->names[i].s, row->names[i].n);
        lua_pushboolean(L, 1);
        lua_rawset(L, -3);
    }
    sandbox_unknown(L, -1, "there is no measure and no column", name);
}

static int l_read(lua_State *L)
{
    struct script *s = script_of(L);
    double number = 0;
    struct str name;
    if (!s->row) return luaL_error(L, "a row is read while a figure is worked out, not later");
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "a row is read by name, row.name, got a %s", luaL_typename(L, 2));
    name.s = lua_tolstring(L, 2, &name.n);
    charge(L, 8 + name.n / 8);
    switch (s->row->read(s->row->context, name, &number, &s->derived->missing)) {
    case ROW_NUMBER: lua_pushnumber(L, number); return 1;
    case ROW_MISSING: s->derived->is = DERIVED_MISSING; leave(L);
    case ROW_WRONG: s->derived->is = DERIVED_WRONG; leave(L);
    case ROW_LATER: return luaL_error(L, "the measure `%s` is worked out itself, further down: put it above", name.s);
    case ROW_TWICE:
        return luaL_error(L, "the column `%s` stands in two tables: make a measure of the one that is meant", name.s);
    default: unknown(L, s->row, name);
    }
}

const struct word row_fields[] = {
    KEY("[string]", "number",
        "The number of a measure, `row.<measure>`, or of a column, `row[\"Shifts lost\"]`; a column in percent is read "
        "as the measure it is. What is missing ends the function, and the figure is missing too, by the same type."),
    {0},
};

static int l_sealed_row(lua_State *L) { return luaL_error(L, "a row cannot be changed"); }

static int l_shown(lua_State *L)
{
    lua_pushliteral(L, "the row");
    return 1;
}

static int l_seal(lua_State *L)
{
    static const luaL_Reg fields[] = {
        {"__index", l_read}, {"__newindex", l_sealed_row}, {"__tostring", l_shown}, {NULL, NULL}};
    object_push(L);
    lua_createtable(L, 0, 8);
    luaL_setfuncs(L, fields, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    script_of(L)->row_object = luaL_ref(L, LUA_REGISTRYINDEX);
    seal_functions(L);
    return 0;
}

bool script_mapping_seal(struct script *s) { return gate_run(s, l_seal, NULL, NULL); }

/* --- Asking ------------------------------------------------------------------------------------------------ */

static void blame(struct derived *d, const char *message)
{
    d->is = DERIVED_WRONG;
    d->of_answer = true;
    snprintf(d->message, sizeof d->message, "%s", message);
}

static void take_answer(struct script *s, struct derived *d)
{
    lua_State *L = s->L;
    if (lua_type(L, -1) != LUA_TNUMBER) {
        snprintf(d->message, sizeof d->message, "the function must return a number, got %s",
                 lua_isnil(L, -1) ? "nothing" : luaL_typename(L, -1));
        d->is = DERIVED_WRONG;
        return;
    }
    d->is = DERIVED_NUMBER;
    d->number = lua_tonumber(L, -1);
    if (isnan(d->number)) blame(d, "it is no number: 0 is divided by 0");
    if (isinf(d->number)) blame(d, "it is infinite: it is divided by 0, or too large");
}

static void compare_seal(struct script *s, int function, struct derived *d)
{
    char name[64];
    if (!s->watching || seal_check(s->L, function, name) || d->is == DERIVED_WRONG || d->is >= DERIVED_STOPPED) return;
    d->is = DERIVED_WRONG;
    snprintf(d->message, sizeof d->message,
             "the function changes `%s`, a name outside of it: the next organisation would see the change", name);
}

static void take_fault(enum gate gate, const struct fault *fault, struct derived *d)
{
    if (gate == GATE_RAISED && !fault->message[0]) return; /* it was left: l_read said why */
    d->is = gate == GATE_STARVED ? DERIVED_STARVED : gate == GATE_STOPPED ? DERIVED_STOPPED : DERIVED_WRONG;
    d->spot = fault->spot;
    snprintf(d->message, sizeof d->message, "%s%.380s", gate == GATE_STOPPED ? "stopped: " : "", fault->message);
}

void script_derive(struct script *s, int function, const struct row *row, struct derived *d)
{
    struct fault fault;
    lua_State *L = s->L;
    *d = (struct derived){.is = DERIVED_STARVED};
    if (!lua_checkstack(L, 4)) return;
    s->row = row;
    s->derived = d;
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->functions);
    lua_rawgeti(L, -1, function + 1);
    lua_remove(L, -2);
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->row_object);
    enum gate gate = gate_call(s, 1, 1, &fault);
    if (gate == GATE_DONE) {
        take_answer(s, d);
        lua_pop(L, 1);
    } else
        take_fault(gate, &fault, d);
    compare_seal(s, function, d);
    s->row = NULL;
    s->derived = NULL;
}
