/* field.c: one value of a dataset, or what is wrong with it. */
#include "data/intake.h"
#include <math.h>
#include <stdio.h>

#define EXACT 9007199254740992.0 /* 2^53: past it a double cannot hold every whole number */

#define FIRST ID_BYTE | ID_FIRST
const unsigned char id_bytes[256] = {
    ['0'] = ID_BYTE, ['1'] = ID_BYTE, ['2'] = ID_BYTE, ['3'] = ID_BYTE, ['4'] = ID_BYTE, ['5'] = ID_BYTE,
    ['6'] = ID_BYTE, ['7'] = ID_BYTE, ['8'] = ID_BYTE, ['9'] = ID_BYTE, ['_'] = ID_BYTE, ['-'] = ID_BYTE,
    ['a'] = FIRST,   ['b'] = FIRST,   ['c'] = FIRST,   ['d'] = FIRST,   ['e'] = FIRST,   ['f'] = FIRST,
    ['g'] = FIRST,   ['h'] = FIRST,   ['i'] = FIRST,   ['j'] = FIRST,   ['k'] = FIRST,   ['l'] = FIRST,
    ['m'] = FIRST,   ['n'] = FIRST,   ['o'] = FIRST,   ['p'] = FIRST,   ['q'] = FIRST,   ['r'] = FIRST,
    ['s'] = FIRST,   ['t'] = FIRST,   ['u'] = FIRST,   ['v'] = FIRST,   ['w'] = FIRST,   ['x'] = FIRST,
    ['y'] = FIRST,   ['z'] = FIRST,
};

/* What stands there, for "…, got X". */
static struct str got(struct intake *in, enum json_type type, struct hint *words)
{
    struct str text = {"", 0};
    struct number n;
    switch (type) {
    case JSON_STRING_:
        reader_string(&in->reader, &text);
        snprintf(words->text, sizeof words->text, "the string %s", quote_str(text).text);
        return text;
    case JSON_NUMBER_:
        if (reader_number(&in->reader, &n)) text = n.spelled;
        snprintf(words->text, sizeof words->text, "the number %.60s", text.s);
        return text;
    case JSON_OBJECT_: snprintf(words->text, sizeof words->text, "an object"); break;
    case JSON_ARRAY_: snprintf(words->text, sizeof words->text, "an array"); break;
    case JSON_TRUE_: snprintf(words->text, sizeof words->text, "true"); break;
    case JSON_FALSE_: snprintf(words->text, sizeof words->text, "false"); break;
    default: snprintf(words->text, sizeof words->text, "null"); break;
    }
    return text;
}

/* "\"margin\"", or "each of \"against\"". */
static struct quote subject(const struct intake *in)
{
    struct quote q = quote_str(in->key);
    if (in->each) snprintf(q.text, sizeof q.text, "each of %.80s", quote_str(in->key).text);
    return q;
}

static bool refuse_type(struct intake *in, enum wanted wanted, const char *expected, const char *example)
{
    enum json_type type = reader_peek(&in->reader);
    if (type == JSON_NONE_) return false; /* the reader told why */
    struct hint words;
    uint32_t at = reader_offset(&in->reader);
    struct str text = got(in, type, &words);
    if (in->reader.failed) return false;
    struct hint hint = mend_type(wanted, type, text);
    const char *mend = type == JSON_NULL_ ? in->null_hint : example ? example : hint.text;
    tell_error(in, at, 0, mend, "%s must be %s, got %s", subject(in).text, expected, words.text);
    return false;
}

bool want_type(struct intake *in, enum json_type type, enum wanted wanted, const char *expected)
{
    return reader_peek(&in->reader) == type || refuse_type(in, wanted, expected, NULL);
}

bool want_shape(struct intake *in, const char *expected, const char *example)
{
    return reader_peek(&in->reader) == JSON_OBJECT_ || refuse_type(in, WANTED_OBJECT, expected, example);
}

/* A string, kept in the arena. */
static bool text_of(struct intake *in, struct str *out, enum wanted wanted, const char *expected, uint32_t *at)
{
    if (!in->quiet && !want_type(in, JSON_STRING_, wanted, expected)) return false;
    *at = here(in);
    bool good = reader_string(&in->reader, out);
    in->wrong |= !good;
    return good;
}

bool want_word_of(struct intake *in, struct str *out, enum wanted wanted, const char *expected, uint32_t *at)
{
    if (!in->quiet && !want_type(in, JSON_STRING_, wanted, expected)) return false;
    *at = here(in);
    bool good = reader_borrow(&in->reader, out);
    in->wrong |= !good;
    return good;
}

bool want_text_any(struct intake *in, struct str *out)
{
    uint32_t at;
    struct str s;
    if (!text_of(in, &s, WANTED_TEXT, "a string", &at)) return false;
    if (s.n == 0) {
        tell_error(in, at, 0, "write something, or leave the key out", "%s is empty", subject(in).text);
        return false;
    }
    *out = s;
    return true;
}

