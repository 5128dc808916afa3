/* inputs.h: a pack and the datasets to judge by it, all opened and checked before anything is written: a mistake in the
 * last one costs no output, and all mistakes are told in one run. */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H
#include "cli/console.h"
#include "judge/run.h"

struct input { /* a dataset */
    struct load *load;
    struct cohort *cohort; /* by the pack's plan; NULL only where the pack is */
};

struct inputs {
    struct pack *pack;
    struct input *list;
    size_t count;
    unsigned workers;
};
/* False, and errors, where any cannot be used. inputs_close in either case. */
bool inputs_open(struct inputs *in, const struct settings *s, const char *const *paths, size_t count,
                 struct diags *diags);
/* One dataset, for a pack that is open already, or NULL. False, and errors; input_close in either case. */
bool input_open(struct input *input, const struct pack *pack, const char *path, unsigned workers, struct diags *diags);
void input_close(struct input *input);
/* Is it what was read before, when it had that digest? Answers are held against each other by their places. If not, an error. */
bool input_is_same(const struct input *input, const char *digest, struct diags *diags);
/* Would -o write over one of the operands, or the mapping? An error for each. */
bool inputs_spared(const struct settings *s, struct diags *diags);
void inputs_close(struct inputs *in);
/* Is the organisation in any of the datasets? If not, an error with the nearest id. */
bool inputs_has(const struct inputs *in, struct str id, struct diags *diags);
unsigned jobs_of(const struct settings *s); /* auto: as many as there are processors */
#endif
