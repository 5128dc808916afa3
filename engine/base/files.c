/* files.c: see files.h. Paths are put together in place, of PATH_MAX bytes at most; one that is longer cannot be written. */
#include "base/files.h"
#include "base/output.h"
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef PATH_MAX
#define PATH_MAX 4096
#endif
enum { MOST_TRIES = 1000 };

struct planting {
    char folder[PATH_MAX]; /* without slashes at its end */
    char parent[PATH_MAX]; /* where the new folder is made */
    char made[PATH_MAX];   /* the new folder */
    bool exists;           /* and is empty: then it is the parent */
    const struct file_text *files;
    size_t count;
    struct diags *diags;
};

static bool refuse(const struct planting *p, const char *hint, const char *why)
{
    diag_add(p->diags, DIAG_ERROR, (struct place){p->folder, 0, 0, 0}, hint, "cannot be made: %s", why);
    return false;
}

static bool refuse_errno(const struct planting *p, int error)
{
    bool forbidden = error == EACCES || error == EPERM || error == EROFS;
    return refuse(p, NULL, forbidden ? "permission denied" : strerror(error));
}

__attribute__((format(printf, 2, 3))) static bool put_path(char to[PATH_MAX], const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(to, PATH_MAX, format, arguments);
    va_end(arguments);
    errno = ENAMETOOLONG;
    return n >= 0 && n < PATH_MAX;
}

/* --- Where it goes ------------------------------------------------------------------------------ */

static bool check_empty(const struct planting *p)
{
    DIR *dir = opendir(p->folder);
    bool empty = true;
    if (!dir) return refuse_errno(p, errno);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) empty = false;
    closedir(dir);
    return empty || refuse(p, "give another name", "it is there already, and not empty");
}

static bool take_existing(struct planting *p, const struct stat *st)
{
    if (!S_ISDIR(st->st_mode)) return refuse(p, "give another name", "it is there already, and no folder");
    if (!check_empty(p)) return false;
    p->exists = true;
    strcpy(p->parent, p->folder);
    return true;
}

static bool take_parent(struct planting *p)
{
    struct stat st;
    const char *slash = strrchr(p->folder, '/');
    size_t n = slash ? (size_t)(slash - p->folder) : 0;
    memcpy(p->parent, p->folder, n);
    p->parent[n] = '\0';
    if (n == 0) strcpy(p->parent, slash ? "/" : ".");
    if (stat(p->parent, &st) == 0) return S_ISDIR(st.st_mode) || refuse_errno(p, ENOTDIR);
    if (errno != ENOENT) return refuse_errno(p, errno);
    diag_add(p->diags, DIAG_ERROR, (struct place){p->folder, 0, 0, 0}, "make that folder first",
             "cannot be made: there is no folder %s", p->parent);
    return false;
}

static bool find_place(struct planting *p, const char *folder)
{
    struct stat st;
    size_t n = strlen(folder);
    while (n > 1 && folder[n - 1] == '/') n--;
    if (!put_path(p->folder, "%.*s", n < PATH_MAX ? (int)n : PATH_MAX, folder)) return refuse_errno(p, errno);
    if (stat(p->folder, &st) == 0) return take_existing(p, &st);
    if (lstat(p->folder, &st) == 0) return refuse(p, "give another name", "it is a link that leads nowhere");
    return take_parent(p);
}

/* --- Writing ------------------------------------------------------------------------------------ */

static bool make_new(struct planting *p)
{
    const char *slash = strcmp(p->parent, "/") == 0 ? "" : "/";
    for (int try = 0; try < MOST_TRIES; try++) {
        if (!put_path(p->made, "%s%s.peel-%ld-%d.tmp", p->parent, slash, (long)getpid(), try)) break;
        if (mkdir(p->made, 0777) == 0) return true;
        if (errno != EEXIST) break;
    }
    p->made[0] = '\0';
    return refuse_errno(p, errno);
}

