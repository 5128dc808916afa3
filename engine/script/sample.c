/* sample.c: force.samples.<id>: so many looked at, so many of them good enough. */
#include "script/evidence.h"
#include "stats/proportion.h"

static const struct sample *sample_of(lua_State *L, const struct handle *h)
{
    const struct sample *s = h->slot == NO_SLOT ? NULL : &script_of(L)->org->samples[h->slot];
    if (s && s->is.missing == PEEL_PRESENT) return s;
    record_no_evidence(L, EVIDENCE_SAMPLE, h->slot, h->name, handle_missing(L, h));
}

double sample_proportion(lua_State *L, const struct handle *h)
{
    const struct sample *s = sample_of(L, h);
    if (s->reviewed == 0) record_missing_part(L, h, "the proportion of ", PEEL_NOT_COLLECTED);
    return (double)s->met / (double)s->reviewed;
}

double sample_bound(lua_State *L, const struct handle *h, double level, int side)
{
    const struct sample *s = sample_of(L, h);
    sample_proportion(L, h); /* ends the rule where there is none */
    struct interval i = wilson_interval(s->met, s->reviewed, level);
    return side < 0 ? i.lower : i.upper;
}

static int l_met(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_SAMPLE);
    uint64_t met = sample_of(L, h)->met;
    record_read(L, EVIDENCE_SAMPLE, h->slot, h->name, false);
    lua_pushinteger(L, (lua_Integer)met);
    return 1;
}

/* Known also where only `met` is missing. */
static int l_reviewed(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_SAMPLE);
    const struct sample *s = h->slot == NO_SLOT ? NULL : &script_of(L)->org->samples[h->slot];
    if (!s || !s->met_missing) s = sample_of(L, h);
    record_read(L, EVIDENCE_SAMPLE, h->slot, h->name, false);
    lua_pushinteger(L, (lua_Integer)s->reviewed);
    return 1;
}

static int l_proportion(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_SAMPLE);
    double proportion = sample_proportion(L, h);
    record_read(L, EVIDENCE_SAMPLE, h->slot, h->name, false);
    lua_pushnumber(L, proportion);
    return 1;
}

static int bound(lua_State *L, int side)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_SAMPLE);
    double level = lua_isnoneornil(L, 2) ? 0.95 : handle_proportion(L, 2);
    if (!(level > 0 && level < 1))
        return luaL_error(L, "%s wants a level between 0 and 1, such as 0.95", handle_method(L));
    double at = sample_bound(L, h, level, side);
    record_read(L, EVIDENCE_SAMPLE, h->slot, h->name, false);
    lua_pushnumber(L, at);
    return 1;
}

static int l_lower(lua_State *L) { return bound(L, -1); }
static int l_upper(lua_State *L) { return bound(L, +1); }

const luaL_Reg sample_methods[] = {
    {"met", l_met}, {"reviewed", l_reviewed}, {"proportion", l_proportion}, {"lower", l_lower}, {"upper", l_upper},
    COMPARISONS,    SURE_COMPARISONS,         {"missing", l_missing},       {NULL, NULL},
};
