/* mend.c: from a usual slip to what should have been written. Guesses only where one reading is possible; else it says
 * the rule. */
#include "data/decimal.h"
#include "data/slip.h"
#include <stdio.h>
#include <stdlib.h>

static const struct hint nothing = {""};

static bool ends(struct str *s, const char *tail)
{
    size_t n = strlen(tail);
    if (s->n < n || memcmp(s->s + s->n - n, tail, n) != 0) return false;
    *s = trim((struct str){s->s, s->n - n});
    return true;
}

/* Read "1.9", "1,234.5", "1,9" as a JSON number into `out` (64 bytes). */
static bool numeric(struct str s, char *out)
{
    size_t n = 0, digits = 0, commas = 0, points = 0, after = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        if (n > 40 || !(digit(c) || c == '.' || c == ',' || (c == '-' && i == 0))) return false;
        if (c == ',') {
            commas++, after = 0;
            if (points) return false;
            continue;
        }
        points += c == '.';
        digits += digit(c), after += digit(c) && !points;
        out[n++] = c;
    }
    out[n] = '\0';
    if (!digits || points > 1 || out[0] == '.' || !digit(out[n - 1])) return false;
    if (commas == 1 && !points && after != 3) { /* a decimal comma */
        memmove(out + n - after + 1, out + n - after, after + 1);
        out[n - after] = '.';
        return after > 0 && n > after && digit(out[n - after - 1]);
    }
    if (commas && after != 3) return false;
    return out[0] != '0' || !digit(out[1]);
}

static struct hint hundredth(const char *number, const char *tail)
{
    struct hint hint;
    struct buf b;
    buf_init(&b);
    decimal_shift(str_of(number), -2, &b);
    snprintf(hint.text, sizeof hint.text, "write %s%s; proportions are fractions of one", buf_text(&b), tail);
    buf_done(&b);
    return hint;
}

static struct hint mend_quoted_number(enum wanted wanted, struct str text)
{
    static const char *const blanks[] = {"",     "-",       "n/a",     "N/A",       "na", "NA", "null",
                                         "none", "unknown", "missing", "not known", "..", "?"};
    char number[64];
    struct str bare = trim(text);
    bool percent = ends(&bare, "%") || ends(&bare, "per cent") || ends(&bare, "percent");
    if (numeric(bare, number)) {
        if (wanted == WANTED_SHARE && (percent || strtod(number, NULL) > 1)) return hundredth(number, "");
        if (percent) return hint_say("write %s; what it counts stands in the catalogue's \"unit\"", number);
        return hint_say("write %s, without the quotes", number);
    }
    if (wanted == WANTED_COUNT && bare.n >= 7 && bare.n <= 9 &&
        (bare.s[4] == '/' || bare.s[4] == '-')) { /* "2021/22" */
        snprintf(number, sizeof number, "%.4s", bare.s);
        if (strspn(number, "0123456789") == 4) return hint_say("write %s, the year it began", number);
    }
    int missing = peel_missing_named(bare.s, bare.n);
    if (missing > PEEL_PRESENT)
        return hint_say("write {\"missing\": \"%s\"}", peel_missing_name((enum peel_missing)missing));
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (str_is(bare, blanks[i]))
            return hint_say("write {\"missing\": \"%s\"}, or another type of missing", "not-supplied");
    return nothing;
}

static struct hint mend_flag(enum json_type got, struct str text)
{
    if (got == JSON_NUMBER_ && (str_is(text, "1") || str_is(text, "0")))
        return hint_say("write %s", str_is(text, "1") ? "true" : "false");
    if (got != JSON_STRING_) return nothing;
    if (str_is(text, "true") || str_is(text, "yes")) return hint_say("write true, without quotes%s", "");
    if (str_is(text, "false") || str_is(text, "no")) return hint_say("write false, without quotes%s", "");
    return nothing;
}

struct hint mend_type(enum wanted wanted, enum json_type got, struct str text)
{
    switch (wanted) {
    case WANTED_NUMBER:
    case WANTED_SHARE:
    case WANTED_COUNT: return got == JSON_STRING_ ? mend_quoted_number(wanted, text) : nothing;
    case WANTED_FLAG: return mend_flag(got, text);
    case WANTED_DATE:
        if (got == JSON_NUMBER_ && text.n == 8) return mend_date(text);
        /* fall through */
    case WANTED_TEXT:
    case WANTED_ID: return got == JSON_NUMBER_ && text.n < 60 ? hint_say("write \"%s\", in quotes", text.s) : nothing;
    case WANTED_ARRAY:
        return got == JSON_OBJECT_ || got == JSON_STRING_ ? hint_say("put it in brackets: [ … ]%s", "") : nothing;
    case WANTED_OBJECT: break;
    }
    return nothing;
}

struct hint mend_share(struct str spelled)
{
    double value = strtod(spelled.s, NULL);
    if (value > 1 && value <= 100) return hundredth(spelled.s, "");
    return hint_say("proportions are fractions of one%s", "");
}

struct hint mend_id(struct str text)
{
    char id[65];
    size_t n = 0;
    struct str s = trim(text);
    for (size_t i = 0; i < s.n && n < sizeof id - 1; i++) {
        char c = lower(s.s[i]);
        if (letter(c) || digit(c) || c == '_' || c == '-')
            id[n++] = c;
        else if (n && id[n - 1] != '-')
            id[n++] = '-';
    }
    while (n && id[n - 1] == '-') n--;
    id[n] = '\0';
    if (s.n <= 64 && str_is_id((struct str){id, n}))
        return hint_say("write \"%s\"; ids are lower-case letters, digits, \"-\" and \"_\"", id);
    return hint_say("ids are lower-case letters, digits, \"-\" and \"_\", a letter first, at most 64 of them%s", "");
}
