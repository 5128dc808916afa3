/* reader.h: a strict JSON reader (RFC 8259), one pass over bytes in memory, pulled by whoever knows what
 * should come next. It accepts exactly what jansson's JSON_REJECT_DUPLICATES accepts, but for the limits below; the tests hold it to that.
 *
 * Refused: a byte order mark, invalid UTF-8 (overlong, surrogates, past U+10FFFF), lone surrogate escapes, \u0000,
 * control characters in strings, numbers that are no JSON or overflow a double, nesting deeper than READER_DEPTH,
 * keys longer than READER_KEY bytes, anything after the value.
 * The first syntax error is added to diags with its place and excerpt, and ends the reading: every later call
 * returns "no" at once, so a caller may look once at the end.
 */
#ifndef DATA_READER_H
#define DATA_READER_H
#include "base/arena.h"
#include "base/diag.h"
#include "data/model.h"

#define READER_DEPTH 128
#define READER_KEY 1024

enum json_type { JSON_NONE_ /* failed, or the end */, JSON_OBJECT_, JSON_ARRAY_, JSON_STRING_, JSON_NUMBER_, JSON_TRUE_, JSON_FALSE_, JSON_NULL_ };

struct reader {
    const char *text, *end, *at; /* *end must be readable and '\0' */
    const char *file;
    uint64_t line;     /* the line of text[0] in the file, from 1 */
    uint32_t column;   /* of text[0], from 1 */
    struct arena *arena; /* strings are copied here */
    struct diags *diags;
    bool failed;
    uint32_t depth;
    bool fresh[READER_DEPTH + 1]; /* no member of this level was read yet */
};

void reader_init(struct reader *r, const char *file, const char *text, size_t length, uint64_t line, uint32_t column,
                 struct arena *arena, struct diags *diags);
enum json_type reader_peek(struct reader *r); /* the type of the value that comes next */
uint32_t reader_offset(struct reader *r);     /* where it starts, from text */
bool reader_object(struct reader *r);         /* enter; false (and an error) when it is no object */
bool reader_key(struct reader *r, struct str *key); /* the next key, its value next; false at the end, which is left. Key valid until the next call or longer */
bool reader_array(struct reader *r);
bool reader_element(struct reader *r);        /* another element comes; false at the end, which is left */
bool reader_string(struct reader *r, struct str *s); /* copied to the arena, NUL-terminated */
bool reader_number(struct reader *r, struct number *n); /* spelled is copied to the arena */
bool reader_bool(struct reader *r, bool *b);
bool reader_null(struct reader *r);
bool reader_skip(struct reader *r);           /* any value, still checked in full (duplicate keys too) */
bool reader_finish(struct reader *r);         /* nothing but white space is left */

/* The place of a stretch of the text; counts lines, so for messages only. */
struct place reader_place(const struct reader *r, uint32_t offset, uint32_t length);
/* Add a diagnostic with excerpt there. length in bytes, 0: the whole value that starts there. Does not fail the reader. */
struct diag *reader_complain(struct reader *r, enum severity severity, uint32_t offset, uint32_t length, const char *hint,
                             const char *format, ...) __attribute__((format(printf, 6, 7)));
#endif
