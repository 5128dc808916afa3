/* mention.c: see mention.h. By the tokens of the file, so that comments do not count. */
#include "script/mention.h"
#include "script/state.h"

/* What stands between the quotes or brackets. */
static struct str inside(struct str text, const struct token *t)
{
    struct str s = {text.s + t->start, t->length};
    size_t edge = 1;
    if (s.s[0] == '[')
        while (s.s[edge] == '=') edge++;
    edge += s.s[0] == '[';
    return s.n >= 2 * edge ? (struct str){s.s + edge, s.n - 2 * edge} : s;
}

static bool in_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* ".name" in a message. */
static bool shows(struct str message, struct str name)
{
    for (size_t i = 0; i + 1 + name.n < message.n; i++)
        if (message.s[i] == '.' && memcmp(message.s + i + 1, name.s, name.n) == 0 && !in_name(message.s[i + 1 + name.n])) return true;
    return false;
}

bool mention_name(struct str text, struct str name)
{
    struct lexer x;
    struct token t;
    bool field = false; /* behind a dot */
    for (lexer_init(&x, text); lexer_next(&x, &t); field = lexer_is(text, &t, ".")) {
        if (t.kind == TOKEN_NAME && field && str_eq((struct str){text.s + t.start, t.length}, name)) return true;
        if (t.kind == TOKEN_STRING && (str_eq(inside(text, &t), name) || shows(inside(text, &t), name))) return true;
    }
    return false;
}

size_t mention_id(struct str text, struct str id)
{
    struct lexer x;
    struct token t;
    size_t count = 0;
    for (lexer_init(&x, text); lexer_next(&x, &t);) {
        if (t.kind != TOKEN_STRING) continue;
        struct str s = inside(text, &t);
        count += str_eq(s, id) || (s.n > id.n && s.s[id.n] == '/' && memcmp(s.s, id.s, id.n) == 0);
    }
    return count;
}
