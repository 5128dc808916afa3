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
    X(210, WARNING, "grade-unreachable", "a grade that no combination of outcomes gives an area",                      \
      "All outcomes that the area's characteristics can have were combined, each as free of the others, and the ladder "\
      "and the caps answered for each combination: none gave this grade. Either the ladder asks for a share that so "  \
      "many characteristics cannot make, or nothing raises the cause of concern that the grade needs, or a cap always "\
      "acts. Mend it, or say why the area cannot have the grade.")                                                     \
    X(211, WARNING, "best-unreachable", "an area cannot reach the best grade of the scale",                            \
      "As P210, of the best grade: an organisation that meets everything would not get it. Often the area has no "     \
      "characteristic of the level for which the best rung asks besides.")                                             \
    X(212, WARNING, "characteristic-idle", "nothing depends on a characteristic",                                      \
      "Whatever its outcome, the grade of its area is the same in all combinations of the others; no cap names it, it "\
      "raises nothing, and no other rule reads it. It is judged and shown, and that is all. Give it a level that the " \
      "ladder counts, let an outcome raise something, or read it. Of an ungraded area nothing is told: there the "     \
      "outcomes are what is wanted.")                                                                                  \
    X(213, WARNING, "cap-constant", "the condition of a cap is always the same",                                       \
      "It names an outcome that its characteristic's rule never answers (when = { \"checked\", \"not-met\" }, where "  \
      "the rule says met and partly_met alone), or its function answers the same whatever the outcomes: a cap that "   \
      "never holds, or always. Mend the condition, or drop the cap.")                                                  \
    X(214, WARNING, "cap-idle", "a cap never acts",                                                                    \
      "It can hold, but wherever it does, the grade is as low already: what makes it hold lowers the grade by itself, "\
      "as where one characteristic of eight that is not met keeps the share below what the grade above the cap asks "  \
      "for. Drop it, or cap at a lower grade; or say that it is to stand should the ladder change.")                   \
    X(215, WARNING, "cap-masked", "a cap changes nothing beside another",                                              \
      "Wherever it would lower a grade, another cap of the area that is as strict or stricter holds as well. Drop it, "\
      "or let it say more.")                                                                                           \
    X(216, WARNING, "rung-masked", "no area can take a rung of the ladder",                                            \
      "The shares that the areas' characteristics can make step over it: five characteristics make fifths and, with "  \
      "half credit, tenths, and no tenth lies between 0.82 and 0.88. It is told once, where two areas or more climb "  \
      "the pack's ladder.")                                                                                            \
    X(217, WARNING, "enough-idle", "`enough` of the ladder decides nothing",                                           \
      "Every area with any evidence of what the ladder counts has as large a part of it as `enough` asks for: with two "\
      "characteristics one is half of it. So no grade is ever withheld for want of evidence. Ask for more, or leave it "\
      "out.")                                                                                                          \
    X(218, WARNING, "function-breaks", "a ladder or cap ends in an error for some outcomes",                           \
      "A function was asked about all combinations of outcomes, and for one of them it raised, met a limit, or "       \
      "answered what is no grade. An organisation with these outcomes would have no grade, and the run would be "      \
      "partial. Outcomes are taken as free of each other: if these can never be together, say so in the function.")    \
    X(219, WARNING, "comparison-constant", "a comparison of parameters and numbers alone",                             \
      "p.a >= p.b is the same for every organisation: parameters are numbers of the pack. Mostly a piece of evidence " \
      "was meant on one side.")                                                                                        \
    X(401, WARNING, "improvement-lowers", "a characteristic improves, and the grade falls",                            \
      "One characteristic went from not-met to partly-met or met, or from partly-met to met, all others as they were, "\
      "and the grade fell. Nobody can defend that before an organisation. Mostly a cap names partly-met and forgets "  \
      "not-met, or partly-met raises a cause of concern and not-met none. All combinations of outcomes were tried, "   \
      "each outcome as free of the others; the one that is shown has met wherever that changes nothing. Compared are " \
      "grades: to have one or none is no direction, and neither is evidence gained, since of what was not known before "\
      "a grade may rightly change either way. How rules of other areas answer to a better outcome is not looked at.")  \
    X(402, NOTE, "combinations-drawn", "too many combinations of outcomes to try all",                                 \
      "Some were drawn, by a fixed rule, and the same in every run. A fall that is told (P401) is real. What was not " \
      "found may be there, and nothing is told of what cannot be reached. A ladder or cap that asks for outcomes by "  \
      "plain names, and does little work, is tried whole.")                                                            \
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
