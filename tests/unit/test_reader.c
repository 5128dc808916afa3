/* test_reader.c: what the reader says of each mistake, word by word, and what a caller may rely on. That it takes and
 * refuses the right texts is held against jansson in test_oracle.c. */
#include "base/source.h"
#include "data/quick.h"
#include "folder.h"
#include "json_cases.h"
#include "unit.h"
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static struct arena arena;
static struct diags diags;
static struct reader r;

static void begin_at(const char *text, size_t n, uint64_t line, uint32_t column)
{
    arena_done(&arena);
    diags_done(&diags);
    reader_init(&r, "f.json", text, n, line, column, &arena, &diags);
}

static void begin(const char *text) { begin_at(text, strlen(text), 1, 1); }

static void end(void)
{
    arena_done(&arena);
    diags_done(&diags);
}

static const struct diag *only(void)
{
    ck_assert_uint_eq(diags.count, 1);
    return &diags.list[0];
}

/* "line:column+width message (hint)" of the i-th diagnostic. */
static const char *told(size_t i)
{
    static char text[1024];
    if (i >= diags.count) return "nothing";
    const struct diag *d = &diags.list[i];
    snprintf(text, sizeof text, "%llu:%u+%u %s%s%s%s", (unsigned long long)d->place.line, d->place.column,
             d->place.width, d->message, *d->hint ? " (" : "", d->hint, *d->hint ? ")" : "");
    return text;
}

/* --- Messages --- */

