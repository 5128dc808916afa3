/* mapping.h: a mapping of tables to a dataset, read by the same sandbox as rules, and the figures it works out. Nothing here shows lua.h.
 *
 * Life: script_new; script_mapping; script_mapping_seal (names of the file are frozen); then script_derive for each organisation and figure.
 */
#ifndef SCRIPT_MAPPING_H
#define SCRIPT_MAPPING_H
#include "script/decl_mapping.h"
#include "script/lexicon.h"
#include "script/script.h"

/* Run a mapping and read out what it declares, as script_manifest does with a pack. */
bool script_mapping(struct script *s, const char *file, struct str text, struct arena *arena, struct decl_mapping *mapping, struct diags *diags);
bool script_mapping_seal(struct script *s); /* false: out of memory */

/* What a function sees: `row.<name>`. */
enum row_answer { ROW_NUMBER, ROW_MISSING, ROW_WRONG /* and told */, ROW_LATER /* worked out further down */, ROW_TWICE /* in two tables */, ROW_UNKNOWN };
struct row {
    void *context;
    enum row_answer (*read)(void *context, struct str name, double *number, enum peel_missing *missing); /* must not jump */
    const struct str *names; size_t name_count; /* to name the nearest */
};

struct derived {
    enum { DERIVED_NUMBER, DERIVED_MISSING /* it read what is */, DERIVED_WRONG, DERIVED_STOPPED /* at a limit */, DERIVED_STARVED } is;
    double number;
    enum peel_missing missing;
    char message[DIAG_MESSAGE]; /* what is wrong; "" where it was told */
    bool of_answer;             /* the answer is, not the function: it divides by zero, or gives no number */
    struct spot spot;           /* where */
};
void script_derive(struct script *s, int function, const struct row *row, struct derived *derived);
/* What the function of a figure sees of its row, for lexicon.c. */
extern const struct word row_fields[];
#endif