static bool make_folders(const struct planting *p, const struct file_text *file)
{
    for (const char *slash = strchr(file->path, '/'); slash; slash = strchr(slash + 1, '/')) {
        char path[PATH_MAX];
        if (!put_path(path, "%s/%.*s", p->made, (int)(slash - file->path), file->path)) return false;
        if (mkdir(path, 0777) != 0 && errno != EEXIST) return false;
    }
    return true;
}

/* What output says names the file in the new folder, which nobody asked for: the reason is told of the folder that was. */
static bool write_file(const struct planting *p, const struct file_text *file)
{
    char path[PATH_MAX];
    struct output out;
    struct diags diags;
    if (!make_folders(p, file) || !put_path(path, "%s/%s", p->made, file->path))
        return refuse_errno(p, errno);
    diags_init(&diags);
    bool good = output_open(&out, path, &diags);
    if (good) output_write(&out, file->text.s, file->text.n);
    good = good && output_commit(&out, &diags);
    if (!good)
        diag_add(p->diags, DIAG_ERROR, (struct place){p->folder, 0, 0, 0}, NULL, "%s %s", file->path,
                 diags.count ? diags.list[0].message : "cannot be written: out of memory");
    diags_done(&diags);
    return good;
}

/* --- Into place, or away ------------------------------------------------------------------------ */

/* The first part of the path, where the file is the first with it; 0: it is not. */
static size_t top_of(const struct planting *p, size_t i)
{
    size_t n = strcspn(p->files[i].path, "/");
    const char *before = i ? p->files[i - 1].path : "";
    return strcspn(before, "/") == n && memcmp(before, p->files[i].path, n) == 0 ? 0 : n;
}

static bool move_one(const struct planting *p, size_t i, size_t n, bool up)
{
    char within[PATH_MAX], above[PATH_MAX];
    if (!put_path(within, "%s/%.*s", p->made, (int)n, p->files[i].path)) return false;
    if (!put_path(above, "%s/%.*s", p->folder, (int)n, p->files[i].path)) return false;
    return rename(up ? within : above, up ? above : within) == 0;
}

static bool move_up(const struct planting *p)
{
    for (size_t i = 0, n; i < p->count; i++) {
        if ((n = top_of(p, i)) == 0 || move_one(p, i, n, true)) continue;
        int error = errno;
        while (i-- > 0)
            if ((n = top_of(p, i)) != 0) move_one(p, i, n, false);
        return refuse_errno(p, error);
    }
    rmdir(p->made);
    return true;
}

static bool put_in_place(const struct planting *p)
{
    if (p->exists) return move_up(p);
    return rename(p->made, p->folder) == 0 || refuse_errno(p, errno);
}

/* The folders on the way to a file, the innermost first; one in which another is left goes with that. */
static void remove_folders(const struct planting *p, const struct file_text *file)
{
    char path[PATH_MAX];
    for (size_t n = strlen(file->path); n > 0; n--)
        if (file->path[n] == '/' && put_path(path, "%s/%.*s", p->made, (int)n, file->path)) rmdir(path);
}

static void clear_away(const struct planting *p)
{
    char path[PATH_MAX];
    for (size_t i = 0; i < p->count; i++)
        if (put_path(path, "%s/%s", p->made, p->files[i].path)) unlink(path);
    for (size_t i = 0; i < p->count; i++) remove_folders(p, &p->files[i]);
    rmdir(p->made);
}

static bool plant(struct planting *p)
{
    if (!make_new(p)) return false;
    bool good = true;
    for (size_t i = 0; i < p->count && good; i++) good = write_file(p, &p->files[i]);
    good = good && put_in_place(p);
    if (!good) clear_away(p);
    return good;
}

static void hold_signals(sigset_t *old)
{
    static const int numbers[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU};
    sigset_t ours;
    sigemptyset(&ours);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaddset(&ours, numbers[i]);
    sigprocmask(SIG_BLOCK, &ours, old);
}

bool files_write(const char *folder, const struct file_text *files, size_t count, struct diags *diags)
{
    struct planting p = {.files = files, .count = count, .diags = diags};
    sigset_t old;
    if (!find_place(&p, folder)) return false;
    hold_signals(&old);
    bool good = plant(&p);
    sigprocmask(SIG_SETMASK, &old, NULL);
    return good;
}