static const struct {
    const char *text, *told;
} mistakes[] = {
    {"", "1:1+1 the text ends where a value should come"},
    {"\n\n", "1:1+1 the text ends where a value should come"},
    /* commas, colons, brackets */
    {"[1,]", "1:3+1 a comma stands after the last value of an array (remove it)"},
    {"{\"a\":1\n,\n}", "2:1+1 a comma stands after the last member of an object (remove it)"},
    {"[1 2]", "1:4+1 a comma is missing before this value, the number 2 (put a comma after the one before)"},
    {"[1\n  \"b\"]", "2:3+1 a comma is missing before this value, the string \"b\" (put a comma after the one before)"},
    {"{\"a\":1 \"b\":2}",
     "1:8+1 a comma is missing before this member, the string \"b\" (put a comma after the one before)"},
    {"[{} {}]", "1:5+1 a comma is missing before this value, an object (put a comma after the one before)"},
    {"[,1]", "1:2+1 a value is missing before the comma (remove the comma, or write the value)"},
    {"{\"a\":}", "1:6+1 a value is missing before \"}\""},
    {"{\"a\":,}", "1:6+1 a value is missing before \",\""},
    {"{,}", "1:2+1 a comma stands where a key should come (remove it)"},
    {"{\"a\" 1}", "1:6+1 a colon must follow the key, got the number 1"},
    {"{\"a\"=1}", "1:5+1 a colon must follow the key, got \"=\" (write \":\" instead)"},
    {"[1;2]", "1:3+1 a comma or \"]\" must come here, got \";\""},
    {"{\"a\":1:2}", "1:7+1 a comma or \"}\" must come here, got \":\""},
    {"[1}", "1:3+1 the array that began at line 1 is closed by \"}\" (close it with \"]\")"},
    {"{\n\"a\":1]", "2:6+1 the object that began at line 1 is closed by \"]\" (close it with \"}\")"},
    {"{]", "1:2+1 an object is closed by \"]\" (close the object with \"}\")"},
    {"[12%]", "1:4+1 a number has no unit, got \"%\" (write the share as a fraction of one: 0.12, not 12%)"},
    /* keys */
    {"{a:1}", "1:2+1 a key must stand in double quotes (write \"a\")"},
    {"{1:1}", "1:2+1 a key must come here, a string in double quotes; got the number 1"},
    {"{\"a\":1,\n \"b\":2, \"a\":3}",
     "2:9+3 the key \"a\" stands twice in this object (the first stands at line 1, column 2)"},
    {"{\"\\u0061\":1,\"a\":3}", "1:13+3 the key \"a\" stands twice in this object"},
    /* quotes, comments, marks */
    {"['a']", "1:2+1 a string must stand in double quotes, not in single ones (write \" instead of ')"},
    {"{'a':1}", "1:2+1 a string must stand in double quotes, not in single ones (write \" instead of ')"},
    {"[\xe2\x80\x9c"
     "a\xe2\x80\x9d]",
     "1:2+1 a string must stand in straight double quotes, not in bent ones (write the straight quote \"; word "
     "processors bend it)"},
    {"// a\n1", "1:1+2 JSON has no comments (leave it out, or put it into a \"note\", or below \"x\")"},
    {"[1, /* a */ 2]", "1:5+2 JSON has no comments (leave it out, or put it into a \"note\", or below \"x\")"},
    {"[1 # a\n]", "1:4+1 JSON has no comments (leave it out, or put it into a \"note\", or below \"x\")"},
    {"\xef\xbb\xbf{}", "1:1+1 a byte order mark (EF BB BF) stands here (save as UTF-8 without BOM, or: sed -i "
                       "'s/^\\xEF\\xBB\\xBF//' FILE)"},
    {"[\xc2\xa0"
     "1]",
     "1:2+1 a non-breaking space (U+00A0) is no white space in JSON (replace it by a plain space)"},
    /* words */
    {"[NaN]", "1:2+3 NaN is no number in JSON (where a value is not known, say so: {\"missing\": \"not-collected\"})"},
    {"-Infinity",
     "1:1+9 -Infinity is no number in JSON (where a value is not known, say so: {\"missing\": \"not-collected\"})"},
    {"inf",
     "1:1+3 Infinity is no number in JSON (where a value is not known, say so: {\"missing\": \"not-collected\"})"},
    {"True", "1:1+4 the bare word True is no value (write true)"},
    {"[fals]", "1:2+4 the bare word fals is no value (write false)"},
    {"yes", "1:1+3 the bare word yes is no value (write true)"},
    {"None",
     "1:1+4 the bare word None is no value (where a value is not known, say so: {\"missing\": \"not-collected\"})"},
    {"[good]", "1:2+4 the bare word good is no value (a text stands in double quotes: \"good\")"},
    {"truely", "1:1+6 the bare word truely is no value (write true)"},
    /* numbers */
    {"[012]", "1:2+3 a number must not begin with zeros, got 012 (write 12)"},
    {"-00.5", "1:1+5 a number must not begin with zeros, got -00.5 (write -0.5)"},
    {"+1", "1:1+2 a number must not begin with \"+\" (leave the plus sign out)"},
    {".5", "1:1+2 a number must have a digit before the point (write 0 before the point)"},
    {"-.5", "1:1+3 a digit must follow the minus sign (write 0 before the point)"},
    {"5.", "1:1+2 a digit must follow the point (leave the point out, or write a digit after it)"},
    {"1e+", "1:1+3 a digit must follow the exponent's \"+\""},
    {"-", "1:1+1 a digit must follow the minus sign"},
    {"1.2.3", "1:1+5 1.2.3 is no number in JSON (a text stands in double quotes)"},
    {"0x1F", "1:1+4 0x1F is no number in JSON (a text stands in double quotes)"},
    {"[1_000]", "1:2+5 1_000 is no number in JSON (a text stands in double quotes)"},
    {"[1e999]", "1:2+5 the number 1e999 is too large (numbers go up to about 1.8e308)"},
    /* strings */
    {"[\"a\nb\"]",
     "1:4+1 a line ends inside a string (is its closing quote missing? A line break in a text is written \\n)"},
    {"\"a\tb\"", "1:3+1 a tab (U+0009) stands in a string (write \\t)"},
    {"\"a\x01\"", "1:3+1 a control character (U+0001) stands in a string (write \\u0001, or leave it out)"},
    {"\"\b\"", "1:2+1 a control character (U+0008) stands in a string (write \\b)"},
    {"\"C:\\data\"", "1:4+2 \\d is no escape in JSON (a backslash itself is written \\\\; known are \\\" \\\\ \\/ \\b "
                     "\\f \\n \\r \\t \\uXXXX)"},
    {"\"\\u12g4\"", "1:2+4 four hexadecimal digits must follow \\u"},
    {"\"\\u0000\"", "1:2+6 \\u0000 (NUL) is not allowed in a text (leave it out)"},
    {"\"\\ud83d\"", "1:2+6 \\ud83d is the first half of a character, without a second after it (beyond U+FFFF two "
                    "escapes make one character, \\uD83D\\uDE00; or write the character itself)"},
    {"\"\\ude00\"", "1:2+6 \\ude00 is the second half of a character, without a first before it (beyond U+FFFF two "
                    "escapes make one character, \\uD83D\\uDE00; or write the character itself)"},
    {"\"\xc3\xa9t\xe9\"", "1:4+1 the byte 0xE9 at column 4 is no UTF-8 (the file must be UTF-8; if it is Windows-1252 "
                          "or Latin-1: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW)"},
    /* truncated */
    {"[\n \"a", "2:4+1 the text ends inside a string that began at line 2 (is its closing quote missing?)"},
    {"{\n \"a\": [1,\n2\n\n", "3:2+1 the text ends inside the array that began at line 2 (close it with \"]\")"},
    {"{\"a\"", "1:5+1 the text ends inside the object that began at line 1 (close it with \"}\")"},
    {"{\"a\":", "1:6+1 the text ends inside the object that began at line 1 (close it with \"}\")"},
    {"\"\\", "1:3+1 the text ends inside an escape"},
    /* behind the value */
    {"1 2", "1:3+1 nothing may follow the value, got the number 2"},
    {"{}}", "1:3+1 a \"}\" too many (remove it)"},
    {"{}\n{}", "2:1+1 nothing may follow the value, got an object"},
};

