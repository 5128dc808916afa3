/* straight.c: which of the declared functions run straight through. Counting costs a rule that only asks and answers
 * more than a third of its time in Lua, and tells nothing: where nothing can run twice, no more instructions are used
 * than the text is long.
 *
 * Straight is a function whose text has no loop, no `goto` and no function within it, and that reaches no function
 * written in Lua: its upvalues are plain values, the engine's functions, and its _ENV, which holds nothing else.
 * (Evidence and parameters are the engine's too.) So it can neither go back nor be called again. What its calls do is
 * charged as ever.
 *
 * The text is read by a lexer that is not Lua's own. Both count lines and comments alike as long as no carriage return
 * stands alone; a file with one has no straight functions.
 */
#include "base/mem.h"
#include "script/sandbox.h"

#define MOST_BYTES 4096 /* nothing looks at the clock in it but what it calls, and one comparison of long texts takes a while */
#define STEPS_A_BYTE 4 /* `a<b` makes six of three bytes: two globals, a comparison, a jump, true and false */

struct straight { /* a set of the functions' addresses, open addressing */
    size_t mask;
    size_t longest; /* in bytes of text */
    const void *slots[];
};

void straight_free(struct script *s)
{
    mem_free(s->straight);
    s->straight = NULL;
    s->straight_numbers = NULL;
}

static size_t slot_of(const struct straight *x, const void *function)
{
    size_t at = ((uintptr_t)function >> 4) * 0x9E3779B97F4A7C15u >> 20 & x->mask;
    while (x->slots[at] && x->slots[at] != function) at = (at + 1) & x->mask;
    return at;
}

static bool affords(const struct script *s)
{
    return s->limits.instructions == 0 || s->limits.instructions / STEPS_A_BYTE >= s->straight->longest;
}

bool straight_function(const struct script *s, const void *function)
{
    return s->straight && s->straight->slots[slot_of(s->straight, function)] && affords(s);
}

/* --- Is it? ---------------------------------------------------------------------------------------------- */

static bool lines_are_certain(struct str text)
{
    for (const char *at = text.s, *end = at + text.n; (at = memchr(at, '\r', (size_t)(end - at))) != NULL; at++)
        if (at + 1 == end || at[1] != '\n') return false;
    return true;
}

/* Functions are declared from the top of a file to its end, so the next is looked for where the last one ended. */
struct cursor {
    struct lexer lexer; /* text.s NULL: nowhere yet */
    int line;           /* all up to and with it was passed */
};

static void move_to(struct cursor *c, struct str text, int line)
{
    if (c->lexer.text.s == text.s && c->line < line) return;
    lexer_init(&c->lexer, text);
    c->line = 0;
}

static bool goes_back(struct str text, const struct token *t)
{
    return lexer_is(text, t, "for") || lexer_is(text, t, "while") || lexer_is(text, t, "repeat") ||
           lexer_is(text, t, "goto");
}

/* Is there one function, and no word that goes back, on the lines of the function? Lua counts them from the bracket of
 * its parameters, which may stand below the word `function`: so brackets are what is counted here. */
static bool text_is_straight(struct cursor *c, struct str text, int from, int until, size_t *bytes)
{
    struct token t;
    int functions = 0;
    size_t start = 0;
    bool back = false, opens = false; /* opens: behind `function`, before its bracket */
    move_to(c, text, from);
    for (struct lexer x = c->lexer; lexer_next(&x, &t) && t.line <= until; c->lexer = x) {
        bool bracket = opens && lexer_is(text, &t, "(");
        opens = (opens && !bracket) || lexer_is(text, &t, "function");
        if (t.line < from) continue;
        if (start == 0) start = t.start + 1;
        *bytes = t.start + t.length - start + 1;
        functions += bracket;
        back = back || goes_back(text, &t);
    }
    c->line = until;
    return functions == 1 && !back;
}

/* Do the upvalues of the function at the top lead to no code but the engine's? */
static bool reaches_no_lua(lua_State *L)
{
    const char *name;
    for (int i = 1; (name = lua_getupvalue(L, -1, i)) != NULL; i++) {
        bool harmless =
            strcmp(name, "_ENV") == 0 || (!lua_istable(L, -1) && !lua_isfunction(L, -1)) || lua_iscfunction(L, -1);
        lua_pop(L, 1);
        if (!harmless) return false;
    }
    return true;
}

static struct str text_of(const struct script *s, const lua_Debug *ar)
{
    for (size_t i = 0; i < s->file_count; i++)
        if (ar->source[0] == '@' && strcmp(s->files[i], ar->source + 1) == 0) return s->texts[i];
    return (struct str){NULL, 0};
}

/* The function at the top. */
static bool is_straight(lua_State *L, struct cursor *c, size_t *bytes)
{
    lua_Debug ar;
    lua_pushvalue(L, -1);
    if (!lua_getinfo(L, ">S", &ar) || *ar.what != 'L' || !reaches_no_lua(L)) return false;
    struct str text = text_of(script_of(L), &ar);
    return text.s && lines_are_certain(text) && text_is_straight(c, text, ar.linedefined, ar.lastlinedefined, bytes);
}

void straight_find(lua_State *L)
{
    struct script *s = script_of(L);
    size_t capacity = 16, count = (size_t)s->function_count;
    straight_free(s);
    while (capacity < 2 * count + 1) capacity *= 2;
    s->straight = mem_zero(1, sizeof *s->straight + capacity * sizeof s->straight->slots[0] + count);
    if (!s->straight) budget_starve(L);
    s->straight->mask = capacity - 1;
    bool *numbers = (bool *)(s->straight->slots + capacity); /* the same by number */
    struct cursor cursor = {0};
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->functions);
    for (int i = 0; i < s->function_count; i++) {
        size_t bytes = 0;
        lua_rawgeti(L, -1, i + 1);
        if (is_straight(L, &cursor, &bytes) && bytes <= MOST_BYTES) {
            const void *function = lua_topointer(L, -1);
            s->straight->slots[slot_of(s->straight, function)] = function;
            numbers[i] = true;
            if (bytes > s->straight->longest) s->straight->longest = bytes;
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    if (!affords(s)) memset(numbers, 0, count);
    s->straight_numbers = numbers;
}
