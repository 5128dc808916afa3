/* scope.c: what the names in a file mean, as far as its text tells. It follows Lua's blocks over the tokens of a file
 * that Lua has compiled, so it knows which locals can be seen where, and holds to that: the placeholders of messages,
 * p.<name> and force.<name>, names that nobody declared, methods that nothing has, answers that are not returned.
 *
 * It errs on the side of silence: what it cannot follow (a word renamed, a text put together) is told when the rule
 * runs. A local is taken to begin at its name, a little before Lua has it begin.
 */
#include "base/mem.h"
#include "script/declare.h"
#include "script/message.h"
#include "script/slips.h"
#include <stdio.h>

enum { NAMES = 2048, BLOCKS = 512, DEPTH = 128, USES = 4096 };

enum role { ROLE_PLAIN, ROLE_FORCE, ROLE_PARAMETERS };
struct name {
    struct str id;
    uint32_t function;
    enum role role;
};
struct block {
    char kind;
    uint32_t names;
}; /* '(' '{' '[' bracket, 'f' function, 'w' a loop that waits for its `do`, 'u' one whose condition is under way, 'b'
      any other */
struct use {
    struct str id;
    uint32_t function;
};

struct pending { /* a placeholder that names a local of an outer function: right if the function uses that name besides
                  */
    struct use use;
    struct token token; /* of the placeholder */
};

struct scope {
    struct script *s;
    struct lexer lexer;
    struct token t, before, before_that; /* the token at hand and those before it */
    struct name names[NAMES];
    uint32_t name_count; /* that can be seen here */
    struct use declared[USES];
    uint32_t declared_count; /* every declaration of the file */
    struct use captured[USES];
    uint32_t captured_count; /* names of outer functions that a function uses */
    struct block blocks[BLOCKS];
    uint32_t block_count;
    uint32_t functions[DEPTH], depth, function_count; /* those that stand around here, by number */
    struct pending pending[NAMES];
    uint32_t pending_count;
    struct literal literals[NAMES];
    uint32_t literal_functions[NAMES], literal_count;
    struct use unknown[32]; /* names that were told: once in a function is enough */
    uint32_t unknown_count;
    struct slips slips;
    bool lost; /* too large to follow */
};

/* --- Telling ---------------------------------------------------------------------------------------------------- */

static struct str text_of(const struct scope *x, const struct token *t)
{
    return (struct str){x->lexer.text.s + t->start, t->length};
}
static inline bool is(const struct scope *x, const struct token *t, const char *word)
{
    return lexer_is(x->lexer.text, t, word);
}

/* code: of lint/codes.h, which is of packs; NULL: it has none. */
static void tell_as(struct scope *x, enum severity severity, const char *code, const struct token *t, const char *hint,
                    const char *message)
{
    struct loading *loading = &x->s->loading;
    struct place place = lexer_place(loading->file, loading->text, t);
    struct diag *diag = diag_add(loading->diags, severity, place, hint, "%s", message);
    struct str line = diag ? lexer_line(loading->text, place.line) : (struct str){NULL, 0};
    if (line.s) diag_excerpt(diag, line.s, line.n);
    if (diag && code && !loading->kind) snprintf(diag->code, sizeof diag->code, "%s", code);
}

static void tell(struct scope *x, const struct token *t, const char *hint, const char *message)
{
    tell_as(x, DIAG_ERROR, NULL, t, hint, message);
}

/* What ends one rule, where it is reached, and not the pack. */
static void tell_slip(struct scope *x, const char *code, const struct token *t, const char *hint, const char *message)
{
    tell_as(x, DIAG_SLIP, code, t, hint, message);
}

static void tell_unknown(struct scope *x, enum severity severity, const struct token *t, const char *message,
                         struct str want, const struct str *known, size_t count)
{
    char hint[DIAG_HINT];
    int nearest = str_nearest(want, known, count);
    if (nearest >= 0) snprintf(hint, sizeof hint, "did you mean %.*s?", (int)known[nearest].n, known[nearest].s);
    tell_as(x, severity, severity == DIAG_SLIP ? "P101" : NULL, t, nearest >= 0 ? hint : NULL, message);
}

/* --- Names ----------------------------------------------------------------------------------------------------------
 */

static uint32_t here(const struct scope *x) { return x->depth ? x->functions[x->depth - 1] : 0; }

