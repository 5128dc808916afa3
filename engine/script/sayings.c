/* sayings.c: see sayings.h. Tokens and how they nest, no grammar: asked only of files that were compiled. */
#include "script/sayings.h"
#include "peel.h"
#include "script/state.h"

enum {
    FUNCTIONS = 64, /* of a file, that rules name */
    KEPT = 128      /* of all that have a name; what is beyond is looked for again */
};

struct function {
    struct str name;
    struct lexer x; /* behind what opens it */
    struct token opens;
    uint32_t start;
};
struct scan { /* of a file, from function to function */
    struct lexer x;
    struct token before, last;
};
struct saying {
    struct str text;
    unsigned said;
    uint32_t seen[FUNCTIONS]; /* where functions begin that were looked into */
    int seen_count;
    struct function kept[KEPT]; /* found so far: every name of a rule is looked for, and few are functions */
    int kept_count;
    struct scan scan; /* behind those */
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

/* The next `function NAME` or `NAME = function`. */
static bool next_function(const struct saying *s, struct scan *c, struct function *f)
{
    for (struct token t; lexer_next(&c->x, &t);) {
        struct token before = c->before, last = c->last;
        bool named = lexer_is(s->text, &last, "function") && t.kind == TOKEN_NAME;
        bool given = lexer_is(s->text, &t, "function") && lexer_is(s->text, &last, "=");
        c->before = last, c->last = t;
        if (!named && !given) continue;
        *f = (struct function){spelled(s, named ? &t : &before), c->x, named ? last : t, t.start};
        return true;
    }
    return false;
}

/* Once. */
static void enter(struct saying *s, struct function f)
{
    for (int i = 0; i < s->seen_count; i++)
        if (s->seen[i] == f.start) return;
    if (s->seen_count == FUNCTIONS) return;
    s->seen[s->seen_count++] = f.start;
    look_into(s, f.x, f.opens);
}

static const struct function *kept(const struct saying *s, struct str name)
{
    for (int i = 0; i < s->kept_count; i++)
        if (str_eq(s->kept[i].name, name)) return &s->kept[i];
    return NULL;
}

/* The first of a name: there are as many `judge = function` as there are rules. False: there is no room. */
static bool keep(struct saying *s, const struct function *f)
{
    if (kept(s, f->name)) return true;
    if (s->kept_count == KEPT) return false;
    s->kept[s->kept_count++] = *f;
    return true;
}

/* Wherever in the file: the first of that name. */
static void look_for(struct saying *s, struct str name)
{
    struct function f;
    struct scan scan = s->scan;
    bool found = kept(s, name) != NULL, room = true;
    if (found) f = *kept(s, name);
    while (!found && next_function(s, &scan, &f)) {
        found = str_eq(f.name, name);
        room = room && keep(s, &f);
        if (room) s->scan = scan;
    }
    if (room) s->scan = scan;
    if (found) enter(s, f);
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
    struct saying s = {.text = text, .scan = {.before = {.kind = TOKEN_END}, .last = {.kind = TOKEN_END}}};
    struct lexer x;
    struct token t;
    lexer_init(&x, text);
    s.scan.x = x;
    while (lexer_next(&x, &t) && t.line <= line)
        if (t.line == line && lexer_is(text, &t, "characteristic")) {
            look_at_judge(&s, x);
            break;
        }
    return s.said;
}
