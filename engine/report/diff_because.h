/* diff_because.h: because of what judgments changed, as parts of a page of differences, and in words that rows share. Decides nothing: compare/attribution.h and compare/impact.h do. */
#ifndef REPORT_DIFF_BECAUSE_H
#define REPORT_DIFF_BECAUSE_H
#include "report/diff.h"
#include "report/document.h"

/* Parts of a step, exact: "+1", "-1/2", "+1 1/3", "0". */
void diff_words_steps(int64_t part, int64_t unit, struct buf *out);

/* Judgment i of the organisation, in r->work. False: nothing is to tell of it. */
bool diff_because(const struct diff_report *r, const struct org_diff *o, size_t i, struct attribution *to);

/* Is there more to say of it than the grades themselves? */
bool diff_has_because(const struct diff_report *r, const struct attribution *a);

/* "evidence", "either alone" */
const char *diff_words_cause(enum outcome_cause cause);

/* Facts, paragraphs and tables of a document in r->arena. Each may say nothing. */
void diff_say_because_sum(const struct diff_report *r, struct document *doc);
void diff_say_because(const struct diff_report *r, const struct attribution *a, const struct judgment_diff *d, struct document *doc);
void diff_say_outcomes(const struct diff_report *r, const struct org_diff *o, const struct judgment_diff *d, struct document *doc);
void diff_say_edits(const struct diff_report *r, struct document *doc);
#endif
