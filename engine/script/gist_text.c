/* gist_text.c: a string of Lua, from its spelling to what it says. */
#include "script/gist.h"

struct spelling {
    struct str token;
    size_t at, end; /* between the quotes */
    char *out;
    size_t length;
};

static void put(struct spelling *s, char c) { s->out[s->length++] = c; }
static char peek(const struct spelling *s) { return s->at < s->end ? s->token.s[s->at] : '\0'; }

static int digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static uint32_t number(struct spelling *s, int base, int most)
{
    uint32_t value = 0;
    for (int i = 0, d; i < most && (d = digit(peek(s))) >= 0 && d < base; i++, s->at++)
        value = value * (uint32_t)base + (uint32_t)d;
    return value;
}

/* UTF-8, of no more bytes than \u{…} takes in the file. */
static void put_code(struct spelling *s, uint32_t c)
{
    if (c < 0x80) {
        put(s, (char)c);
        return;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    put(s, (char)((0xF0u << (3 - more)) | (c >> (6 * more))));
    while (more-- > 0) put(s, (char)(0x80u | ((c >> (6 * more)) & 0x3Fu)));
}

static void pass_blanks(struct spelling *s)
{
    while (s->at < s->end && strchr(" \t\n\v\f\r", peek(s))) s->at++;
}

static void put_line_end(struct spelling *s, char c)
{
    if ((peek(s) == '\n' || peek(s) == '\r') && peek(s) != c) s->at++;
    put(s, '\n');
}

/* Behind the backslash. */
static void escape(struct spelling *s)
{
    static const char letters[] = "abfnrtv", means[] = "\a\b\f\n\r\t\v";
    char c = peek(s);
    const char *found = c ? strchr(letters, c) : NULL;
    if (digit(c) >= 0 && digit(c) < 10) {
        put(s, (char)number(s, 10, 3));
        return;
    }
    s->at++;
    if (found)
        put(s, means[found - letters]);
    else if (c == 'x')
        put(s, (char)number(s, 16, 2));
    else if (c == 'z')
        pass_blanks(s);
    else if (c == 'u' && peek(s) == '{') {
        s->at++;
        put_code(s, number(s, 16, 6));
        s->at += peek(s) == '}';
    } else if (c == '\n' || c == '\r')
        put_line_end(s, c);
    else
        put(s, c);
}

static struct str bracketed(struct str token)
{
    size_t level = 1;
    while (level < token.n && token.s[level] == '=') level++;
    struct str inner = {token.s + level + 1, token.n > 2 * (level + 1) ? token.n - 2 * (level + 1) : 0};
    for (int i = 0; i < 2 && inner.n && (*inner.s == '\r' || *inner.s == '\n') && (i == 0 || *inner.s != inner.s[-1]);
         i++)
        inner = (struct str){inner.s + 1, inner.n - 1}; /* the first line end is none */
    return inner;
}

struct str gist_text(struct str token, struct arena *arena)
{
    if (token.n < 2) return (struct str){"", 0};
    if (token.s[0] == '[') return bracketed(token);
    if (!memchr(token.s, '\\', token.n)) return (struct str){token.s + 1, token.n - 2};
    struct spelling s = {token, 1, token.n - 1, arena_alloc(arena, token.n), 0};
    while (s.at < s.end) {
        char c = token.s[s.at++];
        if (c == '\\')
            escape(&s);
        else
            put(&s, c);
    }
    return (struct str){s.out, s.length};
}
