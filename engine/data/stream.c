/* stream.c: see stream.h. The walk over a value knows strings and brackets, no more: what is wrong within is for the
 * reader to say. */
#include "data/stream.h"
#include "base/mem.h"
#include "data/place.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

bool stream_open(struct stream *s, const struct source *source, size_t size)
{
    *s = (struct stream){.source = source, .size = size, .place = {1, 1}, .block = mem_alloc(size + 1)};
    digest_init(&s->digest);
    return s->block;
}

void stream_close(struct stream *s) { mem_free(s->block); }

/* --- Trouble --- */

bool stream_trouble(struct stream *s, struct mark at, const char *hint, const char *format, ...)
{
    if (s->trouble.set) return false;
    s->trouble.set = true;
    s->trouble.at = at;
    snprintf(s->trouble.hint, sizeof s->trouble.hint, "%s", hint ? hint : "");
    va_list arguments;
    va_start(arguments, format);
    if (vsnprintf(s->trouble.message, sizeof s->trouble.message, format, arguments) < 0) s->trouble.message[0] = '\0';
    va_end(arguments);
    return false;
}

static void excerpt(const struct stream *s, struct diag *diag, uint64_t offset)
{
    char around[2 * PLACE_AROUND];
    size_t before = offset < PLACE_AROUND ? (size_t)offset : PLACE_AROUND;
    long n = source_read(s->source, offset - before, around, sizeof around);
    if (n >= (long)before) place_excerpt(diag, around, around + before, around + n);
}

bool stream_tell(const struct stream *s, const struct trouble *t, struct diags *diags)
{
    struct place place = {.file = s->source->name};
    if (!t->set) return false;
    diags->starved = diags->starved || t->starved;
    if (t->at.place.line) {
        place.line = t->at.place.line;
        place.column = t->at.place.column < UINT32_MAX ? (uint32_t)t->at.place.column : UINT32_MAX;
        place.width = 1;
    }
    struct diag *diag = diag_add(diags, DIAG_ERROR, place, *t->hint ? t->hint : NULL, "%s", t->message);
    if (diag && place.line) excerpt(s, diag, t->at.offset);
    return false;
}

/* --- The stream --- */

struct mark stream_here(const struct stream *s) { return (struct mark){s->base + s->at, s->place}; }

void stream_go_to(struct stream *s, struct mark mark)
{
    s->base = mark.offset;
    s->at = s->have = 0;
    s->place = mark.place;
}

bool stream_starved(struct stream *s)
{
    s->trouble.starved = s->trouble.starved || !s->trouble.set;
    return stream_trouble(s, (struct mark){0}, NULL, "out of memory");
}

/* Is there a byte at block[at]? */
bool stream_more(struct stream *s)
{
    if (s->at < s->have) return true;
    if (s->trouble.set) return false;
    s->base += s->have;
    s->at = s->have = 0;
    long n = source_read(s->source, s->base, s->block, s->size);
    if (n < 0) return stream_trouble(s, (struct mark){0}, NULL, "cannot be read: %s", strerror(errno));
    s->have = (size_t)n;
    s->block[s->have] = '\0';
    if (!s->digested_apart && s->base <= s->digested && s->base + s->have > s->digested) {
        size_t known = (size_t)(s->digested - s->base);
        digest_add(&s->digest, s->block + known, s->have - known);
        s->digested = s->base + s->have;
    }
    return n > 0;
}

/* Pass n bytes of the block, into `to` (NULL: nowhere). */
bool stream_take(struct stream *s, struct batch *to, size_t n)
{
    bytes_advance(&s->place, s->block + s->at, n);
    if (to && !batch_add(to, s->block + s->at, n)) return stream_starved(s);
    s->at += n;
    return true;
}

/* The next byte that is no white space, -1 at the end. */
int stream_next(struct stream *s, struct batch *to)
{
    while (stream_more(s)) {
        const char *p = s->block + s->at;
        if (!stream_take(s, to, (size_t)(bytes_space(p, s->block + s->have) - p))) return -1;
        if (s->at < s->have) return (unsigned char)s->block[s->at];
    }
    return -1;
}

/* --- Passing a value --- */

static size_t string_end(const char *p, size_t n, bool *escaped) /* past the quote; 0: not here */
{
    for (size_t i = 0; i < n; i++) {
        if (*escaped)
            *escaped = false;
        else if (p[i] == '\\')
            *escaped = true;
        else if (p[i] == '"')
            return i + 1;
    }
    return 0;
}

static enum passed pass_string(struct stream *s, struct batch *to, size_t limit)
{
    size_t total = 1;
    bool escaped = false;
    if (!stream_take(s, to, 1)) return FAILED;
    while (stream_more(s)) {
        size_t end = string_end(s->block + s->at, s->have - s->at, &escaped), n = end ? end : s->have - s->at;
        if (!stream_take(s, to, n)) return FAILED;
        total += n;
        if (total > limit) return LONG;
        if (end) return PASSED;
    }
    return s->trouble.set ? FAILED : BROKEN;
}

static enum passed pass_nested(struct stream *s, struct batch *to, size_t limit)
{
    struct bytes_nest nest = {0};
    size_t total = 0;
    char close = s->block[s->at] == '{' ? '}' : ']';
    while (stream_more(s)) {
        size_t n = bytes_nest(&nest, s->block + s->at, s->have - s->at);
        char last = s->block[s->at + n - 1];
        if (!stream_take(s, to, n)) return FAILED;
        total += n;
        if (total > limit) return LONG;
        if (nest.depth == 0) return last == close ? PASSED : BROKEN;
    }
    return s->trouble.set ? FAILED : BROKEN;
}

static bool ends_word(char c) { return c && strchr(" \t\r\n,:[]{}\"", c); }

static enum passed pass_word(struct stream *s, struct batch *to, size_t limit) /* at least one byte */
{
    size_t total = 0;
    while (stream_more(s)) {
        size_t n = total == 0, room = s->have - s->at;
        while (n < room && !ends_word(s->block[s->at + n])) n++;
        bool end = n < room;
        if (!stream_take(s, to, n)) return FAILED;
        total += n;
        if (total > limit) return LONG;
        if (end) return PASSED;
    }
    return s->trouble.set ? FAILED : PASSED;
}

/* The value, or whatever stands here; limit: how many bytes it may have. */
enum passed stream_pass(struct stream *s, struct batch *to, size_t limit)
{
    switch (s->block[s->at]) {
    case '{':
    case '[': return pass_nested(s, to, limit);
    case '"': return pass_string(s, to, limit);
    default: return pass_word(s, to, limit);
    }
}
