/* sample.c: force.samples.<id>: so many looked at, so many of them good enough. A population that is declared enters
 * all bounds. */
#include "script/sandbox_stats.h"
#include "stats/words.h"
#include <math.h>

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

/* Without reviewed ones there is nothing to draw from: ends the rule, as where it is missing. */
struct draw sample_draw(lua_State *L, const struct handle *h)
{
    const struct sample *s = sample_of(L, h);
    sample_proportion(L, h);
    return (struct draw){s->met, s->reviewed, s->population};
}

struct interval sample_interval(lua_State *L, const struct handle *h, enum proportion_method method, double level)
{
    struct draw draw = sample_draw(L, h);
    return proportion_interval(method, &draw, level);
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
    struct interval i = sample_interval(L, h, PROPORTION_WILSON, handle_level(L, 2));
    record_read(L, EVIDENCE_SAMPLE, h->slot, h->name, false);
    lua_pushnumber(L, side < 0 ? i.lower : i.upper);
    return 1;
}

static int l_lower(lua_State *L) { return bound(L, -1); }
static int l_upper(lua_State *L) { return bound(L, +1); }

static const char *method_word(int i) { return proportion_method_name((enum proportion_method)i); }

static enum proportion_method method_at(lua_State *L, int argument)
{
    int which = stats_which(L, argument, method_word);
    if (which < 0)
        luaL_error(L, "interval wants a method, %s, got %s", stats_choices(L, method_word),
                   lua_type(L, argument) == LUA_TSTRING ? "another text" : handle_got(L, argument));
    return (enum proportion_method)which;
}

/* (method, level) */
static int l_interval(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_SAMPLE);
    enum proportion_method method = method_at(L, 2);
    double level = handle_level(L, 3);
    struct draw draw = sample_draw(L, h);
    stats_charge(L, method, &draw);
    struct interval i = proportion_interval(method, &draw, level);
    if (isnan(i.lower))
        return luaL_error(L, "interval: `%s` is too large a sample of too large a population to sum exactly",
                          h->name.s);
    record_read(L, EVIDENCE_SAMPLE, h->slot, h->name, false);
    lua_pushnumber(L, i.lower);
    lua_pushnumber(L, i.upper);
    return 2;
}

#define POPULATION " A `population` that the dataset gives enters it."

const struct word sample_methods[] = {
    {"met", l_met, "", "integer",
     "How many of those reviewed met the standard. Where that is missing, the rule ends with `no-evidence`."},
    {"reviewed", l_reviewed, "", "integer",
     "How many were reviewed. Known also where only `met` is missing; else what is missing ends the rule with "
     "`no-evidence`."},
    {"proportion", l_proportion, "", "number",
     "The share that met the standard, from 0 to 1. Of none reviewed there is none: `no-evidence`."},
    {"lower", l_lower, "level?: number", "number",
     "The lower end of the Wilson interval of the share, at the two-sided `level` (default 0.95)." POPULATION},
    {"upper", l_upper, "level?: number", "number",
     "The upper end of the Wilson interval of the share, at the two-sided `level` (default 0.95)." POPULATION},
    {"interval", l_interval, "method?: \"wilson\"|\"clopper-pearson\"|\"wald\", level?: number",
     "lower: number, upper: number",
     "The interval of the share, by a method (default `\"wilson\"`) and at a two-sided `level` (default 0.95), as "
     "`stats.wilson`, `stats.clopper_pearson` and `stats.wald` reckon it." POPULATION},
    COMPARISONS("its proportion", FROM_0_TO_1),
    SURE_COMPARISONS("that of the Wilson interval at 0.95, into which a `population` of the dataset enters"),
    CHANGES("peel.sample", "As `stats.difference`; a `population` that the dataset gives enters."),
    MISSING,
    {0},
};
