/* mutation.c: see mutation.h. Asked only of files that were compiled. */
#include "script/mutation.h"
#include "script/state.h"

struct making {
    struct str text;
    struct arena *arena;
    struct mutations *to;
    size_t capacity;
};

static void add(struct making *m, const struct token *t, uint32_t length, const char *with, const char *what)
{
    struct mutations *to = m->to;
    if (to->count == m->capacity) {
        size_t capacity = m->capacity ? 2 * m->capacity : 64;
        struct mutation *list = arena_alloc(m->arena, capacity * sizeof *list);
        if (to->count) memcpy(list, to->list, to->count * sizeof *list);
        to->list = list;
        m->capacity = capacity;
    }
    to->list[to->count++] = (struct mutation){t->start, length, with, what, t->line};
}

struct pair {
    const char *from, *to;
};

static const char *other_of(const struct making *m, const struct token *t, const struct pair *pairs)
{
    for (; pairs->from; pairs++)
        if (lexer_is(m->text, t, pairs->from)) return pairs->to;
    return NULL;
}

static void exchange(struct making *m, const struct token *t, const char *with)
{
    if (with)
        add(m, t, t->length, with,
            arena_printf(m->arena, "`%s` in place of `%.*s`", with, (int)t->length, m->text.s + t->start));
}

/* `cap "id" { … },` with its comma: from behind the word to behind the separator. */
static void drop_cap(struct making *m, struct lexer x, const struct token *cap)
{
    struct token name, t;
    int depth = 0;
    if (!lexer_next(&x, &name) || name.kind != TOKEN_STRING) return;
    do {
        if (!lexer_next(&x, &t)) return;
        depth += lexer_nesting(m->text, &t);
    } while (depth > 0);
    struct lexer ahead = x;
    struct token after;
    if (lexer_next(&ahead, &after) && (lexer_is(m->text, &after, ",") || lexer_is(m->text, &after, ";"))) x = ahead;
    add(m, cap, x.at - cap->start, "",
        arena_printf(m->arena, "without cap %.*s", (int)name.length, m->text.s + name.start));
}

static void look_at(struct making *m, const struct lexer *x, const struct token *before, const struct token *t)
{
    static const struct pair methods[] = {{"at_least", "below"},
                                          {"below", "at_least"},
                                          {"at_most", "above"},
                                          {"above", "at_most"},
                                          {"surely_at_least", "surely_below"},
                                          {"surely_below", "surely_at_least"},
                                          {NULL, NULL}};
    static const struct pair operators[] = {{">=", "<"},  {"<", ">="},  {">", "<="}, {"<=", ">"},
                                            {"==", "~="}, {"~=", "=="}, {NULL, NULL}};
    static const struct pair answers[] = {
        {"met", "not_met"}, {"partly_met", "not_met"}, {"not_met", "met"}, {NULL, NULL}};
    struct lexer ahead = *x;
    struct token after;
    bool more = lexer_next(&ahead, &after), method = lexer_is(m->text, before, ":");
    bool field = method || lexer_is(m->text, before, "."), texts = more && after.kind == TOKEN_STRING;
    if (t->kind == TOKEN_PUNCTUATION)
        exchange(m, t, other_of(m, t, operators));
    else if (t->kind == TOKEN_NAME && method)
        exchange(m, t, other_of(m, t, methods));
    else if (t->kind == TOKEN_NAME && !field && more && (texts || lexer_is(m->text, &after, "(")))
        exchange(m, t, other_of(m, t, answers));
    if (!field && texts && lexer_is(m->text, t, "cap")) drop_cap(m, *x, t);
}

void script_mutations(struct str text, struct arena *arena, struct mutations *to)
{
    struct making m = {text, arena, to, 0};
    struct token before = {.kind = TOKEN_END}, t;
    struct lexer x;
    *to = (struct mutations){NULL, 0};
    lexer_init(&x, text);
    for (; lexer_next(&x, &t); before = t) look_at(&m, &x, &before, &t);
}

/* From behind `{` to before the comma that ends the first item. */
static bool first_item(struct lexer x, uint32_t *start, uint32_t *length)
{
    struct token t;
    int depth = 0;
    *length = 0;
    while (lexer_next(&x, &t)) {
        if (depth == 0 && (lexer_is(x.text, &t, ",") || lexer_is(x.text, &t, ";") || lexer_is(x.text, &t, "}")))
            return *length > 0;
        if (*length == 0) *start = t.start;
        *length = t.start + t.length - *start;
        depth += lexer_nesting(x.text, &t);
    }
    return false;
}

bool script_parameter_value(struct str text, int line, struct str name, uint32_t *start, uint32_t *length)
{
    struct lexer x, ahead;
    struct token t, u;
    lexer_init(&x, text);
    while (lexer_next(&x, &t)) {
        if (t.line < line || t.kind != TOKEN_NAME || !str_eq((struct str){text.s + t.start, t.length}, name)) continue;
        ahead = x;
        if (lexer_next(&ahead, &u) && lexer_is(text, &u, "=") && lexer_next(&ahead, &u) && lexer_is(text, &u, "{"))
            return first_item(ahead, start, length);
    }
    return false;
}
