/* place.h: the line around a place, for whoever has the text at hand. */
#ifndef DATA_PLACE_H
#define DATA_PLACE_H
#include "base/diag.h"

#define PLACE_AROUND 1024 /* bytes of a long line that an excerpt may look at, either way */

/* Give diag, whose place is that of p, the line of p as its excerpt, or as much of it as [start, end) has. diag may be
 * NULL. */
void place_excerpt(struct diag *diag, const char *start, const char *p, const char *end);
#endif
