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
static inline void buf_clear(struct buf *b) { b->length = 0; }
bool buf_reserve(struct buf *b, size_t more); /* room for `more` bytes; false (and failed) when out of memory */
void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_char(struct buf *b, char c);
void buf_put(struct buf *b, const char *s);
void buf_str(struct buf *b, struct str s);
/* Not for %f, %e and %g, which obey the locale: see below. */
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_int(struct buf *b, int64_t i);
const char *buf_text(struct buf *b); /* NUL-terminated; "" when empty or failed */

/* The shortest decimal that reads back as the same double, in JSON number syntax whatever the locale; "-0" as "0".
 * With an exponent ("1e-7") below 1e-5 and from 2^53 on. What is not finite is written as null. */
void buf_double(struct buf *b, double d);
/* d, the exact double, rounded half away from zero to `places` decimals (0 to 9), never "-0.0"; |d| below 1e15,
 * else as buf_double. */
void buf_fixed(struct buf *b, double d, int places);
/* JSON: a quoted string, escaping only what must be; bytes that are no UTF-8 as U+FFFD. */
void buf_json(struct buf *b, struct str s);
#endif
