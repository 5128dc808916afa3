/* test_pattern.c: our patterns against Lua's own string library, which stands beside as the oracle: seeded random
 * patterns and subjects through find, match, gmatch and gsub must give the same answers. Malformed patterns, which
 * Lua's own tells only when it gets there, are listed by hand. */
#include "script/sandbox.h"
#include <check.h>
#include <stdlib.h>

static struct script *ours;
static lua_State *theirs;

static void open_both(void)
{
    struct limits limits = LIMITS_DEFAULT;
    ours = script_new(&limits);
    ck_assert_ptr_nonnull(ours);
    theirs = luaL_newstate();
    luaL_requiref(theirs, "string", luaopen_string, 1);
    lua_settop(theirs, 0);
}

static void close_both(void)
{
    script_free(ours);
    lua_close(theirs);
}

/* --- Random patterns ----------------------------------------------------------------------------------- */

static uint64_t seed;
static uint32_t chance(uint32_t n) /* xorshift: the same on every machine */
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % n;
}

struct made {
    char text[160];
    size_t n;
    int captures, open[40], depth, repetitions;
    bool closed[40];
};

static void put(struct made *m, const char *bytes, size_t n)
{
    memcpy(m->text + m->n, bytes, n);
    m->n += n;
}
#define PUT(literal) put(m, literal, sizeof(literal) - 1)

static const char alphabet[] = "ab1 -.]^$%\0xA";
static void put_letter(struct made *m) { put(m, &"abc1 xA"[chance(7)], 1); }

static void put_class(struct made *m)
{
    char class[2] = {'%', "acdglpsuwxACDGLPSUWX.%-]["[chance(25)]};
    put(m, class, 2);
}

static void put_set(struct made *m)
{
    PUT("[");
    if (chance(3) == 0) PUT("^");
    if (chance(6) == 0) PUT("]");
    for (uint32_t i = 0, n = 1 + chance(3); i < n; i++) switch (chance(4)) {
        case 0: PUT("a-c"); break;
        case 1: put_class(m); break;
        case 2: PUT("0-9"); break;
        default: put_letter(m);
        }
    if (chance(6) == 0) PUT("-");
    PUT("]");
}

static void put_single(struct made *m)
{
    switch (chance(5)) {
    case 0: PUT("."); break;
    case 1: put_class(m); break;
    case 2: put_set(m); break;
    default: put_letter(m);
    }
    if (m->repetitions < 6 && chance(2)) put(m, &"*+-?"[chance(4)], 1), m->repetitions++;
}

static void put_special(struct made *m)
{
    switch (chance(7)) {
    case 0:
        if (m->captures == 6) break;
        m->closed[m->captures] = false;
        m->open[m->depth++] = m->captures++;
        PUT("(");
        put_letter(m);
        break;
    case 1:
        if (m->depth == 0) break;
        m->closed[m->open[--m->depth]] = true;
        PUT(")");
        break;
    case 2: PUT("%b()"); break;
    case 3:
        PUT("%f");
        put_set(m);
        break;
    case 4: /* an odd place for `^`, `$` or a repetition that has nothing to repeat */
        put(m, &"^$"[chance(2)], 1);
        break;
    case 5: {
        int capture = (int)chance(6);
        if (capture >= m->captures || !m->closed[capture]) break;
        char back[2] = {'%', (char)('1' + capture)};
        put(m, back, 2);
        break;
    }
    default:
        if (m->captures == 6) break;
        m->closed[m->captures++] = true;
        PUT("()");
    }
}

static void make_pattern(struct made *m)
{
    *m = (struct made){.n = 0};
    if (chance(6) == 0) PUT("^");
    for (uint32_t i = 0, n = chance(6); i < n; i++) {
        if (chance(3) == 0)
            put_special(m);
        else
            put_single(m);
    }
    while (m->depth > 0) {
        m->closed[m->open[--m->depth]] = true;
        PUT(")");
    }
    if (chance(6) == 0) PUT("$");
}

