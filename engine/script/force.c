/* force.c: what a rule sees of an organisation: one object for all of them, with a shelf for each kind of evidence. A
 * look at a shelf is a look into a table of handles; only a name that is not there comes to C. */
#include "script/evidence.h"
#include <stdlib.h>

static const char shelf_key[EVIDENCE_CATALOGUES]; /* registry: the table of handles of each kind */

/* --- Names that are not there ------------------------------------------------------------------------------- */

/* Adds "force.samples.x" to the message for each kind in which the name is declared. */
static int elsewhere(lua_State *L, struct str name)
{
    int count = 0;
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) {
        lua_rawgetp(L, LUA_REGISTRYINDEX, &shelf_key[kind]);
        lua_pushlstring(L, name.s, name.n);
        bool there = lua_rawget(L, -2) != LUA_TNIL;
        lua_pop(L, 2);
        if (!there) continue;
        lua_pushfstring(L, "%sforce.%s.%s", count ? " and " : "", evidence_kind_plural((enum evidence_kind)kind),
                        name.s);
        if (count++) lua_concat(L, 2);
    }
    return count;
}

/* (handles, name); upvalue 1: the kind */
static int l_no_evidence(lua_State *L)
{
    enum evidence_kind kind = (enum evidence_kind)lua_tointeger(L, lua_upvalueindex(1));
    struct str name;
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "force.%s holds evidence by name, got a %s", evidence_kind_plural(kind),
                          luaL_typename(L, 2));
    name.s = lua_tolstring(L, 2, &name.n);
    if (name.n <= 64 && elsewhere(L, name))
        return luaL_error(L, "there is no %s `%s`, but there is %s", evidence_kind_name(kind), name.s,
                          lua_tostring(L, -1));
    sandbox_unknown(
        L, 1, lua_pushfstring(L, "neither the pack nor the dataset declares the %s", evidence_kind_name(kind)), name);
}

/* --- Shelves -------------------------------------------------------------------------------------------------- */

static void put(lua_State *L, enum evidence_kind kind, uint32_t slot, struct str name) /* handles -- handles */
{
    lua_pushlstring(L, name.s, name.n);
    handle_push_new(L, kind, slot, name);
    lua_rawset(L, -3);
}

/* What the dataset's catalogue and the pack declare. */
static void fill(lua_State *L, enum evidence_kind kind)
{
    const struct script *s = script_of(L);
    const struct catalogue *catalogue = &s->dataset->catalogues[kind];
    const struct decl_pack *pack = s->vocabulary->pack;
    for (size_t i = 0; i < catalogue->count; i++) put(L, kind, (uint32_t)i, catalogue->entries[i].id);
    for (size_t i = 0; i < pack->evidence_count[kind]; i++) {
        struct str id = pack->evidence[kind][i].id;
        if (catalogue->count == 0 || catalogue_find(catalogue, id) == NO_SLOT) put(L, kind, NO_SLOT, id);
    }
}

/* A shelf around the table of handles at the top, which is replaced by it; `unknown` answers for other names. */
static void shelve(lua_State *L, const char *name, lua_CFunction unknown,
                   enum evidence_kind kind) /* handles -- shelf */
{
    lua_createtable(L, 0, 1);
    lua_pushinteger(L, kind);
    lua_pushcclosure(L, unknown, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    object_push(L);
    lua_insert(L, -2); /* shelf handles */
    lua_createtable(L, 0, 16);
    lua_insert(L, -2); /* shelf metatable handles */
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, l_sealed);
    lua_setfield(L, -2, "__newindex");
    lua_pushstring(L, name);
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}

static int l_no_outcome(lua_State *L)
{
    bool is_area = lua_tointeger(L, lua_upvalueindex(1)) == EVIDENCE_AREA;
    const char *prefix = is_area ? "the pack has no area" : "the pack has no characteristic";
    struct str name;
    if (lua_type(L, 2) != LUA_TSTRING) return luaL_error(L, "%s that is a %s", prefix, luaL_typename(L, 2));
    name.s = lua_tolstring(L, 2, &name.n);
    if (!is_area && !memchr(name.s, '/', name.n))
        return luaL_error(L, "an outcome is named \"area/characteristic\", got `%s`", name.s);
    sandbox_unknown(L, 1, prefix, name);
}

