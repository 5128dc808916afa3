/* declare_organisations.c: which rows of the tables are organisations, which are left out, and the sums that hold over
 * them. */
#include "script/declare.h"
#include "script/mapping.h"
#include <stdio.h>

enum { ORGANISATIONS = 100000, WHERE = 100, CONDITIONS = 20, SUMS = 200 };

/* --- Organisations ------------------------------------------------------------------------------------ */

const struct word keys_named[] = {
    KEY("id", "string?", "Its id; without it, one is made of the text."),
    KEY("name", "string?", "Its name."),
    {0},
};

/* ["Text of the table"] = "its name", or { id = "…", name = "…" }. */
static void read_named(const struct map *map, size_t i, struct decl_named *n)
{
    struct form one;
    char what[100];
    const char *key = map->keys[i].s;
    *n = (struct decl_named){.text = map->keys[i], .spot = declare_spot(map->form.L, map->lines[i])};
    int type = form_get(&map->form, key, 0);
    lua_pop(map->form.L, 1);
    if (type != LUA_TTABLE) {
        form_text(&map->form, key, 0, REQUIRED, DECLARE_TEXT, &n->name);
        return;
    }
    snprintf(what, sizeof what, "organisation \"%.60s\"", key);
    form_table(&map->form, key, 0, what, &one);
    form_keys(&one, keys_named, 0);
    form_id(&one, "id", OPTIONAL, &n->id);
    form_text(&one, "name", 0, OPTIONAL, DECLARE_TEXT, &n->name);
    lua_pop(map->form.L, 1);
}

static void declare_named_organisations(const struct form *f, struct decl_organisations *o)
{
    struct map map;
    if (!form_map(f, "names", OPTIONAL, ORGANISATIONS, &map)) return;
    o->names = declare_alloc(f->L, map.count, sizeof *o->names);
    for (size_t i = 0; i < map.count; i++) read_named(&map, i, &o->names[o->name_count++]);
    lua_pop(f->L, 1);
}

/* leave_out = { ["Devon"] = { where = { … } } }: who writes that means the item that has no name. */
static bool is_named_where(const struct map *map, const char *key)
{
    struct form one;
    int type = form_get(&map->form, key, 0);
    lua_pop(map->form.L, 1);
    if (type != LUA_TTABLE || !form_table(&map->form, key, 0, "an item of \"leave_out\"", &one)) return false;
    declare_wrong(map->form.L, &one.site, SITE_VALUE,
                  "what another column tells stands without a name: leave_out = { { where = { … }, because = \"…\" } }",
                  "\"%.60s\" must be a text, got a table", key);
    lua_pop(map->form.L, 1);
    return true;
}

static struct decl_set_aside *read_set_aside(const struct map *map, bool where, size_t *count)
{
    struct decl_set_aside *list = declare_alloc(map->form.L, map->count, sizeof *list);
    for (size_t i = 0; i < map->count; i++) {
        struct decl_set_aside *a = &list[(*count)++];
        *a = (struct decl_set_aside){.text = map->keys[i], .spot = declare_spot(map->form.L, map->lines[i])};
        if (!where || !is_named_where(map, a->text.s))
            form_text(&map->form, a->text.s, 0, REQUIRED, DECLARE_TEXT, &a->why);
    }
    return list;
}

static void read_conditions(const struct form *f, struct decl_where *w)
{
    struct map map;
    if (!form_map(f, "where", REQUIRED, CONDITIONS, &map)) return;
    w->list = declare_alloc(f->L, map.count, sizeof *w->list);
    for (size_t i = 0; i < map.count; i++) {
        struct decl_condition *c = &w->list[w->count++];
        c->column = map.keys[i];
        if (form_get(&map.form, c->column.s, 0) == LUA_TSTRING) /* may be empty: a blank cell */
            c->text = declare_copy(f->L, -1);
        else
            form_text(&map.form, c->column.s, 0, REQUIRED, DECLARE_TEXT, &c->text);
        lua_pop(f->L, 1);
    }
    if (!map.count)
        declare_wrong(f->L, &map.form.site, SITE_VALUE, "where = { column = \"its text\" }", "\"where\" is empty");
    lua_pop(f->L, 1);
}

const struct word keys_where[] = {
    KEY("where", "table<string, string>", "column → its text, `\"\"` of a blank cell; all of them must hold."),
    KEY("because", "string", "Why such rows are left out."),
    {0},
};