static size_t make_subject(char text[64])
{
    size_t n = chance(24);
    for (size_t i = 0; i < n; i++) text[i] = chance(3) ? "ab1 xA()"[chance(8)] : alphabet[chance(sizeof alphabet)];
    return n;
}

/* --- Both asked ---------------------------------------------------------------------------------------- */

static void push_arguments(lua_State *L, const char *subject, size_t n, const struct made *m)
{
    lua_pushlstring(L, subject, n);
    lua_pushlstring(L, m->text, m->n);
}

static void fail_with(const char *what, const char *subject, size_t n, const struct made *m, const char *how)
{
    char shown[512] = "";
    size_t at = 0;
    for (size_t i = 0; i < m->n; i++)
        at += (size_t)snprintf(shown + at, sizeof shown - at, m->text[i] ? "%c" : "\\0", m->text[i]);
    at += (size_t)snprintf(shown + at, sizeof shown - at, "   on   ");
    for (size_t i = 0; i < n; i++)
        at += (size_t)snprintf(shown + at, sizeof shown - at, subject[i] ? "%c" : "\\0", subject[i]);
    ck_abort_msg("%s: %s: %s", what, shown, how);
}

/* The values above `base`, one text of them each. */
static void compare(const char *what, int base, const char *subject, size_t n, const struct made *m)
{
    int count = lua_gettop(ours->L) - base;
    if (count != lua_gettop(theirs)) fail_with(what, subject, n, m, "another number of values");
    for (int i = 1; i <= count; i++) {
        size_t a, b;
        if (lua_type(ours->L, base + i) != lua_type(theirs, i)) fail_with(what, subject, n, m, "another type");
        const char *x = lua_tolstring(ours->L, base + i, &a), *y = lua_tolstring(theirs, i, &b);
        if (x && (a != b || memcmp(x, y, a) != 0)) fail_with(what, subject, n, m, x);
    }
    lua_settop(ours->L, base);
    lua_settop(theirs, 0);
}

/* One function with the arguments given, and perhaps a third. */
static void ask(const char *name, lua_CFunction function, const char *subject, size_t n, const struct made *m,
                const char *third)
{
    struct fault fault;
    int base = lua_gettop(ours->L);
    lua_getglobal(theirs, "string");
    lua_getfield(theirs, -1, name);
    lua_remove(theirs, -2);
    push_arguments(theirs, subject, n, m);
    if (third) lua_pushstring(theirs, third);
    int status = lua_pcall(theirs, third ? 3 : 2, LUA_MULTRET, 0);
    lua_pushcfunction(ours->L, function);
    push_arguments(ours->L, subject, n, m);
    if (third) lua_pushstring(ours->L, third);
    enum gate gate = gate_call(ours, third ? 3 : 2, LUA_MULTRET, &fault);
    if (status != LUA_OK && gate == GATE_DONE) fail_with(name, subject, n, m, lua_tostring(theirs, -1));
    if (status == LUA_OK && gate != GATE_DONE) fail_with(name, subject, n, m, fault.message);
    if (status != LUA_OK) lua_settop(theirs, 0);
    if (status != LUA_OK) lua_settop(ours->L, base);
    compare(name, base, subject, n, m);
}

/* All that gmatch gives, joined. */
static int l_collect(lua_State *L) /* iterator -- text */
{
    luaL_Buffer b;
    char number[32];
    lua_settop(L, 1);
    lua_newtable(L);
    for (lua_Integer count = 1; count < 200; count++) {
        lua_settop(L, 2);
        lua_pushvalue(L, 1);
        lua_call(L, 0, LUA_MULTRET);
        if (lua_gettop(L) == 2 || lua_isnil(L, 3)) break;
        int top = lua_gettop(L);
        luaL_buffinit(L, &b);
        for (int i = 3; i <= top; i++) {
            size_t n;
            const char *s = lua_tolstring(L, i, &n);
            snprintf(number, sizeof number, "%d:%d:", lua_type(L, i), (int)n);
            luaL_addstring(&b, number);
            luaL_addlstring(&b, s, n);
        }
        luaL_pushresult(&b);
        lua_rawseti(L, 2, count);
    }
    lua_settop(L, 2);
    luaL_buffinit(L, &b);
    for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, 2); i++) {
        lua_rawgeti(L, 2, i);
        luaL_addvalue(&b);
        luaL_addchar(&b, '\n');
    }
    luaL_pushresult(&b);
    return 1;
}

