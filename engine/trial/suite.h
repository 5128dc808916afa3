/* suite.h: the cases that a pack keeps in its tests/, all files read. Immutable once open.
 *
 * A case is one organisation (and others beside it, where a cohort is asked of): a little evidence, and what is expected of it. case_text makes a dataset of it, in
 * memory, which goes through the same reader, cohort and bench as any other: what is tested is what production runs.
 */
#ifndef TRIAL_SUITE_H
#define TRIAL_SUITE_H
#include "judge/pack.h"
#include "script/cases.h"

struct suite_file {
    const char *name; /* "tests/x.lua" */
    struct str text;
    struct decl_cases cases;
};
struct suite {
    const struct pack *pack;
    struct suite_file *files; size_t file_count;
    size_t case_count; /* of all files */
    struct buf printed; /* by the files, while they were read */
    struct str *caps; size_t cap_count; /* "area/cap", in the pack's order: what EXPECT_CAPS lists by index */
    struct arena arena;
};
/* NULL, and errors, where a file cannot be read or has a mistake; a suite without cases is none. The pack is borrowed. */
struct suite *suite_open(const struct pack *pack, struct diags *diags);
void suite_close(struct suite *s); /* NULL is fine */

/* "recording-crime: most files meet the standard": how a case is told, and found. */
void suite_case_name(const struct suite_file *file, const struct decl_case *is, struct buf *out);
/* Does the name hold the pattern, somewhere, whatever the case of its letters? "*" stands for anything. NULL: every name does. */
bool suite_matches(const struct suite_file *file, const struct decl_case *is, const char *pattern);

/* The dataset of a case, as text; its first organisation is the one that is judged. */
void case_text(const struct suite *s, const struct decl_case *is, struct buf *out);
#endif
