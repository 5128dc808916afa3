#include "base/source.h"

#include <fcntl.h>

#include "base/mem.h"
#include "folder.h"
#include "unit.h"

static struct diags diags;
static struct buf out;

static const char *problems(void)
{
    buf_clear(&out);
    diags_render(&diags, &out, false);
    return buf_text(&out);
}

static void begin(void)
{
    diags_init(&diags);
    buf_init(&out);
    folder_enter();
}

static void end(void)
{
    folder_leave();
    diags_done(&diags);
    buf_done(&out);
}

START_TEST(a_file_is_read_anywhere_and_twice)
{
    begin();
    struct source s;
    char to[16] = "";
    folder_write("x", "0123456789");
    ck_assert(source_open(&s, "x", &diags));
    ck_assert_uint_eq(s.size, 10);
    ck_assert_str_eq(s.name, "x");
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(source_read(&s, 4, to, 3), 3);
        ck_assert_int_eq(memcmp(to, "456", 3), 0);
    }
    ck_assert_int_eq(source_read(&s, 8, to, sizeof to), 2);
    ck_assert_int_eq(source_read(&s, 10, to, sizeof to), 0);
    source_close(&s);
    source_close(&s);
    ck_assert_int_eq(source_read(&s, 0, to, 1), -1);
    end();
}
END_TEST

START_TEST(a_text_is_read_like_a_file)
{
    begin();
    struct source s;
    char to[16] = "";
    ck_assert(source_open_text(&s, "the dataset", "0123456789", 10, &diags));
    ck_assert_uint_eq(s.size, 10);
    ck_assert_str_eq(s.name, "the dataset");
    ck_assert_int_eq(source_read(&s, 4, to, 3), 3);
    ck_assert_int_eq(memcmp(to, "456", 3), 0);
    ck_assert_int_eq(folder_count(), 0); /* it has no name anywhere */
    source_close(&s);
    end();
}
END_TEST

START_TEST(what_cannot_be_read_is_said)
{
    begin();
    struct source s;
    mkdir("folder", 0777);
    folder_write("secret", "x");
    chmod("secret", 0);
    ck_assert(!source_open(&s, "absent.json", &diags));
    ck_assert(!source_open(&s, "folder", &diags));
    ck_assert(!source_open(&s, "folder/absent/x", &diags));
    ck_assert_str_eq(problems(), "absent.json: error: there is no such file\n"
                                 "folder: error: is a directory, not a file\nhint: name a file in it\n"
                                 "folder/absent/x: error: there is no such file\n3 errors\n");
    diags_done(&diags);
    if (getuid() != 0) {
        ck_assert(!source_open(&s, "secret", &diags));
        ck_assert_str_eq(problems(), "secret: error: cannot be read: permission denied\n1 error\n");
    }
    end();
}
END_TEST

static void standard_input_from(int fd)
{
    dup2(fd, STDIN_FILENO);
    close(fd);
}

START_TEST(a_pipe_can_be_read_twice)
{
    begin();
    struct source s;
    int ends[2];
    char to[8] = "";
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], "abcdef", 6), 6);
    close(ends[1]);
    standard_input_from(ends[0]);
    ck_assert(source_open(&s, "-", &diags));
    ck_assert_str_eq(s.name, "<stdin>");
    ck_assert_uint_eq(s.size, 6);
    for (int i = 0; i < 2; i++) ck_assert_int_eq(source_read(&s, 3, to, sizeof to), 3);
    ck_assert_str_eq(to, "def");
    source_close(&s);
    ck_assert_int_eq(folder_count(), 0);
    end();
}
END_TEST

START_TEST(standard_input_may_be_a_file_at_its_start_or_further_on)
{
    begin();
    for (int skipped = 0; skipped < 3; skipped++) {
        struct source s;
        char to[8] = "", skip[8];
        folder_write("x", "abcdef");
        standard_input_from(open("x", O_RDONLY));
        ck_assert_int_eq(read(STDIN_FILENO, skip, (size_t)skipped), skipped);
        ck_assert(source_open(&s, "-", &diags));
        ck_assert_uint_eq(s.size, 6 - (uint64_t)skipped);
        ck_assert_int_eq(source_read(&s, 0, to, sizeof to), 6 - skipped);
        const char *text = "abcdef";
        ck_assert_str_eq(to, text + skipped);
        source_close(&s);
    }
    end();
}
END_TEST

START_TEST(slurping)
{
    begin();
    size_t length;
    folder_write("x", "0123456789");
    char *text = source_slurp("x", 10, &length, &diags);
    ck_assert_str_eq(text, "0123456789");
    ck_assert_uint_eq(length, 10);
    mem_free(text);
    ck_assert_ptr_null(source_slurp("x", 9, &length, &diags));
    ck_assert_ptr_null(source_slurp("y", 9, &length, &diags));
    ck_assert_str_eq(problems(),
                     "x: error: is larger than the 9 bytes allowed here\ny: error: there is no such file\n2 errors\n");
    folder_write("empty", "");
    text = source_slurp("empty", 0, &length, &diags);
    ck_assert_str_eq(text, "");
    mem_free(text);
    if (access("/proc/self/status", R_OK) == 0) { /* its size is told as 0: it is read to its end all the same */
        text = source_slurp("/proc/self/status", 1 << 20, &length, &diags);
        ck_assert_uint_gt(length, 100);
        ck_assert_uint_eq(strlen(text), length);
        mem_free(text);
    }
    end();
}
END_TEST

START_TEST(slurping_out_of_memory)
{
    begin();
    size_t length = 1;
    folder_write("x", "0123456789");
    mem_fail_after(1);
    char *text = source_slurp("x", 100, &length, &diags);
    mem_fail_after(0);
    ck_assert_ptr_null(text);
    ck_assert_uint_eq(diags.errors, 1);
    end();
}
END_TEST

UNIT("source", a_text_is_read_like_a_file, a_file_is_read_anywhere_and_twice, what_cannot_be_read_is_said,
     a_pipe_can_be_read_twice, standard_input_may_be_a_file_at_its_start_or_further_on, slurping,
     slurping_out_of_memory);
