/* split.h: cuts a dataset into its header and its organisations without understanding them, so that the
 * whole is never in memory and workers can read organisations side by side.
 *
 * Two forms, told apart by the first value: one document (an object with the key "organisations": the header is the document with that array left empty,
 * wherever it stands), or JSON Lines (a header line, then one organisation a line; blank lines are passed over). The bytes go through
 * SHA-256 on the way. Memory: a block, the header, one batch.
 */
#ifndef DATA_SPLIT_H
#define DATA_SPLIT_H
#include "base/digest.h"
#include "base/source.h"

#define SPLIT_ORG_LIMIT (64u << 20)    /* bytes of one organisation */
#define SPLIT_HEADER_LIMIT (64u << 20)
#define SPLIT_BATCH (256u << 10)       /* a batch ends once it has this many bytes */

struct piece { /* one organisation's text within its batch */
    uint32_t start, length;
    uint64_t line;   /* of its first byte, in the file */
    uint32_t column;
    uint64_t index;  /* in the dataset, from 0 */
};

struct batch { /* reused from call to call; each text is followed by a '\0' */
    char *text;
    size_t length, capacity;
    struct piece *pieces;
    size_t count, piece_capacity;
};
void batch_init(struct batch *b);
void batch_done(struct batch *b);

struct splitter; /* opaque */
/* Finds the header (reading as much of the source as that takes; for a document that is all of it, once).
 * NULL, and errors, when the frame is broken or the source is empty. */
struct splitter *splitter_open(const struct source *source, struct diags *diags);
void splitter_close(struct splitter *s);
bool splitter_lines(const struct splitter *s); /* JSON Lines? */
/* The header's text, and the place of its first byte (1:1 but for leading white space). Offsets within it map to places by splitter_header_place. */
const char *splitter_header(const struct splitter *s, size_t *length);
/* The next batch; false at the end or on an error (told in diags). */
bool splitter_next(struct splitter *s, struct batch *b, struct diags *diags);
bool splitter_rewind(struct splitter *s); /* to the first organisation again, for the second pass */
/* After the first pass: the digest of all bytes of the source. */
void splitter_digest(const struct splitter *s, char text[DIGEST_TEXT]);
#endif
