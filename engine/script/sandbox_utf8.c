/* sandbox_utf8.c: `utf8`: char charpattern codepoint len codes offset, strict as in Lua's manual (no lax mode: what is
 * not UTF-8 is an error or nil). */
#include "script/sandbox.h"

/* The code point at s, and how many bytes it takes (0: none starts here). */
static size_t decode(const unsigned char *s, size_t n, uint32_t *code)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (n == 0 || (s[0] >= 0x80 && s[0] < 0xC2) || s[0] > 0xF4) return 0;
    size_t length = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    if (length > n) return 0;
    uint32_t c = length == 1 ? s[0] : s[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xC0) != 0x80) return 0;
        c = c << 6 | (s[i] & 0x3F);
    }
    if (c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return 0;
    *code = c;
    return length;
}

static lua_Integer position(lua_Integer i, size_t n)
{
    if (i >= 0) return i;
    return (lua_Unsigned)0 - (lua_Unsigned)i > n ? 0 : (lua_Integer)n + i + 1;
}

static bool inside(const char *s, size_t n, lua_Integer i)
{
    return i >= 0 && (size_t)i < n && ((unsigned char)s[i] & 0xC0) == 0x80;
}

static int l_len(lua_State *L)
{
    size_t n;
    const char *s = luaL_checklstring(L, 1, &n);
    lua_Integer i = position(sandbox_optional(L, 2, 1), n), j = position(sandbox_optional(L, 3, -1), n), count = 0;
    luaL_argcheck(L, 1 <= i && i <= (lua_Integer)n + 1, 2, "initial position out of bounds");
    luaL_argcheck(L, j <= (lua_Integer)n, 3, "final position out of bounds");
    charge(L, n / 4);
    for (i--, j--; i <= j; count++) {
        uint32_t code;
        size_t length = decode((const unsigned char *)s + i, n - (size_t)i, &code);
        if (length == 0) {
            lua_pushnil(L);
            lua_pushinteger(L, i + 1);
            return 2;
        }
        i += (lua_Integer)length;
    }
    lua_pushinteger(L, count);
    return 1;
}

static int l_codepoint(lua_State *L)
{
    size_t n;
    const char *s = luaL_checklstring(L, 1, &n);
    lua_Integer i = position(sandbox_optional(L, 2, 1), n), j = position(sandbox_optional(L, 3, i), n);
    luaL_argcheck(L, i >= 1, 2, "out of bounds");
    luaL_argcheck(L, j <= (lua_Integer)n, 3, "out of bounds");
    int count = 0;
    if (i > j) return 0;
    if (j - i >= 1000000 || !lua_checkstack(L, (int)(j - i) + 1))
        return luaL_error(L, "utf8.codepoint: too many characters at once");
    charge(L, (uint64_t)(j - i + 1));
    for (i--; i < j; count++) {
        uint32_t code;
        size_t length = decode((const unsigned char *)s + i, n - (size_t)i, &code);
        if (length == 0) return luaL_error(L, "invalid UTF-8 code");
        lua_pushinteger(L, code);
        i += (lua_Integer)length;
    }
    return count;
}

static void add_code(struct scratch *out, uint32_t c)
{
    if (c < 0x80) {
        *scratch_room(out, 1) = (char)c;
        return;
    }
    size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    char *to = scratch_room(out, length);
    for (size_t i = length; i-- > 1; c >>= 6) to[i] = (char)(0x80 | (c & 0x3F));
    to[0] = (char)((0xF00u >> length) | c);
}

static int l_char(lua_State *L)
{
    int n = lua_gettop(L);
    struct scratch out;
    charge(L, (uint64_t)n);
    scratch_open(&out, L, 4 * (size_t)n);
    for (int i = 1; i <= n; i++) {
        lua_Integer c = sandbox_integer(L, i);
        luaL_argcheck(L, 0 <= c && c <= 0x10FFFF, i, "value out of range");
        add_code(&out, (uint32_t)c);
    }
    scratch_push(&out);
    return 1;
}

static int l_offset(lua_State *L)
{
    size_t size;
    const char *s = luaL_checklstring(L, 1, &size);
    lua_Integer n = sandbox_integer(L, 2), length = (lua_Integer)size;
    lua_Integer at = position(sandbox_optional(L, 3, n > 0 ? 1 : length + 1), size) - 1;
    luaL_argcheck(L, 0 <= at && at <= length, 3, "position out of bounds");
    charge(L, size / 4);
    if (n != 0 && inside(s, size, at)) return luaL_error(L, "initial position is a continuation byte");
    if (n == 0) {
        while (at > 0 && inside(s, size, at)) at--;
    } else if (n < 0) {
        for (; n < 0 && at > 0; n++) do
                at--;
            while (at > 0 && inside(s, size, at));
    } else {
        for (n--; n > 0 && at < length; n--) do
                at++;
            while (inside(s, size, at));
    }
    if (n == 0)
        lua_pushinteger(L, at + 1);
    else
        lua_pushnil(L);
    return 1;
}

static int l_next_code(lua_State *L)
{
    size_t n;
    const char *s = luaL_checklstring(L, 1, &n);
    lua_Integer at = sandbox_integer(L, 2); /* of the character before, from 1; 0 at first */
    uint32_t code;
    if (at > 0 && (size_t)at <= n)
        while (inside(s, n, at)) at++;
    if (at < 0 || (size_t)at >= n) return 0;
    size_t length = decode((const unsigned char *)s + at, n - (size_t)at, &code);
    if (length == 0) return luaL_error(L, "invalid UTF-8 code");
    lua_pushinteger(L, at + 1);
    lua_pushinteger(L, code);
    return 2;
}

static int l_codes(lua_State *L)
{
    luaL_checkstring(L, 1);
    luaL_argcheck(L, !inside(lua_tostring(L, 1), lua_rawlen(L, 1), 0), 1, "invalid UTF-8 code");
    lua_pushcfunction(L, l_next_code);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

const struct word utf8_functions[] = {
    {"char", l_char, "...: integer", "string",
     "The text of characters that are given by their code points, up to 0x10FFFF."},
    {"codepoint", l_codepoint, "text: string, i?: integer, j?: integer", "...: integer",
     "The code points of the characters that begin from byte `i` (default 1) to byte `j` (default `i`). Bytes that are "
     "no "
     "UTF-8 are an error."},
    {"codes", l_codes, "text: string", "fun(text: string, at?: integer): (integer, integer), string, integer",
     "Goes over the characters: `for at, code in utf8.codes(text) do`. Bytes that are no UTF-8 are an error."},
    {"len", l_len, "text: string, i?: integer, j?: integer", "integer?, at: integer?",
     "How many characters begin from byte `i` (default 1) to byte `j` (default the last); of what is no UTF-8 `nil` "
     "and the "
     "place of its first such byte."},
    {"offset", l_offset, "text: string, n: integer, i?: integer", "integer?",
     "The byte at which the n-th character begins, counted from byte `i`; backwards where `n` is below 0; `nil` where "
     "there "
     "is none."},
    KEY("charpattern", "string", "A pattern that matches one character of UTF-8."),
    {0},
};

void sandbox_utf8_open(lua_State *L)
{
    words_push(L, utf8_functions);
    lua_pushlstring(L, "[\0-\x7F\xC2-\xFD][\x80-\xBF]*", 14);
    lua_setfield(L, -2, "charpattern");
}
