#include "data/load.h"

#include <stdio.h>
#include <unistd.h>

#include "base/mem.h"
#include "data/phrase.h"
#include "folder.h"
#include "unit.h"

/* --- Saying what was found, in one line each: "5:13 error: message | hint" --------------------------------- */

static struct buf text;

static const char *told(const struct diags *d)
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
static const char *problems(const char *name, unsigned workers)
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
static const char *spaced(const char *content)
{
    static char copy[8000];
    snprintf(copy, sizeof copy, "%s", content);
    for (char *at = copy; (at = strstr(at, "\": "));) memcpy(at, "\" :", 3);
    return copy;
}

static const char *document(const char *content)
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
static const char *organisation(const char *parts)
{
    char content[8000];
    snprintf(content, sizeof content, HEAD NAMES ORGS "%s}]}\n", parts);
    return document(content);
}

/* The problems of a header: `parts` stands on line 2. */
static const char *header(const char *parts)
{
    char content[8000];
    snprintf(content, sizeof content, HEAD "%s,\n" ORGS "\"in_scope\": true}]}\n", parts);
    return document(content);
}

/* --- A whole message --------------------------------------------------------------------------------------------- */

START_TEST(a_problem_is_shown)
{
    folder_enter();
    folder_write("x.json",
                 HEAD NAMES ORGS "\"estimates\": {\"recorded\": {\"value\": 0.955,\n  \"margin\": \"1.9%\"}}}]}\n");
    struct diags d;
    diags_init(&d);
    struct load *load = load_open("x.json", &d);
    ck_assert(!load_check(load, 1, &d));
    buf_clear(&text);
    diags_render(&d, &text, false);
    ck_assert_str_eq(buf_text(&text), "x.json:5:13: error: \"margin\" must be a number, got the string \"1.9%\"\n"
                                      "    5 |   \"margin\": \"1.9%\"}}}]}\n"
                                      "      |             ^^^^^^\n"
                                      "hint: write 0.019; proportions are fractions of one\n"
                                      "1 error\n");
    load_close(load);
    diags_done(&d);
    folder_leave();
}
END_TEST

START_TEST(a_good_one_says_nothing)
{
    folder_enter();
    ck_assert_str_eq(organisation("\"measures\": {\"calls\": 3}"), "");
    ck_assert_str_eq(header("\"title\": \"t\""), "");
    folder_leave();
}
END_TEST

/* --- Each rule, by its message -------------------------------------------------------------------------------------
 */

struct rule {
    const char *parts, *said;
};

static void hold(const char *(*reading)(const char *), const struct rule *rules, size_t count)
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

START_TEST(values)
{
    static const struct rule rules[] = {
        {"\"measures\": {\"calls\": \"12.5\"}", "4:23 error: \"calls\" must be a number or an object, got the string "
                                                "\"12.5\" | write 12.5, without the quotes"},
        {"\"measures\": {\"calls\": \"1,234\"}", "4:23 error: \"calls\" must be a number or an object, got the string "
                                                 "\"1,234\" | write 1234, without the quotes"},
        {"\"measures\": {\"calls\": \"1,9\"}",
         "4:23 error: \"calls\" must be a number or an object, got the string \"1,9\" | write 1.9, without the quotes"},
        {"\"measures\": {\"calls\": \"12.6 %\"}",
         "4:23 error: \"calls\" must be a number or an object, got the string \"12.6 %\" | write 12.6; what it counts "
         "stands in the catalogue's \"unit\""},
        {"\"measures\": {\"calls\": \"n/a\"}",
         "4:23 error: \"calls\" must be a number or an object, got the string \"n/a\" | write {\"missing\": "
         "\"not-supplied\"}, or another type of missing"},
        {"\"measures\": {\"calls\": \"unreadable\"}", "4:23 error: \"calls\" must be a number or an object, got the "
                                                      "string \"unreadable\" | write {\"missing\": \"unreadable\"}"},
        {"\"measures\": {\"calls\": null}", "4:23 error: \"calls\" must be a number or an object, got null | write "
                                            "{\"missing\": \"not-supplied\"}, or another type of missing"},
        {"\"measures\": {\"calls\": [1]}", "4:23 error: \"calls\" must be a number or an object, got an array"},
        {"\"measures\": {\"calls\": {}}", "4:23 error: a measure needs \"value\""},
        {"\"measures\": {\"calls\": {\"missing\": \"not-suplied\"}}",
         "4:35 error: \"missing\" cannot be \"not-suplied\" | did you mean \"not-supplied\"?"},
        {"\"measures\": {\"calls\": {\"missing\": \"not-supplied\", \"value\": 3}}",
         "4:23 error: \"missing\" stands beside \"value\": is it there or not? | leave out one of them"},
        {"\"measures\": {\"calls\": {\"missing\": \"abolished\", \"note\": \"in 2020\", \"source\": \"report\"}}", ""},
        {"\"estimates\": {\"recorded\": {\"value\": 91.7, \"margin\": 0.036}}",
         "4:37 error: \"value\" must be a proportion from 0 to 1, got 91.7 | write 0.917; proportions are fractions of "
         "one"},
        {"\"estimates\": {\"recorded\": {\"value\": \"91.7\", \"margin\": 0.036}}",
         "4:37 error: \"value\" must be a number, got the string \"91.7\" | write 0.917; proportions are fractions of "
         "one"},
        {"\"estimates\": {\"recorded\": {\"value\": -0.5, \"margin\": 0.036}}",
         "4:37 error: \"value\" must be a proportion from 0 to 1, got -0.5 | proportions are fractions of one"},
        {"\"estimates\": {\"recorded\": {\"value\": 0.5}}",
         "4:27 error: an estimate needs \"margin\" | an estimate is written {\"value\": 0.955, \"margin\": 0.019}"},
        {"\"estimates\": {\"recorded\": 0.955}",
         "4:27 error: \"recorded\" must be an object (an estimate), got the number 0.955 | an estimate is written "
         "{\"value\": 0.955, \"margin\": 0.019}"},
        {"\"estimates\": {\"recorded\": {\"value\": 0.5, \"margin\": 0.1, \"level\": 95}}",
         "4:66 error: \"level\" must be a proportion from 0 to 1, got 95 | write 0.95; proportions are fractions of "
         "one"},
        {"\"estimates\": {\"recorded\": {\"value\": 0.5, \"margin\": 0.1, \"level\": 1}}",
         "4:66 error: \"level\" must lie between 0 and 1, got 1 | 95% confidence is 0.95"},
        {"\"estimates\": {\"recorded\": {\"value\": null, \"margin\": 0.1}}",
         "4:37 error: \"value\" must be a number, got null | write {\"missing\": \"not-supplied\"} in place of the "
         "whole object"},
        {"\"samples\": {\"files\": {\"reviewed\": 60, \"met\": 61}}",
         "4:46 error: \"met\" is 61, more than the 60 reviewed"},
        {"\"samples\": {\"files\": {\"reviewed\": 60, \"met\": 52, \"population\": 59}}",
         "4:35 error: \"reviewed\" is 60, more than the population of 59 | \"population\" counts all there were to "
         "choose from"},
        {"\"samples\": {\"files\": {\"reviewed\": 60, \"met\": 51.5}}",
         "4:46 error: \"met\" must be a whole number from 0 to 2^53, got 51.5"},
        {"\"samples\": {\"files\": {\"reviewed\": 60, \"met\": \"52\"}}",
         "4:46 error: \"met\" must be a whole number, got the string \"52\" | write 52, without the quotes"},
        {"\"samples\": {\"files\": {\"reviewed\": 60, \"met\": null}}",
         "4:46 error: \"met\" must be a whole number, got null | write {\"missing\": \"not-supplied\"}, or another "
         "type of missing"},
        {"\"samples\": {\"files\": {\"reviewed\": 0, \"met\": 0}}",
         "4:35 error: a sample of 0 says nothing | where nothing was reviewed, write {\"missing\": \"not-collected\"} "
         "in place of the whole object"},
        {"\"samples\": {\"files\": {\"reviewed\": 60, \"met\": {\"missing\": \"unreadable\"}}}", ""},
        {"\"surveys\": {\"staff\": {\"value\": 63}}", "4:32 error: \"value\" must be a proportion from 0 to 1, got 63 "
                                                      "| write 0.63; proportions are fractions of one"},
        {"\"measures\": []", "4:13 error: \"measures\" must be an object of ids, got an array"},
        {"\"in_scope\": 1", "4:13 error: \"in_scope\" must be true or false, got the number 1 | write true"},
    };
    HOLD(organisation, rules);
}
END_TEST

