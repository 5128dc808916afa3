/* codes.h: what `peel check PACK` can tell of a pack, each with a code that never changes its meaning and is never given again.
 *
 * X(number, severity, name, says, explained): `says` is the one line of the list, `explained` what `peel check --explain` shows: what is wrong with it and what to do. A wrong and a
 * right example stand in lint/examples/<code>.txt; they are shown too, and tests/golden/check-codes runs them.
 * P1 names, P2 reach and what is of no use, P3 bands, P4 direction, P5 care, P6 excuses.
 */
#ifndef LINT_CODES_H
#define LINT_CODES_H
#include "base/diag.h"

#define LINT_CODES(X)                                                                                                  \
    X(205, WARNING, "evidence-unread", "evidence is declared and read by no rule",                                     \
      "A dataset may supply it, and nobody will ever look. Read it in a rule, or leave it out of pack.lua.")           \
    X(601, WARNING, "excuse-without-reason", "an excuse gives no reason",                                              \
      "What is let stand is let stand for a reason, which the next author wants to know. Without one it is not excused.") \
    X(602, WARNING, "excuse-unneeded", "an excuse excuses nothing",                                                    \
      "There is nothing of that code where it stands: it was mended, or the excuse stands in the wrong place. Take it away, so that it does not hide what comes later.") \
    X(603, WARNING, "excuse-unreadable", "an excuse names no code",                                                    \
      "A comment that begins with `peel:` is read, and says `allow`, one or more codes with commas between them, a colon and the reason.")

enum lint_code {
#define LINT_CODE_ENUM(number, severity, name, says, explained) P##number = number,
    LINT_CODES(LINT_CODE_ENUM)
#undef LINT_CODE_ENUM
};

struct lint_rule { /* one of them, as it is told */
    int number;
    enum severity severity;
    const char *name, *says, *explained;
    const char *example; /* of lint/examples; "" where there is none */
};
#define LINT_CODES_MOST 128 /* room for all of them */
extern const size_t LINT_RULES;
struct lint_rule lint_rule_at(size_t i);                   /* in order of number */
bool lint_rule_named(struct str code, struct lint_rule *to); /* "P205", or by its name; false: there is none */
#endif
