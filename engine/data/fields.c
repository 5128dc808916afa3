/* fields.c: objects with known keys, objects keyed by ids, arrays. */
#include "data/index.h"
#include "data/intake.h"
#include <stdio.h>

bool fields_open_any(struct intake *in, struct fields *f)
{
    const struct shape *shape = f->shape;
    if (in->quiet) return reader_object(&in->reader) || (in->wrong = true, false);
    if (reader_peek(&in->reader) != JSON_OBJECT_) {
        char expected[64];
        snprintf(expected, sizeof expected, "an object (%s)", shape->a);
        return want_shape(in, expected, shape->example);
    }
    f->offset = here(in);
    return reader_object(&in->reader);
}

/* From the last one on, and around. */
static int find(const struct fields *f, struct str key)
{
    const struct shape *shape = f->shape;
    for (int i = f->last + 1; i < shape->count; i++)
        if (same(shape->keys[i], key)) return i;
    for (int i = 0; i <= f->last; i++)
        if (same(shape->keys[i], key)) return i;
    return -1;
}

static void list_keys(const struct shape *shape, char *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < shape->count && n < room; i++)
        n += (size_t)snprintf(out + n, room - n, "%s%.*s", i ? ", " : "", KEY_ARG(shape->keys[i]));
}

/* A key that is none of the shape's. Out of line, so that the way of known keys stays short. */
__attribute__((cold, noinline)) static void stranger(struct intake *in, const struct fields *f, struct str key)
{
    char all[DIAG_HINT / 2];
    struct str none = {NULL, 0};
    uint32_t length, at = reader_key_place(&in->reader, reader_offset(&in->reader), &length);
    int near = tell_worth(in) ? str_nearest(key, f->shape->keys, f->shape->count) : -1;
    list_keys(f->shape, all, sizeof all);
    struct hint hint =
        hint_nearest(near < 0 ? none : f->shape->keys[near], "its keys are %s; your own go below \"x\"", all);
    tell_error(in, at, length, hint.text, "%s has no key %s", f->shape->a, quote_str(key).text);
}

void fields_need(struct intake *in, const struct fields *f, uint32_t keys)
{
    if ((keys & ~f->seen) == 0) return;
    for (int i = 0; i < f->shape->count; i++)
        if (keys >> i & 1 && !(f->seen >> i & 1))
            tell_error(in, f->offset, 1, f->shape->example, "%s needs \"%.*s\"", f->shape->a,
                       KEY_ARG(f->shape->keys[i]));
}

/* Known keys are in f->seen; the reader remembers the others. Those before the last are tried as they stand too. */
int fields_next_any(struct intake *in, struct fields *f)
{
    struct reader *r = &in->reader;
    struct reader_name name;
    const char *p = quick_member(r);
    for (int i = 0; p && i < f->last; i++)
        if (fields_stands(in, f, p, i)) return fields_take(in, f, i, p);
    while (reader_name(r, &name)) {
        int i = find(f, name.key);
        if (i >= 0 && !fields_has(f, i)) return fields_take(in, f, i, name.open);
        if (i >= 0)
            reader_twice(r, &name, f->at[i]);
        else if (reader_new(r, &name) && !str_is(name.key, "x"))
            stranger(in, f, name.key);
    }
    if (!in->reader.failed) fields_need(in, f, f->shape->required);
    return -1;
}

bool map_open(struct intake *in, const char *expected)
{
    return want_type(in, JSON_OBJECT_, WANTED_OBJECT, expected) && reader_object(&in->reader);
}

void *rows_add(struct arena *arena, struct rows *rows)
{
    if (rows->count == rows->capacity) {
        size_t capacity = rows->capacity ? 2 * rows->capacity : 16;
        char *items = arena_alloc(arena, capacity * rows->size);
        if (rows->count) memcpy(items, rows->items, rows->count * rows->size);
        rows->items = items;
        rows->capacity = capacity;
    }
    return memset(rows->items + rows->size * rows->count++, 0, rows->size);
}

bool rows_open(struct intake *in, struct rows *rows, size_t size, const char *expected)
{
    *rows = (struct rows){.size = size};
    return want_type(in, JSON_ARRAY_, WANTED_ARRAY, expected) && reader_array(&in->reader);
}

bool rows_next_any(struct intake *in) { return reader_element(&in->reader); }

/* Each id after the one before? So they mostly are, and then none stands twice. */
static bool ascending(const char *ids, size_t count, size_t stride)
{
    for (size_t i = 0; i + 1 < count; i++, ids += stride) {
        struct str a = *(const struct str *)(const void *)ids, b = *(const struct str *)(const void *)(ids + stride);
        if (!a.s || !b.s) return false;
        if (str_compare(a, b) >= 0) return false;
    }
    return true;
}

void tell_twins(struct intake *in, const struct str *ids, size_t count, size_t stride, size_t offset_at,
                const char *what)
{
    if (ascending((const char *)ids, count, stride)) return;
    struct index *index = index_build(in->arena, ids, count, stride);
    for (size_t i = 0; i < count; i++) {
        const char *item = (const char *)ids + i * stride;
        struct str id = *(const struct str *)(const void *)item;
        uint32_t first = id.s ? index_find(index, id) : (uint32_t)i;
        if (first == i) continue;
        uint32_t at = *(const uint32_t *)(const void *)(item + offset_at);
        uint32_t at_first = *(const uint32_t *)(const void *)((const char *)ids + first * stride + offset_at);
        if (!tell_worth(in))
            tell_error(in, at, 1, NULL, "twice");
        else
            tell_error(in, at, 1, "give each an id of its own", "the %s %s stands twice; the first is on line %llu",
                       what, quote_str(id).text, (unsigned long long)reader_place(&in->reader, at_first, 1).line);
    }
}