static int l_ours(lua_State *L)
{
    lua_pushcfunction(L, l_collect);
    lua_insert(L, 1);
    lua_pushcfunction(L, l_gmatch);
    lua_insert(L, 2);
    lua_call(L, lua_gettop(L) - 2, 1);
    lua_call(L, 1, 1);
    return 1;
}

static int l_theirs(lua_State *L)
{
    lua_pushcfunction(L, l_collect);
    lua_insert(L, 1);
    lua_getglobal(L, "string");
    lua_getfield(L, -1, "gmatch");
    lua_remove(L, -2);
    lua_insert(L, 2);
    lua_call(L, lua_gettop(L) - 2, 1);
    lua_call(L, 1, 1);
    return 1;
}

static void ask_gmatch(const char *subject, size_t n, const struct made *m)
{
    struct fault fault;
    int base = lua_gettop(ours->L);
    lua_pushcfunction(theirs, l_theirs);
    push_arguments(theirs, subject, n, m);
    int status = lua_pcall(theirs, 2, LUA_MULTRET, 0);
    lua_pushcfunction(ours->L, l_ours);
    push_arguments(ours->L, subject, n, m);
    enum gate gate = gate_call(ours, 2, LUA_MULTRET, &fault);
    if ((status == LUA_OK) != (gate == GATE_DONE))
        fail_with("gmatch", subject, n, m, status == LUA_OK ? fault.message : lua_tostring(theirs, -1));
    if (status != LUA_OK) lua_settop(theirs, 0);
    if (status != LUA_OK) lua_settop(ours->L, base);
    compare("gmatch", base, subject, n, m);
}

START_TEST(as_lua_has_it)
{
    int matched = 0;
    seed = 0x9E3779B97F4A7C15u + (uint64_t)_i;
    open_both();
    for (int i = 0; i < 10000; i++) {
        char subject[64];
        struct made m;
        make_pattern(&m);
        size_t n = make_subject(subject);
        ask("match", l_match, subject, n, &m, NULL);
        ask("find", l_find, subject, n, &m, chance(4) ? NULL : chance(2) ? "3" : "-2");
        ask("gsub", l_gsub, subject, n, &m, chance(2) ? "<%0>" : m.captures ? "%%%1" : "x");
        ask_gmatch(subject, n, &m);
        push_arguments(theirs, subject, n, &m);
        lua_pushcfunction(ours->L, l_match);
        push_arguments(ours->L, subject, n, &m);
        ck_assert_int_eq(gate_call(ours, 2, 1, NULL), GATE_DONE);
        matched += !lua_isnil(ours->L, -1);
        lua_settop(ours->L, 0);
        lua_settop(theirs, 0);
    }
    ck_assert_int_gt(matched, 2000); /* else the patterns made would prove little */
    close_both();
}
END_TEST

/* --- By hand ------------------------------------------------------------------------------------------- */

