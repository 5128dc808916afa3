/* test_load_judgments.c: what people wrote of an organisation: findings, judgments and moderations, stated counts,
 * actions, and the dates of all; each rule by its message. */
#include "loading.h"

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

UNIT("load judgments", findings, judgments, stated_counts, actions, dates);
