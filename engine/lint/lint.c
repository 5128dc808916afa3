/* lint.c: see lint.h. The parts in their order, and the one way to tell. */
#include "lint/lint.h"
#include "lint/asker.h"
#include "script/spot.h"
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

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
static struct str line_of(struct lint *l, struct str text, uint64_t number)
{
    struct line_at *line = &l->line;
    const char *end = text.s + text.n;
    if (line->text.s != text.s || line->number > number) *line = (struct line_at){text, text.s, 1};
    for (; line->number < number && line->at < end; line->number++) {
        const char *newline = memchr(line->at, '\n', (size_t)(end - line->at));
        line->at = newline ? newline + 1 : end;
    }
    const char *newline = memchr(line->at, '\n', (size_t)(end - line->at));
    return (struct str){line->at, (size_t)((newline ? newline : end) - line->at)};
}

/* Is a file that was told, by the path by which one opens it, the pack's file of this name? */
static bool is_file(const char *told, const char *name)
{
    size_t n = strlen(told), end = strlen(name);
    return n >= end && strcmp(told + n - end, name) == 0 && (n == end || told[n - end - 1] == '/');
}

/* The excuse for it; NULL: there is none, or none with a reason. Whatever speaks of it was needed. */
static const struct excuse *excuse_of(struct lint *l, enum lint_code code, struct place place)
{
    const struct excuse *found = NULL;
    for (size_t i = 0; place.file && i < l->pack->file_count; i++) {
        if (!is_file(place.file, l->pack->files[i].name)) continue;
        for (struct excuse *e = l->excuses[i]; e; e = e->next) {
            if (e->code != (int)code || place.line < e->first || place.line > e->last) continue;
            e->used = true;
            if (e->reason.n) found = e;
        }
    }
    return code >= P601 ? NULL : found;
}

/* Was it told when the pack was loaded? */
static bool is_told(const struct diags *d, size_t loaded, const char *code, struct place place)
{
    for (size_t i = 0; i < loaded && i < d->count; i++) {
        const struct diag *diag = &d->list[i];
        if (diag->place.line == place.line && diag->place.column == place.column && strcmp(diag->code, code) == 0 &&
            diag->place.file && is_file(diag->place.file, place.file))
            return true;
    }
    return false;
}

static void tell(struct lint *l, enum lint_code code, struct place place, struct str line, const char *hint, const char *format, va_list args)
{
    char text[2 * DIAG_MESSAGE];
    if (vsnprintf(text, sizeof text, format, args) < 0) text[0] = '\0';
    const struct excuse *excuse = excuse_of(l, code, place);
    char name[8];
    snprintf(name, sizeof name, "P%d", (int)code);
    if (place.file && (is_told(l->diags, l->loaded, name, place) || is_told(l->excused, l->loaded_excused, name, place))) return;
    char reason[DIAG_HINT];
    if (excuse) snprintf(reason, sizeof reason, "%.*s", (int)excuse->reason.n, excuse->reason.s);
    struct diag *diag =
        diag_add(excuse ? l->excused : l->diags, severity_of(code), place, excuse ? reason : hint, "%s", text);
    if (!diag) return;
    memcpy(diag->code, name, sizeof diag->code);
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
    tell(l, code, place, line_of(l, text_of(l->pack, place.file), place.line), hint, format, args);
    va_end(args);
}

const char *lint_number(struct lint *l, double number, int decimals)
{
    struct buf text;
    double scale = pow(10, decimals), rounded = rint(number * scale) / scale;
    buf_init(&text);
    buf_double(&text, isfinite(rounded) ? rounded : number);
    char *kept = text.failed ? NULL : arena_try(l->arena, text.length + 1);
    if (kept) memcpy(kept, buf_text(&text), text.length + 1);
    buf_done(&text);
    if (!kept) arena_starved(l->arena);
    return kept;
}

static void (*const parts[])(struct lint *l) = {lint_source, lint_unread,    lint_reach, lint_constant,
                                                lint_bands,  lint_direction, lint_care,  lint_excuses};

/* What was told with a code while the pack was loaded can be excused as well. */
static void settle(struct lint *l)
{
    struct diags *d = l->diags;
    size_t kept = 0;
    for (size_t i = 0; i < d->count; i++) {
        struct diag *diag = &d->list[i];
        const struct excuse *excuse = diag->code[0] ? excuse_of(l, (enum lint_code)atoi(diag->code + 1), diag->place) : NULL;
        char reason[DIAG_HINT];
        if (!excuse || diag->severity != DIAG_WARNING) {
            d->list[kept++] = *diag;
            continue;
        }
        d->warnings--;
        snprintf(reason, sizeof reason, "%.*s", (int)excuse->reason.n, excuse->reason.s);
        struct diag *moved = diag_add(l->excused, diag->severity, diag->place, reason, "%s", diag->message);
        if (moved) memcpy(moved->code, diag->code, sizeof moved->code);
    }
    l->loaded = d->count = kept;
    l->loaded_excused = l->excused->count;
}

static void read_excuses(struct lint *l)
{
    l->excuses = arena_alloc(l->arena, l->pack->file_count * sizeof *l->excuses);
    for (size_t i = 0; i < l->pack->file_count; i++)
        l->excuses[i] = excuses_read(l->pack->files[i].name, l->pack->files[i].text, l->arena);
}

static void look(void *context)
{
    struct lint *l = context;
    read_excuses(l);
    settle(l);
    size_t count = l->diags->errors ? 1 : sizeof parts / sizeof *parts; /* of slips only the text is looked at: what such a rule comes to would be told amiss */
    for (size_t i = 0; i < count; i++) parts[i](l);
}

bool lint_pack(const struct pack *pack, struct diags *diags, struct diags *excused)
{
    struct arena arena;
    struct lint lint = {.pack = pack, .arena = &arena, .diags = diags, .excused = excused};
    arena_init(&arena);
    diags->within = excused->within = pack->path;
    if (!arena_guard(&arena, look, &lint)) diag_starve(diags, "pack.lua", " while the pack was looked at");
    asker_close(lint.asker);
    arena_done(&arena);
    diags->within = excused->within = NULL;
    return !diags->starved;
}
