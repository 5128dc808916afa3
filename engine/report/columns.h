/* columns.h: how wide a text stands on a page. Its own small table of zero-width and double-width characters: the C
 * library's asks the locale, and no locale may reach a result. Bytes that are no UTF-8 count one column each. */
#ifndef REPORT_COLUMNS_H
#define REPORT_COLUMNS_H
#include "base/buf.h"

size_t columns(struct str s);
/* s, but for what could drive a terminal (control characters, marks that turn the direction of text): each shown as
 * "?", white space as a blank. Whatever an author or a dataset wrote goes to a page through this, or through the calls
 * below, which use it. */
void safe(struct buf *out, struct str s);
/* The longest head of s that stands in `width` columns, cut between characters. */
struct str columns_head(struct str s, size_t width);
/* s, then blanks up to `width` columns; nothing is cut. */
void columns_pad(struct buf *out, struct str s, size_t width);
/* s in exactly `width` columns: padded, or cut with an ellipsis. */
void columns_exact(struct buf *out, struct str s, size_t width, bool utf8);
void blanks(struct buf *out, size_t n);
#endif
