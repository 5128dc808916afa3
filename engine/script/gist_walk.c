/* gist_walk.c: Lua's statements and expressions, over the tokens of a file. A function of the file is read where it is
 * called, once for each call, since it reads what it is given; so there is a limit to the steps of a file, past which
 * all of its rules are partial. */
#include "script/gist_reader.h"

enum { DEPTH = 600, WITHIN = 8 };
#define STEPS (4u << 20) /* tokens; a file of ours has 3,000 */

static const struct value NOTHING = {.meaning = PLAIN};

static struct value expression(struct reader *r);
static struct value *expressions(struct reader *r);
static struct value suffixed(struct reader *r);
static void block(struct reader *r);
static void enter(struct reader *r, struct body *b, const struct value *given);

/* --- Tokens ------------------------------------------------------------------------------------------------------- */

static struct str spelling(const struct reader *r) { return (struct str){r->lexer.text.s + r->t.start, r->t.length}; }
static bool is(const struct reader *r, const char *word) { return lexer_is(r->lexer.text, &r->t, word); }

static void lose(struct reader *r)
{
    r->lost = true;
    r->lexer.at = (uint32_t)r->lexer.text.n;
    r->t = (struct token){.kind = TOKEN_END, .start = r->lexer.at, .line = r->t.line};
}

static void next(struct reader *r)
{
    if (r->steps++ > STEPS)
        lose(r);
    else
        lexer_next(&r->lexer, &r->t);
}

static bool take(struct reader *r, const char *word)
{
    if (!is(r, word)) return false;
    next(r);
    return true;
}

static bool is_any(const struct reader *r, const char *const *words)
{
    for (; *words; words++)
        if (is(r, *words)) return true;
    return false;
}

static struct token ahead(const struct reader *r)
{
    struct lexer copy = r->lexer;
    struct token t;
    lexer_next(&copy, &t);
    return t;
}

/* --- Names -------------------------------------------------------------------------------------------------------- */
/* It goes where it is not followed. */
static void escapes(struct reader *r, const struct value *v)
{
    for (; v; v = v->next) {
        if (v->meaning == FUNCTION)
            enter(r, v->body, NULL);
        else if (v->meaning == FORCE || v->meaning == KIND || v->meaning == PARAMETERS || v->meaning == BOARD ||
                 v->meaning == FINDINGS || v->meaning == WORD)
            note_partial(r);
    }
}

static void declare(struct reader *r, struct str id, const struct value *v)
{
    if (r->name_count == NAMES)
        lose(r);
    else
        r->names[r->name_count++] = (struct name){id, v ? *v : NOTHING};
    if (r->name_count) r->names[r->name_count - 1].value.next = NULL;
}

struct name *reader_find(struct reader *r, struct str id)
{
    uint32_t from = r->name_count;
    for (const struct frame *f = r->frame; f; from = f->outer, f = f->parent)
        for (uint32_t i = from; i-- > f->base;)
            if (str_eq(r->names[i].id, id)) return &r->names[i];
    return NULL;
}

static enum peel_outcome outcome_of(struct str word)
{
    static const char *const words[] = {"met", "partly_met", "not_met", "not_applicable", "no_evidence"};
    static const enum peel_outcome means[] = {PEEL_MET, PEEL_PARTLY_MET, PEEL_NOT_MET, PEEL_NOT_APPLICABLE,
                                              PEEL_NO_EVIDENCE};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(word, words[i])) return means[i];
    return PEEL_OUTCOMES;
}

static struct value named(struct reader *r, struct str id)
{
    static const char *const words[] = {"area", "pack", "characteristic", "cap"};
    const struct name *n = reader_find(r, id);
    bool word = outcome_of(id) != PEEL_OUTCOMES;
    if (n) return n->value;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(id, words[i])) return (struct value){.meaning = DECLARING, .text = id};
    return word ? (struct value){.meaning = WORD, .text = id} : NOTHING;
}