START_TEST(names)
{
    static const struct rule rules[] = {
        {"\"finding\": []", "4:1 error: an organisation has no key \"finding\" | did you mean \"findings\"?"},
        {"\"colour\": 1", "4:1 error: an organisation has no key \"colour\" | its keys are id, name, in_scope, "
                          "measures, estimates, samples, surveys, findings, judgments, "
                          "moderations, actions, stated, formerly; your own go below \"x\""},
        {"\"x\": {\"colour\": [1, null]}", ""},
        {"\"measures\": {\"asb_incidens\": 1}",
         "4:14 error: no measure \"asb_incidens\" is declared | did you mean \"asb_incidents\"?"},
        {"\"measures\": {\"weather\": 1}",
         "4:14 error: no measure \"weather\" is declared | declare it in the header's \"measures\", with a title"},
        {"\"samples\": {\"calls\": {\"reviewed\": 3, \"met\": 1}}",
         "4:13 error: \"calls\" is no sample: the header declares it under \"measures\" | put it under this "
         "organisation's \"measures\""},
        {"\"measures\": {\"calls\": {\"value\": 1, \"source\": \"reprot\"}}",
         "4:46 error: no source \"reprot\" is declared | did you mean \"report\"?"},
        {"\"measures\": {\"calls\": {\"value\": 1, \"source\": {\"id\": \"weather\"}}}",
         "4:53 error: no source \"weather\" is declared | declare it in the header's \"sources\", with a title"},
        {"\"measures\": {\"calls\": {\"value\": 1, \"source\": {\"place\": \"p. 1\"}}}",
         "4:46 error: a source with its place needs \"id\" | write the id of a source, or {\"id\": \"report\", "
         "\"place\": \"page 3\"}"},
        {"\"measures\": {\"calls\": 1, \"calls\": 2}",
         "4:26 error: the key \"calls\" stands twice in this object | the first stands at line 4, column 14"},
        {"\"x\": 1, \"x\": 2",
         "4:9 error: the key \"x\" stands twice in this object | the first stands at line 4, column 1"},
    };
    HOLD(organisation, rules);
}
END_TEST

#define FINDING(fields) "\"findings\": [{\"text\": \"t\", \"kind\": \"weakness\", " fields "}]"

START_TEST(findings)
{
    static const struct rule rules[] = {
        {FINDING("\"against\": \"a/b\", \"weight\": 0.5"), ""},
        {FINDING("\"against\": []"),
         "4:59 error: \"against\" is empty | name the characteristic it speaks about, as \"area/characteristic\""},
        {FINDING("\"against\": \"investigating-crime\""),
         "4:59 error: a finding is against \"area/characteristic\", not \"investigating-crime\" | write the id of the "
         "area, a slash, and the id of the "
         "characteristic"},
        {FINDING("\"against\": [\"a/b\", \"a/b/c\"]"),
         "4:67 error: a finding is against \"area/characteristic\", not \"a/b/c\" | write the id of the area, a slash, "
         "and the id of the characteristic"},
        {FINDING("\"against\": [\"a/b\", \"a/b\"]"),
         "4:59 error: the finding is against \"a/b\" twice | leave one of them out"},
        {FINDING("\"against\": [\"a/b\", 3]"),
         "4:67 error: each of \"against\" must be \"area/characteristic\", got the number 3 | write \"3\", in quotes"},
        {FINDING("\"against\": \"a/b\", \"weight\": 0"),
         "4:76 error: \"weight\" cannot be 0 | a weight is a number above 0 and up to 10; the usual one is 1"},
        {FINDING("\"against\": \"a/b\", \"id\": \"F 1\""),
         "4:72 error: \"id\" must be an id, got \"F 1\" | write \"f-1\"; ids are lower-case letters, digits, \"-\" and "
         "\"_\""},
        {"\"findings\": [{\"kind\": \"strenght\", \"against\": \"a/b\", \"text\": \"t\"}]",
         "4:23 error: \"kind\" cannot be \"strenght\" | did you mean \"strength\"?"},
        {"\"findings\": [{\"kind\": \"strength\"}]",
         "4:14 error: a finding needs \"against\"\n4:14 error: a finding needs \"text\""},
        {"\"findings\": [\"good\"]",
         "4:14 error: each of \"findings\" must be an object (a finding), got the string \"good\""},
        {"\"findings\": {}",
         "4:13 error: \"findings\" must be an array of findings, got an object | put it in brackets: [ … ]"},
        {FINDING("\"against\": \"a/b\", \"text\": 3"),
         "4:66 error: the key \"text\" stands twice in this object | the first stands at line 4, column 15"},
        {"\"findings\": [{\"id\": \"f\", \"kind\": \"strength\", \"against\": \"a/b\", \"text\": \"t\"},\n"
         "{\"id\": \"f\", \"kind\": \"strength\", \"against\": \"a/b\", \"text\": \"\"}]",
         "5:1 error: the finding \"f\" stands twice; the first is on line 4 | give each an id of its own\n"
         "5:59 error: \"text\" is empty | write something, or leave the key out"},
    };
    HOLD(organisation, rules);
}
END_TEST

