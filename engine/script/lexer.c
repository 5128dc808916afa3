/* lexer.c: where a name or a text stands in a source file. It knows Lua's tokens and how tables nest, no grammar; it is
 * asked only of texts that Lua has compiled, and stays within the text whatever it holds. */
#include "script/state.h"

void lexer_init(struct lexer *x, struct str text) { *x = (struct lexer){.text = text, .line = 1}; }

/* --- Characters ---------------------------------------------------------------------------------- */

static char peek(const struct lexer *x, uint32_t ahead)
{
    return x->at + ahead < x->text.n ? x->text.s[x->at + ahead] : '\0';
}
static bool at_end(const struct lexer *x) { return x->at >= x->text.n; }

static void step(struct lexer *x)
{
    if (x->text.s[x->at++] == '\n') x->line++;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* The number of `=` in a long bracket that opens here; -1: none does. */
static int long_level(const struct lexer *x)
{
    if (peek(x, 0) != '[') return -1;
    uint32_t n = 1;
    while (peek(x, n) == '=') n++;
    return peek(x, n) == '[' ? (int)n - 1 : -1;
}

static bool closes_long(const struct lexer *x, int level)
{
    if (peek(x, 0) != ']' || peek(x, (uint32_t)level + 1) != ']') return false;
    for (int i = 1; i <= level; i++)
        if (peek(x, (uint32_t)i) != '=') return false;
    return true;
}

static void pass_long(struct lexer *x, int level)
{
    for (int i = 0; i < level + 2; i++) step(x);
    while (!at_end(x) && !closes_long(x, level)) step(x);
    for (int i = 0; i < level + 2 && !at_end(x); i++) step(x);
}

static void pass_comment(struct lexer *x)
{
    x->at += 2;
    int level = long_level(x);
    if (level >= 0)
        pass_long(x, level);
    else {
        const char *end = at_end(x) ? NULL : memchr(x->text.s + x->at, '\n', x->text.n - x->at);
        x->at = end ? (uint32_t)(end - x->text.s) : (uint32_t)x->text.n;
    }
}

static void pass_blank(struct lexer *x)
{
    while (!at_end(x)) {
        char c = x->text.s[x->at];
        if (c == ' ')
            x->at++;
        else if (is_space(c))
            step(x);
        else if (c == '-' && peek(x, 1) == '-')
            pass_comment(x);
        else
            return;
    }
}

/* A quoted string; one that is not closed ends with its line. */
static void pass_quoted(struct lexer *x)
{
    char quote = peek(x, 0);
    step(x);
    while (!at_end(x) && peek(x, 0) != quote) {
        if (peek(x, 0) == '\\') {
            step(x);
            if (peek(x, 0) == 'z') {
                step(x);
                while (!at_end(x) && is_space(peek(x, 0))) step(x);
                continue;
            }
            if (peek(x, 0) == '\r' && peek(x, 1) == '\n') step(x); /* one line end, as Lua has it */
        } else if (peek(x, 0) == '\n')
            return;
        if (!at_end(x)) step(x);
    }
    if (!at_end(x)) step(x);
}

static void pass_number(struct lexer *x)
{
    char before = '\0';
    while (is_letter(peek(x, 0)) || is_digit(peek(x, 0)) || peek(x, 0) == '.' ||
           ((peek(x, 0) == '-' || peek(x, 0) == '+') &&
            (before == 'e' || before == 'E' || before == 'p' || before == 'P'))) {
        before = peek(x, 0);
        step(x);
    }
}

/* Of one, two or three characters. */
static uint32_t punctuation_length(const struct lexer *x)
{
    char c = peek(x, 0), next = peek(x, 1);
    if (c == '.') return next != '.' ? 1 : peek(x, 2) == '.' ? 3 : 2;
    if (next == '=') return c == '=' || c == '~' || c == '<' || c == '>' ? 2 : 1;
    return next == c && (c == '/' || c == ':' || c == '<' || c == '>') ? 2 : 1;
}

static void pass_punctuation(struct lexer *x)
{
    uint32_t n = punctuation_length(x);
    if (n == 1)
        step(x);
    else
        x->at += n;
}

static void pass_name(struct lexer *x)
{
    const char *text = x->text.s;
    uint32_t at = x->at, end = (uint32_t)x->text.n;
    while (at < end && (is_letter(text[at]) || is_digit(text[at]))) at++;
    x->at = at;
}

static enum token_kind pass_token(struct lexer *x)
{
    char c = peek(x, 0);
    if (is_letter(c)) return pass_name(x), TOKEN_NAME;
    if (is_digit(c) || (c == '.' && is_digit(peek(x, 1)))) return pass_number(x), TOKEN_NUMBER;
    if (c == '"' || c == '\'') return pass_quoted(x), TOKEN_STRING;
    int level = c == '[' ? long_level(x) : -1;
    if (level >= 0) return pass_long(x, level), TOKEN_STRING;
    return pass_punctuation(x), TOKEN_PUNCTUATION;
}

bool lexer_next(struct lexer *x, struct token *t)
{
    pass_blank(x);
    *t = (struct token){.kind = TOKEN_END, .start = x->at, .line = x->line};
    if (at_end(x)) return false;
    t->kind = pass_token(x);
    t->length = x->at - t->start;
    return true;
}

/* --- Places ---------------------------------------------------------------------------------------- */

static bool begins_character(char c) { return ((unsigned char)c & 0xC0) != 0x80; }

/* Columns are counted in characters, when somebody wants to know. */
static uint32_t column_of(struct str text, uint32_t start)
{
    uint32_t column = 1;
    while (start-- > 0 && text.s[start] != '\n') column += begins_character(text.s[start]);
    return column;
}

struct place lexer_place(const char *file, struct str text, const struct token *t)
{
    uint32_t width = 0;
    for (uint32_t i = 0; i < t->length && text.s[t->start + i] != '\n'; i++)
        width += begins_character(text.s[t->start + i]);
    return (struct place){file, (uint64_t)t->line, column_of(text, t->start), width ? width : 1};
}

struct str lexer_line(struct str text, uint64_t line)
{
    const char *at = text.s, *end = text.s + text.n;
    for (; line > 1 && at; line--) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (at) at++;
    }
    if (!at || line == 0) return (struct str){NULL, 0};
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return (struct str){at, (size_t)((stop ? stop : end) - at)};
}

