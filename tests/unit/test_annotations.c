/* test_annotations.c: the files for an editor are Lua; run, they leave behind the names that rules have, and no others;
 * their comments speak of types that they define. So does the list that luacheck is given. */
#include "base/mem.h"
#include "judge/pack.h"
#include "report/annotations.h"
#include "script/declare.h"
#include "script/sandbox.h"
#include "unit.h"
#include <ctype.h>
#include <stdio.h>

/* --- What there is, asked of the sandbox
 * ------------------------------------------------------------------------------- */

static struct script *s;

/* All names that some file may say, each with its value: a new table at the top of the script's stack. */
static void push_names(void)
{
    static void (*const words[])(lua_State *) = {declare_words_pack, declare_words_area, declare_words_cases,
                                                 declare_words_mapping};
    lua_State *L = s->L;
    lua_newtable(L);
    for (int from = -1; from < 4; from++) {
        if (from < 0)
            lua_rawgeti(L, LUA_REGISTRYINDEX, s->environment);
        else
            words[from](L);
        for (lua_pushnil(L); lua_next(L, -2);) {
            seal_peel(L, -1); /* names from name view value */
            lua_remove(L, -2);
            lua_pushvalue(L, -2);
            lua_insert(L, -2);
            lua_rawset(L, -5);
        }
        lua_pop(L, 1);
    }
}

static void open_names(void)
{
    struct limits limits = LIMITS_DEFAULT;
    s = script_new(&limits);
    push_names();
}

/* Has the table at the top of `other` the keys that the table at the top of `one` has? Fields of tables too. */
static void within(lua_State *one, lua_State *other, const char *where, const char *what)
{
    for (lua_pushnil(one); lua_next(one, -2); lua_pop(one, 1)) {
        if (lua_type(one, -2) != LUA_TSTRING) continue;
        const char *name = lua_tostring(one, -2);
        lua_pushstring(other, name);
        lua_rawget(other, -2);
        ck_assert_msg(!lua_isnil(other, -1), "%s %s%s", what, where, name);
        if (lua_istable(one, -1) && lua_istable(other, -1) && !*where) within(one, other, name, what);
        lua_pop(other, 1);
    }
}

/* --- The files
 * ------------------------------------------------------------------------------------------------------------ */

static const char school[] = "tests/packs/synthetic-school";

static struct pack *open_pack(const char *name)
{
    char path[1024];
    struct diags diags;
    const char *root = getenv("ROOT");
    snprintf(path, sizeof path, "%s/%s", root ? root : ".", name);
    diags_init(&diags);
    struct pack *pack = pack_open(path, NULL, &diags);
    ck_assert_msg(pack != NULL, "%s", path);
    diags_done(&diags);
    return pack;
}

/* Run a text where there is nothing but an empty table of names, which is left at the top. */
static lua_State *run_bare(struct buf *text)
{
    lua_State *L = luaL_newstate();
    ck_assert_msg(luaL_loadbuffer(L, text->data, text->length, "@annotations") == LUA_OK, "%s", lua_tostring(L, -1));
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_setupvalue(L, 1, 1);
    lua_insert(L, 1);
    ck_assert_msg(lua_pcall(L, 0, 0, 0) == LUA_OK, "%s", lua_tostring(L, -1));
    return L;
}

START_TEST(the_general_file_has_the_names_of_the_sandbox)
{
    struct buf text;
    buf_init(&text);
    annotations_lua(&text);
    lua_State *L = run_bare(&text);
    open_names();
    within(L, s->L, "", "annotated, and not there:");
    /* What is no function is told of in comments. */
    static const char *const values[][2] = {
        {"math", "pi"}, {"math", "huge"}, {"math", "maxinteger"}, {"math", "mininteger"}, {"utf8", "charpattern"}};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char field[64];
        snprintf(field, sizeof field, "---@field %s ", values[i][1]);
        ck_assert_ptr_nonnull(strstr(buf_text(&text), field));
        lua_getfield(s->L, -1, values[i][0]);
        lua_pushnil(s->L);
        lua_setfield(s->L, -2, values[i][1]);
        lua_pop(s->L, 1);
    }
    within(s->L, L, "", "there, and not annotated:");
    lua_close(L);
    script_free(s);
    buf_done(&text);
}
END_TEST

START_TEST(the_file_of_a_pack_says_what_it_declares)
{
    struct buf text;
    struct pack *pack = open_pack(school);
    buf_init(&text);
    annotations_pack(pack, &text);
    lua_State *L = run_bare(&text);
    lua_pushnil(L);
    ck_assert_msg(!lua_next(L, -2), "it defines nothing but types");
    char field[256];
    for (size_t i = 0; i < pack->decl.parameter_count; i++) {
        snprintf(field, sizeof field, "---@field %s number `", pack->decl.parameters[i].name.s);
        ck_assert_msg(strstr(buf_text(&text), field) != NULL, "%s", field);
    }
    for (size_t c = 0; c < pack->characteristic_count; c++) {
        snprintf(field, sizeof field, "---@field [\"%s\"] peel.outcome_of ", pack->characteristics[c].id.s);
        ck_assert_msg(strstr(buf_text(&text), field) != NULL, "%s", field);
    }
    lua_close(L);
    buf_done(&text);
    pack_close(pack);
}
END_TEST

