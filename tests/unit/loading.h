/* loading.h: a dataset of a few lines, loaded, and what was found in it told in one line each: "5:13 error: message |
 * hint". For the tests whose names begin with test_load. */
#ifndef UNIT_LOADING_H
#define UNIT_LOADING_H
#include <stdio.h>

#include "base/mem.h"
#include "data/load.h"
#include "folder.h"
#include "unit.h"

static struct buf text;

static inline const char *told(const struct diags *d)
{
    static char copy[1 << 20];
    buf_clear(&text);
    for (size_t i = 0; i < d->count; i++) {
        const struct diag *x = &d->list[i];
        if (x->place.line) buf_printf(&text, "%llu:%u ", (unsigned long long)x->place.line, x->place.column);
        buf_printf(&text, "%s: %s", x->severity == DIAG_ERROR ? "error" : "warning", x->message);
        if (x->hint[0]) buf_printf(&text, " | %s", x->hint);
        buf_char(&text, '\n');
    }
    snprintf(copy, sizeof copy, "%s", buf_text(&text));
    return copy;
}

/* The problems of a file. */
static inline const char *problems(const char *name, unsigned workers)
{
    struct diags d;
    diags_init(&d);
    d.limit = 10000;
    struct load *load = load_open(name, &d);
    bool good = load && load_check(load, workers, &d);
    ck_assert(good == (d.errors == 0));
    const char *said = told(&d);
    load_close(load);
    diags_done(&d);
    return said;
}

/* The same text, each place where it was, but spelled so that no key is read the short way of quick.h. */
static inline const char *spaced(const char *content)
{
    static char copy[8000];
    snprintf(copy, sizeof copy, "%s", content);
    for (char *at = copy; (at = strstr(at, "\": "));) memcpy(at, "\" :", 3);
    return copy;
}

static inline const char *document(const char *content)
{
    static char said[1 << 20];
    folder_write("x.json", spaced(content));
    snprintf(said, sizeof said, "%s", problems("x.json", 1));
    folder_write("x.json", content);
    ck_assert_str_eq(problems("x.json", 1), said);
    return said;
}

#define HEAD "{\"format\": \"peel.dataset.v1\", \"round\": \"2021/22\", \"year\": 2021,\n"
#define NAMES                                                                                                          \
    "\"scale\": [\"inadequate\", \"adequate\", \"good\"], \"sources\": {\"report\": {\"title\": \"The report\"}},"     \
    "\"measures\": {\"asb_incidents\": {\"title\": \"A\"}, \"calls\": {\"title\": \"C\"}}, \"estimates\": "            \
    "{\"recorded\": {\"title\": \"E\"}},"                                                                              \
    "\"samples\": {\"files\": {\"title\": \"F\"}}, \"surveys\": {\"staff\": {\"title\": \"S\"}},\n"
#define ORGS "\"organisations\": [{\"id\": \"north\", \"name\": \"North\",\n"

/* The problems of one organisation: `parts` stands on line 4, from column 1. */
static inline const char *organisation(const char *parts)
{
    char content[8000];
    snprintf(content, sizeof content, HEAD NAMES ORGS "%s}]}\n", parts);
    return document(content);
}

/* The problems of a header: `parts` stands on line 2. */
static inline const char *header(const char *parts)
{
    char content[8000];
    snprintf(content, sizeof content, HEAD "%s,\n" ORGS "\"in_scope\": true}]}\n", parts);
    return document(content);
}

/* --- Each rule, by its message --- */

struct rule {
    const char *parts, *said;
};

static inline void hold(const char *(*reading)(const char *), const struct rule *rules, size_t count)
{
    folder_enter();
    for (size_t i = 0; i < count; i++) {
        char want[1200];
        snprintf(want, sizeof want, "%s%s", rules[i].said, rules[i].said[0] ? "\n" : "");
        ck_assert_str_eq(reading(rules[i].parts), want);
    }
    folder_leave();
}
#define HOLD(reading, rules) hold(reading, rules, sizeof rules / sizeof *rules)
#endif
