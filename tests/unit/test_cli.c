/* test_cli.c: what the command line is understood to say, the gate, and the help made from the same table. */
#include "base/mem.h"
#include "cli/command.h"
#include "cli/gate.h"
#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "folder.h"

static const struct option *const KNOWN[] = {
    &OPTION_RULES,      &OPTION_ONLY,        &OPTION_FORMAT,     &OPTION_OUTPUT,
    &OPTION_JOBS,       &OPTION_FAIL_ON,     &OPTION_MAX_ERRORS, &OPTION_MAX_INSTRUCTIONS,
    &OPTION_MAX_MEMORY, &OPTION_MAX_SECONDS, &OPTION_MAX_OUTPUT, NULL};

static struct settings settings;
static struct diags diags;

static void start(void)
{
    settings_init(&settings);
    diags_init(&diags);
}

static void stop(void)
{
    settings_done(&settings);
    diags_done(&diags);
}

#define READ(...) read_words((char *[]){__VA_ARGS__, NULL})
static bool read_words(char **words)
{
    int n = 0;
    while (words[n]) n++;
    return settings_read(&settings, KNOWN, n, words, &diags);
}

static void refused(const char *message, const char *hint)
{
    ck_assert_uint_eq(diags.errors, 1);
    ck_assert_str_eq(diags.list[0].message, message);
    ck_assert_str_eq(diags.list[0].hint, hint);
}

START_TEST(options_and_operands_mix)
{
    ck_assert(READ("a.json", "-r", "peel-2021", "--only=north", "-fjsonl", "-", "-j", "3", "-qv", "--", "-o"));
    ck_assert_str_eq(settings.rules, "peel-2021");
    ck_assert_str_eq(settings.only, "north");
    ck_assert_ptr_eq(settings.format, &FORMAT_JSONL);
    ck_assert_uint_eq(settings.jobs, 3);
    ck_assert(settings.quiet && settings.verbose);
    ck_assert_uint_eq(settings.operand_count, 3);
    ck_assert_str_eq(settings.operands[0], "a.json");
    ck_assert_str_eq(settings.operands[1], "-");
    ck_assert_str_eq(settings.operands[2], "-o");
    ck_assert_ptr_null(settings.output);
}
END_TEST

START_TEST(what_is_not_said_has_its_default)
{
    ck_assert(READ("a.json"));
    ck_assert_ptr_eq(settings.format, &FORMAT_TEXT);
    ck_assert_uint_eq(settings.jobs, 0);
    ck_assert_uint_eq(settings.limits.instructions, 1000000);
    ck_assert_uint_eq(settings.limits.memory, 64u << 20);
    ck_assert_uint_eq(settings.limits.output, 64u << 10);
    ck_assert_uint_eq(settings.max_errors, 50);
    ck_assert_int_eq(settings.colour, WHEN_AUTO);
}
END_TEST

START_TEST(sizes_have_units)
{
    ck_assert(READ("--max-memory", "8M", "--max-output=512", "--max-seconds", "0.25", "--max-instructions", "20000"));
    ck_assert_uint_eq(settings.limits.memory, 8388608); /* 8 * 1024 * 1024 */
    ck_assert_uint_eq(settings.limits.output, 512);
    ck_assert_double_eq(settings.limits.seconds, 0.25);
    ck_assert_uint_eq(settings.limits.instructions, 20000);
}
END_TEST

START_TEST(gates_are_a_list)
{
    ck_assert(READ("--fail-on", "good,cause-of-concern", "--fail-on=inadequate"));
    ck_assert_uint_eq(settings.gate_count, 3);
    ck_assert(str_is(settings.gates[0], "good"));
    ck_assert(str_is(settings.gates[1], "cause-of-concern"));
    ck_assert(str_is(settings.gates[2], "inadequate"));
}
END_TEST

