/* spelling.h: numbers as people's tables spell them, to numbers as JSON does: 1,234,567 with its commas in threes, 12.5%, a long minus. Digits are kept as
 * they are spelled; nothing is rounded. */
#ifndef IMPORT_SPELLING_H
#define IMPORT_SPELLING_H
#include "base/str.h"

#define SPELLED 80
struct spelled { double value; char text[SPELLED]; size_t length; };

enum spelling { SPELLING_GOOD, SPELLING_NO_NUMBER, SPELLING_PERCENT /* a % where none is declared */, SPELLING_GROUPS /* commas not in threes */,
                SPELLING_TOO_LARGE /* for a double, or a whole number past 2^53 */ };
/* percent: the text is in percent, with or without its sign; the number is a fraction of one. */
enum spelling spelling_read(struct str text, bool percent, struct spelled *out);
#endif
