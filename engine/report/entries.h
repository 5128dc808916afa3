/* entries.h: what was read against other organisations, measure by measure, for the end of a result. */
#ifndef REPORT_ENTRIES_H
#define REPORT_ENTRIES_H
#include "cohort/cohort.h"

/* Calls `tell` for each measure of the cohort that any rule asked about, in the plan's order; c may be NULL. False: out
 * of memory. */
bool entries_tell(struct cohort *c, void (*tell)(void *context, const struct cohort_entry *entry), void *context);
#endif
