/* reader.h: a strict JSON reader (RFC 8259), one pass over bytes in memory, pulled by whoever knows what should come
 * next. It accepts what jansson's json_loadb with JSON_REJECT_DUPLICATES | JSON_DECODE_ANY accepts, and refuses what
 * that refuses; tests/unit/test_oracle.c holds it to that. These are all the differences, each on purpose:
 *
 *   - Nesting deeper than READER_DEPTH is refused (jansson: 2048).
 *   - Keys longer than READER_KEY bytes are refused (jansson: any length).
 *   - NUL bytes are refused everywhere (jansson passes over one that follows a number: a slip of its own).
 *   - Integers beyond int64, but within a double, are no syntax error (jansson: "too big integer"). Asked for by
 *     reader_number or reader_double, a whole number beyond 2^53 is refused, since a double would silently change it.
 *
 * Three kinds of trouble, all told through diags with place, excerpt and hint:
 *
 *   - A syntax error ends the reading: `failed`, every later call says "no" at once, so a caller may look once at the
 *     end. To these belong bad UTF-8, lone surrogates, \u0000, control characters in strings, numbers that overflow a
 *     double, and depth.
 *   - A wrong type, or a whole number beyond 2^53, does not. The call says false, `failed` stays false, and the value
 *     is still to come: read it as something else, or leave it. What was not read is passed over, checked in full, by
 *     the next reader_key, reader_element or reader_finish.
 *   - A key that stands twice, or is too long, is told, its value passed over, and the next key is read.
 *
 *     reader_init(&r, file, text, n, line, column, arena, diags);
 *     if (reader_object(&r)) {
 *         struct str key;
 *         while (reader_key(&r, &key)) // every other value is passed over
 *             if (str_is(key, "name")) reader_string(&r, &name);
 *     }
 *     if (reader_finish(&r)) ...       // nothing follows
 *
 * An object or array that was entered must be walked to its end: until reader_key or reader_element says false.
 */
#ifndef DATA_READER_H
#define DATA_READER_H
#include "base/arena.h"
#include "base/diag.h"
#include "data/keys.h"
#include "data/model.h"

#define READER_DEPTH 128
#define READER_KEY 1024

enum json_type {
    JSON_NONE_ /* failed, or the end */,
    JSON_OBJECT_,
    JSON_ARRAY_,
    JSON_STRING_,
    JSON_NUMBER_,
    JSON_TRUE_,
    JSON_FALSE_,
    JSON_NULL_
};

struct source;

struct reader_level { /* an object or array that is open */
    const char *open; /* its bracket */
    bool array;
    struct key_span keys;
};

struct reader_name { /* a key, as it was found */
    struct str key;
    const char *open, *close; /* its quotes */
};

struct reader {
    const char *text, *end, *at; /* *end must be readable and '\0' */
    const char *file;
    const struct source *source; /* where the text was copied from, or NULL: see reader_origin */
    uint64_t origin, patched;    /* the places in it of text[0], and of what the patch begins with */
    const char *noun;            /* what messages call the whole value; "the value" until the caller says better */
    uint64_t line;               /* the line of text[0] in the file, from 1 */
    uint32_t column;             /* of text[0], from 1 */
    struct arena *arena;         /* strings are copied here */
    struct diags
        *diags; /* NULL: nothing is told, and keys that stand twice are not looked for (a text that was read before) */
    bool failed;
    uint32_t wrong; /* failed: the offset of what was wrong */
    bool pending;   /* a value comes next, that nobody has read */
    bool fresh;     /* an object or array was just entered: no member of it was read yet */
    uint32_t depth;
    struct reader_level levels[READER_DEPTH + 1]; /* levels[1] to levels[depth] are open */
    struct keys keys;
    struct { /* from `offset` on, text is of this place in the file */
        uint32_t offset;
        uint64_t line;
        uint32_t column;
    } patch;
    struct { /* a place counted before, so that many messages cost one walk */
        uint32_t offset;
        uint64_t line;
        uint64_t column;
    } known;
};

void reader_init(struct reader *r, const char *file, const char *text, size_t length, uint64_t line, uint32_t column,
                 struct arena *arena, struct diags *diags);
/* Something was left out of the text at `offset`: what stands there comes from this line and column of the file. Once,
 * before reading. */
void reader_patch(struct reader *r, uint32_t offset, uint64_t line, uint32_t column);

/* The text is a copy of bytes of `source`, from `origin` on; what is behind a patch, from `patched` on. So the lines
 * that messages show can go on where the text ends. */
void reader_origin(struct reader *r, const struct source *source, uint64_t origin, uint64_t patched);

enum json_type reader_peek(struct reader *r); /* the type of the value that comes next; its first character decides */
uint32_t reader_offset(struct reader *r);     /* where it starts, from text */
bool reader_object(struct reader *r);         /* enter; false (and an error) when it is no object */
/* The next key, its value next; false at the end, which is left. The key lives as long as text and arena do; it is
 * NUL-terminated only by chance. */
bool reader_key(struct reader *r, struct str *key);
/* The same in two steps, for those who know by other means which keys there were: reader_name gives every key, and
 * then either reader_new must say that it is new (and remembers it; if not, that is told, and its value is left to be
 * passed over), or reader_twice tells that it is not, and that the first stood at `first`. */
bool reader_name(struct reader *r, struct reader_name *name);
bool reader_new(struct reader *r, const struct reader_name *name);
void reader_twice(struct reader *r, const struct reader_name *name, uint32_t first);
bool reader_array(struct reader *r);
bool reader_element(struct reader *r);               /* another element comes; false at the end, which is left */
bool reader_string(struct reader *r, struct str *s); /* copied to the arena, NUL-terminated */
bool reader_borrow(
    struct reader *r,
    struct str *s); /* the same, but where it stands if it has no escapes: lives as long as text, no NUL */
bool reader_number(struct reader *r, struct number *n); /* spelled is copied to the arena */
bool reader_double(struct reader *r, double *d);        /* the same, without the spelling */
bool reader_bool(struct reader *r, bool *b);
bool reader_null(struct reader *r);
bool reader_skip(struct reader *r); /* any value, checked in full (keys that stand twice too) */
bool reader_finish(
    struct reader *r); /* nothing but white space is left; true: and nothing failed. Wrong types do not count */

/* The place of a stretch of the text; counts lines, so for messages only. */
struct place reader_place(struct reader *r, uint32_t offset, uint32_t length);
/* The place of the key of the member whose value starts at `offset`, quotes included; found by walking back. */
uint32_t reader_key_place(const struct reader *r, uint32_t offset, uint32_t *length);
/* Add a diagnostic with excerpt there. length in bytes, 0: the whole value that starts there (no further than its
 * line). Does not fail the reader. NULL when it was only counted. */
struct diag *reader_complain(struct reader *r, enum severity severity, uint32_t offset, uint32_t length,
                             const char *hint, const char *format, ...) __attribute__((format(printf, 6, 7)));
#endif
