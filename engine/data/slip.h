/* slip.h: the letters of what somebody wrote instead. ctype.h asks the locale; nothing here may. */
#ifndef DATA_SLIP_H
#define DATA_SLIP_H
#include "data/intake.h"

static inline bool digit(char c) { return c >= '0' && c <= '9'; }
static inline char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }
static inline bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

static inline struct str trim(struct str s)
{
    while (s.n && s.s[0] == ' ') s.s++, s.n--;
    while (s.n && s.s[s.n - 1] == ' ') s.n--;
    return s;
}

struct hint hint_say(const char *format, const char *text); /* format has one %s */
#endif
