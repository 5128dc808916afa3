/* folder.c: see folder.h. The only file of this folder that asks the file system or the environment for anything. */
#include "judge/folder.h"
#include "base/mem.h"
#include "base/source.h"
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef PEEL_PACKS
#define PEEL_PACKS "/usr/local/share/peel/rules"
#endif
#ifndef PATH_MAX
#define PATH_MAX 4096
#endif

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool is_pack(const char *folder)
{
    char path[PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/pack.lua", folder);
    return n > 0 && (size_t)n < sizeof path && access(path, F_OK) == 0;
}

/* --- names in a folder: gathered in a buffer first, since an arena may jump and a DIR must be closed --- */

typedef bool keep(const char *folder, const char *entry);

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static bool gather(const char *folder, keep *wanted, struct buf *out)
{
    DIR *dir = opendir(folder);
    if (!dir) return false;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.' && wanted(folder, entry->d_name))
            buf_add(out, entry->d_name, strlen(entry->d_name) + 1);
    closedir(dir);
    return true;
}

/* The NUL-ended texts of `from`, copied to the arena; ends `from`. */
static struct names texts(struct buf *from, struct arena *arena)
{
    struct names names = {NULL, 0};
    size_t length = from->length;
    char *bytes = from->failed ? NULL : arena_try(arena, length + 1);
    if (bytes && length) memcpy(bytes, from->data, length);
    buf_done(from);
    if (!bytes) arena_starved(arena);
    for (size_t i = 0; i < length; i++) names.count += bytes[i] == '\0';
    names.list = arena_alloc(arena, (names.count + 1) * sizeof *names.list);
    char *at = bytes;
    for (size_t i = 0; i < names.count; i++, at += strlen(at) + 1) names.list[i] = str_of(at);
    return names;
}

static struct names sorted(struct buf *from, struct arena *arena)
{
    struct names names = texts(from, arena);
    qsort(names.list, names.count, sizeof *names.list, by_bytes);
    return names;
}

/* --- where packs are --------------------------------------------------------------------------- */

/* The folder of the running program, without its last slash; false where the system does not tell. */
static bool beside(char *path, size_t size)
{
    static const char *const links[] = {"/proc/self/exe", "/proc/curproc/file", "/proc/self/path/a.out"};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        ssize_t n = readlink(links[i], path, size - 1);
        if (n <= 0) continue;
        path[n] = '\0';
        char *slash = strrchr(path, '/');
        if (slash) return *slash = '\0', true;
    }
    return false;
}

/* In the order in which they are looked at. */
static struct names places(struct arena *arena)
{
    struct buf out;
    buf_init(&out);
    const char *list = getenv("PEEL_PACKS");
    for (size_t n; list && *list; list += n + (list[n] == ':')) {
        n = strcspn(list, ":");
        buf_add(&out, list, n);
        if (n) buf_char(&out, '\0');
    }
    buf_add(&out, "./rules", sizeof "./rules");
    char program[PATH_MAX];
    if (beside(program, sizeof program)) {
        buf_printf(&out, "%s/../rules", program);
        buf_char(&out, '\0');
        buf_printf(&out, "%s/../share/peel/rules", program);
        buf_char(&out, '\0');
    }
    buf_add(&out, PEEL_PACKS, sizeof PEEL_PACKS);
    return texts(&out, arena);
}

