/* sandbox_string.c: `string`: byte char find format gmatch gsub len lower match rep reverse sub upper. As in Lua's
 * manual, letters being those of ASCII whatever the locale. Left out: dump, pack, unpack, packsize. What makes a text
 * of n bytes is charged for n before it begins. */
#include "script/sandbox.h"
#include <limits.h>

/* --- Positions ---------------------------------------------------------------------------------------- */

/* A first position as a rule counts it: from 1, from the end when negative, kept within the text. */
static size_t first(lua_Integer i, size_t n)
{
    if (i > 0) return (size_t)i;
    if (i == 0 || i < -(lua_Integer)n) return 1;
    return n + (size_t)i + 1;
}

static size_t last(lua_Integer i, size_t n)
{
    if (i > (lua_Integer)n) return n;
    if (i >= 0) return (size_t)i;
    if (i < -(lua_Integer)n) return 0;
    return n + (size_t)i + 1;
}

static int l_len(lua_State *L)
{
    size_t n;
    luaL_checklstring(L, 1, &n);
    lua_pushinteger(L, (lua_Integer)n);
    return 1;
}

static int l_sub(lua_State *L)
{
    size_t n;
    const char *text = luaL_checklstring(L, 1, &n);
    size_t from = first(sandbox_integer(L, 2), n), to = last(sandbox_optional(L, 3, -1), n);
    lua_pushlstring(L, from <= to ? text + from - 1 : "", from <= to ? to - from + 1 : 0);
    return 1;
}

static int l_byte(lua_State *L)
{
    size_t n;
    const char *text = luaL_checklstring(L, 1, &n);
    lua_Integer i = sandbox_optional(L, 2, 1);
    size_t from = first(i, n), to = last(sandbox_optional(L, 3, (lua_Integer)from), n);
    if (from > to) return 0;
    size_t count = to - from + 1;
    if (count >= INT_MAX || !lua_checkstack(L, (int)count)) return luaL_error(L, "string.byte: too many bytes at once");
    charge(L, count);
    for (size_t k = from - 1; k < to; k++) lua_pushinteger(L, (unsigned char)text[k]);
    return (int)count;
}

static int l_char(lua_State *L)
{
    int n = lua_gettop(L);
    struct scratch text;
    charge(L, (uint64_t)n);
    scratch_open(&text, L, (size_t)n);
    for (int i = 1; i <= n; i++) {
        lua_Integer c = sandbox_integer(L, i);
        luaL_argcheck(L, 0 <= c && c <= UCHAR_MAX, i, "value out of range");
        *scratch_room(&text, 1) = (char)c;
    }
    scratch_push(&text);
    return 1;
}

/* --- Whole texts -------------------------------------------------------------------------------------- */

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }
static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 32) : c; }

static int mapped(lua_State *L, char (*map)(char))
{
    size_t n;
    struct scratch text;
    const char *from = luaL_checklstring(L, 1, &n);
    charge(L, n / 4);
    scratch_open(&text, L, n);
    char *to = scratch_room(&text, n);
    for (size_t i = 0; i < n; i++) to[i] = map(from[i]);
    scratch_push(&text);
    return 1;
}
static int l_lower(lua_State *L) { return mapped(L, lower); }
static int l_upper(lua_State *L) { return mapped(L, upper); }

static int l_reverse(lua_State *L)
{
    size_t n;
    struct scratch text;
    const char *from = luaL_checklstring(L, 1, &n);
    charge(L, n / 4);
    scratch_open(&text, L, n);
    char *to = scratch_room(&text, n);
    for (size_t i = 0; i < n; i++) to[i] = from[n - 1 - i];
    scratch_push(&text);
    return 1;
}

static int l_rep(lua_State *L)
{
    size_t n, between;
    struct scratch text;
    const char *what = luaL_checklstring(L, 1, &n);
    lua_Integer times = sandbox_integer(L, 2);
    const char *separator = luaL_optlstring(L, 3, "", &between);
    if (times <= 0 || n + between == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if ((lua_Unsigned)times > (SIZE_MAX / 2) / (n + between))
        return luaL_error(L, "string.rep: the text would be too long");
    size_t total = n * (size_t)times + between * (size_t)(times - 1);
    charge_bytes(L, total);
    scratch_open(&text, L, total + between);
    memcpy(text.data, what, n);
    memcpy(text.data + n, separator, between);
    for (size_t done = n + between; done < total; done *= 2) /* what is there, twice */
        memcpy(text.data + done, text.data, done < total - done ? done : total - done);
    text.length = total;
    scratch_push(&text);
    return 1;
}

#define PATTERN " The pattern is Lua's, and counted: each character looked at is a step."

const struct word string_functions[] = {
    {"byte", l_byte, "text: string, i?: integer, j?: integer", "...: integer",
     "The bytes from `i` (default 1) to `j` (default `i`), as numbers; places below 0 count from the end."},
    {"char", l_char, "...: integer", "string", "The text of bytes that are given as numbers from 0 to 255."},
    {"find", l_find, "text: string, pattern: string, init?: integer, plain?: boolean",
     "from: integer?, to: integer?, ...: string|integer",
     "Where a pattern is first found: its first and last byte, then its captures; `nil` where it is not. `plain`: the "
     "pattern is a text." PATTERN},
    {"format", l_format, "form: string, ...: any", "string",
     "A text with its `%d`, `%s`, `%.1f` and so on filled in. Numbers have a point in every locale; `%p` is refused, "
     "and `%s` "
     "of a table or function. In messages write placeholders instead, `{name}`."},
    {"gmatch", l_gmatch, "text: string, pattern: string, init?: integer", "fun(): (string|integer, ...)",
     "Goes over all matches: `for word in text:gmatch(\"%a+\") do`. With captures, these." PATTERN},
    {"gsub", l_gsub,
     "text: string, pattern: string, by: string|number|table|fun(...: string|integer): (string|number|false|nil), n?: "
     "integer",
     "text: string, count: integer",
     "The text with its matches (or the first `n` of them) put in other words, and how many there were. `by` is a text "
     "with "
     "`%1`, a table, or a function; where it has no answer, the match stays." PATTERN},
    {"len", l_len, "text: string", "integer", "How many bytes a text has; `utf8.len` counts characters."},
    {"lower", l_lower, "text: string", "string", "The text with its letters A to Z in lower case."},
    {"match", l_match, "text: string, pattern: string, init?: integer", "...: string|integer|nil",
     "The captures of the first match, or the match itself where the pattern has none; `nil` where it is not "
     "found." PATTERN},
    {"rep", l_rep, "text: string, n: integer, between?: string", "string",
     "The text `n` times, with another between them."},
    {"reverse", l_reverse, "text: string", "string", "The bytes of a text from the last to the first."},
    {"sub", l_sub, "text: string, i: integer, j?: integer", "string",
     "The bytes from `i` to `j` (default the last); places below 0 count from the end."},
    {"upper", l_upper, "text: string", "string", "The text with its letters a to z in upper case."},
    {0},
};

void sandbox_string_open(lua_State *L) { words_push(L, string_functions); }
