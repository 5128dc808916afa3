/* order.h: what must come before what. Plain numbers in, plain numbers out; knows nothing of packs. */
#ifndef JUDGE_ORDER_H
#define JUDGE_ORDER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct graph { /* node n comes after each of needs[start[n] .. start[n + 1]) */
    uint32_t nodes;
    const uint32_t *start; /* nodes + 1 */
    const uint32_t *needs;
};

/* Told of every circle that is met: path[0] needs path[1] ... needs path[count - 1] needs path[0]. */
typedef void order_circle(void *context, const uint32_t *path, size_t count);

/* Writes all nodes to `order`, each after what it needs, otherwise as their numbers go. `scratch` has room for 3 * nodes + 1 numbers.
 * The needs that close a circle are told and passed over; false where there was one. Takes time in proportion to nodes and needs, and no recursion. */
bool order_sort(const struct graph *graph, uint32_t *order, uint32_t *scratch, order_circle *circle, void *context);
#endif