/* What a name held before, or holds now, may be meant behind this. */
static void assign(struct reader *r, struct str id, const struct value *v)
{
    struct name *n = reader_find(r, id);
    escapes(r, v);
    if (!n) return;
    escapes(r, &n->value);
    if (n->value.meaning == FUNCTION || (n->value.meaning == TEXT && r->loops)) note_partial(r);
    if (n->value.meaning != PLAIN && !r->gist) r->changed = true;
    n->value = NOTHING;
}

/* --- Functions ---------------------------------------------------------------------------------------------------- */

/* From behind the word `function` (and its name): past all of it. */
static struct value pass_function(struct reader *r)
{
    struct body *b = arena_zero(r->arena, 1, sizeof *b);
    int open = 1;
    *b = (struct body){r->lexer, r->frame, r->name_count, r->t.line, false};
    for (next(r); open > 0 && r->t.kind != TOKEN_END; next(r)) {
        static const char *const opens[] = {"function", "if", "do", "repeat", NULL};
        if (r->t.kind == TOKEN_NAME && is_any(r, opens)) open++;
        if (r->t.kind == TOKEN_NAME && (is(r, "end") || is(r, "until")) && --open == 0) break;
    }
    next(r);
    return (struct value){.meaning = FUNCTION, .body = b};
}

static void declare_parameters(struct reader *r, const struct value *given)
{
    bool rest = false;
    for (next(r); r->t.kind != TOKEN_END && !is(r, ")"); next(r)) {
        rest = rest || is(r, "...");
        if (r->t.kind != TOKEN_NAME) continue;
        declare(r, spelling(r), given);
        given = given ? given->next : NULL;
    }
    next(r);
    if (rest) escapes(r, given);
}

/* Read it as if it stood here, with what it is given. */
static void enter(struct reader *r, struct body *b, const struct value *given)
{
    if (b->busy || r->within == WITHIN) {
        note_partial(r);
        return;
    }
    struct lexer lexer = r->lexer;
    struct token t = r->t;
    uint32_t names = r->name_count, loops = r->loops;
    const struct frame *before = r->frame, frame = {b->frame, names, b->visible};
    b->busy = true;
    r->within++;
    r->frame = &frame;
    r->lexer = b->at;
    declare_parameters(r, given);
    block(r);
    if (r->within == 1 && r->gist && r->gist->first_line == 0)
        r->gist->first_line = b->first_line, r->gist->last_line = r->t.line;
    r->frame = before;
    r->within--;
    r->loops = loops;
    b->busy = false;
    r->name_count = names;
    if (r->lost) return;
    r->lexer = lexer;
    r->t = t;
}

/* --- Chains: force.samples.files:at_least(…) ---------------------------------------------------------------------- */

static struct value field(struct reader *r, const struct value *of, struct str name)
{
    if (of->meaning == KIND)
        return (struct value){.meaning = EVIDENCE, .kind = of->kind, .read = note_read(r, of->kind, name)};
    if (of->meaning == PARAMETERS) {
        note_parameter(r, name);
        return (struct value){.meaning = PARAMETER, .text = name};
    }
    if (of->meaning != FORCE) return escapes(r, of), NOTHING;
    if (str_is(name, "findings")) return (struct value){.meaning = FINDINGS};
    for (int k = 0; k < EVIDENCE_KINDS; k++)
        if (k != EVIDENCE_FINDING && str_is(name, evidence_kind_plural((enum evidence_kind)k)))
            return (struct value){.meaning = KIND, .kind = (enum evidence_kind)k};
    return NOTHING;
}

static struct value indexed(struct reader *r, const struct value *of)
{
    next(r);
    struct value key = expression(r);
    take(r, "]");
    if (key.meaning == TEXT) return field(r, of, key.text);
    escapes(r, of);
    escapes(r, &key);
    return NOTHING;
}

