/* mutant.h: small changes to valid texts, from a generator that is the same everywhere. */
#ifndef MUTANT_H
#define MUTANT_H
#include <stdint.h>
#include <string.h>

static uint64_t seed = 2022;

static uint64_t draw(uint64_t n) /* xorshift64*, Vigna 2016 */
{
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return (seed * UINT64_C(2685821657736338717) >> 32) % n;
}

static const char *const bits[] = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "\\ude00",
    "\\u0041",
    "\\n",
    "0",
    "1",
    "9",
    "-",
    "+",
    ".",
    "e",
    "E5",
    "e-30",
    "e300",
    "1e308",
    "0.",
    "00",
    "true",
    "false",
    "null",
    "NaN",
    " ",
    "\n",
    "\t",
    "\x01",
    "\xc3\xa9",
    "\xc3",
    "\x80",
    "\xe2\x82\xac",
    "\xed\xa0\x80",
    "\xf0\x9f\x98\x80",
    "\xff",
    "\"a\":",
    "\"a\"",
    ",\"a\":1",
    "[]",
    "{}",
    "'",
    "/",
    "//",
    "#",
    "1234567890",
    "99999999999999999999",
    "\xef\xbb\xbf",
    "123456789012345678901234567890.5",
};
#define BITS (sizeof bits / sizeof *bits)

struct mutant {
    char text[1024];
    size_t n;
};

static void replace(struct mutant *m, size_t at, size_t gone, const char *by, size_t n)
{
    char copy[64];
    if (n > sizeof copy) n = sizeof copy;
    if (m->n - gone + n >= sizeof m->text) return;
    memcpy(copy, by, n); /* it may be a part of the text */
    memmove(m->text + at + n, m->text + at + gone, m->n - at - gone);
    memcpy(m->text + at, copy, n);
    m->n = m->n - gone + n;
}

static void mutate(struct mutant *m)
{
    size_t at = draw(m->n + 1), left = m->n - at, from = draw(m->n + 1);
    const char *bit = bits[draw(BITS)];
    char byte = (char)draw(256);
    switch (draw(7)) {
    case 0: replace(m, at, left > 0, &byte, 1); break;
    case 1: replace(m, at, left > 0, "", 0); break;
    case 2: replace(m, at, 0, bit, strlen(bit)); break;
    case 3: replace(m, at, left > 0, bit, strlen(bit)); break;
    case 4: replace(m, at, 0, m->text + from, draw(m->n - from + 1)); break;
    case 5: replace(m, at, draw(left + 1) % 20, "", 0); break;
    case 6:
        if (left) m->text[at] = (char)(m->text[at] ^ 1 << draw(8));
    }
}

/* A text, changed in one to three places. */
static void mutant_of(struct mutant *m, const char *parent)
{
    m->n = strlen(parent);
    memcpy(m->text, parent, m->n);
    for (uint64_t times = draw(3) + 1; times > 0; times--) mutate(m);
    m->text[m->n] = '\0';
}
#endif
