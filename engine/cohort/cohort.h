/* cohort.h: the organisations of a dataset side by side, as columns of numbers: one for each measure that a plan names.
 *
 * Life: cohort_open after load_open, before load_check; the first pass fills the columns (it watches the load); then it
 * answers any number of threads. Lines are drawn when they are first asked for. What it says does not depend on the
 * order of the organisations, of the questions, or on how many threads ask.
 *
 * Memory: the names, where they are asked for, and eight bytes for each organisation and measure of the plan, four more
 * where it stands outside the lines (of normal values and lines of one SD about a third do), and forty for each measure
 * that similarity goes by; nothing for one that only decides who counts. Organisations themselves are not kept.
 */
#ifndef COHORT_COHORT_H
#define COHORT_COHORT_H
#include "cohort/cell.h"
#include "data/load.h"

struct cohort;
/* NULL: out of memory. The load and the plan are borrowed. */
struct cohort *cohort_open(struct load *load, const struct cohort_plan *plan);
void cohort_close(struct cohort *c); /* NULL is fine */
void cohort_keep_names(struct cohort *c); /* for cohort_name; before load_check */

#define COHORT_NONE UINT32_MAX
/* Which choice of the plan is of this measure (its slot in the catalogue); COHORT_NONE: none. c may be NULL. */
uint32_t cohort_choice_of(const struct cohort *c, uint32_t slot);
const struct cohort_choice *cohort_choice(const struct cohort *c, uint32_t choice);

enum cohort_standing {
    COHORT_STANDS,       /* there are lines to be read against */
    COHORT_OUT_OF_SCOPE, /* it is read against nobody */
    COHORT_LEFT_OUT,     /* likewise: `why` */
    COHORT_BEYOND,       /* likewise, by the measure of `unless` */
    COHORT_UNDECIDED,    /* likewise: the measure of `unless` is missing of it */
    COHORT_NO_LIKENESS,  /* the measure that similarity goes by is missing of it */
    COHORT_NO_LINES,     /* lines->status says why: too few, no logs */
    COHORT_STARVED       /* out of memory */
};
struct cohort_view { /* one measure, as seen from one organisation */
    enum cohort_standing standing;
    struct str why;
    const struct outlier_lines *lines; /* STANDS, NO_LINES */
    const double *sorted;              /* the n values that count, ascending */
    size_t n;
    bool among; /* it is one of them itself; on no list of named peers: it is only read against them */
};
/* An organisation of this dataset. Its view lives in `arena` where its peers are its own, else as long as the cohort;
 * does not jump. Any thread. */
struct cohort_view cohort_view(struct cohort *c, uint32_t choice, const struct org *org, struct arena *arena);

/* The lines that all share, of a choice whose peers are not each one's own. NULL: out of memory. Any thread. */
const struct outlier_lines *cohort_lines(struct cohort *c, uint32_t choice);

/* --- Afterwards: what a result says of it ---------------------------------------------------------------------------
 */
struct cohort_outlier {
    uint32_t organisation;
    double value, z;
};
struct cohort_absent {
    uint32_t organisation;
    enum cell_why cell;
    const char *why; /* its word */
    struct str note; /* what more there is to say of it; s NULL: nothing */
};
struct cohort_entry {
    const struct cohort_choice *choice;
    uint32_t slot;
    const struct outlier_lines *lines; /* NULL: each organisation has lines of its own */
    const double *sorted;
    size_t n, lineless; /* where each has its own: those of the n whose peers were too few, or had no logarithm */
    struct cohort_outlier *above, *below; /* farthest out first; ties by id */
    size_t above_count, below_count;
    struct cohort_absent *absent; /* out of scope, left out, undecided, missing; by id */
    size_t absent_count;
};
uint32_t cohort_slot(const struct cohort *c, uint32_t choice); /* of its measure, in the catalogue */
size_t cohort_count(const struct cohort *c); /* choices; 0 for NULL */
/* Was anything read of it? Only such are told. */
bool cohort_is_used(const struct cohort *c, uint32_t choice);
/* Into the arena; jumps when out of memory. One thread, when nobody asks any more. */
void cohort_entry(struct cohort *c, uint32_t choice, struct arena *arena, struct cohort_entry *entry);
/* Warns of organisations that the plan names, for measures that were read, and the dataset does not have. */
void cohort_tell_strangers(const struct cohort *c, struct diags *diags); /* c may be NULL */
struct str cohort_id(const struct cohort *c, uint32_t organisation);
struct str cohort_name(const struct cohort *c, uint32_t organisation); /* not NUL-terminated; where names are kept */
#endif
