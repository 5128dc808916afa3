/* sandbox_stats.c: `stats`: what the textbooks say of numbers, for rules that reckon with them. Proportions,
 * differences and rates stand here, what takes a list in sandbox_stats_lists.c. Nothing here reads evidence or is
 * recorded: words about evidence come from its own methods (change.c). */
#include "script/sandbox_stats.h"
#include "stats/difference.h"
#include "stats/rate.h"
#include "stats/words.h"
#include <math.h>

static const char *name_of(lua_State *L) { return lua_tostring(L, lua_upvalueindex(1)); }

/* --- Proportions -------------------------------------------------------------------------------------------------- */

static int too_many(lua_State *L, const char *what, uint64_t is, const char *than, uint64_t reviewed)
{
    return luaL_error(L, "%s: %s is %I, %s than the %I reviewed", name_of(L), what, (LUAI_UACINT)is, than,
                      (LUAI_UACINT)reviewed);
}

static struct draw draw_at(lua_State *L, int argument, const char *met, const char *reviewed)
{
    struct draw d = {stats_count(L, argument, met, 0), stats_count(L, argument + 1, reviewed, 0), 0};
    if (d.met > d.size) too_many(L, met, d.met, "more", d.size);
    return d;
}

/* (met, reviewed, level, population) */
static struct draw sampled(lua_State *L)
{
    struct draw d = draw_at(L, 1, "met", "reviewed");
    if (lua_isnoneornil(L, 4)) return d;
    d.population = stats_count(L, 4, "population", 1);
    if (d.population < d.size) too_many(L, "population", d.population, "fewer", d.size);
    return d;
}

/* What is not a number is one thing only here: more than can be summed exactly. */
static int push_interval(lua_State *L, struct interval i)
{
    if (isnan(i.lower)) return stats_none(L, "too-large");
    lua_pushnumber(L, i.lower);
    lua_pushnumber(L, i.upper);
    return 2;
}

static int proportion(lua_State *L, enum proportion_method method)
{
    struct draw d = sampled(L);
    double level = stats_level(L, 3, "level");
    stats_charge(L, method, &d);
    return push_interval(L, proportion_interval(method, &d, level));
}

static int l_wilson(lua_State *L) { return proportion(L, PROPORTION_WILSON); }
static int l_clopper_pearson(lua_State *L) { return proportion(L, PROPORTION_CLOPPER_PEARSON); }
static int l_wald(lua_State *L) { return proportion(L, PROPORTION_WALD); }

static int bound(lua_State *L, enum side side)
{
    struct draw d = sampled(L);
    double confidence = stats_confidence(L, 3);
    charge(L, STATS_PLAIN);
    lua_pushnumber(L, proportion_bound(PROPORTION_WILSON, &d, side, confidence));
    return 1;
}

static int l_lower_bound(lua_State *L) { return bound(L, SIDE_LOWER); }
static int l_upper_bound(lua_State *L) { return bound(L, SIDE_UPPER); }

static double margin_at(lua_State *L, int argument)
{
    double margin = lua_type(L, argument) == LUA_TNUMBER ? lua_tonumber(L, argument) : 0;
    if (!(margin > 0 && margin <= 1)) stats_refuse(L, argument, "margin", "a number above 0 and at most 1");
    return margin;
}

/* (margin, expected, population, level) */
static int l_sample_size(lua_State *L)
{
    double margin = margin_at(L, 1), expected = lua_isnoneornil(L, 2) ? 0.5 : stats_share(L, 2, "expected");
    uint64_t population = lua_isnoneornil(L, 3) ? 0 : stats_count(L, 3, "population", 1);
    double level = stats_level(L, 4, "level");
    charge(L, STATS_PLAIN);
    uint64_t size = proportion_sample_size(margin, expected, population, level);
    if (size == 0) return stats_none(L, "too-large");
    lua_pushinteger(L, (lua_Integer)size);
    return 1;
}

/* --- Differences -------------------------------------------------------------------------------------------------- */

static int push_difference(lua_State *L, const struct difference *d)
{
    if (d->comparison == COMPARISON_UNKNOWN) return stats_none(L, "too-large");
    lua_createtable(L, 0, 6);
    stats_set(L, "difference", d->difference);
    stats_set(L, "lower", d->interval.lower);
    stats_set(L, "upper", d->interval.upper);
    stats_set(L, "p", d->p);
    stats_set_word(L, "test", difference_test_name(d->test));
    stats_set_word(L, "word", comparison_name(d->comparison));
    return 1;
}

/* (met1, reviewed1, met2, reviewed2, level) */
static int l_difference(lua_State *L)
{
    struct draw first = draw_at(L, 1, "met1", "reviewed1"), second = draw_at(L, 3, "met2", "reviewed2");
    double level = stats_level(L, 5, "level");
    charge(L, STATS_DIFFERENCE);
    if (first.size == 0 || second.size == 0) return stats_none(L, "too-few");
    struct difference d = sample_difference(&first, &second, level);
    return push_difference(L, &d);
}

