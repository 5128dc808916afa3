/* declare_form.c: the fields of a table that an author gave, one by one, each mistake told where it stands. Knows
 * shapes, not meanings. */
#include "script/declare.h"
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* --- Memory and places ------------------------------------------------------------------------------ */

void *declare_alloc(lua_State *L, size_t count, size_t size)
{
    void *p = arena_try(script_of(L)->loading.arena, count * size + 1);
    if (!p) budget_starve(L);
    return memset(p, 0, count * size + 1);
}

struct str declare_copy(lua_State *L, int index)
{
    size_t n;
    const char *text = lua_tolstring(L, index, &n);
    char *copy = declare_alloc(L, n + 1, 1);
    memcpy(copy, text, n);
    return (struct str){copy, n};
}

struct site declare_site(lua_State *L, const char *word)
{
    lua_Debug ar;
    struct site site = {.word = word};
    if (lua_getstack(L, 1, &ar) && lua_getinfo(L, "l", &ar) && ar.currentline > 0) site.line = ar.currentline;
    return site;
}

struct site site_key(struct site site, const char *key)
{
    if (site.depth < SITE_DEPTH) site.path[site.depth++].key = key;
    return site;
}

struct site site_item(struct site site, int index)
{
    if (site.depth == SITE_DEPTH) return site;
    site.path[site.depth].key = NULL;
    site.path[site.depth++].index = index;
    return site;
}

struct spot site_spot(lua_State *L, const struct site *site, enum site_part part)
{
    const struct loading *loading = &script_of(L)->loading;
    return (struct spot){loading->file, (int)lexer_site(loading->file, loading->text, site, part).line};
}

/* Places are looked for only while they are kept: a pack with 100,000 mistakes is refused as fast as one with fifty. */
static struct place place_of(const struct loading *loading, const struct site *site, enum site_part part)
{
    if (loading->diags->count >= loading->diags->limit)
        return (struct place){loading->file, (uint64_t)site->line, 0, 0};
    return lexer_site(loading->file, loading->text, site, part);
}

void declare_wrong(lua_State *L, const struct site *site, enum site_part part, const char *hint, const char *format,
                   ...)
{
    struct loading *loading = &script_of(L)->loading;
    char message[2 * DIAG_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    struct place place = place_of(loading, site, part);
    struct diag *diag = diag_add(loading->diags, DIAG_ERROR, place, hint, "%s", message);
    struct str line = diag ? lexer_line(loading->text, place.line) : (struct str){NULL, 0};
    if (line.s) diag_excerpt(diag, line.s, line.n);
    loading->wrong = true;
}

/* --- Words -------------------------------------------------------------------------------------------- */

const char *declare_got(lua_State *L, int index, char text[80])
{
    switch (lua_type(L, index)) {
    case LUA_TNONE:
    case LUA_TNIL: return "nothing";
    case LUA_TBOOLEAN: return lua_toboolean(L, index) ? "true" : "false";
    case LUA_TNUMBER:
        if (lua_isinteger(L, index))
            snprintf(text, 80, "the number %lld", (long long)lua_tointeger(L, index));
        else
            snprintf(text, 80, "the number %.15g", lua_tonumber(L, index));
        return text;
    case LUA_TSTRING: {
        size_t n, cut = 0;
        const char *s = lua_tolstring(L, index, &n);
        while (cut < n && cut < 40) {
            size_t one = str_utf8((struct str){s + cut, n - cut});
            if (one == 0) break;
            cut += one;
        }
        snprintf(text, 80, "the string \"%.*s%s\"", (int)cut, s, cut < n ? "…" : "");
        return text;
    }
    case LUA_TUSERDATA: {
        struct item *item = declare_item_at(L, index);
        if (item) return snprintf(text, 80, "%s", item->word), text;
        return "an object";
    }
    default: snprintf(text, 80, "a %s", luaL_typename(L, index)); return text;
    }
}

static bool is_blank(struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (!strchr(" \t\r\n", text.s[i])) return false;
    return true;
}

const char *declare_flaw(struct str text, size_t limit)
{
    if (is_blank(text)) return "is empty";
    if (text.n > limit) return limit == DECLARE_TEXT ? "is longer than 4,096 bytes" : "is longer than 64 bytes";
    for (size_t at = 0, n; at < text.n; at += n) {
        n = str_utf8((struct str){text.s + at, text.n - at});
        unsigned char c = (unsigned char)text.s[at];
        if (n == 0) return "is not valid UTF-8";
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return "holds a control character";
    }
    return NULL;
}

const char *declare_nearest(struct str want, const char *const *known, char hint[DIAG_HINT])
{
    struct str names[32] = {{NULL, 0}};
    size_t count = 0;
    while (known[count] && count < 32) names[count] = str_of(known[count]), count++;
    int nearest = str_nearest(want, names, count);
    if (nearest >= 0) return snprintf(hint, DIAG_HINT, "did you mean %s?", known[nearest]), hint;
    if (count == 0)
        return "it is a list: values without keys; what belongs together stands in braces of its own, { { … }, { … } }";
    size_t n = (size_t)snprintf(hint, DIAG_HINT, "known: ");
    for (size_t i = 0; i < count && n < DIAG_HINT; i++)
        n += (size_t)snprintf(hint + n, DIAG_HINT - n, "%s%s", i ? ", " : "", known[i]);
    return hint;
}

/* --- Keys --------------------------------------------------------------------------------------------- */

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* "[1]" and the like are no keys. */
static bool is_key(const struct word *word) { return word->name[0] != '['; }

static bool is_known(struct str key, const struct word *known)
{
    for (; known->name; known++)
        if (is_key(known) && str_is(key, known->name)) return true;
    return false;
}

static const char *nearest_key(struct str want, const struct word *known, char hint[DIAG_HINT])
{
    const char *names[33] = {NULL};
    size_t count = 0;
    for (; known->name && count < 32; known++)
        if (is_key(known)) names[count++] = known->name;
    return declare_nearest(want, names, hint);
}

/* The first unknown string key behind `after` in sorted order. Keys are walked again for each: at most UNKNOWN_TOLD
 * times. */
enum { UNKNOWN_TOLD = 20 };
static bool next_unknown(const struct form *f, const struct word *known, struct str after, struct str *found)
{
    lua_State *L = f->L;
    *found = (struct str){NULL, 0};
    lua_pushnil(L);
    for (; lua_next(L, f->index); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) continue;
        struct str key;
        key.s = lua_tolstring(L, -2, &key.n);
        if (is_known(key, known) || (after.s && str_compare(key, after) <= 0)) continue;
        if (!found->s || str_compare(key, *found) < 0) *found = key;
    }
    return found->s != NULL;
}

