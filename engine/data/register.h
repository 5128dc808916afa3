/* register.h: the ids of all organisations of a dataset, in order, each with the line it stands on. For 200,000 of
 * them: about 40 bytes each, besides the id itself. */
#ifndef DATA_REGISTER_H
#define DATA_REGISTER_H
#include "base/arena.h"
#include "base/str.h"

struct id_register {
    struct str *ids;
    uint64_t *lines;
    size_t count, capacity;
    uint32_t *slots; /* open addressing; UINT32_MAX: empty; at most half full */
    size_t mask;
    struct arena text; /* of the ids */
};
#define REGISTER_NONE UINT64_MAX

void register_init(struct id_register *r);
void register_done(struct id_register *r);
/* The index of an id, or REGISTER_NONE. */
uint64_t register_find(const struct id_register *r, struct str id);
/* Add an organisation. One whose id is there already (or s NULL: has none) takes its place in the order, but is not
 * found. False: out of memory. */
bool register_add(struct id_register *r, struct str id, uint64_t line);
#endif
