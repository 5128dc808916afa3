/* split.h: cuts a dataset into its header and its organisations without understanding them, so that the
 * whole is never in memory and workers can read organisations side by side.
 *
 * Two forms, told apart by the first value: one document (an object with the key "organisations": the header is the
 * document with that array left empty, wherever it stands), or JSON Lines (a header line, then one organisation a line;
 * blank lines are passed over). A first value of several lines without that key is a document too. The bytes go through
 * SHA-256 on the way. Memory: a block, the header, one batch.
 *
 * What is told here is the frame: nothing there, no object at the top, a byte order mark, what stands between
 * organisations, after the document, past the limits. What is broken inside the header or an organisation is left to
 * the reader of that text, which finds the exact place: such a piece is handed over as far as it goes, and in a
 * document the reading then ends without another word (the reader is sure to refuse it). So each mistake is told once.
 * Where a document ends before its array does, the last organisation may have swallowed others for want of a bracket:
 * then it is not handed over, since all that it says would be refused, but only told.
 * In a document, an error between organisations is told after the organisations before it were handed out. In JSON
 * Lines a broken line is one broken organisation.
 */
#ifndef DATA_SPLIT_H
#define DATA_SPLIT_H
#include "base/digest.h"
#include "base/source.h"

#define SPLIT_ORG_LIMIT (64u << 20) /* bytes of one organisation */
#define SPLIT_HEADER_LIMIT (64u << 20)
#define SPLIT_BATCH (64u << 10) /* a batch ends once it has this many bytes, */
#define SPLIT_BATCH_COUNT 16    /* or this many organisations: what is rendered of one may be thirty times its text */

struct piece { /* one organisation's text within its batch */
    uint32_t start, length;
    uint64_t line; /* of its first byte, in the file */
    uint32_t column;
    uint64_t offset; /* of its first byte, in the source */
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

struct arena;
struct reader;
struct splitter; /* opaque */
/* Finds the header (reading as much of the source as that takes; for a document that is all of it, once).
 * NULL, and errors, when the frame is broken or the source is empty. */
struct splitter *splitter_open(const struct source *source, struct diags *diags);
/* The same where nobody will ask for the digest: it is not taken. */
struct splitter *splitter_open_undigested(const struct source *source, struct diags *diags);
void splitter_close(struct splitter *s);
bool splitter_lines(const struct splitter *s); /* JSON Lines? */
/* The document breaks off inside its organisations (told by splitter_next or by the reader of the last piece). The
 * header then ends where the array began and may lack what comes after it in the file: do not complain of what is
 * missing. */
bool splitter_broken(const struct splitter *s);
/* The header's text, followed by '\0'. */
const char *splitter_header(const struct splitter *s, size_t *length);
/* A reader over the header that knows where each byte of it stands in the file. */
void splitter_reader(const struct splitter *s, struct reader *r, struct arena *arena, struct diags *diags);
/* The next batch, of at least one piece; false at the end or on an error (told in diags). */
bool splitter_next(struct splitter *s, struct batch *b, struct diags *diags);
bool splitter_rewind(struct splitter *s); /* to the first organisation again, for the second pass */
/* Before the first pass: let a thread take the digest beside it. True where there is one: then splitter_digest_join must be called after the pass, and says
 * whether all could be read. */
bool splitter_digest_apart(struct splitter *s);
bool splitter_digest_join(struct splitter *s);
/* After the first pass: the digest of all bytes of the source. */
void splitter_digest(const struct splitter *s, char text[DIGEST_TEXT]);

/* Tests only: smaller sizes, so that every boundary can be tried. For splitters opened from now on. */
struct split_sizes {
    size_t block, batch, org, header;
};
#define SPLIT_SIZES {128u << 10, SPLIT_BATCH, SPLIT_ORG_LIMIT, SPLIT_HEADER_LIMIT}
void splitter_sizes(struct split_sizes sizes);
#endif
