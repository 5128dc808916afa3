/* declare_area.c: characteristics and caps, and their places in the area. */
#include "script/declare.h"
#include <stdio.h>

const char *declare_dependency_flaw(struct str text)
{
    const char *slash = memchr(text.s, '/', text.n);
    size_t n = slash ? (size_t)(slash - text.s) : text.n;
    bool good = str_is_id((struct str){text.s, n}) && (!slash || str_is_id((struct str){slash + 1, text.n - n - 1}));
    return good ? NULL : "is neither \"area\" nor \"area/characteristic\"";
}

/* --- characteristic "id" { … } --------------------------------------------------------------------------- */

const struct word keys_characteristic[] = {
    KEY("level", "peel.grade", "The grade of the scale that it is a statement of."),
    KEY("text", "string", "The statement."),
    KEY("rests", "string|peel.rests", "What it rests on: a published source, or `\"ours\"`."),
    KEY("weight", "number?", "What it counts in the ladder, above 0 and at most 1,000; default 1."),
    KEY("depends", "(peel.area_id|peel.characteristic_id)[]?",
        "What this rule reads the outcomes of, besides what the area says."),
    KEY("judge", "(fun(force: peel.force, p: peel.p): peel.answer)|peel.banded|nil",
        "The rule: reads evidence and returns `met \"…\"`, `partly_met \"…\"`, `not_met \"…\"`, `not_applicable \"…\"` "
        "or `no_evidence \"…\"`. "
        "This or `findings`."),
    KEY("findings", "boolean|peel.weighing|nil",
        "`true`: judged by the weight of the findings against it. Met from parameter `findings_met` of strengths, "
        "partly met from "
        "`findings_partly`; no findings, no evidence."),
    KEY("met", "peel.raise?", "What it raises where it is met: `promising_practice \"…\"`."),
    KEY("partly_met", "peel.raise?",
        "What it raises where it is partly met: `area_for_improvement \"…\"` or `cause_of_concern { … }`."),
    KEY("not_met", "peel.raise?",
        "What it raises where it is not met: `area_for_improvement \"…\"` or `cause_of_concern { … }`."),
    {0},
};
const struct word keys_rests[] = {
    KEY("[1]", "string", "A published source, or `ours`."),
    KEY("[integer]", "string", "More of them, up to 50."),
    KEY("thresholds", "string?", "What its thresholds rest on."),
    {0},
};
const struct word keys_weighing[] = {
    KEY("met", "string?", "The parameter from which share of strengths it is met; default `findings_met`."),
    KEY("partly", "string?", "The parameter from which it is partly met; default `findings_partly`."),
    {0},
};

/* rests = "text", or { "text", …, thresholds = "text" } */
static void declare_rests(const struct form *f, struct decl_characteristic *c)
{
    static const char *const hint = "say what it rests on: a published source, or \"ours\"";
    struct form rests;
    int type = form_get(f, "rests", 0);
    lua_pop(f->L, 1);
    if (type == LUA_TNIL) form_missing(f, "rests", hint);
    if (type == LUA_TSTRING) {
        c->rests.list = declare_alloc(f->L, 1, sizeof *c->rests.list);
        if (form_text(f, "rests", 0, REQUIRED, DECLARE_TEXT, c->rests.list)) c->rests.count = 1;
        return;
    }
    if (type == LUA_TNIL || !form_table(f, "rests", 0, "\"rests\"", &rests)) return;
    lua_Unsigned count = lua_rawlen(f->L, rests.index);
    form_keys(&rests, keys_rests, (lua_Integer)count);
    if (count == 0) declare_wrong(f->L, &rests.site, SITE_VALUE, hint, "\"rests\" is empty");
    if (count > DECLARE_RESTS) {
        declare_wrong(f->L, &rests.site, SITE_KEY, NULL, "\"rests\" holds %llu items, more than the %d a pack may have",
                      (unsigned long long)count, DECLARE_RESTS);
    } else {
        c->rests.list = declare_alloc(f->L, count, sizeof *c->rests.list);
        for (lua_Unsigned i = 1; i <= count; i++)
            if (form_text(&rests, NULL, (int)i, REQUIRED, DECLARE_TEXT, &c->rests.list[c->rests.count]))
                c->rests.count++;
    }
    form_text(&rests, "thresholds", 0, OPTIONAL, DECLARE_TEXT, &c->thresholds);
    lua_pop(f->L, 1);
}

