/* document.h: a JSON document that a program wrote, read by jansson, and its values asked for by key. What is not as it must be
 * is told with its JSON Pointer, once, and ends the reading: who asks need not look whether there was an answer.
 */
#ifndef COMPARE_DOCUMENT_H
#define COMPARE_DOCUMENT_H
#include <jansson.h>

#include "base/arena.h"
#include "base/diag.h"
#include "compare/abridged.h"

struct source;
struct splitter;

struct document {
    const char *file;
    struct diags *diags;
    struct arena *arena; /* whose guard all of these end at: where something is wrong, and told; or memory ended, and it is not */
    bool told;
    json_t *root;    /* of the text at hand */
    uint64_t line;   /* of that text in the file */
    uint64_t index;  /* of the organisation it is; DOCUMENT_WHOLE: it is none */
    uint64_t offset; /* of that text in the source; not asked of what the splitter calls the header */
    const struct source *source; /* where places are looked up once something is wrong; all borrowed */
    const struct splitter *splitter;
    struct buf abridged; /* scratch */
    struct str text; /* as it was parsed last; followed by a '\0' */
    uint32_t column;
};
#define DOCUMENT_WHOLE UINT64_MAX

struct at { /* a value, and how it is reached; lives on the stack of who asks */
    const json_t *value;
    const struct at *up;
    const char *key; /* NULL: item `index` of an array */
    size_t index;
};

/* jansson's memory through base/mem.h, from now on. */
void document_use_memory(void);
/* Ends the reading: what is wrong has been told. */
_Noreturn void document_end(struct document *d);
/* Read a text, which stands at that place of the file; it must be an object. unasked: what of it will not be asked for (abridged.h); NULL:
 * all may be. */
struct at document_parse(struct document *d, struct str text, uint64_t line, uint32_t column, const struct unasked *unasked);
void document_done(struct document *d);
_Noreturn void document_wrong(struct document *d, const struct at *at, const char *what); /* "must be a date" */

struct str document_str(const json_t *j); /* of a string; lives as long as the document */
struct str document_text(struct document *d, const struct at *at, const char *key);
struct str document_text_or_none(struct document *d, const struct at *at, const char *key); /* s NULL: not there, or null */
struct at document_array(struct document *d, const struct at *at, const char *key);
struct at document_object(struct document *d, const struct at *at, const char *key);
size_t document_some(struct document *d, const struct at *at, const char *key, struct at *list); /* an array that may be left out: its size */
struct at document_item(struct document *d, const struct at *list, size_t i);                    /* an object of an array */
double document_number(struct document *d, const struct at *at, const char *key);
double document_number_or(struct document *d, const struct at *at, const char *key, double otherwise);
double document_count(struct document *d, const struct at *at, const char *key); /* a whole number, from 0 to what statistics count */
bool document_flag(struct document *d, const struct at *at, const char *key);
#endif
