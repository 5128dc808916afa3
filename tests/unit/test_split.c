/* test_split.c: what the splitter finds, as one text: the form, the header, each piece with its place, each error with
 * its own. The same text must come of every size of block and batch, so that no boundary matters. */
#include "base/mem.h"
#include "data/reader.h"
#include "data/split.h"
#include "folder.h"
#include "mutant.h"
#include "unit.h"
#include <jansson.h>
#include <string.h>

#define FILE_NAME "data.json"
#define COUNT(list) (sizeof(list) / sizeof *(list))

static struct arena arena;

static void write_file(const char *text, size_t n)
{
    FILE *file = fopen(FILE_NAME, "w");
    if (!file || fwrite(text, 1, n, file) != n || fclose(file) != 0) abort();
}

static void show_diags(struct diags *diags, const char *who, struct buf *out)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *d = &diags->list[i];
        buf_printf(out, "%s %llu:%u: %s", who, (unsigned long long)d->place.line, d->place.column, d->message);
        if (*d->hint) buf_printf(out, " (%s)", d->hint);
        buf_char(out, '\n');
    }
    size_t limit = diags->limit;
    diags_done(diags);
    diags->limit = limit;
}

static void show_header(const struct splitter *s, struct diags *diags, struct buf *out)
{
    struct reader r;
    size_t n;
    const char *header = splitter_header(s, &n);
    while (n && header[n - 1] == '\n') n--;
    buf_put(out, splitter_lines(s) ? "lines " : splitter_broken(s) ? "broken " : "document ");
    buf_add(out, header, n);
    buf_char(out, '\n');
    splitter_reader(s, &r, &arena, diags);
    reader_finish(&r);
    show_diags(diags, "header", out);
}

static void show_pieces(const struct batch *b, struct diags *diags, struct buf *out)
{
    for (size_t i = 0; i < b->count; i++) {
        const struct piece *p = &b->pieces[i];
        struct reader r;
        ck_assert_int_eq(b->text[p->start + p->length], '\0');
        buf_printf(out, "%llu %llu:%u ", (unsigned long long)p->index, (unsigned long long)p->line, p->column);
        buf_add(out, b->text + p->start, p->length < 200 ? p->length : 200);
        buf_char(out, '\n');
        reader_init(&r, FILE_NAME, b->text + p->start, p->length, p->line, p->column, &arena, diags);
        reader_finish(&r);
        show_diags(diags, "reader", out);
    }
}

static void show_pass(struct splitter *s, struct diags *diags, struct buf *out)
{
    struct batch b;
    batch_init(&b);
    while (splitter_next(s, &b, diags)) {
        ck_assert(b.count > 0 && b.count <= SPLIT_BATCH_COUNT);
        show_diags(diags, "splitter", out);
        show_pieces(&b, diags, out);
    }
    show_diags(diags, "splitter", out);
    ck_assert(!splitter_next(s, &b, diags)); /* and stays at the end, without a word */
    ck_assert_uint_eq(diags->count, 0);
    batch_done(&b);
}

static void check_digest(const struct splitter *s, const char *text, size_t n)
{
    struct digest d;
    char want[DIGEST_TEXT], got[DIGEST_TEXT];
    digest_init(&d);
    digest_add(&d, text, n);
    digest_text(&d, want);
    splitter_digest(s, got);
    ck_assert_str_eq(got, want);
}

static const struct split_sizes usual = SPLIT_SIZES;

/* All that comes of the text. The two passes must agree. */
static void show(const char *text, size_t n, struct split_sizes sizes, struct buf *out)
{
    struct source source;
    struct diags diags;
    struct buf again;
    diags_init(&diags);
    buf_init(&again);
    buf_clear(out);
    write_file(text, n);
    splitter_sizes(sizes);
    arena_init(&arena);
    ck_assert(source_open(&source, FILE_NAME, &diags));
    struct splitter *s = splitter_open(&source, &diags);
    show_diags(&diags, "open", out);
    if (s) {
        show_header(s, &diags, out);
        size_t start = out->length;
        show_pass(s, &diags, out);
        if (!strstr(buf_text(out), "\nreader") && !strstr(buf_text(out), "\nsplitter") &&
            !strstr(buf_text(out), "\nheader"))
            check_digest(s, text, n);
        ck_assert(splitter_rewind(s));
        show_pass(s, &diags, &again);
        ck_assert_str_eq(buf_text(&again), buf_text(out) + start);
    }
    splitter_close(s);
    source_close(&source);
    arena_done(&arena);
    buf_done(&again);
    diags_done(&diags);
}

struct split_case {
    const char *text, *shown;
};

#define IN_LINES " (in JSON Lines the header stands on one line; a document has \"organisations\")"
#define AFTER " (one document in a file; in JSON Lines the header line has no \"organisations\")"

#define SWALLOWED                                                                                                      \
    "splitter 3:11: the text ends inside the array \"organisations\" that began at line 1 (close it with \"]\", and "  \
    "the document with \"}\"; or is the last organisation, which begins at line 2, closed too late?)\n"

