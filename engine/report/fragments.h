/* fragments.h: the parts of a result that are the same for every organisation, as JSON made once per dataset and pack.
 * What is left for each organisation is copying, and escaping what is its own. */
#ifndef REPORT_FRAGMENTS_H
#define REPORT_FRAGMENTS_H
#include "judge/result.h"
#include "report/emit.h"

struct fragments {
    bool spaced;
    struct str *heads;                        /* of each characteristic: {"id":"…","level":"…","outcome":" */
    struct str *tails;                        /* ,"rule":"…","weight":…,"evidence":[ */
    struct str *areas;                        /* of each area: {"id":"…","graded":…,"status":" */
    struct str *ids;                          /* of each characteristic, quoted: "area/characteristic" */
    struct str *parameters;                   /* "name":number */
    struct str *entries[EVIDENCE_CATALOGUES]; /* of each entry: samples/files","kind":"sample","id":"files","value": */
    struct str *sources[EVIDENCE_CATALOGUES]; /* the catalogue's own citation, quoted, or null */
    struct str *titles;                       /* of each source, quoted, without the closing quote */
    struct arena arena;
};
/* NULL: out of memory. Borrows nothing. */
struct fragments *fragments_new(const struct pack *pack, const struct dataset *dataset, bool spaced);
void fragments_free(struct fragments *f);
#endif
