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

const char *complain_shown(struct importing *im, struct str text)
{
    enum { LONGEST = 60 };
    struct str head = str_head(text, LONGEST);
    char *out = arena_alloc(im->arena, 3 * head.n + sizeof "…");
    size_t n = 0;
    for (size_t i = 0; i < head.n; i++)
        if (i + 1 < head.n && memcmp(head.s + i, "\xC2\xA0", 2) == 0)
            n += (size_t)sprintf(out + n, "\\u{A0}"), i++;
        else
            out[n++] = head.s[i];
    strcpy(out + n, head.n < text.n ? "…" : "");
    return out;
}

const char *complain_nearest(struct importing *im, struct str want, const struct str *names, size_t count,
                             const char *otherwise)
{
    int near = str_nearest(want, names, count);
    return near < 0 ? otherwise : arena_printf(im->arena, "did you mean \"%s\"?", complain_shown(im, names[near]));
}