static void note(struct scope *x, struct use *list, uint32_t *count, struct str id, uint32_t function)
{
    if (*count == USES)
        x->lost = true;
    else
        list[(*count)++] = (struct use){id, function};
}

static void declare_name(struct scope *x, struct str id, enum role role)
{
    note(x, x->declared, &x->declared_count, id, here(x));
    if (x->name_count == NAMES)
        x->lost = true;
    else
        x->names[x->name_count++] = (struct name){id, here(x), role};
}

static const struct name *find_name(const struct scope *x, struct str id)
{
    for (uint32_t i = x->name_count; i-- > 0;)
        if (str_eq(x->names[i].id, id)) return &x->names[i];
    return NULL;
}

static uint32_t count_uses(const struct use *list, uint32_t count, struct str id, uint32_t function)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) found += list[i].function == function && str_eq(list[i].id, id);
    return found;
}

/* --- Blocks
 * ----------------------------------------------------------------------------------------------------------- */

static void open_block(struct scope *x, char kind)
{
    if (x->block_count == BLOCKS)
        x->lost = true;
    else
        x->blocks[x->block_count++] = (struct block){kind, x->name_count};
}

static char top(const struct scope *x) { return x->block_count ? x->blocks[x->block_count - 1].kind : '\0'; }

static void close_block(struct scope *x)
{
    if (x->block_count == 0) {
        x->lost = true;
        return;
    }
    struct block b = x->blocks[--x->block_count];
    x->name_count = b.names;
    if (b.kind == 'f' && x->depth > 0) x->depth--;
}

static bool next(struct scope *x)
{
    x->before_that = x->before;
    x->before = x->t;
    return lexer_next(&x->lexer, &x->t);
}

static struct token ahead(const struct scope *x)
{
    struct lexer copy = x->lexer;
    struct token t;
    lexer_next(&copy, &t);
    return t;
}

/* function [name] ( parameters ): p is the token before `function`, and the one before that. */
static void open_function(struct scope *x)
{
    bool judges = is(x, &x->before, "=") && is(x, &x->before_that, "judge");
    bool grades = is(x, &x->before, "=") && (is(x, &x->before_that, "ladder") || is(x, &x->before_that, "when"));
    bool local = is(x, &x->before, "local");
    struct token t = ahead(x);
    if (local && t.kind == TOKEN_NAME) declare_name(x, text_of(x, &t), ROLE_PLAIN);
    while (next(x) && !is(x, &x->t, "(")) continue;
    open_block(x, 'f');
    if (x->depth == DEPTH)
        x->lost = true;
    else
        x->functions[x->depth++] = ++x->function_count;
    for (int i = 0; next(x) && !is(x, &x->t, ")");) {
        if (x->t.kind != TOKEN_NAME) continue;
        declare_name(x, text_of(x, &x->t),
                     i == 0 && judges               ? ROLE_FORCE
                     : i == 1 && (judges || grades) ? ROLE_PARAMETERS
                                                    : ROLE_PLAIN);
        i++;
    }
}

/* local a <const>, b …; for a, b …: the names up to `=`, `in` or what else follows. */
static void declare_list(struct scope *x)
{
    struct token t = ahead(x);
    while (t.kind == TOKEN_NAME && !is(x, &t, "function")) {
        next(x);
        declare_name(x, text_of(x, &x->t), ROLE_PLAIN);
        t = ahead(x);
        if (is(x, &t, "<")) next(x), next(x), next(x), t = ahead(x);
        if (!is(x, &t, ",")) return;
        next(x);
        t = ahead(x);
    }
}

static void reopen(struct scope *x)
{
    if (x->block_count) x->name_count = x->blocks[x->block_count - 1].names;
}

static bool follow_bracket(struct scope *x)
{
    char c = x->lexer.text.s[x->t.start];
    if (x->t.length != 1) return false;
    if (c == '(' || c == '{' || c == '[')
        open_block(x, c);
    else if (c == ')' || c == '}' || c == ']')
        close_block(x);
    else
        return false;
    return true;
}

/* The words that follow_block knows have no fewer letters, and no more. */
static bool may_be_word(const struct token *t) { return t->kind == TOKEN_NAME && t->length >= 2 && t->length <= 8; }

