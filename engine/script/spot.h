/* spot.h: from the line of a declaration to the column of the word in it that is wrong. */
#ifndef SCRIPT_SPOT_H
#define SCRIPT_SPOT_H
#include "base/diag.h"
#include "script/decl.h"

/* Where `"word"` (in either quotes) or `word =` stands in the text, on the line of the spot or the first after it that has it; else the line alone. *line: that
 * line's text, for the excerpt; s NULL where there is none. word.n 0: the line. */
struct place spot_place(struct spot spot, struct str text, struct str word, struct str *line);
/* The same where the text is the value of a key, `key = "word"`; where nothing is so, of the word alone. key NULL: of the word alone. */
struct place spot_value(struct spot spot, struct str text, const char *key, struct str word, struct str *line);
/* The same of a name as code says it, without quotes, on that line alone. */
struct place spot_name(struct spot spot, struct str text, struct str name, struct str *line);
#endif
