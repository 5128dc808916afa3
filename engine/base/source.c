/* source.c: files to read. Read with pread, so that nothing is shared but the descriptor. */
#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

enum { CHUNK = 64 * 1024 };

/* What can be read once is copied to the disk up to here: a stream that never ends must not fill it. */
#define MOST_OF_PIPE ((uint64_t)16 << 30)
#define MOST_OF_DEVICE ((uint64_t)16 << 20)

static bool refuse(struct diags *diags, const char *name, const char *hint, const char *why)
{
    diag_add(diags, DIAG_ERROR, (struct place){.file = name}, hint, "%s", why);
    return false;
}

static bool refuse_errno(struct diags *diags, const char *name, int error)
{
    if (error == ENOENT) return refuse(diags, name, NULL, "there is no such file");
    if (error == EACCES) return refuse(diags, name, NULL, "cannot be read: permission denied");
    diag_add(diags, DIAG_ERROR, (struct place){.file = name}, NULL, "cannot be read: %s", strerror(error));
    return false;
}

static bool write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(fd, bytes, n);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes += written, n -= (size_t)written;
    }
    return true;
}

/* Errors come as errno, 0 is success. */
static int copy_all(int from, int to, uint64_t most, uint64_t *size)
{
    char chunk[CHUNK];
    for (*size = 0;;) {
        ssize_t n = read(from, chunk, sizeof chunk);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        if (n == 0) return 0;
        if ((uint64_t)n > most - *size) return EFBIG;
        if (!write_all(to, chunk, (size_t)n)) return errno;
        *size += (uint64_t)n;
    }
}

static int unnamed_file(void)
{
    FILE *file = tmpfile();
    if (!file) return -1;
    int fd = dup(fileno(file));
    fclose(file);
    return fd;
}

/* Replace s->fd, which can be read once, by a file with the same bytes. */
static bool spool(struct source *s, uint64_t most, struct diags *diags)
{
    int fd = unnamed_file();
    int error = fd < 0 ? errno : copy_all(s->fd, fd, most, &s->size);
    close(s->fd);
    s->fd = fd;
    if (error == 0) return true;
    source_close(s);
    if (error == EFBIG && s->size + CHUNK > most)
        diag_add(diags, DIAG_ERROR, (struct place){.file = s->name}, "save it in a file, and name that",
                 "does not end: %llu MiB of it were read", (unsigned long long)(most >> 20));
    else
        diag_add(diags, DIAG_ERROR, (struct place){.file = s->name}, NULL, "cannot be copied to a temporary file: %s",
                 strerror(error));
    return false;
}

static bool accept(struct source *s, struct diags *diags)
{
    struct stat status;
    if (fstat(s->fd, &status) != 0) return refuse_errno(diags, s->name, errno);
    if (S_ISDIR(status.st_mode)) {
        source_close(s);
        return refuse(diags, s->name, "name a file in it", "is a directory, not a file");
    }
    /* A regular file on standard input may have been read from already: then only the rest is meant. */
    if (!S_ISREG(status.st_mode) || lseek(s->fd, 0, SEEK_CUR) != 0)
        return spool(s, S_ISCHR(status.st_mode) ? MOST_OF_DEVICE : MOST_OF_PIPE, diags);
    s->size = (uint64_t)status.st_size;
    return true;
}

bool source_open(struct source *s, const char *path, struct diags *diags)
{
    bool standard = strcmp(path, "-") == 0;
    *s = (struct source){.fd = -1, .name = standard ? "<stdin>" : path};
    do s->fd = standard ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
    while (s->fd < 0 && errno == EINTR);
    if (s->fd < 0) return refuse_errno(diags, s->name, errno);
    return accept(s, diags);
}

bool source_open_text(struct source *s, const char *name, const char *text, size_t n, struct diags *diags)
{
    *s = (struct source){.fd = unnamed_file(), .name = name, .size = n};
    if (s->fd >= 0 && write_all(s->fd, text, n)) return true;
    int error = errno;
    source_close(s);
    return refuse_errno(diags, name, error);
}

void source_close(struct source *s)
{
    if (s->fd >= 0) close(s->fd);
    s->fd = -1;
}

long source_read(const struct source *s, uint64_t offset, void *to, size_t n)
{
    size_t got = 0;
    while (got < n) {
        ssize_t one = pread(s->fd, (char *)to + got, n - got, (off_t)(offset + got));
        if (one < 0 && errno == EINTR) continue;
        if (one < 0) return -1;
        if (one == 0) break;
        got += (size_t)one;
    }
    return (long)got;
}

/* Up to limit + 1 bytes: one more than allowed tells that there is more. */
static char *read_up_to(const struct source *s, size_t limit, size_t *length)
{
    size_t capacity = s->size < limit ? (size_t)s->size + 2 : limit + 2;
    char *bytes = mem_alloc(capacity);
    for (*length = 0; bytes;) {
        long n = source_read(s, *length, bytes + *length, capacity - 1 - *length);
        if (n < 0) break;
        *length += (size_t)n;
        if (*length < capacity - 1 || *length > limit) return bytes[*length] = '\0', bytes;
        capacity = capacity < limit / 2 ? capacity * 2 : limit + 2; /* it has grown since it was opened */
        char *more = mem_realloc(bytes, capacity);
        if (!more) break;
        bytes = more;
    }
    mem_free(bytes);
    return NULL;
}

char *source_slurp(const char *path, size_t limit, size_t *length, struct diags *diags)
{
    struct source s;
    struct stat status;
    *length = 0;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) /* opening a pipe waits */
        return refuse(diags, path, NULL, "is a pipe or a device, not a file"), NULL;
    if (!source_open(&s, path, diags)) return NULL;
    errno = ENOMEM;
    char *bytes = read_up_to(&s, limit, length);
    int error = errno;
    source_close(&s);
    if (!bytes) return refuse_errno(diags, s.name, error), NULL;
    if (*length <= limit) return bytes;
    mem_free(bytes);
    *length = 0;
    diag_add(diags, DIAG_ERROR, (struct place){.file = s.name}, NULL, "is larger than the %zu bytes allowed here",
             limit);
    return NULL;
}