static void odd_keys(const struct form *f, lua_Integer items)
{
    lua_State *L = f->L;
    lua_pushnil(L);
    for (; lua_next(L, f->index); lua_pop(L, 1)) {
        if (lua_type(L, -2) == LUA_TSTRING) continue;
        if (lua_isinteger(L, -2) && lua_tointeger(L, -2) >= 1 && lua_tointeger(L, -2) <= items) continue;
        char got[80];
        struct site site = lua_isinteger(L, -2) ? site_item(f->site, (int)lua_tointeger(L, -2)) : f->site;
        declare_wrong(L, &site, SITE_VALUE, "give it the name of a key: key = …", "%s holds %s without a key", f->what,
                      declare_got(L, -1, got));
        lua_pop(L, 2);
        return;
    }
}

void form_keys(struct form *f, const struct word *known, lua_Integer items)
{
    f->known = known;
    struct str key, after = {NULL, 0};
    for (int told = 0; next_unknown(f, known, after, &key); after = key, told++) {
        if (told == UNKNOWN_TOLD) {
            declare_wrong(f->L, &f->site, SITE_KEY, NULL, "%s has more unknown keys", f->what);
            break;
        }
        char hint[DIAG_HINT];
        struct site site = site_key(f->site, key.s);
        declare_wrong(f->L, &site, SITE_KEY, nearest_key(key, known, hint), "%s has no key \"%.*s\"", f->what,
                      key.n > 80 ? 80 : (int)key.n, key.s);
    }
    odd_keys(f, items);
}

int form_get(const struct form *f, const char *key, int index)
{
    if (!key) return lua_rawgeti(f->L, f->index, index);
    lua_pushstring(f->L, key);
    return lua_rawget(f->L, f->index);
}

static struct site site_of(const struct form *f, const char *key, int index)
{
    return key ? site_key(f->site, key) : site_item(f->site, index);
}

/* "\"title\"", or "the text" of what stands at a position. */
static const char *name_of(const char *key, char name[80])
{
    if (!key) return "the text";
    snprintf(name, 80, "\"%.70s\"", key);
    return name;
}

/* How a value of the wrong type, at the top of the stack, is put right; NULL: that is plain. */
static const char *mend(lua_State *L, int type, char hint[DIAG_HINT])
{
    const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
    if (!text) return NULL;
    if (type == LUA_TTABLE) return "it stands in braces: { … }";
    if (type != LUA_TNUMBER || !lua_stringtonumber(L, text)) return NULL;
    double number = lua_tonumber(L, -1);
    lua_pop(L, 1);
    snprintf(hint, DIAG_HINT, "write %.15g, without the quotes", number);
    return hint;
}

