/* diag.c: the list of problems, and their one rendering.
 *
 * Text that comes from a file may be hostile: whatever could drive a terminal (control characters, the
 * C1 range, marks that turn the direction of text) and whatever is no UTF-8 is shown as `?`, a tab as a space.
 */
#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/mem.h"

enum { DEFAULT_LIMIT = 50, BEFORE_COLUMN = 60, GUTTER = 5, PATH_ROOM = 4096 };
static const char ellipsis[] = "…";

/* --- Text that is safe to show --- */

static uint32_t code_point(const char *s, size_t n)
{
    unsigned char first = (unsigned char)s[0];
    uint32_t c = n == 1 ? first : first & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) c = c << 6 | ((unsigned char)s[i] & 0x3F);
    return c;
}

static bool is_harmless(uint32_t c)
{
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
    return !(c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
             (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF);
}

/* The next thing to show of s: its bytes in `shown`, its length returned, the bytes it stands for in `used`. */
static size_t next_shown(struct str s, const char **shown, size_t *used)
{
    *used = str_utf8(s);
    *shown = "?";
    if (*used == 0) return *used = 1;
    if (*s.s == '\t') return *shown = " ", 1;
    if (!is_harmless(code_point(s.s, *used))) return 1;
    *shown = s.s;
    return *used;
}

/* s, made safe, into `to` of `size` bytes; past that it is cut and ends in "…". Returns true when all went in. */
static bool copy_safe(char *to, size_t size, struct str s)
{
    size_t length = 0, room = size - sizeof ellipsis; /* what can stay if an ellipsis must follow */
    size_t kept = 0;
    while (s.n > 0) {
        const char *shown;
        size_t used, n = next_shown(s, &shown, &used);
        if (length + n > size - 1) break;
        memcpy(to + length, shown, n);
        length += n;
        if (length <= room) kept = length;
        s.s += used, s.n -= used;
    }
    to[length] = '\0';
    if (s.n == 0) return true;
    memcpy(to + kept, ellipsis, sizeof ellipsis);
    return false;
}

/* How many columns of a terminal it takes: the wide scripts two, combining marks none. */
static unsigned columns_of(uint32_t c)
{
    if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) || (c >= 0xFE00 && c <= 0xFE0F)) return 0;
    bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

/* --- The list --- */

void diags_init(struct diags *d) { *d = (struct diags){.limit = DEFAULT_LIMIT}; }

void diags_done(struct diags *d)
{
    for (size_t i = 0; i < d->file_count; i++) mem_free(d->files[i]);
    mem_free(d->files);
    mem_free(d->list);
    diags_init(d);
}

/* The diags' own copy of a file's name: what was read may be gone (a pack that did not load) when it is told. NULL when
 * out of memory. */
static const char *keep_file(struct diags *d, const char *file)
{
    if (!file) return NULL;
    for (size_t i = 0; i < d->file_count; i++)
        if (strcmp(d->files[i], file) == 0) return d->files[i];
    size_t size = strlen(file) + 1;
    char **files = mem_realloc(d->files, (d->file_count + 1) * sizeof *files);
    if (!files) return NULL;
    d->files = files;
    char *copy = mem_alloc(size);
    if (copy) files[d->file_count++] = memcpy(copy, file, size);
    return copy;
}

/* A pack calls its files by their names within it; who is told opens them from where he stands. */
static const char *keep_place(struct diags *d, const char *file)
{
    char path[PATH_ROOM];
    if (!file || !d->within || *file == '/') return keep_file(d, file);
    int n = snprintf(path, sizeof path, "%s/%s", d->within, file);
    return keep_file(d, n > 0 && (size_t)n < sizeof path ? path : file);
}

static void count_one(struct diags *d, enum severity severity)
{
    d->errors += severity == DIAG_ERROR;
    d->warnings += severity == DIAG_WARNING;
    d->questions += severity == DIAG_QUESTION;
}

