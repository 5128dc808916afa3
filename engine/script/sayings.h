/* sayings.h: which outcomes a rule can answer, as far as its text tells. Layout and comments change nothing of it. */
#ifndef SCRIPT_SAYINGS_H
#define SCRIPT_SAYINGS_H
#include "base/str.h"

/* Of the characteristic that is declared at `line` of an area's file: a bit for each enum peel_outcome that a word of its rule says (met "…"), or a word of a function of
 * the file that it names, and so on. 0: none was found. */
unsigned script_sayings(struct str text, int line);
#endif
