/* wrap.h: prose broken into lines at blanks. The caller has already written `used` columns of the first line; the lines
 * that follow are indented by `indent`. A word longer than a line stands alone and is not broken. Ends with a newline.
 */
#ifndef REPORT_WRAP_H
#define REPORT_WRAP_H
#include "report/columns.h"

void wrap(struct buf *out, struct str text, size_t used, size_t indent, size_t width);
/* The next line of at most `width` columns of *rest, which is moved past it; for cells of a table. False at the end. */
bool wrap_line(struct str *rest, size_t width, struct str *line);
#endif
