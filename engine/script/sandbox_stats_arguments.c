/* sandbox_stats_arguments.c: what authors give to `stats`, and what they are told where it will not do. */
#include "script/sandbox_stats.h"
#include <math.h>
#include <stdlib.h>

static const char *name_of(lua_State *L) { return lua_tostring(L, lua_upvalueindex(1)); }

void stats_refuse(lua_State *L, int argument, const char *what, const char *wanted)
{
    luaL_error(L, "%s: %s wants %s, got %s", name_of(L), what, wanted, handle_got(L, argument));
    abort(); /* luaL_error does not return; its declaration does not say so */
}

static double real(lua_State *L, int argument)
{
    return lua_type(L, argument) == LUA_TNUMBER ? lua_tonumber(L, argument) : (double)NAN;
}

double stats_number(lua_State *L, int argument, const char *what)
{
    double d = real(L, argument);
    if (!isfinite(d)) stats_refuse(L, argument, what, "a number");
    return d;
}

double stats_positive(lua_State *L, int argument, const char *what)
{
    double d = real(L, argument);
    if (!(d > 0 && isfinite(d))) stats_refuse(L, argument, what, "a number above 0");
    return d;
}

double stats_share(lua_State *L, int argument, const char *what)
{
    double d = real(L, argument);
    if (!(d >= 0 && d <= 1)) stats_refuse(L, argument, what, "a number from 0 to 1");
    return d;
}

double stats_level(lua_State *L, int argument, const char *what)
{
    if (lua_isnoneornil(L, argument)) return 0.95;
    double d = real(L, argument);
    if (!level_is_valid(d)) stats_refuse(L, argument, what, "a number between 0 and 1, such as 0.95");
    return d;
}

double stats_confidence(lua_State *L, int argument)
{
    if (lua_isnoneornil(L, argument)) return 0.95;
    double d = real(L, argument);
    if (!confidence_is_valid(d)) stats_refuse(L, argument, "confidence", "a number from 0.5 to below 1, such as 0.95");
    return d;
}

uint64_t stats_count(lua_State *L, int argument, const char *what, uint64_t least)
{
    double d = real(L, argument);
    if (!(d >= (double)least && d <= (double)STATS_COUNT_MAX && d == floor(d)))
        stats_refuse(L, argument, what, least ? "a whole number from 1 to 2^53" : "a whole number from 0 to 2^53");
    return (uint64_t)d;
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

const char *stats_choices(lua_State *L, stats_words *word)
{
    luaL_checkstack(L, 32, NULL);
    lua_pushfstring(L, "\"%s\"", word(0));
    for (int i = 1; word(i); i++)
        lua_pushfstring(L, "%s%s\"%s\"", lua_tostring(L, -1), word(i + 1) ? ", " : " or ", word(i));
    return lua_tostring(L, -1);
}

int stats_which(lua_State *L, int argument, stats_words *word)
{
    if (lua_isnoneornil(L, argument)) return 0;
    if (lua_type(L, argument) != LUA_TSTRING) return -1;
    struct str text;
    text.s = lua_tolstring(L, argument, &text.n);
    for (int i = 0; word(i); i++)
        if (str_is(text, word(i))) return i;
    return -1;
}

int stats_word(lua_State *L, int argument, const char *what, stats_words *word)
{
    int which = stats_which(L, argument, word);
    if (which >= 0) return which;
    if (lua_type(L, argument) == LUA_TSTRING && lua_rawlen(L, argument) <= 64)
        return luaL_error(L, "%s: %s is %s, got `%s`", name_of(L), what, stats_choices(L, word),
                          lua_tostring(L, argument));
    stats_refuse(L, argument, what, stats_choices(L, word));
}

/* --- Fields ------------------------------------------------------------------------------------------------------- */

static bool is_one_of(struct str name, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(name, names[i])) return true;
    return false;
}

/* The first by bytes of the names that are none of these, so that it is the same one in every run; whole false: there
 * is a key besides that is no name. Left on the stack while it is looked at. */
static struct str stranger(lua_State *L, int table, const struct str *names, size_t count, bool *nameless)
{
    struct str first = {NULL, 0};
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        struct str key;
        charge(L, 1);
        if (lua_type(L, -2) != LUA_TSTRING) {
            *nameless = true;
            continue;
        }
        key.s = lua_tolstring(L, -2, &key.n);
        if (!is_one_of(key, names, count) && (!first.s || str_compare(key, first) < 0)) first = key;
    }
    return first;
}

