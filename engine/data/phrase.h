/* phrase.h: evidence in the words people read. One place, so that a rule's message, a report and an explanation say the same. */
#ifndef DATA_PHRASE_H
#define DATA_PHRASE_H
#include "data/model.h"

/* "52 of 60 (86.7%)", "95.5% ± 1.9", "12.0 incidents per 1,000 residents", "not supplied", "3 strengths, 1 weakness".
 * Numbers of the file are repeated as the file spells them, but proportions are said in percent, exactly rounded. kind < EVIDENCE_CATALOGUES; slot may be NO_SLOT. */
void phrase_value(const struct dataset *d, const struct org *org, enum evidence_kind kind, uint32_t slot, struct buf *out);
/* "12.0 incidents per 1,000": a number of that measure, as spelled, whoever has it; so without the rate that a denominator would make of it. */
void phrase_number(const struct dataset *d, uint32_t slot, struct str spelled, struct buf *out);
/* "not supplied": the words for why a value is missing. */
const char *phrase_missing(enum peel_missing missing);
/* The title of the catalogue entry; its id where it has none. */
struct str phrase_title(const struct dataset *d, enum evidence_kind kind, uint32_t slot);
/* " per 1,000 residents", " per officer": what the measure's rate is of; nothing where it is none. */
void phrase_per(const struct dataset *d, uint32_t slot, struct buf *out);
void phrase_one(struct str unit, struct buf *out); /* "officers" as "officer" */
/* "PEEL 2021/22 report, Responding to the public": source title, then place; nothing where none is declared. */
void phrase_citation(const struct dataset *d, const struct citation *c, struct buf *out);
void phrase_figure(double d, struct buf *out); /* a number that was worked out, to three digits, from 10 on to one decimal: 0.458, 2.67, 12, 8902.3 */
void phrase_findings(size_t strengths, size_t weaknesses, struct buf *out); /* "3 strengths, 1 weakness"; "no findings" */
void phrase_percent(double share, struct buf *out); /* 0.867 as "86.7%", 0.85 as "85%"; one decimal at most */
void phrase_p(double p, struct buf *out); /* how likely a difference is by chance: "p = 0.46", "p = 0.0461", "p < 0.001" */
int phrase_tenths(double share); /* 867: in tenths of a percent, as phrase_percent says it; -1 where only exact arithmetic can say */
void phrase_share(uint64_t met, uint64_t reviewed, struct buf *out); /* "86.7%", by whole numbers; reviewed > 0 */
#endif
