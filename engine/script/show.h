/* show.h: values in the words people read, for who tries things out: evidence as messages show it, answers with their outcome, tables with what is in them,
 * the shelves of `force` with the names on them. Never an address. Inside of script/ only.
 */
#ifndef SCRIPT_SHOW_H
#define SCRIPT_SHOW_H
#include "script/state.h"

/* The values 1 to n of the stack, as one text, pushed. Reading what is shown is recorded, but for names. Charged; [-0, +1, e] */
void show_values(lua_State *L, int n);
/* The names at the object on top, in order of bytes, as a list: a shelf's, p's, the methods of evidence. false, and nothing pushed, where it has none. [-0, +1 or +0, e] */
bool show_names(lua_State *L, int index);
#endif
