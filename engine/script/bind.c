/* bind.c: what is made once, so that a question costs little: the vocabulary after loading, the handles for a dataset.
 */
#include "base/mem.h"
#include "data/phrase.h"
#include "script/evidence.h"
#include "script/message.h"
#include <math.h>

/* --- Sealing ------------------------------------------------------------------------------------------------ */

static int l_seal(lua_State *L)
{
    handle_open(L);
    message_learn(L, NULL, 0);
    seal_functions(L);
    return 0;
}

bool script_seal(struct script *s, const struct vocabulary *v)
{
    s->vocabulary_copy = *v;
    s->vocabulary = &s->vocabulary_copy;
    s->sealed = gate_run(s, l_seal, NULL, NULL);
    return s->sealed;
}

/* --- Binding -------------------------------------------------------------------------------------------------- */

/* A parameter in words: a share in percent, everything else as the shortest number. */
static bool bind_parameter(const struct decl_parameter *decl, struct bound_parameter *p)
{
    struct buf text;
    buf_init(&text);
    p->value = decl->value;
    p->whole = decl->value == rint(decl->value) && fabs(decl->value) < 0x1p53;
    if (decl->unit.s && str_is(decl->unit, "share"))
        phrase_percent(decl->value, &text);
    else
        buf_double(&text, decl->value);
    bool good = !text.failed;
    p->length = (uint8_t)(text.length < PARAMETER_PHRASE ? text.length : PARAMETER_PHRASE);
    if (good) memcpy(p->phrase, text.data, p->length);
    buf_done(&text);
    return good;
}

static struct bound *bound_push(lua_State *L)
{
    const struct decl_pack *pack = script_of(L)->vocabulary->pack;
    size_t size = sizeof(struct bound) + pack->parameter_count * sizeof(struct bound_parameter);
    struct bound *b = memset(lua_newuserdatauv(L, size, 1), 0, size);
    for (size_t i = 0; i < pack->parameter_count; i++)
        if (!bind_parameter(&pack->parameters[i], &b->list[i])) budget_starve(L);
    return b;
}

static const char bound_key;

static int l_bind(lua_State *L)
{
    struct script *s = script_of(L);
    if (s->bound) {
        luaL_unref(L, LUA_REGISTRYINDEX, s->bound->force);
        luaL_unref(L, LUA_REGISTRYINDEX, s->bound->parameters);
        luaL_unref(L, LUA_REGISTRYINDEX, s->bound->judged);
        lua_pushnil(L);
        lua_rawsetp(L, LUA_REGISTRYINDEX, s->bound);
        s->bound = NULL;
    }
    struct bound *b = bound_push(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &bound_key);
    lua_newtable(L); /* the names of parameters that were learnt by address */
    lua_rawsetp(L, LUA_REGISTRYINDEX, b);
    parameters_push(L);
    b->parameters_object = lua_touserdata(L, -1);
    b->parameters = luaL_ref(L, LUA_REGISTRYINDEX);
    force_push(L);
    b->force = luaL_ref(L, LUA_REGISTRYINDEX);
    judged_push(L);
    b->judged = luaL_ref(L, LUA_REGISTRYINDEX);
    s->bound = b;
    return 0;
}

bool script_bind(struct script *s, const struct dataset *dataset, struct cohort *cohort)
{
    s->dataset = dataset;
    s->cohort = cohort;
    s->org = NULL;
    bool good = gate_run(s, l_bind, NULL, NULL);
    if (good) lua_gc(s->L, LUA_GCCOLLECT, 0);
    return good && gate_lay(s, s->bound->parameters, s->bound->force, s->bound->judged);
}
