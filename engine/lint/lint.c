/* lint.c: see lint.h. The parts in their order, and the one way to tell. */
#include "lint/lint.h"
#include "script/spot.h"
#include <stdarg.h>
#include <stdio.h>

static enum severity severity_of(enum lint_code code)
{
    switch (code) {
#define LINT_CODE_CASE(number, severity, name, says, explained)                                                        \
    case P##number: return DIAG_##severity;
        LINT_CODES(LINT_CODE_CASE)
#undef LINT_CODE_CASE
    }
    return DIAG_WARNING;
}

static struct str text_of(const struct pack *pack, const char *file)
{
    for (size_t i = 0; file && i < pack->file_count; i++)
        if (strcmp(pack->files[i].name, file) == 0) return pack->files[i].text;
    return (struct str){"", 0};
}

/* The line of a text, from 1, without its newline; n 0: there is none. */
static struct str line_of(struct str text, uint64_t number)
{
    const char *at = text.s, *end = text.s + text.n;
    for (; number > 1 && at < end; number--) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
    }
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    return (struct str){at, (size_t)((newline ? newline : end) - at)};
}

static void tell(struct lint *l, enum lint_code code, struct place place, struct str line, const char *hint, const char *format, va_list args)
{
    char text[2 * DIAG_MESSAGE];
    if (vsnprintf(text, sizeof text, format, args) < 0) text[0] = '\0';
    struct diag *diag = diag_add(l->diags, severity_of(code), place, hint, "%s", text);
    if (!diag) return;
    snprintf(diag->code, sizeof diag->code, "P%d", (int)code);
    if (line.n) diag_excerpt(diag, line.s, line.n);
}

void lint_tell(struct lint *l, enum lint_code code, struct spot spot, struct str word, const char *hint, const char *format, ...)
{
    va_list args;
    struct str line;
    struct place place = spot_place(spot, text_of(l->pack, spot.file), word, &line);
    va_start(args, format);
    tell(l, code, place, line, hint, format, args);
    va_end(args);
}

void lint_tell_at(struct lint *l, enum lint_code code, struct place place, const char *hint, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    tell(l, code, place, line_of(text_of(l->pack, place.file), place.line), hint, format, args);
    va_end(args);
}

static void (*const parts[])(struct lint *l) = {lint_unread, lint_bands};

bool lint_pack(const struct pack *pack, struct diags *diags)
{
    struct arena arena;
    jmp_buf escape;
    struct lint lint = {pack, &arena, diags};
    arena_init(&arena);
    arena.escape = &escape;
    diags->within = pack->path;
    bool good = !setjmp(escape);
    if (good)
        for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) parts[i](&lint);
    else
        diag_starve(diags, "pack.lua", " while the pack was looked at");
    arena_done(&arena);
    diags->within = NULL;
    return !diags->starved;
}
