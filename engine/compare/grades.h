/* grades.h: what rules say of every organisation, as bare numbers: for those who grade one dataset again and again, by packs that differ little.
 *
 * An organisation takes a byte for each area and characteristic, and its name. Computed grades: a person's decision, or what is carried over, is no matter of the rules.
 */
#ifndef COMPARE_GRADES_H
#define COMPARE_GRADES_H
#include "compare/renaming.h"
#include "judge/run.h"

struct grades {
    size_t orgs, areas, characteristics;
    struct str *ids, *names;
    int8_t *computed;  /* of organisation o and area a: [o * areas + a]; of the scale, or enum peel_no_grade */
    uint8_t *outcomes; /* enum peel_outcome */
    uint64_t partial;  /* organisations of which a rule failed */
    struct str round;
    struct arena arena;
};
/* Grade. NULL, and errors, where it could not go through. load: after load_check; both may be closed then. */
/* renaming: the dataset is another pack's (renaming.h); else NULL. */
struct grades *grades_make(const struct pack *pack, struct load *load, struct cohort *cohort, const struct renaming *renaming, unsigned workers, struct diags *diags);
void grades_free(struct grades *g); /* NULL is fine */
#endif