static const struct split_case cases[] = {
    /* documents: the array last, first, between, nowhere, empty */
    {"{\"organisations\":[]}", "document {\"organisations\":[]}\n"},
    {"{\"a\":1,\"organisations\":[{\"id\":\"x\"},{\"id\":\"y\"}]}",
     "document {\"a\":1,\"organisations\":[]}\n0 1:25 {\"id\":\"x\"}\n1 1:36 {\"id\":\"y\"}\n"},
    {"{\"organisations\":[{\"id\":\"x\"}],\"a\":1}",
     "document {\"organisations\":[],\"a\":1}\n0 1:19 {\"id\":\"x\"}\n"},
    {"{\"a\":[1,{\"organisations\":[2]}],\"organisations\":[{}],\"b\":{}}",
     "document {\"a\":[1,{\"organisations\":[2]}],\"organisations\":[],\"b\":{}}\n0 1:49 {}\n"},
    {"\n {\n  \"a\": 1,\n  \"organisations\" : [\n    {\"id\": 1},\r\n\t{\"id\":\n2} \n ] \n}\n",
     "document {\n  \"a\": 1,\n  \"organisations\" : [] \n}\n0 5:5 {\"id\": 1}\n1 6:2 {\"id\":\n2}\n"},
    {"{\n\"a\": 1\n}\n", "document {\n\"a\": 1\n}\n"},
    {"{\"organisations\": 5,\n \"a\": {}}", "document {\"organisations\": 5,\n \"a\": {}}\n"},
    {"{\"organisations\": {\"x\": [{}]},\n \"a\": []}", "document {\"organisations\": {\"x\": [{}]},\n \"a\": []}\n"},
    /* the key with escapes; keys that are nearly it; the word as a value */
    {"{\"organisation\\u0073\":[{}]}", "document {\"organisation\\u0073\":[]}\n0 1:24 {}\n"},
    {"{\"\\u006frg\\u0061nis\\u0061tions\":[{}]}", "document {\"\\u006frg\\u0061nis\\u0061tions\":[]}\n0 1:34 {}\n"},
    {"{\"organisations \":[{}],\n\"Organisations\":[{}]}",
     "document {\"organisations \":[{}],\n\"Organisations\":[{}]}\n"},
    {"{\"a\":\"organisations\",\"organisations\":[{}]}",
     "document {\"a\":\"organisations\",\"organisations\":[]}\n0 1:39 {}\n"},
    {"{\"a\\\\\":\"\\\\\\\"\",\"organisations\":[{\"a\":\"]}\\\\\"},{\"b\":\"\\\"[{\"}]}",
     "document {\"a\\\\\":\"\\\\\\\"\",\"organisations\":[]}\n0 1:32 {\"a\":\"]}\\\\\"}\n1 1:45 {\"b\":\"\\\"[{\"}\n"},
    /* columns are characters */
    {"{\"\xc3\xa9\":\"\xe2\x82\xac\",\"organisations\":[{\"\xf0\x9f\x98\x80\":1},{}]}",
     "document {\"\xc3\xa9\":\"\xe2\x82\xac\",\"organisations\":[]}\n0 1:27 {\"\xf0\x9f\x98\x80\":1}\n1 1:35 {}\n"},
    /* pieces that are no objects are for the loader to refuse */
    {"{\"organisations\":[1,\"a,]\",[{}],null , true,-1.5]}",
     "document {\"organisations\":[]}\n0 1:19 1\n1 1:21 \"a,]\"\n2 1:27 [{}]\n3 1:32 null\n4 1:39 true\n5 1:44 -1.5\n"},
    /* mistakes of the header, before the array and behind it, at their true places */
    {"{\"a\":01,\"organisations\":[{}]}", "document {\"a\":01,\"organisations\":[]}\nheader 1:6: a number must not "
                                          "begin with zeros, got 01 (write 1)\n0 1:26 {}\n"},
    {"{\"organisations\":[{\"id\":\"x\"}],\"a\":01}",
     "document {\"organisations\":[],\"a\":01}\nheader 1:35: a number must not begin with zeros, got 01 (write 1)\n0 "
     "1:19 {\"id\":\"x\"}\n"},
    {"{\"organisations\":[\n{},\n{}\n  ],\n\"a\": 1 \"b\"}",
     "document {\"organisations\":[],\n\"a\": 1 \"b\"}\nheader 5:8: a comma is missing before this member, the string "
     "\"b\" (put a comma after the one before)\n0 2:1 {}\n1 3:1 {}\n"},
    {"{\"a\":1,\"organisations\":[{}],\"a\":2}",
     "document {\"a\":1,\"organisations\":[],\"a\":2}\nheader 1:29: the key \"a\" stands twice in this object (the "
     "first stands at line 1, column 2)\n0 1:25 {}\n"},
    {"{\"organisations\":[{}],\"organisations\":[{}]}",
     "document {\"organisations\":[],\"organisations\":[{}]}\nheader 1:23: the key \"organisations\" stands twice in "
     "this object "
     "(the first stands at line 1, column 2)\n0 1:19 {}\n"},
    {"{\"a\" \"organisations\":[{}]}", "document {\"a\" \"organisations\":[]}\nheader 1:6: a colon must follow the "
                                       "key, got the string \"organisations\"\n0 1:23 {}\n"},
    {"{a:1,\"organisations\":[{}]}",
     "document {a:1,\"organisations\":[]}\nheader 1:2: a key must stand in double quotes (write \"a\")\n0 1:23 {}\n"},
    {"{\"organisations\":[{}],}", "document {\"organisations\":[],}\nheader 1:22: a comma stands after the last member "
                                  "of an object (remove it)\n0 1:19 {}\n"},
    {"{\"a\":{\"b\":1,\n\"organisations\":[{}]}",
     "document {\"a\":{\"b\":1,\n\"organisations\":[{}]}\nheader 2:22: the text ends inside the object that began at "
     "line 1 (close it with \"}\")\n"},
    {"{\"a\":\"b,\n\"organisations\":[{}]}",
     "document {\"a\":\"b,\n\"organisations\":[{}]}\nheader 1:9: a line ends inside a string (is its closing quote "
     "missing? A line break in a text is written \\n)\n"},
    {"{\"a\":1",
     "document {\"a\":1\nheader 1:7: the text ends inside the object that began at line 1 (close it with \"}\")\n"},
    {"{\"a",
     "document {\"a\nheader 1:4: the text ends inside a string that began at line 1 (is its closing quote missing?)\n"},
    {"{", "document {\nheader 1:2: the text ends inside the object that began at line 1 (close it with \"}\")\n"},
    {"{\"a\":1]",
     "document {\"a\":1]\nheader 1:7: the object that began at line 1 is closed by \"]\" (close it with \"}\")\n"},
    {"{\"organisations\":[{}]", "document {\"organisations\":[]\nheader 1:22: the text ends inside the object that "
                                "began at line 1 (close it with \"}\")\n"},
    {"{\"organisations\":[{}],\"a\":[", "document {\"organisations\":[],\"a\":[\nheader 1:28: the text ends inside the "
                                        "array that began at line 1 (close it with \"]\")\n"},
    /* mistakes between organisations: told after those before them, and the last */
    {"{\"a\":1,\"organisations\":[{\"id\":1} {\"id\":2}]}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {\"id\":1}\nsplitter 1:34: a comma is missing between two "
     "organisations (put a comma after the one before)\n"},
    {"{\"a\":1,\"organisations\":[{},]}", "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {}\nsplitter 1:27: a comma "
                                          "stands after the last organisation (remove it)\n"},
    {"{\"a\":1,\"organisations\":[{},,{}]}", "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {}\nsplitter 1:28: an "
                                             "organisation is missing before the comma (remove the comma)\n"},
    {"{\"a\":1,\"organisations\":[,{}]}", "broken {\"a\":1,\"organisations\":[]}\nsplitter 1:25: an organisation is "
                                          "missing before the comma (remove the comma)\n"},
    {"{\"a\":1,\"organisations\":[{}}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {}\nsplitter 1:27: the array \"organisations\" that began at line "
     "1 is closed by \"}\" (close it with \"]\" first)\n"},
    {"{\"a\":1,\n\"organisations\":[\n{},\n", "broken {\"a\":1,\n\"organisations\":[]}\n0 3:1 {}\nsplitter 4:1: the "
                                              "text ends inside the array \"organisations\" that began at line 2 "
                                              "(close it with \"]\", and the document with \"}\")\n"},
    /* the last one may have swallowed others: it is only told of, in words or by its own first mistake */
    {"{\"a\":1,\"organisations\":[{\"id\":1},\n{\"id\":2,\"f\":[{\"k\":1},\n{\"id\":3}]}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {\"id\":1}\n" SWALLOWED},
    {"{\"a\":1,\"organisations\":[\n{\"id\":2,\"f\":[{\"k\":1},\n{\"id\":3}]}",
     "broken {\"a\":1,\"organisations\":[]}\n" SWALLOWED},
    {"{\"a\":1,\"organisations\":[{\"id\":1},{\"f\":[{\"k\" 1},{\"id\":3}]}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {\"id\":1}\nsplitter 1:45: a colon must follow the key, got the "
     "number 1\n"},
    {"{\"a\":1,\"organisations\":[{};{}]}", "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {}\nsplitter 1:27: a comma "
                                            "or \"]\" must come after an organisation, got \";\"\n"},
    {"{\"a\":1,\"organisations\":[{} // x\n]}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {}\nsplitter 1:28: JSON has no comments (leave it out, or put it "
     "into a \"note\", or below \"x\")\n"},
    /* mistakes within one: the reader finds the place, nobody says more */
    {"{\"a\":1,\"organisations\":[{\"id\":1},{\"id\":2,{\"id\":3}]}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {\"id\":1}\n1 1:34 {\"id\":2,{\"id\":3}]\nreader 1:42: a key must "
     "come here, a string in double quotes; got an object\n"},
    {"{\"a\":1,\"organisations\":[{\"id\":[1}},{}]}",
     "document {\"a\":1,\"organisations\":[]}\n0 1:25 {\"id\":[1}}\nreader 1:33: the array that began at line 1 is "
     "closed by \"}\" "
     "(close it with \"]\")\n1 1:36 {}\n"},
    {"{\"a\":1,\"organisations\":[{\"id\":1]},{}]}", "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {\"id\":1]\nreader "
                                                     "1:32: the object that began at line 1 is closed by \"]\" "
                                                     "(close it with \"}\")\n"},
    {"{\"a\":1,\"organisations\":[{\"id\":\"x},\n{}]}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {\"id\":\"x},\n{}]}\nreader 1:35: a line ends inside a string (is "
     "its closing quote missing? A line break in a text is written \\n)\n"},
    {"{\"a\":1,\"organisations\":[{\"id\":1},{\"id\"",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {\"id\":1}\n1 1:34 {\"id\"\nreader 1:39: the text ends inside the "
     "object that began at line 1 "
     "(close it with \"}\")\n"},
    {"{\"a\":1,\"organisations\":[// x\n{}]}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 //\nreader 1:25: JSON has no comments (leave it out, or put it "
     "into a \"note\", or below \"x\")\n"},
    {"{\"a\":1,\"organisations\":[{},None,{}]}",
     "document {\"a\":1,\"organisations\":[]}\n0 1:25 {}\n1 1:28 None\nreader 1:28: the bare word None is no value "
     "(where a value is not known, say so: {\"missing\": \"not-collected\"})\n"
     "2 1:33 {}\n"},
    /* the array first, and broken: there is no header, so it is told at once */
    {"{\"organisations\":[{} {}],\"a\":1}",
     "open 1:22: a comma is missing between two organisations (put a comma after the one before)\n"},
    {"{\"organisations\":[{},{\"id\" 1}],\"a\":1}",
     "document {\"organisations\":[],\"a\":1}\n0 1:19 {}\n1 1:22 {\"id\" 1}\nreader 1:28: a colon must follow the key, "
     "got the number 1\n"},
    {"{\"organisations\":[{},\n{\"id\":[1}],\"a\":1}",
     "open 2:9: the array that began at line 2 is closed by \"}\" (close it with \"]\")\n"},
    {"{\"organisations\":[{\"id\":1},", "open 1:28: the text ends inside the array \"organisations\" that began at "
                                        "line 1 (close it with \"]\", and the document with \"}\")\n"},
    {"{\"organisations\":[{\"id\":1",
     "open 1:26: the text ends inside the object that began at line 1 (close it with \"}\")\n"},
    /* text behind the document */
    {"{\"organisations\":[{}]} x",
     "document {\"organisations\":[]}\n0 1:19 {}\nsplitter 1:24: nothing may follow the document, got \"x\"" AFTER
     "\n"},
    {"{\"organisations\":[]}\n{}\n",
     "document {\"organisations\":[]}\nsplitter 2:1: nothing may follow the document, got an object" AFTER "\n"},
    {"{\"organisations\":[{}]}}",
     "document {\"organisations\":[]}\n0 1:19 {}\nsplitter 1:23: nothing may follow the document, got \"}\"" AFTER
     "\n"},
    {"{\n\"a\":1}\n{\"id\":1}\n", "open 3:1: nothing may follow the header, got an object" IN_LINES "\n"},
    /* JSON Lines: blank lines, CRLF, no newline at the end, no organisation, broken lines */
    {"{\"a\":1}\n{\"id\":1}\n{\"id\":2}\n", "lines {\"a\":1}\n0 2:1 {\"id\":1}\n1 3:1 {\"id\":2}\n"},
    {"{\"a\":1}\n{\"id\":1}\n{\"id\":2}", "lines {\"a\":1}\n0 2:1 {\"id\":1}\n1 3:1 {\"id\":2}\n"},
    {"\n\r\n{\"a\":1}\r\n\r\n  \t\n{\"id\":1}\r\n\n{\"id\":2}\r\n\n",
     "lines {\"a\":1}\r\n0 6:1 {\"id\":1}\n1 8:1 {\"id\":2}\n"},
    {"{\"a\":1}", "lines {\"a\":1}\n"},
    {"{\"a\":1}\n", "lines {\"a\":1}\n"},
    {"  {\"a\":x}\n  {}\n",
     "lines {\"a\":x}\nheader 1:8: the bare word x is no value (a text stands in double quotes: \"x\")\n0 2:1   {}\n"},
    {"{\"a\":1} {}\n{}\n", "lines {\"a\":1} {}\nheader 1:9: nothing may follow the value, got an object\n0 2:1 {}\n"},
    {"{\"a\":1}\n{\"id\":1\n{\"id\":2}\n{\"id\":3}}\n[]\n",
     "lines {\"a\":1}\n0 2:1 {\"id\":1\nreader 2:8: the text ends inside the object that began at line 2 (close it "
     "with \"}\")\n1 3:1 {\"id\":2}\n"
     "2 4:1 {\"id\":3}}\nreader 4:9: a \"}\" too many (remove it)\n3 5:1 []\n"},
    {"{\"a\":1}\n{},\n{}\n",
     "lines {\"a\":1}\n0 2:1 {},\nreader 2:3: nothing may follow the value, got \",\"\n1 3:1 {}\n"},
    {"{\"a\":1}\n\xef\xbb\xbf{}\n",
     "lines {\"a\":1}\n0 2:1 \xef\xbb\xbf{}\nreader 2:1: a byte order mark (EF BB BF) stands here (save as UTF-8 "
     "without BOM, or: sed -i 's/^\\xEF\\xBB\\xBF//' FILE)\n"},
    {"{\"a\":{}\n{\"id\":1}\n", "document {\"a\":{}\n{\"id\":1}\nheader 2:1: a comma is missing before this member, an "
                                "object (put a comma after the one before)\n"},
    /* nothing, or no dataset */
    {"", "open 0:0: is empty (a dataset is an object with \"format\", \"round\", \"year\" and \"organisations\")\n"},
    {" \n\t\r\n", "open 0:0: holds nothing but white space (a dataset is an object with \"format\", \"round\", "
                  "\"year\" and \"organisations\")\n"},
    {"[{}]", "open 1:1: a dataset must be an object, got an array (the array belongs into an object: {\"format\": "
             "\"peel.dataset.v1\", …, \"organisations\": […]})\n"},
    {"\n \"a\"", "open 2:2: a dataset must be an object, got a string (a dataset is JSON or JSON Lines)\n"},
    {"id,name\n", "open 1:1: a dataset must be an object, got \"i\" (a dataset is JSON or JSON Lines)\n"},
    {"-5", "open 1:1: a dataset must be an object, got a number (a dataset is JSON or JSON Lines)\n"},
    {"\x80", "open 1:1: a dataset must be an object, got the byte 0x80 (a dataset is JSON or JSON Lines)\n"},
    {"\xef\xbb\xbf{\"organisations\":[]}", "open 1:1: a byte order mark (EF BB BF) stands at the start (save as UTF-8 "
                                           "without BOM, or: sed -i '1s/^\\xEF\\xBB\\xBF//' FILE)\n"},
    {"\xff\xfe{}", "open 0:0: is UTF-16; it must be UTF-8 (convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW)\n"},
    {"\xfe\xff", "open 0:0: is UTF-16; it must be UTF-8 (convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW)\n"},
};

START_TEST(what_is_found)
{
    struct buf out;
    buf_init(&out);
    folder_enter();
    for (size_t i = 0; i < COUNT(cases); i++) {
        show(cases[i].text, strlen(cases[i].text), usual, &out);
        ck_assert_msg(strcmp(buf_text(&out), cases[i].shown) == 0, "case %zu, %s\nfound:\n%swanted:\n%s", i,
                      cases[i].text, buf_text(&out), cases[i].shown);
    }
    folder_leave();
    buf_done(&out);
}
END_TEST

START_TEST(whatever_the_blocks)
{
    struct buf out;
    buf_init(&out);
    folder_enter();
    for (size_t i = 0; i < COUNT(cases); i++)
        for (size_t block = 1; block <= 64; block++) {
            struct split_sizes sizes = usual;
            sizes.block = block;
            if (block % 3) sizes.batch = block;
            show(cases[i].text, strlen(cases[i].text), sizes, &out);
            ck_assert_msg(strcmp(buf_text(&out), cases[i].shown) == 0, "case %zu, blocks of %zu, %s\nfound:\n%s", i,
                          block, cases[i].text, buf_text(&out));
        }
    folder_leave();
    buf_done(&out);
}
END_TEST

/* A larger document, with strings, escapes and brackets across every boundary of 64 bytes. */
static void put_organisation(struct buf *b, unsigned i)
{
    static const char *const notes[] = {
        "plain", "a \\\"quoted\\\" [word]", "\\\\", "{[\\\\\\\"]}", "caf\xc3\xa9 \xe2\x82\xac", "\\u00e9\\n", "",
        "]]}}"};
    buf_printf(b, "{\"id\":\"o%u\",%s\"note\":\"%s\",\"x\":[[%u],{\"y\":\"%.*s\"}]}", i, i % 3 ? "" : "\n  ",
               notes[i % 8], i, (int)(i % 71),
               "0123456789012345678901234567890123456789012345678901234567890123456789");
}

START_TEST(a_larger_document)
{
    struct buf text, first, out;
    buf_init(&text);
    buf_init(&first);
    buf_init(&out);
    folder_enter();
    for (int lines = 0; lines < 2; lines++) {
        buf_clear(&text);
        buf_put(&text, lines ? "{\"a\":1}\n" : "{\"a\":\"[\\\\\",\"organisations\":[");
        for (unsigned i = 0; i < 400; i++) {
            size_t start = text.length;
            put_organisation(&text, i);
            for (size_t k = start; lines && k < text.length; k++)
                if (text.data[k] == '\n') text.data[k] = ' ';
            if (i < 399) buf_put(&text, lines ? "\n" : i % 5 ? "," : ",\n");
        }
        if (!lines) buf_put(&text, "]\n}");
        show(text.data, text.length, usual, &first);
        ck_assert_ptr_null(strstr(buf_text(&first), "reader"));
        ck_assert_ptr_null(strstr(buf_text(&first), "splitter"));
        ck_assert_ptr_nonnull(strstr(buf_text(&first), "\n399 "));
        for (size_t block = 1; block <= 257; block += block < 70 ? 1 : 31) {
            show(text.data, text.length, (struct split_sizes){block, 1000, SPLIT_ORG_LIMIT, SPLIT_HEADER_LIMIT}, &out);
            ck_assert_str_eq(buf_text(&out), buf_text(&first));
        }
    }
    folder_leave();
    buf_done(&text);
    buf_done(&first);
    buf_done(&out);
}
END_TEST

/* Limits, with small ones: what is too long, and what only seems so because a quote or bracket is missing. */
static const struct split_case long_cases[] = {
    {"{\"a\":1,\"organisations\":[{},{\"id\":\"123456789012345678901234567890\"},{}]}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {}\nsplitter 1:28: an organisation is longer than 30 bytes (are "
     "its brackets and quotes closed?)\n"},
    {"{\"organisations\":[{},{\"id\":\"123456789012345678901234567890\"},{}]}",
     "open 1:22: an organisation is longer than 30 bytes (are its brackets and quotes closed?)\n"},
    {"{\"a\":1,\"organisations\":[{},{\"id\" 1, \"a\":123456789012345678901234567890},{}]}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {}\n1 1:28 {\"id\" 1, \"a\":12345678901234567\nreader 1:34: a "
     "colon must follow the key, got the number 1\n"},
    {"{\"a\":1,\"organisations\":[{\"i:1},{\"id\":2,\"note\":\"123456789012345678901234567890\"},\n{}]}",
     "broken {\"a\":1,\"organisations\":[]}\n0 1:25 {\"i:1},{\"id\":2,\"note\":\"1234567\nreader 1:34: a colon must "
     "follow the key, got id\n"},
    {"{\"a\":1,\"b\":\"123456789012345678901234567890123456789012345678901234567890\"}",
     "open 1:1: the header is longer than 60 bytes (is the key \"organisations\" spelled so?)\n"},
    {"{\"a\" 1,\"b\":\"123456789012345678901234567890123456789012345678901234567890\"}",
     "document {\"a\" 1,\"b\":\"123456789012345678901234567890123456789012345678\nheader 1:6: a colon must follow the "
     "key, got the number 1\n"},
    {"{\"a\":1}\n{}\n{\"id\":\"123456789012345678901234567890\"}\n{\"id\":2}\n",
     "lines {\"a\":1}\nsplitter 3:1: a line is longer than 30 bytes\n0 2:1 {}\n2 4:1 {\"id\":2}\n"},
    {"{\"a\":1}                                                            \n{}\n",
     "open 1:1: the header line is longer than 60 bytes\n"},
};

START_TEST(limits)
{
    struct buf out;
    buf_init(&out);
    folder_enter();
    for (size_t i = 0; i < COUNT(long_cases); i++)
        for (size_t block = 1; block <= 128; block++) {
            show(long_cases[i].text, strlen(long_cases[i].text), (struct split_sizes){block, SPLIT_BATCH, 30, 60},
                 &out);
            ck_assert_msg(strcmp(buf_text(&out), long_cases[i].shown) == 0,
                          "case %zu, blocks of %zu, %s\nfound:\n%swanted:\n%s", i, block, long_cases[i].text,
                          buf_text(&out), long_cases[i].shown);
        }
    folder_leave();
    buf_done(&out);
}
END_TEST

/* --- Mutants: something is told of a text just where jansson refuses it, and no organisation is lost --- */

static bool is_valid(const char *text, size_t n, size_t *organisations)
{
    json_t *j = json_loadb(text, n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, NULL);
    bool valid = j && json_is_object(j);
    *organisations = json_array_size(json_object_get(j, "organisations"));
    json_decref(j);
    return valid;
}

static bool lines_are_valid(const char *text, size_t n, size_t *organisations)
{
    bool valid = true, header = true;
    *organisations = 0;
    for (const char *end = text + n; text < end;) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        size_t length = (size_t)((newline ? newline : end) - text);
        if (strspn(text, " \t\r") < length) {
            json_t *j =
                json_loadb(text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, NULL);
            valid = valid && j && (!header || json_is_object(j));
            json_decref(j);
            *organisations += !header;
            header = false;
        }
        text += length + 1;
    }
    return valid && !header;
}

