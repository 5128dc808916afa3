/* test_lexicon.c: what the lexicon says there is, and what there is: the names are looked up in the sandbox itself, and
 * what each takes is tried in it. */
#include "rules.h"
#include "script/declare.h"
#include "script/evidence.h"
#include "script/message.h"
#include "script/sandbox.h"

/* --- Pages ----------------------------------------------------------------------------------------------------------
 */

/* The pages of that kind and name, one after the other; NULL: no more. */
static const struct lexicon_page *page_of(enum page_kind kind, const char *name, size_t i)
{
    for (size_t c = 0; c < lexicon_chapters; c++)
        for (size_t p = 0; p < lexicon[c].count; p++)
            if (lexicon[c].pages[p].kind == kind && strcmp(lexicon[c].pages[p].name, name) == 0 && i-- == 0)
                return &lexicon[c].pages[p];
    return NULL;
}

static const struct word *word_of(enum page_kind kind, const char *name, const char *word)
{
    const struct lexicon_page *page;
    for (size_t i = 0; (page = page_of(kind, name, i)); i++)
        for (const struct word *w = page->words; w->name; w++)
            if (strcmp(w->name, word) == 0) return w;
    return NULL;
}

/* The table at the top holds the words of these pages, each of its kind, and no others; popped. */
static void holds(lua_State *L, enum page_kind kind, const char *name)
{
    const struct lexicon_page *page;
    ck_assert(lua_istable(L, -1));
    ck_assert_msg(page_of(kind, name, 0) != NULL, "no page %s", name);
    for (size_t i = 0; (page = page_of(kind, name, i)); i++)
        for (const struct word *w = page->words; w->name; w++) {
            int type = lua_getfield(L, -1, w->name);
            ck_assert_msg(type != LUA_TNIL, "%s: %s is told of and is not there", name, w->name);
            ck_assert_msg((type == LUA_TFUNCTION) == (w->function != NULL), "%s: %s", name, w->name);
            lua_pop(L, 1);
        }
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) continue;
        const char *word = lua_tostring(L, -2);
        ck_assert_msg(word_of(kind, name, word) != NULL, "%s: nothing is told of %s", name, word);
    }
    lua_pop(L, 1);
}

/* What the object at the top is read through: a table of Lua's own; in its place. */
static void peel_object(lua_State *L)
{
    ck_assert(lua_getmetatable(L, -1));
    lua_getfield(L, -1, "__index");
    ck_assert(lua_istable(L, -1));
    lua_replace(L, -3);
    lua_pop(L, 1);
    if (lua_getmetatable(L, -1)) { /* it says which it has where another is asked for */
        lua_pop(L, 1);
        lua_pushnil(L);
        lua_setmetatable(L, -2);
    }
}

/* --- A pack of everything
 * ---------------------------------------------------------------------------------------------- */

static const char manifest[] =
    "return pack { name = 'p', version = '1', title = 'T', scale = { 'poor', 'good' }, areas = { 'area', 'other' },\n"
    "evidence = { measures = { m = 'M', n = 'N', d = 'D' }, estimates = { e = 'E', f = 'F' }, samples = { s = 'S', t = "
    "'T' }, surveys = { v = 'V' } },\n"
    "cohort = { measures = { 'm' } } }";
