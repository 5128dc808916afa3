/* import.h: tables to a dataset, by a mapping. All tables and the mapping are read and held against each other before anything is answered, so that one run tells
 * every problem; the text that comes out has been read by our own reader.
 *
 * One way: table → cell → value → organisation → dataset. What a table spells as a number stays spelled as it is; what is worked out is written in the
 * shortest form that reads back the same.
 */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H
#include "base/diag.h"
#include "script/mapping.h"

struct import_plan { /* borrowed */
    const char *mapping; /* its path */
    const char *round;   /* as the tables spell it; NULL: there is one only */
    const char *const *tables; size_t table_count; /* their paths */
    struct limits limits;
};

struct import_result {
    struct buf text;    /* the dataset */
    struct buf printed; /* what the mapping printed */
    size_t organisations, in_scope, left_out, missing;
    size_t figures[EVIDENCE_CATALOGUES];
};

/* False, and errors, where there is no dataset. import_result_done in either case. */
bool import_run(const struct import_plan *plan, struct import_result *result, struct diags *diags);
void import_result_done(struct import_result *result);
#endif