/* The condition of `until` sees the names of its block. It ends, at the latest, where a word begins a statement. */
static void end_condition(struct scope *x)
{
    static const char *const words[] = {"return", "local", "if",     "for",   "while", "repeat", "do",
                                        "end",    "else",  "elseif", "until", "break", "goto"};
    for (size_t i = 0; top(x) == 'u' && i < sizeof words / sizeof *words; i++)
        if (is(x, &x->t, words[i])) close_block(x);
}

static bool follow_block(struct scope *x)
{
    const struct token *t = &x->t;
    if (t->kind == TOKEN_PUNCTUATION) return follow_bracket(x);
    if (!may_be_word(t)) return false;
    end_condition(x);
    if (is(x, t, "function"))
        open_function(x);
    else if (is(x, t, "local"))
        declare_list(x);
    else if (is(x, t, "for"))
        open_block(x, 'w'), declare_list(x);
    else if (is(x, t, "while"))
        open_block(x, 'w');
    else if (is(x, t, "do") && top(x) == 'w')
        x->blocks[x->block_count - 1].kind = 'b';
    else if (is(x, t, "do") || is(x, t, "if") || is(x, t, "repeat"))
        open_block(x, 'b');
    else if (is(x, t, "else") || is(x, t, "elseif"))
        reopen(x);
    else if (is(x, t, "until") && x->block_count > 0)
        x->blocks[x->block_count - 1].kind = 'u';
    else if (is(x, t, "end") || is(x, t, "until"))
        close_block(x);
    else
        return false;
    return true;
}

/* --- p.<name> and force.<name>
 * ------------------------------------------------------------------------------------------ */

static const struct str force_fields[] = {{"id", 2},        {"name", 4},     {"measures", 8},
                                          {"estimates", 9}, {"samples", 7},  {"surveys", 7},
                                          {"findings", 8},  {"outcomes", 8}, {"areas", 5}};
enum { FORCE_FIELDS = sizeof force_fields / sizeof *force_fields };

static void check_parameter(struct scope *x, const struct token *t, struct str want)
{
    char message[DIAG_MESSAGE];
    struct script *s = x->s;
    if (!s->manifest || s->parameter_count > 2000) return;
    struct str known[2000];
    for (size_t i = 0; i < s->parameter_count; i++) {
        known[i] = s->parameters[i].name;
        if (str_eq(known[i], want)) return;
    }
    snprintf(message, sizeof message, "the pack has no parameter `%.*s`", want.n > 64 ? 64 : (int)want.n, want.s);
    tell_unknown(x, DIAG_ERROR, t, message, want, known, s->parameter_count);
}

static bool is_parameter(const struct script *s, struct str name)
{
    for (size_t i = 0; i < s->parameter_count; i++)
        if (str_eq(s->parameters[i].name, name)) return true;
    return false;
}

static void check_force(struct scope *x, const struct token *t, struct str want, bool shown)
{
    char message[DIAG_MESSAGE];
    for (int i = 0; i < (shown ? 2 : FORCE_FIELDS); i++)
        if (str_eq(force_fields[i], want)) return;
    snprintf(message, sizeof message, "force has no `%.*s`%s", want.n > 64 ? 64 : (int)want.n, want.s,
             shown ? " that a message can show" : "");
    if (is_parameter(x->s, want))
        tell_slip(x, "P101", t, "it is a parameter; a rule is given the organisation first, then these: function(force, p)",
                  message);
    else if (!shown && str_nearest(want, force_fields, FORCE_FIELDS) < 0)
        tell_slip(x, "P101", t, "it has id, name, measures, estimates, samples, surveys, findings, outcomes and areas",
                  message);
    else
        tell_unknown(x, shown ? DIAG_ERROR : DIAG_SLIP, t, message, want, force_fields, shown ? 2 : FORCE_FIELDS);
}

/* force.samples.<id> */
static void check_evidence(struct scope *x, struct lexer at, struct str plural)
{
    struct token dot, id;
    char message[DIAG_MESSAGE], hint[DIAG_HINT];
    if (!x->s->manifest || !lexer_next(&at, &dot) || !is(x, &dot, ".") || !lexer_next(&at, &id)) return;
    if (id.kind == TOKEN_NAME && slips_evidence(x->s->declared, plural, text_of(x, &id), message, hint))
        tell_as(x, DIAG_WARNING, "P103", &id, hint, message);
}

