/* abridged.h: a JSON text without the members that nobody asks for, so that jansson, which reads character by character, has less
 * to read. Of a result more than half is for people: reasons, tests, sources.
 *
 * What is left out was read all the same, by our own reader, as strictly (data/reader.h): an abridged text that can be read is of a
 * text that can be read.
 */
#ifndef COMPARE_ABRIDGED_H
#define COMPARE_ABRIDGED_H
#include "base/buf.h"

struct unasked { /* a key, and how many objects and arrays are open around it, the outermost too */
    uint32_t depth;
    const char *key;
};

/* False: no word of it may be used. The text is no good JSON, has a key twice, or memory ended; nothing is told: whoever reads the whole
 * text will. text.s[text.n] must be '\0'; the list ends with key NULL. */
bool abridged(struct buf *to, struct str text, const struct unasked *list);
#endif
