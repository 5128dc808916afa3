/* reader.c: the grammar, and nothing else: places are counted in place.c, mistakes are put into words in mistake.c,
 * strings are walked in bytes.c, numbers in numeral.c, keys that stand twice are found in keys.c. The steps that the
 * short way takes too are in quick.h. */
#include "data/reader.h"
#include "data/mistake.h"
#include "data/quick.h"

#define LIKELY(x) __builtin_expect(!!(x), 1)

static const unsigned char types[256] = {
    ['{'] = JSON_OBJECT_, ['['] = JSON_ARRAY_,  ['"'] = JSON_STRING_, ['-'] = JSON_NUMBER_, ['0'] = JSON_NUMBER_,
    ['1'] = JSON_NUMBER_, ['2'] = JSON_NUMBER_, ['3'] = JSON_NUMBER_, ['4'] = JSON_NUMBER_, ['5'] = JSON_NUMBER_,
    ['6'] = JSON_NUMBER_, ['7'] = JSON_NUMBER_, ['8'] = JSON_NUMBER_, ['9'] = JSON_NUMBER_, ['t'] = JSON_TRUE_,
    ['f'] = JSON_FALSE_,  ['n'] = JSON_NULL_,
};

void reader_init(struct reader *r, const char *file, const char *text, size_t length, uint64_t line, uint32_t column,
                 struct arena *arena, struct diags *diags)
{
    r->text = r->at = text;
    r->end = text + length;
    r->file = file;
    r->source = NULL;
    r->noun = "the value";
    r->line = r->known.line = line;
    r->column = column;
    r->known.column = column;
    r->known.offset = 0;
    r->patch.offset = UINT32_MAX;
    r->arena = arena;
    r->diags = diags;
    r->failed = false;
    r->pending = true;
    r->fresh = false;
    r->depth = 0;
    keys_init(&r->keys, arena);
}

/* --- Strings --- */

static int hex4(const char *p)
{
    int value = 0;
    for (int i = 0; i < 4; i++) {
        int c = p[i] | 0x20;
        if (p[i] >= '0' && p[i] <= '9')
            value = value * 16 + p[i] - '0';
        else if (c >= 'a' && c <= 'f')
            value = value * 16 + c - 'a' + 10;
        else
            return -1;
    }
    return value;
}

static bool is_high(int unit) { return unit >= 0xd800 && unit < 0xdc00; }
static bool is_low(int unit) { return unit >= 0xdc00 && unit < 0xe000; }

/* The length of the escape at p; 0: it is none. The '\0' at the end stops it in time. */
static size_t escape_length(const char *p)
{
    if (p[1] != 'u') return p[1] && strchr("\"\\/bfnrt", p[1]) ? 2 : 0;
    int unit = hex4(p + 2);
    if (unit <= 0 || is_low(unit)) return 0;
    if (!is_high(unit)) return 6;
    return p[6] == '\\' && p[7] == 'u' && is_low(hex4(p + 8)) ? 12 : 0;
}

/* From p, where something is not plain, to the closing quote; NULL when there is none, or the string is bad. */
static const char *closing_from(struct reader *r, const char *open, const char *p, bool *escapes)
{
    for (;;) {
        if (*p == '"') return p;
        size_t length = 0;
        if (*p == '\\') {
            *escapes = true;
            length = escape_length(p);
        } else if ((unsigned char)*p >= 0x80)
            length = bytes_character(p, r->end);
        if (length == 0) return mistake_string(r, open, p), NULL;
        p = bytes_plain(p + length, r->end);
    }
}

/* The closing quote of the string whose opening one stands at `open`. */
static inline const char *closing(struct reader *r, const char *open, bool *escapes)
{
    const char *p = bytes_plain(open + 1, r->end);
    *escapes = false;
    return LIKELY(*p == '"') ? p : closing_from(r, open, p, escapes);
}

static char *put_utf8(char *to, int c)
{
    if (c < 0x80)
        *to++ = (char)c;
    else if (c < 0x800) {
        *to++ = (char)(0xc0 | c >> 6);
        *to++ = (char)(0x80 | (c & 0x3f));
    } else {
        if (c < 0x10000)
            *to++ = (char)(0xe0 | c >> 12);
        else {
            *to++ = (char)(0xf0 | c >> 18);
            *to++ = (char)(0x80 | (c >> 12 & 0x3f));
        }
        *to++ = (char)(0x80 | (c >> 6 & 0x3f));
        *to++ = (char)(0x80 | (c & 0x3f));
    }
    return to;
}

