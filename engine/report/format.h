/* format.h: the formats a result can be written in. A format renders; it decides nothing.
 *
 * One life per dataset: open, begin, organisation for each (any thread, any order; the caller puts the pieces in
 * order), end, close. An organisation's piece knows nothing of its neighbours; where pieces need a separator it comes
 * first, and the first piece of a dataset loses `lead` bytes.
 */
#ifndef REPORT_FORMAT_H
#define REPORT_FORMAT_H
#include "judge/run.h"
#include "report/style.h"

struct report { /* what there is to know before the first organisation; immutable while they are rendered */
    const struct pack *pack;
    const struct dataset *dataset;
    struct cohort *cohort;  /* of the dataset, or NULL: what was read of it is known at the end */
    const char *digest;     /* of the dataset */
    const struct str *only; /* NULL: all organisations */
    uint64_t count;         /* organisations that will be rendered */
    size_t id_width;        /* columns of the longest id among them */
    size_t number, of;      /* dataset `number` (from 0) of `of` */
    unsigned workers;
    struct style style;
    bool full; /* text: whole pages, however many */
    void (*drain)(void *context, struct buf *out); /* writes what is there and empties it; see report_drain */
    void *drain_context;
};

/* For an `end` that has much to say: lets go of what it has written so far, so that the whole is never in memory. */
void report_drain(const struct report *r, struct buf *out);

struct format {
    const char *name, *about;
    size_t lead;
    void *(*open)(const struct report *r); /* what it keeps for the run; NULL: out of memory */
    void (*close)(void *state);
    void (*begin)(const struct report *r, void *state, struct buf *out);
    void (*organisation)(const struct report *r, void *state, const struct org_result *result, struct buf *out,
                         unsigned worker);
    void (*end)(const struct report *r, void *state, const struct run_totals *totals, struct buf *out);
    bool names; /* its end calls those of the cohort by their names: cohort_keep_names */
};
extern const struct format FORMAT_TEXT, FORMAT_JSON, FORMAT_JSONL, FORMAT_CSV;
extern const struct format *const FORMATS[];
extern const size_t FORMAT_COUNT;
const struct format *format_named(struct str name); /* NULL: no such */
#endif
