/* buf.h: a growing text. Out of memory it stays as it is and remembers (`failed`): append freely,
 * look once at the end. */
#ifndef BASE_BUF_H
#define BASE_BUF_H
#include "base/str.h"

struct buf {
    char *data; /* not NUL-terminated, but see buf_text */
    size_t length, capacity;
    bool failed;
};

void buf_init(struct buf *b); /* allocates nothing */
void buf_done(struct buf *b);
bool buf_grow(struct buf *b, size_t more); /* the slow half of buf_reserve */
static inline void buf_clear(struct buf *b) { b->length = 0; }
/* Room for `more` bytes; false (and failed) when out of memory. */
static inline bool buf_reserve(struct buf *b, size_t more)
{
    return more <= b->capacity - b->length || buf_grow(b, more);
}
static inline void buf_add(struct buf *b, const void *bytes, size_t n)
{
    if (n == 0 || !buf_reserve(b, n)) return;
    memcpy(b->data + b->length, bytes, n);
    b->length += n;
}
static inline void buf_char(struct buf *b, char c)
{
    if (buf_reserve(b, 1)) b->data[b->length++] = c;
}
static inline void buf_put(struct buf *b, const char *s) { buf_add(b, s, strlen(s)); }
static inline void buf_str(struct buf *b, struct str s) { buf_add(b, s.s, s.n); }
/* Not for %f, %e and %g, which obey the locale: see below. */
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_int(struct buf *b, int64_t i);
const char *buf_text(struct buf *b); /* NUL-terminated; "" when empty or failed */

/* The nearest double of its twelve significant digits: what a quotient is taken to, so that 0.3 / 3 is 0.1. Below 1e-9
 * and from 1e12 on it stays as it is. */
double double_tidy(double d);
/* The shortest decimal that reads back as the same double, in JSON number syntax whatever the locale; "-0" as "0".
 * With an exponent ("1e-7") below 1e-5 and from 2^53 on. What is not finite is written as null. */
void buf_double(struct buf *b, double d);
/* The same where there is no buf: into `text`, without a NUL; returns its length. */
#define DOUBLE_TEXT 32
size_t double_text(double d, char text[DOUBLE_TEXT]);
/* d, the exact double, rounded half away from zero to `places` decimals (0 to 9), never "-0.0"; |d| below 1e15,
 * else as buf_double. */
void buf_fixed(struct buf *b, double d, int places);
/* JSON: a quoted string, escaping only what must be; bytes that are no UTF-8 as U+FFFD. */
void buf_json(struct buf *b, struct str s);
#endif