START_TEST(judgments)
{
    static const struct rule rules[] = {
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"adequat\"}]",
         "4:38 error: the scale has no grade \"adequat\" | did you mean \"adequate\"?"},
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"poor\"}]",
         "4:38 error: the scale has no grade \"poor\" | the grades are \"inadequate\", \"adequate\", \"good\""},
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"good\", \"status\": \"carried-over\"}]",
         "4:15 error: a judgment with status \"carried-over\" needs \"date\" | when was the grade first given? The "
         "year is enough: "
         "\"date\": \"2016\""},
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"good\", \"status\": \"added-late\"}]",
         "4:15 error: a judgment with status \"added-late\" needs \"date\" | when was it published? \"date\": "
         "\"2022-05-31\""},
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"good\", \"status\": \"not-inspected\"}]",
         "4:15 error: a judgment with status \"not-inspected\" has no grade | leave one of them out"},
        {"\"judgments\": [{\"area\": \"a\"}]", "4:15 error: a judgment needs \"grade\""},
        {"\"judgments\": [{\"area\": \"a\", \"status\": \"not-inspected\"}]", ""},
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"good\"},\n{\"area\": \"b\", \"grade\": \"good\"},\n{\"area\": "
         "\"a\", \"grade\": \"good\"}]",
         "6:1 error: the area \"a\" is judged twice; the first judgment is on line 4 | a second one has \"status\": "
         "\"revisit\" or \"corrected\", and its date"},
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"good\", \"date\": \"2021-05\"},\n{\"area\": \"a\", \"grade\": "
         "\"good\", \"status\": \"revisit\", \"date\": \"2021-05\"}]",
         "5:1 error: this judgment of \"a\" is not later than the one on line 4 | the latest judgment of an area "
         "stands: give dates that tell which it is"},
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"good\", \"status\": \"corrected\", \"date\": \"2021-05\"},\n"
         "{\"area\": \"a\", \"grade\": \"good\"},\n{\"area\": \"a\", \"grade\": \"good\", \"status\": \"revisit\", "
         "\"date\": \"2021-05\"}]",
         "6:1 error: this judgment of \"a\" is not later than the one on line 4 | the latest judgment of an area "
         "stands: give dates that tell which it is"},
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"good\", \"status\": \"revisit\", \"date\": "
         "\"2022-05-31\"},\n{\"area\": \"a\", \"grade\": \"adequate\"}]",
         ""},
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"good\", \"status\": \"revisit\", \"date\": "
         "\"31.5.2022\"},\n{\"area\": \"a\", \"grade\": \"adequate\"}]",
         "4:75 error: \"date\" must be a date that exists, got \"31.5.2022\" | write \"2022-05-31\""},
        {"\"moderations\": [{\"area\": \"a\", \"to\": \"god\", \"by\": \"b\", \"date\": \"2021\", \"why\": \"w\"}]",
         "4:37 error: the scale has no grade \"god\" | did you mean \"good\"?"},
        {"\"moderations\": [{\"area\": \"a\", \"to\": \"good\", \"by\": \"b\", \"date\": \"2021-03\", \"why\": \"w\", "
         "\"withdrawn\": \"2021-02\"}]",
         "4:17 error: the moderation is withdrawn before its date"},
        {"\"moderations\": [{\"area\": \"a\", \"to\": \"good\", \"by\": \"b\", \"date\": \"2021-03\", \"why\": "
         "\"w\"},\n"
         "{\"area\": \"a\", \"to\": \"adequate\", \"by\": \"b\", \"date\": \"2021-03\", \"why\": \"w\"}]",
         "5:1 error: the area \"a\" has a second moderation on the date of the one on line 4 | withdraw the one that "
         "no longer "
         "holds, with \"withdrawn\" and its date"},
        {"\"moderations\": [{\"area\": \"a\", \"to\": \"good\", \"by\": \"b\", \"date\": \"2021-03\", \"why\": "
         "\"w\"},\n"
         "{\"area\": \"a\", \"to\": \"adequate\", \"by\": \"b\", \"date\": \"2021-03\", \"why\": \"w\", "
         "\"withdrawn\": \"2021-04\"}]",
         ""},
        {"\"moderations\": [{}]", "4:17 error: a moderation needs \"area\"\n4:17 error: a moderation needs "
                                  "\"to\"\n4:17 error: a moderation needs \"by\"\n"
                                  "4:17 error: a moderation needs \"date\"\n4:17 error: a moderation needs \"why\""},
    };
    HOLD(organisation, rules);
}
END_TEST

/* "three outstanding against four": a warning that names both. The latest judgment of an area counts. */
START_TEST(stated_counts)
{
    static const struct rule rules[] = {
        {"\"judgments\": [{\"area\": \"a\", \"grade\": \"good\"}, {\"area\": \"b\", \"grade\": "
         "\"good\"}],\n\"stated\": [{\"grade\": \"good\", \"count\": 3}]",
         "5:12 warning: the source says 3 areas are good; the judgments hold 2"},
        {"\"stated\": [{\"grade\": \"good\", \"count\": 1}], \"judgments\": [{\"area\": \"a\", \"grade\": "
         "\"adequate\"}]",
         "4:12 warning: the source says 1 area is good; the judgments hold 0"},
        {"\"stated\": [{\"grade\": \"good\", \"count\": 1}], \"judgments\": [{\"area\": \"a\", \"grade\": "
         "\"adequate\"}, "
         "{\"area\": \"a\", \"grade\": \"good\", \"status\": \"revisit\", \"date\": \"2022\"}]",
         ""},
        {"\"stated\": [{\"grade\": \"good\", \"count\": 1}]", ""},
        {"\"stated\": [{\"grade\": \"good\", \"count\": -1}]",
         "4:39 error: \"count\" must be a whole number from 0 to 2^53, got -1"},
    };
    HOLD(organisation, rules);
}
END_TEST

#define ACTION(fields)                                                                                                 \
    "\"actions\": [{\"id\": \"a\", \"kind\": \"cause-of-concern\", \"area\": \"a\", \"text\": \"t\", " fields "}]"

START_TEST(actions)
{
    static const struct rule rules[] = {
        {ACTION("\"events\": [{\"date\": \"2020\", \"status\": \"open\"}], \"recommendations\": [{\"text\": \"t\", "
                "\"deadline\": \"soon\"}]"),
         ""},
        {ACTION("\"events\": [{\"date\": \"2020\"}]"), "4:90 error: an event needs \"status\" or \"comment\""},
        {ACTION("\"events\": [{\"status\": \"open\"}]"), "4:90 error: an event needs \"date\""},
        {ACTION("\"recommendations\": [\"t\"]"),
         "4:99 error: each of \"recommendations\" must be an object (a recommendation), got the string \"t\""},
        {"\"actions\": [{\"id\": \"a\", \"kind\": \"afi\", \"area\": \"a\", \"text\": \"t\"}]",
         "4:33 error: \"kind\" cannot be \"afi\" | write one of \"area-for-improvement\", \"cause-of-concern\""},
    };
    HOLD(organisation, rules);
}
END_TEST

