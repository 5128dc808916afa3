/* sandbox_stats_lists.c: the functions of `stats` that take a list of numbers. A list may hold at most STATS_LIST_MAX;
 * its order never matters. */
#include "script/sandbox_stats.h"
#include "stats/outlier.h"
#include "stats/words.h"
#include <math.h>

/* The list at argument 1, ascending. */
static struct stats_list ascending(lua_State *L)
{
    struct stats_list list = stats_list(L, 1);
    numbers_sort(list.values, list.n);
    return list;
}

static struct numbers_moments moments(const struct stats_list *list)
{
    return numbers_moments(list->values, list->n, DIVISOR_SAMPLE);
}

int l_mean(lua_State *L)
{
    struct stats_list list = ascending(L);
    return stats_answer(L, moments(&list).mean, "too-few");
}

int l_sd(lua_State *L)
{
    struct stats_list list = ascending(L);
    return stats_answer(L, moments(&list).sd, "too-few");
}

int l_median(lua_State *L)
{
    struct stats_list list = ascending(L);
    return stats_answer(L, numbers_median(list.values, list.n), "too-few");
}

int l_quantile(lua_State *L)
{
    double p = stats_share(L, 2, "p");
    struct stats_list list = ascending(L);
    return stats_answer(L, numbers_quantile(list.values, list.n, p), "too-few");
}

static const char *from_word(int i) { return rank_from_name((enum rank_from)i); }

/* The place, and how many share it. */
int l_rank(lua_State *L)
{
    lua_settop(L, 3);
    double value = stats_number(L, 2, "value");
    enum rank_from from = (enum rank_from)stats_word(L, 3, "the end to count from", from_word);
    struct stats_list list = ascending(L);
    size_t tied = numbers_tied(list.values, list.n, value);
    if (tied == 0) return stats_none(L, "not-in-the-list");
    lua_pushinteger(L, (lua_Integer)numbers_rank(list.values, list.n, value, from, RANK_MINIMUM));
    lua_pushinteger(L, (lua_Integer)tied);
    return 2;
}

int l_z(lua_State *L)
{
    double value = stats_number(L, 2, "value");
    struct stats_list list = ascending(L);
    struct numbers_moments m = moments(&list);
    if (isnan(m.sd)) return stats_none(L, "too-few");
    if (!(m.sd > 0)) return stats_none(L, "no-spread");
    lua_pushnumber(L, numbers_z(value, m));
    return 1;
}

/* --- Shapiro and Wilk --------------------------------------------------------------------------------------------- */

int l_shapiro_wilk(lua_State *L)
{
    struct stats_list list = ascending(L);
    charge(L, 3 * list.n);
    struct normality n = shapiro_wilk(list.values, list.n);
    if (n.status != NORMALITY_TESTED) return stats_none(L, normality_status_name(n.status));
    lua_pushnumber(L, n.w);
    lua_pushnumber(L, n.p);
    return 2;
}

/* --- Outlier lines ------------------------------------------------------------------------------------------------ */

static const char *choice_word(int i) { return outlier_choice_name((enum outlier_choice)i); }
static const char *better_word(int i) { return outlier_better_name((enum outlier_better)i); }
static const char *deviation_word(int i) { return numbers_divisor_name((enum numbers_divisor)i); }
static const char *mean_word(int i) { return outlier_mean_name((enum outlier_mean)i); }

/* Called as in the `cohort` of a pack and in the results' `rules`. In the order of the names below. */
const struct word stats_options[] = {
    KEY("alpha", "number?", "Raw values look normal if p of Shapiro and Wilk's test reaches it; default 0.05."),
    KEY("better", "\"w\"|\"pass\"|nil",
        "When logarithms are taken instead: `\"w\"` (the default), if their W is larger; `\"pass\"`, if their p "
        "reaches alpha."),
    KEY("scale", "\"by-test\"|\"raw\"|\"log\"|nil",
        "By the test (the default), or the one or the other. More than 5,000 values are not tested, and taken as they "
        "are."),
    KEY("log_shift", "number?", "Added before the logarithm is taken; default 0."),
    KEY("deviation", "\"sample\"|\"population\"|nil", "The standard deviation by n − 1 (the default), or by n."),
    KEY("mean", "\"scale\"|\"values\"|nil",
        "The mean of the scale that was taken (the default; of logarithms the geometric), or the arithmetic mean of "
        "the values."),
    KEY("width", "number?", "Standard deviations either side; above 0, default 1."),
    KEY("inclusive", "boolean?", "Is a value on a line outside? Default `false`: it is within."),
    KEY("fewest", "integer?", "With fewer values no lines are drawn; at least 2, default 5."),
    {0},
};
enum option { ALPHA, BETTER, SCALE, LOG_SHIFT, DEVIATION, MEAN, WIDTH, INCLUSIVE, FEWEST, OPTIONS };
static const struct str option_names[OPTIONS] = {
    [ALPHA] = STR("alpha"),         [BETTER] = STR("better"),       [SCALE] = STR("scale"),
    [LOG_SHIFT] = STR("log_shift"), [DEVIATION] = STR("deviation"), [MEAN] = STR("mean"),
    [WIDTH] = STR("width"),         [INCLUSIVE] = STR("inclusive"), [FEWEST] = STR("fewest"),
};

