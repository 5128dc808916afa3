/* test_load_values.c: what an organisation may give as evidence, and under which names; each rule by its message. */
#include "loading.h"

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

UNIT("load values", values, names, keys_that_stand_twice, escaped_keys_are_the_same_keys);