START_TEST(dates)
{
    static const char *const slips[][2] = {
        {"16/04/2021", "write \"2021-04-16\""},
        {"16.4.2021", "write \"2021-04-16\""},
        {"04/16/2021", "write \"2021-04-16\""},
        {"2021/04/16", "write \"2021-04-16\""},
        {"2021-4-6", "write \"2021-04-06\""},
        {"16 April 2021", "write \"2021-04-16\""},
        {"April 16th, 2021", "write \"2021-04-16\""},
        {"Sept 2021", "write \"2021-09\""},
        {"20210416", "write \"2021-04-16\""},
        {"2021-04-16T09:30:00Z", "write \"2021-04-16\""},
        {"05/2022", "write \"2022-05\""},
        {"03/04/2021", "write it as YYYY-MM-DD, YYYY-MM or YYYY"},
        {"soon", "write it as YYYY-MM-DD, YYYY-MM or YYYY"},
        {"2021-02-29", "2021-02 has 28 days"},
        {"2021-13-01", "months run from 01 to 12"},
        {"2021-04-31", "2021-04 has 30 days"},
        {"2021/22", "write it as YYYY-MM-DD, YYYY-MM or YYYY"},
        {"0000", "write it as YYYY-MM-DD, YYYY-MM or YYYY"},
    };
    folder_enter();
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        char parts[200], want[300];
        snprintf(parts, sizeof parts, "\"judgments\": [{\"area\": \"a\", \"grade\": \"good\", \"date\": \"%s\"}]",
                 slips[i][0]);
        snprintf(want, sizeof want, "4:54 error: \"date\" must be a date that exists, got \"%s\" | %s\n", slips[i][0],
                 slips[i][1]);
        ck_assert_str_eq(organisation(parts), want);
    }
    ck_assert_str_eq(organisation("\"judgments\": [{\"area\": \"a\", \"grade\": \"good\", \"date\": 2021}]"),
                     "4:54 error: \"date\" must be a date, got the number 2021 | write \"2021\", in quotes\n");
    ck_assert_str_eq(organisation("\"judgments\": [{\"area\": \"a\", \"grade\": \"good\", \"date\": \"2024-02-29\"}]"),
                     "");
    folder_leave();
}
END_TEST

START_TEST(headers)
{
    static const struct rule rules[] = {
        {"\"yaer\": 1", "2:1 error: a dataset has no key \"yaer\" | did you mean \"year\"?"},
        {"\"scale\": [\"good\", \"good\"]", "2:19 error: the scale has the grade \"good\" twice"},
        {"\"scale\": []", "2:10 error: \"scale\" is empty | leave it out, or name the grades, worst first"},
        {"\"scale\": [\"Good\"]", "2:11 error: each of \"scale\" must be an id, got \"Good\" | write \"good\"; ids are "
                                  "lower-case letters, digits, \"-\" and \"_\""},
        {"\"samples\": {\"files\": {}}", "2:22 error: an entry of \"samples\" needs \"title\""},
        {"\"samples\": {\"Files\": {\"title\": \"F\"}}",
         "2:13 error: \"Files\" is no id | write \"files\"; ids are lower-case letters, digits, \"-\" and \"_\""},
        {"\"samples\": {\"f\": {\"title\": \"F\"}, \"f\": {\"title\": \"F\"}}",
         "2:34 error: the key \"f\" stands twice in this object | the first stands at line 2, column 13"},
        {"\"samples\": {\"f\": {\"title\": \"F\", \"unit\": \"u\"}}",
         "2:33 error: an entry of \"samples\" has no key \"unit\" | its keys are title, period, source, better, note; "
         "your own go below \"x\""},
        {"\"samples\": {\"f\": {\"title\": \"F\", \"source\": \"report\"}}",
         "2:43 error: no source \"report\" is declared | declare it in the header's \"sources\", with a title"},
        {"\"samples\": {\"f\": {\"title\": \"F\", \"source\": \"report\"}}, \"sources\": {\"report\": {\"title\": "
         "\"R\"}}",
         ""},
        {"\"sources\": [], \"samples\": {\"f\": {\"title\": \"F\", \"source\": \"report\"}}",
         "2:12 error: \"sources\" must be an object of sources, got an array"},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"per\": 0}}", "2:41 error: \"per\" must be above 0, got 0"},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"per\": 1, \"denominator\": \"aa\"}}",
         "2:59 error: no measure \"aa\" is declared | did you mean \"a\"?"},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"denominator\": \"b\"}, \"b\": {\"title\": \"B\"}}",
         "2:19 error: a measure with \"denominator\" needs \"per\" | write \"per\": 1000 for a rate per 1,000 of them"},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"per\": 1, \"denominator\": \"a\"}}",
         "2:19 error: the denominators run in a circle: a per a | a denominator is a count of its own, such as the "
         "number of residents"},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"per\": 1, \"denominator\": \"b\"}, \"b\": {\"title\": \"B\", "
         "\"per\": 1, \"denominator\": \"c\"},"
         "\"c\": {\"title\": \"C\", \"per\": 1, \"denominator\": \"b\"}}",
         "2:70 error: the denominators run in a circle: b per c per b | a denominator is a count of its own, such as "
         "the number of residents"},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"parts\": [\"b\"]}, \"b\": {\"title\": \"B\", \"parts\": [\"c\", "
         "\"d\"]}, "
         "\"c\": {\"title\": \"C\", \"parts\": [\"d\"]}, \"d\": {\"title\": \"D\"}}",
         ""},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"parts\": [\"b\", \"a\", \"c\", \"b\", 3, \"c\"], "
         "\"parts_within\": 0.1},"
         " \"b\": {\"title\": \"B\"}, \"c\": {\"title\": \"C\"}}",
         "2:49 error: \"a\" is given as a part of itself | name the measures that add up to it\n"
         "2:59 error: the part \"b\" stands twice | leave one of them out\n"
         "2:64 error: each of \"parts\" must be an id, got the number 3 | write \"3\", in quotes\n"
         "2:67 error: the part \"c\" stands twice | leave one of them out"},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"parts\": [], \"changes_within\": 0.5}, \"b\": {\"title\": \"B\", "
         "\"parts_within\": 0.1, \"parts\": \"a\"}, \"bcd\": {\"title\": \"D\", \"parts\": [\"bce\"]}}",
         "2:43 error: \"parts\" is empty | leave it out, or name the measures that add up to it\n"
         "2:65 error: \"changes_within\" must be at least 1, got 0.5 | a factor: 2 questions what doubled, and what "
         "halved\n"
         "2:121 error: \"parts\" must be an array of measures, got the string \"a\" | put it in brackets: [ … ]\n"
         "2:159 error: no measure \"bce\" is declared | did you mean \"bcd\"?"},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"parts\": [\"b\"]}, \"b\": {\"title\": \"B\", \"parts\": [\"c\"]}, "
         "\"c\": {\"title\": \"C\", \"parts\": [\"b\"]}, \"d\": {\"title\": \"D\", \"parts_within\": 0}}",
         "2:56 error: the parts run in a circle: b is part of c is part of b | a part is counted by itself, and the "
         "whole is the sum\n"
         "2:145 error: \"parts_within\" needs \"parts\" | it says by how much the sum of the \"parts\" may differ"},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"better\": \"hihger\"}}",
         "2:44 error: \"better\" cannot be \"hihger\" | did you mean \"higher\"?"},
        {"\"measures\": {\"a\": {\"title\": \"A\", \"benchmarks\": {\"e\": \"2.7\", \"E W\": 3}}}",
         "2:54 error: \"e\" must be a number, got the string \"2.7\" | write 2.7, without the quotes\n"
         "2:61 error: \"E W\" is no id | write \"e-w\"; ids are lower-case letters, digits, \"-\" and \"_\""},
        {"\"title\": \"\"", "2:10 error: \"title\" is empty | write something, or leave the key out"},
        {"\"note\": null", "2:9 error: \"note\" must be a string, got null | null says nothing: leave the key out"},
        {"\"sources\": {\"r\": {\"title\": \"R\", \"published\": \"May 2022\"}}",
         "2:46 error: \"published\" must be a date that exists, got \"May 2022\" | write \"2022-05\""},
    };
    HOLD(header, rules);
}
END_TEST