static bool has_slip_of(const struct form *f, const char *key)
{
    lua_State *L = f->L;
    struct str want = str_of(key);
    bool found = false;
    lua_pushnil(L);
    for (; lua_next(L, f->index); lua_pop(L, 1)) {
        struct str is = {NULL, 0};
        if (lua_type(L, -2) != LUA_TSTRING) continue;
        is.s = lua_tolstring(L, -2, &is.n);
        found = found || (!is_known(is, f->known) && str_nearest(is, &want, 1) == 0);
    }
    return found;
}

void form_missing(const struct form *f, const char *key, const char *hint)
{
    if (key && f->known && has_slip_of(f, key)) return;
    declare_wrong(f->L, &f->site, SITE_KEY, hint, "%s lacks %s%s%s", f->what, key ? "\"" : "", key ? key : "its text",
                  key ? "\"" : "");
}

/* --- Fields ------------------------------------------------------------------------------------------- */

/* Push the field; false, and told where it must not be, when there is none or it is of another type. */
static bool fetch(const struct form *f, const char *key, int index, enum need need, int type, const char *must)
{
    char got[80], name[80], hint[DIAG_HINT];
    int is = form_get(f, key, index);
    if (is == type) return true;
    struct site site = site_of(f, key, index);
    if (is != LUA_TNIL)
        declare_wrong(f->L, &site, SITE_VALUE, mend(f->L, type, hint), "%s must be %s, got %s",
                      !key && type == LUA_TNUMBER  ? "what stands first"
                      : !key && type == LUA_TTABLE ? "each item"
                                                   : name_of(key, name),
                      must, declare_got(f->L, -1, got));
    else if (need == REQUIRED)
        form_missing(f, key, NULL);
    lua_pop(f->L, 1);
    return false;
}

bool form_text(const struct form *f, const char *key, int index, enum need need, size_t limit, struct str *out)
{
    if (!fetch(f, key, index, need, LUA_TSTRING, "a text")) return false;
    *out = declare_copy(f->L, -1);
    lua_pop(f->L, 1);
    const char *flaw = declare_flaw(*out, limit);
    if (!flaw) return true;
    char name[80];
    struct site site = site_of(f, key, index);
    declare_wrong(f->L, &site, SITE_VALUE, NULL, "%s %s", name_of(key, name), flaw);
    return false;
}

bool form_id(const struct form *f, const char *key, enum need need, struct str *out)
{
    if (!form_text(f, key, 0, need, DECLARE_TEXT, out)) return false;
    if (str_is_id(*out)) return true;
    struct site site = site_key(f->site, key);
    declare_wrong(f->L, &site, SITE_VALUE,
                  "an id is made of lower-case letters, digits, _ and -, begins with a letter and has at most 64",
                  "\"%s\" must be an id, got \"%.80s\"", key, out->s);
    return false;
}

bool form_number(const struct form *f, const char *key, int index, enum need need, double *out)
{
    if (!fetch(f, key, index, need, LUA_TNUMBER, "a number")) return false;
    double number = lua_tonumber(f->L, -1);
    lua_pop(f->L, 1);
    if (isfinite(number)) return *out = number, true;
    char name[80];
    struct site site = site_of(f, key, index);
    declare_wrong(f->L, &site, SITE_VALUE, NULL, "%s must be a finite number, got %s",
                  key ? name_of(key, name) : "the number",
                  isnan(number) ? "nan"
                  : number > 0  ? "infinity"
                                : "minus infinity");
    return false;
}

bool form_boolean(const struct form *f, const char *key, bool *out)
{
    if (!fetch(f, key, 0, OPTIONAL, LUA_TBOOLEAN, "true or false")) return false;
    *out = lua_toboolean(f->L, -1);
    lua_pop(f->L, 1);
    return true;
}

/* Lua functions only: a word such as `met` is C. Their order of declaration is their number. */
int declare_function(lua_State *L)
{
    struct script *s = script_of(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->functions);
    lua_insert(L, -2);
    lua_rawseti(L, -2, s->function_count + 1);
    lua_pop(L, 1);
    return s->function_count++;
}

int form_function(const struct form *f, const char *key)
{
    if (form_get(f, key, 0) == LUA_TFUNCTION && !lua_iscfunction(f->L, -1)) return declare_function(f->L);
    lua_pop(f->L, 1);
    return -1;
}

bool form_take_amount(const struct form *f, const char *key, int index, struct decl_amount *out)
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

bool form_amount(const struct form *f, const char *key, struct decl_amount *out)
{
    if (form_get(f, key, 0) != LUA_TNIL) return form_take_amount(f, key, 0, out);
    lua_pop(f->L, 1);
    return false;
}

/* --- Lists and maps ------------------------------------------------------------------------------------ */

bool form_table(const struct form *f, const char *key, int index, const char *what, struct form *out)
{
    if (!fetch(f, key, index, OPTIONAL, LUA_TTABLE, "a table")) return false;
    *out = (struct form){.L = f->L, .index = lua_gettop(f->L), .site = site_of(f, key, index)};
    snprintf(out->what, sizeof out->what, "%s", what);
    return true;
}