static size_t occurrences(const char *text, const char *what)
{
    size_t count = 0;
    for (; (text = strstr(text, what)); text++) count++;
    return count;
}

static size_t errors_in(const char *shown)
{
    return occurrences(shown, "\nreader ") + occurrences(shown, "\nheader ") + occurrences(shown, "\nsplitter ") +
           (strncmp(shown, "open ", 5) == 0);
}

static size_t pieces_in(const char *shown)
{
    size_t count = 0;
    char start[32];
    while (snprintf(start, sizeof start, "\n%zu ", count), strstr(shown, start)) count++;
    return count;
}

static const char *const parents[] = {
    "{\"a\":{\"b\":[1,\"]\"]},\"organisations\":[{\"id\":\"x\",\"n\":[1,{\"y\":\"\\\"}\"}]},{\"id\":\"caf\xc3\xa9\"},{}"
    "]}",
    "{\"organisations\":[{\"id\":\"x\"} , {\"id\":[[],{}]}],\"a\":{\"b\":1.5},\"c\":\"organisations\"}",
    "{\"a\":1,\"organis\\u0061tions\":[{\"id\":"
    "\"0123456789012345678901234567890123456789012345678901234567890123456789\"},{\"id\":\"\\\\\"}],\"b\":[true,null]}",
    "{\"a\":1,\"b\":\"x\"}\n{\"id\":\"x\",\"n\":[1,2]}\n\n{\"id\":\"y\"}\n",
};

