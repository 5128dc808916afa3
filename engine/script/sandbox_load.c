/* sandbox_load.c: a file's text becomes a function with an environment of its own; what Lua's compiler has to say of it
 * becomes a diagnostic with a line, a column and plain words. Text only: compiled Lua can crash the machine it is
 * loaded into. */
#include "base/mem.h"
#include "script/sandbox.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#define TRIES (16u << 20) /* bytes compiled again to find a column */

struct job {
    struct script *s;
    const char *file;
    struct str text;
    void (*words)(lua_State *L);
    int environment;    /* registry reference of an _ENV that is there; 0: a fresh one */
    int status;         /* of lua_load */
    char message[1024]; /* "what near 'token'", without the place */
    int line;           /* 0: unknown */
    struct token token; /* the one that the message names; length 0: unknown */
};

static const char chunk =
    0; /* its address is the key of the compiled function in the registry, on its way out of the gate */

static const char *l_read(lua_State *L, void *data, size_t *n)
{
    (void)L;
    struct str *rest = data;
    *n = rest->n;
    rest->n = 0;
    return *n ? rest->s : NULL;
}

static int load(lua_State *L, const struct job *job, size_t length)
{
    struct str rest = {job->text.s, length};
    const char *name = lua_pushfstring(L, "@%s", job->file); /* name */
    int status = lua_load(L, l_read, &rest, name, "t");      /* name function|message */
    lua_remove(L, -2);
    return status;
}

/* Cut "file:line: " off Lua's message, which is at the top, and keep both. Lua shortens long names of files, so the
 * line is what stands before the first ": " and after a ':'. */
static void keep_message(lua_State *L, struct job *job)
{
    size_t n;
    const char *text = lua_tolstring(L, -1, &n);
    char position[LUA_IDSIZE + 32];
    for (const char *at = text; (at = strchr(at, ':')) != NULL; at++) {
        char *end;
        long line = isdigit((unsigned char)at[1]) ? strtol(at + 1, &end, 10) : 0;
        if (line <= 0 || *end != ':' || (size_t)(end - text) >= sizeof position) continue;
        job->line = (int)line;
        text = end + 1 + (end[1] == ' ');
        break;
    }
    snprintf(job->message, sizeof job->message, "%s", text);
}

/* --- Which token ---------------------------------------------------------------------------------------- */

/* What stands behind "near", without its quotes; s NULL where nothing does, or "<eof>". */
static struct str near(const char *message)
{
    const char *at = NULL;
    for (const char *next = message; (next = strstr(next, " near ")) != NULL; next++) at = next + 6;
    size_t n = at ? strlen(at) : 0;
    if (n < 3 || at[0] != '\'' || at[n - 1] != '\'') return (struct str){NULL, 0};
    return (struct str){at + 1, n - 2};
}

static bool is_byte(struct str near) { return near.n > 3 && near.s[0] == '<' && near.s[1] == '\\'; }

/* Lua names the token and its line, not its column; a line may have it more than once. The text cut off behind the
 * right one, and no earlier, gives the same message. */
static void find_token(lua_State *L, struct job *job)
{
    struct str want = near(job->message);
    struct lexer x;
    struct token t;
    size_t tried = 0;
    char byte = '\0';
    if (!want.s) return;
    if (is_byte(want)) { /* Lua writes <\226> for a byte that it does not know */
        byte = (char)atoi(want.s + 2);
        want = (struct str){&byte, 1};
    }
    lexer_init(&x, job->text);
    while (lexer_next(&x, &t) && t.line <= job->line && tried < TRIES) {
        struct str spelled = {job->text.s + t.start, t.length};
        if (t.line != job->line || spelled.n < want.n || memcmp(spelled.s, want.s, want.n) != 0) continue;
        struct job shorter = *job;
        if (job->token.length == 0) job->token = t; /* as good as any, if none is found: a text that is not closed */
        tried += t.start + t.length;
        bool failed = load(L, job, t.start + t.length) == LUA_ERRSYNTAX;
        if (failed) keep_message(L, &shorter);
        lua_pop(L, 1);
        if (failed && shorter.line == job->line && strcmp(shorter.message, job->message) == 0) {
            job->token = t;
            return;
        }
    }
}

/* --- In plain words ------------------------------------------------------------------------------------- */

/* Lua's own words with its quotes turned into ours. */
static void requote(const char *from, size_t n, char *to, size_t size)
{
    size_t out = 0;
    for (size_t i = 0; i < n && out + 1 < size; i++) to[out++] = from[i] == '\'' ? '`' : from[i];
    to[out] = '\0';
    if (strcmp(to, "<name>") == 0) snprintf(to, size, "a name");
    if (strcmp(to, "<eof>") == 0) snprintf(to, size, "the end of the file");
}

