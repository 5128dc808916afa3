/* declare_bands.c: bands { of = "estimates.x", met = { from = "p" }, … }: a rubric as intervals of one number, in place of a rule or of a ladder. That they meet and do not overlap is no
 * matter of their shape: a parameter may be moved tomorrow. What a value in no band, or in two, comes to is said by bands.c; that there is one, by `peel check`. */
#include "script/bands.h"
#include "script/declare.h"
#include <stdio.h>
#include <stdlib.h>

static const char of_hint[] = "name one number: of = \"measures.<id>\", \"estimates.<id>\" or \"samples.<id>\"";

/* "estimates.crimes_recorded" */
static bool split(struct str text, struct decl_bands *bands)
{
    const char *dot = memchr(text.s, '.', text.n);
    struct str kind = {text.s, dot ? (size_t)(dot - text.s) : 0};
    for (int k = EVIDENCE_MEASURE; dot && k <= EVIDENCE_SAMPLE; k++)
        if (str_is(kind, evidence_kind_plural((enum evidence_kind)k))) {
            bands->kind = (enum evidence_kind)k;
            bands->of = (struct str){dot + 1, text.n - kind.n - 1};
            return str_is_id(bands->of);
        }
    return false;
}

static bool is_declared(const struct decl_pack *pack, const struct decl_bands *bands)
{
    for (size_t i = 0; i < pack->evidence_count[bands->kind]; i++)
        if (str_eq(pack->evidence[bands->kind][i].id, bands->of)) return true;
    return false;
}

static void declare_of(const struct form *f, struct decl_bands *bands)
{
    struct str text;
    struct site site = site_key(f->site, "of");
    const struct script *s = script_of(f->L);
    if (!form_text(f, "of", 0, REQUIRED, 2 * DECLARE_WORD, &text)) return;
    if (!split(text, bands))
        declare_wrong(f->L, &site, SITE_VALUE, of_hint, "\"%.80s\" names no measure, estimate or sample", text.s);
    else if (s->manifest && !is_declared(s->declared, bands))
        declare_wrong(f->L, &site, SITE_VALUE, "add it to `evidence` in pack.lua", "pack.lua declares no %s `%.64s`", evidence_kind_name(bands->kind), bands->of.s);
}

/* The name of a parameter: so every number has a name, and rests on something. */
static void bound_of(const struct form *f, const char *key, struct str *bound)
{
    char got[80];
    struct site site = site_key(f->site, key);
    int type = form_get(f, key, 0);
    if (type != LUA_TNIL && type != LUA_TSTRING)
        declare_wrong(f->L, &site, SITE_VALUE, "declare a parameter and name it here: then the number has a name, and rests on something", "\"%s\" must name a parameter, got %s", key,
                      declare_got(f->L, -1, got));
    lua_pop(f->L, 1);
    if (type == LUA_TSTRING) form_id(f, key, OPTIONAL, bound);
}

/* One of two names of a side; both are too many. */
static bool side(const struct form *f, const char *inside, const char *outside, struct str *bound)
{
    struct str in = {NULL, 0}, out = {NULL, 0};
    struct site site = site_key(f->site, outside);
    bound_of(f, inside, &in);
    bound_of(f, outside, &out);
    if (in.s && out.s) declare_wrong(f->L, &site, SITE_KEY, NULL, "%s has both \"%s\" and \"%s\": one of them", f->what, inside, outside);
    *bound = in.s ? in : out;
    return in.s != NULL;
}

static bool is_empty(const struct form *f)
{
    lua_pushnil(f->L);
    if (!lua_next(f->L, f->index)) return true;
    lua_pop(f->L, 2);
    return false;
}

const struct word keys_band[] = {
    KEY("from", "string?", "The parameter that it begins at; the value itself is inside."),
    KEY("above", "string?", "The parameter that it begins above; the value itself is not inside."),
    KEY("to", "string?", "The parameter that it ends at; the value itself is inside."),
    KEY("below", "string?", "The parameter that it ends below; the value itself is not inside."),
    {0},
};