START_TEST(mutants)
{
    enum { MUTANTS = 4000 };
    unsigned valid_ones = 0;
    struct buf first, second;
    struct mutant m;
    buf_init(&first);
    buf_init(&second);
    folder_enter();
    for (int i = 0; i < MUTANTS; i++) {
        size_t organisations;
        mutant_of(&m, parents[draw(COUNT(parents))]);
        if (memchr(m.text, '\0', m.n)) continue;
        struct split_sizes small = usual;
        small.block = 1 + draw(100);
        show(m.text, m.n, usual, &first);
        show(m.text, m.n, small, &second);
        ck_assert_msg(strcmp(buf_text(&first), buf_text(&second)) == 0, "mutant %d, blocks of %zu, %s\n%s\n%s", i,
                      small.block, m.text, buf_text(&first), buf_text(&second));
        bool lines = strncmp(buf_text(&first), "lines", 5) == 0;
        bool valid = lines ? lines_are_valid(m.text, m.n, &organisations) : is_valid(m.text, m.n, &organisations);
        size_t errors = errors_in(buf_text(&first));
        ck_assert_msg(valid == (errors == 0), "mutant %d, %s, %s\n%s", i, valid ? "valid" : "not valid", m.text,
                      buf_text(&first));
        if (valid)
            ck_assert_msg(pieces_in(buf_text(&first)) == organisations, "mutant %d, %zu, %s\n%s", i, organisations,
                          m.text, buf_text(&first));
        valid_ones += valid;
    }
    ck_assert_uint_gt(valid_ones, MUTANTS / 20);
    folder_leave();
    buf_done(&first);
    buf_done(&second);
}
END_TEST

