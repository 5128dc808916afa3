/* wrap.c: breaking prose at blanks. White space of the text, newlines too, is one blank between words. */
#include "report/wrap.h"

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

static struct str trim_left(struct str s)
{
    while (s.n > 0 && is_blank(*s.s)) s = (struct str){s.s + 1, s.n - 1};
    return s;
}

static struct str first_word(struct str s)
{
    size_t n = 0;
    while (n < s.n && !is_blank(s.s[n])) n++;
    return (struct str){s.s, n};
}

static struct str after(struct str s, struct str head)
{
    size_t n = (size_t)(head.s + head.n - s.s);
    return (struct str){s.s + n, s.n - n};
}

void wrap(struct buf *out, struct str text, size_t used, size_t indent, size_t width)
{
    bool fresh = true; /* no word on this line yet */
    for (struct str rest = trim_left(text); rest.n > 0;) {
        struct str word = first_word(rest);
        size_t w = columns(word);
        if (!fresh && used + 1 + w > width) {
            buf_char(out, '\n');
            blanks(out, indent);
            used = indent;
            fresh = true;
        }
        if (!fresh) buf_char(out, ' ');
        safe(out, word);
        used += w + !fresh;
        fresh = false;
        rest = trim_left(after(rest, word));
    }
    buf_char(out, '\n');
}

bool wrap_line(struct str *rest, size_t width, struct str *line)
{
    struct str left = trim_left(*rest);
    if (left.n == 0) return false;
    *line = first_word(left);
    for (;;) {
        struct str next = first_word(trim_left(after(left, *line)));
        struct str longer = {left.s, (size_t)(next.s + next.n - left.s)};
        if (next.n == 0 || columns(longer) > width) break;
        *line = longer;
    }
    *rest = after(left, *line);
    return true;
}