static void say_expected(const char *what, const char *got, char *out, size_t size)
{
    char wanted[64], opened[64];
    const char *end = strstr(what, " expected"), *close = strstr(what, "(to close '");
    requote(what, (size_t)(end - what), wanted, sizeof wanted);
    if (!close) {
        snprintf(out, size, "expected %s, got %s", wanted, got);
        return;
    }
    close += strlen("(to close ");
    size_t n = strcspn(close, " ");
    requote(close, n, opened, sizeof opened);
    snprintf(out, size, "expected %s to close the %s of line %d, got %s", wanted, opened,
             atoi(close + n + strlen(" at line ")), got);
}

static void say(const struct job *job, char *out, size_t size)
{
    const char *message = job->message;
    char what[512], got[160] = "";
    const char *at = NULL;
    for (const char *next = message; (next = strstr(next, " near ")) != NULL; next++) at = next;
    snprintf(what, sizeof what, "%.*s", at ? (int)(at - message) : (int)strlen(message), message);
    if (at) requote(at + 6, strlen(at + 6), got, sizeof got);
    if (job->environment && at && strcmp(at + 6, "<eof>") == 0) snprintf(got, sizeof got, "the end of the line");
    if (at && strstr(what, " expected") && strcmp(what, "function arguments expected") != 0) {
        say_expected(what, got, out, size);
    } else if (strcmp(what, "unexpected symbol") == 0) {
        snprintf(out, size, "%s is not expected here", is_byte(str_of(got + 1)) ? "this character" : got);
    } else if (strcmp(what, "syntax error") == 0) {
        snprintf(out, size, "a statement was expected before %s: a value alone does nothing", got);
    } else if (strcmp(what, "unfinished string") == 0) {
        snprintf(out, size, "the text is not closed on its line");
    } else {
        requote(what, strlen(what), out, size);
        size_t n = strlen(out);
        if (at) snprintf(out + n, size - n, ", near %s", got);
    }
}

/* The token that ends where, but for blanks, this one begins; kind TOKEN_END: none on its line. */
static struct token token_before(const struct job *job)
{
    struct token before = {.kind = TOKEN_END}, t;
    struct lexer x;
    lexer_init(&x, job->text);
    while (job->token.length && lexer_next(&x, &t) && t.start < job->token.start) before = t;
    if (before.line != job->token.line) before.kind = TOKEN_END;
    return before;
}

/* `else if` opens a second `if`: the text is then short of an `end`, which shows far below. */
static bool has_else_if(const struct job *job)
{
    struct lexer x;
    struct token before = {.kind = TOKEN_END}, t;
    lexer_init(&x, job->text);
    for (; lexer_next(&x, &t) && t.line <= job->line; before = t)
        if (t.line == before.line && lexer_is(job->text, &before, "else") && lexer_is(job->text, &t, "if")) return true;
    return false;
}

/* What is wrong where a bracket should close. */
static const char *advice_closing(const struct job *job, struct str got)
{
    struct token before = token_before(job);
    const char *text = job->text.s;
    if (str_is(got, "=") && before.kind == TOKEN_NAME && before.start > 0 && text[before.start - 1] == '-')
        return "a key with a dash is written [\"like-this\"] = …; a parameter's name takes _ instead";
    if (before.kind == TOKEN_STRING && before.start + before.length == job->token.start &&
        job->token.kind == TOKEN_NAME)
        return "the text ends at the quote before it; a text with ' in it stands in \"…\"";
    if (strncmp(job->message, "')' expected", 12) == 0) return "a `)` is missing before it, or a comma";
    return "a comma may be missing before it";
}

static const char *advice_unexpected(const struct job *job, struct str got)
{
    struct token before = token_before(job);
    if (lexer_is(job->text, &before, "%")) return "write a share as a fraction of one: 0.8, not 80%";
    if (has_else_if(job)) return "`else if` opens a second `if`, which needs an `end` of its own; write `elseif`";
    if (strstr(job->message, "near <eof>")) return "a `}` or an `end` is missing above";
    return is_byte(got) ? "texts stand in straight quotes \"…\"; word processors bend them" : NULL;
}

