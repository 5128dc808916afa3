/* handle.c: the handles that rules hold: what they are, what may be asked of all of them. */
#include "data/phrase.h"
#include "script/evidence.h"
#include "script/sandbox.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const char handle_mark;
static const char metatable_keys[EVIDENCE_KINDS];

static const struct word *const methods[EVIDENCE_KINDS] = {
    [EVIDENCE_MEASURE] = measure_methods, [EVIDENCE_ESTIMATE] = estimate_methods, [EVIDENCE_SAMPLE] = sample_methods,
    [EVIDENCE_SURVEY] = survey_methods,   [EVIDENCE_FINDING] = finding_methods,   [EVIDENCE_OUTCOME] = outcome_methods,
    [EVIDENCE_AREA] = area_methods,
};
static const char *const kind_words[EVIDENCE_KINDS] = {"a measure",         "an estimate", "a sample", "a survey",
                                                       "a set of findings", "an outcome",  "an area"};

/* --- What they are ------------------------------------------------------------------------------------ */

struct handle *handle_at(lua_State *L, int index)
{
    return lua_type(L, index) == LUA_TUSERDATA ? handle_of(lua_touserdata(L, index)) : NULL;
}

struct handle *handle_of(void *userdata)
{
    struct handle *h = userdata;
    return h->mark == &handle_mark ? h : NULL;
}

void object_push(lua_State *L)
{
    const void **mark = lua_newuserdatauv(L, sizeof *mark, 0);
    *mark = NULL;
}

void handle_push_new(lua_State *L, enum evidence_kind kind, uint32_t slot, struct str name)
{
    struct handle *h = lua_newuserdatauv(L, sizeof *h, 0);
    *h = (struct handle){&handle_mark, (uint8_t)kind, slot, name};
    lua_rawgetp(L, LUA_REGISTRYINDEX, &metatable_keys[kind]);
    lua_setmetatable(L, -2);
}

const char *handle_method(lua_State *L)
{
    lua_Debug ar;
    if (lua_getstack(L, 0, &ar) && lua_getinfo(L, "n", &ar) && ar.name) return ar.name;
    return "the method";
}

struct handle *handle_self(lua_State *L)
{
    struct handle *h = handle_at(L, 1);
    if (!h) luaL_error(L, "%s is called with a colon: evidence:%s(…)", handle_method(L), handle_method(L));
    return h;
}

struct handle *handle_check(lua_State *L, int argument, enum evidence_kind kind)
{
    struct handle *h = argument == 1 ? handle_self(L) : handle_at(L, argument);
    if (!h || h->kind != kind)
        luaL_error(L, "%s is a method of %s, got %s", handle_method(L), kind_words[kind],
                   h ? kind_words[h->kind] : "something else");
    return h;
}

void handle_phrase(lua_State *L, const struct handle *h, struct buf *out)
{
    const struct script *s = script_of(L);
    switch ((enum evidence_kind)h->kind) {
    case EVIDENCE_FINDING: findings_phrase(s, h->slot, out); break;
    case EVIDENCE_OUTCOME: outcome_phrase(L, h, out); break;
    case EVIDENCE_AREA: area_phrase(L, h, out); break;
    default: phrase_value(s->dataset, s->org, (enum evidence_kind)h->kind, h->slot, out); break;
    }
}

/* --- Missing ------------------------------------------------------------------------------------------- */

enum peel_missing handle_missing(lua_State *L, const struct handle *h)
{
    const struct org *org = script_of(L)->org;
    if (h->slot == NO_SLOT) return PEEL_NOT_COLLECTED;
    switch ((enum evidence_kind)h->kind) {
    case EVIDENCE_MEASURE: return (enum peel_missing)org->measures[h->slot].is.missing;
    case EVIDENCE_ESTIMATE: return (enum peel_missing)org->estimates[h->slot].is.missing;
    case EVIDENCE_SAMPLE: return (enum peel_missing)org->samples[h->slot].is.missing;
    case EVIDENCE_SURVEY: return (enum peel_missing)org->surveys[h->slot].is.missing;
    default: return PEEL_PRESENT;
    }
}