/* What is between the parentheses, or the one text or table that stands for them. *slice: as it stands. */
static struct value *arguments(struct reader *r, struct str *slice)
{
    struct value *list = NULL;
    uint32_t from = r->t.start, to;
    if (!is(r, "(")) {
        list = arena_alloc(r->arena, sizeof *list);
        to = from + r->t.length;
        *list = is(r, "{") ? expression(r) : (struct value){.meaning = TEXT, .text = gist_text(spelling(r), r->arena)};
        list->next = NULL;
        if (list->meaning == TEXT) next(r);
        *slice = (struct str){r->lexer.text.s + from, list->meaning == TEXT ? to - from : 0};
        return list;
    }
    next(r);
    from = r->t.start;
    if (!is(r, ")")) list = expressions(r);
    to = r->t.start;
    while (to > from && strchr(" \t\r\n", r->lexer.text.s[to - 1])) to--;
    *slice = (struct str){r->lexer.text.s + from, to - from};
    take(r, ")");
    return list;
}

static struct value about(struct reader *r, struct str method, const struct value *given)
{
    bool here = str_is(method, "here");
    if (here || (str_is(method, "about") && given && given->meaning == TEXT))
        return (struct value){.meaning = EVIDENCE,
                              .kind = EVIDENCE_FINDING,
                              .read = note_read(r, EVIDENCE_FINDING, here ? (struct str){NULL, 0} : given->text)};
    note_partial(r);
    return NOTHING;
}

static struct value method(struct reader *r, const struct value *of)
{
    struct str name, slice;
    next(r);
    name = spelling(r);
    next(r);
    struct value *given = arguments(r, &slice);
    bool told = given && given->meaning == TEXT;
    if (of->meaning == FINDINGS) return about(r, name, given);
    if (of->meaning == EVIDENCE)
        note_asked(r, of->read, name, slice, given);
    else if (of->meaning == BOARD && str_is(name, "outcome") && told)
        note_read(r, EVIDENCE_OUTCOME, given->text);
    else if (of->meaning == BOARD && str_is(name, "outcome"))
        note_partial(r);
    else if (of->meaning == BOARD && r->gist)
        r->gist->sums = true;
    else if (of->meaning != BOARD)
        escapes(r, of);
    escapes(r, given);
    return NOTHING;
}

/* met "…" */
static void answer(struct reader *r, enum peel_outcome outcome, const struct value *given)
{
    bool told = given && given->meaning == TEXT && !given->next;
    if (!told) escapes(r, given);
    note_message(r, outcome, told ? given->text : (struct str){NULL, 0});
}

static struct value call(struct reader *r, struct value *of)
{
    struct str slice;
    struct value outer = r->declaring;
    r->declaring = of->meaning == DECLARING ? *of : NOTHING;
    struct value *given = arguments(r, &slice);
    r->declaring = outer;
    if (of->meaning == WORD)
        answer(r, outcome_of(of->text), given);
    else if (of->meaning == FUNCTION)
        enter(r, of->body, given);
    else if (of->meaning == DECLARING && given && given->meaning == TEXT && !of->kind)
        return (struct value){.meaning = DECLARING, .kind = EVIDENCE_KINDS, .text = of->text, .next = given};
    else
        escapes(r, given);
    return NOTHING;
}

static struct value suffixed(struct reader *r)
{
    struct value v;
    if (take(r, "(")) {
        v = expression(r);
        take(r, ")");
    } else {
        v = r->t.kind == TOKEN_NAME ? named(r, spelling(r)) : NOTHING;
        next(r);
    }
    for (;;) {
        if (is(r, ".")) {
            next(r);
            struct str name = spelling(r);
            next(r);
            v = field(r, &v, name);
        } else if (is(r, "["))
            v = indexed(r, &v);
        else if (is(r, ":"))
            v = method(r, &v);
        else if (is(r, "(") || is(r, "{") || r->t.kind == TOKEN_STRING)
            v = call(r, &v);
        else
            return v;
    }
}

/* --- Tables, and the functions that a declaration names ----------------------------------------------------------- */