static const struct {
    char *words[3];
    const char *message, *hint;
} WRONG[] = {
    {{"--onyl", "x"}, "unknown option --onyl", "did you mean --only?"},
    {{"--zzzzzz"}, "unknown option --zzzzzz", ""},
    {{"-z"}, "unknown option -z", ""},
    {{"-f", "jsn"}, "--format wants text, json, jsonl or csv, got \"jsn\"", "did you mean json?"},
    {{"--color=alwas"}, "--color wants auto, always or never, got \"alwas\"", "did you mean always?"},
    {{"-j", "257"}, "--jobs wants a whole number up to 256, or auto, got \"257\"", ""},
    {{"-j", "-1"}, "--jobs wants a whole number up to 256, or auto, got \"-1\"", ""},
    {{"-j", "99999999999999999999"},
     "--jobs wants a whole number up to 256, or auto, got \"99999999999999999999\"",
     ""},
    {{"--max-memory", "0"}, "--max-memory wants a number of bytes, which may end in K, M or G, got \"0\"", ""},
    {{"--max-memory", "18446744073709551615G"},
     "--max-memory wants a number of bytes, which may end in K, M or G, got \"18446744073709551615G\"",
     ""},
    {{"--max-memory", "12Mb"}, "--max-memory wants a number of bytes, which may end in K, M or G, got \"12Mb\"", ""},
    {{"--max-seconds", "nan"}, "--max-seconds wants a number of seconds above 0, got \"nan\"", ""},
    {{"--max-errors", "0"}, "--max-errors wants a whole number from 1 to 100000, got \"0\"", ""},
    {{"--only="}, "--only wants an id, got \"\"", ""},
    {{"--quiet=yes"}, "--quiet takes no value, got \"yes\"", ""},
    {{"-r"}, "--rules wants a folder or a name, and nothing follows it", ""},
    {{"--fail-on", "good,,bad"},
     "--fail-on wants grades or cause-of-concern, with commas between them, got \"good,,bad\"",
     ""},
};

START_TEST(what_is_wrong_is_told)
{
    char *words[4] = {WRONG[_i].words[0], WRONG[_i].words[1], WRONG[_i].words[2], NULL};
    ck_assert(!read_words(words));
    refused(WRONG[_i].message, WRONG[_i].hint);
}
END_TEST

START_TEST(all_mistakes_are_told_at_once)
{
    ck_assert(!READ("--nope-nope", "-f", "xml", "-j", "many"));
    ck_assert_uint_eq(diags.errors, 3);
}
END_TEST

static struct str SCALE[] = {{"bad", 3}, {"fair", 4}, {"good", 4}};
static const struct pack PACK = {.decl = {.name = {"p", 1}, .scale = {SCALE, 3}}};

START_TEST(a_gate_is_the_best_grade_named)
{
    struct gate_plan plan;
    ck_assert(READ("--fail-on", "bad,fair"));
    ck_assert(gate_resolve(&plan, &settings, &PACK, &diags));
    ck_assert_int_eq(plan.grade, 1);
    ck_assert(!plan.concerns);
    struct run_totals at_fair = {.areas.below = {0, 1, 5}}, above = {.areas.below = {0, 0, 5}, .concerns = 2},
                      outside = {.areas_outside.below = {1}};
    ck_assert(gate_fails(&plan, &PACK, &at_fair));
    ck_assert(!gate_fails(&plan, &PACK, &above));
    ck_assert(gate_fails(&plan, &PACK, &outside)); /* out of scope is of the cohort; it is judged all the same */
}
END_TEST

START_TEST(a_gate_may_be_a_cause_of_concern)
{
    struct gate_plan plan;
    ck_assert(READ("--fail-on", "cause-of-concern"));
    ck_assert(gate_resolve(&plan, &settings, &PACK, &diags));
    struct run_totals bad = {.areas.below = {3}}, concern = {.concerns = 1};
    ck_assert(!gate_fails(&plan, &PACK, &bad));
    ck_assert(gate_fails(&plan, &PACK, &concern));
}
END_TEST