static const char data[] =
    "{\"format\": \"peel.dataset.v1\", \"round\": \"1\", \"year\": 2020,\n"
    "\"measures\": {\"m\": {\"title\": \"M\", \"unit\": \"calls\", \"per\": 1, \"denominator\": \"d\", \"benchmarks\": "
    "{\"a\": 1}}, "
    "\"n\": {\"title\": \"N\", \"unit\": \"calls\", \"per\": 1, \"denominator\": \"d\"}, "
    "\"d\": {\"title\": \"D\"}},\n"
    "\"estimates\": {\"e\": {\"title\": \"E\"}, \"f\": {\"title\": \"F\"}}, \"samples\": {\"s\": {\"title\": \"S\"}, "
    "\"t\": {\"title\": \"T\"}}, \"surveys\": {\"v\": {\"title\": \"V\"}},\n"
    "\"organisations\": [{\"id\": \"one\", \"name\": \"One\", \"measures\": {\"m\": 3, \"n\": 2, \"d\": 4},\n"
    "\"estimates\": {\"e\": {\"value\": 0.9, \"margin\": 0.1}, \"f\": {\"value\": 0.8, \"margin\": 0.1}}, \"samples\": "
    "{\"s\": {\"reviewed\": 10, \"met\": 5}, \"t\": {\"reviewed\": 10, \"met\": 6}},\n"
    "\"surveys\": {\"v\": {\"value\": 0.5}},\n"
    "\"findings\": [{\"kind\": \"strength\", \"text\": \"x\", \"against\": [\"area/a\"]}]}]}";

static void bind(const char *format, const char *call)
{
    char area[2048];
    snprintf(area, sizeof area, format, call);
    rules_open(LIMITS_DEFAULT);
    rules_bind(manifest, area, data);
    rules.every[1] = 1;
    rules.allowance = (struct allowance){rules.every, rules.every, rules.area.characteristic_count, 2};
}

static const char asking[] =
    "return area { title = 'A', question = 'Q', characteristic 'a' { level = 'good', text = 't', "
    "rests = 'ours', judge = function(force)\nlocal files = force.samples.s:met()\n%s\n"
    "return met '{files}' end } }";
static const char laddering[] =
    "return area { title = 'A', question = 'Q', characteristic 'a' { level = 'good', text = 't', "
    "rests = 'ours', findings = true },\nladder = function(area)\n%s\nreturn 'good', 'why' end }";

/* Where an object of each page of methods is found. */
static const struct {
    const char *page, *expression;
} objects[] = {{"measure", "force.measures.m"},         {"estimate", "force.estimates.e"},
               {"sample", "force.samples.s"},           {"survey", "force.surveys.v"},
               {"force.findings", "force.findings"},    {"findings", "force.findings:here()"},
               {"outcome", "force.outcomes['area/a']"}, {"area", "force.areas['other']"}};
enum { OBJECTS = sizeof objects / sizeof *objects };

/* --- Both ways
 * --------------------------------------------------------------------------------------------------------- */

START_TEST(libraries_are_told_of)
{
    struct limits limits = LIMITS_DEFAULT;
    struct script *s = script_new(&limits);
    lua_State *L = s->L;
    int pages = 0;
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->environment);
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        if (lua_type(L, -1) == LUA_TFUNCTION) continue;
        const char *name = lua_tostring(L, -2);
        seal_peel(L, -1); /* name view table */
        lua_pushnil(L);
        lua_setmetatable(L, -2);
        holds(L, PAGE_LIBRARY, name);
        pages++;
    }
    ck_assert_int_eq(pages, 5);
    lua_newtable(L); /* the functions alone */
    for (lua_pushnil(L); lua_next(L, 1);) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        if (lua_type(L, -1) == LUA_TFUNCTION)
            lua_rawset(L, 2);
        else
            lua_pop(L, 2);
    }
    holds(L, PAGE_WORDS, "Lua");
    script_free(s);
}
END_TEST

static void holds_words(lua_State *L, void (*push)(lua_State *), const char *page, const struct word *besides)
{
    push(L);
    for (; besides && besides->name; besides++) {
        lua_pushnil(L);
        lua_setfield(L, -2, besides->name);
    }
    holds(L, PAGE_WORDS, page);
}

START_TEST(words_are_told_of)
{
    struct limits limits = LIMITS_DEFAULT;
    struct script *s = script_new(&limits);
    holds_words(s->L, declare_words_pack, "pack.lua", NULL);
    holds_words(s->L, declare_words_area, "areas", message_words);
    holds_words(s->L, declare_words_area, "answers", words_area);
    holds_words(s->L, declare_words_cases, "tests", NULL);
    holds_words(s->L, declare_words_mapping, "mapping file", NULL);
    script_free(s);
}
END_TEST