static void declare_band(const struct form *bands, struct str name, int line, struct decl_band *band)
{
    struct form f;
    char what[100];
    snprintf(what, sizeof what, "the band \"%.64s\"", name.s);
    *band = (struct decl_band){.name = name, .spot = declare_spot(bands->L, line)};
    if (!form_table(bands, name.s, 0, what, &f)) return;
    form_keys(&f, keys_band, 0);
    band->above = !side(&f, "from", "above", &band->low);
    band->to = side(&f, "to", "below", &band->high);
    if (is_empty(&f))
        declare_wrong(f.L, &f.site, SITE_VALUE, "{ from = \"parameter\" }, { below = \"parameter\" }, or both; from and to are inside, above and below are not", "%s has no bound", what);
    lua_pop(f.L, 1);
}

static int by_line(const void *a, const void *b)
{
    const struct decl_band *x = a, *y = b;
    return x->spot.line != y->spot.line ? (x->spot.line > y->spot.line) - (x->spot.line < y->spot.line) : str_compare(x->name, y->name);
}

/* What is no key of these is a band. */
const struct word keys_bands[] = {
    KEY("of", "string",
        "The number that decides: `measures.<id>` (by its rate), `estimates.<id>` or `samples.<id>` (by its proportion)."),
    KEY("[string]", "peel.band",
        "A band, at least two: of a rule `met`, `partly_met` or `not_met`, of a ladder a grade. A number that lies in no band, or in two, "
        "is an error of the rule; what is missing is `no-evidence`."),
    {0},
};

static void declare_list(const struct form *f, struct decl_bands *bands)
{
    struct map map;
    if (!form_itself(f, "bands", DECLARE_GRADES, &map)) return;
    bands->list = declare_alloc(f->L, map.count, sizeof *bands->list);
    for (size_t i = 0; i < map.count; i++)
        if (!str_is(map.keys[i], "of")) declare_band(f, map.keys[i], map.lines[i], &bands->list[bands->count++]);
    qsort(bands->list, bands->count, sizeof *bands->list, by_line);
    if (bands->count < 2) declare_wrong(f->L, &f->site, SITE_KEY, NULL, "bands are at least two, got %zu", bands->count);
}

int l_bands(lua_State *L)
{
    const struct loading *loading = &script_of(L)->loading;
    char got[80];
    if (!loading->file) return luaL_error(L, "bands stand in place of a rule, not in it");
    struct form f = {.L = L, .index = 1, .site = declare_site(L, "bands"), .what = "bands"};
    struct decl_bands *bands = declare_alloc(L, 1, sizeof *bands);
    bands->spot = (struct spot){loading->file, f.site.line};
    lua_settop(L, 1);
    if (lua_type(L, 1) == LUA_TTABLE)
        declare_of(&f, bands), declare_list(&f, bands);
    else
        declare_wrong(L, &f.site, SITE_KEY, NULL, "bands wants a table, { … }, got %s", declare_got(L, 1, got));
    declare_item(L, ITEM_BANDS, &f.site, (struct str){NULL, 0}, bands);
    return 1;
}

static void check_words(const struct form *f, const char *key, const struct decl_bands *bands, const char *const *words)
{
    char hint[DIAG_HINT];
    for (size_t i = 0; i < bands->count; i++) {
        const struct decl_band *band = &bands->list[i];
        struct site site = site_key(site_key(f->site, key), band->name.s);
        bool known = false;
        for (int k = 0; words[k]; k++) known = known || str_is(band->name, words[k]);
        if (!known)
            declare_wrong(f->L, &site, SITE_KEY, declare_nearest(band->name, words, hint), "\"%.64s\" is no outcome that a band can give", band->name.s);
    }
}

int form_bands(const struct form *f, const char *key, const char *const *words, const struct decl_bands **out)
{
    form_get(f, key, 0);
    struct item *item = declare_item_at(f->L, -1);
    lua_pop(f->L, 1);
    *out = NULL;
    if (!item || item->kind != ITEM_BANDS) return -1;
    item->used = true;
    *out = item->decl;
    if (words) check_words(f, key, *out, words);
    bands_push(f->L, *out, words == NULL);
    return declare_function(f->L);
}
