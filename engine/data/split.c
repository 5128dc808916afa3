/* split.c: see split.h. A walk over the frame of a dataset: header, organisations, and what stands between them.
 * Reading blocks and passing values is done in stream.c. */
#include "base/mem.h"
#include "data/digester.h"
#include "data/reader.h"
#include "data/stream.h"
#include <stdio.h>

struct splitter {
    struct digester digester; /* at work while in.digested_apart */
    struct stream in; /* its trouble is told once the pieces before it are handed out, and ends the pass */
    struct split_sizes sizes;

    struct batch header;
    struct mark header_mark;
    bool cut; /* the array was left out, at header.text[tail_offset]; there the text goes on at `tail` */
    uint32_t tail_offset;
    struct mark tail;

    bool lines, broken;
    bool none;         /* no organisations will come */
    struct mark first; /* just past the array's bracket, or the header line */
    uint64_t array_line;
    struct mark last; /* the last organisation that was begun in the array, by splitter_open */
    bool suspect;     /* it is whole, but the array is not closed behind it: perhaps it swallowed the others */
    uint64_t index;   /* of the next piece */
    bool done;
    struct trouble late; /* behind the array, found by splitter_open, told at the end of the pass */
};

static struct split_sizes sizes_to_use = SPLIT_SIZES;
void splitter_sizes(struct split_sizes sizes) { sizes_to_use = sizes; }

static bool tell(struct splitter *s, const struct trouble *t, struct diags *diags)
{
    s->done = true;
    return stream_tell(&s->in, t, diags);
}

/* --- Asking the reader --- */

struct reading {
    struct splitter *s;
    struct str text; /* a NUL stands behind it */
    struct mark mark;
    struct diags *diags; /* NULL: mistakes are not heard */
    struct arena arena;
    bool yes;
};

/* What `step` finds with a reader. */
static bool asks(struct reading *g, void (*step)(void *context))
{
    arena_init(&g->arena);
    if (!arena_guard(&g->arena, step, g)) g->yes = false, stream_starved(&g->s->in);
    arena_done(&g->arena);
    return g->yes;
}

static void look_for_mistake(void *context)
{
    struct reading *g = context;
    struct reader r;
    reader_init(&r, g->s->in.source->name, g->text.s, g->text.n, g->mark.place.line, (uint32_t)g->mark.place.column,
                &g->arena, g->diags);
    reader_origin(&r, g->s->in.source, g->mark.offset, 0);
    reader_skip(&r);
    g->yes = r.failed && r.wrong + 16 < g->text.n;
}

/* Read the text through. True: it has a mistake that is not only that the text was cut. */
static bool has_mistake(struct splitter *s, struct batch *b, size_t start, struct mark mark, struct diags *diags)
{
    struct reading g = {.s = s, .text = {b->text + start, b->length - start}, .mark = mark, .diags = diags};
    b->text[b->length] = '\0';
    return asks(&g, look_for_mistake);
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
    stream_trouble(&s->in, mark, hint, "%s is longer than %zu bytes", what, limit);
    return FAILED;
}

/* --- Organisations of a document --- */

