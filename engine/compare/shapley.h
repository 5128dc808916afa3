/* shapley.h: a change split among its causes, so that the parts add up to the whole exactly.
 *
 * There are up to SHAPLEY_MOST factors, each as it was (0) or as it is (1), and a value for each of their combinations: value[mask], with bit i of the mask set where factor i is as it is. A factor's part is what
 * turning it adds, averaged over all orders in which the factors may be turned: Shapley 1953, "A value for n-person games"; for the decomposition of a change Shorrocks 2013, J. Econ. Inequal. 11:99 (draft 1999).
 * The interaction of two factors is what turning both adds beyond turning each, averaged over the states of the others with the same weights: Grabisch and Roubens 1999, the Shapley interaction index. It is told,
 * not added: of two factors alone the parts hold half of it each.
 *
 * Values are whole (places on a scale), and parts are counted in `unit`ths of a step, so that nothing is rounded: part * unit is whole.
 */
#ifndef COMPARE_SHAPLEY_H
#define COMPARE_SHAPLEY_H
#include <stdbool.h>
#include <stddef.h>

enum { SHAPLEY_MOST = 4, SHAPLEY_CELLS = 1 << SHAPLEY_MOST };

struct shapley_cells {
    size_t factors;               /* 1 to SHAPLEY_MOST */
    int value[SHAPLEY_CELLS];     /* of the first 2^factors */
    bool defined[SHAPLEY_CELLS];
};
struct shapley {
    int unit;                                       /* factors! */
    int part[SHAPLEY_MOST];                         /* in units: their sum is unit * (the last value - the first) */
    int interaction[SHAPLEY_MOST][SHAPLEY_MOST];    /* likewise, of i < j; in units */
};
/* False: a combination has no value; then there is no split. The mask of the first such is then in *missing (may be NULL). */
bool shapley_split(const struct shapley_cells *cells, struct shapley *to, unsigned *missing);
#endif
