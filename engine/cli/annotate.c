/* annotate.c: peel annotate: what the Lua language server is told of a pack, in hidden files of its folder. */
#include "cli/annotate.h"
#include "base/output.h"
#include "cli/command.h"
#include "report/annotations.h"
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

struct job {
    const struct pack *pack;
    struct buf *told;
    struct diags *diags;
};

static void fail(const struct job *job, const char *path, const char *what)
{
    diag_add(job->diags, DIAG_ERROR, (struct place){path, 0, 0, 0}, NULL, "%s", what);
}

static bool path_of(const struct job *job, const char *name, struct buf *path)
{
    buf_init(path);
    buf_printf(path, "%s/%s", job->pack->path, name);
    buf_char(path, '\0');
    if (path->failed) fail(job, name, "out of memory");
    return !path->failed;
}

static bool write_text(const struct job *job, const char *path, const struct buf *text)
{
    struct output out;
    if (text->failed) return fail(job, path, "out of memory"), false;
    if (!output_open(&out, path, job->diags)) return false;
    output_write(&out, text->data, text->length);
    return output_commit(&out, job->diags);
}

static void tell(const struct job *job, const char *path, const char *what)
{
    buf_printf(job->told, "%s: %s\n", path, what);
}

static bool write_file(const struct job *job, const char *name, const struct buf *text, const char *what)
{
    struct buf path;
    bool good = path_of(job, name, &path) && write_text(job, path.data, text);
    if (good) tell(job, path.data, what);
    buf_done(&path);
    return good;
}

static bool make_folder(const struct job *job, const char *name)
{
    struct buf path;
    if (!path_of(job, name, &path)) return buf_done(&path), false;
    bool good = mkdir(path.data, 0777) == 0 || errno == EEXIST;
    if (!good)
        diag_add(job->diags, DIAG_ERROR, (struct place){path.data, 0, 0, 0}, NULL, "cannot be made: %s",
                 strerror(errno));
    buf_done(&path);
    return good;
}

/* An author may have settings of her own. */
static bool settle(const struct job *job)
{
    struct buf path, text;
    struct stat st;
    buf_init(&text);
    annotations_settings(&text);
    bool named = path_of(job, ".luarc.json", &path), there = named && lstat(path.data, &st) == 0;
    bool good = named && (there || write_text(job, path.data, &text));
    if (good) tell(job, path.data, there ? "left as it is" : "the settings of the language server");
    buf_done(&path);
    buf_done(&text);
    return good;
}

bool annotate_pack(const struct pack *pack, struct buf *told, struct diags *diags)
{
    const struct job job = {pack, told, diags};
    struct buf lua, own;
    buf_init(&lua);
    buf_init(&own);
    annotations_lua(&lua);
    annotations_pack(pack, &own);
    bool good = make_folder(&job, ".peel") && write_file(&job, ".peel/peel.lua", &lua, "what rules may say") &&
                write_file(&job, ".peel/pack.lua", &own, "what this pack declares") && settle(&job);
    buf_done(&lua);
    buf_done(&own);
    return good;
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    struct diags diags;
    struct buf told;
    diags_init(&diags);
    diags.limit = s->max_errors;
    buf_init(&told);
    struct pack *pack = pack_open(s->operands[0], &s->limits, &diags);
    bool good = pack && annotate_pack(pack, &told, &diags);
    console_report(console, &diags);
    if (good && !s->quiet) good = console_write(&told);
    buf_done(&told);
    diags_done(&diags);
    pack_close(pack);
    return good ? PEEL_DONE : PEEL_CANNOT;
}

static const struct option *const KNOWN[] = {&OPTION_MAX_ERRORS,  &OPTION_MAX_INSTRUCTIONS, &OPTION_MAX_MEMORY,
                                             &OPTION_MAX_SECONDS, &OPTION_MAX_OUTPUT,       NULL};

const struct command COMMAND_ANNOTATE = {
    "annotate",
    "[options] PACK",
    "tell an editor what the rules of a pack may say",
    "Writes annotations for the Lua language server (lua-language-server, in VS Code, Neovim and others) into the "
    "pack's folder: completion of names, the pack's own too, what each means where the pointer rests on it, and marks "
    "at "
    "those that are wrong. `.peel/peel.lua` is what every pack may say, `.peel/pack.lua` what this one declares; run "
    "it "
    "again when that has changed. `.luarc.json` holds the server's settings; one that is there is left as it is. The "
    "server "
    "reads them where the pack's folder is the one that is opened. Hidden files are no part of a pack and change no "
    "digest.\n"
    "\n"
    "Exit status: 0 written; 2 could not.\n"
    "\n"
    "  peel annotate rules/peel-2021\n",
    1,
    1,
    "a pack",
    KNOWN,
    run,
};
