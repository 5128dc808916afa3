/* complain.c: telling the author of a mapping what is wrong with it, at its place. */
#include "import/importing.h"
#include "script/spot.h"
#include <stdarg.h>
#include <stdio.h>

void complain_mapping(struct importing *im, enum severity severity, struct said said, const char *hint,
                      const char *format, ...)
{
    char message[2 * DIAG_MESSAGE];
    va_list list;
    va_start(list, format);
    vsnprintf(message, sizeof message, format, list);
    va_end(list);
    struct str line;
    struct place place = spot_value(said.spot, im->text, said.key, said.word, &line);
    struct diag *diag = diag_add(im->diags, severity, place, hint, "%s", message);
    if (diag && line.s) diag_excerpt(diag, line.s, line.n);
}

const char *complain_nearest(struct importing *im, struct str want, const struct str *names, size_t count,
                             const char *otherwise)
{
    int near = str_nearest(want, names, count);
    return near < 0 ? otherwise : arena_printf(im->arena, "did you mean \"%.*s\"?", (int)names[near].n, names[near].s);
}
