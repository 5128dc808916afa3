/* spot.c: see spot.h. A declaration knows its line; the column is found again in the text, by the word that is wrong,
 * when there is something to tell. */
#include "script/spot.h"

/* The next line of *at (without its newline); false at the end. */
static bool next_line(struct str *at, struct str *line)
{
    if (!at->n) return false;
    const char *end = memchr(at->s, '\n', at->n);
    line->s = at->s;
    line->n = end ? (size_t)(end - at->s) : at->n;
    size_t past = line->n + (end != NULL);
    at->s += past;
    at->n -= past;
    return true;
}

/* Where the word stands in quotes, these included; -1: nowhere in the line. */
static long quoted(struct str line, struct str word)
{
    for (size_t i = 1; word.n && i + word.n < line.n; i++) {
        char q = line.s[i - 1];
        if ((q == '"' || q == '\'') && line.s[i + word.n] == q && memcmp(line.s + i, word.s, word.n) == 0)
            return (long)i - 1;
    }
    return -1;
}

/* Where the word stands as a key, `word =`; -1: nowhere in the line. */
static long keyed(struct str line, struct str word)
{
    for (size_t i = 0; word.n && i + word.n < line.n; i++) {
        size_t after = i + word.n;
        if (memcmp(line.s + i, word.s, word.n) != 0 || (i && !strchr(" \t{,;", line.s[i - 1]))) continue;
        while (after < line.n && line.s[after] == ' ') after++;
        if (after < line.n && line.s[after] == '=') return (long)i;
    }
    return -1;
}

/* As a place counts them. */
static uint32_t characters(const char *s, size_t n) { return (uint32_t)str_characters((struct str){s, n}); }

struct place spot_place(struct spot spot, struct str text, struct str word, struct str *line)
{
    struct place place = {spot.file, spot.line > 0 ? (uint64_t)spot.line : 0, 0, 0};
    struct str rest = text, at_hand;
    *line = (struct str){NULL, 0};
    for (int n = 1; spot.line > 0 && next_line(&rest, &at_hand); n++) {
        if (n < spot.line) continue;
        if (n == spot.line) *line = at_hand;
        long at = quoted(at_hand, word), key = at < 0 ? keyed(at_hand, word) : -1;
        if (at >= 0 || key >= 0) {
            place.line = (uint64_t)n;
            place.column = characters(at_hand.s, (size_t)(at >= 0 ? at : key)) + 1;
            place.width = characters(word.s, word.n) + (at >= 0 ? 2 : 0);
            *line = at_hand;
            return place;
        }
        if (!word.n) break;
    }
    return place;
}

/* Does `key =` end before this byte of the line, but for blanks? */
static bool follows_key(struct str line, long at, const char *key)
{
    long n = (long)strlen(key);
    while (at > 0 && line.s[at - 1] == ' ') at--;
    if (at == 0 || line.s[--at] != '=') return false;
    while (at > 0 && line.s[at - 1] == ' ') at--;
    return at >= n && memcmp(line.s + at - n, key, (size_t)n) == 0;
}

/* Where the quoted word is the value of the key; -1: nowhere in the line. */
static long valued(struct str line, const char *key, struct str word)
{
    for (size_t from = 0; from < line.n;) {
        long at = quoted((struct str){line.s + from, line.n - from}, word);
        if (at < 0) return -1;
        if (follows_key(line, (long)from + at, key)) return (long)from + at;
        from += (size_t)at + 1;
    }
    return -1;
}

struct place spot_value(struct spot spot, struct str text, const char *key, struct str word, struct str *line)
{
    struct str rest = text, at_hand;
    for (int n = 1; key && spot.line > 0 && word.n && next_line(&rest, &at_hand); n++) {
        long at = n < spot.line ? -1 : valued(at_hand, key, word);
        if (at < 0) continue;
        *line = at_hand;
        return (struct place){spot.file, (uint64_t)n, characters(at_hand.s, (size_t)at) + 1,
                              characters(word.s, word.n) + 2};
    }
    return spot_place(spot, text, word, line);
}

static bool in_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

struct place spot_name(struct spot spot, struct str text, struct str name, struct str *line)
{
    struct place place = spot_place(spot, text, (struct str){NULL, 0}, line);
    for (size_t i = 0; name.n && line->s && i + name.n <= line->n; i++) {
        if (memcmp(line->s + i, name.s, name.n) != 0 || (i && in_name(line->s[i - 1]))) continue;
        if (i + name.n < line->n && in_name(line->s[i + name.n])) continue;
        place.column = characters(line->s, i) + 1;
        place.width = characters(name.s, name.n);
        break;
    }
    return place;
}
