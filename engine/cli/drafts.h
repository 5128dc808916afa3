/* drafts.h: datasets graded by a pack as it was, by its draft and by each edit alone: what peel impact asks of past data, and peel diff of the newer.
 *
 *   drafts_begin(&d), then drafts_add(&d, path, ...) for each dataset; d.impact is the answer. Both jump to the arena's escape when out of memory; drafts_done in any case.
 */
#ifndef CLI_DRAFTS_H
#define CLI_DRAFTS_H
#include "report/impact.h"

struct drafts {
    const struct pack *was, *draft; /* these seven are the caller's, and borrowed */
    const uint32_t *older;           /* which older area is which of the draft's; NULL: that of its id (edits.h) */
    const struct renaming *renaming; /* the datasets name areas as the draft does; NULL: as both do */
    unsigned workers;
    struct str only; /* this organisation alone; s NULL: all */
    struct arena *arena;
    struct diags *diags;
    struct edits edits;
    struct impact impact;
    struct grades *of_was, *of_draft, *alone; /* private: of the dataset that is being graded, and of the edit */
    struct pack *hybrid;                      /* likewise: the older pack with it */
    struct diags flaws;                       /* likewise: what it lacks */
    char digest[DIGEST_TEXT];                 /* likewise: of that dataset; empty before it was read */
};
void drafts_begin(struct drafts *d);
/* False, and errors: it could not be graded. data NULL: it was opened before, and what there is to warn of was told. */
bool drafts_add(struct drafts *d, const char *path, struct impact_data *data);
void drafts_done(struct drafts *d);
#endif
