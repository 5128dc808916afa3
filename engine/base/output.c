/* output.c: files to write. The temporary file stands in the target's own folder, because a rename
 * is whole or nothing only within one file system; it is made with open, not mkstemp, so that a new
 * file has the permissions any new file would have. */
#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

enum { MOST_LINKS = 40, MOST_TRIES = 1000 };

static bool refuse(struct diags *diags, const char *path, const char *why)
{
    diag_add(diags, DIAG_ERROR, (struct place){.file = path}, NULL, "cannot be written: %s", why);
    return false;
}

static bool refuse_errno(struct diags *diags, const char *path, int error)
{
    if (error == ENOENT) return refuse(diags, path, "its folder does not exist");
    if (error == EACCES || error == EPERM || error == EROFS) return refuse(diags, path, "permission denied");
    return refuse(diags, path, strerror(error));
}

/* --- Where it goes --- */

static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

static char *beside(const char *path, const char *name)
{
    size_t folder = name[0] == '/' ? 0 : folder_length(path), n = strlen(name) + 1;
    char *joined = mem_alloc(folder + n);
    if (!joined) return NULL;
    memcpy(joined, path, folder);
    memcpy(joined + folder, name, n);
    return joined;
}

/* Where the symbolic links end, existing or not. NULL with errno. */
static char *follow(const char *path)
{
    char *at = beside("", path);
    for (int links = 0; at; links++) {
        char target[PATH_MAX];
        ssize_t n = readlink(at, target, sizeof target - 1);
        if (n < 0) return at; /* no link, or nothing there */
        target[n] = '\0';
        char *next = links < MOST_LINKS ? beside(at, target) : NULL;
        errno = links < MOST_LINKS ? ENOMEM : ELOOP;
        mem_free(at);
        at = next;
    }
    return NULL;
}

/* /dev/stdout and the like: the open file itself, with its place and its O_APPEND; -1 for any other path. */
static int already_open(const char *path)
{
    static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
    if (strcmp(path, "/dev/stdout") == 0) return STDOUT_FILENO;
    if (strcmp(path, "/dev/stderr") == 0) return STDERR_FILENO;
    for (size_t i = 0; i < 2; i++) {
        size_t n = strlen(folders[i]);
        char *end;
        if (strncmp(path, folders[i], n) != 0 || path[n] < '0' || path[n] > '9') continue;
        long fd = strtol(path + n, &end, 10);
        if (*end == '\0' && fd <= INT_MAX) return (int)fd;
    }
    return -1;
}

/* --- What a signal would leave behind --- */

static char *volatile unfinished; /* the temporary file of the output that is open */

void output_abandon(void)
{
    char *path = unfinished;
    if (path) unlink(path);
}

/* --- Opening --- */

static bool open_directly(struct output *o, struct diags *diags)
{
    int fd = already_open(o->path);
    o->fd = fd >= 0 ? dup(fd) : open(o->path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    return o->fd >= 0 || refuse_errno(diags, o->path, errno);
}

/* A new file beside `target`; its name in o->temporary. */
static bool open_beside(struct output *o, const char *target)
{
    for (int try = 0; try < MOST_TRIES; try++) {
        char name[64];
        snprintf(name, sizeof name, ".peel-%ld-%d.tmp", (long)getpid(), try);
        o->temporary = beside(target, name);
        if (!o->temporary) return errno = ENOMEM, false;
        o->fd = open(o->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (o->fd >= 0) return unfinished = o->temporary, true;
        int error = errno;
        mem_free(o->temporary);
        o->temporary = NULL;
        errno = error;
        if (error != EEXIST) return false;
    }
    return false;
}

/* What could not be given to it (the owner, unless we are root) stays ours. */
static void take_permissions(int fd, const struct stat *old)
{
    if (fchown(fd, old->st_uid, old->st_gid) != 0 && fchown(fd, (uid_t)-1, old->st_gid) != 0) errno = 0;
    fchmod(fd, old->st_mode & 0777);
}

static bool open_temporary(struct output *o, const struct stat *old, struct diags *diags)
{
    char *target = follow(o->path);
    bool opened = target && open_beside(o, target);
    int error = errno;
    mem_free(target);
    if (!opened) return refuse_errno(diags, o->path, error);
    if (old) take_permissions(o->fd, old);
    return true;
}

bool output_open(struct output *o, const char *path, struct diags *diags)
{
    struct stat old;
    *o = (struct output){.fd = -1, .path = path};
    if (!path) return o->fd = STDOUT_FILENO, true;
    if (already_open(path) >= 0) return open_directly(o, diags);
    if (stat(path, &old) != 0) return open_temporary(o, NULL, diags);
    if (S_ISDIR(old.st_mode)) return refuse(diags, path, "it is a directory");
    if (!S_ISREG(old.st_mode)) return open_directly(o, diags);
    if (access(path, W_OK) != 0) return refuse_errno(diags, path, errno);
    return open_temporary(o, &old, diags);
}

/* --- Writing and ending --- */

static void fail(struct output *o, int error)
{
    if (o->failed) return;
    o->failed = true;
    o->error = error;
}

void output_write(struct output *o, const void *bytes, size_t n)
{
    const char *at = bytes;
    while (n > 0 && !o->failed) {
        ssize_t written = write(o->fd, at, n);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0)
            fail(o, errno);
        else
            at += written, n -= (size_t)written;
    }
}

static void close_it(struct output *o)
{
    if (o->path && o->fd >= 0 && close(o->fd) != 0) fail(o, errno);
    o->fd = -1;
}

static void put_in_place(struct output *o)
{
    char *target = follow(o->path);
    if (!target || rename(o->temporary, target) != 0) fail(o, target ? errno : ENOMEM);
    mem_free(target);
}

static void forget_temporary(struct output *o, bool remove)
{
    if (o->temporary && remove) unlink(o->temporary);
    if (unfinished == o->temporary) unfinished = NULL;
    mem_free(o->temporary);
    o->temporary = NULL;
}

bool output_commit(struct output *o, struct diags *diags)
{
    if (o->temporary && !o->failed && fsync(o->fd) != 0) fail(o, errno);
    close_it(o);
    if (o->temporary && !o->failed) put_in_place(o);
    forget_temporary(o, o->failed);
    return !o->failed || refuse_errno(diags, o->path ? o->path : "<stdout>", o->error);
}

void output_abort(struct output *o)
{
    close_it(o);
    forget_temporary(o, true);
}
