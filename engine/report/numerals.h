/* numerals.h: doubles already written once. Thresholds are the same for every organisation and proportions repeat;
 * looking one up is ten times cheaper than finding its shortest decimal again. Direct-mapped, one per worker; never
 * seen in the output. */
#ifndef REPORT_NUMERALS_H
#define REPORT_NUMERALS_H
#include "base/buf.h"

#define NUMERALS 512 /* a power of two */

struct numeral {
    uint64_t bits;
    uint8_t length; /* 0: empty */
    char text[32];  /* of which length are used; all of them are copied */
};
struct numerals {
    struct numeral slots[NUMERALS];
};
/* As buf_double; null where d is not finite. */
void numerals_write(struct numerals *n, double d, struct buf *out);
#endif
