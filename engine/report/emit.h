/* emit.h: JSON written straight into a buffer. No tree, no printf: keys are literals, so that a key costs a copy of known length.
 * The writer of a document puts the commas: COMMA_KEY within an object, comma() between elements.
 *
 * `spaced` puts a blank behind colons and commas (the format json); without it the text is compact (jsonl).
 */
#ifndef REPORT_EMIT_H
#define REPORT_EMIT_H
#include "base/buf.h"
#include <math.h>

struct emit {
    struct buf *out;
    bool spaced;
};

/* buf_add, without the call where there is room. */
static inline void emit_raw(struct buf *out, const char *s, size_t n)
{
    if (out->capacity - out->length < n || out->failed) {
        buf_add(out, s, n);
        return;
    }
    memcpy(out->data + out->length, s, n);
    out->length += n;
}
static inline void emit_str(struct buf *out, struct str s) { emit_raw(out, s.s, s.n); }
#define EMIT(out, literal) emit_raw(out, literal, sizeof(literal) - 1)

static inline void emit_key(const struct emit *e, const char *quoted, size_t n)
{
    emit_raw(e->out, quoted, n);
    if (e->spaced) EMIT(e->out, " ");
}
static inline void comma(const struct emit *e)
{
    if (e->spaced)
        EMIT(e->out, ", ");
    else
        EMIT(e->out, ",");
}
#define KEY(e, name) emit_key(e, "\"" name "\":", sizeof(name) + 2)
#define COMMA_KEY(e, name) (comma(e), KEY(e, name))

static inline void emit_number(struct buf *out, double d)
{
    if (isfinite(d))
        buf_double(out, d);
    else
        EMIT(out, "null"); /* JSON has no other word for it */
}
static inline void emit_bool(struct buf *out, bool b)
{
    if (b)
        EMIT(out, "true");
    else
        EMIT(out, "false");
}
/* A string, or null where there is none. */
static inline void emit_text(struct buf *out, struct str s)
{
    if (s.s)
        buf_json(out, s);
    else
        EMIT(out, "null");
}
/* A word of ours: nothing in it needs escaping. */
static inline void emit_word(struct buf *out, const char *word)
{
    EMIT(out, "\"");
    emit_raw(out, word, strlen(word));
    EMIT(out, "\"");
}
#endif
