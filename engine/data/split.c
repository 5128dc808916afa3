/* split.c: see split.h. A stream of blocks; a walk over its frame that knows strings and brackets and copies what it
 * passes into the header or a batch; trouble, which is kept until the pieces before it were handed out. */
#include "data/split.h"
#include "base/mem.h"
#include "data/bytes.h"
#include "data/place.h"
#include "data/reader.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

struct mark { /* a place in the source */
    uint64_t offset;
    struct bytes_place place;
};

struct trouble {
    bool set;
    struct mark at;
    char message[DIAG_MESSAGE], hint[DIAG_HINT];
};

struct splitter {
    const struct source *source;
    struct split_sizes sizes;

    char *block; /* bytes [base, base + have) of the source and '\0'; all before `at` is passed */
    size_t at, have;
    uint64_t base;
    struct bytes_place place; /* of block[at] */
    struct digest digest;
    uint64_t digested; /* bytes, from the start */

    struct batch header;
    struct mark header_mark;
    bool cut; /* the array was left out, at header.text[tail_offset]; there the text goes on at `tail` */
    uint32_t tail_offset;
    struct mark tail;

    bool lines, broken;
    bool none;         /* no organisations will come */
    struct mark first; /* just past the array's bracket, or the header line */
    uint64_t array_line;
    uint64_t index; /* of the next piece */
    bool done;
    struct trouble trouble; /* told once the pieces before it are handed out; ends the pass */
    struct trouble late;    /* behind the array, found by splitter_open, told at the end of the pass */
};

static struct split_sizes sizes_to_use = {128u << 10, SPLIT_BATCH, SPLIT_ORG_LIMIT, SPLIT_HEADER_LIMIT};
void splitter_sizes(struct split_sizes sizes) { sizes_to_use = sizes; }

/* --- Batches --- */

void batch_init(struct batch *b) { *b = (struct batch){0}; }

void batch_done(struct batch *b)
{
    mem_free(b->text);
    mem_free(b->pieces);
    batch_init(b);
}

static bool batch_add(struct batch *b, const char *bytes, size_t n) /* and keep room for a '\0' */
{
    if (b->capacity - b->length <= n) {
        size_t capacity = b->capacity ? b->capacity : 4096;
        while (capacity - b->length <= n) capacity *= 2;
        char *text = mem_realloc(b->text, capacity);
        if (!text) return false;
        b->text = text;
        b->capacity = capacity;
    }
    memcpy(b->text + b->length, bytes, n);
    b->length += n;
    return true;
}

static bool batch_piece(struct batch *b, struct piece piece)
{
    if (b->count == b->piece_capacity) {
        size_t capacity = b->piece_capacity ? 2 * b->piece_capacity : 64;
        struct piece *pieces = mem_realloc(b->pieces, capacity * sizeof *pieces);
        if (!pieces) return false;
        b->pieces = pieces;
        b->piece_capacity = capacity;
    }
    if (!batch_add(b, "", 1)) return false;
    b->pieces[b->count++] = piece;
    return true;
}

/* --- Trouble --- */

