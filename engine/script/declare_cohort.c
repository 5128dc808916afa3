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

static bool is_empty(const struct form *f)
{
    lua_pushnil(f->L);
    if (!lua_next(f->L, f->index)) return true;
    lua_pop(f->L, 2);
    return false;
}

const struct word keys_peers[] = {
    KEY("similar", "string", "The measure by whose rate the nearest are found."),
    KEY("count", "number|string", "How many, 1 to 1,000, besides itself; a number or the name of a parameter."),
    {0},
};
const struct word keys_unless[] = {
    KEY("measure", "string", "The measure that decides, by its rate."),
    KEY("above", "number|string|nil",
        "Above this an organisation is left out; on it, it counts. A number or the name of a parameter. This or "
        "`below`, not both."),
    KEY("below", "number|string|nil", "The same, of those below it."),
    KEY("because", "string", "Why they are left out: printed of each of them with every result."),
    {0},
};
#define KEYS_OF_AGAINST                                                                                                \
    KEY("peers", "\"all\"|string[]|peel.peers|nil",                                                                    \
        "Against whom: `\"all\"` (the default), a list of ids, against which the others are read as well, or "         \
        "`{ similar = \"measure\", count = 8 }`, itself and the nearest by that measure's rate, ties by id. A peer "   \
        "without a value is a peer all the same."),                                                                    \
        KEY("leave_out", "table<string, string>?", "id → why. They count for nobody, and are read against nobody."),   \
        KEY("unless", "peel.unless?",                                                                                  \
            "Whom another measure leaves out: `{ measure = \"unknown\", above = \"most_unknown\", because = \"…\" }`. "\
            "They count for nobody, and are read against nobody; nor does one of whom that measure is missing, since " \
            "whether it counts is not known. `{}`: nobody."),                                                          \
        KEY("scale", "\"by-test\"|\"raw\"|\"log\"|nil",                                                                \
            "`\"by-test\"` (the default): the values as they are where Shapiro-Wilk does not reject that they are "    \
            "normal, else their logarithms where these are the more normal; or the one or the other. More than 5,000 " \
            "values are not tested, and taken as they are."),                                                          \
        KEY("better", "\"w\"|\"pass\"|nil",                                                                            \
            "When logarithms are more normal: `\"w\"` (the default), their W is the larger; `\"pass\"`, they are not " \
            "rejected."),                                                                                              \
        KEY("deviation", "\"sample\"|\"population\"|nil", "Divides by n − 1 (the default), or by n."),                 \
        KEY("mean", "\"scale\"|\"values\"|nil",                                                                        \
            "What `:cohort_mean()` is: the mean of the scale that was taken (the default; of logarithms the "          \
            "geometric "                                                                                               \
            "mean), or the arithmetic mean."),                                                                         \
        KEY("alpha", "number|string|nil", "Below this p it is rejected; default 0.05."),                               \
        KEY("log_shift", "number|string|nil", "Added before the logarithm is taken; default 0."),                      \
        KEY("width", "number|string|nil", "Standard deviations either side; default 1."),                              \
        KEY("fewest", "number|string|nil", "Of fewer values no lines are drawn; at least 2, default 5."),              \
        KEY("inclusive", "boolean?", "`true`: on the line is outside. Default `false`."),                              \
    {                                                                                                                  \
        0                                                                                                              \
    }
const struct word keys_against[] = {KEYS_OF_AGAINST};
const struct word keys_cohort[] = {
    KEY("measures", "string[]", "The ids of the measures; only these can be asked."),
    KEY("apart", "table<string, peel.against>?",
        "measure → what holds for it instead, in any of the keys below; a `leave_out` replaces the whole list, an "
        "`unless` the other one."),
    KEYS_OF_AGAINST,
};

