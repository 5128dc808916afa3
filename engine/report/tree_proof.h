/* tree_proof.h: the part of an explanation below a characteristic. Internal to tree.c and tree_proof.c. */
#ifndef REPORT_TREE_PROOF_H
#define REPORT_TREE_PROOF_H
#include "report/outline.h"
#include "report/tree.h"

struct telling { /* an explanation under way */
    const struct org_result *result;
    const struct style *style;
    struct arena *arena;
    struct buf *scratch;
    bool deep;  /* with places, sources and what a threshold rests on */
    bool alone; /* one characteristic: with the titles of its parameters */
};
struct node *tell(struct telling *t, struct node *parent); /* a node of what stands in scratch; clears it */
/* The parameters that the rule read and no comparison will name. */
void tell_parameters(struct telling *t, struct node *parent, const struct verdict *v);
void tell_evidence(struct telling *t, struct node *parent, const struct verdict *v);
#endif