static bool part_of(const struct value *declaring, struct str key, enum gist_part *part)
{
    bool named_item = declaring->next != NULL; /* it has an id */
    if (declaring->meaning != DECLARING) return false;
    *part = str_is(key, "judge") ? GIST_JUDGE : str_is(key, "when") ? GIST_WHEN : GIST_LADDER;
    if (*part == GIST_JUDGE) return named_item && str_is(declaring->text, "characteristic");
    if (*part == GIST_WHEN) return named_item && str_is(declaring->text, "cap");
    return str_is(key, "ladder") && (str_is(declaring->text, "area") || str_is(declaring->text, "pack"));
}

static void declared_function(struct reader *r, enum gist_part part, struct str id, const struct value *v)
{
    struct value parameters = {.meaning = PARAMETERS};
    struct value subject = {.meaning = part == GIST_JUDGE ? FORCE : BOARD, .next = &parameters};
    struct gist *outer = r->gist, *gist = arena_zero(r->arena, 1, sizeof *gist);
    uint32_t within = r->within;
    if (v->meaning == TABLE) return; /* a ladder of numbers, a cap on an outcome */
    gist->part = part;
    gist->id = id;
    *r->last = r->gist = gist;
    r->last = &gist->next;
    r->within = 0;
    if (v->meaning == FUNCTION)
        enter(r, v->body, &subject);
    else
        note_partial(r);
    r->within = within;
    r->gist = outer;
}

/* `key =` or `["key"] =`. */
static bool passes_key(struct reader *r, struct str *name)
{
    struct lexer copy = r->lexer;
    struct token t = r->t, close;
    bool bracket = is(r, "[");
    if (bracket && (!lexer_next(&copy, &t) || t.kind != TOKEN_STRING || !lexer_next(&copy, &close) ||
                    !lexer_is(copy.text, &close, "]")))
        return false;
    if (!bracket && t.kind != TOKEN_NAME) return false;
    *name = (struct str){copy.text.s + t.start, t.length};
    if (bracket) *name = gist_text(*name, r->arena);
    if (!lexer_next(&copy, &t) || !lexer_is(copy.text, &t, "=")) return false;
    r->lexer = copy;
    next(r);
    return true;
}

static void item(struct reader *r, const struct value *declaring)
{
    struct str name;
    enum gist_part part;
    if (passes_key(r, &name)) {
        struct value v = expression(r);
        if (part_of(declaring, name, &part))
            declared_function(r, part, declaring->next ? declaring->next->text : (struct str){"", 0}, &v);
        else
            escapes(r, &v);
        return;
    }
    if (take(r, "[")) { /* a key that is worked out */
        struct value k = expression(r);
        escapes(r, &k);
        take(r, "]");
        take(r, "=");
    }
    struct value v = expression(r);
    escapes(r, &v);
}

static struct value table(struct reader *r)
{
    struct value declaring = r->declaring;
    r->declaring = NOTHING;
    next(r);
    while (r->t.kind != TOKEN_END && !is(r, "}")) {
        uint32_t at = r->t.start;
        item(r, &declaring);
        if (r->t.kind == TOKEN_END || is(r, "}")) break;
        if (!take(r, ",")) take(r, ";");
        if (r->t.start == at) next(r);
    }
    take(r, "}");
    r->declaring = declaring;
    return (struct value){.meaning = TABLE};
}

/* --- Expressions -------------------------------------------------------------------------------------------------- */

static bool passes_unary(struct reader *r)
{
    static const char *const unary[] = {"not", "-", "#", "~", NULL};
    bool any = false;
    for (; is_any(r, unary); any = true) next(r);
    return any;
}

static struct value operand(struct reader *r)
{
    static const char *const plain[] = {"nil", "true", "false", "...", NULL};
    struct value v = NOTHING;
    if (take(r, "function")) return pass_function(r);
    if (is(r, "{")) return table(r);
    if (r->t.kind == TOKEN_STRING) v = (struct value){.meaning = TEXT, .text = gist_text(spelling(r), r->arena)};
    if (r->t.kind == TOKEN_STRING || r->t.kind == TOKEN_NUMBER || is_any(r, plain)) return next(r), v;
    if (is(r, "(") || r->t.kind == TOKEN_NAME) return suffixed(r);
    return v;
}

