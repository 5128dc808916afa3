/* parts.c: see parts.h. */
#include "script/parts.h"
#include "script/state.h"

struct making {
    struct parts parts;
    struct arena *arena;
    size_t capacity;
};

static struct str between(struct str text, uint32_t start, uint32_t end) { return (struct str){text.s + start, end - start}; }

/* A name, or a text without its quotes. */
static struct str name_of(struct str text, const struct token *t)
{
    uint32_t quote = t->kind == TOKEN_STRING && t->length >= 2 ? 1 : 0;
    return between(text, t->start + quote, t->start + t->length - quote);
}

static void add(struct making *m, struct part part)
{
    struct parts *p = &m->parts;
    if (p->count == m->capacity) {
        size_t capacity = m->capacity ? 2 * m->capacity : 64;
        struct part *list = arena_alloc(m->arena, capacity * sizeof *list);
        if (p->count) memcpy(list, p->list, p->count * sizeof *list);
        p->list = list;
        m->capacity = capacity;
    }
    p->list[p->count++] = part;
}

static void add_field(struct making *m, enum part_kind kind, struct str id, const struct field *f, uint32_t start)
{
    add(m, (struct part){kind, id, start, f->end - start, f->past, f->key.line});
}

/* --- pack.lua ------------------------------------------------------------------------------------------------------- */

/* `key =`, or `["key"] =`: where the field begins. */
static uint32_t start_of(struct str text, const struct field *f)
{
    uint32_t at = f->key.start;
    if (f->key.kind == TOKEN_STRING)
        while (text.s[at] != '[') at--;
    return at;
}

/* Into the table that is the field's value; false: it is none. */
static bool enter_value(struct str text, const struct field *f, struct lexer *inside)
{
    lexer_init(inside, text);
    inside->at = f->value.start + f->value.length;
    inside->line = f->value.line;
    return lexer_is(text, &f->value, "{");
}

static void parameters(struct making *m, const struct field *of)
{
    struct lexer x;
    struct field f;
    if (!enter_value(m->parts.text, of, &x)) return;
    m->parts.room_parameters = x.at;
    while (lexer_field(&x, &f))
        if (f.named) add_field(m, PART_PARAMETER, name_of(m->parts.text, &f.key), &f, start_of(m->parts.text, &f));
}

static void evidence_of_kind(struct making *m, struct str kind, const struct field *of)
{
    struct lexer x;
    struct field f;
    if (!enter_value(m->parts.text, of, &x)) return;
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++)
        if (str_is(kind, evidence_kind_plural((enum evidence_kind)k))) m->parts.room_evidence[k] = x.at;
    while (lexer_field(&x, &f)) {
        if (!f.named) continue;
        struct str id = name_of(m->parts.text, &f.key);
        char *whole = arena_printf(m->arena, "%.*s.%.*s", (int)kind.n, kind.s, (int)id.n, id.s);
        add_field(m, PART_EVIDENCE, str_of(whole), &f, start_of(m->parts.text, &f));
    }
}

static void evidence(struct making *m, const struct field *of)
{
    struct lexer x;
    struct field f;
    if (!enter_value(m->parts.text, of, &x)) return;
    while (lexer_field(&x, &f))
        if (f.named) evidence_of_kind(m, name_of(m->parts.text, &f.key), &f);
}

static const struct {
    const char *key;
    enum part_kind kind;
} whole[] = {{"scale", PART_SCALE}, {"areas", PART_AREAS}, {"compared", PART_COMPARED}, {"ladder", PART_LADDER}, {"cohort", PART_COHORT}};

struct parts script_parts_of_pack(struct str text, struct arena *arena)
{
    struct making m = {.parts = {.text = text}, .arena = arena};
    struct lexer x;
    struct field f;
    lexer_init(&x, text);
    if (!lexer_enter(&x, "pack")) return m.parts;
    m.parts.room = x.at;
    while (lexer_field(&x, &f)) {
        struct str key = f.named ? name_of(text, &f.key) : STR("");
        if (str_is(key, "parameters")) parameters(&m, &f);
        if (str_is(key, "evidence")) evidence(&m, &f);
        for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
            if (str_is(key, whole[i].key)) add_field(&m, whole[i].kind, STR(""), &f, start_of(text, &f));
    }
    return m.parts;
}

