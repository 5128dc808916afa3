#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>

#include "base/mem.h"
#include "folder.h"
#include "unit.h"

static struct diags diags;
static struct buf rendered;
static struct output o;

static const char *problems(void)
{
    buf_clear(&rendered);
    diags_render(&diags, &rendered, false);
    return buf_text(&rendered);
}

static void begin(void)
{
    diags_init(&diags);
    buf_init(&rendered);
    folder_enter();
}

static void end(void)
{
    folder_leave();
    diags_done(&diags);
    buf_done(&rendered);
}

static bool write_to(const char *path, const char *text)
{
    if (!output_open(&o, path, &diags)) return false;
    output_write(&o, text, strlen(text));
    return output_commit(&o, &diags);
}

static unsigned mode_of(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? status.st_mode & 0777 : 0;
}

START_TEST(whole_or_not_at_all)
{
    begin();
    folder_write("x", "old");
    ck_assert(output_open(&o, "x", &diags));
    output_write(&o, "new", 3);
    ck_assert_str_eq(folder_read("x"), "old");
    ck_assert_int_eq(folder_count(), 2);
    output_abort(&o);
    output_abort(&o);
    ck_assert_str_eq(folder_read("x"), "old");
    ck_assert_int_eq(folder_count(), 1);
    ck_assert(write_to("x", "new"));
    output_abort(&o);
    ck_assert_str_eq(folder_read("x"), "new");
    ck_assert_int_eq(folder_count(), 1);
    end();
}
END_TEST

START_TEST(permissions)
{
    begin();
    umask(027);
    ck_assert(write_to("fresh", "x"));
    ck_assert_uint_eq(mode_of("fresh"), 0640);
    folder_write("old", "x");
    chmod("old", 0604);
    ck_assert(write_to("old", "y"));
    ck_assert_uint_eq(mode_of("old"), 0604);
    end();
}
END_TEST

START_TEST(links_stay_links)
{
    begin();
    mkdir("folder", 0777);
    folder_write("folder/target", "old");
    ck_assert_int_eq(symlink("folder/target", "link"), 0);
    ck_assert_int_eq(symlink("link", "again"), 0);
    ck_assert(write_to("again", "new"));
    ck_assert_str_eq(folder_read("folder/target"), "new");
    char name[32] = "";
    ck_assert_int_eq(readlink("link", name, sizeof name - 1), 13);
    ck_assert_int_eq(symlink("folder/made", "dangling"), 0);
    ck_assert(write_to("dangling", "made"));
    ck_assert_str_eq(folder_read("folder/made"), "made");
    ck_assert_int_eq(symlink("loop", "loop"), 0);
    ck_assert(!write_to("loop", "x"));
    ck_assert_uint_eq(diags.errors, 1);
    end();
}
END_TEST

START_TEST(what_cannot_be_written_is_said)
{
    begin();
    mkdir("folder", 0777);
    ck_assert(!write_to("folder", "x"));
    ck_assert(!write_to("absent/x", "x"));
    ck_assert_str_eq(problems(), "folder: error: cannot be written: it is a directory\n"
                                 "absent/x: error: cannot be written: its folder does not exist\n2 errors\n");
    if (getuid() != 0) {
        diags_done(&diags);
        folder_write("kept", "x");
        chmod("kept", 0444);
        ck_assert(!write_to("kept", "y"));
        ck_assert_str_eq(problems(), "kept: error: cannot be written: permission denied\n1 error\n");
        ck_assert_str_eq(folder_read("kept"), "x");
    }
    end();
}
END_TEST

START_TEST(a_full_disk_leaves_the_old_file)
{
    begin();
    ck_assert(!write_to("/dev/full", "x"));
    ck_assert_str_eq(problems(), "/dev/full: error: cannot be written: No space left on device\n1 error\n");
    folder_write("x", "old");
    ck_assert(output_open(&o, "x", &diags));
    int full = open("/dev/full", O_WRONLY);
    dup2(full, o.fd);
    output_write(&o, "new", 3);
    output_write(&o, "more", 4);
    ck_assert(o.failed);
    ck_assert_int_eq(o.error, ENOSPC);
    ck_assert(!output_commit(&o, &diags));
    ck_assert_str_eq(folder_read("x"), "old");
    ck_assert_int_eq(folder_count(), 1);
    close(full);
    end();
}
END_TEST

START_TEST(devices_and_pipes_are_written_directly)
{
    begin();
    struct stat status;
    ck_assert(write_to("/dev/null", "x"));
    ck_assert(stat("/dev/null", &status) == 0 && S_ISCHR(status.st_mode));
    ck_assert_int_eq(mkfifo("fifo", 0666), 0);
    int reader = open("fifo", O_RDONLY | O_NONBLOCK);
    char got[4] = "";
    ck_assert(write_to("fifo", "abc"));
    ck_assert_int_eq(read(reader, got, 3), 3);
    ck_assert_str_eq(got, "abc");
    close(reader);
    end();
}
END_TEST

/* `peel -o /dev/stdout >>log` must add to the log, not replace it. */
START_TEST(dev_stdout_is_the_open_file_itself)
{
    begin();
    folder_write("log", "before ");
    fflush(stdout);
    int saved = dup(STDOUT_FILENO), log = open("log", O_WRONLY | O_APPEND);
    dup2(log, STDOUT_FILENO);
    bool written = write_to("/dev/stdout", "one ") && write_to(NULL, "two ") && write_to("/dev/fd/1", "three");
    dup2(saved, STDOUT_FILENO);
    close(saved);
    close(log);
    ck_assert(written);
    ck_assert_str_eq(folder_read("log"), "before one two three");
    end();
}
END_TEST

START_TEST(a_reader_that_left_is_an_error_not_a_crash)
{
    begin();
    int ends[2];
    signal(SIGPIPE, SIG_IGN);
    ck_assert_int_eq(pipe(ends), 0);
    close(ends[0]);
    fflush(stdout);
    int saved = dup(STDOUT_FILENO);
    dup2(ends[1], STDOUT_FILENO);
    bool written = write_to(NULL, "x");
    dup2(saved, STDOUT_FILENO);
    close(saved);
    close(ends[1]);
    ck_assert(!written);
    ck_assert_int_eq(o.error, EPIPE);
    ck_assert_str_eq(problems(), "<stdout>: error: cannot be written: Broken pipe\n1 error\n");
    end();
}
END_TEST

START_TEST(out_of_memory_leaves_nothing_behind)
{
    begin();
    folder_write("x", "old");
    size_t nth = 1;
    for (; nth < 20; nth++) {
        mem_fail_after(nth);
        bool written = write_to("x", "new");
        size_t failed = mem_failed();
        mem_fail_after(0);
        if (failed == 0) break;
        ck_assert(!written);
        ck_assert_str_eq(folder_read("x"), "old");
        ck_assert_int_eq(folder_count(), 1);
    }
    ck_assert_uint_gt(nth, 2);
    ck_assert_str_eq(folder_read("x"), "new");
    end();
}
END_TEST

UNIT("output", whole_or_not_at_all, permissions, links_stay_links, what_cannot_be_written_is_said,
     a_full_disk_leaves_the_old_file, devices_and_pipes_are_written_directly, dev_stdout_is_the_open_file_itself,
     a_reader_that_left_is_an_error_not_a_crash, out_of_memory_leaves_nothing_behind);
