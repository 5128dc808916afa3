/* gists.h: the gists of a pack's files, each read when it is first asked for. */
#ifndef LINT_GISTS_H
#define LINT_GISTS_H
#include "lint/lint.h"
#include "script/gist.h"

/* All functions of the i-th file of the pack; NULL: none. */
const struct gist *lint_gists(struct lint *l, size_t file);
/* One of them, as gist_find has it. */
const struct gist *lint_gist(struct lint *l, const char *file, enum gist_part part, struct str id);
#endif
