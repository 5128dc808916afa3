/* reach.h: how far the evidence of a dataset reaches: of each area, how many organisations in scope have some, and how
 * many enough for a grade. So that a page of question marks says what is missing. Counts only: the order of organisations,
 * and who counted them, change nothing. */
#ifndef REPORT_REACH_H
#define REPORT_REACH_H
#include "report/page.h"

struct reach { /* of one area */
    uint64_t some, graded;
};
void reach_count(struct reach *areas, const struct org_result *result);
void reach_add(struct reach *to, const struct reach *from, size_t areas);
/* Nothing where every graded area of every organisation in scope has a grade. */
void reach_tell(struct page *p, const struct reach *areas, const struct run_totals *totals);
#endif