/* A field of p or of force, as it stands in a rule. */
static void check_field(struct scope *x, enum role role)
{
    struct lexer copy = x->lexer;
    struct token dot, field;
    if (!lexer_next(&copy, &dot) || !is(x, &dot, ".") || !lexer_next(&copy, &field) || field.kind != TOKEN_NAME) return;
    if (role == ROLE_PARAMETERS) check_parameter(x, &field, text_of(x, &field));
    if (role == ROLE_FORCE) check_force(x, &field, text_of(x, &field), false);
    if (role == ROLE_FORCE) check_evidence(x, copy, text_of(x, &field));
}

/* --- Messages
 * ------------------------------------------------------------------------------------------------------------- */

static bool is_word_of_message(struct str word)
{
    for (const struct word *r = message_words; r->name; r++)
        if (str_is(word, r->name)) return true;
    return false;
}

/* The token of a part of a literal. */
static struct token part_of(const struct scope *x, const struct token *literal, uint32_t start, uint32_t length)
{
    struct token t = *literal;
    t.start = literal->start + start;
    t.length = length;
    for (uint32_t i = literal->start; i < t.start; i++) t.line += x->lexer.text.s[i] == '\n';
    return t;
}

/* Was it not told in this function? Then it is now. */
static bool is_first_of(struct scope *x, struct str id)
{
    if (count_uses(x->unknown, x->unknown_count, id, here(x))) return false;
    if (x->unknown_count < sizeof x->unknown / sizeof *x->unknown)
        x->unknown[x->unknown_count++] = (struct use){id, here(x)};
    return true;
}

static void unknown_placeholder(struct scope *x, const struct token *t, struct str want)
{
    if (!is_first_of(x, want)) return;
    char message[DIAG_MESSAGE];
    struct str known[256];
    size_t count = 0;
    for (uint32_t i = x->name_count; i-- > 0 && count < 256;) known[count++] = x->names[i].id;
    snprintf(message, sizeof message, "{%.*s} names no local variable of this rule", (int)want.n, want.s);
    tell_unknown(x, DIAG_ERROR, t, message, want, known, count);
}

static void check_placeholder(struct scope *x, const struct token *literal, const struct placeholder *p)
{
    struct token t = part_of(x, literal, p->start, p->length);
    const struct name *name = p->flaw ? NULL : find_name(x, p->name);
    if (p->flaw)
        tell(x, &t, NULL, p->flaw);
    else if (!name)
        unknown_placeholder(x, &t, p->name);
    else if (name->role == ROLE_PARAMETERS && p->field.s)
        check_parameter(x, &t, p->field);
    else if (name->role == ROLE_FORCE && p->field.s)
        check_force(x, &t, p->field, true);
    else if (name->role != ROLE_PLAIN) {
        char message[DIAG_MESSAGE];
        snprintf(message, sizeof message, "{%.*s} is no single value: a message shows a field of it, {%.*s.…}",
                 (int)p->name.n, p->name.s, (int)p->name.n, p->name.s);
        tell(x, &t, NULL, message);
    }
    if (!name || name->function == here(x)) return;
    if (x->pending_count == NAMES)
        x->lost = true;
    else
        x->pending[x->pending_count++] = (struct pending){{p->name, here(x)}, t};
}

static bool check_literal(struct scope *x, const struct token *literal)
{
    struct str text = text_of(x, literal);
    const char *flaw = NULL;
    if (text.n <= 2) flaw = "the message is empty: say why in a few words";
    if (text.n > MESSAGE_LIMIT) flaw = "a message is longer than 4,096 bytes";
    for (size_t at = 0, n; at < text.n && !flaw; at += n)
        if ((n = str_utf8((struct str){text.s + at, text.n - at})) == 0) flaw = "the message is not valid UTF-8";
    if (flaw) tell(x, literal, NULL, flaw);
    return !flaw;
}

/* met "…", or met("…") where the text is all of it. */
static void check_message(struct scope *x)
{
    struct lexer copy = x->lexer;
    struct token literal, close;
    struct placeholder p;
    uint32_t at = 0;
    bool bracket = lexer_next(&copy, &literal) && is(x, &literal, "(");
    if (bracket && !lexer_next(&copy, &literal)) return;
    if (literal.kind != TOKEN_STRING) return;
    if (bracket && (!lexer_next(&copy, &close) || !is(x, &close, ")"))) return;
    if (!check_literal(x, &literal)) return;
    while (placeholder_next(text_of(x, &literal), &at, true, &p)) check_placeholder(x, &literal, &p);
    if (x->literal_count == NAMES) return;
    x->literal_functions[x->literal_count] = here(x);
    x->literals[x->literal_count++] = (struct literal){text_of(x, &literal), false};
}

