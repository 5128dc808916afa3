/* survey.c: force.surveys.<id>: can be cited, never decides (law 10). The other methods exist to say so. */
#include "data/phrase.h"
#include "script/evidence.h"

static int l_cite(lua_State *L)
{
    handle_check(L, 1, EVIDENCE_SURVEY);
    luaL_tolstring(L, 1, NULL); /* __tostring of handles: its phrase, recorded */
    return 1;
}

int l_survey_refuses(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_SURVEY);
    return luaL_error(
        L, "a survey can be cited, never compared: `%s` is no statistic that may decide a grade; say :cite()",
        h->name.s);
}

const struct word survey_methods[] = {
    {"cite", l_cite, "", "string",
     "Its value as people read it, for a message. A survey can be cited, never compared: it is no statistic that may "
     "decide a grade."},
    MISSING,
    {"value", l_survey_refuses, "", "", NULL},
    {"rate", l_survey_refuses, "", "", NULL},
    {"proportion", l_survey_refuses, "", "", NULL},
    {"lower", l_survey_refuses, "", "", NULL},
    {"upper", l_survey_refuses, "", "", NULL},
    {"margin", l_survey_refuses, "", "", NULL},
    {"at_least", l_survey_refuses, "", "", NULL},
    {"at_most", l_survey_refuses, "", "", NULL},
    {"above", l_survey_refuses, "", "", NULL},
    {"below", l_survey_refuses, "", "", NULL},
    {"surely_at_least", l_survey_refuses, "", "", NULL},
    {"surely_below", l_survey_refuses, "", "", NULL},
    {0},
};
