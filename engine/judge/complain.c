/* complain.c: see complain.h. */
#include "judge/complain.h"
#include "script/spot.h"
#include <stdio.h>

static const struct pack_file *file_of(const struct pack *pack, const char *name)
{
    for (size_t i = 0; name && i < pack->file_count; i++)
        if (pack->files[i].name && strcmp(pack->files[i].name, name) == 0) return &pack->files[i];
    return NULL;
}

void complain(const struct pack *pack, struct diags *diags, enum severity severity, struct spot spot, struct str word,
              const char *hint, const char *format, ...)
{
    char message[2 * DIAG_MESSAGE]; /* longer than a diagnosis, so that it is cut where diagnoses are */
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    const struct pack_file *file = file_of(pack, spot.file);
    struct str line;
    struct place place = spot_place(spot, file ? file->text : (struct str){NULL, 0}, word, &line);
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
