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

enum { LONGEST = 64 }; /* of an id, str_is_id */

struct names_said { struct str *names; size_t count; };

static void say(struct names_said *said, const char *s, size_t n)
{
    if (said->names) said->names[said->count] = (struct str){s, n};
    said->count++;
}

static bool in_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Behind a dot of a message, up to a character that is in no name: {p.most}. An id may go on behind a `-`, or be over there. */
static void say_shown(struct names_said *said, const char *from, const char *end)
{
    const char *far = end - from > LONGEST + 1 ? from + LONGEST + 1 : end;
    for (const char *p = from; p < far && (in_name(*p) || *p == '-'); p++)
        if (p + 1 < far && !in_name(p[1])) say(said, from, (size_t)(p + 1 - from));
}

static void say_text(struct names_said *said, struct str text)
{
    say(said, text.s, text.n);
    for (size_t i = 0; i < text.n; i++)
        if (text.s[i] == '.') say_shown(said, text.s + i + 1, text.s + text.n);
}

size_t mention_names(struct str text, struct str *names)
{
    struct lexer x;
    struct token t;
    struct names_said said = {names, 0};
    bool field = false; /* behind a dot */
    for (lexer_init(&x, text); lexer_next(&x, &t); field = lexer_is(text, &t, ".")) {
        if (t.kind == TOKEN_NAME && field) say(&said, text.s + t.start, t.length);
        if (t.kind == TOKEN_STRING) say_text(&said, inside(text, &t));
    }
    return said.count;
}

static void say_id(struct names_said *said, struct str text)
{
    say(said, text.s, text.n);
    for (size_t i = 0; i < text.n && i <= 2 * LONGEST + 1; i++)
        if (text.s[i] == '/') say(said, text.s, i);
}

size_t mention_ids(struct str text, struct str *ids)
{
    struct lexer x;
    struct token t;
    struct names_said said = {ids, 0};
    for (lexer_init(&x, text); lexer_next(&x, &t);)
        if (t.kind == TOKEN_STRING) say_id(&said, inside(text, &t));
    return said.count;
}
