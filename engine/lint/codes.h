/* codes.h: what `peel check PACK` can tell of a pack that loads, each with a code that never changes its meaning and is never given again.
 *
 * X(number, severity, name, says, explained): `says` is the one line of the list, `explained` what `peel check --explain` shows: what is wrong with it, an example, what to do.
 * P1 names, P2 reach, P3 bands, P4 direction, P5 care.
 */
#ifndef LINT_CODES_H
#define LINT_CODES_H

#define LINT_CODES(X)                                                                                                  \
    X(205, WARNING, "evidence-unread", "evidence is declared and read by no rule",                                     \
      "A dataset may supply it, and nobody will ever look. Read it in a rule, or leave it out of pack.lua.")                              \
    X(301, ERROR, "gap", "no band of a rubric holds some values",                                                      \
      "Bands are compared as intervals of numbers. A value that lies in none ends the rule in an error, for an organisation that did nothing wrong. Wrong: met = { from = \"high\" }, not_met = { below = \"low\" }, with low less than high. Right: a band between them, or one bound for both.") \
    X(302, ERROR, "overlap", "two bands of a rubric hold the same values",                                             \
      "Which of the two was meant, nobody can tell: the rule ends in an error. \"Good is a substantial proportion, adequate a high proportion\", read literally, overlaps: what is substantial is high too. Right: good = { from = \"substantial\" }, adequate = { from = \"high\", below = \"substantial\" }.") \
    X(303, ERROR, "unreachable-band", "a band of a rubric holds no value at all",                                      \
      "Its bounds are the wrong way round, or beyond what the evidence can be: estimates and samples are shares, from 0 to 1. The outcome, or the grade, can never come.") \
    X(304, WARNING, "masked-band", "a band of a rubric lies wholly in others",                                           \
      "Wherever it holds, another holds too, so that it never decides. Narrow the others, or leave it out.")

enum lint_code {
#define LINT_CODE_ENUM(number, severity, name, says, explained) P##number = number,
    LINT_CODES(LINT_CODE_ENUM)
#undef LINT_CODE_ENUM
};
#endif
