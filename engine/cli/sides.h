/* sides.h: what peel diff lays side by side, as it stands on the command line: a result, or PACK:DATASET, which is graded on the spot. */
#ifndef CLI_SIDES_H
#define CLI_SIDES_H
#include "cli/console.h"
#include "compare/compare.h"

struct operand { /* PACK:DATASET, or a result */
    const char *file;
    char *pack;         /* NULL: a result. Owned */
    struct pack *rules; /* the pack, open until operand_done; NULL: a result, or it was not opened. Owned */
};
/* As many as there are operands; what is there is a file, whatever it is called. False, and errors: memory, or -o would write over one. operands_done in either case. */
bool operands_read(struct operand *list, const struct settings *s, struct diags *diags);
void operands_done(struct operand *list, size_t count);
/* NULL, and errors. Leaves the pack open. partial is set where a rule failed, which is told. */
struct judged *operand_open(struct operand *o, const struct settings *s, const struct console *console, bool *partial, struct diags *diags);

struct crossing { /* two operands, the older first, both open */
    const struct operand *was, *now;
    const struct settings *settings;
    bool *partial; /* set where a rule failed, which is told */
    struct diags *diags;
};
/* Where rules and data both changed, and both are packs with data, each pack is asked about the other's data, so that the comparison knows because of what; mixed[0] is the older rules on the newer
 * data, mixed[1] the newer on the older, the caller's to close. Else both stay NULL. False, and errors: it could not be graded. */
bool sides_cross(const struct crossing *x, struct compare *c, struct judged *mixed[2]);
#endif
