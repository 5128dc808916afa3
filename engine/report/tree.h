/* tree.h: judgments explained, from the grade down to the characteristic, its evidence, the thresholds, and the place
 * in the source. */
#ifndef REPORT_TREE_H
#define REPORT_TREE_H
#include "judge/result.h"
#include "report/style.h"

struct tree_request {
    uint32_t area;           /* NO_SLOT: all of them, without places and sources */
    uint32_t characteristic; /* NO_SLOT: all of the area */
};
void tree_write(const struct org_result *result, const struct tree_request *request, const struct style *style,
                struct buf *out);
/* One characteristic alone, with its reason and what its rule read. */
void tree_write_characteristic(const struct org_result *result, uint32_t characteristic, const struct style *style,
                               struct buf *out);
#endif
