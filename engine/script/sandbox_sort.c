/* sandbox_sort.c: `table.sort`, a stable merge sort. Lua's own takes its pivots from the clock for large tables, so
 * that a comparison that contradicts itself gives another order in each run, and is not stable. Here a contradictory
 * comparison gives some order, always the same, and ends. */
#include "script/sandbox.h"

static void merge(const uint32_t *from, uint32_t *to, uint32_t start, uint32_t middle, uint32_t end,
                  bool (*before)(void *, uint32_t, uint32_t), void *context)
{
    uint32_t a = start, b = middle;
    bool in_order = a == b || b == end || !before(context, from[b], from[b - 1]);
    for (uint32_t i = start; i < end; i++) {
        bool second = in_order ? a == middle : a == middle || (b < end && before(context, from[b], from[a]));
        to[i] = second ? from[b++] : from[a++];
    }
}

void merge_sort(uint32_t *order, uint32_t *scratch, uint32_t n, bool (*before)(void *, uint32_t, uint32_t),
                void *context)
{
    uint32_t *from = order, *to = scratch;
    for (uint64_t width = 1; width < n; width *= 2) {
        for (uint64_t start = 0; start < n; start += 2 * width) {
            uint64_t middle = start + width < n ? start + width : n,
                     end = start + 2 * width < n ? start + 2 * width : n;
            merge(from, to, (uint32_t)start, (uint32_t)middle, (uint32_t)end, before, context);
        }
        uint32_t *swap = from;
        from = to;
        to = swap;
    }
    if (from != order && n) memcpy(order, from, n * sizeof *order);
}

/* The values stand in the list at `values`; the comparison, or nil, at index 2. */
struct sorting {
    lua_State *L;
    int values;
};

static bool before_value(void *context, uint32_t a, uint32_t b)
{
    const struct sorting *x = context;
    lua_State *L = x->L;
    bool custom = !lua_isnil(L, 2), less;
    charge(L, 1);
    if (custom) lua_pushvalue(L, 2);
    lua_rawgeti(L, x->values, (lua_Integer)a + 1);
    lua_rawgeti(L, x->values, (lua_Integer)b + 1);
    if (custom) {
        lua_call(L, 2, 1);
        less = lua_toboolean(L, -1);
    } else {
        size_t n = lua_rawlen(L, -2), m = lua_rawlen(L, -1);
        if (lua_type(L, -1) == LUA_TSTRING) charge_bytes(L, n < m ? n : m);
        less = lua_compare(L, -2, -1, LUA_OPLT);
    }
    lua_pop(L, custom ? 1 : 2);
    return less;
}

int l_sort(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    lua_Integer n = luaL_len(L, 1);
    if (n < 2) return 0;
    charge(L, (uint64_t)n);
    luaL_argcheck(L, n < INT32_MAX, 1, "too many items to sort");
    lua_createtable(L, (int)n, 0);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_geti(L, 1, i);
        lua_rawseti(L, 3, i);
    }
    uint32_t *order = lua_newuserdatauv(L, 2 * (size_t)n * sizeof *order, 0);
    for (uint32_t i = 0; i < (uint32_t)n; i++) order[i] = i;
    struct sorting x = {L, 3};
    merge_sort(order, order + n, (uint32_t)n, before_value, &x);
    for (lua_Integer i = 0; i < n; i++) {
        lua_rawgeti(L, 3, (lua_Integer)order[i] + 1);
        lua_seti(L, 1, i + 1);
    }
    return 0;
}
