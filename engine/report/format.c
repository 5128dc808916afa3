/* format.c: the list of formats. */
#include "report/format.h"

const struct format *const FORMATS[] = {&FORMAT_TEXT, &FORMAT_JSON, &FORMAT_JSONL, &FORMAT_CSV};
const size_t FORMAT_COUNT = sizeof FORMATS / sizeof *FORMATS;

void report_drain(const struct report *r, struct buf *out)
{
    enum { MUCH = 64 << 10 };
    if (r->drain && out->length >= MUCH && !out->failed) r->drain(r->drain_context, out);
}

const struct format *format_named(struct str name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (str_is(name, FORMATS[i]->name)) return FORMATS[i];
    return NULL;
}