static struct diag *place_of_last(struct diags *d, enum severity severity)
{
    for (size_t i = d->count; i-- > 0;) {
        if (d->list[i].severity != severity) continue;
        memmove(&d->list[i], &d->list[i + 1], (--d->count - i) * sizeof *d->list);
        return &d->list[d->count++];
    }
    return NULL;
}

/* Where the list is full, the last question makes room for a warning or an error, the last warning for an error: what
 * stands in the way is always told. */
static struct diag *make_room(struct diags *d, enum severity severity)
{
    struct diag *room = NULL;
    size_t as_grave = d->errors + (severity == DIAG_ERROR ? 0 : d->warnings);
    if (as_grave > d->limit) return NULL; /* no need to look */
    for (int less = DIAG_QUESTION; !room && less > (int)severity; less--) room = place_of_last(d, (enum severity)less);
    return room;
}

static struct diag *new_diag(struct diags *d, enum severity severity)
{
    if (d->count >= d->limit) return make_room(d, severity);
    if (d->count == d->capacity) {
        size_t capacity = d->capacity ? d->capacity * 2 : 4;
        struct diag *list = mem_realloc(d->list, capacity * sizeof *list);
        if (!list) {
            d->starved = true;
            return NULL;
        }
        d->list = list;
        d->capacity = capacity;
    }
    return &d->list[d->count++];
}

struct diag *diag_add(struct diags *d, enum severity severity, struct place place, const char *hint, const char *format,
                      ...)
{
    bool slip = severity == DIAG_SLIP;
    if (slip) severity = d->strict ? DIAG_ERROR : DIAG_WARNING;
    d->slips += slip && severity == DIAG_WARNING;
    count_one(d, severity);
    struct diag *diag = new_diag(d, severity);
    if (!diag) return NULL;
    *diag = (struct diag){.severity = severity, .slip = slip, .place = place};
    diag->place.file = keep_place(d, place.file);
    char text[2 * DIAG_MESSAGE]; /* longer than what is kept, so that the cut is made in one place */
    va_list args;
    va_start(args, format);
    if (vsnprintf(text, sizeof text, format, args) < 0) text[0] = '\0';
    va_end(args);
    copy_safe(diag->message, sizeof diag->message, str_of(text));
    if (hint) copy_safe(diag->hint, sizeof diag->hint, str_of(hint));
    return diag;
}

void diags_harden(struct diags *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->list[i].slip) d->list[i].severity = DIAG_ERROR;
    d->warnings -= d->slips;
    d->errors += d->slips;
    d->slips = 0;
    d->strict = true;
}

void diag_starve(struct diags *d, const char *file, const char *what)
{
    diag_add(d, DIAG_ERROR, (struct place){file, 0, 0, 0}, NULL, "out of memory%s", what);
    d->starved = true;
}

void diags_move(struct diags *to, struct diags *from)
{
    for (size_t i = 0; i < from->count; i++) {
        struct diag *diag = new_diag(to, from->list[i].severity);
        if (!diag) continue;
        *diag = from->list[i];
        diag->place.file = keep_file(to, diag->place.file);
    }
    to->errors += from->errors;
    to->warnings += from->warnings;
    to->slips += from->slips;
    to->questions += from->questions;
    to->starved = to->starved || from->starved;
    size_t limit = from->limit;
    diags_done(from);
    from->limit = limit;
}

/* --- Told twice --- */