static const char *advice(const struct job *job, struct str got)
{
    const char *message = job->message;
    bool at_end = strstr(message, "near <eof>") != NULL;
    if (at_end && strncmp(message, "'end' expected", 14) == 0)
        return "each `function`, `if`, `for`, `while` and `do` needs an `end` of its own";
    if (strncmp(message, "unfinished string", 17) == 0) return "end it with the quote that it begins with";
    if (strncmp(message, "'end' expected", 14) == 0)
        return "an `end` is missing above it: each `function`, `if`, `for` and `do` has its own";
    if (str_is(got, "=") && strncmp(message, "'then' expected", 15) == 0) return "`==` compares, `=` gives a value";
    if (str_is(got, "!")) return "Lua writes `~=` for \"is not equal to\", and `not` for \"not\"";
    if (str_is(got, "&")) return "Lua writes `and`";
    if (str_is(got, "|")) return "Lua writes `or`";
    if (str_is(got, "+") || str_is(got, "-")) return "Lua has no `+=`; write `x = x + 1`";
    if (strncmp(message, "'}' expected", 12) == 0 || strncmp(message, "')' expected", 12) == 0)
        return advice_closing(job, got);
    return strncmp(message, "unexpected symbol", 17) == 0 ? advice_unexpected(job, got) : NULL;
}

/* --- Compiling ------------------------------------------------------------------------------------------ */

static void push_environment(lua_State *L, const struct job *job)
{
    if (job->environment) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, job->environment);
        return;
    }
    if (job->words)
        job->words(L);
    else
        lua_pushnil(L);
    sandbox_environment(L);
}

static int l_compile(lua_State *L)
{
    struct job *job = lua_touserdata(L, 1);
    job->status = load(L, job, job->text.n);
    if (job->status == LUA_ERRSYNTAX) {
        keep_message(L, job);
        find_token(L, job);
    }
    if (job->status != LUA_OK) return 0;
    push_environment(L, job); /* function environment */
    lua_setupvalue(L, -2, 1); /* a file's only upvalue is its _ENV */
    lua_rawsetp(L, LUA_REGISTRYINDEX, &chunk);
    return 0;
}

/* For the spots of faults, which outlive the function that failed. */
static bool remember_file(struct script *s, const char *file)
{
    for (size_t i = 0; i < s->file_count; i++)
        if (strcmp(s->files[i], file) == 0) return true;
    char **files = mem_realloc(s->files, (s->file_count + 1) * sizeof *files);
    if (!files) return false;
    s->files = files;
    size_t n = strlen(file) + 1;
    files[s->file_count] = mem_alloc(n);
    if (!files[s->file_count]) return false;
    memcpy(files[s->file_count++], file, n);
    return true;
}

static void complain(struct diags *diags, const struct job *job, struct place place, const char *hint,
                     const char *message)
{
    struct diag *diag = diag_add(diags, DIAG_ERROR, place, hint, "%s", message);
    struct str line = lexer_line(job->text, place.line);
    if (diag && line.s) diag_excerpt(diag, line.s, line.n);
}

/* The last line that has something on it. */
static uint64_t last_line(struct str text)
{
    uint64_t line = 1;
    while (text.n > 0 && isspace((unsigned char)text.s[text.n - 1])) text.n--;
    for (size_t i = 0; i < text.n; i++) line += text.s[i] == '\n';
    return line;
}

static void complain_syntax(struct diags *diags, const struct job *job)
{
    char message[DIAG_MESSAGE];
    struct place place = {job->file, (uint64_t)job->line, 0, 0};
    if (job->environment && strstr(job->message, " near <eof>")) place.line = last_line(job->text);
    if (job->token.length) place = lexer_place(job->file, job->text, &job->token);
    say(job, message, sizeof message);
    complain(diags, job, place, advice(job, near(job->message)), message);
}

/* Mentioned at all, since a lexer that is not Lua's own might be led to take code for a comment. */
static const char *word(struct str text, const char *name)
{
    size_t n = strlen(name);
    for (size_t i = 0; i + n <= text.n; i++) {
        if (text.s[i] != *name || memcmp(text.s + i, name, n) != 0) continue;
        unsigned char before = i ? (unsigned char)text.s[i - 1] : ' ',
                      after = i + n < text.n ? (unsigned char)text.s[i + n] : ' ';
        if (!isalnum(before) && before != '_' && !isalnum(after) && after != '_') return text.s + i;
    }
    return NULL;
}

static struct place place_at(const struct job *job, const char *at, uint32_t width)
{
    struct place place = {job->file, 1, 1, width};
    for (const char *c = job->text.s; c < at; c++) {
        if (*c == '\n')
            place.line++, place.column = 1;
        else if (((unsigned char)*c & 0xC0) != 0x80)
            place.column++;
    }
    return place;
}

