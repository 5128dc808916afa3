/* proofread.c: see proofread.h. A Lua state of its own, with what luacheck needs of Lua's libraries and no more; its steps and its memory have an end, since a text may be made
 * to be read for ever. It is told what the pack declares and what evidence can be asked, from the same tables as the sandbox.
 */
#include "script/proofread.h"
#include "base/mem.h"
#include "script/evidence.h"
#include "script/lexicon.h"
#include "script/message.h"
#include <stdio.h>
#include <stdlib.h>

#define MOST_STEPS 150000000L /* Lua instructions for one pack */
#define MOST_MEMORY (512u << 20)

extern const char proofread_lua[], proofread_rule_lua[]; /* made by the build of proofread.lua and proofread_rule.lua */

struct proofreader {
    lua_State *L;
    size_t memory;
    bool starved; /* malloc had nothing */
    bool spent;   /* all the steps there are for a pack */
    const struct proofread_pack *pack;
    const struct proofread_file *file;
    struct arena *arena;
    struct remark **end;
};

/* --- The state ----------------------------------------------------------------------------------------------------- */

static void *allocate(void *context, void *old, size_t old_size, size_t size)
{
    struct proofreader *r = context;
    size_t before = old ? old_size : 0;
    if (size == 0) return mem_free(old), r->memory -= before, NULL;
    if (size > before && size - before > MOST_MEMORY - r->memory) return NULL;
    void *p = mem_realloc(old, size);
    if (!p) return r->starved = r->starved || size > before, size <= before ? old : NULL;
    r->memory += size - before;
    return p;
}

static void l_too_long(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    (*(struct proofreader **)lua_getextraspace(L))->spent = true;
    luaL_error(L, "it would take too long");
}

/* Where luacheck may be: templates of package.path. Only from the root on: what lies about in the folder at hand is not run. */
static void push_path(lua_State *L)
{
    static const char *const places[] = {"/usr/share/lua/", "/usr/local/share/lua/", "/opt/homebrew/share/lua/", "/opt/homebrew/opt/luacheck/libexec/share/lua/",
                                         "/usr/local/opt/luacheck/libexec/share/lua/"};
    static const char *const versions[] = {"5.4", "5.3", "5.1"};
    const char *own = getenv("LUA_PATH");
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    while (own && *own) {
        size_t n = strcspn(own, ";");
        if (*own == '/') luaL_addlstring(&b, own, n), luaL_addchar(&b, ';');
        own += n + (own[n] == ';');
    }
    for (size_t p = 0; p < sizeof places / sizeof *places; p++)
        for (size_t v = 0; v < sizeof versions / sizeof *versions; v++)
            for (int inner = 0; inner < 2; inner++) {
                luaL_addstring(&b, places[p]), luaL_addstring(&b, versions[v]);
                luaL_addstring(&b, inner ? "/?/init.lua;" : "/?.lua;");
            }
    luaL_pushresult(&b);
}

static void open_libraries(lua_State *L)
{
    static const luaL_Reg libraries[] = {{LUA_GNAME, luaopen_base},        {LUA_LOADLIBNAME, luaopen_package}, {LUA_TABLIBNAME, luaopen_table},
                                         {LUA_STRLIBNAME, luaopen_string}, {LUA_MATHLIBNAME, luaopen_math},    {LUA_UTF8LIBNAME, luaopen_utf8}};
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
        lua_pop(L, 1);
    }
    lua_getglobal(L, "package");
    push_path(L), lua_setfield(L, -2, "path");
    lua_pushliteral(L, ""), lua_setfield(L, -2, "cpath");
    lua_pop(L, 1);
}

/* --- What it knows ------------------------------------------------------------------------------------------------- */

/* Sets `key` of the table on top to true. */
static void set(lua_State *L, struct str key)
{
    lua_pushlstring(L, key.s, key.n);
    lua_pushboolean(L, 1);
    lua_rawset(L, -3);
}

/* Sets the name of a method, in the table on top, to { least, most }: how many arguments it takes. */
static void set_method(lua_State *L, const struct word *w)
{
    lua_Integer least = 0, most = 0;
    const char *takes = w->takes;
    for (struct lexicon_part part; lexicon_part(&takes, &part); most++) least += !part.optional;
    lua_createtable(L, 2, 0);
    lua_pushinteger(L, least), lua_rawseti(L, -2, 1);
    lua_pushinteger(L, most), lua_rawseti(L, -2, 2);
    lua_setfield(L, -2, w->name);
}

static void push_methods(lua_State *L, const struct word *list, const struct word *more)
{
    lua_newtable(L);
    for (; list->name; list++)
        if (list->function != l_survey_refuses) set_method(L, list);
    for (; more && more->name; more++) set_method(L, more);
}