void handle_shown(lua_State *L, const struct handle *h)
{
    enum evidence_kind kind = (enum evidence_kind)h->kind;
    const struct record *r = &script_of(L)->record;
    if (kind == EVIDENCE_FINDING)
        findings_record(L, h->slot);
    else if (r->count && h->slot != NO_SLOT && r->readings[0].slot == h->slot && r->readings[0].kind == kind)
        return; /* what is shown is mostly what was read first */
    else if (kind < EVIDENCE_CATALOGUES && !record_has(script_of(L), kind, h->slot, h->name))
        record_read(L, kind, h->slot, h->name, handle_missing(L, h) != PEEL_PRESENT);
}

int l_missing(lua_State *L)
{
    const struct handle *h = handle_self(L);
    enum peel_missing missing = handle_missing(L, h);
    record_read(L, (enum evidence_kind)h->kind, h->slot, h->name, missing != PEEL_PRESENT);
    if (missing == PEEL_PRESENT)
        lua_pushnil(L);
    else
        lua_pushstring(L, peel_missing_name(missing));
    return 1;
}

/* --- Arguments ------------------------------------------------------------------------------------------- */

/* A number as one would write it: 85, not 85.0. */
static const char *spelled(lua_State *L, double d)
{
    if (d == rint(d) && fabs(d) < 1e9) return lua_pushfstring(L, "%d", (int)d);
    char text[48];
    snprintf(text, sizeof text, LUA_NUMBER_FMT, d);
    sandbox_point(text);
    return lua_pushstring(L, text);
}

const char *handle_got(lua_State *L, int argument)
{
    switch (lua_type(L, argument)) {
    case LUA_TNONE:
    case LUA_TNIL: return "nothing";
    case LUA_TNUMBER: {
        double d = lua_tonumber(L, argument);
        return isnan(d) ? "nan" : isinf(d) ? d > 0 ? "infinity" : "minus infinity" : spelled(L, d);
    }
    case LUA_TSTRING: return "a text";
    case LUA_TUSERDATA: {
        const struct handle *h = handle_at(L, argument);
        return h ? kind_words[h->kind] : "an object";
    }
    default: return lua_pushfstring(L, "a %s", luaL_typename(L, argument));
    }
}

double handle_number(lua_State *L, int argument)
{
    double d = lua_type(L, argument) == LUA_TNUMBER ? lua_tonumber(L, argument) : NAN;
    if (!isfinite(d)) luaL_error(L, "%s wants a number, got %s", handle_method(L), handle_got(L, argument));
    return d;
}

double handle_proportion(lua_State *L, int argument)
{
    double d = lua_type(L, argument) == LUA_TNUMBER ? lua_tonumber(L, argument) : NAN;
    if (d >= 0 && d <= 1) return d;
    if (d > 1 && d <= 100)
        luaL_error(L, "%s wants a proportion from 0 to 1, got %s: write %s for %s percent", handle_method(L),
                   spelled(L, d), spelled(L, evidence_tidy(d / 100)), spelled(L, d));
    luaL_error(L, "%s wants a proportion from 0 to 1, got %s", handle_method(L), handle_got(L, argument));
    return 0;
}

double handle_level(lua_State *L, int argument)
{
    double level = lua_isnoneornil(L, argument) ? 0.95 : handle_proportion(L, argument);
    if (!level_is_valid(level))
        luaL_error(L, "%s wants a level between 0 and 1, such as 0.95, got %s", handle_method(L),
                   handle_got(L, argument));
    return level;
}

int handle_grade(lua_State *L, int argument)
{
    const struct board_shape *shape = script_of(L)->board->shape;
    struct str want = {NULL, 0};
    if (lua_type(L, argument) != LUA_TSTRING)
        return luaL_error(L, "%s wants the name of a grade, got %s", handle_method(L), handle_got(L, argument));
    want.s = lua_tolstring(L, argument, &want.n);
    for (size_t i = 0; i < shape->grades; i++)
        if (str_eq(want, shape->scale[i])) return (int)i;
    int nearest = str_nearest(want, shape->scale, shape->grades);
    if (nearest >= 0)
        return luaL_error(L, "there is no grade `%s`; did you mean `%s`?", want.s, shape->scale[nearest].s);
    return luaL_error(L, "there is no grade `%s`", want.s);
}

double evidence_tidy(double share) { return rint(share * 1e12) / 1e12; }

/* --- Metatables -------------------------------------------------------------------------------------------- */

int l_sealed(lua_State *L) { return luaL_error(L, "evidence and parameters cannot be changed"); }

