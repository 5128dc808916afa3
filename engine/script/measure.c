/* measure.c: force.measures.<id>: a number with its unit, and the rate it makes. */
#include "script/sandbox_stats.h"
#include <math.h>

static const struct measure *measure_of(lua_State *L, const struct handle *h)
{
    const struct measure *m = h->slot == NO_SLOT ? NULL : &script_of(L)->org->measures[h->slot];
    if (m && m->is.missing == PEEL_PRESENT) return m;
    record_no_evidence(L, EVIDENCE_MEASURE, h->slot, h->name, handle_missing(L, h));
}

const struct entry *measure_entry(lua_State *L, const struct handle *h)
{
    return &script_of(L)->dataset->catalogues[EVIDENCE_MEASURE].entries[h->slot];
}

/* What the value is divided by. */
static double denominator_of(lua_State *L, const struct entry *e)
{
    const struct dataset *d = script_of(L)->dataset;
    struct handle below = {.kind = EVIDENCE_MEASURE,
                           .slot = e->denominator,
                           .name = d->catalogues[EVIDENCE_MEASURE].entries[e->denominator].id};
    double denominator = measure_of(L, &below)->value.value;
    record_read(L, EVIDENCE_MEASURE, below.slot, below.name, false);
    if (!(denominator > 0))
        luaL_error(L, "the rate of `%s`: its denominator `%s` is not above 0", e->id.s, below.name.s);
    return denominator;
}

double measure_rate(lua_State *L, const struct handle *h)
{
    const struct measure *m = measure_of(L, h);
    const struct entry *e = measure_entry(L, h);
    return e->denominator == NO_SLOT ? m->value.value : entry_rate(e, m->value.value, denominator_of(L, e));
}

static int l_value(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_MEASURE);
    double value = measure_of(L, h)->value.value;
    record_read(L, EVIDENCE_MEASURE, h->slot, h->name, false);
    lua_pushnumber(L, value);
    return 1;
}

static int l_rate(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_MEASURE);
    double rate = measure_rate(L, h);
    record_read(L, EVIDENCE_MEASURE, h->slot, h->name, false);
    lua_pushnumber(L, rate);
    return 1;
}

/* --- Intervals: of counts alone --------------------------------------------------------------------------- */

static bool is_count(double value) { return value >= 0 && value <= (double)STATS_COUNT_MAX && value == floor(value); }

struct events measure_events(lua_State *L, const struct handle *h)
{
    double value = measure_of(L, h)->value.value;
    const struct entry *e = measure_entry(L, h);
    if (e->denominator == NO_SLOT && e->per > 0)
        luaL_error(L,
                   "%s: `%s` is a rate given without its count, and nothing says how sure it is: give the count and "
                   "its denominator",
                   handle_method(L), e->id.s);
    if (!is_count(value))
        luaL_error(L,
                   "%s: `%s` is no count, and nothing says how sure it is: only whole numbers from 0 have an interval",
                   handle_method(L), e->id.s);
    return (struct events){(uint64_t)value, e->denominator == NO_SLOT ? 1 : denominator_of(L, e)};
}

static struct interval interval_of(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_MEASURE);
    double level = handle_level(L, 2);
    struct events events = measure_events(L, h);
    const struct entry *e = measure_entry(L, h);
    charge(L, STATS_RATE);
    record_read(L, EVIDENCE_MEASURE, h->slot, h->name, false);
    return rate_interval(&events, e->per > 0 ? e->per : 1, level);
}

static int l_interval(lua_State *L)
{
    struct interval i = interval_of(L);
    lua_pushnumber(L, i.lower);
    lua_pushnumber(L, i.upper);
    return 2;
}

static int l_lower(lua_State *L) { return lua_pushnumber(L, interval_of(L).lower), 1; }
static int l_upper(lua_State *L) { return lua_pushnumber(L, interval_of(L).upper), 1; }

/* --- Benchmarks -------------------------------------------------------------------------------------------- */

static int unknown_benchmark(lua_State *L, const struct entry *e, struct str want)
{
    if (e->benchmark_count == 0) return luaL_error(L, "`%s` has no benchmarks", e->id.s);
    struct str *ids = lua_newuserdatauv(L, e->benchmark_count * sizeof *ids, 0);
    for (size_t i = 0; i < e->benchmark_count; i++) ids[i] = e->benchmarks[i].id;
    int nearest = str_nearest(want, ids, e->benchmark_count);
    return luaL_error(L, "`%s` has no benchmark `%s`; %s `%s`%s", e->id.s, want.s,
                      nearest >= 0 ? "did you mean" : "it has", ids[nearest >= 0 ? nearest : 0].s,
                      nearest >= 0 ? "?" : "");
}

static int l_benchmark(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_MEASURE);
    struct str want;
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "benchmark wants the name of a benchmark, got %s", luaL_typename(L, 2));
    want.s = lua_tolstring(L, 2, &want.n);
    if (h->slot == NO_SLOT) record_no_evidence(L, EVIDENCE_MEASURE, h->slot, h->name, PEEL_NOT_COLLECTED);
    record_read(L, EVIDENCE_MEASURE, h->slot, h->name, handle_missing(L, h) != PEEL_PRESENT);
    const struct entry *e = measure_entry(L, h);
    for (size_t i = 0; i < e->benchmark_count; i++)
        if (str_eq(e->benchmarks[i].id, want)) return lua_pushnumber(L, e->benchmarks[i].value), 1;
    return unknown_benchmark(L, e, want);
}

#define OF_COUNTS                                                                                                      \
    " Of a count alone, a whole number from 0: of another number, or of a rate without its count, nothing says how "   \
    "sure it is, and it is an error."

const struct word measure_methods[] = {
    {"value", l_value, "", "number",
     "The number as the dataset has it, in the unit of its catalogue. Where it is missing, the rule ends with "
     "`no-evidence`."},
    {"rate", l_rate, "", "number",
     "The value over its denominator, times `per`; the value itself where the catalogue names no denominator. Taken to "
     "twelve digits. A denominator that is missing ends the rule with `no-evidence`, one that is not above 0 is an "
     "error."},
    {"interval", l_interval, "level?: number", "lower: number, upper: number",
     "The interval of the rate at the two-sided `level` (default 0.95), in the unit of the rate. Poisson, exact: "
     "Garwood 1936. No events: lower is 0, upper is not." OF_COUNTS},
    {"lower", l_lower, "level?: number", "number", "The lower end of `:interval(level)`." OF_COUNTS},
    {"upper", l_upper, "level?: number", "number", "The upper end of `:interval(level)`." OF_COUNTS},
    COMPARISONS("its rate", "`x` is in the unit of the rate."),
    CHANGES("peel.measure",
            "Two Poisson counts, as `stats.rate_ratio`: both are whole numbers from 0, of the same unit (or none has "
            "one), and both have a denominator or neither (then over periods taken as equally long); denominators are "
            "one measure, or two of the same `unit`. Anything else is an error."),
    {"benchmark", l_benchmark, "name: string", "number",
     "The number that the dataset's catalogue gives under `benchmarks`, such as the mean of all; in the unit of the "
     "rate. A name that it does not have is an error."},
    MISSING,
    {0},
};
