/* agreement.h: computed against published grades. Counted where both are on the scale, and the judgment was made on this round's evidence: fresh, revisited, corrected or added late. A grade
 * carried over says nothing of the rules; neither does one that a person moderated, so it is the computed grade that is compared. */
#ifndef JUDGE_AGREEMENT_H
#define JUDGE_AGREEMENT_H
#include <stdint.h>

struct area_result;
struct agreement {
    uint64_t compared, agreed;
    uint64_t within_one;        /* at most one step apart, agreed ones included */
    uint64_t published[64];     /* per grade of the scale; the base rate is the largest over compared */
};
void agreement_count(struct agreement *a, const struct area_result *r);
void agreement_add(struct agreement *to, const struct agreement *from);
/* The share of the published grade that is most frequent: what always guessing it would score. 0 where nothing was compared. */
double agreement_base_rate(const struct agreement *a);
#endif