/* Hostile files end in one error, in little memory: deep nesting, a string without end, a sea of brackets. */
static void repeat(struct buf *b, const char *s, size_t times)
{
    while (times-- > 0) buf_put(b, s);
}

START_TEST(hostile)
{
    struct buf text, out;
    buf_init(&text);
    buf_init(&out);
    folder_enter();
    for (int open = 0; open < 2; open++) { /* 100,000 levels, closed and not */
        buf_clear(&text);
        buf_put(&text, "{\"a\":1,\"organisations\":[");
        repeat(&text, "[", 100000);
        if (!open) repeat(&text, "]", 100000);
        buf_put(&text, open ? "" : "]}");
        show(text.data, text.length, usual, &out);
        ck_assert_ptr_nonnull(
            strstr(buf_text(&out), "\nreader 1:153: objects and arrays are nested more than 128 deep\n"));
        ck_assert_ptr_null(strstr(buf_text(&out), "\nsplitter"));
    }
    buf_clear(&text); /* in the header */
    repeat(&text, "{\"a\":", 100000);
    show(text.data, text.length, usual, &out);
    ck_assert_ptr_nonnull(strstr(buf_text(&out), "\nheader 1:641: objects and arrays are nested more than 128 deep\n"));

    buf_clear(&text); /* a string without end */
    buf_put(&text, "{\"a\":1,\"organisations\":[{\"id\":\"");
    repeat(&text, "0123456789abcdef", 65536);
    show(text.data, text.length, usual, &out);
    ck_assert_ptr_nonnull(strstr(
        buf_text(&out),
        "\nreader 1:1048608: the text ends inside a string that began at line 1 (is its closing quote missing?)\n"));

    buf_clear(&text); /* a key of 1 MB */
    buf_put(&text, "{\"a\":1}\n{\"");
    repeat(&text, "k", 1 << 20);
    buf_put(&text, "\":1}\n");
    show(text.data, text.length, usual, &out);
    ck_assert_ptr_nonnull(strstr(buf_text(&out), "\nreader 2:2: a key of 1048576 bytes; up to 1024 are allowed\n"));
    folder_leave();
    buf_done(&text);
    buf_done(&out);
}
END_TEST