static int l_unknown(lua_State *L)
{
    struct str name;
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "%s a field that is a %s", lua_tostring(L, lua_upvalueindex(1)), luaL_typename(L, 2));
    name.s = lua_tolstring(L, 2, &name.n);
    sandbox_unknown(L, 1, lua_tostring(L, lua_upvalueindex(1)), name);
}

static int l_name(lua_State *L)
{
    lua_pushvalue(L, lua_upvalueindex(1));
    return 1;
}

void handle_metatable(lua_State *L, const char *name, const char *prefix)
{
    lua_insert(L, -2); /* metatable methods */
    lua_createtable(L, 0, 1);
    lua_pushstring(L, prefix);
    lua_pushcclosure(L, l_unknown, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "__index"); /* metatable */
    lua_pushcfunction(L, l_sealed);
    lua_setfield(L, -2, "__newindex");
    lua_pushstring(L, name);
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pushstring(L, name);
    lua_pushcclosure(L, l_name, 1);
    lua_setfield(L, -2, "__tostring");
}

static int l_tostring(lua_State *L)
{
    struct script *s = script_of(L);
    const struct handle *h = handle_self(L);
    if (!s->org) return luaL_error(L, "evidence is read by rules");
    handle_shown(L, h);
    size_t start = s->said.text.length;
    handle_phrase(L, h, &s->said.text); /* borrowed as scratch */
    if (s->said.text.failed) budget_starve(L);
    lua_pushlstring(L, s->said.text.data ? s->said.text.data + start : "", s->said.text.length - start);
    s->said.text.length = start;
    return 1;
}

static int l_no_order(lua_State *L)
{
    const struct handle *h = handle_at(L, 1) ? handle_at(L, 1) : handle_at(L, 2);
    if (h && h->kind == EVIDENCE_SURVEY)
        return luaL_error(L, "a survey can be cited, never compared: it is no statistic that may decide a grade");
    if (h && (h->kind == EVIDENCE_OUTCOME || h->kind == EVIDENCE_AREA))
        return luaL_error(L, "%s is asked by its methods", kind_words[h->kind]);
    return luaL_error(L, "%s is compared by its methods: evidence:at_least(x), :at_most(x), :above(x), :below(x)",
                      h ? kind_words[h->kind] : "evidence");
}

static int l_no_number(lua_State *L)
{
    const struct handle *h = handle_at(L, 1) ? handle_at(L, 1) : handle_at(L, 2);
    return luaL_error(L, "%s is no number: reckon with what its methods give, such as %s",
                      h ? kind_words[h->kind] : "evidence",
                      h && h->kind == EVIDENCE_SAMPLE    ? ":proportion()"
                      : h && h->kind == EVIDENCE_MEASURE ? ":rate() or :value()"
                      : h && h->kind == EVIDENCE_FINDING ? ":count() or :share()"
                                                         : ":value()");
}

static int l_no_text(lua_State *L)
{
    const struct handle *h = handle_at(L, 1) ? handle_at(L, 1) : handle_at(L, 2);
    return luaL_error(L, "%s is no text: give it a local name and let the message show it, \"{name} …\"",
                      h ? kind_words[h->kind] : "evidence");
}

/* "__index" comes first, into a table that is large enough, so that Lua finds it where it looks first; so with the
 * methods. */
static void open_kind(lua_State *L, enum evidence_kind kind)
{
    static const luaL_Reg order[] = {{"__lt", l_no_order},   {"__le", l_no_order},    {"__add", l_no_number},
                                     {"__sub", l_no_number}, {"__mul", l_no_number},  {"__div", l_no_number},
                                     {"__unm", l_no_number}, {"__concat", l_no_text}, {NULL, NULL}};
    lua_createtable(L, 0, 64);
    words_set(L, methods[kind]);
    if (kind == EVIDENCE_MEASURE) words_set(L, measure_cohort_methods);
    lua_createtable(L, 0, 16);
    lua_pushfstring(L, "%s has no method", kind_words[kind]);
    lua_insert(L, -3);
    handle_metatable(L, evidence_kind_name(kind), lua_tostring(L, -3));
    luaL_setfuncs(L, order, 0);
    lua_pushcfunction(L, l_tostring);
    lua_setfield(L, -2, "__tostring");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &metatable_keys[kind]);
    lua_pop(L, 1);
}

void handle_open(lua_State *L)
{
    for (int kind = 0; kind < EVIDENCE_KINDS; kind++) open_kind(L, (enum evidence_kind)kind);
}
