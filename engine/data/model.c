/* model.c: questions to a dataset in memory. Makes nothing: load.c and its neighbours do. */
#include "data/model.h"

static const char *const names[EVIDENCE_KINDS] = {"measure", "estimate", "sample", "survey",
                                                  "finding", "outcome",  "area"};
static const char *const plurals[EVIDENCE_KINDS] = {"measures", "estimates", "samples", "surveys",
                                                    "findings", "outcomes",  "areas"};

const char *evidence_kind_name(enum evidence_kind kind) { return names[kind]; }

const char *evidence_kind_plural(enum evidence_kind kind) { return plurals[kind]; }

uint32_t catalogue_find(const struct catalogue *c, struct str id) { return index_find(c->index, id); }

const struct evidence *org_evidence(const struct org *org, enum evidence_kind kind, uint32_t slot)
{
    switch (kind) {
    case EVIDENCE_MEASURE: return &org->measures[slot].is;
    case EVIDENCE_ESTIMATE: return &org->estimates[slot].is;
    case EVIDENCE_SAMPLE: return &org->samples[slot].is;
    case EVIDENCE_SURVEY: return &org->surveys[slot].is;
    default: return NULL;
    }
}

/* One step of an RFC 6901 pointer: "~" and "/" of a name are written "~0" and "~1". */
static void pointer_step(struct buf *out, struct str name)
{
    buf_char(out, '/');
    for (size_t i = 0; i < name.n; i++) {
        if (name.s[i] == '~')
            buf_put(out, "~0");
        else if (name.s[i] == '/')
            buf_put(out, "~1");
        else
            buf_char(out, name.s[i]);
    }
}

void org_pointer(const struct dataset *d, const struct org *org, enum evidence_kind kind, uint32_t slot,
                 struct buf *out)
{
    buf_put(out, "/organisations/");
    buf_int(out, (int64_t)org->index);
    buf_char(out, '/');
    buf_put(out, evidence_kind_plural(kind));
    if (slot == NO_SLOT) return;
    if (kind < EVIDENCE_CATALOGUES) {
        pointer_step(out, d->catalogues[kind].entries[slot].id);
        return;
    }
    buf_char(out, '/');
    buf_int(out, slot);
}
