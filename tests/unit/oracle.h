/* oracle.h: the reader and jansson side by side: oracle_compare says whether both find the same in a text. Both must
 * find the same texts valid, and the same values in them: strings byte for byte, numbers bit for bit. For test_oracle.c
 * and tests/fuzz/fuzz_reader.c. */
#ifndef ORACLE_H
#define ORACLE_H
#include "data/quick.h"
#include <jansson.h>
#include <string.h>

#define TWO_53 9007199254740992

static struct arena arena;
static struct diags diags;

static inline void start(void)
{
    arena_init(&arena);
    diags_init(&diags);
}

static inline void stop(void)
{
    arena_done(&arena);
    diags_done(&diags);
}

static void begin(struct reader *r, const char *text, size_t n)
{
    arena_reset(&arena);
    diags_done(&diags);
    reader_init(r, "case", text, n, 1, 1, &arena, &diags);
}

/* --- The same values --- */

static bool same_value(struct reader *r, const json_t *j);

static bool same_bits(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

/* The short way, where it says yes, says what jansson does; the value is then to be read again. */
static bool same_quick(struct reader *r, const json_t *j)
{
    struct str s;
    struct number n;
    const char *at = r->at;
    bool same = true;
    if (quick_string(r, &s))
        same = json_is_string(j) && s.n == json_string_length(j) && memcmp(s.s, json_string_value(j), s.n) == 0;
    else if (quick_number(r, &n))
        same = json_is_real(j) ? same_bits(n.value, json_real_value(j))
                               : json_is_integer(j) && same_bits(n.value, (double)json_integer_value(j));
    if (!r->pending) quick_comes(r, at);
    return same;
}

/* The key that the long way found, from where the short one began: it finds the same place, or nothing. */
static bool same_key(const struct reader *r, const char *member, struct str key)
{
    for (size_t i = 0; i < key.n; i++)
        if (!bytes_is_plain(key.s[i])) return true;
    const char *past = member ? quick_key(r, member, key_keep(r->arena, key)) : NULL;
    return !past || quick_space(r, past) == r->at;
}

static bool same_number(struct reader *r, const json_t *j)
{
    double d = 0;
    if (json_is_real(j)) return reader_double(r, &d) && same_bits(d, json_real_value(j));
    json_int_t i = json_integer_value(j);
    if (i >= -TWO_53 && i <= TWO_53) return reader_double(r, &d) && same_bits(d, (double)i);
    bool refused = !reader_double(r, &d) && !r->failed && diags.errors == 1;
    diags.errors = 0;
    return refused && reader_skip(r);
}

static bool same_string(struct reader *r, const json_t *j)
{
    struct str s;
    return reader_string(r, &s) && s.s[s.n] == '\0' && s.n == json_string_length(j) &&
           memcmp(s.s, json_string_value(j), s.n) == 0;
}

static bool same_array(struct reader *r, const json_t *j)
{
    size_t i = 0;
    if (!reader_array(r)) return false;
    while (reader_element(r))
        if (i == json_array_size(j) || !same_value(r, json_array_get(j, i++))) return false;
    return i == json_array_size(j);
}

static bool same_object(struct reader *r, const json_t *j)
{
    size_t count = 0;
    struct str key;
    if (!reader_object(r)) return false;
    for (;; count++) {
        const char *member = quick_member(r);
        if (!reader_key(r, &key)) break;
        const json_t *value = json_object_getn(j, key.s, key.n);
        if (!value || !same_key(r, member, key) || !same_value(r, value)) return false;
    }
    return count == json_object_size(j);
}

static bool same_value(struct reader *r, const json_t *j)
{
    bool b;
    if (reader_peek(r) == JSON_NONE_ || !same_quick(r, j)) return false;
    switch (json_typeof(j)) {
    case JSON_OBJECT: return reader_peek(r) == JSON_OBJECT_ && same_object(r, j);
    case JSON_ARRAY: return reader_peek(r) == JSON_ARRAY_ && same_array(r, j);
    case JSON_STRING: return reader_peek(r) == JSON_STRING_ && same_string(r, j);
    case JSON_INTEGER:
    case JSON_REAL: return reader_peek(r) == JSON_NUMBER_ && same_number(r, j);
    case JSON_TRUE: return reader_bool(r, &b) && b;
    case JSON_FALSE: return reader_bool(r, &b) && !b;
    case JSON_NULL: return reader_null(r);
    }
    return false;
}

/* --- Verdicts --- */

enum verdict { REFUSED, ACCEPTED, APART /* one of the differences that reader.h names */, DIFFERENT };

static bool is_too_big(const json_error_t *e) { return strncmp(e->text, "too big", 7) == 0; }

static enum verdict compare(const char *text, size_t n)
{
    struct reader r;
    json_error_t error;
    json_t *j = json_loadb(text, n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    begin(&r, text, n);
    bool accepted = reader_finish(&r) && diags.errors == 0;
    if (!j) return !accepted ? (diags.errors ? REFUSED : DIFFERENT) : is_too_big(&error) ? APART : DIFFERENT;
    if (memchr(text, '\0', n)) return json_decref(j), accepted ? DIFFERENT : APART;
    begin(&r, text, n);
    bool same = accepted && same_value(&r, j) && reader_finish(&r) && diags.errors == 0;
    json_decref(j);
    return same ? ACCEPTED : DIFFERENT;
}
#endif