START_TEST(each_mistake_in_words)
{
    for (size_t i = 0; i < COUNT(mistakes); i++) {
        begin(mistakes[i].text);
        ck_assert(!reader_finish(&r) || diags.errors);
        ck_assert_msg(strcmp(told(0), mistakes[i].told) == 0, "%s\nfound:  %s\nwanted: %s", mistakes[i].text, told(0),
                      mistakes[i].told);
        ck_assert_uint_eq(diags.count, 1);
        ck_assert_str_eq(diags.list[0].place.file, "f.json");
    }
    end();
}
END_TEST

START_TEST(nul_bytes)
{
    begin_at("\"a\0b\"", 5, 1, 1);
    ck_assert(!reader_finish(&r));
    ck_assert_str_eq(told(0), "1:3+1 a NUL byte stands in a string (leave it out; the file may be no text at all)");
    begin_at("[1,\0]", 5, 1, 1);
    ck_assert(!reader_finish(&r));
    ck_assert_str_eq(told(0),
                     "1:4+1 a NUL byte stands here (the file may be UTF-16 or no text at all; it must be UTF-8)");
    end();
}
END_TEST

/* Once told, nothing more is said, whatever is called, and every call says no. */
START_TEST(the_first_syntax_error_ends_it)
{
    for (size_t i = 0; i < JSON_BAD; i++) {
        struct str s;
        struct number n;
        bool b;
        begin_at(json_bad[i].text, json_bad[i].length, 1, 1);
        if (reader_finish(&r)) continue; /* a key twice: told, and gone on */
        ck_assert(r.failed && !r.pending);
        ck_assert(!reader_skip(&r) && !reader_object(&r) && !reader_key(&r, &s) && !reader_array(&r) &&
                  !reader_element(&r));
        ck_assert(!reader_string(&r, &s) && !reader_borrow(&r, &s) && !reader_number(&r, &n) &&
                  !reader_double(&r, &n.value));
        ck_assert(!reader_bool(&r, &b) && !reader_null(&r) && !reader_finish(&r));
        ck_assert_int_eq(reader_peek(&r), JSON_NONE_);
        ck_assert_msg(diags.count == 1, "%zu: %s", i, json_bad[i].text);
        ck_assert_uint_le(r.wrong, json_bad[i].length);
    }
    end();
}
END_TEST

/* --- Wrong types --- */

