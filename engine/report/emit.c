/* emit.c: texts into JSON strings, sixteen bytes at a time. The slow half, all that needs escaping, is buf_json. */
#include "report/emit.h"

typedef signed char bytes __attribute__((vector_size(16)));
typedef uint64_t words __attribute__((vector_size(16)));

/* All ones where a byte cannot stay as it is: a control character, `"`, `\`, or not ASCII (negative here). */
static inline bytes special(bytes b) { return (b < ' ') | (b == '"') | (b == '\\'); }
static inline bool none(bytes found) { return (((words)found)[0] | ((words)found)[1]) == 0; }

static inline bytes sixteen(const char *s)
{
    bytes b;
    memcpy(&b, s, sizeof b);
    return b;
}

/* 1 to 15 bytes copied, and returned with some of them twice. */
static bytes copy_few(char *to, const char *s, size_t n)
{
    uint64_t a = 0, b = 0;
    if (n >= 8) {
        memcpy(&a, s, 8), memcpy(&b, s + n - 8, 8);
        memcpy(to, &a, 8), memcpy(to + n - 8, &b, 8);
        return (bytes)(words){a, b};
    }
    if (n >= 4) {
        uint32_t c, d;
        memcpy(&c, s, 4), memcpy(&d, s + n - 4, 4);
        memcpy(to, &c, 4), memcpy(to + n - 4, &d, 4);
        return (bytes)(words){c | (uint64_t)d << 32, c | (uint64_t)d << 32};
    }
    char first = s[0], middle = s[n / 2], last = s[n - 1];
    to[0] = first, to[n / 2] = middle, to[n - 1] = last;
    bytes few = {first, middle, last};
    return few | (bytes){0, 0, 0, ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '};
}

/* n > 0 bytes to `to`, which may be s itself; true where all of them are plain. The last sixteen overlap what was
 * copied before. */
static bool copy_plain(char *to, const char *s, size_t n)
{
    if (n < 16) return none(special(copy_few(to, s, n)));
    bytes last = sixteen(s + n - 16), found = special(last);
    for (size_t i = 0; i + 16 < n; i += 16) {
        bytes b = sixteen(s + i);
        memcpy(to + i, &b, 16);
        found |= special(b);
    }
    memcpy(to + n - 16, &last, 16);
    return none(found);
}

bool emit_is_plain(struct buf *out, size_t from)
{
    if (out->length <= from) return true; /* also where memory ended before there was any */
    char *s = out->data + from;
    return copy_plain(s, s, out->length - from);
}

/* Without the quotes that buf_json puts. */
static void escaped(struct buf *out, struct str s)
{
    size_t at = out->length;
    buf_json(out, s);
    if (out->failed) return;
    out->length -= 2;
    memmove(out->data + at, out->data + at + 1, out->length - at);
}

void emit_inside(struct buf *out, struct str s)
{
    if (s.n == 0 || !buf_reserve(out, s.n)) return;
    if (copy_plain(out->data + out->length, s.s, s.n))
        out->length += s.n;
    else
        escaped(out, s);
}
