/* cases.h: a file of cases, read by the same sandbox as rules, under the same limits for the whole file. Nothing here shows lua.h.
 *
 * Life: script_new; script_cases for each file; script_free. Rules are not asked here: what is declared becomes a dataset (trial/), which is graded as any other.
 */
#ifndef SCRIPT_CASES_H
#define SCRIPT_CASES_H
#include "script/decl_cases.h"
#include "script/script.h"

/* The names that cases may say. Borrowed while a file is read. */
struct case_names {
    const struct board_shape *shape;
    const struct decl_pack *pack; /* evidence */
    const struct str *caps; size_t cap_count; /* "area/cap" */
};
/* Run a file of cases and read out what it declares. False, and errors with file, line, column and excerpt, where it has the wrong shape or names what the pack does not have. */
bool script_cases(struct script *s, const char *file, struct str text, const struct case_names *names, struct arena *arena, struct decl_cases *cases,
                  struct diags *diags);
#endif