static const struct {
    char wanted;
    const char *value, *told;
} wrong[] = {
    {'n', "\"1.9%\"",
     "1:7+6 \"k\" must be a number, got the string \"1.9%\" (write 0.019; proportions are fractions of one)"},
    {'n', "\"12\"", "1:7+4 \"k\" must be a number, got the string \"12\" (write 12, without the quotes)"},
    {'n', "\"1,234.5\"", "1:7+9 \"k\" must be a number, got the string \"1,234.5\" (write 1234.5, without the quotes)"},
    {'n', "\"about 5\"", "1:7+9 \"k\" must be a number, got the string \"about 5\""},
    {'n', "{\"a\": [1, \"]}\"]}", "1:7+16 \"k\" must be a number, got an object"},
    {'n', "[\n]", "1:7+1 \"k\" must be a number, got an array"},
    {'n', "null",
     "1:7+4 \"k\" must be a number, got null (null says nothing: leave the key out, or say what is missing where that "
     "is allowed)"},
    {'n', "true", "1:7+4 \"k\" must be a number, got true"},
    {'s', "12.50", "1:7+5 \"k\" must be a string, got the number 12.50 (write \"12.50\", in quotes)"},
    {'s', "false", "1:7+5 \"k\" must be a string, got false"},
    {'b', "\"true\"", "1:7+6 \"k\" must be true or false, got the string \"true\" (write true, without the quotes)"},
    {'b', "\"no\"", "1:7+4 \"k\" must be true or false, got the string \"no\" (write false, without the quotes)"},
    {'b', "1", "1:7+1 \"k\" must be true or false, got the number 1"},
    {'o', "[1, 2]", "1:7+6 \"k\" must be an object, got an array"},
    {'o', "\"a \\\"b\\\" c\"", "1:7+11 \"k\" must be an object, got the string \"a \\\"b\\\" c\""},
    {'o', "\"01234567890123456789012345678901234567890123456789\"",
     "1:7+52 \"k\" must be an object, got the string \"0123456789012345678901234567890123456789…\""},
    {'a', "{}", "1:7+2 \"k\" must be an array, got an object"},
    {'0', "0", "1:7+1 \"k\" must be null, got the number 0"},
    {'n', "9007199254740993",
     "1:7+16 \"k\" must be a whole number within ±9007199254740992, got 9007199254740993 (up to there every whole "
     "number is kept exactly; an identifier is better a string)"},
    {'n', "-9007199254740993",
     "1:7+17 \"k\" must be a whole number within ±9007199254740992, got -9007199254740993 (up to there every whole "
     "number is kept exactly; an identifier is better a string)"},
    {'n', "1000000000000000000000",
     "1:7+22 \"k\" must be a whole number within ±9007199254740992, got 1000000000000000000000 (up to there every "
     "whole number is kept exactly; an identifier is better a string)"},
};

static bool ask(char type)
{
    struct str s;
    struct number n;
    bool b;
    switch (type) {
    case 'n': return reader_number(&r, &n);
    case 's': return reader_string(&r, &s);
    case 'b': return reader_bool(&r, &b);
    case 'o': return reader_object(&r);
    case 'a': return reader_array(&r);
    default: return reader_null(&r);
    }
}

/* Told, and not failed: the value is still there, to be read as what it is, or to be passed over. */
START_TEST(a_wrong_type_can_be_mended)
{
    for (size_t i = 0; i < COUNT(wrong); i++)
        for (int skip = 0; skip < 2; skip++) {
            char text[256];
            struct str key;
            double d;
            snprintf(text, sizeof text, "{\"k\": %s, \"next\": 5}", wrong[i].value);
            begin(text);
            ck_assert(reader_object(&r) && reader_key(&r, &key));
            ck_assert(!ask(wrong[i].wanted) && !r.failed && r.pending);
            ck_assert_uint_eq(reader_offset(&r), 6);
            if (skip) ck_assert(reader_skip(&r));
            ck_assert(reader_key(&r, &key) && str_is(key, "next") && reader_double(&r, &d) && d == 5.0);
            ck_assert(!reader_key(&r, &key) && reader_finish(&r));
            ck_assert_msg(strcmp(told(0), wrong[i].told) == 0, "%s\nfound:  %s\nwanted: %s", text, told(0),
                          wrong[i].told);
            ck_assert_uint_eq(diags.count, 1);
        }
    end();
}
END_TEST

