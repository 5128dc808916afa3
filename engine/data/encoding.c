/* encoding.c: see encoding.h. */
#include "data/encoding.h"
#include "base/mem.h"
#include <errno.h>
#include <iconv.h>

const char *const encoding_names[ENCODINGS] = {NULL, "utf-8", "windows-1252"};

static bool begins(struct str s, const char *mark, size_t n) { return s.n >= n && memcmp(s.s, mark, n) == 0; }

/* The line and column of a byte. wide: characters may have more bytes than one. */
static struct place place_at(const char *file, struct str s, size_t at, bool wide)
{
    struct place place = {file, 1, 1, 1};
    for (size_t i = 0; i < at; i++) {
        bool ends = s.s[i] == '\n' || (s.s[i] == '\r' && !(i + 1 < s.n && s.s[i + 1] == '\n'));
        if (ends)
            place.line++, place.column = 1;
        else
            place.column += !wide || ((unsigned char)s.s[i] & 0xC0) != 0x80;
    }
    return place;
}

/* The first byte that is no UTF-8, or the length. */
static size_t valid_until(struct str s)
{
    size_t at = 0;
    for (size_t n; at < s.n; at += n) {
        n = (unsigned char)s.s[at] < 0x80 ? 1 : str_utf8((struct str){s.s + at, s.n - at});
        if (n == 0) break;
    }
    return at;
}

static bool refuse_byte(const char *file, struct str s, size_t at, bool wide, const char *what, const char *hint,
                        struct diags *diags)
{
    diag_add(diags, DIAG_ERROR, place_at(file, s, at, wide), hint, "the byte 0x%02X is no %s", (unsigned char)s.s[at],
             what);
    return false;
}

/* All of it through iconv, into `to`. False with *at the byte where it stopped. */
static bool convert(iconv_t cd, struct str from, struct buf *to, size_t *at)
{
    char chunk[4096], *in = (char *)(uintptr_t)from.s;
    size_t left = from.n;
    while (left > 0) {
        char *out = chunk;
        size_t room = sizeof chunk;
        size_t done = iconv(cd, &in, &left, &out, &room);
        buf_add(to, chunk, sizeof chunk - room);
        if (done == (size_t)-1 && errno != E2BIG) return *at = from.n - left, false;
    }
    return true;
}

static bool refuse_whole(const char *file, const char *hint, const char *why, struct diags *diags)
{
    diag_add(diags, DIAG_ERROR, (struct place){file, 0, 0, 0}, hint, "%s", why);
    return false;
}

static bool from_1252(const char *file, struct str bytes, struct arena *arena, struct str *text, struct diags *diags)
{
    struct buf to;
    size_t at = 0;
    iconv_t cd = iconv_open("UTF-8", "WINDOWS-1252");
    if (cd == (iconv_t)-1)
        return refuse_whole(file, "save the table as UTF-8", "this system cannot read Windows-1252", diags);
    buf_init(&to);
    bool good = convert(cd, bytes, &to, &at);
    iconv_close(cd);
    char *kept = good && !to.failed ? arena_try(arena, to.length + 1) : NULL;
    if (kept) memcpy(kept, to.data ? to.data : "", to.length), kept[to.length] = '\0';
    *text = (struct str){kept, to.length};
    buf_done(&to);
    if (!good)
        return refuse_byte(file, bytes, at, false, "character of Windows-1252, nor is the text UTF-8",
                           "save the table as UTF-8", diags);
    if (!kept) arena_starved(arena);
    return true;
}

/* The line that the diagnosis is about, now that it can be read. */
static void show_line(struct diag *diag, struct str text)
{
    size_t from = 0, to;
    for (uint64_t line = 1; line < diag->place.line && from < text.n; from++)
        line += text.s[from] == '\n' || (text.s[from] == '\r' && !(from + 1 < text.n && text.s[from + 1] == '\n'));
    for (to = from; to < text.n && text.s[to] != '\n' && text.s[to] != '\r'; to++)
        ;
    diag_excerpt(diag, text.s + from, to - from);
}

static bool acceptable(const char *file, struct str bytes, struct diags *diags)
{
    if (begins(bytes, "\xFF\xFE", 2) || begins(bytes, "\xFE\xFF", 2))
        return refuse_whole(file, "save the table as UTF-8 (\"CSV UTF-8\")", "the text is UTF-16", diags);
    const char *nul = bytes.n ? memchr(bytes.s, '\0', bytes.n) : NULL;
    if (!nul) return true;
    diag_add(diags, DIAG_ERROR, place_at(file, bytes, (size_t)(nul - bytes.s), true),
             "a table is text: CSV, not a spreadsheet's own file", "the text holds a NUL byte");
    return false;
}

bool encoding_read(const char *file, struct str bytes, enum encoding encoding, struct arena *arena, struct str *text,
                   struct diags *diags)
{
    bool mark = begins(bytes, "\xEF\xBB\xBF", 3);
    *text = mark ? (struct str){bytes.s + 3, bytes.n - 3} : bytes;
    if (!acceptable(file, bytes, diags)) return false;
    if (encoding == ENCODING_WINDOWS_1252 && !mark) return from_1252(file, bytes, arena, text, diags);
    size_t until = valid_until(*text), told = 0;
    if (until == text->n) return true;
    if (encoding == ENCODING_UTF_8 || mark)
        return refuse_byte(file, *text, until, true, "UTF-8",
                           mark ? "the text begins with the mark of UTF-8, and has another encoding further on"
                                : "leave `encoding` out of the mapping, or say \"windows-1252\"",
                           diags);
    struct diag *diag =
        diag_add(diags, DIAG_WARNING, place_at(file, *text, until, false),
                 "look at the names; say encoding = \"windows-1252\" in the mapping, or save the table as UTF-8",
                 "the text is no UTF-8, and is read as Windows-1252");
    if (diag) told = (size_t)(diag - diags->list);
    if (!from_1252(file, bytes, arena, text, diags)) return false;
    if (diag) show_line(&diags->list[told], *text);
    return true;
}
