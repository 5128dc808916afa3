#include "base/files.h"

#include <signal.h>

#include "base/mem.h"
#include "folder.h"
#include "unit.h"

static struct diags diags;
static struct buf rendered;

static const struct file_text FILES[] = {
    {"README", {"read\n", 5}}, {"a/one", {"1", 1}}, {"a/two", {"22", 2}}, {"b/c/three", {"333", 3}}};
enum { COUNT = sizeof FILES / sizeof *FILES };

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

static const char *problems(void)
{
    buf_clear(&rendered);
    diags_render(&diags, &rendered, false);
    diags_done(&diags);
    diags_init(&diags);
    return buf_text(&rendered);
}

static bool files_stand(const char *in)
{
    char path[200];
    for (size_t i = 0; i < COUNT; i++) {
        snprintf(path, sizeof path, "%s/%s", in, FILES[i].path);
        const char *text = folder_read(path);
        if (!text || strcmp(text, FILES[i].text.s) != 0) return false;
    }
    return true;
}

START_TEST(a_new_folder)
{
    begin();
    ck_assert(files_write("new//", FILES, COUNT, &diags));
    ck_assert(files_stand("new"));
    ck_assert_int_eq(folder_count(), 1);
    end();
}
END_TEST

/* The folder that somebody stands in stays that folder. */
START_TEST(an_empty_folder_is_filled)
{
    begin();
    struct stat before, after;
    ck_assert_int_eq(mkdir("here", 0750), 0);
    ck_assert_int_eq(stat("here", &before), 0);
    ck_assert(files_write("here", FILES, COUNT, &diags));
    ck_assert_int_eq(stat("here", &after), 0);
    ck_assert(before.st_ino == after.st_ino);
    ck_assert_uint_eq(after.st_mode & 0777, 0750);
    ck_assert(files_stand("here"));
    ck_assert_int_eq(chdir("here"), 0);
    ck_assert_int_eq(folder_count(), 3);
    end();
}
END_TEST

START_TEST(refusals)
{
    begin();
    folder_write("file", "x");
    ck_assert_int_eq(symlink("nowhere", "link"), 0);
    ck_assert_int_eq(mkdir("full", 0777), 0);
    folder_write("full/.hidden", "x");
    ck_assert(!files_write("file", FILES, COUNT, &diags));
    ck_assert_str_eq(problems(), "file: error: cannot be made: it is there already, and no folder\nhint: give another name\n1 error\n");
    ck_assert(!files_write("link", FILES, COUNT, &diags));
    ck_assert_str_eq(problems(), "link: error: cannot be made: it is a link that leads nowhere\nhint: give another name\n1 error\n");
    ck_assert(!files_write("full", FILES, COUNT, &diags));
    ck_assert_str_eq(problems(), "full: error: cannot be made: it is there already, and not empty\nhint: give another name\n1 error\n");
    ck_assert(!files_write("no/where", FILES, COUNT, &diags));
    ck_assert_str_eq(problems(), "no/where: error: cannot be made: there is no folder no\nhint: make that folder first\n1 error\n");
    ck_assert(!files_write("file/x", FILES, COUNT, &diags));
    ck_assert_str_eq(problems(), "file/x: error: cannot be made: Not a directory\n1 error\n");
    ck_assert_int_eq(folder_count(), 3);
    end();
}
END_TEST

/* A path that no file system takes, as the last of four: what was written before it goes. */
START_TEST(what_fails_late_leaves_nothing)
{
    begin();
    struct file_text files[COUNT];
    char name[300];
    memcpy(files, FILES, sizeof files);
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    files[COUNT - 1].path = name;
    ck_assert(!files_write("new", files, COUNT, &diags));
    ck_assert_ptr_nonnull(strstr(problems(), "cannot be written: File name too long"));
    ck_assert_int_eq(folder_count(), 0);
    ck_assert_int_eq(mkdir("here", 0777), 0);
    ck_assert(!files_write("here", files, COUNT, &diags));
    ck_assert_int_eq(chdir("here"), 0);
    ck_assert_int_eq(folder_count(), 0);
    end();
}
END_TEST

START_TEST(out_of_memory_leaves_nothing)
{
    begin();
    for (size_t n = 1;; n++) {
        mem_fail_after(n);
        bool made = files_write("new", FILES, COUNT, &diags);
        bool failed = mem_failed() > 0;
        mem_fail_after(0);
        ck_assert(made == !failed);
        ck_assert_int_eq(folder_count(), made);
        if (made) break;
        diags_done(&diags);
        diags_init(&diags);
        ck_assert_uint_lt(n, 1000);
    }
    ck_assert(files_stand("new"));
    end();
}
END_TEST

/* Signals come when all of it stands, and no earlier; afterwards they come as before. */
START_TEST(signals_are_let_through_again)
{
    begin();
    sigset_t now;
    ck_assert(files_write("new", FILES, COUNT, &diags));
    ck_assert_int_eq(sigprocmask(SIG_BLOCK, NULL, &now), 0);
    ck_assert_int_eq(sigismember(&now, SIGINT), 0);
    ck_assert_int_eq(sigismember(&now, SIGTERM), 0);
    end();
}
END_TEST

UNIT("files", a_new_folder, an_empty_folder_is_filled, refusals, what_fails_late_leaves_nothing, out_of_memory_leaves_nothing,
     signals_are_let_through_again);
