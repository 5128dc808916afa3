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

/* buf_add, without the call where there is room. (A buf that failed has none: see buf.c.) */
static inline void emit_raw(struct buf *out, const char *s, size_t n)
{
    if (out->capacity - out->length < n) {
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
/* A text with EMIT_SLACK readable bytes behind it (what they hold does not matter), copied in whole blocks. */
#define EMIT_SLACK 16
static inline void emit_kept(struct buf *out, struct str s)
{
    if (out->capacity - out->length < s.n + EMIT_SLACK) {
        buf_add(out, s.s, s.n);
        return;
    }
    char *to = out->data + out->length;
    for (size_t i = 0; i < s.n; i += EMIT_SLACK) memcpy(to + i, s.s + i, EMIT_SLACK);
    out->length += s.n;
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
/* A key with what stands before its comma and after its colon, in one piece. */
#define MEMBER(e, before, name, after) EITHER(e, before ", \"" name "\": " after, before ",\"" name "\":" after)
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
/* What stands between the quotes of a JSON string. Nearly all texts are plain, and are copied as they are tested. */
void emit_inside(struct buf *out, struct str s);
static inline void emit_json(struct buf *out, struct str s)
{
    EMIT(out, "\"");
    emit_inside(out, s);
    EMIT(out, "\"");
}
/* Whether what was written from `from` on may stand in a JSON string as it is. */
bool emit_is_plain(struct buf *out, size_t from);
/* A string, or null where there is none. */
static inline void emit_text(struct buf *out, struct str s)
{
    if (s.s)
        emit_json(out, s);
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
