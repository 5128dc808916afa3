/* intake.c: telling what is wrong. Messages are put together here only; what to say is decided where the mistake is
 * seen. */
#include "data/slip.h"
#include <stdarg.h>
#include <stdio.h>

bool tell_worth(const struct intake *in)
{
    const struct diags *d = in->reader.diags;
    return !in->quiet && d->count < d->limit;
}

static void tell(struct intake *in, enum severity severity, uint32_t offset, uint32_t length, const char *hint,
                 const char *format, va_list arguments)
{
    char text[2 * DIAG_MESSAGE];
    if (!tell_worth(in)) { /* only counted: finding its place would cost a walk through the text */
        diag_add(in->reader.diags, severity, (struct place){in->reader.file, 0, 0, 0}, NULL, "%s", format);
        return;
    }
    vsnprintf(text, sizeof text, format, arguments);
    reader_complain(&in->reader, severity, offset, length, hint && *hint ? hint : NULL, "%s", text);
}

void tell_error(struct intake *in, uint32_t offset, uint32_t length, const char *hint, const char *format, ...)
{
    in->wrong = true;
    if (in->quiet) return;
    va_list arguments;
    va_start(arguments, format);
    tell(in, DIAG_ERROR, offset, length, hint, format, arguments);
    va_end(arguments);
}

void tell_warning(struct intake *in, uint32_t offset, const char *format, ...)
{
    if (in->quiet) return;
    va_list arguments;
    va_start(arguments, format);
    tell(in, DIAG_WARNING, offset, 0, NULL, format, arguments);
    va_end(arguments);
}

/* Bytes of the character at s, which is valid UTF-8. */
static size_t step(const char *s)
{
    unsigned char c = (unsigned char)*s;
    return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

struct quote quote_str(struct str s)
{
    struct quote q;
    size_t n = 0;
    q.text[n++] = '"';
    for (size_t i = 0, length; i < s.n; i += length) {
        length = step(s.s + i);
        if (n + 12 > sizeof q.text) {
            n += (size_t)sprintf(q.text + n, "…");
            break;
        }
        unsigned char c = (unsigned char)s.s[i], d = length == 2 ? (unsigned char)s.s[i + 1] : 0;
        if (c < 0x20 || c == 0x7f)
            n += (size_t)sprintf(q.text + n, "\\u%04x", c);
        else if (c == 0xc2 && d < 0xa0)
            n += (size_t)sprintf(q.text + n, "\\u%04x", d);
        else {
            memcpy(q.text + n, s.s + i, length);
            n += length;
        }
    }
    q.text[n++] = '"';
    q.text[n] = '\0';
    return q;
}

struct hint hint_nearest(struct str nearest, const char *otherwise, ...)
{
    struct hint hint;
    if (nearest.s) {
        snprintf(hint.text, sizeof hint.text, "did you mean %s?", quote_str(nearest).text);
        return hint;
    }
    va_list arguments;
    va_start(arguments, otherwise);
    vsnprintf(hint.text, sizeof hint.text, otherwise, arguments);
    va_end(arguments);
    return hint;
}

struct hint hint_say(const char *format, const char *text)
{
    struct hint hint;
    snprintf(hint.text, sizeof hint.text, format, text);
    return hint;
}