START_TEST(a_gate_must_be_on_the_scale)
{
    struct gate_plan plan;
    ck_assert(READ("--fail-on", "goood"));
    ck_assert(!gate_resolve(&plan, &settings, &PACK, &diags));
    refused("--fail-on: \"goood\" is neither a grade of p nor cause-of-concern", "did you mean good?");
}
END_TEST

/* Every option of every command stands in its help, and no letter or name stands for two. */
START_TEST(help_and_table_agree)
{
    for (size_t c = 0; COMMANDS[c]; c++) {
        struct buf text;
        buf_init(&text);
        usage_command(COMMANDS[c], 100, &text);
        for (size_t i = 0; COMMANDS[c]->options[i]; i++) {
            char name[64];
            snprintf(name, sizeof name, "--%s", COMMANDS[c]->options[i]->name);
            ck_assert_ptr_nonnull(strstr(buf_text(&text), name));
            for (size_t k = 0; OPTIONS_GLOBAL[k]; k++) {
                ck_assert_str_ne(COMMANDS[c]->options[i]->name, OPTIONS_GLOBAL[k]->name);
                ck_assert(!COMMANDS[c]->options[i]->letter ||
                          COMMANDS[c]->options[i]->letter != OPTIONS_GLOBAL[k]->letter);
            }
            for (size_t k = 0; k < i; k++) {
                ck_assert_str_ne(COMMANDS[c]->options[i]->name, COMMANDS[c]->options[k]->name);
                ck_assert(!COMMANDS[c]->options[i]->letter ||
                          COMMANDS[c]->options[i]->letter != COMMANDS[c]->options[k]->letter);
            }
        }
        buf_done(&text);
    }
}
END_TEST

/* --- Out of memory ------------------------------------------------------------------------------------------------ */

static void be_quiet(void)
{
    int nowhere = open("/dev/null", O_WRONLY);
    ck_assert(nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0 && dup2(nowhere, STDERR_FILENO) >= 0);
}

/* What is good is never called wrong because memory ended: it is not known. One child each, for it says nothing. `wider`: each step is by so much of the way so far wider; 0: none
 * is. */
static void never_negative(size_t step, size_t wider, void (*starve)(size_t nth))
{
    struct console console = {0};
    size_t failed = 1, runs = 0;
    for (size_t n = 1; failed > 0; n += step + (wider ? n / wider : 0), runs++) {
        starve(n);
        enum peel_exit status = COMMAND_CHECK.run(&settings, &console);
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(status == PEEL_CANNOT || status == PEEL_DONE, "step %zu: %d", n, (int)status);
        ck_assert_msg(failed > 0 || status == PEEL_DONE, "step %zu: nothing failed, and yet not done", n);
    }
    ck_assert_uint_gt(runs, 50);
}

#define COHORT "tests/packs/synthetic-cohort"

START_TEST(a_dataset_checked_without_memory_is_not_wrong)
{
    ck_assert(READ("-j", "1", COHORT "/data.json"));
    be_quiet();
    never_negative(1, 0, mem_fail_after);
    never_negative(1, 0, mem_fail_at);
}
END_TEST

START_TEST(years_checked_without_memory_are_not_wrong)
{
    ck_assert(READ("-j", "1", "samples/forces-2018.json", "samples/forces-2019.json"));
    be_quiet();
    never_negative(7, 0, mem_fail_after);
    never_negative(3, 0, mem_fail_at);
}
END_TEST

/* Most of what is allocated is luacheck's. */
START_TEST(a_pack_checked_without_memory_is_not_wrong)
{
    ck_assert(READ(COHORT));
    be_quiet();
    never_negative(5, 20, mem_fail_after);
    never_negative(3, 20, mem_fail_at);
}
END_TEST