static void know_methods(lua_State *L)
{
    static const struct { const char *kind; const struct word *methods, *more; } kinds[] = {
        {"measure", measure_methods, measure_cohort_methods}, {"estimate", estimate_methods, NULL}, {"sample", sample_methods, NULL},
        {"survey", survey_methods, NULL}, {"finding", finding_methods, NULL}, {"outcome", outcome_methods, NULL}, {"area", area_methods, NULL},
        {"findings", findings_methods, NULL}, {"judged", judged_methods, NULL}};
    lua_newtable(L);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        push_methods(L, kinds[i].methods, kinds[i].more);
        lua_setfield(L, -2, kinds[i].kind);
    }
    lua_setfield(L, -2, "methods");
    push_methods(L, measure_cohort_methods, NULL);
    lua_setfield(L, -2, "cohort_methods");
}

static void know_declared(lua_State *L, const struct decl_pack *d)
{
    lua_newtable(L);
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) {
        lua_newtable(L);
        for (size_t i = 0; i < d->evidence_count[kind]; i++) set(L, d->evidence[kind][i].id);
        lua_setfield(L, -2, evidence_kind_plural((enum evidence_kind)kind));
    }
    lua_setfield(L, -2, "evidence");
    lua_newtable(L);
    for (size_t i = 0; i < d->parameter_count; i++) {
        lua_pushlstring(L, d->parameters[i].name.s, d->parameters[i].name.n);
        lua_pushnumber(L, d->parameters[i].value);
        lua_rawset(L, -3);
    }
    lua_setfield(L, -2, "parameters");
    lua_newtable(L);
    for (size_t i = 0; i < d->cohort.measures.count; i++) set(L, d->cohort.measures.list[i]);
    lua_setfield(L, -2, "cohort");
    lua_newtable(L);
    for (size_t i = 0; i < d->scale.count; i++) {
        lua_pushlstring(L, d->scale.list[i].s, d->scale.list[i].n);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_setfield(L, -2, "scale");
}

static void know_words(lua_State *L)
{
    lua_newtable(L);
    for (int i = 0; i < PEEL_OUTCOMES; i++) lua_pushstring(L, peel_outcome_name((enum peel_outcome)i)), lua_rawseti(L, -2, i + 1);
    lua_setfield(L, -2, "outcome_words");
    lua_newtable(L);
    for (int i = PEEL_PRESENT + 1; i < PEEL_MISSINGS; i++) lua_pushstring(L, peel_missing_name((enum peel_missing)i)), lua_rawseti(L, -2, i);
    lua_setfield(L, -2, "missing_words");
    lua_newtable(L);
    for (const struct word *w = message_words; w->name; w++) lua_pushstring(L, w->says), lua_setfield(L, -2, w->name);
    lua_setfield(L, -2, "answers");
}

static void push_id(lua_State *L, const struct decl_area *a, const struct decl_characteristic *c)
{
    lua_pushlstring(L, a->id.s, a->id.n);
    lua_pushliteral(L, "/");
    lua_pushlstring(L, c->id.s, c->id.n);
    lua_concat(L, 3);
}

static void add_names(lua_State *L, const struct names *names)
{
    for (size_t i = 0; i < names->count; i++) set(L, names->list[i]);
}

/* areas, outcomes ("area/characteristic"), allows: of each characteristic what `depends` names. */
static void know_areas(lua_State *L, const struct proofread_pack *p)
{
    lua_newtable(L), lua_newtable(L), lua_newtable(L); /* knows areas outcomes allows */
    for (size_t a = 0; a < p->area_count; a++) {
        const struct decl_area *area = &p->areas[a];
        lua_pushvalue(L, -3), set(L, area->id), lua_pop(L, 1);
        for (size_t c = 0; c < area->characteristic_count; c++) {
            push_id(L, area, &area->characteristics[c]); /* … allows id */
            lua_pushvalue(L, -1), lua_pushboolean(L, 1), lua_rawset(L, -5);
            lua_newtable(L);
            add_names(L, &area->depends), add_names(L, &area->characteristics[c].depends);
            lua_rawset(L, -3);
        }
    }
    lua_setfield(L, -4, "allows"), lua_setfield(L, -3, "outcomes"), lua_setfield(L, -2, "areas");
}

static int l_know(lua_State *L)
{
    struct proofreader *r = lua_touserdata(L, 1);
    lua_newtable(L);
    know_methods(L), know_declared(L, r->pack->pack), know_words(L), know_areas(L, r->pack);
    return 1;
}

/* The characteristics that an `area` may be asked of in this file: its own; in pack.lua any. */
static void know_here(lua_State *L, const struct proofread_pack *p, struct str area)
{
    lua_newtable(L);
    for (size_t a = 0; a < p->area_count; a++)
        for (size_t c = 0; c < p->areas[a].characteristic_count && (!area.s || str_eq(area, p->areas[a].id)); c++) set(L, p->areas[a].characteristics[c].id);
    lua_setfield(L, -2, "here");
}

/* nearest(word, list) */
static int l_nearest(lua_State *L)
{
    struct str want = {luaL_checkstring(L, 1), lua_rawlen(L, 1)};
    size_t count = lua_rawlen(L, 2);
    struct str *names = lua_newuserdatauv(L, (count + 1) * sizeof *names, 0);
    luaL_checkstack(L, (int)count + 4, NULL);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, 2, (lua_Integer)i + 1);
        names[i] = (struct str){luaL_checkstring(L, -1), lua_rawlen(L, -1)};
    }
    int near = str_nearest(want, names, count);
    if (near < 0) return 0;
    lua_rawgeti(L, 2, near + 1);
    return 1;
}

