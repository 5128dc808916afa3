/* wording.c: see wording.h. */
#include "script/wording.h"
#include "script/gist.h"
#include "script/state.h"

struct spelled { /* what is being looked at */
    struct lexer x;
    struct arena *arena;
    struct wording *to;
    size_t capacity;
};

static bool ends(const struct spelled *s, const struct token *t)
{
    const struct str text = s->x.text;
    return lexer_is(text, t, ",") || lexer_is(text, t, ";") || lexer_is(text, t, "}");
}

static struct str says(const struct spelled *s, const struct token *t)
{
    return gist_text((struct str){s->x.text.s + t->start, t->length}, s->arena);
}

static void add(struct spelled *s, const struct token *t)
{
    struct wording *to = s->to;
    char quote = s->x.text.s[t->start];
    if (to->count == s->capacity) {
        size_t capacity = s->capacity ? 2 * s->capacity : 4;
        struct str *items = arena_alloc(s->arena, capacity * sizeof *items);
        if (to->count) memcpy(items, to->items, to->count * sizeof *items);
        to->items = items;
        s->capacity = capacity;
    }
    if (to->count == 0 && quote != '[') to->quote = quote;
    to->items[to->count++] = says(s, t);
}

/* Between two tokens stands nothing, but for blanks and comments. */
static bool is_blank(struct str text, uint32_t from, uint32_t to)
{
    for (; from < to; from++)
        if (!strchr(" \t\n\v\f\r", text.s[from])) return false;
    return true;
}

/* Behind its `{`. */
static bool read_list(struct spelled *s)
{
    struct token t;
    uint32_t from = s->x.at;
    bool wanted = true; /* an item, not what parts them */
    s->to->list = true;
    for (; lexer_next(&s->x, &t) && is_blank(s->x.text, from, t.start); from = s->x.at) {
        if (lexer_is(s->x.text, &t, "}")) return true;
        if (wanted ? t.kind != TOKEN_STRING : !ends(s, &t)) return false;
        if (wanted) add(s, &t);
        wanted = !wanted;
    }
    return false;
}

/* The value that begins with the token, and nothing behind it that would make another of it. */
static bool read_value(struct spelled *s, const struct token *value)
{
    struct token after;
    s->to->start = value->start;
    s->to->line = value->line;
    s->to->quote = '"';
    if (lexer_is(s->x.text, value, "{")) {
        if (!read_list(s)) return false;
    } else if (value->kind == TOKEN_STRING)
        add(s, value);
    else
        return false;
    s->to->length = s->x.at - value->start;
    return lexer_next(&s->x, &after) && ends(s, &after);
}

/* A row is called as its `each`, a colon, and its values. */
static bool is_called(struct str name, struct str call, bool row)
{
    if (!row) return str_eq(name, call);
    return name.n > call.n && memcmp(name.s, call.s, call.n) == 0 && name.s[call.n] == ':';
}

/* case "name", each "name", by whatever brackets: is it this case's call? */
static bool is_call_of(const struct spelled *s, const struct decl_case *is)
{
    struct lexer x = s->x;
    struct token t;
    if (!lexer_next(&x, &t) || (lexer_is(x.text, &t, "(") && !lexer_next(&x, &t))) return false;
    if (t.kind != TOKEN_STRING) return false;
    s->to->call = says(s, &t);
    return is_called(is->name, s->to->call, s->to->row);
}

/* From where the lexer stands on; it is left behind the word. */
static bool find_call(struct spelled *s, const struct site *site, const struct decl_case *is, struct wording_place *last)
{
    struct token word;
    while (lexer_call(&s->x, site, &word)) {
        if (!is_call_of(s, is)) continue;
        *last = (struct wording_place){s->x.text.s, word.start, word.line};
        return true;
    }
    return false;
}

static bool find_near(struct spelled *s, const struct site *site, const struct decl_case *is, struct wording_place *last)
{
    const struct str text = s->x.text;
    if (last->text == text.s && last->line <= site->line) {
        s->x.at = last->at;
        s->x.line = last->line;
        if (find_call(s, site, is, last)) return true;
    }
    lexer_init(&s->x, text);
    return find_call(s, site, is, last);
}

bool script_wording(struct str text, const struct decl_case *is, const struct decl_expected *e,
                    struct wording_place *last, struct arena *arena, struct wording *to)
{
    struct spelled s = {.arena = arena, .to = to};
    struct site site = *e->site;
    struct token value;
    *to = (struct wording){.row = site.path[0].key == NULL};
    if (site.depth == 0 || site.depth == SITE_DEPTH) return false;
    site.path[site.depth++].key = e->key;
    lexer_init(&s.x, text);
    return find_near(&s, &site, is, last) && lexer_value(&s.x, &site, &value) && read_value(&s, &value);
}

static bool same_step(const struct site *a, const struct site *b, int i)
{
    if (!a->path[i].key || !b->path[i].key) return a->path[i].key == b->path[i].key && a->path[i].index == b->path[i].index;
    return strcmp(a->path[i].key, b->path[i].key) == 0;
}

static bool same_place(const struct decl_expected *a, const struct decl_expected *b)
{
    const struct site *x = a->site, *y = b->site;
    if (x->line != y->line || x->depth != y->depth || strcmp(a->key, b->key) != 0 || strcmp(x->word, y->word) != 0)
        return false;
    for (int i = 0; i < x->depth; i++)
        if (!same_step(x, y, i)) return false;
    return true;
}

bool script_shares(const struct wording *w, const struct decl_expected *e, const struct decl_case *is,
                   const struct decl_expected *other)
{
    return w->row && other != e && same_place(other, e) && is_called(is->name, w->call, true);
}

void script_spell(struct str text, char quote, struct buf *out)
{
    buf_char(out, quote);
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.s[i];
        if (c == '\n')
            buf_put(out, "\\n");
        else if (c < 0x20 || c == 0x7F)
            buf_printf(out, "\\%03u", c);
        else {
            if (c == '\\' || c == (unsigned char)quote) buf_char(out, '\\');
            buf_char(out, (char)c);
        }
    }
    buf_char(out, quote);
}