#define SOME "\"organisations\": [{\"id\": \"a\", \"name\": \"A\"}]}"

START_TEST(frames)
{
    static const struct rule rules[] = {
        {"{\"format\": \"peel.result.v1\", \"engine\": \"0.1.0\", " SOME,
         "1:12 error: \"format\" must be \"peel.dataset.v1\", got \"peel.result.v1\" | this is a result; a dataset is "
         "what it was made from"},
        {"{\"round\": \"r\", \"colour\": 1, " SOME,
         "1:1 error: this is no dataset: it has no \"format\" | a dataset begins with \"format\": \"peel.dataset.v1\""},
        {"{\"format\": null, " SOME, "1:12 error: \"format\" must be a string, got null | write \"peel.dataset.v1\""},
        {"{\"format\": \"peel.dataset.v1\", " SOME,
         "1:1 error: a dataset needs \"round\"\n1:1 error: a dataset needs \"year\""},
        {"{\"format\": \"peel.dataset.v1\", \"round\": \"r\", \"year\": \"2021/22\", " SOME,
         "1:53 error: \"year\" must be a year, got the string \"2021/22\" | write 2021, the year it began"},
        {"{\"format\": \"peel.dataset.v1\", \"round\": \"r\", \"year\": 21, " SOME,
         "1:53 error: \"year\" must be a year from 1900 to 2200, got 21 | the year in which the round began"},
        {"null\n", "1:1 error: a dataset must be an object, got null | a dataset is JSON or JSON Lines"},
        {"true", "1:1 error: a dataset must be an object, got true | a dataset is JSON or JSON Lines"},
        {"nul", "1:1 error: a dataset must be an object, got \"n\" | a dataset is JSON or JSON Lines"},
        {HEAD "\"organisations\": [{\"id\": \"a\", \"name\": \"A\"} false]}",
         "2:44 error: a comma or \"]\" must come after an organisation, got false"},
        {HEAD "\"organisations\": []}",
         "error: the dataset has no organisations | they are the array \"organisations\""},
        {"{\"format\": \"peel.dataset.v1\", \"round\": \"r\", \"year\": 2021}\n",
         "error: the dataset has no organisations | each stands on a line of its own below the header"},
        {HEAD "\"organisations\": [42, {\"id\": \"a\", \"name\": \"A\"}]}",
         "2:19 error: each of \"organisations\" must be an object (an organisation), got the number 42"},
        {HEAD "\"organisations\": [{\"name\": \"A\"}]}", "2:19 error: an organisation needs \"id\""},
        {HEAD "\"organisations\": [{\"id\": \"a\", \"name\": \"A\", \"judgments\": [{\"area\": \"x\", \"grade\": "
              "\"good\"}, {\"area\": \"y\", \"grade\": \"good\"}]}]}",
         "2:81 error: the dataset has no \"scale\" to which the grade \"good\" could belong | declare it in the "
         "header, worst first: \"scale\": [\"inadequate\", …]"},
        {HEAD "\"organisations\": [{\"id\": \"a\", \"name\": \"A\"},\n{\"id\": \"b\", \"name\": \"B\"},\n{\"id\": "
              "\"a\", \"name\": \"C\"}]}",
         "4:8 error: the organisation \"a\" stands twice; the first is on line 2 | give each an id of its own"},
    };
    HOLD(document, rules);
}
END_TEST

/* Keys behind the organisations are told at their own place; what the header lacks is not told again for every
 * organisation. */
START_TEST(one_mistake_costs_one_message)
{
    folder_enter();
    ck_assert_str_eq(
        document(HEAD "\"organisations\": [\n{\"id\": \"a\", \"name\": \"A\", \"samples\": {\"f\": {\"reviewed\": 1, "
                      "\"met\": 1}}},\n"
                      "{\"id\": \"b\", \"name\": \"B\", \"judgments\": [{\"area\": \"a\", \"grade\": \"good\"}]}],\n"
                      "\"samples\": [], \"scale\": \"good\", \"noet\": 1}\n"),
        "5:12 error: \"samples\" must be an object, the catalogue, got an array\n"
        "5:25 error: \"scale\" must be an array of grades, worst first, got the string \"good\" | put it in brackets: "
        "[ … ]\n"
        "5:33 error: a dataset has no key \"noet\" | did you mean \"note\"?\n");
    folder_leave();
}
END_TEST

/* Header, organisations, a broken one between them: everything in one run, in order of the file. */
START_TEST(all_problems_in_one_run)
{
    folder_enter();
    folder_write("x.jsonl", "{\"format\": \"peel.dataset.v1\", \"round\": \"r\", \"yeer\": 2021}\n{\"id\": "
                            "\"a\"}\n{\"id\": \"b\", \"name\": }\n"
                            "\n{\"id\": \"c\", \"name\": 3}\n");
    ck_assert_str_eq(
        problems("x.jsonl", 1),
        "1:1 error: a dataset needs \"year\"\n1:45 error: a dataset has no key \"yeer\" | did you mean \"year\"?\n"
        "2:1 error: an organisation needs \"name\"\n"
        "3:21 error: a value is missing before \"}\"\n"
        "5:21 error: \"name\" must be a string, got the number 3 | write \"3\", in quotes\n");
    folder_leave();
}
END_TEST