static const char *const LOGICAL[] = {"and", "or", NULL};
static const char *const COMPARING[] = {"==", "~=", "<", "<=", ">", ">=", NULL};
static const char *const BINARY[] = {"and", "or", "..", "==", "~=", "<",  "<=", ">", ">=", "+", "-",
                                     "*",   "/",  "//", "%",  "^",  "<<", ">>", "&", "|",  "~", NULL};

struct side { /* of a comparison, as far as it is a parameter or a number; text.s NULL: it is not */
    struct str text;
    bool named;
    uint32_t start;
    int line;
};

/* The operand at hand, with what it is beside another. */
static struct value weighed(struct reader *r, bool alone, struct side *side)
{
    *side = (struct side){.start = r->t.start, .line = r->t.line};
    struct str number = spelling(r);
    bool plain = r->t.kind == TOKEN_NUMBER;
    struct value v = operand(r);
    side->named = alone && v.meaning == PARAMETER;
    if (side->named)
        side->text = v.text;
    else if (alone && plain)
        side->text = number;
    return v;
}

/* Nothing binds nearer than the comparison on either side of it: what stands before is told by `first`. */
static void compared(struct reader *r, bool first, const struct side *left, struct str by, const struct side *right)
{
    const char *from = r->lexer.text.s + left->start, *to = right->text.s ? right->text.s + right->text.n : from;
    bool last = !is_any(r, BINARY) || is_any(r, LOGICAL);
    if (!first || !last || !left->text.s || !right->text.s || !(left->named || right->named) || to < from ||
        to > r->lexer.text.s + r->lexer.text.n)
        return;
    note_constant(r, &(struct gist_constant){left->text, by, right->text, left->named, right->named,
                                             {from, (size_t)(to - from)}, left->line, NULL});
}

static struct value expression(struct reader *r)
{
    struct side left, right;
    if (++r->depth > DEPTH) lose(r);
    bool alone = !passes_unary(r), first = true;
    struct value v = weighed(r, alone, &left);
    for (; is_any(r, BINARY); left = right) {
        bool compares = is_any(r, COMPARING), logical = is_any(r, LOGICAL);
        struct str by = spelling(r);
        v.next = NULL;
        escapes(r, &v);
        alone = false;
        next(r);
        bool signless = !passes_unary(r);
        v = weighed(r, signless, &right);
        if (compares) compared(r, first, &left, by, &right);
        first = logical;
    }
    r->depth--;
    if (alone) return v;
    v.next = NULL;
    escapes(r, &v);
    return NOTHING;
}

/* A list, in the arena. */
static struct value *expressions(struct reader *r)
{
    struct value *first = NULL, **last = &first;
    do {
        struct value *v = arena_alloc(r->arena, sizeof *v);
        *v = expression(r);
        v->next = NULL;
        *last = v;
        last = &v->next;
    } while (take(r, ","));
    return first;
}

/* --- Statements --------------------------------------------------------------------------------------------------- */

/* a, b <const> at `from`: declared with these values. */
static void declare_list(struct reader *r, struct lexer from, const struct value *values)
{
    struct token t;
    while (lexer_next(&from, &t) && t.kind == TOKEN_NAME) {
        declare(r, (struct str){from.text.s + t.start, t.length}, values);
        values = values ? values->next : NULL;
        if (!lexer_next(&from, &t)) return;
        if (lexer_is(from.text, &t, "<"))
            for (int i = 0; i < 3; i++) lexer_next(&from, &t);
        if (!lexer_is(from.text, &t, ",")) return;
    }
}

static void pass_list(struct reader *r)
{
    do {
        next(r);
        if (take(r, "<")) next(r), next(r);
    } while (take(r, ","));
}