/* `key =`, or `["key"] =`: is t such a key? Leaves x behind the `=` where it is. */
static bool passes_key(struct lexer *x, struct token *t)
{
    struct lexer ahead = *x;
    struct token u;
    if (lexer_is(x->text, t, "[")) {
        struct token name;
        if (!lexer_next(&ahead, &name) || name.kind != TOKEN_STRING) return false;
        if (!lexer_next(&ahead, &u) || !lexer_is(x->text, &u, "]")) return false;
        *t = name;
    } else if (t->kind != TOKEN_NAME)
        return false;
    if (!lexer_next(&ahead, &u) || !lexer_is(x->text, &u, "=")) return false;
    *x = ahead;
    return true;
}

static bool spells(struct str text, const struct token *t, const char *key)
{
    uint32_t quote = t->kind == TOKEN_STRING && t->length >= 2 ? 1 : 0;
    return str_is((struct str){text.s + t->start + quote, t->length - 2 * quote}, key);
}

/* --- Into tables ------------------------------------------------------------------------------------ */

int lexer_nesting(struct str text, const struct token *t)
{
    if (t->kind == TOKEN_PUNCTUATION) {
        char c = text.s[t->start];
        return t->length != 1 ? 0 : c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
    }
    if (t->kind != TOKEN_NAME) return 0;
    if (lexer_is(text, t, "end") || lexer_is(text, t, "until")) return -1;
    return lexer_is(text, t, "function") || lexer_is(text, t, "if") || lexer_is(text, t, "do") ||
           lexer_is(text, t, "repeat");
}