START_TEST(what_a_wrong_value_is_called)
{
    struct str s;
    begin("5");
    ck_assert(!reader_object(&r));
    ck_assert_str_eq(told(0), "1:1+1 the value must be an object, got the number 5");
    begin("5");
    r.noun = "an organisation";
    ck_assert(!reader_object(&r));
    ck_assert_str_eq(told(0), "1:1+1 an organisation must be an object, got the number 5");
    begin("{\"list\":[[{\"k\":1}], 7]}");
    ck_assert(reader_object(&r) && reader_key(&r, &s) && reader_array(&r) && reader_element(&r) && reader_element(&r) &&
              !reader_string(&r, &s));
    ck_assert_str_eq(told(0),
                     "1:21+1 an element of \"list\" must be a string, got the number 7 (write \"7\", in quotes)");
    begin("[7]");
    ck_assert(reader_array(&r) && reader_element(&r) && !reader_bool(&r, &(bool){0}));
    ck_assert_str_eq(told(0), "1:2+1 an element of the value must be true or false, got the number 7");
    end();
}
END_TEST

/* --- What a caller may rely on --- */

START_TEST(keys_twice_and_too_long_are_told_and_passed_over)
{
    char text[3000], *at = text;
    struct str key;
    int count = 0;
    at += sprintf(at, "{\"a\":1,\"a\":{\"b\":1,\"b\":[{\"c\":1,\"c\":2}]},\"");
    memset(at, 'k', 1025);
    at += 1025;
    sprintf(at, "\":[1],\"d\":1}");
    begin(text);
    ck_assert(reader_object(&r));
    while (reader_key(&r, &key)) count++;
    ck_assert_int_eq(count, 2); /* a and d */
    ck_assert(reader_finish(&r));
    ck_assert_uint_eq(diags.errors, 4);
    ck_assert_str_eq(told(0), "1:8+3 the key \"a\" stands twice in this object (the first stands at line 1, column 2)");
    ck_assert_str_eq(told(1),
                     "1:19+3 the key \"b\" stands twice in this object (the first stands at line 1, column 13)");
    ck_assert_str_eq(told(2),
                     "1:31+3 the key \"c\" stands twice in this object (the first stands at line 1, column 25)");
    ck_assert_str_eq(told(3), "1:40+1027 a key of 1025 bytes; up to 1024 are allowed");
    end();
}
END_TEST

START_TEST(values_as_spelled)
{
    struct str s;
    struct number n;
    static const char text[] =
        "[\"plain\", \"\\u00e9\\ud83d\\ude00\\n\", 12.60, -0, 1E+2, 9007199254740992, \"0123456789abcdef\"]";
    begin(text);
    ck_assert(reader_array(&r) && reader_element(&r) && reader_string(&r, &s));
    ck_assert(str_is(s, "plain") && s.s[5] == '\0');
    ck_assert(s.s < text || s.s > text + sizeof text); /* the arena's, not the text's */
    ck_assert(reader_element(&r) && reader_string(&r, &s) && str_is(s, "\xc3\xa9\xf0\x9f\x98\x80\n") &&
              s.s[s.n] == '\0');
    ck_assert(reader_element(&r) && reader_number(&r, &n) && n.value == 12.6 && str_is(n.spelled, "12.60") &&
              n.spelled.s[5] == '\0');
    ck_assert(reader_element(&r) && reader_number(&r, &n) && n.value == 0 && !signbit(n.value) &&
              str_is(n.spelled, "-0"));
    ck_assert(reader_element(&r) && reader_number(&r, &n) && n.value == 100 && str_is(n.spelled, "1E+2"));
    ck_assert(reader_element(&r) && reader_number(&r, &n) && n.value == 9007199254740992.0);
    ck_assert(reader_element(&r) && reader_borrow(&r, &s) && s.n == 16 && s.s > text && s.s < text + sizeof text);
    ck_assert(!reader_element(&r) && reader_finish(&r));
    end();
}
END_TEST

START_TEST(what_nobody_reads_is_passed_over_in_full)
{
    struct str key;
    begin("{\"a\": [1, {\"b\": \"c\"}], \"d\": tru}");
    ck_assert(reader_object(&r) && reader_key(&r, &key) && reader_key(&r, &key) && str_is(key, "d"));
    ck_assert(!reader_key(&r, &key));
    ck_assert_str_eq(told(0), "1:29+3 the bare word tru is no value (write true)");
    end();
}
END_TEST

START_TEST(a_text_read_before_is_not_searched_for_keys_twice)
{
    struct str key;
    begin("{\"a\":1,\"a\":2}");
    r.diags = NULL;
    ck_assert(reader_object(&r) && reader_key(&r, &key) && reader_key(&r, &key) && !reader_key(&r, &key) &&
              reader_finish(&r));
    begin("[1,]");
    r.diags = NULL;
    ck_assert(!reader_finish(&r) && r.failed);
    end();
}
END_TEST

