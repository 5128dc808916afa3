/* digester.c: see digester.h. */
#include "data/digester.h"
#include "base/mem.h"

enum { BLOCK = 128 << 10 };

static void *digest_rest(void *argument)
{
    struct digester *d = argument;
    long n;
    while ((n = source_read(d->source, d->from, d->block, BLOCK)) > 0) {
        digest_add(&d->digest, d->block, (size_t)n);
        d->from += (uint64_t)n;
    }
    d->failed = n < 0;
    return NULL;
}

bool digester_start(struct digester *d, const struct source *source, const struct digest *digest, uint64_t from)
{
    *d = (struct digester){.source = source, .digest = *digest, .from = from, .block = mem_alloc(BLOCK)};
    if (d->block && pthread_create(&d->thread, NULL, digest_rest, d) == 0) return true;
    mem_free(d->block);
    return false;
}

bool digester_end(struct digester *d, struct digest *digest)
{
    pthread_join(d->thread, NULL);
    mem_free(d->block);
    *digest = d->digest;
    return !d->failed;
}
