/* codes.h: what `peel check PACK` can tell of a pack that loads, each with a code that never changes its meaning and is never given again.
 *
 * X(number, severity, name, says, explained): `says` is the one line of the list, `explained` what `peel check --explain` shows: what is wrong with it, an example, what to do.
 * P1 names, P2 reach, P3 bands, P4 direction, P5 care.
 */
#ifndef LINT_CODES_H
#define LINT_CODES_H

#define LINT_CODES(X)                                                                                                  \
    X(205, WARNING, "evidence-unread", "evidence is declared and read by no rule",                                     \
      "A dataset may supply it, and nobody will ever look. Read it in a rule, or leave it out of pack.lua.")

enum lint_code {
#define LINT_CODE_ENUM(number, severity, name, says, explained) P##number = number,
    LINT_CODES(LINT_CODE_ENUM)
#undef LINT_CODE_ENUM
};
#endif