/* Whatever ends for want of memory, the file of cases is the old one or the new one, and what says it is done has written it. */
START_TEST(cases_are_rewritten_whole_or_not)
{
    static const char pack[] = "return pack { name = 'p', version = '1', title = 'P', scale = { 'poor', 'fair' }, areas = { 'a' }, evidence = { measures = { m = 'M' } },\n"
                               "parameters = { one = { 1, 'one', rests = 'ours' } }, ladder = { standard = 'fair', rungs = { poor = 0, fair = 1 } } }\n";
    static const char area[] = "return area { title = 'A', question = 'A?', characteristic 'c' { level = 'fair', text = 'C', rests = 'ours',\n"
                               "judge = function(f, p) local m = f.measures.m if m:above(p.one) then return met '{m} is more' end return not_met '{m} is few' end } }\n";
    static const char old[] = "return cases { area = 'a', case 'c' { measures = { m = 3 }, expect = { c = 'not-met', grade = \"poor\", because = { c = '2 is' } } } }\n";
    static const char new[] = "return cases { area = 'a', case 'c' { measures = { m = 3 }, expect = { c = 'met', grade = \"fair\", because = { c = '3 is' } } } }\n";
    struct console console = {0};
    folder_enter();
    ck_assert(mkdir("p", 0777) == 0 && mkdir("p/areas", 0777) == 0 && mkdir("p/tests", 0777) == 0);
    folder_write("p/pack.lua", pack);
    folder_write("p/areas/a.lua", area);
    ck_assert(READ("p"));
    settings.update = settings.yes = true;
    be_quiet();
    for (size_t n = 1, failed = 1; failed > 0; n += 29) {
        folder_write("p/tests/t.lua", old);
        mem_fail_after(n);
        enum peel_exit status = COMMAND_TEST.run(&settings, &console);
        failed = mem_failed();
        mem_fail_after(0);
        const char *now = folder_read("p/tests/t.lua");
        ck_assert_msg(status == PEEL_DONE ? strcmp(now, new) == 0 : status == PEEL_CANNOT, "step %zu: %d", n, (int)status);
        ck_assert(strcmp(now, old) == 0 || strcmp(now, new) == 0);
        ck_assert(failed > 0 || status == PEEL_DONE);
    }
    folder_leave();
}
END_TEST

/* Two versions of a pack, was/p and is/p, and data for each. */
static void write_versions(void)
{
    static const char pack[] = "return pack { name = 'p', version = '1', title = 'P', scale = { 'poor', 'fair' }, areas = { 'a' }, evidence = { measures = { m = 'M' } },\n"
                               "parameters = { one = { %d, 'one', rests = 'ours' } }, ladder = { standard = 'fair', rungs = { poor = 0, fair = 1 } } }\n";
    static const char area[] = "return area { title = 'A', question = 'A?', characteristic 'c' { level = 'fair', text = 'C', rests = 'ours',\n"
                               "judge = function(f, p) local m = f.measures.m if m:above(p.one) then return met '{m} is more' end return not_met '{m} is few' end } }\n";
    static const char data[] = "{\"format\": \"peel.dataset.v1\", \"round\": \"%d\", \"year\": %d, \"measures\": {\"m\": {\"title\": \"M\"}},\n"
                               " \"organisations\": [{\"id\": \"o\", \"name\": \"O\", \"measures\": {\"m\": %d}}]}\n";
    char text[1024], path[64];
    for (int i = 0; i < 2; i++) {
        const char *side = i ? "is" : "was";
        snprintf(path, sizeof path, "%s", side), mkdir(path, 0777);
        snprintf(path, sizeof path, "%s/p", side), mkdir(path, 0777);
        snprintf(path, sizeof path, "%s/p/areas", side), mkdir(path, 0777);
        snprintf(path, sizeof path, "%s/p/areas/a.lua", side), folder_write(path, area);
        snprintf(path, sizeof path, "%s/p/pack.lua", side), snprintf(text, sizeof text, pack, 1 + 8 * i), folder_write(path, text);
        snprintf(path, sizeof path, "%s.json", side), snprintf(text, sizeof text, data, 2021 + i, 2021 + i, 2 + 3 * i), folder_write(path, text);
    }
}