static int l_expression(lua_State *L) /* force -- the object of an expression, by the rules' own eyes */
{
    lua_settop(L, 2);
    lua_pushfstring(L, "local force = ... return %s", lua_tostring(L, 2));
    if (luaL_loadstring(L, lua_tostring(L, -1)) != LUA_OK) lua_error(L);
    lua_pushvalue(L, 1);
    lua_call(L, 1, 1);
    return 1;
}

START_TEST(methods_are_told_of)
{
    bind(asking, "");
    lua_State *L = rules.s->L;
    for (int i = 0; i < OBJECTS; i++) {
        if (strstr(objects[i].expression, ":here")) rules.s->characteristic = 0;
        lua_pushcfunction(L, l_expression);
        lua_pushvalue(L, DESK_FORCE);
        lua_pushstring(L, objects[i].expression);
        lua_call(L, 2, 1);
        peel_object(L);
        holds(L, PAGE_METHODS, objects[i].page);
    }
    lua_pushvalue(L, DESK_AREA);
    peel_object(L);
    holds(L, PAGE_METHODS, "judged");
    rules_close();
}
END_TEST

START_TEST(fields_of_force_are_told_of)
{
    bind(asking, "");
    lua_State *L = rules.s->L;
    lua_pushvalue(L, DESK_FORCE);
    for (const struct word *w = force_fields; w->name; w++) {
        lua_getfield(L, -1, w->name); /* raises where it is not there */
        ck_assert_msg(lua_type(L, -1) == (strcmp(w->gives, "string") == 0 ? LUA_TSTRING : LUA_TUSERDATA), "%s",
                      w->name);
        lua_pop(L, 1);
    }
    peel_object(L);
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
        ck_assert_msg(word_of(PAGE_FIELDS, "force", lua_tostring(L, -2)), "force.%s", lua_tostring(L, -2));
    lua_pop(L, 1);
    rules_close();
}
END_TEST

/* --- What each takes
 * ---------------------------------------------------------------------------------------------------- */

static bool type_is(struct str type, const char *prefix)
{
    return type.n >= strlen(prefix) && memcmp(type.s, prefix, strlen(prefix)) == 0;
}

