/* excuse.c: see excuse.h. Between two tokens there are blanks and comments and nothing else, so that a text that only looks like an excuse is never taken for one. */
#include "script/excuse.h"
#include "script/state.h"

struct finder {
    const char *file;
    struct str text;
    struct arena *arena;
    struct excuse *first, **end;
};

static struct str trimmed(struct str s)
{
    while (s.n && strchr(" \t\r", s.s[0])) s.s++, s.n--;
    while (s.n && strchr(" \t\r", s.s[s.n - 1])) s.n--;
    return s;
}

/* Takes `word` from the front of *s, and the blanks behind it. */
static bool take(struct str *s, const char *word)
{
    size_t n = strlen(word);
    if (s->n < n || memcmp(s->s, word, n) != 0) return false;
    *s = trimmed((struct str){s->s + n, s->n - n});
    return true;
}

/* "P503" */
static int code_of(struct str word)
{
    int code = 0;
    if (word.n != 4 || word.s[0] != 'P') return 0;
    for (size_t i = 1; i < word.n; i++) {
        if (word.s[i] < '0' || word.s[i] > '9') return 0;
        code = 10 * code + (word.s[i] - '0');
    }
    return code;
}

static void add(struct finder *f, struct excuse excuse)
{
    struct excuse *e = arena_alloc(f->arena, sizeof *e);
    *e = excuse;
    e->next = NULL;
    *f->end = e;
    f->end = &e->next;
}

/* `said` is the comment from `peel:` on. */
static void read_one(struct finder *f, struct excuse like, struct str said)
{
    const char *colon;
    take(&said, "peel:");
    if (!take(&said, "allow")) {
        like.word = said;
        add(f, like);
        return;
    }
    colon = memchr(said.s, ':', said.n);
    struct str codes = {said.s, colon ? (size_t)(colon - said.s) : said.n};
    if (colon) like.reason = trimmed((struct str){colon + 1, said.n - codes.n - 1});
    do {
        const char *comma = memchr(codes.s, ',', codes.n);
        size_t n = comma ? (size_t)(comma - codes.s) : codes.n;
        like.word = trimmed((struct str){codes.s, n});
        like.code = code_of(like.word);
        add(f, like);
        n += comma != NULL;
        codes.s += n, codes.n -= n;
    } while (codes.n);
}

/* The last line of what begins with the token t: of all brackets and blocks that open on the way to the end of its line. */
static uint64_t last_line(struct lexer x, struct token t)
{
    int depth = 0;
    uint64_t last;
    do {
        depth += lexer_nesting(x.text, &t);
        last = (uint64_t)x.line;
    } while (lexer_next(&x, &t) && (depth > 0 || (uint64_t)t.line == last));
    return last;
}

/* The comment that begins at `at`, on that line; its length. */
static uint32_t comment_length(struct str text, uint32_t at)
{
    uint32_t n = at + 2, level = 0;
    if (n < text.n && text.s[n] == '[') {
        while (n + 1 + level < text.n && text.s[n + 1 + level] == '=') level++;
        if (n + 1 + level < text.n && text.s[n + 1 + level] == '[')
            for (uint32_t i = n + 2 + level; i + level + 1 < text.n; i++) {
                uint32_t k = 0;
                if (text.s[i] != ']') continue;
                while (k < level && text.s[i + 1 + k] == '=') k++;
                if (k == level && text.s[i + 1 + level] == ']') return i + level + 2 - at;
            }
    }
    const char *newline = memchr(text.s + at, '\n', text.n - at);
    return (uint32_t)((newline ? (size_t)(newline - text.s) : text.n) - at);
}

static void comment(struct finder *f, struct token t, struct excuse like)
{
    struct str said = trimmed((struct str){f->text.s + t.start + 2, t.length - 2});
    if (said.n < 5 || memcmp(said.s, "peel:", 5) != 0 || memchr(said.s, '\n', said.n)) return;
    t.start = (uint32_t)(said.s - f->text.s);
    t.length = (uint32_t)said.n;
    like.place = lexer_place(f->file, f->text, &t);
    read_one(f, like, said);
}

/* What stands between `from`, on `line`, and the token t; x has just passed t. `behind`: there is code on that line.
 * How far t reaches is looked for only where a comment has a line of its own: a line may have any number of the others. */
static void between(struct finder *f, uint32_t from, int line, bool behind, struct lexer x, struct token t)
{
    uint64_t last = 0;
    bool looked = t.kind == TOKEN_END;
    for (uint32_t at = from; at < t.start; at++) {
        if (f->text.s[at] == '\n') line++, behind = false;
        if (f->text.s[at] != '-') continue;
        struct excuse like = {.first = (uint64_t)line, .last = (uint64_t)line};
        if (!behind && !looked) last = last_line(x, t), looked = true;
        if (!behind) like.first = last ? (uint64_t)t.line : 0, like.last = last;
        struct token said = {TOKEN_STRING, at, comment_length(f->text, at), line};
        comment(f, said, like);
        for (uint32_t i = at; i < at + said.length; i++) line += f->text.s[i] == '\n';
        at += said.length - 1;
    }
}

struct excuse *excuses_read(const char *file, struct str text, struct arena *arena)
{
    struct finder f = {file, text, arena, NULL, &f.first};
    struct lexer x;
    struct token t;
    bool more = true, behind = false;
    lexer_init(&x, text);
    while (more) {
        uint32_t from = x.at;
        int line = x.line;
        more = lexer_next(&x, &t);
        if (memchr(text.s + from, '-', t.start - from)) between(&f, from, line, behind, x, t);
        behind = true;
    }
    return f.first;
}