/* A million keys, and then one of them again; and a million objects of 30 keys behind one. In steps, not in squares. */
START_TEST(many_keys)
{
    enum { MANY = 1000000 };
    struct buf text;
    buf_init(&text);
    buf_char(&text, '{');
    for (int i = 0; i < MANY; i++) buf_printf(&text, "\"k%d\":0,", i);
    buf_put(&text, "\"k500000\":1}");
    begin_at(buf_text(&text), text.length, 1, 1);
    ck_assert(reader_finish(&r));
    ck_assert_uint_eq(only()->place.line, 1);
    ck_assert_str_eq(only()->message, "the key \"k500000\" stands twice in this object");
    size_t one = text.length;
    text.data[0] = '[';
    buf_clear(&text);
    buf_put(&text, "[{");
    for (int i = 0; i < MANY / 10; i++) buf_printf(&text, "\"k%d\":0,", i);
    buf_put(&text, "\"x\":0}");
    for (int i = 0; i < MANY / 100; i++) {
        buf_put(&text, ",{");
        for (int k = 0; k < 30; k++) buf_printf(&text, "\"k%d\":0,", k);
        buf_put(&text, "\"x\":0}");
    }
    buf_char(&text, ']');
    ck_assert_uint_gt(one, 0);
    begin_at(buf_text(&text), text.length, 1, 1);
    ck_assert(reader_finish(&r));
    ck_assert_uint_eq(diags.count, 0);
    buf_done(&text);
    end();
}
END_TEST

/* A million mistakes cost a million steps too: only those that are kept have their lines counted. */
START_TEST(many_mistakes)
{
    struct buf text;
    struct str s;
    buf_init(&text);
    buf_char(&text, '[');
    for (int i = 0; i < 300000; i++) buf_put(&text, "1,\n");
    buf_put(&text, "1]");
    begin_at(buf_text(&text), text.length, 1, 1);
    ck_assert(reader_array(&r));
    while (reader_element(&r)) ck_assert(!reader_string(&r, &s));
    ck_assert(reader_finish(&r));
    ck_assert_uint_eq(diags.errors, 300001);
    ck_assert_uint_eq(diags.count, diags.limit);
    ck_assert_str_eq(told(49),
                     "50:1+1 an element of the value must be a string, got the number 1 (write \"1\", in quotes)");
    buf_done(&text);
    end();
}
END_TEST

START_TEST(depth)
{
    char text[300] = "";
    for (int i = 0; i < 128; i++) strcat(text, "[");
    for (int i = 0; i < 128; i++) strcat(text, "]");
    begin(text);
    ck_assert(reader_finish(&r));
    text[128] = '[';
    begin(text);
    ck_assert(!reader_finish(&r));
    ck_assert_str_eq(told(0), "1:129+1 objects and arrays are nested more than 128 deep");
    end();
}
END_TEST

/* --- Places --- */

START_TEST(places)
{
    static const char text[] = "{\"caf\xc3\xa9\": 1,\r\n \"b\": \"\xe2\x82\xac\xe2\x82\xac\"}\n";
    begin_at(text, strlen(text), 10, 5);
    struct place p = reader_place(&r, 1, 7); /* "café": 7 bytes, 6 characters */
    ck_assert(p.line == 10 && p.column == 6 && p.width == 6);
    p = reader_place(&r, 20, 8);
    ck_assert(p.line == 11 && p.column == 7 && p.width == 4);
    p = reader_place(&r, 8, 1); /* back again */
    ck_assert(p.line == 10 && p.column == 12 && p.width == 1);
    p = reader_place(&r, 12, 100); /* no wider than its line */
    ck_assert(p.line == 10 && p.width == 1);
    ck_assert_ptr_nonnull(reader_complain(&r, DIAG_WARNING, 20, 0, "hint", "message %d", 7));
    ck_assert_str_eq(told(0), "11:7+4 message 7 (hint)");
    ck_assert_str_eq(only()->excerpt, " \"b\": \"\xe2\x82\xac\xe2\x82\xac\"}");
    ck_assert_uint_eq(only()->excerpt_column, 7);
    ck_assert(diags.warnings == 1 && diags.errors == 0 && !r.failed);
    end();
}
END_TEST

