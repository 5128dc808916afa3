/* declare_raise.c: what an outcome raises: an area for improvement, a promising practice, or a cause of concern with
 * its recommendations (law 7). */
#include "script/declare.h"
#include <stdio.h>

/* "6 months": at most a thousand of a unit. */
static bool is_span(struct str text)
{
    static const char *const units[] = {"day", "week", "month", "year", NULL};
    size_t i = 0, number = 0;
    for (; i < text.n && text.s[i] >= '0' && text.s[i] <= '9' && number <= 1000; i++)
        number = 10 * number + (size_t)(text.s[i] - '0');
    if (i == 0 || number == 0 || number > 1000 || i >= text.n || text.s[i] != ' ') return false;
    struct str unit = {text.s + i + 1, text.n - i - 1};
    if (unit.n > 1 && unit.s[unit.n - 1] == 's') unit.n--;
    for (int u = 0; units[u]; u++)
        if (str_is(unit, units[u])) return true;
    return false;
}

/* What is told from here on is of this code (lint/codes.h). */
static size_t code_from(const struct form *f) { return script_of(f->L)->loading.diags->count; }
static void code_to(const struct form *f, size_t from, const char *code)
{
    struct diags *d = script_of(f->L)->loading.diags;
    for (; from < d->count; from++) snprintf(d->list[from].code, sizeof d->list[from].code, "%s", code);
}

static void check_deadline(const struct form *f, const struct decl_recommendation *r)
{
    struct date date;
    size_t from = code_from(f);
    struct site within = site_key(f->site, "within"), by = site_key(f->site, "by");
    if (!r->within.s && !r->by.s)
        form_missing(f, "within", "say when it is due: within = \"6 months\", or by = \"2022-09-30\"");
    if (r->within.s && r->by.s)
        declare_wrong(f->L, &by, SITE_KEY, NULL, "%s has both \"within\" and \"by\": one of them", f->what);
    if (r->within.s && !is_span(r->within))
        declare_wrong(f->L, &within, SITE_VALUE, "a number, then days, weeks, months or years: \"6 months\"",
                      "\"within\" is no length of time: \"%.80s\"", r->within.s);
    if (r->by.s && !date_parse(r->by, &date))
        declare_wrong(f->L, &by, SITE_VALUE, "a date is YYYY-MM-DD, YYYY-MM or YYYY, and must exist",
                      "\"by\" is no date: \"%.80s\"", r->by.s);
    code_to(f, from, "P504");
}

const struct word keys_concern[] = {
    KEY("[1]", "string", "What the concern is."),
    KEY("recommendations", "peel.recommendation[]", "At least one, at most 50."),
    {0},
};
const struct word keys_recommendation[] = {
    KEY("[1]", "string", "What is to be done."),
    KEY("within", "string?",
        "When it is due, from the judgment on: a number of days, weeks, months or years, `\"6 months\"`. This or "
        "`by`."),
    KEY("by", "string?", "When it is due: a date, `\"2022-09-30\"`, `\"2022-09\"` or `\"2022\"`."),
    {0},
};

static void one_recommendation(const struct form *list, int i, struct decl_raise *raise)
{
    struct form f;
    char what[100], got[80];
    struct site site = site_item(list->site, i);
    struct decl_recommendation *r = &raise->recommendations[raise->recommendation_count++];
    snprintf(what, sizeof what, "recommendation %d", i);
    bool is_table = form_get(list, NULL, i) == LUA_TTABLE;
    if (!is_table)
        declare_wrong(list->L, &site, SITE_VALUE, "write { \"text\", within = \"6 months\" }",
                      "%s must be a table, got %s", what, declare_got(list->L, -1, got));
    lua_pop(list->L, 1);
    if (!is_table || !form_table(list, NULL, i, what, &f)) return;
    form_keys(&f, keys_recommendation, 1);
    form_text(&f, NULL, 1, REQUIRED, DECLARE_TEXT, &r->text);
    form_text(&f, "within", 0, OPTIONAL, DECLARE_TEXT, &r->within);
    form_text(&f, "by", 0, OPTIONAL, DECLARE_TEXT, &r->by);
    check_deadline(&f, r);
    lua_pop(f.L, 1);
}