/* { value =, margin =, level = } */
static struct measured measured_at(lua_State *L, int argument, const char *what)
{
    static const struct str names[] = {STR("value"), STR("margin"), STR("level")};
    struct measured m;
    stats_fields(L, argument, what, "a table with value and margin", names, 3);
    for (int i = 0; i < 3; i++) lua_getfield(L, argument, names[i].s);
    int top = lua_gettop(L);
    m.value = stats_number(L, top - 2, "value");
    m.margin = stats_number(L, top - 1, "margin");
    m.level = stats_level(L, top, "level");
    if (m.margin < 0) stats_refuse(L, top - 1, "margin", "a number from 0 upwards");
    lua_pop(L, 3);
    return m;
}

/* (first, second, level) */
static int l_estimates(lua_State *L)
{
    lua_settop(L, 3);
    struct measured first = measured_at(L, 1, "the first"), second = measured_at(L, 2, "the second");
    double level = stats_level(L, 3, "level");
    charge(L, STATS_PLAIN);
    struct difference d = measured_difference(&first, &second, level);
    return push_difference(L, &d);
}

/* --- Rates -------------------------------------------------------------------------------------------------------- */

static struct events events_at(lua_State *L, int argument, const char *count, const char *exposure)
{
    return (struct events){stats_count(L, argument, count, 0), stats_positive(L, argument + 1, exposure)};
}

/* (count, exposure, per, level) */
static int l_rate(lua_State *L)
{
    struct events e = events_at(L, 1, "count", "exposure");
    double per = lua_isnoneornil(L, 3) ? 1 : stats_positive(L, 3, "per"), level = stats_level(L, 4, "level");
    charge(L, STATS_RATE);
    lua_pushnumber(L, (double)e.count * per / e.exposure); /* as a measure's rate: multiplied first */
    return 1 + push_interval(L, rate_interval(&e, per, level));
}

/* (count1, exposure1, count2, exposure2, level) */
static int l_rate_ratio(lua_State *L)
{
    struct events first = events_at(L, 1, "count1", "exposure1"), second = events_at(L, 3, "count2", "exposure2");
    double level = stats_level(L, 5, "level");
    charge(L, STATS_RATIO);
    struct rate_ratio r = rate_compare(&first, &second, level);
    if (r.comparison == COMPARISON_UNKNOWN) return stats_none(L, "too-large");
    lua_createtable(L, 0, 5);
    stats_set(L, "ratio", r.ratio);
    stats_set(L, "lower", r.interval.lower);
    stats_set(L, "upper", r.interval.upper);
    stats_set(L, "p", r.p);
    stats_set_word(L, "word", comparison_name(r.comparison));
    return 1;
}

/* --- The table ---------------------------------------------------------------------------------------------------- */

#define SHARE "met: integer, reviewed: integer, level?: number, population?: integer"
#define LEVEL " `level` is two-sided, 0.95 where it is left out."
#define BOUND                                                                                                          \
    "Wilson, one-sided; `confidence` is from 0.5 to below 1 (default 0.95). The 0.95 bound is the end of the 0.90 "    \
    "interval. `population` as in `stats.wilson`."
#define TOO_FEW " An empty list: `nil, \"too-few\"`."