/* Behind a patch the places are those of the file, as is the excerpt; also when asked for backwards. */
START_TEST(patches)
{
    static const char text[] = "{\"organisations\":[], \"a\": 1,\n\"b\": 2}";
    begin(text);
    reader_patch(&r, 18, 40, 3); /* ] */
    struct place p = reader_place(&r, 34, 1);
    ck_assert(p.line == 41 && p.column == 6);
    p = reader_place(&r, 26, 1);
    ck_assert(p.line == 40 && p.column == 11);
    p = reader_place(&r, 17, 1);
    ck_assert(p.line == 1 && p.column == 18);
    p = reader_place(&r, 18, 1);
    ck_assert(p.line == 40 && p.column == 3);
    reader_complain(&r, DIAG_ERROR, 26, 0, NULL, "m");
    ck_assert_str_eq(told(0), "40:11+1 m");
    ck_assert_str_eq(diags.list[0].excerpt, "], \"a\": 1,");
    ck_assert_uint_eq(diags.list[0].excerpt_column, 9);
    reader_complain(&r, DIAG_ERROR, 1, 0, NULL, "m");
    ck_assert_str_eq(diags.list[1].excerpt, "{\"organisations\":[");
    ck_assert_uint_eq(diags.list[1].excerpt_column, 2);
    end();
}
END_TEST

/* The excerpt of a piece that began within its line holds the part that is there; of a long line, the part around. */
START_TEST(excerpts)
{
    char text[4096];
    begin_at("{\"a\": x}", 8, 7, 100);
    ck_assert(!reader_finish(&r));
    ck_assert_str_eq(told(0), "7:106+1 the bare word x is no value (a text stands in double quotes: \"x\")");
    ck_assert_str_eq(only()->excerpt, "{\"a\": x}");
    ck_assert_uint_eq(only()->excerpt_column, 7);
    memset(text, ' ', sizeof text);
    strcpy(text + 3000, "x");
    begin(text);
    ck_assert(!reader_finish(&r));
    ck_assert_uint_eq(only()->place.column, 3001);
    ck_assert_str_eq(only()->excerpt + strlen(only()->excerpt) - 1, "x");
    ck_assert_uint_le(strlen(only()->excerpt), DIAG_EXCERPT);
    begin("\"ab\x93"
          "c\x94\""); /* Windows quotes: bytes that only continue a character; the caret still stands below */
    ck_assert(!reader_finish(&r));
    ck_assert_uint_eq(only()->place.column, 4);
    ck_assert_uint_eq(only()->excerpt_column, 4);
    ck_assert_str_eq(only()->excerpt, "\"ab?c?\"");
    end();
}
END_TEST

START_TEST(a_comma_for_a_point_changes_nothing)
{
    static const char *const locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE.utf8", "fr_FR.utf8", "de_DE"};
    double d;
    size_t i = 0;
    while (i < COUNT(locales) && !setlocale(LC_ALL, locales[i])) i++;
    begin("0.30000000000000004");
    ck_assert(reader_double(&r, &d) && d == 0x1.3333333333334p-2); /* the next above 0.3, 0x1.3333333333333p-2 */
    begin("1.7976931348623157e308");
    ck_assert(reader_double(&r, &d) && d == 0x1.fffffffffffffp+1023); /* the largest, IEEE 754 */
    setlocale(LC_ALL, "C");
    end();
}
END_TEST

/* What the short way reads, it reads to its end; what it leaves, it leaves as it was. What it reads is held against
 * jansson in oracle.h. */
