/* guide.h: a rule pack as a handbook, for people who do not read Lua: what is judged, on what evidence, by which
 * thresholds, what a shortfall raises. All of it comes from the pack's declarations, and of rules that are functions
 * from their text (script/gist.h); no rule is run. What cannot be told so is said to be, with the place where it
 * stands.
 */
#ifndef REPORT_GUIDE_H
#define REPORT_GUIDE_H
#include "judge/pack.h"
#include "report/document.h"

struct guide_request { /* NO_SLOT: all of them */
    uint32_t area, characteristic;
};
/* False: out of memory. */
bool guide_write(const struct pack *pack, const struct guide_request *request, const struct hand *hand,
                 const struct style *style, struct buf *out);
#endif
