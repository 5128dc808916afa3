/* digester.h: the digest of the rest of a source, taken in a thread of its own beside the pass that cuts the source up. A hash cannot be
 * divided: with several workers it would be what all of them wait for. */
#ifndef DATA_DIGESTER_H
#define DATA_DIGESTER_H
#include <pthread.h>
#include "base/digest.h"
#include "base/source.h"

struct digester {
    const struct source *source;
    struct digest digest;
    uint64_t from; /* what comes before is in the digest */
    char *block;
    pthread_t thread;
    bool failed; /* something could not be read */
};

/* Go on from `digest`, which holds the first `from` bytes. False: no thread or no memory, nothing was begun. */
bool digester_start(struct digester *d, const struct source *source, const struct digest *digest, uint64_t from);
/* Wait for it; *digest then holds all bytes. False: some could not be read. */
bool digester_end(struct digester *d, struct digest *digest);
#endif
