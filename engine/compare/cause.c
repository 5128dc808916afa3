/* cause.c: see cause.h. */
#include "compare/cause.h"

const char *cause_name(enum cause cause)
{
    static const char *const names[CAUSES] = {"evidence", "rules", "scale", "moderation"};
    return names[cause];
}

const char *outcome_cause_name(enum outcome_cause cause)
{
    static const char *const names[OUTCOME_CAUSES] = {"evidence", "rules", "either", "both", "unknown"};
    return names[cause];
}

enum outcome_cause outcome_cause_by(bool evidence_alone, bool rules_alone)
{
    if (evidence_alone) return rules_alone ? OUTCOME_BY_EITHER : OUTCOME_BY_EVIDENCE;
    return rules_alone ? OUTCOME_BY_RULES : OUTCOME_BY_BOTH;
}
