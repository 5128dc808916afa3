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
    X(101, ERROR, "name-unknown", "a name that nobody declared",                                                       \
      "It is no local name, no parameter, no word of rules and nothing that an organisation has: most often a slip of the pen. Told when the pack is loaded.") \
    X(102, ERROR, "global-assigned", "a rule gives a value to a global name",                                          \
      "What one organisation left behind would be seen by the next. Told when the pack is loaded.")                    \
    X(103, WARNING, "evidence-undeclared", "a rule reads evidence that pack.lua does not declare",                     \
      "What pack.lua declares is what the pack may read; a dataset need not hold all of it. Of a name that neither of them declares the rule ends in an error. Where the name is " \
      "near one that is declared, it is told when the pack is loaded, as an error.")                                  \
    X(104, ERROR, "method-unknown", "evidence is asked by a method that it does not have",                             \
      "Each kind of evidence has its own methods: a sample has no margin, an estimate no rank. A message asks none: `{files.met}` shows nothing. Wherever the line is reached the rule ends in an error.") \
    X(105, ERROR, "no-cohort", "a measure is read against a cohort that does not name it",                             \
      "`:outlier()`, `:z()`, `:rank()`, `:cohort_mean()`, `:lines()` and `:standing()` are known of the measures that `cohort` in pack.lua names; of others the rule ends in an error.") \
    X(106, ERROR, "argument-wrong", "a method is given what it does not take",                                         \
      "A level is between 0 and 1, and so is what a sample, an estimate or a share of findings is compared with; words are among those of rules/README.md; two pieces of evidence " \
      "are compared only where both are of one kind; and a method takes as many as `peel help` says. The rule ends in an error, or what is too much is not looked at.")                                   \
    X(107, ERROR, "answer-impossible", "something is compared with a word that it never is",                           \
      "The comparison is false for every organisation, so that a branch is never taken, or always.")                  \
    X(108, ERROR, "id-unknown", "a rule names a characteristic or an area that the pack does not have",                \
      "It is \"area/characteristic\" in `force.outcomes` and `:about`, \"area\" in `force.areas`, and the characteristic alone in the `area:outcome` of a ladder or a cap.") \
    X(109, ERROR, "depends-lacking", "a rule reads an outcome or an area that `depends` does not name",                \
      "What a rule reads of others is judged before it, and the engine knows it by `depends` alone. The rule ends in an error.") \
    X(110, WARNING, "name-unused", "a local name is not used",                                                         \
      "Something was meant by it: often the value is read under another name, or was to be shown. A name that a message shows is used; so is one that is called `_`.") \
    X(111, WARNING, "function-unused", "a local function is never called",                                             \
      "A helper that no rule calls is not tested by any case, and says something that does not hold of the pack.")     \
    X(112, WARNING, "value-unused", "a name is given a value that is never read, or read without ever being given one", \
      "Of two values the first is lost; a name that never got one is nil.")                                           \
    X(113, WARNING, "name-hidden", "a local name hides another of the same name",                                      \
      "Below it the outer one cannot be seen, and a reader may take one for the other.")                              \
    X(114, WARNING, "unreachable", "code is never reached",                                                            \
      "What stands before it returns in every case.")                                                                 \
    X(115, WARNING, "condition-constant", "a condition is always true or always false",                                \
      "One of the ways is never taken. Evidence itself is always something, whether it is missing or not: ask one of its methods.") \
    X(117, ERROR, "operator-on-evidence", "evidence is compared or reckoned with by an operator",                      \
      "Evidence is no number: it may be missing, and what is asked of it stands in the proof. `files:at_least(p.x)`, not `files >= p.x`; `files:proportion() * 100`, not `files * 100`. "\
      "The rule ends in an error; by == and ~= it is never equal to a number or a text.")                              \
    X(118, ERROR, "evidence-not-asked", "a rule answers met, partly_met or not_met and reads no evidence",             \
      "What a grade rests on was there to be read, and stands in the proof. A rule that reads nothing ends in an error for everybody; `no_evidence` and `not_applicable` need nothing.")\
    X(119, ERROR, "answer-lacking", "a way through a rule ends without an answer",                                     \
      "`judge` returns what met, partly_met, not_met, not_applicable or no_evidence answered, on every way. Where it ends without `return`, or returns a text, a number or nothing, the rule ends "\
      "in an error. Conditions are not weighed: where two of them leave no other way, the second is an `else`.")       \
    X(120, ERROR, "missing-judged", "a rule judges by nothing but what is missing",                                    \
      "Missing is never failing, and no merit: where it has read nothing else the rule ends in an error. Without the question it ends as `no-evidence` by itself, and names what was missing.")\
    X(205, WARNING, "evidence-unread", "evidence is declared and read by no rule",                                     \
      "A dataset may supply it, and nobody will ever look. Read it in a rule, or leave it out of pack.lua. A measure that others are counted over is read by the engine, " \
      "and only a dataset says so: excuse it, and say that it is their denominator.")                                 \
    X(206, WARNING, "parameter-unread", "a parameter is declared and read by nothing",                                 \
      "It is printed with each result as if the result rested on it. No rule, ladder or cohort names it.")             \
    X(207, WARNING, "reference-unused", "a reference is declared and nothing rests on it",                             \
      "The handbook lists it as a source. Name its id in the `rests` of what was taken from it.")                      \
    X(208, WARNING, "depends-unused", "`depends` names what no rule reads",                                            \
      "It makes the order of rules, and the handbook tells it as a dependency; nothing of it is asked.")               \
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
      "Every area with any evidence of what the ladder counts has as large a part of it as `enough` asks for: of three "\
      "characteristics one is a third. So no grade is ever withheld for want of evidence. Ask for more, or leave it "\
      "out.")                                                                                                          \
    X(218, WARNING, "function-breaks", "a ladder or cap ends in an error for some outcomes",                           \
      "A function was asked about all combinations of outcomes, and for one of them it raised, met a limit, or "       \
      "answered what is no grade. An organisation with these outcomes would have no grade, and the run would be "      \
      "partial. Outcomes are taken as free of each other: if these can never be together, say so in the function.")    \
    X(219, WARNING, "comparison-constant", "a comparison of parameters and numbers alone",                             \
      "p.a >= p.b is the same for every organisation: parameters are numbers of the pack. Mostly a piece of evidence " \
      "was meant on one side.")                                                                                        \
    X(301, ERROR, "gap", "no band of a rubric holds some values",                                                      \
      "Bands are compared as intervals of numbers. A value that lies in none ends the rule in an error, for an organisation that did nothing wrong. Put a band between them, or give both one bound.") \
    X(302, ERROR, "overlap", "two bands of a rubric hold the same values",                                             \
      "Which of the two was meant, nobody can tell: the rule ends in an error. \"Good is a substantial proportion, adequate a high proportion\", read literally, overlaps: what is substantial is high too. Say where the lower one ends.") \
    X(303, ERROR, "unreachable-band", "a band of a rubric holds no value at all",                                      \
      "Its bounds are the wrong way round, or beyond what the evidence can be: estimates and samples are shares, from 0 to 1. The outcome, or the grade, can never come.") \
    X(304, WARNING, "masked-band", "a band of a rubric lies wholly in others",                                           \
      "Wherever it holds, another holds too, so that it never decides. Narrow the others, or leave it out.") \
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
    X(501, WARNING, "reference-lacking", "something rests on a text that names no reference",                          \
      "Who is graded may ask where a characteristic or a number comes from. `rests` names the id of a reference of pack.lua, gives the address of a page, or says `ours`.") \
    X(502, WARNING, "case-lacking", "no case expects anything of a characteristic or of an area's grade",              \
      "A rule that no case holds can change without anybody noticing. peel test --coverage tells more: each outcome, grade, cap and raised item that no case expects.") \
    X(116, ERROR, "answer-not-returned", "an answer is made and not returned",                                         \
      "`met \"…\"` alone only makes the answer; the rule goes on, and ends with another or with none. `met()` makes none. Told when the pack is loaded.") \
    X(503, WARNING, "threshold-without-name", "a threshold is a bare number in a rule",                                \
      "A number that decides is a choice that somebody made. As a parameter it has a name, says what it rests on, is printed with each result, moved by --mutate, and changed in one place. " \
      "0 and 1 (none, any, all) need no name, and nor do numbers of plain arithmetic.")                               \
    X(504, ERROR, "deadline-lacking", "a cause of concern has no recommendation, or one without a deadline",           \
      "A cause of concern owns at least one recommendation, and each says when it is due: `within` a length of time, or `by` a date. Told when the pack is loaded.") \
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
