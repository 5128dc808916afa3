/* wording.h: an expectation as it is spelled in its file of cases, for peel test --update, which spells it anew and touches nothing else.
 *
 * Only what stands there as a plain text, or as a list of plain texts, has a wording: what a function, a name or `..` put together has none, nor has a list with a
 * comment in it. A case must be named by a plain text too, so that two of them are never taken for one another.
 */
#ifndef SCRIPT_WORDING_H
#define SCRIPT_WORDING_H
#include "base/arena.h"
#include "base/buf.h"
#include "script/decl_cases.h"

struct wording {
    uint32_t start, length; /* in the file's text */
    int line;
    bool list;
    char quote; /* of its first text */
    struct str *items; size_t count; /* what it says: one text, or those of the list */
    struct str call;                 /* the name of its case; of a row, that of its each */
    bool row;
};
/* Where the last one was found: cases mostly come in the order of their file, and none need be looked for from its start. Zeroed at first. */
struct wording_place { const char *text; uint32_t at; int line; };
/* Into the arena; jumps when out of memory. Asked only of texts that were run. */
bool script_wording(struct str text, const struct decl_case *is, const struct decl_expected *e, struct wording_place *last, struct arena *arena,
                    struct wording *to);
/* Does another expectation, of a case of the same file, go by the same wording? Only where one `each` was run more than once. */
bool script_shares(const struct wording *w, const struct decl_expected *e, const struct decl_case *is, const struct decl_expected *other);
/* A text as Lua spells it. */
void script_spell(struct str text, char quote, struct buf *out);
#endif
