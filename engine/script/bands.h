/* bands.h: bands as the rule, or the ladder, that they stand in place of. Inside of script/ only.
 *
 * The number is read as a rule would read it, with everything that follows: missing evidence ends it with no-evidence, each bound that was looked at is in the record with its parameter.
 * A number that lies in no band, or in two, is an error of the rule (law 5): which of two was meant, nobody can tell.
 */
#ifndef SCRIPT_BANDS_H
#define SCRIPT_BANDS_H
#include "script/state.h"

/* Push the function. bands: lives as long as the script. grades: it answers as a ladder does. [-0, +1, m] */
void bands_push(lua_State *L, const struct decl_bands *bands, bool grades);
#endif
