/* estimate.c: force.estimates.<id>: a proportion with its margin of error. The interval stays within 0 and 1, as
 * proportions do. */
#include "script/evidence.h"

static const struct estimate *estimate_of(lua_State *L, const struct handle *h)
{
    enum peel_missing missing = handle_missing(L, h);
    if (missing != PEEL_PRESENT) record_no_evidence(L, EVIDENCE_ESTIMATE, h->slot, h->name, missing);
    return &script_of(L)->org->estimates[h->slot];
}

static double margin_of(lua_State *L, const struct handle *h, const struct estimate *e)
{
    if (!e->margin.spelled.s) record_missing_part(L, h, "the margin of ", PEEL_NOT_COLLECTED);
    return e->margin.value;
}

double estimate_value(lua_State *L, const struct handle *h) { return estimate_of(L, h)->value.value; }

double estimate_bound(lua_State *L, const struct handle *h, int side)
{
    const struct estimate *e = estimate_of(L, h);
    double bound = evidence_tidy(e->value.value + side * margin_of(L, h, e));
    return bound < 0 ? 0 : bound > 1 ? 1 : bound;
}

struct measured estimate_measured(lua_State *L, const struct handle *h)
{
    const struct estimate *e = estimate_of(L, h);
    return (struct measured){e->value.value, margin_of(L, h, e), e->level};
}

static int answer(lua_State *L, const struct handle *h, double number)
{
    record_read(L, EVIDENCE_ESTIMATE, h->slot, h->name, false);
    lua_pushnumber(L, number);
    return 1;
}

static int l_value(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_ESTIMATE);
    return answer(L, h, estimate_value(L, h));
}

static int l_margin(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_ESTIMATE);
    return answer(L, h, margin_of(L, h, estimate_of(L, h)));
}

static int l_lower(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_ESTIMATE);
    return answer(L, h, estimate_bound(L, h, -1));
}

static int l_upper(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_ESTIMATE);
    return answer(L, h, estimate_bound(L, h, +1));
}

static int l_level(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_ESTIMATE);
    return answer(L, h, estimate_of(L, h)->level);
}

const struct word estimate_methods[] = {
    {"value", l_value, "", "number",
     "The proportion that was estimated, from 0 to 1. Where it is missing, the rule ends with `no-evidence`."},
    {"margin", l_margin, "", "number",
     "The margin of error as published, half the width of the interval at `:level()`. Where none was published, the "
     "rule "
     "ends with `no-evidence`."},
    {"lower", l_lower, "", "number", "The value less its margin, and at least 0, at the level of the estimate itself."},
    {"upper", l_upper, "", "number", "The value plus its margin, and at most 1, at the level of the estimate itself."},
    {"level", l_level, "", "number", "The level of its margin, between 0 and 1: mostly 0.95."},
    COMPARISONS("its value", FROM_0_TO_1),
    SURE_COMPARISONS("the value less, or plus, its margin, at the level of the estimate"),
    CHANGES("peel.estimate", "Taken as independent and normal, as `stats.estimates`."),
    MISSING,
    {0},
};
