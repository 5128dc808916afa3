/* format.c: the list of formats, and what they share. */
#include "report/format.h"

const struct format *const FORMATS[] = {&FORMAT_TEXT, &FORMAT_JSON, &FORMAT_JSONL, &FORMAT_CSV};
const size_t FORMAT_COUNT = sizeof FORMATS / sizeof *FORMATS;

const struct format *format_named(struct str name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (str_is(name, FORMATS[i]->name)) return FORMATS[i];
    return NULL;
}

struct base_rate base_rate_of(const struct agreement *a, size_t grades)
{
    struct base_rate best = {-1, 0};
    for (size_t g = 0; g < grades && g < 64; g++)
        if (a->published[g] > best.count) best = (struct base_rate){(int)g, a->published[g]};
    return best;
}
