/* complain.h: telling an author what is wrong with a declaration, at its place, with the nearest right name. */
#ifndef JUDGE_COMPLAIN_H
#define JUDGE_COMPLAIN_H
#include "judge/pack.h"

/* At `"word"` (in either quotes) on the line of the spot or the first after it that has it, else at the line itself. hint may be NULL. */
void complain(const struct pack *pack, struct diags *diags, enum severity severity, struct spot spot, struct str word, const char *hint, const char *format, ...)
    __attribute__((format(printf, 7, 8)));
/* 'did you mean "x"?', or what there is to choose from: 'the areas are a, b and 9 more'; NULL where there is nothing. Lives in the arena. */
const char *complain_hint(struct str want, const struct str *names, size_t count, const char *what, struct arena *arena);
#define STR_ARG(str_) (int)((str_).n < 200 ? (str_).n : 200), ((str_).s ? (str_).s : "")
#endif
