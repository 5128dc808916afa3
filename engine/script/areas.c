/* areas.c: force.areas["area"], an area judged before this one, where that was declared; and the `area` of ladders and
 * caps, the one being judged. */
#include "data/phrase.h"
#include "script/evidence.h"
#include <math.h>

static void need_area(lua_State *L, const struct handle *h)
{
    const struct allowance *may = script_of(L)->allowance;
    for (size_t i = 0; may && i < may->area_count; i++)
        if (may->areas[i] == h->slot) return;
    luaL_error(L, "the area `%s` is not declared: add depends = { \"%s\" } to the characteristic, or to its area",
               h->name.s, h->name.s);
}

static const char *without_grade(int grade) { return grade == PEEL_UNGRADED ? NULL : peel_no_grade_name(grade); }

/* The grade, where there is one; an area that could not be graded ends the rule. */
static int need_grade(lua_State *L, const struct handle *h)
{
    need_area(L, h);
    int grade = script_of(L)->board->grade[h->slot];
    if (grade == PEEL_UNGRADED)
        return luaL_error(L, "the area `%s` is judged, not graded: ask its :share(level) or :concerns()", h->name.s);
    if (grade >= 0) return grade;
    record_read(L, EVIDENCE_AREA, h->slot, h->name, true);
    record_end(L, "the area %s has no grade: %s", h->name.s, peel_no_grade_name(grade));
}

static int l_grade(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_AREA);
    const struct script *s = script_of(L);
    struct str name = s->board->shape->scale[need_grade(L, h)];
    record_read(L, EVIDENCE_AREA, h->slot, h->name, false);
    lua_pushlstring(L, name.s, name.n);
    return 1;
}

static int compare_grade(lua_State *L, enum test test)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_AREA);
    int asked = handle_grade(L, 2), grade = need_grade(L, h);
    bool held = test == TEST_BELOW ? grade < asked : grade >= asked;
    record_test(L, EVIDENCE_AREA, h->slot, h->name, test, grade, asked, held);
    lua_pushboolean(L, held);
    return 1;
}

static int l_grade_at_least(lua_State *L) { return compare_grade(L, TEST_AT_LEAST); }
static int l_grade_below(lua_State *L) { return compare_grade(L, TEST_BELOW); }

static int l_share(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_AREA);
    need_area(L, h);
    double share = board_share(script_of(L)->board, h->slot, lua_isnoneornil(L, 2) ? -1 : handle_grade(L, 2));
    record_read(L, EVIDENCE_AREA, h->slot, h->name, isnan(share));
    if (isnan(share))
        record_end(L, "no characteristic of the area %s has evidence%s%s", h->name.s,
                   lua_isnoneornil(L, 2) ? "" : " at the level ", lua_isnoneornil(L, 2) ? "" : lua_tostring(L, 2));
    lua_pushnumber(L, share);
    return 1;
}

/* None where nothing has evidence says nothing: nobody looked. */
static int l_concerns(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_AREA);
    need_area(L, h);
    const struct board *b = script_of(L)->board;
    int grade = b->grade[h->slot];
    bool nothing = grade < 0 && b->concerns[h->slot] == 0 && isnan(board_share(b, h->slot, -1));
    record_read(L, EVIDENCE_AREA, h->slot, h->name, nothing || (grade < 0 && without_grade(grade)));
    if (nothing)
        record_end(L, "no characteristic of the area %s has evidence, so that no cause of concern was raised says nothing",
                   h->name.s);
    lua_pushinteger(L, b->concerns[h->slot]);
    return 1;
}

/* Why there is no grade; of an area that is not graded, whether anything of it has evidence. */
static const char *why_missing(const struct board *b, uint32_t area)
{
    int grade = b->grade[area];
    if (grade >= 0) return NULL;
    if (grade != PEEL_UNGRADED) return peel_no_grade_name(grade);
    return isnan(board_share(b, area, -1)) ? peel_no_grade_name(PEEL_INSUFFICIENT_EVIDENCE) : NULL;
}

static int l_ungraded(lua_State *L)
{
    const struct handle *h = handle_check(L, 1, EVIDENCE_AREA);
    need_area(L, h);
    const char *why = why_missing(script_of(L)->board, h->slot);
    record_read(L, EVIDENCE_AREA, h->slot, h->name, why != NULL);
    lua_pushstring(L, why); /* nil for NULL */
    return 1;
}

#define DEPENDS " Only where `depends` names the area; else an error."
#define GRADE                                                                                                          \
    " An area without a grade ends the rule with `no-evidence`; to ask for that of an area that is not graded is an "  \
    "error."

const struct word area_methods[] = {
    {"grade", l_grade, "", "peel.grade", "Its grade." GRADE DEPENDS},
    {"at_least", l_grade_at_least, "grade: peel.grade", "boolean",
     "Is its grade this one, or a better one on the pack's scale?" GRADE DEPENDS},
    {"below", l_grade_below, "grade: peel.grade", "boolean", "Is its grade worse than this one?" GRADE DEPENDS},
    {"share", l_share, "level?: peel.grade", "number",
     "The weight of its characteristics of a level (all of them, where none is named) that are met, from 0 to 1, by "
     "the "
     "ladder's reckoning. Where none has evidence, the rule ends with `no-evidence`." DEPENDS},
    {"concerns", l_concerns, "", "integer", "How many causes of concern it raises." DEPENDS},
    {"missing", l_ungraded, "", "string?",
     "Why there is no grade, or, of an area that is not graded, that nothing of it has evidence; else `nil`. Asks "
     "without "
     "ending the rule." DEPENDS},
    {0},
};