static bool trouble(struct splitter *s, struct mark at, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static bool trouble(struct splitter *s, struct mark at, const char *hint, const char *format, ...)
{
    if (s->trouble.set) return false;
    s->trouble.set = true;
    s->trouble.at = at;
    snprintf(s->trouble.hint, sizeof s->trouble.hint, "%s", hint ? hint : "");
    va_list arguments;
    va_start(arguments, format);
    if (vsnprintf(s->trouble.message, sizeof s->trouble.message, format, arguments) < 0) s->trouble.message[0] = '\0';
    va_end(arguments);
    return false;
}

static void excerpt(const struct splitter *s, struct diag *diag, uint64_t offset)
{
    char around[2 * PLACE_AROUND];
    size_t before = offset < PLACE_AROUND ? (size_t)offset : PLACE_AROUND;
    long n = source_read(s->source, offset - before, around, sizeof around);
    if (n >= (long)before) place_excerpt(diag, around, around + before, around + n);
}

static bool tell(struct splitter *s, const struct trouble *t, struct diags *diags)
{
    struct place place = {.file = s->source->name};
    s->done = true;
    if (!t->set) return false;
    if (t->at.place.line) {
        place.line = t->at.place.line;
        place.column = t->at.place.column < UINT32_MAX ? (uint32_t)t->at.place.column : UINT32_MAX;
        place.width = 1;
    }
    struct diag *diag = diag_add(diags, DIAG_ERROR, place, *t->hint ? t->hint : NULL, "%s", t->message);
    if (diag && place.line) excerpt(s, diag, t->at.offset);
    return false;
}

/* --- The stream --- */

static struct mark here(const struct splitter *s) { return (struct mark){s->base + s->at, s->place}; }

static void go_to(struct splitter *s, struct mark mark)
{
    s->base = mark.offset;
    s->at = s->have = 0;
    s->place = mark.place;
}

static bool out_of_memory(struct splitter *s) { return trouble(s, (struct mark){0}, NULL, "out of memory"); }

/* Is there a byte at block[at]? */
static bool more(struct splitter *s)
{
    if (s->at < s->have) return true;
    if (s->trouble.set) return false;
    s->base += s->have;
    s->at = s->have = 0;
    long n = source_read(s->source, s->base, s->block, s->sizes.block);
    if (n < 0) return trouble(s, (struct mark){0}, NULL, "cannot be read: %s", strerror(errno));
    s->have = (size_t)n;
    s->block[s->have] = '\0';
    if (s->base <= s->digested && s->base + s->have > s->digested) {
        size_t known = (size_t)(s->digested - s->base);
        digest_add(&s->digest, s->block + known, s->have - known);
        s->digested = s->base + s->have;
    }
    return n > 0;
}

/* Pass n bytes of the block, into `to` (NULL: nowhere). */
static bool take(struct splitter *s, struct batch *to, size_t n)
{
    bytes_advance(&s->place, s->block + s->at, n);
    if (to && !batch_add(to, s->block + s->at, n)) return out_of_memory(s);
    s->at += n;
    return true;
}

/* The next byte that is no white space, -1 at the end. */
static int next(struct splitter *s, struct batch *to)
{
    while (more(s)) {
        const char *p = s->block + s->at;
        if (!take(s, to, (size_t)(bytes_space(p, s->block + s->have) - p))) return -1;
        if (s->at < s->have) return (unsigned char)s->block[s->at];
    }
    return -1;
}

/* --- Passing a value --- */

enum passed { PASSED, BROKEN /* the text ends within, or a bracket is closed by the wrong one */, LONG, FAILED };

static size_t string_end(const char *p, size_t n, bool *escaped) /* past the quote; 0: not here */
{
    for (size_t i = 0; i < n; i++) {
        if (*escaped)
            *escaped = false;
        else if (p[i] == '\\')
            *escaped = true;
        else if (p[i] == '"')
            return i + 1;
    }
    return 0;
}

static enum passed pass_string(struct splitter *s, struct batch *to, size_t limit)
{
    size_t total = 1;
    bool escaped = false;
    if (!take(s, to, 1)) return FAILED;
    while (more(s)) {
        size_t end = string_end(s->block + s->at, s->have - s->at, &escaped), n = end ? end : s->have - s->at;
        if (!take(s, to, n)) return FAILED;
        total += n;
        if (total > limit) return LONG;
        if (end) return PASSED;
    }
    return s->trouble.set ? FAILED : BROKEN;
}

static enum passed pass_nested(struct splitter *s, struct batch *to, size_t limit)
{
    struct bytes_nest nest = {0};
    size_t total = 0;
    char close = s->block[s->at] == '{' ? '}' : ']';
    while (more(s)) {
        size_t n = bytes_nest(&nest, s->block + s->at, s->have - s->at);
        char last = s->block[s->at + n - 1];
        if (!take(s, to, n)) return FAILED;
        total += n;
        if (total > limit) return LONG;
        if (nest.depth == 0) return last == close ? PASSED : BROKEN;
    }
    return s->trouble.set ? FAILED : BROKEN;
}

static bool ends_word(char c) { return c && strchr(" \t\r\n,:[]{}\"", c); }

static enum passed pass_word(struct splitter *s, struct batch *to, size_t limit) /* at least one byte */
{
    size_t total = 0;
    while (more(s)) {
        size_t n = total == 0, room = s->have - s->at;
        while (n < room && !ends_word(s->block[s->at + n])) n++;
        bool end = n < room;
        if (!take(s, to, n)) return FAILED;
        total += n;
        if (total > limit) return LONG;
        if (end) return PASSED;
    }
    return s->trouble.set ? FAILED : PASSED;
}

/* The value, or whatever stands here; limit: how many bytes it may have. */
static enum passed pass(struct splitter *s, struct batch *to, size_t limit)
{
    switch (s->block[s->at]) {
    case '{':
    case '[': return pass_nested(s, to, limit);
    case '"': return pass_string(s, to, limit);
    default: return pass_word(s, to, limit);
    }
}

/* --- Asking the reader --- */

/* Read the text through. True: it has a mistake that is not only that the text was cut. */
static bool has_mistake(struct splitter *s, struct batch *b, size_t start, struct mark mark, struct diags *diags)
{
    struct reader r;
    struct arena arena;
    jmp_buf escape;
    volatile bool mistake = false;
    arena_init(&arena);
    arena.escape = &escape;
    b->text[b->length] = '\0';
    if (setjmp(escape) == 0) {
        reader_init(&r, s->source->name, b->text + start, b->length - start, mark.place.line,
                    (uint32_t)mark.place.column, &arena, diags);
        reader_skip(&r);
        mistake = r.failed && r.wrong + 16 < b->length - start;
    }
    arena_done(&arena);
    return mistake;
}

/* What to do with a text past its limit: let the reader find what made it so long, else say that it is too long. */
static enum passed judge_long(struct splitter *s, struct batch *b, size_t start, size_t limit, struct mark mark,
                              const char *what, const char *hint)
{
    struct diags unheard;
    diags_init(&unheard);
    if (b->length - start > limit) b->length = start + limit; /* whatever the size of blocks */
    bool mistake = has_mistake(s, b, start, mark, &unheard);
    diags_done(&unheard);
    if (mistake) return BROKEN;
    trouble(s, mark, hint, "%s is longer than %zu bytes", what, limit);
    return FAILED;
}

/* --- Organisations of a document --- */

static const char *byte_in_words(int c, char text[16])
{
    if (c == '{') return "an object";
    if (c == '[') return "an array";
    if (c == '"') return "a string";
    if (c == '-' || (c >= '0' && c <= '9')) return "a number";
    snprintf(text, 16, c > ' ' && c < 0x7f ? "\"%c\"" : "the byte 0x%02X", c);
    return text;
}

static void bad_frame(struct splitter *s, int c)
{
    char text[16];
    if (c < 0)
        trouble(s, here(s), "close it with \"]\", and the document with \"}\"",
                "the text ends inside the array \"organisations\" that began at line %llu",
                (unsigned long long)s->array_line);
    else if (c == '{')
        trouble(s, here(s), "put a comma after the one before", "a comma is missing between two organisations");
    else if (c == '}')
        trouble(s, here(s), "close it with \"]\" first",
                "the array \"organisations\" that began at line %llu is closed by \"}\"",
                (unsigned long long)s->array_line);
    else if (c == '/' || c == '#')
        trouble(s, here(s), "leave it out, or put it into a \"note\", or below \"x\"", "JSON has no comments");
    else
        trouble(s, here(s), NULL, "a comma or \"]\" must come after an organisation, got %s", byte_in_words(c, text));
}

/* To the next organisation; false at the end of the array, or with trouble. */
static bool find_piece(struct splitter *s, bool first)
{
    int c = next(s, NULL);
    struct mark comma = here(s);
    if (c == ']') return false;
    if (!first) {
        if (c != ',') return bad_frame(s, c), false;
        if (!take(s, NULL, 1)) return false;
        c = next(s, NULL);
        if (c == ']') return trouble(s, comma, "remove it", "a comma stands after the last organisation");
    }
    if (c == ',') return trouble(s, here(s), "remove the comma", "an organisation is missing before the comma");
    if (c < 0 || c == '}') bad_frame(s, c);
    return c >= 0 && c != '}';
}

/* Where no value is, nobody knows where it ends; the reader is sure to refuse it. (Where the array as a whole is sound,
 * the next comma is the end.) */
static bool is_value(const char *p, size_t n)
{
    if (strchr("{[\"-0123456789", *p)) return *p != '\0';
    return (n == 4 && (memcmp(p, "true", 4) == 0 || memcmp(p, "null", 4) == 0)) ||
           (n == 5 && memcmp(p, "false", 5) == 0);
}

static enum passed take_piece(struct splitter *s, struct batch *b)
{
    struct mark mark = here(s);
    size_t start = b->length;
    enum passed passed = pass(s, b, s->sizes.org);
    if (passed == LONG)
        passed = judge_long(s, b, start, s->sizes.org, mark, "an organisation", "are its brackets and quotes closed?");
    if (passed == FAILED) return passed;
    if (passed == PASSED && s->broken && !is_value(b->text + start, b->length - start)) passed = BROKEN;
    struct piece piece = {(uint32_t)start, (uint32_t)(b->length - start), mark.place.line, (uint32_t)mark.place.column,
                          s->index++};
    if (!batch_piece(b, piece)) return out_of_memory(s), FAILED;
    return passed;
}

static void next_of_document(struct splitter *s, struct batch *b)
{
    while (b->length < s->sizes.batch && find_piece(s, s->index == 0)) {
        enum passed passed = take_piece(s, b);
        if (passed == BROKEN) s->done = true; /* the reader of this piece will say why */
        if (passed != PASSED) return;
    }
    if (b->count == 0 && !s->trouble.set) s->trouble = s->late;
}

/* --- Organisations of JSON Lines --- */

static bool is_blank(const char *p, size_t n)
{
    while (n && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n')) p++, n--;
    return n == 0;
}

/* The rest of the line into b, which may be NULL or have enough already; with its newline. */
static bool take_line(struct splitter *s, struct batch *b, size_t limit, bool *too_long)
{
    size_t total = 0;
    *too_long = false;
    while (more(s)) {
        const char *p = s->block + s->at, *newline = memchr(p, '\n', s->have - s->at);
        size_t n = newline ? (size_t)(newline - p) + 1 : s->have - s->at;
        total += n;
        if (total - (newline != NULL) > limit) *too_long = true;
        if (!*too_long && b && !batch_add(b, p, n)) return out_of_memory(s);
        s->at += n;
        if (newline) break;
    }
    s->place.line++;
    s->place.column = 1;
    return total > 0;
}

static void next_of_lines(struct splitter *s, struct batch *b, struct diags *diags)
{
    while (b->length < s->sizes.batch && more(s)) {
        struct mark mark = here(s);
        size_t start = b->length;
        bool too_long;
        if (!take_line(s, b, s->sizes.org, &too_long)) return;
        if (too_long) {
            b->length = start;
            trouble(s, mark, NULL, "a line is longer than %zu bytes", s->sizes.org);
            tell(s, &s->trouble, diags);
            s->trouble.set = s->done = false; /* the next line may be better */
            s->index++;
            continue;
        }
        if (is_blank(b->text + start, b->length - start)) {
            b->length = start;
            continue;
        }
        while (b->text[b->length - 1] == '\n' || b->text[b->length - 1] == '\r') b->length--;
        struct piece piece = {(uint32_t)start, (uint32_t)(b->length - start), mark.place.line, 1, s->index++};
        if (!batch_piece(b, piece)) {
            out_of_memory(s);
            return;
        }
    }
}

bool splitter_next(struct splitter *s, struct batch *b, struct diags *diags)
{
    b->length = b->count = 0;
    if (s->done || s->none) return false;
    if (!s->trouble.set) {
        if (s->lines)
            next_of_lines(s, b, diags);
        else
            next_of_document(s, b);
    }
    return b->count > 0 || tell(s, &s->trouble, diags);
}

/* --- The header --- */

static bool key_is_organisations(struct splitter *s, size_t start)
{
    static const char plain[] = "\"organisations\"";
    struct batch *h = &s->header;
    size_t n = h->length - start;
    if (!memchr(h->text + start, '\\', n)) return n == sizeof plain - 1 && memcmp(h->text + start, plain, n) == 0;
    struct reader r;
    struct arena arena;
    jmp_buf escape;
    struct str key;
    volatile bool same = false;
    arena_init(&arena);
    arena.escape = &escape;
    h->text[h->length] = '\0';
    if (setjmp(escape) == 0) {
        reader_init(&r, NULL, h->text + start, n, 1, 1, &arena, NULL);
        same = reader_borrow(&r, &key) && str_is(key, "organisations");
    } else
        out_of_memory(s);
    arena_done(&arena);
    return same;
}

/* The array began first in the document, so without it there is no header: what is wrong in it must be told now. */
static bool tell_broken(struct splitter *s, struct mark mark, struct diags *diags)
{
    struct batch b;
    size_t errors = diags->errors;
    batch_init(&b);
    go_to(s, mark);
    if (more(s)) {
        enum passed passed = pass(s, &b, s->sizes.org);
        if (passed == LONG)
            judge_long(s, &b, 0, s->sizes.org, mark, "an organisation", "are its brackets and quotes closed?");
    }
    if (!s->trouble.set) has_mistake(s, &b, 0, mark, diags);
    if (diags->errors == errors) tell(s, &s->trouble, diags);
    batch_done(&b);
    return false;
}

/* Over the organisations without keeping them, to the array's end. */
static enum passed pass_organisations(struct splitter *s, struct mark *last)
{
    for (bool first = true; find_piece(s, first); first = false) {
        *last = here(s);
        enum passed passed = pass(s, NULL, s->sizes.org);
        if (passed != PASSED) return passed;
    }
    return s->trouble.set ? FAILED : PASSED;
}

enum walk { GO_ON, HANDED_OVER, STOPPED };

/* The array, whose bracket is next. sole: no key stands before it. */
static enum walk walk_array(struct splitter *s, bool sole, struct diags *diags)
{
    struct mark last;
    s->array_line = s->place.line;
    if (!take(s, &s->header, 1)) return STOPPED;
    s->first = last = here(s);
    enum passed passed = pass_organisations(s, &last);
    s->cut = true;
    s->tail_offset = (uint32_t)s->header.length;
    s->tail = here(s);
    if (passed == PASSED) return take(s, &s->header, 1) ? GO_ON : STOPPED;
    if (sole) {
        if (!s->trouble.set)
            tell_broken(s, last, diags);
        else
            tell(s, &s->trouble, diags);
        s->trouble.set = false;
        return STOPPED;
    }
    s->trouble.set = false; /* splitter_next will find it again, and tell it in its turn */
    s->broken = true;
    return batch_add(&s->header, "]}", 2) ? HANDED_OVER : (out_of_memory(s), STOPPED);
}

static enum walk walk_value(struct splitter *s)
{
    size_t limit = s->sizes.header > s->header.length ? s->sizes.header - s->header.length : 0;
    enum passed passed = pass(s, &s->header, limit);
    if (passed == LONG)
        passed = judge_long(s, &s->header, 0, s->sizes.header, s->header_mark, "the header",
                            "is the key \"organisations\" spelled so?");
    return passed == PASSED ? GO_ON : passed == BROKEN ? HANDED_OVER : STOPPED;
}

/* A key and its value; or whatever stands there, which the header's reader will refuse. */
static enum walk walk_member(struct splitter *s, bool *sole, struct diags *diags)
{
    size_t start = s->header.length;
    bool is_key = s->block[s->at] == '"';
    enum walk walk = walk_value(s);
    if (walk != GO_ON || !is_key) return walk;
    bool array = !s->cut && key_is_organisations(s, start);
    if (next(s, &s->header) != ':') return GO_ON;
    if (!take(s, &s->header, 1)) return STOPPED;
    int c = next(s, &s->header);
    bool alone = *sole;
    *sole = false;
    if (array && c == '[') return walk_array(s, alone, diags);
    return c < 0 || c == ',' || c == '}' ? GO_ON : walk_value(s);
}

/* From the document's bracket to its end. */
static enum walk walk_header(struct splitter *s, struct diags *diags)
{
    bool sole = true;
    if (!take(s, &s->header, 1)) return STOPPED;
    for (;;) {
        enum walk walk = GO_ON;
        int c = next(s, &s->header);
        if (c < 0) return s->trouble.set ? STOPPED : HANDED_OVER;
        if (c == '}') return take(s, &s->header, 1) ? GO_ON : STOPPED;
        if (c == ',')
            walk = take(s, &s->header, 1) ? GO_ON : STOPPED;
        else
            walk = walk_member(s, &sole, diags);
        if (walk != GO_ON) return walk;
    }
}

/* The document is closed; what follows? */
static void end_document(struct splitter *s)
{
    char text[16];
    int c = next(s, NULL);
    if (c < 0) return;
    if (!s->cut)
        trouble(s, here(s), "in JSON Lines the header stands on one line; a document has \"organisations\"",
                "nothing may follow the header, got %s", byte_in_words(c, text));
    else
        trouble(s, here(s), "one document in a file; in JSON Lines the header line has no \"organisations\"",
                "nothing may follow the document, got %s", byte_in_words(c, text));
    if (!s->cut) return;
    s->late = s->trouble;
    s->trouble.set = false;
}

static void end_header_line(struct splitter *s)
{
    bool too_long;
    size_t limit = s->sizes.header > s->header.length ? s->sizes.header - s->header.length : 0;
    s->lines = true;
    take_line(s, &s->header, limit, &too_long);
    if (too_long) trouble(s, s->header_mark, NULL, "the header line is longer than %zu bytes", s->sizes.header);
    s->first = here(s);
}

static bool starts_with(const char *bytes, long n, const char *mark, long length)
{
    return n >= length && memcmp(bytes, mark, (size_t)length) == 0;
}

static bool is_text(struct splitter *s)
{
    char bytes[4];
    long n = source_read(s->source, 0, bytes, sizeof bytes);
    struct mark start = {0, {1, 1}};
    if (starts_with(bytes, n, "\xef\xbb\xbf", 3))
        return trouble(s, start, "save as UTF-8 without BOM, or: sed -i '1s/^\\xEF\\xBB\\xBF//' FILE",
                       "a byte order mark (EF BB BF) stands at the start");
    if (starts_with(bytes, n, "\xff\xfe", 2) || starts_with(bytes, n, "\xfe\xff", 2))
        return trouble(s, (struct mark){0}, "convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW",
                       "is UTF-16; it must be UTF-8");
    return true;
}

static bool starts_with_object(struct splitter *s)
{
    char text[16];
    int c = next(s, NULL);
    if (c == '{') return true;
    if (s->trouble.set) return false;
    if (c < 0)
        return trouble(s, (struct mark){0},
                       "a dataset is an object with \"format\", \"round\", \"year\" and \"organisations\"",
                       s->base + s->at ? "holds nothing but white space" : "is empty");
    const char *hint =
        c == '[' ? "the array belongs into an object: {\"format\": \"peel.dataset.v1\", …, \"organisations\": […]}"
                 : "a dataset is JSON or JSON Lines; tables are made into one by peel import";
    return trouble(s, here(s), hint, "a dataset must be an object, got %s", byte_in_words(c, text));
}

static bool read_header(struct splitter *s, struct diags *diags)
{
    if (!is_text(s) || !starts_with_object(s)) return tell(s, &s->trouble, diags);
    s->header_mark = here(s);
    enum walk walk = walk_header(s, diags);
    if (walk == GO_ON && !s->cut && s->place.line == s->header_mark.place.line)
        end_header_line(s);
    else if (walk == GO_ON)
        end_document(s);
    if (walk == STOPPED || s->trouble.set) return tell(s, &s->trouble, diags);
    s->none = !s->lines && !s->cut;
    if (walk == HANDED_OVER && !s->broken) s->none = true; /* the header's reader will refuse it */
    if (!batch_add(&s->header, "", 1)) return out_of_memory(s), tell(s, &s->trouble, diags);
    s->header.length--;
    return true;
}

struct splitter *splitter_open(const struct source *source, struct diags *diags)
{
    struct splitter *s = mem_zero(1, sizeof *s);
    char *block = mem_alloc(sizes_to_use.block + 1);
    if (!s || !block) {
        diag_add(diags, DIAG_ERROR, (struct place){.file = source->name}, NULL, "out of memory");
        mem_free(s);
        mem_free(block);
        return NULL;
    }
    s->source = source;
    s->sizes = sizes_to_use;
    s->block = block;
    s->place = (struct bytes_place){1, 1};
    digest_init(&s->digest);
    if (read_header(s, diags) && splitter_rewind(s)) return s;
    splitter_close(s);
    return NULL;
}

void splitter_close(struct splitter *s)
{
    if (!s) return;
    batch_done(&s->header);
    mem_free(s->block);
    mem_free(s);
}

bool splitter_lines(const struct splitter *s) { return s->lines; }
bool splitter_broken(const struct splitter *s) { return s->broken; }

const char *splitter_header(const struct splitter *s, size_t *length)
{
    *length = s->header.length;
    return s->header.text;
}

void splitter_reader(const struct splitter *s, struct reader *r, struct arena *arena, struct diags *diags)
{
    struct bytes_place at = s->header_mark.place;
    reader_init(r, s->source->name, s->header.text, s->header.length, at.line, (uint32_t)at.column, arena, diags);
    if (s->cut) reader_patch(r, s->tail_offset, s->tail.place.line, (uint32_t)s->tail.place.column);
}

bool splitter_rewind(struct splitter *s)
{
    go_to(s, s->first);
    s->index = 0;
    s->done = false;
    s->trouble.set = false;
    return true;
}

void splitter_digest(const struct splitter *s, char text[DIGEST_TEXT])
{
    struct digest copy = s->digest;
    digest_text(&copy, text);
}