START_TEST(the_short_way)
{
    static const char *const numbers[] = {"0",  "-7",   "12.50",           "0.5",
                                          "-0", "-0.0", "123456789012345", "1234567.12345678"};
    static const char *const others[] = {
        "01",    "-01", "00", "1.", "-", ".5", "1e5", "1E5", "1.5e-3", "1234567890123456", "0.1234567890123456",
        "\"1\"", "null"};
    static const char *const strings[] = {"\"\"", "\"a\"", "\"sixteen bytes it\"", "\"seventeen bytes i\""};
    static const char *const unplain[] = {"\"\\n\"", "\"\xc3\xa9\"", "\"a\tb\"", "\"open", "'a'", "1"};
    struct number n;
    struct str s;
    for (size_t i = 0; i < COUNT(numbers); i++) {
        begin(numbers[i]);
        ck_assert_msg(quick_number(&r, &n) && r.at == r.end && !r.pending && str_is(n.spelled, numbers[i]), "%s",
                      numbers[i]);
    }
    for (size_t i = 0; i < COUNT(others); i++) {
        begin(others[i]);
        ck_assert_msg(!quick_number(&r, &n) && r.at == r.text && r.pending, "%s", others[i]);
    }
    for (size_t i = 0; i < COUNT(strings); i++) {
        begin(strings[i]);
        ck_assert_msg(quick_string(&r, &s) && r.at == r.end && s.n == strlen(strings[i]) - 2, "%s", strings[i]);
    }
    for (size_t i = 0; i < COUNT(unplain); i++) {
        begin(unplain[i]);
        ck_assert_msg(!quick_string(&r, &s) && r.at == r.text && r.pending, "%s", unplain[i]);
    }
    end();
}
END_TEST

/* Keys of every length, which must be followed by quote and colon, and none else. */
START_TEST(keys_the_short_way)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    char text[100];
    for (int n = 0; n <= 26; n++) {
        snprintf(text, sizeof text, "{\"%.*s\": 12345678901234567890}", n, letters);
        begin(text);
        struct str key = key_keep(&arena, (struct str){letters, (size_t)n});
        ck_assert(quick_object(&r));
        const char *member = quick_member(&r);
        ck_assert_ptr_eq(quick_key(&r, member, key), text + n + 4);
        for (size_t other = 0; other <= 26; other++)
            ck_assert(other == (size_t)n || !quick_key(&r, member, key_keep(&arena, (struct str){letters, other})));
        for (int at = 1; at < n + 4; at++) {
            text[at] ^= 1;
            ck_assert_ptr_null(quick_key(&r, member, key));
            text[at] ^= 1;
        }
    }
    begin("{\"a\": 1, }            ");
    ck_assert(quick_object(&r));
    ck_assert_ptr_nonnull(quick_key(&r, quick_member(&r), key_keep(&arena, STR("a"))));
    quick_comes(&r, r.text + 6);
    ck_assert_ptr_null(quick_member(&r)); /* a value is pending */
    quick_passed(&r, r.text + 7);
    ck_assert(!quick_end(&r, '}') && r.depth == 1); /* a comma stands there */
    end();
}
END_TEST

/* The text is a copy, with a part left out: the lines that are shown are those of the file. */
START_TEST(excerpts_go_on_in_the_source)
{
    struct source source;
    folder_enter();
    folder_write("f.json", "{\"a\": 1, \"b\": [1, 2, 3], \"c\": 4} behind\nnext\n");
    begin("{\"a\": 1, \"b\": [], \"c\": 4}");
    ck_assert(source_open(&source, "f.json", &diags));
    reader_patch(&r, 15, 1, 23);
    reader_origin(&r, &source, 0, 22);
    reader_complain(&r, DIAG_ERROR, 6, 1, NULL, "one");
    reader_complain(&r, DIAG_ERROR, 23, 1, NULL, "two");
    ck_assert_str_eq(diags.list[0].excerpt, "{\"a\": 1, \"b\": [1, 2, 3], \"c\": 4} behind");
    ck_assert_uint_eq(diags.list[0].excerpt_column, 7);
    ck_assert_str_eq(diags.list[1].excerpt, "], \"c\": 4} behind");
    ck_assert_uint_eq(diags.list[1].excerpt_column, 9);
    ck_assert_str_eq(told(1), "1:31+1 two");
    source_close(&source);
    folder_leave();
    end();
}
END_TEST

UNIT("reader", each_mistake_in_words, nul_bytes, the_first_syntax_error_ends_it, a_wrong_type_can_be_mended,
     what_a_wrong_value_is_called, keys_twice_and_too_long_are_told_and_passed_over, values_as_spelled,
     what_nobody_reads_is_passed_over_in_full, a_text_read_before_is_not_searched_for_keys_twice, many_keys,
     many_mistakes, depth, places, patches, excerpts, the_short_way, keys_the_short_way, excerpts_go_on_in_the_source,
     a_comma_for_a_point_changes_nothing);
