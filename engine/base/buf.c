/* buf.c: a growing text, and JSON strings. Numbers are in number.c. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/mem.h"

enum { FIRST_CAPACITY = 256, SHORT_TEXT = 64 };

void buf_init(struct buf *b) { *b = (struct buf){0}; }

void buf_done(struct buf *b)
{
    mem_free(b->data);
    buf_init(b);
}

/* A capacity that is all used up makes every later append come here, and be refused. */
static bool fail(struct buf *b)
{
    b->capacity = b->length;
    b->failed = true;
    return false;
}

bool buf_grow(struct buf *b, size_t more)
{
    size_t capacity = b->capacity ? b->capacity : FIRST_CAPACITY;
    if (b->failed || more > SIZE_MAX / 4 - b->length) return fail(b);
    while (capacity < b->length + more) capacity *= 2;
    char *data = mem_realloc(b->data, capacity);
    if (!data) return fail(b);
    b->data = data;
    b->capacity = capacity;
    return true;
}

/* Most texts fit what is there, so the first try writes; a second only where it did not. */
void buf_printf(struct buf *b, const char *format, ...)
{
    va_list args;
    if (!buf_reserve(b, SHORT_TEXT)) return;
    size_t room = b->capacity - b->length;
    va_start(args, format);
    int length = vsnprintf(b->data + b->length, room, format, args);
    va_end(args);
    if (length >= 0 && (size_t)length >= room) {
        if (!buf_reserve(b, (size_t)length + 1)) return;
        va_start(args, format);
        vsnprintf(b->data + b->length, (size_t)length + 1, format, args);
        va_end(args);
    }
    if (length > 0) b->length += (size_t)length;
}

const char *buf_text(struct buf *b)
{
    if (b->failed || b->length == 0 || !buf_reserve(b, 1)) return "";
    b->data[b->length] = '\0';
    return b->data;
}

/* --- JSON strings --- */

/* The bytes that end a plain run: 0x00 to 0x1F, `"`, `\`, and all that is not ASCII. */
static bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x80 && c != '"' && c != '\\'; }

/* Eight at a time: a byte's top bit is set in the result where it is not plain. */
static uint64_t not_plain(uint64_t w)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones * 0x80;
    uint64_t quote = w ^ (ones * '"'), slash = w ^ (ones * '\\');
    return ((w - ones * 0x20) | (quote - ones) | (slash - ones) | w) & tops;
}

/* Where the plain run at s ends. not_plain may name a byte that is plain (a borrow), never miss one. */
static const char *plain_run(const char *s, const char *end)
{
    while (end - s >= 8) {
        uint64_t w;
        memcpy(&w, s, 8);
        if (not_plain(w)) break;
        s += 8;
    }
    while (s < end && is_plain((unsigned char)*s)) s++;
    return s;
}

static void escape(struct buf *b, unsigned char c)
{
    static const char hex[] = "0123456789abcdef", letters[] = "btn\0fr";
    char text[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
    size_t n = 6;
    if (c == '"' || c == '\\')
        text[1] = (char)c, n = 2;
    else if (c >= '\b' && c <= '\r' && letters[c - '\b'])
        text[1] = letters[c - '\b'], n = 2;
    buf_add(b, text, n);
}

/* Past the runs of ASCII; returns where to go on. */
static const char *special(struct buf *b, const char *s, const char *end)
{
    unsigned char c = (unsigned char)*s;
    if (c < 0x80) return escape(b, c), s + 1;
    size_t n = str_utf8((struct str){s, (size_t)(end - s)});
    if (n) return buf_add(b, s, n), s + n;
    return buf_put(b, "\xEF\xBF\xBD"), s + 1;
}

void buf_json(struct buf *b, struct str s)
{
    const char *at = s.n ? s.s : "", *end = at + s.n; /* s.s may be NULL where there is nothing */
    if (!buf_reserve(b, s.n + 2)) return;
    buf_char(b, '"');
    while (at < end) {
        const char *stop = plain_run(at, end);
        buf_add(b, at, (size_t)(stop - at));
        at = stop;
        if (at < end) at = special(b, at, end);
    }
    buf_char(b, '"');
}
