/* columns.c: widths of characters. Covers combining marks, East Asian wide forms and emoji by their blocks; a rare
 * script that is off by a column costs an uneven table, nothing else. */
#include "report/columns.h"

struct range {
    uint32_t first, last;
};
static const struct range NOTHING[] = {{0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},   {0x610, 0x61a},
                                       {0x64b, 0x65f},   {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200f},
                                       {0x2060, 0x2064}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}};
static const struct range WIDE[] = {{0x1100, 0x115f},   {0x2e80, 0x303e},  {0x3041, 0x33ff}, {0x3400, 0x4dbf},
                                    {0x4e00, 0x9fff},   {0xa000, 0xa4cf},  {0xac00, 0xd7a3}, {0xf900, 0xfaff},
                                    {0xfe30, 0xfe6f},   {0xff00, 0xff60},  {0xffe0, 0xffe6}, {0x1f300, 0x1f64f},
                                    {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};

static bool within(const struct range *ranges, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        if (c >= ranges[i].first && c <= ranges[i].last) return true;
    return false;
}

static size_t width_of(uint32_t c)
{
    if (c < 0x300) return 1;
    if (within(NOTHING, sizeof NOTHING / sizeof *NOTHING, c)) return 0;
    return within(WIDE, sizeof WIDE / sizeof *WIDE, c) ? 2 : 1;
}

/* Bytes of the character at s; its code point into *c. */
static size_t decode(const unsigned char *s, size_t n, uint32_t *c)
{
    size_t length = s[0] >= 0xf0 && s[0] < 0xf8 ? 4 : s[0] >= 0xe0 ? 3 : s[0] >= 0xc0 ? 2 : 1;
    *c = s[0];
    if (length == 1 || s[0] >= 0xf8 || length > n) return 1;
    uint32_t value = s[0] & (0x7fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xc0) != 0x80) return 1;
        value = value << 6 | (s[i] & 0x3fu);
    }
    *c = value;
    return length;
}

size_t columns(struct str s)
{
    size_t width = 0;
    for (size_t i = 0; i < s.n;) {
        uint32_t c;
        i += decode((const unsigned char *)s.s + i, s.n - i, &c);
        width += width_of(c);
    }
    return width;
}

struct str columns_head(struct str s, size_t width)
{
    size_t used = 0, i = 0;
    while (i < s.n) {
        uint32_t c;
        size_t n = decode((const unsigned char *)s.s + i, s.n - i, &c);
        used += width_of(c);
        if (used > width) break;
        i += n;
    }
    return (struct str){s.s, i};
}

void blanks(struct buf *out, size_t n)
{
    static const char sixteen[] = "                ";
    for (; n > 16; n -= 16) buf_add(out, sixteen, 16);
    buf_add(out, sixteen, n);
}

static bool drives(uint32_t c)
{
    static const struct range ranges[] = {{0, 0x1f},        {0x7f, 0x9f},     {0x61c, 0x61c},
                                          {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2066, 0x2069}};
    return within(ranges, sizeof ranges / sizeof *ranges, c);
}

static bool is_plain(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.s[i] - 0x20u >= 0x5f) return false;
    return true;
}

void safe(struct buf *out, struct str s)
{
    if (is_plain(s)) {
        buf_str(out, s);
        return;
    }
    for (size_t i = 0; i < s.n;) {
        uint32_t c;
        size_t n = decode((const unsigned char *)s.s + i, s.n - i, &c);
        if (c == '\n' || c == '\t' || c == '\r')
            buf_char(out, ' ');
        else if (drives(c))
            buf_char(out, '?');
        else
            buf_add(out, s.s + i, n);
        i += n;
    }
}

void columns_pad(struct buf *out, struct str s, size_t width)
{
    size_t used = columns(s);
    safe(out, s);
    if (used < width) blanks(out, width - used);
}

void columns_exact(struct buf *out, struct str s, size_t width, bool utf8)
{
    if (columns(s) <= width) {
        columns_pad(out, s, width);
        return;
    }
    struct str dots = utf8 ? STR("…") : STR("...");
    size_t room = utf8 ? 1 : 3;
    struct str head = columns_head(s, width > room ? width - room : 0);
    safe(out, head);
    columns_pad(out, dots, width - columns(head));
}
