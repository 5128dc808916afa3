/* json.h: the inside of the formats json and jsonl, shared by json.c (the document), json_area.c (an organisation and
 * its areas) and json_proof.c (a characteristic and what it rests on). The shape is described in README.md, and by
 * result.schema.json. */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H
#include "base/crew.h"
#include "report/fragments.h"
#include "report/numerals.h"

struct json_told {       /* how a catalogued value was told where it was read first: several rules read the same one */
    uint64_t turn;       /* of the desk; of an earlier one: not told yet */
    size_t from, length; /* in the piece being written, from its opening brace to its value */
};
struct json_desk {          /* a worker's scratch */
    struct buf words, root; /* root: {"at":"/organisations/N/ of the organisation being written */
    struct json_told *told[EVIDENCE_CATALOGUES];
    uint64_t turn; /* counts the organisations written here */
    struct numerals common,
        values; /* thresholds, shares, weights: few, and not to be pushed out by what was compared */
    char apart[CREW_APART];
};
struct json { /* what a run keeps */
    struct fragments *fragments;
    struct json_desk *desks;
    unsigned workers;
};
struct json_page { /* one organisation being written */
    struct emit e;
    const struct fragments *fragments;
    struct json_desk *desk;
    const struct org_result *result;
    bool tested; /* the rule at hand compared something */
};

/* A line of its own, `depth` blanks in, where the text is spaced; else nothing. */
static inline void json_line(const struct emit *e, size_t depth)
{
    static const char margin[] = "\n            ";
    if (e->spaced) emit_raw(e->out, margin, 1 + depth);
}
#define LINE_KEY(e, depth, name) (EMIT((e)->out, ","), json_line(e, depth), KEY(e, name))

void json_organisation(struct json_page *p);
void json_characteristic(struct json_page *p, uint32_t characteristic);
/* From the evidence's first element, behind its opening bracket, to the last of the members about what was read. */
void json_evidence(struct json_page *p, const struct verdict *v);
/* "cohort": {…}: json_cohort.c. */
struct report;
void json_cohort(const struct emit *e, const struct report *r);
void json_texts(const struct emit *e, const struct str *list, size_t count); /* an array of strings */
void json_date(const struct emit *e, struct date d);                         /* null: none */

/* --- json_record.c: what two results need besides, to be compared without their packs and datasets ---------------- */
void json_compared(const struct emit *e, const struct decl_pack *p);       /* "compared": the crosswalk, where there is one */
void json_catalogue(const struct emit *e, const struct dataset *d);        /* "evidence": what its ids stand for */
void json_earlier(struct json_page *p, const struct area_result *a);       /* judgments and moderations that no longer stand */
void json_record(struct json_page *p);                                     /* numbers that were read, and actions */
#endif
