/* survey.c: force.surveys.<id>: can be cited, never decides (law 10). The other methods exist to say so. */
#include "data/phrase.h"
#include "script/evidence.h"

static int l_cite(lua_State *L)
{
    handle_check(L, 1, EVIDENCE_SURVEY);
    luaL_tolstring(L, 1, NULL); /* __tostring of handles: its phrase, recorded */
    return 1;
}

static int l_refuse(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_SURVEY);
    return luaL_error(
        L, "a survey can be cited, never compared: `%s` is no statistic that may decide a grade; say :cite()",
        h->name.s);
}

const luaL_Reg survey_methods[] = {
    {"cite", l_cite},
    {"missing", l_missing},
    {"value", l_refuse},
    {"rate", l_refuse},
    {"proportion", l_refuse},
    {"lower", l_refuse},
    {"upper", l_refuse},
    {"margin", l_refuse},
    {"at_least", l_refuse},
    {"at_most", l_refuse},
    {"above", l_refuse},
    {"below", l_refuse},
    {"surely_at_least", l_refuse},
    {"surely_below", l_refuse},
    {NULL, NULL},
};