static void peers_of_table(const struct form *f, struct decl_against *a)
{
    struct form p;
    form_table(f, "peers", 0, "\"peers\"", &p);
    if (is_empty(&p)) {
        lua_pop(f->L, 1);
        struct site site = site_key(f->site, "peers");
        declare_wrong(f->L, &site, SITE_VALUE, "leave peers out, or write \"all\", to read against everyone in scope",
                      "\"peers\" is empty");
        return;
    }
    if (lua_rawlen(f->L, p.index) > 0) {
        lua_pop(f->L, 1);
        a->peers = PEERS_NAMED;
        form_names(f, "peers", REQUIRED, DECLARE_PEERS, organisation_flaw, &a->named);
        return;
    }
    a->peers = PEERS_SIMILAR;
    form_keys(&p, keys_peers, 0);
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

/* An empty one is told as what it is: the key is no title of it. */
static void declare_why(const struct map *map, size_t i, struct str *why)
{
    const char *key = map->keys[i].s;
    struct site site = site_key(map->form.site, key);
    size_t n = 0;
    bool empty = form_get(&map->form, key, 0) == LUA_TSTRING && (lua_tolstring(map->form.L, -1, &n), n == 0);
    lua_pop(map->form.L, 1);
    if (empty)
        declare_wrong(map->form.L, &site, SITE_VALUE, "it is printed with every result",
                      "why \"%.80s\" is left out must be said", key);
    else
        form_text(&map->form, key, 0, REQUIRED, DECLARE_TEXT, why);
}

static bool is_list(const struct form *f)
{
    bool list = form_get(f, "leave_out", 0) == LUA_TTABLE && lua_rawlen(f->L, -1) > 0;
    lua_pop(f->L, 1);
    struct site site = site_key(f->site, "leave_out");
    if (list)
        declare_wrong(f->L, &site, SITE_VALUE, "write leave_out = { [\"the-id\"] = \"why it is left out\" }",
                      "\"leave_out\" is a list: each id needs the reason why it is left out");
    return list;
}

static void declare_left_out(const struct form *f, struct decl_against *a)
{
    struct map map;
    if (is_list(f)) return;
    if (!form_map(f, "leave_out", OPTIONAL, DECLARE_LEFT_OUT, &map)) return;
    a->has_left_out = true;
    a->left_out = declare_alloc(f->L, map.count, sizeof *a->left_out);
    for (size_t i = 0; i < map.count; i++) {
        const char *flaw = organisation_flaw(map.keys[i]);
        struct site site = site_key(map.form.site, map.keys[i].s);
        if (flaw) declare_wrong(f->L, &site, SITE_KEY, NULL, "\"%.80s\" %s", map.keys[i].s, flaw);
        struct cohort_left_out *out = &a->left_out[a->left_out_count++];
        out->id = map.keys[i];
        declare_why(&map, i, &out->why);
    }
    lua_pop(f->L, 1);
}

static bool has(const struct form *f, const char *key)
{
    bool there = form_get(f, key, 0) != LUA_TNIL;
    lua_pop(f->L, 1);
    return there;
}

static void declare_limit(const struct form *u, struct decl_against *a)
{
    bool below = has(u, "below");
    a->above = has(u, "above");
    if (a->above && below)
        declare_wrong(u->L, &u->site, SITE_VALUE, "say the one or the other",
                      "\"unless\" has both \"above\" and \"below\"");
    else if (a->above || below)
        form_amount(u, a->above ? "above" : "below", &a->limit);
    else
        form_missing(u, "above", "say beyond what: above = … or below = …, the name of a parameter, or a number");
}

/* Empty, as a `leave_out` may be: what is said for all does not hold here. */
static void declare_unless(const struct form *f, struct decl_against *a)
{
    struct form u;
    if (!form_table(f, "unless", 0, "\"unless\"", &u)) return;
    a->has_unless = true;
    if (!is_empty(&u)) {
        form_keys(&u, keys_unless, 0);
        form_id(&u, "measure", REQUIRED, &a->unless);
        declare_limit(&u, a);
        form_text(&u, "because", 0, REQUIRED, DECLARE_TEXT, &a->because);
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
    declare_unless(f, a);
    declare_rules(f, a);
}

static void declare_one(const struct map *map, size_t i, struct decl_against *a)
{
    struct form f;
    char what[100];
    *a = (struct decl_against){.measure = map->keys[i], .spot = {script_of(map->form.L)->loading.file, map->lines[i]}};
    snprintf(what, sizeof what, "the measure \"%.64s\"", map->keys[i].s);
    if (!form_table(&map->form, map->keys[i].s, 0, what, &f)) return;
    form_keys(&f, keys_against, 0);
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

/* What is said of all may stand behind what is said apart, in the same words. */
static const int *lines_of(const struct form *f)
{
    static const struct str keys[] = {
        [AGAINST_ALPHA] = {"alpha", 5},         [AGAINST_BETTER] = {"better", 6},
        [AGAINST_DEVIATION] = {"deviation", 9}, [AGAINST_FEWEST] = {"fewest", 6},
        [AGAINST_LOG_SHIFT] = {"log_shift", 9}, [AGAINST_MEAN] = {"mean", 4},
        [AGAINST_PEERS] = {"peers", 5},         [AGAINST_SCALE] = {"scale", 5},
        [AGAINST_UNLESS] = {"unless", 6},       [AGAINST_WIDTH] = {"width", 5},
    };
    int *lines = declare_alloc(f->L, AGAINST_KEYS, sizeof *lines);
    lexer_lines(script_of(f->L)->loading.text, &f->site, keys, lines, AGAINST_KEYS);
    return lines;
}

void declare_cohort(const struct form *f, struct decl_cohort *cohort)
{
    struct form c;
    struct site site = site_key(f->site, "cohort");
    if (!form_table(f, "cohort", 0, "\"cohort\"", &c)) return;
    cohort->given = true;
    cohort->spot = cohort->all.spot = site_spot(f->L, &site, SITE_KEY);
    form_keys(&c, keys_cohort, 0);
    form_names(&c, "measures", REQUIRED, DECLARE_EVIDENCE, measure_flaw, &cohort->measures);
    declare_against(&c, &cohort->all);
    declare_apart(&c, cohort);
    cohort->all.lines = lines_of(&c);
    lua_pop(f->L, 1);
}