/* --- areas/<id>.lua ---------------------------------------------------------------------------------------------------- */

/* `characteristic "id" { … }` */
static void item(struct making *m, enum part_kind kind, const struct field *f)
{
    struct lexer x;
    struct token id;
    lexer_init(&x, m->parts.text);
    x.at = f->value.start + f->value.length;
    if (lexer_next(&x, &id) && id.kind == TOKEN_STRING) add_field(m, kind, name_of(m->parts.text, &id), f, f->value.start);
}

struct parts script_parts_of_area(struct str text, struct arena *arena)
{
    struct making m = {.parts = {.text = text}, .arena = arena};
    struct lexer x;
    struct field f;
    lexer_init(&x, text);
    if (!lexer_enter(&x, "area")) return m.parts;
    m.parts.room = x.at;
    while (lexer_field(&x, &f)) {
        struct str key = f.named ? name_of(text, &f.key) : STR("");
        if (str_is(key, "ladder")) add_field(&m, PART_LADDER, STR(""), &f, start_of(text, &f));
        if (str_is(key, "title") || str_is(key, "question")) add_field(&m, PART_WORDS, key, &f, start_of(text, &f));
        if (!f.named && lexer_is(text, &f.value, "characteristic")) item(&m, PART_CHARACTERISTIC, &f);
        if (!f.named && lexer_is(text, &f.value, "cap")) item(&m, PART_CAP, &f);
    }
    return m.parts;
}

/* --- what is the same ----------------------------------------------------------------------------------------------------- */

const struct part *script_part(const struct parts *parts, enum part_kind kind, struct str id)
{
    for (size_t i = 0; i < parts->count; i++)
        if (parts->list[i].kind == kind && str_eq(parts->list[i].id, id)) return &parts->list[i];
    return NULL;
}

struct reader { /* tokens of a text up to `end`, without the parts that are left out, and without a separator before the end of a table */
    struct lexer x;
    uint32_t end;
    const struct parts *without; size_t next; /* or NULL */
};

static void leave_out(struct reader *r)
{
    if (!r->without) return;
    for (; r->next < r->without->count; r->next++) {
        const struct part *part = &r->without->list[r->next];
        struct lexer ahead = r->x;
        struct token t;
        if (!lexer_next(&ahead, &t) || t.start < part->start) return;
        while (r->x.at < part->past) lexer_next(&r->x, &t);
    }
}

static bool next(struct reader *r, struct token *t)
{
    leave_out(r);
    if (!lexer_next(&r->x, t) || t->start >= r->end) return false;
    if (!lexer_is(r->x.text, t, ",") && !lexer_is(r->x.text, t, ";")) return true;
    struct reader ahead = *r;
    struct token after;
    leave_out(&ahead);
    if (lexer_next(&ahead.x, &after) && lexer_is(r->x.text, &after, "}")) return next(r, t);
    return true;
}

static bool same(struct reader a, struct reader b)
{
    struct token x, y;
    for (;;) {
        bool more = next(&a, &x);
        if (more != next(&b, &y)) return false;
        if (!more) return true;
        if (x.kind != y.kind || !str_eq(between(a.x.text, x.start, x.start + x.length), between(b.x.text, y.start, y.start + y.length))) return false;
    }
}

static struct reader reader_of(const struct parts *parts, const struct part *part)
{
    struct reader r = {.end = (uint32_t)parts->text.n};
    lexer_init(&r.x, parts->text);
    if (!part) r.without = parts;
    if (part) r.x.at = part->start, r.end = part->start + part->length;
    return r;
}

bool script_part_same(const struct parts *a, const struct part *x, const struct parts *b, const struct part *y)
{
    return same(reader_of(a, x), reader_of(b, y));
}

bool script_rest_same(const struct parts *a, const struct parts *b) { return same(reader_of(a, NULL), reader_of(b, NULL)); }