/* --- Slips ------------------------------------------------------------------------------------------------------ */

/* evidence:atleast(…) */
static void check_method(struct scope *x, const struct token *after)
{
    char message[DIAG_MESSAGE], hint[DIAG_HINT];
    struct str name = text_of(x, &x->t);
    if (!is(x, after, "(") || !slips_method(&x->slips, name, hint)) return;
    snprintf(message, sizeof message, "evidence has no method `%.*s`", name.n > 64 ? 64 : (int)name.n, name.s);
    tell_slip(x, "P104", &x->t, hint, message);
}

/* stats.wilsen, where `stats` is no local */
static void check_statistic(struct scope *x)
{
    struct lexer copy = x->lexer;
    struct token dot, field;
    char message[DIAG_MESSAGE], hint[DIAG_HINT];
    if (!lexer_next(&copy, &dot) || !lexer_next(&copy, &field) || field.kind != TOKEN_NAME) return;
    struct str name = text_of(x, &field);
    int shown = name.n > 64 ? 64 : (int)name.n;
    if (is(x, &dot, ":")) {
        snprintf(hint, sizeof hint, "write stats.%.*s(…): only evidence is asked with a colon", shown, name.s);
        tell_slip(x, "P101", &dot, hint, "`stats` is no evidence");
    } else if (is(x, &dot, ".") && slips_statistic(name, hint)) {
        snprintf(message, sizeof message, "`stats` has no `%.*s`", shown, name.s);
        tell_slip(x, "P101", &field, hint, message);
    }
}

static void check_known(struct scope *x, const struct token *after)
{
    char message[DIAG_MESSAGE], hint[DIAG_HINT];
    struct str known[256], id = text_of(x, &x->t);
    size_t count = 0;
    if (x->depth == 0 || id.n > 60 || slips_word(&x->slips, id) || !is_first_of(x, id)) return;
    for (uint32_t i = x->name_count; i-- > 0 && count < 256;) known[count++] = x->names[i].id;
    slips_name(&x->slips, id, known, count, hint);
    if (is(x, after, "=")) snprintf(hint, sizeof hint, "write `local %.*s = …`", (int)id.n, id.s);
    snprintf(message, sizeof message, is(x, after, "=") ? "`%.*s` is not declared `local`" : "unknown name `%.*s`",
             (int)id.n, id.s);
    tell_slip(x, is(x, after, "=") ? "P102" : "P101", &x->t, hint, message);
}

/* Can an expression go on behind this token? Else what follows is a statement of its own. */
static bool goes_on(const struct scope *x, const struct token *t)
{
    static const char *const words[] = {"return", "and", "or", "not", "in", "if", "elseif", "while", "until"};
    if (t->kind == TOKEN_PUNCTUATION) return !is(x, t, ")") && !is(x, t, "}") && !is(x, t, "]") && !is(x, t, ";");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is(x, t, words[i])) return true;
    return false;
}

/* met() */
static bool is_empty_call(const struct scope *x, const struct token *after)
{
    struct lexer copy = x->lexer;
    struct token open, close;
    return is(x, after, "(") && lexer_next(&copy, &open) && lexer_next(&copy, &close) && is(x, &close, ")");
}

/* `met "…"` alone gives no answer; nor does `return met`, or `return met()`. */
static void check_answer(struct scope *x, const struct token *after)
{
    char message[DIAG_MESSAGE], hint[DIAG_HINT];
    struct str word = text_of(x, &x->t);
    bool said = after->kind == TOKEN_STRING || is(x, after, "(");
    bool list = top(x) == '{' || top(x) == '[';
    if (x->depth == 0 || list) return;
    if (said && !goes_on(x, &x->before)) {
        snprintf(message, sizeof message, "the answer %.*s is not returned", (int)word.n, word.s);
        snprintf(hint, sizeof hint, "write `return %.*s …`", (int)word.n, word.s);
        tell_slip(x, "P116", &x->t, hint, message);
    } else if (is_empty_call(x, after) || (!said && is(x, &x->before, "return"))) {
        snprintf(message, sizeof message, "%.*s wants a message, a text", (int)word.n, word.s);
        snprintf(hint, sizeof hint, "say why: return %.*s \"…\"", (int)word.n, word.s);
        tell_slip(x, "P116", &x->t, hint, message);
    }
}

