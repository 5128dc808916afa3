/* parameter.c: p.<name>: the numbers of the pack. A read is recorded, so p is an object, and the name's string is known
 * by its address. */
#include "script/evidence.h"

bool parameters_at(lua_State *L, int index)
{
    const struct bound *b = script_of(L)->bound;
    return b && lua_touserdata(L, index) == b->parameters_object;
}

/* In order of name. */
int parameter_find(const struct script *s, struct str name)
{
    const struct decl_pack *pack = s->vocabulary->pack;
    size_t low = 0, high = pack->parameter_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(pack->parameters[middle].name, name);
        if (order == 0) return (int)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

_Noreturn void parameter_unknown(lua_State *L, struct str name)
{
    const struct decl_pack *pack = script_of(L)->vocabulary->pack;
    lua_newtable(L);
    for (size_t i = 0; i < pack->parameter_count; i++) {
        lua_pushlstring(L, pack->parameters[i].name.s, pack->parameters[i].name.n);
        lua_pushboolean(L, 1);
        lua_rawset(L, -3);
    }
    sandbox_unknown(L, -1, "the pack has no parameter", name);
}

struct str parameter_phrase(const struct script *s, uint16_t parameter)
{
    const struct bound_parameter *p = &s->bound->list[parameter];
    return (struct str){p->phrase, p->length};
}

/* A name seen for the first time. Its string is kept, so that its address stays its own. */
static uint32_t learn(lua_State *L, struct script *s, size_t slot)
{
    struct str name;
    if (lua_type(L, 2) != LUA_TSTRING) luaL_error(L, "a parameter has a name, got a %s", luaL_typename(L, 2));
    name.s = lua_tolstring(L, 2, &name.n);
    int found = parameter_find(s, name);
    if (found < 0) parameter_unknown(L, name);
    if (name.n > 40) return (uint32_t)found; /* long strings are not one per text */
    lua_pushvalue(L, 2);
    lua_rawgetp(L, LUA_REGISTRYINDEX, s->bound);
    lua_insert(L, -2);
    lua_pushboolean(L, 1);
    lua_rawset(L, -3);
    s->bound->known[slot].name = lua_topointer(L, 2);
    s->bound->known[slot].index = (uint32_t)found;
    return (uint32_t)found;
}

static int l_parameter(lua_State *L)
{
    struct script *s = script_of(L);
    const void *name = lua_topointer(L, 2);
    size_t slot = ((uintptr_t)name >> 4) % PARAMETER_CACHE;
    bool known = name && s->bound->known[slot].name == name;
    uint32_t index = known ? s->bound->known[slot].index : learn(L, s, slot);
    struct bound_parameter *p = &s->bound->list[index];
    struct record *r = &s->record;
    if (r->parameter_count > 32 || r->parameter_count == r->parameter_capacity)
        record_parameter(L, (uint16_t)index);
    else if (p->question != s->question) { /* the same, in few steps */
        p->question = s->question;
        r->parameters[r->parameter_count++] = (uint16_t)index;
    }
    if (p->whole)
        lua_pushinteger(L, (lua_Integer)p->value);
    else
        lua_pushnumber(L, p->value);
    return 1;
}

static int l_shown(lua_State *L)
{
    lua_pushliteral(L, "the parameters of the pack");
    return 1;
}

void parameters_push(lua_State *L)
{
    static const luaL_Reg fields[] = {
        {"__index", l_parameter}, {"__newindex", l_sealed}, {"__tostring", l_shown}, {NULL, NULL}};
    object_push(L);
    lua_createtable(L, 0, 16);
    luaL_setfuncs(L, fields, 0);
    lua_pushliteral(L, "parameters");
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}