/* Whatever allocation fails: an error is told, nothing leaks, and nothing else is said. */
static size_t errors_when_starved(size_t nth, bool *starved)
{
    struct source source;
    struct diags diags;
    struct batch b;
    diags_init(&diags);
    batch_init(&b);
    ck_assert(source_open(&source, FILE_NAME, &diags));
    mem_fail_after(nth);
    struct splitter *s = splitter_open(&source, &diags);
    while (s && splitter_next(s, &b, &diags)) {}
    *starved = mem_failed() > 0;
    mem_fail_after(0);
    size_t errors = diags.errors;
    splitter_close(s);
    source_close(&source);
    batch_done(&b);
    diags_done(&diags);
    return errors;
}

START_TEST(out_of_memory)
{
    static const struct {
        const char *text;
        size_t errors; /* with memory enough */
    } texts[] = {
        {"{\"a\":1,\"organis\\u0061tions\":[{\"id\":1},{\"id\":2}],\"b\":2}", 0},
        {"{\"organisations\":[{},{\"id\":[1}]}", 1},
        {"{\"organisations\":[{},{\"id\":\"a very long one, longer than the limit\"}]}", 1},
        {"{\"a\":1}\n{\"id\":1}\n{\"id\":2}\n", 0},
    };
    folder_enter();
    splitter_sizes((struct split_sizes){16, 8, 40, 4096});
    for (size_t i = 0; i < COUNT(texts); i++) {
        bool starved = true;
        write_file(texts[i].text, strlen(texts[i].text));
        for (size_t nth = 1; starved; nth++) {
            size_t errors = errors_when_starved(nth, &starved);
            ck_assert_msg(starved ? errors == 1 : errors == texts[i].errors, "text %zu, allocation %zu: %zu", i, nth,
                          errors);
            ck_assert_uint_lt(nth, 1000);
        }
    }
    folder_leave();
}
END_TEST