/* A value of the type, as Lua writes it; NULL: nothing that can be tried. */
static const char *value_of(struct str type)
{
    static const char *const values[][2] = {
        {"integer", "1"},
        {"number[]", "{ 1, 2, 3 }"},
        {"number", "0.5"},
        {"string", "'a'"},
        {"boolean", "true"},
        {"any", "1"},
        {"T[]", "{ 1 }"},
        {"(string|number)[]", "{ 1 }"},
        {"table<", "{}"},
        {"fun(", "print"},
        {"\"wilson\"|", "'wilson'"},
        {"\"lowest\"|", "'lowest'"},
        {"T", "1"},
        {"peel.measured", "{ value = 0.5, margin = 0.1 }"},
        {"peel.outlier_options", "{}"},
        {"peel.measure", "force.measures.n"},
        {"peel.sample", "force.samples.t"},
        {"peel.estimate", "force.estimates.f"},
        {"peel.characteristic_id", "'area/a'"},
        {"peel.outcome", "'met'"},
        {"peel.grade", "'good'"},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (type_is(type, values[i][0])) return values[i][1];
    return NULL;
}

/* Would a function do in its place? */
static bool takes_anything(struct str type)
{
    bool function = false;
    for (size_t i = 0; i + 4 <= type.n; i++) function = function || memcmp(type.s + i, "fun(", 4) == 0;
    return function || type_is(type, "any") || type_is(type, "T") || type_is(type, "boolean");
}

struct spoken {
    char text[512];
    size_t parameters;
};

/* "f(1, 'a')": with a value for each parameter; wrong: the one that has a function instead, from 1; more: one besides.
 * False: not to be tried. */
static bool call_of(const char *callee, const struct word *w, size_t wrong, bool more, struct spoken *c)
{
    struct lexicon_part part;
    size_t n = (size_t)snprintf(c->text, sizeof c->text, "%s(", callee);
    c->parameters = 0;
    for (const char *at = w->takes; lexicon_part(&at, &part);) {
        const char *value = value_of(part.type);
        if (str_is(part.name, "...")) return false;
        if (!value) return false;
        if (++c->parameters == wrong) {
            if (takes_anything(part.type)) return false;
            value = "print";
        }
        n += (size_t)snprintf(c->text + n, sizeof c->text - n, "%s%s", c->parameters > 1 ? ", " : "", value);
    }
    snprintf(c->text + n, sizeof c->text - n, "%s)", !more ? "" : c->parameters ? ", print" : "print");
    return true;
}

static size_t required(const struct word *w)
{
    struct lexicon_part part;
    size_t n = 0;
    for (const char *at = w->takes; lexicon_part(&at, &part);) n += !part.optional && !str_is(part.name, "...");
    return n;
}

typedef bool trial(const char *call); /* did it go through? */

static void tried(trial *goes, const char *callee, const struct word *w)
{
    struct spoken c;
    char bare[128];
    snprintf(bare, sizeof bare, "%s()", callee);
    ck_assert_msg(goes(bare) == (required(w) == 0), "%s takes %zu", callee, required(w));
    if (!call_of(callee, w, 0, false, &c)) return;
    ck_assert_msg(goes(c.text), "%s", c.text);
    call_of(callee, w, 0, true, &c);
    ck_assert_msg(goes(c.text), "%s looks at one more than it is told to", c.text);
    for (size_t i = 1; i <= c.parameters; i++)
        if (call_of(callee, w, i, false, &c)) ck_assert_msg(!goes(c.text), "%s does not look at it", c.text);
}

static struct script *alone;
static bool goes_alone(const char *call)
{
    struct diags diags;
    struct fault fault;
    char text[600];
    snprintf(text, sizeof text, "return %s", call);
    diags_init(&diags);
    ck_assert_msg(sandbox_load(alone, "a.lua", str_of(text), NULL, &diags), "%s", text);
    enum gate gate = gate_call(alone, 0, 1, &fault);
    lua_settop(alone->L, 0);
    diags_done(&diags);
    return gate == GATE_DONE;
}

/* Those whose arguments bear on each other, so that no value of a type is good by itself, or that always raise. */
static bool is_left_out(const char *callee)
{
    static const char *const names[] = {"error", "tonumber", "assert", NULL};
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], callee) == 0) return true;
    return false;
}

START_TEST(functions_take_what_they_are_told_to)
{
    struct limits limits = LIMITS_DEFAULT;
    alone = script_new(&limits);
    int count = 0;
    static const char *const libraries[] = {"stats", "math", "string", "table", "utf8", NULL};
    for (int l = 0; libraries[l]; l++)
        for (const struct word *w = page_of(PAGE_LIBRARY, libraries[l], 0)->words; w->name; w++) {
            char callee[64];
            if (!w->function) continue;
            snprintf(callee, sizeof callee, "%s.%s", libraries[l], w->name);
            if (!is_left_out(callee)) tried(goes_alone, callee, w), count++;
        }
    for (const struct word *w = base_functions; w->name; w++)
        if (!is_left_out(w->name)) tried(goes_alone, w->name, w), count++;
    ck_assert_int_gt(count, 50);
    script_free(alone);
}
END_TEST

/* A rule that comes to an end goes through, whatever it answers. */
static bool goes_in_a_rule(const char *call)
{
    char statement[600];
    snprintf(statement, sizeof statement, "local x = %s", call);
    bind(asking, statement);
    bool good = rules_ask(0)->outcome != PEEL_ERROR;
    rules_close();
    return good;
}

static bool goes_in_a_ladder(const char *call)
{
    char statement[600];
    int grade;
    snprintf(statement, sizeof statement, "local x = %s", call);
    bind(laddering, statement);
    script_ladder(rules.s, rules.area.ladder, 0, &grade, &rules.verdict);
    bool good = rules.verdict.outcome != PEEL_ERROR;
    rules_close();
    return good;
}