static void declare_recommendations(const struct form *f, struct decl_raise *raise)
{
    static const struct word none[] = {{0}};
    static const char *const law =
        "a cause of concern owns at least one: recommendations = { { \"text\", within = \"6 months\" } }";
    struct form list;
    bool absent = form_get(f, "recommendations", 0) == LUA_TNIL;
    lua_pop(f->L, 1);
    size_t from = code_from(f);
    if (absent) form_missing(f, "recommendations", law);
    code_to(f, from, "P504");
    if (absent || !form_table(f, "recommendations", 0, "\"recommendations\"", &list)) return;
    lua_Unsigned count = lua_rawlen(f->L, list.index);
    if (count > DECLARE_RECOMMENDATIONS) {
        declare_wrong(f->L, &list.site, SITE_KEY, NULL,
                      "%llu recommendations, more than the %d a cause of concern may have", (unsigned long long)count,
                      DECLARE_RECOMMENDATIONS);
    } else {
        form_keys(&list, none, (lua_Integer)count);
        if (count == 0) declare_wrong(f->L, &list.site, SITE_VALUE, law, "\"recommendations\" is empty");
        raise->recommendations = declare_alloc(f->L, count, sizeof *raise->recommendations);
        for (lua_Unsigned i = 1; i <= count; i++) one_recommendation(&list, (int)i, raise);
    }
    lua_pop(f->L, 1);
}

/* word "text", or word { "text", … } */
static int declare_raise(lua_State *L, const char *word, enum raise_kind kind)
{
    static const struct word none[] = {{0}};
    if (!script_of(L)->loading.file)
        return luaL_error(L, "%s stands beside a rule, not in it: it says what an outcome raises", word);
    struct form f = {.L = L, .index = 1, .site = declare_site(L, word)};
    struct decl_raise *decl = declare_alloc(L, 1, sizeof *decl);
    char got[80];
    bool bare = lua_type(L, 1) == LUA_TSTRING;
    snprintf(f.what, sizeof f.what, "%s", word);
    lua_settop(L, 1);
    if (bare) { /* as if it were { "text" } */
        lua_createtable(L, 1, 0);
        lua_insert(L, 1);
        lua_rawseti(L, 1, 1);
    }
    *decl = (struct decl_raise){.kind = kind, .spot = {script_of(L)->loading.file, f.site.line}};
    if (lua_type(L, 1) == LUA_TTABLE) {
        form_keys(&f, kind == RAISE_CONCERN ? keys_concern : none, 1);
        form_text(&f, NULL, 1, REQUIRED, DECLARE_TEXT, &decl->text);
        if (kind == RAISE_CONCERN) declare_recommendations(&f, decl);
    } else
        declare_wrong(L, &f.site, SITE_KEY, NULL, "%s wants a text, got %s", word, declare_got(L, 1, got));
    declare_item(L, ITEM_RAISE, &f.site, (struct str){NULL, 0}, decl);
    return 1;
}

int l_area_for_improvement(lua_State *L) { return declare_raise(L, "area_for_improvement", RAISE_AFI); }
int l_promising_practice(lua_State *L) { return declare_raise(L, "promising_practice", RAISE_PRACTICE); }
int l_cause_of_concern(lua_State *L) { return declare_raise(L, "cause_of_concern", RAISE_CONCERN); }

/* --- Where they stand -------------------------------------------------------------------------------------- */

static void place_raise(const struct form *f, const char *key, bool at_met, const struct item *item,
                        struct decl_raise *out)
{
    const struct decl_raise *decl = item->decl;
    struct site site = site_key(f->site, key);
    *out = *decl;
    if (decl->kind == RAISE_PRACTICE && !at_met)
        declare_wrong(f->L, &site, SITE_KEY, NULL, "promising_practice may stand at \"met\" only, not at \"%s\"", key);
    if (decl->kind != RAISE_PRACTICE && at_met)
        declare_wrong(f->L, &site, SITE_KEY, NULL,
                      "%s is raised by a shortfall: it may stand at \"partly_met\" or \"not_met\", not at \"met\"",
                      item->word);
}

static void one_raise(const struct form *f, const char *key, bool at_met, struct decl_raise *out)
{
    char got[80];
    struct site site = site_key(f->site, key);
    bool given = form_get(f, key, 0) != LUA_TNIL;
    struct item *item = declare_item_at(f->L, -1);
    if (item && item->kind == ITEM_RAISE)
        item->used = true, place_raise(f, key, at_met, item, out);
    else if (given)
        declare_wrong(f->L, &site, SITE_VALUE,
                      at_met ? NULL
                             : "area_for_improvement \"…\", or cause_of_concern { \"…\", recommendations = { … } }",
                      "\"%s\" must say what it raises%s, got %s", key, at_met ? ": promising_practice \"…\"" : "",
                      declare_got(f->L, -1, got));
    lua_pop(f->L, 1);
}

void declare_raises(const struct form *f, struct decl_characteristic *c)
{
    one_raise(f, "met", true, &c->raises[PEEL_MET]);
    one_raise(f, "partly_met", false, &c->raises[PEEL_PARTLY_MET]);
    one_raise(f, "not_met", false, &c->raises[PEEL_NOT_MET]);
}
