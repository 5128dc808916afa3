/* abridged.c: see abridged.h. */
#include "compare/abridged.h"
#include "data/reader.h"

struct abridging {
    struct reader reader;
    struct diags told; /* counted, and not kept */
    struct arena arena;
    const struct unasked *list;
    struct buf *to;
};

static bool is_unasked(const struct abridging *a, struct str key)
{
    for (const struct unasked *u = a->list; u->key; u++)
        if (u->depth == a->reader.depth && str_is(key, u->key)) return true;
    return false;
}

static void copy(struct abridging *a, const char *from, const char *end) { buf_add(a->to, from, (size_t)(end - from)); }
static void copy_value(struct abridging *a);

static void copy_object(struct abridging *a)
{
    struct reader_name name;
    bool first = true;
    reader_object(&a->reader);
    buf_char(a->to, '{');
    while (reader_name(&a->reader, &name)) {
        if (!reader_new(&a->reader, &name) || is_unasked(a, name.key)) continue; /* its value is passed over */
        if (!first) buf_char(a->to, ',');
        first = false;
        copy(a, name.open, name.close + 1);
        buf_char(a->to, ':');
        copy_value(a);
    }
    buf_char(a->to, '}');
}

static void copy_array(struct abridging *a)
{
    reader_array(&a->reader);
    buf_char(a->to, '[');
    for (bool first = true; reader_element(&a->reader); first = false) {
        if (!first) buf_char(a->to, ',');
        copy_value(a);
    }
    buf_char(a->to, ']');
}

static void copy_value(struct abridging *a)
{
    struct reader *r = &a->reader;
    enum json_type type = reader_peek(r);
    if (type == JSON_OBJECT_) return copy_object(a);
    if (type == JSON_ARRAY_) return copy_array(a);
    const char *start = r->text + reader_offset(r);
    if (reader_skip(r)) copy(a, start, r->at);
}

struct whole { struct abridging a; struct str text; bool good; };

static void abridge(void *context)
{
    struct whole *w = context;
    reader_init(&w->a.reader, "", w->text.s, w->text.n, 1, 1, &w->a.arena, &w->a.told);
    copy_value(&w->a);
    w->good = reader_finish(&w->a.reader) && w->a.told.errors == 0 && !w->a.to->failed;
}

bool abridged(struct buf *to, struct str text, const struct unasked *list)
{
    struct whole w = {.a = {.list = list, .to = to}, .text = text};
    diags_init(&w.a.told);
    w.a.told.limit = 0;
    arena_init(&w.a.arena);
    buf_clear(to);
    bool good = arena_guard(&w.a.arena, abridge, &w) && w.good;
    arena_done(&w.a.arena);
    diags_done(&w.a.told);
    return good;
}
