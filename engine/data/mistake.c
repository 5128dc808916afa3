/* mistake.c: see mistake.h. Where a mistake has a usual cause, the message names it and the hint mends it. */
#include "data/mistake.h"
#include "data/bytes.h"
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define SHOWN 40 /* bytes of a value that a message repeats */
#define GOT 96   /* room for it and the words around it */

/* --- Helpers --- */

static bool fail(struct reader *r, const char *p, size_t length, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

static bool fail(struct reader *r, const char *p, size_t length, const char *hint, const char *format, ...)
{
    char message[DIAG_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    if (vsnprintf(message, sizeof message, format, arguments) < 0) message[0] = '\0';
    va_end(arguments);
    reader_complain(r, DIAG_ERROR, (uint32_t)(p - r->text), length ? (uint32_t)length : 1, hint, "%s", message);
    r->failed = true;
    r->wrong = (uint32_t)(p - r->text);
    r->pending = false;
    r->depth = 0; /* so that no walk goes on */
    r->at = r->end;
    return false;
}

static uint64_t line_of(struct reader *r, const char *p) { return reader_place(r, (uint32_t)(p - r->text), 1).line; }

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
static bool in_word(char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '+'; }

/* A run of characters that one would take for one word or number. */
static size_t word_length(const char *p)
{
    size_t n = 0;
    while (in_word(p[n])) n++;
    return n;
}

static size_t word_same(const char *p, const char *word) /* whatever the case; 0: no */
{
    size_t n = strlen(word);
    if (word_length(p) != n) return 0;
    for (size_t i = 0; i < n; i++)
        if ((p[i] | 0x20) != (word[i] | 0x20)) return 0;
    return n;
}

static int cut(const char *p, size_t n) /* at a character */
{
    if (n < SHOWN) return (int)n;
    for (n = SHOWN; n > SHOWN - 4 && ((unsigned char)p[n] & 0xc0) == 0x80;) n--;
    return (int)n;
}
static const char *dots(size_t n) { return n < SHOWN ? "" : "…"; }

static size_t string_length(const struct reader *r, const char *p) /* between the quotes, as far as its line goes */
{
    const char *q = p + 1;
    while (q < r->end && *q != '"' && *q != '\n') q += *q == '\\' && q + 1 < r->end ? 2 : 1;
    return (size_t)((q < r->end ? q : r->end) - p - 1);
}

/* What stands at p, in words. */
static const char *got(const struct reader *r, const char *p, char text[GOT])
{
    size_t n = word_length(p);
    if (p == r->end) return "the end of the text";
    if (*p == '{') return "an object";
    if (*p == '[') return "an array";
    if (*p == '\0') return "a NUL byte";
    if (*p == '"') {
        n = string_length(r, p);
        snprintf(text, GOT, "the string \"%.*s%s\"", cut(p + 1, n), p + 1, dots(n));
    } else if (n && (is_digit(*p) || *p == '-'))
        snprintf(text, GOT, "the number %.*s%s", cut(p, n), p, dots(n));
    else if (n)
        snprintf(text, GOT, "%.*s%s", cut(p, n), p, dots(n));
    else if ((unsigned char)*p >= 0x80 && !bytes_character(p, r->end))
        snprintf(text, GOT, "the byte 0x%02X, which is no UTF-8", (unsigned char)*p);
    else if ((unsigned char)*p < ' ' || *p == 0x7f)
        snprintf(text, GOT, "the control character U+%04X", (unsigned char)*p);
    else
        snprintf(text, GOT, "\"%.*s\"", (int)bytes_character(p, r->end), p);
    return text;
}

/* --- What can go wrong anywhere --- */

/* The place is behind the last thing that is there, rather than behind the last newline. */
static bool at_end(struct reader *r)
{
    const struct reader_level *level = &r->levels[r->depth]; /* level 0 is never looked at */
    const char *last = r->end;
    while (last > r->text && strchr(" \t\r\n", last[-1]) && last[-1]) last--;
    if (r->depth == 0)
        fail(r, last, 1, NULL, "the text ends where a value should come");
    else {
        unsigned long long line = line_of(r, level->open);
        fail(r, last, 1, level->array ? "close it with \"]\"" : "close it with \"}\"",
             "the text ends inside the %s that began at line %llu", level->array ? "array" : "object", line);
    }
    r->wrong = (uint32_t)(r->end - r->text);
    return false;
}

static bool bad_byte(struct reader *r, const char *p)
{
    struct place at = reader_place(r, (uint32_t)(p - r->text), 1);
    return fail(r, p, 1,
                "the file must be UTF-8; if it is Windows-1252 or Latin-1: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW",
                "the byte 0x%02X at column %u is no UTF-8", (unsigned char)*p, at.column);
}

static bool is_here(const char *p, const char *bytes) { return strncmp(p, bytes, strlen(bytes)) == 0; }

/* What belongs nowhere outside of strings. True: it was that, and is told. */
static bool told_stray(struct reader *r, const char *p)
{
    if (p == r->end)
        at_end(r);
    else if (*p == '/' || *p == '#')
        fail(r, p, 1 + (p[1] == '/' || p[1] == '*'), "leave it out, or put it into a \"note\", or below \"x\"",
             "JSON has no comments");
    else if (*p == '\'')
        fail(r, p, 1, "write \" instead of '", "a string must stand in double quotes, not in single ones");
    else if (is_here(p, "\xe2\x80\x9c") || is_here(p, "\xe2\x80\x9d") || is_here(p, "\xe2\x80\x98") ||
             is_here(p, "\xe2\x80\x99"))
        fail(r, p, 3, "write the straight quote \"; word processors bend it",
             "a string must stand in straight double quotes, not in bent ones");
    else if (is_here(p, "\xef\xbb\xbf"))
        fail(r, p, 3, "save as UTF-8 without BOM, or: sed -i 's/^\\xEF\\xBB\\xBF//' FILE",
             "a byte order mark (EF BB BF) stands here");
    else if (is_here(p, "\xc2\xa0"))
        fail(r, p, 2, "replace it by a plain space", "a non-breaking space (U+00A0) is no white space in JSON");
    else if (*p == '\0')
        fail(r, p, 1, "the file may be UTF-16 or no text at all; it must be UTF-8", "a NUL byte stands here");
    else if ((unsigned char)*p >= 0x80 && !bytes_character(p, r->end))
        bad_byte(r, p);
    else
        return false;
    return true;
}

/* --- Values --- */

static const char not_known[] = "where a value is not known, say so: {\"missing\": \"not-collected\"}";

static bool no_number(struct reader *r, const char *p, size_t n, const char *name)
{
    return fail(r, p, n, not_known, "%s is no number in JSON", name);
}

static const char *word_hint(const char *p, size_t n, char hint[GOT])
{
    static const struct str right[] = {{"true", 4}, {"false", 5}, {"null", 4}};
    char small[8];
    if (n == 3 && word_same(p, "yes")) return "write true";
    if (n == 2 && word_same(p, "no")) return "write false";
    if (word_same(p, "none") || word_same(p, "nil") || word_same(p, "undefined") || word_same(p, "null"))
        return not_known;
    for (size_t i = 0; i < n && i < sizeof small; i++) small[i] = (char)(p[i] | 0x20);
    int near = n < sizeof small ? str_nearest((struct str){small, n}, right, 3) : -1;
    if (near >= 0)
        snprintf(hint, GOT, "write %s", right[near].s);
    else
        snprintf(hint, GOT, "a text stands in double quotes: \"%.*s%s\"", cut(p, n), p, dots(n));
    return hint;
}

bool mistake_word(struct reader *r, const char *p)
{
    char hint[GOT];
    size_t n = word_length(p);
    const char *digits = p + (*p == '-' || *p == '+');
    if (word_same(digits, "nan")) return no_number(r, p, n, "NaN");
    if (word_same(digits, "inf") || word_same(digits, "infinity"))
        return no_number(r, p, n, *p == '-' ? "-Infinity" : "Infinity");
    return fail(r, p, n, word_hint(p, n, hint), "the bare word %.*s%s is no value", cut(p, n), p, dots(n));
}

bool mistake_value(struct reader *r, const char *p)
{
    char text[GOT];
    const char *where = r->depth == 0 ? "" : r->levels[r->depth].array ? " in the array" : " after the colon";
    if (told_stray(r, p)) return false;
    if (is_letter(*p) || (*p == '+' && is_letter(p[1]))) return mistake_word(r, p);
    if (*p == '+') return fail(r, p, word_length(p), "leave the plus sign out", "a number must not begin with \"+\"");
    if (*p == '.')
        return fail(r, p, word_length(p), "write 0 before the point", "a number must have a digit before the point");
    if (*p == ',' && r->depth && r->levels[r->depth].array)
        return fail(r, p, 1, "remove the comma, or write the value", "a value is missing before the comma");
    if (*p == ',' || *p == '}' || *p == ']') return fail(r, p, 1, NULL, "a value is missing before \"%c\"", *p);
    return fail(r, p, 1, NULL, "a value must come here%s, got %s", where, got(r, p, text));
}

bool mistake_number(struct reader *r, const struct numeral *n)
{
    const char *p = n->start, *at = n->end;
    size_t length = word_length(p);
    const char *digits = p + n->negative;
    const char *plain = digits;
    while (*plain == '0' && is_digit(plain[1])) plain++;
    if (length == 0) length = 1;
    if (is_letter(*digits)) return mistake_word(r, p);
    if (plain != digits) {
        char hint[GOT];
        snprintf(hint, sizeof hint, "write %s%.*s", n->negative ? "-" : "", cut(plain, word_length(plain)), plain);
        return fail(r, p, length, hint, "a number must not begin with zeros, got %.*s%s", cut(p, length), p,
                    dots(length));
    }
    if (!is_digit(*digits))
        return fail(r, p, length, *digits == '.' ? "write 0 before the point" : NULL,
                    "a digit must follow the minus sign");
    if (at > p && at[-1] == '.')
        return fail(r, p, length, "leave the point out, or write a digit after it", "a digit must follow the point");
    if (!is_digit(at[-1])) return fail(r, p, length, NULL, "a digit must follow the exponent's \"%c\"", at[-1]);
    length = (size_t)(at - p);
    return fail(r, p, length, "numbers go up to about 1.8e308", "the number %.*s%s is too large", cut(p, length), p,
                dots(length));
}

/* --- Strings --- */

static bool bad_escape(struct reader *r, const char *p)
{
    static const char escapes[] =
        "a backslash itself is written \\\\; known are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX";
    char text[GOT];
    const char *q = p + 2;
    if (p + 1 == r->end) return fail(r, r->end, 1, NULL, "the text ends inside an escape");
    size_t n = bytes_character(p + 1, r->end);
    if (p[1] != 'u' && n && (unsigned char)p[1] > ' ')
        return fail(r, p, 1 + n, escapes, "\\%.*s is no escape in JSON", (int)n, p + 1);
    if (p[1] != 'u')
        return fail(r, p, 1, escapes, "a backslash before %s is no escape in JSON",
                    *got(r, p + 1, text) == '"' ? "a space" : got(r, p + 1, text));
    while (q < p + 6 && (is_digit(*q) || ((*q | 0x20) >= 'a' && (*q | 0x20) <= 'f'))) q++;
    if (q < p + 6) return fail(r, p, (size_t)(q - p), NULL, "four hexadecimal digits must follow \\u");
    if (strncmp(p + 2, "0000", 4) == 0) return fail(r, p, 6, "leave it out", "\\u0000 (NUL) is not allowed in a text");
    bool low = (p[3] | 0x20) >= 'c' && !is_digit(p[3]);
    return fail(r, p, 6, "beyond U+FFFF two escapes make one character, \\uD83D\\uDE00; or write the character itself",
                low ? "%.6s is the second half of a character, without a first before it"
                    : "%.6s is the first half of a character, without a second after it",
                p);
}

bool mistake_string(struct reader *r, const char *open, const char *p)
{
    static const char *const names[] = {['\b'] = "\\b", ['\t'] = "\\t", ['\f'] = "\\f"};
    if (p == r->end)
        return fail(r, p, 1, "is its closing quote missing?", "the text ends inside a string that began at line %llu",
                    (unsigned long long)line_of(r, open));
    if (*p == '\\') return bad_escape(r, p);
    if ((unsigned char)*p >= 0x80) return bad_byte(r, p);
    if (*p == '\n' || *p == '\r')
        return fail(r, p, 1, "is its closing quote missing? A line break in a text is written \\n",
                    "a line ends inside a string");
    if (*p == '\0')
        return fail(r, p, 1, "leave it out; the file may be no text at all", "a NUL byte stands in a string");
    char hint[48];
    size_t c = (unsigned char)*p;
    if (c < sizeof names / sizeof *names && names[c])
        snprintf(hint, sizeof hint, "write %s", names[c]);
    else
        snprintf(hint, sizeof hint, "write \\u%04X, or leave it out", (unsigned)c);
    return fail(r, p, 1, hint,
                c == '\t' ? "a tab (U+%04X) stands in a string" : "a control character (U+%04X) stands in a string",
                (unsigned)c);
}

/* --- Objects and arrays --- */

bool mistake_key(struct reader *r, const char *p)
{
    char text[GOT];
    if (told_stray(r, p)) return false;
    if (is_letter(*p)) {
        size_t n = word_length(p);
        snprintf(text, sizeof text, "write \"%.*s%s\"", cut(p, n), p, dots(n));
        return fail(r, p, n, text, "a key must stand in double quotes");
    }
    if (*p == ',') return fail(r, p, 1, "remove it", "a comma stands where a key should come");
    if (*p == ']') return fail(r, p, 1, "close the object with \"}\"", "an object is closed by \"]\"");
    return fail(r, p, 1, NULL, "a key must come here, a string in double quotes; got %s", got(r, p, text));
}

bool mistake_colon(struct reader *r, const char *p)
{
    char text[GOT];
    if (p == r->end) return at_end(r);
    if (*p == '=') return fail(r, p, 1, "write \":\" instead", "a colon must follow the key, got \"=\"");
    return fail(r, p, 1, NULL, "a colon must follow the key, got %s", got(r, p, text));
}

/* A word or number before p that runs into p: 012, 1.2.3, truely. */
static bool told_run_on(struct reader *r, const char *p)
{
    const char *start = p;
    struct numeral n;
    while (start > r->text && in_word(start[-1])) start--;
    if (start == p || !in_word(*p)) return false;
    size_t length = word_length(start);
    if (is_letter(*start)) return mistake_word(r, start), true;
    if (!numeral_scan(start, &n)) return mistake_number(r, &n), true;
    return fail(r, start, length, "a text stands in double quotes", "%.*s%s is no number in JSON", cut(start, length),
                start, dots(length)),
           true;
}

static bool wrong_close(struct reader *r, const char *p, const struct reader_level *level)
{
    uint64_t line = line_of(r, level->open);
    return fail(r, p, 1, level->array ? "close it with \"]\"" : "close it with \"}\"",
                "the %s that began at line %llu is closed by \"%c\"", level->array ? "array" : "object",
                (unsigned long long)line, *p);
}

bool mistake_comma(struct reader *r, const char *p)
{
    char text[GOT];
    const struct reader_level *level = &r->levels[r->depth];
    const char *what = level->array ? "value" : "member";
    if (told_run_on(r, p) || told_stray(r, p)) return false;
    if (r->fresh && !level->array) return mistake_key(r, p);
    if (*p == ']' || *p == '}') return wrong_close(r, p, level);
    if (*p == '%')
        return fail(r, p, 1, "write the share as a fraction of one: 0.12, not 12%", "a number has no unit, got \"%%\"");
    if (*p == '"' || *p == '{' || *p == '[' || is_digit(*p) || *p == '-' || is_letter(*p))
        return fail(r, p, 1, "put a comma after the one before", "a comma is missing before this %s, %s", what,
                    got(r, p, text));
    return fail(r, p, 1, NULL, "a comma or \"%c\" must come here, got %s", level->array ? ']' : '}', got(r, p, text));
}

bool mistake_trailing(struct reader *r, const char *comma)
{
    return fail(r, comma, 1, "remove it", "a comma stands after the last %s",
                r->levels[r->depth].array ? "value of an array" : "member of an object");
}

bool mistake_after(struct reader *r, const char *p)
{
    char text[GOT];
    if (told_run_on(r, p) || told_stray(r, p)) return false;
    if (*p == '}' || *p == ']') return fail(r, p, 1, "remove it", "a \"%c\" too many", *p);
    return fail(r, p, 1, NULL, "nothing may follow %s, got %s", r->noun, got(r, p, text));
}

bool mistake_depth(struct reader *r, const char *p)
{
    return fail(r, p, 1, NULL, "objects and arrays are nested more than %d deep", READER_DEPTH);
}

/* --- Told, and gone on after --- */

bool mistake_long_key(struct reader *r, const char *open, const char *close)
{
    reader_complain(r, DIAG_ERROR, (uint32_t)(open - r->text), (uint32_t)(close - open) + 1, NULL,
                    "a key of %llu bytes; up to %d are allowed", (unsigned long long)(close - open - 1), READER_KEY);
    return false;
}

bool mistake_twice(struct reader *r, const struct reader_name *name, const char *earlier)
{
    char hint[64] = "";
    struct str key = name->key;
    if (!r->diags || r->diags->count >= r->diags->limit)
        return reader_complain(r, DIAG_ERROR, 0, 1, NULL, "a key stands twice"), false;
    if (earlier >= r->text && earlier < r->end) { /* else it was spelled with escapes, and its place is gone */
        struct place first = reader_place(r, (uint32_t)(earlier - 1 - r->text), 1);
        snprintf(hint, sizeof hint, "the first stands at line %llu, column %u", (unsigned long long)first.line,
                 first.column);
    }
    reader_complain(r, DIAG_ERROR, (uint32_t)(name->open - r->text), (uint32_t)(name->close - name->open) + 1,
                    *hint ? hint : NULL, "the key \"%.*s%s\" stands twice in this object", cut(key.s, key.n), key.s,
                    dots(key.n));
    return false;
}

/* The key of the member whose value starts at `value`. */
static struct str key_of(const struct reader *r, const char *value)
{
    struct reader small;
    struct str key = {"", 0};
    uint32_t length, at = reader_key_place(r, (uint32_t)(value - r->text), &length);
    reader_init(&small, r->file, r->text + at, length, 1, 1, r->arena, NULL);
    reader_borrow(&small, &key);
    return key;
}

/* The value that comes next, as one would call it: "margin", an element of "findings". */
static const char *name(const struct reader *r, char text[GOT])
{
    uint32_t depth = r->depth;
    const char *value = r->at;
    while (depth && r->levels[depth].array) value = r->levels[depth--].open;
    const char *within = depth < r->depth ? "an element of " : "";
    if (depth == 0) {
        snprintf(text, GOT, "%s%s", within, r->noun);
        return text;
    }
    struct str key = key_of(r, value);
    snprintf(text, GOT, "%s\"%.*s%s\"", within, cut(key.s, key.n), key.s, dots(key.n));
    return text;
}

/* "1.9%" for a number: 0.019. "1,234": 1234. "12": 12. */
static bool number_hint(struct str s, char hint[GOT])
{
    char plain[SHOWN + 1];
    size_t n = 0;
    struct numeral numeral;
    bool percent = s.n && s.s[s.n - 1] == '%';
    for (size_t i = 0; i < s.n - percent && n < SHOWN; i++)
        if (s.s[i] != ',' && s.s[i] != ' ') plain[n++] = s.s[i];
    plain[n] = '\0';
    if (!numeral_scan(plain, &numeral) || *numeral.end) return false;
    if (!percent) return snprintf(hint, GOT, "write %s, without the quotes", plain), true;
    struct buf share;
    buf_init(&share);
    numeral.exponent -= 2;
    numeral.whole = false;
    buf_double(&share, numeral_value(&numeral));
    snprintf(hint, GOT, "write %s; proportions are fractions of one", buf_text(&share));
    buf_done(&share);
    return true;
}

static const char *type_hint(const struct reader *r, const char *p, enum json_type wanted, char hint[GOT])
{
    if (*p == 'n') return "null says nothing: leave the key out, or say what is missing where that is allowed";
    if (wanted == JSON_STRING_ && (is_digit(*p) || *p == '-')) {
        size_t n = word_length(p);
        snprintf(hint, GOT, "write \"%.*s\", in quotes", cut(p, n), p);
        return n < SHOWN ? hint : NULL;
    }
    if (*p != '"') return NULL;
    struct str s = {p + 1, string_length(r, p)};
    if (wanted == JSON_NUMBER_ && s.n < SHOWN && number_hint(s, hint)) return hint;
    if (wanted == JSON_TRUE_ && (str_is(s, "true") || str_is(s, "yes"))) return "write true, without the quotes";
    if (wanted == JSON_TRUE_ && (str_is(s, "false") || str_is(s, "no"))) return "write false, without the quotes";
    return NULL;
}

bool mistake_type(struct reader *r, enum json_type wanted)
{
    static const char *const words[] = {
        [JSON_OBJECT_] = "an object", [JSON_ARRAY_] = "an array",     [JSON_STRING_] = "a string",
        [JSON_NUMBER_] = "a number",  [JSON_TRUE_] = "true or false", [JSON_NULL_] = "null",
    };
    char called[GOT], text[GOT], hint[GOT];
    if (!r->pending || !r->diags) return false;
    const char *p = r->at;
    reader_complain(r, DIAG_ERROR, (uint32_t)(p - r->text), 0, type_hint(r, p, wanted, hint), "%s must be %s, got %s",
                    name(r, called), words[wanted], got(r, p, text));
    return false;
}

bool mistake_whole(struct reader *r, const struct numeral *n)
{
    char called[GOT];
    size_t length = (size_t)(n->end - n->start);
    reader_complain(r, DIAG_ERROR, (uint32_t)(n->start - r->text), (uint32_t)length,
                    "up to there every whole number is kept exactly; an identifier is better a string",
                    "%s must be a whole number within ±9007199254740992, got %.*s%s", name(r, called),
                    cut(n->start, length), n->start, dots(length));
    return false;
}
