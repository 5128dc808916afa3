/* decimal.h: decimal numbers as text. What a file spells is moved and rounded digit by digit, so that nothing is lost
 * to binary fractions: 0.955 in percent is 95.5, never 95.499999. */
#ifndef DATA_DECIMAL_H
#define DATA_DECIMAL_H
#include "base/buf.h"

/* `spelled` (a JSON number) times ten to the `places`, written without exponent. Digits are kept as spelled: "0.910" by
 * 2 is "91.0". |places| is at most 60. More than 60 digits, or an exponent past ±60, are calculated as a double. */
void decimal_shift(struct str spelled, int places, struct buf *out);
/* The same, rounded half away from zero to at most `decimals` decimals, without trailing zeros. */
void decimal_round(struct str spelled, int places, int decimals, struct buf *out);
/* "1234567" as "1,234,567"; decimals and signs stay. */
void decimal_group(struct str plain, struct buf *out);
#endif
