/* test_load.c: a dataset as a whole: how its problems are shown, that one run tells all of them, whatever the number
 * of workers, and that a file which changes meanwhile is noticed. What may stand in it is held by the tests beside
 * this one. */
#include "loading.h"

/* --- A whole message --- */

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

/* --- Many organisations, many workers --- */

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

/* --- A file that changes between the readings --- */

static const char *change(const char *from, const char *to)
{
    struct diags d;
    struct batch batch;
    struct arena arena;
    diags_init(&d), batch_init(&batch), arena_init(&arena);
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
    diags_init(&d), batch_init(&batch), arena_init(&arena);
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

UNIT("load", a_problem_is_shown, a_good_one_says_nothing, one_mistake_costs_one_message, all_problems_in_one_run,
     workers_do_not_show, the_limit_is_kept_and_the_rest_counted, a_change_is_noticed, another_type_is_no_record);
