/* test_watching.c: peel test --watch, from outside: a child that watches a pack while its files change. Nothing is asserted of how long it takes, but that it
 * comes within the test's limit. */
#include "cli/command.h"
#include "folder.h"
#include <check.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

static const char PACK[] = "return pack { name = 'p', version = '1', title = 'P', scale = { 'poor', 'fair' }, areas = { 'a' }, evidence = { measures = { m = 'M' } },\n"
                           "parameters = { one = { 1, 'one', rests = 'ours' } }, ladder = { standard = 'fair', rungs = { poor = 0, fair = 1 } } }\n";
static const char AREA[] = "return area { title = 'A', question = 'A?', characteristic 'c' { level = 'fair', text = 'C', rests = 'ours',\n"
                           "judge = function(f, p) local m = f.measures.m if m:above(p.one) then return met '{m} is more' end return not_met '{m} is few' end } }\n";
static const char GOOD[] = "return cases { area = 'a', case 'c' { measures = { m = 3 }, expect = { c = 'met' } } }\n";
static const char BAD[] = "return cases { area = 'a', case 'c' { measures = { m = 3 }, expect = { c = 'not-met' } } }\n";

static void enter(void)
{
    folder_enter();
    ck_assert(mkdir("p", 0777) == 0 && mkdir("p/areas", 0777) == 0 && mkdir("p/tests", 0777) == 0);
    folder_write("p/pack.lua", PACK);
    folder_write("p/areas/a.lua", AREA);
    folder_write("p/tests/t.lua", GOOD);
}

/* The child; what it says goes to the file `said`. */
static pid_t start(void)
{
    pid_t child = fork();
    if (child != 0) return child;
    char *words[] = {"--watch", "p"};
    struct settings settings;
    struct console console;
    struct diags diags;
    int said = open("said", O_WRONLY | O_CREAT | O_APPEND, 0666);
    dup2(said, STDOUT_FILENO), dup2(said, STDERR_FILENO);
    signal(SIGINT, SIG_DFL);
    settings_init(&settings);
    diags_init(&diags);
    if (!settings_read(&settings, COMMAND_TEST.options, 2, words, &diags)) _exit(99);
    console_init(&console, &settings);
    console.style.utf8 = false;
    _exit(COMMAND_TEST.run(&settings, &console));
}

/* The test's own limit ends what never comes. */
static void wait_for(const char *words)
{
    const struct timespec moment = {0, 20000000};
    while (!folder_read("said") || !strstr(folder_read("said"), words)) nanosleep(&moment, NULL);
}

static int end(pid_t child, int number)
{
    int status;
    ck_assert_int_eq(kill(child, number), 0);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFEXITED(status));
    return WEXITSTATUS(status);
}

START_TEST(each_change_is_a_run)
{
    enter();
    pid_t child = start();
    wait_for("watching p; Ctrl-C ends it");
    ck_assert_ptr_nonnull(strstr(folder_read("said"), "p 1: 1 case, 1 passed, 0 failed\n"));
    folder_write("p/tests/t.lua", BAD);
    wait_for("-- 2: tests/t.lua changed ---");
    wait_for("p 1: 1 case, 0 passed, 1 failed\n");
    folder_write("p/tests/more.lua", "return cases { area = 'a', case 'd' { measures = { m = 1 }, expect = { c = 'not-met' } } }\n");
    wait_for("-- 3: tests/more.lua is new ---");
    wait_for("p 1: 2 cases, 1 passed, 1 failed\n");
    ck_assert(unlink("p/tests/more.lua") == 0 && unlink("p/tests/t.lua") == 0);
    wait_for(" is gone");
    wait_for("the pack has no cases: nothing was tested");
    folder_write("p/areas/a.lua", "return area {");
    wait_for("areas/a.lua changed ---");
    wait_for("areas/a.lua:1: error: the end of the file");
    ck_assert_int_eq(end(child, SIGINT), PEEL_CANNOT);
    folder_leave();
}
END_TEST

/* A pack that is replaced by another folder of its name, as version control does it, is watched on. */
START_TEST(a_folder_put_in_its_place_is_seen)
{
    enter();
    pid_t child = start();
    wait_for("1 passed");
    ck_assert(mkdir("q", 0777) == 0 && rename("p/areas", "q/areas") == 0 && mkdir("q/tests", 0777) == 0);
    folder_write("q/pack.lua", PACK);
    folder_write("q/tests/t.lua", BAD);
    ck_assert(rename("p", "old") == 0 && rename("q", "p") == 0);
    wait_for("1 failed");
    ck_assert_int_eq(end(child, SIGTERM), PEEL_NEGATIVE);
    folder_leave();
}
END_TEST

START_TEST(no_pack_is_no_watching)
{
    enter();
    ck_assert_int_eq(rename("p", "other"), 0);
    pid_t child = start();
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == PEEL_CANNOT);
    ck_assert_ptr_nonnull(strstr(folder_read("said"), "there is no pack \"p\""));
    folder_leave();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("watching");
    TCase *t = tcase_create("watching");
    tcase_set_timeout(t, 120);
    tcase_add_test(t, each_change_is_a_run);
    tcase_add_test(t, a_folder_put_in_its_place_is_seen);
    tcase_add_test(t, no_pack_is_no_watching);
    suite_add_tcase(suite, t);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
