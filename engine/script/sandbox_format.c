/* sandbox_format.c: `string.format`: d i c o u x X a A e E f F g G q s %, each as in Lua's manual, flags, a width and a
 * precision of at most two digits. %p is refused, and %s of what has no text of its own: an address must not reach a
 * result. Numbers are written with a point in every locale. */
#include "script/sandbox.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>

#define SPEC 24  /* "%-+ #099.99lld" fits */
#define ROOM 512 /* "%99.99f" of the largest double: 309 digits, a point, 99 digits */

/* One conversion from '%' to its letter, copied into spec with `modifier` before the letter. */
struct conversion {
    char letter;
    char spec[SPEC];
    bool plain;
    bool precise;
};

static const char *read_digits(lua_State *L, const char *at)
{
    int n = 0;
    while (isdigit((unsigned char)*at)) at++, n++;
    if (n > 2) luaL_error(L, "string.format: a width or precision has at most two digits");
    return at;
}

/* `at` is behind the '%'. */
static const char *read_conversion(lua_State *L, const char *at, struct conversion *c)
{
    const char *start = at;
    at += strspn(at, "-+ #0");
    if (at - start > 5) luaL_error(L, "string.format: repeated flags");
    at = read_digits(L, at);
    c->precise = *at == '.';
    if (c->precise) at = read_digits(L, at + 1);
    size_t n = (size_t)(at - start);
    c->plain = n == 0;
    c->letter = *at;
    const char *modifier = strchr("dioxXu", c->letter) && c->letter ? LUA_INTEGER_FRMLEN : "";
    snprintf(c->spec, sizeof c->spec, "%%%.*s%s%c", (int)n, start, modifier, c->letter ? c->letter : ' ');
    return at;
}

/* --- %q: as Lua would read it back -------------------------------------------------------------------- */

static void quote_text(lua_State *L, int argument, struct scratch *out)
{
    size_t n;
    const char *text = lua_tolstring(L, argument, &n);
    charge(L, n / 4);
    scratch_add(out, "\"", 1);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        char code[8];
        if (c == '"' || c == '\\' || c == '\n') {
            scratch_add(out, "\\", 1);
            scratch_add(out, text + i, 1);
        } else if (c < 0x20 || c == 0x7F) {
            bool digit = i + 1 < n && text[i + 1] >= '0' && text[i + 1] <= '9';
            scratch_add(out, code, (size_t)snprintf(code, sizeof code, digit ? "\\%03d" : "\\%d", c));
        } else
            scratch_add(out, text + i, 1);
    }
    scratch_add(out, "\"", 1);
}

static void quote_number(lua_State *L, int argument, char text[ROOM])
{
    lua_Number x = lua_tonumber(L, argument);
    if (lua_isinteger(L, argument))
        snprintf(text, ROOM, lua_tointeger(L, argument) == LUA_MININTEGER ? "0x%llx" : "%lld",
                 (long long)lua_tointeger(L, argument));
    else if (isinf(x))
        snprintf(text, ROOM, x < 0 ? "-1e9999" : "1e9999");
    else if (isnan(x))
        snprintf(text, ROOM, "(0/0)");
    else
        snprintf(text, ROOM, "%a", x);
    sandbox_point(text);
}

static void quote(lua_State *L, int argument, struct scratch *out)
{
    char text[ROOM];
    switch (lua_type(L, argument)) {
    case LUA_TSTRING: quote_text(L, argument, out); return;
    case LUA_TNUMBER: quote_number(L, argument, text); break;
    case LUA_TBOOLEAN: snprintf(text, sizeof text, "%s", lua_toboolean(L, argument) ? "true" : "false"); break;
    case LUA_TNIL: snprintf(text, sizeof text, "nil"); break;
    default: luaL_argerror(L, argument, "`%q` writes texts, numbers, booleans and nil");
    }
    scratch_add(out, text, strlen(text));
}

/* --- The others --------------------------------------------------------------------------------------- */

static void write_text(lua_State *L, int argument, const struct conversion *c, struct scratch *out)
{
    size_t n;
    int type = lua_type(L, argument);
    if (type == LUA_TNONE) luaL_argerror(L, argument, "no value");
    if (type == LUA_TTABLE || type == LUA_TFUNCTION || type == LUA_TLIGHTUSERDATA)
        luaL_argerror(L, argument,
                      lua_pushfstring(L, "a %s has no text; name one of its values", luaL_typename(L, argument)));
    const char *text = sandbox_tostring(L, argument, &n);
    if (c->plain || (!c->precise && n >= 100)) {
        scratch_add(out, text, n);
    } else {
        luaL_argcheck(L, n == strlen(text), argument, "string contains zeros");
        char *room = lua_newuserdatauv(L, ROOM, 0);
        int made = snprintf(room, ROOM, c->spec, text);
        scratch_add(out, room, (size_t)made);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void write_number(lua_State *L, int argument, const struct conversion *c, struct scratch *out)
{
    char text[ROOM];
    if (c->letter == 'c')
        snprintf(text, sizeof text, c->spec, (int)sandbox_integer(L, argument));
    else if (strchr("dioxXu", c->letter))
        snprintf(text, sizeof text, c->spec, (LUAI_UACINT)sandbox_integer(L, argument));
    else
        snprintf(text, sizeof text, c->spec, (double)sandbox_real(L, argument)), sandbox_point(text);
    size_t n = strlen(text);
    if (c->letter == 'c' && sandbox_integer(L, argument) == 0 && c->plain) n = 1;
    scratch_add(out, text, n);
}

static void convert(lua_State *L, int argument, const struct conversion *c, struct scratch *out)
{
    charge(L, 8);
    if (c->letter && strchr("dioxXuaAeEfFgGc", c->letter))
        write_number(L, argument, c, out);
    else if (c->letter == 's')
        write_text(L, argument, c, out);
    else if (c->letter == 'q' && c->plain)
        quote(L, argument, out);
    else if (c->letter == 'q')
        luaL_error(L, "string.format: `%%q` takes no width or precision");
    else if (c->letter == 'p')
        luaL_error(L, "string.format: `%%p` is not available to rules: an address is another in every run");
    else if (c->letter)
        luaL_error(L, "string.format: `%%` before `%c` is no conversion; a percent sign is `%%%%`", c->letter);
    else
        luaL_error(L, "string.format: the text ends in the middle of a conversion; a percent sign is `%%%%`");
}

int l_format(lua_State *L)
{
    size_t n;
    const char *at = luaL_checklstring(L, 1, &n), *end = at + n;
    int given = lua_gettop(L), argument = 1;
    struct scratch out;
    scratch_open(&out, L, n + 64);
    while (at < end) {
        const char *percent = memchr(at, '%', (size_t)(end - at));
        scratch_add(&out, at, (size_t)((percent ? percent : end) - at));
        if (!percent) break;
        at = percent + 1;
        if (*at == '%') {
            scratch_add(&out, at++, 1);
            continue;
        }
        struct conversion c;
        at = read_conversion(L, at, &c);
        if (++argument > given && c.letter && strchr("dioxXuaAeEfFgGcsq", c.letter))
            return luaL_error(L, "string.format: no value for `%%%c`, the %d. conversion", c.letter, argument - 1);
        convert(L, argument, &c, &out);
        at++;
    }
    scratch_push(&out);
    return 1;
}