static void declare_weight(const struct form *f, struct decl_characteristic *c)
{
    c->weight = 1;
    if (!form_number(f, "weight", 0, OPTIONAL, &c->weight) || (c->weight > 0 && c->weight <= 1000)) return;
    struct site site = site_key(f->site, "weight");
    declare_wrong(f->L, &site, SITE_VALUE, NULL, "\"weight\" must be above 0 and at most 1,000, got %.15g", c->weight);
}

/* findings = true, or { met = "parameter", partly = "parameter" } */
static void declare_findings(const struct form *f, struct decl_characteristic *c)
{
    struct form findings;
    char got[80];
    int type = form_get(f, "findings", 0);
    bool given = lua_toboolean(f->L, -1), wrong = type != LUA_TNIL && type != LUA_TTABLE && type != LUA_TBOOLEAN;
    struct site site = site_key(f->site, "findings");
    if (wrong)
        declare_wrong(f->L, &site, SITE_VALUE, NULL,
                      "\"findings\" must be true, or { met = \"parameter\", partly = \"parameter\" }, got %s",
                      declare_got(f->L, -1, got));
    lua_pop(f->L, 1);
    c->findings = given;
    c->findings_met = STR("findings_met");
    c->findings_partly = STR("findings_partly");
    if (type != LUA_TTABLE || !form_table(f, "findings", 0, "\"findings\"", &findings)) return;
    form_keys(&findings, keys_weighing, 0);
    form_id(&findings, "met", OPTIONAL, &c->findings_met);
    form_id(&findings, "partly", OPTIONAL, &c->findings_partly);
    lua_pop(f->L, 1);
}

static const char *const outcome_words[] = {"met", "partly_met", "not_met", NULL};

static void declare_judge(const struct form *f, struct decl_characteristic *c)
{
    char got[80];
    struct site judge = site_key(f->site, "judge");
    c->judge = form_bands(f, "judge", outcome_words, &c->bands);
    bool given = form_get(f, "judge", 0) != LUA_TNIL, is_lua = lua_isfunction(f->L, -1) && !lua_iscfunction(f->L, -1);
    if (given && !is_lua && !c->bands)
        declare_wrong(f->L, &judge, SITE_VALUE, NULL, "\"judge\" must be function(force, p) … end or bands { … }, got %s",
                      declare_got(f->L, -1, got));
    lua_pop(f->L, 1);
    if (!c->bands) c->judge = form_function(f, "judge");
    if (given && c->findings)
        declare_wrong(f->L, &judge, SITE_KEY, NULL, "%s has both \"judge\" and \"findings\": one of them judges",
                      f->what);
    if (!given && !c->findings)
        form_missing(f, "judge",
                     "a rule, judge = function(force, p) … end, or the weight of its findings, findings = true");
}

static int l_characteristic_body(lua_State *L)
{
    struct form f;
    struct str id;
    bool whole = declare_body(L, "characteristic", &f, &id);
    struct decl_characteristic *c = declare_alloc(L, 1, sizeof *c);
    c->judge = -1;
    if (whole) {
        form_keys(&f, keys_characteristic, 0);
        form_text(&f, "level", 0, REQUIRED, DECLARE_WORD, &c->level);
        form_text(&f, "text", 0, REQUIRED, DECLARE_TEXT, &c->text);
        declare_rests(&f, c);
        declare_weight(&f, c);
        form_names(&f, "depends", OPTIONAL, DECLARE_DEPENDS, declare_dependency_flaw, &c->depends);
        declare_findings(&f, c);
        declare_judge(&f, c);
        declare_raises(&f, c);
    }
    c->id = id;
    c->spot = (struct spot){script_of(L)->loading.file, f.site.line};
    declare_item(L, ITEM_CHARACTERISTIC, &f.site, id, c);
    return 1;
}

