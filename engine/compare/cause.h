/* cause.h: what may make a grade, an outcome or something that is raised another than it was, and its words. */
#ifndef COMPARE_CAUSE_H
#define COMPARE_CAUSE_H
#include <stdbool.h>

enum cause { CAUSE_EVIDENCE, CAUSE_RULES, CAUSE_SCALE, CAUSE_MODERATION, CAUSES };
const char *cause_name(enum cause cause); /* "evidence", ... */

enum outcome_cause { /* of a change that has no steps: of an outcome, of what is raised, or of there being a grade at all */
    OUTCOME_BY_EVIDENCE, /* the newer evidence alone does it, and the newer rules alone do not */
    OUTCOME_BY_RULES,    /* the other way round */
    OUTCOME_BY_EITHER,   /* each alone does it */
    OUTCOME_BY_BOTH,     /* neither alone does it */
    OUTCOME_UNTOLD,      /* a mixture failed, or lacked evidence: nobody knows */
    OUTCOME_CAUSES       /* nobody asks */
};
const char *outcome_cause_name(enum outcome_cause cause); /* "evidence", "rules", "either", "both", "unknown" */
enum outcome_cause outcome_cause_by(bool evidence_alone, bool rules_alone); /* does each alone do it? */
#endif
