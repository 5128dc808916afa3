/* check_report.h: the formats in which `peel check` tells what it found, for other programs: json (peel.check.v1, check.schema.json), sarif (2.1.0) and gnu
 * (file:line:column: severity: message [code], a line each). The text for people is diag_render's. A format renders; it decides nothing.
 */
#ifndef REPORT_CHECK_REPORT_H
#define REPORT_CHECK_REPORT_H
#include "base/diag.h"
#include "report/style.h"

struct check_input { /* one of the datasets and packs that were checked */
    const char *path;   /* as it was given */
    bool pack;          /* else a dataset */

    struct str name, version; /* of a pack that loaded; s NULL: it did not */
    const struct diags *diags, *excused; /* excused: their hints are the reasons */
};
struct check_format {
    const char *name;
    void (*render)(const struct check_input *list, size_t count, struct buf *out);
};
extern const struct check_format CHECK_TEXT, CHECK_JSON, CHECK_SARIF, CHECK_GNU; /* CHECK_TEXT renders nothing */
const struct check_format *check_format_named(struct str name); /* NULL: no such */

/* The path by which the file of a problem can be opened; false: it is of no file. */
bool check_path(const struct check_input *in, const struct diag *diag, struct buf *out);
size_t check_dropped(const struct diags *diags); /* how many were counted, not kept */

/* --- check_explain.c ------------------------------------------------------------------------------------------------- */
/* What a code means, with an example; false: there is no such code. */
bool check_explain(struct str code, const struct style *style, struct buf *out);
void check_explain_all(struct buf *out); /* a line each */
bool check_explain_near(struct str code, char near[8]); /* the nearest there is */
#endif
