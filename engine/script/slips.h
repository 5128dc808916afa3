/* slips.h: slips of the pen in rules that can be told from their text. Errs on the side of silence. Inside of script/ only. */
#ifndef SCRIPT_SLIPS_H
#define SCRIPT_SLIPS_H
#include "script/state.h"

enum { SLIPS_NAMES = 128 }; /* more than there are; a unit test says every one of them in a rule */
struct slips_known { struct str list[SLIPS_NAMES]; size_t count; };

struct slips { /* what there is to be said in a file; each list is made when it is first asked for */
    struct str text; /* borrowed */
    struct slips_known words, methods;
    struct str *given; /* names that the file itself says as keys, or as names of functions; in order of bytes */
    size_t given_count;
    bool starved; /* memory ended: nothing is said of methods */
};
void slips_open(struct slips *s, struct str text);
void slips_close(struct slips *s);

bool slips_word(struct slips *s, struct str name); /* Lua's, the engine's or the pack files' own */
/* What to say of a name that stands for nothing, given the locals that can be seen. */
const char *slips_name(struct slips *s, struct str name, const struct str *local, size_t count, char hint[DIAG_HINT]);
/* What to say of a method that no evidence and no text has; NULL: nothing. */
const char *slips_method(struct slips *s, struct str name, char hint[DIAG_HINT]);
size_t slips_methods(struct str *list, size_t most); /* all that evidence and texts have, in order of bytes; how many */
/* What to say of stats.<name> where there is none; NULL: there is. */
const char *slips_statistic(struct str name, char hint[DIAG_HINT]);
/* Is force.<plural>.<id> not what the pack declares, but near it? */
bool slips_evidence(const struct decl_pack *pack, struct str plural, struct str id, char message[DIAG_MESSAGE],
                    char hint[DIAG_HINT]);
#endif
