/* document.c: see document.h. */
#include "compare/document.h"
#include "base/mem.h"
#include "data/reader.h"
#include "data/split.h"
#include "stats/interval.h"
#include <math.h>
#include <stdio.h>

/* jansson does not look whether there was room for each character of a text, and writes past the text's end if there is
 * memory again when the text is whole. So within one reading, memory that has ended stays so. */
static _Thread_local bool ended;

static void *allocate(size_t size)
{
    void *p = ended ? NULL : mem_alloc(size);
    ended = !p;
    return p;
}

void document_use_memory(void) { json_set_alloc_funcs(allocate, mem_free); }

/* --- What is wrong ------------------------------------------------------------------------------------------------ */

static void pointer(const struct at *at, struct buf *out)
{
    if (!at->up) return;
    pointer(at->up, out);
    buf_char(out, '/');
    if (at->key)
        buf_put(out, at->key);
    else
        buf_int(out, (int64_t)at->index);
}

/* jansson forgets places, our reader does not: the text is read again, as far as the value. */
static bool walk(struct reader *r, const struct at *at)
{
    struct str key;
    if (!at->up) return true;
    if (!walk(r, at->up)) return false;
    if (at->key) {
        if (!reader_object(r)) return false;
        while (reader_key(r, &key))
            if (str_is(key, at->key)) return true;
        return false;
    }
    if (!reader_array(r)) return false;
    for (size_t i = 0; reader_element(r); i++)
        if (i == at->index) return true;
    return false;
}

static void open_reader(const struct document *d, struct reader *r, struct arena *arena)
{
    size_t n;
    if (d->text.s == splitter_header(d->splitter, &n))
        splitter_reader(d->splitter, r, arena, NULL);
    else {
        reader_init(r, d->file, d->text.s, d->text.n, d->line, d->column, arena, NULL);
        reader_origin(r, d->source, d->offset, 0);
    }
}

static const char HINT[] = "was it written by peel grade, and not changed since?";

struct telling {
    const struct document *document;
    const struct at *at;
    const char *sentence;
    struct arena arena;
    bool told;
};

static void tell(void *context)
{
    struct telling *t = context;
    struct reader r;
    open_reader(t->document, &r, &t->arena);
    if (!walk(&r, t->at)) return;
    uint32_t offset = reader_offset(&r);
    r.diags = t->document->diags;
    bool bracket = json_is_object(t->at->value) || json_is_array(t->at->value); /* all of it would be no place */
    reader_complain(&r, DIAG_ERROR, offset, bracket, HINT, "%s", t->sentence);
    t->told = true;
}

/* At its place; false where it could not be found, or memory ends. */
static bool tell_there(const struct document *d, const struct at *at, const char *sentence)
{
    struct telling t = {.document = d, .at = at, .sentence = sentence};
    arena_init(&t.arena);
    bool told = arena_guard(&t.arena, tell, &t) && t.told;
    arena_done(&t.arena);
    return told;
}

void document_end(struct document *d)
{
    d->told = true;
    arena_starved(d->arena); /* it leaves for the guard, whatever for */
}

void document_wrong(struct document *d, const struct at *at, const char *what)
{
    struct buf out;
    buf_init(&out);
    if (d->index != DOCUMENT_WHOLE) buf_put(&out, "/organisations/"), buf_int(&out, (int64_t)d->index);
    if (at) pointer(at, &out);
    if (out.length == 0) buf_char(&out, '/');
    buf_put(&out, ": "), buf_put(&out, what);
    if (!out.failed && (!at || !tell_there(d, at, buf_text(&out))))
        diag_add(d->diags, DIAG_ERROR, (struct place){d->file, d->line, 0, 0}, HINT, "%s", buf_text(&out));
    bool starved = out.failed; /* then the sentence is empty: who asked says that memory ended */
    buf_done(&out);
    if (starved) arena_starved(d->arena);
    document_end(d);
}

/* Where in the file, and the line, where all of it is in the text. */
_Noreturn static void broken(struct document *d, struct str text, uint64_t line, uint32_t column, const json_error_t *e)
{
    uint64_t at = e->line > 0 ? (uint64_t)e->line : 1;
    const char *p = text.s, *end = text.s + text.n;
    for (uint64_t i = 1; i < at && p; i++) p = memchr(p, '\n', (size_t)(end - p)), p = p ? p + 1 : NULL;
    struct place place = {d->file, line + at - 1, (uint32_t)(e->column > 0 ? e->column : 1), 1};
    if (at == 1) place.column += column - 1;
    struct diag *diag = diag_add(d->diags, DIAG_ERROR, place, NULL, "is no JSON: %s", e->text);
    const char *stop = p ? memchr(p, '\n', (size_t)(end - p)) : NULL;
    if (diag && p && at > 1) diag_excerpt(diag, p, (size_t)((stop ? stop : end) - p));
    document_end(d);
}