/* true, false or null, where it stands here as a whole. */
static const char *word_here(const struct splitter *s)
{
    static const char *const words[] = {"true", "false", "null"};
    char here[8] = "";
    if (source_read(s->in.source, stream_here(&s->in).offset, here, sizeof here - 1) < 0) return NULL;
    size_t n = strspn(here, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (n == strlen(words[i]) && memcmp(here, words[i], n) == 0) return words[i];
    return NULL;
}

/* What stands here, and begins with the byte c. */
static const char *here_in_words(const struct splitter *s, int c, char text[16])
{
    const char *word = word_here(s);
    if (c == '{') return "an object";
    if (c == '[') return "an array";
    if (c == '"') return "a string";
    if (c == '-' || (c >= '0' && c <= '9')) return "a number";
    if (word) return word;
    snprintf(text, 16, c > ' ' && c < 0x7f ? "\"%c\"" : "the byte 0x%02X", c);
    return text;
}

/* The text ends before the array does, which may be the last organisation's fault. */
static void bad_end(struct splitter *s)
{
    char hint[DIAG_HINT] = "close it with \"]\", and the document with \"}\"";
    size_t n = strlen(hint);
    if (s->suspect)
        snprintf(hint + n, sizeof hint - n,
                 "; or is the last organisation, which begins at line %llu, closed too late?",
                 (unsigned long long)s->last.place.line);
    stream_trouble(&s->in, stream_here(&s->in), hint,
                   "the text ends inside the array \"organisations\" that began at line %llu",
                   (unsigned long long)s->array_line);
}

static void bad_frame(struct splitter *s, int c)
{
    char text[16];
    if (c < 0)
        bad_end(s);
    else if (c == '}')
        stream_trouble(&s->in, stream_here(&s->in), "close it with \"]\" first",
                       "the array \"organisations\" that began at line %llu is closed by \"}\"",
                       (unsigned long long)s->array_line);
    else if (c == '{')
        stream_trouble(&s->in, stream_here(&s->in), "put a comma after the one before",
                       "a comma is missing between two organisations");
    else if (c == '/' || c == '#')
        stream_trouble(&s->in, stream_here(&s->in), "leave it out, or put it into a \"note\", or below \"x\"",
                       "JSON has no comments");
    else
        stream_trouble(&s->in, stream_here(&s->in), NULL, "a comma or \"]\" must come after an organisation, got %s",
                       here_in_words(s, c, text));
}

/* To the next organisation; false at the end of the array, or with trouble. */
static bool find_piece(struct splitter *s, bool first)
{
    int c = stream_next(&s->in, NULL);
    struct mark comma = stream_here(&s->in);
    if (c == ']') return false;
    if (!first) {
        if (c < 0) s->suspect = true;
        if (c != ',') return bad_frame(s, c), false;
        if (!stream_take(&s->in, NULL, 1)) return false;
        c = stream_next(&s->in, NULL);
        if (c == ']') return stream_trouble(&s->in, comma, "remove it", "a comma stands after the last organisation");
    }
    if (c == ',')
        return stream_trouble(&s->in, stream_here(&s->in), "remove the comma",
                              "an organisation is missing before the comma");
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
    struct mark mark = stream_here(&s->in);
    size_t start = b->length;
    enum passed passed = stream_pass(&s->in, b, s->sizes.org);
    if (passed == LONG)
        passed = judge_long(s, b, start, s->sizes.org, mark, "an organisation", "are its brackets and quotes closed?");
    if (passed == FAILED) return passed;
    if (passed == PASSED && s->broken && !is_value(b->text + start, b->length - start)) passed = BROKEN;
    struct piece piece = {(uint32_t)start, (uint32_t)(b->length - start),
                          mark.place.line, (uint32_t)mark.place.column,
                          mark.offset,     s->index++};
    if (!batch_piece(b, piece)) return stream_starved(&s->in), FAILED;
    return passed;
}

/* The suspect: its syntax is looked at here, and what it says is not, since that may be a hundred mistakes that are
 * none. */
static void judge_suspect(struct splitter *s, struct batch *b, struct diags *diags)
{
    struct mark mark = stream_here(&s->in);
    size_t errors = diags->errors;
    if (stream_pass(&s->in, b, s->sizes.org) == PASSED) has_mistake(s, b, 0, mark, diags);
    b->length = 0;
    if (diags->errors > errors)
        s->done = true;
    else
        find_piece(s, false); /* trouble, as when it was found first */
}

static bool has_room(const struct splitter *s, const struct batch *b)
{
    return b->length < s->sizes.batch && b->count < SPLIT_BATCH_COUNT;
}

static void next_of_document(struct splitter *s, struct batch *b, struct diags *diags)
{
    struct mark before = stream_here(&s->in);
    while (has_room(s, b) && find_piece(s, s->index == 0)) {
        if (s->suspect && stream_here(&s->in).offset == s->last.offset) {
            if (b->count)
                stream_go_to(&s->in, before); /* those before it first */
            else
                judge_suspect(s, b, diags);
            return;
        }
        enum passed passed = take_piece(s, b);
        if (passed == BROKEN) s->done = true; /* the reader of this piece will say why */
        if (passed != PASSED) return;
        before = stream_here(&s->in);
    }
    if (b->count == 0 && !s->in.trouble.set) s->in.trouble = s->late;
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
    while (stream_more(&s->in)) {
        const char *p = s->in.block + s->in.at, *newline = memchr(p, '\n', s->in.have - s->in.at);
        size_t n = newline ? (size_t)(newline - p) + 1 : s->in.have - s->in.at;
        total += n;
        if (total - (newline != NULL) > limit) *too_long = true;
        if (!*too_long && b && !batch_add(b, p, n)) return stream_starved(&s->in);
        s->in.at += n;
        if (newline) break;
    }
    s->in.place.line++;
    s->in.place.column = 1;
    return total > 0;
}

static void next_of_lines(struct splitter *s, struct batch *b, struct diags *diags)
{
    while (has_room(s, b) && stream_more(&s->in)) {
        struct mark mark = stream_here(&s->in);
        size_t start = b->length;
        bool too_long;
        if (!take_line(s, b, s->sizes.org, &too_long)) return;
        if (too_long) {
            b->length = start;
            stream_trouble(&s->in, mark, NULL, "a line is longer than %zu bytes", s->sizes.org);
            tell(s, &s->in.trouble, diags);
            s->in.trouble.set = s->done = false; /* the next line may be better */
            s->index++;
            continue;
        }
        if (is_blank(b->text + start, b->length - start)) {
            b->length = start;
            continue;
        }
        while (b->text[b->length - 1] == '\n' || b->text[b->length - 1] == '\r') b->length--;
        struct piece piece = {(uint32_t)start, (uint32_t)(b->length - start), mark.place.line, 1, mark.offset,
                              s->index++};
        if (!batch_piece(b, piece)) {
            stream_starved(&s->in);
            return;
        }
    }
}

bool splitter_next(struct splitter *s, struct batch *b, struct diags *diags)
{
    b->length = b->count = 0;
    if (s->done || s->none) return false;
    if (!s->in.trouble.set) {
        if (s->lines)
            next_of_lines(s, b, diags);
        else
            next_of_document(s, b, diags);
    }
    return b->count > 0 || tell(s, &s->in.trouble, diags);
}

/* --- The header --- */

static void look_at_key(void *context)
{
    struct reading *g = context;
    struct reader r;
    struct str key;
    reader_init(&r, NULL, g->text.s, g->text.n, 1, 1, &g->arena, NULL);
    g->yes = reader_borrow(&r, &key) && str_is(key, "organisations");
}

static bool key_is_organisations(struct splitter *s, size_t start)
{
    static const char plain[] = "\"organisations\"";
    struct batch *h = &s->header;
    size_t n = h->length - start;
    if (!memchr(h->text + start, '\\', n)) return n == sizeof plain - 1 && memcmp(h->text + start, plain, n) == 0;
    struct reading g = {.s = s, .text = {h->text + start, n}};
    h->text[h->length] = '\0';
    return asks(&g, look_at_key);
}

/* The array began first in the document, so without it there is no header: what is wrong in it must be told now. */
static bool tell_broken(struct splitter *s, struct mark mark, struct diags *diags)
{
    struct batch b;
    size_t errors = diags->errors;
    batch_init(&b);
    stream_go_to(&s->in, mark);
    if (stream_more(&s->in)) {
        enum passed passed = stream_pass(&s->in, &b, s->sizes.org);
        if (passed == LONG)
            judge_long(s, &b, 0, s->sizes.org, mark, "an organisation", "are its brackets and quotes closed?");
    }
    if (!s->in.trouble.set && b.text) has_mistake(s, &b, 0, mark, diags);
    if (diags->errors == errors) tell(s, &s->in.trouble, diags);
    batch_done(&b);
    return false;
}

/* Over the organisations without keeping them, to the array's end. */
static enum passed pass_organisations(struct splitter *s)
{
    for (bool first = true; find_piece(s, first); first = false) {
        s->last = stream_here(&s->in);
        enum passed passed = stream_pass(&s->in, NULL, s->sizes.org);
        if (passed != PASSED) return passed;
    }
    return s->in.trouble.set ? FAILED : PASSED;
}

enum walk { GO_ON, HANDED_OVER, STOPPED };

/* The array, whose bracket is next. sole: no key stands before it. */
static enum walk walk_array(struct splitter *s, bool sole, struct diags *diags)
{
    s->array_line = s->in.place.line;
    if (!stream_take(&s->in, &s->header, 1)) return STOPPED;
    s->first = stream_here(&s->in);
    enum passed passed = pass_organisations(s);
    s->cut = true;
    s->tail_offset = (uint32_t)s->header.length;
    s->tail = stream_here(&s->in);
    if (passed == PASSED) return stream_take(&s->in, &s->header, 1) ? GO_ON : STOPPED;
    if (sole) {
        if (!s->in.trouble.set)
            tell_broken(s, s->last, diags);
        else
            tell(s, &s->in.trouble, diags);
        s->in.trouble.set = false;
        return STOPPED;
    }
    s->in.trouble.set = false; /* splitter_next will find it again, and tell it in its turn */
    s->broken = true;
    return batch_add(&s->header, "]}", 2) ? HANDED_OVER : (stream_starved(&s->in), STOPPED);
}

static enum walk walk_value(struct splitter *s)
{
    size_t limit = s->sizes.header > s->header.length ? s->sizes.header - s->header.length : 0;
    enum passed passed = stream_pass(&s->in, &s->header, limit);
    if (passed == LONG)
        passed = judge_long(s, &s->header, 0, s->sizes.header, s->header_mark, "the header",
                            "is the key \"organisations\" spelled so?");
    return passed == PASSED ? GO_ON : passed == BROKEN ? HANDED_OVER : STOPPED;
}

/* A key and its value; or whatever stands there, which the header's reader will refuse. */
static enum walk walk_member(struct splitter *s, bool *sole, struct diags *diags)
{
    size_t start = s->header.length;
    bool is_key = s->in.block[s->in.at] == '"';
    enum walk walk = walk_value(s);
    if (walk != GO_ON || !is_key) return walk;
    bool array = !s->cut && key_is_organisations(s, start);
    if (stream_next(&s->in, &s->header) != ':') return GO_ON;
    if (!stream_take(&s->in, &s->header, 1)) return STOPPED;
    int c = stream_next(&s->in, &s->header);
    bool alone = *sole;
    *sole = false;
    if (array && c == '[') return walk_array(s, alone, diags);
    return c < 0 || c == ',' || c == '}' ? GO_ON : walk_value(s);
}

/* From the document's bracket to its end. */
static enum walk walk_header(struct splitter *s, struct diags *diags)
{
    bool sole = true;
    if (!stream_take(&s->in, &s->header, 1)) return STOPPED;
    for (;;) {
        enum walk walk = GO_ON;
        int c = stream_next(&s->in, &s->header);
        if (c < 0) return s->in.trouble.set ? STOPPED : HANDED_OVER;
        if (c == '}') return stream_take(&s->in, &s->header, 1) ? GO_ON : STOPPED;
        if (c == ',')
            walk = stream_take(&s->in, &s->header, 1) ? GO_ON : STOPPED;
        else
            walk = walk_member(s, &sole, diags);
        if (walk != GO_ON) return walk;
    }
}

/* The document is closed; what follows? */
static void end_document(struct splitter *s)
{
    char text[16];
    int c = stream_next(&s->in, NULL);
    if (c < 0) return;
    if (!s->cut)
        stream_trouble(&s->in, stream_here(&s->in),
                       "in JSON Lines the header stands on one line; a document has \"organisations\"",
                       "nothing may follow the header, got %s", here_in_words(s, c, text));
    else
        stream_trouble(&s->in, stream_here(&s->in),
                       "one document in a file; in JSON Lines the header line has no \"organisations\"",
                       "nothing may follow the document, got %s", here_in_words(s, c, text));
    if (!s->cut) return;
    s->late = s->in.trouble;
    s->in.trouble.set = false;
}

static void end_header_line(struct splitter *s)
{
    bool too_long;
    size_t limit = s->sizes.header > s->header.length ? s->sizes.header - s->header.length : 0;
    s->lines = true;
    take_line(s, &s->header, limit, &too_long);
    if (too_long)
        stream_trouble(&s->in, s->header_mark, NULL, "the header line is longer than %zu bytes", s->sizes.header);
    s->first = stream_here(&s->in);
}

static bool starts_with(const char *bytes, long n, const char *mark, long length)
{
    return n >= length && memcmp(bytes, mark, (size_t)length) == 0;
}

static bool is_text(struct splitter *s)
{
    char bytes[4];
    long n = source_read(s->in.source, 0, bytes, sizeof bytes);
    struct mark start = {0, {1, 1}};
    if (starts_with(bytes, n, "\xef\xbb\xbf", 3))
        return stream_trouble(&s->in, start, "save as UTF-8 without BOM, or: sed -i '1s/^\\xEF\\xBB\\xBF//' FILE",
                              "a byte order mark (EF BB BF) stands at the start");
    if (starts_with(bytes, n, "\xff\xfe", 2) || starts_with(bytes, n, "\xfe\xff", 2))
        return stream_trouble(&s->in, (struct mark){0}, "convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW",
                              "is UTF-16; it must be UTF-8");
    return true;
}

static bool starts_with_object(struct splitter *s)
{
    char text[16];
    int c = stream_next(&s->in, NULL);
    if (c == '{') return true;
    if (s->in.trouble.set) return false;
    if (c < 0)
        return stream_trouble(&s->in, (struct mark){0},
                              "a dataset is an object with \"format\", \"round\", \"year\" and \"organisations\"",
                              s->in.base + s->in.at ? "holds nothing but white space" : "is empty");
    const char *hint =
        c == '[' ? "the array belongs into an object: {\"format\": \"peel.dataset.v1\", …, \"organisations\": […]}"
                 : "a dataset is JSON or JSON Lines";
    return stream_trouble(&s->in, stream_here(&s->in), hint, "a dataset must be an object, got %s",
                          here_in_words(s, c, text));
}

static bool read_header(struct splitter *s, struct diags *diags)
{
    if (!is_text(s) || !starts_with_object(s)) return tell(s, &s->in.trouble, diags);
    s->header_mark = stream_here(&s->in);
    enum walk walk = walk_header(s, diags);
    if (walk == GO_ON && !s->cut && s->in.place.line == s->header_mark.place.line)
        end_header_line(s);
    else if (walk == GO_ON)
        end_document(s);
    if (walk == STOPPED || s->in.trouble.set) return tell(s, &s->in.trouble, diags);
    s->none = !s->lines && !s->cut;
    if (walk == HANDED_OVER && !s->broken) s->none = true; /* the header's reader will refuse it */
    if (!batch_add(&s->header, "", 1)) return stream_starved(&s->in), tell(s, &s->in.trouble, diags);
    s->header.length--;
    return true;
}

static struct splitter *open_it(const struct source *source, bool digested, struct diags *diags)
{
    struct splitter *s = mem_zero(1, sizeof *s);
    if (!s || !stream_open(&s->in, source, sizes_to_use.block)) {
        diag_starve(diags, source->name, "");
        mem_free(s);
        return NULL;
    }
    s->sizes = sizes_to_use;
    s->in.digested_apart = !digested;
    if (read_header(s, diags) && splitter_rewind(s)) return s;
    splitter_close(s);
    return NULL;
}

struct splitter *splitter_open(const struct source *source, struct diags *diags) { return open_it(source, true, diags); }
struct splitter *splitter_open_undigested(const struct source *source, struct diags *diags) { return open_it(source, false, diags); }

void splitter_close(struct splitter *s)
{
    if (!s) return;
    batch_done(&s->header);
    stream_close(&s->in);
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
    reader_init(r, s->in.source->name, s->header.text, s->header.length, at.line, (uint32_t)at.column, arena, diags);
    reader_origin(r, s->in.source, s->header_mark.offset, s->tail.offset);
    if (s->cut) reader_patch(r, s->tail_offset, s->tail.place.line, (uint32_t)s->tail.place.column);
}

bool splitter_rewind(struct splitter *s)
{
    stream_go_to(&s->in, s->first);
    s->index = 0;
    s->done = false;
    s->in.trouble.set = false;
    return true;
}

bool splitter_digest_apart(struct splitter *s)
{
    s->in.digested_apart = digester_start(&s->digester, s->in.source, &s->in.digest, s->in.digested);
    return s->in.digested_apart;
}

bool splitter_digest_join(struct splitter *s)
{
    bool read = digester_end(&s->digester, &s->in.digest);
    s->in.digested = s->digester.from;
    s->in.digested_apart = false;
    return read;
}

void splitter_digest(const struct splitter *s, char text[DIGEST_TEXT])
{
    struct digest copy = s->in.digest;
    digest_text(&copy, text);
}