static bool same_file(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

static bool was_told(const struct diags *d, const struct diag *x)
{
    for (size_t i = 0; i < d->count; i++) {
        const struct diag *y = &d->list[i];
        bool there = y->place.line == x->place.line && y->place.column == x->place.column && same_file(y->place.file, x->place.file);
        if (there && y->severity == x->severity && strcmp(y->message, x->message) == 0) return true;
    }
    return false;
}

static void forget(struct diags *d, size_t i)
{
    const struct diag *x = &d->list[i];
    d->errors -= x->severity == DIAG_ERROR;
    d->warnings -= x->severity == DIAG_WARNING;
    d->questions -= x->severity == DIAG_QUESTION;
    d->slips -= x->slip && x->severity == DIAG_WARNING;
    memmove(&d->list[i], &d->list[i + 1], (--d->count - i) * sizeof *d->list);
}

void diags_move_new(struct diags *to, struct diags *from)
{
    size_t kept = from->count;
    for (size_t i = from->count; i-- > 0;)
        if (was_told(to, &from->list[i])) forget(from, i);
    if (kept && from->count == 0) from->errors = from->warnings = from->questions = from->slips = 0;
    diags_move(to, from);
}

/* --- Order --- */

static bool is_before(struct place a, struct place b)
{
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

static void insert(struct diag *list, size_t from, size_t to)
{
    if (from == to) return;
    struct diag diag = list[from];
    memmove(&list[to + 1], &list[to], (from - to) * sizeof *list);
    list[to] = diag;
}

/* By insertion: the list is short, mostly in order, and equals must stay as added. */
void diags_sort(struct diags *d)
{
    size_t group = 0; /* first of the file being gathered */
    while (group < d->count) {
        const char *file = d->list[group].place.file;
        size_t end = group + 1; /* past its sorted part */
        for (size_t i = end; i < d->count; i++) {
            if (!same_file(d->list[i].place.file, file)) continue;
            size_t to = end;
            while (to > group && is_before(d->list[i].place, d->list[to - 1].place)) to--;
            insert(d->list, i, to);
            end++;
        }
        group = end;
    }
}

/* --- Excerpts --- */

/* The offset of a column: a character begins at every byte that continues none. */
static size_t offset_of(const char *line, size_t length, uint32_t column)
{
    size_t i = 0;
    for (uint32_t at = 0; i < length; i++) {
        at += ((unsigned char)line[i] & 0xC0) != 0x80;
        if (at == column) break;
    }
    return i;
}

static size_t back(const char *line, size_t offset, unsigned characters)
{
    while (offset > 0 && characters > 0) {
        offset--;
        characters -= ((unsigned char)line[offset] & 0xC0) != 0x80;
    }
    return offset;
}

static uint32_t characters_in(struct str s)
{
    uint32_t count = 0;
    while (s.n > 0) {
        const char *shown;
        size_t used;
        next_shown(s, &shown, &used);
        s.s += used, s.n -= used, count++;
    }
    return count;
}

void diag_excerpt(struct diag *diag, const char *line, size_t length)
{
    if (!diag) return;
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) length--;
    size_t column = diag->place.column ? offset_of(line, length, diag->place.column) : 0;
    size_t from = length < DIAG_EXCERPT ? 0 : back(line, column, BEFORE_COLUMN);
    char *to = diag->excerpt;
    size_t room = sizeof diag->excerpt;
    diag->excerpt_column = diag->place.column ? 1 + characters_in((struct str){line + from, column - from}) : 0;
    if (from > 0) {
        memcpy(to, ellipsis, sizeof ellipsis);
        to += sizeof ellipsis - 1, room -= sizeof ellipsis - 1;
        if (diag->excerpt_column) diag->excerpt_column++;
    }
    copy_safe(to, room, (struct str){line + from, length - from});
}

/* --- Rendering --- */

static const struct {
    const char *word, *colour;
} severities[] = {
    [DIAG_ERROR] = {"error", "\033[1;31m"},
    [DIAG_WARNING] = {"warning", "\033[1;33m"},
    [DIAG_QUESTION] = {"question", "\033[1;35m"},
    [DIAG_NOTE] = {"note", "\033[1;36m"},
};
#define BOLD "\033[1m"
#define PLAIN "\033[0m"

static void put_if(struct buf *out, bool colour, const char *code)
{
    if (colour) buf_put(out, code);
}

static void put_safe(struct buf *out, struct str s)
{
    while (s.n > 0) {
        const char *shown;
        size_t used, n = next_shown(s, &shown, &used);
        buf_add(out, shown, n);
        s.s += used, s.n -= used;
    }
}

static void put_place(struct buf *out, struct place place, bool colour)
{
    if (!place.file) return;
    put_if(out, colour, BOLD);
    put_safe(out, str_of(place.file));
    if (place.line) buf_printf(out, ":%llu", (unsigned long long)place.line);
    if (place.line && place.column) buf_printf(out, ":%u", place.column);
    buf_put(out, ": ");
    put_if(out, colour, PLAIN);
}

/* Columns of the terminal taken by characters `from` to `to` (from 0) of s; at the end of s the rest count one each. */
static unsigned columns_between(struct str s, uint32_t from, uint32_t to)
{
    unsigned columns = 0;
    for (uint32_t i = 0; i < to; i++) {
        size_t n = str_utf8(s); /* an excerpt is well formed */
        unsigned one = n ? columns_of(code_point(s.s, n)) : 1;
        if (i >= from) columns += one;
        s.s += n, s.n -= n;
    }
    return columns;
}

static void put_times(struct buf *out, char c, unsigned times)
{
    while (times-- > 0) buf_char(out, c);
}

static void put_caret(struct buf *out, const struct diag *diag, unsigned gutter, bool colour)
{
    struct str excerpt = str_of(diag->excerpt);
    uint32_t start = diag->excerpt_column - 1, characters = characters_in(excerpt);
    uint32_t width = diag->place.width ? diag->place.width : 1;
    uint32_t rest = characters > start ? characters - start : 1;
    if (width > rest) width = rest;
    unsigned carets = columns_between(excerpt, start, start + width);
    put_times(out, ' ', gutter);
    buf_put(out, " | ");
    put_times(out, ' ', columns_between(excerpt, 0, start));
    put_if(out, colour, severities[diag->severity].colour);
    put_times(out, '^', carets ? carets : 1);
    put_if(out, colour, PLAIN);
    buf_char(out, '\n');
}

static void put_excerpt(struct buf *out, const struct diag *diag, bool colour)
{
    char number[24];
    int gutter = snprintf(number, sizeof number, "%*llu", GUTTER, (unsigned long long)diag->place.line);
    buf_put(out, number);
    buf_put(out, " | ");
    buf_put(out, diag->excerpt);
    buf_char(out, '\n');
    if (diag->excerpt_column) put_caret(out, diag, (unsigned)gutter, colour);
}

void diag_render(const struct diag *diag, struct buf *out, bool colour)
{
    put_place(out, diag->place, colour);
    put_if(out, colour, severities[diag->severity].colour);
    buf_put(out, severities[diag->severity].word);
    buf_char(out, ':');
    put_if(out, colour, PLAIN);
    buf_char(out, ' ');
    buf_put(out, diag->message);
    if (diag->code[0]) buf_printf(out, " [%s]", diag->code);
    buf_char(out, '\n');
    if (diag->excerpt[0]) put_excerpt(out, diag, colour);
    if (!diag->hint[0]) return;
    put_if(out, colour, BOLD);
    buf_put(out, "hint:");
    put_if(out, colour, PLAIN);
    buf_char(out, ' ');
    buf_put(out, diag->hint);
    buf_char(out, '\n');
}

static size_t dropped(const struct diags *d)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->count; i++) kept += d->list[i].severity != DIAG_NOTE;
    return d->errors + d->warnings + d->questions - kept;
}

/* ", " before all but the first; nothing of none. */
static void put_count(struct buf *out, bool *any, size_t n, const char *word)
{
    if (n == 0) return;
    if (*any) buf_put(out, ", ");
    *any = true;
    buf_printf(out, "%zu %s%s", n, word, n == 1 ? "" : "s");
}

void diags_render(const struct diags *d, struct buf *out, bool colour)
{
    for (size_t i = 0; i < d->count; i++) diag_render(&d->list[i], out, colour);
    if (dropped(d)) buf_printf(out, "… and %zu more\n", dropped(d));
    bool any = false;
    put_count(out, &any, d->errors, "error");
    put_count(out, &any, d->warnings, "warning");
    put_count(out, &any, d->questions, "question");
    if (any) buf_char(out, '\n');
}