/* Of an abridged text it is known already that no key stands twice. What is wrong is told of the whole text, where it stands. */
static json_t *parse(struct document *d, struct str text, const struct unasked *unasked, json_error_t *e)
{
    json_t *root = NULL;
    if (unasked && abridged(&d->abridged, text, unasked)) root = json_loadb(d->abridged.data, d->abridged.length, 0, e);
    return root ? root : json_loadb(text.s, text.n, JSON_REJECT_DUPLICATES, e);
}

struct at document_parse(struct document *d, struct str text, uint64_t line, uint32_t column, const struct unasked *unasked)
{
    json_error_t e;
    json_decref(d->root);
    ended = false;
    d->root = parse(d, text, unasked, &e);
    d->line = line, d->column = column;
    d->text = text;
    if (ended) arena_starved(d->arena); /* not by the code of the error, which is not set wherever memory ends */
    if (!d->root) broken(d, text, line, column, &e);
    struct at root = {d->root, NULL, NULL, 0};
    if (!json_is_object(d->root)) document_wrong(d, &root, "must be an object");
    return root;
}

void document_done(struct document *d)
{
    json_decref(d->root);
    buf_done(&d->abridged);
}

/* --- Values by key ------------------------------------------------------------------------------------------------ */

static struct at step(struct document *d, const struct at *at, const char *key, json_type type, const char *must)
{
    struct at next = {json_object_get(at->value, key), at, key, 0};
    if (!next.value) {
        char what[160];
        snprintf(what, sizeof what, "lacks \"%s\"", key);
        document_wrong(d, at, what);
    }
    if (json_typeof(next.value) != type) document_wrong(d, &next, must);
    return next;
}

struct str document_str(const json_t *j) { return (struct str){json_string_value(j), json_string_length(j)}; }

struct str document_text(struct document *d, const struct at *at, const char *key)
{
    return document_str(step(d, at, key, JSON_STRING, "must be a string").value);
}

struct str document_text_or_none(struct document *d, const struct at *at, const char *key)
{
    const json_t *j = json_object_get(at->value, key);
    if (!j || json_is_null(j)) return (struct str){NULL, 0};
    return document_text(d, at, key);
}

struct at document_array(struct document *d, const struct at *at, const char *key)
{
    return step(d, at, key, JSON_ARRAY, "must be an array");
}

struct at document_object(struct document *d, const struct at *at, const char *key)
{
    return step(d, at, key, JSON_OBJECT, "must be an object");
}

size_t document_some(struct document *d, const struct at *at, const char *key, struct at *list)
{
    if (!json_object_get(at->value, key)) return 0;
    *list = document_array(d, at, key);
    return json_array_size(list->value);
}

struct at document_item(struct document *d, const struct at *list, size_t i)
{
    struct at next = {json_array_get(list->value, i), list, NULL, i};
    if (!json_is_object(next.value)) document_wrong(d, &next, "must be an object");
    return next;
}

double document_number(struct document *d, const struct at *at, const char *key)
{
    struct at next = {json_object_get(at->value, key), at, key, 0};
    if (!json_is_number(next.value)) document_wrong(d, next.value ? &next : at, "must have a number");
    return json_number_value(next.value);
}

double document_number_or(struct document *d, const struct at *at, const char *key, double otherwise)
{
    return json_object_get(at->value, key) ? document_number(d, at, key) : otherwise;
}

double document_count(struct document *d, const struct at *at, const char *key)
{
    struct at next = {json_object_get(at->value, key), at, key, 0};
    double n = document_number(d, at, key);
    if (!(n >= 0 && n <= (double)STATS_COUNT_MAX && floor(n) == n)) document_wrong(d, &next, "must be a whole number, 0 or more");
    return n;
}

bool document_flag(struct document *d, const struct at *at, const char *key)
{
    struct at next = {json_object_get(at->value, key), at, key, 0};
    if (!json_is_boolean(next.value)) document_wrong(d, next.value ? &next : at, "must have true or false");
    return json_is_true(next.value);
}
