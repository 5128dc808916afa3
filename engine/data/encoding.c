/* encoding.c: see encoding.h. */
#include "data/encoding.h"
#include "base/mem.h"
#include <errno.h>
#include <iconv.h>

const char *const encoding_names[ENCODINGS] = {NULL, "utf-8", "windows-1252"};

static bool begins(struct str s, const char *mark, size_t n) { return s.n >= n && memcmp(s.s, mark, n) == 0; }

/* The line and column of a byte; columns in characters of UTF-8 as far as it is that, else in bytes. */
static struct place place_at(const char *file, struct str s, size_t at)
{
    struct place place = {file, 1, 1, 1};
    for (size_t i = 0; i < at; i++) {
        bool ends = s.s[i] == '\n' || (s.s[i] == '\r' && !(i + 1 < s.n && s.s[i + 1] == '\n'));
        if (ends)
            place.line++, place.column = 1;
        else
            place.column += ((unsigned char)s.s[i] & 0xC0) != 0x80 || str_utf8((struct str){s.s + i, 1});
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

static bool refuse_byte(const char *file, struct str s, size_t at, const char *what, const char *hint,
                        struct diags *diags)
{
    diag_add(diags, DIAG_ERROR, place_at(file, s, at), hint, "the byte 0x%02X is no %s", (unsigned char)s.s[at], what);
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
        return refuse_byte(file, bytes, at, "character of Windows-1252, nor is the text UTF-8",
                           "save the table as UTF-8", diags);
    if (!kept) arena_starved(arena);
    return true;
}

static bool acceptable(const char *file, struct str bytes, struct diags *diags)
{
    if (begins(bytes, "\xFF\xFE", 2) || begins(bytes, "\xFE\xFF", 2))
        return refuse_whole(file, "save the table as UTF-8 (\"CSV UTF-8\")", "the text is UTF-16", diags);
    const char *nul = bytes.n ? memchr(bytes.s, '\0', bytes.n) : NULL;
    if (!nul) return true;
    diag_add(diags, DIAG_ERROR, place_at(file, bytes, (size_t)(nul - bytes.s)),
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
    size_t until = valid_until(*text);
    if (until == text->n) return true;
    if (encoding == ENCODING_UTF_8 || mark)
        return refuse_byte(file, *text, until, "UTF-8",
                           mark ? "the text begins with the mark of UTF-8, and has another encoding further on"
                                : "leave `encoding` out of the mapping, or say \"windows-1252\"",
                           diags);
    diag_add(diags, DIAG_WARNING, place_at(file, *text, until),
             "look at the names; say encoding = \"windows-1252\" in the mapping, or save the table as UTF-8",
             "the text is no UTF-8, and is read as Windows-1252");
    return from_1252(file, bytes, arena, text, diags);
}
