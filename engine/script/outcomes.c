/* outcomes.c: force.outcomes["area/characteristic"]: what another rule found, where it was declared that this one
 * depends on it. */
#include "data/phrase.h"
#include "script/evidence.h"

static bool is_among(const uint32_t *list, size_t count, uint32_t want)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list[middle] == want) return true;
        if (list[middle] < want)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* Only what was declared was judged before. */
static enum peel_outcome outcome_of(lua_State *L, const struct handle *h)
{
    const struct script *s = script_of(L);
    const struct allowance *may = s->allowance;
    if (!may || !is_among(may->characteristics, may->characteristic_count, h->slot))
        luaL_error(
            L, "the outcome of `%s` is not declared: add depends = { \"%s\" } to the characteristic, or to its area",
            h->name.s, h->name.s);
    return (enum peel_outcome)s->board->outcome[h->slot];
}

static bool is_unknown(enum peel_outcome o) { return o == PEEL_NO_EVIDENCE || o == PEEL_ERROR || o == PEEL_LIMIT; }

static int answer(lua_State *L, enum peel_outcome asked)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_OUTCOME);
    enum peel_outcome is = outcome_of(L, h);
    if (is_unknown(is)) {
        record_read(L, EVIDENCE_OUTCOME, h->slot, h->name, true);
        record_end(L, "the outcome of %s is not known: it ended in %s", h->name.s, peel_outcome_name(is));
    }
    record_test(L, EVIDENCE_OUTCOME, h->slot, h->name, TEST_IS, is, asked, is == asked);
    lua_pushboolean(L, is == asked);
    return 1;
}

static int l_met(lua_State *L) { return answer(L, PEEL_MET); }
static int l_partly_met(lua_State *L) { return answer(L, PEEL_PARTLY_MET); }
static int l_not_met(lua_State *L) { return answer(L, PEEL_NOT_MET); }

static int unknown_outcome(lua_State *L, struct str want)
{
    struct str names[PEEL_OUTCOMES];
    for (int i = 0; i < PEEL_OUTCOMES; i++) names[i] = str_of(peel_outcome_name((enum peel_outcome)i));
    int nearest = str_nearest(want, names, PEEL_OUTCOMES);
    return luaL_error(L, "there is no outcome `%s`%s%s%s", want.s, nearest >= 0 ? "; did you mean `" : "",
                      nearest >= 0 ? names[nearest].s : "", nearest >= 0 ? "`?" : "");
}

/* Asks without ending the rule, whatever the outcome is. */
static int l_is(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_OUTCOME);
    struct str want;
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "is wants the name of an outcome, got %s", luaL_typename(L, 2));
    want.s = lua_tolstring(L, 2, &want.n);
    int asked = peel_outcome_named(want.s, want.n);
    if (asked < 0) return unknown_outcome(L, want);
    enum peel_outcome is = outcome_of(L, h);
    record_test(L, EVIDENCE_OUTCOME, h->slot, h->name, TEST_IS, is, asked, is == (enum peel_outcome)asked);
    lua_pushboolean(L, is == (enum peel_outcome)asked);
    return 1;
}

static int l_unknown(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_OUTCOME);
    enum peel_outcome is = outcome_of(L, h);
    record_read(L, EVIDENCE_OUTCOME, h->slot, h->name, is_unknown(is));
    if (is_unknown(is))
        lua_pushstring(L, peel_outcome_name(is));
    else
        lua_pushnil(L);
    return 1;
}

#define DEPENDS " Only where `depends` names it; else an error."
#define UNKNOWN                                                                                                        \
    " `no-evidence`, `error` and `limit` end the rule with `no-evidence`; `not-applicable` is none of the three."

const struct word outcome_methods[] = {
    {"is", l_is, "outcome: peel.outcome", "boolean",
     "Has it this outcome? Asks without ending the rule, whatever the outcome is." DEPENDS},
    {"met", l_met, "", "boolean", "Was it met?" UNKNOWN DEPENDS},
    {"partly_met", l_partly_met, "", "boolean", "Was it partly met?" UNKNOWN DEPENDS},
    {"not_met", l_not_met, "", "boolean", "Was it not met?" UNKNOWN DEPENDS},
    {"missing", l_unknown, "", "\"no-evidence\"|\"error\"|\"limit\"|nil",
     "The outcome, where it is `no-evidence`, `error` or `limit`; else `nil`. Asks without ending the rule." DEPENDS},
    {0},
};

void outcome_phrase(lua_State *L, const struct handle *h, struct buf *out)
{
    enum peel_outcome is = outcome_of(L, h);
    if (!record_has(script_of(L), EVIDENCE_OUTCOME, h->slot, h->name))
        record_read(L, EVIDENCE_OUTCOME, h->slot, h->name, is_unknown(is));
    buf_put(out, peel_outcome_name(is));
}