/* The character that a good escape at *p stands for; *p goes past it. */
static int unescape(const char **p)
{
    static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
    char c = (*p)[1];
    if (c != 'u') {
        const char *at = strchr(from, c);
        *p += 2;
        return at ? to[at - from] : c;
    }
    int unit = hex4(*p + 2);
    *p += 6;
    if (!is_high(unit)) return unit;
    int low = hex4(*p + 2);
    *p += 6;
    return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
}

/* The text between the quotes, whose escapes are known to be good. */
static struct str decoded(struct reader *r, const char *p, const char *end)
{
    char *start = arena_alloc(r->arena, (size_t)(end - p) + 1), *to = start;
    while (p < end) {
        const char *backslash = memchr(p, '\\', (size_t)(end - p));
        size_t n = (size_t)((backslash ? backslash : end) - p);
        memcpy(to, p, n);
        to += n;
        p += n;
        if (backslash) to = put_utf8(to, unescape(&p));
    }
    *to = '\0';
    return (struct str){start, (size_t)(to - start)};
}

/* --- Values --- */

static inline enum json_type peek(struct reader *r)
{
    if (!LIKELY(r->pending)) return JSON_NONE_;
    r->at = quick_space(r, r->at);
    enum json_type type = types[(unsigned char)*r->at];
    if (!LIKELY(type)) mistake_value(r, r->at);
    return type;
}

enum json_type reader_peek(struct reader *r) { return peek(r); }

uint32_t reader_offset(struct reader *r)
{
    if (!r->failed) r->at = quick_space(r, r->at);
    return (uint32_t)(r->at - r->text);
}

bool reader_borrow(struct reader *r, struct str *s)
{
    if (peek(r) != JSON_STRING_) return mistake_type(r, JSON_STRING_);
    bool escapes;
    const char *open = r->at, *close = closing(r, open, &escapes);
    if (!close) return false;
    quick_passed(r, close + 1);
    *s = escapes ? decoded(r, open + 1, close) : (struct str){open + 1, (size_t)(close - open - 1)};
    return true;
}

bool reader_string(struct reader *r, struct str *s)
{
    if (peek(r) != JSON_STRING_) return mistake_type(r, JSON_STRING_);
    bool escapes;
    const char *open = r->at, *close = closing(r, open, &escapes);
    if (!close) return false;
    quick_passed(r, close + 1);
    if (escapes)
        *s = decoded(r, open + 1, close);
    else {
        s->n = (size_t)(close - open - 1);
        s->s = quick_copy(r, open + 1, s->n);
    }
    return true;
}

static bool numeral(struct reader *r, struct numeral *n)
{
    return (numeral_scan(r->at, n) && !numeral_overflows(n)) || mistake_number(r, n);
}

bool reader_double(struct reader *r, double *d)
{
    struct numeral n;
    if (peek(r) != JSON_NUMBER_) return mistake_type(r, JSON_NUMBER_);
    if (!numeral(r, &n)) return false;
    if (numeral_past_2_53(&n)) return mistake_whole(r, &n);
    *d = numeral_value(&n);
    quick_passed(r, n.end);
    return true;
}

bool reader_number(struct reader *r, struct number *number)
{
    double value;
    const char *start = r->at = quick_space(r, r->at);
    if (!reader_double(r, &value)) return false;
    size_t length = (size_t)(r->at - start);
    number->value = value;
    number->spelled = (struct str){quick_copy(r, start, length), length};
    return true;
}

static bool word(struct reader *r, const char *want, size_t n)
{
    if ((size_t)(r->end - r->at) < n || memcmp(r->at, want, n) != 0) return mistake_word(r, r->at);
    quick_passed(r, r->at + n);
    return true;
}

bool reader_bool(struct reader *r, bool *b)
{
    enum json_type type = peek(r);
    if (type != JSON_TRUE_ && type != JSON_FALSE_) return mistake_type(r, JSON_TRUE_);
    *b = type == JSON_TRUE_;
    return *b ? word(r, "true", 4) : word(r, "false", 5);
}

bool reader_null(struct reader *r)
{
    if (peek(r) != JSON_NULL_) return mistake_type(r, JSON_NULL_);
    return word(r, "null", 4);
}

/* --- Objects and arrays --- */