static bool within(const struct form *f, lua_Unsigned count, size_t limit, const char *key)
{
    if (count <= limit) return true;
    declare_wrong(f->L, &f->site, SITE_KEY, NULL, "\"%s\" holds %llu items, more than the %zu a %s may have", key,
                  (unsigned long long)count, limit,
                  script_of(f->L)->loading.kind ? script_of(f->L)->loading.kind : "pack");
    return false;
}

static bool stands_before(const struct names *names, struct str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (str_eq(names->list[i], name)) return true;
    return false;
}

static const char *text_flaw(struct str text) { return declare_flaw(text, DECLARE_TEXT); }

static void one_name(const struct form *list, const char *key, int i, const char *(*flaw_of)(struct str),
                     struct names *out)
{
    char got[80];
    lua_State *L = list->L;
    struct site site = site_item(list->site, i);
    if (lua_rawgeti(L, list->index, i) != LUA_TSTRING) {
        declare_wrong(L, &site, SITE_VALUE, NULL, "item %d of \"%s\" must be a text, got %s", i, key,
                      declare_got(L, -1, got));
    } else {
        struct str name = declare_copy(L, -1);
        const char *flaw = flaw_of(name);
        if (flaw)
            declare_wrong(L, &site, SITE_VALUE, NULL, "item %d of \"%s\" %s", i, key, flaw);
        else if (stands_before(out, name))
            declare_wrong(L, &site, SITE_VALUE, NULL, "\"%s\" stands twice in \"%s\"", name.s, key);
        else
            out->list[out->count++] = name;
    }
    lua_pop(L, 1);
}

void form_names(const struct form *f, const char *key, enum need need, size_t limit,
                const char *(*flaw)(struct str item), struct names *out)
{
    static const struct word none[] = {{0}};
    struct form list;
    if (form_get(f, key, 0) == LUA_TNIL && need == REQUIRED) form_missing(f, key, NULL);
    lua_pop(f->L, 1);
    if (!form_table(f, key, 0, key, &list)) return;
    lua_Unsigned count = lua_rawlen(f->L, list.index);
    snprintf(list.what, sizeof list.what, "\"%s\"", key);
    if (within(&list, count, limit, key)) {
        form_keys(&list, none, (lua_Integer)count);
        out->list = declare_alloc(f->L, count, sizeof *out->list);
        for (lua_Unsigned i = 1; i <= count; i++) one_name(&list, key, (int)i, flaw ? flaw : text_flaw, out);
        if (count == 0 && need == REQUIRED) declare_wrong(f->L, &list.site, SITE_VALUE, NULL, "\"%s\" is empty", key);
    }
    lua_pop(f->L, 1);
}

static size_t count_keys(const struct form *f)
{
    size_t count = 0;
    lua_pushnil(f->L);
    for (; lua_next(f->L, f->index); lua_pop(f->L, 1)) count++;
    return count;
}

static void collect_keys(const struct form *f, struct map *map)
{
    lua_State *L = f->L;
    lua_pushnil(L);
    for (; lua_next(L, f->index); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING) {
            struct str *key = &map->keys[map->count++];
            *key = declare_copy(L, -2);
        }
    qsort(map->keys, map->count, sizeof *map->keys, by_bytes);
}

/* The keys of out->form. */
static bool map_keys(struct map *out, const char *key, size_t limit, lua_Integer items)
{
    lua_State *L = out->form.L;
    size_t count = count_keys(&out->form);
    if (!within(&out->form, count, limit, key)) return false;
    out->keys = declare_alloc(L, count, sizeof *out->keys);
    out->lines = declare_alloc(L, count, sizeof *out->lines);
    collect_keys(&out->form, out);
    odd_keys(&out->form, items);
    lexer_lines(script_of(L)->loading.text, &out->form.site, out->keys, out->lines, out->count);
    return true;
}

bool form_itself(const struct form *f, const char *what, size_t limit, struct map *out)
{
    *out = (struct map){.form = *f};
    return map_keys(out, what, limit, 0);
}

bool form_map_items(const struct form *f, const char *key, enum need need, size_t limit, lua_Integer items,
                    struct map *out)
{
    lua_State *L = f->L;
    *out = (struct map){.count = 0};
    if (form_get(f, key, 0) == LUA_TNIL && need == REQUIRED) form_missing(f, key, NULL);
    lua_pop(L, 1);
    if (!form_table(f, key, 0, key, &out->form)) return false;
    snprintf(out->form.what, sizeof out->form.what, "\"%s\"", key);
    if (!map_keys(out, key, limit, items)) return lua_pop(L, 1), false;
    return true;
}

bool form_map(const struct form *f, const char *key, enum need need, size_t limit, struct map *out)
{
    return form_map_items(f, key, need, limit, 0, out);
}