/* An error's excerpt is the line in the file, also where the piece does not begin with its line. */
START_TEST(excerpts)
{
    static const char text[] = "{\"a\":1,\n \"organisations\": [ {\"id\": 1} {\"id\": 2} ]}";
    struct source source;
    struct diags diags;
    struct batch b;
    diags_init(&diags);
    batch_init(&b);
    folder_enter();
    splitter_sizes(usual);
    write_file(text, sizeof text - 1);
    ck_assert(source_open(&source, FILE_NAME, &diags));
    struct splitter *s = splitter_open(&source, &diags);
    ck_assert_ptr_nonnull(s);
    ck_assert(splitter_next(s, &b, &diags));
    ck_assert(!splitter_next(s, &b, &diags));
    ck_assert_uint_eq(diags.count, 1);
    ck_assert_str_eq(diags.list[0].excerpt, " \"organisations\": [ {\"id\": 1} {\"id\": 2} ]}");
    ck_assert_uint_eq(diags.list[0].excerpt_column, 31);
    ck_assert_uint_eq(diags.list[0].place.column, 31);
    ck_assert_str_eq(diags.list[0].place.file, FILE_NAME);
    splitter_close(s);
    source_close(&source);
    batch_done(&b);
    diags_done(&diags);
    folder_leave();
}
END_TEST

