/* place.c: where something stands in the file, counted only when a message wants it; and the message itself. */
#include "data/place.h"
#include "base/source.h"
#include "data/bytes.h"
#include "data/reader.h"
#include <stdio.h>

void reader_patch(struct reader *r, uint32_t offset, uint64_t line, uint32_t column)
{
    r->patch.offset = offset;
    r->patch.line = line;
    r->patch.column = column;
}

void reader_origin(struct reader *r, const struct source *source, uint64_t origin, uint64_t patched)
{
    r->source = source;
    r->origin = origin;
    r->patched = patched;
}

static const char *segment_start(const struct reader *r, uint32_t offset)
{
    return offset >= r->patch.offset ? r->text + r->patch.offset : r->text;
}

static const char *segment_end(const struct reader *r, uint32_t offset)
{
    return offset < r->patch.offset && r->patch.offset != UINT32_MAX ? r->text + r->patch.offset : r->end;
}

/* Goes on from the place counted last, where that stands before, and in the same stretch of the file. */
static struct bytes_place count_to(struct reader *r, uint32_t offset)
{
    struct bytes_place at = {r->known.line, r->known.column};
    uint32_t from = r->known.offset;
    if (from > offset) {
        from = 0;
        at = (struct bytes_place){r->line, r->column};
    }
    if (from < r->patch.offset && offset >= r->patch.offset) {
        from = r->patch.offset;
        at = (struct bytes_place){r->patch.line, r->patch.column};
    }
    bytes_advance(&at, r->text + from, offset - from);
    r->known.offset = offset;
    r->known.line = at.line;
    r->known.column = at.column;
    return at;
}

static const char *line_end(const char *p, const char *end)
{
    const char *newline = memchr(p, '\n', (size_t)(end - p));
    return newline ? newline : end;
}

struct place reader_place(struct reader *r, uint32_t offset, uint32_t length)
{
    struct bytes_place at = count_to(r, offset), to = {0, 0};
    const char *p = r->text + offset, *end = segment_end(r, offset);
    if ((size_t)(end - p) > length) end = p + length;
    bytes_advance(&to, p, (size_t)(line_end(p, end) - p));
    return (struct place){.file = r->file,
                          .line = at.line,
                          .column = at.column < UINT32_MAX ? (uint32_t)at.column : UINT32_MAX,
                          .width = to.column ? (uint32_t)to.column : 1};
}

/* p's column is fitted to the part of the line that is there while the excerpt is cut. */
void place_excerpt(struct diag *diag, const char *start, const char *p, const char *end)
{
    if (!diag) return;
    const char *first = p;
    if (p - start > PLACE_AROUND) start = p - PLACE_AROUND;
    if (end - p > PLACE_AROUND) end = p + PLACE_AROUND;
    while (first > start && first[-1] != '\n') first--;
    while (first < p && ((unsigned char)*first & 0xc0) == 0x80) first++;
    struct bytes_place within = {1, 1};
    bytes_advance(&within, first, (size_t)(p - first));
    uint32_t column = diag->place.column;
    diag->place.column = (uint32_t)within.column;
    diag_excerpt(diag, first, (size_t)(line_end(p, end) - first));
    diag->place.column = column;
    for (; diag->excerpt_column > 1 && p < end && ((unsigned char)*p & 0xc0) == 0x80; p++)
        diag->excerpt_column--; /* p is no UTF-8: it begins no character, but is shown */
}

/* The length of the value at p, no further than its line. */
static uint32_t value_length(const struct reader *r, const char *p)
{
    const char *end = line_end(p, r->end), *q = p;
    struct bytes_nest nest = {0};
    if (*p == '{' || *p == '[') return (uint32_t)bytes_nest(&nest, p, (size_t)(end - p));
    if (*p == '"') {
        for (q++; q < end && *q != '"'; q++) q += *q == '\\' && q + 1 < end;
        return (uint32_t)(q - p) + (q < end);
    }
    while (q < end && (unsigned char)*q > ' ' && *q != ',' && *q != ']' && *q != '}') q++;
    return (uint32_t)(q - p);
}

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

uint32_t reader_key_place(const struct reader *r, uint32_t offset, uint32_t *length)
{
    const char *text = r->text, *at = text + offset;
    while (at > text && (is_space(at[-1]) || at[-1] == ':')) at--;
    const char *end = at; /* past the closing quote */
    if (at > text) at--;
    for (bool open = false; at > text && !open;) {
        at--;
        const char *back = at;
        while (back > text && back[-1] == '\\') back--;
        open = *at == '"' && (at - back) % 2 == 0;
    }
    *length = (uint32_t)(end - at);
    return (uint32_t)(at - text);
}

/* The line at `offset`; behind the end of the text, as it is in the source. */
static void excerpt(const struct reader *r, struct diag *diag, uint32_t offset)
{
    char around[2 * PLACE_AROUND];
    const char *start = segment_start(r, offset), *p = r->text + offset, *end = segment_end(r, offset);
    size_t before = p - start < PLACE_AROUND ? (size_t)(p - start) : PLACE_AROUND, n = before + (size_t)(end - p);
    if (!r->source || n >= sizeof around) {
        place_excerpt(diag, start, p, end);
        return;
    }
    uint64_t from = offset < r->patch.offset ? r->origin : r->patched;
    memcpy(around, p - before, n);
    long more = source_read(r->source, from + (uint64_t)(end - start), around + n, sizeof around - n);
    place_excerpt(diag, around, around + before, around + n + (more > 0 ? more : 0));
}

struct diag *reader_complain(struct reader *r, enum severity severity, uint32_t offset, uint32_t length,
                             const char *hint, const char *format, ...)
{
    if (!r->diags) return NULL;
    char message[2 * DIAG_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    if (vsnprintf(message, sizeof message, format, arguments) < 0) message[0] = '\0';
    va_end(arguments);
    struct place place = {.file = r->file};
    bool kept = r->diags->count < r->diags->limit; /* else no line need be counted */
    if (kept) place = reader_place(r, offset, length ? length : value_length(r, r->text + offset));
    struct diag *diag = diag_add(r->diags, severity, place, hint, "%s", message);
    if (diag) excerpt(r, diag, offset);
    return diag;
}