const struct word stats_functions[] = {
    {"wilson", l_wilson, SHARE, "lower: number, upper: number",
     "The score interval of a share of a sample, without continuity correction: Wilson 1927." LEVEL
     " None met: lower is "
     "0; all met: upper is 1; none reviewed: 0, 1. `population`, of which the sample was drawn: the variance shrinks "
     "by "
     "(N − n)/(N − 1), Cochran 1977; all reviewed: the share itself."},
    {"clopper_pearson", l_clopper_pearson, SHARE, "lower: number, upper: number",
     "The exact interval of a share, which covers at least the level: Clopper and Pearson 1934." LEVEL " With a "
     "`population` hypergeometric, Buonaccorsi 1987. None met: lower is 0; all met: upper is 1; none reviewed: 0, 1. "
     "Counts "
     "beyond what can be summed exactly: `nil, \"too-large\"`."},
    {"wald", l_wald, SHARE, "lower: number, upper: number",
     "The share less and plus its margin, cut to 0 and 1: what published margins use." LEVEL
     " Misleads near 0 and 1: none "
     "or all met, no width. None reviewed: 0, 1. `population` as in `stats.wilson`."},
    {"lower_bound", l_lower_bound, "met: integer, reviewed: integer, confidence?: number, population?: integer",
     "number", "With this confidence the share is at least that. " BOUND},
    {"upper_bound", l_upper_bound, "met: integer, reviewed: integer, confidence?: number, population?: integer",
     "number", "With this confidence the share is at most that. " BOUND},
    {"sample_size", l_sample_size, "margin: number, expected?: number, population?: integer, level?: number",
     "integer, why: string?",
     "How many to review, so that the margin of `stats.wald` will be at most `margin` if the share is `expected` "
     "(default "
     "0.5, the worst): Cochran 1977, rounded up." LEVEL " More than 2^53: `nil, \"too-large\"`."},
    {"difference", l_difference, "met1: integer, reviewed1: integer, met2: integer, reviewed2: integer, level?: number",
     "peel.difference?, why: string?",
     "The first share less the second, with its interval, p and a word: Newcombe 1998, method 10." LEVEL " `test` is "
     "`\"fisher\"` (exact, two-sided) where an expected count is below 5 (Cochran 1954), else `\"pooled-z\"`. A sample "
     "of "
     "none: `nil, \"too-few\"`; counts beyond what can be reckoned: `nil, \"too-large\"`."},
    {"estimates", l_estimates, "first: peel.measured, second: peel.measured, level?: number",
     "peel.difference?, why: string?",
     "The first estimate less the second, taken as independent and normal; `test` is `\"estimates\"`. Not cut at any "
     "end." LEVEL},
    {"rate", l_rate, "count: integer, exposure: number, per?: number, level?: number",
     "rate: number, lower: number, upper: number",
     "Events per `per` (default 1) of exposure, and the interval: Poisson, exact, Garwood 1936." LEVEL
     " No events: lower is "
     "0, upper is not."},
    {"rate_ratio", l_rate_ratio,
     "count1: integer, exposure1: number, count2: integer, exposure2: number, level?: number",
     "peel.rate_ratio, why: string?",
     "Two Poisson counts side by side, exact: Przyborowski and Wilenski 1940." LEVEL
     " No events in the second: ratio and "
     "upper are `math.huge`; in neither: no `ratio`, p is 1. Counts beyond what can be reckoned: `nil, "
     "\"too-large\"`."},
    {"mean", l_mean, "list: number[]", "number?, why: string?", "The arithmetic mean of a list." TOO_FEW},
    {"median", l_median, "list: number[]", "number?, why: string?",
     "The median of a list; of an even number the middle of two." TOO_FEW},
    {"sd", l_sd, "list: number[]", "number?, why: string?",
     "The standard deviation of a list, with n − 1. Fewer than two: `nil, \"too-few\"`; all the same: exactly 0."},
    {"quantile", l_quantile, "list: number[], p: number", "number?, why: string?",
     "The quantile of type 7 of Hyndman and Fan 1996, the default of R; `p` from 0 (the smallest) to 1 (the "
     "largest)." TOO_FEW},
    {"rank", l_rank, "list: number[], value: number, from?: \"lowest\"|\"highest\"",
     "place: integer?, shared: integer|\"not-in-the-list\"",
     "The place of a value in a list, from the lowest where nothing is said, and how many share it. Tied values have "
     "the best "
     "place, as in \"joint second\". Not among them: `nil, \"not-in-the-list\"`."},
    {"z", l_z, "list: number[], value: number", "number?, why: string?",
     "How many standard deviations, with n − 1, a value lies above the mean of a list. Fewer than two: `nil, "
     "\"too-few\"`; all "
     "the same: `nil, \"no-spread\"`."},
    {"shapiro_wilk", l_shapiro_wilk, "list: number[]", "w: number?, p: number|string",
     "W and p of the test that a list is normal: Shapiro and Wilk 1965 as Royston 1995 computes it, 3 to 5,000 values. "
     "Else "
     "`nil` and `\"too-few\"`, `\"too-many\"` or `\"no-spread\"`."},
    {"outliers", l_outliers, "list: number[], options?: peel.outlier_options", "peel.outlier_lines?, why: string?",
     "The mean of a list, a line on either side, and who stands outside, as the PEEL reports of 2021/22 draw them. The "
     "order "
     "of the list changes nothing but that of `places`. No lines: `nil` and `\"too-few\"` or `\"no-logs\"` (a value is "
     "not above "
     "0)."},
    {0},
};

#define WORD                                                                                                           \
    "`\"higher\"` or `\"lower\"` only where it is significant: p below 1 − level, and the interval does not hold "
#define INTERVAL(key, end) KEY(key, "number", "The " end " end of its interval at the level.")

const struct word stats_difference[] = {
    KEY("difference", "number", "The first less the second."),
    INTERVAL("lower", "lower"),
    INTERVAL("upper", "upper"),
    KEY("p", "number", "Two-sided."),
    KEY("test", "\"fisher\"|\"pooled-z\"|\"estimates\"", "Where the p is from."),
    KEY("word", "peel.comparison", WORD "0; else `\"similar\"`."),
    {0},
};
const struct word stats_ratio[] = {
    KEY("ratio", "number?",
        "The first rate over the second; `math.huge` where the second has no events, absent where neither has."),
    INTERVAL("lower", "lower"),
    INTERVAL("upper", "upper"),
    KEY("p", "number", "Two-sided."),
    KEY("word", "peel.comparison", WORD "1; else `\"similar\"`."),
    {0},
};
const struct word stats_measured[] = {
    KEY("value", "number", "What was estimated."),
    KEY("margin", "number", "Half the width of its interval, 0 or more."),
    KEY("level", "number?", "The level of the margin, between 0 and 1; 0.95 where it is left out."),
    {0},
};

void sandbox_stats_open(lua_State *L)
{
    lua_newtable(L);
    for (const struct word *r = stats_functions; r->name; r++) {
        lua_pushfstring(L, "stats.%s", r->name);
        lua_pushcclosure(L, r->function, 1);
        lua_setfield(L, -2, r->name);
    }
}