/* Pass the rest of a field, up to and with the separator after it; false: the table ends. */
static bool pass_field(struct lexer *x, struct token t)
{
    int depth = 0;
    do {
        int nested = lexer_nesting(x->text, &t);
        depth += nested;
        if (depth < 0) return false;
        if (nested == 0 && depth == 0 && (lexer_is(x->text, &t, ",") || lexer_is(x->text, &t, ";"))) return true;
    } while (lexer_next(x, &t));
    return false;
}

/* Within a table, behind its `{`: find the field. x is left behind the first token of its value. */
static bool find_field(struct lexer *x, const char *key, int index, struct token *name, struct token *value)
{
    int position = 0;
    struct token t;
    while (lexer_next(x, &t) && !lexer_is(x->text, &t, "}")) {
        bool named = passes_key(x, &t);
        *name = *value = t;
        if (named && !lexer_next(x, value)) return false;
        if (!named) position++;
        if (key ? named && spells(x->text, name, key) : !named && position == index) return true;
        if (!pass_field(x, *value)) return false;
    }
    return false;
}

bool lexer_field(struct lexer *x, struct field *f)
{
    struct token t;
    int depth = 0;
    if (!lexer_next(x, &t) || lexer_is(x->text, &t, "}")) return false;
    *f = (struct field){.key = t};
    f->named = passes_key(x, &f->key);
    if (f->named && !lexer_next(x, &t)) return false;
    f->value = t;
    do {
        struct lexer before = *x;
        int nested = lexer_nesting(x->text, &t);
        if (depth == 0 && nested == 0 && (lexer_is(x->text, &t, ",") || lexer_is(x->text, &t, ";"))) return f->past = x->at, true;
        depth += nested;
        f->end = f->past = t.start + t.length;
        *x = before;
        struct lexer ahead = *x;
        if (depth == 0 && lexer_next(&ahead, &t) && lexer_nesting(x->text, &t) < 0) return true; /* the table's end is for the next call */
    } while (lexer_next(x, &t));
    return false;
}

bool lexer_enter(struct lexer *x, const char *word)
{
    struct token t, after;
    while (lexer_next(x, &t)) {
        struct lexer ahead = *x;
        if (t.kind != TOKEN_NAME || !lexer_is(x->text, &t, word) || !lexer_next(&ahead, &after)) continue;
        if (lexer_is(x->text, &after, "(") && !lexer_next(&ahead, &after)) continue;
        if (!lexer_is(x->text, &after, "{")) continue;
        *x = ahead;
        return true;
    }
    return false;
}

/* Behind `function`: up to the `)` of its parameters. */
static bool pass_parameters(struct lexer *x, struct token *t)
{
    while (lexer_next(x, t))
        if (lexer_is(x->text, t, ")")) return true;
    return false;
}

/* From the token t of a value into its table: past the words and texts before the `{`, or into what a function answers that does nothing else. */
static bool enter_table(struct lexer *x, struct token t)
{
    if (lexer_is(x->text, &t, "function") && !pass_parameters(x, &t)) return false;
    while (!lexer_is(x->text, &t, "{")) {
        if (t.kind != TOKEN_NAME && t.kind != TOKEN_STRING && !lexer_is(x->text, &t, "(") &&
            !lexer_is(x->text, &t, ")"))
            return false;
        if (!lexer_next(x, &t)) return false;
    }
    return true;
}

static bool find_word(struct lexer *x, const char *word, int line, struct token *t)
{
    while (lexer_next(x, t) && t->line <= line)
        if (t->line == line && t->kind == TOKEN_NAME && lexer_is(x->text, t, word)) {
            struct lexer ahead = *x;
            struct token u;
            if (!lexer_next(&ahead, &u) || !lexer_is(x->text, &u, "=")) return true; /* not a key of that name */
        }
    return false;
}