/* { where = { level = "region" }, because = "…" }. */
static void read_where(const struct map *map, int item, struct decl_where *w)
{
    struct form one;
    if (!form_table(&map->form, NULL, item, "an item of \"leave_out\"", &one)) return;
    w->spot = site_spot(map->form.L, &one.site, SITE_VALUE);
    form_keys(&one, keys_where, 0);
    read_conditions(&one, w);
    form_text(&one, "because", 0, REQUIRED, DECLARE_TEXT, &w->why);
    lua_pop(map->form.L, 1);
}

static void declare_left_out(const struct form *f, struct decl_organisations *o)
{
    struct map map;
    int type = form_get(f, "leave_out", 0);
    lua_Integer items = type == LUA_TTABLE ? (lua_Integer)lua_rawlen(f->L, -1) : 0;
    lua_pop(f->L, 1);
    if (items > WHERE) items = WHERE;
    if (!form_map_items(f, "leave_out", OPTIONAL, ORGANISATIONS, items, &map)) return;
    o->left_out = read_set_aside(&map, true, &o->left_out_count);
    o->where = declare_alloc(f->L, (size_t)items, sizeof *o->where);
    for (int i = 1; i <= items; i++) read_where(&map, i, &o->where[o->where_count++]);
    lua_pop(f->L, 1);
}

/* only = true: those of `names`; only = { "…" }: those listed besides. */
static void declare_only(const struct form *f, struct decl_organisations *o)
{
    int type = form_get(f, "only", 0);
    bool truth = lua_toboolean(f->L, -1);
    lua_pop(f->L, 1);
    o->closed = truth;
    if (type != LUA_TBOOLEAN) form_names(f, "only", OPTIONAL, DECLARE_EVIDENCE, NULL, &o->only);
}

/* column = "force", or { workforce = "force", census = "area" }: a column of each table. */
static void declare_organisation_column(const struct form *f, struct decl_organisations *o)
{
    struct map map;
    int type = form_get(f, "column", 0);
    lua_pop(f->L, 1);
    if (type != LUA_TTABLE) {
        form_text(f, "column", 0, REQUIRED, DECLARE_TEXT, &o->column.name);
        return;
    }
    if (!form_map(f, "column", REQUIRED, DECLARE_REFERENCES, &map)) return;
    o->columns = declare_alloc(f->L, map.count, sizeof *o->columns);
    for (size_t i = 0; i < map.count; i++) {
        struct decl_reference *r = &o->columns[o->column_count++];
        r->id = map.keys[i];
        form_text(&map.form, r->id.s, 0, REQUIRED, DECLARE_TEXT, &r->text);
    }
    lua_pop(f->L, 1);
}

const struct word keys_organisations[] = {
    KEY("column", "string|table<string, string>",
        "The column that names them: one for all tables, or one for each, `{ workforce = \"force\", census = \"area\" "
        "}`."),
    KEY("names", "table<string, string|peel.named>?",
        "text of the table → name, or `{ id = \"…\", name = \"…\" }`. Without it the text is the name, and the id is "
        "made of it."),
    KEY("only", "boolean|string[]|nil", "`true`: whoever is not in `names` is a mistake; a list: those besides."),
    KEY("out_of_scope", "table<string, string>?", "text → why; `in_scope` is then false."),
    KEY("leave_out", "table<string|integer, string|peel.where>?",
        "Rows that are no organisation: text → why; or, for what is called like one, an item without a name, `{ where "
        "= { level = \"region\" }, because = \"…\" }`."),
    {0},
};

void declare_organisations(const struct form *f, struct decl_mapping *mapping)
{
    struct decl_organisations *o = &mapping->organisations;
    struct form own;
    struct map map;
    if (form_get(f, "organisations", 0) == LUA_TNIL)
        form_missing(f, "organisations", "organisations = { column = \"force\" }");
    lua_pop(f->L, 1);
    if (!form_table(f, "organisations", 0, "\"organisations\"", &own)) return;
    o->spot = site_spot(f->L, &own.site, SITE_KEY);
    form_keys(&own, keys_organisations, 0);
    declare_organisation_column(&own, o);
    declare_named_organisations(&own, o);
    declare_only(&own, o);
    if (form_map(&own, "out_of_scope", OPTIONAL, ORGANISATIONS, &map)) {
        o->outside = read_set_aside(&map, false, &o->outside_count);
        lua_pop(f->L, 1);
    }
    declare_left_out(&own, o);
    lua_pop(f->L, 1);
}

