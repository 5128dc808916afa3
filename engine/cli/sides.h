/* sides.h: what peel diff lays side by side, as it stands on the command line: a result, or PACK:DATASET, which is graded on the spot. */
#ifndef CLI_SIDES_H
#define CLI_SIDES_H
#include "cli/console.h"
#include "compare/side.h"

struct operand { /* PACK:DATASET, or a result */
    const char *file;
    char *pack;         /* NULL: a result. Owned */
    struct pack *rules; /* the pack, open until operand_done; NULL: a result, or it was not opened. Owned */
};
/* As many as there are operands; what is there is a file, whatever it is called. False, and errors: memory, standard input would be read twice, or -o would write over one. operands_done in either case. */
bool operands_read(struct operand *list, const struct settings *s, struct diags *diags);
void operands_done(struct operand *list, size_t count);
/* NULL, and errors. Leaves the pack open. partial is set where a rule failed, which is told. */
struct judged *operand_open(struct operand *o, const struct settings *s, const struct console *console, bool *partial, struct diags *diags);
/* Tells that rules failed in `what`, if any did. */
void sides_partial(const char *what, const struct run_totals *totals, bool *partial);
#endif