/* One option, at the top of the stack and not nil. */
static void take_option(lua_State *L, enum option option, struct outlier_rules *r)
{
    int at = lua_gettop(L);
    const char *what = option_names[option].s;
    switch (option) {
    case ALPHA: r->alpha = stats_share(L, at, what); break;
    case BETTER: r->better = (enum outlier_better)stats_word(L, at, what, better_word); break;
    case SCALE: r->choice = (enum outlier_choice)stats_word(L, at, what, choice_word); break;
    case LOG_SHIFT: r->log_shift = stats_number(L, at, what); break;
    case DEVIATION: r->divisor = (enum numbers_divisor)stats_word(L, at, what, deviation_word); break;
    case MEAN: r->mean = (enum outlier_mean)stats_word(L, at, what, mean_word); break;
    case WIDTH: r->width = stats_positive(L, at, what); break;
    case INCLUSIVE:
        if (!lua_isboolean(L, at)) stats_refuse(L, at, what, "true or false");
        r->inclusive = lua_toboolean(L, at);
        break;
    case FEWEST:
        r->fewest = (size_t)stats_count(L, at, what, 1);
        if (r->fewest < 2) stats_refuse(L, at, what, "a whole number from 2 upwards");
        break;
    case OPTIONS: break;
    }
}

static struct outlier_rules options_at(lua_State *L, int argument)
{
    struct outlier_rules rules = outlier_rules_default;
    if (lua_isnil(L, argument)) return rules;
    stats_fields(L, argument, "the table of options", "a table with fields", option_names, OPTIONS);
    for (int i = 0; i < OPTIONS; i++) {
        if (lua_getfield(L, argument, option_names[i].s) != LUA_TNIL) take_option(L, (enum option)i, &rules);
        lua_pop(L, 1);
    }
    return rules;
}

static void set_places(lua_State *L, const enum outlier_place *places, size_t n)
{
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        lua_pushstring(L, outlier_place_name(places[i]));
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_setfield(L, -2, "places");
}

static void set_count(lua_State *L, const char *name, size_t n)
{
    lua_pushinteger(L, (lua_Integer)n);
    lua_setfield(L, -2, name);
}

const struct word stats_lines[] = {
    KEY("n", "integer", "How many values."),
    KEY("scale", "\"raw\"|\"log\"", "The scale that was taken."),
    KEY("reason", "\"looks-normal\"|\"logs-better\"|\"logs-no-better\"|\"not-positive\"|\"not-tested\"|\"asked\"",
        "Why that one."),
    KEY("raw_w", "number?", "W of Shapiro and Wilk's test of the values, where it is defined."),
    KEY("raw_p", "number?", "Its p."),
    KEY("log_w", "number?", "W of the test of their logarithms, where it is defined."),
    KEY("log_p", "number?", "Its p."),
    KEY("mean", "number", "The mean, in the unit of the values."),
    KEY("lower", "number", "The lower line, in the unit of the values."),
    KEY("upper", "number", "The upper line, in the unit of the values."),
    KEY("above", "integer", "How many stand above the upper line."),
    KEY("below", "integer", "How many stand below the lower line."),
    KEY("places", "(\"above\"|\"below\"|\"within\")[]", "Where each value stands, in the order given."),
    {0},
};

static void push_lines(lua_State *L, const struct outlier_lines *l, const enum outlier_place *places)
{
    lua_createtable(L, 0, 14);
    set_count(L, "n", l->n);
    stats_set_word(L, "scale", outlier_scale_name(l->scale));
    stats_set_word(L, "reason", outlier_reason_name(l->reason));
    stats_set(L, "raw_w", l->raw.w), stats_set(L, "raw_p", l->raw.p);
    stats_set(L, "log_w", l->logged.w), stats_set(L, "log_p", l->logged.p);
    stats_set(L, "mean", l->mean);
    stats_set(L, "lower", l->lower), stats_set(L, "upper", l->upper);
    set_count(L, "above", l->above), set_count(L, "below", l->below);
    set_places(L, places, l->n);
}

/* (list, options) */
int l_outliers(lua_State *L)
{
    struct outlier_lines lines;
    lua_settop(L, 2);
    struct outlier_rules rules = options_at(L, 2);
    struct stats_list list = stats_list(L, 1);
    charge(L, 20 * list.n);
    double *scratch = lua_newuserdatauv(L, (list.n + 1) * sizeof *scratch, 0);
    enum outlier_place *places = lua_newuserdatauv(L, (list.n + 1) * sizeof *places, 0);
    outlier_lines(list.values, list.n, &rules, &lines, places, scratch);
    if (lines.status != OUTLIER_DONE) return stats_none(L, outlier_status_name(lines.status));
    push_lines(L, &lines, places);
    return 1;
}
