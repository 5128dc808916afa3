/* emit.h: JSON written straight into a buffer. No tree, no printf: keys are literals, so that a key costs a copy of
 * known length. The writer of a document puts the commas: COMMA_KEY within an object, comma() between elements.
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
static inline void emit_str(struct buf *out, struct str s)
{
    if (s.n > 0) emit_raw(out, s.s, s.n);
}
#define EMIT(out, literal) emit_raw(out, literal, sizeof(literal) - 1)

static inline void comma(const struct emit *e)
{
    if (e->spaced)
        EMIT(e->out, ", ");
    else
        EMIT(e->out, ",");
}
#define EITHER(e, blank, compact) ((e)->spaced ? EMIT((e)->out, blank) : EMIT((e)->out, compact))
#define KEY(e, name) EITHER(e, "\"" name "\": ", "\"" name "\":")
#define COMMA_KEY(e, name) EITHER(e, ", \"" name "\": ", ",\"" name "\":")

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
/* The string `head` (written already, without its closing quote) goes on with a blank and s. */
static inline void emit_more(struct buf *out, struct str s)
{
    size_t at = out->length;
    buf_json(out, s);
    if (out->length > at) out->data[at] = ' '; /* where its opening quote stood */
}
/* A word of ours: nothing in it needs escaping. */
static inline void emit_word(struct buf *out, const char *word)
{
    EMIT(out, "\"");
    emit_raw(out, word, strlen(word));
    EMIT(out, "\"");
}
#endif