static bool enter(struct reader *r, bool array)
{
    return r->depth < READER_DEPTH ? quick_enter(r, array) : mistake_depth(r, r->at);
}

/* To the next member of the innermost object or array; false at its end, which is left. */
static inline bool member(struct reader *r, char close)
{
    const char *p = quick_space(r, r->at);
    if (*p == close) return !quick_leave(r, p);
    if (!r->fresh) {
        const char *comma = p;
        if (*p != ',') return mistake_comma(r, p);
        p = quick_space(r, p + 1);
        if (*p == close) return mistake_trailing(r, comma);
    }
    return quick_comes(r, p);
}

bool reader_object(struct reader *r)
{
    return peek(r) == JSON_OBJECT_ ? enter(r, false) : mistake_type(r, JSON_OBJECT_);
}

bool reader_array(struct reader *r) { return peek(r) == JSON_ARRAY_ ? enter(r, true) : mistake_type(r, JSON_ARRAY_); }

bool reader_element(struct reader *r)
{
    if ((r->pending && !reader_skip(r)) || r->depth == 0) return false;
    return member(r, ']');
}

/* The key at r->at, and its colon; then its value is pending. */
static inline bool key_here(struct reader *r, struct reader_name *name)
{
    bool escapes;
    const char *open = name->open = r->at;
    if (*open != '"') return mistake_key(r, open);
    const char *close = name->close = closing(r, open, &escapes);
    if (!close) return false;
    name->key = escapes ? decoded(r, open + 1, close) : (struct str){open + 1, (size_t)(close - open - 1)};
    const char *p = quick_space(r, close + 1);
    return *p == ':' ? quick_comes(r, quick_space(r, p + 1)) : mistake_colon(r, p);
}

bool reader_name(struct reader *r, struct reader_name *name)
{
    for (;;) {
        if ((r->pending && !reader_skip(r)) || r->depth == 0) return false;
        if (!member(r, '}') || !key_here(r, name)) return false;
        if (LIKELY(name->key.n <= READER_KEY)) return true;
        mistake_long_key(r, name->open, name->close);
    }
}

/* Keys are looked at only while somebody listens. */
bool reader_new(struct reader *r, const struct reader_name *name)
{
    if (!r->diags) return true;
    bool escapes = name->key.s != name->open + 1;
    size_t readable = escapes ? name->key.n : (size_t)(r->end - name->key.s);
    const struct key_entry *earlier = keys_add(&r->keys, &r->levels[r->depth].keys, name->key, readable);
    return !earlier || mistake_twice(r, name, earlier->s);
}

void reader_twice(struct reader *r, const struct reader_name *name, uint32_t first)
{
    mistake_twice(r, name, r->text + first + 1);
}

bool reader_key(struct reader *r, struct str *key)
{
    struct reader_name name;
    while (reader_name(r, &name))
        if (reader_new(r, &name)) return *key = name.key, true;
    return false;
}

/* --- What nobody wants --- */

static bool pass_one(struct reader *r) /* or enter it */
{
    bool escapes;
    const char *close;
    struct numeral n;
    switch (peek(r)) {
    case JSON_OBJECT_: return enter(r, false);
    case JSON_ARRAY_: return enter(r, true);
    case JSON_STRING_:
        if (!(close = closing(r, r->at, &escapes))) return false;
        quick_passed(r, close + 1);
        return true;
    case JSON_NUMBER_:
        if (!numeral(r, &n)) return false;
        quick_passed(r, n.end);
        return true;
    case JSON_TRUE_: return word(r, "true", 4);
    case JSON_FALSE_: return word(r, "false", 5);
    case JSON_NULL_: return word(r, "null", 4);
    case JSON_NONE_: break;
    }
    return false;
}

/* The next value within what was entered since `depth`; false when all of it is left, or failed. */
static bool more_within(struct reader *r, uint32_t depth)
{
    struct str key;
    while (r->depth > depth)
        if (r->levels[r->depth].array ? reader_element(r) : reader_key(r, &key)) return true;
    return false;
}

bool reader_skip(struct reader *r)
{
    uint32_t depth = r->depth;
    do {
        if (!pass_one(r)) return false;
    } while (more_within(r, depth));
    return !r->failed;
}

bool reader_finish(struct reader *r)
{
    if (r->pending) reader_skip(r);
    if (r->failed || r->depth) return false;
    r->at = quick_space(r, r->at);
    return r->at == r->end || mistake_after(r, r->at);
}