int l_characteristic(lua_State *L) { return declare_named(L, "characteristic", l_characteristic_body); }

/* --- cap "id" { … } ---------------------------------------------------------------------------------------- */

const struct word keys_cap[] = {
    KEY("at", "peel.grade", "The best grade that stands while it acts."),
    KEY("when", "[string, peel.outcome]|fun(area: peel.judged, p: peel.p): boolean",
        "When it acts: `{ \"characteristic\", \"not-met\" }`, of this area; or a function that answers `true` or "
        "`false`. What has no "
        "evidence never caps."),
    KEY("because", "string", "Why, for those who read the result."),
    {0},
};
static const char *const when_hint = "when = { \"characteristic\", \"not-met\" }, or when = function(area, p) … end";

static void check_outcome(const struct form *when, struct str outcome)
{
    static const char *const names[] = {"met", "partly-met", "not-met", "not-applicable", "no-evidence", NULL};
    char hint[DIAG_HINT];
    struct site site = site_item(when->site, 2);
    for (int i = 0; names[i]; i++)
        if (str_is(outcome, names[i])) return;
    declare_wrong(when->L, &site, SITE_VALUE, declare_nearest(outcome, names, hint), "\"%.80s\" is no outcome",
                  outcome.s);
}

static void when_of_table(const struct form *f, struct decl_cap *cap)
{
    static const struct word none[] = {{0}};
    struct form when;
    form_table(f, "when", 0, "\"when\"", &when);
    if (lua_rawlen(f->L, when.index) != 2) {
        declare_wrong(f->L, &when.site, SITE_VALUE, when_hint, "\"when\" must name a characteristic and an outcome");
    } else {
        form_keys(&when, none, 2);
        bool named = form_text(&when, NULL, 1, REQUIRED, DECLARE_WORD, &cap->characteristic);
        struct site site = site_item(when.site, 1);
        if (named && !str_is_id(cap->characteristic))
            declare_wrong(f->L, &site, SITE_VALUE, "the id of a characteristic of this area, without the area",
                          "\"%.80s\" is no id", cap->characteristic.s);
        if (form_text(&when, NULL, 2, REQUIRED, DECLARE_WORD, &cap->outcome)) check_outcome(&when, cap->outcome);
    }
    lua_pop(f->L, 1);
}

static void declare_when(const struct form *f, struct decl_cap *cap)
{
    char got[80];
    int type = form_get(f, "when", 0);
    bool is_lua = type == LUA_TFUNCTION && !lua_iscfunction(f->L, -1);
    struct site site = site_key(f->site, "when");
    if (type == LUA_TNIL)
        form_missing(f, "when", when_hint);
    else if (type != LUA_TTABLE && !is_lua)
        declare_wrong(f->L, &site, SITE_VALUE, when_hint, "\"when\" must be a table or a function, got %s",
                      declare_got(f->L, -1, got));
    lua_pop(f->L, 1);
    cap->when = form_function(f, "when");
    if (type == LUA_TTABLE) when_of_table(f, cap);
}

static int l_cap_body(lua_State *L)
{
    struct form f;
    struct str id;
    bool whole = declare_body(L, "cap", &f, &id);
    struct decl_cap *cap = declare_alloc(L, 1, sizeof *cap);
    cap->when = -1;
    if (whole) {
        form_keys(&f, keys_cap, 0);
        form_text(&f, "at", 0, REQUIRED, DECLARE_WORD, &cap->at);
        form_text(&f, "because", 0, REQUIRED, DECLARE_TEXT, &cap->because);
        declare_when(&f, cap);
    }
    cap->id = id;
    cap->spot = (struct spot){script_of(L)->loading.file, f.site.line};
    declare_item(L, ITEM_CAP, &f.site, id, cap);
    return 1;
}

int l_cap(lua_State *L) { return declare_named(L, "cap", l_cap_body); }

/* --- Into the area ------------------------------------------------------------------------------------------- */