static void push_outcomes(lua_State *L)
{
    const struct board_shape *shape = script_of(L)->vocabulary->shape;
    lua_newtable(L);
    for (size_t c = 0; c < shape->characteristics; c++) put(L, EVIDENCE_OUTCOME, (uint32_t)c, shape->ids[c]);
    shelve(L, "force.outcomes", l_no_outcome, EVIDENCE_OUTCOME);
}

static void push_areas(lua_State *L)
{
    const struct board_shape *shape = script_of(L)->vocabulary->shape;
    lua_newtable(L);
    for (size_t a = 0; a < shape->areas; a++) put(L, EVIDENCE_AREA, (uint32_t)a, shape->area_ids[a]);
    shelve(L, "force.areas", l_no_outcome, EVIDENCE_AREA);
}

/* --- force ------------------------------------------------------------------------------------------------------- */

/* (fields, name): id and name are the sitting organisation's. */
static int l_field(lua_State *L)
{
    const struct org *org = script_of(L)->org;
    struct str name = {"", 0};
    if (lua_type(L, 2) == LUA_TSTRING) name.s = lua_tolstring(L, 2, &name.n);
    if (org && str_is(name, "id")) return lua_pushlstring(L, org->id.s, org->id.n), 1;
    if (org && str_is(name, "name")) return lua_pushlstring(L, org->name.s, org->name.n), 1;
    lua_settop(L, 2); /* id and name are no keys of the table, but are to be found as the nearest */
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, 1);) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, 3);
    }
    lua_pushboolean(L, 1);
    lua_setfield(L, 3, "id");
    lua_pushboolean(L, 1);
    lua_setfield(L, 3, "name");
    sandbox_unknown(L, 3, "force has no", name);
}

/* Each is put there below, or found by l_field; a test looks for all of them. */
const struct word force_fields[] = {
    KEY("id", "string", "The id of the organisation that is being judged, as the dataset has it."),
    KEY("name", "string", "Its name."),
    KEY("measures", "peel.measures", "Numbers with a unit, by their ids: `force.measures.calls`."),
    KEY("estimates", "peel.estimates", "Estimated proportions with their margins, by their ids."),
    KEY("samples", "peel.samples", "So many reviewed, so many of them good enough, by their ids."),
    KEY("surveys", "peel.surveys", "Surveys, which can be cited and decide nothing, by their ids."),
    KEY("findings", "peel.all_findings",
        "What inspectors wrote down: `force.findings:here()`, `force.findings:about(\"area/characteristic\")`."),
    KEY("outcomes", "peel.outcomes",
        "What other rules found: `force.outcomes[\"area/characteristic\"]`, where `depends` names it."),
    KEY("areas", "peel.areas", "Areas that were judged before: `force.areas[\"area\"]`, where `depends` names them."),
    {0},
};

void force_push(lua_State *L)
{
    const struct script *s = script_of(L);
    lua_createtable(L, 0, 32);
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) {
        const char *name = lua_pushfstring(L, "force.%s", evidence_kind_plural((enum evidence_kind)kind));
        size_t known = s->dataset->catalogues[kind].count + s->vocabulary->pack->evidence_count[kind];
        lua_createtable(L, 0, known < 10000 ? (int)(2 * known) : 0); /* a half empty table has short chains */
        fill(L, (enum evidence_kind)kind);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &shelf_key[kind]); /* force name handles */
        shelve(L, name, l_no_evidence, (enum evidence_kind)kind);
        lua_setfield(L, -3, evidence_kind_plural((enum evidence_kind)kind));
        lua_pop(L, 1);
    }
    findings_push(L);
    lua_setfield(L, -2, "findings");
    push_outcomes(L);
    lua_setfield(L, -2, "outcomes");
    push_areas(L);
    lua_setfield(L, -2, "areas");
    shelve(L, "force", l_field, EVIDENCE_MEASURE);
}

void force_handle(lua_State *L, enum evidence_kind kind, struct str name)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &shelf_key[kind]);
    lua_pushlstring(L, name.s, name.n);
    lua_rawget(L, -2);
    lua_remove(L, -2);
}
