/* wanted.h: the part of a pack that an operand names: "area" or "area/characteristic". */
#ifndef CLI_WANTED_H
#define CLI_WANTED_H
#include "judge/pack.h"

struct wanted { /* NO_SLOT: not named */
    uint32_t area, characteristic;
};
/* name NULL: all of it. False, and an error with the nearest name, where there is no such part. */
bool wanted_find(struct wanted *w, const struct pack *pack, const char *name, struct diags *diags);
#endif