void stats_fields(lua_State *L, int argument, const char *what, const char *wanted, const struct str *names,
                  size_t count)
{
    bool nameless = false;
    if (lua_type(L, argument) != LUA_TTABLE) stats_refuse(L, argument, what, wanted);
    seal_peel(L, argument);
    lua_replace(L, argument);
    struct str odd = stranger(L, argument, names, count, &nameless);
    if (nameless) luaL_error(L, "%s: %s is a table of names, such as { %s = … }", name_of(L), what, names[0].s);
    if (!odd.s) return;
    int near = odd.n <= 64 ? str_nearest(odd, names, count) : -1;
    if (near >= 0) luaL_error(L, "%s: %s has no `%s`; did you mean `%s`?", name_of(L), what, odd.s, names[near].s);
    luaL_error(L, "%s: %s has no `%s`", name_of(L), what, odd.n <= 64 ? odd.s : "…");
}

/* --- Lists -------------------------------------------------------------------------------------------------------- */

/* Steps to read n numbers, to sort them and to go through them a few times. */
static uint64_t steps(size_t n)
{
    uint64_t each = 10;
    for (size_t left = n; left > 1; left /= 2) each++;
    return n * each;
}

static size_t length_of(lua_State *L, int argument)
{
    size_t n = lua_rawlen(L, argument);
    if (n > STATS_LIST_MAX) luaL_error(L, "%s: the list has %I items; at most 1,000,000", name_of(L), (LUAI_UACINT)n);
    if (n > 0) return n;
    lua_pushnil(L);
    if (lua_next(L, argument)) luaL_error(L, "%s wants a list of numbers, got a table with names", name_of(L));
    return 0;
}

static double item(lua_State *L, int list, size_t i)
{
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    double d = real(L, -1);
    if (!isfinite(d))
        luaL_error(L, "%s: item %I of the list is %s; it wants numbers", name_of(L), (LUAI_UACINT)(i + 1),
                   handle_got(L, lua_gettop(L)));
    lua_pop(L, 1);
    return d;
}

struct stats_list stats_list(lua_State *L, int argument)
{
    if (lua_type(L, argument) != LUA_TTABLE)
        luaL_error(L, "%s wants a list of numbers, got %s", name_of(L), handle_got(L, argument));
    seal_peel(L, argument);
    lua_replace(L, argument);
    size_t n = length_of(L, argument);
    charge(L, steps(n));
    struct stats_list list = {lua_newuserdatauv(L, (n + 1) * sizeof *list.values, 0), n};
    for (size_t i = 0; i < n; i++) list.values[i] = item(L, argument, i);
    return list;
}

/* --- Answers ------------------------------------------------------------------------------------------------------ */

int stats_none(lua_State *L, const char *why)
{
    lua_pushnil(L);
    lua_pushstring(L, why);
    return 2;
}

int stats_answer(lua_State *L, double number, const char *otherwise)
{
    if (isnan(number)) return stats_none(L, otherwise);
    lua_pushnumber(L, number);
    return 1;
}

void stats_set(lua_State *L, const char *name, double number)
{
    if (isnan(number)) return;
    lua_pushnumber(L, number);
    lua_setfield(L, -2, name);
}

void stats_set_word(lua_State *L, const char *name, const char *word)
{
    lua_pushstring(L, word);
    lua_setfield(L, -2, name);
}

/* --- Steps -------------------------------------------------------------------------------------------------------- */

/* A bound in a finite population is looked for by halves; each look takes time by the spread of the count (urn.h). */
static uint64_t finite_steps(const struct draw *d)
{
    uint64_t looks = 2;
    double left = d->population ? (double)(d->population - d->size) / (double)d->population : 0;
    for (uint64_t rest = d->population; rest > 1; rest /= 2) looks += 2;
    return looks * (100 + (uint64_t)sqrt((double)d->size * left));
}

void stats_charge(lua_State *L, enum proportion_method method, const struct draw *draw)
{
    if (method != PROPORTION_CLOPPER_PEARSON)
        charge(L, STATS_PLAIN);
    else
        charge(L, draw->population ? finite_steps(draw) : STATS_EXACT);
}