static bool pack_within(const char *folder, const char *entry)
{
    char path[PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/%s", folder, entry);
    return n > 0 && (size_t)n < sizeof path && is_pack(path);
}

static void unknown(const char *name, struct names where, struct arena *arena, struct diags *diags)
{
    struct buf known;
    buf_init(&known);
    for (size_t i = 0; i < where.count; i++) gather(where.list[i].s, pack_within, &known);
    struct names packs = sorted(&known, arena);
    int near = str_nearest(str_of(name), packs.list, packs.count);
    const char *hint = near >= 0 ? arena_printf(arena, "did you mean \"%s\"?", packs.list[near].s)
                                 : arena_printf(arena, "the folder of a pack is given by its path: ./%s", *name ? name : "my-pack");
    char looked[DIAG_MESSAGE] = "";
    for (size_t i = 0, n = 0; i < where.count && n < sizeof looked; i++)
        n += (size_t)snprintf(looked + n, sizeof looked - n, "%s%s", i ? ", " : "", where.list[i].s);
    diag_add(diags, DIAG_ERROR, (struct place){0}, hint, "there is no pack \"%s\"; looked in %s", name, looked);
}

/* Without the slashes behind it: files are told as standing in it. */
static const char *as_given(const char *name, struct arena *arena)
{
    size_t n = strlen(name);
    while (n > 1 && name[n - 1] == '/') n--;
    return arena_dup(arena, name, n);
}

/* What was looked up beside the program is told by its real name, without the way that led there. */
static const char *as_found(const char *place, const char *name, struct arena *arena)
{
    char real[PATH_MAX];
    const char *path = arena_printf(arena, "%s/%s", strncmp(place, "./", 2) == 0 ? place + 2 : place, name);
    if (!strstr(path, "/../") || !realpath(path, real)) return path;
    return arena_dup(arena, real, strlen(real));
}

const char *folder_find(const char *name, struct arena *arena, struct diags *diags)
{
    if (strchr(name, '/') || is_folder(name)) {
        if (is_pack(name)) return as_given(name, arena);
        diag_add(diags, DIAG_ERROR, (struct place){0}, "a rule pack is a folder that holds pack.lua",
                 is_folder(name) ? "%s: there is no pack.lua in this folder" : "%s: there is no such folder", name);
        return NULL;
    }
    struct names where = places(arena);
    for (size_t i = 0; i < where.count; i++)
        if (*name && pack_within(where.list[i].s, name)) return as_found(where.list[i].s, name, arena);
    unknown(name, where, arena, diags);
    return NULL;
}

struct str folder_name(const char *folder, struct arena *arena)
{
    char path[PATH_MAX];
    const char *real = realpath(folder, path) ? path : folder;
    const char *slash = strrchr(real, '/');
    const char *last = slash && slash[1] ? slash + 1 : real;
    return (struct str){arena_dup(arena, last, strlen(last)), strlen(last)};
}

/* --- its files ---------------------------------------------------------------------------------- */

static bool is_lua(const char *folder, const char *entry)
{
    (void)folder;
    size_t n = strlen(entry);
    return n > 4 && strcmp(entry + n - 4, ".lua") == 0;
}

/* One file into the arena. The text stands on the heap only between the two calls that cannot jump. */
static bool slurp(const char *path, struct str *text, struct arena *arena, struct diags *diags)
{
    char *bytes = source_slurp(path, PACK_FILE_MAX, &text->n, diags);
    if (!bytes) return false;
    char *copy = arena_try(arena, text->n + 1);
    if (copy) memcpy(copy, bytes, text->n + 1);
    mem_free(bytes);
    if (!copy) arena_starved(arena);
    text->s = copy;
    return true;
}

/* The files of `names` in `folder`/`within`. False, and errors, where one cannot be read. */
static bool slurp_all(const char *folder, const char *within, struct names names, struct folder *to,
                      struct arena *arena, struct diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < names.count; i++) {
        struct pack_file *file = &to->files[to->count];
        file->name = arena_printf(arena, "%s%s", within, names.list[i].s);
        if (slurp(arena_printf(arena, "%s/%s", folder, file->name), &file->text, arena, diags))
            to->count++;
        else
            good = false;
    }
    return good;
}

bool folder_read_tests(const char *folder, struct folder *to, struct arena *arena, struct diags *diags)
{
    struct buf found;
    buf_init(&found);
    gather(arena_printf(arena, "%s/tests", folder), is_lua, &found);
    struct names names = sorted(&found, arena);
    to->files = arena_zero(arena, names.count + 1, sizeof *to->files);
    to->count = 0;
    return slurp_all(folder, "tests/", names, to, arena, diags);
}

bool folder_read(const char *folder, struct folder *to, struct arena *arena, struct diags *diags)
{
    struct buf found;
    buf_init(&found);
    const char *areas = arena_printf(arena, "%s/areas", folder);
    gather(areas, is_lua, &found); /* no such folder: the areas that pack.lua lists are told as missing */
    struct names names = sorted(&found, arena), manifest = {&STR("pack.lua"), 1};
    to->files = arena_zero(arena, names.count + 1, sizeof *to->files);
    to->count = 0;
    bool good = slurp_all(folder, "areas/", names, to, arena, diags);
    return slurp_all(folder, "", manifest, to, arena, diags) && good;
}

const struct pack_file *folder_file(const struct folder *f, struct str name)
{
    for (size_t i = 0; i < f->count; i++)
        if (str_is(name, f->files[i].name)) return &f->files[i];
    return NULL;
}

void folder_digest(const struct folder *f, char text[DIGEST_TEXT])
{
    struct digest d;
    digest_init(&d);
    for (size_t i = 0; i < f->count; i++) {
        char length[24];
        int n = snprintf(length, sizeof length, "%zu", f->files[i].text.n);
        digest_add(&d, f->files[i].name, strlen(f->files[i].name) + 1);
        digest_add(&d, length, (size_t)n + 1);
        digest_add(&d, f->files[i].text.s, f->files[i].text.n);
    }
    digest_text(&d, text);
}