/* --- Records ---------------------------------------------------------------------------------------------------------
 */

static void put_citation(struct buf *b, const struct citation *c)
{
    buf_printf(b, " [%d %.*s]", (int)c->source, (int)c->place.n, c->place.s ? c->place.s : "");
}

static void put_date(struct buf *b, struct date d) { buf_printf(b, " %d-%d-%d", d.year, d.month, d.day); }

static void put_str(struct buf *b, struct str s) { buf_printf(b, " '%.*s'", (int)s.n, s.s ? s.s : ""); }

static void put_evidence(struct buf *b, const struct dataset *d, const struct org *o)
{
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++)
        for (uint32_t slot = 0; slot < d->catalogues[kind].count; slot++) {
            const struct evidence *is = org_evidence(o, (enum evidence_kind)kind, slot);
            org_pointer(d, o, (enum evidence_kind)kind, slot, b);
            buf_printf(b, " %d %d %u ", is->missing, is->mentioned, is->offset);
            phrase_value(d, o, (enum evidence_kind)kind, slot, b);
            put_citation(b, &is->source);
            put_str(b, is->note);
            buf_char(b, '\n');
        }
    for (size_t i = 0; i < d->catalogues[EVIDENCE_ESTIMATE].count; i++)
        buf_printf(b, "%g %d\n", o->estimates[i].level, (int)o->estimates[i].n);
    for (size_t i = 0; i < d->catalogues[EVIDENCE_SAMPLE].count; i++)
        buf_printf(b, "%d\n", (int)o->samples[i].population);
}

static void put_records(struct buf *b, const struct org *o)
{
    for (size_t i = 0; i < o->finding_count; i++) {
        const struct finding *f = &o->findings[i];
        buf_printf(b, "finding %d %g %u", f->weakness, f->weight, f->offset);
        put_str(b, f->id), put_str(b, f->text), put_str(b, f->note), put_citation(b, &f->source);
        for (size_t j = 0; j < f->against_count; j++) {
            put_str(b, f->against[j]);
            ck_assert_uint_eq(f->against_slot[j], NO_SLOT);
        }
        buf_char(b, '\n');
    }
    for (size_t i = 0; i < o->judgment_count; i++) {
        const struct judgment *j = &o->judgments[i];
        buf_printf(b, "judgment %d %d %u", j->grade, j->status, j->offset);
        put_str(b, j->area), put_str(b, j->round), put_str(b, j->note), put_date(b, j->date),
            put_citation(b, &j->source);
        buf_char(b, '\n');
    }
    for (size_t i = 0; i < o->moderation_count; i++) {
        const struct moderation *m = &o->moderations[i];
        buf_printf(b, "moderation %d %u", m->to, m->offset);
        put_str(b, m->area), put_str(b, m->by), put_str(b, m->why), put_date(b, m->date), put_date(b, m->withdrawn);
        buf_char(b, '\n');
    }
    for (size_t i = 0; i < o->action_count; i++) {
        const struct action *a = &o->actions[i];
        buf_printf(b, "action %d %u", a->concern, a->offset);
        put_str(b, a->id), put_str(b, a->area), put_str(b, a->text), put_str(b, a->round), put_citation(b, &a->source);
        for (size_t j = 0; j < a->event_count; j++)
            put_date(b, a->events[j].date), put_str(b, a->events[j].status), put_str(b, a->events[j].comment),
                put_str(b, a->events[j].by);
        for (size_t j = 0; j < a->recommendation_count; j++)
            put_str(b, a->recommendations[j].text), put_str(b, a->recommendations[j].deadline);
        buf_char(b, '\n');
    }
    for (size_t i = 0; i < o->stated_count; i++) {
        buf_printf(b, "stated %d %d %u", o->stated[i].grade, (int)o->stated[i].count, o->stated[i].offset);
        put_citation(b, &o->stated[i].source);
        buf_char(b, '\n');
    }
}

static void put_org(struct buf *b, const struct dataset *d, const struct org *o)
{
    buf_printf(b, "organisation %llu %d %u", (unsigned long long)o->index, o->in_scope, o->id_offset);
    put_str(b, o->id), put_str(b, o->name);
    buf_char(b, '\n');
    put_evidence(b, d, o);
    put_records(b, o);
}

/* Loads a file in full, both passes; out gets its records. False, and problems, where that fails. */
static bool load_all(const char *name, unsigned workers, struct buf *out, struct diags *d)
{
    struct batch batch;
    struct arena arena;
    jmp_buf escape;
    batch_init(&batch);
    arena_init(&arena);
    arena.escape = &escape;
    struct load *volatile load = load_open(name, d);
    volatile bool good = load && load_check(load, workers, d) && load_rewind(load);
    if (setjmp(escape)) { /* load_org found no memory: that is the caller's to tell */
        diag_add(d, DIAG_ERROR, (struct place){name, 0, 0, 0}, NULL, "out of memory");
        good = false;
    }
    while (good && load_bring(load, &batch, d))
        for (size_t i = 0; good && i < batch.count; i++) {
            const struct org *o = load_org(load, &batch, i, &arena, NULL);
            ck_assert_ptr_nonnull(o);
            if (out) put_org(out, load_dataset(load), o);
            arena_reset(&arena);
        }
    good = good && d->errors == 0;
    load_close(load);
    arena_done(&arena);
    batch_done(&batch);
    return good;
}

static const char *sample_path(const char *name)
{
    static char path[600];
    const char *root = getenv("ROOT");
    snprintf(path, sizeof path, "%s/tests/schema/good/%s", root ? root : ".", name);
    return path;
}

START_TEST(both_forms_give_the_same_records)
{
    struct buf one, other;
    struct diags d;
    buf_init(&one), buf_init(&other), diags_init(&d);
    ck_assert(load_all(sample_path("synthetic-everything.json"), 1, &one, &d));
    ck_assert(load_all(sample_path("synthetic-everything.jsonl"), 1, &other, &d));
    ck_assert_str_eq(buf_text(&one), buf_text(&other));
    ck_assert_ptr_nonnull(strstr(buf_text(&one), "/organisations/0/measures/incidents 0 1 "));
    ck_assert_ptr_nonnull(
        strstr(buf_text(&one), "13157 incidents (12 per 1,000 residents) [0 page 4] 'provisional'\n"));
    ck_assert_ptr_nonnull(strstr(buf_text(&one), "/organisations/1/samples/files 1 0 0 not collected"));
    buf_done(&one), buf_done(&other), diags_done(&d);
}
END_TEST

