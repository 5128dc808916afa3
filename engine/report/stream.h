/* stream.h: a dataset graded and written, organisation by organisation, in one format to one sink. What the command and
 * the library have in common. */
#ifndef REPORT_STREAM_H
#define REPORT_STREAM_H
#include "report/format.h"

struct stream {
    const struct format *format;
    struct report report; /* count, id_width and digest are filled in by stream_run */
    struct load *load;    /* after load_check */
    struct cohort *cohort; /* that watched it; NULL: none */
    void *context;
    bool (*write)(void *context, const void *bytes, size_t n);      /* false stops */
    void (*printed)(void *context, struct str text);                /* what rules printed; may be NULL */
    void (*progress)(void *context, uint64_t done, uint64_t count); /* now and then; may be NULL */
};
/* False, and errors, where it could not go through; false without one where `write` stopped it. */
bool stream_run(struct stream *s, struct run_totals *totals, struct diags *diags);
#endif
