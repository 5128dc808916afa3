/* words.h: what the enumerations of this folder are called, in rules and in results alike. The words are a public
 * interface: stable, lower case, hyphenated.
 *
 * Each answers a text that lives as long as the program, and NULL beyond the last enumerator: a walk from 0 sees all
 * of them, in the order of the enumeration. */
#ifndef STATS_WORDS_H
#define STATS_WORDS_H
#include "stats/difference.h"
#include "stats/outlier.h"
#include "stats/proportion.h"

const char *proportion_method_name(enum proportion_method method); /* "wilson", "clopper-pearson", "wald" */

const char *comparison_name(enum comparison comparison);     /* "unknown", "similar", "lower", "higher" */
const char *difference_test_name(enum difference_test test); /* "untested", "pooled-z", "fisher", "estimates" */

const char *numbers_divisor_name(enum numbers_divisor divisor);    /* "sample" (n - 1), "population" (n) */
const char *rank_from_name(enum rank_from from);                 /* "lowest", "highest" */
const char *normality_status_name(enum normality_status status); /* "tested", "too-few", "too-many", "no-spread" */

const char *outlier_choice_name(enum outlier_choice choice); /* "by-test", "raw", "log" */
const char *outlier_scale_name(enum outlier_scale scale);    /* "raw", "log" */
const char *outlier_better_name(enum outlier_better better); /* "w", "pass" */
const char *outlier_mean_name(enum outlier_mean mean);       /* "scale", "values" */
const char *
outlier_status_name(enum outlier_status status); /* "done", "too-few", "not-finite", "no-logs", "bad-rules" */
const char *outlier_reason_name(enum outlier_reason reason); /* "none", "asked", "looks-normal", "logs-better",
                                                                "logs-no-better", "not-positive", "not-tested" */
const char *outlier_place_name(enum outlier_place place);    /* "within", "below", "above" */
#endif
