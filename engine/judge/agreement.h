/* agreement.h: computed against published grades. Counted where the organisation is in scope, both are on the scale, and the judgment was made on this round's evidence: fresh, revisited, corrected or added late. A grade
 * carried over says nothing of the rules; neither does one that a person moderated, so it is the computed grade that is compared. */
#ifndef JUDGE_AGREEMENT_H
#define JUDGE_AGREEMENT_H
#include <stdbool.h>
#include <stdint.h>

struct area_result;
struct org;
struct agreement {
    uint64_t compared, agreed;
    uint64_t within_one;        /* at most one step apart, agreed ones included */
    uint64_t published[64];     /* per grade of the scale; the base rate is the largest over compared */
};
bool agreement_counts(const struct org *org, const struct area_result *r); /* is it one that is compared? */
void agreement_count(struct agreement *a, const struct org *org, const struct area_result *r);
void agreement_add(struct agreement *to, const struct agreement *from);
/* How many would agree if every area were given the published grade that is most frequent (of equals the lowest). */
struct base_rate { int grade; /* -1: nothing was compared */ uint64_t count; };
struct base_rate agreement_base_rate(const struct agreement *a);
#endif
