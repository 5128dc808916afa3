/* test_load_header.c: what a dataset says of itself, and the frame that its organisations stand in; each rule by its
 * message. */
#include "loading.h"

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

UNIT("load header", headers, frames);
