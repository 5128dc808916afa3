/* reference.h: what rules, packs, cases and mappings may say, for people: all of it as one page of Markdown, which
 * rules/reference.md is, or what goes by one name, for a terminal. From the lexicon (script/lexicon.h) alone. */
#ifndef REPORT_REFERENCE_H
#define REPORT_REFERENCE_H
#include "base/buf.h"
#include "base/str.h"

void reference_write(struct buf *out);
/* Everything that is called so: "stats.wilson", "sample:met", "characteristic.weight"; "at_least" of all that have it;
 * "sample", "stats" with a line for each of its words. Lines of at most `width`. False: nothing is. */
bool reference_find(struct str name, size_t width, struct buf *out);
/* The nearest name that there is; s NULL: none is near. Lives as long as the program. */
struct str reference_nearest(struct str name);
#endif