/* --- Sums --------------------------------------------------------------------------------------------- */

static void read_of(const struct form *f, struct names *of)
{
    struct str one;
    int type = form_get(f, "of", 0);
    lua_pop(f->L, 1);
    if (type == LUA_TTABLE)
        form_names(f, "of", REQUIRED, DECLARE_EVIDENCE, declare_id_flaw, of);
    else if (form_id(f, "of", REQUIRED, &one)) {
        of->list = declare_alloc(f->L, 1, sizeof *of->list);
        of->list[of->count++] = one;
    }
}

static void read_over(const struct form *f, bool *all)
{
    static const char *const words[] = {"in scope", "all", NULL};
    struct str word;
    char hint[DIAG_HINT];
    struct site site = site_key(f->site, "over");
    if (!form_text(f, "over", 0, OPTIONAL, DECLARE_TEXT, &word)) return;
    *all = str_is(word, "all");
    if (!*all && !str_is(word, "in scope"))
        declare_wrong(f->L, &site, SITE_VALUE, declare_nearest(word, words, hint),
                      "a sum is over those \"in scope\", or \"all\", got \"%.40s\"", word.s);
}

static void read_tolerance(const struct form *f, const char *key, double most, double *out)
{
    struct site site = site_key(f->site, key);
    if (!form_number(f, key, 0, OPTIONAL, out) || (*out >= 0 && *out <= most)) return;
    declare_wrong(f->L, &site, SITE_VALUE, most == 1 ? "0.005 is half a percent of the sum" : NULL,
                  "\"%s\" must be %s, got %.15g", key, most == 1 ? "a share from 0 to 1" : "0 or more", *out);
}

const struct word keys_sum[] = {
    KEY("of", "string|string[]", "The measure that is added up, or several."),
    KEY("is", "number?", "What the sum is, as published. This or `row`."),
    KEY("row", "string?", "The row, one of `leave_out`, that says what the sum is."),
    KEY("within", "number?", "By how many units it may differ; default 0."),
    KEY("within_share", "number?", "By which share of the sum it may differ, from 0 to 1; default 0."),
    KEY("over", "\"in scope\"|\"all\"|nil", "Over whom; default those in scope."),
    KEY("round", "string?", "In that round alone."),
    {0},
};

static void read_sum(const struct form *list, int item, struct decl_sum *sum)
{
    struct form f;
    if (!form_table(list, NULL, item, "a sum", &f)) return;
    sum->spot = site_spot(list->L, &f.site, SITE_VALUE);
    form_keys(&f, keys_sum, 0);
    read_of(&f, &sum->of);
    sum->has_is = form_number(&f, "is", 0, OPTIONAL, &sum->is);
    form_text(&f, "row", 0, OPTIONAL, DECLARE_TEXT, &sum->row);
    if (sum->has_is == (sum->row.s != NULL))
        declare_wrong(f.L, &f.site, SITE_VALUE,
                      "is = 124783.97, as published; or row = \"Total\", a row that is left out",
                      "a sum says either what it \"is\", or which \"row\" says it");
    read_tolerance(&f, "within", 1e300, &sum->within);
    read_tolerance(&f, "within_share", 1, &sum->within_share);
    read_over(&f, &sum->all);
    form_text(&f, "round", 0, OPTIONAL, DECLARE_TEXT, &sum->round);
    lua_pop(list->L, 1);
}

void declare_sums(const struct form *f, struct decl_mapping *mapping)
{
    static const struct word none[] = {{0}};
    struct form list;
    if (!form_table(f, "sums", 0, "\"sums\"", &list)) return;
    lua_Integer count = (lua_Integer)lua_rawlen(f->L, list.index);
    if (count > SUMS) {
        declare_wrong(f->L, &list.site, SITE_KEY, NULL,
                      "\"sums\" holds %lld items, more than the %d a mapping may have", (long long)count, SUMS);
        count = SUMS;
    }
    form_keys(&list, none, count);
    mapping->sums = declare_alloc(f->L, (size_t)count, sizeof *mapping->sums);
    for (int i = 1; i <= count; i++) read_sum(&list, i, &mapping->sums[mapping->sum_count++]);
    lua_pop(f->L, 1);
}
