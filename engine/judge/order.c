/* order.c: depth first, with the path at hand, so that a circle can be shown whole. */
#include "judge/order.h"

enum { UNSEEN, DONE = 1, ON_PATH = 2 }; /* state: UNSEEN, DONE, or ON_PATH + how deep */

struct walk {
    const struct graph *graph;
    uint32_t *state, *path, *edge; /* edge[n]: the next need of node n to look at */
    uint32_t depth;
};

static void enter(struct walk *w, uint32_t node)
{
    w->state[node] = ON_PATH + w->depth;
    w->edge[node] = w->graph->start[node];
    w->path[w->depth++] = node;
}

bool order_sort(const struct graph *graph, uint32_t *order, uint32_t *scratch, order_circle *circle, void *context)
{
    struct walk w = {graph, scratch, scratch + graph->nodes, scratch + 2 * (size_t)graph->nodes, 0};
    uint32_t written = 0;
    bool straight = true;
    for (uint32_t n = 0; n < graph->nodes; n++) w.state[n] = UNSEEN;
    for (uint32_t root = 0; root < graph->nodes; root++) {
        if (w.state[root] == UNSEEN) enter(&w, root);
        while (w.depth) {
            uint32_t node = w.path[w.depth - 1];
            if (w.edge[node] == graph->start[node + 1]) {
                w.state[node] = DONE;
                order[written++] = node;
                w.depth--;
                continue;
            }
            uint32_t need = graph->needs[w.edge[node]++];
            if (w.state[need] == UNSEEN) {
                enter(&w, need);
            } else if (w.state[need] != DONE) {
                uint32_t from = w.state[need] - ON_PATH;
                straight = false;
                if (circle) circle(context, w.path + from, w.depth - from);
            }
        }
    }
    return straight;
}
