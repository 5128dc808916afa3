/* declare_cohort.c: `cohort` of pack.lua: which measures are read against other organisations, against whom, and by
 * which outlier lines. What the names and numbers mean is checked by the judge. */
#include "script/declare.h"
#include <stdio.h>

enum { DECLARE_PEERS = 500, DECLARE_LEFT_OUT = 500 };

static const char *measure_flaw(struct str text)
{
    return str_is_id(text) ? NULL
                           : "is no id of a measure: lower-case letters, digits, _ and -, beginning with a letter";
}

static const char *organisation_flaw(struct str text)
{
    return str_is_id(text)
               ? NULL
               : "is no id of an organisation: lower-case letters, digits, _ and -, beginning with a letter";
}

/* --- Who ---------------------------------------------------------------------------------------------------------- */

static void peers_of_table(const struct form *f, struct decl_against *a)
{
    static const char *const keys[] = {"similar", "count", NULL};
    struct form p;
    form_table(f, "peers", 0, "\"peers\"", &p);
    if (lua_rawlen(f->L, p.index) > 0) {
        lua_pop(f->L, 1);
        a->peers = PEERS_NAMED;
        form_names(f, "peers", REQUIRED, DECLARE_PEERS, organisation_flaw, &a->named);
        return;
    }
    a->peers = PEERS_SIMILAR;
    form_keys(&p, keys, 0);
    form_id(&p, "similar", REQUIRED, &a->similar);
    if (!form_amount(&p, "count", &a->count))
        form_missing(&p, "count", "say how many: the name of a parameter, or a number");
    lua_pop(f->L, 1);
}

static void declare_peers(const struct form *f, struct decl_against *a)
{
    char got[80];
    int type = form_get(f, "peers", 0);
    bool all = type == LUA_TSTRING && strcmp(lua_tostring(f->L, -1), "all") == 0;
    declare_got(f->L, -1, got);
    a->has_peers = type != LUA_TNIL;
    struct site site = site_key(f->site, "peers");
    if (type != LUA_TNIL && type != LUA_TTABLE && !all)
        declare_wrong(f->L, &site, SITE_VALUE, NULL,
                      "\"peers\" must be \"all\", a list of ids, or { similar = \"measure\", count = … }, got %s",
                      declare_got(f->L, -1, got));
    lua_pop(f->L, 1);
    if (type == LUA_TTABLE) peers_of_table(f, a);
}

static void declare_left_out(const struct form *f, struct decl_against *a)
{
    struct map map;
    if (!form_map(f, "leave_out", OPTIONAL, DECLARE_LEFT_OUT, &map)) return;
    a->has_left_out = true;
    a->left_out = declare_alloc(f->L, map.count, sizeof *a->left_out);
    for (size_t i = 0; i < map.count; i++) {
        const char *flaw = organisation_flaw(map.keys[i]);
        struct site site = site_key(map.form.site, map.keys[i].s);
        if (flaw) declare_wrong(f->L, &site, SITE_KEY, NULL, "\"%.80s\" %s", map.keys[i].s, flaw);
        struct cohort_left_out *out = &a->left_out[a->left_out_count++];
        out->id = map.keys[i];
        form_text(&map.form, map.keys[i].s, 0, REQUIRED, DECLARE_TEXT, &out->why);
    }
    lua_pop(f->L, 1);
}

/* --- How ---------------------------------------------------------------------------------------------------------- */

static void declare_rules(const struct form *f, struct decl_against *a)
{
    form_text(f, "scale", 0, OPTIONAL, DECLARE_WORD, &a->scale);
    form_text(f, "better", 0, OPTIONAL, DECLARE_WORD, &a->better);
    form_text(f, "deviation", 0, OPTIONAL, DECLARE_WORD, &a->deviation);
    form_text(f, "mean", 0, OPTIONAL, DECLARE_WORD, &a->mean);
    a->has_alpha = form_amount(f, "alpha", &a->alpha);
    a->has_log_shift = form_amount(f, "log_shift", &a->log_shift);
    a->has_width = form_amount(f, "width", &a->width);
    a->has_fewest = form_amount(f, "fewest", &a->fewest);
    a->has_inclusive = form_boolean(f, "inclusive", &a->inclusive);
}

static void declare_against(const struct form *f, struct decl_against *a)
{
    declare_peers(f, a);
    declare_left_out(f, a);
    declare_rules(f, a);
}

#define AGAINST_KEYS                                                                                                   \
    "peers", "leave_out", "scale", "better", "deviation", "mean", "alpha", "log_shift", "width", "fewest", "inclusive"

static void declare_one(const struct map *map, size_t i, struct decl_against *a)
{
    static const char *const keys[] = {AGAINST_KEYS, NULL};
    struct form f;
    char what[100];
    *a = (struct decl_against){.measure = map->keys[i], .spot = {script_of(map->form.L)->loading.file, map->lines[i]}};
    snprintf(what, sizeof what, "the measure \"%.64s\"", map->keys[i].s);
    if (!form_table(&map->form, map->keys[i].s, 0, what, &f)) return;
    form_keys(&f, keys, 0);
    declare_against(&f, a);
    lua_pop(f.L, 1);
}

static void declare_apart(const struct form *f, struct decl_cohort *cohort)
{
    struct map map;
    if (!form_map(f, "apart", OPTIONAL, DECLARE_EVIDENCE, &map)) return;
    cohort->apart = declare_alloc(f->L, map.count, sizeof *cohort->apart);
    for (size_t i = 0; i < map.count; i++) declare_one(&map, i, &cohort->apart[cohort->apart_count++]);
    lua_pop(f->L, 1);
}

void declare_cohort(const struct form *f, struct decl_cohort *cohort)
{
    static const char *const keys[] = {"measures", "apart", AGAINST_KEYS, NULL};
    struct form c;
    struct site site = site_key(f->site, "cohort");
    if (!form_table(f, "cohort", 0, "\"cohort\"", &c)) return;
    cohort->given = true;
    cohort->spot = cohort->all.spot = site_spot(f->L, &site, SITE_KEY);
    form_keys(&c, keys, 0);
    form_names(&c, "measures", REQUIRED, DECLARE_EVIDENCE, measure_flaw, &cohort->measures);
    declare_against(&c, &cohort->all);
    declare_apart(&c, cohort);
    lua_pop(f->L, 1);
}
