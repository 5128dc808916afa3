/* declare_ladder.c: the pack's ladder, as a table of rungs or as a function. What its grades and parameters mean is
 * checked by the judge. */
#include "script/declare.h"
#include <stdio.h>

/* A number, or the name of a parameter: what stands at the top of the stack (popped). */
static bool take_amount(const struct form *f, const char *key, int index, struct decl_amount *out)
{
    lua_State *L = f->L;
    char got[80];
    int type = lua_type(L, -1);
    declare_got(L, -1, got);
    struct site site = key ? site_key(f->site, key) : site_item(f->site, index);
    if (type == LUA_TSTRING) {
        out->parameter = declare_copy(L, -1);
        lua_pop(L, 1);
        return true;
    }
    bool good = type == LUA_TNUMBER && form_number(f, key, index, OPTIONAL, &out->number);
    if (type != LUA_TNUMBER)
        declare_wrong(L, &site, SITE_VALUE, NULL, "%s%s%s must be a number or the name of a parameter, got %s",
                      key ? "\"" : "", key ? key : "the share", key ? "\"" : "", declare_got(L, -1, got));
    lua_pop(L, 1);
    return good;
}

static bool amount(const struct form *f, const char *key, struct decl_amount *out)
{
    if (form_get(f, key, 0) != LUA_TNIL) return take_amount(f, key, 0, out);
    lua_pop(f->L, 1);
    return false;
}

static void rung_of_table(const struct form *rungs, const char *grade, struct decl_rung *rung)
{
    static const char *const keys[] = {"beyond", NULL};
    struct form f;
    char what[100];
    snprintf(what, sizeof what, "rung \"%.64s\"", grade);
    form_table(rungs, grade, 0, what, &f);
    form_keys(&f, keys, 1);
    if (form_get(&f, NULL, 1) == LUA_TNIL)
        declare_wrong(f.L, &f.site, SITE_KEY, NULL, "%s lacks its share", what), lua_pop(f.L, 1);
    else
        take_amount(&f, NULL, 1, &rung->share);
    rung->has_beyond = amount(&f, "beyond", &rung->beyond);
    lua_pop(f.L, 1);
}

static void declare_rungs(const struct form *f, struct decl_ladder *ladder)
{
    struct map map;
    if (!form_map(f, "rungs", REQUIRED, DECLARE_GRADES, &map)) return;
    ladder->rungs = declare_alloc(f->L, map.count, sizeof *ladder->rungs);
    if (map.count == 0) declare_wrong(f->L, &map.form.site, SITE_VALUE, NULL, "\"rungs\" is empty");
    for (size_t i = 0; i < map.count; i++) {
        struct decl_rung *rung = &ladder->rungs[ladder->rung_count++];
        rung->grade = map.keys[i];
        if (form_get(&map.form, map.keys[i].s, 0) == LUA_TTABLE)
            lua_pop(f->L, 1), rung_of_table(&map.form, map.keys[i].s, rung);
        else
            take_amount(&map.form, map.keys[i].s, 0, &rung->share);
    }
    lua_pop(f->L, 1);
}

void declare_ladder(const struct form *f, struct decl_ladder *ladder)
{
    static const char *const keys[] = {"standard", "concern", "rungs", "partly", "enough", NULL};
    struct form l;
    struct site site = site_key(f->site, "ladder");
    ladder->spot = site_spot(f->L, &site, SITE_KEY);
    ladder->function = form_function(f, "ladder");
    ladder->given = ladder->function >= 0;
    if (ladder->given || !form_table(f, "ladder", 0, "the ladder", &l)) return;
    ladder->given = true;
    form_keys(&l, keys, 0);
    form_text(&l, "standard", 0, REQUIRED, DECLARE_WORD, &ladder->standard);
    form_text(&l, "concern", 0, OPTIONAL, DECLARE_WORD, &ladder->concern);
    declare_rungs(&l, ladder);
    ladder->has_partly = amount(&l, "partly", &ladder->partly);
    ladder->has_enough = amount(&l, "enough", &ladder->enough);
    lua_pop(f->L, 1);
}