/* Every number and string the short way, every key the long way; and all with escapes and white space in their way. */
START_TEST(other_spellings_give_the_same_records)
{
    struct buf one, other;
    struct diags d;
    static char text_of[8000];
    buf_init(&one), buf_init(&other), diags_init(&d);
    ck_assert(load_all(sample_path("synthetic-everything.json"), 1, &one, &d));
    FILE *file = fopen(sample_path("synthetic-everything.json"), "r");
    text_of[fread(text_of, 1, sizeof text_of - 1, file)] = '\0';
    fclose(file);
    folder_enter();
    folder_write("x.json", spaced(text_of));
    ck_assert(load_all("x.json", 1, &other, &d));
    ck_assert_str_eq(buf_text(&other), buf_text(&one));
    for (char *at = text_of; (at = strstr(at, ", \""));) memcpy(at, "\n,\"", 3);
    folder_write("x.json", text_of);
    buf_clear(&other);
    ck_assert(load_all("x.json", 1, &other, &d));
    ck_assert_str_eq(buf_text(&other), buf_text(&one));
    buf_done(&one), buf_done(&other), diags_done(&d);
    folder_leave();
}
END_TEST

/* A key that stands twice, whichever way the two are read; the first one counts. */
START_TEST(keys_that_stand_twice)
{
    static const struct rule rules[] = {
        {"\"measures\": {\"calls\": 1, \"calls\": 2}",
         "4:26 error: the key \"calls\" stands twice in this object | the first stands at line 4, column 14"},
        {"\"measures\": {\"c\\u0061lls\": 1, \"asb_incidents\": 3, \"calls\": 2}",
         "4:51 error: the key \"calls\" stands twice in this object | the first stands at line 4, column 14"},
        {"\"measures\": {\"calls\": 1, \"c\\u0061lls\": 2}",
         "4:26 error: the key \"calls\" stands twice in this object | the first stands at line 4, column 14"},
        {"\"measures\": {\"cals\": 1, \"cals\": 2}",
         "4:14 error: no measure \"cals\" is declared | did you mean \"calls\"?\n"
         "4:25 error: the key \"cals\" stands twice in this object | the first stands at line 4, column 14"},
        {"\"findings\": [{\"kind\": \"strength\", \"against\": \"a/b\", \"text\": \"t\", \"kind\": \"weakness\"}]",
         "4:66 error: the key \"kind\" stands twice in this object | the first stands at line 4, column 15"},
        {"\"x\": {\"a\": 1, \"a\": 2}, \"x\": 1",
         "4:15 error: the key \"a\" stands twice in this object | the first stands at line 4, column 7\n"
         "4:24 error: the key \"x\" stands twice in this object | the first stands at line 4, column 1"},
    };
    HOLD(organisation, rules);
}
END_TEST

/* The record of what is not mentioned, of what the catalogue cites, and of defaults. */
START_TEST(records_are_filled)
{
    struct diags d;
    struct batch batch;
    struct arena arena;
    jmp_buf escape;
    diags_init(&d), batch_init(&batch), arena_init(&arena);
    arena.escape = &escape;
    struct load *load = load_open(sample_path("synthetic-everything.json"), &d);
    ck_assert(load_check(load, 1, &d) && load_rewind(load) && load_bring(load, &batch, &d));
    const struct dataset *data = load_dataset(load);
    const struct org *north = load_org(load, &batch, 0, &arena, NULL), *south = load_org(load, &batch, 1, &arena, NULL);
    ck_assert_uint_eq(load_count(load), 2);
    ck_assert_uint_eq(load_in_scope(load), 1);
    ck_assert(str_is(load_id(load, 1), "south"));
    uint32_t incidents = catalogue_find(&data->catalogues[EVIDENCE_MEASURE], STR("incidents"));
    ck_assert_uint_eq(south->measures[incidents].is.missing, PEEL_NOT_COLLECTED);
    ck_assert(!south->measures[incidents].is.mentioned);
    ck_assert_uint_eq(south->measures[incidents].is.source.source, 0); /* the catalogue's */
    ck_assert_uint_eq(south->measures[0].is.source.source, NO_SLOT);
    ck_assert(south->estimates[0].level == 0.95);
    ck_assert(!south->in_scope);
    ck_assert(str_is(north->measures[incidents].value.spelled, "13157"));
    ck_assert_int_eq(
        memcmp(batch.text + batch.pieces[0].start + north->measures[incidents].is.offset, "{\"value\": 13157", 15), 0);
    ck_assert_uint_eq(north->samples[1].met_missing, PEEL_UNREADABLE);
    ck_assert_uint_eq(north->samples[1].is.missing, PEEL_UNREADABLE);
    ck_assert_int_eq(data->catalogues[EVIDENCE_MEASURE].entries[incidents].denominator, 0);
    ck_assert_uint_eq(data->sources[0].published.month, 5);
    struct str near;
    ck_assert(load_has(load, STR("north"), &near));
    ck_assert(!load_has(load, STR("nort"), &near));
    ck_assert(str_is(near, "north"));
    ck_assert(!load_has(load, STR("elsewhere"), &near));
    ck_assert_ptr_null(near.s);
    ck_assert_int_eq(strncmp(load_digest(load), "sha256:", 7), 0);
    load_close(load), arena_done(&arena), batch_done(&batch), diags_done(&d);
}
END_TEST

/* Escapes in keys of the catalogue and in values mean what they say. */
START_TEST(escaped_keys_are_the_same_keys)
{
    folder_enter();
    ck_assert_str_eq(
        organisation("\"m\\u0065asures\": {\"\\u0063alls\": 3, \"\\u0077eather\": 1}"),
        "4:36 error: no measure \"weather\" is declared | declare it in the header's \"measures\", with a title\n");
    folder_leave();
}
END_TEST

/* --- Many organisations, many workers
 * ----------------------------------------------------------------------------------- */

/* 4,000 organisations; every 7th has a mistake, every 500th has the id of the first. */
static void write_many(const char *name)
{
    FILE *f = fopen(name, "w");
    fputs("{\"format\": \"peel.dataset.v1\", \"round\": \"r\", \"year\": 2021, \"measures\": {\"calls\": {\"title\": "
          "\"C\"}}}\n",
          f);
    for (int i = 0; i < 4000; i++) {
        const char *key = i % 7 == 6 ? "cals" : "calls";
        if (i % 500 == 499)
            fprintf(f, "{\"id\": \"org-0\", \"name\": \"N\", \"measures\": {\"%s\": %d}}\n", key, i);
        else
            fprintf(f, "{\"id\": \"org-%d\", \"name\": \"N\", \"measures\": {\"%s\": %d}}\n", i, key, i);
    }
    fclose(f);
}

