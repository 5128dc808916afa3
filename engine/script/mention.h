/* mention.h: is a name said anywhere in the code of a file? Errs on the side of yes: what is put together as the rule runs may be said nowhere, and what is said may never be read. */
#ifndef SCRIPT_MENTION_H
#define SCRIPT_MENTION_H
#include "base/str.h"

/* Whatever may be a name: said as a field, `.name`; as a whole text, "name"; or within a message, {p.name}. How many, as often as they are said; into `names`, unless
 * that is NULL. They are of `text`. */
size_t mention_names(struct str text, struct str *names);
/* Whatever may be the id of an area or of a characteristic, or be within it: each text, and what stands before each slash of it. In the same way. */
size_t mention_ids(struct str text, struct str *ids);
#endif