/* word "text" stands for word { "text" }: its first item is the text. */
static bool is_bare(struct lexer *x, const struct site *site, struct token *value)
{
    struct lexer ahead = *x;
    struct token t;
    if (site->path[0].key || site->path[0].index != 1 || !lexer_next(&ahead, &t)) return false;
    if (lexer_is(x->text, &t, "(") && !lexer_next(&ahead, &t)) return false;
    struct token after = t;
    if (t.kind != TOKEN_STRING || (lexer_next(&ahead, &after) && lexer_is(x->text, &after, "{"))) return false;
    *value = t;
    return true;
}

/* As far along the path as it goes; key and value are the last that were found. */
static bool follow(struct lexer *x, const struct site *site, struct token *key, struct token *value)
{
    *value = *key;
    if (site->depth == 1 && is_bare(x, site, value)) return true;
    for (int i = 0; i < site->depth; i++) {
        struct token inner_key, inner_value;
        if (!enter_table(x, *value) || !find_field(x, site->path[i].key, site->path[i].index, &inner_key, &inner_value))
            return false;
        *key = inner_key;
        *value = inner_value;
    }
    return true;
}

bool lexer_call(struct lexer *x, const struct site *site, struct token *word)
{
    return find_word(x, site->word, site->line, word);
}

bool lexer_value(struct lexer *x, const struct site *site, struct token *value)
{
    struct token key = {.kind = TOKEN_NAME};
    return lexer_next(x, &key) && follow(x, site, &key, value);
}

struct place lexer_site(const char *file, struct str text, const struct site *site, enum site_part part)
{
    struct lexer x;
    struct token key, value;
    lexer_init(&x, text);
    if (!find_word(&x, site->word, site->line, &key)) return (struct place){file, (uint64_t)site->line, 0, 0};
    if (site->depth == 0 && part == SITE_VALUE && lexer_next(&x, &value)) return lexer_place(file, text, &value);
    follow(&x, site, &key, &value);
    return lexer_place(file, text, part == SITE_KEY ? &key : &value);
}

static void set_line(const struct str *keys, int *lines, size_t count, struct str key, int line)
{
    for (size_t low = 0, high = count; low < high;) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(keys[middle], key);
        if (order == 0) {
            lines[middle] = line;
            return;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
}

void lexer_lines(struct str text, const struct site *site, const struct str *keys, int *lines, size_t count)
{
    struct lexer x;
    struct token key, value;
    for (size_t i = 0; i < count; i++) lines[i] = site->line;
    lexer_init(&x, text);
    if (!find_word(&x, site->word, site->line, &key) || !follow(&x, site, &key, &value) || !enter_table(&x, value))
        return;
    while (lexer_next(&x, &key) && !lexer_is(text, &key, "}")) {
        value = key;
        if (passes_key(&x, &key)) {
            uint32_t quote = key.kind == TOKEN_STRING && key.length >= 2 ? 1 : 0;
            set_line(keys, lines, count, (struct str){text.s + key.start + quote, key.length - 2 * quote}, key.line);
            if (!lexer_next(&x, &value)) return;
        }
        if (!pass_field(&x, value)) return;
    }
}

void lexer_item_lines(struct str text, const struct site *site, int *lines, size_t count)
{
    struct lexer x;
    struct token key, value;
    size_t found = 0;
    for (size_t i = 0; i < count; i++) lines[i] = site->line;
    lexer_init(&x, text);
    if (!find_word(&x, site->word, site->line, &key) || !follow(&x, site, &key, &value) || !enter_table(&x, value))
        return;
    while (found < count && lexer_next(&x, &key) && !lexer_is(text, &key, "}")) {
        value = key;
        if (!passes_key(&x, &key))
            lines[found++] = value.line;
        else if (!lexer_next(&x, &value))
            return;
        if (!pass_field(&x, value)) return;
    }
}