void declare_area_ladder(const struct form *f, struct decl_area *area)
{
    char got[80];
    struct site site = site_key(f->site, "ladder");
    area->ladder = form_bands(f, "ladder", NULL, &area->bands);
    bool given = form_get(f, "ladder", 0) != LUA_TNIL;
    declare_got(f->L, -1, got);
    if (area->ladder < 0) area->ladder = form_function(f, "ladder");
    if (given && area->ladder < 0)
        declare_wrong(f->L, &site, SITE_VALUE, "rungs are the pack's, in pack.lua",
                      "\"ladder\" of an area must be function(area, p) … end or bands { … }, got %s", declare_got(f->L, -1, got));
    lua_pop(f->L, 1);
}

/* Was an item of this kind and id put in before? */
static void refuse_twice(const struct form *f, const struct item *item, struct str other, int line)
{
    if (!str_eq(item->id, other)) return;
    struct site site = {.word = item->word, .line = item->spot.line};
    declare_wrong(f->L, &site, SITE_VALUE, NULL, "%s \"%s\" is declared twice; the first is at line %d", item->word,
                  item->id.s, line);
}

static void put_characteristic(const struct form *f, struct item *item, struct decl_area *area)
{
    for (size_t i = 0; i < area->characteristic_count; i++)
        refuse_twice(f, item, area->characteristics[i].id, area->characteristics[i].spot.line);
    area->characteristics[area->characteristic_count++] = *(struct decl_characteristic *)item->decl;
}

static void put_cap(const struct form *f, struct item *item, struct decl_area *area)
{
    for (size_t i = 0; i < area->cap_count; i++) refuse_twice(f, item, area->caps[i].id, area->caps[i].spot.line);
    area->caps[area->cap_count++] = *(struct decl_cap *)item->decl;
}

static void put_item(const struct form *f, int i, struct decl_area *area)
{
    char got[80];
    int type = form_get(f, NULL, i);
    struct item *item = declare_item_at(f->L, -1);
    struct site site = site_item(f->site, i);
    if (!item || item->kind == ITEM_RAISE || item->kind == ITEM_BANDS)
        declare_wrong(f->L, &site, SITE_VALUE,
                      type == LUA_TFUNCTION ? "a characteristic is characteristic \"id\" { … }" : NULL,
                      "item %d of the area must be a characteristic or a cap, got %s", i, declare_got(f->L, -1, got));
    else if (item->kind == ITEM_CHARACTERISTIC && area->characteristic_count < DECLARE_CHARACTERISTICS)
        put_characteristic(f, item, area);
    else if (item->kind == ITEM_CAP && area->cap_count < DECLARE_CAPS)
        put_cap(f, item, area);
    if (item) item->used = true;
    lua_pop(f->L, 1);
}

void declare_area_items(const struct form *f, lua_Integer items, struct decl_area *area)
{
    if (items > DECLARE_CHARACTERISTICS + DECLARE_CAPS) {
        for (struct item *item = script_of(f->L)->loading.items; item; item = item->next) item->used = true;
        declare_wrong(f->L, &f->site, SITE_KEY, NULL,
                      "the area holds %lld items; it may have %d characteristics and %d caps", (long long)items,
                      DECLARE_CHARACTERISTICS, DECLARE_CAPS);
        return;
    }
    area->characteristics = declare_alloc(f->L, (size_t)items, sizeof *area->characteristics);
    area->caps = declare_alloc(f->L, (size_t)items, sizeof *area->caps);
    size_t declared = 0, caps = 0;
    for (lua_Integer i = 1; i <= items; i++) {
        put_item(f, (int)i, area);
        lua_rawgeti(f->L, f->index, i);
        struct item *item = declare_item_at(f->L, -1);
        lua_pop(f->L, 1);
        if (item) declared += item->kind == ITEM_CHARACTERISTIC, caps += item->kind == ITEM_CAP;
    }
    if (items == 0) declare_wrong(f->L, &f->site, SITE_KEY, NULL, "the area has no characteristic");
    if (declared > DECLARE_CHARACTERISTICS || caps > DECLARE_CAPS)
        declare_wrong(f->L, &f->site, SITE_KEY, NULL,
                      "the area has %zu characteristics and %zu caps; it may have %d and %d", declared, caps,
                      DECLARE_CHARACTERISTICS, DECLARE_CAPS);
}