static void local(struct reader *r)
{
    struct lexer from = r->lexer;
    next(r);
    if (take(r, "function")) {
        struct str id = spelling(r);
        next(r);
        declare(r, id, NULL);
        uint32_t at = r->name_count - 1; /* it sees itself */
        struct value v = pass_function(r);
        if (!r->lost) r->names[at].value = v;
        return;
    }
    pass_list(r);
    struct value *values = take(r, "=") ? expressions(r) : NULL;
    declare_list(r, from, values);
}

static void inner(struct reader *r)
{
    uint32_t names = r->name_count;
    block(r);
    r->name_count = r->lost ? r->name_count : names;
}

static void condition(struct reader *r)
{
    struct value v = expression(r);
    escapes(r, &v);
}

static void branches(struct reader *r)
{
    do {
        next(r);
        condition(r);
        take(r, "then");
        inner(r);
    } while (is(r, "elseif"));
    if (take(r, "else")) inner(r);
    take(r, "end");
}

static void loop(struct reader *r)
{
    uint32_t names = r->name_count;
    struct lexer from = r->lexer;
    bool counts = is(r, "for");
    next(r);
    if (counts) {
        pass_list(r);
        if (!take(r, "=")) take(r, "in");
        escapes(r, expressions(r));
        declare_list(r, from, NULL);
    } else
        condition(r);
    take(r, "do");
    r->loops++;
    block(r);
    r->loops--;
    take(r, "end");
    r->name_count = r->lost ? r->name_count : names;
}

static void repeated(struct reader *r)
{
    uint32_t names = r->name_count;
    next(r);
    r->loops++;
    block(r);
    r->loops--;
    take(r, "until");
    condition(r);
    r->name_count = r->lost ? r->name_count : names;
}

/* function a.b:c(…) … end */
static void named_function(struct reader *r)
{
    next(r);
    struct str id = spelling(r);
    next(r);
    bool whole = is(r, "(");
    while (r->t.kind != TOKEN_END && !is(r, "(")) next(r);
    struct value v = pass_function(r);
    if (whole)
        assign(r, id, &v);
    else
        escapes(r, &v);
}

/* a call, or a, b.c = … */
static void call_or_assignment(struct reader *r)
{
    struct str bare[16];
    size_t count = 0;
    do {
        struct token after = ahead(r);
        bool name =
            r->t.kind == TOKEN_NAME && (lexer_is(r->lexer.text, &after, "=") || lexer_is(r->lexer.text, &after, ","));
        if (name && count < 16) bare[count++] = spelling(r);
        if (name && count == 16) lose(r);
        if (name)
            next(r);
        else
            suffixed(r);
    } while (take(r, ","));
    struct value *values = take(r, "=") ? expressions(r) : NULL;
    escapes(r, values);
    for (size_t i = 0; i < count; i++) assign(r, bare[i], NULL);
}

static void statement(struct reader *r)
{
    if (is(r, "local"))
        local(r);
    else if (is(r, "if"))
        branches(r);
    else if (is(r, "for") || is(r, "while"))
        loop(r);
    else if (is(r, "repeat"))
        repeated(r);
    else if (is(r, "function"))
        named_function(r);
    else if (take(r, "do"))
        inner(r), take(r, "end");
    else if (take(r, "goto"))
        next(r);
    else if (take(r, "::"))
        next(r), take(r, "::"), r->loops++;
    else if (!take(r, ";") && !take(r, "break"))
        call_or_assignment(r);
}

static bool ends(const struct reader *r)
{
    static const char *const words[] = {"end", "else", "elseif", "until", NULL};
    return r->t.kind == TOKEN_END || is_any(r, words);
}

static void block(struct reader *r)
{
    if (++r->depth > DEPTH) lose(r);
    while (!ends(r)) {
        uint32_t at = r->t.start;
        if (take(r, "return")) {
            if (!ends(r) && !is(r, ";")) escapes(r, expressions(r));
            take(r, ";");
        } else
            statement(r);
        if (r->t.start == at && !ends(r)) next(r);
    }
    r->depth--;
}

void reader_file(struct reader *r)
{
    next(r);
    while (r->t.kind != TOKEN_END) {
        block(r);
        next(r); /* past an `end` too many */
    }
}
