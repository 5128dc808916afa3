/* change.c: two pieces of evidence side by side: is the one higher than the other, and is that better? The words follow
 * the statistics (law 10): nothing here compares two bare numbers. What was said is recorded as a test of the first,
 * with its p and the slot of the second. */
#include "script/sandbox_stats.h"
#include "stats/words.h"
#include <math.h>

struct compared {
    enum comparison comparison;
    double p;
};

static const char *what_is(uint8_t kind)
{
    return kind == EVIDENCE_SAMPLE     ? "another sample"
           : kind == EVIDENCE_ESTIMATE ? "another estimate"
                                       : "another measure";
}

static const struct handle *other_of(lua_State *L, const struct handle *h)
{
    const struct handle *other = handle_at(L, 2);
    if (lua_type(L, 2) == LUA_TNUMBER)
        luaL_error(L, "%s wants %s, got %s: of a bare number ask :at_least(x) or :below(x)", handle_method(L),
                   what_is(h->kind), handle_got(L, 2));
    if (!other || other->kind != h->kind)
        luaL_error(L, "%s wants %s, got %s", handle_method(L), what_is(h->kind), handle_got(L, 2));
    if (other == h) luaL_error(L, "%s wants %s, got the same one", handle_method(L), what_is(h->kind));
    return other;
}

static void read(lua_State *L, const struct handle *h)
{
    record_read(L, (enum evidence_kind)h->kind, h->slot, h->name, false);
}

/* --- One kind each: the first is read, and recorded, before the second can end the rule --------------------------- */

static struct compared samples(lua_State *L, const struct handle *h, const struct handle *other, double level)
{
    struct draw first = sample_draw(L, h);
    read(L, h);
    struct draw second = sample_draw(L, other);
    charge(L, STATS_DIFFERENCE);
    struct difference d = sample_difference(&first, &second, level);
    return (struct compared){d.comparison, d.p};
}

static struct compared estimates(lua_State *L, const struct handle *h, const struct handle *other, double level)
{
    struct measured first = estimate_measured(L, h);
    read(L, h);
    struct measured second = estimate_measured(L, other);
    charge(L, STATS_PLAIN);
    struct difference d = measured_difference(&first, &second, level);
    return (struct compared){d.comparison, d.p};
}

static bool is_over_something(const struct entry *e) { return e->denominator != NO_SLOT; }

static struct str unit_of(const struct entry *e) { return e->unit.n ? e->unit : STR("things without a unit"); }

/* What nobody names may be the same thing only where neither is named. */
static void check_counts(lua_State *L, const struct entry *a, const struct entry *b)
{
    if (!str_eq(a->unit, b->unit))
        luaL_error(L, "%s: `%s` counts %s and `%s` counts %s: only counts of the same thing are compared",
                   handle_method(L), a->id.s, unit_of(a).s, b->id.s, unit_of(b).s);
}

/* Another measure is the same thing only where its unit says so: last year's residents, this year's. */
static void check_denominators(lua_State *L, const struct entry *a, const struct entry *b)
{
    const struct entry *all = script_of(L)->dataset->catalogues[EVIDENCE_MEASURE].entries;
    if (!is_over_something(a) || a->denominator == b->denominator) return;
    const struct entry *under = &all[a->denominator], *other = &all[b->denominator];
    if (!under->unit.n || !str_eq(under->unit, other->unit))
        luaL_error(L,
                   "%s: `%s` is over `%s` (%s) and `%s` over `%s` (%s): rates are compared over one denominator, or "
                   "over two of the same unit",
                   handle_method(L), a->id.s, under->id.s, unit_of(under).s, b->id.s, other->id.s, unit_of(other).s);
}

/* Counts of the same thing, either both as they are or both over the same thing. */
static void check_alike(lua_State *L, const struct entry *a, const struct entry *b)
{
    if (is_over_something(a) != is_over_something(b))
        luaL_error(L,
                   "%s: one of `%s` and `%s` has a denominator and the other has not: a rate and a count are not "
                   "compared",
                   handle_method(L), a->id.s, b->id.s);
    check_counts(L, a, b);
    check_denominators(L, a, b);
}

static struct compared measures(lua_State *L, const struct handle *h, const struct handle *other, double level)
{
    struct events first = measure_events(L, h);
    read(L, h);
    struct events second = measure_events(L, other);
    check_alike(L, measure_entry(L, h), measure_entry(L, other));
    charge(L, STATS_RATIO);
    struct rate_ratio r = rate_compare(&first, &second, level);
    return (struct compared){r.comparison, r.p};
}

/* --- Comparing ---------------------------------------------------------------------------------------------------- */

typedef struct compared comparing(lua_State *L, const struct handle *h, const struct handle *other, double level);

static comparing *const ways[EVIDENCE_KINDS] = {
    [EVIDENCE_SAMPLE] = samples, [EVIDENCE_ESTIMATE] = estimates, [EVIDENCE_MEASURE] = measures};

static const struct handle *self(lua_State *L)
{
    const struct handle *h = handle_self(L);
    if (!ways[h->kind])
        luaL_error(L, "%s is a method of samples, estimates and measures, got %s", handle_method(L), handle_got(L, 1));
    return h;
}

static void record(lua_State *L, const struct handle *h, const struct handle *other, const struct compared *c)
{
    static const enum test tests[] = {[COMPARISON_SIMILAR] = TEST_SIMILAR_TO,
                                      [COMPARISON_LOWER] = TEST_LOWER_THAN,
                                      [COMPARISON_HIGHER] = TEST_HIGHER_THAN};
    record_test(L, (enum evidence_kind)h->kind, h->slot, h->name, tests[c->comparison], c->p, other->slot, true);
}

static enum comparison compared(lua_State *L)
{
    const struct handle *h = self(L), *other = other_of(L, h);
    struct compared c = ways[h->kind](L, h, other, handle_level(L, 3));
    if (c.comparison == COMPARISON_UNKNOWN)
        luaL_error(L, "%s: `%s` and `%s` are too large to be compared exactly", handle_method(L), h->name.s,
                   other->name.s);
    read(L, other);
    record(L, h, other, &c);
    return c.comparison;
}

/* (other, level) */
int l_compared_with(lua_State *L)
{
    lua_pushstring(L, comparison_name(compared(L)));
    return 1;
}

/* By the `better` of the first: "improved" and "declined" are words of those that have a better way to go. */
static const char *change_word(enum better better, enum comparison c)
{
    if (better == BETTER_NEITHER || c == COMPARISON_SIMILAR) return comparison_name(c);
    return (better == BETTER_HIGHER) == (c == COMPARISON_HIGHER) ? "improved" : "declined";
}

/* (before, level) */
int l_change_from(lua_State *L)
{
    const struct handle *h = handle_self(L);
    enum comparison c = compared(L);
    lua_pushstring(L, change_word(script_of(L)->dataset->catalogues[h->kind].entries[h->slot].better, c));
    return 1;
}