START_TEST(methods_take_what_they_are_told_to)
{
    char callee[128];
    int refused = 0;
    for (int i = 0; i < OBJECTS; i++) {
        const struct lexicon_page *page;
        for (size_t p = 0; (page = page_of(PAGE_METHODS, objects[i].page, p)); p++)
            for (const struct word *w = page->words; w->name; w++) {
                snprintf(callee, sizeof callee, "%s:%s", objects[i].expression, w->name);
                if (w->says) tried(goes_in_a_rule, callee, w);
                snprintf(callee, sizeof callee, "%s:%s()", objects[i].expression, w->name);
                if (!w->says) ck_assert_msg(!goes_in_a_rule(callee), "%s is refused", callee), refused++;
            }
    }
    ck_assert_int_gt(refused, 0);
    for (const struct word *w = judged_methods; w->name; w++) {
        snprintf(callee, sizeof callee, "area:%s", w->name);
        tried(goes_in_a_ladder, callee, w);
    }
}
END_TEST

/* --- How rows are written
 * ------------------------------------------------------------------------------------------------ */

static void hold_row(const struct lexicon_page *page, const struct word *w)
{
    struct lexicon_part part;
    size_t n = strlen(w->says);
    ck_assert_msg(n > 1 && strchr(".?", w->says[n - 1]), "%s %s: a sentence ends", page->name, w->name);
    ck_assert_msg(!strchr(w->says, '\n') && !strstr(w->says, "  "), "%s %s: one line", page->name, w->name);
    size_t ticks = 0;
    for (const char *c = w->says; *c; c++) ticks += *c == '`';
    ck_assert_msg(ticks % 2 == 0, "%s %s: a ` is not closed", page->name, w->name);
    ck_assert_msg(w->gives != NULL && (w->takes != NULL) == (w->function != NULL), "%s %s", page->name, w->name);
    for (const char *at = w->function ? w->takes : ""; lexicon_part(&at, &part);)
        ck_assert_msg(part.name.s && part.type.n, "%s %s: a parameter has a name and a type", page->name, w->name);
    size_t answers = 0;
    for (const char *at = w->gives; lexicon_part(&at, &part);) answers += part.type.n > 0;
    ck_assert_msg(w->function || answers == 1, "%s %s: a key has a type", page->name, w->name);
}

START_TEST(rows_are_written_as_the_header_says)
{
    size_t words = 0;
    const struct word *w;
    for (size_t c = 0; c < lexicon_chapters; c++)
        for (size_t p = 0; p < lexicon[c].count; p++)
            for (size_t i = 0; (w = lexicon_word(&lexicon[c].pages[p], i)); i++, words++)
                hold_row(&lexicon[c].pages[p], w);
    ck_assert_uint_gt(words, 300);
}
END_TEST

START_TEST(a_list_is_cut_where_its_parts_end)
{
    struct lexicon_part part;
    const char *at = "method?: \"a, b\"|\"c\", f: fun(x: number, y: T[]): (K, V), { n: integer }, ...: any";
    ck_assert(lexicon_part(&at, &part));
    ck_assert(str_is(part.name, "method") && part.optional && str_is(part.type, "\"a, b\"|\"c\""));
    ck_assert(lexicon_part(&at, &part));
    ck_assert(str_is(part.name, "f") && !part.optional && str_is(part.type, "fun(x: number, y: T[]): (K, V)"));
    ck_assert(lexicon_part(&at, &part));
    ck_assert(!part.name.s && str_is(part.type, "{ n: integer }"));
    ck_assert(lexicon_part(&at, &part));
    ck_assert(str_is(part.name, "...") && str_is(part.type, "any"));
    ck_assert(!lexicon_part(&at, &part));
}
END_TEST

UNIT("lexicon", libraries_are_told_of, words_are_told_of, methods_are_told_of, fields_of_force_are_told_of,
     functions_take_what_they_are_told_to, methods_take_what_they_are_told_to, rows_are_written_as_the_header_says,
     a_list_is_cut_where_its_parts_end);