/* --- Types
 * ------------------------------------------------------------------------------------------------------------------ */

static size_t type_length(const char *at)
{
    size_t n = 5;
    while (islower((unsigned char)at[n]) || at[n] == '_' || isdigit((unsigned char)at[n])) n++;
    return n;
}

static bool is_defined(const char *text, struct str type)
{
    static const char *const heads[] = {"---@class ", "---@class (exact) ", "---@alias "};
    char line[128];
    for (int i = 0; i < 3; i++) {
        int n = snprintf(line, sizeof line, "\n%s%.*s", heads[i], (int)type.n, type.s);
        for (const char *at = text; (at = strstr(at, line)); at++)
            if (strchr("\n ", at[n])) return true;
    }
    return false;
}

START_TEST(every_type_that_is_spoken_of_is_defined)
{
    struct buf text;
    struct pack *pack = open_pack(school);
    buf_init(&text);
    annotations_lua(&text);
    annotations_pack(pack, &text);
    const char *whole = buf_text(&text);
    int count = 0;
    for (const char *at = whole; (at = strstr(at, "peel.")); at++) {
        struct str type = {at, type_length(at)};
        if (at > whole && (isalnum((unsigned char)at[-1]) || strchr("./", at[-1]))) continue; /* .peel/peel.lua */
        if (str_is(type, "peel.lua")) continue;
        ck_assert_msg(is_defined(whole, type), "%.*s", (int)type.n, type.s);
        count++;
    }
    ck_assert_int_gt(count, 200);
    buf_done(&text);
    pack_close(pack);
}
END_TEST

/* --- luacheck
 * ---------------------------------------------------------------------------------------------------------------- */

/* The lists of .luacheckrc as a table of names, its tables of fields as tables of theirs; left at the top. */
static const char reading[] =
    "local env, text = {}, ...\n"
    "assert(load(text, '.luacheckrc', 't', setmetatable(env, { __index = _G })))()\n"
    "local names = {}\n"
    "for key, value in pairs(env.std.read_globals) do\n"
    "  if type(value) == 'table' then names[key] = value.fields else names[value] = true end\n"
    "end\n"
    "return names";

START_TEST(luacheck_is_told_the_same_names)
{
    static char text[1 << 14];
    char path[1024];
    const char *root = getenv("ROOT");
    snprintf(path, sizeof path, "%s/.luacheckrc", root ? root : ".");
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    lua_State *L = luaL_newstate();
    luaL_openlibs(L);
    ck_assert_int_eq(luaL_loadstring(L, reading), LUA_OK);
    lua_pushstring(L, text);
    ck_assert_msg(lua_pcall(L, 1, 1, 0) == LUA_OK, "%s", lua_tostring(L, -1));
    open_names();
    within(L, s->L, "", ".luacheckrc has what is not there:");
    within(s->L, L, "", ".luacheckrc lacks");
    lua_close(L);
    script_free(s);
}
END_TEST

/* --- Bytes
 * --------------------------------------------------------------------------------------------------------------------
 */

START_TEST(the_same_pack_gives_the_same_bytes)
{
    struct buf texts[2];
    for (int i = 0; i < 2; i++) {
        struct pack *pack = open_pack(school);
        buf_init(&texts[i]);
        annotations_lua(&texts[i]);
        annotations_pack(pack, &texts[i]);
        annotations_settings(&texts[i]);
        pack_close(pack);
    }
    ck_assert_uint_eq(texts[0].length, texts[1].length);
    ck_assert_mem_eq(texts[0].data, texts[1].data, texts[0].length);
    buf_done(&texts[0]);
    buf_done(&texts[1]);
}
END_TEST

START_TEST(memory_may_run_out)
{
    struct pack *pack = open_pack(school);
    bool good = false;
    for (size_t n = 1; !good; n++) {
        struct buf text;
        buf_init(&text);
        mem_fail_after(n);
        annotations_lua(&text);
        annotations_pack(pack, &text);
        mem_fail_after(0);
        good = !text.failed;
        buf_done(&text);
    }
    pack_close(pack);
}
END_TEST

UNIT("annotations", the_general_file_has_the_names_of_the_sandbox, the_file_of_a_pack_says_what_it_declares,
     every_type_that_is_spoken_of_is_defined, luacheck_is_told_the_same_names, the_same_pack_gives_the_same_bytes,
     memory_may_run_out);