START_TEST(workers_do_not_show)
{
    folder_enter();
    write_many("x.jsonl");
    splitter_sizes((struct split_sizes){4096, 3000, SPLIT_ORG_LIMIT, SPLIT_HEADER_LIMIT});
    char *one = strdup(problems("x.jsonl", 1));
    ck_assert_ptr_nonnull(strstr(one, "8:46 error: no measure \"cals\" is declared | did you mean \"calls\"?\n"));
    ck_assert_ptr_nonnull(strstr(one, "4001:8 error: the organisation \"org-0\" stands twice; the first is on line 2 | "
                                      "give each an id of its own\n"));
    size_t lines = 0;
    for (const char *c = one; *c; c++) lines += *c == '\n';
    ck_assert_uint_eq(lines, 4000 / 7 + 4000 / 500);
    ck_assert_str_eq(problems("x.jsonl", 2), one);
    ck_assert_str_eq(problems("x.jsonl", 7), one);
    free(one);
    folder_leave();
}
END_TEST

START_TEST(the_limit_is_kept_and_the_rest_counted)
{
    folder_enter();
    write_many("x.jsonl");
    splitter_sizes((struct split_sizes){4096, 3000, SPLIT_ORG_LIMIT, SPLIT_HEADER_LIMIT});
    for (unsigned workers = 1; workers <= 3; workers++) {
        struct diags d;
        diags_init(&d);
        d.limit = 5;
        struct load *load = load_open("x.jsonl", &d);
        ck_assert(!load_check(load, workers, &d));
        ck_assert_uint_eq(d.count, 5);
        ck_assert_uint_eq(d.errors, 4000 / 7 + 4000 / 500);
        ck_assert_uint_eq(d.list[4].place.line, 2 + 6 + 4 * 7);
        buf_clear(&text);
        diags_render(&d, &text, false);
        ck_assert_ptr_nonnull(strstr(buf_text(&text), "… and 574 more\n579 errors\n"));
        load_close(load);
        diags_done(&d);
    }
    folder_leave();
}
END_TEST

/* --- A file that changes between the readings
 * ------------------------------------------------------------------------------ */

static const char *change(const char *from, const char *to)
{
    struct diags d;
    struct batch batch;
    struct arena arena;
    jmp_buf escape;
    diags_init(&d), batch_init(&batch), arena_init(&arena);
    arena.escape = &escape;
    folder_write("x.json", from);
    struct load *load = load_open("x.json", &d);
    ck_assert(load_check(load, 1, &d));
    folder_write("x.json", to);
    ck_assert(load_rewind(load));
    while (load_bring(load, &batch, &d))
        for (size_t i = 0; i < batch.count; i++) load_org(load, &batch, i, &arena, NULL);
    const char *said = told(&d);
    load_close(load), batch_done(&batch), arena_done(&arena), diags_done(&d);
    return said;
}

#define CALLS(value)                                                                                                   \
    HEAD NAMES "\"organisations\": [{\"id\": \"a\", \"name\": \"A\", \"measures\": {\"calls\": " value "}}]}\n"

START_TEST(a_change_is_noticed)
{
    static const char changed[] = "error: the file changed between the two readings of it | leave it alone while it is "
                                  "being read, and start again\n";
    folder_enter();
    ck_assert_str_eq(change(CALLS("31"), CALLS("31")), "");
    ck_assert_str_eq(change(CALLS("31"), CALLS("13")), changed);
    ck_assert_str_eq(change(CALLS("31"), CALLS("31") "  "), changed);
    folder_leave();
}
END_TEST

/* Read without checks, another type is still no record. */
START_TEST(another_type_is_no_record)
{
    folder_enter();
    struct diags d;
    struct batch batch;
    struct arena arena;
    jmp_buf escape;
    diags_init(&d), batch_init(&batch), arena_init(&arena);
    arena.escape = &escape;
    folder_write("x.json", CALLS("31"));
    struct load *load = load_open("x.json", &d);
    ck_assert(load_check(load, 1, &d) && load_rewind(load) && load_bring(load, &batch, &d));
    char *value = strstr(batch.text, "31");
    memcpy(value, "[]", 2);
    ck_assert_ptr_null(load_org(load, &batch, 0, &arena, NULL));
    memcpy(value, "3}", 2);
    ck_assert_ptr_null(load_org(load, &batch, 0, &arena, NULL));
    load_close(load), batch_done(&batch), arena_done(&arena), diags_done(&d);
    folder_leave();
}
END_TEST

/* --- Memory
 * ------------------------------------------------------------------------------------------------------------------ */

static size_t fail_until_it_works(const char *name, unsigned workers)
{
    for (size_t n = 1;; n++) {
        struct diags d;
        diags_init(&d);
        mem_fail_after(n);
        bool good = load_all(name, workers, NULL, &d);
        size_t failed = mem_failed();
        mem_fail_after(0);
        if (!good && failed) ck_assert(d.errors > 0 && d.starved);
        diags_done(&d);
        if (good && !failed) return n;
        ck_assert_uint_lt(n, 5000);
    }
}

START_TEST(without_memory)
{
    char path[600];
    snprintf(path, sizeof path, "%s", sample_path("synthetic-everything.json"));
    ck_assert_uint_gt(fail_until_it_works(path, 1), 10);
    ck_assert_uint_gt(fail_until_it_works(path, 2), 10);
    snprintf(path, sizeof path, "%s", sample_path("synthetic-everything.jsonl"));
    ck_assert_uint_gt(fail_until_it_works(path, 1), 10);
}
END_TEST

/* The same while there is much to complain of. */
START_TEST(without_memory_for_complaints)
{
    folder_enter();
    folder_write(
        "x.json", HEAD NAMES ORGS
        "\"measures\": {\"cals\": 1, \"calls\": \"n/a\"}, \"estimates\": {\"recorded\": {\"value\": \"1.9%\"}},"
        "\"findings\": [{\"id\": \"f\"}, {\"id\": \"f\"}], \"judgments\": [{\"area\": \"a\", \"grade\": "
        "\"god\"}]}]}\n");
    for (size_t n = 1;; n++) {
        struct diags d;
        diags_init(&d);
        mem_fail_after(n);
        ck_assert(!load_all("x.json", 1, NULL, &d));
        size_t failed = mem_failed();
        mem_fail_after(0);
        ck_assert_uint_gt(d.errors, 0);
        diags_done(&d);
        if (!failed) break;
        ck_assert_uint_lt(n, 5000);
    }
    folder_leave();
}
END_TEST

UNIT("load", a_problem_is_shown, a_good_one_says_nothing, values, names, findings, judgments, stated_counts, actions,
     dates, headers, frames, one_mistake_costs_one_message, all_problems_in_one_run, both_forms_give_the_same_records,
     other_spellings_give_the_same_records, keys_that_stand_twice, records_are_filled, escaped_keys_are_the_same_keys,
     workers_do_not_show, the_limit_is_kept_and_the_rest_counted, a_change_is_noticed, another_type_is_no_record,
     without_memory, without_memory_for_complaints);