/* From the manual's own words; answers of Lua 5.4.4's library are compared as well. */
static const struct {
    const char *subject, *pattern;
} classic[] = {
    {"THE (quick) fox", "%((%a+)%)"},
    {"THE (quick) fox", "%f[%a]%a+%f[%A]"},
    {"  trim  ", "^%s*(.-)%s*$"},
    {"key = value", "(%w+)%s*=%s*(%w+)"},
    {"x = f(a(b)c) + d", "%b()"},
    {"'it'\"s\"", "([\"'])(.-)%1"},
    {"2021/22", "^(%d+)/(%d+)$"},
    {"a,b,,c", "([^,]*)"},
    {"", ""},
    {"abc", "()b()"},
    {"a.b", "a%.b"},
    {"[x]", "[]]"},
    {"a-b", "[a%-b]+"},
    {"a]b", "[^]]+"},
    {"\xC3\xA9t\xC3\xA9", "[\xC3-\xC3]."},
    {"aXb", "%u"},
    {"0x1F", "0x%x+"},
    {"hello", "l*"},
    {"hello", ".-l"},
    {"hello", "$"},
    {"^a$", "^^a%$$"},
    {"a$b", "a$b"},
    {"**", "*"},
    {"a\nb", "%c"},
    {"", "^$"},
    {"aaa", "a-$"},
};

START_TEST(by_hand)
{
    open_both();
    for (size_t i = 0; i < sizeof classic / sizeof *classic; i++) {
        struct made m = {.n = strlen(classic[i].pattern)};
        memcpy(m.text, classic[i].pattern, m.n);
        ask("match", l_match, classic[i].subject, strlen(classic[i].subject), &m, NULL);
        ask("find", l_find, classic[i].subject, strlen(classic[i].subject), &m, NULL);
        ask("gsub", l_gsub, classic[i].subject, strlen(classic[i].subject), &m, "%0%0");
        ask_gmatch(classic[i].subject, strlen(classic[i].subject), &m);
    }
    close_both();
}
END_TEST

static const struct {
    const char *pattern, *message;
} malformed[] = {
    {"%", "malformed pattern (ends with `%`)"},
    {"a%", "malformed pattern (ends with `%`)"},
    {"[a", "malformed pattern (missing `]`)"},
    {"[]", "malformed pattern (missing `]`)"},
    {"[^]", "malformed pattern (missing `]`)"},
    {"[a%", "malformed pattern (missing `]`)"},
    {"(a", "malformed pattern (a `(` is not closed)"},
    {"a)", "malformed pattern (`)` without `(`)"},
    {"%b", "malformed pattern (`%b` needs two characters)"},
    {"%bx", "malformed pattern (`%b` needs two characters)"},
    {"%f", "malformed pattern (missing `[` after `%f`)"},
    {"%1", "malformed pattern (`%1` refers to no capture that is complete)"},
    {"(a%1)", "malformed pattern (`%1` refers to no capture that is complete)"},
    {"%0", "malformed pattern (`%0` refers to no capture that is complete)"},
    {"()()()()()()()()()()()()()()()()()()()()()()()()()()()()()()()()()",
     "too many captures in a pattern (at most 32)"},
};

START_TEST(malformed_is_told)
{
    struct fault fault;
    open_both();
    lua_pushcfunction(ours->L, l_match);
    lua_pushstring(ours->L, "");
    lua_pushstring(ours->L, malformed[_i].pattern);
    ck_assert_int_eq(gate_call(ours, 2, 1, &fault), GATE_RAISED);
    ck_assert_str_eq(fault.message, malformed[_i].message);
    close_both();
}
END_TEST

START_TEST(steps_are_counted)
{
    struct fault fault;
    open_both();
    lua_pushcfunction(ours->L, l_find);
    char text[161] = "";
    memset(text, 'a', 160);
    lua_pushstring(ours->L, text);
    lua_pushstring(ours->L, ".-.-.-.-b");
    ck_assert_int_eq(gate_call(ours, 2, 1, &fault), GATE_STOPPED);
    ck_assert_str_eq(fault.message, "more than 1,000,000 instructions");
    close_both();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pattern");
    TCase *tc = tcase_create("pattern");
    tcase_set_timeout(tc, 120);
    tcase_add_loop_test(tc, as_lua_has_it, 0, 4);
    tcase_add_test(tc, by_hand);
    tcase_add_loop_test(tc, malformed_is_told, 0, sizeof malformed / sizeof *malformed);
    tcase_add_test(tc, steps_are_counted);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