/* Whenever memory ends, there is no answer, or the whole of it. */
static void whole_or_none(size_t step, size_t wider, void (*starve)(size_t nth))
{
    struct console console = {0};
    size_t failed = 1, runs = 0;
    for (size_t n = 1; failed > 0; n += step + (wider ? n / wider : 0), runs++) {
        starve(n);
        enum peel_exit status = COMMAND_DIFF.run(&settings, &console);
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(status == PEEL_CANNOT || status == PEEL_NEGATIVE, "step %zu: %d", n, (int)status);
        ck_assert_msg(failed > 0 || status == PEEL_NEGATIVE, "step %zu: nothing failed, and yet no answer", n);
    }
    ck_assert_uint_gt(runs, 50);
}

/* Four gradings, and one for each edit. */
START_TEST(a_difference_without_memory_is_no_difference)
{
    folder_enter();
    write_versions();
    ck_assert(READ("-j", "1", "was/p:was.json", "is/p:is.json"));
    be_quiet();
    whole_or_none(13, 40, mem_fail_after);
    folder_leave();
}
END_TEST

static void grade_into(char *pack, char *data, char *result)
{
    struct console console = {0};
    ck_assert(READ("-r", pack, "-f", "json", "-o", result, data));
    ck_assert_int_eq(COMMAND_GRADE.run(&settings, &console), PEEL_DONE);
    stop(), start();
}

/* And where there is some again: what was counted by then is not all there is. */
START_TEST(two_results_without_memory_are_no_difference)
{
    folder_enter();
    write_versions();
    grade_into("was/p", "was.json", "was.result");
    grade_into("is/p", "is.json", "is.result");
    ck_assert(READ("was.result", "is.result"));
    be_quiet();
    whole_or_none(1, 0, mem_fail_after);
    whole_or_none(1, 0, mem_fail_at);
    folder_leave();
}
END_TEST

/* --- Asking ------------------------------------------------------------------------------------------------------- */

static bool answer(int terminal, const char *line)
{
    ck_assert(write(terminal, line, strlen(line)) == (ssize_t)strlen(line));
    return console_ask("Well? ");
}

START_TEST(only_a_yes_is_a_yes)
{
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    ck_assert(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    int ours = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    be_quiet();
    ck_assert(ours >= 0 && dup2(ours, STDIN_FILENO) == STDIN_FILENO);
    ck_assert(answer(terminal, "y\n") && answer(terminal, "Yes\n"));
    ck_assert(!answer(terminal, "n\n") && !answer(terminal, "\n") && !answer(terminal, "\004"));
}
END_TEST

START_TEST(who_is_not_there_is_not_asked)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
    ck_assert(!answer(ends[1], "y\n"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("cli");
    TCase *t = tcase_create("settings");
    tcase_add_checked_fixture(t, start, stop);
    tcase_add_test(t, options_and_operands_mix);
    tcase_add_test(t, what_is_not_said_has_its_default);
    tcase_add_test(t, sizes_have_units);
    tcase_add_test(t, gates_are_a_list);
    tcase_add_loop_test(t, what_is_wrong_is_told, 0, sizeof WRONG / sizeof *WRONG);
    tcase_add_test(t, all_mistakes_are_told_at_once);
    tcase_add_test(t, a_gate_is_the_best_grade_named);
    tcase_add_test(t, a_gate_may_be_a_cause_of_concern);
    tcase_add_test(t, a_gate_must_be_on_the_scale);
    tcase_add_test(t, help_and_table_agree);
    tcase_add_test(t, cases_are_rewritten_whole_or_not);
    tcase_add_test(t, only_a_yes_is_a_yes);
    tcase_add_test(t, who_is_not_there_is_not_asked);
    tcase_add_test(t, a_dataset_checked_without_memory_is_not_wrong);
    tcase_add_test(t, years_checked_without_memory_are_not_wrong);
    tcase_add_test(t, a_pack_checked_without_memory_is_not_wrong);
    tcase_add_test(t, a_difference_without_memory_is_no_difference);
    tcase_add_test(t, two_results_without_memory_are_no_difference);
    suite_add_tcase(suite, t);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