/* --- Walking
 * ---------------------------------------------------------------------------------------------------------------- */

static void use_name(struct scope *x)
{
    struct token after = ahead(x);
    struct str id = text_of(x, &x->t);
    if (is(x, &x->before, ":")) check_method(x, &after);
    if (is(x, &x->before, ".") || is(x, &x->before, ":") || is(x, &x->before, "goto") || is(x, &x->before, "::"))
        return;
    if (top(x) == '{' && is(x, &after, "=")) return; /* a key */
    const struct name *name = find_name(x, id);
    if (!name) {
        if (str_is(id, "stats"))
            check_statistic(x);
        else if (is_word_of_message(id))
            check_message(x), check_answer(x, &after);
        else
            check_known(x, &after);
        return;
    }
    check_field(x, name->role);
    for (uint32_t i = x->depth; i-- > 0 && x->functions[i] != name->function;)
        if (!count_uses(x->captured, x->captured_count, id, x->functions[i]))
            note(x, x->captured, &x->captured_count, id, x->functions[i]);
}

static void check_pending(struct scope *x)
{
    for (uint32_t i = 0; i < x->pending_count; i++) {
        const struct use *use = &x->pending[i].use;
        if (count_uses(x->captured, x->captured_count, use->id, use->function)) continue;
        char message[DIAG_MESSAGE], hint[DIAG_HINT];
        snprintf(message, sizeof message,
                 "{%.*s} is a name outside of this rule, which the rule does not use but in the message",
                 (int)use->id.n, use->id.s);
        snprintf(hint, sizeof hint, "write `local %.*s = %.*s` in the rule", (int)use->id.n, use->id.s, (int)use->id.n,
                 use->id.s);
        tell(x, &x->pending[i].token, hint, message);
    }
}

/* Is each name of a message declared at most once in its function, so that it is found at the same place whenever it is
 * said there? */
static void settle_literals(struct scope *x)
{
    for (uint32_t i = 0; i < x->literal_count; i++) {
        struct placeholder p;
        uint32_t at = 0;
        x->literals[i].stable = true;
        while (placeholder_next(x->literals[i].token, &at, true, &p))
            if (count_uses(x->declared, x->declared_count, p.name, x->literal_functions[i]) > 1)
                x->literals[i].stable = false;
    }
}

static int l_learn(lua_State *L)
{
    const struct scope *x = lua_touserdata(L, 1);
    message_learn(L, x->literals, x->literal_count);
    return 0;
}

static void tell_file(struct script *s, const char *message)
{
    diag_add(s->loading.diags, DIAG_ERROR, (struct place){s->loading.file, 0, 0, 0}, NULL, "%s", message);
}

static void start(struct scope *x, struct script *s)
{
    x->s = s;
    x->t = x->before = x->before_that = (struct token){.kind = TOKEN_END};
    x->name_count = x->declared_count = x->captured_count = x->block_count = 0;
    x->depth = x->function_count = x->pending_count = x->literal_count = x->unknown_count = 0;
    x->lost = false;
    slips_open(&x->slips, s->loading.text);
    lexer_init(&x->lexer, s->loading.text);
}

void scope_check(struct script *s)
{
    struct scope *x = mem_alloc(sizeof *x);
    if (!x) {
        tell_file(s, "out of memory");
        return;
    }
    size_t errors = s->loading.diags->errors;
    start(x, s); /* not all of it: the lists are long, and written before they are read */
    while (!x->lost && next(x))
        if (!follow_block(x) && x->t.kind == TOKEN_NAME) use_name(x);
    if (!x->lost) check_pending(x);
    if (x->slips.starved) tell_file(s, "out of memory");
    settle_literals(x);
    /* Literals with a flaw were told; they cannot be learnt. */
    struct fault fault;
    if (s->loading.diags->errors == errors && !gate_run(s, l_learn, x, &fault)) tell_file(s, fault.message);
    slips_close(&x->slips);
    mem_free(x);
}