/* --- Remarks ------------------------------------------------------------------------------------------------------- */

static const char *text_at(lua_State *L, struct arena *arena, const char *field)
{
    size_t n;
    lua_getfield(L, -1, field);
    const char *text = lua_tolstring(L, -1, &n); /* the table keeps it */
    char *copy = text ? arena_try(arena, n + 1) : NULL;
    if (text && !copy) luaL_error(L, "out of memory");
    if (copy) memcpy(copy, text, n + 1);
    lua_pop(L, 1);
    return copy;
}

static lua_Integer number_at(lua_State *L, const char *field)
{
    lua_getfield(L, -1, field);
    lua_Integer n = luaL_checkinteger(L, -1);
    lua_pop(L, 1);
    return n;
}

static void keep(lua_State *L, struct proofreader *r)
{
    struct remark *m = arena_try(r->arena, sizeof *m);
    if (!m) r->starved = true, luaL_error(L, "out of memory");
    *m = (struct remark){.code = (int)number_at(L, "code")};
    m->place = (struct place){r->file->name, (uint64_t)number_at(L, "line"), (uint32_t)number_at(L, "column"), (uint32_t)number_at(L, "width")};
    m->message = text_at(L, r->arena, "message");
    m->hint = text_at(L, r->arena, "hint");
    *r->end = m;
    r->end = &m->next;
}

/* read knows proofreader -- */
static int l_read_file(lua_State *L)
{
    struct proofreader *r = lua_touserdata(L, 3);
    lua_settop(L, 2);
    know_here(L, r->pack, r->file->area);
    lua_insert(L, 1); /* knows read */
    lua_pushlstring(L, r->file->text.s, r->file->text.n);
    if (r->file->area.s)
        lua_pushlstring(L, r->file->area.s, r->file->area.n);
    else
        lua_pushnil(L);
    lua_pushvalue(L, 1);
    lua_pushcfunction(L, l_nearest);
    lua_call(L, 4, 1);
    for (lua_Integer i = 1; lua_rawgeti(L, -1, i) == LUA_TTABLE; i++, lua_pop(L, 1)) keep(L, r);
    return 0;
}

static int l_open(lua_State *L)
{
    open_libraries(L);
    if (luaL_loadbufferx(L, proofread_lua, strlen(proofread_lua), "=proofread.lua", "t") != LUA_OK) return lua_error(L);
    if (luaL_loadbufferx(L, proofread_rule_lua, strlen(proofread_rule_lua), "=proofread_rule.lua", "t") != LUA_OK) return lua_error(L);
    lua_call(L, 1, 1);
    return 1;
}

/* What stands on top, as the reason of a note. */
static const char *told(struct proofreader *r, const char *file)
{
    const char *why = lua_type(r->L, -1) == LUA_TSTRING ? lua_tostring(r->L, -1) : "it could not be read";
    if (strstr(why, "module 'luacheck")) return "names and expressions were not looked at: luacheck is not installed (Debian: lua-check), or not found in LUA_PATH";
    size_t n = strcspn(why, "\n");
    return arena_printf(r->arena, "names and expressions%s%s were not looked at: %.*s", file ? " of " : "", file ? file : "", n > 200 ? 200 : (int)n, why);
}

static const char *read_all(struct proofreader *r)
{
    lua_State *L = r->L;
    const char *note = NULL;
    lua_pushcfunction(L, l_open);
    if (!gate_apart(L, 0, 1)) return told(r, NULL);
    lua_pushcfunction(L, l_know), lua_pushlightuserdata(L, r);
    if (!gate_apart(L, 1, 1)) return told(r, NULL);
    for (size_t i = 0; i < r->pack->file_count && !r->starved && !r->spent; i++) {
        r->file = &r->pack->files[i];
        lua_pushcfunction(L, l_read_file);
        lua_pushvalue(L, 1), lua_pushvalue(L, 2), lua_pushlightuserdata(L, r);
        if (gate_apart(L, 3, 0)) continue;
        if (!note) note = told(r, r->spent ? NULL : r->file->name);
        lua_pop(L, 1);
    }
    return note;
}

struct proofreading {
    struct proofreader *reader;
    const char **note;
};

static void read_pack(void *context)
{
    struct proofreading *p = context;
    *p->note = read_all(p->reader);
}

const struct remark *proofread(const struct proofread_pack *pack, struct arena *arena, const char **note)
{
    struct remark *first = NULL;
    struct proofreader r = {NULL, 0, false, false, pack, NULL, arena, &first};
    *note = NULL;
    r.L = lua_newstate(allocate, &r);
    if (!r.L) arena_starved(arena);
    *(struct proofreader **)lua_getextraspace(r.L) = &r;
    lua_sethook(r.L, l_too_long, LUA_MASKCOUNT, (int)MOST_STEPS);
    struct proofreading p = {&r, note};
    if (!arena_guard(arena, read_pack, &p)) r.starved = true;
    lua_close(r.L);
    if (r.starved) arena_starved(arena);
    return first;
}
