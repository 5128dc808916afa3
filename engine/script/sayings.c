/* sayings.c: see sayings.h. Tokens and how they nest, no grammar: asked only of files that were compiled. */
#include "script/sayings.h"
#include "peel.h"
#include "script/state.h"

enum { FUNCTIONS = 64 }; /* of a file, that rules name */

struct saying {
    struct str text;
    unsigned said;
    uint32_t seen[FUNCTIONS]; /* where functions begin that were looked into */
    int seen_count;
};

static struct str spelled(const struct saying *s, const struct token *t)
{
    return (struct str){s->text.s + t->start, t->length};
}

/* The outcome of a word that answers; PEEL_OUTCOMES: it is none. */
static int outcome_of(struct str word)
{
    static const char *const words[] = {"met", "partly_met", "not_met", "not_applicable", "no_evidence"};
    for (int i = 0; i < 5; i++)
        if (str_is(word, words[i])) return i;
    return PEEL_OUTCOMES;
}

static bool opens_text(const struct saying *s, const struct token *t)
{
    return t->kind == TOKEN_STRING || lexer_is(s->text, t, "(");
}

static void look_into(struct saying *s, struct lexer x, struct token t);

/* `function NAME` or `NAME = function`, wherever in the file: look into it, once. */
static void look_for(struct saying *s, struct str name)
{
    struct lexer x;
    struct token before = {.kind = TOKEN_END}, last = before, t;
    lexer_init(&x, s->text);
    for (; lexer_next(&x, &t); before = last, last = t) {
        bool named = lexer_is(s->text, &last, "function") && t.kind == TOKEN_NAME && str_eq(spelled(s, &t), name);
        bool given =
            lexer_is(s->text, &t, "function") && lexer_is(s->text, &last, "=") && str_eq(spelled(s, &before), name);
        if (!named && !given) continue;
        for (int i = 0; i < s->seen_count; i++)
            if (s->seen[i] == t.start) return;
        if (s->seen_count == FUNCTIONS) return;
        s->seen[s->seen_count++] = t.start;
        struct token function = last;
        look_into(s, x, given ? t : function);
        return;
    }
}

/* From the token t that opens something to where that ends. */
static void look_into(struct saying *s, struct lexer x, struct token t)
{
    struct token before = {.kind = TOKEN_END}, after;
    int depth = lexer_nesting(s->text, &t);
    while (depth > 0 && lexer_next(&x, &t)) {
        depth += lexer_nesting(s->text, &t);
        bool field = lexer_is(s->text, &before, ".") || lexer_is(s->text, &before, ":");
        struct lexer ahead = x;
        before = t;
        if (t.kind != TOKEN_NAME || field || !lexer_next(&ahead, &after)) continue;
        int outcome = outcome_of(spelled(s, &t));
        if (outcome < PEEL_OUTCOMES && opens_text(s, &after))
            s->said |= 1u << outcome;
        else if (outcome == PEEL_OUTCOMES)
            look_for(s, spelled(s, &t));
    }
}

/* Behind `judge =` of the table that opens next: a function, or the name of one. */
static void look_at_judge(struct saying *s, struct lexer x)
{
    struct token before = {.kind = TOKEN_END}, last = before, t;
    int depth = 0;
    while (lexer_next(&x, &t)) {
        depth += lexer_nesting(s->text, &t);
        if (depth <= 0 && lexer_is(s->text, &t, "}")) return;
        bool judge = lexer_is(s->text, &last, "=") && lexer_is(s->text, &before, "judge") && depth <= 2;
        before = last;
        last = t;
        if (!judge) continue;
        if (lexer_is(s->text, &t, "function"))
            look_into(s, x, t);
        else
            look_for(s, spelled(s, &t));
        return;
    }
}

unsigned script_sayings(struct str text, int line)
{
    struct saying s = {.text = text};
    struct lexer x;
    struct token t;
    lexer_init(&x, text);
    while (lexer_next(&x, &t) && t.line <= line)
        if (t.line == line && lexer_is(text, &t, "characteristic")) {
            look_at_judge(&s, x);
            break;
        }
    return s.said;
}
