/* declare_ladder.c: the pack's ladder, as a table of rungs or as a function. What its grades and parameters mean is
 * checked by the judge. */
#include "script/declare.h"
#include <stdio.h>

const struct word keys_ladder[] = {
    KEY("standard", "string", "The grade whose characteristics are counted."),
    KEY("concern", "string?", "The grade that any cause of concern gives."),
    KEY("rungs", "table<string, number|string|peel.rung>",
        "grade → the share of the standard from which it is reached: a number, the name of a parameter, or a table "
        "that asks for "
        "more. The lowest asks for 0."),
    KEY("partly", "number|string|nil", "What a partly met one counts, against a met one; a number or a parameter."),
    KEY("enough", "number|string|nil",
        "The share of the standard's weight that must have evidence; below it the area is `insufficient-evidence`."),
    {0},
};
const struct word keys_rung[] = {
    KEY("[1]", "number|string", "The share of the standard; a number or the name of a parameter."),
    KEY("beyond", "number|string|nil", "The share of the rung's own level that is asked for besides, of at least one."),
    {0},
};

static void rung_of_table(const struct form *rungs, const char *grade, struct decl_rung *rung)
{
    struct form f;
    char what[100];
    snprintf(what, sizeof what, "rung \"%.64s\"", grade);
    form_table(rungs, grade, 0, what, &f);
    form_keys(&f, keys_rung, 1);
    if (form_get(&f, NULL, 1) == LUA_TNIL)
        declare_wrong(f.L, &f.site, SITE_KEY, NULL, "%s lacks its share", what), lua_pop(f.L, 1);
    else
        form_take_amount(&f, NULL, 1, &rung->share);
    rung->has_beyond = form_amount(&f, "beyond", &rung->beyond);
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
            form_take_amount(&map.form, map.keys[i].s, 0, &rung->share);
    }
    lua_pop(f->L, 1);
}

void declare_ladder(const struct form *f, struct decl_ladder *ladder)
{
    struct form l;
    struct site site = site_key(f->site, "ladder");
    ladder->spot = site_spot(f->L, &site, SITE_KEY);
    ladder->function = form_function(f, "ladder");
    ladder->given = ladder->function >= 0;
    if (ladder->given || !form_table(f, "ladder", 0, "the ladder", &l)) return;
    ladder->given = true;
    form_keys(&l, keys_ladder, 0);
    form_text(&l, "standard", 0, REQUIRED, DECLARE_WORD, &ladder->standard);
    form_text(&l, "concern", 0, OPTIONAL, DECLARE_WORD, &ladder->concern);
    declare_rungs(&l, ladder);
    ladder->has_partly = form_amount(&l, "partly", &ladder->partly);
    ladder->has_enough = form_amount(&l, "enough", &ladder->enough);
    lua_pop(f->L, 1);
}