/* How many come with each batch, of 40 small ones. */
static void check_forty(const char *head, const char *between, const char *end)
{
    struct source source;
    struct diags diags;
    struct batch b;
    struct buf text;
    diags_init(&diags);
    batch_init(&b);
    buf_init(&text);
    buf_put(&text, head);
    for (int i = 0; i < 40; i++) buf_printf(&text, "%s{\"id\":%d}", i ? between : "", i);
    buf_put(&text, end);
    write_file(text.data, text.length);
    ck_assert(source_open(&source, FILE_NAME, &diags));
    struct splitter *s = splitter_open(&source, &diags);
    for (size_t left = 40; left; left -= b.count) {
        ck_assert(splitter_next(s, &b, &diags));
        ck_assert_uint_eq(b.count, left < SPLIT_BATCH_COUNT ? left : SPLIT_BATCH_COUNT);
        ck_assert_uint_eq(b.pieces[0].index, 40 - left);
    }
    ck_assert(!splitter_next(s, &b, &diags) && diags.count == 0);
    splitter_close(s);
    source_close(&source);
    batch_done(&b);
    buf_done(&text);
    diags_done(&diags);
}

START_TEST(small_ones_come_few_at_a_time)
{
    folder_enter();
    splitter_sizes(usual);
    check_forty("{\"a\":1}\n", "\n", "\n");
    check_forty("{\"a\":1,\"organisations\":[", ",", "]}");
    folder_leave();
}
END_TEST

UNIT("split", what_is_found, whatever_the_blocks, a_larger_document, limits, small_ones_come_few_at_a_time,
     mutants, hostile, out_of_memory, excerpts);
