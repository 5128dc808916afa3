/* mistake.h: what is wrong with a text, in words. The reader finds that it cannot go on; here it is worked out why,
 * with the time that takes. Each returns false. All but mistake_type, mistake_whole, mistake_twice and mistake_long_key
 * end the reading. */
#ifndef DATA_MISTAKE_H
#define DATA_MISTAKE_H
#include "data/numeral.h"
#include "data/reader.h"

#define COLD __attribute__((cold))

COLD bool mistake_value(struct reader *r, const char *p); /* no value begins at p */
COLD bool mistake_word(struct reader *r, const char *p);  /* a word that is not true, false or null */
COLD bool mistake_key(struct reader *r, const char *p);   /* no key begins at p */
COLD bool mistake_colon(struct reader *r, const char *p); /* p should be a colon */
COLD bool mistake_comma(struct reader *r,
                        const char *p); /* p should be a comma or the end of the innermost object or array */
COLD bool mistake_trailing(struct reader *r, const char *comma);
COLD bool mistake_after(struct reader *r, const char *p);            /* p should be the end of the text */
COLD bool mistake_number(struct reader *r, const struct numeral *n); /* no JSON, or too large for a double */
COLD bool mistake_string(struct reader *r, const char *open,
                         const char *p); /* what stands at p may not stand in the string opened at `open` */
COLD bool mistake_depth(struct reader *r, const char *p);
COLD bool mistake_long_key(struct reader *r, const char *open, const char *close);
COLD bool mistake_twice(struct reader *r, const struct reader_name *name,
                        const char *earlier); /* the first byte of the first key's text */
COLD bool mistake_type(struct reader *r,
                       enum json_type wanted); /* of the value that comes next; silent where none does */
COLD bool mistake_whole(struct reader *r, const struct numeral *n); /* past 2^53 */
#endif
