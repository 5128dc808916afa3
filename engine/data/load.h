/* load.h: text to model, with every problem told. Two passes over a source: the first checks everything and takes the digest, the
 * second hands out records already known to be good. So a bad dataset costs no output, and a good one streams.
 *
 *   struct load *load = load_open("x.json", diags);
 *   load_check(load, workers, diags);            // all of it; errors in diags
 *   while (load_bring(load, &batch)) for each piece: org = load_org(load, &batch, i, &arena, NULL);
 */
#ifndef DATA_LOAD_H
#define DATA_LOAD_H
#include "data/model.h"
#include "data/split.h"

struct load;
/* Opens and reads the header. NULL, and errors, where it cannot be used at all (no dataset, broken text). Other errors of the header are told, and the load
 * goes on, so that load_check tells those of the organisations too in the same run: load_check is what says whether the dataset is good. */
struct load *load_open(const char *path, struct diags *diags);
/* The same of a text in memory. name is borrowed. */
struct load *load_open_text(const char *name, struct str text, struct diags *diags);
void load_close(struct load *load);
const struct dataset *load_dataset(const struct load *load);
/* Something that looks at every organisation of the first pass and keeps numbers of it, for what can only be said of all of them side by side. */
struct witness {
    void *context;
    size_t cells; /* numbers kept of an organisation */
    void (*look)(void *context, const struct org *org, double *cells);              /* any thread */
    bool (*keep)(void *context, struct str name, const double *cells); /* in the order of the file, one thread; false: out of memory */
};
/* Before load_check; NULL: nobody looks. Borrowed until it is done. An organisation that does not parse is not shown. */
void load_watch(struct load *load, const struct witness *witness);
/* The first pass: reads every organisation, checks it, refuses duplicate ids, sums up; sorts diags. Returns true when there was no error, in the header
 * neither. The text of diags does not depend on the number of workers. */
bool load_check(struct load *load, unsigned workers, struct diags *diags);
uint64_t load_count(const struct load *load);       /* organisations, after load_check */
uint64_t load_in_scope(const struct load *load);
const char *load_digest(const struct load *load);   /* "sha256:...", after load_check */
bool load_rewind(struct load *load);
/* The next batch of the second pass (also used by the first); one thread. False at the end, or on an error: at the end of a second pass, that the file is not
 * what was checked, so look at diags before a result is kept. */
bool load_bring(struct load *load, struct batch *batch, struct diags *diags);
/* Reads piece i of a batch into the arena. NULL when it does not parse. With diags NULL the checks that the first pass made are left out, and a value of
 * another type than was checked gives NULL too. The record borrows nothing from the batch.
 * Any thread; jumps to arena->escape when out of memory. */
struct org *load_org(const struct load *load, const struct batch *batch, size_t i, struct arena *arena, struct diags *diags);
/* Add a diagnostic with excerpt at `offset` of piece i of a batch, as the record of the organisation has it. Any thread; NULL when it was only counted. */
struct diag *load_complain(const struct load *load, const struct batch *batch, size_t i, enum severity severity, uint32_t offset, struct diags *diags,
                           const char *hint, const char *format, ...) __attribute__((format(printf, 8, 9)));
/* Which organisation has the id, in order of the file, or LOAD_NONE. After load_check. */
#define LOAD_NONE UINT64_MAX
uint64_t load_find(const struct load *load, struct str id);
/* Is an id of organisation in the dataset? After load_check; for --only. The nearest one is put into *nearest (may be NULL). */
bool load_has(const struct load *load, struct str id, struct str *nearest);
/* The i-th id, in order of the file. */
struct str load_id(const struct load *load, uint64_t i);
uint64_t load_line(const struct load *load, uint64_t i); /* the line that id stands on */
#endif
