/* complain.c: see complain.h. A declaration knows its line; the column is found again in the text, by the word that is
 * wrong. */
#include "judge/complain.h"
#include <stdio.h>

static const struct pack_file *file_of(const struct pack *pack, const char *name)
{
    for (size_t i = 0; name && i < pack->file_count; i++)
        if (pack->files[i].name && strcmp(pack->files[i].name, name) == 0) return &pack->files[i];
    return NULL;
}

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

static uint32_t characters(const char *s, size_t n)
{
    uint32_t count = 0;
    for (size_t i = 0; i < n; i++) count += ((unsigned char)s[i] & 0xC0) != 0x80;
    return count;
}

/* Completes the place; the line it is on, or s NULL. */
static struct str locate(const struct pack *pack, struct spot spot, struct str word, struct place *place)
{
    const struct pack_file *file = file_of(pack, spot.file);
    struct str rest = file ? file->text : (struct str){NULL, 0}, line, own = {NULL, 0};
    for (int n = 1; spot.line > 0 && next_line(&rest, &line); n++) {
        if (n < spot.line) continue;
        if (n == spot.line) own = line;
        long at = quoted(line, word), key = at < 0 ? keyed(line, word) : -1;
        if (at >= 0 || key >= 0) {
            place->line = (uint64_t)n;
            place->column = characters(line.s, (size_t)(at >= 0 ? at : key)) + 1;
            place->width = characters(word.s, word.n) + (at >= 0 ? 2 : 0);
            return line;
        }
        if (!word.n) break;
    }
    return own;
}

void complain(const struct pack *pack, struct diags *diags, enum severity severity, struct spot spot, struct str word,
              const char *hint, const char *format, ...)
{
    char message[2 * DIAG_MESSAGE]; /* longer than a diagnosis, so that it is cut where diagnoses are */
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    struct place place = {spot.file, spot.line > 0 ? (uint64_t)spot.line : 0, 0, 0};
    struct str line = locate(pack, spot, word, &place);
    struct diag *diag = diag_add(diags, severity, place, hint, "%s", message);
    if (diag && line.s) diag_excerpt(diag, line.s, line.n);
}

const char *complain_hint(struct str want, const struct str *names, size_t count, const char *what, struct arena *arena)
{
    int near = str_nearest(want, names, count);
    if (near >= 0) return arena_printf(arena, "did you mean \"%.*s\"?", STR_ARG(names[near]));
    if (!count) return NULL;
    const char *list = "";
    size_t shown = 0;
    while (shown < count && strlen(list) + names[shown].n < 150) {
        list = arena_printf(arena, "%s%s%.*s", list, shown ? ", " : "", STR_ARG(names[shown]));
        shown++;
    }
    if (shown == count) return arena_printf(arena, "%s are %s", what, list);
    return arena_printf(arena, "%s are %s and %zu more", what, list, count - shown);
}