bool want_id_any(struct intake *in, struct str *out)
{
    uint32_t at;
    if (!text_of(in, out, WANTED_ID, "an id", &at)) return false;
    if (in->quiet || str_is_id(*out)) return true;
    tell_error(in, at, 0, mend_id(*out).text, "%s must be an id, got %s", subject(in).text, quote_str(*out).text);
    return false;
}

bool want_flag(struct intake *in, bool *out)
{
    enum json_type type = reader_peek(&in->reader);
    if (type == JSON_TRUE_ || type == JSON_FALSE_) return reader_bool(&in->reader, out);
    return refuse_type(in, WANTED_FLAG, "true or false", NULL);
}

/* The number that comes, spelled as in the file. A whole one beyond 2^53 is refused by the reader. Quiet: the reader
 * alone looks at the type. */
static bool number_of(struct intake *in, struct number *out, enum wanted wanted, const char *expected, uint32_t *at)
{
    if (!in->quiet && !want_type(in, JSON_NUMBER_, wanted, expected)) return false;
    *at = here(in);
    bool good = reader_number(&in->reader, out);
    in->wrong |= !good;
    return good;
}

bool want_number_any(struct intake *in, struct number *out)
{
    uint32_t at;
    return number_of(in, out, WANTED_NUMBER, "a number", &at);
}

bool want_share(struct intake *in, struct number *out)
{
    struct number n;
    uint32_t at;
    if (!number_of(in, &n, WANTED_SHARE, "a number", &at)) return false;
    if (n.value < 0 || n.value > 1) {
        tell_error(in, at, 0, mend_share(n.spelled).text, "%s must be a proportion from 0 to 1, got %.60s",
                   subject(in).text, n.spelled.s);
        return false;
    }
    *out = n;
    return true;
}

bool want_count_any(struct intake *in, uint64_t least, uint64_t *out)
{
    struct number n;
    uint32_t at;
    if (!number_of(in, &n, WANTED_COUNT, "a whole number", &at)) return false;
    if (n.value != floor(n.value) || n.value < (double)least || n.value > EXACT) {
        tell_error(in, at, 0, NULL, "%s must be a whole number from %llu to 2^53, got %.60s", subject(in).text,
                   (unsigned long long)least, n.spelled.s);
        return false;
    }
    *out = (uint64_t)n.value;
    return true;
}

bool want_date(struct intake *in, struct date *out)
{
    uint32_t at;
    struct str s;
    if (!text_of(in, &s, WANTED_DATE, "a date", &at)) return false;
    if (date_parse(s, out)) return true;
    tell_error(in, at, 0, mend_date(s).text, "%s must be a date that exists, got %s", subject(in).text,
               quote_str(s).text);
    return false;
}

bool want_missing(struct intake *in, uint8_t *out)
{
    static const struct str words[] = {KEY("not-collected"),  KEY("not-supplied"), KEY("unreadable"),
                                       KEY("not-applicable"), KEY("predates"),     KEY("abolished")};
    int i = want_word(in, words, sizeof words / sizeof *words);
    if (i >= 0) *out = (uint8_t)(PEEL_NOT_COLLECTED + i);
    return i >= 0;
}

/* "one of "higher", "lower", "neither"". */
static void choices(const struct str *words, size_t count, char *out, size_t room)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < count && n < room; i++)
        n += (size_t)snprintf(out + n, room - n, "%s%s", i ? ", " : "", quote_str(words[i]).text);
}

int want_word_any(struct intake *in, const struct str *words, size_t count)
{
    uint32_t at;
    struct str s;
    if (!want_word_of(in, &s, WANTED_TEXT, "a string", &at)) return -1;
    for (size_t i = 0; i < count; i++)
        if (same(s, words[i])) return (int)i;
    char all[DIAG_HINT];
    choices(words, count, all, sizeof all);
    int near = tell_worth(in) ? str_nearest(s, words, count) : -1;
    struct str none = {NULL, 0};
    tell_error(in, at, 0, hint_nearest(near < 0 ? none : words[near], "write one of %s", all).text, "%s cannot be %s",
               subject(in).text, quote_str(s).text);
    return -1;
}

int want_grade(struct intake *in)
{
    uint32_t at;
    struct str s, none = {NULL, 0};
    const struct dataset *d = in->dataset;
    if (!want_word_of(in, &s, WANTED_TEXT, "a grade", &at)) return -1;
    for (size_t i = 0; i < d->scale_count; i++)
        if (str_eq(s, d->scale[i])) return (int)i;
    if (in->doubt->scale || (d->scale_count == 0 && in->scale_told)) {
        in->wrong = true;
        return -1;
    }
    if (d->scale_count == 0) {
        in->scale_told = true;
        tell_error(in, at, 0, "declare it in the header, worst first: \"scale\": [\"inadequate\", …]",
                   "the dataset has no \"scale\" to which the grade %s could belong", quote_str(s).text);
        return -1;
    }
    char all[DIAG_HINT];
    choices(d->scale, d->scale_count, all, sizeof all);
    int near = tell_worth(in) ? str_nearest(s, d->scale, d->scale_count) : -1;
    tell_error(in, at, 0, hint_nearest(near < 0 ? none : d->scale[near], "the grades are %s", all).text,
               "the scale has no grade %s", quote_str(s).text);
    return -1;
}
