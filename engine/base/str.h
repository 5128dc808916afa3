/* str.h: a borrowed run of bytes, and what names need: equality, hash, nearest. */
#ifndef BASE_STR_H
#define BASE_STR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *s; /* NULL: not there. Where an arena made it, it ends in NUL besides */
    size_t n;
};
#define STR(literal) ((struct str){ literal, sizeof(literal) - 1 })
static inline struct str str_of(const char *s) { return (struct str){ s, s ? strlen(s) : 0 }; }
static inline bool str_eq(struct str a, struct str b) { return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0); }
static inline bool str_is(struct str a, const char *b) { return str_eq(a, str_of(b)); }
int str_compare(struct str a, struct str b); /* in the order of bytes; what begins the other is the smaller */
uint64_t str_hash(struct str s); /* the same on every machine and in every run */
bool str_is_id(struct str s);    /* [a-z][a-z0-9_-]*, at most 64 bytes */
/* "Avon & Somerset" as "avon-and-somerset", with a NUL, whatever its length; `to` has STR_SLUG(text.n) bytes. False where a letter is none of a to z. It
 * need be no id: "101", "". */
#define STR_SLUG(n) (5 * (n) + 1)
bool str_slug(struct str text, char *to, size_t *length);
size_t str_utf8(struct str s);   /* bytes of the well-formed UTF-8 character it begins with (1 to 4); 0: it does not */
size_t str_characters(struct str s); /* how many characters of UTF-8 begin in it */

/* Its beginning, at most `most` bytes, cut between two characters of UTF-8. */
struct str str_head(struct str s, size_t most);

/* The name of `names` nearest to `want` by edits (optimal string alignment), or -1 where none is near
 * enough to be worth saying: at most a third of the longer one's length, at least 1. Ties: the first.
 * Where none is, the first that begins with `want`, if that has four bytes or more.
 * Names past 128 bytes are never near. */
int str_nearest(struct str want, const struct str *names, size_t count);
#endif
