/* fragments.h: the parts of a result that are the same for every organisation, as JSON made once per dataset and pack.
 * What is left for each organisation is copying, and escaping what is its own. A fragment that ends within a string
 * leaves it open. All are written by emit_kept. */
#ifndef REPORT_FRAGMENTS_H
#define REPORT_FRAGMENTS_H
#include "judge/result.h"
#include "report/emit.h"

#define FRAGMENT_TESTS TESTS
#define FRAGMENT_RAISES 3 /* of a characteristic: decl_characteristic.raises */

struct fragments {
    bool spaced;
    /* of the engine */
    struct str outcomes[PEEL_OUTCOMES]; /* met","reason":" */
    struct str statuses[PEEL_STATUSES]; /* fresh","date": */
    struct str tests[FRAGMENT_TESTS];   /* {"at_least": */
    /* of the pack */
    struct str *grades;      /* "good"; below the scale's those of enum peel_no_grade: see fragment_grade */
    struct str *areas;       /* {"id":"…","graded":…,"status":" */
    struct str *heads;       /* of each characteristic: {"id":"…","level":"…","outcome":" */
    struct str *tails;       /* ","rule":"…","evidence":[ */
    struct str *ids;         /* "area/characteristic" */
    struct str *parameters;  /* "name":number */
    struct str *raises;      /* FRAGMENT_RAISES each: {"id":"…","area":"…","text":"…","because":[ */
    struct str *raises_ends; /* ],"recommendations":[…]} */
    /* of the dataset */
    struct str *entries[EVIDENCE_CATALOGUES]; /* samples/files","value":" */
    struct str *sources[EVIDENCE_CATALOGUES]; /* ,"source":"…"}, the catalogue's own citation; or } */
    struct str *titles;                       /* of each source: ,"source":"… */
    struct arena arena;
};
/* NULL: out of memory. Borrows nothing. */
struct fragments *fragments_new(const struct pack *pack, const struct dataset *dataset, bool spaced);
void fragments_free(struct fragments *f);
static inline struct str fragment_grade(const struct fragments *f, int grade)
{
    return f->grades[grade - PEEL_GRADE_NOT_INSPECTED];
}
#endif