/* What can be said of a text before Lua sees it. */
static bool acceptable(const struct job *job, struct diags *diags)
{
    struct place whole = {job->file, 0, 0, 0};
    const struct str text = job->text;
    if (text.n > SANDBOX_FILE) {
        diag_add(diags, DIAG_ERROR, whole, "split it", "the file has %zu bytes; a file of rules has at most %u", text.n,
                 SANDBOX_FILE);
        return false;
    }
    if (text.n && text.s[0] == '\x1b') {
        diag_add(diags, DIAG_ERROR, whole, NULL, "the file is compiled Lua; rules are read as text");
        return false;
    }
    if (text.n >= 3 && memcmp(text.s, "\xEF\xBB\xBF", 3) == 0) {
        diag_add(diags, DIAG_ERROR, whole, "save it as UTF-8 without one", "the file begins with a byte order mark");
        return false;
    }
    const char *nul = text.n ? memchr(text.s, '\0', text.n) : NULL;
    if (nul) {
        complain(diags, job, place_at(job, nul, 1), NULL, "the file holds a NUL byte; rules are text");
        return false;
    }
    const char *env = word(text, "_ENV");
    if (env)
        complain(diags, job, place_at(job, env, 4), NULL,
                 "`_ENV` is not available to rules: every file has names of its own");
    return env == NULL;
}

/* Leaves the function on the stack where it compiled; false where it did not: why is told by complain_load. */
static bool compile(struct job *job)
{
    struct script *s = job->s;
    struct fault fault;
    job->status = LUA_ERRMEM;
    if (!remember_file(s, job->file) || !lua_checkstack(s->L, 1) || !gate_run(s, l_compile, job, &fault))
        job->status = LUA_ERRMEM;
    if (job->status != LUA_OK) return false;
    lua_rawgetp(s->L, LUA_REGISTRYINDEX, &chunk);
    lua_pushnil(s->L);
    lua_rawsetp(s->L, LUA_REGISTRYINDEX, &chunk);
    return true;
}

static void complain_load(struct diags *diags, const struct job *job)
{
    struct place whole = {job->file, 0, 0, 0};
    if (job->status == LUA_ERRSYNTAX)
        complain_syntax(diags, job);
    else if (job->status == LUA_ERRRUN) /* its own stack */
        diag_add(diags, DIAG_ERROR, whole, NULL, "brackets, blocks or functions stand too deeply within each other");
    else
        diag_add(diags, DIAG_ERROR, whole, NULL, "cannot be loaded: %s", job->s->stopped ? job->s->stop : "out of memory");
}

bool sandbox_load(struct script *s, const char *file, struct str text, void (*words)(lua_State *L), struct diags *diags)
{
    struct job job = {.s = s, .file = file, .text = text, .words = words};
    if (!acceptable(&job, diags)) return false;
    bool good = compile(&job);
    if (!good) complain_load(diags, &job);
    return good;
}

/* --- Lines ---------------------------------------------------------------------------------------------- */

/* A text in quotes ends on its line, whatever follows. */
static bool is_open(const struct job *job)
{
    return job->status == LUA_ERRSYNTAX && strstr(job->message, " near <eof>") != NULL &&
           strncmp(job->message, "unfinished string", 17) != 0;
}

/* Which of the two came further is the one that was meant. The value's place is put right on the way. */
static bool meant_as_value(struct job *as_value, const struct job *plain, size_t value)
{
    bool placed = as_value->status == LUA_ERRSYNTAX && as_value->token.start >= value;
    as_value->text = plain->text;
    if (placed) as_value->token.start -= (uint32_t)value;
    if (is_open(plain) || is_open(as_value)) return !is_open(plain);
    return placed && as_value->token.start > plain->token.start;
}

enum sandbox_line sandbox_load_line(struct script *s, const char *name, struct str text, size_t value, bool last,
                                    struct diags *diags)
{
    struct job as_value = {.s = s, .file = name, .text = text, .environment = s->session}, plain = as_value;
    plain.text = (struct str){text.s + value, text.n - value};
    if (!acceptable(&plain, diags)) return SANDBOX_LINE_REFUSED;
    if (compile(&as_value) || compile(&plain)) return SANDBOX_LINE_LOADED;
    bool open = is_open(&as_value) || is_open(&plain);
    if (open && !last) return SANDBOX_LINE_OPEN;
    complain_load(diags, meant_as_value(&as_value, &plain, value) ? &as_value : &plain);
    return open ? SANDBOX_LINE_OPEN : SANDBOX_LINE_REFUSED;
}
