/* stream.h: a source, read block by block and passed value by value, with the place in the file always known. The lower
 * half of the splitter. */
#ifndef DATA_STREAM_H
#define DATA_STREAM_H
#include "data/bytes.h"
#include "data/split.h"

struct mark { /* a place in the source */
    uint64_t offset;
    struct bytes_place place; /* line 0: the source as a whole */
};

struct trouble { /* an error that waits to be told */
    bool set, starved;
    struct mark at;
    char message[DIAG_MESSAGE], hint[DIAG_HINT];
};

struct stream {
    const struct source *source;
    size_t size; /* of a block */
    char *block; /* bytes [base, base + have) of the source and '\0'; all before `at` is passed */
    size_t at, have;
    uint64_t base;
    struct bytes_place place; /* of block[at] */
    struct digest digest;
    uint64_t digested;      /* bytes, from the start; each is taken once */
    bool digested_apart;    /* the rest is somebody else's, or nobody's */
    struct trouble trouble; /* the first one; nothing more is read then */
};

bool stream_open(struct stream *s, const struct source *source, size_t size); /* false: out of memory */
void stream_close(struct stream *s);
struct mark stream_here(const struct stream *s);
void stream_go_to(struct stream *s, struct mark mark); /* forgets no trouble */
bool stream_more(struct stream *s);                    /* is there a byte at block[at]? */
/* Pass n bytes of the block, into `to` (NULL: nowhere). */
bool stream_take(struct stream *s, struct batch *to, size_t n);
int stream_next(struct stream *s,
                struct batch *to); /* the next byte that is no white space (which is passed), -1 at the end */

enum passed {
    PASSED,
    BROKEN, /* the text ends within, or a bracket is closed by the wrong one */
    LONG,   /* longer than the limit */
    FAILED  /* see trouble */
};
/* Pass the value, or whatever stands here, at least one byte. */
enum passed stream_pass(struct stream *s, struct batch *to, size_t limit);

/* All return false. The first trouble wins. */
bool stream_trouble(struct stream *s, struct mark at, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
bool stream_starved(struct stream *s); /* out of memory */
bool stream_tell(const struct stream *s, const struct trouble *t, struct diags *diags);

/* batch.c. False: out of memory. */
bool batch_add(struct batch *b, const char *bytes, size_t n); /* and keeps room for a '\0' */
bool batch_piece(struct batch *b, struct piece piece);        /* its text was added; a '\0' is put behind it */
#endif
