/* watching.c: see watching.h. */
#include "cli/watching.h"
#include "judge/folder.h"
#include "report/columns.h"
#include <limits.h>
#include <signal.h>
#include <time.h>

#ifndef PATH_MAX
#define PATH_MAX 4096
#endif
enum { EVERY = 250, SETTLES = 50 }; /* milliseconds; an editor may take several steps to save */

bool watching_fits(const struct settings *s, struct diags *diags)
{
    if (!s->watch || (!s->update && !s->output && s->trial_format == &TRIAL_TEXT)) return true;
    diag_add(diags, DIAG_ERROR, (struct place){"peel", 0, 0, 0}, NULL,
             "--watch runs again and again, and goes with no --format, --output or --update");
    return false;
}

/* --- Waiting -------------------------------------------------------------------------------------- */

static volatile sig_atomic_t ended;
static void on_end(int number) { (void)number, ended = 1; }

/* The first ends the watching once a run is through; the second ends the program. What is ignored stays so. */
static void take_signal(int number, struct sigaction *old)
{
    struct sigaction ours = {.sa_handler = on_end, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&ours.sa_mask);
    if (sigaction(number, NULL, old) == 0 && old->sa_handler != SIG_IGN) sigaction(number, &ours, NULL);
}

static void nap(long milliseconds)
{
    const struct timespec time = {0, milliseconds * 1000000};
    nanosleep(&time, NULL); /* a signal ends it early */
}

/* --- What the files say --------------------------------------------------------------------------- */

struct sight {
    struct arena arena;
    struct folder pack, tests;
};

struct looking { struct sight *sight; const char *folder; struct diags diags; };

/* Its errors are told by the run. */
static void read_all(void *context)
{
    struct looking *l = context;
    folder_read(l->folder, &l->sight->pack, &l->sight->arena, &l->diags);
    folder_read_tests(l->folder, &l->sight->tests, &l->sight->arena, &l->diags);
}

/* False: out of memory. */
static bool look(struct sight *s, const char *folder)
{
    struct looking l = {.sight = s, .folder = folder};
    diags_init(&l.diags);
    arena_reset(&s->arena);
    s->pack = s->tests = (struct folder){NULL, 0};
    bool good = arena_guard(&s->arena, read_all, &l);
    diags_done(&l.diags);
    return good;
}

struct change {
    const char *name, *what; /* the first */
    size_t count;
};

static void note(struct change *c, const char *name, const char *what)
{
    if (c->count++ == 0) c->name = name, c->what = what;
}

static void compare(const struct folder *old, const struct folder *new, struct change *c)
{
    for (size_t i = 0; i < new->count; i++) {
        const struct pack_file *was = folder_file(old, str_of(new->files[i].name));
        if (!was)
            note(c, new->files[i].name, "is new");
        else if (!str_eq(was->text, new->files[i].text))
            note(c, new->files[i].name, "changed");
    }
    for (size_t i = 0; i < old->count; i++)
        if (!folder_file(new, str_of(old->files[i].name))) note(c, old->files[i].name, "is gone");
}

static struct change changes(const struct sight *old, const struct sight *new)
{
    struct change c = {NULL, NULL, 0};
    compare(&old->pack, &new->pack, &c);
    compare(&old->tests, &new->tests, &c);
    return c;
}

/* --- Again and again ------------------------------------------------------------------------------ */

static bool tell(const struct console *console, size_t run, const struct change *c)
{
    struct buf line;
    struct style style = console->style;
    const char *dash = style.utf8 ? "─" : "-";
    buf_init(&line);
    buf_char(&line, '\n');
    paint_on(&style, PAINT_STRONG, &line);
    size_t from = line.length;
    buf_printf(&line, "%s%s %zu: ", dash, dash, run);
    safe(&line, str_of(c->name));
    buf_printf(&line, " %s", c->what);
    if (c->count > 1) buf_printf(&line, ", and %zu more", c->count - 1);
    buf_char(&line, ' ');
    size_t used = columns((struct str){line.data + from, line.length - from});
    while (used++ < style.width) buf_put(&line, dash);
    paint_off(&style, PAINT_STRONG, &line);
    buf_char(&line, '\n');
    bool told = console_write(&line);
    buf_done(&line);
    return told;
}

/* Until the files have changed, and stay so for a moment. False: it was ended. `old` is then what they said before, `new` now. */
static bool wait_for_change(struct sight *old, struct sight *new, const char *folder)
{
    struct sight swap;
    do {
        nap(EVERY);
        if (ended) return false;
    } while (!look(new, folder) || changes(old, new).count == 0);
    struct sight settled;
    arena_init(&settled.arena);
    for (bool same = false; !same && !ended;) {
        nap(SETTLES);
        same = look(&settled, folder) && changes(new, &settled).count == 0;
        swap = *new, *new = settled, settled = swap;
    }
    arena_done(&settled.arena);
    return !ended;
}

static enum peel_exit watch(const struct settings *s, struct console *console, watched_run *once, const char *folder)
{
    struct sight old, new, swap;
    size_t run = 1;
    arena_init(&old.arena);
    arena_init(&new.arena);
    look(&old, folder);
    enum peel_exit status = once(s, console);
    if (!console->quiet) console_note("watching %s; Ctrl-C ends it", folder);
    while (!ended && wait_for_change(&old, &new, folder)) {
        struct change change = changes(&old, &new);
        swap = old, old = new, new = swap;
        if (change.count == 0) continue; /* and back again */
        if (!tell(console, ++run, &change)) break;
        status = once(s, console);
    }
    arena_done(&old.arena);
    arena_done(&new.arena);
    return status;
}

struct seeking { const char *name; char *path; struct arena arena; struct diags diags; bool found; };

static void find_folder(void *context)
{
    struct seeking *f = context;
    const char *folder = folder_find(f->name, &f->arena, &f->diags);
    f->found = folder && strlen(folder) < PATH_MAX;
    if (f->found) strcpy(f->path, folder);
}

/* Into `path`; false where there is no such pack. */
static bool find(const char *name, char path[PATH_MAX])
{
    struct seeking f = {.name = name, .path = path};
    arena_init(&f.arena);
    diags_init(&f.diags);
    bool found = arena_guard(&f.arena, find_folder, &f) && f.found;
    diags_done(&f.diags);
    arena_done(&f.arena);
    return found;
}

enum peel_exit watching(const struct settings *s, struct console *console, watched_run *once)
{
    struct sigaction interrupt, terminate;
    char path[PATH_MAX];
    if (!find(s->operands[0], path)) return once(s, console);
    ended = 0;
    take_signal(SIGINT, &interrupt);
    take_signal(SIGTERM, &terminate);
    enum peel_exit status = watch(s, console, once, path);
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGTERM, &terminate, NULL);
    return status;
}