void area_phrase(lua_State *L, const struct handle *h, struct buf *out)
{
    need_area(L, h);
    const struct script *s = script_of(L);
    int grade = s->board->grade[h->slot];
    if (!record_has(s, EVIDENCE_AREA, h->slot, h->name))
        record_read(L, EVIDENCE_AREA, h->slot, h->name, why_missing(s->board, h->slot) != NULL);
    if (grade >= 0)
        buf_str(out, s->board->shape->scale[grade]);
    else
        buf_put(out, peel_no_grade_name(grade));
}

/* --- The area being judged ------------------------------------------------------------------------------------ */

static struct script *judging(lua_State *L)
{
    struct script *s = script_of(L);
    if (s->area == NO_SLOT) luaL_error(L, "an area is asked by its ladder and its caps");
    record_read(L, EVIDENCE_AREA, s->area, s->board->shape->area_ids[s->area], false);
    return s;
}

/* A share of nothing is no share: the ladder or cap ends for want of evidence. */
static int l_area_share(lua_State *L)
{
    const struct script *s = judging(L);
    double share = board_share(s->board, s->area, lua_isnoneornil(L, 2) ? -1 : handle_grade(L, 2));
    if (isnan(share))
        record_end(L, "no characteristic%s%s has evidence", lua_isnoneornil(L, 2) ? "" : " of the level ",
                   lua_isnoneornil(L, 2) ? "" : lua_tostring(L, 2));
    lua_pushnumber(L, share);
    return 1;
}

/* The characteristic of this area that is called so, without the area. */
static uint32_t find_here(lua_State *L, const struct script *s, struct str want)
{
    const struct board_shape *shape = s->board->shape;
    uint32_t from = shape->area_start[s->area], to = shape->area_start[s->area + 1];
    size_t prefix = shape->area_ids[s->area].n + 1;
    struct str *names = lua_newuserdatauv(L, (to - from + 1) * sizeof *names, 0);
    for (uint32_t c = from; c < to; c++) {
        names[c - from] = (struct str){shape->ids[c].s + prefix, shape->ids[c].n - prefix};
        if (str_eq(names[c - from], want)) return c;
    }
    int nearest = str_nearest(want, names, to - from);
    luaL_error(L, "the area has no characteristic `%s`%s%s%s", want.s, nearest >= 0 ? "; did you mean `" : "",
               nearest >= 0 ? names[nearest].s : "", nearest >= 0 ? "`?" : "");
    return 0;
}

static int l_area_outcome(lua_State *L)
{
    const struct script *s = judging(L);
    struct str want;
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "outcome wants the id of a characteristic of this area, got %s", luaL_typename(L, 2));
    want.s = lua_tolstring(L, 2, &want.n);
    uint32_t c = find_here(L, s, want);
    enum peel_outcome is = (enum peel_outcome)s->board->outcome[c];
    record_read(L, EVIDENCE_OUTCOME, c, s->board->shape->ids[c],
                is == PEEL_NO_EVIDENCE || is == PEEL_ERROR || is == PEEL_LIMIT);
    lua_pushstring(L, peel_outcome_name(is));
    return 1;
}

static int l_area_count(lua_State *L)
{
    const struct script *s = judging(L);
    size_t n = 0;
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tolstring(L, 2, &n) : NULL;
    int outcome = name ? peel_outcome_named(name, n) : -1;
    if (outcome < 0)
        return luaL_error(L, "count wants the name of an outcome, got %s",
                          name ? lua_pushfstring(L, "\"%s\"", name) : luaL_typename(L, 2));
    int level = lua_isnoneornil(L, 3) ? -1 : handle_grade(L, 3);
    lua_pushinteger(L, (lua_Integer)board_count(s->board, s->area, (enum peel_outcome)outcome, level));
    return 1;
}

static int l_area_concerns(lua_State *L)
{
    const struct script *s = judging(L);
    lua_pushinteger(L, s->board->concerns[s->area]);
    return 1;
}

static int l_area_enough(lua_State *L)
{
    const struct script *s = judging(L);
    const struct board_shape *shape = s->board->shape;
    lua_pushboolean(L, board_reaches(board_evidenced(s->board, s->area, shape->standard), shape->enough));
    return 1;
}

const struct word judged_methods[] = {
    {"share", l_area_share, "level?: peel.grade", "number",
     "The weight of its characteristics of a level (all of them, where none is named) that are met, from 0 to 1: met "
     "ones "
     "whole, partly met ones times the ladder's `partly`, over those with evidence. Where none has evidence, a ladder "
     "ends "
     "as `insufficient-evidence` and a `when` as false."},
    {"outcome", l_area_outcome, "characteristic: string", "peel.outcome",
     "The outcome of a characteristic of this area, by its short name, as a text: `area:outcome(\"timely\") == "
     "\"not-met\"`."},
    {"count", l_area_count, "outcome: peel.outcome, level?: peel.grade", "integer",
     "How many of its characteristics, of a level or of all, have this outcome."},
    {"concerns", l_area_concerns, "", "integer", "How many causes of concern it raises."},
    {"enough", l_area_enough, "", "boolean",
     "Has as much of the standard's weight evidence as the ladder's `enough` asks for?"},
    {0},
};

void judged_push(lua_State *L)
{
    object_push(L);
    words_push(L, judged_methods);
    lua_createtable(L, 0, 5);
    handle_metatable(L, "area", "the area has no method");
    lua_setmetatable(L, -2);
}
